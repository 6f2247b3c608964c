"""Running the code answers of a course while it is checked: quickly, and every time in the same way."""

import numpy as np

from upslope.grading.code_answers.code_runner import SandboxedCode
from upslope.questions.code_runner import CodeRunner, Program, Replies, install
from upslope.questions.score import NotGradable

SEED = 20


class RememberedRuns:
    """Runs each program once and draws the same arguments for all.

    A proof compares every faulty program with every other; nobody is marked, so nobody can make use of
    knowing the arguments.
    """

    def __init__(self, runner: CodeRunner) -> None:
        self._runner = runner
        self._replies: dict[str, Replies | NotGradable] = {}

    def run(self, program: Program) -> Replies | NotGradable:
        """Return what came back, now or when the same program was run before."""
        asked = repr(program)
        if asked not in self._replies:
            self._replies[asked] = self._runner.run(program)
        return self._replies[asked]

    def new_rng(self) -> np.random.Generator:
        """Return the same source of arguments every time."""
        return np.random.default_rng(SEED)


def prove_code_answers() -> None:
    """Have code answers of this process run for proofs; the sandbox starts with the first of them."""
    install(RememberedRuns(SandboxedCode()))

"""Runs code answers in sandboxed children: one child for each program, whoever wrote it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from upslope.grading.code_answers import code_sentences as sentences
from upslope.grading.code_answers.code_sentences import OWN
from upslope.grading.errors import SandboxFailed
from upslope.grading.runner.frames import Ended, Silence
from upslope.grading.runner.values import Opaque
from upslope.grading.sandbox import Sandbox
from upslope.grading.sandbox.child import MALFORMED, Child, Died, Loaded, Returned, TimedOut, trouble_of
from upslope.grading.sandbox.launch import GRADING
from upslope.questions.code_runner import Program, Replies, Value, install
from upslope.questions.score import NotGradable

SECONDS = 2.0  # for a learner's program and all its calls together
GIVEN_SECONDS = 10.0  # for what an author has it begin with
READER = "upslope_variable_{}"
SCIENTIFIC = replace(GRADING, preload=(*GRADING.preload, "scipy.optimize"))


@dataclass(frozen=True)
class Printed:
    """What a program printed, and the sentence of the error it ended with, or an empty one."""

    text: str
    error: str


class SandboxedCode:
    """Runs programs in children of a sandbox that starts with the first of them. Safe for threads.

    Programs with SciPy in them get a sandbox that has it loaded, since loading it takes longer than marking.
    """

    def __init__(self, new_rng: Callable[[], np.random.Generator] = np.random.default_rng) -> None:
        self.new_rng = new_rng
        self._lean = Sandbox(GRADING)
        self._scientific = Sandbox(SCIENTIFIC)

    def run(self, program: Program) -> Replies | NotGradable:
        """Return what functions returned and what variables hold, or why there is nothing to mark."""
        try:
            with self._child_for(program) as child:
                return _replies(child, program)
        except SandboxFailed:
            return sentences.NO_SANDBOX

    def try_out(self, given: str, source: str) -> Printed:
        """Run a program for its learner: nothing is called, and what it prints comes back."""
        program = Program(given, source)
        try:
            with self._child_for(program) as child:
                child.load([("given", given)], [], seconds=GIVEN_SECONDS)
                return _printed(child, program)
        except SandboxFailed:
            return Printed("", f"{sentences.NO_SANDBOX.message} {sentences.NO_SANDBOX.remedy}")

    def close(self) -> None:
        """End the sandboxes. They start again should another program come."""
        self._lean.close()
        self._scientific.close()

    def _child_for(self, program: Program) -> Child:
        wants_scipy = "scipy" in program.given or "scipy" in program.source
        return (self._scientific if wants_scipy else self._lean).open_child()


def _replies(child: Child, program: Program) -> Replies | NotGradable:
    loaded = child.load([("given", program.given)], [], seconds=GIVEN_SECONDS)
    if not isinstance(loaded, Loaded) or loaded.errors:
        return sentences.of_given(loaded)
    readers = [
        (f"reader of {name}", f"def {READER.format(name)}(): return {name}") for name in program.variables
    ]
    deadline = time.monotonic() + SECONDS
    loaded = child.load([(OWN, program.source), *readers], list(program.calls), seconds=SECONDS)
    problem = sentences.of_loading(loaded, program)
    if problem is not None:
        return problem
    wanted = {name: (name, calls) for name, calls in program.calls.items()}
    wanted |= {name: (READER.format(name), [()]) for name in program.variables}
    replies: dict[str, tuple[Value, ...]] = {}
    for name, (function, calls) in wanted.items():
        outcome = child.call(function, calls, seconds=max(deadline - time.monotonic(), 0.0))
        if not isinstance(outcome, Returned):
            return sentences.of_trouble(name, outcome, program)
        if any(isinstance(value, Opaque) and value.kind == "ellipsis" for value in outcome.values):
            return sentences.unwritten(name)
        nothing = "None" if name in program.variables else "None (is there a line with return?)"
        replies[name] = tuple(nothing if value is None else as_value(value) for value in outcome.values)
    return replies


def as_value(decoded: object) -> Value:
    """Return what came out of a child as numbers or truth values, or say in words what it is instead."""
    if isinstance(decoded, str):
        return "a text"
    if isinstance(decoded, Opaque):
        return sentences.of_kind(decoded.kind)
    try:
        numbers = np.array(decoded)
    except ValueError:
        return sentences.MIXED_LIST
    return numbers if numbers.dtype.kind in "biufc" else sentences.MIXED_LIST


def _printed(child: Child, program: Program) -> Printed:
    try:
        child.start(program.source, OWN)
        reply = child.finish(SECONDS)
        text = "\n".join(array.tobytes().decode("utf-8", "replace").rstrip("\n") for array in reply.arrays)
        error = reply.header["error"]
        problem = sentences.of_error("", trouble_of(error), program) if error else None
        return Printed(text, sentences.told(problem) if problem else "")
    except Silence:
        return Printed("", sentences.told(sentences.of_trouble("", TimedOut(SECONDS), program)))
    except (Ended, *MALFORMED):
        return Printed("", sentences.told(sentences.of_trouble("", Died("ended"), program)))


def install_code_runner() -> SandboxedCode:
    """Have code answers of this process run in a sandbox, which starts with the first of them."""
    runner = SandboxedCode()
    install(runner)
    return runner

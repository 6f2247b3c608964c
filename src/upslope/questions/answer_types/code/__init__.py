"""A function or variables in Python. The answer is the program's text; it is judged by what it returns."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from upslope.questions import code_runner
from upslope.questions.answer_types.code.arguments import shown_call
from upslope.questions.answer_types.code.building import code_part
from upslope.questions.answer_types.code.comparing import disagreement
from upslope.questions.answer_types.code.formulas import formula_code_part
from upslope.questions.answer_types.code.reading import read_program
from upslope.questions.answer_types.code.tried import MEASURE, Tried
from upslope.questions.code_runner import Replies
from upslope.questions.registry import Key, Samples
from upslope.questions.score import NotGradable, Reason, Score
from upslope.questions.variant import Part

__all__ = ["ANSWER_TYPE", "CodeAnswer", "code_part", "formula_code_part"]

NO_RUNNER = NotGradable("Code cannot be run here.", "Yours is kept. Go on with another question.")


class CodeAnswer:
    """Key: ``answer``, ``given``, ``starter`` and ``measure`` (programs), ``calls``, ``variables``,
    ``tolerance``; see ``code_part``.

    A learner's and an author's program never share a process, and values are compared in neither's.
    """

    name = "code"
    is_typed = False

    def parse(self, text: str, key: Key) -> Tried | NotGradable:
        """Return the program, ready to be tried, if it is Python and more than what was there at first."""
        source = read_program(text, key["starter"])
        return source if isinstance(source, NotGradable) else Tried(source)

    def score(self, value: Tried, key: Key) -> Score | NotGradable:
        """Score the share of functions and variables that give what the key's program gives."""
        runner = code_runner.current()
        if runner is None:
            return NO_RUNNER
        mine = value.replies(runner, value.source, key)
        if isinstance(mine, NotGradable):
            return mine
        right = _usable(value.replies(runner, key["answer"], key))
        if isinstance(right, NotGradable):
            return right
        reasons = tuple(_reason(name, mine[name], truths, value, key) for name, truths in right.items())
        fraction = sum(reason.earned for reason in reasons) / len(reasons)
        return Score(fraction, () if fraction == 1 else reasons)

    def show(self, value: Tried, key: Key) -> str:
        """Return how long the program is; the program itself stays in its editor."""
        lines = value.source.count("\n") + 1
        return rf"\text{{{lines} {'line' if lines == 1 else 'lines'} of Python}}"

    def model_answer(self, key: Key) -> str:
        """Return the author's program."""
        return str(key["answer"])

    def public(self, key: Key) -> dict[str, Any]:
        """Return the code that is there already, and the code to begin with."""
        return {"given": key["given"], "starter": key["starter"]}

    def samples(self, key: Key) -> Samples:
        """Return the author's program, one that gives nothing, and an open bracket."""
        functions = [f"def {name}(*_):\n    return None" for name in key["calls"]]
        nothing = "\n".join([*functions, *(f"{name} = None" for name in key["variables"])])
        return Samples(key["answer"], nothing, "f(")

    def build(self, name: str, answer: Any, settings: Mapping[str, Any]) -> Part:
        """Return the part from a table whose answer is a program."""
        return code_part(name, answer, **settings)


def _usable(replies: Replies | NotGradable) -> dict[str, tuple[np.ndarray, ...]] | NotGradable:
    """Return an author's values; or, where they are no finite numbers, say that nothing was marked."""
    if isinstance(replies, NotGradable):
        return _mended_first(f"{replies.message} {replies.remedy}")
    numbers: dict[str, tuple[np.ndarray, ...]] = {}
    for name, values in replies.items():
        numbers[name] = tuple(v for v in values if isinstance(v, np.ndarray) and np.isfinite(v).all())
        if len(numbers[name]) < len(values):
            return _mended_first(f"{name} gives no finite numbers.")
    return numbers


def _mended_first(what: str) -> NotGradable:
    return NotGradable(
        f"The course's own solution does not work: {what}", "Please report it; your code was not marked."
    )


def _reason(
    name: str, mine: tuple[Any, ...], truths: tuple[np.ndarray, ...], value: Tried, key: Key
) -> Reason:
    found = disagreement(mine, truths, key["tolerance"])
    if name == MEASURE and key["measure"]:
        names = " and ".join(f"`{variable}`" for variable in key["variables"])
        said = mine[0] if isinstance(mine[0], str) else f"{names} do not do what is asked yet"
        return Reason(found is None, f"{names} do what is asked." if found is None else f"{said}.")
    if found is None:
        return Reason(True, f"`{name}` is right.")
    index, problem = found
    call = shown_call(name, value.calls[name][index]) if name in value.calls else name
    return Reason(False, f"`{call}` is {problem}.")


ANSWER_TYPE = CodeAnswer()

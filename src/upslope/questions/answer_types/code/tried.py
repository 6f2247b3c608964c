"""A program that was sent, and whatever it is compared with, all tried with the same fresh arguments."""

from typing import Any

import numpy as np

from upslope.questions.answer_types.code.arguments import draw_calls
from upslope.questions.code_runner import CodeRunner, Program, Replies
from upslope.questions.registry import Key
from upslope.questions.score import NotGradable

MEASURE = "measure"


class Tried:
    """A learner's program while it is marked. Every program is run once, however often it is asked for."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.calls: dict[str, list[list[Any]]] = {}
        self._replies: dict[str, Replies | NotGradable] = {}

    def replies(self, runner: CodeRunner, source: str, key: Key) -> Replies | NotGradable:
        """Return what a program gives: the learner's own, the author's or a faulty one.

        Where the key has a measure, the learner's variables are measured and its value stands in their place.
        """
        if not self.calls:
            rng = runner.new_rng()
            self.calls = {name: draw_calls(recipes, rng) for name, recipes in key["calls"].items()}
        if source not in self._replies:
            program = Program(key["given"], source, self.calls, key["variables"])
            replies = runner.run(program)
            if key["measure"] and not isinstance(replies, NotGradable):
                replies = _measured(runner, replies, key)
            self._replies[source] = replies
        return self._replies[source]


def _measured(runner: CodeRunner, replies: Replies, key: Key) -> Replies | NotGradable:
    """Replace the variables by what the author's measure, in a process of its own, makes of them."""
    names = key["variables"]
    values = [replies[name][0] for name in names]
    functions = {name: values for name, values in replies.items() if name not in names}
    for name, value in zip(names, values, strict=True):
        if not isinstance(value, np.ndarray):
            return {**functions, MEASURE: (f"`{name}` is {value}",)}
    measure = Program(key["given"], key["measure"], {MEASURE: [values]})
    found = runner.run(measure)
    if isinstance(found, NotGradable):  # the measure cannot take these values: they are not what was asked
        return {**functions, MEASURE: (f"{_listed(names)} cannot be used as they are",)}
    return {**functions, **found}


def _listed(names: list[str]) -> str:
    return " and ".join(f"`{name}`" for name in names)

"""Typed maths. Any form of the right function is right."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Unpack

from upslope.maths import Expression, UnreadableMaths, parse_scalar, to_latex
from upslope.questions.answer_tests import same_expression
from upslope.questions.parts import Shared, make_part
from upslope.questions.registry import Key, Samples
from upslope.questions.score import NotGradable, Score
from upslope.questions.variant import Part


class ExpressionAnswer:
    """Key: ``answer`` (text), ``variables``, ``domain`` (variable → [low, high])."""

    name = "expression"
    is_typed = True

    def parse(self, text: str, key: Key) -> Expression | NotGradable:
        """Return the expression, with the caret's place if it cannot be read."""
        try:
            return parse_scalar(text, tuple(key["variables"]))
        except UnreadableMaths as error:
            return NotGradable(error.message, error.remedy, error.offset)

    def score(self, value: Expression, key: Key) -> Score | NotGradable:
        """Score 1 for the same function as the key's."""
        domain = {name: (low, high) for name, (low, high) in key["domain"].items()}
        return same_expression(_read_key(key["answer"], tuple(key["variables"])), value, domain or None)

    def show(self, value: Expression, key: Key) -> str:
        """Return the expression as it was read."""
        return to_latex(value)

    def model_answer(self, key: Key) -> str:
        """Return the key's own text."""
        return str(key["answer"])

    def public(self, key: Key) -> dict[str, Any]:
        """Return the variables that may be used."""
        return {"variables": list(key["variables"])}

    def samples(self, key: Key) -> Samples:
        """Return the key, the key and one more, and an open bracket."""
        return Samples(key["answer"], f"({key['answer']}) + 1", "2*(")

    def build(self, name: str, answer: Any, settings: Mapping[str, Any]) -> Part:
        """Return the part from a table whose answer is text."""
        return expression_part(name, answer, **settings)


def expression_part(
    name: str,
    answer: Expression | str,
    *,
    variables: Sequence[str] = ("x",),
    domain: Mapping[str, tuple[float, float]] | None = None,
    **shared: Unpack[Shared],
) -> Part:
    """Return a part answered with typed maths in ``variables``.

    ``domain`` maps a variable to the (low, high) between which answers are compared. Raises ValueError when
    the answer or a misconception's cannot be read with these variables.
    """
    misconceptions = tuple(shared.get("misconceptions", ()))
    for text in (str(answer), *(misconception.wrong for misconception in misconceptions)):
        try:
            parse_scalar(text, tuple(variables))
        except UnreadableMaths as error:
            raise ValueError(f"The answer {text!r} cannot be read: {error.message} {error.remedy}") from error
    key = {
        "answer": str(answer),
        "variables": list(variables),
        "domain": {variable: [low, high] for variable, (low, high) in (domain or {}).items()},
    }
    return make_part(name, ANSWER_TYPE.name, key, shared)


@lru_cache(maxsize=256)
def _read_key(text: str, variables: tuple[str, ...]) -> Expression:
    """Read an author's text once, however many answers it is compared with."""
    return parse_scalar(text, variables)


ANSWER_TYPE = ExpressionAnswer()

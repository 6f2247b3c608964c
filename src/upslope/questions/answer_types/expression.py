"""Typed maths. Any form of the right function is right, unless a form is asked for."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal, Unpack, get_args

from upslope.maths import Expression, UnreadableMaths, check_form, parse_scalar, to_latex
from upslope.questions.answer_tests import in_form, same_expression
from upslope.questions.parts import Shared, make_part
from upslope.questions.registry import Key, Samples
from upslope.questions.score import NotGradable, Score
from upslope.questions.typed_maths import notes_on, read_typed
from upslope.questions.variant import Part

UpTo = Literal["constant", "factor"]
Form = Literal["expanded", "factored", "single fraction"]

CONSTANT_LETTERS = ("C", "c")


class ExpressionAnswer:
    """Key: ``answer`` (text), ``variables``, ``domain`` (variable → [low, high]), ``up_to``, ``form``.

    ``form`` is asked only of what is marked against ``asked``, the right answer: a mistake is recognised in
    any form.
    """

    name = "expression"
    is_typed = True

    def parse(self, text: str, key: Key) -> Expression | NotGradable:
        """Return the expression, with the caret's place if it cannot be read."""
        return read_typed(text, _letters(key))

    def score(self, value: Expression, key: Key) -> Score | NotGradable:
        """Score 1 for the same function as the key's; in another form than asked for it is not graded yet."""
        domain = {name: (low, high) for name, (low, high) in key["domain"].items()}
        wanted = _read_key(key["answer"], _letters(key))
        outcome = same_expression(wanted, value, domain or None, key.get("up_to"))
        is_right = isinstance(outcome, Score) and outcome.is_right
        if is_right and key.get("form") and key["answer"] == key["asked"]:
            return in_form(value, key["form"]) or outcome
        return outcome

    def show(self, value: Expression, key: Key) -> str:
        """Return the expression as it was read."""
        return to_latex(value)

    def notes(self, text: str, key: Key) -> tuple[str, ...]:
        """Return how ambiguous pieces were read."""
        return notes_on(text, _letters(key))

    def model_answer(self, key: Key) -> str:
        """Return the key's own text."""
        return str(key["answer"])

    def public(self, key: Key) -> dict[str, Any]:
        """Return the variables that may be used."""
        return {"variables": list(key["variables"])}

    def samples(self, key: Key) -> Samples:
        """Return the key, another function even up to a constant and a factor, and an open bracket."""
        letter = next(iter(key["variables"]), "2")
        return Samples(key["answer"], f"({key['answer']}) + {letter}^9 + 1", "2*(")

    def build(self, name: str, answer: Any, settings: Mapping[str, Any]) -> Part:
        """Return the part from a table whose answer is text."""
        return expression_part(name, answer, **settings)


def expression_part(
    name: str,
    answer: Expression | str,
    *,
    variables: Sequence[str] = ("x",),
    domain: Mapping[str, tuple[float, float]] | None = None,
    up_to: UpTo | None = None,
    form: Form | None = None,
    **shared: Unpack[Shared],
) -> Part:
    """Return a part answered with typed maths in ``variables``.

    ``domain`` maps a variable to the (low, high) between which answers are compared. With
    ``up_to="constant"`` an answer may differ from the key by an added constant, which may be typed as C; with
    ``up_to="factor"`` by a constant factor. An answer that is right but not in the ``form`` asked for costs
    nothing and is told what is still to do. Raises ValueError when the answer or a misconception's cannot be
    read with these variables, and when the answer is not in the form asked for.
    """
    key = {
        "answer": str(answer),
        "variables": list(variables),
        "domain": {variable: [low, high] for variable, (low, high) in (domain or {}).items()},
        "up_to": up_to,
        "form": form,
        "asked": str(answer),
    }
    misconceptions = tuple(shared.get("misconceptions", ()))
    for text in (str(answer), *(misconception.wrong for misconception in misconceptions)):
        try:
            _read_key(text, _letters(key))
        except UnreadableMaths as error:
            raise ValueError(f"The answer {text!r} cannot be read: {error.message} {error.remedy}") from error
    if up_to not in (None, *get_args(UpTo)):
        raise ValueError(f"Part {name!r} is the same up to {up_to!r}. Use 'constant' or 'factor'.")
    if form is not None:
        _check_own_form(_read_key(str(answer), _letters(key)), form)
    return make_part(name, ANSWER_TYPE.name, key, shared)


def _check_own_form(answer: Expression, form: Form) -> None:
    check = check_form(answer, form)
    if not check.holds:
        raise ValueError(
            f"The answer {answer} does not have the form {form!r} itself. {check.sentence} {check.remedy}"
        )


def _letters(key: Key) -> tuple[str, ...]:
    """The variables, and the constant of integration where answers may differ by one."""
    extra = CONSTANT_LETTERS if key.get("up_to") == "constant" else ()
    return tuple(dict.fromkeys((*key["variables"], *extra)))


@lru_cache(maxsize=256)
def _read_key(text: str, variables: tuple[str, ...]) -> Expression:
    """Read an author's text once, however many answers it is compared with."""
    return parse_scalar(text, variables)


ANSWER_TYPE = ExpressionAnswer()

"""What follows from a learner's own answers: the answer a part would have if the earlier ones were right."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from upslope.maths import Expression, MathsError, Matrix, derivative, number, parse, tidy
from upslope.maths.expressions.matrix import multiplied_out
from upslope.questions.registry import answer_type
from upslope.questions.score import NotGradable, Score
from upslope.questions.variant import FollowThrough, Part, Variant


@dataclass(frozen=True)
class _Given:
    """An earlier part, and an answer to it that can be worked with."""

    part: Part
    value: Expression

    @property
    def names(self) -> dict[str, Expression]:
        """What a formula may call the answer, or an entry of it."""
        entries: dict[str, Expression] = {self.part.name: self.value}
        if isinstance(self.value, Matrix):
            rows = self.value.rows
            for r, row in enumerate(rows, start=1):
                entries |= {f"{self.part.name}_{r}{c}": entry for c, entry in enumerate(row, start=1)}
            if 1 in self.value.shape:
                entries |= {f"{self.part.name}_{k}": entry for k, entry in enumerate(self.value.children, 1)}
        return entries


def continued(variant: Variant, part: Part, answers: Mapping[str, str]) -> Part | None:
    """Return the part with the answer that follows from the learner's own earlier ones (part name → text).

    None where nothing does: the part does not follow from others, those it follows from are right or cannot
    be read, or what follows is no answer to this part. Nor does anything follow from a constant where the
    right answer is a function, and what follows must hold every variable that the right answer holds;
    otherwise 0 in the first part would make an easy second one.
    """
    if part.follow_through is None:
        return None
    own, true = _given(variant, part, answers), _given(variant, part, _model_answers(variant))
    try:
        result, used = _worked(part.follow_through, part, own)
        if all(_scores_one(given.part, given.value) for given in used) or _stand_still(used, true):
            return None
        kind = answer_type(part.type)
        value, wanted = (kind.parse(text, part.key) for text in (str(result), kind.model_answer(part.key)))
        if not isinstance(value, Expression) or not isinstance(wanted, Expression):
            return None
        if not tidy(wanted).variables <= tidy(value).variables:
            return None
    except MathsError:
        return None
    return replace(part, key={**part.key, "answer": str(result)})


def check_follow_through(variant: Variant) -> None:
    """Prove every part that follows from others: with the right answers put in, its own must come out.

    Raises ValueError with a sentence that names the part.
    """
    for part in variant.parts:
        if part.follow_through is not None:
            _check(variant, part, part.follow_through)


def _check(variant: Variant, part: Part, plan: FollowThrough) -> None:
    true = _given(variant, part, _model_answers(variant))
    try:
        result, used = _worked(plan, part, true)
    except MathsError as error:
        names = ", ".join(name for given in true for name in given.names) or "none"
        raise ValueError(
            f"Part {part.name!r} cannot follow from {plan.formula!r}: {error} The earlier answers: {names}."
        ) from error
    if not used:
        raise ValueError(f"Part {part.name!r} follows from {plan.formula!r}, which names no earlier part.")
    value = answer_type(part.type).parse(str(result), part.key)
    if isinstance(value, NotGradable) or not _scores_one(part, value):
        raise ValueError(
            f"Part {part.name!r} has the answer {part.key['answer']}, "
            f"but {result} follows from the right answers before it."
        )


def _worked(plan: FollowThrough, part: Part, earlier: Sequence[_Given]) -> tuple[Expression, list[_Given]]:
    """Return what the plan makes of the earlier answers, and those it uses. Raises MathsError."""
    names = {name: value for given in earlier for name, value in given.names.items()}
    letters = (*names, *_variables(plan, [part, *(given.part for given in earlier)]))
    formula = parse(plan.formula, letters)
    places = {x: parse(at, letters) if isinstance(at, str) else number(at) for x, at in plan.at.items()}
    read = formula.variables.union(*(place.variables for place in places.values()))
    result = multiplied_out(formula.substitute(names))
    if plan.differentiate:
        result = _differentiated(result, plan.differentiate)
    result = result.substitute({x: place.substitute(names) for x, place in places.items()})
    return multiplied_out(result), [given for given in earlier if read & given.names.keys()]


def _variables(plan: FollowThrough, parts: Iterable[Part]) -> list[str]:
    """Return the letters that are not names of answers."""
    letters = [name for part in parts for name in part.key.get("variables", ())]
    return list(dict.fromkeys([*letters, *plan.at, *filter(None, [plan.differentiate])]))


def _differentiated(whole: Expression, x: str) -> Expression:
    if isinstance(whole, Matrix):
        return whole.rebuild(tuple(derivative(entry, x) for entry in whole.children))
    return derivative(whole, x)


def _given(variant: Variant, part: Part, answers: Mapping[str, str]) -> list[_Given]:
    """Return the parts before this one whose answers are maths that can be read."""
    earlier = variant.parts[: variant.parts.index(part)]
    read = [(one, answer_type(one.type).parse(answers.get(one.name, ""), one.key)) for one in earlier]
    return [_Given(one, value) for one, value in read if isinstance(value, Expression)]


def _model_answers(variant: Variant) -> dict[str, str]:
    return {part.name: answer_type(part.type).model_answer(part.key) for part in variant.parts}


def _stand_still(used: Iterable[_Given], true: Iterable[_Given]) -> bool:
    """Whether an answer is a constant where the right one is a function."""
    moving = {given.part.name for given in true if tidy(given.value).variables}
    return any(given.part.name in moving and not tidy(given.value).variables for given in used)


def _scores_one(part: Part, value: Expression) -> bool:
    outcome = answer_type(part.type).score(value, part.key)
    return isinstance(outcome, Score) and outcome.is_right

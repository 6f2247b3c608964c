"""Every ready-made mistake is recognised in what a learner types who makes it, whatever is drawn."""

import inspect
import re
from functools import cache
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from tests.questions.mistakes import many_variables, methods, one_variable
from tests.questions.mistakes.shown import Case, Draw, Factory, Shown
from upslope.grading.question_grader import grade_part
from upslope.maths import evaluate, parse
from upslope.questions import Misconception, Score, answer_type, misconceptions
from upslope.questions.misconceptions import at_point, power_rule, product_rule

CASES: list[Case] = [*one_variable.CASES, *many_variables.CASES, *methods.CASES]
EVERY_CASE = pytest.mark.parametrize(
    ("factory", "draw"),
    CASES,
    ids=[f"{factory.__module__.rpartition('.')[2]}.{factory.__name__}" for factory, _ in CASES],
)
DRAWS = 5
PAGE = Path(__file__).resolve().parents[2] / "docs" / "authors" / "misconceptions.md"
MODULES = [
    one for name in misconceptions.__all__ if isinstance(one := getattr(misconceptions, name), ModuleType)
]


@cache
def draws(case: Case) -> list[Shown]:
    return [case[1](np.random.default_rng(seed)) for seed in range(DRAWS)]


def factories() -> list[Factory]:
    return [
        function
        for module in MODULES
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and function.__module__ == module.__name__
        if inspect.signature(function).return_annotation is Misconception
    ]


def test_every_ready_made_misconception_is_tried_here() -> None:
    assert {factory for factory, _ in CASES} == set(factories())
    assert len(factories()) >= 60


@EVERY_CASE
def test_who_makes_the_mistake_is_told_so(factory: Factory, draw: Draw) -> None:
    for shown in draws((factory, draw)):
        result = grade_part(shown.part, shown.typed)
        assert isinstance(result.outcome, Score)
        assert not result.outcome.is_right
        assert result.feedback is not None
        assert result.feedback.code == shown.mistake.code, (shown.typed, shown.mistake.wrong)


@EVERY_CASE
def test_who_is_right_hears_nothing_of_it(factory: Factory, draw: Draw) -> None:
    for shown in draws((factory, draw)):
        result = grade_part(shown.part, answer_type(shown.part.type).model_answer(shown.part.key))
        assert (result.outcome, result.feedback) == (Score(1.0), None)


@EVERY_CASE
def test_the_sentence_holds_nothing_of_the_draw(factory: Factory, draw: Draw) -> None:
    assert len({(one.mistake.code, one.mistake.sentence) for one in draws((factory, draw))}) == 1


@EVERY_CASE
def test_the_sentence_teaches(factory: Factory, draw: Draw) -> None:
    mistake = draws((factory, draw))[0].mistake
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", mistake.code)
    assert mistake.sentence.endswith(".")
    assert 60 < len(mistake.sentence) < 280
    assert mistake.sentence.count("$") % 2 == 0
    scolds = r"\b(obviously|simply|just|wrong answer|stupid|invalid|of course|easy|easily)\b"
    assert not re.search(scolds, mistake.sentence, re.IGNORECASE)


def test_no_two_misconceptions_share_a_code() -> None:
    codes = {factory: draws((factory, draw))[0].mistake.code for factory, draw in CASES}
    assert len(set(codes.values())) == len(codes)


@pytest.mark.parametrize("factory", factories(), ids=lambda factory: str(factory.__name__))
def test_each_one_says_what_it_leads_to(factory: Factory) -> None:
    assert factory.__doc__


def test_the_page_for_authors_lists_every_one_as_its_docstring_says() -> None:
    page = PAGE.read_text(encoding="utf-8")
    codes = {factory: draws((factory, draw))[0].mistake.code for factory, draw in CASES}
    rows = [_row(factory, codes[factory]) for factory in factories()]
    missing = [row for row in rows if row not in page]
    assert missing == []
    assert len(re.findall(r"^\| `\w+\(", page, re.MULTILINE)) == len(rows)


def _row(factory: Factory, code: str) -> str:
    takes = ", ".join(inspect.signature(factory).parameters)
    leads_to = (factory.__doc__ or "").partition("\n\n")[0].replace("\n    ", " ").removesuffix(".")
    leads_to = leads_to.replace("|", "\\|").replace("``", "`")
    return f"| `{factory.__name__}({takes})` | {leads_to} | `{code}` |"


def test_another_variable_can_be_used() -> None:
    u, v = parse("t^2", ("t",)), parse("sin(t)", ("t",))
    assert product_rule.first_factor_only(u, v, "t").wrong == "2*t*sin(t)"


def test_a_mistake_shows_in_the_value_at_a_point_too() -> None:
    kept = power_rule.exponent_not_lowered(3, 4)
    carried = at_point(kept, {"x": 2})
    assert (carried.code, carried.sentence) == (kept.code, kept.sentence)
    assert evaluate(parse(carried.wrong, ()), {}) == 3 * 4 * 2**4

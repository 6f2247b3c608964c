"""A search by tangents in a question: how it ends, what is drawn of it, and what its wrong options say."""

import numpy as np
import pytest

from upslope.grading.question_grader import grade_part
from upslope.maths import parse
from upslope.questions import Score, TangentWalk
from upslope.questions.tangent_fates import FATES, fate_mistaken

VIEW = (-2.0, 2.0, -2.0, 2.0)


@pytest.mark.parametrize(
    ("f", "start", "target", "fate"),
    [
        ("x^3 - x", 0.8, 1.0, "target"),
        ("x^3 - x", 0.5, 1.0, "other"),
        ("x^2 - 1", 3.0, None, "other"),
        ("x^3 - 2x + 2", 0.0, -1.769292, "cycle"),
        ("x*(x^2)^(-1/3)", 1.0, 0.0, "away"),
        ("x^2 - 1", 0.0, 1.0, "stuck"),
        ("1/x - 2", 1.0, 0.5, "stuck"),
        ("x^2 + 1", 2.0, None, "never"),
    ],
)
def test_every_end_has_its_word(f: str, start: float, target: float | None, fate: str) -> None:
    assert TangentWalk(parse(f), start, target).fate == fate


def test_the_tangents_are_those_of_the_curve_and_stop_at_the_edge() -> None:
    walk = TangentWalk(parse("x^2 - 1"), 0.25, 1.0)
    plot = walk.picture(VIEW, "A parabola that crosses the axis twice.", 2)
    (here, foot) = plot.curves[2].pieces[0]
    assert here == (0.25, 0.25**2 - 1)
    assert (foot[1] - here[1]) / (foot[0] - here[0]) == pytest.approx(2 * 0.25)
    assert foot[0] == VIEW[1] < walk.points[1]
    assert [dot.label for dot in plot.dots] == ["T", "x₀", "x₂"]


def test_the_picture_of_the_prompt_gives_nothing_away() -> None:
    plot = TangentWalk(parse("x^2 - 1"), 1.5, 1.0).picture(VIEW, "A parabola that crosses the axis twice.")
    assert len(plot.curves) == 1
    assert {dot.label for dot in plot.dots} == {"S", "T"}


def test_a_landing_is_placed_and_its_slips_are_recognised() -> None:
    part = TangentWalk(parse("x^3 - x"), 0.5, 0.0).landing_part(
        VIEW, "A curve that crosses the axis three times."
    )
    assert grade_part(part, "-1 0").outcome == Score(1.0)
    told = {where: grade_part(part, f"{where} 0").feedback for where in (0.5, 2.0, 0.0)}
    codes = [one.code if one else None for one in told.values()]
    assert codes == ["start-for-landing", "tangent-the-wrong-way", "curve-for-tangent"]


def test_a_slip_beyond_the_picture_is_left_out() -> None:
    part = TangentWalk(parse("x^3 - x"), -1.9, -1.0).landing_part(
        VIEW, "A curve that crosses the axis thrice."
    )
    assert [one.code for one in part.misconceptions] == ["start-for-landing", "curve-for-tangent"]


def test_every_wrong_end_is_explained_by_a_sentence_of_its_own() -> None:
    part = TangentWalk(parse("x^3 - x"), 0.5, 1.0).fate_part(np.random.default_rng(0), " ".join(FATES))
    assert len(part.key["options"]) == len(FATES)
    assert len({one.code for one in part.misconceptions}) == len(FATES) - 1
    for said in FATES:
        for truth in FATES:
            assert said == truth or 60 < len(fate_mistaken(said, truth).sentence) < 280


def test_a_worked_search_says_how_it_ends_and_gives_no_advice() -> None:
    walk = TangentWalk(parse("x*(x^2)^(-1/3)"), 1.0, 0.0)
    assert walk.worked().conclusion == walk.solution.outcome.sentence
    assert walk.journey.startswith(r"$1 \to -2 \to 4")

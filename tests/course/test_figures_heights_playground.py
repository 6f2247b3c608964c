"""The heights playground: its numbers against other means, and what an author is told."""

import gzip
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import least_squares

from tests.course import heights_oracle as oracle
from upslope.course.errors import ContentError
from upslope.course.figures import gaussian_fit as fit
from upslope.course.figures import readouts, render
from upslope.course.figures.heights_data import read_groups
from upslope.course.figures.heights_playground import OPENING

ROOT = Path(__file__).parents[2]
COURSE = ROOT / "courses" / "multivariate-calculus"
DATA = COURSE / "data" / "heights_nhanes_2017_2020.csv"
LESSON = COURSE / "regression" / "heights-playground" / "lesson.md"
ELEMENT = ROOT / "frontend" / "elements" / "heights-playground"
BUILT = ROOT / "src" / "upslope" / "web" / "static" / "built"
LARGEST_SCRIPT = 15_000

GROUPS = read_groups(DATA)
SPEC: dict[str, Any] = {
    "kind": "heights-playground",
    "id": "walk",
    "alt": "A histogram and a map.",
    "caption": "Heights.",
    "data": "../../data/heights_nhanes_2017_2020.csv",
}
TASK = {"say": "Go.", "goal": "chi2 < 0.0001", "done": "There."}

places = {"which": st.sampled_from(range(3)), "mu": st.floats(148, 184), "sig": st.floats(3, 22)}


def now(**state: float) -> dict[str, float]:
    return readouts({**SPEC, "state": {**OPENING, **state}}, LESSON)


def complaint(change: Mapping[str, Any], lesson: Path = LESSON) -> str:
    with pytest.raises(ContentError) as caught:
        render({**SPEC, **change}, lesson, 7)
    return f"{caught.value.what} {caught.value.remedy}"


def test_the_classes_hold_the_people_that_the_assignment_counts() -> None:
    lab = (COURSE / "regression" / "fitting-heights" / "lab.py").read_text(encoding="utf-8")
    counts = {
        name: np.array(json.loads(re.sub(r"\s+", " ", text)))
        for name, text in re.findall(r"(\w+)_counts = np\.array\((\[[^\]]+\])\)", lab)
    }
    counts["male"] = counts["all"] - counts["female"]
    for group, name in zip(GROUPS, ("all", "female", "male"), strict=True):
        assert group.people == counts[name].sum()
        assert group.histogram.density * group.people * 2.5 == pytest.approx(counts[name])
        assert group.histogram.middles == pytest.approx(131.25 + 2.5 * np.arange(28))


@given(**places)
@settings(deadline=None, max_examples=60)
def test_misfit_slopes_and_bends_are_those_of_complex_steps_and_differences(
    which: int, mu: float, sig: float
) -> None:
    group, place = GROUPS[which], np.array([mu, sig])
    assert fit.chi_squared(group.histogram, place) == pytest.approx(oracle.misfit(group, mu, sig))
    assert fit.gradient(group.histogram, place) == pytest.approx(
        oracle.slope(group, mu, sig), rel=1e-9, abs=1e-15
    )
    assert fit.hessian(group.histogram, place) == pytest.approx(
        oracle.hessian(group, mu, sig), rel=1e-5, abs=1e-9
    )


@given(**places)
@settings(deadline=None, max_examples=30)
def test_a_gauss_newton_step_solves_the_straightened_problem(which: int, mu: float, sig: float) -> None:
    step = fit.gauss_newton(GROUPS[which].histogram, np.array([mu, sig]))
    assert step == pytest.approx(oracle.gauss_newton_step(GROUPS[which], mu, sig), rel=1e-6, abs=1e-8)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_the_lowest_place_is_the_one_that_scipy_finds(group: Any) -> None:
    x, y = group.histogram.middles, group.histogram.density
    found = least_squares(lambda p: y - oracle.density(x, *p), (165, 9), xtol=1e-14, ftol=1e-14, gtol=1e-14)
    assert group.bottom == pytest.approx(found.x, abs=1e-5)


def test_fifty_steps_of_2000_converge_from_the_poor_guess() -> None:
    shown = now(step=50)
    assert (shown["walk_mu"], shown["walk_sig"]) == pytest.approx(tuple(GROUPS[0].bottom), abs=0.01)
    assert 0 < shown["newton_arrives"] < shown["arrives"] < 50
    assert shown["turns"] == 0
    assert shown["bend"] < 1


def test_beyond_the_limit_a_walk_goes_back_and_forth_and_never_arrives() -> None:
    limit = now()["limit"]
    assert now(aggression=1.1 * limit, step=50, mu=166.0, sig=11.0)["arrives"] == 0
    calm = now(aggression=0.9 * limit, step=50, mu=166.0, sig=11.0)
    assert calm["arrives"] > 0
    assert calm["turns"] > 9


def test_the_browser_is_tested_on_numbers_that_were_found_by_other_means() -> None:
    kept = json.loads((ELEMENT / "fit-cases.json").read_text(encoding="utf-8"))
    wanted = oracle.browser_cases(GROUPS)
    assert flat(kept) == pytest.approx(flat(wanted), rel=1e-6, abs=1e-10)


def flat(data: Any) -> list[float]:
    """Return all numbers of a tree, in order."""
    if isinstance(data, dict):
        return [number for key in sorted(data) for number in flat(data[key])]
    if isinstance(data, list):
        return [number for entry in data for number in flat(entry)]
    return [float(data)]


def test_the_lesson_speaks_of_as_many_people_as_there_are() -> None:
    lesson = LESSON.read_text(encoding="utf-8")
    spoken = set(re.findall(r"\b\d,\d{3}\b", lesson))
    assert spoken == {f"{GROUPS[0].people:,}"}
    mu, sig = GROUPS[0].bottom
    assert f"near μ = {mu:.1f} and σ = {sig:.1f}" in lesson


def test_each_thing_to_try_is_watched_for_by_itself() -> None:
    html = render({**SPEC, "tasks": [TASK, {**TASK, "goal": "turns > 9"}]}, LESSON)
    assert html.count("<figure-task") == 2
    assert 'figure="walk-1"' in html
    assert 'figure="walk-2"' in html


def test_by_hand_there_is_no_map_and_no_walk() -> None:
    html = render({**SPEC, "show": "hand"}, LESSON)
    assert "data-live" in html
    assert "Aggression" not in html
    assert "walkers" not in html


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"show": "pie"}, "show is 'pie'. It can be: hand, everything."),
        ({"data": "nowhere.csv"}, "the data 'nowhere.csv' cannot be read"),
        ({"data": "../../course.toml"}, "cannot be used: nobody in it belongs to “All adults”"),
        ({"state": {"mu": 300}}, "mu is 300; it goes from 148 to 184. Bring it into range."),
        ({"state": {"group": 3}}, "group is 3; it goes from 0 to 2."),
        ({"state": {"mean": 160}}, "the state names mean; this figure has group, mu, sig"),
        ({"tasks": [{**TASK, "goal": "height < 1"}]}, "This figure's read-outs are: mu, sig"),
    ],
)
def test_an_author_is_told_what_cannot_be(change: dict[str, Any], said: str) -> None:
    assert said in complaint(change)


def test_a_height_outside_the_classes_is_named(tmp_path: Path) -> None:
    (tmp_path / "heights.csv").write_text("sex,height_cm\nfemale,160.2\nmale,1.82\n")
    said = complaint({"data": "heights.csv"}, tmp_path / "lesson.md")
    assert "a height of '1.82' is in no class from 130 to 200 cm" in said
    assert "The table has the columns sex (female, male) and height_cm." in said


def test_the_script_is_light() -> None:
    sizes = [
        len(gzip.compress(path.read_bytes(), 9))
        for path in (BUILT / "chunks").glob("heights-playground-*.js")
    ]
    assert len(sizes) == 1
    assert sizes[0] <= LARGEST_SCRIPT

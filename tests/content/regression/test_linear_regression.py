"""What the lesson on the best line says of its five days and of Galton's families, checked with NumPy."""

import csv
import re
from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from tests.content.regression.lessons import figure, is_done, lesson_text, numbers, told
from upslope.course import default_course_path
from upslope.maths import evaluate, parse

LESSON = "linear-regression"
GALTON = default_course_path() / "data/heights_galton_1886.csv"
WOMEN = 1.08


@cache
def families() -> np.ndarray:
    """Return mid-parent height, mean height of the children and their number, from the notebooks."""
    with GALTON.open(newline="") as file:
        rows = list(csv.DictReader(file))
    found: dict[str, tuple[float, list[float]]] = {}
    for row in rows:
        parents = (float(row["father_in"]) + WOMEN * float(row["mother_in"])) / 2
        child = float(row["child_height_in"]) * (WOMEN if row["child_sex"] == "female" else 1)
        found.setdefault(row["family"], (parents, []))[1].append(child)
    return np.array(sorted((x, np.mean(children), len(children)) for x, children in found.values()))


def days() -> tuple[np.ndarray, np.ndarray]:
    rows = figure(LESSON, "lines")["rows"]["days"]
    return np.array(rows["x"], float), np.array(rows["y"], float)


def chi2(m: float, c: float) -> float:
    x, y = days()
    return float(np.sum((y - m * x - c) ** 2))


def test_both_figures_and_the_worked_example_show_the_same_five_days() -> None:
    x, y = days()
    assert figure(LESSON, "squares")["rows"] == figure(LESSON, "lines")["rows"]
    for name, values in (("x", x), ("y", y)):
        listed = ", ".join(f'"{value:g}"' for value in values)
        assert f"{name} = [{listed}]" in lesson_text(LESSON)


def test_the_walkthrough_ends_its_search_at_the_line_numpy_finds() -> None:
    m, c = np.polyfit(*days(), 1)
    there = told(LESSON, "lines", 6)
    assert (there["m"], there["c"]) == pytest.approx((m, c))
    assert (there["east"], there["north"]) == pytest.approx((0, 0), abs=1e-9)
    assert is_done(LESSON, "lines", m=float(m), c=float(c))
    assert f"says {7 * m + c:.0f} hundred scoops" in figure(LESSON, "lines")["task"]["done"]


def test_the_best_line_fulfils_the_task_by_hand_and_the_level_line_does_not() -> None:
    m, c = np.polyfit(*days(), 1)
    assert is_done(LESSON, "squares", p=float(c), q=float(6 * m + c))
    assert not is_done(LESSON, "squares", p=3.4, q=3.4)
    assert numbers(LESSON, "squares", p=3.4, q=3.4)["left"] == pytest.approx(0)


def value_at(formula: str, x: float) -> float:
    return float(evaluate(parse(formula, ("x",)), {"x": x}))


def test_the_two_drawn_lines_are_where_one_slope_is_zero() -> None:
    drawn = {mark.get("part"): mark.get("of") for mark in figure(LESSON, "lines")["mark"]}
    for m in (0, 0.5, 1.6):
        on_blue, on_amber = (value_at(of, m) for of in (drawn["east"], drawn["north"]))
        assert numbers(LESSON, "lines", m=m, c=on_blue)["east"] == pytest.approx(0, abs=1e-9)
        assert numbers(LESSON, "lines", m=m, c=on_amber)["north"] == pytest.approx(0, abs=1e-9)


def test_along_the_amber_line_every_line_turns_about_the_means() -> None:
    x, y = days()
    first, last = told(LESSON, "lines", 7), told(LESSON, "lines", 8)
    assert first["m"] != last["m"]
    for at in (first, last):
        assert at["north"] == pytest.approx(0, abs=1e-9)
        assert at["m"] * x.mean() + at["c"] == pytest.approx(y.mean())


def test_the_determinant_of_the_bowl_is_as_told() -> None:
    x, _ = days()
    bends = 2 * np.array([[x @ x, x.sum()], [x.sum(), len(x)]])
    assert np.linalg.det(bends) == pytest.approx(4 * len(x) * np.sum((x - x.mean()) ** 2))
    h = 0.1
    corners = chi2(1 + h, 1 + h) - chi2(1 + h, 1 - h) - chi2(1 - h, 1 + h) + chi2(1 - h, 1 - h)
    assert corners / (4 * h * h) == pytest.approx(bends[0, 1])


def test_the_families_in_the_figure_are_those_of_the_notebooks() -> None:
    shown = figure(LESSON, "galton")["rows"]["families"]
    parents, children, count = families().T
    assert sorted(shown["x"]) == pytest.approx(list(np.sort(parents)), abs=0.0051)
    assert sorted(shown["y"]) == pytest.approx(list(np.sort(children)), abs=0.0051)
    assert sum(shown["n"]) == count.sum() == 934
    assert len(shown["x"]) == 205


def test_the_line_through_the_families_is_the_one_numpy_finds() -> None:
    parents, children, count = families().T
    slope = np.polyfit(parents, children, 1, w=np.sqrt(count))[0]
    back = np.polyfit(children, parents, 1, w=np.sqrt(count))[0]
    now = numbers(LESSON, "galton")
    assert (now["best"], now["back"]) == pytest.approx((slope, back), abs=0.0005)
    assert is_done(LESSON, "galton", m=float(slope))
    assert not is_done(LESSON, "galton", m=1)


@pytest.mark.parametrize(("rows", "key"), [("classes", 0), ("turned", 1)])
def test_the_means_by_height_are_those_of_the_file(rows: str, key: int) -> None:
    shown = figure(LESSON, "galton")["rows"][rows]
    data = np.round(families(), 2)
    edges = [64, 66, 67, 68, 69, 70, 71, 72, 76]
    for k, (low, high) in enumerate(pairwise(edges)):
        these = data[(data[:, key] >= low) & (data[:, key] < high)]
        mean = np.average(these, axis=0, weights=these[:, 2])
        assert (shown["u"][k], shown["v"][k]) == pytest.approx((mean[0], mean[1]), abs=0.051)


def test_the_heights_named_in_the_story_stand_in_the_figure() -> None:
    rows, text = figure(LESSON, "galton")["rows"], lesson_text(LESSON)
    for words, group, place in (
        (r"Parents of ([\d.]+) have children of ([\d.]+): tall", "classes", -1),
        (r"parents of ([\d.]+) have children of ([\d.]+)\. Both ends", "classes", 0),
    ):
        found = re.search(words, text)
        assert found
        assert [float(found[1]), float(found[2])] == [rows[group]["u"][place], rows[group]["v"][place]]
    assert f"tallest *children*, {rows['turned']['v'][-1]} inches" in text
    assert f"They are [{rows['turned']['u'][-1]}]" in text
    assert f"The notebooks say {rows['turned']['u'][-1]}." in text


def test_both_ends_are_drawn_to_the_middle_whichever_way_one_looks() -> None:
    rows = figure(LESSON, "galton")["rows"]
    for given, guessed in (("classes", "uv"), ("turned", "vu")):
        from_, to = (np.array(rows[given][name]) for name in guessed)
        assert to[0] > from_[0]
        assert to[-1] < from_[-1]


def test_the_turned_line_answers_taller_parents_than_the_notebooks() -> None:
    now, rows = numbers(LESSON, "galton"), figure(LESSON, "galton")["rows"]
    slope, middle_x, middle_y = now["best"], now["xb"], now["yb"]
    assert now["tall"] == pytest.approx(middle_x + (rows["turned"]["v"][-1] - middle_y) / slope)
    assert now["tall"] > rows["turned"]["u"][-1] + 2


def test_the_children_are_spread_as_widely_as_their_parents() -> None:
    with GALTON.open(newline="") as file:
        rows = list(csv.DictReader(file))
    one_a_family = {row["family"]: row for row in rows}.values()
    parents = [float(row["father_in"]) for row in one_a_family]
    parents += [WOMEN * float(row["mother_in"]) for row in one_a_family]
    children = [
        float(row["child_height_in"]) * (WOMEN if row["child_sex"] == "female" else 1) for row in rows
    ]
    assert np.std(children) == pytest.approx(np.std(parents), rel=0.1)

"""The refresher on vectors and matrices: its sums, its questions and its pace, checked with NumPy."""

import re
import runpy
from functools import cache
from typing import Any

import numpy as np
import pytest

from tests.content.what_is_calculus.lessons import figure, lesson_text
from upslope.course import default_course_path, load_course
from upslope.questions import Draw

QUESTIONS = default_course_path() / "what-is-calculus" / "how-to-succeed" / "questions"
TEXT = lesson_text("how-to-succeed")
MATRIX = re.compile(r"\\begin\{bmatrix\} ([^a-z]*?) \\end\{bmatrix\}")


def array(latex: str) -> np.ndarray:
    return np.array([[float(entry) for entry in row.split("&")] for row in latex.split(r"\\")])


@cache
def script(question: str) -> dict[str, Any]:
    return runpy.run_path(str(QUESTIONS / question / "question.py"))


def drawn(question: str, seed: int) -> Draw:
    draw = script(question)["generate"](np.random.default_rng(seed))
    assert isinstance(draw, Draw)
    return draw


def key(draw: Draw) -> np.ndarray:
    rows = draw.parts[0].key["answer"].strip("[]").split(";")
    return np.array([[eval(entry) for entry in row.split(",")] for row in rows], float)


def test_the_sums_on_the_page_are_right() -> None:
    a, b, total, twice = (array(one) for one in MATRIX.findall(TEXT)[:4])
    assert (a + b == total).all()
    assert (2 * a == twice).all()
    matrix, vector, result = (array(one) for one in MATRIX.findall(TEXT)[4:7])
    assert (matrix @ vector == result).all()


def test_the_opening_arrows_are_those_of_the_text() -> None:
    state = figure("how-to-succeed", "arrows")["state"]
    a, b = (array(one).ravel() for one in MATRIX.findall(TEXT)[:2])
    assert [state[name] for name in "abcd"] == [*a, *b]
    assert a @ b == 5


@pytest.mark.parametrize("seed", range(5))
def test_the_products_and_transposes_are_those_of_numpy(seed: int) -> None:
    values = drawn("one-map-after-another", seed).values
    first, second = (np.array([values[n] for n in names], float).reshape(2, 2) for names in ("abcd", "pqrs"))
    assert (key(drawn("one-map-after-another", seed)) == first @ second).all()
    turned = drawn("lay-it-on-its-side", seed)
    (shown,) = MATRIX.findall(str(turned.values["matrix"]))
    assert (key(turned) == array(shown).T).all()


@pytest.mark.parametrize("seed", range(5))
def test_the_inverse_undoes_its_matrix(seed: int) -> None:
    draw = drawn("the-way-back", seed)
    matrix = np.array([draw.values[name] for name in "abcd"], float).reshape(2, 2)
    assert matrix @ key(draw) == pytest.approx(np.eye(2))


@pytest.mark.parametrize("seed", range(5))
def test_the_effect_of_a_matrix_goes_by_the_sign_of_its_determinant(seed: int) -> None:
    draw = drawn("grown-or-flattened", seed)
    matrix = np.array([float(str(one)) for one in draw.values["matrix"].children]).reshape(2, 2)
    det = np.linalg.det(matrix)
    assert float(draw.parts[0].key["answer"]) == pytest.approx(det, abs=1e-9)
    effect = draw.parts[1].key
    (text,) = (one["text"] for one in effect["options"] if one["id"] == effect["answer"])
    assert text == (
        "It presses the square flat."
        if abs(det) < 0.5
        else "It leaves the square face up."
        if det > 0
        else "It turns the square on its back."
    )


def test_the_first_module_takes_about_the_hours_that_the_page_promises() -> None:
    module = load_course(default_course_path()).modules[0]
    hours = sum(item.minutes for item in module.items) / 60
    assert "about four hours" in TEXT
    assert hours == pytest.approx(4, abs=0.4)

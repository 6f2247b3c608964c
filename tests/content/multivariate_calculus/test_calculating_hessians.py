"""The quiz on Hessians against SymPy."""

import pytest
import sympy

from tests.content.multivariate_calculus.lessons import draw
from tests.content.multivariate_calculus.matrices_in_sympy import (
    X,
    Y,
    Z,
    answer,
    chosen,
    grid,
    in_letters,
    kind,
    same,
)

NAME = "calculating-hessians"
SEEDS = pytest.mark.parametrize("seed", range(3))


@SEEDS
def test_every_hessian_is_the_one_that_sympy_finds(seed: int) -> None:
    for question, letters in (("a-wavy-field", (X, Y)), ("a-box-of-three", (X, Y, Z))):
        drawn = draw(NAME, question, seed)
        assert same(grid(answer(drawn, "hessian")), sympy.hessian(in_letters(drawn.values["f"]), letters))


@SEEDS
def test_the_table_of_a_form_and_the_form_of_a_table_fit(seed: int) -> None:
    drawn = draw(NAME, "a-form-and-back", seed)
    assert grid(answer(drawn, "hessian")) == sympy.hessian(in_letters(drawn.values["q"]), (X, Y))
    form = in_letters(answer(drawn, "form"))
    assert sympy.hessian(form, (X, Y)) == grid(drawn.values["other"])
    assert form.subs({X: 0, Y: 0}) == form.diff(X).subs({X: 0, Y: 0}) == form.diff(Y).subs({X: 0, Y: 0}) == 0


@SEEDS
def test_the_bakery_has_one_level_place_and_spoils_least_there(seed: int) -> None:
    drawn = draw(NAME, "where-it-is-level", seed)
    f = in_letters(drawn.values["f"])
    assert f.subs({X: 0, Y: 0}) == 0
    assert same(grid(answer(drawn, "slopes")), sympy.Matrix([[f.diff(X), f.diff(Y)]]))
    (level,) = sympy.solve([f.diff(X), f.diff(Y)], [X, Y], dict=True)
    assert grid(answer(drawn, "place")) == sympy.Matrix([[level[X], level[Y]]])
    assert in_letters(drawn.values["solved"]).subs(level) == level[Y]
    assert kind(sympy.hessian(f, (X, Y))) == "minimum"


@SEEDS
def test_the_place_is_level_and_is_what_its_principal_bends_say(seed: int) -> None:
    drawn = draw(NAME, "what-kind-of-place", seed)
    f, place = in_letters(drawn.values["f"]), {X: drawn.values["p"], Y: drawn.values["q"]}
    assert f.diff(X).subs(place) == f.diff(Y).subs(place) == 0
    bends = sympy.hessian(f, (X, Y)).subs(place)
    assert grid(answer(drawn, "hessian")) == bends
    assert int(answer(drawn, "det")) == bends.det()
    assert kind(bends) in chosen(drawn, "kind")


def test_all_three_kinds_of_place_are_asked_for() -> None:
    kinds = {chosen(draw(NAME, "what-kind-of-place", seed), "kind") for seed in range(20)}
    assert kinds == {"a minimum", "a maximum", "a saddle"}

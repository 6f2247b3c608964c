"""The quiz on using Taylor series, its answers checked with SymPy from what the prompts say."""

from collections.abc import Iterator

import pytest
import sympy

from tests.content.taylor_series.lessons import draw

ITEM = "applying-the-taylor-series"
X, N = sympy.symbols("x n", positive=True)
SEEDS = range(6)


def as_sympy(written: object) -> sympy.Expr:
    """Return maths as the core writes it, for SymPy."""
    names = {"x": X, "n": N, "e": sympy.E}
    return sympy.sympify(str(written).replace("^", "**"), locals=names)


def taylor(f: sympy.Expr, about: int, order: int) -> sympy.Expr:
    """Return the Taylor polynomial from derivatives."""
    terms = (
        sympy.diff(f, X, k).subs(X, about) * (X - about) ** k / sympy.factorial(k) for k in range(order + 1)
    )
    return sum(terms)


def drawn(question: str) -> Iterator[tuple[dict[str, object], list[sympy.Expr]]]:
    """Return the values of some draws, and the answers to their parts."""
    for seed in SEEDS:
        found = draw(ITEM, question, seed)
        yield dict(found.values), [as_sympy(part.key["answer"]) for part in found.parts]


@pytest.mark.parametrize(
    ("question", "order"),
    [("series-in-disguise", 4), ("hiking-time-near-a-pace", 2), ("root-by-a-parabola", 2)],
)
def test_the_polynomials_are_those_of_derivatives(question: str, order: int) -> None:
    for values, answers in drawn(question):
        f = as_sympy(values["f"]) if "f" in values else as_sympy(values["c"]) * sympy.sqrt(X)
        right = taylor(f, int(str(values.get("a", 0))), order)
        assert sympy.expand(answers[0] - right) == 0


def test_the_values_of_the_parabolas_are_nearer_to_the_root_than_the_line() -> None:
    for values, (parabola, value) in drawn("root-by-a-parabola"):
        there = as_sympy(values["there"])
        assert parabola.subs(X, sympy.nsimplify(there)) == value
        true = float(as_sympy(values["c"]) * sympy.sqrt(there))
        line = float(taylor(as_sympy(values["c"]) * sympy.sqrt(X), int(str(values["a"])), 1).subs(X, there))
        assert abs(float(value) - true) < abs(line - true) / 2


def test_what_is_missing_is_the_value_on_the_calculator_less_that_of_the_polynomial() -> None:
    for values, missing in drawn("one-term-more"):
        f, h = as_sympy(values["f"]), sympy.Rational(str(values["h"]))
        assert float(f.subs(X, h)) == pytest.approx(float(str(values["true"])), abs=6e-5)
        for order, answer in enumerate(missing, 1):
            said = float(str(values["true"])) - float(taylor(f, 0, order).subs(X, h))
            assert float(answer) == pytest.approx(said, abs=1e-6)


def test_the_general_term_adds_up_to_the_function() -> None:
    for values, (term, before) in drawn("term-number-n"):
        f, n = as_sympy(values["f"]), int(str(values["n"]))
        at = sympy.Rational(1, 20)
        assert float(sum(term.subs({N: k, X: at}) for k in range(25))) == pytest.approx(float(f.subs(X, at)))
        assert term.subs({N: n, X: 1}) == before

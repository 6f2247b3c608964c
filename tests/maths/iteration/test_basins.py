import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import newton

from upslope.maths import MathsError, number, parse
from upslope.maths.expressions.expression import Expression
from upslope.maths.iteration.basins import CHUNK, MOST_STARTS, basins
from upslope.maths.iteration.newton_raphson import newton_raphson
from upslope.maths.iteration.solution import ENDINGS

TEXTS = [
    "x^3 - 2x + 2",
    "x^2 - 2",
    "x^2 + 1",
    "atan(x)",
    "ln(x)",
    "sqrt(x) - 1",
    "exp(x) - 2",
    "exp(-x^2) - 1/2",
    "x^2 - 2x + 1",
    "sin(x)",
    "x/(x^2 + 1)",
    "abs(x) + 1",
    "x^6/6 - 3x^4 - 2x^3/3 + 27x^2/2 + 18x - 30",
]


def assert_agrees_with_single_searches(f: Expression, starts: list[float]) -> None:
    together = basins(f, starts)
    for k, start in enumerate(starts):
        alone = newton_raphson(f, start)
        assert ENDINGS[together.codes[k]] == alone.outcome.ending, start
        assert together.steps[k] == alone.steps
        if alone.outcome.converged:
            place = together.places[together.index[k]]
            assert place == pytest.approx(alone.value[0], rel=1e-4, abs=1e-4)
        else:
            assert together.index[k] == -1


@pytest.mark.parametrize("text", TEXTS)
def test_every_start_ends_as_it_would_alone(text: str) -> None:
    assert_agrees_with_single_searches(parse(text), np.linspace(-3.1, 3.1, 20).tolist())


@given(
    st.lists(st.integers(-6, 6), min_size=2, max_size=6),
    st.lists(st.floats(-4, 4), min_size=1, max_size=6),
)
@settings(deadline=None, max_examples=25)
def test_so_it_does_for_any_polynomial(coefficients: list[int], starts: list[float]) -> None:
    x = parse("x")
    f = sum((number(c) * x**k for k, c in enumerate(coefficients)), number(0))
    assert_agrees_with_single_searches(f, starts)


def test_real_roots_are_numbered_from_the_left() -> None:
    found = basins(parse("x^3 - x"), [-5.0, 0.1, 7.0])
    assert found.places == pytest.approx([-1, 0, 1], abs=1e-12)
    assert found.index.tolist() == [0, 1, 2]


def test_a_tenth_of_a_million_starts_share_the_line_as_scipy_says() -> None:
    starts = np.linspace(-3, 3, 100_001)
    found = basins(parse("x^3 - x - 1/10"), starts)
    theirs = newton(
        lambda x: x**3 - x - 0.1, starts, fprime=lambda x: 3 * x**2 - 1, maxiter=60, full_output=True
    )
    both = found.index >= 0
    both &= theirs.converged
    assert both.mean() > 0.999
    assert (np.abs(found.places[found.index] - theirs.root)[both] < 1e-6).all()


def test_the_basins_of_the_cube_roots_of_one_have_their_threefold_symmetry() -> None:
    axis = np.linspace(-2, 2, 160)
    plane = axis + 1j * axis[:, np.newaxis]
    found = basins(parse("x^3 - 1"), plane)
    assert found.index.shape == plane.shape
    assert sorted(found.places, key=np.angle) == pytest.approx(np.exp(2j * np.pi * np.array([-1, 0, 1]) / 3))
    turned = basins(parse("x^3 - 1"), plane * np.exp(2j * np.pi / 3))
    there, turned_there = found.places[found.index], turned.places[turned.index]
    both = (found.index >= 0) & (turned.index >= 0)
    assert both.mean() > 0.999
    same = np.isclose(there * np.exp(2j * np.pi / 3), turned_there)
    assert same[both].mean() > 0.999


def test_complex_starts_find_roots_where_real_ones_cannot() -> None:
    assert basins(parse("x^2 + 1"), [0.5 + 0.1j, 0.5 - 0.1j]).places == pytest.approx([-1j, 1j], abs=1e-12)
    assert basins(parse("exp(x) + 1"), [0.3 + 3j]).places == pytest.approx([np.pi * 1j])


def test_no_start_among_many_finds_a_root_or_a_cycle_where_points_jump_about() -> None:
    found = basins(parse("x^2 + 1"), np.linspace(-3, 3, 20_000))
    assert set(np.unique(found.codes)) <= {ENDINGS.index("out of steps"), ENDINGS.index("flat")}


def test_nearly_all_starts_near_the_cycle_of_the_cubic_are_seen_to_cycle() -> None:
    found = basins(parse("x^3 - 2x + 2"), np.linspace(-0.05, 0.1, 5_000))
    assert (found.codes == ENDINGS.index("cycling")).all()


def test_a_root_that_counts_three_times_is_one_place() -> None:
    found = basins(parse("x^3 - 3x^2 + 3x - 1"), np.linspace(-4, 7, 3_000))
    assert found.places == pytest.approx([1], abs=1e-4)
    assert (found.index == 0).all()


def test_chunks_do_not_show() -> None:
    starts = np.linspace(0.5, 4, CHUNK + 10)
    found = basins(parse("x^2 - 2"), starts)
    assert found.codes.shape == found.index.shape == found.steps.shape == starts.shape
    assert found.places == pytest.approx([np.sqrt(2)])


def test_no_starts_are_no_trouble() -> None:
    found = basins(parse("x"), np.zeros((0, 3)))
    assert found.index.shape == (0, 3)
    assert found.places.size == 0


def test_too_many_starts_are_refused() -> None:
    with pytest.raises(MathsError, match="4000001 starts are too many"):
        basins(parse("x"), np.broadcast_to(1.0, MOST_STARTS + 1))


def test_starts_that_are_no_numbers_are_refused() -> None:
    with pytest.raises(MathsError, match="Leave out NaN and infinities"):
        basins(parse("x"), [1.0, np.nan])

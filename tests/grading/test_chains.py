"""A chain gives the right answer, and every way to get one or two of its links wrong."""

import numpy as np
import pytest

from upslope.grading.chains import Chain, Factor, Slip, Values, remembered
from upslope.grading.judging.trials import draw_trials
from upslope.grading.lab_checks import FunctionCheck, Situation
from upslope.grading.results import BrokenChain, Link

OUTER, INNER = Link(r"e^{kx}", "outer"), Link("k", "inner")
CHAIN = Chain(
    r"\frac{df}{dx}",
    lambda x, k: {"x": x, "k": k},
    (
        Factor(
            OUTER,
            lambda _, v: np.exp(v["k"] * v["x"]),
            (Slip("no k", "The k is missing.", lambda _, v: np.exp(v["x"]), present="exp"),),
        ),
        Factor(
            INNER,
            lambda made, v: made * v["k"],
            (
                Slip("missing", "The inner link is missing.", lambda made, v: made, absent="k"),
                Slip("x for k", "The inner link takes x.", lambda made, v: made * v["x"]),
            ),
        ),
    ),
)
X = np.array([0.3, 0.7])


def test_a_chain_is_the_product_of_its_links() -> None:
    measured = (np.exp(2 * (X + 1e-6)) - np.exp(2 * (X - 1e-6))) / 2e-6
    np.testing.assert_allclose(CHAIN(X, 2.0), measured, rtol=1e-8)
    assert CHAIN.picture == BrokenChain(r"\frac{df}{dx}", (OUTER, INNER), ())


def test_every_slip_is_a_fault_that_breaks_its_own_link() -> None:
    found = {fault.code: (fault.broken, fault.wrong(X, 2.0)) for fault in CHAIN.faults()}
    assert {code: broken for code, (broken, _) in found.items()} == {
        "no k": (0,),
        "missing": (1,),
        "x for k": (1,),
    }
    np.testing.assert_allclose(found["no k"][1], 2 * np.exp(X))
    np.testing.assert_allclose(found["missing"][1], np.exp(2 * X))
    assert (CHAIN.faults()[0].present, CHAIN.faults()[1].absent) == ("exp", "k")


def test_two_faults_break_two_links_and_never_the_same_one_twice() -> None:
    doubles = list(CHAIN.double_faults())
    assert [fault.code for fault in doubles] == ["no k and missing", "no k and x for k"]
    assert doubles[0].broken == (0, 1)
    assert doubles[0].sentence == "Two things. The k is missing. The inner link is missing."
    np.testing.assert_allclose(doubles[0].wrong(X, 2.0), np.exp(X))


def test_the_values_of_a_point_are_worked_out_once_and_of_another_anew() -> None:
    asked: list[float] = []

    def values(x: np.ndarray, **_: object) -> Values:
        asked.append(float(x[0]))
        return {"x": x}

    remembering = remembered(values, most=2)
    one, alike = np.array([1.0]), np.array([1.0])
    assert remembering(one, k=X)["x"] is remembering(one, k=X)["x"] is one
    assert remembering(alike, k=X)["x"] is alike
    assert remembering(one, k=np.array([3.0]))["x"] is one
    assert asked == [1.0, 1.0, 1.0]
    for n in range(5):
        assert remembering(np.array([float(n)]))["x"][0] == n


@pytest.mark.parametrize("same", [True, False])
def test_checks_that_ask_for_the_same_calls_share_them(same: bool) -> None:
    def draw(rng: np.random.Generator) -> tuple[np.ndarray]:
        return (rng.uniform(size=3),)

    others = () if same else (Situation("for one", draw),)
    checks = [FunctionCheck("f", draw, np.sin), FunctionCheck("g", draw, np.cos, situations=others)]
    first, second = draw_trials(checks, np.random.default_rng(1))
    assert (first.scenes[0] is second.scenes[0]) == same
    assert len({scene.arguments[0].tobytes() for scene in first.scenes}) == 4

"""The backpropagation lab: its references, every number in its text, its training, its point for home."""

import contextlib
import io
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest

from tests.content.learners.backpropagation_wrong import code
from upslope.course import default_course_path
from upslope.grading.judging.try_at_home import try_at_home
from upslope.grading.lab import load_lab
from upslope.grading.lab_checks import FunctionCheck, scene_of
from upslope.maths.networks.neural_network import Network, backpropagate, unpacked
from upslope.maths.networks.neural_network import cost as cost_of

FOLDER = default_course_path() / "multivariate-chain-rule/backpropagation"
LAB = load_lab(FOLDER)
TEXT = " ".join(" ".join(cell.source.split()) for cell in LAB.cells if cell.kind == "text")
PARAMETERS = ("W1", "W2", "W3", "b1", "b2", "b3")
SOURCE = (FOLDER / "lab.py").read_text(encoding="utf-8")
UNTRAINED = SOURCE.replace("\nplot_training(x, y)\n", "\n")


def run(source: str, seed: int = 1) -> tuple[dict[str, Any], str]:
    """Run code as the lab's own session would, silently; return its names and what it printed."""
    names: dict[str, Any] = {"__name__": "__main__"}
    printed = io.StringIO()
    np.random.seed(seed)  # noqa: NPY002  (the lab draws from the old generator, as learners do)
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(printed):
        plt.switch_backend("svg")
        patch.setattr(plt, "show", lambda: plt.close("all"))
        exec(compile(source, "lab.py", "exec"), names)
    plt.close("all")
    return names, printed.getvalue()


@pytest.fixture(scope="module")
def finished() -> tuple[dict[str, Any], str]:
    """The solved lab, run from top to bottom."""
    return run(SOURCE)


@pytest.fixture(scope="module")
def untrained() -> dict[str, Any]:
    """The solved lab without its training."""
    return run(UNTRAINED)[0]


def check_of(name: str) -> FunctionCheck:
    return next(check for check in LAB.checks if check.name == name)


def network_of(given: Any) -> Network:
    """The same weights in a network of our maths core, which works out gradients in another way."""
    pairs = [np.hstack([given[f"W{k}"], given[f"b{k}"]]) for k in (1, 2, 3)]
    sizes = (1, *(len(pair) for pair in pairs))
    return Network(sizes, ("logistic",) * 3, np.concatenate([pair.ravel() for pair in pairs]))


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_the_references_are_the_gradients_of_the_maths_core(parameter: str) -> None:
    rng = np.random.default_rng(1)
    check = check_of(f"J_{parameter}")
    for situation in check.all_situations:
        scene = scene_of(situation.draw(rng))
        network = network_of(scene.given)
        gradient = unpacked(network.sizes, backpropagate(network, *scene.arguments))[int(parameter[1]) - 1]
        expected = gradient[:, :-1] if parameter[0] == "W" else gradient[:, -1:]
        np.testing.assert_allclose(check.reference(*scene.arguments, **scene.given), expected, rtol=1e-9)


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_the_references_are_the_measured_slopes(parameter: str) -> None:
    check = check_of(f"J_{parameter}")
    assert check.home is not None
    scene = check.home.scene
    right = check.reference(*scene.arguments, **scene.given)
    np.testing.assert_allclose(check.home.measured(), right, atol=1e-8 * np.max(np.abs(right)) + 1e-10)


def test_the_solutions_in_the_lab_agree_with_the_references(untrained: dict[str, Any]) -> None:
    given = {name: untrained[name] for name in PARAMETERS}
    x, y = untrained["x"], untrained["y"]
    assert untrained["cost"](x, y) == pytest.approx(cost_of(network_of(given), x, y))
    for check in LAB.checks:
        np.testing.assert_allclose(untrained[check.name](x, y), check.reference(x, y, **given), rtol=1e-9)


def test_the_shapes_in_the_text_are_those_of_the_network(untrained: dict[str, Any]) -> None:
    shapes = [" × ".join(map(str, untrained[name].shape)) for name in ("W1", "W2", "W3")]
    assert f"| `W1`, `W2`, `W3` | weights | {', '.join(shapes)} |" in TEXT
    shapes = [" × ".join(map(str, untrained[name].shape)) for name in ("b1", "b2", "b3")]
    assert f"| `b1`, `b2`, `b3` | biases | {', '.join(shapes)} |" in TEXT
    numbers = sum(untrained[name].size for name in PARAMETERS)
    assert f"a slope for each of its {numbers} weights and biases" in TEXT
    assert f"for each of the {numbers} numbers" in TEXT
    for name in ("b3", "b2"):
        assert f"| {untrained[name].shape[0]} × 1, like `{name}` |" in TEXT


def test_the_chain_for_the_first_weights_has_as_many_links_as_the_text_says() -> None:
    chain = check_of("J_W1").chain
    assert chain is not None
    *links, average = chain.links
    assert average.meaning == "the average over the N examples"
    assert len(links) == 7
    assert "It has seven links." in TEXT


def test_the_curve_is_closed_and_fits_into_what_sigma_can_reach(untrained: dict[str, Any]) -> None:
    curve = untrained["curve"]
    np.testing.assert_allclose(curve(np.array([0.0])), curve(np.array([1.0])), atol=1e-12)
    y = curve(np.linspace(0, 1, 500))
    assert np.min(y) > 0.05
    assert np.max(y) < 0.95


def test_what_comparing_shows_is_what_the_text_says(finished: tuple[dict[str, Any], str]) -> None:
    lines = [line for line in finished[1].splitlines() if "largest difference" in line]
    assert [line.split(":")[0] for line in lines] == ["J_W3", "J_b3", "J_W2", "J_b2", "J_W1", "J_b1"]
    gaps = [float(line.split()[3].rstrip(",")) for line in lines]
    assert max(gaps) < 1e-10
    assert "a difference with ten zeros after the point" in TEXT
    assert 0.005 < float(lines[0].split()[-1]) < 0.3
    assert "Slopes of a hundredth or a tenth" in TEXT


def test_training_draws_the_heart_as_the_text_says(untrained: dict[str, Any]) -> None:
    assert (
        "It began as a scribble with a cost above 0.1, and after 3,000 steps the cost is below 0.01." in TEXT
    )
    for seed in (2, 3):
        np.random.seed(seed)  # noqa: NPY002
        untrained["reset_network"]()
        costs, drawings = untrained["train"](untrained["x"], untrained["y"], 3000, 7, 0)
        assert costs[0] > 0.1
        assert costs[-1] < 0.01
        assert len(drawings) == 7
        assert np.max(np.abs(drawings[-1] - untrained["y"])) < 0.15


def test_an_aggression_of_1_is_slow_and_one_of_30_does_not_settle(untrained: dict[str, Any]) -> None:
    for aggression in (1, 30):
        np.random.seed(4)  # noqa: NPY002
        untrained["reset_network"]()
        costs, _ = untrained["train"](untrained["x"], untrained["y"], 1500, aggression, 0)
        assert costs[-1] > 0.02


def test_training_without_the_learners_functions_says_which_are_missing(untrained: dict[str, Any]) -> None:
    names = dict(untrained)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec("J_b2 = lambda x, y: None\nJ_b2.__name__ = 'J_b2'", names)
        exec(SOURCE[SOURCE.index("def plot_training") : SOURCE.index("# %%\nreset_network()\nplot")], names)
        names["plot_training"](names["x"], names["y"])
    assert printed.getvalue() == "Not yet: J_b2 must return something first.\n"


WRONG = [
    ("J_b2", "J = (W3.T @ ((a3 - y) * d_sigma(z3))) * d_sigma(z2)\nreturn np.mean(J, axis=1, keepdims=True)"),
    ("J_W3", "return (2 * (a3 - y) * sigma(z3)) @ a2.T / x.size"),
    ("J_W1", "J = W2.T @ (W3.T @ (2 * (a3 - y) * d_sigma(z3)))\nreturn (J * d_sigma(z1)) @ x.T / x.size"),
]


@pytest.mark.parametrize(("name", "body"), WRONG, ids=[name for name, _ in WRONG])
def test_the_code_for_home_prints_the_two_numbers_and_brings_the_network_back(name: str, body: str) -> None:
    home = check_of(name).home
    assert home is not None
    session = run(UNTRAINED + "\n" + code(name, body))[0]
    kept = {parameter: session[parameter] for parameter in PARAMETERS}
    session.update({parameter: value.copy() for parameter, value in home.scene.given.items()})
    shown = try_at_home(home, session[name](*home.scene.arguments))
    session.update(kept)
    assert shown is not None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(shown.code, session)
    assert printed.getvalue().split() == ["yours:", shown.yours, "measured:", shown.measured]
    assert all(session[parameter] is kept[parameter] for parameter in PARAMETERS)


@pytest.mark.parametrize("name", ["J_W3", "J_b3", "J_W2", "J_b2", "J_W1", "J_b1"])
def test_at_home_a_right_function_shows_no_difference(name: str) -> None:
    check = check_of(name)
    assert check.home is not None
    right = check.reference(*check.home.scene.arguments, **check.home.scene.given)
    assert try_at_home(check.home, right) is None
    assert try_at_home(check.home, right.ravel()) is None


def test_what_a_learner_is_told_never_holds_the_solution() -> None:
    solutions = [
        line.strip() for cell in LAB.cells if "# solution:" in cell.source for line in cell.source.split("\n")
    ]
    told = [fault.sentence for check in LAB.checks for fault in check.faults]
    told += [check.home.code for check in LAB.checks if check.home]
    returns = [line for line in solutions if line.startswith(("return", "J = W", "J = J"))]
    assert returns
    assert not [(line, text) for line in returns for text in told if line in text]

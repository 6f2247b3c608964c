"""Compares the verdict on one heights lab with nbgrader and otter-grader, in one run on one machine.

All three mark the same solved notebook (without its plots) for the same three functions, each on four
fresh draws; each must also take marks from a wrong one. The other two are no dependencies of ours: they are
installed with pip into a folder of their own, which is kept for the next time. Name another one as
``python benchmarks/graders.py FOLDER``. Where nothing can be installed, only our own figures are printed.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from upslope.course import default_course_path
from upslope.grading.batch import Batch
from upslope.grading.lab import Lab, load_lab
from upslope.grading.lab_grader import grade_notebook
from upslope.grading.notebooks.notebook import solve_notebook
from upslope.grading.sandbox import Sandbox

LAB = default_course_path() / "regression" / "fitting-heights"
PEERS = ("nbgrader==0.9.6", "otter-grader==7.0.0", "ipykernel", "numpy")
TIMES, MANY = 3, 10
SETTING = """import numpy as np
rng = np.random.default_rng()
for _ in range(4):
    x = rng.uniform(125, 145) + rng.uniform(1.5, 3.0) * np.arange(rng.integers(20, 40))
    mu, sig = rng.uniform(150, 185), rng.uniform(4.5, 12)
    g = np.exp(-((x - mu) ** 2) / (2 * sig**2)) / (sig * np.sqrt(2 * np.pi))
    in_mu, in_sig = g * (x - mu) / sig**2, g * ((x - mu) ** 2 - sig**2) / sig**3
    y = g * rng.uniform(0.8, 1.2, x.size)
    step = 4000 * np.array([(y - g) @ in_mu, (y - g) @ in_sig])
    np.testing.assert_allclose({call}, {right}, rtol=1e-5, atol=1e-9)
"""
TESTS = {
    "dfdmu": SETTING.format(call="dfdmu(x, mu, sig)", right="in_mu"),
    "dfdsig": SETTING.format(call="dfdsig(x, mu, sig)", right="in_sig"),
    "steepest_step": SETTING.format(call="steepest_step(x, y, mu, sig, 2000)", right="step"),
}
OTTER_TEST = """OK_FORMAT = False
from otter.test_files import test_case
name, points = {name!r}, 1

@test_case(points=1)
def test({name}, {others}):
{body}"""
SCORES = """
from nbgrader.api import Gradebook
with Gradebook("sqlite:///gradebook.db") as book:
    print([submission.score for submission in book.assignment_submissions("heights")])
"""
Notebook = dict[str, Any]


def lean_notebook(lab: Lab, *, wrong: bool = False) -> Notebook:
    """The solved notebook without what only draws, so that no grader waits for plots."""
    notebook = solve_notebook(lab)
    cells = []
    for cell in notebook["cells"]:
        source = cell["source"].replace("import matplotlib.pyplot as plt\n", "")
        if wrong:
            source = source.replace("* (x - mu) / sig**2", "* (mu - x) / sig**2")
        graded = any(f"def {name}(" in source for name in TESTS)
        if cell["cell_type"] == "code" and (graded or "given" in cell["metadata"].get("tags", [])):
            cells.append({**cell, "source": source})
    return {**notebook, "cells": cells}


def for_nbgrader(notebook: Notebook) -> Notebook:
    """The notebook with nbgrader's own marks: what is a solution, and a test cell for each function."""
    cells = []
    for number, cell in enumerate(notebook["cells"]):
        solution = any(f"def {name}(" in cell["source"] for name in TESTS)
        cells.append({**cell, "metadata": _marks(f"cell-{number}", solution=True)} if solution else cell)
    for name, source in TESTS.items():
        marks = _marks(f"test-{name}", grade=True, points=1, locked=True)
        cells.append({**notebook["cells"][0], "id": f"test-{name}", "metadata": marks, "source": source})
    return {**notebook, "cells": cells}


def _marks(name: str, **chosen: Any) -> dict[str, Any]:
    usual = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False}
    return {"nbgrader": {**usual, "grade_id": name, **chosen}}


class Peers:
    """The two others, installed in a folder of their own, and a place to work in."""

    def __init__(self, folder: Path, work: Path) -> None:
        self.bin, self.work = folder / "bin", work
        if not (self.bin / "otter").exists():
            print(f"installing {' and '.join(PEERS[:2])} into {folder} (once, some minutes)", flush=True)
            shutil.rmtree(folder, ignore_errors=True)
            venv.create(folder, with_pip=True)
            self.run(work, "python", "-m", "pip", "install", "--quiet", *PEERS)

    def run(self, folder: Path, *command: str) -> str:
        """Run one of their commands in a folder; return what it printed."""
        path = f"{self.bin}{os.pathsep}{os.environ['PATH']}"
        ended = subprocess.run(
            command, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True
        )
        if ended.returncode:
            raise RuntimeError(f"{' '.join(command)} failed:\n{ended.stderr[-2000:]}")
        return ended.stdout

    def seconds_of_nbgrader(self, right: Notebook, wrong: Notebook) -> tuple[float, float]:
        """Seconds for one verdict, and for each of ten."""
        course = self.work / "course"
        names = ["wrong", *(f"s{number}" for number in range(MANY))]
        for place in ("source", *(f"submitted/{name}" for name in names)):
            chosen = wrong if place.endswith("wrong") else right
            _write(course / place / "heights" / "heights.ipynb", json.dumps(for_nbgrader(chosen)))
        _write(course / "nbgrader_config.py", "c = get_config()\nc.CourseDirectory.course_id = 'bench'\n")
        self.run(course, "nbgrader", "generate_assignment", "heights")
        grade = ("nbgrader", "autograde", "heights", "--force", "--student")
        self.run(course, *grade, "wrong")
        one = median_seconds(lambda: self.run(course, *grade, "s0"))
        many = median_seconds(lambda: self.run(course, *grade, "s*"), 1) / MANY
        scores = json.loads(self.run(course, "python", "-c", SCORES).replace("'", '"'))
        # The wrong dfdmu costs its caller the marks too: only ours judges functions apart.
        assert sorted(scores) == [1.0] + [3.0] * MANY, f"nbgrader gives {scores}"
        return one, many

    def seconds_of_otter(self, right: Notebook, wrong: Notebook) -> tuple[float, float]:
        """Seconds for one verdict, and for each of ten; otter run takes one notebook at a time."""
        place = self.work / "otter"
        for name, source in TESTS.items():
            body = "".join(f"    {line}\n" for line in source.splitlines())
            others = ", ".join(other for other in TESTS if other != name)
            _write(place / "tests" / f"{name}.py", OTTER_TEST.format(name=name, others=others, body=body))
        self.run(place, "otter", "generate", "-t", "tests", "-o", "autograder.zip")
        for name, chosen, score in (("wrong", wrong, 1.0), ("right", right, 3.0)):
            _write(place / f"{name}.ipynb", json.dumps(chosen))
            self.run(place, "otter", "run", "-a", "autograder.zip", f"{name}.ipynb")
            given = sum(
                test.get("score") or 0 for test in json.loads((place / "results.json").read_text())["tests"]
            )
            assert given == score, f"otter-grader gives {given} for {name}"
        one = median_seconds(lambda: self.run(place, "otter", "run", "-a", "autograder.zip", "right.ipynb"))
        return one, one


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def median_seconds(work: Callable[[], object], times: int = TIMES) -> float:
    spent = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        spent.append(time.perf_counter() - started)
    return statistics.median(spent)


def our_seconds(lab: Lab, right: Notebook, wrong: Notebook, work: Path) -> dict[str, tuple[float, float]]:
    """Seconds for one verdict and for each of ten, in a program that is running, and by the command."""
    paths = [work / f"ours-{number}.ipynb" for number in range(MANY)]
    for path in paths:
        path.write_text(json.dumps(right))
    text = json.dumps(right)
    with Sandbox() as sandbox:
        print(f"sandbox: {sandbox.tier.name}")
        assert grade_notebook(json.dumps(wrong), lab, sandbox).score == 2
        assert grade_notebook(text, lab, sandbox).score == 3
        one = median_seconds(lambda: grade_notebook(text, lab, sandbox), 50)
        many = median_seconds(lambda: list(Batch(paths, lab, sandbox, 2)), 10) / MANY

    def command(*chosen: Path) -> Callable[[], object]:
        words = [sys.executable, "-m", "upslope.cli", "grade", lab.id, "--json", *map(str, chosen)]
        return lambda: subprocess.run(words, check=True, capture_output=True)

    cold = median_seconds(command(paths[0])), median_seconds(command(*paths)) / MANY
    return {"upslope": (one, many), "upslope, command": cold}


def main() -> None:
    folder = (
        Path(sys.argv[1]) if len(sys.argv) > 1 else user_cache_path("upslope", appauthor=False) / "graders"
    )
    lab = load_lab(LAB)
    right, wrong = lean_notebook(lab), lean_notebook(lab, wrong=True)
    with tempfile.TemporaryDirectory() as place:
        figures = our_seconds(lab, right, wrong, Path(place))
        try:
            peers = Peers(folder.absolute(), Path(place))
            figures["nbgrader"] = peers.seconds_of_nbgrader(right, wrong)
            figures["otter-grader"] = peers.seconds_of_otter(right, wrong)
        except (RuntimeError, OSError) as problem:
            print(f"The others could not be measured: {problem}")
    ours = figures["upslope"]
    print(f"{'':18} {'one verdict':>12} {'ratio':>8} {'each of 10':>12} {'ratio':>8}")
    for name, (one, many) in figures.items():
        ratios = one / ours[0], many / ours[1]
        print(f"{name:18} {1000 * one:9.1f} ms {ratios[0]:7.0f}× {1000 * many:9.1f} ms {ratios[1]:7.0f}×")


if __name__ == "__main__":
    main()

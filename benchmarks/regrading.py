"""Measures regrading: 500 notebooks of the heights lab by the command, with progress, and once more where all
are known; and how many submissions a second the library grades on two cores.

Half of the notebooks are right, the others have mistakes, are not finished, or are damaged.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from graders import lean_notebook

from upslope.course import default_course_path
from upslope.grading.batch import Batch
from upslope.grading.lab import Lab, load_lab
from upslope.grading.notebooks.notebook import as_file, build_notebook, solve_notebook
from upslope.grading.sandbox import Sandbox

LAB = default_course_path() / "regression" / "fitting-heights"
NOTEBOOKS, BAR_SECONDS, BAR_RATE = 500, 60, 100
MISTAKES = (
    ("* (x - mu) / sig**2", "* (mu - x) / sig**2"),
    ("sig**3", "sig**2"),
    ("-aggression", "aggression"),
    ("return f(x, mu", "retrun f(x, mu"),
    ("np.sum(", "np.mean("),
)


def notebooks(lab: Lab, folder: Path) -> list[Path]:
    """Write what 500 learners might send."""
    rng = random.Random(1)
    solved, fresh = as_file(solve_notebook(lab)), as_file(build_notebook(lab))
    paths = []
    for number in range(NOTEBOOKS):
        text = solved
        if number % 2:
            text = text.replace(*rng.choice(MISTAKES)) if rng.random() < 0.9 else fresh
        if number % 50 == 49:
            text = text[: rng.randrange(len(text))]
        paths.append(folder / f"{number:03}.ipynb")
        paths[-1].write_text(text)
    return paths


def regrade(folder: Path, results: Path) -> tuple[float, str]:
    """Return how long the command takes for a folder, and what it says."""
    command = [sys.executable, "-m", "upslope.cli", "grade", "fitting-heights", str(folder), "--progress"]
    started = time.perf_counter()
    ended = subprocess.run([*command, "--output", str(results)], capture_output=True, text=True, check=False)
    return time.perf_counter() - started, ended.stderr


def main() -> None:
    lab = load_lab(LAB)
    with tempfile.TemporaryDirectory() as place:
        folder, results = Path(place, "notebooks"), Path(place, "results.jsonl")
        folder.mkdir()
        paths = notebooks(lab, folder)
        spent, said = regrade(folder, results)
        print(said.strip())
        lines = [json.loads(line) for line in results.read_text().splitlines()]
        assert len(lines) == NOTEBOOKS
        full = sum(line["score"] == line["max_score"] for line in lines)
        print(f"{NOTEBOOKS} notebooks, {full} with full marks: {spent:.1f} s (bar: {BAR_SECONDS} s)")
        again, said = regrade(folder, results)
        print(f"once more: {again:.2f} s. {said.strip()}")
        lean = Path(place, "lean.ipynb")
        lean.write_text(json.dumps(lean_notebook(lab)))
        with Sandbox() as sandbox:
            for what, sent in (("whole, with its training", paths[::2]), ("functions alone", [lean] * 250)):
                rates = " and ".join(f"{rate(sent, lab, sandbox, jobs):.0f}" for jobs in (1, 2))
                print(f"library, notebooks {what}: {rates} a second with 1 and 2 at once (bar: {BAR_RATE})")


def rate(paths: list[Path], lab: Lab, sandbox: Sandbox, jobs: int) -> float:
    """Return how many right notebooks are graded in a second."""
    list(Batch(paths[:20], lab, sandbox, jobs))
    started = time.perf_counter()
    graded = list(Batch(paths, lab, sandbox, jobs))
    spent = time.perf_counter() - started
    assert all(one.result.score == one.result.max_score for one in graded)
    return len(paths) / spent


if __name__ == "__main__":
    main()

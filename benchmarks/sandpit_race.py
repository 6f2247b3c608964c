"""How long a race over 100 sandpits takes: five strategies, the learner's in a sandboxed child for each pit.

Run: ``python benchmarks/sandpit_race.py``
"""

import json
import time
from pathlib import Path

from upslope.grading.lab import load_lab
from upslope.grading.notebooks.notebook import read_notebook, solve_notebook
from upslope.grading.pits.pit_race import YOURS, run_race
from upslope.grading.pits.pit_strategy import pit_strategy
from upslope.grading.sandbox import Sandbox
from upslope.maths.sandpits.race import tally

LAB = Path(__file__).parents[1] / "courses/multivariate-calculus/optimisation/gradient-descent-in-a-sandpit"
BAR = 3.0  # seconds


def main() -> None:
    lab = load_lab(LAB)
    strategy = pit_strategy(read_notebook(json.dumps(solve_notebook(lab))), lab.given_sources)
    with Sandbox() as sandbox:
        for number, pits in ((1, "pits made afresh"), (1, "pits known"), (2, "pits made afresh")):
            begun, worked = time.perf_counter(), time.process_time()
            longest = [0.0, begun]

            def on_pit(_: int, longest: list[float] = longest) -> bool:
                now = time.perf_counter()
                longest[:] = max(longest[0], now - longest[1]), now
                return True

            race = run_race(number, strategy, sandbox, on_pit)
            took, work = time.perf_counter() - begun, time.process_time() - worked
            found = tally(race.walks[YOURS]).found
            print(
                f"race {number}, {pits:16}: {took:.2f} s (bar {BAR:g}), {work:.2f} s outside the sandbox; "
                f"longest pause {1000 * longest[0]:.0f} ms; found {found} of 100"
            )


if __name__ == "__main__":
    main()

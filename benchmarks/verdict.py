"""Compares a lab's verdict in the sandbox with a fresh interpreter that runs the same notebook's code.

A fresh interpreter is what grading costs without a zygote, before anything is judged. A sandboxed
child is also compared with a bare ``os.fork`` of an interpreter that holds numpy:
that is the price of shutting learner code in.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from upslope.course import default_course_path
from upslope.grading.lab import load_lab
from upslope.grading.lab_grader import grade_notebook
from upslope.grading.launch import RUNNER
from upslope.grading.notebook import solve_notebook
from upslope.grading.sandbox import Sandbox

TIMES = 15
LAB = default_course_path() / "regression" / "fitting-heights"
# The same silence for plots that the sandbox has: importing matplotlib would make the other side look bad.
SILENCE = f"""
import sys
sys.path.insert(0, {str(RUNNER.parent)!r})
from runner.stand_ins import StandInFinder
sys.meta_path.insert(0, StandInFinder())
"""
FORKS = """
import os, time, statistics, numpy, numpy.random
spent = []
for _ in range(200):
    started = time.perf_counter()
    child = os.fork()
    if child == 0:
        os._exit(0)
    spent.append(1000 * (time.perf_counter() - started))
    os.waitpid(child, 0)
print(statistics.median(spent))
"""


def median_ms(work: Callable[[], object], times: int = TIMES) -> float:
    work()
    spent = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        spent.append(1000 * (time.perf_counter() - started))
    return statistics.median(spent)


def run_fresh(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout


def main() -> None:
    lab = load_lab(LAB)
    notebook = solve_notebook(lab)
    code = [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    program = "\n".join([SILENCE, *code])
    text = json.dumps(notebook)
    fork = float(run_fresh(FORKS))
    with Sandbox() as sandbox:
        print(f"sandbox: {sandbox.tier.name}")
        verdict = median_ms(lambda: grade_notebook(text, lab, sandbox))
        child = median_ms(lambda: sandbox.open_child().close(), 100)
    fresh = median_ms(lambda: run_fresh(program))
    print(f"{'verdict in the sandbox':26} {verdict:8.1f} ms")
    print(f"{'fresh interpreter':26} {fresh:8.1f} ms   {fresh / verdict:6.1f} × the verdict")
    print(f"{'sandboxed child':26} {child:8.2f} ms")
    print(f"{'bare fork':26} {fork:8.2f} ms   {child / fork:6.1f} × for the sandboxed child")


if __name__ == "__main__":
    main()

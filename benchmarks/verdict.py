"""Times what learners wait for when a lab is graded, and how many submissions two cores can take.

python benchmarks/verdict.py
"""

import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

from upslope.course import default_course_path
from upslope.grading.lab import Lab, load_lab
from upslope.grading.lab_grader import grade_notebook
from upslope.grading.notebooks.notebook import solve_notebook
from upslope.grading.sandbox import Sandbox
from upslope.grading.sandbox.child_times import new_child_ms, ready_child_ms
from upslope.grading.sandbox.launch import GRADING, RUNNER
from upslope.grading.sandbox.readable import allowed_files

TIMES = 15
SECONDS = 3.0
LAB = default_course_path() / "regression" / "fitting-heights"
# The same silence for plots that the sandbox has: importing matplotlib would make the other side look bad.
SILENCE = f"""
import sys
sys.path.insert(0, {str(RUNNER.parent)!r})
from runner.stand_ins import StandInFinder
sys.meta_path.insert(0, StandInFinder())
"""
# A fork of an interpreter with numpy, as the zygote is, and the same with everything that shuts a child in.
FORKS = """
import gc, json, os, statistics, sys, time
settings = json.loads(sys.argv[2])
sys.path.insert(0, sys.argv[1])
import numpy, numpy.random
from runner import confine, forking
measures = confine.prepare(settings)
confine.drop_root(settings["user"])
gc.disable(); gc.freeze()
def spent(fork, shut_in):
    began = time.perf_counter()
    child, handle = fork()
    if child == 0:
        shut_in()
        os._exit(0)
    os.waitpid(child, 0)
    taken = time.perf_counter() - began
    os.close(handle)
    return 1000 * taken
confined = lambda: confine.confine(measures, 3)
alone = forking.fork_alone if forking.can_fork_alone() else forking.fork
pairs = [(spent(forking.fork, lambda: None), spent(alone, confined)) for _ in range(200)]
print(*(statistics.median(column) for column in zip(*pairs)))
"""


def median_ms(work: Callable[[], object], times: int = TIMES) -> float:
    work()
    spent = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        spent.append(1000 * (time.perf_counter() - started))
    return statistics.median(spent)


def run_fresh(program: str, *arguments: str) -> str:
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def solved(lab: Lab) -> str:
    return json.dumps(solve_notebook(lab))


def forks_ms() -> tuple[float, float]:
    """Return the median times of a bare fork and of one that is shut in, made in turn, until they ended."""
    settings = {"limits": dict(GRADING.limits), "links": False, "user": 65534 if os.getuid() == 0 else 0}
    settings["readable"] = allowed_files(GRADING.packages)
    bare, shut_in = run_fresh(FORKS, str(RUNNER.parent), json.dumps(settings)).split()
    return float(bare), float(shut_in)


def verdict_ms(pause: float) -> float:
    """Return the median time of a verdict, ``pause`` seconds after the last one."""
    lab = load_lab(LAB)
    text = solved(lab)
    spent = []
    with Sandbox() as sandbox:
        for _ in range(TIMES + 1):
            time.sleep(pause)
            started = time.perf_counter()
            grade_notebook(text, lab, sandbox)
            spent.append(1000 * (time.perf_counter() - started))
    return statistics.median(spent[1:])


def grade_for(seconds: float) -> int:
    """Grade the same submission again and again in a sandbox of one's own; return how often."""
    lab = load_lab(LAB)
    text = solved(lab)
    with Sandbox() as sandbox:
        grade_notebook(text, lab, sandbox)
        ends = time.monotonic() + seconds
        count = 0
        while time.monotonic() < ends:
            grade_notebook(text, lab, sandbox)
            count += 1
    return count


def per_second(workers: int) -> tuple[float, float]:
    """Return submissions a second by worker processes, and by threads of one that share a sandbox."""
    with ProcessPoolExecutor(workers) as pool:
        counts = list(pool.map(grade_for, [SECONDS] * workers))
    lab = load_lab(LAB)
    text = solved(lab)
    number = 200
    with Sandbox() as sandbox, ThreadPoolExecutor(workers) as threads:
        grade_notebook(text, lab, sandbox)
        started = time.perf_counter()
        list(threads.map(lambda _: grade_notebook(text, lab, sandbox), range(number)))
        shared = number / (time.perf_counter() - started)
    return sum(counts) / SECONDS, shared


def main() -> None:
    lab = load_lab(LAB)
    code = [cell["source"] for cell in solve_notebook(lab)["cells"] if cell["cell_type"] == "code"]
    program = "\n".join([SILENCE, *code])
    with Sandbox() as sandbox:
        print(f"sandbox: tier {sandbox.tier.name}, load {os.getloadavg()[0]:.1f} on {socket.gethostname()}")
        ready = ready_child_ms(sandbox)
    bare, shut_in = forks_ms()
    busy, calm = verdict_ms(0.0), verdict_ms(0.03)
    fresh = median_ms(lambda: run_fresh(program))
    print(f"{'verdict, one after another':32} {busy:8.2f} ms")
    print(f"{'verdict, children ready':32} {calm:8.2f} ms")
    print(f"{'fresh interpreter':32} {fresh:8.2f} ms   {fresh / busy:6.1f} × the verdict")
    print(f"{'bare fork':32} {bare:8.2f} ms")
    print(f"{'fork that is shut in':32} {shut_in:8.2f} ms   {shut_in - bare:+6.2f} ms")
    print(f"{'new child, first answer':32} {new_child_ms():8.2f} ms")
    print(f"{'ready child, first answer':32} {ready:8.2f} ms")
    processes, threads = per_second(2)
    print(f"{'submissions a second':32} {processes:8.0f}      by 2 processes")
    print(f"{'':32} {threads:8.0f}      by 2 threads of one process")


if __name__ == "__main__":
    main()

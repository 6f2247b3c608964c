"""Compares `basins` for x³ - 2x + 2 from 10⁶ starts with `scipy.optimize.newton`.

SciPy is called in two ways: once for every start in a plain Python loop (over a sample, told for 10⁶ starts),
and once for all starts together. It is given the slope, and as many steps. It says for each start whether it
converged; ours also tells cycles, flights and level tangents apart, and which root it was.
"""

import time
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import newton

from upslope.maths import parse
from upslope.maths.iteration.basins import basins
from upslope.maths.iteration.newton_raphson import MOST_STEPS
from upslope.maths.iteration.solution import ENDINGS

CUBIC = parse("x^3 - 2x + 2")
SIDE = 1000
SAMPLE = 2000
AXIS = np.linspace(-2, 2, SIDE)
STARTS: dict[str, NDArray[Any]] = {
    "real line": np.linspace(-3, 3, SIDE * SIDE),
    "complex plane": (AXIS + 1j * AXIS[:, np.newaxis]).ravel(),
}


def height(x: Any) -> Any:
    return x * x * x - 2 * x + 2


def slope(x: Any) -> Any:
    return 3 * x * x - 2


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()  # all of these compute on one core, and others may be busy on it
    work()
    return time.process_time() - started


def one_by_one(starts: NDArray[Any]) -> None:
    for start in starts:
        newton(height, start, fprime=slope, maxiter=MOST_STEPS, disp=False)


def together(starts: NDArray[Any]) -> None:
    newton(height, starts, fprime=slope, maxiter=MOST_STEPS, full_output=True)


def compare(name: str, starts: NDArray[Any]) -> None:
    sample = np.random.default_rng(1).choice(starts, SAMPLE)
    ours = min(seconds(lambda: basins(CUBIC, starts)) for _ in range(2))
    loop = seconds(lambda: one_by_one(sample)) * starts.size / SAMPLE
    vectorised = seconds(lambda: together(starts))
    print(f"{name}: {starts.size} starts       CPU seconds   ratio")
    for label, spent in (("basins", ours), ("newton, a loop", loop), ("newton, vectorised", vectorised)):
        print(f"  {label:22} {spent:17.2f} {spent / ours:7.1f}")
    counts = np.bincount(basins(CUBIC, starts).codes, minlength=len(ENDINGS))
    print(
        "  " + ", ".join(f"{ending} {count}" for ending, count in zip(ENDINGS, counts, strict=True) if count)
    )


def main() -> None:
    warnings.simplefilter("ignore")  # SciPy warns that some starts do not converge, which is the point here
    for name, starts in STARTS.items():
        compare(name, starts)


if __name__ == "__main__":
    main()

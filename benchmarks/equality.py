"""Compares `upslope.maths.compare` with `sympy.simplify(a - b) == 0` on pairs of first-year calculus.

Both get trees that are parsed already. Half of the pairs are equal and written differently, as learners
write derivatives; half are near misses. The ratio tells what own sampling is worth, the wrong verdicts what
it costs.
"""

import statistics
import time
from collections.abc import Callable

import sympy

from upslope.maths import compare, parse

FORMS = (
    ("2*x*sin(x) + x**2*cos(x)", "x*(2*sin(x) + x*cos(x))", "2*x*sin(x) - x**2*cos(x)"),
    ("exp(x)*(sin(x) + cos(x))", "exp(x)*sin(x) + exp(x)*cos(x)", "exp(x)*sin(x)*cos(x)"),
    ("3*(x + 1)**2", "3*x**2 + 6*x + 3", "3*x**2 + 3*x + 3"),
    ("1/(x + 1)**2", "1/(x**2 + 2*x + 1)", "1/(x**2 + 1)"),
    ("(x**2 - 1)/(x - 1)", "x + 1", "x - 1"),
    ("sin(x)**2 + cos(x)**2", "1", "sin(x) + cos(x)"),
    ("cos(2*x)", "1 - 2*sin(x)**2", "2*cos(x)"),
    ("sin(2*x)", "2*sin(x)*cos(x)", "2*sin(x)"),
    ("log(x**2)/2 + 1", "log(sqrt(x**2)) + 1", "log(x**2) + 1"),
    ("exp(2*x)", "exp(x)**2", "exp(x**2)"),
    ("(1 - x**2)/(1 + x**2)**2", "1/(1 + x**2) - 2*x**2/(1 + x**2)**2", "1/(1 + x**2) - 2*x/(1 + x**2)**2"),
    ("1/cos(x)**2", "1 + tan(x)**2", "1 - tan(x)**2"),
    ("x*exp(-x**2)*(-2)", "-2*x/exp(x**2)", "2*x/exp(x**2)"),
    ("4*x**3 + 6*x", "2*x*(2*x**2 + 3)", "2*x*(2*x**2 - 3)"),
    ("sqrt(x**2 + 1)", "(x**2 + 1)/sqrt(x**2 + 1)", "sqrt(x**2) + 1"),
    ("x/sqrt(1 + x**2)", "x*(1 + x**2)**(-1/2)", "x*(1 + x**2)**(1/2)"),
    ("sinh(x)", "(exp(x) - exp(-x))/2", "(exp(x) + exp(-x))/2"),
    ("(x + 2)*(x + 3)*(x + 4)", "x**3 + 9*x**2 + 26*x + 24", "x**3 + 9*x**2 + 26*x + 12"),
    ("(x + 1)**5", "x**5 + 5*x**4 + 10*x**3 + 10*x**2 + 5*x + 1", "x**5 + 5*x**4 + 10*x**3 + 5*x + 1"),
    ("sin(x)*cos(x)*tan(x)", "sin(x)**2", "sin(x)*cos(x)"),
    ("(2*x*cos(x) - x**2*sin(x))/cos(x)**2", "2*x/cos(x) - x**2*tan(x)/cos(x)", "2*x/cos(x) - x**2*tan(x)"),
    ("(cos(x)*x - sin(x))/x**2", "cos(x)/x - sin(x)/x**2", "cos(x)/x - sin(x)/x"),
    ("-sin(x)*exp(cos(x))", "-exp(cos(x))*sin(x)", "sin(x)*exp(cos(x))"),
    ("3*cos(3*x + 1)", "cos(3*x + 1)*6/2", "cos(3*x + 1)/3"),
    ("cos(x)**2 - sin(x)**2", "2*cos(x)**2 - 1", "2*cos(x)**2 + 1"),
    ("1/x - 1/(x + 1)", "1/(x*(x + 1))", "1/(x + 1)"),
    ("(x**4 - 1)/(x**2 + 1)", "x**2 - 1", "x**2 + 1"),
    ("exp(x)*x**3*(x + 4)", "exp(x)*(x**4 + 4*x**3)", "exp(x)*(x**4 + 3*x**3)"),
    ("1/(1 + exp(-x))", "exp(x)/(1 + exp(x))", "exp(x)/(1 - exp(x))"),
    (
        "exp(-x)/(1 + exp(-x))**2",
        "1/(1 + exp(-x)) - 1/(1 + exp(-x))**2",
        "1/(1 + exp(-x)) + 1/(1 + exp(-x))**2",
    ),
)
PAIRS = [(a, b, equal) for a, same, other in FORMS for b, equal in ((same, True), (other, False))]


def milliseconds(work: Callable[[], object]) -> tuple[float, object]:
    started = time.perf_counter()
    result = work()
    return 1000 * (time.perf_counter() - started), result


def ours(first: str, second: str) -> tuple[float, object]:
    trees = parse(first.replace("**", "^")), parse(second.replace("**", "^"))
    return milliseconds(lambda: compare(*trees).verdict == "same")


def theirs(first: str, second: str) -> tuple[float, object]:
    x = sympy.Symbol("x", real=True)
    trees = [sympy.sympify(text, {"x": x}) for text in (first, second)]  # texts of our own, from above
    return milliseconds(lambda: sympy.simplify(trees[0] - trees[1]) == 0)


def show(name: str, times: list[float], wrong: int) -> None:
    ordered = sorted(times)
    p99 = ordered[min(len(ordered) - 1, round(0.99 * len(ordered)))]
    print(f"{name:18} {statistics.median(times):9.2f} {p99:9.2f} {wrong:6}")


def main() -> None:
    ours("x", "x + 1")  # imports on the first call are not what is compared
    measured: dict[str, list[float]] = {"compare": [], "simplify(a-b)==0": []}
    wrong = dict.fromkeys(measured, 0)
    for first, second, equal in PAIRS:
        for name, method in zip(measured, (ours, theirs), strict=True):
            spent, verdict = method(first, second)
            measured[name].append(spent)
            wrong[name] += verdict != equal
    print(f"{len(PAIRS)} pairs         median ms    p99 ms  wrong")
    for name, times in measured.items():
        show(name, times, wrong[name])
    ratio = statistics.median(measured["simplify(a-b)==0"]) / statistics.median(measured["compare"])
    print(f"{'ratio of medians':18} {ratio:9.1f}")


if __name__ == "__main__":
    main()

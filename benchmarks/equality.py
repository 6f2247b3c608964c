"""Measures `upslope.maths.compare` on the labelled pairs of the tests, and on random and hostile trees.

The pairs are first-year calculus: an answer and its key, equal and written differently, or a mistake apart.
On some of them the peer `sympy.simplify(a - b) == 0` works too, with a second for each; both get trees that
are parsed already. The ratio tells what own sampling is worth, the wrong verdicts what it costs. Times are
CPU time, so that a busy machine does not count.
"""

import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from types import FrameType

import sympy
from hypothesis import HealthCheck, Phase, given, seed, settings

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.maths.labelled_pairs import LabelledPair, labelled_pairs
from tests.maths.oracle import read_back, to_sympy
from tests.maths.strategies import any_trees

from upslope.maths import Expression, compare, parse, to_text
from upslope.maths.equality.equivalence import UpTo

PAIRS_FOR_SYMPY = 100
SECONDS_FOR_SYMPY = 1.0
RANDOM_TREES = 4000
HOSTILE = (
    "x^x+" * 300 + "x",
    "tan x" * 250,
    "sin(" * 49 + "x" + ")" * 49,
    "x^x^x^x",
    "2^(2^(2^x))",
    "(x+1)^(10^7)",
)
UP_TO: tuple[UpTo | None, ...] = (None, "constant", "factor")


class TimeIsUpError(BaseException):
    """Not an Exception, so that nothing on the way takes it for its own."""


def ring(_signal: int, _frame: FrameType | None) -> None:
    raise TimeIsUpError


def milliseconds(work: Callable[[], object]) -> tuple[float, object]:
    started = time.process_time()
    result = work()
    return 1000 * (time.process_time() - started), result


def ours(pair: LabelledPair) -> tuple[float, object]:
    key, answer = pair.trees
    return milliseconds(lambda: compare(key, answer, dict(pair.domain)).verdict)


def theirs(pair: LabelledPair) -> tuple[float, object]:
    key, answer = map(to_sympy, pair.trees)

    def simplified() -> str:
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS_FOR_SYMPY)
        try:
            return "same" if sympy.simplify(key - answer) == 0 else "different"
        except TimeIsUpError:
            return "out of time"
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    return milliseconds(simplified)


def share(times: Sequence[float], part: float) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, round(part * len(ordered)))]


def show(name: str, times: Sequence[float], parts: Sequence[float], rest: str = "") -> None:
    print(f"{name:32}", *(f"{share(times, part):9.2f}" for part in parts), rest)


def labelled(pairs: Sequence[LabelledPair]) -> None:
    measured = [(*ours(pair), pair) for pair in pairs]
    wrong = sum(verdict != pair.label for _, verdict, pair in measured)
    print(f"{'ms of CPU':32} {'median':>9} {'95 %':>9} {'99 %':>9} {'most':>9}")
    show(
        f"compare, {len(pairs)} pairs",
        [spent for spent, *_ in measured],
        (0.5, 0.95, 0.99, 1),
        f"{wrong} wrong",
    )


def beside_sympy(pairs: Sequence[LabelledPair]) -> None:
    signal.signal(signal.SIGVTALRM, ring)
    mine = [ours(pair)[0] for pair in pairs]
    measured = [(*theirs(pair), pair) for pair in pairs]
    peer = [spent for spent, *_ in measured]
    late = sum(verdict == "out of time" for _, verdict, _ in measured)
    wrong = sum(verdict not in (pair.label, "out of time") for _, verdict, pair in measured)
    show(f"compare, {len(pairs)} of these", mine, (0.5, 0.95, 0.99, 1))
    show("simplify(a-b)==0, the same", peer, (0.5, 0.95, 0.99, 1), f"{wrong} wrong, {late} out of time")
    print(f"{'ratio of medians':32} {share(peer, 0.5) / share(mine, 0.5):9.1f}")


def random_trees() -> list[Expression]:
    found: list[Expression] = []

    @seed(2044)
    @settings(
        max_examples=RANDOM_TREES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(any_trees)
    def collect(tree: Expression) -> None:
        typed = read_back(to_text(tree), ("x", "y"))
        if typed is not None:
            found.append(typed)

    collect()
    return found


def spent(key: Expression, answer: Expression, up_to: UpTo | None = None) -> float:
    return milliseconds(lambda: compare(key, answer, up_to=up_to))[0]


def hostile() -> None:
    trees, rng = random_trees(), Random(2045)
    answers = [rng.choice(trees) for _ in trees]
    # Every other answer is the key in disguise, so that values far out are looked at with many digits.
    pairs = [
        (key, (key * 3 + other - other) / 3 if at % 2 else other)
        for at, (key, other) in enumerate(zip(trees, answers, strict=True))
    ]
    times = [spent(key, answer) for key, answer in pairs]
    print(f"\n{'ms of CPU':32} {'median':>9} {'99 %':>9} {'99.9 %':>9} {'most':>9}")
    show(f"{len(pairs)} random pairs", times, (0.5, 0.99, 0.999, 1))
    long = [parse(text) for text in HOSTILE]
    times = [spent(key, answer, up_to) for key in (parse("x"), *long) for answer in long for up_to in UP_TO]
    show(f"{len(times)} pairs as hostile as can be", times, (0.5, 0.99, 0.999, 1))


def main() -> None:
    pairs = labelled_pairs()
    for pair in pairs[:200]:
        ours(pair)  # imports and first points are not what is compared
    labelled(pairs)
    beside_sympy(pairs[:: len(pairs) // PAIRS_FOR_SYMPY][:PAIRS_FOR_SYMPY])
    hostile()


if __name__ == "__main__":
    main()

"""Texts that nobody would think of, and what must hold for each of them.

A short run is part of the tests. A long one uses every processor and tells how far it is:

    python -m tests.maths.fuzzing --count 1000000 --seed 1
"""

import argparse
import os
import time
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, field

import numpy as np

from tests.maths.balanced_latex import assert_balanced
from tests.maths.fuzzed_texts import fuzzed
from upslope.maths import MathsError, UnreadableMaths, compare, parse, to_latex, to_text
from upslope.maths.reading.parser import LONGEST, read

SLOWEST = 0.05
"""Seconds of processor time that one text may take."""

_BATCH = 2000
_TRIES = 3


@dataclass
class Report:
    """What a run found: times in seconds, and texts for which something did not hold."""

    seconds: list[float] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    failures: list[str] = field(default_factory=list)
    read: int = 0

    def add(self, other: "Report") -> None:
        """Take in what another run found."""
        self.seconds += other.seconds
        self.slowest = max(self.slowest, other.slowest)
        self.failures += other.failures
        self.read += other.read


def run(seed: int, batch: int, count: int) -> Report:
    """Try ``count`` texts; the seed and the number of the batch decide which."""
    rng = np.random.default_rng((seed, batch))
    report = Report()
    for _ in range(count):
        text, variables = fuzzed(rng)
        seconds = _processor_time(text, variables)
        report.seconds.append(seconds)
        report.slowest = max(report.slowest, (seconds, text))
        try:
            report.read += check(text, variables)
        except Exception as error:
            report.failures.append(f"{text!r} with {variables}: {type(error).__name__}: {error}")
        if seconds > SLOWEST:
            report.failures.append(f"{text!r} with {variables}: {1000 * seconds:.0f} ms")
    return report


def check(text: str, variables: tuple[str, ...]) -> bool:
    """Raise AssertionError (or what should never be raised) where something does not hold.

    Returns whether the text can be read.
    """
    try:
        reading = read(text, variables)
    except UnreadableMaths as error:
        _check_sentence(error, text)
        return False
    tree = reading.expression
    assert len(text) <= LONGEST
    assert parse(text, variables) == tree, "parse and read do not agree"
    assert parse(to_text(tree), variables) == tree, f"{to_text(tree)!r} is read as something else"
    latex = to_latex(tree)
    assert_balanced(latex)
    assert len(latex) > LONGEST or parse(latex, variables) == tree, f"{latex!r} is read as something else"
    assert compare(tree, tree).verdict == "same"
    for note in reading.notes:
        assert 0 <= note.offset <= len(text)
        assert note.sentence.endswith(".")
        note.sentence.encode()
    return True


def _check_sentence(error: MathsError, text: str) -> None:
    assert isinstance(error, UnreadableMaths)
    assert error.offset is None or 0 <= error.offset <= len(text), f"offset {error.offset}"
    assert error.message.endswith((".", "?")), error.message
    assert error.remedy.endswith((".", "?")), error.remedy
    str(error).encode()


def _processor_time(text: str, variables: tuple[str, ...]) -> float:
    """The shortest of a few tries where the first is too long: other processes must not count."""
    return next((seconds for seconds in _times(text, variables) if seconds <= SLOWEST), SLOWEST + 1e-9)


def _times(text: str, variables: tuple[str, ...]) -> Iterator[float]:
    for _ in range(_TRIES):
        start = time.process_time()
        with suppress(Exception):  # what is raised is looked at elsewhere
            parse(text, variables)
        yield time.process_time() - start


def main() -> int:
    """Run as many texts as asked for, and print what was found."""
    parser = argparse.ArgumentParser(description="Try the parser with texts that nobody would think of.")
    parser.add_argument("--count", type=int, default=1_000_000, help="how many texts")
    parser.add_argument("--seed", type=int, default=1, help="which texts")
    asked = parser.parse_args()
    report = _in_parallel(asked.seed, asked.count)
    milliseconds = 1000 * np.sort(report.seconds)
    print(f"{len(milliseconds)} texts, {report.read} of them readable, {len(report.failures)} failures")
    print(
        f"processor time of parse: median {np.median(milliseconds):.3f} ms, "
        f"99.9 % within {np.quantile(milliseconds, 0.999):.2f} ms, longest {milliseconds[-1]:.1f} ms"
    )
    print(f"the longest was {report.slowest[1][:100]!r}")
    for failure in report.failures[:50]:
        print(failure[:500])
    return 1 if report.failures else 0


def _in_parallel(seed: int, count: int) -> Report:
    report, start, spoken = Report(), time.monotonic(), time.monotonic()
    batches = [min(_BATCH, count - begin) for begin in range(0, count, _BATCH)]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        running: set[Future[Report]] = {pool.submit(run, seed, n, size) for n, size in enumerate(batches)}
        while running:
            done, running = wait(running, timeout=10, return_when=FIRST_COMPLETED)
            for future in done:
                report.add(future.result())
            if time.monotonic() - spoken > 10:
                spoken = time.monotonic()
                rate = len(report.seconds) / (spoken - start)
                left = (count - len(report.seconds)) / max(rate, 1)
                print(f"{len(report.seconds)} texts, {rate:.0f} a second, {left:.0f} s to go", flush=True)
    return report


if __name__ == "__main__":
    raise SystemExit(main())

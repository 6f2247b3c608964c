"""How long a variant takes to draw."""

import time
from collections.abc import Iterator, Sequence

from upslope.course.lint.rule import Finding, QuestionSubject, Rule, error, warning
from upslope.course.source import line_of, read_text

SLOW, FAR_TOO_SLOW = 0.05, 1.0
DRAWN_AGAIN, TIMES = 5, 3


def check(subject: QuestionSubject) -> Iterator[Finding]:
    """Find questions that take more than 50 ms of CPU time a variant; above a second it is an error.

    The slowest quarter does not count, and a slow question is drawn again before it is blamed: another
    program may have been in its way.
    """
    if subject.question.generate is None or _usual(subject.seconds) <= SLOW:
        return
    seconds = min(_usual(subject.seconds), _usual(_draw_again(subject)))
    if seconds > SLOW:
        tell = error if seconds > FAR_TOO_SLOW else warning
        line = line_of(read_text(subject.path), r"^def generate\b")
        what = f"A variant takes {1000 * seconds:.0f} ms to draw."
        yield tell(
            subject.path, line, what, "Stay under 50 ms: draw from less, and work out less on the way."
        )


def _usual(seconds: Sequence[float]) -> float:
    """Return the average without the slowest quarter."""
    kept = sorted(seconds)[: max(1, len(seconds) * 3 // 4)]
    return sum(kept) / len(kept) if kept else 0.0


def _draw_again(subject: QuestionSubject) -> list[float]:
    """Return the shortest of a few times for each of the first variants."""
    return [
        min(_time_of(subject, variant.seed) for _ in range(TIMES))
        for variant in subject.variants[:DRAWN_AGAIN]
    ]


def _time_of(subject: QuestionSubject, seed: int) -> float:
    began = time.process_time()
    subject.question.variant(seed)
    return time.process_time() - began


RULE = Rule("drawing time", "A learner waits for every variant.", QuestionSubject, check)

"""How the questions of a quiz do in a cohort: how hard, how telling, how long, which mistakes, and how fair.

Facility and discrimination are those of classical test theory (Crocker and Algina, *Introduction to Classical
and Modern Test Theory*, ch. 14): the mean of first attempts, and the correlation of a question with the rest
of its quiz.
"""

import math
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils.safestring import SafeString

from upslope.web.cohorts.models import Cohort, Membership, Role
from upslope.web.gradebook.wording import discrimination_words, time_words, whole_percent
from upslope.web.practice.models import Attempt, Sitting
from upslope.web.practice.wording import to_line

FEWEST_TOGETHER = 5  # learners a correlation is worked out from
FEWEST_ALIKE = 6  # learners at one variant before it may be called unfair
UNFAIR_GAP = 0.2  # of the marks, between a variant and the others
UNFAIR_ERRORS = 3.0  # standard errors, for with 200 variants some lie two away by chance
LONGEST_SITTING = 2 * 3600.0  # seconds; who takes longer has been away


@dataclass(frozen=True)
class Mistake:
    """A misconception by its code and sentence, and how many learners showed it at least once."""

    code: str
    sentence: str
    learners: int

    @property
    def shown(self) -> SafeString:
        return to_line(self.sentence)


@dataclass(frozen=True)
class UnfairVariant:
    """A variant whose first attempts did unlike the others': its seed, both means, and how many sat at it."""

    seed: int
    mean: float
    others: float
    learners: int

    @property
    def mean_percent(self) -> int | None:
        return whole_percent(self.mean)

    @property
    def others_percent(self) -> int | None:
        return whole_percent(self.others)


@dataclass(frozen=True)
class QuestionFigures:
    """One question. Means are from 0 to 1, ``seconds`` is the median until the first right answer.

    ``discrimination`` is from −1 to 1; None where too few learners sat at it or all did the same.
    """

    question_id: str
    learners: int
    facility: float | None
    discrimination: float | None
    seconds: float | None
    attempts: float | None
    mistakes: tuple[Mistake, ...]
    unfair: tuple[UnfairVariant, ...]

    @property
    def facility_percent(self) -> int | None:
        return whole_percent(self.facility)

    @property
    def discrimination_words(self) -> str:
        return discrimination_words(self.discrimination)

    @property
    def time_words(self) -> str:
        return time_words(self.seconds)


@dataclass(frozen=True)
class _Try:
    user: int
    question: str
    seed: int
    score: float
    seconds: float
    feedback: Sequence[Mapping[str, Any]]


def figures_of(cohort: Cohort, question_ids: Sequence[str]) -> list[QuestionFigures]:
    """Return the figures of each question, in order, over the cohort's learners. One query."""
    tries = defaultdict(list)
    for one in _tries(cohort, question_ids):
        tries[one.question].append(one)
    firsts = {question: _firsts(tries[question]) for question in question_ids}
    return [_figures(question, tries[question], firsts) for question in question_ids]


def _tries(cohort: Cohort, question_ids: Sequence[str]) -> Iterable[_Try]:
    learners = Membership.objects.filter(cohort=cohort, role=Role.LEARNER, left__isnull=True).values(
        "user_id"
    )
    rows = Attempt.objects.filter(
        sitting__user__in=learners,
        sitting__question_id__in=question_ids,
        sitting__purpose=Sitting.Purpose.COURSE,
    ).order_by("pk")
    for user, question, seed, score, created, begun, feedback in rows.values_list(
        "sitting__user_id",
        "sitting__question_id",
        "sitting__stored__seed",
        "score",
        "created",
        F("sitting__created"),
        "feedback",
    ):
        yield _Try(user, question, seed, score, (created - begun).total_seconds(), feedback)


def _firsts(tries: Sequence[_Try]) -> dict[int, _Try]:
    """Return each learner's first attempt: later ones are helped by what was said about it."""
    found: dict[int, _Try] = {}
    for one in tries:
        found.setdefault(one.user, one)
    return found


def _figures(
    question: str, tries: Sequence[_Try], firsts: Mapping[str, Mapping[int, _Try]]
) -> QuestionFigures:
    mine = firsts[question]
    scores = [one.score for one in mine.values()]
    times = [one.seconds for one in _first_right(tries).values() if one.seconds <= LONGEST_SITTING]
    return QuestionFigures(
        question,
        learners=len(mine),
        facility=statistics.fmean(scores) if scores else None,
        discrimination=_discrimination(question, firsts),
        seconds=statistics.median(times) if times else None,
        attempts=len(tries) / len(mine) if mine else None,
        mistakes=_mistakes(tries),
        unfair=_unfair(list(mine.values())),
    )


def _first_right(tries: Sequence[_Try]) -> dict[int, _Try]:
    return _firsts([one for one in tries if one.score >= 1 - 1e-9])


def _discrimination(question: str, firsts: Mapping[str, Mapping[int, _Try]]) -> float | None:
    """Correlate a question with the mean of the quiz's other questions, over those who tried both."""
    pairs = []
    for user, mine in firsts[question].items():
        rest = [other[user].score for name, other in firsts.items() if name != question and user in other]
        if rest:
            pairs.append((mine.score, statistics.fmean(rest)))
    if len(pairs) < FEWEST_TOGETHER:
        return None
    here, elsewhere = zip(*pairs, strict=True)
    if _is_level(here) or _is_level(elsewhere):
        return None
    return statistics.correlation(here, elsewhere)


def _is_level(values: Sequence[float]) -> bool:
    return max(values) - min(values) < 1e-9


def _mistakes(tries: Sequence[_Try]) -> tuple[Mistake, ...]:
    """Return the named mistakes, the most frequent first.

    A sentence may hold numbers of a variant; the one said last is shown.
    """
    seen: dict[str, set[int]] = defaultdict(set)
    sentences: dict[str, str] = {}
    for one in tries:
        for part in one.feedback:
            code = part.get("code", "")
            if part.get("fraction") is None or not code:
                continue
            seen[code].add(one.user)
            sentences[code] = part.get("sentence", "")
    counts = Counter({code: len(users) for code, users in seen.items()})
    return tuple(Mistake(code, sentences[code], count) for code, count in counts.most_common())


def _unfair(tries: Sequence[_Try]) -> tuple[UnfairVariant, ...]:
    """Return the variants that did far better or worse than the others, the farthest first."""
    by_seed: dict[int, list[float]] = defaultdict(list)
    for one in tries:
        by_seed[one.seed].append(one.score)
    found = []
    for seed, scores in by_seed.items():
        others = [score for other, some in by_seed.items() if other != seed for score in some]
        if len(scores) < FEWEST_ALIKE or len(others) < FEWEST_ALIKE:
            continue
        gap = statistics.fmean(scores) - statistics.fmean(others)
        if abs(gap) >= UNFAIR_GAP and abs(gap) >= UNFAIR_ERRORS * _error(scores, others):
            found.append(UnfairVariant(seed, statistics.fmean(scores), statistics.fmean(others), len(scores)))
    return tuple(sorted(found, key=lambda one: -abs(one.mean - one.others)))


def _error(some: Sequence[float], others: Sequence[float]) -> float:
    """Return the standard error of the difference of two means under one common spread."""
    spread = statistics.pvariance([*some, *others])
    return math.sqrt(spread * (1 / len(some) + 1 / len(others)))

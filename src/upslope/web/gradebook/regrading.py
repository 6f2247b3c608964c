"""Marking old answers again after a question was corrected. Nobody loses a mark by it, and it can be undone.

An answer is marked against the corrected question drawn with the same seed. Where that would now ask
something else, it is left alone: the learner never saw it.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from upslope.course import Question
from upslope.grading.question_grader import grade_answer
from upslope.web.accounts.models import User
from upslope.web.accounts.naming import shown_name
from upslope.web.cohorts.models import Cohort, Membership, Role
from upslope.web.course_access import current_item, current_question, current_quiz
from upslope.web.gradebook.models import Regrade, RegradedAttempt
from upslope.web.gradebook.wording import percent
from upslope.web.lessons.models import ItemProgress, ScoreRise
from upslope.web.practice.models import Attempt, Sitting
from upslope.web.practice.standing import record_standing

ALIKE = 1e-9  # marks that differ by less are the same


@dataclass(frozen=True)
class Remarked:
    """One attempt, and what it is worth by the corrected question, from 0 to 1."""

    attempt: Attempt
    name: str
    after: float

    @property
    def before_words(self) -> str:
        return percent(self.attempt.score)

    @property
    def after_words(self) -> str:
        return percent(self.after)


@dataclass(frozen=True)
class Preview:
    """What marking again would do. ``other`` counts attempts at what the question asks no longer."""

    risen: tuple[Remarked, ...]
    fallen: tuple[Remarked, ...]
    same: int
    other: int


def is_outdated(cohort: Cohort, question_id: str) -> bool:
    """Return whether somebody in the cohort answered an earlier version of the question."""
    return _attempts(cohort, current_question(question_id)).exists()


def preview_of(cohort: Cohort, question_id: str) -> Preview:
    """Return what marking again would change. Those that would fall are told, and would stay as they are."""
    question = current_question(question_id)
    risen: list[Remarked] = []
    fallen: list[Remarked] = []
    same = other = 0
    for attempt in _attempts(cohort, question):
        after = _worth(attempt, question)
        if after is None:
            other += 1
        elif abs(after - attempt.score) < ALIKE:
            same += 1
        else:
            one = Remarked(attempt, shown_name(attempt.sitting.user), after)
            (risen if after > attempt.score else fallen).append(one)
    return Preview(tuple(risen), tuple(fallen), same, other)


def regrade(cohort: Cohort, question_id: str, by: User) -> Regrade | None:
    """Raise every attempt that is worth more by the corrected question; None if there is none."""
    with transaction.atomic():
        risen = preview_of(cohort, question_id).risen
        if not risen:
            return None
        done = Regrade.objects.create(cohort=cohort, question_id=question_id, by=by)
        for one in risen:
            _raise(done, one)
        for user in {one.attempt.sitting.user for one in risen}:
            _note_scores(done, user)
        done.save(update_fields=["scores_before", "rises"])
    return done


def undo(done: Regrade) -> bool:
    """Put every mark back as it was; return whether there was anything to undo. What came since stays."""
    with transaction.atomic():
        locked = Regrade.objects.select_for_update().select_related("cohort").get(pk=done.pk)
        if locked.undone is not None:
            return False
        locked.undone = timezone.now()
        locked.save(update_fields=["undone"])
        for row in locked.attempts.all():
            Attempt.objects.filter(pk=row.attempt_id, score=row.score_after).update(
                score=row.score_before, credit=row.credit_before
            )
        ScoreRise.objects.filter(pk__in=locked.rises).delete()
        item_id = _item_id(locked.question_id)
        for user_id, before in locked.scores_before.items():
            reached = max((score for _, score in _history(int(user_id), item_id)), default=0.0)
            score = reached if before is None else max(before, reached)
            ItemProgress.objects.filter(user_id=int(user_id), item_id=item_id).update(score=score)
    return True


def _attempts(cohort: Cohort, question: Question) -> QuerySet[Attempt]:
    learners = Membership.objects.filter(cohort=cohort, role=Role.LEARNER, left__isnull=True).values(
        "user_id"
    )
    return (
        Attempt.objects.filter(
            sitting__user__in=learners,
            sitting__question_id=question.id,
            sitting__purpose=Sitting.Purpose.COURSE,
        )
        .exclude(sitting__stored__version=question.version)
        .select_related("sitting__user", "sitting__stored")
        .order_by("pk")
    )


def _worth(attempt: Attempt, question: Question) -> float | None:
    """Return what the answer is worth now; None if the question asks something else or cannot read it."""
    served = attempt.sitting.variant
    now = question.variant(served.seed)
    if now.prompt != served.prompt or [part.name for part in now.parts] != [
        part.name for part in served.parts
    ]:
        return None
    score = grade_answer(now, attempt.answers).score
    return None if score is None else min(max(score, 0.0), 1.0)


def _raise(done: Regrade, one: Remarked) -> None:
    """Where it cannot be told whether the solution was known (nothing was earned), it is taken as unknown."""
    attempt = one.attempt
    had_seen_the_solution = attempt.credit < attempt.score
    credit = attempt.credit if had_seen_the_solution else one.after
    RegradedAttempt.objects.create(
        regrade=done,
        attempt=attempt,
        score_before=attempt.score,
        credit_before=attempt.credit,
        score_after=one.after,
        credit_after=credit,
    )
    Attempt.objects.filter(pk=attempt.pk).update(score=one.after, credit=credit)


def _note_scores(done: Regrade, user: User) -> None:
    """Raise the learner's score at the item, as of the moments at which the answers came."""
    item_id = _item_id(done.question_id)
    progress = ItemProgress.objects.filter(user=user, item_id=item_id).first()
    before = progress.score if progress else None
    history = _history(user.pk, item_id)
    done.scores_before[str(user.pk)] = before
    for at, score in history:
        done.rises.append(ScoreRise.objects.create(user=user, item_id=item_id, score=score, at=at).pk)
    record_standing(user, current_item(item_id))


def _history(user_id: int, item_id: str) -> list[tuple[datetime, float]]:
    """Return each moment at which the learner's score at the quiz rose, as its attempts are marked now."""
    questions = current_quiz(current_item(item_id)).question_ids
    best = dict.fromkeys(questions, 0.0)
    attempts = Attempt.objects.filter(
        sitting__user_id=user_id, sitting__question_id__in=questions, sitting__purpose=Sitting.Purpose.COURSE
    ).order_by("pk")
    found: list[tuple[datetime, float]] = []
    for question, credit, at in attempts.values_list("sitting__question_id", "credit", "created"):
        if credit > best[question]:
            best[question] = credit
            found.append((at, sum(best.values()) / len(best)))
    return found


def _item_id(question_id: str) -> str:
    return question_id.rpartition("/")[0]

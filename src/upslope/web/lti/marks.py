"""Telling a platform what its people reached here."""

import logging
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from lti_tool.models import LtiUser
from pylti1p3.assignments_grades import AssignmentsGradesService
from pylti1p3.exception import LtiException
from pylti1p3.grade import Grade
from requests import RequestException

from upslope.web.cohorts.models import Membership, Role
from upslope.web.gradebook.grades import grade_in
from upslope.web.lti.asking import connector_to
from upslope.web.lti.models import LinkedClass, LinkedItem, SentMark

SCOPE: Final = "https://purl.imsglobal.org/spec/lti-ags/scope/score"
TRIES = 6
FIRST_WAIT = timedelta(minutes=1)  # then twice as long each time: the last try comes after half an hour
LONGEST_WORDS = 300

_log = logging.getLogger(__name__)


def mark_changed(user_id: int, item_id: str) -> None:
    """Have the platforms told that want to know. Call it inside the transaction that changes the mark."""
    items = LinkedItem.objects.filter(
        item_id=item_id,
        linked__cohort__memberships__user=user_id,
        linked__cohort__memberships__left=None,
        linked__cohort__memberships__role=Role.LEARNER,
    )
    for item in items.distinct():
        _put_on_its_way(item, user_id)


def send_all_again(linked: LinkedClass) -> int:
    """Have all marks of a class told once more; return how many that are."""
    learners = Membership.objects.filter(cohort=linked.cohort, role=Role.LEARNER, left=None)
    count = 0
    for item in linked.items.all():
        for place in learners:
            if _score(place, item.item_id) is not None:
                _put_on_its_way(item, place.user_id)
                count += 1
    return count


@task()
def send_mark(mark_id: int) -> None:
    """Tell a platform one mark, as it is by now."""
    marks = SentMark.objects.select_related("item__linked__context__deployment__registration")
    mark = marks.filter(pk=mark_id).first()
    if mark is None:  # their account was deleted meanwhile
        return
    linked = mark.item.linked
    place = Membership.objects.filter(cohort=linked.cohort_id, user=mark.user_id, left=None).first()
    registration = linked.context.deployment.registration
    person = LtiUser.objects.filter(registration=registration, auth_user=mark.user_id).first()
    score = _score(place, mark.item.item_id) if place else None
    if person is None or score is None:
        mark.delete()  # who is not of this platform, or has left, has no mark there
        return
    try:
        _tell(linked, mark.item, person, score)
    except (RequestException, LtiException, ValueError, KeyError, TypeError) as reason:
        _try_later(mark, reason)
        return
    mark.state, mark.score, mark.words = SentMark.State.SENT, score, ""
    mark.save()


def _put_on_its_way(item: LinkedItem, user_id: int) -> None:
    with transaction.atomic():
        mark, _ = SentMark.objects.update_or_create(
            item=item, user_id=user_id, defaults={"state": SentMark.State.WAITING, "tries": 0, "words": ""}
        )
        send_mark.enqueue(mark.pk)


def _score(place: Membership, item_id: str) -> float | None:
    grade = grade_in(place).items.get(item_id)
    return grade.counted if grade else None


def _tell(linked: LinkedClass, item: LinkedItem, person: LtiUser, score: float) -> None:
    registration = linked.context.deployment.registration
    service = AssignmentsGradesService(
        connector_to(registration), {"scope": [SCOPE], "lineitem": item.line_item}
    )
    grade = Grade()
    grade.set_score_given(round(100 * score, 2)).set_score_maximum(100)
    grade.set_activity_progress("Completed").set_grading_progress("FullyGraded")
    grade.set_timestamp(timezone.now().isoformat()).set_user_id(person.sub)
    service.put_grade(grade)


def _try_later(mark: SentMark, reason: Exception) -> None:
    mark.tries += 1
    mark.words = f"{type(reason).__name__}: {reason}"[:LONGEST_WORDS]
    _log.warning("A mark was not taken by the platform (try %d): %s", mark.tries, mark.words)
    with transaction.atomic():
        if mark.tries >= TRIES:
            mark.state = SentMark.State.REFUSED
        else:
            wait = FIRST_WAIT * 2 ** (mark.tries - 1)
            send_mark.using(run_after=timezone.now() + wait).enqueue(mark.pk)
        mark.save()

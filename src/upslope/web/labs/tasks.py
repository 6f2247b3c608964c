"""Marking what was handed in, by the background worker."""

import json
import logging
import uuid

from django.db import IntegrityError, transaction
from django_tasks import task

from upslope.grading.errors import SandboxFailed
from upslope.grading.lab_grader import grade_notebook
from upslope.grading.results import LabResult
from upslope.web.accounts.models import User
from upslope.web.course_access import current_item
from upslope.web.labs.lab_access import lab_of
from upslope.web.labs.marking import News, announce, grading_sandbox
from upslope.web.labs.models import LabSubmission
from upslope.web.labs.whose_code import require_may_run
from upslope.web.labs.work import Notebook
from upslope.web.lessons.progress import record

PASS_MARK = 0.8

_log = logging.getLogger(__name__)


def hand_in(
    user: User, item_id: str, submission_id: uuid.UUID, name: str, notebook: Notebook
) -> LabSubmission:
    """Store a submission and the job that marks it, both or neither. The same again changes nothing.

    An id that was used for something else (other work, another lab, somebody else's) gives a submission of
    its own: changed work is always marked, and nobody learns that the id exists.
    """
    new = LabSubmission(user=user, item_id=item_id, submission_id=submission_id, name=name, notebook=notebook)
    try:
        return _stored(new)
    except IntegrityError:  # the same was sent twice in one moment, and the other was first
        return _stored(new)


def _stored(new: LabSubmission) -> LabSubmission:
    with transaction.atomic():
        taken = LabSubmission.objects.filter(submission_id=new.submission_id).first()
        if taken is not None and _is_same(taken, new):
            return taken
        if taken is not None:
            new.submission_id = uuid.uuid4()
        new.save(force_insert=True)
        mark_submission.enqueue(str(new.submission_id))
    return new


def _is_same(taken: LabSubmission, new: LabSubmission) -> bool:
    return all(getattr(taken, name) == getattr(new, name) for name in ("user_id", "item_id", "notebook"))


@task()
def mark_submission(submission_id: str) -> None:
    """Mark one submission and note the learner's progress. If it is run twice, the first verdict stays."""
    submission = LabSubmission.objects.select_related("user").get(submission_id=submission_id)
    if submission.state != LabSubmission.State.QUEUED:
        return
    try:
        result = _marked(submission)
    except Exception:  # whatever broke, the learner must not wait for ever
        _log.exception("Submission %s could not be marked.", submission_id)
        give_up_marking(submission_id)
    else:
        _store(submission, result)


def give_up_marking(submission_id: str) -> None:
    """Note that a submission cannot be marked, unless it has been."""
    with transaction.atomic():
        for submission in LabSubmission.objects.filter(submission_id=submission_id):
            _note_once(submission, LabSubmission.State.FAILED)


def _marked(submission: LabSubmission) -> LabResult:
    lab = lab_of(current_item(submission.item_id))
    try:
        require_may_run(submission.user)
    except SandboxFailed as refusal:
        return LabResult(submission.name, lab.id, 0.0, float(len(lab.functions)), error=str(refusal))
    return grade_notebook(json.dumps(submission.notebook), lab, grading_sandbox())


def _store(submission: LabSubmission, result: LabResult) -> None:
    with transaction.atomic():
        submission.result = result.to_json()
        is_first = _note_once(submission, LabSubmission.State.DONE)
        if is_first and result.error is None:
            share = result.score / result.max_score if result.max_score else 0.0
            record(
                submission.user,
                submission.item_id,
                score=share,
                done=share >= PASS_MARK,
                handed_in=submission.created,
            )


def _note_once(submission: LabSubmission, state: LabSubmission.State) -> bool:
    """Write the verdict unless there is one; return whether it was written. The news is told on commit."""
    waiting = LabSubmission.objects.filter(pk=submission.pk, state=LabSubmission.State.QUEUED)
    if not waiting.update(state=state, result=submission.result):
        return False
    submission.state = state
    news = News(state, submission.result)
    transaction.on_commit(lambda: announce(submission.submission_id, news))
    return True

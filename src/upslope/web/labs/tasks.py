"""Marking what was handed in, by the background worker."""

import json
import logging
import uuid

from django.db import transaction
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
    with transaction.atomic():
        taken = LabSubmission.objects.filter(submission_id=submission_id).first()
        if taken is not None and _is_same(taken, user, item_id, notebook):
            return taken
        submission = LabSubmission.objects.create(
            user=user,
            item_id=item_id,
            submission_id=submission_id if taken is None else uuid.uuid4(),
            name=name,
            notebook=notebook,
        )
        mark_submission.enqueue(str(submission.submission_id))
    return submission


def _is_same(taken: LabSubmission, user: User, item_id: str, notebook: Notebook) -> bool:
    return (taken.user_id, taken.item_id) == (user.pk, item_id) and taken.notebook == notebook


@task()
def mark_submission(submission_id: str) -> None:
    """Mark one submission and note the learner's progress. Marking twice gives one verdict, the later one."""
    submission = LabSubmission.objects.select_related("user").get(submission_id=submission_id)
    try:
        result = _marked(submission)
    except Exception:  # whatever broke, the learner must not wait for ever
        _note(submission, LabSubmission.State.FAILED)
        _log.exception("Submission %s could not be marked.", submission_id)
    else:
        _store(submission, result)
    announce(submission.submission_id, News(submission.state, submission.result))


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
        _note(submission, LabSubmission.State.DONE)
        if result.error is None:
            share = result.score / result.max_score if result.max_score else 0.0
            record(
                submission.user,
                submission.item_id,
                score=share,
                done=share >= PASS_MARK,
                handed_in=submission.created,
            )


def _note(submission: LabSubmission, state: LabSubmission.State) -> None:
    submission.state = state
    submission.save(update_fields=["state", "result"])

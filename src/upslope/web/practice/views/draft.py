from django.http import JsonResponse, QueryDict
from django.views.decorators.http import require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.form_values import read_whole
from upslope.web.lessons.active_days import note
from upslope.web.practice.drafts import Conflict, DraftUpdate, save_draft
from upslope.web.practice.fields import read_answers
from upslope.web.practice.models import Sitting
from upslope.web.practice.views.own_sitting import own_sitting
from upslope.web.storable import storable

LONGEST_WRITER = 40


@require_POST
def draft(request: LearnerRequest, sitting_id: int) -> JsonResponse:
    """Keep what is typed so far: 200 with the new revision, or 409 with what another tab saved in between."""
    sitting = own_sitting(request, sitting_id)
    note(request.user)
    outcome = save_draft(sitting, read_update(sitting, request.POST))
    if isinstance(outcome, Conflict):
        return JsonResponse({"revision": outcome.revision, "answers": dict(outcome.answers)}, status=409)
    return JsonResponse({"revision": outcome.revision})


def read_update(sitting: Sitting, form: QueryDict) -> DraftUpdate:
    """Return what the form wants kept; a revision that is no number counts as never having seen a draft."""
    return DraftUpdate(
        answers=read_answers(sitting.variant, form),
        revision=read_whole(form.get("revision", ""), 9) or 0,
        writer=storable(form.get("writer", "")[:LONGEST_WRITER]),
        serial=read_whole(form.get("serial", ""), 15) or 0,
    )

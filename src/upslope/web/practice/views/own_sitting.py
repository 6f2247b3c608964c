from django.http import Http404

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.practice.models import Sitting
from upslope.web.practice.sittings import sitting_of


def own_sitting(request: LearnerRequest, sitting_id: int) -> Sitting:
    """Return the learner's own sitting. Somebody else's is not found, exactly like one that never was."""
    try:
        return sitting_of(request.user, sitting_id)
    except Sitting.DoesNotExist as missing:
        raise Http404("no such sitting") from missing


def own_practice(request: LearnerRequest, sitting_id: int) -> Sitting:
    """Return the learner's own sitting, if it is there to practise: with a verdict, hints and a solution."""
    sitting = own_sitting(request, sitting_id)
    if sitting.purpose == Sitting.Purpose.DIAGNOSTIC:
        raise Http404("no practice")
    return sitting

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from upslope.grading.code_answers.code_runner import Printed
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.practice.code_sandbox import code_sandbox
from upslope.web.practice.fields import LONGEST_ANSWER
from upslope.web.practice.views.own_sitting import own_sitting
from upslope.web.turn_taking import Turns

OVERTAKEN = "You have started another run meanwhile, so this one was left out. One runs at a time."

_turns = Turns()


@require_POST
def try_code(request: LearnerRequest, sitting_id: int) -> HttpResponse:
    """Run a code answer and show what it prints. Nothing is marked, and nothing is kept.

    A learner's programs run one at a time; of those that wait, only the newest does.
    """
    parts = own_sitting(request, sitting_id).variant.parts
    name = request.POST.get("part")
    part = next((part for part in parts if part.name == name and part.type == "code"), None)
    if part is None:
        raise Http404("no such part")
    source = request.POST.get("text", "")[:LONGEST_ANSWER].replace("\r\n", "\n")
    with _turns.turn(request.user.pk) as is_newest:
        printed = code_sandbox().try_out(part.key["given"], source) if is_newest else Printed("", OVERTAKEN)
    return render(request, "practice/printed.html", {"printed": printed, "draws": "matplotlib" in source})

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.practice.code_sandbox import code_sandbox
from upslope.web.practice.fields import LONGEST_ANSWER
from upslope.web.practice.views.own_sitting import own_sitting


@require_POST
def try_code(request: LearnerRequest, sitting_id: int) -> HttpResponse:
    """Run a code answer and show what it prints. Nothing is marked, and nothing is kept."""
    parts = own_sitting(request, sitting_id).variant.parts
    name = request.POST.get("part")
    part = next((part for part in parts if part.name == name and part.type == "code"), None)
    if part is None:
        raise Http404("no such part")
    source = request.POST.get("text", "")[:LONGEST_ANSWER].replace("\r\n", "\n")
    printed = code_sandbox().try_out(part.key["given"], source)
    return render(request, "practice/printed.html", {"printed": printed})

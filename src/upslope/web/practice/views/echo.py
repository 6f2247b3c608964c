from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.form_values import read_whole
from upslope.web.practice.echo import echo_of
from upslope.web.practice.fields import LONGEST_ANSWER
from upslope.web.practice.views.own_sitting import own_sitting


@require_POST
def echo(request: LearnerRequest) -> HttpResponse:
    """Say how a piece of typed maths is read. Called while typing, so it writes nothing."""
    number = read_whole(request.POST.get("sitting", ""), 18)
    if number is None:
        raise Http404("no such sitting")
    sitting = own_sitting(request, number)
    part = next((part for part in sitting.variant.parts if part.name == request.POST.get("part")), None)
    if part is None:
        raise Http404("no such part")
    text = request.POST.get("text", "")[:LONGEST_ANSWER]
    return render(request, "practice/echo.html", {"echo": echo_of(part, text)})

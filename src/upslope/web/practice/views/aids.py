from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.form_values import read_whole
from upslope.web.practice import sittings
from upslope.web.practice.cards import card_of, render_card
from upslope.web.practice.models import Sitting
from upslope.web.practice.views.own_sitting import own_practice


@require_POST
def hint(request: LearnerRequest, sitting_id: int) -> HttpResponse:
    """Show one more hint."""
    sitting = own_practice(request, sitting_id)
    number = read_whole(request.POST.get("number", ""), 3)
    if number is not None:
        sittings.show_hint(sitting, number)
    return _aids(request, sitting, newest="hint")


@require_POST
def solution(request: LearnerRequest, sitting_id: int) -> HttpResponse:
    """Show the worked solution once it is due; before that nothing changes."""
    sitting = own_practice(request, sitting_id)
    if sittings.solution_is_due(sitting):
        sittings.show_solution(sitting)
    return _aids(request, sitting, newest="solution")


@require_POST
def another(request: LearnerRequest, sitting_id: int) -> HttpResponse:
    """Put a fresh variant of the same question in the place of this one."""
    card = card_of(sittings.another_sitting(own_practice(request, sitting_id)))
    if request.htmx:
        return HttpResponse(render_card(request, card, has_just_arrived=True))
    return redirect(card.place.url)


def _aids(request: LearnerRequest, sitting: Sitting, newest: str) -> HttpResponse:
    card = card_of(sitting)
    if request.htmx:
        return render(request, "practice/aids.html", {"card": card, "newest": newest})
    return redirect(card.place.url)

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.form_values import read_id
from upslope.web.practice.cards import card_of, render_card
from upslope.web.practice.fields import LONGEST_ANSWER, field_name, read_answers
from upslope.web.practice.models import Sitting
from upslope.web.practice.reports import ReportForm, send
from upslope.web.practice.views.own_sitting import own_sitting
from upslope.web.storable import storable

LONGEST_NOTE = 300
THANKS = "Thank you. Your report is kept for the author, with the question as you see it."


@require_POST
def report(request: LearnerRequest, sitting_id: int) -> HttpResponse:
    """Keep a report. What cannot be sent yet comes back as it was typed, with a sentence on why."""
    sitting = own_sitting(request, sitting_id)
    form = send(sitting, _form(request), _answers(request, sitting), _page(request))
    card = card_of(sitting)
    if request.htmx:
        return render(
            request, "practice/report.html", {"card": card, "report": form, "has_just_arrived": True}
        )
    if form.is_sent:
        messages.success(request, THANKS)
        return redirect(card.place.url)
    return render(
        request,
        "practice/card_page.html",
        {"card": card, "card_html": render_card(request, card, report=form)},
    )


def _form(request: LearnerRequest) -> ReportForm:
    text = storable(request.POST.get("text", "")[:LONGEST_ANSWER])
    return ReportForm(read_id(request.POST.get("report_id", "")), request.POST.get("kind", ""), text)


def _answers(request: LearnerRequest, sitting: Sitting) -> dict[str, str]:
    """The answer as it stands: script sends it along, without script it is what was checked last."""
    if any(field_name(part) in request.POST for part in sitting.variant.parts):
        return read_answers(sitting.variant, request.POST)
    return dict(card_of(sitting).answers)


def _page(request: LearnerRequest) -> dict[str, str]:
    """What the browser tells of itself; ``theme`` and ``window`` only where there is script."""
    told = {
        "address": request.headers.get("HX-Current-URL") or request.headers.get("Referer", ""),
        "theme": request.POST.get("page.theme", ""),
        "window": request.POST.get("page.window", ""),
        "browser": request.headers.get("User-Agent", ""),
    }
    return {name: storable(value[:LONGEST_NOTE]) for name, value in told.items()}

from django.http import HttpResponse
from django.shortcuts import render

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_item
from upslope.web.diagnostic.models import DiagnosticStep
from upslope.web.diagnostic.places import NOW
from upslope.web.diagnostic.runs import MOST_QUESTIONS, Asked
from upslope.web.practice.cards import Card, card_of, render_card


def question_page(request: LearnerRequest, asked: Asked, card: Card | None = None) -> HttpResponse:
    """The question that is asked now. ``card`` is the one with what was just sent."""
    shown = card or card_of(asked.sitting)
    run = asked.step.run
    settled = run.steps.exclude(outcome=DiagnosticStep.Outcome.OPEN).count()
    context = {
        "item": current_item(run.item_id),
        "number": settled + 1,
        "settled": settled,
        "most": MOST_QUESTIONS,
        "now": NOW,
        "card": shown,
        "card_html": render_card(request, shown),
    }
    return render(request, "diagnostic/question.html", context)

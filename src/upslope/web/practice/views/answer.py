from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_course
from upslope.web.form_values import read_id
from upslope.web.lessons.way import way_from
from upslope.web.practice.cards import Card, card_after, render_card
from upslope.web.practice.drafts import DraftUpdate, keep_submitted
from upslope.web.practice.fields import sent_answers
from upslope.web.practice.models import Attempt
from upslope.web.practice.standing import QuizStanding, record_standing
from upslope.web.practice.submissions import submit
from upslope.web.practice.views.draft import read_update
from upslope.web.practice.views.own_sitting import own_practice


@require_POST
def answer(request: LearnerRequest, sitting_id: int) -> HttpResponse:
    """Mark an answer. With script the reply is a few pieces of the card, without it a whole page."""
    sitting = own_practice(request, sitting_id)
    answers = sent_answers(sitting.variant, request.POST)
    update = read_update(sitting, request.POST) if request.htmx else DraftUpdate(answers, 0, "")
    revision = keep_submitted(sitting, replace(update, answers=answers))
    outcome = submit(sitting, answers, read_id(request.POST.get("submission_id", "")))
    card = card_after(sitting, outcome, revision)
    standing = _standing_after(request, card) if isinstance(outcome, Attempt) else None
    if request.htmx:
        return _pieces(request, card, standing)
    if isinstance(outcome, Attempt):
        return redirect(card.place.url)
    return render(request, "practice/card_page.html", {"card": card, "card_html": render_card(request, card)})


def _standing_after(request: LearnerRequest, card: Card) -> QuizStanding | None:
    return record_standing(request.user, card.place.item) if card.place.context == "quiz" else None


def _pieces(request: LearnerRequest, card: Card, standing: QuizStanding | None) -> HttpResponse:
    way = way_from(current_course(), card.place.item)
    context = {"card": card, "standing": standing, "way": way}
    return render(request, "practice/answer_reply.html", context)

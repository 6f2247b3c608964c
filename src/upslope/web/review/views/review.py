from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_POST, require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_course, current_item
from upslope.web.form_values import read_whole
from upslope.web.lessons.course_map import map_of
from upslope.web.lessons.progress import progress_of
from upslope.web.practice.cards import card_of, render_card
from upslope.web.review import sessions
from upslope.web.review.flash import begin_flash
from upslope.web.review.models import ReviewSession
from upslope.web.review.planning import MOST_QUESTIONS, planned
from upslope.web.review.skill_states import begun_skills, due_skills, weakest_skills
from upslope.web.review.waiting import next_review

IN_A_ROW = 3  # questions when one skill is practised


@require_safe
def review(request: LearnerRequest) -> HttpResponse:
    """The question that is asked now, or what there is to review.

    The page does not say which skill a question is for: to see that is half of what is practised.
    """
    session = sessions.open_session(request.user)
    return _start(request) if session is None else _question(request, session)


@require_POST
def begin(request: LearnerRequest) -> HttpResponse:
    """Begin with a recap's flash questions, or one skill, or what is due, or what would fade first."""
    if "flash" in request.POST:
        begin_flash(request.user, current_item(request.POST["flash"]))
        return redirect("review")
    begun = begun_skills(request.user)
    chosen = [state.skill.id for state in begun if state.skill.id == request.POST.get("skill")]
    plan = chosen * IN_A_ROW or planned(due_skills(begun) or weakest_skills(begun))
    sessions.begin(request.user, plan)
    return redirect("review")


@require_POST
def go_on(request: LearnerRequest) -> HttpResponse:
    """Leave the question and go on to the next."""
    session = sessions.go_on(request.user, read_whole(request.POST.get("sitting", ""), 18) or 0)
    if session is not None and not session.is_open:
        messages.success(request, "That was the last one. Done for now.")
    return redirect("review")


@require_POST
def stop(request: LearnerRequest) -> HttpResponse:
    """End the review here."""
    sessions.stop(request.user)
    return redirect("review")


def _question(request: LearnerRequest, session: ReviewSession) -> HttpResponse:
    card = card_of(sessions.sitting_in(session))
    context = {"session": session, "card": card, "card_html": render_card(request, card)}
    return render(request, "review/question.html", context)


def _start(request: LearnerRequest) -> HttpResponse:
    begun = begun_skills(request.user)
    due = due_skills(begun)
    context: dict[str, object] = {"begun": begun, "due": due, "planned": min(len(due), MOST_QUESTIONS)}
    if not begun:
        context["next_row"] = map_of(current_course(), progress_of(request.user)).next_row
    elif not due:
        context["next_time"], context["next_count"] = next_review(begun, now())
    return render(request, "review/start.html", context)

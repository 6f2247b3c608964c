from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts.rights import teaching_in
from upslope.web.course_access import current_item, current_question, current_quiz
from upslope.web.gradebook.analytics import figures_of
from upslope.web.gradebook.models import Regrade
from upslope.web.gradebook.regrading import is_outdated
from upslope.web.lessons.models import ItemProgress

QUIZZES = ("quiz", "graded-quiz")


@require_safe
def analytics(request: LearnerRequest, cohort_id: int, module: str, item: str) -> HttpResponse:
    """How a quiz's questions do in the class."""
    cohort = teaching_in(request.user, cohort_id).cohort
    here = current_item(f"{module}/{item}")
    if here.path is None:
        raise Http404(here.full_id)
    question_ids = current_quiz(here).question_ids if here.kind in QUIZZES else ()
    questions = [
        {
            "figures": figures,
            "title": current_question(figures.question_id).title,
            "name": figures.question_id.rpartition("/")[2],
            "is_outdated": is_outdated(cohort, figures.question_id),
        }
        for figures in figures_of(cohort, question_ids)
    ]
    learners = cohort.memberships.filter(role="learner", left__isnull=True)
    reached = ItemProgress.objects.filter(user__in=learners.values("user_id"), item_id=here.full_id)
    context = {
        "cohort": cohort,
        "item": here,
        "questions": questions,
        "learners": learners.count(),
        "begun": reached.count(),
        "done": reached.filter(state=ItemProgress.State.DONE).count(),
        "regrades": Regrade.objects.filter(
            cohort=cohort, question_id__startswith=f"{here.full_id}/"
        ).select_related("by"),
    }
    return render(request, "gradebook/item.html", context)

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts.rights import leading_in
from upslope.web.course_access import current_item, current_question
from upslope.web.gradebook.models import Regrade
from upslope.web.gradebook.regrading import preview_of, regrade, undo


@require_safe
def regrade_page(
    request: LearnerRequest, cohort_id: int, module: str, item: str, question: str
) -> HttpResponse:
    """Show what marking a corrected question again would change, before anything is changed."""
    cohort = leading_in(request.user, cohort_id).cohort
    asked = current_question(f"{module}/{item}/{question}")
    context = {
        "cohort": cohort,
        "item": current_item(f"{module}/{item}"),
        "question": asked,
        "name": question,
        "preview": preview_of(cohort, asked.id),
    }
    return render(request, "gradebook/regrade.html", context)


@require_POST
def regrade_apply(
    request: LearnerRequest, cohort_id: int, module: str, item: str, question: str
) -> HttpResponse:
    """Raise the marks that the page showed as rising."""
    cohort = leading_in(request.user, cohort_id).cohort
    asked = current_question(f"{module}/{item}/{question}")
    done = regrade(cohort, asked.id, request.user)
    if done is None:
        messages.info(request, f"Nothing in “{asked.title}” is worth more now. No mark was changed.")
    else:
        count = done.attempts.count()
        messages.success(request, f"{count} {'answer was' if count == 1 else 'answers were'} marked up.")
    return redirect("gradebook-item", cohort_id, module, item)


@require_POST
def regrade_undo(request: LearnerRequest, cohort_id: int, regrade_id: int) -> HttpResponse:
    """Put the marks back as they were before one marking."""
    cohort = leading_in(request.user, cohort_id).cohort
    done = get_object_or_404(Regrade, pk=regrade_id, cohort=cohort)
    was_undone = undo(done)
    messages.success(request, "The marks are as they were." if was_undone else "That was undone already.")
    module, item, _ = done.question_id.split("/")
    return redirect("gradebook-item", cohort_id, module, item)

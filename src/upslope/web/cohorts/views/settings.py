from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts import ending
from upslope.web.cohorts.forms.class_form import ClassForm
from upslope.web.cohorts.rights import is_owning, leading_in, owning_in
from upslope.web.cohorts.views.closed import refusal_if_closed
from upslope.web.cohorts.views.start import words_for
from upslope.web.course_access import current_course


@require_http_methods(["GET", "HEAD", "POST"])
def class_settings(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """Change what a class is; its owner also ends it here."""
    place = leading_in(request.user, cohort_id)
    cohort = place.cohort
    posted = request.POST if request.method == "POST" else None
    refusal = refusal_if_closed(request, cohort) if posted is not None else None
    if refusal:
        return refusal
    form = ClassForm(posted, current_course(), cohort)
    if posted is not None and form.is_valid():
        form.put_into(cohort)
        messages.success(request, "The settings are kept.")
        return redirect("cohort-settings", cohort_id)
    context = {
        "cohort": cohort,
        "form": form,
        "late_words": words_for(form),
        "may_own": is_owning(place),
        "why_not_delete": ending.why_not_delete(cohort) if is_owning(place) else "",
    }
    return render(request, "cohorts/settings.html", context, status=422 if form.errors else 200)


@require_POST
def close(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """Let a class be read only."""
    ending.close(owning_in(request.user, cohort_id).cohort)
    messages.success(request, "The class is closed. All of it can be read; you can open it again below.")
    return redirect("cohort-settings", cohort_id)


@require_POST
def reopen(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """Let a closed class be changed again."""
    ending.reopen(owning_in(request.user, cohort_id).cohort)
    messages.success(request, "The class is open again.")
    return redirect("cohort-settings", cohort_id)


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """Ask once more; then delete a class that nobody has worked in."""
    cohort = owning_in(request.user, cohort_id).cohort
    name = cohort.name
    problem = ending.delete(cohort) if request.method == "POST" else ending.why_not_delete(cohort)
    if problem:
        messages.error(request, problem, extra_tags="unread")
        return redirect("cohort-settings", cohort_id)
    if request.method == "POST":
        messages.success(request, f"{name} is deleted.")
        return redirect("cohorts")
    return render(request, "cohorts/delete.html", {"cohort": cohort})

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts.forms.class_form import ClassForm
from upslope.web.cohorts.late_words import late_words
from upslope.web.cohorts.models import Cohort, Membership, Role
from upslope.web.cohorts.rights import LEADING, may_start
from upslope.web.course_access import current_course


@require_http_methods(["GET", "HEAD", "POST"])
def start_class(request: LearnerRequest) -> HttpResponse:
    """Start a class; whoever does owns it."""
    if not may_start(request.user):
        return render(request, "cohorts/may_not_start.html", status=403)
    posted = request.POST if request.method == "POST" else None
    form = ClassForm(posted, current_course(), None, _usual_zone(request))
    if posted is not None and form.is_valid():
        with transaction.atomic():
            cohort = form.put_into(Cohort())
            Membership.objects.create(cohort=cohort, user=request.user, role=Role.OWNER)
        messages.success(request, f"{cohort.name} is there. Now set its deadlines, and invite people.")
        return redirect("cohort", cohort.pk)
    context = {"form": form, "late_words": words_for(form)}
    return render(request, "cohorts/start.html", context, status=422 if form.errors else 200)


def words_for(form: ClassForm) -> str:
    """Return what the form's late policy means; nothing while it cannot be read."""
    if form.is_bound and ("late_percent" in form.errors or "late_days" in form.errors):
        return ""
    values = form.cleaned_data if form.is_bound else form.initial
    return late_words(values["late_percent"], values["late_days"])


def _usual_zone(request: LearnerRequest) -> str:
    """The time zone of the class that somebody taught last."""
    taught = Membership.objects.filter(user=request.user, role__in=LEADING).select_related("cohort")
    last = taught.order_by("-pk").first()
    return last.cohort.time_zone if last else "UTC"

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts.forms.class_form import MOST_DAYS
from upslope.web.cohorts.late_words import late_words
from upslope.web.form_values import read_whole


@require_safe
def late_policy(request: LearnerRequest) -> HttpResponse:
    """Say what a late policy means, while it is being typed."""
    percent = read_whole(request.GET.get("late_percent", "").strip(), 3)
    days = read_whole(request.GET.get("late_days", "").strip(), 3)
    is_readable = percent is not None and percent <= 100 and days is not None and days <= MOST_DAYS
    words = late_words(percent, days) if is_readable and percent is not None and days is not None else ""
    return render(request, "cohorts/late_words.html", {"late_words": words})

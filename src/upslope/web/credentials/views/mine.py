from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.credentials.models import Certificate
from upslope.web.credentials.offers import offers_to


@require_safe
def my_certificates(request: LearnerRequest) -> HttpResponse:
    """A learner's own certificates, and those that are there to be had."""
    context = {
        "certificates": Certificate.objects.filter(user=request.user),
        "offers": offers_to(request.user),
    }
    return render(request, "credentials/mine.html", context)

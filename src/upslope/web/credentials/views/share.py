from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.credentials.models import Certificate
from upslope.web.credentials.rights import own

CHOICES = ("may_be_fetched", "may_be_found", "outlives_account")


@require_POST
def sharing(request: LearnerRequest, number: str) -> HttpResponse:
    """Keep what the learner lets others do with the certificate."""
    found = own(request.user, number)
    Certificate.objects.filter(pk=found.pk).update(**{name: name in request.POST for name in CHOICES})
    messages.success(request, "Kept.")
    return redirect("certificate", found.number)

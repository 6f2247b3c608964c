from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.credentials.models import Certificate
from upslope.web.credentials.rights import revocable
from upslope.web.credentials.views.certificate import certificate_page
from upslope.web.storable import storable

MOST_OF_A_REASON = 300  # characters
MOST_READ = 5000


@require_POST
def revoke(request: LearnerRequest, number: str) -> HttpResponse:
    """Say that a certificate no longer holds, and why. What was said first stays."""
    found = revocable(request.user, number)
    reason = storable(request.POST.get("reason", "")[:MOST_READ]).strip()
    problem = _problem(reason)
    if problem and not found.revoked:
        return certificate_page(request, found, problem, reason)
    Certificate.objects.filter(pk=found.pk, revoked__isnull=True).update(
        revoked=timezone.now(), revoked_by=request.user, reason=reason
    )
    messages.success(request, "This certificate is revoked. You can make it valid again below.")
    return redirect("certificate", found.number)


@require_POST
def restore(request: LearnerRequest, number: str) -> HttpResponse:
    """Undo a revocation: the certificate holds again, as if nothing had been."""
    found = revocable(request.user, number)
    Certificate.objects.filter(pk=found.pk).update(revoked=None, revoked_by=None, reason="")
    messages.success(request, "This certificate is valid again.")
    return redirect("certificate", found.number)


def _problem(reason: str) -> str:
    if not reason:
        return "The learner needs to know why. Write a reason; nothing is revoked yet."
    if len(reason) > MOST_OF_A_REASON:
        return (
            f"This reason has {len(reason)} characters, and {MOST_OF_A_REASON} can be kept. "
            "Shorten it; nothing is revoked yet."
        )
    return ""

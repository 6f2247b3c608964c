from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.accounts.naming import shown_name
from upslope.web.cohorts.forms.invitation_form import InvitationForm
from upslope.web.cohorts.models import Invitation, Membership, Role
from upslope.web.cohorts.rights import is_owning, leading_in
from upslope.web.cohorts.views.closed import refusal_if_closed


@require_http_methods(["GET", "HEAD", "POST"])
def invitations(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """The links into a class, and a new one."""
    place = leading_in(request.user, cohort_id)
    refusal = refusal_if_closed(request, place.cohort)
    if refusal:
        return refusal
    posted = request.POST if request.method == "POST" else None
    form = InvitationForm(posted, place)
    if posted is not None and form.is_valid():
        made = form.make()
        messages.success(request, "The link is there: copy it, and send it the way you like.")
        return redirect(f"{reverse('cohort-invitations', args=[cohort_id])}#link-{made.pk}")
    links = [_shown(link) for link in place.cohort.invitations.select_related("made_by", "cohort")]
    context = {
        "cohort": place.cohort,
        "place": place,
        "form": form,
        "open": [link for link in links if link["link"].is_open],
        "spent": [link for link in links if not link["link"].is_open],
    }
    return render(request, "cohorts/invitations.html", context, status=422 if form.errors else 200)


@require_POST
def revoke(request: LearnerRequest, cohort_id: int, invitation_id: int) -> HttpResponse:
    """Stop a link from working, or let it work again."""
    place = leading_in(request.user, cohort_id)
    refusal = refusal_if_closed(request, place.cohort)
    if refusal:
        return refusal
    link = get_object_or_404(Invitation, pk=invitation_id, cohort=place.cohort)
    is_back = request.POST.get("do") == "let-work"
    if is_back and not _may_make(place, link):
        messages.error(request, "Only an owner can let a link work that makes people teachers.", "unread")
        return redirect("cohort-invitations", cohort_id)
    link.revoked = None if is_back else timezone.now()
    link.save(update_fields=["revoked"])
    messages.success(
        request,
        "The link works again." if is_back else "The link lets nobody in any more. Who is in stays in.",
    )
    return redirect(f"{reverse('cohort-invitations', args=[cohort_id])}#link-{link.pk}")


def _may_make(place: Membership, link: Invitation) -> bool:
    return link.role != Role.TEACHER or is_owning(place)


def _shown(link: Invitation) -> dict[str, Any]:
    address = settings.BASE_URL + reverse("join", args=[link.key])
    subject, body = f"Join {link.cohort.name}", f"This link takes you into {link.cohort.name}:\n\n{address}\n"
    return {
        "link": link,
        "address": address,
        "mail": f"mailto:{quote(link.email)}?subject={quote(subject)}&body={quote(body)}",
        "by": shown_name(link.made_by) if link.made_by else "somebody who has left",
    }

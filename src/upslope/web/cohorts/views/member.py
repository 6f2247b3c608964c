from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.accounts.naming import shown_name
from upslope.web.cohorts import places
from upslope.web.cohorts.models import Membership, Role
from upslope.web.cohorts.people import may_change
from upslope.web.cohorts.rights import leading_in, owning_in
from upslope.web.cohorts.views.closed import refusal_if_closed


@require_POST
def change_role(request: LearnerRequest, cohort_id: int, user_id: int) -> HttpResponse:
    """Give a member another role."""
    owner = owning_in(request.user, cohort_id)
    member = member_of(owner, user_id)
    if request.POST.get("role") not in Role:
        raise Http404("no such role")
    role = Role(request.POST["role"])
    done = f"{shown_name(member.user)} is now {_article(role)} {role.label.lower()}."
    return _after(request, owner, lambda: places.change_role(member, role), done)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: LearnerRequest, cohort_id: int, user_id: int) -> HttpResponse:
    """Say what it means to take somebody out; then do it."""
    leader = leading_in(request.user, cohort_id)
    member = member_of(leader, user_id)
    if not may_change(leader, member) or member.user_id == leader.user_id:
        raise Http404("not theirs to take out")
    name = shown_name(member.user)
    if request.method != "POST":
        context = {"cohort": leader.cohort, "member": member, "name": name}
        return render(request, "cohorts/remove.html", context)
    done = f"{name} is no longer in the class. Their work is kept; below you can let them back in."
    return _after(request, leader, lambda: places.remove(member), done)


@require_POST
def let_back(request: LearnerRequest, cohort_id: int, user_id: int) -> HttpResponse:
    """Undo that somebody was taken out."""
    leader = leading_in(request.user, cohort_id)
    member = get_object_or_404(Membership, cohort=cohort_id, user=user_id, was_removed=True)
    if not may_change(leader, member):
        raise Http404("not theirs to let back")
    done = f"{shown_name(member.user)} is back, with everything that was theirs."
    return _after(request, leader, lambda: places.let_back(member), done)


@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: LearnerRequest, cohort_id: int, user_id: int) -> HttpResponse:
    """Say what it means to hand the class over; then do it."""
    owner = owning_in(request.user, cohort_id)
    member = member_of(owner, user_id)
    if member.user_id == owner.user_id:
        raise Http404("it is theirs already")
    name = shown_name(member.user)
    if request.method != "POST":
        return render(
            request, "cohorts/hand_over.html", {"cohort": owner.cohort, "member": member, "name": name}
        )
    done = f"The class is {name}’s now. You teach on in it."
    return _after(request, owner, lambda: places.hand_over(owner, member), done)


def member_of(place: Membership, user_id: int) -> Membership:
    """Return somebody's place in the same class. Raises Http404 where they are not in it now."""
    found = Membership.objects.filter(cohort=place.cohort_id, user=user_id, left__isnull=True)
    return get_object_or_404(found.select_related("user", "cohort"))


def _after(request: LearnerRequest, place: Membership, change: Callable[[], None], done: str) -> HttpResponse:
    """Make the change, say what came of it, and show the members."""
    refusal = refusal_if_closed(request, place.cohort)
    if refusal:
        return refusal
    try:
        change()
    except places.LastOwner as last:
        messages.error(request, str(last), extra_tags="unread")
    else:
        messages.success(request, done)
    return redirect("cohort-members", place.cohort_id)


def _article(role: Role) -> str:
    return "an" if role in (Role.OWNER, Role.ASSISTANT) else "a"

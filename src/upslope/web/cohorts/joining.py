"""Coming into a class by a link: what stands in the way, said in a sentence, and the step itself."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from upslope.web.accounts.models import User
from upslope.web.cohorts.dates import said, said_day
from upslope.web.cohorts.models import Invitation, Membership, Role

SESSION_KEY = "cohorts_invitation"  # accounts let somebody sign up whose session holds one
NOT_RIGHT = (
    "No class has this address. One character wrong or missing is enough: copy the whole link once more, or "
    "ask whoever sent it for a new one."
)


@dataclass(frozen=True)
class Refusal:
    """Why a link lets nobody in, or not this person, and the page's HTTP status."""

    sentence: str
    status: int = 410

    @property
    def is_inside(self) -> bool:
        """Whether they are in the class anyway."""
        return self.status == 200


def invitation_called(key: str) -> Invitation | None:
    """Return the invitation with this key, whatever its state."""
    return Invitation.objects.filter(key=key).select_related("cohort", "made_by").first()


def closed_to_all(invitation: Invitation) -> Refusal | None:
    """Return why the link lets nobody in any more, or None."""
    cohort = invitation.cohort
    if cohort.closed:
        return Refusal(f"{cohort.name} is closed. Nobody can join it any more.")
    if cohort.is_over and cohort.ends:
        return Refusal(f"{cohort.name} ended on {said_day(cohort.ends)}. Nobody can join it any more.")
    if invitation.revoked:
        return Refusal("This link was taken back by those who teach the class. Ask them for a new one.")
    now = timezone.now()
    if invitation.expires and invitation.expires <= now:
        when = said(invitation.expires, cohort.zone, now)
        return Refusal(f"This link worked until {when}. Ask those who teach the class for a new one.")
    if invitation.most is not None and invitation.used >= invitation.most:
        return Refusal(_used_up(invitation.most))
    return None


def refusal_for(user: User, invitation: Invitation) -> Refusal | None:
    """Return why the link does not let this person in, or None. Their own reasons come first."""
    place = Membership.objects.filter(cohort=invitation.cohort_id, user=user).first()
    own = _refusal_for_place(place, invitation) if place else None
    return own or closed_to_all(invitation) or _wrong_address(user, invitation)


def join(user: User, invitation_id: int, *, is_auditing: bool) -> Refusal | None:
    """Let somebody in; return why not, if something is in the way. Of two for the last place one gets it.

    Whoever comes back finds their place and their work as they left them.
    """
    with transaction.atomic():
        locked = Invitation.objects.select_for_update(of=("self",)).select_related("cohort")
        invitation = locked.get(pk=invitation_id)
        refusal = refusal_for(user, invitation)
        if refusal:
            return refusal
        place, _ = Membership.objects.get_or_create(cohort=invitation.cohort, user=user)
        place.role = invitation.role
        place.is_auditing = is_auditing and invitation.role == Role.LEARNER
        place.left = None
        place.invitation = invitation
        place.save()
        Invitation.objects.filter(pk=invitation.pk).update(used=F("used") + 1)
    return None


def _refusal_for_place(place: Membership, invitation: Invitation) -> Refusal | None:
    if place.left is None:
        return Refusal(
            f"You are in {invitation.cohort.name} already, as {place.get_role_display().lower()}.", 200
        )
    if place.was_removed:
        return Refusal(
            "Those who teach the class have ended your place in it, so no link lets you back in. Ask them; "
            "they can. Your work is kept.",
            403,
        )
    if invitation.most is not None and place.invitation_id == invitation.pk:
        return Refusal(
            "You have used this link already, and have left the class since. It works once for each person: "
            "ask those who teach the class for a new one. Your work is kept."
        )
    return None


def _used_up(most: int) -> str:
    whom = "one person, who has" if most == 1 else f"{most} people, and all of them have"
    return f"This link was for {whom} joined. Ask those who teach the class for a new one."


def _wrong_address(user: User, invitation: Invitation) -> Refusal | None:
    if not invitation.email or invitation.email.casefold() == user.email.casefold():
        return None
    yours = f"you are signed in with {user.email}" if user.email else "your account has none"
    return Refusal(
        f"This link was made for somebody with another e-mail address; {yours}. Sign in with the address "
        "that the link was sent to, or ask for a link of your own.",
        403,
    )

"""Links that stop mails for whoever has them, without signing in: signed, so nobody makes one for others."""

from dataclasses import dataclass

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from upslope.web.accounts.models import User
from upslope.web.community.following import unsubscribe
from upslope.web.community.models import DigestMark, Thread

_SIGNER = Signer(salt="upslope.community.stop-mail", sep=".")


@dataclass(frozen=True)
class Stop:
    """Whose mails are to stop: of one thread, or all."""

    user: User
    thread: Thread | None

    def carry_out(self) -> None:
        if self.thread is not None:
            unsubscribe(self.user, self.thread)
        else:
            DigestMark.objects.update_or_create(user=self.user, defaults={"is_wanted": False})


def address_to_stop(user: User, thread: Thread | None = None) -> str:
    """Return the address that stops mails of a thread, or all of them."""
    return reverse("discussion-stop-mail", args=[_SIGNER.sign(f"{user.pk}-{thread.pk if thread else 0}")])


def read_stop(token: str) -> Stop | None:
    """Return what a link stops; None where it is not one of ours, or what it names is gone."""
    try:
        user_id, thread_id = map(int, _SIGNER.unsign(token).split("-"))
    except (BadSignature, ValueError):
        return None
    user = User.objects.filter(pk=user_id).first()
    thread = Thread.objects.filter(pk=thread_id).first() if thread_id else None
    return None if user is None or (thread_id and thread is None) else Stop(user, thread)

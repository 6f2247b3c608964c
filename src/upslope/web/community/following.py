"""What somebody has seen of a thread, and whether they are mailed what is new."""

from django.utils import timezone

from upslope.web.accounts.models import User
from upslope.web.community.models import Thread, ThreadReader


def visit(user: User, thread: Thread) -> ThreadReader:
    """Note that somebody looks at the thread now; return the row as it was before."""
    row, _ = ThreadReader.objects.get_or_create(user=user, thread=thread)
    ThreadReader.objects.filter(pk=row.pk).update(seen=timezone.now())
    return row


def subscribe(user: User, thread: Thread) -> None:
    """Have what is new here mailed, from now on."""
    ThreadReader.objects.update_or_create(user=user, thread=thread, defaults={"is_subscribed": True})


def unsubscribe(user: User, thread: Thread) -> None:
    ThreadReader.objects.filter(user=user, thread=thread).update(is_subscribed=False)

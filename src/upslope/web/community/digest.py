"""What is new in the threads somebody follows, as one mail a day in plain text.

A mark is set before the mail goes and taken back if it does not: two programs at it at once send
one mail.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from upslope.web.accounts.models import User
from upslope.web.accounts.naming import shown_name
from upslope.web.community.models import DigestMark, Post, Thread
from upslope.web.community.stop_mail import address_to_stop
from upslope.web.community.threads import address_of
from upslope.web.community.viewing import LIVE, title_of

A_DAY = timedelta(
    hours=20
)  # a job that starts a few minutes earlier than yesterday must not wait until tomorrow
OLDEST = timedelta(days=3)  # what a server that was off for weeks would tell is no news
EXCERPT, MOST_POSTS = 240, 40  # characters; posts in one mail
SUBJECT = "New in the discussions you follow"

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Digest:
    """One mail: to whom, and the posts it tells of, by thread."""

    user: User
    threads: Sequence[tuple[Thread, Sequence[Post]]]

    def message(self) -> EmailMessage:
        """Write the mail. Nothing that anybody typed is in its head."""
        stop = settings.BASE_URL + address_to_stop(self.user)
        blocks = [_block(self.user, thread, posts) for thread, posts in self.threads]
        if sum(len(posts) for _, posts in self.threads) == MOST_POSTS:
            blocks.append(f"Only the first {MOST_POSTS} posts are listed here; the threads hold them all.")
        return EmailMessage(
            SUBJECT,
            "\n\n".join([*blocks, _foot(stop)]) + "\n",
            to=[self.user.email],
            headers={"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
        )


def send_digests() -> int:
    """Mail everybody who is due what is new for them; return how many mails went."""
    now = timezone.now()
    following = User.objects.filter(
        is_active=True, thread_reading__is_subscribed=True, thread_reading__thread__newest__gt=now - OLDEST
    )
    return sum(_send_to(user, now) for user in following.exclude(email="").order_by("pk").distinct())


def digest_for(user: User, since: datetime, until: datetime) -> Digest:
    """Return what came between these moments in the threads that somebody follows and has not read.

    Hidden, deleted and folded posts are left out, whoever it is for: a mail cannot be taken back.
    """
    posts: dict[int, list[Post]] = {}
    found = (
        _news(user)
        .filter(made__gt=since, made__lte=until)
        .select_related("author", "thread", "thread__cohort")
    )
    for post in found.order_by("thread_id", "made", "pk")[:MOST_POSTS]:
        posts.setdefault(post.thread_id, []).append(post)
    return Digest(user, [(theirs[0].thread, theirs) for theirs in posts.values()])


def _news(user: User) -> QuerySet[Post]:
    return Post.objects.filter(
        LIVE,
        Q(thread__readers__seen__isnull=True) | Q(thread__readers__seen__lt=F("made")),
        Q(thread__cohort__room__isnull=True) | Q(thread__cohort__room__is_open=True),
        shows_solution=False,
        thread__readers__user=user,
        thread__readers__is_subscribed=True,
        thread__cohort__closed__isnull=True,
        thread__cohort__in=user.memberships.filter(left__isnull=True).values("cohort"),
    ).exclude(author=user)


def _send_to(user: User, now: datetime) -> bool:
    mark, _ = DigestMark.objects.get_or_create(user=user)
    digest = digest_for(user, max(mark.sent or now - OLDEST, now - OLDEST), now)
    if not digest.threads or not _claim(mark, now):
        return False
    try:
        digest.message().send()
    except OSError:  # also what smtplib raises
        _log.exception("The digest for user %s could not be sent; it is tried again next time.", user.pk)
        DigestMark.objects.filter(pk=mark.pk, sent=now).update(sent=mark.sent)
        return False
    return True


def _claim(mark: DigestMark, now: datetime) -> bool:
    due = Q(sent__isnull=True) | Q(sent__lt=now - A_DAY)
    return bool(DigestMark.objects.filter(due, pk=mark.pk, is_wanted=True).update(sent=now))


def _block(user: User, thread: Thread, posts: Sequence[Post]) -> str:
    opening = Post.objects.filter(LIVE, thread=thread, is_opening=True, shows_solution=False).first()
    title = f"“{opening.title}”" if opening else "A thread you follow"
    place = f"at “{title_of(thread.item_id)}” in {thread.cohort}"
    lines = [f"{title} {place}", settings.BASE_URL + address_of(thread), *map(_excerpt, posts)]
    return "\n".join([*lines, f"Nothing more from this thread: {_stop_thread(user, thread)}"])


def _stop_thread(user: User, thread: Thread) -> str:
    return settings.BASE_URL + address_to_stop(user, thread)


def _excerpt(post: Post) -> str:
    words = " ".join(post.body.split())
    short = words if len(words) <= EXCERPT else f"{words[: EXCERPT - 1].rstrip()}…"
    return f"  {shown_name(post.author)}: {short}"


def _foot(stop: str) -> str:
    return (
        "You get this because you wrote in these threads or chose to follow them, at most once a day.\n"
        f"All discussions: {settings.BASE_URL}{reverse('cohorts')}\n"
        f"No more of these mails: {stop}"
    )

"""What those who teach do with posts and threads, and what anybody tells them of."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.safestring import SafeString

from upslope.web.accounts.naming import shown_name
from upslope.web.cohorts.models import Cohort
from upslope.web.community.markdown import to_safe_html
from upslope.web.community.models import Post, PostReport, Thread
from upslope.web.community.threads import address_of
from upslope.web.community.viewing import Viewer, title_of
from upslope.web.storable import storable

LONGEST_REASON = 300  # characters
NO_REASON = "Say in a few words why; the author will read it. Nothing was changed."
NO_REPORT_REASON = "Say in a few words what is wrong with it. Nothing was sent."
TOO_LONG = f"A reason has at most {LONGEST_REASON} characters. Nothing was changed; shorten it a little."


@dataclass(frozen=True)
class ReportedPost:
    """A post in the queue, with what was said of it."""

    post: Post
    name: str
    html: SafeString
    reasons: Sequence[tuple[str, str]]

    @property
    def address(self) -> str:
        return address_of(self.post.thread, self.post)

    @property
    def item_title(self) -> str:
        return title_of(self.post.thread.item_id)


def reason_of(text: str) -> str:
    """Return a reason as it was typed, on one line and fit to be kept."""
    return " ".join(storable(text[: 10 * LONGEST_REASON]).split())


def hide(viewer: Viewer, post: Post, reason: str) -> str:
    """Hide a post from the class and settle its reports; return what keeps it from that, or nothing."""
    if not reason:
        return NO_REASON
    if len(reason) > LONGEST_REASON:
        return TOO_LONG
    with transaction.atomic():
        Post.objects.filter(pk=post.pk).update(
            hidden=timezone.now(), hidden_reason=reason, hidden_by=viewer.user, is_answer=False
        )
        settle(post)
    return ""


def restore(post: Post) -> None:
    """Show a hidden post again."""
    Post.objects.filter(pk=post.pk).update(hidden=None, hidden_reason="", hidden_by=None)


def report(viewer: Viewer, post: Post, reason: str) -> str:
    """Tell those who teach of a post; a second report by the same person takes the place of the first."""
    if not reason:
        return NO_REPORT_REASON
    if len(reason) > LONGEST_REASON:
        return TOO_LONG
    PostReport.objects.update_or_create(
        post=post,
        user=viewer.user,
        defaults={"reason": reason, "made": timezone.now(), "settled": None},
    )
    return ""


def settle(post: Post) -> None:
    """Note that somebody who teaches has looked at the reports of a post."""
    PostReport.objects.filter(post=post, settled__isnull=True).update(settled=timezone.now())


def queue_of(cohort: Cohort) -> list[ReportedPost]:
    """Return the posts with reports that nobody has looked at, the longest waiting first."""
    rows = PostReport.objects.filter(
        post__thread__cohort=cohort, settled__isnull=True, post__deleted__isnull=True
    ).select_related("user", "post__author", "post__thread")
    posts: dict[int, tuple[Post, list[tuple[str, str]]]] = {}
    for row in rows:
        posts.setdefault(row.post_id, (row.post, []))[1].append((shown_name(row.user), row.reason))
    return [
        ReportedPost(post, shown_name(post.author), to_safe_html(post.body), reasons)
        for post, reasons in posts.values()
    ]


def hidden_in(cohort: Cohort) -> list[Post]:
    """Return the hidden posts, the last hidden first."""
    found = Post.objects.filter(thread__cohort=cohort, hidden__isnull=False, deleted__isnull=True)
    return list(found.select_related("author", "thread").order_by("-hidden", "-pk"))


def mark_as_answer(thread: Thread, post: Post | None) -> None:
    """Say which reply answered the thread; None: none did."""
    with transaction.atomic():
        Thread.objects.select_for_update().get(pk=thread.pk)
        Post.objects.filter(thread=thread, is_answer=True).update(is_answer=False)
        if post is not None:
            Post.objects.filter(pk=post.pk, thread=thread, is_opening=False).update(is_answer=True)


def may_mark_answer(viewer: Viewer, opening: Post | None) -> bool:
    """Whether the viewer asked here, or teaches."""
    return viewer.may_write and (viewer.teaches or (opening is not None and viewer.owns(opening)))

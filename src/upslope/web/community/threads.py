"""The threads at an item, and the posts of one thread, as somebody of the class sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.safestring import SafeString

from upslope.web.accounts.naming import shown_name
from upslope.web.cohorts.models import TEACHING, Membership
from upslope.web.community.markdown import to_safe_html
from upslope.web.community.models import Post, Thread, ThreadReader
from upslope.web.community.viewing import Viewer, is_marked_as_edited, title_of

GONE, HIDDEN = "deleted by its author", "hidden by a teacher"
FOLDED_TITLE = "A thread that shows a solution"
LONGEST_SEARCH = 200  # characters


@dataclass(frozen=True)
class ThreadRow:
    """A thread in a list. ``new`` is whether something came since the viewer last looked."""

    thread: Thread
    title: str
    name: str
    replies: int
    is_solved: bool
    is_new: bool
    newest: datetime

    @property
    def address(self) -> str:
        return address_of(self.thread)

    @property
    def item_title(self) -> str:
        return title_of(self.thread.item_id)


@dataclass(frozen=True)
class ShownPost:
    """A post as the viewer sees it. ``html`` is None where they may not read it, and ``why`` says so."""

    post: Post
    name: str
    is_teacher: bool
    html: SafeString | None
    why: str
    is_new: bool
    is_mine: bool
    is_spoiled: bool
    reports: int

    @property
    def is_edited(self) -> bool:
        return is_marked_as_edited(self.post)

    @property
    def is_gone(self) -> bool:
        return self.post.deleted is not None


def address_of(thread: Thread, post: Post | None = None) -> str:
    """Return where a thread is read, at one of its posts if named."""
    address = reverse("discussion-thread", args=[thread.cohort_id, thread.pk])
    return f"{address}#post-{post.pk}" if post else address


def rows_at(viewer: Viewer, item_id: str, words: str = "") -> list[ThreadRow]:
    """Return the threads at an item, pinned ones first, then by their newest post.

    Args:
        words: only threads with posts that hold all of these, in any order, and that the viewer may read.
    """
    wanted = words[:LONGEST_SEARCH].casefold().split()
    threads = list(Thread.objects.filter(cohort=viewer.cohort, item_id=item_id))
    rows = rows_of(viewer, threads)
    if not wanted:
        return rows
    texts = _texts(viewer, threads)
    return [row for row in rows if all(word in texts.get(row.thread.pk, "") for word in wanted)]


def newest_rows(viewer: Viewer, most: int) -> list[ThreadRow]:
    """Return the threads of a class that were written in last."""
    threads = Thread.objects.filter(cohort=viewer.cohort, posts__deleted__isnull=True).distinct()
    return rows_of(viewer, list(threads.order_by("-newest", "-pk")[:most]))


def rows_of(viewer: Viewer, threads: Sequence[Thread]) -> list[ThreadRow]:
    """Return these threads as rows, without those of which nothing is left for the viewer."""
    posts: dict[int, list[Post]] = {}
    for post in Post.objects.filter(thread__in=threads, deleted__isnull=True).select_related("author"):
        if post.hidden is None or viewer.teaches or viewer.owns(post):
            posts.setdefault(post.thread_id, []).append(post)
    seen = _seen(viewer, threads)
    return [
        _row(viewer, thread, posts[thread.pk], seen.get(thread.pk))
        for thread in threads
        if thread.pk in posts
    ]


def shown_posts(viewer: Viewer, thread: Thread, seen: datetime | None) -> list[ShownPost]:
    """Return the posts of a thread in the order they came.

    What was deleted leaves its place only where others wrote after it; its author still sees it.

    Args:
        seen: when the viewer was here last.
    """
    posts = list(thread.posts.select_related("author").prefetch_related("reports"))
    teachers = set(
        Membership.objects.filter(cohort=thread.cohort_id, left__isnull=True, role__in=TEACHING).values_list(
            "user_id", flat=True
        )
    )
    last = max((place for place, post in enumerate(posts) if post.deleted is None), default=-1)
    shown = []
    for place, post in enumerate(posts):
        if post.deleted is None or place < last or viewer.owns(post):
            shown.append(_shown(viewer, thread, post, seen, is_teacher=post.author_id in teachers))
    return shown


def opening_of(thread: Thread) -> Post | None:
    """Return the first post; None where its author's account is gone, and with it all they wrote."""
    return thread.posts.filter(is_opening=True).select_related("author").first()


def title_for(viewer: Viewer, thread: Thread, opening: Post | None) -> str:
    """Return the title as far as the viewer may read it."""
    if opening is None or (opening.deleted is not None and not viewer.owns(opening)):
        return f"A thread whose first post was {GONE}"
    if viewer.is_spoiled_by(opening, thread.item_id):
        return FOLDED_TITLE
    if not viewer.may_read(opening, thread.item_id):
        return f"A thread whose first post was {HIDDEN}"
    return opening.title


def _row(viewer: Viewer, thread: Thread, posts: Sequence[Post], seen: datetime | None) -> ThreadRow:
    opening = next((post for post in posts if post.is_opening), None)
    foreign = [post.made for post in posts if not viewer.owns(post)]
    return ThreadRow(
        thread,
        title_for(viewer, thread, opening),
        shown_name(opening.author) if opening else "",
        sum(not post.is_opening for post in posts),
        any(post.is_answer for post in posts),
        any(seen is None or made > seen for made in foreign),
        max(post.made for post in posts),
    )


def _shown(
    viewer: Viewer, thread: Thread, post: Post, seen: datetime | None, *, is_teacher: bool
) -> ShownPost:
    is_mine = viewer.owns(post)
    is_readable = viewer.may_read(post, thread.item_id)
    return ShownPost(
        post=post,
        name=shown_name(post.author),
        is_teacher=is_teacher,
        html=to_safe_html(post.body) if is_readable else None,
        why="" if is_readable else GONE if post.deleted else HIDDEN if post.hidden else "",
        is_new=not is_mine and is_readable and (seen is None or post.made > seen),
        is_mine=is_mine,
        is_spoiled=post.deleted is None
        and post.hidden is None
        and viewer.is_spoiled_by(post, thread.item_id),
        reports=sum(report.settled is None for report in post.reports.all()) if viewer.teaches else 0,
    )


def _seen(viewer: Viewer, threads: Sequence[Thread]) -> dict[int, datetime]:
    rows = ThreadReader.objects.filter(Q(user=viewer.user), thread__in=threads, seen__isnull=False)
    return {row.thread_id: row.seen for row in rows if row.seen is not None}


def _texts(viewer: Viewer, threads: Sequence[Thread]) -> dict[int, str]:
    found: dict[int, str] = {}
    posts = viewer.readable(Post.objects.filter(thread__in=threads))
    for thread_id, title, body in posts.values_list("thread_id", "title", "body"):
        found[thread_id] = f"{found.get(thread_id, '')}\n{title}\n{body}".casefold()
    return found

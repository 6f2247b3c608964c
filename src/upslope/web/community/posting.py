"""Writing: a thread, a reply, a change. What cannot be kept comes back as typed, with a sentence on why."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.safestring import SafeString

from upslope.web.cohorts.models import Membership
from upslope.web.community.following import subscribe
from upslope.web.community.markdown import to_safe_html
from upslope.web.community.models import Post, Revision, Thread
from upslope.web.community.viewing import Viewer, may_spoil
from upslope.web.form_values import read_id
from upslope.web.storable import storable

LONGEST_TITLE, LONGEST_BODY, MOST_READ = 150, 10_000, 100_000  # characters
MOST_POSTS, WINDOW = 6, timedelta(minutes=5)
TOO_MANY = (
    f"That is {MOST_POSTS} posts in {WINDOW.seconds // 60} minutes, and the others want to read them all. "
    "Wait a few minutes, then post this one. What you wrote is still here."
)
NOT_OPEN = (
    "Nothing can be posted here any more. Your words are still in the field, so that you can copy them."
)
LOCKED = "A teacher has locked this thread, so nothing can be added. Your words are still here to copy."
NO_BODY = "There is nothing in it yet. Write a word or two first."
NO_TITLE = "Give it a title first, so that others find it. What you wrote is still here."


@dataclass(frozen=True)
class PostForm:
    """A post as its form holds it."""

    title: str = ""
    body: str = ""
    shows_solution: bool = False
    form_id: uuid.UUID = field(default_factory=uuid.uuid4)
    problem: str = ""
    is_previewed: bool = False

    @classmethod
    def of(cls, sent: Mapping[str, str]) -> "PostForm":
        """Read what a page sent."""
        return cls(
            " ".join(storable(sent.get("title", "")[:MOST_READ]).split()),
            storable(sent.get("body", "")[:MOST_READ]).replace("\r\n", "\n"),
            "shows_solution" in sent,
            read_id(sent.get("form_id", "")),
            is_previewed=sent.get("action") == "preview",
        )

    @classmethod
    def from_post(cls, post: Post) -> "PostForm":
        return cls(post.title, post.body, post.shows_solution)

    @property
    def preview(self) -> SafeString:
        return to_safe_html(self.body[:LONGEST_BODY])

    @property
    def longest_title(self) -> int:
        return LONGEST_TITLE

    def with_problem(self, problem: str) -> "PostForm":
        return replace(self, problem=problem)


def words_problem(form: PostForm, *, needs_title: bool) -> str:
    """Return what is wrong with the words themselves, or nothing."""
    if needs_title and not form.title:
        return NO_TITLE
    if len(form.title) > LONGEST_TITLE:
        return f"The title has {len(form.title)} characters; {LONGEST_TITLE} is the most. Nothing is lost."
    if not form.body.strip():
        return NO_BODY
    if len(form.body) > LONGEST_BODY:
        return (
            f"This has {len(form.body)} characters; {LONGEST_BODY} is the most. Shorten it, or make two "
            "posts of it. Nothing is kept or lost until then."
        )
    return ""


def start_thread(viewer: Viewer, item_id: str, form: PostForm) -> tuple[Thread | None, str]:
    """Open a thread; return it, or what keeps it from being opened. The same form gives the same one."""
    with transaction.atomic():
        known, problem = _before_posting(viewer, form, needs_title=True)
        if known or problem:
            return (known.thread if known else None), problem
        thread = Thread.objects.create(cohort=viewer.cohort, item_id=item_id)
        _write(viewer, thread, form, is_opening=True)
    return thread, ""


def reply(viewer: Viewer, thread: Thread, form: PostForm) -> tuple[Post | None, str]:
    """Add to a thread; return the post, or what keeps it from being added."""
    with transaction.atomic():
        known, problem = _before_posting(viewer, form, needs_title=False)
        if known or problem:
            return known, problem
        here = Thread.objects.select_for_update().get(pk=thread.pk)
        if here.is_locked and not viewer.teaches:
            return None, LOCKED
        post = _write(viewer, here, replace(form, title=""), is_opening=False)
        Thread.objects.filter(pk=thread.pk).update(newest=post.made)
    return post, ""


def edit(viewer: Viewer, post: Post, form: PostForm) -> str:
    """Change one's own post and keep what it said; return what keeps it from being changed, or nothing."""
    problem = words_problem(form, needs_title=post.is_opening)
    if problem or not viewer.may_write:
        return problem or NOT_OPEN
    with transaction.atomic():
        now = Post.objects.select_for_update().select_related("thread").get(pk=post.pk)
        if now.thread.is_locked and not viewer.teaches:
            return LOCKED
        title = form.title if now.is_opening else ""
        if (now.title, now.body) != (title, form.body):
            Revision.objects.create(post=now, title=now.title, body=now.body)
            now.title, now.body, now.edited = title, form.body, timezone.now()
        now.shows_solution = form.shows_solution and may_spoil(now.thread.item_id)
        now.save(update_fields=["title", "body", "edited", "shows_solution"])
    return ""


def delete(post: Post) -> None:
    """Take one's own post out of sight, for good unless it is brought back."""
    Post.objects.filter(pk=post.pk, deleted__isnull=True).update(deleted=timezone.now(), is_answer=False)


def bring_back(post: Post) -> None:
    """Undo a deletion."""
    Post.objects.filter(pk=post.pk).update(deleted=None)


def _before_posting(viewer: Viewer, form: PostForm, *, needs_title: bool) -> tuple[Post | None, str]:
    """Return the post that came from this form already, or what keeps a new one out.

    The member's row is locked first: of two forms sent at one moment, one is counted after the other.
    """
    Membership.objects.select_for_update().get(pk=viewer.place.pk)
    known = Post.objects.filter(author=viewer.user, form_id=form.form_id).select_related("thread").first()
    if known is not None and known.thread.cohort_id == viewer.place.cohort_id:
        return known, ""
    if not viewer.may_write:
        return None, NOT_OPEN
    problem = words_problem(form, needs_title=needs_title)
    if problem:
        return None, problem
    recent = Post.objects.filter(author=viewer.user, made__gt=timezone.now() - WINDOW).count()
    return None, TOO_MANY if recent >= MOST_POSTS and not viewer.teaches else ""


def _write(viewer: Viewer, thread: Thread, form: PostForm, *, is_opening: bool) -> Post:
    taken = Post.objects.filter(author=viewer.user, form_id=form.form_id).exists()  # in another class
    post = Post.objects.create(
        thread=thread,
        author=viewer.user,
        form_id=uuid.uuid4() if taken else form.form_id,
        is_opening=is_opening,
        title=form.title,
        body=form.body,
        shows_solution=form.shows_solution and may_spoil(thread.item_id),
    )
    subscribe(viewer.user, thread)
    return post

"""Who looks at a discussion, and what of it is there for them."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.http import Http404

from upslope.course import Item, NoSuchItem
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Membership
from upslope.web.cohorts.rights import is_leading, membership_in
from upslope.web.community.models import Post, Room, Thread
from upslope.web.course_access import current_course
from upslope.web.lessons.models import ItemProgress

UNMARKED = timedelta(minutes=15)  # a slip mended at once needs no mark
MAY_SPOIL = frozenset({"quiz", "graded-quiz", "lab", "assignment"})
LIVE = Q(deleted__isnull=True, hidden__isnull=True)


@dataclass(frozen=True)
class Viewer:
    """Somebody in the discussion of their class. ``passed`` holds the items they have done."""

    place: Membership
    is_open: bool
    passed: frozenset[str] = field(default_factory=frozenset)

    @property
    def user(self) -> User:
        return self.place.user

    @property
    def cohort(self) -> Cohort:
        return self.place.cohort

    @property
    def teaches(self) -> bool:
        return self.place.is_teaching

    @property
    def leads(self) -> bool:
        return is_leading(self.place)

    @property
    def may_write(self) -> bool:
        """Whether anything can be posted or changed: not in a closed class, nor while it is switched off."""
        return self.is_open and self.cohort.closed is None

    def owns(self, post: Post) -> bool:
        return post.author_id == self.place.user_id

    def is_spoiled_by(self, post: Post, item_id: str) -> bool:
        """Whether the post shows a solution that this viewer has yet to find."""
        return post.shows_solution and not self.teaches and not self.owns(post) and item_id not in self.passed

    def may_read(self, post: Post, item_id: str) -> bool:
        """Whether the words of the post may be in a page for this viewer at all."""
        if post.deleted is not None:
            return self.owns(post)
        if post.hidden is not None and not (self.teaches or self.owns(post)):
            return False
        return not self.is_spoiled_by(post, item_id)

    def readable(self, posts: QuerySet[Post]) -> QuerySet[Post]:
        """Keep the posts that stand there for everybody and spoil nothing for this viewer."""
        kept = posts.filter(LIVE)
        if self.teaches:
            return kept
        return kept.filter(
            Q(shows_solution=False) | Q(author=self.place.user_id) | Q(thread__item_id__in=self.passed)
        )


def viewer_in(user: User, cohort_id: int) -> Viewer:
    """Return the user as somebody of this class. Raises Http404 for everybody else, and while it is off.

    Those who teach can read on while the discussion is switched off.
    """
    place = membership_in(user, cohort_id)
    place.user = user
    is_open = not Room.objects.filter(cohort=cohort_id, is_open=False).exists()
    viewer = Viewer(place, is_open, _passed_by(user))
    if not is_open and not viewer.teaches:
        raise Http404("the discussion is switched off")
    return viewer


def teacher_in(user: User, cohort_id: int) -> Viewer:
    """Return somebody who teaches in this class. Raises Http404 for everybody else."""
    viewer = viewer_in(user, cohort_id)
    if not viewer.teaches:
        raise Http404("only for those who teach")
    return viewer


def leader_in(user: User, cohort_id: int) -> Viewer:
    """Return an owner or teacher of this class. Raises Http404 for everybody else."""
    viewer = viewer_in(user, cohort_id)
    if not viewer.leads:
        raise Http404("only for owners and teachers")
    return viewer


def thread_for(viewer: Viewer, thread_id: int) -> Thread:
    """Return a thread of the viewer's class in which something is left to see. Raises Http404."""
    thread = Thread.objects.filter(pk=thread_id, cohort=viewer.place.cohort_id).first()
    if thread is None:
        raise Http404("no such thread")
    posts = thread.posts.all() if viewer.teaches else thread.posts.filter(LIVE | Q(author=viewer.user))
    if not posts.exists():
        raise Http404("nothing is left of this thread")
    return thread


def post_for(viewer: Viewer, post_id: int) -> Post:
    """Return a post of the viewer's class whose words they may read. Raises Http404."""
    found = Post.objects.select_related("thread", "author")
    post = found.filter(pk=post_id, thread__cohort=viewer.place.cohort_id).first()
    if post is None or not viewer.may_read(post, post.thread.item_id):
        raise Http404("no such post")
    return post


def own_post(viewer: Viewer, post_id: int) -> Post:
    """Return a post that the viewer wrote. Raises Http404 for those of others, also for those who teach."""
    post = post_for(viewer, post_id)
    if not viewer.owns(post):
        raise Http404("somebody else's post")
    return post


def item_called(item_id: str) -> Item | None:
    """Return the item that a thread stands at; None where the course no longer has it."""
    try:
        return current_course().item(item_id)
    except NoSuchItem:
        return None


def title_of(item_id: str) -> str:
    """Return what the item is called; its id where the course no longer has it."""
    item = item_called(item_id)
    return item.title if item else item_id


def may_spoil(item_id: str) -> bool:
    """Whether there is a solution at this item that a post could give away."""
    item = item_called(item_id)
    return item is None or item.kind in MAY_SPOIL


def is_marked_as_edited(post: Post) -> bool:
    return post.edited is not None and post.edited - post.made > UNMARKED


def _passed_by(user: User) -> frozenset[str]:
    done = ItemProgress.objects.filter(user=user, state=ItemProgress.State.DONE)
    return frozenset(done.values_list("item_id", flat=True))

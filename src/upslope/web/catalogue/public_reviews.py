"""What learners said of the course, as far as everybody may read it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from upslope.course.plugins import COURSE_REVIEW
from upslope.web.diagnostic.places import pages
from upslope.web.looking_back.distribution import Distribution
from upslope.web.looking_back.models import CourseRating
from upslope.web.looking_back.ratings import public_name, stars_of


@dataclass(frozen=True)
class Review:
    """A rating whose author lets its words be read, with the name they go by."""

    rating: CourseRating

    @property
    def name(self) -> str:
        return public_name(self.rating.user)

    @property
    def drawn(self) -> str:
        return stars_of(self.rating.stars)


def distribution() -> Distribution:
    """Return how all ratings are spread; where there are too few, it says that it must not be shown."""
    counted = _given().order_by().values_list("stars").annotate(Count("pk"))
    counts = dict(counted)
    return Distribution(counts, sum(counts.values()))


def public_reviews(*, with_hidden: bool = False) -> QuerySet[CourseRating]:
    """Return the ratings with words for everybody, the newest first.

    Args:
        with_hidden: those an operator has taken off as well.
    """
    found = _given().filter(is_public=True).exclude(text="")
    if not with_hidden:
        found = found.filter(is_hidden=False)
    return found.select_related("user").order_by("-changed", "-pk")


def shown(ratings: Iterable[CourseRating]) -> list[Review]:
    return [Review(rating) for rating in ratings]


def _given() -> QuerySet[CourseRating]:
    """Those of people who still have an account in use, given on the page of the course that is there."""
    page = next(pages(COURSE_REVIEW), None)
    if page is None:
        return CourseRating.objects.none()
    return CourseRating.objects.filter(item_id=page.full_id, user__is_active=True)

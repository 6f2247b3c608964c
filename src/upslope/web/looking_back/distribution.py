"""How many gave which rating, among those whose results a learner sees."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count

from upslope.web.accounts.models import User
from upslope.web.looking_back.models import BEST, WORST, CourseRating
from upslope.web.looking_back.ratings import WORDS
from upslope.web.sandpit.games.classmates import classmates_of

FEWEST = 3  # of two people, each would know what the other gave


@dataclass(frozen=True)
class Bar:
    """A rating, how many gave it, and how long its bar is, in percent of the longest."""

    stars: int
    words: str
    count: int
    length: int


@dataclass(frozen=True)
class Distribution:
    """``counts`` says how many gave each rating; one that nobody gave may be missing. ``people`` is how many
    learn here, whether they gave one or not."""

    counts: Mapping[int, int]
    people: int

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def mean(self) -> float:
        """The mean of all ratings, 0 where there is none."""
        whole = sum(stars * count for stars, count in self.counts.items())
        return whole / self.total if self.total else 0.0

    @property
    def is_shown(self) -> bool:
        return self.total >= FEWEST

    @property
    def is_alone(self) -> bool:
        """Whether nobody else learns here."""
        return self.people <= 1

    @property
    def bars(self) -> list[Bar]:
        """The best first."""
        longest = max(self.counts.values(), default=0)
        return [
            Bar(stars, WORDS[stars], count, round(100 * count / longest) if longest else 0)
            for stars in range(BEST, WORST - 1, -1)
            for count in [self.counts.get(stars, 0)]
        ]


def distribution_for(viewer: User, item_id: str) -> Distribution:
    """Return how the ratings are spread that this learner may know of."""
    seen = classmates_of(viewer)
    given = CourseRating.objects.filter(item_id=item_id, user__in=seen).order_by()
    counts = dict(given.values_list("stars").annotate(Count("pk")))
    return Distribution(counts, seen.count())

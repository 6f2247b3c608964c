"""On which days somebody learnt, and about how long, from the moments at which something was kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone

from upslope.web.accounts.models import User
from upslope.web.lessons.models import ActiveDay

LONGEST_PAUSE = 300.0  # seconds of silence that still count as reading; after more, somebody was away
TOO_SOON = 20.0  # seconds; typing is kept every moment, and not each of them is worth a row written
AT_ONCE = 30.0  # seconds that a first sign of life counts: it took that long at least to get there
WEEKS = 12


@dataclass(frozen=True)
class Day:
    """A day of the picture; ``minutes`` is 0 where nothing was done, None for days still to come."""

    date: date
    minutes: int | None

    @property
    def level(self) -> int:
        """From 0, nothing, to 3, an hour or more: how dark the day is drawn."""
        return sum((self.minutes or 0) >= least for least in (1, 20, 60))


@dataclass(frozen=True)
class Activity:
    """Twelve weeks, Monday first, and what they come to.

    Days in a row are counted back from today, or from yesterday while today is not over.
    """

    weeks: tuple[tuple[Day, ...], ...]
    this_week: int
    in_a_row: int
    minutes: int

    @property
    def time_words(self) -> str:
        hours, rest = divmod(self.minutes, 60)
        if hours:
            return f"{hours} hour{'' if hours == 1 else 's'}" + (
                f" {rest} min" if rest and hours < 10 else ""
            )
        return f"{rest} minute{'' if rest == 1 else 's'}"


def today() -> date:
    """Return the date here: a laptop knows its own zone, a server for people anywhere keeps UTC."""
    return timezone.now().date() if settings.TOGETHER else datetime.now().astimezone().date()


def note(user: User) -> None:
    """Note that somebody is learning at this moment. What lies less than a pause back was learning, too."""
    now = timezone.now()
    mine = ActiveDay.objects.filter(user=user, day=today())
    latest = mine.first()
    if latest is None:
        ActiveDay.objects.get_or_create(user=user, day=today(), defaults={"seconds": AT_ONCE, "last": now})
        return
    silence = (now - latest.last).total_seconds()
    if 0 <= silence < TOO_SOON:
        return
    gained = silence if 0 <= silence <= LONGEST_PAUSE else AT_ONCE
    # Two requests at once both see the same ``last``: only one of them may add the time since then.
    mine.filter(last=latest.last).update(seconds=latest.seconds + gained, last=now)


def activity_of(user: User) -> Activity:
    """Return the last twelve weeks. One query."""
    minutes = {
        row.day: max(1, round(row.seconds / 60))
        for row in ActiveDay.objects.filter(user=user).order_by("day")
    }
    here = today()
    monday = here - timedelta(days=here.weekday())
    weeks = tuple(_week(monday - timedelta(weeks=back), here, minutes) for back in reversed(range(WEEKS)))
    return Activity(
        weeks,
        this_week=sum(bool(day.minutes) for day in weeks[-1]),
        in_a_row=_in_a_row(list(minutes), here),
        minutes=sum(minutes.values()),
    )


def _week(monday: date, here: date, minutes: dict[date, int]) -> tuple[Day, ...]:
    days = (monday + timedelta(days=number) for number in range(7))
    return tuple(Day(day, minutes.get(day, 0) if day <= here else None) for day in days)


def _in_a_row(days: Sequence[date], here: date) -> int:
    """Count back from today; a day that is not over yet breaks nothing."""
    learnt = set(days)
    day = here if here in learnt else here - timedelta(days=1)
    count = 0
    while day - timedelta(days=count) in learnt:
        count += 1
    return count

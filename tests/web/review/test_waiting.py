"""When the next review is, in words."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest

from upslope.web.review.scheduling import EARLY
from upslope.web.review.waiting import next_review

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@dataclass
class Due:
    due: datetime


@dataclass
class State:
    memory: Due


def states(*hours: float) -> Any:
    """Skills that can be reviewed in so many hours."""
    return cast(Any, [State(Due(NOW + EARLY + timedelta(hours=wait))) for wait in hours])


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (1, "later today"),
        (5, "later today"),
        (11, "tomorrow"),
        (24, "tomorrow"),
        (40, "in 2 days"),
        (24 * 30, "in 30 days"),
    ],
)
def test_a_wait_is_said_in_days(hours: float, words: str) -> None:
    assert next_review(states(hours), NOW) == (words, 1)


def test_it_counts_what_comes_on_the_same_day_as_the_first() -> None:
    assert next_review(states(200, 20, 30, 12), NOW) == ("tomorrow", 3)

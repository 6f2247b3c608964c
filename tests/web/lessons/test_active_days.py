from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.support.pages import text_of
from upslope.web.accounts.models import User
from upslope.web.lessons import active_days
from upslope.web.lessons.active_days import AT_ONCE, activity_of, note
from upslope.web.lessons.models import ActiveDay
from upslope.web.lessons.progress import record

Clock = Callable[[float], None]

WEDNESDAY = date(2026, 11, 25)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Return a function that sets the clock to so many seconds after Wednesday noon."""

    def set_clock(seconds: float) -> None:
        now = datetime(2026, 11, 25, 12, tzinfo=UTC) + timedelta(seconds=seconds)
        monkeypatch.setattr(timezone, "now", lambda: now)
        monkeypatch.setattr(active_days, "today", lambda: now.date())

    set_clock(0)
    return set_clock


def seconds(user: User) -> float:
    return ActiveDay.objects.get(user=user).seconds


def test_moments_that_are_close_make_time_and_a_long_silence_does_not(alice: User, at: Clock) -> None:
    for moment in (0, 100, 300):
        at(moment)
        note(alice)
    assert seconds(alice) == AT_ONCE + 300
    at(300 + 3600)
    note(alice)
    assert seconds(alice) == AT_ONCE + 300 + AT_ONCE


def test_typing_does_not_write_a_row_with_every_key(
    alice: User, at: Clock, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    note(alice)
    at(5)
    with django_assert_num_queries(1):
        note(alice)


def test_each_day_is_its_own(alice: User, at: Clock) -> None:
    note(alice)
    at(24 * 3600)
    note(alice)
    assert ActiveDay.objects.filter(user=alice).count() == 2


@pytest.mark.parametrize(
    ("back", "in_a_row"),
    [([], 0), ([0], 1), ([0, 1, 2], 3), ([1, 2], 2), ([2, 3], 0), ([0, 2, 3], 1)],
)
@pytest.mark.usefixtures("at")
def test_days_in_a_row_end_with_today_or_yesterday(alice: User, back: list[int], in_a_row: int) -> None:
    for days in back:
        ActiveDay.objects.create(
            user=alice,
            day=WEDNESDAY - timedelta(days=days),
            seconds=90,
            last=datetime(2026, 11, 1, tzinfo=UTC),
        )
    assert activity_of(alice).in_a_row == in_a_row


@pytest.mark.usefixtures("at")
def test_the_picture_is_twelve_weeks_and_ends_with_this_one(alice: User) -> None:
    ActiveDay.objects.create(user=alice, day=WEDNESDAY, seconds=3700, last=datetime(2026, 11, 25, tzinfo=UTC))
    weeks = activity_of(alice).weeks
    assert [len(week) for week in weeks] == [7] * 12
    assert weeks[-1][0].date == date(2026, 11, 23)
    assert (weeks[-1][2].minutes, weeks[-1][2].level) == (62, 3)
    assert [day.minutes for day in weeks[-1][3:]] == [None] * 4


def test_opening_an_item_is_learning(alice: User, alices_browser: Client) -> None:
    record(alice, "what-is-calculus/welcome")
    page = text_of(alices_browser.get("/progress/"))
    assert "1 day this week" in page
    assert "about 1 minute in all" in page


@pytest.mark.django_db
def test_what_others_learn_is_not_mine(alice: User, bob: User) -> None:
    note(bob)
    assert activity_of(alice).minutes == 0

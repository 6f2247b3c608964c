from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.web.cohorts.dates import (
    NotADate,
    is_zone,
    moment_in,
    read_day,
    read_hour,
    said,
    same_clock,
    time_left,
    zone_choices,
)
from upslope.web.cohorts.late_words import NOTHING, late_words
from upslope.web.cohorts.lateness import score_after

BERLIN, KOLKATA = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Kolkata")
NOW = datetime(2026, 12, 2, 12, 0, tzinfo=UTC)


@given(st.dates(date(1970, 1, 1), date(2200, 12, 31)))
def test_every_day_that_there_is_can_be_typed(day: date) -> None:
    assert read_day(day.isoformat()) == day


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2026-02-31", "There is no 31 February 2026: that month has 28 days."),
        ("2026-13-01", "13 is not from 1 to 12"),
        ("2026-12-00", "There is no 0 December 2026"),
        ("1066-10-14", "lies too far away"),
        ("4.12.2026", "year-month-day, like 2026-12-04"),
        ("soon", "“soon” is not a date"),
        ("２０２６-12-0٤٤", "is not a date"),
    ],
)
def test_what_is_no_day_is_answered_with_a_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(NotADate, match=sentence):
        read_day(typed)


@pytest.mark.parametrize("typed", ["24:00", "12:60", "6pm", "12", "99999:00"])
def test_what_is_no_hour_is_answered_with_a_sentence(typed: str) -> None:
    with pytest.raises(NotADate, match="hours"):
        read_hour(typed)


def test_an_hour_that_the_clocks_jump_over_is_none() -> None:
    spring = date(2026, 3, 29)
    with pytest.raises(NotADate, match="There is no 02:30 on Sunday 29 March 2026 in Europe/Berlin"):
        moment_in(BERLIN, spring, time(2, 30))
    assert moment_in(BERLIN, spring, time(3, 30)).astimezone(UTC).hour == 1


def test_a_moment_is_said_in_the_time_of_the_class() -> None:
    due = datetime(2026, 12, 4, 17, 0, tzinfo=UTC)
    assert said(due, BERLIN, NOW) == "Friday 4 December, 18:00"
    assert said(due, KOLKATA, NOW) == "Friday 4 December, 22:30"
    assert said(due.replace(year=2027), BERLIN, NOW) == "Saturday 4 December 2027, 18:00"


@pytest.mark.parametrize(
    ("away", "words"),
    [
        ({"days": 2, "hours": 23}, "2 days left"),
        ({"hours": 1}, "1 hour left"),
        ({"seconds": 59}, "0 minutes left"),
        ({"minutes": -5}, "5 minutes ago"),
        ({"days": -1, "hours": -1}, "1 day ago"),
    ],
)
def test_what_is_left_is_said_in_the_largest_whole_unit(away: dict[str, int], words: str) -> None:
    assert time_left(NOW + timedelta(**away), NOW) == words


def test_clocks_show_the_same_after_a_move() -> None:
    before = datetime(2026, 7, 1, 16, 0, tzinfo=UTC)
    after = same_clock(before, BERLIN, KOLKATA)
    assert f"{after:%H:%M}" == f"{before.astimezone(BERLIN):%H:%M}" == "18:00"


def test_the_time_zones_offered_are_those_that_there_are() -> None:
    names = [name for _, zones in zone_choices() for name, _ in zones]
    assert {"UTC", "Europe/Berlin", "America/Argentina/Ushuaia"} <= set(names)
    assert all(is_zone(name) and ZoneInfo(name) for name in names)
    assert not is_zone("../../etc/passwd")


@pytest.mark.parametrize(
    ("percent", "days", "words"),
    [
        (
            10,
            7,
            "10 percentage points for each day begun: 90 % becomes 80 % on the first day and 70 % on the sec",
        ),
        (10, 1, "90 % becomes 80 % on the first day. After 1 day it counts nothing."),
        (25, 7, "After 3 days it counts nothing."),
        (1, 7, "loses 1 percentage point for"),
        (0, 3, "Late work loses nothing for 3 days. After 3 days it counts nothing."),
        (10, 0, NOTHING),
        (100, 7, NOTHING),
    ],
)
def test_a_late_policy_is_said_in_words(percent: int, days: int, words: str) -> None:
    assert words in late_words(percent, days)


@given(st.integers(1, 100), st.integers(0, 30))
def test_what_the_words_say_is_what_is_done(percent: int, days: int) -> None:
    words = late_words(percent, days)
    end = 0 if words == NOTHING else int(words.rpartition("After ")[2].split()[0])
    minute = timedelta(minutes=1)
    assert score_after(1.0, timedelta(days=end) + minute, percent, days) == pytest.approx(0)
    if end:
        assert score_after(1.0, timedelta(days=end), percent, days) > 1e-9

"""What a deadline does to a score: held to an oracle written in whole hours and whole points, and to laws."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.web.cohorts.lateness import Rise, counted_score, due_for, last_moment

DUE = datetime(2026, 12, 4, 18, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
RISES = st.lists(st.tuples(st.integers(-300, 300), st.integers(0, 100)), max_size=6)
POLICIES = st.tuples(st.integers(0, 100), st.integers(0, 14))


def rises(hours_and_points: list[tuple[int, int]]) -> list[Rise]:
    return [(DUE + hours * HOUR, points / 100) for hours, points in hours_and_points]


def points_by_hand(worked: list[tuple[int, int]], percent: int, days: int) -> int:
    """Return the points that count, taking one day after the other off each work."""
    best = 0
    for hours, points in worked:
        begun = 0
        while begun * 24 < hours:
            begun += 1
        is_too_late = hours > days * 24
        best = max(best, 0 if is_too_late else points - percent * begun)
    return best


@given(RISES, POLICIES)
def test_each_work_loses_its_lateness_and_the_best_of_them_counts(
    worked: list[tuple[int, int]], policy: tuple[int, int]
) -> None:
    score, _ = counted_score(rises(worked), DUE, *policy)
    assert score == pytest.approx(points_by_hand(worked, *policy) / 100)


@given(RISES, POLICIES)
def test_nothing_counts_more_than_the_best_that_was_reached(
    worked: list[tuple[int, int]], policy: tuple[int, int]
) -> None:
    score, _ = counted_score(rises(worked), DUE, *policy)
    assert 0 <= score <= max((points for _, points in worked), default=0) / 100


@given(RISES, POLICIES, st.integers(0, 400))
def test_an_earlier_deadline_never_counts_more(
    worked: list[tuple[int, int]], policy: tuple[int, int], hours: int
) -> None:
    later, _ = counted_score(rises(worked), DUE, *policy)
    earlier, _ = counted_score(rises(worked), DUE - hours * HOUR, *policy)
    assert earlier <= later


@given(RISES, POLICIES, st.tuples(st.integers(-300, 300), st.integers(0, 100)))
def test_trying_again_never_costs_anything(
    worked: list[tuple[int, int]], policy: tuple[int, int], once_more: tuple[int, int]
) -> None:
    before, _ = counted_score(rises(worked), DUE, *policy)
    after, _ = counted_score(rises([*worked, once_more]), DUE, *policy)
    assert after >= before


@given(RISES, POLICIES)
def test_without_a_deadline_nothing_is_late(worked: list[tuple[int, int]], policy: tuple[int, int]) -> None:
    best = max((points for _, points in worked), default=0) / 100
    assert counted_score(rises(worked), None, *policy) == (best, False)


@pytest.mark.parametrize(
    ("worked", "counts", "is_late"),
    [
        ([], 0.0, False),
        ([(0, 70)], 0.7, False),  # at the very moment it is in time
        ([(1, 90)], 0.8, True),
        ([(24, 90)], 0.8, True),
        ([(25, 90)], 0.7, True),
        ([(-1, 60), (1, 65)], 0.6, False),  # what counts was in time
        ([(-1, 60), (1, 90)], 0.8, True),
        ([(7 * 24, 100)], 0.3, True),
        ([(7 * 24 + 1, 100)], 0.0, True),
        ([(-1, 0), (7 * 24 + 1, 100)], 0.0, True),
    ],
)
def test_a_day_begun_costs_ten_points_and_after_seven_nothing_counts(
    worked: list[tuple[int, int]], counts: float, is_late: bool
) -> None:
    score, late = counted_score(rises(worked), DUE, 10, 7)
    assert score == pytest.approx(counts)
    assert late is is_late


def test_an_extension_gives_more_time_and_never_less() -> None:
    given_times = {(1, "a"): DUE + HOUR, (2, "a"): DUE - HOUR, (1, "b"): DUE}
    dues = {"a": DUE}
    assert due_for(dues, given_times, 1, "a") == DUE + HOUR
    assert due_for(dues, given_times, 2, "a") == DUE
    assert due_for(dues, given_times, 3, "a") == DUE
    assert due_for(dues, given_times, 1, "b") is None


def test_the_last_moment_still_counts_and_the_next_does_not() -> None:
    end = last_moment(DUE, 7)
    assert counted_score([(end, 1.0)], DUE, 10, 7)[0] > 0
    assert counted_score([(end + timedelta(seconds=1), 1.0)], DUE, 10, 7)[0] == 0

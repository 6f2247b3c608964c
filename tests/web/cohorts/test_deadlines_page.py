import re
from datetime import timedelta

import pytest

from tests.support.pages import text_of
from tests.web.cohorts.conftest import (
    ENDS,
    FINAL,
    MIDTERM,
    READING,
    STARTS,
    TODAY,
    Cast,
    allowed,
    at,
    due,
    reached,
)
from upslope.web.cohorts.models import Cohort, Deadline, Extension

SOON, LATER = f"{TODAY + timedelta(days=7)}", f"{TODAY + timedelta(days=14)}"


def post(cast: Cast, do: str = "keep", **typed: str) -> str:
    """Send the page's form with these dates; names are items as ``midterm_day``."""
    form = {"do": do}
    for name, value in typed.items():
        item, _, kind = name.rpartition("_")
        form[f"{kind}:first/{item}" if kind in ("day", "hour") and item != "fill" else name] = value
    return cast.owner.post(cast.address("deadlines/"), form, follow=True).content.decode()


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def kept() -> dict[str, str]:
    return {one.item_id: f"{one.due:%Y-%m-%d %H:%M}" for one in Deadline.objects.all()}


def test_owners_and_teachers_get_in(cast: Cast) -> None:
    assert cast.statuses(cast.address("deadlines/")) == allowed("teacher", "owner")
    assert cast.assistant.post(cast.address("deadlines/"), {f"day:{FINAL}": SOON}).status_code == 404
    assert not Deadline.objects.exists()


def test_dates_are_kept_in_the_time_of_the_class(cast: Cast) -> None:
    Cohort.objects.update(time_zone="Asia/Kolkata")
    assert "Kept: 2 deadlines changed." in post(cast, midterm_day=SOON, midterm_hour="18:00", about_day=LATER)
    assert kept() == {MIDTERM: f"{SOON} 12:30", READING: f"{LATER} 18:29"}
    page = cast.owner.get(cast.address("deadlines/")).content.decode()
    assert f'name="day:{MIDTERM}" value="{SOON}"' in page
    assert f'name="hour:{MIDTERM}" value="18:00"' in page
    assert f'name="hour:{READING}" value="23:59"' in page


def test_an_emptied_date_is_taken_out_and_the_others_stay(cast: Cast) -> None:
    due(cast.cohort, MIDTERM, 3)
    due(cast.cohort, FINAL, 4)
    post(cast, midterm_day="", midterm_hour="")
    assert set(kept()) == {FINAL}
    assert "Nothing was different." in post(cast)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"final_day": "2026-02-31"}, "There is no 31 February 2026: that month has 28 days."),
        ({"final_day": f"{STARTS - timedelta(days=1)}"}, "lies before the class starts, on"),
        ({"final_day": f"{ENDS + timedelta(days=1)}"}, "lies after the class ends, on"),
        ({"final_hour": "12:00"}, "There is a time but no date."),
        ({"final_day": SOON, "final_hour": "noon"}, "“noon” is not a time of day"),
    ],
)
def test_a_wrong_date_is_said_beside_it_and_everything_typed_is_kept(
    cast: Cast, typed: dict[str, str], sentence: str
) -> None:
    page = post(cast, **(typed | {"midterm_day": SOON, "midterm_hour": "09:30"}))
    assert sentence in words(page)
    assert "One date needs a second look. Nothing is kept yet." in page
    assert kept() == {}
    assert f'name="day:{MIDTERM}" value="{SOON}"' in page
    assert f'name="hour:{MIDTERM}" value="09:30"' in page
    for name, value in typed.items():
        item, _, kind = name.rpartition("_")
        assert f'name="{kind}:first/{item}" value="{value}"' in page
    assert f'aria-describedby="problem-{FINAL.replace("/", "-")}"' in page


def test_a_date_for_each_item_that_counts_is_filled_in_and_not_kept_yet(cast: Cast) -> None:
    page = post(cast, "fill", fill_first=SOON, fill_hour="17:00", fill_days="7", about_day=LATER)
    assert "Nothing is kept yet." in page
    assert kept() == {}
    for item, day in ((MIDTERM, SOON), (FINAL, LATER), (READING, LATER)):
        assert f'name="day:{item}" value="{day}"' in page
    assert f'name="hour:{FINAL}" value="17:00"' in page


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"fill_first": ""}, "Say on which day the first item is due."),
        ({"fill_first": "2026-02-31"}, "There is no 31 February 2026"),
        ({"fill_hour": "26:00"}, "There is no 26:00 on a clock"),
        ({"fill_days": "0"}, "“0” is not a number of days from 1 to 999."),
        ({"fill_first": f"{ENDS}"}, "lies after the class ends"),
    ],
)
def test_filling_in_says_what_it_cannot_read(cast: Cast, told: dict[str, str], sentence: str) -> None:
    page = post(cast, "fill", **({"fill_first": SOON, "fill_hour": "17:00", "fill_days": "7"} | told))
    assert sentence in words(page)
    assert kept() == {}


def test_clearing_is_not_kept_until_it_is_said(cast: Cast) -> None:
    due(cast.cohort, FINAL, 4)
    page = post(cast, "clear")
    assert f'name="day:{FINAL}" value=""' in page
    assert set(kept()) == {FINAL}


def test_a_change_that_touches_work_says_whose_and_asks(cast: Cast) -> None:
    due(cast.cohort, FINAL, 7)
    reached(cast.place("bob").user, FINAL, 0.9)
    past = f"{TODAY - timedelta(days=2)}"
    page = post(cast, final_day=past, final_hour="00:00")
    assert "The final : 1 learner has handed in. What counts changes for 1: Bob: 90 % becomes 60 %" in words(
        page
    )
    assert f'name="day:{FINAL}" value="{past}"' in page
    assert kept()[FINAL] != f"{past} 00:00"
    mark = re.search(r'name="agreed" value="(\w+)"', page)
    assert mark
    assert "touches work" in post(cast, final_day=LATER, agreed=mark[1])
    post(cast, final_day=past, final_hour="00:00", agreed=mark[1])
    assert kept()[FINAL] == f"{past} 00:00"


def test_more_time_that_was_given_is_seen_in_what_changes(cast: Cast) -> None:
    due(cast.cohort, FINAL, 7)
    bob = cast.place("bob").user
    reached(bob, FINAL, 0.9)
    Extension.objects.create(cohort=cast.cohort, user=bob, item_id=FINAL, due=at(8))
    page = words(post(cast, final_day=f"{TODAY - timedelta(days=2)}"))
    assert "1 learner has handed in. What counts stays the same for them." in page


def test_a_closed_class_keeps_its_dates(cast: Cast) -> None:
    cast.owner.post(cast.address("close/"))
    assert "Autumn is closed, so nothing was changed." in post(cast, final_day=SOON)
    assert kept() == {}


def test_what_is_due_no_more_in_the_course_is_not_lost(cast: Cast) -> None:
    due(cast.cohort, "first/gone", 3)
    post(cast, "keep", final_day=SOON)
    assert set(kept()) == {"first/gone", FINAL}
    assert "first/gone" not in text_of(cast.owner.get(cast.address("deadlines/")))

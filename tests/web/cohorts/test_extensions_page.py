from datetime import timedelta

import pytest

from tests.support.pages import text_of
from tests.web.cohorts.conftest import FINAL, TODAY, WARM_UP, Cast, allowed, due
from upslope.web.cohorts.models import Extension

LATER = f"{TODAY + timedelta(days=9)}"


@pytest.fixture
def page(cast: Cast) -> str:
    due(cast.cohort, FINAL, 2)
    return cast.address(f"members/{cast.place('bob').user_id}/extensions/")


def give(cast: Cast, page: str, **typed: str) -> str:
    form = {"item_id": FINAL, "day": LATER, "hour": "18:00", "reason": "Ill."}
    return text_of(cast.teacher.post(page, form | typed, follow=True))


def test_owners_and_teachers_get_in(cast: Cast, page: str) -> None:
    assert cast.statuses(page) == allowed("teacher", "owner")
    assert cast.statuses(f"{page}1/take-back/", "post") == allowed("teacher", "owner", status=302)


def test_only_learners_have_deadlines(cast: Cast) -> None:
    assert cast.owner.get(cast.address(f"members/{cast.place('ann').user_id}/extensions/")).status_code == 404


def test_more_time_is_given_with_a_reason_and_replaces_what_was_given(cast: Cast, page: str) -> None:
    assert "For Bob it is due" in give(cast, page)
    assert "given by Tess" in give(cast, page, hour="", reason="Still ill.")
    given = Extension.objects.get()
    assert (f"{given.due:%Y-%m-%d %H:%M}", given.reason) == (f"{LATER} 23:59", "Still ill.")


def test_it_can_be_taken_back(cast: Cast, page: str) -> None:
    give(cast, page)
    cast.teacher.post(f"{page}{Extension.objects.get().pk}/take-back/")
    assert not Extension.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"day": ""}, "Say on which day it is due for them."),
        ({"day": "2026-02-31"}, "There is no 31 February 2026"),
        ({"day": f"{TODAY}"}, "is not later than the class’s own deadline"),
        ({"hour": "25:00"}, "There is no 25:00 on a clock"),
        ({"item_id": WARM_UP}, "Choose an item that has a deadline in this class."),
        ({"reason": "x" * 301}, "At most 300 characters; this has 301."),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_is_kept(
    cast: Cast, page: str, wrong: dict[str, str], sentence: str
) -> None:
    assert sentence in give(cast, page, **wrong)
    assert not Extension.objects.exists()
    form = {"item_id": FINAL, "day": LATER, "hour": "18:00", "reason": "Ill."} | wrong
    shown = cast.teacher.post(page, form).content.decode()
    assert f'value="{form["reason"]}"' in shown
    assert not form["day"] or f'value="{form["day"]}"' in shown


def test_without_deadlines_there_is_nothing_to_extend(cast: Cast) -> None:
    page = cast.address(f"members/{cast.place('bob').user_id}/extensions/")
    assert "This class has no deadlines" in text_of(cast.owner.get(page))
    cast.owner.post(page, {"item_id": FINAL, "day": LATER})
    assert not Extension.objects.exists()

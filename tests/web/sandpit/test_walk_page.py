"""Watching a walk: five steps at a time, the pit only at the end, and every odd request answered in words."""

from typing import Any

import pytest
from django.test import Client

from tests.web.sandpit.conftest import ITEM, OTHER, PAGE, SCRIPT, WALK, write
from upslope.maths.sandpits.pit import pit_of
from upslope.web.accounts.models import User
from upslope.web.labs.models import LabWork
from upslope.web.sandpit.models import PitWork

ROCKS = {"kind": "rocks", "seed": "2", "do": "start"}
STAY = "def next_step(f, J, H):\n    return 0, 0\n"


def posted(browser: Client, **fields: str) -> Any:
    return browser.post(WALK, fields, headers=SCRIPT)


def test_the_ground_is_on_the_page_only_when_the_walk_is_over(alices_browser: Client, work: LabWork) -> None:
    write(work, STAY)
    first = posted(alices_browser, **ROCKS)
    for shown in (6, 11, 16, 21):
        assert first.status_code == 200
        page = first.content.decode()
        assert f"Probe {shown} of 25" in page
        assert "pit-ground" not in page
        assert "pit-deepest" not in page
        assert "pit-other" not in page
        first = posted(alices_browser, do="more")
    assert "pit-ground" in first.content.decode()
    assert "Not found." in first.content.decode()


def test_all_the_way_shows_the_pit_and_how_the_four_did(alices_browser: Client, work: LabWork) -> None:
    posted(alices_browser, kind="bowl", seed="4", do="start")
    page = posted(alices_browser, do="all").content.decode()
    assert page.count('class="band-') == 8
    for name in ("constant step", "steepest descent", "Newton", "hybrid"):
        assert name in page
    assert "Found it." in page


def test_a_walk_under_way_is_still_there_when_the_page_is_opened_again(
    alices_browser: Client, work: LabWork
) -> None:
    write(work, STAY)
    posted(alices_browser, **ROCKS)
    page = alices_browser.get(PAGE).content.decode()
    assert "Probe 6 of 25" in page
    assert "pit-ground" not in page


def test_a_walk_keeps_to_the_code_it_began_with(alices_browser: Client, work: LabWork) -> None:
    write(work, STAY)
    posted(alices_browser, **ROCKS)
    write(work, "def next_step(f, J, H):\n    return 1, 1\n")
    posted(alices_browser, do="more")
    kept = PitWork.objects.get().walk
    assert kept is not None
    assert len({(x, y) for x, y, _ in kept["walk"]["probes"]}) == 1


def test_without_script_the_same_buttons_lead_back_to_the_page(alices_browser: Client, work: LabWork) -> None:
    answer = alices_browser.post(WALK, ROCKS)
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{PAGE}#pit-walk"
    assert "Rocks 2" in alices_browser.get(PAGE).content.decode()


def test_a_mistake_in_the_code_is_said_with_its_line(alices_browser: Client, work: LabWork) -> None:
    write(work, "def next_step(f, J, H):\n    return J / (f - f)\n    \n")
    write(work, "def next_step(f, J, H):\n    return 1 / 0\n")
    page = posted(alices_browser, **ROCKS).content.decode()
    assert "It broke off at probe 1." in page
    assert "line 2 (“return 1 / 0”), stopped with ZeroDivisionError" in page


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"kind": "moon", "seed": "1"}, "There is no pit of that kind."),
        ({"kind": "rocks", "seed": "1.5"}, "is a whole number from 1 to 9999, and this is “1.5”."),
        ({"kind": "rocks", "seed": "-3"}, "and this is “-3”."),
        ({"kind": "rocks", "seed": "0"}, "and this is “0”."),
        ({"kind": "rocks", "seed": "10000"}, "and this is “10000”."),
        ({"kind": "rocks", "seed": ""}, "and this is nothing."),
        ({"kind": "rocks", "seed": "<b>9</b>"}, "and this is “&lt;b&gt;9&lt;/b&gt;”."),
        ({}, "There is no pit of that kind."),
    ],
)
def test_a_pit_that_cannot_be_is_answered_with_a_sentence(
    fields: dict[str, str], sentence: str, alices_browser: Client, work: LabWork
) -> None:
    answer = posted(alices_browser, **fields)
    assert answer.status_code == 400
    assert sentence in answer.content.decode()
    told = alices_browser.post(WALK, fields, follow=True)
    assert sentence in told.content.decode()


def test_a_notebook_without_next_step_or_with_a_megabyte_of_code_is_answered(
    alices_browser: Client, work: LabWork
) -> None:
    write(work, "def previous_step(): pass")
    assert "There is no function called next_step yet." in posted(alices_browser, **ROCKS).content.decode()
    write(work, "x = '" + "a" * 1_000_000 + "'\ndef next_step(f, J, H): return 0, 0")
    answer = posted(alices_browser, **ROCKS)
    assert answer.status_code == 400
    assert "more than any lab needs" in answer.content.decode()


def test_a_link_to_a_pit_offers_it_and_a_broken_one_is_passed_over(alices_browser: Client) -> None:
    page = alices_browser.get(PAGE, {"pit": "well-17"}).content.decode()
    assert '<option value="well" selected>' in page
    assert 'value="17"' in page
    for broken in ("moon-1", "well", "well-x", "-", "well-99999"):
        page = alices_browser.get(PAGE, {"pit": broken}).content.decode()
        assert '<option value="waves" selected>' in page


def test_bob_neither_sees_nor_moves_what_alice_has(
    alices_browser: Client, bobs_browser: Client, bob: User, work: LabWork
) -> None:
    write(work, STAY)
    posted(alices_browser, **ROCKS)
    alices = PitWork.objects.get(item_id=ITEM)
    assert "Rocks 2" not in bobs_browser.get(PAGE).content.decode()
    posted(bobs_browser, do="all")
    posted(bobs_browser, **ROCKS)
    alices.refresh_from_db()
    assert alices.walk is not None
    assert alices.walk["shown"] == 6


def test_a_lab_without_a_sandpit_has_none_of_its_pages(alices_browser: Client) -> None:
    for action in ("walk/", "race/", "race/stop/"):
        assert alices_browser.post(f"/sandpit/{OTHER}/{action}").status_code == 404
    assert "pit-panel" not in alices_browser.get(f"/learn/{OTHER}/").content.decode()


def test_looking_does_not_change_anything(alices_browser: Client) -> None:
    assert alices_browser.get(WALK).status_code == 405


def test_the_arrows_on_the_map_point_downhill(alices_browser: Client, work: LabWork) -> None:
    write(work, STAY)
    page = posted(alices_browser, kind="bowl", seed="3", do="start").content.decode()
    arrow = page.split('class="pit-arrow" d="M')[1].split("M")[0]
    (x0, y0), (x1, y1) = (map(float, place.split(",")) for place in arrow.split("L"))
    slope = pit_of("bowl", 3).relief.at(pit_of("bowl", 3).start).J
    assert (x1 - x0) * slope[0] < 0
    assert (y1 - y0) * slope[1] > 0  # pictures count downwards

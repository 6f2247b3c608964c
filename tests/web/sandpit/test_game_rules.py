"""sandpit.toml: what makes an item a game, and what an author reads who wrote it wrongly."""

import os
from pathlib import Path

import pytest
from django.test import Client

from tests.web.sandpit.conftest import COURSE, PART_1, PART_2
from upslope.course import ContentError
from upslope.course.loader import load_course
from upslope.web.sandpit.games.modes import MODES
from upslope.web.sandpit.games.rules import has_game, rules_of


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('modes = ["rock"]', "There is no mode called 'rock'. Choose from: depth-and-arrow, depth-only"),
        ("modes = []", "The sandpit has no modes."),
        ("", "The sandpit has no modes. Add modes = "),
        ('modes = ["rocks"]\nhesian_after = ["a/b"]', "Did you mean 'hessian_after'?"),
        ('modes = ["rocks", "rocks"]', "names 'rocks' twice"),
        ("modes = [", "This TOML cannot be read"),
    ],
)
def test_a_slip_in_the_file_is_named_with_what_to_do(course: Path, text: str, complaint: str) -> None:
    file = course / PART_1 / "sandpit.toml"
    file.write_text(text)
    with pytest.raises(ContentError) as caught:
        rules_of(load_course(course).item(PART_1))
    assert complaint in str(caught.value)
    assert caught.value.path == file


def test_a_change_of_the_file_is_read_at_once(course: Path, alices_browser: Client) -> None:
    page = f"/learn/{PART_1}/"
    assert len(alices_browser.get(page).context["game_page"]["modes"]) == 4
    file = course / PART_1 / "sandpit.toml"
    file.write_text('modes = ["rocks"]')
    os.utime(file, ns=(1, 1))
    (mode,) = alices_browser.get(page).context["game_page"]["modes"]
    assert (mode["mode"], mode["title"]) == ("rocks", "Rocks")


def test_the_two_games_of_our_course_offer_all_modes_between_them() -> None:
    course = load_course(COURSE)
    items = [course.item(PART_1), course.item(PART_2)]
    assert all(map(has_game, items))
    assert {mode.slug for item in items for mode in rules_of(item).modes} == set(MODES)
    for item in items:
        rules = rules_of(item)
        named = {*rules.hessian_after, *filter(None, [rules.next_step_from])}
        assert named <= {known.full_id for known in course.items}

"""The platform's class list beside ours."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.support.cast import signed_in
from tests.support.lti_platform import LEARNER, PARENT, TEACHER, Platform
from tests.support.pages import text_of
from tests.web.lti.conftest import Visitor, learner
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Membership, Role
from upslope.web.lti.models import LinkedClass


def member(sub: str, role: str = LEARNER, **more: Any) -> dict[str, Any]:
    return {"user_id": sub, "roles": [role], "name": sub.title(), "status": "Active", **more}


def pressed(teacher: Visitor, linked: LinkedClass, do: str) -> str:
    here = f"/classes/{linked.cohort_id}/platform/"
    return text_of(teacher.client.post(here, {"do": do, "linked": linked.pk}, follow=True))


def names(linked: LinkedClass) -> set[tuple[str, str]]:
    places = Membership.objects.filter(cohort=linked.cohort, left=None).select_related("user")
    return {(place.user.get_full_name(), place.role) for place in places}


def test_what_the_list_would_change_is_shown_before_it_does(
    platform: Platform, teacher: Visitor, linked: LinkedClass
) -> None:
    learner(platform, "bob")
    learner(platform, "dora")
    platform.members = [member("tess", TEACHER), member("bob"), member("eve"), member("mum", PARENT)]
    before = names(linked)

    shown = pressed(teacher, linked, "look")
    assert "Would come in: Eve." in shown
    assert "Would leave: Dora." in shown
    assert names(linked) == before

    assert "Came in: 1. Left: 1." in pressed(teacher, linked, "take")
    assert names(linked) == {("Tess", Role.OWNER), ("Bob", Role.LEARNER), ("Eve", Role.LEARNER)}
    assert "The list there and the list here are the same." in pressed(teacher, linked, "look")


def test_who_left_comes_in_again_and_who_was_taken_out_does_not(
    platform: Platform, teacher: Visitor, linked: LinkedClass
) -> None:
    bob, dora = learner(platform, "bob").user, learner(platform, "dora").user
    platform.members = [member("tess", TEACHER)]
    pressed(teacher, linked, "take")
    assert names(linked) == {("Tess", Role.OWNER)}
    Membership.objects.filter(user=dora).update(was_removed=True)

    platform.members = [member("tess", TEACHER), member("bob"), member("dora")]
    shown = pressed(teacher, linked, "look")
    assert "Would come in: Bob." in shown
    assert "you took them out here: Dora." in shown
    pressed(teacher, linked, "take")
    assert Membership.objects.get(user=bob).left is None
    assert Membership.objects.get(user=dora).left is not None


def test_who_comes_by_the_list_finds_their_place_by_the_link(
    platform: Platform, teacher: Visitor, linked: LinkedClass
) -> None:
    platform.members = [member("tess", TEACHER), member("eve")]
    pressed(teacher, linked, "take")
    eve = learner(platform, "eve").user
    assert Membership.objects.filter(user=eve).count() == 1
    assert User.objects.filter(first_name="Eve").count() == 1


def test_people_of_the_class_who_are_not_of_the_platform_stay(
    platform: Platform, teacher: Visitor, linked: LinkedClass, alice: User
) -> None:
    Membership.objects.create(cohort=linked.cohort, user=alice, role=Role.LEARNER)
    platform.members = [member("tess", TEACHER)]
    pressed(teacher, linked, "take")
    assert Membership.objects.get(user=alice).left is None


def test_a_platform_that_does_not_tell_changes_nothing(
    platform: Platform, teacher: Visitor, linked: LinkedClass
) -> None:
    learner(platform, "bob")
    platform.broken = True
    before = names(linked)
    for action in ("look", "take"):
        assert "The platform did not tell its class list" in pressed(teacher, linked, action)
    assert names(linked) == before


@pytest.mark.parametrize("which", ["²", "9" * 5000, "-1", "1\x00", "", "nobody"])
def test_a_number_that_is_none_changes_nothing(
    platform: Platform, teacher: Visitor, linked: LinkedClass, which: str
) -> None:
    platform.members = [member("eve")]
    here = f"/classes/{linked.cohort_id}/platform/"
    assert teacher.client.post(here, {"do": "take", "linked": which}).status_code == 200
    assert names(linked) == {("Tess", Role.OWNER)}


def test_a_list_that_cannot_be_read_changes_nothing(
    platform: Platform, teacher: Visitor, linked: LinkedClass
) -> None:
    for members in ([{"user_id": "eve"}], ["eve"]):
        platform.members = members  # type: ignore[assignment]
        assert "The platform did not tell its class list" in pressed(teacher, linked, "take")
    assert names(linked) == {("Tess", Role.OWNER)}


def test_the_teachers_guide_names_the_buttons_that_there_are(
    platform: Platform, teacher: Visitor, linked: LinkedClass
) -> None:
    guide = (Path(__file__).parents[3] / "docs/teachers/a-class-in-ten-minutes.md").read_text()
    section = " ".join(guide.partition("## From Moodle")[2].partition("## ")[0].split())
    platform.members = [member("eve")]
    newcomer = Visitor(platform, Client())
    elsewhere = {"https://purl.imsglobal.org/spec/lti/claim/context": {"id": "another", "title": "Another"}}
    newcomer.come(platform.link("tom", TEACHER) | elsewhere)
    here = f"/classes/{linked.cohort_id}/platform/"
    seen = text_of(newcomer.client.get("/lti/connect/")) + text_of(teacher.client.get(here))
    seen += pressed(teacher, linked, "look")
    named = re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", section)
    assert len(named) == 3
    assert not [name for name in named if name not in seen]


def test_a_list_of_another_class_is_not_touched(
    platform: Platform, teacher: Visitor, linked: LinkedClass, alice: User
) -> None:
    other = Cohort.objects.create(name="Spring", starts="2026-09-01")
    Membership.objects.create(cohort=other, user=alice, role=Role.OWNER)
    platform.members = [member("eve")]
    signed_in(alice).post(f"/classes/{other.pk}/platform/", {"do": "take", "linked": linked.pk})
    assert names(linked) == {("Tess", Role.OWNER)}

import pytest

from tests.support.pages import text_of
from tests.web.cohorts.conftest import FINAL, WARM_UP, Cast, allowed, at, due, reached
from upslope.web.cohorts.models import Extension, Membership, Role
from upslope.web.cohorts.places import LastOwner, change_role


def member(cast: Cast, name: str, doing: str) -> str:
    return cast.address(f"members/{cast.place(name).user_id}/{doing}/")


def test_those_who_teach_get_in(cast: Cast) -> None:
    assert cast.statuses(cast.address("members/")) == allowed("assistant", "teacher", "owner")


@pytest.mark.parametrize(
    ("doing", "method", "who"),
    [
        ("remove", "get", ("teacher", "owner")),
        ("hand-over", "get", ("owner",)),
    ],
)
def test_who_may_do_what_with_a_member(cast: Cast, doing: str, method: str, who: tuple[str, ...]) -> None:
    assert cast.statuses(member(cast, "bob", doing), method) == allowed(*who)


@pytest.mark.parametrize("doing", ["role", "back", "remove"])
def test_others_change_nothing(cast: Cast, doing: str) -> None:
    for browser in (cast.nobody, cast.stranger, cast.learner, cast.assistant):
        answer = browser.post(member(cast, "bob", doing), {"role": "owner"})
        assert answer.status_code in (302, 404)
    assert (cast.place("bob").role, cast.place("bob").left) == (Role.LEARNER, None)


def test_everybody_is_listed_and_can_be_searched(cast: Cast) -> None:
    words = text_of(cast.assistant.get(cast.address("members/")))
    names = [words.index(name) for name in ("Alice", "Tess", "Ann (you)", "Bob")]
    assert names == sorted(names)
    assert "Take out" not in words
    found = text_of(cast.owner.get(cast.address("members/?name=BOB@")))
    assert "1 person with “BOB@”" in found
    assert "Tess" not in found
    assert "Nobody here has that" in text_of(cast.owner.get(cast.address("members/?name=nobody")))


def test_a_name_full_of_markup_is_only_a_name(cast: Cast) -> None:
    bob = cast.place("bob").user
    bob.first_name = "<img src=x>"
    bob.save()
    assert "<img" not in cast.owner.get(cast.address("members/")).content.decode()


def test_an_owner_changes_roles(cast: Cast) -> None:
    answer = cast.owner.post(member(cast, "bob", "role"), {"role": "assistant"}, follow=True)
    assert "Bob is now an assistant." in text_of(answer)
    assert cast.place("bob").role == Role.ASSISTANT
    assert cast.owner.post(member(cast, "bob", "role"), {"role": "king"}).status_code == 404
    assert cast.teacher.post(member(cast, "bob", "role"), {"role": "teacher"}).status_code == 404


def test_the_last_owner_stays_one(cast: Cast) -> None:
    answer = cast.owner.post(member(cast, "alice", "role"), {"role": "learner"}, follow=True)
    assert "A class needs an owner, and this is its only one." in text_of(answer)
    assert cast.place("alice").role == Role.OWNER
    with pytest.raises(LastOwner):
        change_role(cast.place("alice"), Role.TEACHER)


def test_a_class_is_handed_over(cast: Cast) -> None:
    assert "You stay as a teacher." in text_of(cast.owner.get(member(cast, "tess", "hand-over")))
    cast.owner.post(member(cast, "tess", "hand-over"))
    assert (cast.place("tess").role, cast.place("alice").role) == (Role.OWNER, Role.TEACHER)
    assert cast.owner.post(member(cast, "tess", "hand-over")).status_code == 404


def test_a_member_is_taken_out_and_let_back_with_everything(cast: Cast) -> None:
    reached(cast.place("bob").user, WARM_UP, 1.0)
    assert cast.teacher.get(member(cast, "bob", "remove")).status_code == 200
    assert cast.place("bob").left is None
    words = text_of(cast.teacher.post(member(cast, "bob", "remove"), follow=True))
    assert "Let Bob back in" in words
    assert cast.learner.get(cast.address()).status_code == 404
    cast.teacher.post(member(cast, "bob", "back"))
    assert cast.place("bob").left is None
    assert cast.place("bob").user.score_rises.count() == 1


def test_who_left_by_themselves_is_not_fetched_back(cast: Cast) -> None:
    cast.learner.post(cast.address("leave/"))
    assert "Let Bob back in" not in text_of(cast.owner.get(cast.address("members/")))
    assert cast.owner.post(member(cast, "bob", "back")).status_code == 404
    assert cast.place("bob").left is not None


def test_a_teacher_takes_out_no_teacher_and_nobody_themselves(cast: Cast) -> None:
    assert cast.teacher.post(member(cast, "alice", "remove")).status_code == 404
    assert cast.teacher.post(member(cast, "ann", "remove")).status_code == 302
    assert cast.owner.post(member(cast, "alice", "remove")).status_code == 404


def test_who_is_in_another_class_is_not_there(cast: Cast) -> None:
    other = Membership.objects.get(user__username="bob")
    other.delete()
    assert (
        cast.owner.post(cast.address(f"members/{other.user_id}/role/"), {"role": "owner"}).status_code == 404
    )


def test_a_closed_class_keeps_its_members(cast: Cast) -> None:
    cast.owner.post(cast.address("close/"))
    cast.owner.post(member(cast, "bob", "remove"))
    assert cast.place("bob").left is None
    assert "Take out" not in text_of(cast.owner.get(cast.address("members/")))


def test_more_time_is_seen_beside_the_name(cast: Cast) -> None:
    due(cast.cohort, FINAL, 1)
    bob = cast.place("bob").user
    Extension.objects.create(cohort=cast.cohort, user=bob, item_id=FINAL, due=at(3))
    assert "More time: The final, until" in text_of(cast.owner.get(cast.address("members/")))

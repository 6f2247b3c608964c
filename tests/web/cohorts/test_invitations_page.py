import pytest

from tests.support.pages import text_of
from tests.web.cohorts.conftest import TODAY, Cast, allowed
from upslope.web.cohorts.models import Cohort, Invitation

FORM = {"role": "learner", "whom": "everybody", "most": "", "email": "", "until": ""}


def link(cast: Cast, **typed: str) -> Invitation:
    """Have the owner make a link by the page."""
    cast.owner.post(cast.address("invitations/"), FORM | typed)
    return Invitation.objects.latest("pk")


def test_owners_and_teachers_get_in(cast: Cast) -> None:
    assert cast.statuses(cast.address("invitations/")) == allowed("teacher", "owner")
    made = link(cast)
    revoke = cast.address(f"invitations/{made.pk}/revoke/")
    assert cast.statuses(revoke, "post") == allowed("teacher", "owner", status=302)


def test_a_link_stands_in_a_field_to_copy_with_what_it_does(cast: Cast) -> None:
    made = link(cast, whom="some", most="30", until=f"{TODAY:%Y}-12-31")
    page = cast.owner.get(cast.address("invitations/"))
    assert f'readonly value="http://testserver/join/{made.key}/"' in page.content.decode()
    words = text_of(page)
    assert "Learner: for 30 people" in words
    assert "Used by nobody yet of 30. Works until" in words
    assert "31 December, 23:59. Made by Alice" in words
    assert made.most == 30


def test_a_link_for_one_address_is_for_one(cast: Cast) -> None:
    made = link(cast, whom="one", email="dora@example.org", most="7")
    assert (made.email, made.most) == ("dora@example.org", 1)
    assert (
        "mailto:dora%40example.org?subject=Join%20Autumn"
        in cast.owner.get(cast.address("invitations/")).content.decode()
    )


def test_only_an_owner_may_invite_to_teach(cast: Cast) -> None:
    answer = cast.teacher.post(cast.address("invitations/"), FORM | {"role": "teacher"})
    assert "Choose one of the roles." in text_of(answer)
    assert not Invitation.objects.exists()
    assert link(cast, role="teacher").role == "teacher"


def test_nobody_can_be_invited_to_own(cast: Cast) -> None:
    cast.owner.post(cast.address("invitations/"), FORM | {"role": "owner"})
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"whom": "some"}, "Say how many people the link is for."),
        ({"whom": "some", "most": "0"}, "“0” is not a whole number from 1 to 5000."),
        ({"whom": "one"}, "Say which address the link is for."),
        ({"whom": "one", "email": "dora"}, "This is not an e-mail address"),
        ({"until": "2026-02-31"}, "There is no 31 February 2026"),
        ({"until": "2020-01-01"}, "Wednesday 1 January 2020 has passed, so nobody could use the link."),
        ({"whom": "whoever"}, "Choose whom the link is for."),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_is_kept(
    cast: Cast, wrong: dict[str, str], sentence: str
) -> None:
    answer = cast.owner.post(cast.address("invitations/"), FORM | wrong)
    assert sentence in text_of(answer)
    assert not Invitation.objects.exists()
    kept = [value for name, value in wrong.items() if name in ("most", "email", "until")]
    assert all(f'value="{value}"' in answer.content.decode() for value in kept)


def test_a_link_can_be_taken_back_and_let_work_again(cast: Cast) -> None:
    made = link(cast)
    address = cast.address(f"invitations/{made.pk}/revoke/")
    page = text_of(cast.owner.post(address, follow=True))
    assert page.index("Links that work no more") < page.index("Taken back")
    assert not Invitation.objects.get().is_open
    cast.owner.post(address, {"do": "let-work"})
    assert Invitation.objects.get().is_open


def test_a_teacher_cannot_let_a_link_work_that_makes_teachers(cast: Cast) -> None:
    made = link(cast, role="teacher")
    address = cast.address(f"invitations/{made.pk}/revoke/")
    cast.teacher.post(address)
    answer = cast.teacher.post(address, {"do": "let-work"}, follow=True)
    assert "Only an owner can let a link work that makes people teachers." in text_of(answer)
    assert not Invitation.objects.get().is_open


def test_a_link_of_another_class_is_not_there(cast: Cast) -> None:
    elsewhere = Invitation.objects.create(cohort=Cohort.objects.create(name="Other", starts=TODAY))
    assert cast.owner.post(cast.address(f"invitations/{elsewhere.pk}/revoke/")).status_code == 404


def test_a_closed_class_invites_nobody(cast: Cast) -> None:
    cast.owner.post(cast.address("close/"))
    answer = cast.owner.post(cast.address("invitations/"), FORM, follow=True)
    assert "Autumn is closed, so nothing was changed." in text_of(answer)
    assert not Invitation.objects.exists()

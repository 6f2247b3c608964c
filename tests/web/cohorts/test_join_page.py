from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.support.cast import signed_in
from tests.support.pages import text_of
from tests.web.cohorts.conftest import TODAY, Cast
from upslope.web.accounts.models import User
from upslope.web.cohorts.joining import SESSION_KEY, join
from upslope.web.cohorts.models import Cohort, Invitation, Membership, Role


@pytest.fixture
def invitation(cast: Cast) -> Invitation:
    return Invitation.objects.create(cohort=cast.cohort, made_by=cast.place("alice").user)


def address(invitation: Invitation) -> str:
    return f"/join/{invitation.key}/"


def people(count: int) -> list[User]:
    return [User.objects.create_user(f"dora{number}") for number in range(count)]


def test_everybody_who_has_the_link_reads_where_it_leads(cast: Cast, invitation: Invitation) -> None:
    assert set(cast.statuses(address(invitation)).values()) == {200}
    words = text_of(cast.nobody.get(address(invitation)))
    assert "Alice invites you to take the course in this class." in words
    assert "Those who teach the class see your name and e-mail address" in words
    assert "Sign in first, or make an account." in words


def test_who_is_not_signed_in_may_make_an_account_and_comes_back(cast: Cast, invitation: Invitation) -> None:
    cast.nobody.get(address(invitation))
    assert cast.nobody.session[SESSION_KEY] == invitation.key
    assert cast.nobody.post(address(invitation)).status_code == 200
    assert invitation.cohort.memberships.count() == 4


def test_a_link_that_lets_nobody_in_opens_no_account(cast: Cast, invitation: Invitation) -> None:
    Invitation.objects.update(revoked=timezone.now())
    cast.nobody.get(address(invitation))
    assert SESSION_KEY not in cast.nobody.session


@pytest.mark.parametrize(("choice", "audits"), [("learner", False), ("audit", True)])
def test_somebody_joins_as_they_like(cast: Cast, invitation: Invitation, choice: str, audits: bool) -> None:
    answer = cast.stranger.post(address(invitation), {"as": choice}, follow=True)
    assert "Welcome to Autumn." in text_of(answer)
    assert (cast.place("charlie").role, cast.place("charlie").is_auditing) == (Role.LEARNER, audits)
    assert Invitation.objects.get().used == 1


def test_who_is_invited_to_teach_teaches(cast: Cast, invitation: Invitation) -> None:
    Invitation.objects.update(role=Role.TEACHER)
    assert "to teach this class" in text_of(cast.stranger.get(address(invitation)))
    cast.stranger.post(address(invitation), {"as": "audit"})
    assert (cast.place("charlie").role, cast.place("charlie").is_auditing) == (Role.TEACHER, False)


def test_a_link_with_one_character_altered_leads_nowhere(cast: Cast, invitation: Invitation) -> None:
    key = invitation.key
    for place, letter in enumerate(key):
        altered = f"/join/{key[:place]}{'A' if letter != 'A' else 'B'}{key[place + 1 :]}/"
        answer = cast.stranger.get(altered)
        assert answer.status_code == 404
    assert "No class has this address. One character wrong or missing is enough" in text_of(answer)


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ({"revoked": timezone.now()}, "This link was taken back by those who teach the class."),
        ({"expires": timezone.now() - timedelta(days=1)}, "This link worked until"),
        ({"most": 1, "used": 1}, "This link was for one person, who has joined."),
        ({"most": 3, "used": 3}, "This link was for 3 people, and all of them have joined."),
    ],
)
def test_a_link_that_works_no_more_says_why(
    cast: Cast, invitation: Invitation, state: dict[str, object], sentence: str
) -> None:
    Invitation.objects.update(**state)
    for browser in (cast.nobody, cast.stranger):
        answer = browser.post(address(invitation))
        assert answer.status_code == 410
        assert sentence in text_of(answer)
    assert not Membership.objects.filter(user__username="charlie").exists()


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ({"closed": timezone.now()}, "Autumn is closed."),
        ({"ends": TODAY - timedelta(days=2)}, "Autumn ended on"),
    ],
)
def test_a_class_that_is_over_takes_nobody(
    cast: Cast, invitation: Invitation, state: dict[str, object], sentence: str
) -> None:
    Cohort.objects.update(**state)
    assert sentence in text_of(cast.stranger.get(address(invitation)))


def test_who_is_in_already_is_told_so_and_uses_up_nothing(cast: Cast, invitation: Invitation) -> None:
    answer = cast.learner.post(address(invitation))
    assert (answer.status_code, Invitation.objects.get().used) == (200, 0)
    assert "You are in Autumn already, as learner." in text_of(answer)
    cast.stranger.post(address(invitation))
    assert "You are in Autumn already" in text_of(cast.stranger.post(address(invitation)))
    assert Invitation.objects.get().used == 1


def test_who_left_comes_back_by_a_link_for_everybody_to_the_same_place(
    cast: Cast, invitation: Invitation
) -> None:
    cast.stranger.post(address(invitation))
    first = cast.place("charlie").pk
    cast.stranger.post(cast.address("leave/"))
    cast.stranger.post(address(invitation))
    assert (cast.place("charlie").pk, cast.place("charlie").left) == (first, None)


def test_a_link_for_so_many_works_once_for_each_person(cast: Cast, invitation: Invitation) -> None:
    Invitation.objects.update(most=5)
    cast.stranger.post(address(invitation))
    cast.stranger.post(cast.address("leave/"))
    answer = cast.stranger.post(address(invitation))
    assert "You have used this link already, and have left the class since." in text_of(answer)
    assert Invitation.objects.get().used == 1


def test_no_link_lets_somebody_back_whom_a_teacher_took_out(cast: Cast, invitation: Invitation) -> None:
    cast.owner.post(cast.address(f"members/{cast.place('bob').user_id}/remove/"))
    answer = cast.learner.post(address(invitation))
    assert answer.status_code == 403
    assert "no link lets you back in. Ask them; they can." in text_of(answer)


def test_a_link_for_one_address_lets_in_nobody_else(cast: Cast, invitation: Invitation) -> None:
    Invitation.objects.update(email="Dora@Example.org", most=1)
    answer = cast.stranger.post(address(invitation))
    assert answer.status_code == 403
    assert "you are signed in with charlie@example.org" in text_of(answer)
    assert "dora" not in text_of(answer).casefold()
    dora = User.objects.create_user("dora", email="dora@example.org")
    signed_in(dora).post(address(invitation))
    assert cast.place("dora").left is None


def test_of_two_who_want_the_last_place_one_gets_it(cast: Cast, invitation: Invitation) -> None:
    Invitation.objects.update(most=2)
    browsers: list[Client] = [signed_in(user) for user in people(4)]
    assert all(browser.get(address(invitation)).status_code == 200 for browser in browsers)
    answers = [browser.post(address(invitation)) for browser in browsers]
    assert [answer.status_code for answer in answers] == [302, 302, 410, 410]
    assert Invitation.objects.get().used == 2


def test_joining_looks_at_the_link_as_it_is_now_and_not_as_the_page_had_it(
    cast: Cast, invitation: Invitation
) -> None:
    (dora,) = people(1)
    Invitation.objects.update(revoked=timezone.now())
    refusal = join(dora, invitation.pk, is_auditing=False)
    assert refusal
    assert "taken back" in refusal.sentence
    assert not Membership.objects.filter(user=dora).exists()

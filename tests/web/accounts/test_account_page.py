from datetime import date

import pytest
from django.test import Client

from tests.support.cast import signed_in
from tests.support.pages import text_of
from upslope.web.accounts.models import User
from upslope.web.accounts.operators import make_operator
from upslope.web.cohorts.models import Cohort, Membership, Role
from upslope.web.lessons.models import ItemProgress
from upslope.web.lessons.progress import record

pytestmark = [pytest.mark.usefixtures("together"), pytest.mark.django_db]


@pytest.fixture
def dora() -> User:
    user = make_operator("dora@example.org")
    user.set_password("a-rather-long-one")
    user.save()
    return user


@pytest.fixture
def browser(dora: User) -> Client:
    """Dora's browser, a moment after she gave her password."""
    client = signed_in(dora)
    client.post("/account/again/", {"password": "a-rather-long-one"})
    return client


def test_a_name_can_be_changed(browser: Client, dora: User) -> None:
    browser.post("/account/", {"name": "Dora L."})
    dora.refresh_from_db()
    assert dora.get_full_name() == "Dora L."


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_name_that_cannot_be_changes_nothing(browser: Client, dora: User, name: str) -> None:
    before = dora.get_full_name()
    assert browser.post("/account/", {"name": name}).status_code == 422
    dora.refresh_from_db()
    assert dora.get_full_name() == before


def test_deleting_asks_for_a_fresh_sign_in(dora: User) -> None:
    answer = signed_in(dora).post("/account/delete/", {"email": "dora@example.org"})
    assert answer.status_code == 302
    assert "/account/again/" in answer["Location"]
    assert User.objects.filter(pk=dora.pk).exists()


def test_deleting_takes_the_address_typed(browser: Client, dora: User) -> None:
    answer = browser.post("/account/delete/", {"email": "someone@example.org"})
    assert answer.status_code == 422
    assert "Nothing was deleted" in text_of(answer)
    assert User.objects.filter(pk=dora.pk).exists()


def test_deleting_deletes_everything_of_theirs_and_nothing_of_others(
    browser: Client, dora: User, bob: User
) -> None:
    record(dora, "what-is-calculus/welcome")
    record(bob, "what-is-calculus/welcome")
    browser.post("/account/delete/", {"email": " Dora@example.org"})
    assert list(ItemProgress.objects.values_list("user__username", flat=True)) == ["bob"]
    assert not User.objects.filter(email="dora@example.org").exists()
    assert browser.get("/progress/").status_code == 302


def test_the_only_owner_of_a_class_hands_it_over_first(browser: Client, dora: User, bob: User) -> None:
    cohort = Cohort.objects.create(name="Autumn", starts=date(2026, 9, 1))
    Membership.objects.create(cohort=cohort, user=dora, role=Role.OWNER)
    page = text_of(browser.get("/account/delete/"))
    assert "You are the only owner of Autumn" in page
    browser.post("/account/delete/", {"email": "dora@example.org"})
    assert User.objects.filter(pk=dora.pk).exists()
    Membership.objects.create(cohort=cohort, user=bob, role=Role.OWNER)
    browser.post("/account/delete/", {"email": "dora@example.org"})
    assert not User.objects.filter(pk=dora.pk).exists()


def test_the_account_leads_to_all_its_data(browser: Client) -> None:
    assert "/export/" in browser.get("/account/").content.decode()


def test_a_second_step_is_set_up_by_an_app(browser: Client) -> None:
    page = browser.get("/account/second-step/totp/activate/")
    assert page.status_code == 200
    assert "Authenticator secret" in text_of(page)

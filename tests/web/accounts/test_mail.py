"""With a mail server addresses are confirmed and passwords recovered; without one, nothing pretends to."""

import re

import pytest
from django.core import mail
from django.test import Client
from pytest_django import Settings

from tests.support.cast import signed_in
from tests.support.pages import text_of
from upslope.web.accounts.models import User
from upslope.web.accounts.operators import make_operator

pytestmark = [pytest.mark.usefixtures("together"), pytest.mark.django_db]
PASSWORD = "a-rather-long-one"
DORA = {"name": "Dora", "email": "dora@example.org", "password1": PASSWORD}


@pytest.fixture
def with_mail(settings: Settings) -> None:
    settings.HAS_MAIL = settings.ACCOUNT_PREVENT_ENUMERATION = settings.ACCOUNT_EMAIL_NOTIFICATIONS = True
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    settings.SIGN_UP = "open"


@pytest.fixture
def dora() -> User:
    user = make_operator("dora@example.org")
    user.set_password(PASSWORD)
    user.save()
    return user


def link_in(message: mail.EmailMessage) -> str:
    found = re.search(r"http://testserver(/\S+)", str(message.body))
    assert found, message.body
    return found[1]


@pytest.mark.usefixtures("with_mail")
def test_an_account_waits_until_its_address_is_confirmed_by_a_press() -> None:
    browser = Client()
    browser.post("/account/sign-up/", DORA)
    assert browser.get("/progress/").status_code == 302
    address = link_in(mail.outbox[0])
    assert "Is dora@example.org your address?" in text_of(browser.get(address))
    assert browser.get("/progress/").status_code == 302, "a scanner that opens links confirms nothing"
    browser.post(address)
    assert browser.get("/progress/").status_code == 200


@pytest.mark.usefixtures("with_mail", "dora")
def test_the_page_does_not_tell_that_an_address_has_an_account_the_mail_does() -> None:
    new = Client().post("/account/sign-up/", DORA | {"email": "new@example.org"})
    taken = Client().post("/account/sign-up/", DORA)
    assert (new.status_code, new["Location"]) == (taken.status_code, taken["Location"])
    assert User.objects.filter(email="dora@example.org").count() == 1
    assert mail.outbox[-1].subject == "Upslope: You have an account already"


@pytest.mark.usefixtures("with_mail", "dora")
def test_a_forgotten_password_is_chosen_anew_by_a_link_whoever_asks_sees_the_same() -> None:
    known = Client().post("/account/password/forgotten/", {"email": "dora@example.org"})
    address = link_in(mail.outbox[-1])
    unknown = Client().post("/account/password/forgotten/", {"email": "nobody@example.org"})
    assert known["Location"] == unknown["Location"]
    assert mail.outbox[-1].subject == "Upslope: No account with this address"
    browser = Client()
    form = browser.get(address, follow=True).redirect_chain[-1][0]
    browser.post(form, {"password1": "quite-a-secret-9", "password2": "quite-a-secret-9"})
    assert User.objects.get(email="dora@example.org").check_password("quite-a-secret-9")
    assert mail.outbox[-1].subject == "Upslope: Your password is new"


@pytest.mark.usefixtures("with_mail")
def test_a_change_of_address_waits_for_the_link(dora: User) -> None:
    browser = signed_in(dora)
    browser.post("/account/again/", {"password": PASSWORD})
    browser.post("/account/email/", {"action_add": "", "email": "new@example.org"})
    dora.refresh_from_db()
    assert dora.email == "dora@example.org"
    assert "We sent a link to new@example.org" in text_of(browser.get("/account/email/"))
    browser.post(link_in(mail.outbox[-1]))
    dora.refresh_from_db()
    assert dora.email == "new@example.org"


def test_without_mail_an_address_changes_at_once_to_one_nobody_has(dora: User) -> None:
    make_operator("taken@example.org")
    browser = signed_in(dora)
    assert browser.post("/account/email/", {"email": "new@example.org"}).status_code == 302
    dora.refresh_from_db()
    assert dora.email == "dora@example.org", "first the password is asked"
    browser.post("/account/again/", {"password": PASSWORD})
    taken = browser.post("/account/email/", {"email": "Taken@example.org"})
    assert taken.status_code == 422
    assert "has an account already" in text_of(taken)
    browser.post("/account/email/", {"email": "new@example.org"})
    assert (
        Client().post("/account/sign-in/", {"login": "new@example.org", "password": PASSWORD}).status_code
        == 302
    )
    dora.refresh_from_db()
    assert dora.email == "new@example.org"


@pytest.mark.usefixtures("dora")
def test_without_mail_a_forgotten_password_is_the_operators() -> None:
    for email in ("dora@example.org", "nobody@example.org"):
        page = Client().post("/account/password/forgotten/", {"email": email})
        assert "This server sends no mail" in text_of(page)
    assert mail.outbox == []

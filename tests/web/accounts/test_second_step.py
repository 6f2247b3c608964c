import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from tests.support.cast import signed_in
from tests.support.pages import text_of
from upslope.web.accounts.models import User
from upslope.web.accounts.operators import make_operator

pytestmark = [pytest.mark.usefixtures("together"), pytest.mark.django_db]
PASSWORD = "a-rather-long-one"


@pytest.fixture
def dora() -> User:
    user = make_operator("dora@example.org")
    user.set_password(PASSWORD)
    user.save()
    return user


def test_a_second_step_is_asked_for_and_a_recovery_code_opens_once(dora: User) -> None:
    browser = signed_in(dora)
    browser.post("/account/again/", {"password": PASSWORD})
    form = browser.get("/account/second-step/totp/activate/").context["form"]
    now = format_hotp_value(hotp_value(form.secret, int(time.time()) // 30))
    answer = browser.post("/account/second-step/totp/activate/", {"code": now})
    assert answer["Location"] == "/account/second-step/recovery-codes/"
    codes = browser.get("/account/second-step/recovery-codes/").context["unused_codes"]
    assert len(codes) == 10
    assert codes[0] in browser.get("/account/second-step/recovery-codes/download/").content.decode()

    assert enters_with(codes[0])
    assert not enters_with(codes[0]), "each lets in once"
    assert not enters_with("000000")


def enters_with(code: str) -> bool:
    browser = Client()
    answer = browser.post("/account/sign-in/", {"login": "dora@example.org", "password": PASSWORD})
    assert answer["Location"].startswith("/account/second-step/authenticate/")
    assert browser.get("/progress/").status_code == 302, "the password alone opens nothing"
    assert "The second step" in text_of(browser.get(answer["Location"]))
    browser.post("/account/second-step/authenticate/", {"code": code})
    return browser.get("/progress/").status_code == 200


def test_signing_out_everywhere_else_leaves_this_browser_signed_in(dora: User) -> None:
    here, there = Client(), Client()
    for browser in (here, there):
        browser.post("/account/sign-in/", {"login": "dora@example.org", "password": PASSWORD})
        assert browser.get("/account/places/").status_code == 200
    here.post("/account/places/")
    assert here.get("/progress/").status_code == 200
    assert there.get("/progress/").status_code == 302

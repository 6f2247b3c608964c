import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from tests.support.cast import signed_in
from tests.support.pages import text_of
from upslope.web.accounts.adapter import INVITATION
from upslope.web.accounts.models import User
from upslope.web.accounts.operators import make_operator, password_address

pytestmark = [pytest.mark.usefixtures("together"), pytest.mark.django_db]
GOOD = {"name": "Dora Lindqvist", "email": "Dora@Example.org", "password1": "a-rather-long-one"}


@pytest.fixture
def visitor() -> Client:
    return Client()


def invite(client: Client) -> None:
    session = client.session
    session[INVITATION] = "key"
    session.save()


def sign_up(client: Client, **changed: str) -> Any:
    return client.post("/account/sign-up/", GOOD | changed)


def test_whoever_is_not_signed_in_is_led_to_the_sign_in(visitor: Client) -> None:
    answer = visitor.get("/progress/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/sign-in/?next=/progress/")


def test_the_key_of_a_laptop_opens_nothing_here(visitor: Client) -> None:
    assert visitor.get("/enter/anything/").status_code == 404


def test_an_account_takes_an_invitation(visitor: Client) -> None:
    assert "Accounts here are for those who were invited" in text_of(visitor.get("/account/sign-up/"))
    sign_up(visitor)
    assert not User.objects.exists()


def test_who_is_invited_gets_an_account_with_the_name_they_chose(visitor: Client) -> None:
    invite(visitor)
    answer = sign_up(visitor)
    assert answer["Location"] == "/join/key/"
    user = User.objects.get()
    assert (user.get_full_name(), user.email) == ("Dora Lindqvist", "dora@example.org")
    assert visitor.get("/progress/").status_code == 200


def test_an_open_server_takes_everybody(visitor: Client, settings: Settings) -> None:
    settings.SIGN_UP = "open"
    sign_up(visitor)
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"email": "dora"}, "valid email"),
        ({"email": ""}, "required"),
        ({"name": ""}, "required"),
        ({"name": "x" * 81}, "at most 80"),
        ({"password1": "short"}, "too short"),
        ({"password1": "12345678"}, "common"),
    ],
)
def test_what_cannot_be_comes_back_with_a_sentence(
    visitor: Client, changed: dict[str, str], sentence: str
) -> None:
    invite(visitor)
    page = sign_up(visitor, **changed)
    assert sentence in text_of(page)
    assert not User.objects.exists()
    kept = (GOOD | changed)["name"]
    assert kept in page.content.decode()


def test_an_address_has_one_account_whatever_its_capitals(visitor: Client) -> None:
    invite(visitor)
    sign_up(visitor)
    other = Client()
    invite(other)
    sign_up(other, email="DORA@example.ORG")
    assert User.objects.count() == 1


@pytest.fixture
def dora() -> User:
    user = make_operator("dora@example.org")
    user.set_password("a-rather-long-one")
    user.is_staff = False
    user.save()
    return user


def sign_in(client: Client, password: str = "a-rather-long-one", email: str = "dora@example.org") -> Any:
    return client.post("/account/sign-in/", {"login": email, "password": password})


@pytest.mark.usefixtures("dora")
def test_signing_in_and_out(visitor: Client) -> None:
    assert sign_in(visitor).status_code == 302
    assert visitor.get("/progress/").status_code == 200
    assert visitor.get("/account/sign-out/").status_code == 200, "asking is not doing"
    visitor.post("/account/sign-out/")
    assert visitor.get("/progress/").status_code == 302


@pytest.mark.usefixtures("dora")
def test_a_wrong_password_and_an_unknown_address_are_told_alike(visitor: Client) -> None:
    wrong, unknown = sign_in(visitor, "no-not-this"), sign_in(visitor, email="nobody@example.org")
    say = [re.findall(r'role="alert">([^<]+)', page.content.decode()) for page in (wrong, unknown)]
    assert say[0] == say[1]
    assert say[0]


@pytest.mark.usefixtures("dora")
def test_guessing_is_slowed_down_for_the_account_whoever_guesses() -> None:
    for _ in range(12):
        answer = sign_in(Client(), "no-not-this")
    assert "Too many failed" in text_of(answer)
    assert "Too many failed" in text_of(sign_in(Client())), "even the right one has to wait"


@pytest.mark.usefixtures("dora")
def test_another_site_is_no_place_to_be_sent_to(visitor: Client) -> None:
    answer = visitor.post(
        "/account/sign-in/?next=https://evil.example/",
        {"login": "dora@example.org", "password": "a-rather-long-one"},
    )
    assert "evil" not in answer["Location"]


def test_a_form_without_its_token_changes_nothing(dora: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert sign_in(strict).status_code == 403
    strict.force_login(dora)
    assert strict.post("/account/", {"name": "Else"}).status_code == 403
    assert strict.post("/account/sign-out/").status_code == 403


def test_the_operators_link_sets_a_password_once() -> None:
    user = make_operator("ops@example.org")
    assert user.is_staff
    address = password_address(user)
    first = Client()
    form = first.get(address, follow=True)
    first.post(form.redirect_chain[-1][0], {"password1": "quite-a-secret-9", "password2": "quite-a-secret-9"})
    user.refresh_from_db()
    assert user.check_password("quite-a-secret-9")
    page = Client().get(address, follow=True)
    assert "quite" not in text_of(page)
    assert 'name="password1"' not in page.content.decode()


def test_making_an_operator_twice_makes_one(dora: User) -> None:
    assert make_operator("DORA@example.org").pk == dora.pk
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    "path",
    ["", "delete/", "email/", "password/", "second-step/", "places/", "providers/"],
)
def test_pages_of_an_account_are_for_who_is_signed_in(visitor: Client, dora: User, path: str) -> None:
    assert visitor.get(f"/account/{path}").status_code == 302
    assert signed_in(dora).get(f"/account/{path}").status_code in (200, 302)


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://testserver.evil.example"},
    ],
)
def test_other_hosts_and_origins_are_refused(dora: User, headers: dict[str, str]) -> None:
    client = signed_in(dora)
    answer = client.post("/account/", {"name": "Else"}, headers=headers)
    assert answer.status_code in (400, 403)
    dora.refresh_from_db()
    assert dora.get_full_name() != "Else"

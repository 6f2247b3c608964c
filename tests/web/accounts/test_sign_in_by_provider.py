"""Signing in by OpenID Connect, with a real provider at the other end of a socket."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from tests.support.cast import signed_in
from tests.support.oidc_provider import Provider
from tests.support.pages import text_of
from tests.web.practice.conftest import Reply
from upslope.web.accounts.models import User
from upslope.web.accounts.outside import oidc_apps
from upslope.web.cohorts.models import Cohort, Invitation, Role

pytestmark = [pytest.mark.usefixtures("together"), pytest.mark.django_db]

DORA = {"sub": "dora-17", "name": "Dora Lindqvist", "email": "dora@example.edu", "email_verified": True}
LOGIN = "/account/oidc/university/login/"


@pytest.fixture
def provider(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    here = Provider()
    here.person = dict(DORA)
    file = tmp_path_factory.mktemp("data") / "oidc.toml"
    file.write_text(
        f'[university]\nname = "University of Example"\nserver_url = "{here.address}"\n'
        'client_id = "upslope"\nsecret = "between us"\n'
    )
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": oidc_apps(file)}}
    yield here
    here.shutdown()
    here.server_close()


def come_back(client: Client, provider: Provider) -> Reply:
    """Press the button, agree at the provider, and come back."""
    sent = client.post(LOGIN)
    assert sent.status_code == 302
    assert sent.headers["Location"].startswith(f"{provider.address}/authorize?")
    return client.get(provider.agree(sent.headers["Location"]), follow=True)


def invited() -> Client:
    """Return the browser of somebody who holds an invitation."""
    cohort = Cohort.objects.create(name="Autumn", starts=timezone.now().date())
    invitation = Invitation.objects.create(
        cohort=cohort, role=Role.LEARNER, expires=timezone.now() + timedelta(days=3)
    )
    client = Client()
    client.get(reverse("join", args=[invitation.key]))
    return client


def test_the_address_to_register_is_the_one_in_the_operators_page() -> None:
    assert reverse("openid_connect_callback", args=["university"]) == f"{LOGIN}callback/"


def test_the_page_to_sign_in_has_the_providers_button(provider: Provider) -> None:
    page = Client().get("/account/sign-in/")
    assert "University of Example" in text_of(page)
    assert LOGIN in page.content.decode()


def test_an_invited_person_makes_an_account_and_finds_it_again(provider: Provider) -> None:
    newcomer = invited()
    form = come_back(newcomer, provider)
    assert "Dora Lindqvist" in form.content.decode()
    done = newcomer.post("/account/providers/signup/", {"email": DORA["email"], "name": "Dora"}, follow=True)
    assert done.status_code == 200
    user = User.objects.get(socialaccount__uid="dora-17")
    assert newcomer.session["_auth_user_id"] == str(user.pk)

    again = Client()
    come_back(again, provider)
    assert again.session["_auth_user_id"] == str(user.pk)
    assert User.objects.filter(socialaccount__uid="dora-17").count() == 1


def test_without_an_invitation_no_account_is_made(provider: Provider) -> None:
    stranger = Client()
    answer = come_back(stranger, provider)
    assert answer.status_code == 200
    assert "_auth_user_id" not in stranger.session
    assert not User.objects.filter(email=DORA["email"]).exists()


def test_an_address_that_has_an_account_is_not_taken_over(provider: Provider) -> None:
    owner = User.objects.create_user("owner", email="dora@example.edu", password="not the provider's")
    newcomer = invited()
    come_back(newcomer, provider)
    newcomer.post("/account/providers/signup/", {"email": DORA["email"], "name": "Dora"}, follow=True)
    assert newcomer.session.get("_auth_user_id") != str(owner.pk)
    assert not SocialAccount.objects.filter(user=owner).exists()


@pytest.mark.parametrize("wrong", [{"aud": "another"}, {"iss": "https://evil.example"}, {"exp": 1}])
def test_a_token_that_says_something_wrong_lets_nobody_in(
    provider: Provider, wrong: dict[str, object]
) -> None:
    provider.claims = wrong
    newcomer = invited()
    answer = come_back(newcomer, provider)
    assert "_auth_user_id" not in newcomer.session
    assert "Dora Lindqvist" not in answer.content.decode()


def test_a_code_from_somebody_elses_browser_is_refused(provider: Provider) -> None:
    mallory, victim = invited(), Client()
    sent = mallory.post(LOGIN)
    answer = victim.get(provider.agree(sent.headers["Location"]), follow=True)
    assert "_auth_user_id" not in victim.session
    assert answer.status_code == 401


def test_somebody_signed_in_may_connect_the_provider_and_uses_either(provider: Provider, alice: User) -> None:
    browser = signed_in(alice)
    sent = browser.post(f"{LOGIN}?process=connect")
    browser.get(provider.agree(sent.headers["Location"]), follow=True)
    if SocialAccount.objects.filter(user=alice).exists():
        again = Client()
        come_back(again, provider)
        assert again.session["_auth_user_id"] == str(alice.pk)
    else:
        pytest.fail("not connected")


def test_a_provider_that_is_away_is_a_sentence(provider: Provider) -> None:
    provider.shutdown()
    provider.server_close()
    answer = Client().post(LOGIN)
    assert answer.status_code == 502
    assert "cannot be reached at the moment" in text_of(answer)

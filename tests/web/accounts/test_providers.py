"""A provider vouches for a person; it does not say what they may do here."""

import pytest
from allauth.account.adapter import get_adapter
from allauth.socialaccount.adapter import get_adapter as provider_adapter
from allauth.socialaccount.models import SocialLogin
from django.test import RequestFactory

from upslope.web.accounts.learner import USERNAME
from upslope.web.accounts.models import User
from upslope.web.operating.rights import may_operate

pytestmark = [pytest.mark.usefixtures("together"), pytest.mark.django_db]


def test_a_name_from_outside_does_not_make_an_operator() -> None:
    """The owner of a laptop's course is known by a user name; elsewhere anybody may choose it."""
    proposed = SocialLogin(user=User())
    claims = {"username": USERNAME, "name": "Mallory M", "email": "m@example.org"}
    user = provider_adapter().populate_user(RequestFactory().get("/"), proposed, claims)
    get_adapter().populate_username(RequestFactory().get("/"), user)
    user.save()
    assert user.username != USERNAME
    assert not may_operate(user)


def test_the_name_a_provider_gives_is_proposed() -> None:
    proposed = SocialLogin(user=User(first_name="Dora", last_name="Lindqvist", email="d@example.org"))
    assert provider_adapter().get_signup_form_initial_data(proposed)["name"] == "Dora Lindqvist"


@pytest.mark.parametrize(
    ("peer", "named", "counted"),
    [
        ("127.0.0.1", "1.2.3.4, 93.184.216.34", "93.184.216.34"),
        ("93.184.216.34", "1.2.3.4", "93.184.216.34"),
        ("93.184.216.34", "", "93.184.216.34"),
    ],
)
def test_attempts_are_counted_for_who_makes_them_not_for_whom_they_name(
    peer: str, named: str, counted: str
) -> None:
    headers = {"X-Forwarded-For": named} if named else {}
    request = RequestFactory().post("/", REMOTE_ADDR=peer, headers=headers)
    assert get_adapter().get_client_ip(request) == counted

"""A platform that is registered here, and people who come from it."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from joserfc.jwk import KeySet

from tests.support.lti_platform import CLIENT, LEARNER, TEACHER, Platform
from tests.web.cohorts.conftest import course
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort
from upslope.web.lti.models import LinkedClass
from upslope.web.lti.platforms import register

__all__ = ["course"]

LAUNCH = "http://testserver/lti/launch/"


@pytest.fixture
def platform(together: None, db: None, course: Path) -> Iterator[Platform]:
    cache.clear()
    here = Platform()
    register(
        "Moodle",
        issuer=here.address,
        client_id=CLIENT,
        auth_url=f"{here.address}/auth",
        token_url=f"{here.address}/token",
        keyset_url=f"{here.address}/keys",
    )
    here.tool_keys = KeySet.import_key_set(Client().get("/lti/keys/").json())
    yield here
    here.shutdown()
    here.server_close()


@dataclass
class Visitor:
    """Somebody's browser on the way from the platform to us."""

    platform: Platform
    client: Client

    def come(self, claims: dict[str, Any], **how: Any) -> Any:
        """Follow a link of the platform; return the page where it ends, redirects not followed."""
        sent = self.client.post("/lti/login/", self.platform.login_form(LAUNCH))
        assert sent.status_code == 302, sent.content
        form = self.platform.vouch(sent.headers["Location"], claims, **how)
        return self.client.post("/lti/launch/", form, headers={"Origin": self.platform.address})

    @property
    def user(self) -> User | None:
        number = self.client.session.get("_auth_user_id")
        return User.objects.get(pk=number) if number else None


@pytest.fixture
def visitor(platform: Platform) -> Visitor:
    return Visitor(platform, Client())


@pytest.fixture
def teacher(platform: Platform) -> Visitor:
    """The teacher of the platform's course, who has made it a class here."""
    here = Visitor(platform, Client())
    here.come(platform.link("tess", TEACHER))
    here.client.post("/lti/connect/", {"which": "new"})
    return here


@pytest.fixture
def linked(teacher: Visitor) -> LinkedClass:
    return LinkedClass.objects.get()


@pytest.fixture
def cohort(linked: LinkedClass) -> Cohort:
    return linked.cohort


def learner(platform: Platform, sub: str = "", item: str = "") -> Visitor:
    here = Visitor(platform, Client())
    here.come(platform.link(sub or secrets.token_hex(4), LEARNER, item=item))
    return here

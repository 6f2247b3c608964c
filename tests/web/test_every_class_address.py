"""Who gets in at which address of a class. The URLconf is walked: a new address needs a row here."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from tests.support.cast import signed_in
from tests.web.cohorts.conftest import FINAL, Cast, cast, course
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Extension, Invitation, Membership, Role
from upslope.web.community.models import Post, Thread
from upslope.web.gradebook.models import Override, Regrade

__all__ = ["cast", "course"]

CLASS = "classes/<int:cohort_id>/"
METHODS = ("get", "head", "post", "put", "delete")
MISSING, DOOR, WRONG_METHOD = 404, 302, 405

EVERYBODY_IN_IT = frozenset(
    {
        "",
        "leave/",
        "audit/",
        "certificate/",
        "gradebook/learners/<int:user_id>/",  # one's own; the test of that page says so
        "discussion/",
        "discussion/mails/",
        "discussion/preview/",
        "discussion/items/<slug:module>/<slug:item>/",
        "discussion/items/<slug:module>/<slug:item>/new/",
        "discussion/threads/<int:thread_id>/",
        "discussion/threads/<int:thread_id>/reply/",
        "discussion/threads/<int:thread_id>/follow/",
        "discussion/posts/<int:post_id>/report/",
        "discussion/posts/<int:post_id>/answer/",
    }
)
WHO_WROTE_IT = frozenset(
    f"discussion/posts/<int:post_id>/{what}/" for what in ("edit", "delete", "bring-back")
)
WHO_TEACHES = frozenset(
    {
        "members/",
        "certificates/",
        "gradebook/",
        "gradebook/marks.csv",
        "gradebook/learners/<int:user_id>/<slug:module>/<slug:item>/",
        "gradebook/items/<slug:module>/<slug:item>/",
        "discussion/reports/",
        "discussion/threads/<int:thread_id>/pin/",
        "discussion/threads/<int:thread_id>/lock/",
        "discussion/posts/<int:post_id>/hide/",
        "discussion/posts/<int:post_id>/restore/",
        "discussion/posts/<int:post_id>/settle/",
        "discussion/posts/<int:post_id>/spoiler/",
        "discussion/posts/<int:post_id>/history/",
    }
)
WHO_LEADS = frozenset(
    {
        "invitations/",
        "invitations/<int:invitation_id>/revoke/",
        "deadlines/",
        "platform/",
        "members/<int:user_id>/role/",
        "members/<int:user_id>/remove/",
        "members/<int:user_id>/back/",
        "members/<int:user_id>/extensions/",
        "members/<int:user_id>/extensions/<int:extension_id>/take-back/",
        "settings/",
        "gradebook/file/",
        "gradebook/file/apply/",
        "gradebook/file/<uuid:batch>/take-back/",
        "gradebook/learners/<int:user_id>/<slug:module>/<slug:item>/take-back/",
        "gradebook/items/<slug:module>/<slug:item>/<slug:question>/",
        "gradebook/items/<slug:module>/<slug:item>/<slug:question>/apply/",
        "gradebook/regrades/<int:regrade_id>/undo/",
        "discussion/switch/",
    }
)
FIELD_NAMES = """
name title body reason code words q email item items score text first hour days starts ends time_zone role do
linked marks mark due day kind form_id which mail pass_mark late_percent most expires order who
"""
OWNERS = frozenset({"members/<int:user_id>/hand-over/", "close/", "reopen/", "delete/"})
RULES = {
    "learner": EVERYBODY_IN_IT | WHO_WROTE_IT,  # the post is Bob's
    "assistant": EVERYBODY_IN_IT | WHO_TEACHES,
    "teacher": EVERYBODY_IN_IT | WHO_TEACHES | WHO_LEADS,
    "owner": EVERYBODY_IN_IT | WHO_TEACHES | WHO_LEADS | OWNERS,
}


def walk(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from walk(entry, route)
        elif isinstance(entry, URLPattern):
            yield route


ROUTES = sorted(
    route.removeprefix(CLASS)
    for route in walk(get_resolver("upslope.web.together_urls"))
    if route.startswith(CLASS)
)


@dataclass(frozen=True)
class Places:
    """What may stand in the places of an address, and the address itself."""

    names: dict[str, object]

    def address(self, route: str) -> str:
        filled = CLASS + route
        for name, value in self.names.items():
            filled = filled.replace(f"<{name}>", str(value))
        return f"/{filled}"


@pytest.fixture
def places(cast: Cast) -> Places:
    return places_in(cast.cohort, User.objects.get(username="bob"))


def places_in(cohort: Cohort, learner: User) -> Places:
    """One of everything that a class may have."""
    now = timezone.now()
    invitation = Invitation.objects.create(cohort=cohort, role=Role.LEARNER, expires=now + timedelta(days=3))
    extension = Extension.objects.create(cohort=cohort, user=learner, item_id=FINAL, due=now)
    override = Override.objects.create(cohort=cohort, user=learner, item_id=FINAL, score=0.5, reason="x")
    regrade = Regrade.objects.create(cohort=cohort, question_id=f"{FINAL}/even")
    thread = Thread.objects.create(cohort=cohort, item_id=FINAL)
    post = Post.objects.create(thread=thread, author=learner, title="Why?", body="Four.", is_opening=True)
    module, item = FINAL.split("/")
    return Places(
        {
            "int:cohort_id": cohort.pk,
            "int:user_id": learner.pk,
            "int:invitation_id": invitation.pk,
            "int:extension_id": extension.pk,
            "int:regrade_id": regrade.pk,
            "int:thread_id": thread.pk,
            "int:post_id": post.pk,
            "uuid:batch": override.batch,
            "slug:module": module,
            "slug:item": item,
            "slug:question": "even",
        }
    )


def test_every_address_of_a_class_has_its_rule() -> None:
    rules = [EVERYBODY_IN_IT, WHO_WROTE_IT, WHO_TEACHES, WHO_LEADS, OWNERS]
    assert sorted(route for rule in rules for route in rule) == ROUTES


def answers(browser: Client, address: str) -> set[int]:
    """Ask in every way there is; return the statuses."""
    return {getattr(browser, method)(address).status_code for method in METHODS}


def test_a_visitor_is_sent_to_the_door(places: Places) -> None:
    for route in ROUTES:
        assert answers(Client(), places.address(route)) == {DOOR}, route
    answer = Client().get(places.address("members/"))
    assert answer.headers["Location"].startswith("/account/sign-in/?next=/classes/")


@pytest.mark.parametrize("role", RULES)
def test_to_whom_it_is_not_open_it_is_not_there(cast: Cast, places: Places, role: str) -> None:
    for route in ROUTES:
        if route not in RULES[role]:
            statuses = answers(getattr(cast, role), places.address(route))
            assert statuses in ({MISSING}, {MISSING, WRONG_METHOD}), route


def test_a_stranger_and_who_was_removed_find_nothing(cast: Cast, places: Places) -> None:
    removed = User.objects.create_user("removed")
    Membership.objects.create(
        cohort=cast.cohort, user=removed, role=Role.OWNER, left=timezone.now(), was_removed=True
    )
    for browser in (cast.stranger, signed_in(removed)):
        for route in ROUTES:
            assert answers(browser, places.address(route)) in ({MISSING}, {MISSING, WRONG_METHOD}), route


@pytest.mark.parametrize("role", RULES)
def test_to_whom_it_is_open_it_answers(cast: Cast, places: Places, role: str) -> None:
    for route in RULES[role]:
        status = getattr(cast, role).get(places.address(route)).status_code
        assert status in (200, DOOR, WRONG_METHOD), route


def test_what_belongs_to_another_class_is_not_there(cast: Cast, places: Places) -> None:
    """The owner of both asks in one class for what the other has."""
    other = Cohort.objects.create(name="Spring", starts=cast.cohort.starts)
    Membership.objects.create(cohort=other, user=User.objects.get(username="alice"), role=Role.OWNER)
    elsewhere = Places({**places.names, "int:cohort_id": other.pk})
    for route in ROUTES:
        if "<int:" in route or "<uuid:" in route:
            statuses = answers(cast.owner, elsewhere.address(route))
            assert statuses in ({MISSING}, {MISSING, WRONG_METHOD}), route


def test_a_change_needs_the_pages_own_token_and_a_page_of_the_site(places: Places) -> None:
    owner = User.objects.get(username="alice")
    careful, foreign = Client(enforce_csrf_checks=True), {"Origin": "https://evil.example"}
    careful.force_login(owner)
    for route in ROUTES:
        refused = careful.post(places.address(route))
        assert refused.status_code == 403, route
        assert b"That did not go through" in refused.content, route
        assert signed_in(owner).post(places.address(route), headers=foreign).status_code == 403, route


@pytest.mark.parametrize("value", ["a\x00b", "²", "9" * 5000, "-1", "x" * 20000])
def test_what_no_page_of_ours_sends_breaks_nothing(cast: Cast, places: Places, value: str) -> None:
    form = dict.fromkeys(FIELD_NAMES.split(), value)
    for route in sorted(set(ROUTES) - {"delete/", "close/", "leave/", "members/<int:user_id>/remove/"}):
        for method in ("get", "post"):
            assert getattr(cast.owner, method)(places.address(route), form).status_code < 500, route


def counts() -> dict[str, int]:
    """Return how many rows each table has, but for those that every page writes."""
    of_every_page = {"Session", "UserSession", "ActiveDay", "ItemProgress", "ThreadReader"}
    return {
        model.__name__: model._default_manager.count()
        for model in apps.get_models()
        if model.__name__ not in of_every_page
    }


def test_to_look_changes_nothing(cast: Cast, places: Places) -> None:
    before, places_before = counts(), list(Membership.objects.order_by("pk").values())
    for role, routes in RULES.items():
        for route in routes:
            getattr(cast, role).get(places.address(route))

    assert counts() == before
    assert list(Membership.objects.order_by("pk").values()) == places_before


@pytest.mark.parametrize("number", ["0", "99999999999999999999999999", str(uuid.UUID(int=7)), "1%00", "١"])
def test_a_number_that_is_none_is_not_found(cast: Cast, number: str) -> None:
    assert settings.TOGETHER
    assert cast.owner.get(f"/classes/{number}/").status_code == MISSING
    assert cast.owner.get(cast.address(f"members/{number}/extensions/")).status_code == MISSING
    assert cast.owner.get(cast.address(f"discussion/threads/{number}/")).status_code == MISSING

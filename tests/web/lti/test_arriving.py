"""Coming from a platform: who is let in, as whom, and where to."""

import time
from typing import Any

import pytest
from django.test import Client
from joserfc.jwk import OctKey, RSAKey

from tests.support.cast import signed_in
from tests.support.lti_platform import ASSISTANT, CLAIM, LEARNER, PARENT, TEACHER, Platform
from tests.support.pages import text_of
from tests.web.cohorts.conftest import FINAL
from tests.web.lti.conftest import LAUNCH, Visitor, learner
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Membership, Role
from upslope.web.lti.models import LinkedClass, LinkedItem
from upslope.web.lti.platforms import remove


def test_a_teacher_who_comes_first_makes_the_class_and_owns_it(visitor: Visitor, platform: Platform) -> None:
    answer = visitor.come(platform.link("tess", TEACHER, item=FINAL, name="Tess Ward"))
    assert answer.headers["Location"] == "/lti/connect/"
    assert "“Calculus I” comes here for the first time" in text_of(visitor.client.get("/lti/connect/"))
    done = visitor.client.post("/lti/connect/", {"which": "new"})

    assert done.headers["Location"] == f"/learn/{FINAL}/"
    place = Membership.objects.get()
    assert (place.user.get_full_name(), place.role, place.cohort.name) == (
        "Tess Ward",
        Role.OWNER,
        "Calculus I",
    )
    assert visitor.come(platform.link("tess", TEACHER)).headers["Location"] == f"/classes/{place.cohort_id}/"
    assert Cohort.objects.count() == 1


def test_a_learner_gets_an_account_once_and_finds_the_item(teacher: Visitor, platform: Platform) -> None:
    first, again = (learner(platform, "bob") for _ in range(2))
    assert first.user == again.user
    assert first.user is not None
    assert not first.user.has_usable_password()
    answer = again.come(platform.link("bob", LEARNER, item=FINAL))
    assert answer.headers["Location"] == f"/learn/{FINAL}/"
    assert again.client.get(f"/learn/{FINAL}/").status_code == 200
    assert LinkedItem.objects.get().line_item == platform.line_item
    assert Membership.objects.get(user=first.user).role == Role.LEARNER


@pytest.mark.parametrize(("claim", "role"), [(ASSISTANT, Role.ASSISTANT), (TEACHER, Role.TEACHER)])
def test_roles_there_are_roles_here(teacher: Visitor, platform: Platform, claim: str, role: Role) -> None:
    here = Visitor(platform, Client())
    here.come(platform.link("ann", claim))
    assert Membership.objects.get(user=here.user).role == role


def test_an_item_that_is_not_there_leads_to_the_class(teacher: Visitor, platform: Platform) -> None:
    here = learner(platform, "bob")
    answer = here.come(platform.link("bob", LEARNER, item="first/nowhere"))
    assert answer.headers["Location"] == f"/classes/{Cohort.objects.get().pk}/"
    assert not LinkedItem.objects.exists()


def test_before_the_teacher_there_is_nothing_to_see(visitor: Visitor, platform: Platform) -> None:
    answer = visitor.come(platform.link("bob", LEARNER))
    assert answer.status_code == 403
    assert "Your teacher has not opened this class." in text_of(answer)


def test_an_onlooker_gets_no_account(teacher: Visitor, platform: Platform) -> None:
    here = Visitor(platform, Client())
    answer = here.come(platform.link("mum", PARENT))
    assert answer.status_code == 403
    assert here.user is None
    assert User.objects.count() == 1


def test_who_was_taken_out_stays_out(teacher: Visitor, platform: Platform, cohort: Cohort) -> None:
    bob = learner(platform, "bob")
    teacher.client.post(f"/classes/{cohort.pk}/members/{bob.user.pk if bob.user else 0}/remove/")
    answer = bob.come(platform.link("bob", LEARNER))
    assert answer.status_code == 403
    assert "Those who teach it took you out." in text_of(answer)


def test_an_address_of_somebody_here_opens_nothing(teacher: Visitor, platform: Platform, alice: User) -> None:
    alice.email = "alice@example.edu"
    alice.save()
    assert learner(platform, "alice").user != alice


def test_a_class_that_is_there_is_tied_by_its_code(visitor: Visitor, platform: Platform, alice: User) -> None:
    cohort = Cohort.objects.create(name="Autumn", starts="2026-09-01")
    Membership.objects.create(cohort=cohort, user=alice, role=Role.OWNER)
    page = signed_in(alice).get(f"/classes/{cohort.pk}/platform/")
    code = page.context["code"]
    visitor.come(platform.link("tess", TEACHER))
    wrong = visitor.client.post("/lti/connect/", {"which": "mine", "code": code[:-1] + "x"})
    assert wrong.status_code == 422
    assert "This code is for no class" in text_of(wrong)
    done = visitor.client.post("/lti/connect/", {"which": "mine", "code": f" {code}\n"})
    assert done.headers["Location"] == f"/classes/{cohort.pk}/"
    assert LinkedClass.objects.get().cohort == cohort
    assert Membership.objects.get(user=visitor.user).role == Role.TEACHER


def test_only_the_courses_teacher_says_which_class_it_is(platform: Platform, alice: User) -> None:
    assert signed_in(alice).get("/lti/connect/").status_code == 404
    assert signed_in(alice).post("/lti/connect/", {"which": "new"}).status_code == 404
    assert not Cohort.objects.exists()


def test_in_a_frame_there_is_a_link_to_a_tab_and_only_the_platform_may_frame_it(platform: Platform) -> None:
    form = platform.login_form(LAUNCH)
    page = Client().post("/lti/login/", form, headers={"Sec-Fetch-Dest": "iframe"})
    assert page.status_code == 200
    assert f"frame-ancestors {platform.address}" in page.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in page.headers
    assert 'target="_blank"' in page.content.decode()
    address = page.context["address"]
    assert Client().get(address).headers["Location"].startswith(f"{platform.address}/auth?")


WRONG: dict[str, dict[str, Any]] = {
    "an audience that is not us": {"aud": "another-client"},
    "an issuer that nobody registered": {"iss": "https://evil.example"},
    "a token that is old": {"iat": int(time.time()) - 7200, "exp": int(time.time()) - 3600},
    "a nonce that was never given": {"nonce": "made-up"},
    "no version": {f"{CLAIM}version": "1.1"},
    "no deployment": {f"{CLAIM}deployment_id": None},
    "no kind of message": {f"{CLAIM}message_type": None},
    "no link": {f"{CLAIM}resource_link": None},
    "no person": {"sub": None},
}


@pytest.mark.parametrize("what", WRONG)
def test_a_token_with_something_wrong_lets_nobody_in(teacher: Visitor, platform: Platform, what: str) -> None:
    here = Visitor(platform, Client())
    answer = here.come(platform.link("bob", LEARNER) | WRONG[what])
    assert answer.status_code == 403, answer.content
    assert "Go back to the platform and open the link again." in text_of(answer)
    assert here.user is None
    assert User.objects.count() == 1


def test_a_token_signed_by_somebody_else_lets_nobody_in(teacher: Visitor, platform: Platform) -> None:
    here = Visitor(platform, Client())
    mallory = RSAKey.generate_key(2048, {"kid": "platform"})
    assert here.come(platform.link("bob", LEARNER), key=mallory).status_code == 403
    shared = OctKey.generate_key(256)
    assert here.come(platform.link("bob", LEARNER), alg="HS256", key=shared).status_code == 403
    assert here.user is None


def test_a_launch_is_good_once_and_in_one_browser(teacher: Visitor, platform: Platform) -> None:
    here = Visitor(platform, Client())
    sent = here.client.post("/lti/login/", platform.login_form(LAUNCH))
    form = platform.vouch(sent.headers["Location"], platform.link("bob", LEARNER))
    stolen = Client().post("/lti/launch/", form)
    assert stolen.status_code == 403
    assert here.client.post("/lti/launch/", form).status_code == 302
    assert Visitor(platform, Client()).client.post("/lti/launch/", form).status_code == 403


@pytest.mark.parametrize(
    "wrong",
    [{"iss": "https://evil.example"}, {"client_id": "another"}, {"target_link_uri": "https://evil.example/"}],
)
def test_a_login_that_is_not_ours_is_a_sentence(platform: Platform, wrong: dict[str, str]) -> None:
    answer = Client().post("/lti/login/", platform.login_form(LAUNCH) | wrong)
    assert answer.status_code == 403
    assert "What was wrong:" in text_of(answer)


def test_a_platform_that_was_removed_sends_nobody(teacher: Visitor, platform: Platform) -> None:
    assert remove("Moodle")
    assert Client().post("/lti/login/", platform.login_form(LAUNCH)).status_code == 403
    assert not remove("Moodle")

import pytest
from django.test import Client

from tests.support.pages import text_of
from upslope.web.accounts.entry import new_token
from upslope.web.accounts.learner import the_learner
from upslope.web.accounts.models import EntryToken

pytestmark = pytest.mark.usefixtures("small_course")


def test_a_key_opens_the_door_and_leads_home(charlies_browser: Client) -> None:
    page = charlies_browser.get(f"/enter/{new_token()}/", follow=True)

    assert page.redirect_chain == [("/", 302)]
    assert page.status_code == 200


def test_a_key_works_once(charlies_browser: Client) -> None:
    token = new_token()
    charlies_browser.get(f"/enter/{token}/")

    page = Client().get(f"/enter/{token}/")

    assert page.status_code == 403
    assert "has been used already" in text_of(page)
    assert "upslope run" in text_of(page)


def test_a_new_key_ends_the_old_one(charlies_browser: Client) -> None:
    old = new_token()
    new = new_token()

    assert charlies_browser.get(f"/enter/{old}/").status_code == 403
    assert charlies_browser.get(f"/enter/{new}/").status_code == 302


@pytest.mark.parametrize("token", ["x", "0" * 32, "%00", "../../home", "é"])
def test_a_made_up_key_leads_to_a_page_that_points_at_the_terminal(
    charlies_browser: Client, token: str
) -> None:
    new_token()

    page = charlies_browser.get(f"/enter/{token}/", follow=True)

    assert page.status_code in (403, 404)
    assert charlies_browser.get("/").status_code == 302


def test_somebody_already_signed_in_goes_straight_home_and_leaves_the_key_unused(
    alices_browser: Client,
) -> None:
    token = new_token()

    assert alices_browser.get(f"/enter/{token}/").headers["Location"] == "/"
    assert Client().get(f"/enter/{token}/").status_code == 302


def test_only_a_digest_of_the_key_is_kept(db: None) -> None:
    token = new_token()

    assert token not in EntryToken.objects.get().digest


def test_the_session_outlives_the_browser_and_scripts_cannot_read_it(charlies_browser: Client) -> None:
    cookie = charlies_browser.get(f"/enter/{new_token()}/").cookies
    session = next(morsel for name, morsel in cookie.items() if name.startswith("upslope-session-"))

    assert session["max-age"] >= 365 * 24 * 3600
    assert session["httponly"]
    assert session["samesite"] == "Lax"


def test_the_learner_has_no_password_and_is_made_once(db: None) -> None:
    assert the_learner() == the_learner()
    assert not the_learner().has_usable_password()


def test_a_part_of_a_page_asked_for_without_sign_in_moves_the_whole_page(charlies_browser: Client) -> None:
    answer = charlies_browser.get("/", headers={"HX-Request": "true"})

    assert answer.headers["HX-Redirect"] == "/enter/"

"""What learners said, as far as they let everybody read it."""

import pytest
from django.test import Client

from tests.support.cast import signed_in
from tests.support.pages import text_of
from tests.web.catalogue.conftest import PAGE, Rate
from tests.web.practice.conftest import html_of
from upslope.web.accounts.models import User
from upslope.web.looking_back.models import CourseRating

pytestmark = pytest.mark.usefixtures("together")
REVIEWS = "/course/reviews/"


def operator() -> Client:
    return signed_in(User.objects.create_user("olive", is_staff=True))


def test_nothing_is_shown_of_two_ratings_and_everything_of_three(
    charlies_browser: Client, rate: Rate
) -> None:
    rate("Ada", 5, "Ada thinks so.")
    rate("Bo", 4, "Bo thinks so.")
    page = text_of(charlies_browser.get("/course/"))

    assert "from the third on" in page
    assert "thinks so" not in page
    assert "aggregateRating" not in html_of(charlies_browser.get("/course/"))
    assert charlies_browser.get(REVIEWS).status_code == 404
    rate("Cy", 1, is_public=False)
    page = text_of(charlies_browser.get("/course/"))
    assert "3.3 of 5, from 3 learners" in page
    assert "Ada thinks so." in page
    assert "Cy" not in page


def test_only_words_whose_author_ticked_so_are_public(charlies_browser: Client, rate: Rate) -> None:
    rate("Ada", 5, "For all to read.")
    rate("Bo", 4, "For myself alone.", is_public=False)
    rate("Cy", 3, "   ")

    for address in ("/course/", REVIEWS):
        page = text_of(charlies_browser.get(address))
        assert "For all to read." in page
        assert "Ada" in page
        assert "myself" not in page
        assert "Bo" not in page.split()
        assert "Cy" not in page.split()


def test_the_name_is_never_what_somebody_signs_in_with(charlies_browser: Client, rate: Rate) -> None:
    for number in range(3):
        rate("", 5, f"Words {number}.")
    page = text_of(charlies_browser.get("/course/"))

    assert "A learner" in page
    assert "user-" not in page


def test_the_form_shows_the_name_and_taking_the_mark_away_takes_the_words_away(
    charlies_browser: Client, rate: Rate
) -> None:
    kept = rate("Ada", 5, "Mine to show.")
    rate("Bo", 4)
    rate("Cy", 4)
    browser = signed_in(kept.user)
    page = browser.get(f"/learn/{PAGE}/")

    assert "with my name: Ada" in text_of(page)
    assert 'name="is_public" checked' in html_of(page)
    assert "It may be read on the page of the course with your name, Ada" in text_of(page)
    browser.post(f"/looking-back/{PAGE}/rate/", {"stars": "5", "text": "Mine to show."})
    assert "Mine to show." not in text_of(charlies_browser.get("/course/"))
    private = text_of(browser.get(f"/learn/{PAGE}/"))
    assert "No other learner sees it" in private
    assert "on this computer" not in private


def test_the_mark_stays_when_the_rating_could_not_be_kept(rate: Rate) -> None:
    kept = rate("Ada", 5, "Mine.", is_public=False)
    reply = signed_in(kept.user).post(
        f"/looking-back/{PAGE}/rate/", {"stars": "9", "text": "New.", "is_public": "on"}
    )

    assert 'name="is_public" checked' in html_of(reply)
    assert not CourseRating.objects.get(pk=kept.pk).is_public


def test_who_leaves_the_server_takes_stars_and_words_along(charlies_browser: Client, rate: Rate) -> None:
    first = rate("Ada", 1, "Gone soon.")
    second = rate("Bo", 1, "Locked out.")
    for name in ("Cy", "Di", "Ed"):
        rate(name, 5, "Here to stay.")
    first.user.delete()
    User.objects.filter(pk=second.user_id).update(is_active=False)
    page = text_of(charlies_browser.get("/course/"))

    assert "5.0 of 5, from 3 learners" in page
    assert "Gone soon" not in page
    assert "Locked out" not in page


def test_many_reviews_come_in_pages_the_newest_first(charlies_browser: Client, rate: Rate) -> None:
    for number in range(23):
        rate(f"Learner {number}", 4, f"Number {number:02}.")
    front, first, last = (
        text_of(charlies_browser.get(address)) for address in ("/course/", REVIEWS, f"{REVIEWS}?page=2")
    )

    assert front.count("Number ") == 6
    assert "All 23 reviews" in front
    assert first.index("Number 22.") < first.index("Number 21.")
    assert (first.count("Number "), last.count("Number ")) == (20, 3)
    for strange in ("0", "99", "x", "-1", "9" * 40, "\x00"):
        assert charlies_browser.get(REVIEWS, {"page": strange}).status_code == 200


def test_an_operator_takes_words_off_and_puts_them_back_and_the_stars_still_count(
    charlies_browser: Client, rate: Rate
) -> None:
    kept = rate("Ada", 1, "Rude words.")
    rate("Bo", 4)
    rate("Cy", 4)
    olive = operator()
    olive.post(f"{REVIEWS}{kept.pk}/hide/")
    page = text_of(charlies_browser.get(REVIEWS))

    assert "Rude words." not in page
    assert "3.0 of 5, from 3 learners" in page
    assert "Rude words." not in text_of(charlies_browser.get("/course/"))
    assert "Taken off: only operators see it here." in text_of(olive.get(REVIEWS))
    author = signed_in(kept.user)
    assert "has taken it off" in text_of(author.get(f"/learn/{PAGE}/"))
    author.post(f"/looking-back/{PAGE}/rate/", {"stars": "1", "text": "Ruder.", "is_public": "on"})
    assert "Ruder." not in text_of(charlies_browser.get(REVIEWS))
    olive.post(f"{REVIEWS}{kept.pk}/show/")
    assert "Ruder." in text_of(charlies_browser.get(REVIEWS))


def test_only_operators_take_words_off(charlies_browser: Client, bobs_browser: Client, rate: Rate) -> None:
    kept = rate("Ada", 5, "Stays.")
    for step in ("hide", "show"):
        address = f"{REVIEWS}{kept.pk}/{step}/"
        assert bobs_browser.post(address).status_code == 404
        assert charlies_browser.post(address).status_code == 302
        assert operator_get(address) == 405
    assert not CourseRating.objects.get(pk=kept.pk).is_hidden
    assert "Take it off" not in text_of(bobs_browser.get("/course/"))


def operator_get(address: str) -> int:
    User.objects.filter(username="olive").delete()
    return operator().get(address).status_code


def test_what_is_not_public_is_no_business_of_the_operators_either(rate: Rate) -> None:
    kept = rate("Ada", 5, "Private.", is_public=False)
    olive = operator()

    assert olive.post(f"{REVIEWS}{kept.pk}/hide/").status_code == 404
    assert olive.post(f"{REVIEWS}999999/hide/").status_code == 404
    assert "Private." not in text_of(olive.get(REVIEWS))

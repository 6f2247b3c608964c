"""A rating: given, changed, taken back, spread out, and kept to oneself."""

import json
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.support.pages import text_of
from tests.web.diagnostic.conftest import PAGE
from tests.web.looking_back.conftest import ADDRESS, BACK, HERE, Returner
from tests.web.practice.conftest import html_of
from upslope.web.accounts.models import User
from upslope.web.lessons.progress import progress_of
from upslope.web.looking_back.distribution import FEWEST
from upslope.web.looking_back.models import CourseRating
from upslope.web.looking_back.ratings import LONGEST_TEXT, ratings_for_author

HOSTILE = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "\u202edesrever \u05e9\u05dc\u05d5\u05dd",
    "a\x00b\x1b[31m",
    "{{ csrf_token }}{% now 'Y' %}",
]


def others_rate(*stars: int) -> None:
    for number, given in enumerate(stars):
        user = User.objects.create_user(f"somebody-{number}")
        CourseRating.objects.create(user=user, item_id=BACK, stars=given, text=f"Secret {number}")


def test_a_rating_is_kept_shown_and_makes_the_page_done(alice_looks_back: Returner) -> None:
    page = text_of(alice_looks_back.rate(4, "The pictures.\nMore of them."))

    assert "You gave 4 of 5 on" in page
    assert "The pictures. More of them." in page
    assert progress_of(alice_looks_back.user)[BACK].is_done


def test_words_are_not_needed(alice_looks_back: Returner) -> None:
    alice_looks_back.rate(2, "  \n ")

    assert (alice_looks_back.rating().stars, alice_looks_back.rating().text) == (2, "")


def test_the_newest_counts_and_sending_it_twice_makes_one(alice_looks_back: Returner) -> None:
    for stars, text in ((2, "Hm."), (5, "Now I see."), (5, "Now I see.")):
        alice_looks_back.rate(stars, text)

    assert (alice_looks_back.rating().stars, alice_looks_back.rating().text) == (5, "Now I see.")


@pytest.mark.parametrize("stars", ["", "0", "6", "9", "-1", "55", "x", "\x00", "4.5", "१" * 2])
@pytest.mark.parametrize("htmx", [False, True])
def test_without_stars_nothing_is_kept_and_the_words_come_back(
    alice_looks_back: Returner, stars: str, htmx: bool
) -> None:
    reply = alice_looks_back.rate(stars, "Do not lose me.", **({"HX-Request": "true"} if htmx else {}))

    assert reply.status_code == 200
    assert "Choose one of the five first." in text_of(reply)
    assert ">Do not lose me.</textarea>" in html_of(reply)
    assert not CourseRating.objects.exists()


def test_too_many_words_come_back_and_the_earlier_rating_stays(alice_looks_back: Returner) -> None:
    alice_looks_back.rate(3, "Short.")
    reply = alice_looks_back.rate(4, "long " * 200_000)

    assert f"longer than {LONGEST_TEXT} characters" in text_of(reply)
    assert "long long" in text_of(reply)
    assert (alice_looks_back.rating().stars, alice_looks_back.rating().text) == (3, "Short.")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_only_words(alice_looks_back: Returner, text: str) -> None:
    page = alice_looks_back.rate(1, text).content.decode()
    kept = alice_looks_back.rating().text

    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "\x00" not in kept
    assert kept.encode()
    assert alice_looks_back.client.get("/export/").status_code == 200
    assert kept in alice_looks_back.client.get(f"{HERE}/letter/").content.decode()


def test_with_script_only_the_section_comes_back(alice_looks_back: Returner) -> None:
    reply = alice_looks_back.rate(4, "Fine.", **{"HX-Request": "true"})

    assert html_of(reply).lstrip().startswith("<section")
    assert "You gave 4 of 5" in text_of(reply)


def test_it_can_be_taken_back(alice_looks_back: Returner) -> None:
    alice_looks_back.rate(4, "Fine.")
    page = text_of(alice_looks_back.client.post(f"{HERE}/take-back/", follow=True))

    assert not CourseRating.objects.exists()
    assert "You gave" not in page


def test_alone_one_is_told_that_one_bar_is_no_picture(alice_looks_back: Returner) -> None:
    page = alice_looks_back.rate(4)

    assert "yours is the only rating there is" in text_of(page)
    assert 'class="spread"' not in html_of(page)


def test_the_spread_is_shown_from_three_on_and_only_to_who_has_rated(alice_looks_back: Returner) -> None:
    others_rate(5)
    assert "Two people here have rated so far" in text_of(alice_looks_back.rate(4))
    others = User.objects.create_user("one-more")
    CourseRating.objects.create(user=others, item_id=BACK, stars=2)
    page = alice_looks_back.words()

    assert FEWEST == 3
    assert "3 people have rated the course: 3.7 of 5 on average." in page
    assert "4 ★ It was good yours 1" in page
    assert "3 ★ Some of it was good 0" in page
    alice_looks_back.client.post(f"{HERE}/take-back/")
    assert "on average" not in alice_looks_back.words()


def test_nobody_reads_what_another_wrote(alice_looks_back: Returner, bob_looks_back: Returner) -> None:
    others_rate(1, 2, 3)
    bob_looks_back.rate(5, "Bob thinks so.")
    alice_looks_back.rate(3, "Alice thinks so.")

    for text in (alice_looks_back.words(), text_of(alice_looks_back.client.get(f"{HERE}/letter/"))):
        assert "Alice thinks so." in text
        assert "Bob thinks" not in text
        assert "Secret" not in text
    alice_looks_back.client.post(f"{HERE}/take-back/")
    assert bob_looks_back.rating().text == "Bob thinks so."


def test_the_file_to_send_names_the_course_and_not_the_learner(alice_looks_back: Returner) -> None:
    assert alice_looks_back.client.get(f"{HERE}/letter/").status_code == 404
    alice_looks_back.rate(5, "All of it.")
    reply = alice_looks_back.client.get(f"{HERE}/letter/")

    assert reply.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "attachment" in reply.headers["Content-Disposition"]
    assert "Sums (Upslope" in html_of(reply)
    assert "5 of 5: I would send a friend." in html_of(reply)
    assert "alice" not in html_of(reply).lower()


@pytest.mark.parametrize("item", ["first/welcome", PAGE, "no/where", "third/powers"])
@pytest.mark.parametrize("action", ["rate", "take-back", "letter"])
def test_no_other_page_is_rated(alice_looks_back: Returner, item: str, action: str) -> None:
    send = alice_looks_back.client.get if action == "letter" else alice_looks_back.client.post
    reply = send(f"/looking-back/{item}/{action}/", {"stars": "5"})

    assert reply.status_code == 404
    assert not CourseRating.objects.exists()


def test_a_visitor_reaches_nothing_of_it(charlies_browser: Client, course: Path) -> None:
    for action in ("rate", "take-back"):
        assert charlies_browser.post(f"{HERE}/{action}/", {"stars": "5"}).status_code == 302
    assert not CourseRating.objects.exists()


@pytest.mark.parametrize("stars", [0, 6])
def test_the_database_itself_keeps_a_rating_from_1_to_5(alice: User, stars: int) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        CourseRating.objects.create(user=alice, item_id=BACK, stars=stars)


def test_who_leaves_takes_it_along_and_an_author_reads_no_name(alice_looks_back: Returner) -> None:
    alice_looks_back.rate(3, "Fair.")
    (told,) = ratings_for_author()

    assert (told["stars"], told["text"], told["item_id"]) == (3, "Fair.", BACK)
    assert "alice" not in json.dumps(told)
    alice_looks_back.user.delete()
    assert ratings_for_author() == []


def test_a_page_of_it_without_a_rating_can_be_marked_as_done(alice_looks_back: Returner) -> None:
    alice_looks_back.page()
    alice_looks_back.client.post(f"{ADDRESS}done/")

    assert progress_of(alice_looks_back.user)[BACK].is_done

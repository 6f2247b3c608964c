from pathlib import Path

from django.test import Client

from tests.support.cast import signed_in
from tests.support.courses import write
from tests.support.pages import text_of
from tests.web.practice.conftest import QUIZ, SQUARE, TYPED, Desk, at_desk, html_of
from upslope.web.accounts.models import User
from upslope.web.practice.drawing import PROVEN_SEEDS
from upslope.web.practice.models import Sitting, StoredVariant

PAGE = "/learn/first/warm-up/"


def test_somebody_who_is_not_signed_in_is_told_how_to_get_in(charlies_browser: Client, course: Path) -> None:
    assert charlies_browser.get(PAGE, follow=True).status_code == 403


def test_the_page_shows_title_intro_and_every_question(alices_browser: Client, course: Path) -> None:
    page = text_of(alices_browser.get(PAGE))

    assert "Warming up Two questions." in page
    assert page.index("1 · A square") < page.index("Differentiate") < page.index("2 · Which ones")
    assert "Question 1 : not tried yet" in page
    assert "Nothing is marked yet. 80 % passes" in page


def test_a_reload_shows_the_same_variant(alices_browser: Client, course: Path) -> None:
    first, again = (html_of(alices_browser.get(PAGE)).split("Differentiate")[1][:60] for _ in range(2))

    assert first == again
    assert Sitting.objects.filter(question_id=TYPED).count() == 1


def test_only_variants_that_were_proven_are_served(alices_desk: Desk) -> None:
    assert alices_desk.sitting.stored.seed in PROVEN_SEEDS


def test_a_variant_is_stored_as_served_and_survives_a_change_of_the_question(
    alices_desk: Desk, course: Path
) -> None:
    alices_desk.save("x", 0, "tab")
    write(course / QUIZ / "questions/square/question.md", SQUARE.replace("Differentiate", "Integrate"))

    assert "Differentiate" in html_of(alices_desk.client.get(PAGE))
    reply = alices_desk.check(alices_desk.right_answer)
    assert "is right" in html_of(reply)


def test_a_mended_question_reaches_a_learner_who_has_not_begun_it(alices_desk: Desk, course: Path) -> None:
    write(course / QUIZ / "questions/square/question.md", SQUARE.replace("Differentiate", "Derive"))

    assert "Derive" in html_of(alices_desk.client.get(PAGE))
    assert StoredVariant.objects.filter(question_id=TYPED).count() == 2


def test_what_was_typed_and_what_was_said_about_it_is_there_again_after_a_reload(alices_desk: Desk) -> None:
    alices_desk.check(alices_desk.right_answer)
    page = html_of(alices_desk.client.get(PAGE))

    assert f'value="{alices_desk.right_answer}"' in page
    assert 'data-outcome="right"' in page


def test_what_a_learner_typed_is_text_and_never_markup(alices_desk: Desk) -> None:
    alices_desk.save('"><script>alert(1)</script>', 0, "tab")
    page = alices_desk.client.get(PAGE).content.decode()

    assert "<script>alert" not in page
    assert "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_checkpoint_in_a_lesson_is_the_same_card_and_counts_nowhere(alice: User, course: Path) -> None:
    desk = at_desk(alice, "first/opening/square")
    page = text_of(signed_in(alice).get("/learn/first/opening/"))
    reply = html_of(desk.check(desk.right_answer))

    assert "Your turn Differentiate" in page
    assert "is right" in reply
    assert "quiz-standing" not in reply

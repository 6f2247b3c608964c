"""Threads and replies: written, changed, taken back, found again. Nothing typed is lost."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from tests.support.pages import text_of
from tests.web.community.conftest import HELLO, LESSON, QUIZ, Speaker
from tests.web.community.hostile import HOSTILE
from tests.web.community.test_markdown import tags_of
from tests.web.practice.conftest import html_of
from upslope.web.cohorts.models import Cohort
from upslope.web.community.models import Post, PostReport, Thread
from upslope.web.community.posting import LONGEST_BODY, MOST_POSTS
from upslope.web.community.viewing import UNMARKED


def age(post: Post, by: timedelta) -> None:
    Post.objects.filter(pk=post.pk).update(made=timezone.now() - by)


def test_a_thread_is_asked_answered_and_solved(bob_learns: Speaker, dora_learns: Speaker) -> None:
    asked = bob_learns.ask("Why four?", "Is $2+2$ not *three*?")
    answer = dora_learns.reply(asked, "Count: $$1,2,3,4$$")
    page = html_of(bob_learns.thread(asked))

    assert "Why four?" in page
    assert '<tex-math untrusted="">2+2</tex-math>' in page
    assert "This answers it" in page
    solved = text_of(bob_learns.do("answer", answer, answers="yes"))
    assert "answers the question" in solved
    assert "Why four? solved" in bob_learns.at()
    assert "answers the question" not in text_of(bob_learns.do("answer", answer, answers="no"))


def test_one_reply_answers_at_a_time(bob_learns: Speaker, alice_teaches: Speaker) -> None:
    asked = bob_learns.ask()
    first, second = (alice_teaches.reply(asked, text) for text in ("One.", "Two."))
    bob_learns.do("answer", first, answers="yes")
    alice_teaches.do("answer", second, answers="yes")
    bob_learns.do("answer", asked, answers="yes")  # no question answers itself

    assert list(Post.objects.filter(is_answer=True)) == []
    alice_teaches.do("answer", second, answers="yes")
    assert list(Post.objects.filter(is_answer=True)) == [second]


def test_an_item_shows_one_link_with_the_count(bob_learns: Speaker) -> None:
    assert "Ask your class about this" in text_of(bob_learns.client.get(f"/learn/{QUIZ}/"))
    bob_learns.ask()
    bob_learns.ask("Another?")
    assert "2 threads about this" in text_of(bob_learns.client.get(f"/learn/{QUIZ}/"))
    assert "Ask your class about this" in text_of(bob_learns.client.get(f"/learn/{LESSON}/"))


def test_the_link_costs_one_query(bob_learns: Speaker, cohort: Cohort, settings: Settings) -> None:
    with_link = _queries(bob_learns, f"/learn/{LESSON}/")
    settings.TOGETHER = False  # also the query for a deadline goes

    assert with_link - _queries(bob_learns, f"/learn/{LESSON}/") <= 2


def test_a_discussion_shows_its_threads_below_the_prompt(bob_learns: Speaker, dora_learns: Speaker) -> None:
    assert "Somebody has to be the first." in text_of(bob_learns.client.get(f"/learn/{HELLO}/"))
    dora_learns.ask("I am Dora", "I bake.", HELLO)
    page = text_of(bob_learns.client.get(f"/learn/{HELLO}/"))

    assert page.index("Who are you?") < page.index("I am Dora")
    assert "new" in page


def test_a_preview_keeps_nothing_and_loses_nothing(bob_learns: Speaker) -> None:
    form = {"title": "T", "body": "Is it $x$?", "shows_solution": "on", "action": "preview"}
    page = html_of(bob_learns.client.post(f"{bob_learns.here}items/{QUIZ}/new/", form))
    part = html_of(bob_learns.client.post(f"{bob_learns.here}preview/", form))

    for html in (page, part):
        assert '<tex-math untrusted="">x</tex-math>' in html
    assert ">Is it $x$?</textarea>" in page
    assert 'value="T"' in page
    assert "checked" in page
    assert "<html" not in part
    assert not Post.objects.exists()


@pytest.mark.parametrize(
    ("title", "body", "said"),
    [
        ("", "Text to keep.", "Give it a title first"),
        ("t" * 151, "Text to keep.", "The title has 151 characters"),
        ("T", "  \n ", "There is nothing in it yet."),
        ("T", "keep " * 2001, f"{LONGEST_BODY} is the most"),
    ],
)
def test_what_cannot_be_posted_comes_back_with_a_sentence(
    bob_learns: Speaker, title: str, body: str, said: str
) -> None:
    reply = bob_learns.client.post(f"{bob_learns.here}items/{QUIZ}/new/", {"title": title, "body": body})

    assert said in text_of(reply)
    assert body in html_of(reply)
    assert f'value="{title}"' in html_of(reply)
    assert not Thread.objects.exists()


def test_a_form_sent_twice_is_one_post(bob_learns: Speaker, dora_learns: Speaker) -> None:
    form_id = str(uuid.uuid4())
    for _ in range(2):
        asked = bob_learns.ask(form_id=form_id)
    for _ in range(2):
        dora_learns.reply(asked, "Once.", form_id=form_id)

    assert Thread.objects.count() == 1
    assert Post.objects.count() == 2


def test_too_many_posts_at_once_wait_and_are_not_lost(bob_learns: Speaker, alice_teaches: Speaker) -> None:
    asked = bob_learns.ask()
    for number in range(MOST_POSTS + 2):
        bob_learns.reply(asked, f"Words {number}")
        alice_teaches.reply(asked, f"Taught {number}")
    address = f"{bob_learns.here}threads/{asked.thread_id}/reply/"
    late = bob_learns.client.post(address, {"body": "Do not lose me."})

    assert Post.objects.filter(author=bob_learns.user).count() == MOST_POSTS
    assert Post.objects.filter(author=alice_teaches.user).count() == MOST_POSTS + 2
    assert f"That is {MOST_POSTS} posts in 5 minutes" in text_of(late)
    assert ">Do not lose me.</textarea>" in html_of(late)
    Post.objects.update(made=timezone.now() - timedelta(minutes=6))
    assert bob_learns.reply(asked, "Now.").body == "Now."


def test_an_edit_is_marked_after_a_quarter_of_an_hour_and_teachers_see_what_was(
    bob_learns: Speaker, alice_teaches: Speaker
) -> None:
    asked = bob_learns.ask("Before", "First words.")
    bob_learns.do("edit", asked, title="Between", body="Second words.")
    assert "edited" not in text_of(bob_learns.thread(asked))
    age(asked, UNMARKED + timedelta(minutes=1))
    bob_learns.do("edit", asked, title="After", body="Third words.")

    page = text_of(bob_learns.thread(asked))
    assert "After" in page
    assert "· edited" in page
    assert "First words." not in page
    history = text_of(alice_teaches.client.get(f"{alice_teaches.here}posts/{asked.pk}/history/"))
    assert history.index("Second words.") < history.index("First words.")
    assert "Before" in history


def test_an_edit_that_cannot_be_kept_comes_back(bob_learns: Speaker) -> None:
    asked = bob_learns.ask("Before", "First.")
    reply = bob_learns.do("edit", asked, title="", body="Do not lose me.")

    assert "Give it a title first" in text_of(reply)
    assert ">Do not lose me.</textarea>" in html_of(reply)
    assert Post.objects.get().body == "First."


def test_an_edit_without_a_change_leaves_no_trace(bob_learns: Speaker) -> None:
    asked = bob_learns.ask("Same", "Same.")
    age(asked, timedelta(hours=1))
    bob_learns.do("edit", asked, title="Same", body="Same.")

    assert Post.objects.get().edited is None


def test_what_is_deleted_leaves_its_place_where_others_replied(
    bob_learns: Speaker, dora_learns: Speaker, alice_teaches: Speaker
) -> None:
    asked = bob_learns.ask("My secret", "Private words.")
    answer = dora_learns.reply(asked, "An answer.")
    assert "you can still bring it back" in text_of(bob_learns.do("delete", asked))

    for other in (dora_learns, alice_teaches):
        page = html_of(other.thread(asked))
        assert "This post was deleted by its author." in page
        assert "An answer." in page
        assert "Private words." not in page
        assert "My secret" not in page + other.at() + html_of(other.client.get(other.here))
    dora_learns.do("delete", answer)
    assert dora_learns.thread(asked).status_code == 200  # she can still bring it back
    assert alice_teaches.at().count("A thread whose") == 0
    assert "Private words." in text_of(bob_learns.do("bring-back", asked))
    assert "My secret" in dora_learns.at()


def test_a_deleted_thread_without_replies_is_gone_for_others(
    bob_learns: Speaker, dora_learns: Speaker
) -> None:
    asked = bob_learns.ask("My secret")
    bob_learns.do("delete", asked)

    assert dora_learns.thread(asked).status_code == 404
    assert "My secret" not in dora_learns.at()
    assert "0 threads" not in text_of(dora_learns.client.get(f"/learn/{QUIZ}/"))
    assert "Ask your class about this" in text_of(dora_learns.client.get(f"/learn/{QUIZ}/"))


def test_with_an_account_go_its_words_and_the_replies_of_others_stay(
    bob_learns: Speaker, dora_learns: Speaker
) -> None:
    asked = bob_learns.ask("My secret", "Private words.")
    answer = dora_learns.reply(asked, "An answer.")
    bob_learns.user.delete()
    page = text_of(dora_learns.thread(answer))

    assert "A thread whose first post was deleted by its author" in page
    assert "An answer." in page
    assert not Post.objects.filter(body__contains="Private").exists()


def test_new_is_what_others_wrote_since_the_last_visit(bob_learns: Speaker, dora_learns: Speaker) -> None:
    asked = bob_learns.ask("Anybody?")
    assert "Anybody? new" in dora_learns.at()
    assert "Anybody? new" not in bob_learns.at()
    dora_learns.thread(asked)
    assert "Anybody? new" not in dora_learns.at()
    bob_learns.reply(asked, "Nobody?")
    assert "Anybody? new" in dora_learns.at()
    assert html_of(dora_learns.thread(asked)).count('data-kind="new"') == 1


def test_threads_are_found_by_words_in_any_order_and_case(bob_learns: Speaker, dora_learns: Speaker) -> None:
    asked = bob_learns.ask("About Slopes", "Où est la Größe?")
    dora_learns.reply(asked, "Use the chain rule.")
    bob_learns.ask("Something else", "Nothing here.")

    for words in ("CHAIN slopes", "GRÖSSE", "où"):
        found = bob_learns.at(words=words)
        assert "1 thread with" in found, words
        assert "Something else" not in found
    assert "No thread here has all these words." in bob_learns.at(words="chain nothing")
    assert "0 threads with “%_”" in bob_learns.at(words="%_")


def test_pinned_threads_come_first_and_locked_ones_take_no_replies(
    bob_learns: Speaker, alice_teaches: Speaker
) -> None:
    old = alice_teaches.ask("Read this first")
    bob_learns.ask("Newer")
    alice_teaches.do("pin", old, pin="yes")
    alice_teaches.do("lock", old, lock="yes")
    listed = bob_learns.at()
    address = f"{bob_learns.here}threads/{old.thread_id}/reply/"
    refused = bob_learns.client.post(address, {"body": "Do not lose me."})

    assert listed.index("Read this first new pinned locked") < listed.index("Newer")
    assert "A teacher has locked this thread" in text_of(refused)
    assert ">Do not lose me.</textarea>" in html_of(refused)
    assert alice_teaches.reply(old, "Teachers may.").body == "Teachers may."


def test_a_closed_class_is_read_only_and_a_typed_reply_can_be_copied(
    bob_learns: Speaker, cohort: Cohort
) -> None:
    asked = bob_learns.ask()
    Cohort.objects.filter(pk=cohort.pk).update(closed=timezone.now())
    address = f"{bob_learns.here}threads/{asked.thread_id}/reply/"
    refused = bob_learns.client.post(address, {"body": "Do not lose me."})

    assert "This class is closed" in text_of(bob_learns.thread(asked))
    assert ">Do not lose me.</textarea>" in html_of(refused)
    assert Post.objects.count() == 1


def test_an_item_that_left_the_course_keeps_its_threads(bob_learns: Speaker) -> None:
    asked = bob_learns.ask()
    Thread.objects.update(item_id="first/gone")

    assert "The course no longer has this page." in bob_learns.at("first/gone")
    assert "I had 3." in text_of(bob_learns.thread(asked))
    assert bob_learns.client.get(bob_learns.here).status_code == 200


@pytest.mark.parametrize("item", ["first/later", "no/where"])
def test_where_the_course_has_no_page_there_is_nothing_to_discuss(bob_learns: Speaker, item: str) -> None:
    assert bob_learns.client.get(f"{bob_learns.here}items/{item}/").status_code == 404


def test_a_long_list_asks_the_database_no_more_than_a_short_one(
    bob_learns: Speaker, alice_teaches: Speaker
) -> None:
    asked = bob_learns.ask("Thread")
    alice_teaches.reply(asked, "One.")
    pages = (
        f"{bob_learns.here}items/{QUIZ}/",
        bob_learns.here,
        f"{bob_learns.here}threads/{asked.thread_id}/",
    )
    before = [_queries(alice_teaches, page) for page in pages]
    for number in range(9):
        alice_teaches.reply(alice_teaches.ask(f"Thread {number}"), "And more.")
        alice_teaches.reply(asked, f"More {number}.")

    assert [_queries(alice_teaches, page) for page in pages] == before
    assert max(before) <= 16


def _queries(speaker: Speaker, address: str) -> int:
    speaker.client.get(address)
    with CaptureQueriesContext(connection) as asked:
        speaker.client.get(address)
    return len(asked)


HOSTILE_PAGES = [HOSTILE[place] for place in (0, 1, 4, 32, 40, 41, 42, 84, 88, 89)]


@pytest.mark.parametrize("text", HOSTILE_PAGES)
def test_whatever_is_typed_a_page_has_the_tags_it_has_for_plain_words(
    bob_learns: Speaker, alice_teaches: Speaker, text: str
) -> None:
    title = text.replace("\n", " ")[:150]
    asked = bob_learns.ask(title, "Plain.")
    bob_learns.do("report", asked, reason=text)
    addresses = (f"threads/{asked.thread_id}/", "", "reports/", f"posts/{asked.pk}/history/")
    alice_teaches.thread(asked)  # what was new is not any more
    hostile = [_skeleton(alice_teaches, address) for address in addresses]
    Post.objects.update(title="Plain")
    PostReport.objects.update(reason="Plain")

    assert [_skeleton(alice_teaches, address) for address in addresses] == hostile


def _skeleton(speaker: Speaker, address: str) -> list[tuple[str, list[str]]]:
    page = speaker.client.get(speaker.here + address).content.decode()
    return [(tag, sorted(carried)) for tag, carried in tags_of(page)]

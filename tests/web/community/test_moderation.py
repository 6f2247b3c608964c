"""Solutions that are not given away, posts that are reported and hidden, and a discussion that is off."""

from tests.support.pages import text_of
from tests.web.community.conftest import HELLO, LESSON, QUIZ, Speaker
from tests.web.practice.conftest import html_of
from upslope.web.cohorts.models import Cohort
from upslope.web.community.models import Post, PostReport


def everything(speaker: Speaker, post: Post) -> str:
    """All pages in which words of the post could be."""
    pages = [
        speaker.thread(post),
        *(speaker.client.get(speaker.here + end) for end in ("", f"items/{QUIZ}/", f"items/{HELLO}/")),
        *(speaker.client.get(f"/learn/{item}/") for item in (QUIZ, HELLO)),
    ]
    return "".join(html_of(page) for page in pages)


def test_a_solution_is_in_no_page_for_who_has_not_solved_it(
    bob_learns: Speaker, dora_learns: Speaker, alice_teaches: Speaker
) -> None:
    asked = bob_learns.ask("Fourish", "It is FOURTEEN.", shows_solution="on")
    bob_learns.reply(asked, "Because TWELVE.", shows_solution="on")

    hidden = everything(dora_learns, asked)
    for word in ("FOURTEEN", "TWELVE", "Fourish"):
        assert word not in hidden
    assert "It opens to you when you have solved it yourself." in hidden
    assert "A thread that shows a solution" in hidden
    for word in ("FOURTEEN", "TWELVE", "Fourish"):
        assert "0 threads with" in dora_learns.at(words=word)
        assert word in everything(bob_learns, asked)
        assert word in everything(alice_teaches, asked)
    dora_learns.passes()
    assert "FOURTEEN" in everything(dora_learns, asked)
    assert "1 thread with" in dora_learns.at(words="fourteen")


def test_having_passed_another_item_opens_nothing(bob_learns: Speaker, dora_learns: Speaker) -> None:
    asked = bob_learns.ask("Fourish", "It is FOURTEEN.", shows_solution="on")
    dora_learns.passes(LESSON)

    assert "FOURTEEN" not in everything(dora_learns, asked)


def test_what_is_folded_cannot_be_fetched_by_its_number(bob_learns: Speaker, dora_learns: Speaker) -> None:
    asked = bob_learns.ask("Fourish", "It is FOURTEEN.", shows_solution="on")

    for what in ("report", "edit", "history", "hide"):
        reply = dora_learns.client.get(f"{dora_learns.here}posts/{asked.pk}/{what}/")
        assert reply.status_code == 404


def test_a_teacher_folds_and_unfolds(
    bob_learns: Speaker, dora_learns: Speaker, alice_teaches: Speaker
) -> None:
    asked = bob_learns.ask("Fourish", "It is FOURTEEN.")
    assert "FOURTEEN" in everything(dora_learns, asked)
    alice_teaches.do("spoiler", asked, shows="yes")
    assert "FOURTEEN" not in everything(dora_learns, asked)
    alice_teaches.do("spoiler", asked, shows="no")
    assert "FOURTEEN" in everything(dora_learns, asked)


def test_where_there_is_nothing_to_solve_nothing_is_folded(
    bob_learns: Speaker, dora_learns: Speaker, alice_teaches: Speaker
) -> None:
    said = bob_learns.ask("Hello", "I am BOB.", HELLO, shows_solution="on")

    assert "shows_solution" not in html_of(bob_learns.client.get(f"{bob_learns.here}items/{HELLO}/new/"))
    assert "BOB" in everything(dora_learns, said)
    assert alice_teaches.do("spoiler", said, shows="yes").status_code == 404


def test_a_report_waits_until_somebody_looks(
    bob_learns: Speaker, dora_learns: Speaker, alice_teaches: Speaker
) -> None:
    asked = bob_learns.ask("Rude", "You are all WRONG.")
    assert "Say in a few words" in text_of(dora_learns.do("report", asked, reason="  "))
    dora_learns.do("report", asked, reason="Not kind")
    dora_learns.do("report", asked, reason="Not kind at all")

    assert "1 reported post to look at" in text_of(alice_teaches.client.get(alice_teaches.here))
    queue = text_of(alice_teaches.client.get(f"{alice_teaches.here}reports/"))
    assert "WRONG" in queue
    assert "dora: Not kind at all" in queue
    assert "Not kind" not in text_of(bob_learns.thread(asked))
    alice_teaches.do("settle", asked)
    assert "No post waits for you." in text_of(alice_teaches.client.get(f"{alice_teaches.here}reports/"))
    assert PostReport.objects.count() == 1


def test_a_hidden_post_is_gone_for_the_class_and_its_author_reads_why(
    bob_learns: Speaker, dora_learns: Speaker, alice_teaches: Speaker
) -> None:
    asked = bob_learns.ask("Rude", "You are all WRONG.")
    bob_learns.reply(asked, "Yes, you.")
    dora_learns.do("report", asked, reason="Not kind")
    assert "Say in a few words why" in text_of(alice_teaches.do("hide", asked, reason=""))
    alice_teaches.do("hide", asked, reason="Say it <b>kindly</b>")

    hidden = everything(dora_learns, asked)
    assert "WRONG" not in hidden
    assert "Rude" not in hidden
    assert "This post was hidden by a teacher." in hidden
    assert "0 threads with" in dora_learns.at(words="wrong")
    mine = bob_learns.thread(asked).content.decode()
    assert "WRONG" in mine
    assert "The reason: Say it &lt;b&gt;kindly&lt;/b&gt;" in mine
    queue = text_of(alice_teaches.client.get(f"{alice_teaches.here}reports/"))
    assert "No post waits for you." in queue
    assert "Show it again" in queue
    alice_teaches.do("restore", asked)
    assert "WRONG" in everything(dora_learns, asked)


def test_switched_off_it_is_gone_and_switched_on_all_is_back(
    bob_learns: Speaker, alice_teaches: Speaker, cohort: Cohort
) -> None:
    asked = bob_learns.ask("Kept")
    alice_teaches.client.post(f"{alice_teaches.here}switch/", {"open": "no"})

    assert "iscussion" not in html_of(bob_learns.client.get(f"/learn/{QUIZ}/"))
    assert bob_learns.thread(asked).status_code == 404
    assert bob_learns.client.get(bob_learns.here).status_code == 404
    assert "switched off" in text_of(alice_teaches.client.get(alice_teaches.here))
    kept = alice_teaches.client.post(
        f"{alice_teaches.here}threads/{asked.thread_id}/reply/", {"body": "Still typed."}
    )
    assert "Still typed." in text_of(kept) or "Still typed." in html_of(kept)
    assert Post.objects.count() == 1
    alice_teaches.client.post(f"{alice_teaches.here}switch/", {"open": "yes"})
    assert "Kept" in bob_learns.at()

from django.test import Client

from tests.web.practice.conftest import Desk, html_of
from upslope.web.practice.models import Attempt, Draft


def test_a_draft_is_saved_and_shown_again(alices_desk: Desk) -> None:
    reply = alices_desk.save("2x +", 0, "tab-a")

    assert reply.status_code == 200
    assert 'value="2x +"' in html_of(alices_desk.client.get("/learn/first/warm-up/"))


def test_a_draft_that_cannot_be_read_yet_is_kept_like_any_other(alices_desk: Desk) -> None:
    alices_desk.save("sin((", 0, "tab-a")

    assert Draft.objects.get().answers == {"slope": "sin(("}


def test_each_save_counts_the_revision_up(alices_desk: Desk) -> None:
    revisions = [alices_desk.save("x" * n, n - 1, "tab-a").json()["revision"] for n in (1, 2, 3)]

    assert revisions == [1, 2, 3]


def test_a_tab_that_lags_behind_is_told_what_was_saved_and_overwrites_nothing(alices_desk: Desk) -> None:
    alices_desk.save("2x", 0, "tab-a")
    reply = alices_desk.save("3x", 0, "tab-b")

    assert reply.status_code == 409
    assert reply.json() == {"revision": 1, "answers": {"slope": "2x"}}
    assert Draft.objects.get().answers == {"slope": "2x"}


def test_a_tab_that_knows_the_newest_revision_may_replace_it(alices_desk: Desk) -> None:
    alices_desk.save("2x", 0, "tab-a")

    assert alices_desk.save("3x", 1, "tab-b").status_code == 200
    assert Draft.objects.get().answers == {"slope": "3x"}


def test_a_tab_that_missed_the_reply_to_its_own_save_is_not_its_own_rival(alices_desk: Desk) -> None:
    alices_desk.save("2x", 0, "tab-a")

    assert alices_desk.save("2x + 1", 0, "tab-a").status_code == 200


def test_a_save_that_is_overtaken_on_the_way_by_a_later_one_of_its_tab_changes_nothing(
    alices_desk: Desk,
) -> None:
    alices_desk.check("2x + 1", writer="tab-a", serial="2")
    late = alices_desk.save("2x", 0, "tab-a", serial=1)

    assert late.status_code == 200
    assert Draft.objects.get().answers == {"slope": "2x + 1"}
    assert alices_desk.save("2x + 3", late.json()["revision"], "tab-a", serial=3).status_code == 200
    assert Draft.objects.get().answers == {"slope": "2x + 3"}


def test_a_repeated_answer_counts_as_the_newest_of_its_tab(alices_desk: Desk) -> None:
    alices_desk.save("2x", 0, "tab-a", serial=1)
    alices_desk.save("2x", 1, "tab-a", serial=3)
    alices_desk.save("2", 1, "tab-a", serial=2)

    assert Draft.objects.get().answers == {"slope": "2x"}


def test_two_tabs_with_the_same_answer_agree(alices_desk: Desk) -> None:
    alices_desk.save("2x", 0, "tab-a")

    assert alices_desk.save("2x", 0, "tab-b").status_code == 200


def test_a_submission_from_a_tab_that_lags_behind_leaves_the_other_draft(alices_desk: Desk) -> None:
    alices_desk.save("2x", 0, "tab-a")
    alices_desk.check("17", revision="0", writer="tab-b")

    assert Attempt.objects.get().answers == {"slope": "17"}
    assert Draft.objects.get().answers == {"slope": "2x"}


def test_a_nonsensical_revision_counts_as_knowing_nothing(alices_desk: Desk) -> None:
    data = {"answer.slope": "x", "revision": "-1²", "writer": "w" * 500}

    assert alices_desk.post("draft", data).status_code == 200


def test_nobody_reads_or_writes_somebody_elses_draft(
    alices_desk: Desk, bobs_browser: Client, charlies_browser: Client
) -> None:
    alices_desk.save("2x", 0, "tab-a")
    data = {"answer.slope": "stolen", "revision": 0, "writer": "tab-b"}

    assert bobs_browser.post(alices_desk.address("draft"), data).status_code == 404
    assert charlies_browser.post(alices_desk.address("draft"), data, follow=True).status_code == 403
    assert Draft.objects.get().answers == {"slope": "2x"}

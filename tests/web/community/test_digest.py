"""One mail a day: what is new in the threads somebody follows, and a link that ends it."""

import re
from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.utils import timezone

from tests.support.pages import text_of
from tests.web.community.conftest import Speaker
from upslope.cli.digest import run
from upslope.web.cohorts.models import Cohort
from upslope.web.cohorts.places import remove
from upslope.web.community.digest import send_digests
from upslope.web.community.models import DigestMark, Post, Room, ThreadReader


@pytest.fixture
def asked(bob_learns: Speaker, dora_learns: Speaker) -> Post:
    """A thread of Bob's, answered by Dora."""
    asked = bob_learns.ask("Why four?", "I had 3.")
    dora_learns.reply(asked, "Because *four* is\neven.")
    return asked


def test_who_asked_is_told_once_of_what_was_replied(asked: Post, bob_learns: Speaker) -> None:
    assert send_digests() == 1
    (sent,) = mail.outbox

    assert sent.to == ["bob@example.org"]
    assert "“Why four?” at “The final” in Autumn" in sent.body
    assert "dora: Because *four* is even." in sent.body
    assert f"http://testserver{bob_learns.here}threads/{asked.thread_id}/" in sent.body
    assert "I had 3." not in sent.body
    assert send_digests() == 0
    DigestMark.objects.update(sent=timezone.now() - timedelta(days=1))
    Post.objects.filter(author__username="dora").update(made=timezone.now() - timedelta(days=2))
    assert send_digests() == 0


def test_the_next_day_brings_only_what_is_new(asked: Post, dora_learns: Speaker) -> None:
    send_digests()
    yesterday = timezone.now() - timedelta(days=1)
    DigestMark.objects.update(sent=yesterday)
    Post.objects.update(made=yesterday - timedelta(hours=1))
    dora_learns.reply(asked, "One more thing.")
    send_digests()

    assert "One more thing." in mail.outbox[1].body
    assert "Because" not in mail.outbox[1].body


def test_what_was_read_on_the_site_is_not_mailed(asked: Post, bob_learns: Speaker) -> None:
    bob_learns.thread(asked)

    assert send_digests() == 0


def test_nothing_hidden_deleted_or_folded_is_mailed_to_anybody(
    bob_learns: Speaker, dora_learns: Speaker, alice_teaches: Speaker
) -> None:
    asked = bob_learns.ask("Fourish title", "Body")
    alice_teaches.do("follow", asked, follow="yes")
    alice_teaches.do("spoiler", asked, shows="yes")
    bob_learns.passes()
    hidden, deleted = (dora_learns.reply(asked, text) for text in ("HIDDEN", "DELETED"))
    dora_learns.reply(asked, "FOLDED", shows_solution="on")
    alice_teaches.do("hide", hidden, reason="No")
    dora_learns.do("delete", deleted)
    ThreadReader.objects.update(seen=None)
    assert send_digests() == 0
    dora_learns.reply(asked, "PLAIN")
    ThreadReader.objects.exclude(user=dora_learns.user).update(seen=None)

    assert send_digests() == 2
    for sent in mail.outbox:
        assert "PLAIN" in sent.body
        assert not re.search("HIDDEN|DELETED|FOLDED|Fourish", str(sent.body))


@pytest.mark.parametrize("how", ["left", "room", "closed", "inactive", "unsubscribed"])
def test_who_is_out_or_does_not_follow_gets_nothing(
    asked: Post, bob_learns: Speaker, cohort: Cohort, how: str
) -> None:
    if how == "left":
        remove(bob_learns.user.memberships.get())
    elif how == "room":
        Room.objects.create(cohort=cohort, is_open=False)
    elif how == "closed":
        Cohort.objects.update(closed=timezone.now())
    elif how == "inactive":
        type(bob_learns.user).objects.update(is_active=False)
    else:
        bob_learns.user.thread_reading.update(is_subscribed=False)

    assert send_digests() == 0
    assert mail.outbox == []


def test_a_link_in_the_mail_ends_all_mails_without_signing_in(asked: Post, dora_learns: Speaker) -> None:
    send_digests()
    (link,) = re.findall(r"No more of these mails: http://testserver(\S+)", str(mail.outbox[0].body))
    assert mail.outbox[0].extra_headers["List-Unsubscribe"] == f"<http://testserver{link}>"
    browser = Client(enforce_csrf_checks=True)

    assert "Shall the mails about all discussions stop?" in text_of(browser.get(link))
    assert not DigestMark.objects.filter(is_wanted=False).exists()
    assert "Done." in text_of(browser.post(link))
    DigestMark.objects.update(sent=None)
    dora_learns.reply(asked, "More.")
    assert send_digests() == 0


def test_another_link_ends_those_of_one_thread(
    asked: Post, bob_learns: Speaker, dora_learns: Speaker
) -> None:
    send_digests()
    (link,) = re.findall(r"Nothing more from this thread: http://testserver(\S+)", str(mail.outbox[0].body))
    Client().post(link)
    DigestMark.objects.update(sent=None)
    dora_learns.reply(asked, "More.")
    assert send_digests() == 0
    other = bob_learns.ask("Another?")
    dora_learns.reply(other, "Yes.")
    assert send_digests() == 1


def test_a_link_that_was_changed_is_a_sentence(asked: Post, bob_learns: Speaker) -> None:
    send_digests()
    (link,) = re.findall(r"No more of these mails: http://testserver(\S+)", str(mail.outbox[0].body))
    for wrong in (
        link[:-2] + "x/",
        link.replace(f"/{bob_learns.user.pk}-", "/999999-"),
        "/discussion/no-mail/x/",
    ):
        reply = Client().post(wrong)
        assert reply.status_code == 404
        assert "This link cannot be read" in text_of(reply)
    assert not DigestMark.objects.filter(is_wanted=False).exists()


def test_a_mail_that_cannot_be_sent_is_sent_the_next_time(
    asked: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise SMTPServerDisconnected("gone")

    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, "send_messages", fail)
        assert send_digests() == 0
    assert send_digests() == 1


def test_mails_are_switched_off_and_on_in_the_class(asked: Post, bob_learns: Speaker) -> None:
    bob_learns.client.post(f"{bob_learns.here}mails/", {"mail": "no"})
    assert send_digests() == 0
    bob_learns.client.post(f"{bob_learns.here}mails/", {"mail": "yes"})
    assert send_digests() == 1


def test_following_needs_no_post_of_ones_own(asked: Post, alice_teaches: Speaker) -> None:
    alice_teaches.do("follow", asked, follow="yes")
    alice_teaches.user.thread_reading.update(seen=None)
    assert send_digests() == 2
    assert "Stop following this thread" in text_of(alice_teaches.thread(asked))
    alice_teaches.do("follow", asked, follow="no")
    DigestMark.objects.update(sent=None)
    alice_teaches.user.thread_reading.update(seen=None)
    assert [row.is_subscribed for row in alice_teaches.user.thread_reading.all()] == [False]


def test_without_a_mail_server_the_command_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("UPSLOPE_BASE_URL", "")
    monkeypatch.delenv("UPSLOPE_MAIL", raising=False)

    assert run(["--base-url", "https://upslope.example.org"]) == 2
    assert "UPSLOPE_MAIL does not say through which server" in capsys.readouterr().err
    assert run(["--base-url", "upslope"]) == 2
    assert "The base URL 'upslope' cannot be used." in capsys.readouterr().err

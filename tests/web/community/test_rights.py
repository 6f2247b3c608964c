"""Who gets where: Alice owns the class, Bob and Dora learn in it, Charlie has no business here."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.support.cast import signed_in
from tests.web.community.conftest import QUIZ, Speaker
from upslope.web.cohorts.places import remove
from upslope.web.community.models import Post, Room, ThreadReader
from upslope.web.community.urls import urlpatterns

READ = ["", f"items/{QUIZ}/", f"items/{QUIZ}/new/", "threads/{thread}/", "posts/{post}/report/"]
TEACH_READ = ["reports/", "posts/{post}/hide/", "posts/{post}/history/"]
WRITE = [
    *("mails/", "preview/", f"items/{QUIZ}/new/", "threads/{thread}/reply/", "threads/{thread}/follow/"),
    "posts/{post}/report/",
]
OWN = ["posts/{post}/edit/", "posts/{post}/delete/", "posts/{post}/bring-back/"]
ASKERS = ["posts/{reply}/answer/"]
TEACH_WRITE = [
    *("threads/{thread}/pin/", "threads/{thread}/lock/", "posts/{post}/hide/", "posts/{post}/restore/"),
    *("posts/{post}/settle/", "posts/{post}/spoiler/", "switch/"),
]
FORM = {"title": "T", "body": "B", "reason": "R", "answers": "yes", "mail": "yes", "open": "yes"}


def test_every_address_of_a_class_is_tried_below() -> None:
    tried = {
        address.replace("{reply}", "{post}").split("/")[-2 if "/" in address else 0] or "room"
        for address in (*READ, *TEACH_READ, *WRITE, *OWN, *ASKERS, *TEACH_WRITE)
    }
    there = {
        str(entry.pattern).rstrip("/").rsplit("/", 1)[-1]
        for entry in urlpatterns
        if str(entry.pattern).startswith("classes/")
    }

    assert {name for name in there if "<" not in name and name != "discussion"} <= tried


@pytest.fixture
def post(dora_learns: Speaker) -> Post:
    return dora_learns.ask()


@pytest.fixture
def reply(post: Post, alice_teaches: Speaker) -> Post:
    return alice_teaches.reply(post, "Count them.")


def filled(address: str, reply: Post) -> str:
    opening = Post.objects.get(thread=reply.thread_id, is_opening=True)
    return address.format(thread=reply.thread_id, post=opening.pk, reply=reply.pk)


@pytest.mark.parametrize("address", [*READ, *TEACH_READ, *OWN[:1]])
def test_to_somebody_of_another_class_no_page_is_there(charlie: Speaker, reply: Post, address: str) -> None:
    assert charlie.client.get(charlie.here + filled(address, reply)).status_code == 404


@pytest.mark.parametrize("address", [*WRITE, *OWN, *ASKERS, *TEACH_WRITE])
def test_nor_can_they_change_anything(charlie: Speaker, reply: Post, address: str) -> None:
    before = list(Post.objects.values())

    assert charlie.client.post(charlie.here + filled(address, reply), FORM).status_code == 404
    assert list(Post.objects.values()) == before
    assert not ThreadReader.objects.filter(user=charlie.user).exists()
    assert not Room.objects.exists()


@pytest.mark.parametrize("address", [*WRITE, *OWN, *ASKERS, *TEACH_WRITE])
def test_posts_are_not_reached_by_way_of_a_class_of_ones_own(
    charlie: Speaker, reply: Post, address: str
) -> None:
    if "{" not in address:
        return
    mine = charlie.user.memberships.get().cohort_id
    address = f"/classes/{mine}/discussion/{filled(address, reply)}"

    assert charlie.client.post(address, FORM).status_code == 404


@pytest.mark.parametrize("address", [*READ, *TEACH_READ, *OWN[:1]])
def test_somebody_who_is_not_signed_in_is_sent_to_the_door(
    charlies_browser: Client, alice_teaches: Speaker, reply: Post, address: str
) -> None:
    for method in (charlies_browser.get, charlies_browser.post):
        assert method(alice_teaches.here + filled(address, reply)).status_code == 302


@pytest.mark.parametrize("address", READ)
def test_a_learner_reads(bob_learns: Speaker, reply: Post, address: str) -> None:
    assert bob_learns.client.get(bob_learns.here + filled(address, reply)).status_code == 200


@pytest.mark.parametrize("address", TEACH_READ)
def test_pages_of_those_who_teach_are_theirs(
    bob_learns: Speaker, alice_teaches: Speaker, reply: Post, address: str
) -> None:
    assert bob_learns.client.get(bob_learns.here + filled(address, reply)).status_code == 404
    assert alice_teaches.client.get(alice_teaches.here + filled(address, reply)).status_code == 200


@pytest.mark.parametrize("address", [*TEACH_WRITE, *OWN, *ASKERS])
def test_bob_changes_nothing_of_doras(bob_learns: Speaker, reply: Post, address: str) -> None:
    before = list(Post.objects.values())

    assert bob_learns.client.post(bob_learns.here + filled(address, reply), FORM).status_code == 404
    assert list(Post.objects.values()) == before


@pytest.mark.parametrize("address", OWN)
def test_nor_do_those_who_teach_put_words_into_her_mouth(
    alice_teaches: Speaker, reply: Post, address: str
) -> None:
    assert alice_teaches.client.post(alice_teaches.here + filled(address, reply), FORM).status_code == 404


def test_who_is_taken_out_of_the_class_reads_no_more(bob_learns: Speaker, reply: Post) -> None:
    assert bob_learns.thread(reply).status_code == 200
    remove(bob_learns.user.memberships.get())

    assert bob_learns.thread(reply).status_code == 404
    assert "Discussion" not in bob_learns.client.get(f"/learn/{QUIZ}/").content.decode()


def test_alone_nothing_of_it_exists(dora_learns: Speaker, post: Post, settings: Settings) -> None:
    settings.TOGETHER = False
    settings.ROOT_URLCONF = "upslope.web.urls"

    assert "iscussion" not in dora_learns.client.get(f"/learn/{QUIZ}/").content.decode()
    assert dora_learns.client.get(dora_learns.here).status_code == 404


def test_a_change_needs_the_pages_own_token(dora_learns: Speaker, post: Post) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(dora_learns.user)

    assert browser.post(f"{dora_learns.here}posts/{post.pk}/delete/").status_code == 403
    assert signed_in(dora_learns.user).post(f"{dora_learns.here}posts/{post.pk}/delete/").status_code == 302

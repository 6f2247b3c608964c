"""Whatever kind of answer is asked for, no page and no reply before an attempt tells what is right.

Two proofs, over every question of the example course: nothing that only the server may know stands in what it
sends; and what it sends stays the same, to the letter, when another answer is the right one.
"""

import html
import json
import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from tests.support.cast import signed_in
from upslope.course import load_course, load_quiz
from upslope.questions import answer_type
from upslope.questions.variant import Part, Variant
from upslope.web.accounts.models import User
from upslope.web.practice.models import Attempt, Sitting, StoredVariant

EXAMPLES = Path(__file__).resolve().parents[3] / "docs/authors/example-course"
QUIZZES = [item.full_id for item in load_course(EXAMPLES).items if item.status == "ready"]
TELLING = 6  # characters; anything shorter, a letter or a number, may stand in a page for other reasons
CHANGES_BY_ITSELF = re.compile(
    r'[0-9a-f]{8}-[0-9a-f-]{27}|"X-CSRFToken": "\w+"|csrfmiddlewaretoken" value="\w+"'
)


@dataclass(frozen=True)
class Learner:
    """Somebody who tries everything there is, short of answering."""

    user: User
    client: Client
    item: str

    def open_variants(self) -> list[Variant]:
        """Open the page for the first time; return what it asks."""
        self._get(f"/learn/{self.item}/")
        return [sitting.variant for sitting in sittings()]

    def replies(self, unreadable: Mapping[str, Mapping[str, str]]) -> list[str]:
        """Return what comes back for the page, and for each thing that is asked before an attempt."""
        asked = [self._replies_about(sitting, unreadable[sitting.question_id]) for sitting in sittings()]
        return [*(reply for replies in asked for reply in replies), self._get(f"/learn/{self.item}/")]

    def _replies_about(self, sitting: Sitting, unreadable: Mapping[str, str]) -> Iterator[str]:
        for part in sitting.variant.parts:
            yield self._post("/practice/echo/", {"sitting": sitting.pk, "part": part.name, "text": "1"})
        card = f"/practice/{sitting.pk}"
        yield self._post(f"{card}/hint/", {"number": 3})
        yield self._post(f"{card}/solution/", {})
        yield self._post(f"{card}/another/", {})
        yield self._post(f"{card}/report/", {"text": "", "report_id": uuid.uuid4()})
        yield self._post(f"{card}/answer/", unreadable)
        yield self._post(f"{card}/draft/", {**unreadable, "writer": "a"})
        yield self._post(f"{card}/draft/", {**unreadable, "writer": "b"})

    def _get(self, path: str) -> str:
        return plain(self.client.get(path).content)

    def _post(self, path: str, form: Mapping[str, Any]) -> str:
        return plain(self.client.post(path, form, headers={"HX-Request": "true"}).content)


@pytest.fixture(params=QUIZZES)
def learner(request: pytest.FixtureRequest, alice: User, settings: Settings) -> Learner:
    settings.COURSE = EXAMPLES
    return Learner(alice, signed_in(alice), request.param)


def plain(content: bytes) -> str:
    return CHANGES_BY_ITSELF.sub("…", html.unescape(content.decode()))


def sittings() -> list[Sitting]:
    return list(Sitting.objects.select_related("stored").order_by("pk"))


def unreadable_answers(variants: list[Variant]) -> dict[str, dict[str, str]]:
    """Return, for each question, what its form sends that cannot be marked."""
    return {
        variant.question_id: {
            f"answer.{part.name}": answer_type(part.type).samples(part.key).malformed
            for part in variant.parts
        }
        for variant in variants
    }


def texts(value: Any) -> Iterator[str]:
    """Yield every text inside plain JSON data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)


def secrets_of(part: Part) -> Iterator[str]:
    """Yield what the server alone may know of a part: its key but for what is shown, and every mistake."""
    kind = answer_type(part.type)
    public = json.dumps(kind.public(part.key), ensure_ascii=False)
    for text in texts({name: value for name, value in part.key.items() if name != "plot"}):
        if json.dumps(text, ensure_ascii=False).strip('"') not in public:
            yield text
    yield kind.model_answer(part.key)
    for mistake in part.misconceptions:
        yield from (mistake.code, mistake.wrong, words_before_maths(mistake.sentence))


def words_before_maths(markdown: str) -> str:
    """Formulas are set anew on the page, so the words tell whether a text is there."""
    return re.split(r"[$*`]", markdown)[0].strip()


def told(variant: Variant) -> str:
    """What the quiz and the question say themselves, and so may be read on the page."""
    course = load_course(EXAMPLES)
    quiz = load_quiz(course, course.item(variant.question_id.rpartition("/")[0]))
    labels = [part.label for part in variant.parts]
    return "\n".join([quiz.intro_html, variant.title, variant.prompt, *labels, *variant.hints])


def test_nothing_that_only_the_server_may_know_is_in_the_page_or_a_reply(learner: Learner) -> None:
    variants = learner.open_variants()
    replies = learner.replies(unreadable_answers(variants))
    assert not Attempt.objects.exists()
    for variant in variants:
        secrets = {secret for part in variant.parts for secret in secrets_of(part)}
        secrets |= {words_before_maths(line) for line in variant.solution.splitlines()}
        known = told(variant)
        telling = {text for text in secrets if len(text) >= TELLING and text not in known}
        assert [(text, reply) for text in telling for reply in replies if text in reply] == []
        assert telling, f"{variant.question_id} has no secret that could be looked for"


def test_every_reply_stays_the_same_when_another_answer_is_right(learner: Learner) -> None:
    variants = learner.open_variants()
    unreadable = unreadable_answers(variants)
    before = learner.replies(unreadable)
    Sitting.objects.all().delete()
    for stored in StoredVariant.objects.order_by("pk"):
        stored.data = with_another_answer(stored.variant).to_json()
        stored.save()
        Sitting.objects.create(user=learner.user, question_id=stored.question_id, stored=stored)

    assert numbers_apart(learner.replies(unreadable)) == numbers_apart(before)


def with_another_answer(variant: Variant) -> Variant:
    """Return the variant with the answers of its first mistakes as the right ones, and the rest rewritten."""
    parts = tuple(replace(part, key=another_key(part), misconceptions=()) for part in variant.parts)
    return replace(variant, parts=parts, solution="Something else.")


def another_key(part: Part) -> Mapping[str, Any]:
    """Return a key with another answer; the same where what is shown, as data to fit, is made of it."""
    kind = answer_type(part.type)
    others = [{**part.key, "answer": mistake.wrong} for mistake in part.misconceptions]
    return next((key for key in others if kind.public(key) == kind.public(part.key)), part.key)


def numbers_apart(replies: list[str]) -> list[str]:
    """Sittings get new numbers when they are made anew; all else is to be the same."""
    return [re.sub(r'(sitting(?:-|="|" value=")|/practice/)\d+', r"\1#", reply) for reply in replies]

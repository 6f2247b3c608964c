"""Where in the course a question stands: a checkpoint of a lesson, or one of the questions of a quiz."""

from dataclasses import dataclass
from typing import Literal

from django.urls import reverse

from upslope.course import Item
from upslope.web.course_access import current_item, current_quiz

Context = Literal["checkpoint", "quiz"]
SCORED_KINDS = frozenset({"quiz", "graded-quiz"})


@dataclass(frozen=True)
class Place:
    """What a card needs to know about its surroundings."""

    context: Context
    item: Item
    anchor: str
    number: int | None
    next_anchor: str | None

    @property
    def url(self) -> str:
        """The page this question is on, at this question."""
        return f"{reverse('item', args=[self.item.module, self.item.id])}#{self.anchor}"


def context_of(question_id: str) -> Context:
    """Return what kind of place the question stands in, by the kind of its item."""
    return "quiz" if current_item(item_of(question_id)).kind in SCORED_KINDS else "checkpoint"


def place_of(question_id: str, context: Context) -> Place:
    """Return where the question stands."""
    item = current_item(item_of(question_id))
    if context == "checkpoint":
        return Place(context, item, anchor_of(question_id), None, None)
    ids = current_quiz(item).question_ids
    index = ids.index(question_id)
    following = anchor_of(ids[index + 1]) if index + 1 < len(ids) else "quiz-outcome"
    return Place(context, item, anchor_of(question_id), index + 1, following)


def item_of(question_id: str) -> str:
    """Return the ``module/item`` that a ``module/item/question`` belongs to."""
    return question_id.rpartition("/")[0]


def anchor_of(question_id: str) -> str:
    """Return the id of the question's card on its page."""
    return f"question-{question_id.rpartition('/')[2]}"

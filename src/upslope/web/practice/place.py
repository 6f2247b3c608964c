"""Where a question is asked: as a checkpoint, in a quiz, in the daily review, or to find where to start."""

from dataclasses import dataclass
from typing import Literal

from django.urls import reverse

from upslope.course import Item
from upslope.web.course_access import current_item, current_quiz
from upslope.web.practice.models import Sitting

Context = Literal["checkpoint", "quiz", "review", "diagnostic"]
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
        has_page_of_its_own = self.context in ("review", "diagnostic")
        item = (self.item.module, self.item.id)
        page = reverse(self.context) if has_page_of_its_own else reverse("item", args=item)
        return f"{page}#{self.anchor}"


def context_of(sitting: Sitting) -> Context:
    """Return what kind of place the sitting has: what it is for, or in the course what its item is."""
    if sitting.purpose == Sitting.Purpose.REVIEW:
        return "review"
    if sitting.purpose == Sitting.Purpose.DIAGNOSTIC:
        return "diagnostic"
    return "quiz" if current_item(item_of(sitting.question_id)).kind in SCORED_KINDS else "checkpoint"


def place_of(question_id: str, context: Context) -> Place:
    """Return where the question stands; one that its quiz has lost since it was served has no number."""
    item = current_item(item_of(question_id))
    ids = current_quiz(item).question_ids if context == "quiz" else ()
    if question_id not in ids:
        return Place(context, item, anchor_of(question_id), None, None)
    index = ids.index(question_id)
    following = anchor_of(ids[index + 1]) if index + 1 < len(ids) else "quiz-outcome"
    return Place(context, item, anchor_of(question_id), index + 1, following)


def item_of(question_id: str) -> str:
    """Return the ``module/item`` that a ``module/item/question`` belongs to."""
    return question_id.rpartition("/")[0]


def anchor_of(question_id: str) -> str:
    """Return the id of the question's card on its page."""
    return f"question-{question_id.rpartition('/')[2]}"

"""A question as a card: prompt, fields, feedback and help. Lessons and quizzes show the same one."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from upslope.questions.variant import Variant
from upslope.web.accounts.models import User
from upslope.web.practice.aids import Aids, aids_of
from upslope.web.practice.fields import Field, fields_of
from upslope.web.practice.models import Attempt, Sitting
from upslope.web.practice.place import Context, Place, context_of, place_of
from upslope.web.practice.remarks import Remarks, remarks_on
from upslope.web.practice.reports import ReportForm
from upslope.web.practice.sittings import open_sittings
from upslope.web.practice.submissions import Unreadable, part_to_json
from upslope.web.practice.wording import to_html


@dataclass(frozen=True)
class Card:
    """Everything ``practice/question_card.html`` shows of one sitting."""

    sitting: Sitting
    place: Place
    answers: Mapping[str, str]
    attempt: Attempt | None
    remarks: Remarks | None
    revision: int

    @property
    def prefix(self) -> str:
        """What keeps this card's ids apart from those of the others on the page."""
        return f"sitting-{self.sitting.pk}"

    @property
    def variant(self) -> Variant:
        return self.sitting.variant

    @property
    def prompt(self) -> SafeString:
        return to_html(self.variant.prompt)

    @cached_property
    def fields(self) -> list[Field]:
        return fields_of(self.variant, self.answers, self.prefix)

    @property
    def variables(self) -> str:
        """The letters that the maths keys offer; empty where nothing is typed as an expression."""
        names = [name for part in self.fields for name in part.public.get("variables", ())]
        return " ".join(dict.fromkeys(names))

    @property
    def submission_id(self) -> uuid.UUID:
        """A new id for the next submission; the same one arriving twice is one attempt."""
        return uuid.uuid4()

    @property
    def is_right(self) -> bool:
        return self.remarks is not None and self.remarks.state == "right"

    @property
    def earns_nothing(self) -> bool:
        """Whether the answer would have earned something, had its solution not been seen before."""
        attempt = self.attempt
        return self.place.context == "quiz" and attempt is not None and attempt.credit < attempt.score

    @property
    def aids(self) -> Aids:
        return aids_of(self.sitting, self.place, is_right=self.is_right)

    @property
    def report(self) -> ReportForm:
        """An empty form to report a problem with."""
        return ReportForm()


def question_cards(request: HttpRequest, question_ids: Sequence[str], context: Context) -> list[SafeString]:
    """Return the HTML of the cards of the learner's open variants, in order; draw one where there is none.

    Args:
        context: ``"checkpoint"`` in a lesson (nothing counts), ``"quiz"`` where answers count.
    """
    if not isinstance(request.user, User):
        raise TypeError(f"A card needs a learner, not {request.user!r}. Show questions after the sign-in.")
    sittings = open_sittings(request.user, question_ids)
    return [render_card(request, card_of(sitting, context)) for sitting in sittings]


def render_card(request: HttpRequest, card: Card, **extra: object) -> SafeString:
    """Return the HTML of a card."""
    return render_to_string("practice/question_card.html", {"card": card, **extra}, request=request)


def card_of(sitting: Sitting, context: Context | None = None) -> Card:
    """Return the card as it was left: the draft in its fields, and what was said about it, if anything."""
    draft = getattr(sitting, "draft", None)
    attempt = next(reversed(sitting.attempts.all()), None)
    answers = draft.answers if draft else attempt.answers if attempt else {}
    checked = attempt if attempt and attempt.answers == answers else None
    return Card(
        sitting=sitting,
        place=place_of(sitting.question_id, context or context_of(sitting)),
        answers=answers,
        attempt=checked,
        remarks=remarks_on(sitting.variant, checked.feedback, checked.answers) if checked else None,
        revision=draft.revision if draft else 0,
    )


def card_after(sitting: Sitting, outcome: Attempt | Unreadable, revision: int) -> Card:
    """Return the card just after an answer was checked."""
    prefetch_related_objects([sitting], "attempts")  # each kind of help looks at them
    answers: Mapping[str, str] = outcome.answers
    feedback: list[dict[str, Any]]
    if isinstance(outcome, Attempt):
        attempt, feedback = outcome, outcome.feedback
    else:
        attempt, feedback = None, [part_to_json(part) for part in outcome.result.parts]
    return Card(
        sitting=sitting,
        place=place_of(sitting.question_id, context_of(sitting)),
        answers=answers,
        attempt=attempt,
        remarks=remarks_on(sitting.variant, feedback, answers),
        revision=revision,
    )

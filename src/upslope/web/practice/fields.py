"""One input field per part of a question, by answer type: ``templates/practice/fields/<type>.html``."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.safestring import SafeString, mark_safe

from upslope.course.figures.data_block import data_block
from upslope.questions import answer_type
from upslope.questions.variant import Part, Variant
from upslope.web.practice.echo import Echo, echo_of
from upslope.web.practice.wording import to_line
from upslope.web.storable import storable

LONGEST_ANSWER = 20_000  # characters; a page never sends more, and reading more would only cost time


@dataclass(frozen=True)
class Option:
    """One thing to tick."""

    id: str
    html: SafeString
    is_chosen: bool


@dataclass(frozen=True)
class Field:
    """A part of a question as its field shows it. ``public`` is what the answer type lets a page know."""

    part: Part
    id: str
    value: str
    public: Mapping[str, Any]
    echo: Echo

    @property
    def name(self) -> str:
        return field_name(self.part)

    @property
    def template(self) -> str:
        return f"practice/fields/{self.part.type}.html"

    @property
    def label(self) -> SafeString:
        return to_line(self.part.label)

    @property
    def options(self) -> list[Option]:
        """The options of a part that is answered by ticking."""
        chosen = self.value.split(",")
        return [
            Option(option["id"], to_line(option["text"]), option["id"] in chosen)
            for option in self.public["options"]
        ]

    @property
    def is_typed(self) -> bool:
        """Whether the answer is written rather than picked, so that it is worth showing how it was read."""
        return answer_type(self.part.type).is_typed

    @property
    def data(self) -> SafeString:
        """What the page may know of the part, as a block that the field's own element reads."""
        return mark_safe(data_block(self.public))


def field_name(part: Part) -> str:
    """Return the name under which a form sends the part's answer."""
    return f"answer.{part.name}"


def fields_of(variant: Variant, answers: Mapping[str, str], prefix: str) -> list[Field]:
    """Return the fields of a question holding ``answers``; ``prefix`` keeps their ids apart on a page."""
    return [_field(part, answers.get(part.name, ""), prefix) for part in variant.parts]


def read_answers(variant: Variant, form: QueryDict) -> dict[str, str]:
    """Return the answers a form sent, by part; several ticked options travel as one text joined by commas."""
    sent = {part.name: ",".join(form.getlist(field_name(part))) for part in variant.parts}
    return {name: storable(text[:LONGEST_ANSWER]) for name, text in sent.items()}


def _field(part: Part, value: str, prefix: str) -> Field:
    kind = answer_type(part.type)
    echo = echo_of(part, value) if kind.is_typed else Echo()
    return Field(part, f"{prefix}-{part.name}", value, kind.public(part.key), echo)

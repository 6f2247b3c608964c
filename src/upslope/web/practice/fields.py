"""One input field per part of a question, by answer type: ``templates/practice/fields/<type>.html``."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from django.http import QueryDict
from django.utils.safestring import SafeString, mark_safe

from upslope.course.figures.data_block import data_block
from upslope.course.plots.frame import IN_OPTION, IN_TEXT, Size
from upslope.course.plots.svg import plot_svg
from upslope.questions import answer_type
from upslope.questions.plot import plot_from_json
from upslope.questions.self_marking import SelfMarked
from upslope.questions.variant import Part, Variant
from upslope.web.practice.echo import Echo, echo_of
from upslope.web.practice.wording import KEPT, to_html, to_line
from upslope.web.storable import storable

NO_PICTURE = SafeString("")
LISTS = ("options", "left", "right", "steps")
LONGEST_ANSWER = 20_000  # characters; a page never sends more, and reading more would only cost time


@dataclass(frozen=True)
class Option:
    """One thing to tick, to match or to put in order: words, a picture, or both."""

    id: str
    html: SafeString
    is_chosen: bool
    picture: SafeString = NO_PICTURE


@dataclass(frozen=True)
class ShownCheck:
    """A model answer, and its points to be ticked by the learner who compares their own words with it."""

    model: SafeString
    points: tuple[Option, ...]


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

    @cached_property
    def lists(self) -> Mapping[str, list[Option]]:
        """The things to pick from, by the names under which ``public`` has them."""
        chosen = self.value.split(",")
        return {
            name: [_option(entry, entry["id"] in chosen) for entry in self.public[name]]
            for name in LISTS
            if name in self.public
        }

    @property
    def is_typed(self) -> bool:
        """Whether the answer is written rather than picked, so that it is worth showing how it was read."""
        return answer_type(self.part.type).is_typed

    @property
    def self_check(self) -> ShownCheck | None:
        """What the learner's own words are to be compared with, once they were sent."""
        kind = answer_type(self.part.type)
        check = kind.self_check(self.value, self.part.key) if isinstance(kind, SelfMarked) else None
        if check is None:
            return None
        points = enumerate(check.points, start=1)
        return ShownCheck(
            to_html(check.model),
            tuple(Option(str(number), to_line(point.text), point.is_ticked) for number, point in points),
        )

    @property
    def data(self) -> SafeString:
        """What the page may know of the part, as a block that the field's own element reads."""
        return mark_safe(data_block(self.public))

    @property
    def picture(self) -> SafeString:
        """The picture on which the part is answered, drawn here so that it is there without script, too."""
        return _drawn(json.dumps(self.part.key["plot"]), IN_TEXT)


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


def sent_answers(variant: Variant, form: QueryDict) -> dict[str, str]:
    """Return the answers a form submitted; with room for ticks where learners mark themselves."""
    answers = read_answers(variant, form)
    for part in variant.parts:
        kind = answer_type(part.type)
        if isinstance(kind, SelfMarked):
            answers[part.name] = kind.sent(answers[part.name])
    return answers


def _option(entry: Mapping[str, Any], is_chosen: bool) -> Option:
    picture = _drawn(json.dumps(entry["plot"]), IN_OPTION) if "plot" in entry else mark_safe("")
    return Option(entry["id"], to_line(entry["text"]), is_chosen, picture)


@lru_cache(KEPT)
def _drawn(plot: str, size: Size) -> SafeString:
    """Return the picture of a plot written as JSON: a class is shown the same ones again and again."""
    return mark_safe(plot_svg(plot_from_json(json.loads(plot)), size))


def _field(part: Part, value: str, prefix: str) -> Field:
    kind = answer_type(part.type)
    echo = echo_of(part, value) if kind.is_typed else Echo()
    return Field(part, f"{prefix}-{part.name}", value, kind.public(part.key), echo)

"""The form below a worked example: its fields, what is amiss in them, and the learner's problem worked."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from upslope.course import Item, OwnProblemChunk
from upslope.course.prose import tex
from upslope.maths import MathsError
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.own_problems.fields import LONGEST, FieldError, as_text
from upslope.web.own_problems.reading import table_of
from upslope.web.own_problems.working import worked
from upslope.web.practice.caret import Caret, point_at


@dataclass(frozen=True)
class Field:
    """One text that can be changed, and what is amiss with it."""

    key: str
    label: str
    text: str
    trouble: str = ""
    caret: Caret | None = None


def own_problem_form(request: LearnerRequest, item: Item, problem: OwnProblemChunk) -> SafeString:
    """Return the folded form; open, with the answer below it, where the address asks for one."""
    is_asked = request.GET.get("own") == problem.id
    typed = {key: as_text(problem.spec[key]) for key in problem.labels}
    if is_asked:
        typed = {key: request.GET.get(key, text)[: 2 * LONGEST] for key, text in typed.items()}
    fields = [Field(key, label, typed[key]) for key, label in problem.labels.items()]
    address = reverse("item", args=[item.module, item.id])
    link = urlencode({"own": problem.id, **typed})
    context = {
        "link": f"{address}?{link}#{problem.id}",
        "id": problem.id,
        "address": address,
        "longest": LONGEST,
        "is_asked": is_asked,
    }
    found = _answer(problem, fields) if is_asked else {"fields": fields}
    return render_to_string("lessons/own_problem.html", context | found)


def _answer(problem: OwnProblemChunk, fields: list[Field]) -> dict[str, Any]:
    """The working, or what is amiss, under its field where one is to blame."""
    try:
        html = worked(table_of(problem, {field.key: field.text for field in fields}))
    except FieldError as error:
        marked = [_marked(field, error) if field.key == error.key else field for field in fields]
        return {"fields": marked, "said": str(error)}
    except MathsError as error:
        return {"fields": fields, "trouble": _typeset(str(error)), "said": str(error).replace("$", "")}
    return {"fields": fields, "working": mark_safe(html), "said": "Worked out, below the button."}


def _marked(field: Field, error: FieldError) -> Field:
    return replace(field, trouble=str(error), caret=point_at(field.text, error.offset))


def _typeset(sentence: str) -> SafeString:
    """A sentence of the maths core: formulas between dollars, and all else as it stands."""
    pieces = sentence.split("$")
    return mark_safe(
        "".join(tex(piece) if place % 2 else escape(piece) for place, piece in enumerate(pieces))
    )

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from upslope.course import Question
from upslope.course.lint.rule import Finding, QuestionSubject
from upslope.course.lint.runner import check_subject
from upslope.questions import NotGradable, Part, answer_type
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_course, current_item, current_question
from upslope.web.form_values import read_whole
from upslope.web.practice.wording import to_html, to_line

CHECKED_SEEDS = 20


@dataclass(frozen=True)
class Answer:
    """What somebody might send, as text and as it is read, and what is said about it."""

    text: str
    reading: str
    code: str
    sentence: SafeString


@dataclass(frozen=True)
class ShownPart:
    """A part with its right answer and with every answer that a misconception leads to."""

    name: str
    type: str
    label: SafeString
    weight: float
    right: Answer
    mistakes: tuple[Answer, ...]


@require_safe
def question(request: LearnerRequest, module: str, item: str, name: str) -> HttpResponse:
    """Show one seed of a question with all that its author wants to see, learners' secrets included."""
    found = current_question(f"{module}/{item}/{name}")
    seed = read_whole(request.GET.get("seed", ""), 9) or 0
    variant = found.variant(seed)
    seeds = range(CHECKED_SEEDS if found.generate else 1)
    context = {
        "item": current_item(f"{module}/{item}"),
        "name": name,
        "variant": variant,
        "seed": seed,
        "seed_before": max(seed - 1, 0),
        "seed_after": seed + 1,
        "prompt": to_html(variant.prompt),
        "hints": [to_html(hint) for hint in variant.hints],
        "solution": to_html(variant.solution),
        "parts": [_shown(part) for part in variant.parts],
        "findings": list(_findings(found, seeds)),
        "checked_seeds": len(seeds),
    }
    return render(request, "preview/question.html", context)


def _findings(found: Question, seeds: range) -> Iterator[Finding]:
    variants = tuple(found.variant(seed) for seed in seeds)
    yield from check_subject(QuestionSubject(current_course(), found, variants))


def _shown(part: Part) -> ShownPart:
    mistakes = tuple(
        _answer(part, mistake.wrong, mistake.code, mistake.sentence) for mistake in part.misconceptions
    )
    right = _answer(part, answer_type(part.type).model_answer(part.key))
    return ShownPart(part.name, part.type, to_line(part.label), part.weight, right, mistakes)


def _answer(part: Part, text: str, code: str = "", sentence: str = "") -> Answer:
    kind = answer_type(part.type)
    value = kind.parse(text, part.key)
    reading = "" if isinstance(value, NotGradable) else kind.show(value, part.key)
    return Answer(text, reading, code, to_line(sentence))

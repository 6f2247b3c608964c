"""Where the right option stands."""

from collections import Counter
from collections.abc import Iterator

from upslope.course.lint.rule import Finding, QuestionSubject, Rule, warning
from upslope.course.source import line_of, read_text
from upslope.questions.registry import answer_type
from upslope.questions.variant import Part

FEWEST_VARIANTS, FEWEST_OPTIONS, MOST = 12, 3, 0.6


def check(subject: QuestionSubject) -> Iterator[Finding]:
    """Find parts whose right option stands at one place in more than 60 % of a dozen variants or more."""
    places: dict[str, Counter[int]] = {}
    for _, part in subject.different_parts():
        place = _place(part)
        if place:
            places.setdefault(part.name, Counter())[place] += 1
    for name, counts in places.items():
        (place, count), total = counts.most_common(1)[0], counts.total()
        if total >= FEWEST_VARIANTS and count > MOST * total:
            line = line_of(read_text(subject.path), r"\boptions?\b")
            what = (
                f"In {count} of {total} variants, the right option of part {name!r} stands at place {place}."
            )
            yield warning(subject.path, line, what, "Shuffle the options with rng.")


def _place(part: Part) -> int:
    """Return the place of the one right option among three or more, from 1; 0 where there is none such."""
    ids = [option.get("id") for option in answer_type(part.type).public(part.key).get("options", ())]
    answer = part.key.get("answer")
    return ids.index(answer) + 1 if len(ids) >= FEWEST_OPTIONS and answer in ids else 0


RULE = Rule("option places", "A learner soon sees that it is always the first.", QuestionSubject, check)

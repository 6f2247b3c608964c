"""Questions that ask what another one asks."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from upslope.course.lint.rule import Facts, Finding, Rule, WholeCourse, warning

SHARE = 0.1


def check(subject: WholeCourse) -> Iterator[Finding]:
    """Find questions of which one variant in ten or more is, word for word, a variant of another question."""
    asked = {name: facts for name, facts in subject.facts.items() if facts and facts.prompts}
    for (one, other), count in _shared(asked).items():
        fewer = min(len(asked[name].prompts) for name in (one, other))
        if count >= SHARE * fewer:
            module, item, name = other.split("/")
            path = subject.course.path / module / item / "questions" / name / "question.md"
            what = f"{count} of {fewer} variants ask the same as {one}, word for word."
            yield warning(path, 1, what, "Ask something else, or say it in another way.")


def _shared(asked: dict[str, Facts]) -> Counter[tuple[str, str]]:
    """Return how many variants every two questions have in common."""
    askers: dict[str, list[str]] = defaultdict(list)
    for name, facts in asked.items():
        for prompt in sorted(set(facts.prompts)):
            askers[prompt].append(name)
    return Counter(pair for names in askers.values() for pair in combinations(names, 2))


RULE = Rule(
    "repeated questions", "Who has answered a question does not learn from it again.", WholeCourse, check
)

"""The same seed, the same variant; other seeds, other variants."""

from collections.abc import Iterator

from upslope.course.lint.rule import Finding, QuestionSubject, Rule, error

FEWEST = 8


def check(subject: QuestionSubject) -> Iterator[Finding]:
    """Find variants that change when they are drawn again, and questions that draw too few different ones."""
    if subject.question.generate is None:
        return
    for variant in subject.variants[:10]:
        if subject.question.variant(variant.seed) != variant:
            yield error(
                subject.path,
                1,
                f"Seed {variant.seed} drew two different variants.",
                "Take every random choice from rng.",
            )
            return
    count, needed = sum(1 for _ in subject.different()), min(FEWEST, len(subject.variants) // 4)
    if count < needed:
        yield error(
            subject.path,
            1,
            f"{len(subject.variants)} seeds draw {count} different variants.",
            f"Widen the draw to {needed} or more, so that another one like this is another one.",
        )


RULE = Rule(
    "repeatable variants", "An attempt is marked against its seed, maybe years later.", QuestionSubject, check
)

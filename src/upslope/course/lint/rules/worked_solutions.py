"""What the worked solution works out."""

from collections.abc import Iterator

from upslope.course.lint.rule import Finding, QuestionSubject, Rule, warning


def check(subject: QuestionSubject) -> Iterator[Finding]:
    """Find solutions that stay the same while the question changes."""
    variants = list(subject.different())
    prompts = {variant.prompt for variant in variants}
    answers = {str(part.key.get("answer")) for variant in variants for part in variant.parts}
    solutions = {variant.solution for variant in variants}
    if len(prompts) > 1 and len(answers) > 1 and len(solutions) == 1:
        yield warning(
            subject.page,
            subject.question.solution.line,
            "The solution is the same for every variant, though prompt and answer change.",
            "Insert the values of the draw, or a {{worked}} derivation.",
        )


RULE = Rule("worked solutions", "A learner wants to see this question solved.", QuestionSubject, check)

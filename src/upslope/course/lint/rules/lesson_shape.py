"""The pieces that every lesson has."""

from collections.abc import Iterator

from upslope.course.boxes import box_name
from upslope.course.lint.rule import Finding, LessonSubject, Rule, error

BOXES = {
    "result": ("The result stands in a box, once.", 1),
    "trap": ("The mistake people make here has a box.", 2),
    "machine-learning": ("One box says where machine learning uses this.", 1),
}
FENCES = {
    "symbols": "A table names every symbol of the result with its shape.",
    "worked-example": "One example is worked in full, by the maths core.",
}


def check(subject: LessonSubject) -> Iterator[Finding]:
    """Find what a lesson lacks: boxes, fences, checkpoints and figures. A reading may be anything."""
    if subject.item.kind != "lesson":
        return
    path, tokens = subject.text.path, subject.text.tokens
    boxes = [box_name(token) for token in tokens if token.type == "container_box_open"]
    fences = [token.info.strip() for token in tokens if token.type == "fence"]
    for name, (reason, most) in BOXES.items():
        if not 1 <= boxes.count(name) <= most:
            yield error(
                path, 1, f"The lesson has {boxes.count(name)} {name} boxes.", f"{reason} Write ::: {name}."
            )
    for name, reason in FENCES.items():
        if name not in fences:
            yield error(path, 1, f"The lesson has no {name}.", f"{reason} Write a fence ```{name}.")
    count = len(subject.lesson.checkpoints)
    if not 2 <= count <= 3:
        yield error(path, 1, f"The lesson has {count} checkpoints.", "A lesson ends with 2 or 3.")
    if not tokens or tokens[0].type != "paragraph_open":
        yield error(
            path,
            subject.text.line_at(0),
            "The lesson opens with something else than a paragraph.",
            "Open with a scene.",
        )
    yield from _figures(subject)


def _figures(subject: LessonSubject) -> Iterator[Finding]:
    path = subject.text.path
    steps = [(figure, len(figure.spec.get("walkthrough", ()))) for figure in subject.lesson.figures]
    walked = [(figure, count) for figure, count in steps if count]
    for figure, count in walked:
        if not 6 <= count <= 14:
            yield error(path, figure.line, f"The walkthrough has {count} steps.", "It takes 6 to 14.")
    if not walked:
        yield error(path, 1, "No figure has a walkthrough.", "Give one figure 6 to 14 [[walkthrough]] steps.")
    if not any("task" in figure.spec for figure in subject.lesson.figures):
        yield error(path, 1, "No figure has a task.", "Give one figure task = { say, goal, done }.")


RULE = Rule("lesson shape", "Learners rely on finding the same pieces in every lesson.", LessonSubject, check)

"""Where links lead."""

from collections.abc import Iterator

from upslope.course.errors import NoSuchItem
from upslope.course.glossary import load_glossary
from upslope.course.lint.rule import Finding, Rule, Text, error
from upslope.course.schema import Course


def check(text: Text) -> Iterator[Finding]:
    """Find links to items and words that do not exist, and addresses that are not https."""
    for block in text.tokens:
        for token in block.children or ():
            if token.type == "link_open":
                href = str(token.attrs["href"])
                problem = _problem(text.course, href)
                if problem:
                    yield error(
                        text.path, text.line_of(token), f"The link to {href!r} leads nowhere.", problem
                    )


def _problem(course: Course, href: str) -> str:
    scheme, _, rest = href.partition(":")
    if scheme == "item":
        try:
            course.item(rest)
        except NoSuchItem:
            return "Name an item of course.toml: item:module/item."
        return ""
    if scheme == "word":
        known = {word.id for word in load_glossary(course)}
        return "" if rest in known else "Name a word of glossary.md: word:id."
    is_good = href.startswith(("https://", "#"))
    return "" if is_good else "Write https://…, item:module/item or word:id."


RULE = Rule("links", "A broken link wastes a learner's time.", Text, check)

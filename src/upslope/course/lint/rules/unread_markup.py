"""Markup that was meant to do something and is shown as text."""

import re
from collections.abc import Iterator

from upslope.course.lint.rule import Finding, Rule, Text, error

SIGNS = re.compile(r"\]\{|:::|\{\{|\}\}|</?[a-z][a-z-]*>|(?<!\\)\$|\]\((?=\w)")


def check(text: Text) -> Iterator[Finding]:
    """Find braces, colons, tags and dollars that are left over in the text."""
    for block in text.tokens:
        for token in block.children or ():
            found = SIGNS.search(token.content) if token.type == "text" else None
            if found and not _is_escaped_dollar(found, block.content):
                around = token.content[max(0, found.start() - 20) : found.end() + 20]
                yield error(
                    text.path,
                    text.line_of(token),
                    f"{found.group()!r} is shown as it stands, in “{around}”.",
                    "See the format of a course: something there is not closed or not known.",
                )


def _is_escaped_dollar(found: re.Match[str], source: str) -> bool:
    return found.group() == "$" and r"\$" in source


RULE = Rule("unread markup", "A slip in the markup shows on the page.", Text, check)

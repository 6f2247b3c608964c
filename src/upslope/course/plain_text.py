"""The words of a lesson, section by section, for searching in them. Nothing is worked out or drawn."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from upslope.course.prose import slug

_FORMULA = re.compile(r"\$\$?(.+?)\$\$?", re.DOTALL)
_SHORT = re.compile(r"[\w\s+\-=',.()]{1,20}")
_ATTRIBUTES = re.compile(r"\[([^\]]*)\]\{[^}]*\}|\[([^\]]*)\]\([^)]*\)")
_BOX = re.compile(r":::+ *[\w-]*")
_SPACES = re.compile(r"\s+")
_SPOKEN = ("say", "caption", "task", "statement", "text", "why", "question")

_markdown = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True)
class TextSection:
    """A stretch of text under one heading; both are empty for what comes before the first."""

    heading: str
    anchor: str
    text: str


def sections_of(markdown: str) -> list[TextSection]:
    """Return the sections of a Markdown text, with what its figures say."""
    found: list[tuple[str, list[str]]] = [("", [])]
    tokens = _markdown.parse(markdown)
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            found.append((tokens[index + 1].content, []))
        elif not (token.type == "inline" and tokens[index - 1].type == "heading_open"):
            found[-1][1].extend(_words(token))
    return [
        TextSection(plain(heading), slug(heading) if heading else "", plain(" ".join(words)))
        for heading, words in found
        if heading or words
    ]


def plain(text: str) -> str:
    """Return Markdown of one paragraph as words: without marks, and long formulas as an ellipsis."""
    text = _ATTRIBUTES.sub(lambda link: link[1] or link[2] or "", text)
    text = _FORMULA.sub(lambda formula: formula[1] if _SHORT.fullmatch(formula[1]) else "…", text)
    return _SPACES.sub(" ", _BOX.sub(" ", text).replace("*", "").replace("`", "").replace("\\", "")).strip()


def _words(token: Token) -> Iterator[str]:
    if token.type == "inline":
        yield token.content
    elif token.type == "fence":
        try:
            yield from _spoken(tomllib.loads(token.content))
        except tomllib.TOMLDecodeError:
            return  # a fence that holds something else


def _spoken(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _spoken(one)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name in _SPOKEN and isinstance(inner, str):
                yield inner
            elif isinstance(inner, dict | list):
                yield from _spoken(inner)

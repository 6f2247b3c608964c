"""Where links lead."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from upslope.course.errors import NoSuchItem
from upslope.course.figures import flaw_of_address
from upslope.course.glossary import load_glossary
from upslope.course.lint.rule import Finding, Rule, Text, error
from upslope.course.lint.texts import is_drawable
from upslope.course.plugins import flaw_of_fragment
from upslope.course.prose import slug
from upslope.course.reference_pages import reference_pages

PAGES = ("glossary", "progress", "review")
"""The pages beside the lessons that every course has."""


def check(text: Text) -> Iterator[Finding]:
    """Find links to items, words, pages and headings that do not exist, and addresses that are not https.

    Nothing is asked of the network.
    """
    for block in text.tokens:
        for token in block.children or ():
            if token.type == "link_open":
                href = str(token.attrs["href"])
                remedy = _remedy(text, href)
                if remedy:
                    what = f"The link to {href!r} leads nowhere."
                    yield error(text.path, text.line_of(token), what, remedy)


def _remedy(text: Text, href: str) -> str:
    """Return what to do about a link, or an empty text where it leads somewhere."""
    scheme, _, rest = href.partition(":")
    if scheme == "item":
        return _of_item(text, rest)
    if scheme == "word":
        known = {word.id for word in load_glossary(text.course)}
        return "" if rest in known else "Name a word of glossary.md: word:id."
    if scheme == "page":
        known = {*PAGES, *reference_pages(text.course)}
        return "" if rest in known else f"Name a page that there is: page:{', page:'.join(sorted(known))}."
    if href.startswith("#figure-") and ":" in href:
        return _of_figure(text, href)
    if href.startswith("#"):
        known = set(_anchors(text))
        return "" if href[1:] in known else f"This page has: {', '.join(sorted(known)) or 'no headings'}."
    return "" if _is_address(href) else "Write https://…, item:module/item, word:id, page:name or #heading."


def _of_item(text: Text, rest: str) -> str:
    name, _, fragment = rest.partition("#")
    try:
        item = text.course.item(name)
    except NoSuchItem:
        return "Name an item of course.toml: item:module/item."
    flaw = flaw_of_fragment(item, fragment) if fragment else ""
    return f"Mend what stands behind the #: {flaw.rstrip('.')}." if flaw else ""


def _of_figure(text: Text, href: str) -> str:
    """Return what to do about a link that takes a figure to a state or to a step of its walkthrough."""
    name, _, state = href.removeprefix("#figure-").partition(":")
    specs = [figure.spec for figure in text.figures if is_drawable(figure)] + (
        [text.inside] if text.inside else []
    )
    spec = next((spec for spec in specs if spec.get("id") == name), None)
    if spec is None:
        return f"No figure of this page has the id {name!r}."
    flaw = flaw_of_address(spec, state)
    return f"Mend the state: {flaw}." if flaw else ""


def _anchors(text: Text) -> Iterator[str]:
    for opening, inline in zip(text.tokens, text.tokens[1:], strict=False):
        if opening.type == "heading_open":
            yield slug(inline.content)
    yield from (f"figure-{figure.spec.get('id')}" for figure in text.figures)


def _is_address(href: str) -> bool:
    try:
        address = urlsplit(href)
    except ValueError:
        return False
    return address.scheme == "https" and "." in (address.hostname or "").strip(".")


RULE = Rule("links", "A broken link wastes a learner's time.", Text, check)

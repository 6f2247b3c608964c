"""A learner's HTML output, reduced to a plain table: only text and cell spans get through."""

import re
from html import escape
from html.parser import HTMLParser

KEPT = frozenset({"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"})
SILENT = frozenset({"script", "style", "template", "title"})
MOST_SPAN = 50
DEEPEST = 24  # tables in tables in tables; what is nested deeper loses its tags, not its text
# The parser searches to the end of the text for every tag that was never closed: minutes, for a page of them.
_LOOSE = re.compile(r"<(?=[^<>]*(?:<|\Z))")
_DECLARATION = re.compile(r"<[!?][^<>]*>?")


class _TableWriter(HTMLParser):
    """Writes what it reads anew, from a short list of tags and escaped text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.open: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent += 1
        elif tag in KEPT and len(self.open) < DEEPEST:
            self.open.append(tag)
            self.pieces.append(f"<{tag}{_spans(tag, attrs)}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in self.open:
            while self.open:
                closed = self.open.pop()
                self.pieces.append(f"</{closed}>")
                if closed == tag:
                    break

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(escape(data))


def _spans(tag: str, attrs: list[tuple[str, str | None]]) -> str:
    if tag not in ("td", "th"):
        return ""
    spans = [(name, value) for name, value in attrs if name in ("colspan", "rowspan") and value]
    return "".join(
        f' {name}="{int(value)}"'
        for name, value in spans
        if value and value.isascii() and value.isdigit() and len(value) <= 4 and 0 < int(value) <= MOST_SPAN
    )


def _without_comments(html: str) -> str:
    before, *comments = html.split("<!--")
    return before + "".join(comment.partition("-->")[2] for comment in comments)


def plain_table(html: str) -> str:
    """Return the tables and the text of ``html`` as HTML made of table tags without attributes.

    Scripts, styles, links, pictures, comments and every attribute except small spans are dropped,
    open tags are closed, and all text is escaped, so the result may be shown beside anything.
    """
    writer = _TableWriter()
    writer.feed(_LOOSE.sub("&lt;", _DECLARATION.sub("", _without_comments(html))))
    writer.close()
    closing = "".join(f"</{tag}>" for tag in reversed(writer.open))
    return "".join(writer.pieces) + closing

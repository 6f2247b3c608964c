"""Reading a page the way a person does."""

from html.parser import HTMLParser
from typing import Protocol


class Page(Protocol):
    """Any answer with a body: a view's own, or what the test client made of it."""

    @property
    def content(self) -> bytes: ...


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "head", "noscript")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "head", "noscript")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.extend(data.split())


def text_of(page: Page) -> str:
    """Return the words of a page, one space between them, without markup."""
    reader = _Words()
    reader.feed(page.content.decode())
    return " ".join(reader.words)

"""What other people wrote can be read, and can do nothing else."""

from html.parser import HTMLParser

import pytest

from tests.web.community.hostile import HOSTILE
from upslope.web.community.markdown import to_safe_html

MAY_CARRY = {
    "a": {"href", "rel"},
    "ol": {"start"},
    "pre": {"tabindex"},
    "tex-math": {"display", "untrusted"},
}
TAGS = {
    *("p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a"),
    *("table", "thead", "tbody", "tr", "th", "td", "tex-math"),
}


class _Tags(HTMLParser):
    """Reads HTML as a browser would, and keeps every tag with what it carries."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def tags_of(html: str) -> list[tuple[str, dict[str, str | None]]]:
    reader = _Tags()
    reader.feed(html)
    return reader.found


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_typed_becomes_more_than_text_and_plain_links(text: str) -> None:
    for tag, carried in tags_of(to_safe_html(text)):
        assert tag in TAGS
        assert set(carried) <= MAY_CARRY.get(tag, set())
        if "href" in carried:
            assert (carried["href"] or "").startswith(("https://ok.example", "https://evil.example"))
            assert carried["rel"] == "nofollow ugc noopener"
        if tag == "tex-math":
            assert "untrusted" in carried


@pytest.mark.parametrize(
    "around", ["> {}", "- {}", "**{}**", "x\n\n{}\n\ny", "| a |\n|---|\n| {} |", "$x$ {}"]
)
def test_nor_does_it_inside_other_markdown(around: str) -> None:
    for text in HOSTILE:
        for tag, carried in tags_of(to_safe_html(around.format(text))):
            assert tag in TAGS
            assert set(carried) <= MAY_CARRY.get(tag, set())


def test_plain_markdown_is_shown_as_one_expects() -> None:
    html = to_safe_html("A *b* **c** `d`\nnext\n\n1. one\n2. two\n\n> said\n\n```python\nx < 1\n```\n")

    for piece in (
        "<em>b</em>",
        "<strong>c</strong>",
        "<code>d</code><br>",
        "<ol>\n<li>one</li>",
        "<blockquote>",
        '<pre tabindex="0"><code>x &lt; 1',
    ):
        assert piece in html


def test_formulas_go_where_they_are_set_and_money_stays_money() -> None:
    html = to_safe_html("So $a < b$ and\n\n$$x^2$$\n\nfor $ 5 and $ 6.")

    assert '<tex-math untrusted="">a &lt; b</tex-math>' in html
    assert '<tex-math display="" untrusted="">x^2</tex-math>' in html or (
        '<tex-math untrusted="" display="">x^2</tex-math>' in html
    )
    assert "for $ 5 and $ 6." in html


def test_a_heading_is_no_part_of_the_pages_outline() -> None:
    assert to_safe_html("# Look") == "<p><strong>Look</strong></p>\n"


@pytest.mark.parametrize(
    "address", ["https://ok.example/a?b=1&c=2", "mailto:a@b.example", "/learn/first/final/"]
)
def test_honest_links_work(address: str) -> None:
    carried = dict(tags_of(to_safe_html(f"[x]({address})")))["a"]

    assert carried["href"] == address


@pytest.mark.parametrize(
    "text", ["> " * 5000 + "x", "[" * 5000, "*a_" * 3300, "$" * 9999, "- " * 4000, "`" * 9999, "<" * 9999]
)
def test_deep_nesting_takes_no_time_to_speak_of(text: str) -> None:
    assert len(to_safe_html(text[:10_000])) < 200_000

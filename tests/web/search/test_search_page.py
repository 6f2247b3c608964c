import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from tests.support.courses import write
from tests.support.pages import text_of
from upslope.course.plain_text import plain, sections_of
from upslope.web.search.index import words_of
from upslope.web.search.models import SearchEntry, SearchIndex

LESSON = """\
---
lede = "A hill."
words = []
skills = []
---

Walk along the ridge with $x$ metres to go.

## How steep it is {#steep}

The slope is *steepest* on the northern side, $\\frac{a}{b}$ of it.

```figure
kind = "scene"
step = [{ say = "Now the marmots whistle." }]
```
"""


@pytest.fixture
def course(tmp_path: Path, settings: Settings) -> Path:
    root = tmp_path / "course"
    items = '[{ id = "hill", kind = "lesson", title = "A hill", minutes = 5 }]'
    outline = (
        f'id = "c"\ntitle = "C"\n[[modules]]\nid = "first"\ntitle = "F"\nsummary = "S."\nitems = {items}\n'
    )
    write(root / "course.toml", outline)
    write(root / "glossary.md", "## Slope\n\nHow *steep* something is, $f'(x)$.\n")
    write(root / "first/hill/lesson.md", LESSON)
    settings.COURSE = root
    return root


def found(client: Client, query: str) -> str:
    return text_of(client.get("/search/", {"q": query}))


def test_only_who_is_signed_in_gets_in(
    course: Path, charlies_browser: Client, alices_browser: Client
) -> None:
    assert charlies_browser.get("/search/").status_code == 302
    assert alices_browser.get("/search/").status_code == 200


def test_a_section_is_found_by_a_word_in_it_and_led_to(course: Path, alices_browser: Client) -> None:
    page = alices_browser.get("/search/", {"q": "northern"})
    assert "on the northern side" in text_of(page)
    assert re.search(r'href="/learn/first/hill/#how-steep[^"]*"', page.content.decode())


@pytest.mark.parametrize("query", ["marmots", "MARMOT", "marm", "whistle marmots", "whistling"])
def test_other_forms_beginnings_and_orders_find_it_too(
    course: Path, alices_browser: Client, query: str
) -> None:
    assert "marmots" in found(alices_browser, query)


def test_every_word_must_be_there(course: Path, alices_browser: Client) -> None:
    assert "Nothing in the course holds" in found(alices_browser, "marmots glacier")


def test_a_title_comes_before_a_mention(course: Path, alices_browser: Client) -> None:
    page = found(alices_browser, "slope")
    assert page.index("Glossary") < page.index("A hill")


def test_a_slip_is_met_with_what_may_have_been_meant(course: Path, alices_browser: Client) -> None:
    assert "Did you mean slope ?" in found(alices_browser, "sloep")


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "'",
        "a AND",
        "NEAR(",
        "slope*",
        "-slope",
        "title:slope",
        "& | !",
        "():*",
        "\\",
        "%s",
        "σ",
        "x" * 5000,
        "\x00",
    ],
)
def test_signs_that_mean_something_to_a_database_are_only_signs(
    course: Path, alices_browser: Client, query: str
) -> None:
    assert alices_browser.get("/search/", {"q": query}).status_code == 200


def test_what_is_typed_comes_back_as_text(course: Path, alices_browser: Client) -> None:
    page = alices_browser.get("/search/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in page


def test_a_changed_course_is_searched_anew(course: Path, alices_browser: Client) -> None:
    assert "Nothing" in found(alices_browser, "glacier")
    write(course / "first/hill/lesson.md", LESSON.replace("ridge", "glacier ridge"))
    assert "glacier ridge" in found(alices_browser, "glacier")
    assert SearchIndex.objects.count() == 1


def test_a_search_that_changes_nothing_fills_nothing(course: Path, alices_browser: Client) -> None:
    found(alices_browser, "slope")
    before = list(SearchEntry.objects.values_list("pk", flat=True))
    found(alices_browser, "hill")
    assert list(SearchEntry.objects.values_list("pk", flat=True)) == before


def test_while_one_types_only_what_was_found_comes(course: Path, alices_browser: Client) -> None:
    part = alices_browser.get("/search/", {"q": "slope"}, headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()
    assert "Glossary" in text_of(part)


def test_the_whole_course_is_found(alices_browser: Client) -> None:
    page = alices_browser.get("/search/", {"q": "jacobian"}).content.decode()
    assert "/learn/multivariate-calculus/the-jacobian/" in page
    assert "/glossary/#jacobian" in page
    assert SearchEntry.objects.filter(kind=SearchEntry.Kind.QUESTION).count() > 100


def test_graded_answers_are_not_among_what_is_found(alices_browser: Client) -> None:
    found(alices_browser, "slope")
    for entry in SearchEntry.objects.filter(kind=SearchEntry.Kind.QUESTION):
        assert entry.text == ""


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("the [input]{.role-x} and a [link](page:formulas)", "the input and a link"),
        ("a $x$ and $\\frac{a}{b}$", "a x and …"),
        ("**bold** `code`", "bold code"),
    ],
)
def test_markdown_becomes_words(markdown: str, words: str) -> None:
    assert plain(markdown) == words


def test_sections_have_the_ids_of_the_page() -> None:
    first, second = sections_of("Before.\n\n## Why $f'$ *rises*\n\nAfter.\n")
    assert (first.heading, first.text) == ("", "Before.")
    assert (second.heading, second.anchor, second.text) == ("Why f' rises", "why-f-rises", "After.")


def test_a_long_query_is_its_first_words() -> None:
    assert words_of("a b c d e f g h i j") == list("abcdefgh")

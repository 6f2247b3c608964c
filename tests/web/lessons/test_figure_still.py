"""Still pictures of figures: where the page says they are, and for how long a browser may keep them."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.test import Client

from tests.support.courses import write

PAGE = "/learn/first/opening/"
LESSON = """\
---
lede = "Every slope starts *somewhere*."
words = ["slope"]
skills = []
---

```figure
kind = "secant-slope"
id = "hill"
alt = "A parabola that opens upwards, with a line through two of its points."
caption = "A hill."
function = "x^2"
view = [-0.75, 3.45, -1.15, 10.2]
state = { x = 1.0, run = 1.2 }

[[walkthrough]]
say = "Come closer."
state = { run = 0.5 }
```
"""
SVG = "{http://www.w3.org/2000/svg}svg"


@pytest.fixture(autouse=True)
def lesson_with_a_figure(small_course: Path) -> Path:
    file = small_course / "first/opening/lesson.md"
    write(file, LESSON)
    return file


def pictures(browser: Client) -> list[str]:
    """The addresses of the pictures on the page, as a browser without script asks for them."""
    page = browser.get(PAGE).content.decode()
    return [PAGE + found for found in re.findall(r'<noscript><img src="([^"]+)"', page)]


def test_the_opening_and_every_step_have_a_picture_that_may_be_kept_for_good(alices_browser: Client) -> None:
    addresses = pictures(alices_browser)
    assert [address.partition("?")[0] for address in addresses] == [
        f"{PAGE}figures/hill/open.svg",
        f"{PAGE}figures/hill/step-1.svg",
    ]
    answers = [alices_browser.get(address) for address in addresses]
    for answer in answers:
        assert answer.headers["Content-Type"] == "image/svg+xml"
        assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"
        assert ElementTree.fromstring(answer.content).tag == SVG
    assert answers[0].content != answers[1].content


def test_the_page_keeps_the_room_that_the_picture_takes(alices_browser: Client) -> None:
    width, height = re.findall(
        r'<noscript><img [^>]*width="(\d+)" height="(\d+)" loading="lazy" alt="">',
        alices_browser.get(PAGE).content.decode(),
    )[0]
    drawn = ElementTree.fromstring(alices_browser.get(pictures(alices_browser)[0]).content)
    assert (drawn.attrib["width"], drawn.attrib["height"]) == (width, height)


def test_a_picture_that_is_not_the_one_asked_for_is_not_kept(
    alices_browser: Client, lesson_with_a_figure: Path
) -> None:
    before = pictures(alices_browser)
    write(lesson_with_a_figure, LESSON.replace('"x^2"', '"x^2/2"'))
    after = pictures(alices_browser)
    assert not set(before) & set(after)
    assert "no-store" in alices_browser.get(before[0]).headers["Cache-Control"]
    assert "immutable" in alices_browser.get(after[0]).headers["Cache-Control"]


@pytest.mark.parametrize(
    "address",
    [
        "/learn/first/opening/figures/hill/step-2.svg",
        "/learn/first/opening/figures/hill/now.svg",
        "/learn/first/opening/figures/mountain/open.svg",
        "/learn/first/small-quiz/figures/hill/open.svg",
        "/learn/first/unwritten/figures/hill/open.svg",
        "/learn/first/nowhere/figures/hill/open.svg",
    ],
)
def test_what_is_not_there_is_not_found(alices_browser: Client, address: str) -> None:
    assert alices_browser.get(address).status_code == 404


def test_a_picture_is_for_those_who_may_read_the_page(charlies_browser: Client) -> None:
    answer = charlies_browser.get(f"{PAGE}figures/hill/open.svg")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/enter/")

"""A course that is a gallery: each figure with the text it is written in, and all of them at one glance."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from tests.support.courses import OUTLINE, write
from upslope.course import load_course
from upslope.course.errors import ContentError

FENCE = """\
```figure
kind = "scene"
id = "ring"
alt = "A ring."
caption = "Where a < b & c."
state = { a = 0.5 }
range = { a = [0, 1] }
view = [-1, 2, -1, 1]
mark = [{ is = "handle", at = ["a", 0], label = "The ring" }]
```"""
LESSON = f"""\
---
lede = "A ring."
words = []
---

{FENCE}
"""


@pytest.fixture
def gallery(small_course: Path) -> Path:
    write(small_course / "first/opening/lesson.md", LESSON)
    write(small_course / "course.toml", f"gallery = true\n{OUTLINE}")
    return small_course


def text_of(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.usefixtures("gallery")
def test_a_figure_of_a_gallery_stands_above_the_very_text_it_is_written_in(alices_browser: Client) -> None:
    page = text_of(alices_browser, "/learn/first/opening/")

    shown = re.findall(r"<pre><code>(.*?)</code></pre>", page, re.DOTALL)
    assert [unescape(text) for text in shown] == [FENCE]
    assert "built/gallery.css" in page


@pytest.mark.usefixtures("gallery")
def test_the_pictures_of_all_figures_lead_to_their_pages(alices_browser: Client) -> None:
    page = text_of(alices_browser, "/figures/")

    (figure,) = re.findall(r'<a class="card" href="([^"]+)"><img src="([^"]+)" width="(\d+)"', page)
    target, picture, width = figure
    assert target == "/learn/first/opening/#figure-ring"
    svg = alices_browser.get(picture)
    assert svg.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert f'width="{width}"' in svg.content.decode()
    assert 'href="/figures/"' in text_of(alices_browser, "/")


def test_another_course_shows_neither(small_course: Path, alices_browser: Client) -> None:
    write(small_course / "first/opening/lesson.md", LESSON)

    assert "figure-source" not in text_of(alices_browser, "/learn/first/opening/")
    assert 'href="/figures/"' not in text_of(alices_browser, "/")
    assert alices_browser.get("/figures/").status_code == 404


def test_a_course_is_a_gallery_or_not(small_course: Path) -> None:
    write(small_course / "course.toml", f'gallery = "yes"\n{OUTLINE}')

    with pytest.raises(ContentError, match="gallery is 'yes'"):
        load_course(small_course)

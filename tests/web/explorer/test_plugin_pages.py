"""A plug-in's folder names its page; without a name, or with one that is not known, its text is shown."""

from pathlib import Path

import pytest
from django.test import Client

from tests.support.courses import write

PLUGIN = '  { id = "tool", kind = "plugin", title = "A tool", minutes = 6 },\n'
LESSON = '---\nlede = "A tool."\n---\n\nThe text of the tool.\n'


@pytest.fixture(autouse=True)
def tool(small_course: Path) -> Path:
    outline = small_course / "course.toml"
    head, tail = outline.read_text().split("items = [\n", 1)
    outline.write_text(f"{head}items = [\n{PLUGIN}{tail}")
    write(small_course / "first/tool/lesson.md", LESSON)
    return small_course / "first/tool"


@pytest.mark.parametrize("named", ["", 'page = "no-such-page"\n'])
def test_a_plugin_without_a_page_of_its_own_is_its_text(
    alices_browser: Client, tool: Path, named: str
) -> None:
    if named:
        write(tool / "plugin.toml", named)
    page = alices_browser.get("/learn/first/tool/").content.decode()
    assert "The text of the tool." in page
    assert "<taylor-explorer" not in page


def test_a_plugin_that_names_the_explorer_has_it_above_its_text(alices_browser: Client, tool: Path) -> None:
    write(tool / "plugin.toml", 'page = "taylor-explorer"\n')
    page = alices_browser.get("/learn/first/tool/").content.decode()
    assert page.index("<taylor-explorer") < page.index("The text of the tool.")

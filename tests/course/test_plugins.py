"""Places of a tool's page that a text may link to."""

from pathlib import Path

import pytest

from upslope.course.plugins import flaw_of_fragment
from upslope.course.schema import Item


def item(folder: Path, toml: str = "") -> Item:
    if toml:
        (folder / "plugin.toml").write_text(toml)
    return Item("series", "tool", "plugin", "A tool", 0, 6, folder)


@pytest.mark.parametrize(
    "fragment",
    ["taylor:f=1/(1-x)&about=0&order=4", "taylor:f=x%5E2%2By%5E2&about=pi/2&beside=-1&view=-2,2,-2,2&log=0"],
)
def test_a_state_that_the_explorer_can_show_is_no_flaw(tmp_path: Path, fragment: str) -> None:
    assert flaw_of_fragment(item(tmp_path, 'page = "taylor-explorer"'), fragment) == ""


@pytest.mark.parametrize(
    ("fragment", "flaw"),
    [
        ("what-to-try", "a state of the Taylor explorer begins with taylor:"),
        ("taylor:about=0", "it names no function f"),
        ("taylor:f=foo(x)", "f is 'foo(x)', which cannot be read (I don't know the word “foo”."),
        ("taylor:f=x&about=x", "about is 'x', which cannot be read"),
        ("taylor:f=x&order=13", "the order is '13', and can be 0 to 12"),
        ("taylor:f=x&odrer=3", "the Taylor explorer has no odrer; it has f, about"),
    ],
)
def test_what_the_explorer_cannot_show_is_told(tmp_path: Path, fragment: str, flaw: str) -> None:
    assert flaw_of_fragment(item(tmp_path, 'page = "taylor-explorer"'), fragment).startswith(flaw)


def test_other_pages_have_no_places_to_link_to(tmp_path: Path) -> None:
    assert flaw_of_fragment(item(tmp_path), "taylor:f=x") == (
        "only the page of a tool has places that another page can link to"
    )

"""Every example in the reference is run, and every part of the maths core that others may use has a page."""

import doctest
from pathlib import Path

import pytest

from upslope import maths

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"
PAGES = sorted((REFERENCE / "maths").glob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_the_examples_on_a_page_give_what_they_show(page: Path) -> None:
    options = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    failed, tried = doctest.testfile(str(page), module_relative=False, optionflags=options, encoding="utf-8")
    assert failed == 0
    assert tried > 0, "a page of the reference shows at least one example"


def test_every_module_with_public_names_has_its_page() -> None:
    public = {getattr(maths, name).__module__ for name in maths.__all__}
    modules = {name.rpartition(".")[2] for name in public if name.startswith("upslope.maths.")}
    assert modules - {page.stem for page in PAGES} == set()


def test_the_index_leads_to_every_page() -> None:
    index = (REFERENCE / "README.md").read_text(encoding="utf-8")
    assert [page.stem for page in PAGES if f"](maths/{page.name})" not in index] == []

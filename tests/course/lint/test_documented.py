"""The authors' page on the check tells of every rule."""

from pathlib import Path

import pytest

from upslope.cli.findings import FIELDS
from upslope.course.lint.rule import Rule
from upslope.course.lint.runner import all_rules

PAGE = (Path(__file__).resolve().parents[3] / "docs/authors/check.md").read_text(encoding="utf-8")
SECTIONS = {
    section.split("\n")[0]: " ".join(section.split("\n## ")[0].split())
    for section in PAGE.split("\n### ")[1:]
}


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_the_page_says_what_a_rule_finds_why_and_how_to_mend_it(rule: Rule) -> None:
    text = SECTIONS[rule.name]
    assert "**Why:**" in text
    assert "**Mend:**" in text


def test_the_page_has_no_rule_that_does_not_exist() -> None:
    assert set(SECTIONS) == {rule.name for rule in all_rules()} | {"format", "labs"}


def test_the_page_lists_the_fields_of_a_finding() -> None:
    assert all(f"`{field}`" in PAGE for field in FIELDS)

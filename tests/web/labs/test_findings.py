"""What a stored result looks like on the page, whatever version stored it."""

from typing import Any

import pytest
from django.template.loader import render_to_string

from tests.support.pages import text_of
from upslope.grading.results import BrokenChain, Check, FunctionResult, LabResult, Link, TryAtHome
from upslope.web.labs.findings import findings_of

LINKS = tuple(Link(f"x_{number}", f"link number {number}") for number in range(1, 5))
WHOLE = FunctionResult(
    False,
    "J_b2: The numbers are not right yet.",
    "A slope is missing.",
    (Check("has the right shape", True), Check("right for 100", False), Check("right for 7", None)),
    BrokenChain("C_b", LINKS, (2,)),
    TryAtHome("print(J_b2(x, y))", "1.5", "0.5"),
)


def page_of(result: FunctionResult, name: str = "J_b2") -> Any:
    stored = LabResult("n", "l", 0.0, 1.0, {name: result}).to_json()
    (finding,) = findings_of(stored)
    html = render_to_string("labs/finding.html", {"finding": finding, "address": "/learn/a/b/"})
    return type("Page", (), {"content": html.encode()})


def test_all_that_the_judge_says_is_shown() -> None:
    words = text_of(page_of(WHOLE))
    assert "J_b2 does not pass yet: The numbers are not right yet." in words
    assert "A slope is missing." in words
    assert "✓ holds: has the right shape" in words
    assert "✗ does not hold yet: right for 100" in words
    assert "– was not reached: right for 7 (not reached)" in words
    assert "print(J_b2(x, y))" in words
    assert "yours 1.5 measured by nudging 0.5" in words


def test_the_broken_link_is_marked_in_the_picture_named_and_said_to_those_who_do_not_see_it() -> None:
    page = page_of(WHOLE)
    words, html = text_of(page), page.content.decode()
    assert "A chain of 4 links. The third link is broken." in words
    assert html.count("<li data-broken>") == words.count("broken link") == 1
    assert words.index("x_3") < words.index("broken link") < words.index("link number 3")
    assert all(f"<tex-math>{link.latex}</tex-math>" in html for link in LINKS)


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        ((0,), "The first link is broken."),
        ((1, 3), "The second and fourth links are broken."),
        ((), "None of them is known to be broken."),
    ],
)
def test_the_sentence_counts_the_broken_links(broken: tuple[int, ...], sentence: str) -> None:
    result = FunctionResult(False, "No.", chain=BrokenChain("C", LINKS, broken))
    assert sentence in text_of(page_of(result))


def test_a_function_that_passes_is_folded_small() -> None:
    html = page_of(FunctionResult(True, "Right.", checks=(Check("is there", True),))).content.decode()
    assert html.index("<summary>") < html.index("Right.") < html.index("</summary>") < html.index("is there")


def test_results_stored_before_there_were_checks_and_chains_still_show() -> None:
    old = {"functions": {"f": {"passed": False, "message": "f: No.", "diagnosis": None}}, "error": None}
    (finding,) = findings_of(old)
    assert (finding.message, finding.chain, finding.try_at_home) == ("No.", None, None)
    assert findings_of(None) == findings_of({"error": "It broke."}) == []


def test_everything_in_a_finding_is_escaped() -> None:
    evil = "<script>1</script>"
    result = FunctionResult(
        False,
        evil,
        evil,
        (Check(evil, None),),
        BrokenChain(evil, (Link(evil, evil),), (0,)),
        TryAtHome(*[evil] * 3),
    )
    assert "<script>" not in page_of(result, evil).content.decode()

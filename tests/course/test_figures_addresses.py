"""Links in a text that take a figure to a state: what can be followed, and what an author is told."""

from typing import Any

import pytest

from upslope.course.figures import flaw_of_address

SPEC: dict[str, Any] = {
    "kind": "secant-slope",
    "id": "slope",
    "alt": "A curve with two points.",
    "caption": "Drag.",
    "function": "x^2",
    "view": [-0.75, 3.45, -1.15, 10.2],
    "state": {"x": 1.0, "run": 1.2},
    "walkthrough": [{"say": "One."}, {"say": "Two."}],
}


@pytest.mark.parametrize("address", ["x=1.5", "x=1,run=0.05", "run=0.5", "step=1", "step=2"])
def test_a_state_that_the_figure_can_show_is_an_address(address: str) -> None:
    assert flaw_of_address(SPEC, address) == ""


@pytest.mark.parametrize(
    ("address", "flaw"),
    [
        ("x=one", "x is 'one', which is no number"),
        ("x=inf", "x is 'inf', which is no number"),
        ("run", "run is '', which is no number"),
        ("slope=3", "the figure has no slope; it has x, run"),
        ("run=0.001", "run is 0.001; it must be at least 0.01"),
        ("x=3,run=3", "the points 3 and 6 leave the picture"),
        ("step=3", "the walkthrough has steps 1 to 2"),
        ("step=1.5", "the walkthrough has steps 1 to 2"),
    ],
)
def test_an_author_is_told_why_an_address_cannot_be_followed(address: str, flaw: str) -> None:
    assert flaw_of_address(SPEC, address).startswith(flaw)


def test_without_a_walkthrough_no_address_leads_to_a_step() -> None:
    assert flaw_of_address({**SPEC, "walkthrough": []}, "step=1") == "the figure has no step; it has x, run"

"""The page for teachers names the buttons that there are, and its numbers are those that hold."""

import re
from pathlib import Path

import pytest

from tests.support.pages import text_of
from tests.web.cohorts.conftest import FINAL, Cast, at, due
from upslope.web.cohorts.lateness import counted_score
from upslope.web.cohorts.models import Cohort, Invitation

GUIDE = (Path(__file__).parents[3] / "docs/teachers/a-class-in-ten-minutes.md").read_text()


def test_each_button_it_names_is_on_a_page(cast: Cast) -> None:
    due(cast.cohort, FINAL, 3)
    Invitation.objects.create(cohort=cast.cohort)
    rest = ("", "deadlines/", "invitations/", "members/", "settings/")
    addresses = ["/classes/", "/classes/new/", *(cast.address(page) for page in rest)]
    seen = " ".join(text_of(cast.owner.get(address)) for address in addresses)
    named = set(re.findall(r"\*\*(.+?)\*\*", " ".join(GUIDE.split())))
    assert len(named) > 10
    assert not [name for name in named if name not in seen]


def test_its_example_of_lateness_is_what_is_counted() -> None:
    usual = Cohort()
    example = re.search(
        r"(\d+) % in time and (\d+) % on the first late day count (\d+) %", GUIDE.replace("\n", " ")
    )
    assert example
    in_time, late, counts = (int(number) / 100 for number in example.groups())
    works = [(at(-1), in_time), (at(0.5), late)]
    score, _ = counted_score(works, at(0), usual.late_percent, usual.late_days)
    assert score == pytest.approx(counts)
    assert f"costs {usual.late_percent} percentage points, and after {usual.late_days} days" in GUIDE
    assert f"{usual.pass_mark} % unless you say otherwise" in GUIDE

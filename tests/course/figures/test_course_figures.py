"""Every figure that a lesson needs is short to write, tells a story, and works at each of its steps."""

from xml.etree.ElementTree import fromstring

import pytest

from tests.course.figures.gallery import FENCE, FIGURES, drawn, figure, is_done

NAMES = sorted(page.parent.name for page in FIGURES.glob("*/lesson.md"))
MOST_LINES = 30
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_takes_thirty_lines_before_its_walkthrough(name: str) -> None:
    found = FENCE.search((FIGURES / name / "lesson.md").read_text(encoding="utf-8"))
    assert found is not None
    lines = [line for line in found[1].partition("[[walkthrough]]")[0].splitlines() if line.strip()]

    assert len(lines) <= MOST_LINES


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_tells_its_idea_in_four_to_eight_steps(name: str) -> None:
    assert 4 <= len(figure(name).steps) <= 8


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_has_a_picture_of_where_its_story_ends(name: str) -> None:
    made = drawn(name)
    state = dict(made.state)
    for step in figure(name).steps:
        state |= step.state

    assert fromstring(made.still(state)).find(f"{SVG}g") is not None


@pytest.mark.parametrize("name", NAMES)
def test_a_task_is_not_done_when_the_figure_opens(name: str) -> None:
    if figure(name).task:
        assert not is_done(name)

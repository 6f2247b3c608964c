"""Every figure of a lesson: what the page gets, what an author is told."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from upslope.course.errors import ContentError
from upslope.course.figures import KINDS, readouts, render

LESSON = Path("lesson.md")

SECANT: dict[str, Any] = {
    "kind": "secant-slope",
    "id": "slope",
    "alt": "A curve <with> two points.",
    "caption": "Drag $x$ along *the curve*.",
    "function": "x^2",
    "view": [-0.75, 3.45, -1.15, 10.2],
    "state": {"x": 1.0, "run": 1.2},
}
MOVING: dict[str, Any] = {
    "kind": "moving-slope",
    "id": "push",
    "alt": "Two graphs.",
    "caption": "Above: speed. Below: its slope.",
    "function": "x^2 - x^3/9",
    "view": [0, 9.2, -1.5, 14.0],
    "slope_view": [-9.8, 5.0],
    "state": {"x": 0.6},
}
TASK = {"say": "Find it.", "goal": "abs(slope - 3) < 0.06 and run < 0.1", "done": "There it is."}
STEP = {"say": "Shorten the [run]{.role-step}.", "state": {"run": 0.35}, "seconds": 4}


def complaint(spec: Mapping[str, Any]) -> str:
    with pytest.raises(ContentError) as caught:
        render(spec, LESSON, 21)
    assert (caught.value.path, caught.value.line) == (LESSON, 21)
    return f"{caught.value.what} {caught.value.remedy}"


def data_of(html: str, tag: str) -> dict[str, Any]:
    found = re.search(rf'<{tag} [^>]*><script type="application/json">(.*?)</script>', html)
    assert found is not None
    return dict(json.loads(found.group(1)))


@pytest.mark.parametrize("spec", [SECANT, MOVING], ids=lambda spec: str(spec["kind"]))
def test_a_figure_can_be_read_without_script(spec: dict[str, Any]) -> None:
    html = render({**spec, "walkthrough": [{**STEP, "state": {}}]}, LESSON, 21)
    assert f'<figure class="figure wide" id="figure-{spec["id"]}">' in html
    assert '<p class="alt">' in html
    assert "<figcaption>" in html
    transcript = html[html.index('<details class="transcript">') :]
    assert 'Shorten the <span class="role-step" data-part="step">run</span>.' in transcript


@pytest.mark.parametrize("spec", [SECANT, MOVING], ids=lambda spec: str(spec["kind"]))
def test_every_kind_has_its_element_in_the_front_end(spec: dict[str, Any]) -> None:
    assert spec["kind"] in KINDS
    root = Path(__file__).parents[2] / "frontend"
    assert (
        f'customElements.define("{spec["kind"]}"'
        in (root / "elements" / spec["kind"] / f"{spec['kind']}.ts").read_text()
    )
    assert f'whenOnPage("{spec["kind"]}"' in (root / "app.ts").read_text()


def test_what_an_author_writes_is_text_and_never_markup() -> None:
    html = render({**SECANT, "alt": "</script><b>"}, LESSON, 21)
    assert "&lt;/script&gt;&lt;b&gt;" in html
    assert "<b>" not in html


def test_data_in_the_page_cannot_end_its_block() -> None:
    spec = {**SECANT, "task": {**TASK, "goal": "run < 0.1"}}
    block = re.findall(r'<script type="application/json">(.*?)</script>', render(spec))
    assert len(block) == 2
    assert all("<" not in text for text in block)


def test_the_caption_and_the_captions_are_markdown() -> None:
    html = render({**SECANT, "walkthrough": [STEP]})
    assert "<figcaption>Drag <tex-math>x</tex-math> along <em>the curve</em>.</figcaption>" in html


def test_a_step_carries_its_state_and_time() -> None:
    html = render({**SECANT, "walkthrough": [STEP]})
    assert 'data-seconds="4" data-state="{&quot;run&quot;: 0.35}"' in html


def test_a_step_without_a_time_stays_long_enough_to_be_read() -> None:
    long = {"say": "word " * 40, "state": {}}
    times = re.findall(
        r'data-seconds="([\d.]+)"', render({**SECANT, "walkthrough": [long, {"say": "Short."}]})
    )
    assert float(times[0]) > 12
    assert float(times[1]) == 3


def test_the_line_of_the_walkthrough_is_as_long_as_its_steps_together() -> None:
    html = render({**SECANT, "walkthrough": [STEP, STEP, {**STEP, "seconds": 4.5}]})
    assert 'type="range" min="0" max="12.5"' in html
    assert 'aria-valuetext="step 1 of 3"' in html


def test_every_step_of_the_transcript_is_a_link_that_takes_the_figure_there() -> None:
    html = render({**SECANT, "walkthrough": [STEP, STEP, STEP]})
    assert re.findall(r'<li><a href="#([^"]*)"', html) == [f"figure-slope:step={n}" for n in (1, 2, 3)]


def test_a_step_goes_on_from_the_one_before() -> None:
    near_the_edge = {"say": "To the right.", "state": {"x": 3.0, "run": 0.1}}
    said = complaint({**SECANT, "walkthrough": [near_the_edge, {"say": "Longer.", "state": {"run": 1.2}}]})
    assert "In step 2 of the walkthrough, the points 3 and 4.2 leave the picture" in said


def test_a_figure_says_its_state_in_its_own_words_or_the_authors() -> None:
    assert 'data-words="x is {x}, the run {run}, the rise {rise}: the slope is {slope}."' in render(SECANT)
    assert 'data-words="x {x}, f(x) {value}, f′(x) {slope}."' in render(MOVING)
    labels = {"x": "time (s)", "value": "speed (m/s)", "slope": "push"}
    assert 'data-words="time {x} s, speed {value} m/s, push {slope}."' in render({**MOVING, "labels": labels})
    assert 'data-words="&quot;{slope:3}&quot;"' in render({**SECANT, "words": '"{slope:3}"'})


def test_the_goal_becomes_a_tree_of_comparisons() -> None:
    data = data_of(render({**SECANT, "task": TASK}), "figure-task")
    assert data["goal"][0] == "and"
    assert [part[0] for part in data["goal"][1:]] == ["<", "<"]
    assert data["goal"][2] == ["<", "run", 0.1]


def test_a_figure_without_task_and_walkthrough_is_only_the_figure() -> None:
    html = render(SECANT)
    assert "figure-task" not in html
    assert "walkthrough" not in html


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "pie"}, "No figure is of kind 'pie'. There are: secant-slope, moving-slope, "),
        ({"id": "Big Slope"}, "The figure's id is 'Big Slope'. Use lower-case letters"),
        ({"view": [1, 0, 0, 1]}, "it has no width or no height"),
        ({"view": [0, 1]}, "It must be a list of 4 numbers: view = [0, 1, 2, 3]."),
        ({"function": "x^^2"}, "function 'x^^2' cannot be read"),
        ({"function": "x + y"}, "cannot be read"),
        ({"state": {"x": "one"}}, "Name each number: state = { x = 1.0 }."),
        ({"state": {"x": 1.0, "h": 1.0}}, "the state names x, h; this figure has x and run"),
        ({"state": {"x": 1.0, "run": 0.001}}, "run is 0.001; it must be at least 0.01"),
        ({"state": {"x": 1.0, "run": 9.0}}, "leave the picture, which holds"),
        ({"state": {"x": 50.0, "run": 1.0}}, "out of view"),
        ({"lens": "left"}, "lens is 'left'. It can be: top-left, top-right, bottom-right, none."),
        ({"colour": "red"}, "Nothing in this secant-slope figure is called 'colour'."),
        ({"words": "It is {height}."}, "words has a place {height}, and nothing can be put there."),
        ({"words": "It is {x:many}."}, "Write a read-out, with decimals if you like: {x} or {x:3}."),
        ({"task": "go"}, "Write task = { say = …, goal = …, done = … }."),
        ({"task": {**TASK, "goal": "slope is flat"}}, "is not a comparison"),
        ({"task": {**TASK, "goal": "speed < 1"}}, "This figure's read-outs are: x, run, rise, slope"),
        ({"walkthrough": [{**STEP, "seconds": 0}]}, "In step 1 of the walkthrough, seconds is 0."),
        ({"walkthrough": [STEP, {**STEP, "state": {"run": 99}}]}, "In step 2 of the walkthrough, the points"),
    ],
)
def test_an_author_is_told_what_cannot_be(change: dict[str, Any], said: str) -> None:
    assert said in complaint({**SECANT, **change})


@pytest.mark.parametrize("name", ["id", "alt", "caption", "function", "view", "state"])
def test_an_author_is_told_what_is_missing(name: str) -> None:
    assert name in complaint({key: value for key, value in SECANT.items() if key != name})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"slope_view": [5, -9]}, "Put the smaller number first."),
        ({"slope_view": [2, 5]}, "the curve or its slope at x = 0.6 is out of view"),
        ({"state": {"x": 0.6, "run": 1}}, "this figure has x and reveal"),
        ({"state": {"x": 0.6, "reveal": 2}}, "reveal is 2; it goes from 0 to 1"),
        ({"labels": "time"}, 'Write labels = { x = "time (s)", … }.'),
        ({"labels": {"time": "t"}}, "Nothing in labels is called 'time'."),
    ],
)
def test_an_author_of_a_moving_slope_is_told_what_cannot_be(change: dict[str, Any], said: str) -> None:
    assert said in complaint({**MOVING, **change})


def test_labels_name_the_quantities_in_drawing_and_read_outs() -> None:
    html = render({**MOVING, "labels": {"x": "time (s)", "value": "speed (m/s)", "slope": "acceleration"}})
    assert "<dt>speed (m/s)</dt>" in html
    assert data_of(html, "moving-slope")["labels"]["x"] == "time (s)"


def test_without_labels_the_quantities_have_their_mathematical_names() -> None:
    html = render(MOVING)
    assert "<dt><tex-math>f'(x)</tex-math></dt>" in html


def test_read_outs_open_with_the_numbers_printed_below_the_drawing() -> None:
    html = render(SECANT)
    assert r"\live{slope}{3.20}" in html
    assert readouts(SECANT)["slope"] == pytest.approx(3.2)

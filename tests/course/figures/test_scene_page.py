"""The page of a scene: what stands there before the script, and the data for it."""

import json
import re
from pathlib import Path
from typing import Any

from tests.course.figures.scenes import SMALL, readouts, scene
from upslope.course.figures import KINDS, render

FRONT_END = Path(__file__).parents[3] / "frontend"


def page(**changes: Any) -> str:
    spec = {key: value for key, value in {**SMALL, **changes}.items() if value is not None}
    return render(spec, Path("lesson.md"), 1)


def test_the_kind_has_its_element_in_the_front_end() -> None:
    assert "scene" in KINDS
    assert f'customElements.define("{scene().tag}"' in (FRONT_END / "scene.ts").read_text()
    assert f'whenOnPage("{scene().tag}"' in (FRONT_END / "app.ts").read_text()


def test_the_data_of_a_scene_is_json_that_cannot_end_its_block() -> None:
    mark = {"is": "text", "at": [0, 0], "text": "</script><b>", "when": "a < 2"}
    found = re.search(
        r'<figure-scene [^>]*><script type="application/json">(.*?)</script>', page(mark=[mark])
    )
    assert found is not None
    data = json.loads(found[1])
    assert data["items"][0]["text"] == ["</script><b>"]
    assert data["state"] == {"a": 1.0, "n": 3.0}
    assert data["ranges"] == {"a": [-2.0, 2.0], "n": [0.0, 8.0]}
    assert data["numbers"] == [{"name": "height", "tree": ["+", ["^", "a", 3], ["neg", "a"]]}]
    assert data["rows"]["data"] == {"columns": ["p", "q"], "values": [[1.0, 2.0], [2.0, 3.0], [4.0, 5.0]]}


def test_sliders_open_where_the_state_is() -> None:
    html = page(
        slider=[{"name": "n", "label": "Steps <n>", "play": True}, {"name": "a", "label": "$a$", "role": "x"}]
    )
    assert (
        '<span>Steps &lt;n&gt;</span><input type="range" class="range" data-set="n" min="0" max="8" step="1" '
        'value="3" aria-label="Steps &lt;n&gt;">'
    ) in html
    assert html.count("data-play=") == 1
    assert '<label class="slider tone-x"><span><tex-math>a</tex-math></span>' in html
    assert 'step="any" value="1" aria-label="a"' in html


def test_a_choice_is_a_number_of_the_state_in_whole_steps() -> None:
    choice = {"name": "kind", "label": "Neuron", "options": ["tanh", "logistic", "step"]}
    made = scene(choice=[choice], numbers={"value": "kind + 1"})
    assert tuple(made.ranges["kind"]) == (0, 2)
    assert made.steps["kind"] == 1
    assert made.readouts(made.state)["value"] == 1
    html = page(choice=[choice], state={"a": 1, "n": 3, "kind": 2})
    assert re.findall(r'name="small-kind" data-set="kind" value="(\d)"( checked)?', html) == [
        ("0", ""),
        ("1", ""),
        ("2", " checked"),
    ]


def test_formulas_and_read_outs_open_with_their_numbers() -> None:
    html = page(
        state={"a": 1.5, "n": 3},
        formula=r"f(a) = \live{height}, n = \live{n:0}, \live{a}{1.5}",
        readout=[{"name": "height", "label": "Height $f(a)$", "digits": 3, "role": "y"}],
    )
    assert r"f(a) = \live{height}{1.88}, n = \live{n}{3}, \live{a}{1.5}" in html
    assert '<dd class="role-y"><span data-live="height">1.875</span></dd>' in html


def test_a_legend_names_colours() -> None:
    html = page(legend=[{"role": "slope", "text": "the *tangent*", "style": "dashed"}])
    assert '<ul class="legend"><li class="tone-slope dashed">the <em>tangent</em></li></ul>' in html


def test_panels_stand_in_the_page_before_the_script() -> None:
    panels = [
        {"id": "left", "view": [0, 1, 0, 1], "title": "A < B"},
        {"id": "right", "view": [0, 1, 0, 1], "size": "side", "shape": "square"},
    ]
    html = page(view=None, panel=panels)
    assert '<div class="panel main"><p class="panel-title">A &lt; B</p></div>' in html
    assert '<div class="panel side square"></div>' in html


def test_a_scene_says_its_state_unless_its_author_writes_words() -> None:
    assert 'data-words="a is {a}, n is {n}."' in page()
    assert 'data-words="At {height:3}."' in page(words="At {height:3}.")
    still = page(state=None, range=None, steps=None, numbers=None, mark=[{"is": "curve", "of": "f(x)"}])
    assert "data-words" not in still


def test_read_outs_are_the_state_and_all_numbers() -> None:
    assert readouts({"a": 2}) == {"a": 2, "n": 3, "height": 6}

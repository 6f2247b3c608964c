"""What an author of a scene is told: the value, why it cannot be, what to do."""

from typing import Any

import pytest

from tests.course.figures.scenes import complaint, scene

CURVE = {"is": "curve", "of": "f(x)"}
SPACE = {"id": "space", "space": {"x": [-1, 1], "y": [-1, 1], "z": [0, 2], "turn": "a", "tilt": "n"}}


def mark(name: str, **keys: Any) -> dict[str, Any]:
    return {"mark": [{"is": name, **keys}]}


def sequence(**changes: Any) -> dict[str, Any]:
    usual = {"name": "s", "start": {"r": "a"}, "next": {"r": "r/2"}, "count": "n"}
    return {"sequence": [{**usual, **changes}]}


FORMULAS: list[tuple[dict[str, Any], str]] = [
    ({"numbers": {"b": "2 +"}}, "In this scene figure, b = '2 +' cannot be read: "),
    (
        {"numbers": {"b": "f(c)"}},
        "I don't know the letter “c” here. The names here are: a, n, b, f(x), g(x, y).",
    ),
    ({"numbers": {"b": "f(1"}}, "a bracket is opened and never closed"),
    ({"numbers": {"b": "f(1, 2)"}}, "f(1, 2) gives 2 numbers to f, which takes 1: f(x)."),
    ({"numbers": {"b": "g'(1, 2)"}}, "write g_x(…) for the derivative with respect to x"),
    ({"numbers": {"b": "g_z(1, 2)"}}, "g_z(1, 2) is a derivative with respect to z; g depends on x, y."),
    ({"numbers": {"b": True}}, "b is True. It must be a number or a formula"),
    ({"numbers": {"b": "c", "c": "2 b"}}, "numbers go round in a circle: b → c → b."),
    ({"numbers": {"b": "b + 1"}}, "numbers go round in a circle: b → b."),
    ({"numbers": "2"}, "numbers is '2'. Write numbers = { "),
    ({"numbers": {"b": {"sum": "p", "rows": "others"}}}, "no rows are called that. There are: data."),
    ({"numbers": {"b": {"sum": "p", "row": "data"}}}, "has no rows"),
    ({"functions": {"f": "x"}}, "a function is called 'f'. Write a name and its letters"),
    ({"functions": {"sin(x)": "x"}}, "'sin' cannot be a name of yours: every formula knows it already."),
    ({"functions": {"max(x)": "x"}}, "two things are called 'max'"),
    ({"functions": {"f(x)": "h(x)", "h(x)": "x"}}, "I don't know the letter “h”"),
    ({"functions": {"f(x, x)": "x"}}, "two things are called 'x'"),
    ({"functions": {"f(x)": "x^^2"}}, "the function f = 'x^^2' cannot be read"),
    ({"functions": {"s(p)": {"sum": "p", "rows": "data"}}}, "two things are called 'p'"),
    ({"functions": {"s(u)": {"sum": "u", "rows": "s"}}, **sequence()}, "A function sums over rows that stay"),
    ({"functions": {"p(x)": {"taylor": "x", "about": 0, "order": 13}}}, "order is 13. It goes from 0 to 12."),
    (
        {"functions": {"p(x, y)": {"taylor": "x", "about": 0, "order": 1}}},
        "has the letters x, y. It takes one.",
    ),
    (
        {"functions": {"p(x)": {"taylor": "1/x", "about": 0, "order": 2}}},
        "the function has no value or no slope at 0. Expand it about a point where the curve is smooth.",
    ),
    (
        {"functions": {"f(x)": "ln(1 + x) cos(x)/(1 + x^2)"}, "numbers": {"b": "f''''''''(a)"}},
        "cannot be read: This expression has more than 150",
    ),
]
STATE: list[tuple[dict[str, Any], str]] = [
    ({"range": {"a": [-2, 2]}}, "n has no range. Write range = { n = [from, to] }"),
    ({"range": {"a": [2, -2], "n": [0, 8]}}, "a has the range [2, -2]"),
    ({"range": {"b": [0, 1]}}, "range is {'b': [0, 1]}; the state has a, n."),
    ({"state": {"a": 3, "n": 0}}, "a is 3; it goes from -2 to 2."),
    ({"state": {"a": 0, "n": 0.5}}, "n is 0.5; it moves in steps of 1 from 0."),
    ({"state": {"k": 1}, "range": {}}, "'k' always means the number of a row"),
    ({"state": {"px": 1}, "range": {}}, "'px' always means where the pointer is"),
    ({"state": {"max": 1}, "range": {}}, "'max' cannot be a name of yours"),
    ({"state": {"a-b": 1}, "range": {}}, "'a-b' cannot be a variable's name"),
    ({"numbers": {"a": 2}}, "two things are called 'a'. Give each a name of its own."),
    ({"steps": {"b": 1}}, "steps names 'b', which is no number of the state. There are: a, n."),
    ({"steps": {"n": 9}}, "the step of n is 9. It must be above 0 and fit in 0 to 8."),
    ({"rows": {"data": {"a": [1]}}}, "two things are called 'a'"),
    (
        {"rows": {"data": {"p": [1, 2], "q": [1]}}},
        "p has 2, q has 1 numbers. Every column needs equally many",
    ),
    ({"rows": {"data": {"p": [1, "2"]}}}, "the column p is [1, '2']"),
    ({"rows": {"data": []}}, "In the rows called 'data' there is nothing."),
    (sequence(next={"s": 1}), "start names r and next names s. Both name the same columns."),
    (sequence(start={}), "start is {}. Write start = { a = "),
    (sequence(most=500), "most is 500. It goes from 1 to 200."),
    (sequence(count=None), "count is None"),
    (sequence(name="data"), "two things are called 'data'"),
    ({**sequence(start={"r": "b"}), "numbers": {"b": "s_r"}}, "numbers go round in a circle: b → s → b."),
    ({"walkthrough": [{"say": "Go.", "state": {"a": 9}}]}, "In step 1 of the walkthrough, a is 9"),
    (
        {"task": {"say": "Go.", "goal": "z < 1", "done": "There."}},
        "This figure's read-outs are: a, n, height.",
    ),
]
PANELS: list[tuple[dict[str, Any], str]] = [
    ({"view": None}, "view is None. It must be a list of 4"),
    (
        {"view": [1, "a", 0, 1]},
        "In panel 'main', view is [1.0, 1.0, 0.0, 1.0]: it has no width or no height.",
    ),
    ({"axes": {"log": ["x"]}}, "axes.log is ['x']. An axis in powers of ten begins above 0."),
    ({"axes": {"log": ["z"]}}, "log is ['z']. It lists axes"),
    ({"axes": "none"}, "axes is 'none'. Write axes = { x = "),
    ({"axes": {"grid": 1}}, "grid is 1. It is true or false"),
    ({"axes": {"name": "x"}}, "Nothing in the axes of this scene figure is called 'name'."),
    ({"view": None, "panel": []}, "has an empty list of panels"),
    ({"panel": [{"id": "p", "view": [0, 1, 0, 1]}] * 2, "view": None}, "Two panels are called 'p'."),
    (
        {"panel": [{"id": "p", "view": [0, 1, 0, 1], "size": "big"}], "view": None},
        "It can be: main, side, half.",
    ),
    ({"panel": [{"id": "p", "space": 3}], "view": None}, "space is 3. Write space = { x = "),
    (
        {"panel": [{"id": "p", "space": {"x": [0, 1], "y": [0, 1], "z": [0, 1]}}], "view": None},
        "'turn' is no number of the state. Name two there",
    ),
    ({"panel": [SPACE], "view": None, **mark("curve", of="f(x)")}, "which is a space. Name a flat one"),
    ({"panel": [SPACE], "view": None, **mark("point", at=[0, 0])}, "a point in space has 3 coordinates"),
]
MARKS: list[tuple[dict[str, Any], str]] = [
    (mark("curves", of="x"), "No mark is called 'curves' (mark 1). Did you mean 'curve'? There are: "),
    ({"mark": [{}]}, "has no is"),
    (mark("curve"), "Mark 1 (curve) has no of."),
    (mark("curve", of="f(x)", colour="red"), "Nothing in mark 1 (curve) is called 'colour'."),
    (mark("curve", of="f(x)", role="red"), "role is 'red'. It can be: ink, x, y, step, slope, error, muted."),
    (mark("curve", of="f(x)", style="bold"), "style is 'bold'. It can be: plain, thick, thin,"),
    (mark("curve", of="f(x)", panel="map"), "panel is 'map'. It can be: main."),
    (mark("curve", of="f(x)", each="rows"), "each is 'rows': no rows are called that. There are: data."),
    (mark("curve", of="f(x)", when="a"), "when = 'a' is not a comparison. Write two formulas with <"),
    (mark("curve", of="f(x)", when="a < z"), "when = 'z' cannot be read"),
    (mark("curve", of=["t", "t"]), "nothing says how far t runs. Add from = … and to = …"),
    (mark("curve", of="f(x)", samples=1), "samples is 1. It goes from 2 to 2000."),
    (mark("segment", **{"from": [0, 0, 0], "to": [1, 1]}), "a point on the plane has 2 coordinates. Write ["),
    (mark("segment", **{"from": [0, 0]}), "Mark 1 (segment) has no to. Add to = ["),
    (mark("polygon", points=[[0, 0], [1, 1]]), "It must be a list of 3 points or more"),
    (mark("vector", to=[1, 1], by=[1, 1]), "an arrow needs to or by, one of the two."),
    (mark("vector"), "an arrow needs to or by, one of the two."),
    (mark("text", at=[0, 0], text="at {a"), "text has a brace that is alone: 'at {a'."),
    (mark("text", at=[0, 0], text="at {b}"), "text = 'b' cannot be read"),
    (mark("text", at=[0, 0], text="at {a:many}"), "text asks for 'many' decimals in {a:many}."),
    (mark("text", at=[0, 0], text="a", anchor="left"), "It can be: middle, start, end."),
    (mark("handle", at=[0, "f(a)"], label="P"), "no coordinate is a number of the state"),
    (
        mark("handle", at=[0, 0], label="P", sets={"height": "px"}),
        "would set 'height', which is no number of",
    ),
    (mark("handle", at=[0, 0], label="P", sets={}), "sets is {}. Write sets = { x = "),
    (mark("handle", at=["a", 0]), "has no label"),
    (mark("surface", of="g(x, y)"), "a surface stands in the flat panel 'main'"),
    (mark("contours", of="g(x, y)", levels="many"), "levels is 'many'. Write how many"),
    (mark("contours", of="g(x, y)", levels={"rising": [0, 1, 5]}), "for 8 heights that grow by one factor"),
    (mark("contours", of="g(x, y)", variables=["x"]), "It names two letters, across and up"),
    (mark("contours", of="g(x, y)", grid=1000), "grid is 1000. It goes from 2 to 160."),
    (mark("arrow-field", of=["x"]), "a point on the plane has 2 coordinates"),
    (mark("arrow-field", of=["x", "y"], longest=500), "longest is 500 pixels. It goes from 4 to 80."),
    (mark("scatter"), "Mark 1 (scatter) has no each. Name the rows it is drawn for: data."),
    (mark("trail", at=[0, 0]), "Mark 1 (trail) has no each."),
    (mark("histogram", each="data", of="z", edges=[1, 2]), "of is 'z', which is no column of the rows."),
    (
        mark("histogram", each="data", of="p", edges=[2, 1]),
        "edges is [2, 1]. List where the bars begin and end",
    ),
]
STRIP: list[tuple[dict[str, Any], str]] = [
    ({"slider": [{"name": "height"}]}, "'height' is no number of the state. There are: a, n."),
    ({"slider": [{"name": "a", "log": True}]}, "a goes from -2 to 2 and the slider counts in factors."),
    ({"slider": [{"name": "a", "play": 1}]}, "play is 1. It is true or false"),
    ({"readout": [{"name": "depth"}]}, "name speaks of 'depth', which is no number of this figure."),
    ({"readout": [{"name": "a", "digits": 20}]}, "digits is 20. It goes from 0 to 9."),
    ({"legend": [{"role": "red", "text": "f"}]}, "role is 'red'"),
    ({"choice": [{"name": "c", "label": "C", "options": ["one"]}]}, "Offer two or more."),
    ({"formula": r"\live{depth}"}, "formula speaks of 'depth', which is no number of this figure."),
    ({"words": "At {depth}."}, "{depth}"),
    ({"colour": "red"}, "Nothing in this scene figure is called 'colour'."),
]


@pytest.mark.parametrize(("changes", "said"), [*FORMULAS, *STATE, *PANELS, *MARKS, *STRIP])
def test_an_author_is_told_what_cannot_be(changes: dict[str, Any], said: str) -> None:
    assert said in complaint(**changes)


def test_the_scene_that_all_of_these_change_is_right() -> None:
    assert scene(mark=[CURVE]).items[0].kind == "curve"

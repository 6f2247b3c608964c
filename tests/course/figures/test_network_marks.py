"""The marks ``graph``, ``network`` and ``layers``, held against paths, matrices and their products."""

from itertools import pairwise
from math import prod
from typing import Any

import numpy as np
import pytest

from tests.course.figures.scenes import complaint, scene
from upslope.course.figures.scene.moment import Moment
from upslope.course.figures.scene.primitives import Dot, Line, Primitive, Text

AT = {"a": 1.25, "n": 3}
PLACES = {"s": (0, 0), "t": (1, 0), "u": (2, 1), "v": (2, -1), "w": (3, 0)}
RATES: dict[tuple[str, ...], float] = {
    ("s", "t"): -1.5,
    ("t", "u"): 0.5,
    ("t", "v"): 2,
    ("u", "w"): 3,
    ("v", "w"): 1.25,
}
PATHS = [("s", "t", "u", "w"), ("s", "t", "v", "w")]
NODES = [{"name": name, "at": list(place)} for name, place in PLACES.items()]
EDGES = [{"from": start, "to": end, "rate": rate} for (start, end), rate in RATES.items()]


def drawn(name: str, **keys: Any) -> tuple[tuple[Primitive, ...], Moment]:
    made = scene(mark=[{"is": name, **keys}])
    return made.items, made.moment(AT)


def shown(items: tuple[Primitive, ...], moment: Moment, kind: type[Any]) -> list[Any]:
    """Return what is drawn at the moment, of one kind."""
    return [item for item in items if isinstance(item, kind) and moment.holds(item.look.when)]


def place(point: Any, moment: Moment) -> tuple[float, ...]:
    return tuple(round(moment.number(tree), 9) for tree in point)


def ends(line: Line, moment: Moment) -> list[tuple[float, ...]]:
    return [place(point, moment) for point in line.points]


def running(flow: float) -> dict[str, tuple[Dot, float, tuple[float, ...]]]:
    """Return the dots on their way by the part they belong to: dot, size, place."""
    items, moment = drawn("graph", nodes=NODES, edges=EDGES, flow=flow)
    dots = [dot for dot in shown(items, moment, Dot) if "-" in dot.look.part]
    return {dot.look.part: (dot, moment.number(dot.size), place(dot.at, moment)) for dot in dots}


def test_a_nudge_is_multiplied_along_a_path_and_added_where_paths_meet() -> None:
    to_end = {path: prod(RATES[edge] for edge in pairwise(path)) for path in PATHS}
    moved = running(2.5)

    assert moved.keys() == {"u-w", "v-w"}
    for path, product in to_end.items():
        dot, size, _ = moved["-".join(path[-2:])]
        assert size == pytest.approx(3 + 3.5 * np.sqrt(abs(product)))
        assert dot.hollow == (product < 0)
    joined = [*EDGES, {"from": "w", "to": "x", "rate": 2}]
    items, moment = drawn("graph", nodes=[*NODES, {"name": "x", "at": [4, 0]}], edges=joined, flow=3.5)
    (last,) = (dot for dot in shown(items, moment, Dot) if dot.look.part == "w-x")
    assert moment.number(last.size) == pytest.approx(3 + 3.5 * np.sqrt(abs(2 * sum(to_end.values()))))


def test_the_nudge_runs_one_stage_after_the_other() -> None:
    assert {part: at for part, (_, _, at) in running(0.25).items()} == {"s-t": (0.25, 0)}
    assert {part: at for part, (_, _, at) in running(1.5).items()} == {"t-u": (1.5, 0.5), "t-v": (1.5, -0.5)}
    assert running(3) == {}


def test_the_width_of_an_arrow_is_its_rate_and_its_words_are_the_authors() -> None:
    edges = [{**edge, "text": f"to {edge['to']}: {{a}}"} for edge in EDGES]
    items, moment = drawn("graph", nodes=NODES, edges=edges)
    wide = {line.look.part: moment.number(line.width) for line in shown(items, moment, Line) if line.width}

    assert wide == pytest.approx({f"{a}-{b}": 1 + 1.2 * abs(rate) for (a, b), rate in RATES.items()})
    assert [text.text[0] for text in shown(items, moment, Text)[:2]] == ["to t: ", "to u: "]


def test_an_edge_joins_nodes_that_are_there() -> None:
    lost = [{"from": "s", "to": "z", "rate": 1}]
    assert "It can be: s, t, u, v, w" in complaint(mark=[{"is": "graph", "nodes": NODES, "edges": lost}])
    assert "nodes is empty" in complaint(mark=[{"is": "graph", "edges": EDGES}])


def test_edges_that_go_back_are_refused() -> None:
    for edges in ([*EDGES, {"from": "w", "to": "s", "rate": 1}], EDGES[::-1]):
        assert "already left" in complaint(mark=[{"is": "graph", "nodes": NODES, "edges": edges}])


def network(weights: list[np.ndarray], biases: list[np.ndarray], **keys: Any) -> Any:
    sizes = [weights[0].shape[1], *(matrix.shape[0] for matrix in weights)]
    given = {"weights": [w.tolist() for w in weights], "biases": [b.tolist() for b in biases]}
    return drawn("network", sizes=sizes, **given, **keys)


def test_lines_of_a_network_are_as_wide_as_weights_and_dashed_below_0() -> None:
    chance = np.random.default_rng(7)
    weights = [chance.uniform(-3, 3, shape) for shape in ((3, 2), (1, 3))]
    items, moment = network(weights, [np.zeros(3), np.zeros(1)])
    lines = {
        tuple(ends(line, moment)): line for line in shown(items, moment, Line) if line.look.part == "weights"
    }

    assert len(lines) == 9
    for layer, matrix in enumerate(weights):
        rows, columns = matrix.shape
        for (row, column), weight in np.ndenumerate(matrix):
            start = (layer, (columns - 1) / 2 - column)
            end = (layer + 1, (rows - 1) / 2 - row)
            line = lines[start, end]
            assert moment.number(line.width) == pytest.approx(min(0.75 + 2 * abs(weight), 8))
            assert ("dashed" in line.look.style) == (weight < 0)


def test_biases_come_in_from_below_and_values_and_names_stand_with_their_neurons() -> None:
    names = [["x"], ["h_1", "h_2"]]
    items, moment = network([np.ones((2, 1))], [np.array([0.5, -2])], values=[["a"], ["2 a", 7]], names=names)
    biases = [line for line in shown(items, moment, Line) if line.look.part == "biases"]
    texts = shown(items, moment, Text)

    assert [moment.number(line.width) for line in biases] == [1.75, 4.75]
    assert [ends(line, moment)[1] for line in biases] == [(1, 0.5), (1, -0.5)]
    assert all(ends(line, moment)[0][1] < ends(line, moment)[1][1] for line in biases)
    inside = {place(text.at, moment): moment.number(text.text[0].tree) for text in texts if not text.letters}
    assert inside == {(0, 0): 1.25, (1, 0.5): 2.5, (1, -0.5): 7}
    assert [text.text for text in texts if text.letters] == [("x",), ("h_1",), ("h_2",)]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"sizes": [1]}, "sizes is [1]"),
        ({"sizes": [2, 1], "weights": [[[1, 2]], []], "biases": [[0]]}, "one of 1 by 2"),
        ({"sizes": [2, 1], "weights": [[[1]]], "biases": [[0]]}, "which have 2 entries"),
        ({"sizes": [1, 1], "weights": [[[1]]]}, "biases is None"),
    ],
)
def test_a_network_whose_shapes_do_not_fit_is_refused(keys: dict[str, Any], said: str) -> None:
    assert said in complaint(mark=[{"is": "network", **keys}])


@pytest.mark.parametrize("layer", [1, 2])
def test_the_lit_line_is_the_weight_of_its_row_and_column(layer: int) -> None:
    sizes = [4, 3, 2]
    for row in range(1, sizes[layer] + 1):
        for column in range(1, sizes[layer - 1] + 1):
            items, moment = drawn("layers", sizes=sizes, lit=[layer, row, column])
            (lit,) = (line for line in shown(items, moment, Line) if line.look.part == "lit")
            start = (layer - 1, (sizes[layer - 1] + 1) / 2 - column)
            assert ends(lit, moment) == [start, (layer, (sizes[layer] + 1) / 2 - row)]


def test_below_the_layers_stand_shapes_that_can_be_multiplied() -> None:
    items, moment = drawn("layers", sizes=[5, 2, 3])
    words = [text.text[0] for text in shown(items, moment, Text)]
    shapes = {
        name: tuple(map(int, shape.split(" × "))) for name, shape in zip(words[::2], words[1::2], strict=True)
    }
    a = np.zeros(shapes["a^{(0)}"])
    for layer in (1, 2):
        a = np.zeros(shapes[f"W^{{({layer})}}"]) @ a + np.zeros(shapes[f"b^{{({layer})}}"])
        assert a.shape == shapes[f"a^{{({layer})}}"]
    assert len(shown(items, moment, Line)) == 5 * 2 + 2 * 3


def test_lit_is_three_formulas() -> None:
    assert "lit = [layer, row, column]" in complaint(mark=[{"is": "layers", "sizes": [2, 1], "lit": [1, 2]}])

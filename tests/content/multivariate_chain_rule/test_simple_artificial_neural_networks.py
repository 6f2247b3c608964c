"""What the quiz on small networks takes for right, worked out another way: counted, solved and drawn."""

import re
from itertools import pairwise, product

import numpy as np
import pytest

from tests.content.multivariate_chain_rule.lessons import variants

QUIZ = "simple-artificial-neural-networks"


def entries(text: str) -> np.ndarray:
    """Return a matrix that is written as the keys have it, or in LaTeX."""
    rows = text.strip("[]").replace("\\\\", ";").replace("&", ",").split(";")
    return np.array([[float(entry) for entry in row.split(",")] for row in rows])


def test_the_solution_of_the_contradicting_neuron_tips_over_between_what_the_sensor_sends() -> None:
    for variant in variants(QUIZ, "a-neuron-that-says-no"):
        sent = re.search(r"sends (\d) for no and (\d) for yes", variant.prompt)
        answer = re.match(r"w = (.*)\nb = (.*)", variant.parts[0].key["answer"])
        assert sent is not None
        assert answer is not None
        low, high, w, b = (float(n) for n in (*sent.groups(), *answer.groups()))
        assert np.tanh([w * low + b, w * high + b]) == pytest.approx([0.99505, -0.99505], abs=1e-4)
        assert -b / w == pytest.approx((low + high) / 2)


def test_the_sums_of_the_layer_are_those_of_numpy() -> None:
    for variant in variants(QUIZ, "three-numbers-to-two"):
        matrices = re.findall(r"\\begin\{bmatrix\} (.*?) \\end\{bmatrix\}", variant.prompt)
        weights, bias, inputs = (entries(found) for found in matrices)
        assert weights.shape == (2, 3)
        assert weights @ inputs + bias == pytest.approx(entries(variant.parts[0].key["answer"]))


def test_a_network_has_as_many_weights_as_lines_and_as_many_biases_as_neurons_that_add_up() -> None:
    for variant in variants(QUIZ, "count-the-numbers"):
        sizes = [int(n) for n in re.findall(r"(\d) (?:inputs|hidden|outputs)", variant.prompt)]
        lines = [pair for before, after in pairwise(sizes) for pair in product(range(before), range(after))]
        weights, total = (int(part.key["answer"]) for part in variant.parts)
        assert weights == len(lines)
        assert total == len(lines) + sum(1 for size in sizes[1:] for _ in range(size))


def test_the_matrix_multiplied_out_gives_the_sums_back() -> None:
    for variant in variants(QUIZ, "sums-into-a-matrix"):
        weights, bias = (entries(part.key["answer"]) for part in variant.parts)
        inputs = np.array([[0.7], [-1.3], [2.9]])
        written = [added(found, inputs) for found in re.findall(r"z_\d = (.*?)\$", variant.prompt)]
        assert written == pytest.approx((weights @ inputs + bias).ravel())


def added(text: str, inputs: np.ndarray) -> float:
    """Return a sum such as −6a_3 − 8 + 4a_1 with the inputs put in."""
    terms = re.findall(r"([+-]?)(\d+)(?:a_(\d))?", text.replace(" ", ""))
    return sum(float(sign + size) * (inputs[int(k) - 1, 0] if k else 1) for sign, size, k in terms)


def test_the_dashed_curve_is_what_the_prompt_calls_it_and_has_its_steps_where_the_picture_says() -> None:
    shapes = set()
    for variant in variants(QUIZ, "bend-the-curve", 20):
        plot = variant.parts[0].key["plot"]
        x, y = np.array(plot["curves"][0]["pieces"][0]).T
        left, middle, right = (float(np.interp(at, x, y)) for at in (-3, *between(plot["alt"]), 3))
        shape = next(name for name in ("hill", "valley", "go up", "go down") if name in variant.prompt)
        assert (middle > left, right > middle) == {
            "hill": (True, False),
            "valley": (False, True),
            "go up": (True, True),
            "go down": (False, False),
        }[shape]
        shapes.add(shape)
    assert len(shapes) == 4


def between(alt: str) -> list[float]:
    """Return the middle between the two steps that a picture's words name."""
    steps = [float(n) for n in re.findall(r"x = (-?[\d.]+\d|-?\d)", alt)]
    assert len(steps) == 2
    return [sum(steps) / 2]

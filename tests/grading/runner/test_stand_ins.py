"""Libraries that are not there stay out of the way of a learner's own functions."""

import sys
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from upslope.grading.runner.cells import run_cell
from upslope.grading.runner.stand_ins import SILENCED, StandInFinder


@pytest.fixture
def namespace() -> Iterator[dict[str, Any]]:
    """What a notebook runs in, with stand-ins in place of every library they are for."""
    known = {name: module for name, module in sys.modules.items() if name.partition(".")[0] in SILENCED}
    for name in known:
        del sys.modules[name]
    finder = StandInFinder()
    sys.meta_path.insert(0, finder)
    yield {"np": np}
    sys.meta_path.remove(finder)
    for name in [name for name in sys.modules if name.partition(".")[0] in SILENCED]:
        del sys.modules[name]
    sys.modules.update(known)


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("import numba as nb\n@nb.njit\ndef g(x): return 2 * x\nv = g(3)", 6),
        ("from numba import jit\n@jit(nopython=True)\ndef g(x): return 2 * x\nv = g(3)", 6),
        ("from numba import vectorize\n@vectorize(['f8(f8)'])\ndef g(x): return 2 * x\nv = g(3)", 6),
        ("from tqdm import tqdm\nv = [n for n in tqdm(range(3))]", [0, 1, 2]),
        ("from tqdm.notebook import trange\nv = [n for n in trange(1, 3)]", [1, 2]),
        ("from tqdm.auto import tqdm\nwith tqdm(total=3) as bar: bar.update(1)\nv = 1", 1),
        ("from tqdm import tqdm\nbar = tqdm([4, 5])\nbar.set_description('x')\nv = list(bar)", [4, 5]),
        ("from pylab import *\nv = exp(0) + sum(array([1, 2]))", 4),
        ("import matplotlib.pyplot as plt\nplt.rcParams['x'] = 3\nfig, ax = plt.subplots()\nv = 1", 1),
        ("from google.colab import drive\ndrive.mount('/content')\nv = 1", 1),
    ],
)
def test_they_let_the_learners_own_code_through(
    namespace: dict[str, Any], source: str, value: object
) -> None:
    assert run_cell(source, "cell 1", namespace, False) is None
    assert namespace["v"] == value


@pytest.mark.parametrize(
    ("source", "only_definitions", "names"),
    [
        ("1 / 0\na = 3\ndef g(): pass\nb = len('abc')\nprint(missing)", False, {"a", "g", "b"}),
        ("h = lambda: 3\nwhile True: pass\na = [3, 4]\nb = sum(a)", True, {"h", "a"}),
        ("while True: pass\nif True:\n    def g(): pass\nelse:\n    c = 3", True, {"g"}),
        ("try:\n    import nothing\nexcept ImportError:\n    nothing = None\nprint(3)", True, {"nothing"}),
        ("if sum([1]):\n    def g(): pass", True, set()),
        (
            "class A:\n    pass\nasync def k(): pass\nfrom math import pi\nx: int = 3",
            True,
            {"A", "k", "pi", "x"},
        ),
    ],
)
def test_what_is_run_of_a_cell_that_failed_or_never_ends(
    source: str, only_definitions: bool, names: set[str]
) -> None:
    namespace: dict[str, Any] = {}
    run_cell(source, "cell 1", namespace, only_definitions)
    assert {name for name in namespace if not name.startswith("__")} == names

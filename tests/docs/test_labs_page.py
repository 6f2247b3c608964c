"""The authors' page on labs: the lab it shows is built, solved, broken and judged."""

import contextlib
import io
import json
import re
from pathlib import Path

import numpy as np
import pytest

from upslope.grading.lab import Lab, load_lab
from upslope.grading.lab_checks import scene_of
from upslope.grading.lab_grader import grade_notebook
from upslope.grading.notebooks.notebook import solve_notebook
from upslope.grading.sandbox import Sandbox

PAGE = Path(__file__).resolve().parents[2] / "docs/authors/labs.md"
FILE = re.compile(r"^```\w+ file=(?P<name>\S+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
FIELDS = re.compile(r"^\| (?P<names>`\w+`(?:, `\w+`)*) \|", re.MULTILINE)


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Lab:
    folder = tmp_path_factory.mktemp("labs") / "tea"
    folder.mkdir()
    for found in FILE.finditer(PAGE.read_text(encoding="utf-8")):
        (folder / found["name"]).write_text(found["body"], encoding="utf-8")
    return load_lab(folder)


def test_the_lab_on_the_page_is_judged_and_a_broken_link_is_shown(lab: Lab) -> None:
    notebook = solve_notebook(lab)
    broken = json.loads(json.dumps(notebook).replace("return -70 * k *", "return 70 *"))
    with Sandbox() as sandbox:
        assert grade_notebook(json.dumps(notebook), lab, sandbox).score == 1
        result = grade_notebook(json.dumps(broken), lab, sandbox).functions["dTdt"]
    assert result.diagnosis == "The inner derivative is missing: the exponent −kt moves at the rate −k."
    assert result.chain is not None
    assert result.chain.broken == (1,)
    assert result.try_at_home is not None
    names = {"np": np, "dTdt": lambda t, k: 70 * np.exp(-k * t), "T": lambda t, k: 20 + 70 * np.exp(-k * t)}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(result.try_at_home.code, names)
    home = result.try_at_home
    assert printed.getvalue().split() == ["yours:", home.yours, "measured:", home.measured]


def test_every_slip_on_the_page_gives_other_numbers_than_the_right_answer(lab: Lab) -> None:
    (check,) = lab.checks
    scene = scene_of(check.draw(np.random.default_rng(1)))
    right = check.reference(*scene.arguments)
    for fault in [*check.faults, *check.double_faults()]:
        assert not check.accepts(np.asarray(fault.wrong(*scene.arguments)), right), fault.code


def test_the_fields_the_page_tells_of_are_those_a_check_has(lab: Lab) -> None:
    told = {
        name for row in FIELDS.findall(PAGE.read_text(encoding="utf-8")) for name in re.findall(r"\w+", row)
    }
    told |= {"name", "draw", "reference", "faults", "chain", "double_faults"}
    (check,) = lab.checks
    assert set(vars(check)) == told - {"lab"}

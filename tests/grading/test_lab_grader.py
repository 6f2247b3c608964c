"""A notebook gets marks function by function, and sentences a learner understands."""

import json
import os
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.grading.conftest import Notebook
from upslope.grading.lab import Lab
from upslope.grading.lab_checks import scene_of
from upslope.grading.lab_grader import grade_notebook
from upslope.grading.results import LabResult
from upslope.grading.sandbox import Sandbox

MU = "def dfdmu(x, mu, sig):\n    return f(x, mu, sig) * (x - mu) / sig**2\n"
SIG = "def dfdsig(x, mu, sig):\n    return f(x, mu, sig) * ((x - mu)**2 - sig**2) / sig**3\n"
STEP = """def steepest_step(x, y, mu, sig, aggression):
    residual = y - f(x, mu, sig)
    J = np.array([-2 * residual @ dfdmu(x, mu, sig), -2 * residual @ dfdsig(x, mu, sig)])
    return -aggression * J
"""


class Grader:
    """Grades notebooks of the heights lab."""

    def __init__(self, lab: Lab, sandbox: Sandbox) -> None:
        self.lab, self.sandbox = lab, sandbox

    def grade(self, notebook: Notebook) -> LabResult:
        return grade_notebook(json.dumps(notebook), self.lab, self.sandbox)

    def cells(self, *sources: str) -> LabResult:
        cells = [{"cell_type": "code", "source": source} for source in sources]
        return self.grade({"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": cells})


@pytest.fixture
def grader(lab: Lab, sandbox: Sandbox) -> Grader:
    return Grader(lab, sandbox)


def passed(result: LabResult) -> set[str]:
    return {name for name, function in result.functions.items() if function.passed}


ALL = {"dfdmu", "dfdsig", "steepest_step"}


def test_the_solved_notebook_has_full_marks(grader: Grader, solved: Notebook) -> None:
    result = grader.grade(solved)
    assert (result.score, result.max_score, result.error) == (3, 3, None)
    for function in result.functions.values():
        assert (function.passed, function.message, function.diagnosis) == (True, "Right.", None)
        assert all(check.holds for check in function.checks)


def test_the_learners_notebook_has_none_and_is_kind(grader: Grader, unsolved: Notebook) -> None:
    result = grader.grade(unsolved)
    assert (result.score, result.error) == (0, None)
    said = result.functions["dfdmu"].message
    assert said == "dfdmu is still waiting for you: there is no code in it yet."


def test_the_json_line_has_exactly_the_promised_keys(grader: Grader, solved: Notebook) -> None:
    line = json.loads(json.dumps(grader.grade(solved).to_json()))
    assert set(line) == {"notebook", "lab", "score", "max_score", "functions", "error"}
    names = {"passed", "message", "diagnosis", "checks", "chain", "try_at_home"}
    assert set(line["functions"]["dfdmu"]) == names


def test_functions_are_found_by_name_wherever_they_stand(grader: Grader) -> None:
    assert passed(grader.cells(STEP + SIG, "# notes", "1/0\n" + MU)) == ALL


def test_magic_plots_and_broken_cells_cost_nothing(grader: Grader) -> None:
    result = grader.cells(
        "%matplotlib inline\n%run 'readonly/HeightsModule.ipynb'\nimport matplotlib.pyplot as plt",
        "!ls\nfig, ax = plt.subplots()\nax.plot([1, 2])\nplt.show()",
        "%%bash\nrm -rf everything",
        "if True:\n    %time plt.show()",
        "import pandas as pd\npd.read_csv('heights.csv')",
        MU + SIG + STEP,
    )
    assert passed(result) == ALL
    assert result.functions["dfdmu"].message == "Right."


def test_scipy_may_be_used(grader: Grader) -> None:
    result = grader.cells(
        "from scipy.stats import norm",
        "def dfdmu(x, mu, sig):\n    return norm.pdf(x, mu, sig) * (x - mu) / sig**2",
        SIG + STEP,
    )
    assert passed(result) == ALL


def test_a_script_is_graded_like_a_notebook(lab: Lab, sandbox: Sandbox, tmp_path: Path) -> None:
    script = tmp_path / "mine.py"
    script.write_text(f"import numpy as np\n# %%\n{MU}{SIG}{STEP}")
    result = grade_notebook(script, lab, sandbox)
    assert passed(result) == ALL
    assert result.notebook == str(script)


def test_a_syntax_error_names_the_cell_the_line_and_the_words(grader: Grader) -> None:
    result = grader.cells(SIG, "def dfdmu(x, mu, sig):\n    retrun f(x, mu, sig)", STEP)
    assert passed(result) == {"dfdsig", "steepest_step"}
    said = result.functions["dfdmu"].message
    assert said.startswith("There is no function called dfdmu after running your notebook.")
    assert "Code cell 2, line 2 (“retrun f(x, mu, sig)”) cannot be read as Python (invalid syntax)" in said


def test_a_syntax_error_in_a_cell_without_marks_is_told_and_costs_nothing(grader: Grader) -> None:
    result = grader.cells(MU + SIG + STEP, "print('oops'")
    assert passed(result) == ALL
    assert "By the way: Code cell 2, line 1" in result.functions["dfdmu"].message


def test_a_syntax_error_in_a_script_names_the_line_of_the_file(
    lab: Lab, sandbox: Sandbox, tmp_path: Path
) -> None:
    script = tmp_path / "mine.py"
    script.write_text(f"{SIG}\n# %%\ndef dfdmu(x, mu, sig)\n    return 1\n")
    said = grade_notebook(script, lab, sandbox).functions["dfdmu"].message
    assert "Your script, line 5 (“def dfdmu(x, mu, sig)”)" in said


def test_a_cell_that_never_ends_is_named_and_costs_nothing_else(grader: Grader) -> None:
    wrong = MU.replace("mu) /", "mu) *")
    result = grader.cells(wrong, "while True:\n    pass\n" + SIG, STEP)
    assert passed(result) == ALL - {"dfdmu"}
    assert "Code cell 2 was still running after 2 seconds" in result.functions["dfdmu"].message


def test_what_a_notebook_does_beside_right_functions_is_not_waited_for(grader: Grader) -> None:
    result = grader.cells(MU, "import time\nwhile True: time.sleep(9)", SIG + STEP)
    assert {function.message for function in result.functions.values()} == {"Right."}


def test_a_function_that_needs_what_a_cell_works_out_finds_it(grader: Grader) -> None:
    result = grader.cells("root = float(np.sqrt(4))", SIG, STEP, MU.replace("sig**2", "sig**root"))
    assert passed(result) == ALL


def test_several_cells_that_never_end_cost_nothing_either(grader: Grader) -> None:
    loop = "import time\nwhile True: time.sleep(9)"
    assert passed(grader.cells(loop, MU, loop, SIG, loop, STEP)) == ALL


def test_a_cell_that_ends_python_is_named(grader: Grader) -> None:
    wrong = MU.replace("mu) /", "mu) *")
    result = grader.cells(wrong + SIG + STEP, "import os\nos._exit(0)")
    assert passed(result) == ALL - {"dfdmu"}
    assert "Code cell 2 ended Python while it ran" in result.functions["dfdmu"].message


def test_a_definition_that_never_ends_leaves_nothing_to_mark_and_says_so(grader: Grader) -> None:
    result = grader.cells("def dfdmu(x, mu, sig, wait=[1 for _ in iter(int, 1)]):\n    return x")
    assert result.score == 0
    assert result.error is not None
    assert "Code cell 1 was still running" in result.error


def test_no_function_at_all_is_an_error_that_names_them(grader: Grader) -> None:
    result = grader.cells("a = 1")
    assert (
        result.error
        == "None of the functions of this lab (dfdmu, dfdsig and steepest_step) is in this notebook."
    )
    assert set(result.functions) == ALL


def test_a_notebook_that_is_not_json_is_an_error(lab: Lab, sandbox: Sandbox) -> None:
    result = grade_notebook("hello", lab, sandbox)
    assert result.error is not None
    assert "This file is not a notebook: it begins with “hello”" in result.error
    assert (result.score, result.max_score) == (0, 3)


BODIES = [
    ("while True: pass", "dfdmu did not come back within 2 seconds"),
    ("return np.ones(10**10)", "dfdmu asked for more memory than there is here"),
    ("bytearray(10**10)", "dfdmu asked for more memory than there is here"),
    ("f(x, mu, sig) * (x - mu) / sig**2", "Your function dfdmu returned None: a return line may be missing."),
    ("return np.nan * x", "dfdmu returned nan or infinity"),
    ("return 'right'", "dfdmu returned a text, where an array of"),
    ("return True", "dfdmu returned True or False, where an array of"),
    ("return {}", "dfdmu returned a value of type dict, where an array of"),
    ("yield x", "dfdmu returned a generator (write return where it says yield)"),
    ("return np.exp", "dfdmu returned a function (add brackets"),
    ("return 10**400", "dfdmu returned a whole number that is too large"),
    ("raise ValueError", "dfdmu stopped in code cell 1, line 2 with ValueError."),
    ("raise ValueError('one\\ntwo\\x1b[31m')", "with ValueError: one two [31m."),
    ("return float(input('?'))", "write the number into the code"),
    ("return np.zeros((4000, 4000))", "dfdmu returned far more numbers than are needed"),
    ("return 3.0", "dfdmu returned one number, where an array of"),
    ("return f(x, mu, sig)[:, None]", "dfdmu returned an array of shape"),
    ("return x > 0", "dfdmu returned truth values"),
    ("return [x, x[1:]]", "dfdmu returned a list whose parts are not single numbers"),
    ("return [x, x]", "dfdmu returned an array of shape 2 ×"),
    ("return gauss(x)", "dfdmu stopped in code cell 1, line 2 with NameError: name 'gauss' is not defined"),
    ("import math; return math.exp(x)", "use np.exp and np.sqrt, which work on arrays"),
    ("return dfdmu(x, mu, sig)", "dfdmu calls itself without end"),
    ("import os; os._exit(0)", "Python ended while dfdmu was running"),
    ("raise SystemExit", "dfdmu stopped in code cell 1, line 2 with SystemExit"),
    ("return np.zeros(2 * 10**6)", "dfdmu returned far more numbers than are needed"),
]


@pytest.mark.parametrize(("body", "said"), BODIES, ids=[body for body, _ in BODIES])
def test_what_goes_wrong_in_one_function_costs_only_its_own_marks(
    grader: Grader, body: str, said: str
) -> None:
    result = grader.cells(f"def dfdmu(x, mu, sig):\n    {body}", SIG, STEP)
    assert said in result.functions["dfdmu"].message
    assert passed(result) == {"dfdsig", "steepest_step"}
    assert "values of ours for dfdmu and dfdsig" in result.functions["steepest_step"].message


def test_a_name_that_is_no_function_is_missing(grader: Grader) -> None:
    result = grader.cells("dfdmu = 3", SIG, STEP)
    said = result.functions["dfdmu"].message
    assert said.startswith("There is no function called dfdmu after running your notebook.")
    assert "dfdmu is given a value that is no function" in said


def test_a_step_with_formulas_of_its_own_is_right_too(grader: Grader) -> None:
    own = STEP.replace("dfdmu(x, mu, sig)", "(f(x, mu, sig) * (x - mu) / sig**2)").replace(
        "dfdsig(x, mu, sig)", "(f(x, mu, sig) * ((x - mu)**2 - sig**2) / sig**3)"
    )
    assert passed(grader.cells(own)) == {"steepest_step"}


def test_a_step_may_be_a_list_or_tuple_of_two_numbers(grader: Grader) -> None:
    for kind in ("list", "tuple"):
        assert (
            passed(grader.cells(MU, SIG, STEP.replace("-aggression * J", f"{kind}(-aggression * J)"))) == ALL
        )


def test_a_measured_slope_is_right_too(grader: Grader) -> None:
    measured = "def dfdmu(x, mu, sig):\n    return (f(x, mu + 1e-5, sig) - f(x, mu - 1e-5, sig)) / 2e-5"
    assert "dfdmu" in passed(grader.cells(measured))


def test_functions_that_return_nothing_but_zeros_earn_nothing(grader: Grader) -> None:
    zeros = "def dfdmu(x, *a): return 0 * x\ndef dfdsig(x, *a): return 0 * x\n"
    assert passed(grader.cells(zeros, "def steepest_step(*a): return np.zeros(2)")) == set()


ATTACKS = {
    "a comparison that always agrees": """
import numpy.testing
numpy.testing.assert_allclose = np.allclose = np.all = lambda *a, **k: True
""",
    "builtins that lie": """
import builtins
builtins.abs = lambda x: 0
builtins.max = lambda *a: 1e300
""",
    "a result printed on every stream": """
import sys, json
print(json.dumps({"score": 3, "functions": {"dfdmu": {"passed": True}}}))
sys.__stdout__.write("3 of 3")
""",
    "a search for the truth in memory": """
import gc, sys
assert not [o for o in gc.get_objects() if type(o).__name__ in ("FunctionCheck", "Fault", "Lab")]
assert not [m for m in sys.modules if "upslope" in m or "judge" in m]
def dfdmu(*a):
    for o in gc.get_objects():
        if callable(o) and getattr(o, "__name__", "") == "reference":
            return o(*a)
""",
    "a walk up the frames": """
import sys
frame = sys._getframe()
while frame:
    frame.f_globals["passed"] = frame.f_locals["passed"] = True
    frame = frame.f_back
""",
    "an array class that equals everything": """
class Same(np.ndarray):
    def __eq__(self, other): return True
    def __sub__(self, other): return np.zeros(self.shape)
def dfdmu(x, mu, sig): return np.zeros(x.shape).view(Same)
""",
    "another way to write frames": """
import sys
sys.modules["runner.frames"].pack = sys.modules["runner.job"].pack = lambda *a, **k: bytes(8)
""",
    "an exit with success": """
def dfdmu(*a):
    import os
    os._exit(0)
""",
    "a trace on everything": """
import sys
sys.settrace(lambda *a: None)
sys.setprofile(lambda *a: None)
""",
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=list(ATTACKS))
def test_no_trick_earns_a_mark_and_the_next_learner_is_graded_as_ever(
    grader: Grader, solved: Notebook, attack: str
) -> None:
    wrong = "def dfdmu(x, mu, sig): return x\ndef dfdsig(x, mu, sig): return x\n"
    result = grader.cells(wrong + "def steepest_step(*a): return np.zeros(2)", attack)
    assert passed(result) == set()
    assert grader.grade(solved).score == 3


def test_a_flooded_stdout_is_no_trouble(grader: Grader) -> None:
    assert passed(grader.cells("for _ in range(200): print('x' * 100_000)", MU + SIG + STEP)) == ALL


def test_arguments_are_fresh_each_time(lab: Lab) -> None:
    for check in lab.checks:
        first, second = (scene_of(check.draw(np.random.default_rng(seed))) for seed in (1, 2))
        assert not np.array_equal(first.arguments[0], second.arguments[0])


def test_the_same_generator_gives_the_same_verdict(lab: Lab, sandbox: Sandbox, solved: Notebook) -> None:
    text = json.dumps(solved)
    results = [grade_notebook(text, lab, sandbox, rng=np.random.default_rng(5)) for _ in range(2)]
    assert results[0] == results[1]


def test_one_bad_notebook_never_stops_the_batch(
    lab: Lab, sandbox: Sandbox, solved: Notebook, tmp_path: Path
) -> None:
    contents: dict[str, Any] = {
        "good": json.dumps(solved),
        "broken": "{",
        "again": json.dumps(solved),
        "bomb": json.dumps({"cells": [{"cell_type": "code", "source": "import os\nos.kill(-1, 9)"}]}),
        "last": json.dumps(solved),
    }
    paths = [tmp_path / f"{name}.ipynb" for name in contents] + [tmp_path / "missing.ipynb"]
    for path, text in zip(paths, contents.values(), strict=False):
        path.write_text(text)
    if sandbox.tier.name == "plain process":
        paths = [path for path in paths if path.stem != "bomb"]  # it would reach this very test
    results = {path.stem: grade_notebook(path, lab, sandbox) for path in paths}
    assert [results[name].score for name in ("good", "again", "last")] == [3, 3, 3]
    assert results["missing"].error == "missing.ipynb cannot be opened: No such file or directory."


def test_a_verdict_comes_within_the_bar(grader: Grader, solved: Notebook) -> None:
    def seconds() -> float:
        started = time.perf_counter()
        grader.grade(solved)
        return time.perf_counter() - started

    assert any(seconds() < 0.3 for _ in range(20)), "not even one of twenty verdicts came within 0.3 s"


FILES = {
    "UTF-16 with a mark": (lambda text: text.encode("utf-16"), 3.0, None),
    "UTF-16 without one": (lambda text: text.encode("utf-16-le"), 3.0, None),
    "a byte order mark": (lambda text: b"\xef\xbb\xbf" + text.encode(), 3.0, None),
    "Windows line ends": (lambda text: text.replace("\\n", "\\r\\n").encode(), 3.0, None),
    "cut off": (
        lambda text: text.encode()[:-40],
        0.0,
        "begins like a notebook but cannot be read to its end",
    ),
    "nested without end": (lambda _: b"[" * 1_000_000, 0.0, "This file is not a notebook"),
    "noise": (lambda _: bytes(range(128, 256)), 0.0, "it holds bytes that are not text"),
    "empty": (lambda _: b"", 0.0, "This file is empty"),
    "11 MB": (lambda text: text.encode() + b" " * 11_000_000, 0.0, "is larger than 10 MB"),
}


@pytest.mark.parametrize(("made", "score", "said"), FILES.values(), ids=list(FILES))
def test_whatever_the_file_holds_there_is_a_verdict_or_a_sentence(
    grader: Grader, solved: Notebook, tmp_path: Path, made: Any, score: float, said: str | None
) -> None:
    file = tmp_path / "mine.ipynb"
    file.write_bytes(made(json.dumps(solved)))
    result = grade_notebook(file, grader.lab, grader.sandbox)
    assert result.score == score
    assert said is None if result.error is None else said is not None and said in result.error


def test_a_folder_or_a_pipe_is_no_file_and_keeps_nobody_waiting(
    lab: Lab, sandbox: Sandbox, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe.ipynb")
    for path in (tmp_path / "pipe.ipynb", tmp_path, Path("/dev/zero")):
        result = grade_notebook(path, lab, sandbox)
        assert f"{path.name} is not a file" in str(result.error)


def test_a_definition_that_never_ends_costs_only_its_own_cell(grader: Grader) -> None:
    result = grader.cells("def dfdmu(x, mu, sig, wait=[1 for _ in iter(int, 1)]):\n    return x", SIG, STEP)
    assert passed(result) == {"dfdsig", "steepest_step"}
    assert result.functions["dfdmu"].message.count("Code cell 1 was still running") == 1


def test_a_cell_that_takes_every_module_away_costs_nothing(grader: Grader) -> None:
    assert passed(grader.cells("import sys\nsys.modules.clear()", MU, SIG, STEP)) == ALL

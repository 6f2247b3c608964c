"""Code answers are run where they gain nothing by hostility, cost nobody a mark, and end on time."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from upslope.grading.code_answers.code_proofs import RememberedRuns
from upslope.grading.code_answers.code_runner import SandboxedCode
from upslope.grading.errors import SandboxFailed
from upslope.grading.question_grader import grade_part
from upslope.grading.sandbox import Sandbox
from upslope.questions import Misconception, NotGradable, Score, code_part
from upslope.questions import code_runner as port
from upslope.questions.code_runner import Program

RIGHT = "def slope(x):\n    return 2 * x * np.sin(x) + x**2 * np.cos(x)"
PART = code_part(
    "slope",
    RIGHT,
    calls={"slope": [{"low": 0.5, "high": 2}]},
    given="import numpy as np\n\ndef f(x):\n    return x**2 * np.sin(x)",
    misconceptions=[Misconception("first-only", "One term.", "def slope(x): return 2 * x * np.sin(x)")],
)
DOUBLE = Program("", "def double(x): return 2 * x", {"double": [[3.0]]})


@pytest.fixture(scope="module")
def code() -> Iterator[SandboxedCode]:
    runner = SandboxedCode()
    yield runner
    runner.close()


@pytest.fixture(autouse=True)
def _a_good_answer_is_right_afterwards(code: SandboxedCode) -> Iterator[None]:
    """Whatever a test does, the next learner is marked as ever, and the next mistake is named."""
    usual = port.current()
    port.install(code)
    yield
    assert grade_part(PART, RIGHT).outcome == Score(1.0)
    mistake = grade_part(PART, "def slope(x):\n    return np.sin(x) * x * 2")
    assert mistake.feedback is not None
    assert mistake.feedback.code == "first-only"
    if usual is not None:
        port.install(usual)


HOSTILE = {
    "reads the process that runs it": "text = open('/proc/self/environ').read()\ndef slope(x): return text",
    "looks for the answer in all memory": "import gc\n"
    "found = [o for o in gc.get_objects() if isinstance(o, str)]\n"
    "def slope(x):\n    return eval(next(t for t in found if 'x**2 * np.cos' in t).split('return')[1])",
    "looks for the answer in the frames": "import sys\ndef slope(x):\n    frame = sys._getframe()\n"
    "    while frame.f_back: frame = frame.f_back\n    return frame.f_locals['right']",
    "imports the judge": "import upslope.questions\ndef slope(x): return 0",
    "is equal to everything": "class Same:\n    def __eq__(self, other): return True\n    __hash__ = None\n"
    "    def __sub__(self, other): return 0\n    def __abs__(self): return 0\ndef slope(x): return Same()",
    "an array that lies": "class Liar(np.ndarray):\n    def __array_finalize__(self, o): pass\n"
    "    def __abs__(self): return 0\ndef slope(x): return np.zeros(()).view(Liar)",
    "patches numpy": "np.abs = np.all = np.isfinite = lambda *a, **k: True\ndef slope(x): return 1.0",
    "patches builtins": "import builtins\nbuiltins.abs = builtins.all = lambda *a: True\n"
    "def slope(x): return 1.0",
    "redefines what is given": "def f(x): return 0\nimport math as np\ndef slope(x): return f(x)",
    "floods the output": "def slope(x):\n    for _ in range(10**5): print('x' * 99)\n    return 1.0",
    "returns nan": "def slope(x): return np.nan",
    "returns infinity": "def slope(x): return np.inf",
    "returns an enormous integer": "def slope(x): return 10**4000",
    "returns a nested tower": "def slope(x):\n    a = []\n    for _ in range(5000): a = [a]\n    return a",
    "returns a class named like code": "def slope(x): return type('`<script>`', (), {})()",
    "forges a reply": "import os, struct, json\n"
    "head = json.dumps({'values': [{'array': 0}], 'arrays': [['f8', []]]}).encode()\n"
    "for fd in range(3, 60):\n    try: os.write(fd, struct.pack('>II', len(head), 8) + head + b'\\0' * 8)\n"
    "    except OSError: pass\ndef slope(x): return 1.0",
    "ends Python": "import os\ndef slope(x): os._exit(0)",
    "kills everybody": "import os, signal\nos.kill(-1, signal.SIGKILL)\ndef slope(x): return 1.0",
    "raises what nobody catches": "class E(BaseException):\n    def __str__(self): raise self\n"
    "def slope(x): raise E",
    "leaves a trap for later": "import atexit, sys\nsys.settrace(lambda *a: None)\natexit.register(print)\n"
    "def slope(x): return 1.0",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_code_earns_nothing(code: SandboxedCode, name: str) -> None:
    result = grade_part(PART, HOSTILE[name])
    score = result.outcome.fraction if isinstance(result.outcome, Score) else 0.0
    assert score == 0
    if isinstance(result.outcome, Score):
        said = " ".join(reason.sentence for reason in result.outcome.reasons)
        assert "<" not in said
        assert "np.cos" not in said


@pytest.mark.parametrize("name", ["while True: pass", "def slope(x):\n    while True: pass"])
def test_an_endless_loop_is_stopped_in_about_two_seconds(name: str) -> None:
    began = time.monotonic()
    outcome = grade_part(PART, name).outcome
    assert isinstance(outcome, NotGradable)
    assert "still running after 2 seconds" in outcome.message
    assert time.monotonic() - began < 5


def quickest(action: Callable[[], object]) -> float:
    """The least seconds of five: what the action takes when the machine has nothing else to do."""

    def seconds() -> float:
        began = time.perf_counter()
        action()
        return time.perf_counter() - began

    return min(seconds() for _ in range(5))


def new_interpreter(module: str) -> None:
    subprocess.run([sys.executable, "-c", f"import {module}"], check=True)


def test_one_answer_is_marked_sooner_than_an_interpreter_starts(code: SandboxedCode) -> None:
    marked = quickest(lambda: grade_part(PART, "def slope(x): return x"))
    assert marked < quickest(lambda: new_interpreter("numpy"))


def test_arguments_reach_a_program_as_they_were_drawn_and_it_may_write_to_them(code: SandboxedCode) -> None:
    source = "def f(x, n, p):\n    p += x\n    return [type(x) is float, type(n) is int, p.sum() == 5]"
    replies = code.run(Program("", source, {"f": [[2.0, 3, np.array([0.0, 1.0])]]}))
    assert not isinstance(replies, NotGradable)
    np.testing.assert_array_equal(replies["f"][0], [True, True, True])


def test_what_is_given_can_be_used_and_its_failure_is_not_the_learners(code: SandboxedCode) -> None:
    assert isinstance(code.run(Program("k = 2", "c = k + 1", {}, ["c"])), dict)
    failed = code.run(Program("k = 1 / 0", "c = 3", {}, ["c"]))
    assert isinstance(failed, NotGradable)
    assert failed.message == "The code that is given here does not run: ZeroDivisionError: division by zero."


def test_programs_with_scipy_do_not_wait_for_it(code: SandboxedCode) -> None:
    program = Program(
        "from scipy import optimize", "r = optimize.root_scalar(lambda x: x**2 - 2, x0=1).root", {}, ["r"]
    )
    replies = code.run(program)
    assert not isinstance(replies, NotGradable)
    assert replies["r"][0] == pytest.approx(2**0.5)
    assert quickest(lambda: code.run(program)) < quickest(lambda: new_interpreter("scipy.optimize"))


def test_a_machine_without_a_sandbox_marks_nothing(
    code: SandboxedCode, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Sandbox) -> None:
        raise SandboxFailed("gone")

    monkeypatch.setattr(Sandbox, "open_child", fail)
    outcome = code.run(DOUBLE)
    assert isinstance(outcome, NotGradable)
    assert "right now" in outcome.message
    assert "right now" in code.try_out("", "print(1)").error
    monkeypatch.undo()


def test_many_learners_at_once(code: SandboxedCode) -> None:
    outcomes: list[object] = []
    threads = [
        threading.Thread(target=lambda: outcomes.append(grade_part(PART, RIGHT).outcome)) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == [Score(1.0)] * 8


@pytest.mark.parametrize(
    ("source", "text", "error"),
    [
        ("print(1 + k)\nprint('two')", "4\ntwo", ""),
        ("x = 2\nx + k", "5", ""),
        (
            "print('before')\n1 / 0",
            "before",
            "Line 2 (“1 / 0”) stopped with ZeroDivisionError: division by zero.",
        ),
        ("def f(:", "", "Line 1 (“def f(:”) cannot be read as Python"),
        ("import os\nos._exit(1)", "", "Python ended while your code was running."),
        ("while True: pass", "", "Your code was still running after 2 seconds and was stopped."),
        ("x = 1", "", ""),
    ],
)
def test_trying_shows_what_is_printed_and_where_it_stopped(
    code: SandboxedCode, source: str, text: str, error: str
) -> None:
    printed = code.try_out("k = 3", source)
    assert printed.text == text
    assert printed.error.startswith(error)
    assert bool(printed.error) == bool(error)


def test_a_flood_is_cut(code: SandboxedCode) -> None:
    assert len(code.try_out("", "print('x' * 10**7)").text) <= 64 * 1024


def test_for_proofs_a_program_runs_once_and_always_with_the_same_arguments(code: SandboxedCode) -> None:
    proofs = RememberedRuns(code)
    assert proofs.run(DOUBLE) is proofs.run(DOUBLE)
    assert proofs.new_rng().random() == proofs.new_rng().random()

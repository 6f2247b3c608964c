"""Answers in Python: what is read, what is asked back, what is right, and what a part may ask for."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest

from upslope.maths import evaluate, parse
from upslope.questions import (
    Misconception,
    NotGradable,
    Part,
    Score,
    answer_type,
    code_part,
    formula_code_part,
)
from upslope.questions import code_runner as port
from upslope.questions.answer_types.code.arguments import draw_calls
from upslope.questions.answer_types.code.comparing import disagreement
from upslope.questions.answer_types.code.formulas import numpy_text
from upslope.questions.code_runner import CodeRunner, Program, Replies
from upslope.questions.diagnosis import first_misconception

KIND = answer_type("code")
BOWL_STEP = """
    def step(p):
        return p - 0.1 * np.array([2 * p[0], 6 * p[1]])
"""
STEP = code_part(
    "step",
    BOWL_STEP,
    calls={"step": [{"shape": [2], "low": -3, "high": 3}]},
    given="import numpy as np",
    misconceptions=(
        Misconception("uphill", "It goes up.", BOWL_STEP.replace("p - 0.1", "p + 0.1")),
        Misconception("whole", "Too far.", BOWL_STEP.replace("0.1 * ", "")),
    ),
)
TWO = code_part("two", "def f(x): return x + 1\nc = 5", calls={"f": [{"low": 0, "high": 9}]}, variables=["c"])
NEURON = code_part(
    "neuron",
    "w, b = -9, 4.5",
    variables=["w", "b"],
    given="import math",
    measure="def measure(w, b): return [math.tanh(b) > 0.9, math.tanh(w + b) < -0.9]",
    misconceptions=[Misconception("copies", "The same as the input.", "w = 9\nb = -4.5")],
)


@pytest.fixture
def runner() -> Iterator[CodeRunner]:
    """The runner that is installed, to be put back afterwards."""
    usual = port.current()
    assert usual is not None
    yield usual
    port.install(usual)


def outcome_of(part: Part, text: str) -> Score | NotGradable:
    value = KIND.parse(text, part.key)
    return value if isinstance(value, NotGradable) else KIND.score(value, part.key)


def reasons_of(part: Part, text: str) -> str:
    outcome = outcome_of(part, text)
    assert isinstance(outcome, Score), outcome
    assert not outcome.is_right
    return " ".join(reason.sentence for reason in outcome.reasons)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Nothing is written yet."),
        ("def step(p):\r\n    ...\r\n", "Nothing is written yet."),
        ("# my plan\n\ndef step(p):\n    ...  ", "Nothing is written yet."),
        ("def step(p):\n    retrun p", "Line 2 (“retrun p”) cannot be read as Python: invalid syntax."),
        ("def step(p)\n    return p", "Line 1 (“def step(p)”) cannot be read as Python: expected ':'."),
        ("x = 1\n  y = 2", "Line 2 (“y = 2”) cannot be read as Python: unexpected indent."),
        ("x = '\0'", "Line 1"),
        ("x = " + "-" * 9000 + "1", "nested too deeply"),
        ("x = 1\n" * 4000, "characters long"),
        ("def stop(p): return p", "There is no function called step yet."),
        ("def step(p): ...\nx = 1", "step is still waiting for you."),
        ("def step(p):\n    return ...", "step is still waiting for you."),
        ("def step(p):\n    q = p\n    return q[7]", "Line 3 (“return q[7]”) stopped with IndexError"),
        ("def step(p): return q", "NameError: name 'q' is not defined."),
        ("def step(): return 1", "step stopped with TypeError"),
        ("def step(p): return step(p)", "RecursionError"),
        ("import os\ndef step(p): os._exit(0)", "Python ended while step was running."),
        ("return 3", "Line 1 (“return 3”) cannot be read as Python: 'return' outside function."),
        ("def step(p): return np.zeros(2 * 10**6)", "far more numbers than are asked for"),
        ("def step(p): return bytearray(10**10)", "MemoryError"),
    ],
)
def test_what_cannot_be_marked_yet_is_said_in_words_and_costs_nothing(text: str, said: str) -> None:
    outcome = outcome_of(STEP, text)
    assert isinstance(outcome, NotGradable)
    assert said in outcome.message
    assert outcome.remedy.endswith((".", "?", "…", ":"))


@pytest.mark.parametrize("text", ["ä = 1\ndef step(p):\n\treturn (p +\n", "x = 1\n\ny = = 2\n", "'ä' = 2"])
def test_the_offset_is_in_the_line_that_the_sentence_names(text: str) -> None:
    problem = outcome_of(STEP, text)
    assert isinstance(problem, NotGradable)
    assert problem.offset is not None
    assert f"Line {text[: problem.offset].count(chr(10)) + 1} " in problem.message


def test_a_missing_variable_and_one_still_to_be_set_are_named() -> None:
    missing, waiting = outcome_of(NEURON, "w = 3"), outcome_of(NEURON, "w = 3\nb = ...")
    assert isinstance(missing, NotGradable)
    assert isinstance(waiting, NotGradable)
    assert missing.message == "There is no variable called b yet."
    assert waiting.message == "b is still waiting for you."


@pytest.mark.parametrize(
    ("returned", "said"),
    [
        ("p[0]", "is a single number, where a list of 2 numbers is asked."),
        ("[1, 2, 3]", "is a list of 3 numbers, where a list of 2 numbers is asked."),
        ("np.eye(2)", "is an array of 2 × 2 numbers, where"),
        ("p > 0", "is a list of 2 truth values, where a list of 2 numbers is asked."),
        ("None", "is None (is there a line with return?), where"),
        ("'uphill'", "is a text, where"),
        ("{'a': 1}", "is a value of type dict, where"),
        ("np.sin", "is a function (add brackets with arguments to call it), where"),
        ("[p, p[0]]", "is a list whose parts are not all single numbers, where"),
        ("p / 0", "is not a number (nan) or infinite"),
        ("type('](x)', (), {})()", "is something else, where"),
        ("0 * p + 7", "is `[7, 7]`, and that is not right yet."),
    ],
)
def test_a_wrong_value_is_told_what_it_is_and_never_what_is_right(returned: str, said: str) -> None:
    assert said in reasons_of(STEP, f"def step(p):\n    return {returned}")


def test_any_program_that_gives_the_right_values_is_right() -> None:
    assert outcome_of(STEP, "def step(p):\n    x, y = p\n    return 0.8 * x, 0.4 * y") == Score(1.0)
    assert outcome_of(STEP, "step = lambda p: [float(p[0]) * 0.8, float(p[1]) * 0.4]") == Score(1.0)
    assert outcome_of(STEP, "def step(p):\n    p -= p * [0.2, 0.6]\n    return p") == Score(1.0)


def test_each_function_and_variable_earns_its_share() -> None:
    half = outcome_of(TWO, "def f(x): return x + 1\nc = 4")
    assert isinstance(half, Score)
    assert half.fraction == 0.5
    assert [(reason.earned, reason.sentence) for reason in half.reasons] == [
        (True, "`f` is right."),
        (False, "`c` is `4`, and that is not right yet."),
    ]


def test_a_wrong_program_shows_the_misconception_that_gives_the_same_values() -> None:
    uphill = KIND.parse("def step(p): return np.array([1.2 * p[0], 1.6 * p[1]])", STEP.key)
    found = first_misconception(STEP, uphill)
    assert found is not None
    assert found.code == "uphill"
    assert first_misconception(STEP, KIND.parse("def step(p): return p", STEP.key)) is None


def test_with_a_measure_all_values_that_do_the_job_are_right() -> None:
    assert outcome_of(NEURON, "w = -20\nb = 10.0") == Score(1.0)
    assert outcome_of(NEURON, "import math\nw, b = -math.exp(3), 9") == Score(1.0)
    assert reasons_of(NEURON, "w = -1\nb = 1") == "`w` and `b` do not do what is asked yet."
    assert reasons_of(NEURON, "w = None\nb = 1").startswith("`w` is None")
    assert reasons_of(NEURON, "w = [1, 2]\nb = 1") == "`w` and `b` cannot be used as they are."
    found = first_misconception(NEURON, KIND.parse("w = 40\nb = -20", NEURON.key))
    assert found is not None


def test_every_marking_draws_fresh_arguments(runner: CodeRunner) -> None:
    seen = Watching(runner)
    port.install(seen)
    for _ in range(2):
        outcome_of(STEP, "def step(p): return p")
    asked = [repr(program.calls) for program in seen.programs]
    assert asked[0] == asked[1], "learner and author are asked the same"
    assert asked[0] != asked[2], "the next marking asks something else"


def test_the_learners_program_runs_once_however_many_mistakes_there_are(runner: CodeRunner) -> None:
    seen = Watching(runner)
    port.install(seen)
    value = KIND.parse("def step(p): return p", STEP.key)
    KIND.score(value, STEP.key)
    first_misconception(STEP, value)
    sources = [program.source for program in seen.programs]
    assert len(sources) == len(set(sources)) == 2 + len(STEP.misconceptions)


def test_the_right_answer_is_never_in_what_the_learners_program_is_run_with(runner: CodeRunner) -> None:
    seen = Watching(runner)
    port.install(seen)
    outcome_of(NEURON, "w = 1\nb = 2")
    theirs = next(program for program in seen.programs if program.source == "w = 1\nb = 2")
    assert NEURON.key["answer"] not in repr(theirs)
    assert "measure" not in repr(theirs)


def test_without_a_runner_nothing_is_marked(runner: CodeRunner) -> None:
    port.uninstall()
    outcome = outcome_of(STEP, "def step(p): return p")
    assert isinstance(outcome, NotGradable)
    assert outcome.message == "Code cannot be run here."


@pytest.mark.parametrize("answer", ["def f(x): return 1 / 0", "def f(x): return float('nan')", "f = 3"])
def test_an_authors_program_that_fails_is_nobodys_mistake(answer: str) -> None:
    part = code_part("f", answer, calls={"f": [1]})
    outcome = outcome_of(part, "def f(x): return 2")
    assert isinstance(outcome, NotGradable)
    assert "The course's own solution does not work" in outcome.message


@pytest.mark.parametrize("seed", range(20))
def test_arguments_lie_in_their_range_and_shape(seed: int) -> None:
    rng = np.random.default_rng(seed)
    recipes = [
        {"low": -1.999, "high": 0.0001},
        {"low": 1, "high": 3, "whole": True},
        {"low": 0, "high": 1, "shape": [2, 3]},
        7,
    ]
    for x, n, grid, seven in draw_calls(recipes, rng):
        assert isinstance(x, float)
        assert -1.999 <= x <= 0.0001
        assert isinstance(n, int)
        assert n in (1, 2, 3)
        assert grid.shape == (2, 3)
        assert 0 <= grid.min() <= grid.max() <= 1
        assert seven == 7
    assert len(draw_calls([1, [2, 3]], rng)) == 1, "what is not drawn is asked once"


@pytest.mark.parametrize(
    ("right", "given", "is_right"),
    [
        (1000.0, 1000.0009, True),
        (1000.0, 1000.002, False),
        (0.0, 1e-10, True),
        (0.0, 1e-6, False),
        (1e-12, 2e-12, False),
        (True, True, True),
        (True, 1.0, False),
        (1 + 2j, 1 + 2j, True),
        (1 + 2j, 1 - 2j, False),
    ],
)
def test_tolerance_is_relative_to_the_right_number(right: Any, given: Any, is_right: bool) -> None:
    found = disagreement([np.asarray(given)], [np.asarray(right)], 1e-6)
    assert (found is None) == is_right


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({}, "asks for nothing"),
        ({"variables": ["y"]}, "does not make 'y'"),
        ({"calls": {"g": [1]}}, "does not make 'g'"),
        ({"calls": {"f": [{"low": 2, "high": 1}]}}, "low must be less"),
        ({"calls": {"f": [{"low": 2, "hihg": 1}]}}, "Write low and high"),
        ({"calls": {"f": [{"low": 0, "high": 1, "shape": [0]}]}}, "shape"),
        ({"calls": {"f": [{"low": 0, "high": 1, "shape": [99, 99]}]}}, "shape"),
        ({"calls": {"f": ["one"]}}, "Write a number, a list"),
        ({"calls": {"f": [float("inf")]}}, "finite"),
        ({"calls": {"f": [1]}, "given": "import ("}, "not Python"),
        ({"calls": {"f": [1]}, "misconceptions": [Misconception("c", "s", "g = 1")]}, "does not make 'f'"),
        ({"calls": {"f": [1]}, "measure": "def measure(): return 1"}, "no variables to measure"),
    ],
)
def test_a_part_that_cannot_work_is_refused_with_a_sentence(settings: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        code_part("f", "def f(x): return x", **settings)


def test_a_setting_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="'tolerence'"):
        code_part("f", "f = 1", variables=["f"], **{"tolerence": 1})  # type: ignore[arg-type]


def test_the_editor_begins_with_what_is_asked() -> None:
    both = code_part("p", "def f(x, k=2): return x\na = b = 1", calls={"f": [1]}, variables=["a", "b"])
    assert both.key["starter"] == "def f(x, k=2):\n    ...\n\n\na = ...\nb = ..."


FORMULAS = (
    "x^2*sin(3*x)",
    "e^(-x^2/2)",
    "ln(x)/x",
    "-x^2",
    "x^(-2)",
    "sqrt(x)/(1 + pi)",
    "2^x^0.5",
    "abs(x - y)",
    "atan(x/y)/3",
)


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_in_numpy_has_the_formulas_values(text: str) -> None:
    formula = parse(text, ("x", "y"))
    found = eval(numpy_text(formula), {"np": np, "x": 1.3, "y": 0.7})
    assert found == pytest.approx(evaluate(formula, {"x": 1.3, "y": 0.7}))


@pytest.mark.parametrize("formula", ["sec(x)", "2*a", "x_1!", "∂f/∂x"])
def test_a_formula_that_numpy_cannot_say_is_refused(formula: str) -> None:
    with pytest.raises(ValueError, match=r"'.*'"):
        formula_code_part("f", "f(x)", formula)


def test_a_formula_part_is_answered_and_diagnosed() -> None:
    mistake = Misconception("kept", "The exponent shrinks.", "3*x^3")
    part = formula_code_part("f", "f(x, y)", parse("3*x^2 + y", ("x", "y")), misconceptions=[mistake])
    assert outcome_of(part, "def f(x, y): return y + 3 * x * x") == Score(1.0)
    assert first_misconception(part, KIND.parse("def f(x, y): return 3 * x**3", part.key)) is not None


@dataclass
class Watching:
    """Lets a runner run, and keeps what it was asked to."""

    runner: CodeRunner
    programs: list[Program] = field(default_factory=list)

    def run(self, program: Program) -> Replies | NotGradable:
        self.programs.append(program)
        return self.runner.run(program)

    def new_rng(self) -> np.random.Generator:
        return self.runner.new_rng()

import json
import re
from fractions import Fraction

import pytest
import sympy

from upslope.cli import main
from upslope.cli.explanations import KINDS
from upslope.maths import compare, parse

ONE_OF_EACH = {
    "derivative": ["x^2 sin(x)"],
    "first-principles": ["x^2"],
    "gradient": ["x^2 y + e^y", "--point", "x=1, y=0"],
    "jacobian": ["[r cos(t), r sin(t)]", "--wrt", "r,t"],
    "hessian": ["x^2 + x y + 2y^2", "--point", "0, 0"],
    "taylor": ["cos x", "--order", "6"],
    "newton": ["x^2 - 2", "--point", "1"],
    "lagrange": ["x y", "--subject-to", "x^2 + y^2 = 2"],
}


def explained(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["explain", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def as_data(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    code, out, _ = explained(capsys, *arguments, "--json")
    assert code == 0
    data: dict[str, object] = json.loads(out)
    return data


def test_there_is_an_example_of_every_kind() -> None:
    assert set(ONE_OF_EACH) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_json_holds_the_result_and_every_step_with_its_rule(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    data = as_data(capsys, *ONE_OF_EACH[kind], "--kind", kind)
    assert data["kind"] == kind
    assert data["result"]
    assert isinstance(data["steps"], list)
    assert data["steps"]
    for step in data["steps"]:
        assert {"rule", "before", "after", "why"} <= set(step)
        assert step["rule"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_terminal_gets_rules_formulas_and_reasons_without_latex(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = explained(capsys, *ONE_OF_EACH[kind], "--kind", kind)
    assert (code, err) == (0, "")
    assert "result" in out
    assert not set("\\$") & set(out)
    assert all(len(line) <= 80 for line in out.splitlines())


@pytest.mark.parametrize("kind", KINDS)
def test_latex_is_balanced_and_free_of_dollars_outside_comments(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = explained(capsys, *ONE_OF_EACH[kind], "--kind", kind, "--latex")
    assert code == 0
    assert out.startswith("\\[\n\\begin{aligned}")
    rows = "\n".join(line for line in out.splitlines() if not line.strip().startswith("%"))
    assert rows.count("{") == rows.count("}")
    assert rows.count(r"\begin") == rows.count(r"\end")


def test_the_derivative_is_the_one_sympy_finds(capsys: pytest.CaptureFixture[str]) -> None:
    data = as_data(capsys, "x^3 e^(2x)")
    x = sympy.Symbol("x")
    wanted = sympy.diff(x**3 * sympy.exp(2 * x), x)
    ours = parse(str(data["result"]))
    theirs = parse(str(wanted).replace("**", "^"))
    assert compare(theirs, ours).verdict == "same"


def test_a_point_is_put_in(capsys: pytest.CaptureFixture[str]) -> None:
    assert as_data(capsys, "x^3", "--point", "2")["result"] == "12"
    assert as_data(capsys, "sin(x)", "--point", "x = pi")["result"] == "-1"


def test_the_variable_is_the_only_letter_or_the_one_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert as_data(capsys, "t^2")["result"] == "2t"
    data = as_data(capsys, "a t^2", "--wrt", "t")
    assert compare(parse("2 a t", ("a", "t")), parse(str(data["result"]), ("a", "t"))).verdict == "same"


def test_ambiguous_typing_is_read_aloud(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = explained(capsys, "3/2x")
    assert out.startswith("Note: I read 3/2x as (3/2)·x.")
    assert as_data(capsys, "3/2x")["notes"] != []
    assert as_data(capsys, "3x/2")["notes"] == []


def test_two_variables_get_a_taylor_polynomial_too(capsys: pytest.CaptureFixture[str]) -> None:
    data = as_data(capsys, "x e^y", "--kind", "taylor", "--order", "2", "--point", "x=1, y=0")
    assert data["steps"]


def test_a_newton_table_comes_close_to_the_root(capsys: pytest.CaptureFixture[str]) -> None:
    data = as_data(capsys, "x^2 - 2", "--kind", "newton", "--point", "1")
    found = re.fullmatch(r"x_\{4\} \\approx ([0-9.]+)", str(data["result"]))
    assert found
    assert abs(Fraction(found[1]) ** 2 - 2) < 1e-4


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["x +"], 2, "x +\n   ^\nThis stops in the middle."),
        ([""], 2, "There is nothing here yet."),
        (["1/0"], 2, "Here you divide by zero."),
        (["(" * 10_000], 2, "This text has 10000 characters."),
        (["__import__('os')"], 2, "I can't read"),
        (["x", "--point", "two"], 2, "two\n^\nI don't know"),
        (["x y", "--wrt", "sin"], 1, "sin is not a variable."),
        (["x y", "--wrt", "2"], 1, "2 is not a variable."),
        (["x", "--point", "y = 1"], 1, "The point has no value for x."),
        (["x", "--point", "x = 1, x = 2"], 1, "gives x two values"),
        (["[x, y]"], 1, "[x, y] has several entries"),
        (["x", "--point", "1, 2"], 1, "has more values than there are variables"),
        (["x y", "--kind", "newton"], 1, "This is worked by one variable, and there are x, y."),
        (["x y", "--kind", "lagrange"], 1, "There is no constraint yet."),
        (["ln x", "--kind", "taylor"], 1, "ln"),
        (["|x|", "--kind", "first-principles"], 1, "Use differentiate"),
        (["x^2", "--kind", "taylor", "--order", "-1"], 1, "order"),
        (
            ["x y", "--kind", "taylor", "--order", "6"],
            1,
            "6 is not an order I can work with. Choose 1, 2 or 3.",
        ),
    ],
)
def test_what_cannot_be_done_gets_a_sentence(
    arguments: list[str], code: int, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ended, out, err = explained(capsys, *arguments)
    assert (ended, out) == (code, "")
    assert sentence in err


def test_errors_are_data_too_where_data_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = explained(capsys, "x + + ?", "--json")
    assert code == 2
    assert set(json.loads(out)) == {"error", "remedy", "at"}


def test_colours_stay_away_from_files_and_pipes(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = explained(capsys, "x^2")
    assert "\x1b" not in out

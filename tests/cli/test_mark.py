import json
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from typing import Any

import pytest

from upslope.cli import main

COMMAND = [sys.executable, "-m", "upslope.cli", "mark"]


@pytest.fixture
def mark(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Mark lines of bytes; return the exit code and the objects written."""

    def run(*lines: bytes) -> tuple[int, list[dict[str, Any]]]:
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"\n".join(lines))))
        code = main(["mark"])
        said = capsys.readouterr()
        assert said.err == ""
        return code, [json.loads(line) for line in said.out.splitlines()]

    return run


def line(key: Any = "2x", answer: Any = "x + x", **fields: Any) -> bytes:
    return json.dumps({"key": key, "answer": answer, **fields}).encode()


def test_one_line_of_json_for_each_answer(mark: Any) -> None:
    code, found = mark(line(), line(answer="x^2"), line(answer="2*("), line(key="sqrt(-1-x^2)"))

    assert code == 1
    assert found == [
        {"verdict": "same"},
        {
            "verdict": "different",
            "message": "At x = 1 the key has the value 2 and the answer 1.",
            "witness": {"x": 1.0},
        },
        {
            "verdict": "unreadable",
            "blame": "answer",
            "message": "This stops in the middle. A number, a letter or a bracket should come next.",
            "at": 3,
        },
        {"verdict": "unsure", "message": "The key has a value at too few points to compare with."},
    ]


def test_it_ends_with_0_if_all_answers_are_right(mark: Any) -> None:
    assert mark(line(), line()) == (0, [{"verdict": "same"}] * 2)
    assert mark() == (0, [])


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("a x + b", "b + ax"),
        ("sin(theta)^2", "1 - cos^2 θ"),
        ("sigma e^(mu t)", "e^(t mu) sigma"),
        ("A B - C", "B A - C"),
        ("e^x", "exp x"),
        ("1", "sin^2 x + cos^2 x"),
    ],
)
def test_without_variables_the_letters_are_those_of_the_key(mark: Any, key: str, answer: str) -> None:
    assert mark(line(key, answer)) == (0, [{"verdict": "same"}])


def test_the_letters_of_the_domain_count_too(mark: Any) -> None:
    assert mark(line("5", "5 + 0t", domain={"t": [0, 1]}))[1] == [{"verdict": "same"}]


def test_a_letter_that_the_key_has_not_is_unreadable(mark: Any) -> None:
    _, (found,) = mark(line("2x", "2y"))
    assert (found["blame"], found["at"]) == ("answer", 1)
    assert found["message"] == "I don't know the letter “y” here. You can use the letter x."
    assert mark(line("2x", "2y", variables=["x", "y"]))[1][0]["verdict"] == "different"


def test_a_domain_limits_where_it_counts(mark: Any) -> None:
    lines = (
        line("ln(x^2)", "2 ln x"),
        line("ln(x^2)", "2 ln x", domain={"x": [0, 5]}),
        line("|x|", "x", domain={"x": [0, 1e999]}),
    )
    assert [found["verdict"] for found in mark(*lines)[1]] == ["different", "same", "same"]


def test_up_to_a_constant_and_up_to_a_factor(mark: Any) -> None:
    lines = (
        line("x^2", "x^2 + C", up_to="constant"),
        line("x^2", "x^2 + c - 7", up_to="constant"),
        line("x^2", "2x^2", up_to="constant"),
        line("x^2", "2x^2", up_to="factor"),
    )
    assert [found["verdict"] for found in mark(*lines)[1]] == ["same", "same", "different", "same"]


def test_matrices_are_compared_entry_by_entry(mark: Any) -> None:
    _, found = mark(
        line("[2x, 2y]", "[x + x, 2y]"), line("[2x, 2y]", "[2x, y]"), line("[2x, 2y]", "[2x; 2y]")
    )
    assert found[0] == {"verdict": "same"}
    assert (found[1]["witness"], found[1]["entry"]) == ({"y": 1.0}, [1, 2])
    assert found[2]["message"] == "The key is a 1×2 matrix, the answer a 2×1 matrix."


def test_the_form_is_checked_where_the_value_is_right(mark: Any) -> None:
    code, found = mark(
        line("x^2 - 1", "(x-1)(x+1)", form="factored"),
        line("x^2 - 1", "x^2 - 1", form="factored"),
        line("x^2 - 1", "x^2 + 1", form="factored"),
    )
    assert code == 1
    assert found[0] == {"verdict": "same", "in_form": True}
    assert (found[1]["verdict"], found[1]["in_form"]) == ("same", False)
    assert found[1]["message"] == "$x^{2} - 1$ can be taken apart. $x + 1$ divides it: find the other factor."
    assert found[2]["verdict"] == "different"


def test_fields_that_are_null_or_unknown_are_left_alone(mark: Any) -> None:
    assert mark(line(variables=None, domain=None, up_to=None, form=None, student="17")) == (
        0,
        [{"verdict": "same"}],
    )


SPOILT = [
    (b"", "This line is empty."),
    (b" \r", "This line is empty."),
    (b"2x", "This line is not JSON: Extra data (character 1)."),
    (b'{"key": "x"', "This line is not JSON: Expecting ',' delimiter (character 11)."),
    (b"\xff\xfe{", "This line is not UTF-8: see its byte 0."),
    (b"[" * 60_000, "This line is nested too deeply."),
    (b"[" * 1_000_000, "This line is longer than 65536 bytes."),
    (line(answer="x" * 1_000_000), "This line is longer than 65536 bytes."),
    (
        b'{"key": "x", "answer": "x", "domain": {"x": [0, ' + b"9" * 5000 + b"]}}",
        "number with too many digits.",
    ),
    (b"null", "This line is JSON, but no object: "),
    (b'["x", "x"]', "This line is JSON, but no object: "),
    (b'{"answer": "x"}', "This line has no 'key'."),
    (b'{"key": "x"}', "This line has no 'answer'."),
    (line(key=2), "'key' must be text in quotation marks."),
    (line(answer=None), "'answer' must be text in quotation marks."),
    (line(variables="x"), "'variables' must be a list of names, such as"),
    (line(variables=["x", 1]), "'variables' must be a list of names, such as"),
    (line(variables=["x y"]), "'x y' cannot be a variable's name: "),
    (line(variables=[""]), "'' cannot be a variable's name: "),
    (line(domain=[0, 1]), "'domain' must give two numbers for each letter, such as"),
    (line(domain={"x": [0]}), "'domain' must give two numbers for each letter, such as"),
    (line(domain={"x": [False, 1]}), "'domain' must give two numbers for each letter, such as"),
    (line(domain={"x": [0, 10**400]}), "'domain' has a number that is far too big."),
    (line(domain={"x": [2, 1]}), "The domain of x runs from 2.0 to 1.0: the first must be the smaller one."),
    (line(domain={"x": [float("nan"), 1]}), "The domain of x runs from nan to 1.0"),
    (line(domain={"": [0, 1]}), "'' cannot be a variable's name: "),
    (line(up_to="sign"), '\'up_to\' must be one of "constant", "factor".'),
    (line(up_to=["constant"]), '\'up_to\' must be one of "constant", "factor".'),
    (line(form="pretty"), '\'form\' must be one of "expanded", "factored", "single fraction".'),
]


@pytest.mark.parametrize(("spoilt", "message"), SPOILT, ids=[str(number) for number in range(len(SPOILT))])
def test_a_spoilt_line_gets_a_sentence_and_the_next_one_is_marked(
    mark: Any, spoilt: bytes, message: str
) -> None:
    code, found = mark(spoilt, line())

    assert code == 1
    assert message in found[0].pop("message")
    assert found == [{"verdict": "unreadable", "blame": "line"}, {"verdict": "same"}]


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("2*(", "This stops in the middle."),
        ("", "There is nothing here yet."),
        ("y = 2x", "I found an equals sign."),
    ],
)
def test_a_key_that_cannot_be_read_is_not_the_answer_s_fault(mark: Any, key: str, message: str) -> None:
    _, (found,) = mark(line(key))
    assert found["message"].startswith(f"The key cannot be read: {message}")
    assert (found["verdict"], found["blame"]) == ("unreadable", "key")


@pytest.mark.parametrize(
    "answer", ["", "\ud800", "é", "x" * 9000, "1/0", "\x00", "x" + "^x" * 300, "(" * 900]
)
def test_whatever_the_answer_is_it_gets_a_line_of_plain_ascii(mark: Any, answer: str) -> None:
    _, (found,) = mark(line("x", answer))
    assert (found["verdict"], found["blame"]) == ("unreadable", "answer")


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(mark: Any) -> None:
    assert mark(b"\xef\xbb\xbf" + line() + b"\r", line() + b"\r") == (0, [{"verdict": "same"}] * 2)


def test_each_verdict_comes_before_the_next_line_is_asked_for() -> None:
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as marking:
        assert marking.stdin is not None
        assert marking.stdout is not None
        for answer, verdict in (("x + x", "same"), ("3x", "different")):
            marking.stdin.write(line(answer=answer) + b"\n")
            marking.stdin.flush()
            assert json.loads(marking.stdout.readline())["verdict"] == verdict
        marking.stdin.close()
        assert marking.wait(timeout=30) == 1


def test_a_reader_that_has_seen_enough_stops_it_without_a_word() -> None:
    ended = subprocess.run(
        f"{sys.executable} -m upslope.cli mark | head -n 1",
        input=(line() + b"\n") * 3000,
        shell=True,
        capture_output=True,
        check=False,
    )
    assert ended.stdout == b'{"verdict": "same"}\n'
    assert ended.stderr == b""

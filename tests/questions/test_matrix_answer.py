"""Vectors and matrices: read from wherever they come, marked entry by entry."""

import json
import time
from pathlib import Path

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.maths import Matrix, derivative, evaluate, hessian, matrix, parse
from upslope.questions import Misconception, NotGradable, Part, Score, answer_type, matrix_part
from upslope.questions.answer_types.matrix import ANSWER_TYPE
from upslope.questions.diagnosis import first_misconception
from upslope.questions.matrix_text import cells_of

MATRIX = answer_type("matrix")
NAMES = ("x", "y")
TEXTS = Path(__file__).parents[2] / "frontend/elements/matrix-answer/matrix-texts.json"
HESSIAN = matrix_part("h", "[6*x, 2*y; 2*y, 2*x]", variables=NAMES)
NUMBERS = matrix_part("m", "[1, 2; 3, 4]", variables=())
ROW = matrix_part("j", "[2*x*y, x^2]", variables=NAMES)
COLUMN = matrix_part("c", "[1; 2]", variables=(), shape="chosen")


def score(part: Part, text: str) -> Score | NotGradable:
    value = MATRIX.parse(text, part.key)
    return value if isinstance(value, NotGradable) else MATRIX.score(value, part.key)


def sentences(outcome: Score | NotGradable) -> list[str]:
    assert isinstance(outcome, Score)
    return [reason.sentence for reason in outcome.reasons]


@pytest.mark.parametrize("row", json.loads(TEXTS.read_text()), ids=lambda row: row["typed"][:30])
def test_a_matrix_is_cut_into_its_entries_as_the_browser_cuts_it(row: dict[str, object]) -> None:
    typed = str(row["typed"])
    cells = cells_of(typed)
    assert [[cell.text for cell in cells_in_row] for cells_in_row in cells] == row["entries"]
    for cell in (cell for cells_in_row in cells for cell in cells_in_row):
        assert typed.startswith(cell.text.replace('"', '""'), cell.offset)


@pytest.mark.parametrize(
    "typed",
    [
        "[1, 2; 3, 4]",
        "[1,2;3,4]",
        "1, 2; 3, 4",
        "[[1, 2], [3, 4]]",
        "array([[1, 2], [3, 4]])",
        "np.array([[1., 2.], [3., 4.]])",
        "[[1 2]\n [3 4]]",
        "[[1.e+00 2.e+00]\n [3.e+00 4.e+00]]",
        "[1 2; 3 4]",
        r"\begin{pmatrix} 1 & 2 \\ 3 & 4\end{pmatrix}",
        "1\t2\n3\t4",
        "1\t2\r\n3\t4\r\n",
        "[2/2, sqrt(4); 3, 2^2]",
        "2*[0.5, 1; 1.5, 2]",
        "[1, 0; 0, 1]*[1, 2; 3, 4]",
    ],
)
def test_every_way_to_write_it_is_the_same_matrix(typed: str) -> None:
    assert score(NUMBERS, typed) == Score(1.0)


@pytest.mark.parametrize(
    ("typed", "message", "offset"),
    [
        ("[6x, ; 2y, 2x]", "Row 1, column 2 is still empty.", 5),
        ("[6x, 2y; 2q, 2x]", "Row 2, column 1: I don't know the letter “q” here.", 10),
        ("[6x, ; 2q, 2x]", "Row 2, column 1: I don't know the letter “q” here.", 8),
        ('["6,5", 2y; 2y, 2x]', "Row 1, column 1: I found a comma inside a number.", 3),
        ("[6x, 2y; (2y, 2x]", "Row 2, column 1: The bracket “(” that opens here is never closed.", 9),
        ("[6x, 2y; 2y]", "One row has 2 entries, and this one has 1.", 9),
        (
            "[6x, 2y, 2y, 2x]",
            "This is a row of 4 entries, and a matrix of 2 rows and 2 columns is asked for.",
            None,
        ),
        ("", "There is nothing here yet.", None),
        ("[ , ; , ]", "There is nothing here yet.", None),
        ("[1] + [1, 2]", "A number and a matrix cannot be added.", 6),
    ],
)
def test_what_cannot_be_read_is_not_wrong_and_names_its_entry(
    typed: str, message: str, offset: int | None
) -> None:
    outcome = score(HESSIAN, typed)
    assert isinstance(outcome, NotGradable)
    assert outcome.message == message
    assert outcome.offset == offset


def test_a_column_where_a_row_is_shown_is_told_how_to_write_it() -> None:
    outcome = score(ROW, "[2xy; x^2]")
    assert isinstance(outcome, NotGradable)
    assert outcome.message == "This is a column of 2 entries, and a row of 2 entries is asked for."
    assert "[…, …]" in outcome.remedy


@pytest.mark.parametrize(
    ("typed", "fraction", "said"),
    [
        ("[6x, 2y; 2y, x+x]", 1, []),
        ("[6x, 2y; 2y, 2]", 0.75, ["Row 1 is right.", "Row 2, column 2: not yet."]),
        ("[6x, 2; 2y, 2]", 0.5, ["Row 1, column 2: not yet.", "Row 2, column 2: not yet."]),
        ("[6x, 2y; 0, 0]", 0.5, ["Row 1 is right.", "Row 2: not yet."]),
        ("[1, 2; 3, 4]", 0, []),
    ],
)
def test_every_right_entry_earns_its_share(typed: str, fraction: float, said: list[str]) -> None:
    outcome = score(HESSIAN, typed)
    assert isinstance(outcome, Score)
    assert outcome.fraction == fraction
    assert sentences(outcome) == said


def test_entries_of_a_vector_are_counted() -> None:
    assert sentences(score(ROW, "[2xy, x]")) == ["Entry 2: not yet."]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("[1, 2]", "You wrote a row of 2 entries. The entries should stand one below the other."),
        ("[1; 2; 3]", "You wrote a column of 3 entries. Think once more about its rows and its columns."),
    ],
)
def test_where_the_shape_is_chosen_another_one_is_wrong_and_is_spoken_of(typed: str, said: str) -> None:
    outcome = score(COLUMN, typed)
    assert isinstance(outcome, Score)
    assert outcome.fraction == 0
    assert sentences(outcome) == [said]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("[1, 3; 2, 4]", "transposed"),
        ("[3, 4; 1, 2]", "rows-1-2-swapped"),
        ("[2, 1; 4, 3]", "columns-1-2-swapped"),
        ("[-1, -2; -3, -4]", "all-signs-flipped"),
        ("[1, 0; 0, 4]", "diagonal-only"),
        ("[1, 2; 0, 4]", "above-diagonal-only"),
        ("[1, 0; 3, 4]", "below-diagonal-only"),
        ("[1, 2; 3, 5]", None),
    ],
)
def test_what_can_be_done_wrong_with_any_matrix_is_recognised(typed: str, code: str | None) -> None:
    shown = first_misconception(NUMBERS, MATRIX.parse(typed, NUMBERS.key))
    assert (shown.code if shown else None) == code


def test_an_authors_misconception_comes_first_and_takes_its_answer() -> None:
    own = Misconception("mirror", "You mirrored it.", "[1, 3; 2, 4]")
    part = matrix_part("m", "[1, 2; 3, 4]", variables=(), misconceptions=[own])
    assert part.misconceptions[0] == own
    assert "transposed" not in [mistake.code for mistake in part.misconceptions]


def test_a_symmetric_matrix_has_no_transpose_to_be_mistaken_for() -> None:
    assert "transposed" not in [mistake.code for mistake in HESSIAN.misconceptions]


def test_a_mistake_that_the_shown_grid_cannot_hold_is_left_out() -> None:
    assert "transposed" not in [mistake.code for mistake in ROW.misconceptions]
    assert "transposed" in [mistake.code for mistake in COLUMN.misconceptions]


@given(st.lists(st.integers(-3, 3), min_size=4, max_size=4))
@settings(deadline=None, max_examples=40)
def test_no_two_mistakes_of_a_matrix_share_an_answer(entries: list[int]) -> None:
    part = matrix_part("m", matrix([entries[:2], entries[2:]]), variables=())
    for mistake in part.misconceptions:
        value = MATRIX.parse(mistake.wrong, part.key)
        assert first_misconception(part, value) == mistake
        assert MATRIX.score(value, part.key) != Score(1.0)


@given(st.integers(1, 5), st.integers(-4, 4), st.integers(1, 4))
@settings(deadline=None, max_examples=15)
def test_a_hessian_by_sympy_is_right(a: int, b: int, n: int) -> None:
    f = f"{a}*x^{n}*y + ({b})*x*y^2 + sin(x*y)"
    x, y = sympy.symbols("x y")
    theirs = sympy.hessian(sympy.sympify(f.replace("^", "**")), (x, y))
    typed = str(theirs.tolist()).replace("**", "^")
    assert score(matrix_part("h", hessian(parse(f, NAMES), NAMES).result, variables=NAMES), typed) == Score(
        1.0
    )


def test_the_entries_are_compared_on_the_domain() -> None:
    domain = {"x": (1.0, 3.0)}
    assert score(matrix_part("d", "[x, 1]", variables=("x",), domain=domain), "[abs(x), 1]") == Score(1.0)
    assert score(matrix_part("d", "[x, 1]", variables=("x",)), "[abs(x), 1]") != Score(1.0)


def test_a_matrix_half_filled_in_shows_what_is_there() -> None:
    shown = ANSWER_TYPE.so_far("[6x, ; 2q, 2x]", HESSIAN.key)
    assert shown == r"\begin{bmatrix} 6x & \square \\ \text{?} & 2x \end{bmatrix}"


def test_doubtful_entries_are_explained_once() -> None:
    assert ANSWER_TYPE.notes("[3/2x, 3/2x; 1, 2e-3]", HESSIAN.key) == (
        "I read 3/2x as (3/2)·x. For 3/(2x), put brackets around 2x.",
    )


@pytest.mark.parametrize(
    ("answer", "settings", "message"),
    [
        ("[1, 2; 3]", {}, "cannot be read"),
        ("[x, z]", {}, "letter “z”"),
        ("[x, y]", {"shape": "round"}, "'round'"),
        ("[x, y]", {"misconceptions": [Misconception("c", "s", "[x; y]")]}, "a column of 2 entries"),
        ("[x, y]", {"misconceptions": [Misconception("c", "s", "x +")]}, "cannot be read"),
    ],
)
def test_an_author_is_told_what_cannot_be(answer: str, settings: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        MATRIX.build("m", answer, {"variables": NAMES, **settings})


@pytest.mark.parametrize(
    "text",
    [
        *(piece * 3000 for piece in ("(", "[", '"', "\t", ")")),
        *(piece * 700 for piece in ("[1 ", "a,", "[[1],", "array(")),
        "([" * 750 + "])" * 750,
        r"\begin{matrix}" * 200,
        "9" * 20_000,
    ],
    ids=lambda text: text[:8],
)
def test_a_hostile_text_is_refused_quickly(text: str) -> None:
    begin = time.process_time()
    assert isinstance(score(HESSIAN, text), NotGradable)
    ANSWER_TYPE.so_far(text, HESSIAN.key)
    assert time.process_time() - begin < 1


def test_the_worked_value_is_a_matrix_other_parts_can_follow_from() -> None:
    value = MATRIX.parse("2*[x, y; y, x]", HESSIAN.key)
    assert isinstance(value, Matrix)
    assert evaluate(derivative(value.children[0], "x"), {"x": 1.0}) == 2

import re

import pytest

from upslope.maths import UnreadableMaths, parse, to_latex, to_text
from upslope.maths.expressions.matrix import shape_of

SQUARE = "[1, 2; 3, 4]"


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("[1, 2; 3, 4]", SQUARE),
        ("[1,2;3,4]", SQUARE),
        ("[[1,2],[3,4]]", SQUARE),
        ("[[1, 2]; [3, 4]]", SQUARE),
        ("[1 2; 3 4]", SQUARE),
        ("[[1 2]\n [3 4]]", SQUARE),
        ("[[ 1. 2.]\n [ 3. 4.]]", SQUARE),
        ("np.array([[1,2],[3,4]])", SQUARE),
        (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", SQUARE),
        (r"\begin{bmatrix}1&2\\3&4\\\end{bmatrix}", SQUARE),
        (r"\left[\begin{array}{cc} 1 & 2 \\[2pt] 3 & 4 \end{array}\right]", SQUARE),
        ("(1, 2)", "[1, 2]"),
        ("[1 2]", "[1, 2]"),
        ("[-1 2]", "[-1, 2]"),
        ("[x^2 2]", "[x^2, 2]"),
        ("np.array([1, 2])", "[1, 2]"),
        ("[1; 2]", "[1; 2]"),
        ("[[1],[2]]", "[1; 2]"),
        ("[[x]]", "[[x]]"),
        ("[sin x; cos x]", "[sin(x); cos(x)]"),
        ("[2 x, 1]", "[2*x, 1]"),
        ("[x - 1; 2]", "[x - 1; 2]"),
        ("[x+1]^2", "(x + 1)^2"),
        ("[[x+1]*2]", "(x + 1)*2"),
        ("[x - 2]", "x - 2"),
        ("2[1, 2] - x(3, 4)", "2*[1, 2] - x*[3, 4]"),
        ("[1,2][3;4]", "[1, 2]*[3; 4]"),
        ("[1,2;3,4]*[x;y] + [1;1]", "[1, 2; 3, 4]*[x; y] + [1; 1]"),
        ("np.array([[1,2],[3,4]]) @ np.array([[x],[y]])", "[1, 2; 3, 4]*[x; y]"),
        ("(x, y)/sqrt(x^2+y^2)", "[x, y]/sqrt(x^2 + y^2)"),
        ("-[1, 2]", "-[1, 2]"),
    ],
)
def test_vectors_and_matrices_are_read_in_every_way_people_type_them(typed: str, reading: str) -> None:
    tree = parse(typed, ("x", "y"))
    assert to_text(tree) == reading
    assert parse(reading, ("x", "y")) == tree
    assert parse(to_latex(tree), ("x", "y")) == tree


def test_shapes_are_those_that_were_typed() -> None:
    assert shape_of(parse("(1, 2, 3)")) == (1, 3)
    assert shape_of(parse("[1; 2; 3]")) == (3, 1)
    assert shape_of(parse("[1, 2][3; 4]")) == (1, 1)


SENTENCES = [
    ("[1,2;3]", "The first row has 2 entries, but this one has 1. Give every row", 5),
    ("[1; 2, 3]", "The first row has 1 entry, but this one has 2.", 4),
    ("[[1,2],[3]]", "The first row has 2 entries, but this one has 1.", 7),
    ("[[1,2],3]", "Another row in square brackets should stand here.", 7),
    ("[1,2", "The bracket “[” that opens here is never closed. Add “]”", 0),
    ("(1,2]", "“(” is closed by “]” here. Close it with “)”.", 4),
    ("[,]", "An entry is missing here.", 1),
    ("[1,]", "An entry is missing here.", 3),
    ("[1,2;", "An entry is missing here.", 5),
    ("[]", "There is nothing between these brackets.", 1),
    (r"\begin{pmatrix}", r"The matrix “\begin{pmatrix}” that opens here is never closed.", 0),
    (r"\begin{pmatrix} 1 & \\ 2 & 3 \end{pmatrix}", "An entry is missing here.", 20),
    (r"\begin{pmatrix} 1 \end{bmatrix}", r"“\begin{pmatrix}” is closed by “\end{bmatrix}” here.", 18),
    (r"\begin{vmatrix} 1 & 2 \\ 3 & 4 \end{vmatrix}", "Bars around a matrix mean its determinant", 0),
    ("[1 -2; 3 4]", "The space here could separate two entries or join them into one.", 3),
    ("[2 x; 3 y]", "The space here could separate two entries", 3),
    ("[1 -2]", "The space here could separate two entries", 3),
    ("[[1] [2]]", "The space here could separate two entries", 5),
    ("[1 2, 3]", "Two numbers stand side by side here.", 3),
    ("2 + [1, 2]", "A number and a matrix cannot be added. Add the number to an entry", 4),
    ("[1,2] + [1;2]", "Matrices of the shapes 1×2 and 2×1 cannot be added. Both need the same", 8),
    ("[1,2]*[3,4]", "shapes 1×2 and 1×2 cannot be multiplied. The first needs as many columns", 6),
    ("[1;2] x [3;4]", "shapes 2×1 and 2×1 cannot be multiplied", 8),
    ("sin([1, 2])", "sin needs a single number, and this is a vector or a matrix. Use its entries", 4),
    ("sin(x, y)", "sin needs a single number", 3),
    ("|[1, 2]|", "abs needs a single number", 1),
    ("2/[1, 2]", "A denominator needs a single number", 2),
    ("[1,2;3,4]^2", "A power needs a single number", 0),
    ("2^(1, 2)", "A power needs a single number", 2),
    ("[1, [2, 3]]", "An entry of a matrix needs a single number", 4),
    ("[1/0, 2]", "Here you divide by zero.", 2),
    ("[1,2;3,4]" * 40, "Multiplied out, these matrices would fill pages.", 99),
    ("{1; 2}", "I found a semicolon here.", 2),
    ("1, 2", "I found a comma here.", 1),
]


@pytest.mark.parametrize(
    ("typed", "sentence", "offset"), SENTENCES, ids=[typed[:20] for typed, _, _ in SENTENCES]
)
def test_what_makes_no_matrix_gets_a_sentence_and_a_place(typed: str, sentence: str, offset: int) -> None:
    with pytest.raises(UnreadableMaths, match=re.escape(sentence)) as caught:
        parse(typed, ("x", "y"))
    assert caught.value.offset == offset

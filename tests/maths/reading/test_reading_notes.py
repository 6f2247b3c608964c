import pytest

from upslope.maths.reading.parser import Reading, parse, read

VARIABLES = ("x", "y", "f")


@pytest.mark.parametrize(
    ("typed", "offset", "sentence"),
    [
        ("3/2x", 0, "I read 3/2x as (3/2)·x. For 3/(2x), put brackets around 2x."),
        ("y + 3 / 2x", 4, "I read 3 / 2x as (3 / 2)·x. For 3 /(2x), put brackets around 2x."),
        ("1/x(x+1)", 0, "I read 1/x(x+1) as (1/x)·(x+1). For 1/(x(x+1)), put brackets around x(x+1)."),
        ("2x/3xy", 0, "I read 2x/3xy as (2x/3)·xy. For 2x/(3xy), put brackets around 3xy."),
        ("1/2sin x", 0, "I read 1/2sin x as (1/2)·sin x. For 1/(2sin x), put brackets around 2sin x."),
        (
            r"3/2\left(x+1\right)",
            0,
            "I read 3/2(x+1) as (3/2)·(x+1). For 3/(2(x+1)), put brackets around 2(x+1).",
        ),
        ("e^2x", 0, "I read e^2x as (e^2)·x. For e^(2x), put brackets around 2x."),
        ("2^xy", 0, "I read 2^xy as (2^x)·y. For 2^(xy), put brackets around xy."),
        ("ln e^2x", 3, "I read e^2x as (e^2)·x. For e^(2x), put brackets around 2x."),
        ("e^-x/2", 0, "I read e^-x/2 as (e^-x)/2. For e^(-x/2), put brackets around -x/2."),
        ("x^1/2", 0, "I read x^1/2 as (x^1)/2. For x^(1/2), put brackets around 1/2."),
        ("2^3^x", 0, "I read 2^3^x as 2^(3^x). For (2^3)^x, put brackets around 2^3."),
        ("2^-3^x", 0, "I read 2^-3^x as 2^(-3^x). For (2^-3)^x, put brackets around 2^-3."),
        ("sin x^2", 0, "I read sin x^2 as sin(x^2). For (sin x)^2, put brackets around sin x."),
        ("2 + ln 3x²", 4, "I read ln 3x² as ln(3x²). For (ln 3x)², put brackets around ln 3x."),
        ("√x^2", 0, "I read √x^2 as √(x^2). For (√x)^2, put brackets around √x."),
        ("sin x/2", 0, "I read sin x/2 as (sin x)/2. For sin(x/2), put brackets around x/2."),
        ("sin 2*x", 0, "I read sin 2*x as (sin 2)*x. For sin(2*x), put brackets around 2*x."),
        ("sin x(x+1)", 0, "I read sin x(x+1) as (sin x)·(x+1). For sin(x(x+1)), put brackets around x(x+1)."),
        ("√2x", 0, "I read √2x as (√2)·x. For √(2x), put brackets around 2x."),
        ("f(x+1)", 0, "I read f(x+1) as the product f·(x+1). Here f is a letter, not a function."),
        ("2 log x", 2, "I read log as the natural logarithm, ln. For the logarithm to base 10, write log10."),
        (
            "x³√y",
            1,
            "I read ³√ here as the power 3 and then a square root. For a root of order 3, put * before it.",
        ),
        ("x + 1e-5", 4, "I read 1e-5 as 1·e - 5. For a power of ten, write 1*10^(-5)."),
        (
            "2(1,5)",
            1,
            "I read (1,5) as a row with the entries 1 and 5. Decimals are written with a point: 1.5.",
        ),
        (
            "[2 x]",
            0,
            "I read the spaces in these square brackets as products. Put commas between entries of a row.",
        ),
        (
            "np.array([[1,2],[3,4]]) * np.array([[x],[y]])",
            0,
            "I read * between two arrays as the product of matrices, rows times columns. "
            "numpy writes that as @, and multiplies entry by entry with *.",
        ),
    ],
)
def test_an_ambiguous_text_comes_with_how_it_was_read(typed: str, offset: int, sentence: str) -> None:
    (note,) = read(typed, VARIABLES).notes
    assert (note.offset, note.sentence) == (offset, sentence)


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "sin 2x cos x",
            "-x^2",
            "2x sin x + x^2 cos x",
            "sin^2 x cos^3 2x",
            "x(x+1)",
            "(x+1)(x-1)/x",
            "x/y",
        ),
        *("1/2 x", "sin x / 2", "√2 x", "f (x+1)", "(3/2)x", "3/(2x)", r"\frac{3}{2}x", "e^(2x)", "e^{2}x"),
        *("2x^2y", "x²y", "x^3/3", "e^x", "e^-x", "e^x(x+1)", "e^(-x^2/2)", "2^(3^x)", "(2^3)^x", "sin(x^2)"),
        *("sin -x", "2*-x", "x/2/3", "1.5x", "np.log(x)", "log10 x", r"\log_{10} x", "ln x"),
        *(
            "(1, 2)",
            "[1, 2; 3, 4]",
            "[1 2]",
            "np.array([[1,2],[3,4]]) @ np.array([[x],[y]])",
            "x^2 √y",
            "|x|/2",
        ),
    ],
)
def test_a_clear_text_comes_without_notes(typed: str) -> None:
    assert read(typed, VARIABLES) == Reading(parse(typed, VARIABLES), ())


def test_notes_stand_in_the_order_of_the_text() -> None:
    notes = read("sin x^2 + log x + 3/2y + e^2x", VARIABLES).notes
    assert [note.offset for note in notes] == [0, 10, 18, 25]


def test_a_long_piece_is_cut_short_in_a_note() -> None:
    (note,) = read("1/2(" + "+".join(["x"] * 200) + ")", VARIABLES).notes
    assert "…" in note.sentence
    assert len(note.sentence) < 250

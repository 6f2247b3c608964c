import re
import string
import time
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.maths import MathsError, UnreadableMaths, compare, parse, to_text
from upslope.maths.reading.parser import parse_scalar

READINGS = [
    ("2x sin x + x^2 cos x", "2*x*sin(x) + x^2*cos(x)"),
    ("sin x cos x", "sin(x)*cos(x)"),
    ("sin 2x cos 3x", "sin(2*x)*cos(3*x)"),
    ("2xsinx", "2*x*sin(x)"),
    ("sin^2 x", "sin(x)^2"),
    ("sin^2(x)cos^3 2x", "sin(x)^2*cos(2*x)^3"),
    ("sin(x)^2", "sin(x)^2"),
    ("sin x^2", "sin(x^2)"),
    ("sin x/2", "sin(x)/2"),
    ("sin -x", "sin(-x)"),
    ("sin 2(x+1)", "sin(2*(x + 1))"),
    ("sin x(x+1)", "sin(x)*(x + 1)"),
    ("ln sin x", "ln(sin(x))"),
    ("x(x+1)", "x*(x + 1)"),
    ("(x+1)(x-1)", "(x + 1)*(x - 1)"),
    ("3/2x", "3/2*x"),
    ("1/x(x+1)", "1/x*(x + 1)"),
    ("e^(-x^2/2)", "e^(-x^2/2)"),
    ("e^x", "e^x"),
    ("e^2x", "e^2*x"),
    ("e^-x", "e^(-x)"),
    ("e^sin x", "e^sin(x)"),
    ("exp(x)", "exp(x)"),
    ("|x|", "abs(x)"),
    ("2|x||x+1|", "2*abs(x)*abs(x + 1)"),
    ("|(|x|+1)|", "abs(abs(x) + 1)"),
    ("sqrt x", "sqrt(x)"),
    ("√x", "sqrt(x)"),
    ("√(x+1)", "sqrt(x + 1)"),
    ("√2x", "sqrt(2)*x"),
    ("ln x", "ln(x)"),
    ("log(x)", "ln(x)"),
    ("log10 x", "log10(x)"),
    ("arcsin x", "asin(x)"),
    ("atan(x)", "atan(x)"),
    ("sinh x + cosh x tanh x", "sinh(x) + cosh(x)*tanh(x)"),
    ("2 pi x", "2*pi*x"),
    ("2πx", "2*pi*x"),
    ("3×x·2", "3*x*2"),
    ("x − 1", "x - 1"),
    ("x²+x³", "x^2 + x^3"),
    ("x⁻¹", "x^(-1)"),
    ("x**2", "x^2"),
    ("np.sin(x)**2 + numpy.exp(x) + math.pi", "sin(x)^2 + exp(x) + pi"),
    (r"\frac{1}{2}x", "1/2*x"),
    (r"\frac12x", "1/2*x"),
    (r"\dfrac{x+1}{x}", "(x + 1)/x"),
    (r"\sin\left(x\right)\cdot x^{2}", "sin(x)*x^2"),
    (r"\sin^{2} x \, \cos x", "sin(x)^2*cos(x)"),
    (r"$\sqrt{x}$", "sqrt(x)"),
    (r"\left|x\right|", "abs(x)"),
    (r"e^{-x^{2}/2}", "e^(-x^2/2)"),
    ("1.5x", "1.5*x"),
    (".5x", "0.5*x"),
    ("-x^2", "-x^2"),
    ("2^-3", "2^(-3)"),
    ("x^-1", "x^(-1)"),
    ("2^3^x", "2^3^x"),
    ("--x", "-(-x)"),
    ("x - -2", "x - (-2)"),
    ("+x", "x"),
    ("2*-x", "2*(-x)"),
    ("x/2/3", "x/2/3"),
    ("[x+1]^2", "(x + 1)^2"),
    ("X^2", "x^2"),
    ("Sin(X)", "sin(x)"),
    ("sec x tan x", "sec(x)*tan(x)"),
    ("arsinh x + arcosh(x) artanh x", "asinh(x) + acosh(x)*atanh(x)"),
    (r"\operatorname{arsinh}\left(x\right)", "asinh(x)"),
    ("np.arcsinh(x)*np.pi", "asinh(x)*pi"),
    ("½x", "1/2*x"),
    ("x^½", "x^(1/2)"),
    ("sin ½x", "sin(1/2*x)"),
    ("∛x", "x^(1/3)"),
    ("2 + ³√(x+1)", "2 + (x + 1)^(1/3)"),
    (r"\sqrt[3]{x}", "x^(1/3)"),
    ("x³√x", "x^3*sqrt(x)"),
    (r"\left|\left|x\right|+1\right|", "abs(abs(x) + 1)"),
    (r"\lvert x\rvert^2", "abs(x)^2"),
    (r"\left\{x+1\right\}^2", "(x + 1)^2"),
    (r"\mathrm{e}^{x}", "e^x"),
    ("2x + 1.", "2*x + 1"),
    ("x\u200b + \u20611", "x + 1"),
    ("ln 2", "ln(2)"),
    ("log20", "ln(20)"),
    (r"\log_{10} x", "log10(x)"),
]


@pytest.mark.parametrize(("typed", "reading"), READINGS)
def test_what_people_type_is_read_as_they_mean_it(typed: str, reading: str) -> None:
    assert to_text(parse(typed)) == reading


@pytest.mark.parametrize(
    ("typed", "variables", "reading"),
    [
        ("ac(x+1)", ("a", "c", "x"), "a*c*(x + 1)"),
        ("mu sigma", ("mu", "sigma"), "mu*sigma"),
        ("μσ", ("mu", "sigma"), "mu*sigma"),
        (r"\mu^2", ("mu",), "mu^2"),
        ("\N{MICRO SIGN}^2", ("mu",), "mu^2"),
        (r"\varphi + ϕ", ("phi",), "phi + phi"),
        ("Σ - σ", ("Sigma", "sigma"), "Sigma - sigma"),
        (r"\sqrt[n]{x}", ("x", "n"), "x^(1/n)"),
        ("x_1 x_2", ("x_1", "x_2"), "x_1*x_2"),
        ("e t", ("e", "t"), "e*t"),
        ("2t sin t", ("t",), "2*t*sin(t)"),
        ("1/2", (), "1/2"),
    ],
)
def test_letters_follow_the_declared_variables(typed: str, variables: tuple[str, ...], reading: str) -> None:
    assert to_text(parse(typed, variables)) == reading


SENTENCES = [
    ("", "There is nothing here yet. Type an expression", None),
    ("   ", "There is nothing here yet.", None),
    ("x + y", "I don't know the letter “y” here. You can use the letter x.", 4),
    ("2foo(x)", "I don't know the word “foo”.", 1),
    ("sen(x)", "I don't know the word “sen”. Did you mean sin?", 0),
    ("1,5x", "I found a comma inside a number. Write decimals with a point, like 1.5.", 1),
    ("x, x", "I found a comma here.", 1),
    ("2x - 6 = 0", "I found an equals sign. Type only what stands to its left.", 7),
    ("f'(x) = 0", "I found an equals sign. Type only what stands to its right.", 6),
    ("= 0", "I found an equals sign. Type only what stands to its right.", 0),
    ("y = 2x", "I found an equals sign. Type only what stands to its right.", 2),
    ("sin^-1 x", "sin with a negative power can be read in two ways. Write asin(…)", 3),
    (r"\tan^{-1} x", "tan with a negative power can be read in two ways. Write atan(…)", 4),
    ("x2", "“x2” could mean a power or a product. Write x^2 for the power, or put 2* in front", 1),
    ("2 3", "Two numbers stand side by side here.", 2),
    ("(x+1", "The bracket “(” that opens here is never closed. Add “)”", 0),
    ("2|x", "The bar “|” that opens here is never closed.", 1),
    ("x+1)", "This closing bracket “)” has no opening one.", 3),
    ("(x]", "“(” is closed by “]” here. Close it with “)”.", 2),
    ("sin()", "There is nothing between these brackets.", 4),
    ("x +", "This stops in the middle.", 3),
    ("* x", "“*” needs something before it.", 0),
    ("ln*x", "ln needs something to act on. Write for example ln(x).", 0),
    ("2 + sin", "sin needs something to act on.", 4),
    ("1/0", "Here you divide by zero.", 1),
    ("x/(1-1)", "Here you divide by zero.", 1),
    ("9^9^9^9", "This power has no value I can work with: it is far too big, or not a real number.", 3),
    ("(-2)^0.5", "This power has no value I can work with", 4),
    ("sqrt(-1)", "sqrt of -1 is not a real number.", 0),
    ("x + ln 0", "ln of 0 is not a real number.", 4),
    ("factorial(1000000)", "I don't know the word “factorial”.", 0),
    ("3!", "I don't know factorials.", 1),
    ("__import__('os')", "I can't read an underscore here.", 0),
    ("x.__class__", "This full stop is not part of a number.", 1),
    ("x²²²³ + ;", "I found a semicolon here.", 8),
    ("x²²²³ + §", "I can't read “§”.", 8),
    ("(" * 1900, "This goes more than 50 levels deep", 50),
    ("[" * 1900, "This goes more than 50 levels deep", 50),
    ("-" * 1900 + "x", "This goes more than 50 levels deep", None),
    ("1/" * 900 + "1", "This goes more than 50 levels deep", None),
    ("∛σ" * 300, "With every sign and bracket written out, this has", None),
    ("9" * 70, "This number has 70 digits", 0),
    ("x" * 10_000, "This text has 10000 characters.", 3000),
    ("x\x00", "I can't read “U+0000”.", 1),
    ("x\\", "The text ends with a backslash.", 1),
    (r"\foo{x}", "I don't know the word “foo”.", 1),
    ("(" * 10_000, "This text has 10000 characters.", 3000),
    (";;;;", "I found a semicolon here.", 0),
    ("x & 2", "I found & here.", 2),
    ("\ud800x", "I can't read “U+D800”.", 0),
    ("\u202ex", "I can't read “U+202E”.", 0),
    ("שלום", "I don't know the word “שלום”.", 0),
    ("2½", "Two numbers stand side by side here.", 1),
    ("log2(x)", "I know the logarithms ln (also written log) and log10, but no other base.", 0),
    (r"\log_2 x", "I know the logarithms ln (also written log) and log10, but no other base.", 1),
    ("2 + log_a x", "I know the logarithms", 4),
    ("sinh^-1 x", "Write asinh(…) for the inverse function, or 1/sinh(…)", 4),
    ("acosh(0)", "acosh of 0 is not a real number.", 0),
    ("x - ∂f/∂x", "I can't read ∂ here. Work the derivative out", 4),
    (r"\partial x", "I can't read ∂ here.", 1),
    ("x_3", "I can't read an underscore here.", 1),
    ("xⁿ", "I don't know the letter “n” here.", 1),
    (r"\sqrt[n]{x}", "I don't know the letter “n” here.", 6),
    (r"\begin{", "I can't read this LaTeX here.", 0),
    (r"\begin{cases} x \end{cases}", "I can't read “cases” here.", 0),
]


@pytest.mark.parametrize(
    ("typed", "sentence", "offset"), SENTENCES, ids=[text[:20] for text, _, _ in SENTENCES]
)
def test_what_cannot_be_read_gets_a_sentence_and_a_place(
    typed: str, sentence: str, offset: int | None
) -> None:
    with pytest.raises(UnreadableMaths, match=re.escape(sentence)) as caught:
        parse(typed, ("x", "sigma") if "σ" in typed else ("x",))
    if offset is not None:
        assert caught.value.offset == offset
    assert caught.value.message.endswith(".")
    assert caught.value.remedy.endswith((".", "?"))


def test_the_letters_that_may_be_used_are_named() -> None:
    with pytest.raises(UnreadableMaths, match="You can use the letters a, b and t"):
        parse("a + q", ("a", "b", "t"))
    with pytest.raises(UnreadableMaths, match="You can use numbers, but no letters"):
        parse("2x", ())


def test_an_unknown_index_names_the_ones_that_may_be_used() -> None:
    with pytest.raises(
        UnreadableMaths, match=r"I don't know this index here\. You can use the letters x"
    ) as caught:
        parse("x_3", ("x", "x_1"))
    assert caught.value.offset == 1


def test_a_sentence_on_superscripts_points_to_the_character() -> None:
    with pytest.raises(UnreadableMaths) as caught:
        parse("2 + aⁿ", ("a",))
    assert caught.value.offset == 5


def test_one_number_or_formula_is_all_that_a_scalar_may_be() -> None:
    assert parse_scalar("[x - 2]^2 (x +1)") == parse("(x-2)^2 (x+1)")
    for typed, sentence, offset in (
        ("2(1,5)", "I found a comma inside a number. Write decimals with a point, like 1.5.", 3),
        ("[1; 2]", "I found a semicolon here.", 2),
        ("[2 3]", "Two numbers stand side by side here.", 3),
        ("2 [[x]]", "This is a vector or a matrix, and a single number or formula is asked for here.", 2),
    ):
        with pytest.raises(UnreadableMaths, match=re.escape(sentence)) as caught:
            parse_scalar(typed)
        assert caught.value.offset == offset


def test_sentences_survive_being_copied() -> None:
    error = UnreadableMaths("One.", "Two.", 3)
    again = UnreadableMaths(*error.args)
    assert (again.message, again.remedy, again.offset) == ("One.", "Two.", 3)
    assert isinstance(error, MathsError)


LONG = [
    "(" * 3000,
    "x" * 3000,
    "sin " * 500,
    "x^" * 999 + "x",
    "1/" * 999 + "1",
    "-" * 1999 + "x",
    "|" * 3000,
    "9^" * 999 + "9",
    "(x+1)^99999999*" * 100 + "x",
    "√" * 3000,
    "²" * 3000,
    "\\frac" * 400,
    "+".join(["sin x"] * 300),
]


@pytest.mark.parametrize("text", LONG, ids=[text[:12] for text in LONG])
def test_long_texts_are_answered_at_once(text: str) -> None:
    start = time.thread_time()
    with suppress(UnreadableMaths):
        parse(text)
    # Processor time of this thread, with room for a slow machine: a hang would take far longer.
    assert time.thread_time() - start < 5


def test_a_long_sum_is_not_deep() -> None:
    assert len(parse(" + ".join(f"{n}x^{n}" for n in range(1, 75))).children) == 74


_PIECES = st.sampled_from(
    [
        "x",
        "2",
        "1.5",
        "sin",
        "^",
        "(",
        ")",
        "+",
        "-",
        "*",
        "/",
        " ",
        "|",
        "e",
        "pi",
        "{",
        "}",
        "\\frac",
        "√",
        "²",
        "ln",
    ]
)


@given(
    st.one_of(st.text(max_size=80), st.text(string.printable, max_size=80), st.lists(_PIECES).map("".join))
)
@settings(deadline=None, max_examples=400)
def test_no_text_raises_anything_but_our_own_error(text: str) -> None:
    with suppress(UnreadableMaths):
        tree = parse(text)
        assert parse(to_text(tree)) == tree
        assert compare(tree, tree).verdict == "same"


def test_reading_leaves_numpy_as_it_was() -> None:
    before = np.geterr()
    parse("1/2 + 2^(1/2)")
    assert np.geterr() == before

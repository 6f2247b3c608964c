"""Numbers: decimals, fractions, powers of ten, units, and how exactly they are asked for."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.maths import Expression, evaluate
from upslope.questions import Misconception, NotGradable, Part, Score, answer_type, number_part
from upslope.questions.quantity import Quantity
from upslope.questions.units import read_unit

NUMBER = answer_type("number")
PLAIN = number_part("n", Fraction(3, 2))
SPEED = number_part("v", 3.2, unit="m/s", decimals=1)
THREE_FIGURES = number_part("f", 1.234, figures=3)


def score(part: Part, text: str) -> Score | NotGradable:
    value = NUMBER.parse(text, part.key)
    return value if isinstance(value, NotGradable) else NUMBER.score(value, part.key)


def is_right(part: Part, text: str) -> bool:
    outcome = score(part, text)
    return isinstance(outcome, Score) and outcome.is_right


READINGS = [
    ("2.50", 2.5),
    (".5", 0.5),
    ("7.", 7),
    ("-4", -4),
    ("−4", -4),
    ("+4", 4),
    ("3/2", 1.5),
    ("1 + 1/2", 1.5),
    ("½", 0.5),
    ("pi/4", math.pi / 4),
    ("π", math.pi),
    ("2pi", 2 * math.pi),
    ("√2", math.sqrt(2)),
    ("sqrt(9)/2", 1.5),
    ("e^2", math.e**2),
    ("ln 2", math.log(2)),
    ("2^-3", 0.125),
    ("1.2e-3", 0.0012),
    ("1.2E-3", 0.0012),
    ("1.2e3", 1200),
    ("-2e+2", -200),
    (".5e1", 5),
    ("3*1.2e-3", 0.0036),
    ("1/2e3", 1 / 2000),
    ("1.2*10^-3", 0.0012),
    ("1.2×10⁻³", 0.0012),
    ("1.2·10^(-3)", 0.0012),
    ("2e - 3", 2 * math.e - 3),
    ("5 %", 0.05),
    ("5%", 0.05),
    ("12.5 percent", 0.125),
    ("90°", math.pi / 2),
    ("45 deg", math.pi / 4),
    ("2 rad", 2),
    (r"\frac{3}{4}", 0.75),
    ("  8  ", 8),
]


@pytest.mark.parametrize(("typed", "value"), READINGS)
def test_a_number_is_read_as_it_is_meant(typed: str, value: float) -> None:
    read = NUMBER.parse(typed, PLAIN.key)
    assert isinstance(read, Expression)
    assert evaluate(read, {}) == pytest.approx(value, rel=1e-12)


UNREADABLE = [
    ("3,5", "comma", "as a point: 3.5.", 1),
    ("−0,0067", "comma", "as a point: −0.0067.", 2),
    (" -3,5 cm", "comma", "as a point: -3.5.", 3),
    ("4 - 3,5", "comma", "as a point: 3.5.", 5),
    ("(3,5)", "comma", "as a point: 3.5.", 2),
    ("1,000", "thousands", "Write 1000 or 1.000, whichever you mean.", 1),
    ("1,234,567", "thousands", "Write 1234567.", 1),
    ("1,234.5", "thousands", "Write 1234.5.", 1),
    ("2 3", "side by side", "Put a sign", 2),
    ("3 m/s", "Only a number", "Leave the unit out", 2),
    ("2x", "letter", "numbers, but no letters", 1),
    ("about two", "about", "numbers", 0),
    ("1/0", "divide by zero", "check the bottom", 1),
    ("sqrt(-1)", "not a real number", "inside", 0),
    ("1.2e-3 + #", "“#”", "numbers", 9),
    ("1.2e-3*1e999", "far too big", "exponent", 7),
    ("2*(", "middle", "come next", 3),
    ("", "nothing", "2.5", None),
]


@pytest.mark.parametrize(("typed", "message", "remedy", "offset"), UNREADABLE)
def test_what_is_no_number_is_not_wrong_and_shows_where(
    typed: str, message: str, remedy: str, offset: int | None
) -> None:
    outcome = score(PLAIN, typed)
    assert isinstance(outcome, NotGradable)
    assert message in outcome.message
    assert remedy in outcome.remedy
    assert outcome.offset == offset


@pytest.mark.parametrize("text", ["1.5", "3/2", "6/4", "1 + 1/2", "sqrt(9)/2", "150 %", "15e-1"])
def test_any_way_to_write_the_number_is_right(text: str) -> None:
    assert score(PLAIN, text) == Score(1.0)


@pytest.mark.parametrize(("text", "right"), [("0.33", True), ("0.333", True), ("1/3", True), ("0.34", False)])
def test_with_two_decimals_half_a_unit_of_the_second_is_allowed(text: str, right: bool) -> None:
    assert is_right(number_part("n", Fraction(1, 3), decimals=2), text) == right


@pytest.mark.parametrize(("text", "right"), [("98", True), ("102", True), ("97", False), ("103", False)])
def test_a_share_of_the_answer_may_be_allowed(text: str, right: bool) -> None:
    assert is_right(number_part("n", 100, relative=0.025), text) == right


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("1.23", "right"),
        ("1.234", "right"),
        ("1.23456", "right"),
        ("123e-2", "right"),
        ("1.230", "right"),
        ("1.2", "more"),
        ("0.12e1", "more"),
        ("1.20", "wrong"),
        ("1.24", "wrong"),
        ("1.3", "wrong"),
        ("1", "wrong"),
        ("0", "wrong"),
    ],
)
def test_too_few_figures_cost_nothing_while_they_are_right(text: str, outcome: str) -> None:
    found = score(THREE_FIGURES, text)
    if outcome == "more":
        assert found == NotGradable("This is right as far as it goes.", "Give three significant figures.")
    else:
        assert is_right(THREE_FIGURES, text) == (outcome == "right")


def test_a_short_answer_is_written_with_as_many_figures_as_are_asked_for() -> None:
    assert number_part("n", 2, figures=3).key["answer"] == "2.00"
    assert number_part("n", 0.5, figures=2).key["answer"] == "0.50"
    assert isinstance(score(number_part("n", 2, figures=3), "2"), NotGradable)


def test_zeros_at_the_end_of_a_whole_number_count_as_figures() -> None:
    assert score(number_part("n", 1200, figures=3), "1200") == Score(1.0)


def test_an_exact_answer_needs_no_figures() -> None:
    assert score(number_part("n", math.pi / 4, figures=3), "pi/4") == Score(1.0)


def test_a_rounded_number_is_not_the_exact_one_and_is_told_so() -> None:
    outcome = score(number_part("n", Fraction(1, 3)), "0.33")
    assert isinstance(outcome, Score)
    assert outcome.fraction == 0
    assert "rounded" in outcome.reasons[0].sentence


def test_a_mistake_is_recognised_however_few_figures_it_has() -> None:
    mistake = Misconception("half", "You halved it.", "0.617")
    part = number_part("n", 1.234, figures=3, misconceptions=[mistake])
    value = NUMBER.parse("0.617", part.key)
    assert NUMBER.score(value, {**part.key, "answer": mistake.wrong}) == Score(1.0)
    short = number_part("n", 1.234, figures=3, misconceptions=[Misconception("two", "s", "2")])
    assert NUMBER.score(NUMBER.parse("2", short.key), {**short.key, "answer": "2"}) == Score(1.0)


@pytest.mark.parametrize(
    "text",
    [
        "3.2 m/s",
        "3.2m/s",
        "3.2 m s^-1",
        "3.2 m s⁻¹",
        "3.2 m·s^(-1)",
        "16/5 m/s",
        "320 cm/s",
        "0.0032 km/s",
        "11.52 km/h",
        "192 m/min",
        "3.2 metres per second",
        "3.2 Meter/sec",
        "3.2e3 mm/s",
        "(3 + 0.2) m/s",
    ],
)
def test_a_unit_that_measures_the_same_is_right(text: str) -> None:
    assert score(SPEED, text) == Score(1.0)


def test_the_same_number_in_another_unit_is_wrong() -> None:
    assert score(SPEED, "3.2 km/h") == Score(0.0)


def test_a_missing_unit_is_asked_for() -> None:
    outcome = score(SPEED, "3.2")
    assert isinstance(outcome, NotGradable)
    assert "unit" in outcome.message


def test_a_unit_of_another_kind_is_wrong_and_says_what_it_measures() -> None:
    outcome = score(SPEED, "3.2 m")
    assert isinstance(outcome, Score)
    assert outcome.fraction == 0
    assert outcome.reasons[0].sentence == "Your unit measures a length, and a speed is asked for."


@pytest.mark.parametrize(
    ("text", "offset"), [("3.2 mps", 4), ("3.2 furlongs", 4), ("m/s", 0), ("3 smoots/s", 2)]
)
def test_an_unknown_unit_and_a_lonely_one_are_not_wrong(text: str, offset: int) -> None:
    outcome = score(SPEED, text)
    assert isinstance(outcome, NotGradable)
    assert "unit" in outcome.message
    assert outcome.offset == offset


UNITS = [
    ("km/h", 1 / 3.6, "a speed"),
    ("m/s/s", 1, "an acceleration"),
    ("kg·m²/s²", 1, "an energy"),
    ("kJ", 1e3, "an energy"),
    ("N m", 1, "an energy"),
    ("g/cm^3", 1e3, "a density"),
    ("1/s", 1, "a rate per time"),
    ("/min", 1 / 60, "a rate per time"),
    ("µm", 1e-6, "a length"),
    ("um", 1e-6, "a length"),
    ("hPa", 100, "a pressure"),
    ("mL", 1e-6, "a volume"),
    ("days", 86_400, "a time"),
    ("W/(m^2 K)", 1, "something else"),
    ("cm/m", 0.01, "a plain number"),
    ("K/min", 1 / 60, "a change of temperature per time"),
]


@pytest.mark.parametrize(("typed", "scale", "measures"), UNITS)
def test_a_unit_has_its_size_and_its_kind(typed: str, scale: float, measures: str) -> None:
    unit = read_unit(typed)
    assert unit is not None
    assert unit.scale == pytest.approx(scale, rel=1e-12)
    assert unit.measures == measures


@pytest.mark.parametrize(
    "typed", ["", "x", "foo", "kmin", "J/kg K", "m^", "m^12", "3", "(m/s)", "m//s", "s" * 61, "kkm", "°C"]
)
def test_what_is_no_unit_is_not_read_as_one(typed: str) -> None:
    assert read_unit(typed) is None


def test_a_hostile_unit_is_refused_at_once() -> None:
    part = number_part("v", 1, unit="m")
    for text in ("1 " + "m " * 200, "1" + "/m" * 5000, "1 " + "(" * 3000, "1 m" + "^" * 3000):
        assert isinstance(score(part, text), NotGradable)


@pytest.mark.parametrize(
    ("part", "text", "echo"),
    [
        (PLAIN, "1.5", "1.5"),
        (PLAIN, "-4", "-4"),
        (PLAIN, "3/2", r"\frac{3}{2} = 1.5"),
        (PLAIN, "1/3", r"\frac{1}{3} \approx 0.333333"),
        (PLAIN, "5 %", r"\frac{5}{100} = 0.05"),
        (PLAIN, "1.2e-3", r"1.2 \cdot 10^{-3} = 0.0012"),
        (PLAIN, "6.02e23", r"6.02 \cdot 10^{23}"),
        (SPEED, "12 km/h", r"12\,\mathrm{km}/\mathrm{h}"),
        (SPEED, "3/2 m/s", r"\frac{3}{2}\,\mathrm{m}/\mathrm{s} = 1.5\,\mathrm{m}/\mathrm{s}"),
        (SPEED, "1+2 m", r"\left(1 + 2\right)\,\mathrm{m} = 3\,\mathrm{m}"),
    ],
)
def test_the_echo_shows_the_value_of_what_was_typed(part: Part, text: str, echo: str) -> None:
    assert NUMBER.show(NUMBER.parse(text, part.key), part.key) == echo


def test_a_very_small_number_is_not_zero() -> None:
    part = number_part("n", 3e-13, unit="m")
    assert is_right(part, "0.3 pm")
    assert not is_right(part, "0 m")


def test_zero_is_right_only_as_zero() -> None:
    part = number_part("n", 0)
    assert score(part, "0") == Score(1.0)
    assert not is_right(part, "0.001")


def test_a_misconception_gets_the_unit_of_the_answer() -> None:
    mistakes = [Misconception("one", "s", "4"), Misconception("two", "s", "5 km/h")]
    part = number_part("v", 3, unit="m/s", misconceptions=mistakes)
    assert [mistake.wrong for mistake in part.misconceptions] == ["4 m/s", "5 km/h"]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"decimals": 2, "figures": 3}, "two of decimals, figures and relative"),
        ({"unit": "furlong"}, "'furlong' is not one I can read"),
        ({"misconceptions": [Misconception("c", "s", "1/0")]}, "cannot be read"),
        ({"misconceptions": [Misconception("c", "s", "3 m")]}, "the part asks for none"),
    ],
)
def test_an_author_is_told_what_cannot_be(settings: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        NUMBER.build("n", 1, settings)
    with pytest.raises(ValueError, match="no significant figures"):
        number_part("n", 0, figures=2)


def test_a_key_stored_before_there_were_units_still_marks() -> None:
    old = {"answer": "2.5", "tolerance": 0.05}
    assert NUMBER.score(NUMBER.parse("5/2", old), old) == Score(1.0)


@given(st.floats(-1e9, 1e9).filter(lambda value: value == 0 or abs(value) > 1e-12))
@settings(deadline=None, max_examples=60)
def test_every_ordinary_float_is_its_own_right_answer(value: float) -> None:
    part = number_part("n", value)
    assert score(part, str(part.key["answer"])) == Score(1.0)
    assert number_part("n", np.float64(value)).key == part.key


@given(st.floats(1e-6, 1e6), st.integers(1, 6))
@settings(deadline=None, max_examples=60)
def test_a_number_rounded_to_the_figures_asked_for_is_right(value: float, figures: int) -> None:
    rounded = f"{value:.{figures - 1}e}"
    assert score(number_part("n", value, figures=figures), rounded) == Score(1.0)


@given(st.floats(0.01, 1e4), st.sampled_from(["km/h", "cm/s", "m/min", "mm/h", "m/s"]))
@settings(deadline=None, max_examples=40)
def test_converting_the_answer_keeps_it_right(value: float, unit: str) -> None:
    other = read_unit(unit)
    assert other is not None
    part = number_part("v", value, unit="m/s", relative=1e-6)
    assert is_right(part, f"{value / other.scale!r} {unit}")
    assert isinstance(NUMBER.parse(f"1 {unit}", part.key), Quantity)

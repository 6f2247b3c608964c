from collections.abc import Callable
from math import inf, nan
from random import Random
from statistics import fmean
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.maths.labelled_pairs import LabelledPair, changed_by_mistake, keys, labelled_pairs, read, rewritten
from tests.maths.labelled_pairs_oracle import gaps, is_different, is_same, values_of_both
from tests.maths.oracle import has_values, read_back
from tests.maths.strategies import any_trees, functions
from upslope.maths import Expression, MathsError, compare, evaluate, number, parse, to_text
from upslope.maths.equality.equality import Comparison, compare_entries
from upslope.maths.equality.equivalence import UpTo
from upslope.maths.expressions.expression import Unworked
from upslope.maths.expressions.matrix import Matrix, matrix, row_vector
from upslope.maths.expressions.statement import equation

LETTERS = ("x", "y", "C", "c", "u")


def verdict(key: str, answer: str, up_to: UpTo | None = None, **domain: tuple[float, float]) -> str:
    return compare(parse(key, LETTERS), parse(answer, LETTERS), domain, up_to).verdict


def rows(*texts: str) -> Matrix:
    """A matrix from rows such as "2x, y"."""
    return matrix([parse(entry, LETTERS) for entry in text.split(",")] for text in texts)


# Labelled pairs


def test_there_are_pairs_of_both_kinds_and_from_every_rule() -> None:
    pairs = labelled_pairs()
    labels = [pair.label for pair in pairs]
    assert len(set(pairs)) == len(pairs) >= 2000
    assert min(labels.count("same"), labels.count("different")) >= 900


def test_the_labels_are_right_at_random_points_with_many_digits() -> None:
    def contradicted(pair: LabelledPair) -> bool:
        found = gaps(*pair.trees, pair.domain)
        return bool(found) and not is_same(*pair.trees, pair.domain)

    assert [pair for pair in labelled_pairs() if pair.label == "same" and contradicted(pair)] == []
    made = [pair for pair in labelled_pairs() if pair.label == "different" and pair.origin != "by hand"]
    assert [pair for pair in made if not is_different(*pair.trees)] == []


def test_every_labelled_pair_gets_its_verdict() -> None:
    found = [(compare(*pair.trees, dict(pair.domain)).verdict, pair) for pair in labelled_pairs()]
    assert [(verdict, pair) for verdict, pair in found if verdict != pair.label] == []


# The verdict "different"


def test_a_witness_is_a_point_anyone_can_check() -> None:
    comparison = compare(parse("2x"), parse("x^2"))
    assert comparison.witness is not None
    at = dict(comparison.witness)
    assert at["x"].is_integer()
    assert comparison.wanted == evaluate(parse("2x"), at)
    assert comparison.given == evaluate(parse("x^2"), at)
    assert comparison.wanted != comparison.given


def test_every_witness_shows_the_difference() -> None:
    different = [pair for pair in labelled_pairs() if pair.label == "different"][::7]
    for pair in different:
        found = compare(*pair.trees, dict(pair.domain))
        assert found.wanted != found.given, pair
        assert found.reason, pair


def test_the_reason_is_a_sentence_with_the_values() -> None:
    assert compare(parse("2x"), parse("x^2")).reason == "At x = 1 the key has the value 2 and the answer 1."
    assert compare(parse("5"), parse("2")).reason == "As a number, the key has the value 5 and the answer 2."
    no_value = compare(parse("ln(x^2)"), parse("2 ln x"))
    assert no_value.reason == "At x = -1 the key has the value 0 and the answer has none."
    assert no_value.given is None


def test_values_too_large_for_a_float_are_said_to_be_so() -> None:
    found = compare(parse("x"), parse("x + e^(e^(x^2 + 7))"))
    assert found.verdict == "different"
    assert found.given == inf
    assert found.reason.endswith("and the answer one too large to be shown.")


def test_values_that_look_alike_are_shown_with_more_digits() -> None:
    assert "3.14159265 " in compare(parse("3.14159265"), parse("3.1415927")).reason


# The domain


def test_a_domain_that_is_none_is_refused() -> None:
    for low, high in ((1.0, 1.0), (2.0, 1.0), (nan, 1.0), (0.0, nan)):
        with pytest.raises(
            ValueError, match=r"The domain of x runs from .*: the first must be the smaller one"
        ):
            compare(parse("x"), parse("x"), {"x": (low, high)})


@pytest.mark.parametrize(
    "box", [(0, 1e-9), (1e-300, 1e300), (-1e308, 1e308), (5, inf), (-inf, -2), (1, 1 + 1e-15)]
)
def test_any_interval_can_be_a_domain(box: tuple[float, float]) -> None:
    assert verdict("x^2", "x*x", x=box) == "same"
    assert verdict("x^2", "x*x*1.01", x=box) == "different"


def test_every_letter_has_its_own_interval() -> None:
    assert verdict("|x| + |y|", "x - y", x=(0, 5), y=(-5, 0)) == "same"
    assert verdict("|x| + |y|", "x - y", x=(0, 5)) == "different"


def test_a_gap_at_the_end_of_a_domain_is_not_looked_at_from_outside() -> None:
    assert verdict("x", "x sqrt(x-1)/sqrt(x-1)", x=(1, 3)) == "same"
    assert verdict("x", "x sqrt(x-1)/sqrt(x-1)", x=(0.5, 3)) == "different"


# "unsure"


def test_a_key_without_values_cannot_be_told() -> None:
    found = compare(parse("sqrt(-1 - x^2)"), parse("x"))
    assert (found.verdict, found.witness) == ("unsure", None)
    assert found.reason == "The key has a value at too few points to compare with."


def test_values_that_no_digits_can_settle_cannot_be_told() -> None:
    found = compare(parse("x"), parse("sin(10^50 sin(10^50 sin(10^50 x)))"))
    assert found.verdict in ("unsure", "different")
    assert compare(parse("1/(sqrt(x^2)^2 - x^2)"), parse("x")).verdict == "unsure"


# Up to a constant


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("ln|x|", "ln|x| + 3"),
        ("ln|x|", "ln|2x|"),
        ("ln|x|", "ln(5|x|) - 8"),
        ("sin^2 x", "-cos^2 x"),
        ("sin^2 x", "-cos(2x)/2"),
        ("asin x", "-acos x"),
        ("x^2", "x^2 + 10^12"),
        ("x^2", "(x+1)^2 - 2x"),
        ("5", "7"),
        ("x^2", "x^2 + C"),
        ("x^2", "x^2 + c"),
        ("x^2", "x^2 + ln(C)"),
        ("x y", "x y - 4"),
        ("x^3/3", "1/(3x^-3) + 2"),
    ],
)
def test_antiderivatives_are_the_same_up_to_a_constant(key: str, answer: str) -> None:
    assert verdict(key, answer, "constant") == "same"


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("ln|x|", "ln x"),
        ("x", "sin x"),
        ("x", "2x"),
        ("5", "x"),
        ("x^2", "x^2 + C x"),
        ("x^2", "x^2 + y"),
        ("x^2", "sin x + 10^12"),
        ("5", "10^12 + 10^-8 x"),
        ("x", "1.00000001x"),
        ("e^x", "e^x + 0.0001x"),
        ("x^3", "|x|^3"),
        ("x y", "x y + u"),
        ("c x", "x^2/2 + C"),
    ],
)
def test_other_functions_are_not(key: str, answer: str) -> None:
    assert verdict(key, answer, "constant") == "different"


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("-atan(1/x)", "atan x"),
        ("ln|x|", "ln|x| + x/|x|"),
        ("1/x", "1/x + 3|x|/x"),
        ("ln|x^2 - 1|", "ln|x^2 - 1| + |x - 1|/(x - 1)"),
        ("tan x", "tan x + |cos x|/cos x"),
        ("atan(tan(x/2)/2)/2", "x/4 - atan(sin x/(3 + cos x))/2"),
    ],
)
def test_where_the_key_breaks_another_constant_may_begin(key: str, answer: str) -> None:
    assert verdict(key, answer, "constant") == "same"


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("atan x", "-atan(1/x)"),
        ("x", "x + x/|x|"),
        ("ln|x|", "ln|x| + |x|"),
        ("tan x", "tan x + x"),
        ("tan(100x)", "tan(100x) + x"),
        ("atan(tan(x/2)/2)", "x/4 - atan(sin x/(3 + cos x))/2"),
        ("ln|x|", "ln|x| + |x - 1|/(x - 1)"),
        ("+".join(["x^x"] * 300) + "+x", "(x + 1)^(10^7)"),
        ("tan(100x)", "tan(100x) + |cos(100x)|/cos(100x) + |x|"),
    ],
)
def test_where_only_the_answer_breaks_or_changes_it_may_not(key: str, answer: str) -> None:
    assert verdict(key, answer, "constant") == "different"


def test_the_reason_shows_two_constants() -> None:
    found = compare(parse("atan x"), parse("-atan(1/x)"), up_to="constant")
    assert found.reason.startswith("The constant would have to be -1.5708 (at x = 2) and 1.5708 (at x = ")


# Up to a factor


@pytest.mark.parametrize(
    ("key", "answer"),
    [("x", "3x"), ("x", "-x"), ("sin 2x", "sin x cos x"), ("5", "-7"), ("e^x", "e^(x+1)"), ("0", "x-x")],
)
def test_multiples_are_the_same_up_to_a_factor(key: str, answer: str) -> None:
    assert verdict(key, answer, "factor") == "same"


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("x", "x^2"),
        ("x", "|x|"),
        ("x", "0"),
        ("0", "x"),
        ("5", "0"),
        ("0", "5"),
        ("x", "x + 1"),
        ("x/y", "y/x"),
        ("x", "C x"),
    ],
)
def test_what_is_no_multiple_or_0_times_the_key_is_not(key: str, answer: str) -> None:
    assert verdict(key, answer, "factor") == "different"


def test_generated_pairs_up_to_a_constant_and_up_to_a_factor() -> None:
    rng = Random(2043)
    for key in [read(str(tree)) for tree in keys(rng) if tree.variables][::4]:
        answer, wrong = rewritten(key, rng), changed_by_mistake(key, rng)
        extra = number(rng.randint(1, 9)) / number(7)
        assert compare(key, answer + extra, up_to="constant").verdict == "same"
        assert compare(key, -(answer * extra), up_to="factor").verdict == "same"
        both = values_of_both(key, wrong)
        if both and "abs" not in str(key) and "sqrt" not in str(key):
            assert (compare(key, wrong, up_to="constant").verdict == "same") is _alike(
                both, lambda a, b: b - a
            )
            assert (compare(key, wrong, up_to="factor").verdict == "same") is _alike(both, lambda a, b: b / a)


def _alike(both: list[tuple[Any, Any]], measure: Callable[[Any, Any], Any]) -> bool:
    found = [measure(wanted, given) for wanted, given in both if wanted]
    return bool(found[0]) and all(abs(one - found[0]) < 1e-15 * (1 + abs(one)) for one in found)


def test_nothing_else_to_be_the_same_up_to() -> None:
    with pytest.raises(ValueError, match="'sign' is nothing to be the same up to"):
        compare(parse("x"), parse("-x"), up_to="sign")  # type: ignore[arg-type]


# Matrices


def test_matrices_are_the_same_entry_by_entry() -> None:
    assert (
        compare(rows("x, 1", "y, ln x"), rows("x x/x, sin(u)^2 + cos(u)^2", "y, ln(x^3)/3")).verdict == "same"
    )
    assert compare(rows("x, 1"), rows("x, 2 - 1")) == Comparison("same")
    found = compare(rows("2x, 2y"), rows("2x, 3y"))
    assert (found.verdict, found.entry, found.witness) == ("different", (1, 2), {"y": 1.0})


def test_products_of_matrices_are_multiplied_out_first() -> None:
    product = rows("x, 1") * rows("y", "x")
    assert compare(rows("x y + x"), product).verdict == "same"


@pytest.mark.parametrize("answer", [rows("2x", "2y"), rows("2x, 2y, 0"), parse("2x")])
def test_another_shape_is_different_and_the_reason_names_both(answer: Expression) -> None:
    found = compare(rows("2x, 2y"), answer)
    assert found.verdict == "different"
    assert found.reason.startswith("The key is a 1×2 matrix, the answer a ")
    with pytest.raises(MathsError, match="Only matrices of one shape can be compared entry by entry"):
        compare_entries(rows("2x, 2y"), answer)


def test_a_factor_is_one_for_all_entries_and_a_constant_one_for_each() -> None:
    assert compare(rows("2x, 2y"), rows("-x, -y"), up_to="factor").verdict == "same"
    assert compare(rows("0, 2y"), rows("0, y"), up_to="factor").verdict == "same"
    assert compare(rows("0, 0"), rows("0, x - x"), up_to="factor").verdict == "same"
    assert compare(rows("x, y"), rows("x + 1, y + 2"), up_to="constant").verdict == "same"
    found = compare(rows("2x, 2y"), rows("x, 2y"), up_to="factor")
    assert (found.verdict, found.entry) == ("different", (1, 2))
    assert found.reason == "The factor would have to be 0.5 (at x = 1) and 1 (at y = 1) at once."
    assert compare(rows("0, 2y"), rows("x, y"), up_to="factor").verdict == "different"
    assert compare(rows("1, 2"), rows("0, 0"), up_to="factor").verdict == "different"
    assert compare(rows("1, 2"), rows("2, 5"), up_to="factor").verdict == "different"


def test_comparing_entries_gives_a_comparison_for_each() -> None:
    found = compare_entries(rows("x, y", "1, 2"), rows("x, x", "1, 3"))
    verdicts = [[entry.verdict for entry in row] for row in found]
    assert verdicts == [["same", "different"], ["same", "different"]]
    assert found[1][1].entry == (2, 2)
    ((single,),) = compare_entries(parse("x"), parse("2x"))
    assert single.entry is None


def test_an_entry_that_differs_outweighs_one_that_cannot_be_told() -> None:
    assert compare(row_vector([parse("sqrt(-1-x^2)"), parse("x")]), rows("1, 2x")).entry == (1, 2)
    assert compare(row_vector([parse("sqrt(-1-x^2)"), parse("x")]), rows("1, x")).verdict == "unsure"


def test_what_has_no_value_is_refused() -> None:
    with pytest.raises(MathsError):
        compare(parse("x"), Unworked("derivative", parse("x^2"), "x"))
    with pytest.raises(MathsError):
        compare(equation(parse("x"), 2), equation(parse("x"), 3))
    with pytest.raises(MathsError, match="cannot be multiplied"):
        compare(rows("x, y"), rows("x, y") * rows("x, y"))


# Whatever is typed

HOSTILE = [
    "x^x^x^x",
    "(x+1)^(10^7)",
    "2^(2^(2^x))",
    "e^-e^e^e^x",
    "sin(10^50 sin(10^50 x))",
    "tan(10^15 x)/tan(10^15 x)",
    "x" + "*x" * 800,
    "+".join(["x^x"] * 300),
    "tan x" * 250,
    "sin(" * 49 + "x" + ")" * 49,
    "|" * 40 + "x" + "|" * 40,
    "1/(1+" * 24 + "x" + ")" * 24,
    "x^-" * 20 + "x",
    "(x-x)^(x-x)",
    "sqrt(-x^2)",
    "1/(x-x)",
    "ln(|x|-|x|)",
    "0*e^e^e^e^e^(x^2+9)",
    "+".join(f"{n}x^{n}" for n in range(120)),
]


@pytest.mark.parametrize("answer", HOSTILE, ids=[text[:20] for text in HOSTILE])
def test_hostile_answers_get_a_verdict(answer: str) -> None:
    tree = parse(answer)
    for key in ("x", "0", "1/x"):
        assert compare(parse(key), tree).verdict in ("different", "unsure")
        assert compare(parse(key), tree, up_to="factor").verdict in ("same", "different", "unsure")
        assert compare(parse(key), tree, up_to="constant").verdict in ("same", "different", "unsure")
    assert compare(tree, tree + number(1)).verdict in ("different", "unsure")


@given(any_trees, any_trees, st.sampled_from([None, "constant", "factor"]))
@settings(deadline=None, max_examples=150)
def test_any_two_trees_get_a_verdict(key: Expression, answer: Expression, up_to: UpTo | None) -> None:
    assert isinstance(compare(key, answer, up_to=up_to), Comparison)


def test_comparing_leaves_numpy_as_it_was_and_is_the_same_every_time() -> None:
    before = np.geterr()
    first = compare(parse("1/x"), parse("x"))
    assert compare(parse("1/x"), parse("x")) == first
    assert np.geterr() == before


@given(functions(), st.integers(2, 9))
@settings(deadline=None, max_examples=100)
def test_a_function_plus_something_is_never_the_same(tree: Expression, extra: int) -> None:
    assume(has_values(tree) and read_back(to_text(tree)) is not None)
    values = [evaluate(tree, {"x": at}) for at in (-2.7, -0.3, 0.4, 1.9)]
    assume(all(np.isfinite(values)) and fmean(map(abs, values)) < 1e6)
    assert compare(tree, tree + number(extra)).verdict != "same"


@given(functions())
@settings(deadline=None, max_examples=100)
def test_a_function_in_another_order_is_the_same(tree: Expression) -> None:
    other = (number(3) + tree * number(2) - number(3)) / number(2)
    assert compare(tree, other).verdict in ("same", "unsure")

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.maths.strategies import any_trees
from upslope.maths import Expression, parse, to_latex
from upslope.maths.reading.letters import letters_of


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("x^2 sin(x)", ("x",)),
        ("2", ()),
        ("e^x + pi", ("x",)),
        ("ac(x+1)", ("a", "c", "x")),
        ("mu + σ", ("mu", "sigma")),
        ("x_1 + x_{2}", ("x_1", "x_2")),
        ("log_10 x + log_{10} y", ("x", "y")),
        (r"\frac{a}{b}", ("a", "b")),
        ("np.exp(-t)", ("t",)),
        ("[r cos t, r sin t]", ("r", "t")),
        ("x + ? y", ("x",)),
        ("?", ()),
        ("", ()),
    ],
)
def test_letters_are_found_and_functions_are_none(text: str, letters: tuple[str, ...]) -> None:
    assert letters_of(text) == letters


@given(any_trees)
def test_the_letters_found_are_those_of_the_tree(tree: Expression) -> None:
    assert letters_of(str(tree)) == tuple(sorted(tree.variables))
    assert letters_of(to_latex(tree)) == tuple(sorted(tree.variables))


@given(st.text(max_size=60))
def test_with_its_letters_a_text_never_fails_for_a_letter(text: str) -> None:
    letters = letters_of(text)
    assert all(letter.replace("_", "a").isalnum() for letter in letters)
    assert parse("1", letters) == parse("1")

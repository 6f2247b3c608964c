"""Pictures written as tables."""

import pytest

from upslope.maths import parse
from upslope.questions import Plot, contours, curve
from upslope.questions.plot import Dot
from upslope.questions.plot_table import plot_from_table

VIEW = (-2.0, 2.0, -1.0, 4.0)


def test_a_table_makes_the_picture_that_a_script_would_make() -> None:
    table = {
        "view": [-2, 2, -1, 4],
        "alt": "A bowl.",
        "axes": ["w", "b"],
        "curves": ["w^2"],
        "contours_of": "w^2 + b^2",
        "levels": [1, 2],
        "dots": [[1, 1]],
    }
    bowl = parse("w^2 + b^2", ("w", "b"))
    assert plot_from_table(table) == Plot(
        VIEW,
        "A bowl.",
        curves=(curve(parse("w^2", ("w",)), VIEW, "w"),),
        contours=contours(bowl, VIEW, [1, 2], ("w", "b")),
        dots=(Dot((1.0, 1.0)),),
        axes=("w", "b"),
    )


@pytest.mark.parametrize(
    ("table", "word"),
    [
        ({"view": [0, 1, 0, 1]}, "missing: ..alt"),
        ({"view": [0, 1, 0, 1], "alt": "A.", "curve": "x"}, "Unknown: ..curve"),
    ],
)
def test_what_a_table_lacks_or_has_too_much_is_named(table: dict[str, object], word: str) -> None:
    with pytest.raises(ValueError, match=word):
        plot_from_table(table)

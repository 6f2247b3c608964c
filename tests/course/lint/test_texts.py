"""A line of a filled passage leads back to the line that its author wrote."""

import pytest

from upslope.course.lint.texts import written_lines
from upslope.course.question_loader import Passage


@pytest.mark.parametrize(
    ("template", "filled", "lines"),
    [
        ("One.\nTwo.", "One.\nTwo.", (10, 11)),
        ("\nOne {{n}}.\n\nTwo.\n", "One 3.\n\nTwo.", (11, 12, 13)),
        ("{{worked}}\n\nSo it is {{n}}.", "```derivation\n{}\n```\n\nSo it is 3.", (10, 10, 10, 11, 12)),
        ("See:\n\n{{worked}}\nEnd.", "See:\n\n```x\n1\n```\nEnd.", (10, 11, 12, 12, 12, 13)),
        ("{{all}}", "a\nb\nc", (10, 10, 10)),
    ],
)
def test_lines_are_counted_in_the_file(template: str, filled: str, lines: tuple[int, ...]) -> None:
    assert written_lines(Passage(template, 10), filled) == lines

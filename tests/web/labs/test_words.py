from datetime import timedelta

import pytest
from django.utils import timezone

from upslope.web.labs.words import ago, counted, listed


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=3), "3\xa0minutes ago"),
        (timedelta(days=2), "2\xa0days ago"),
    ],
)
def test_a_moment_is_told_by_its_largest_unit(passed: timedelta, words: str) -> None:
    assert ago(timezone.now() - passed) == words


def test_lists_and_counts_read_like_sentences() -> None:
    assert [listed(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert [counted(number, "cell") for number in (0, 1, 2)] == ["no cells", "1 cell", "2 cells"]

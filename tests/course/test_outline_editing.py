"""Adding to an author's TOML leaves every other character alone."""

import tomllib

import pytest

from upslope.course.outline_editing import with_count, with_item, with_question

OUTLINE = """\
id = "c"   # for ever
[[modules]]
id = "one"
items = [
  { id = "a", title = "A ] in a title" },  # and a ] in a remark
  { id = "b", questions = 4 }
]

[[modules]]
id = "two"
items = []
"""
ENTRY = '{ id = "new" }'


def ids(text: str) -> list[list[str]]:
    return [[item["id"] for item in module["items"]] for module in tomllib.loads(text)["modules"]]


def test_an_item_goes_to_the_end_of_its_module() -> None:
    assert ids(with_item(OUTLINE, "one", ENTRY)) == [["a", "b", "new"], []]
    assert ids(with_item(OUTLINE, "two", ENTRY)) == [["a", "b"], ["new"]]


def test_a_module_that_is_not_there_is_made() -> None:
    assert ids(with_item(OUTLINE, "three", ENTRY)) == [["a", "b"], [], ["new"]]


def test_what_the_author_wrote_is_still_there() -> None:
    changed = with_item(OUTLINE, "one", ENTRY)

    assert [line for line in OUTLINE.splitlines() if line not in changed] == []


def test_questions_are_added_and_counted() -> None:
    assert tomllib.loads(with_question('questions = ["a"]', "b")) == {"questions": ["a", "b"]}
    assert '{ id = "b", questions = 5 }' in with_count(OUTLINE, "b", 5)


def test_a_list_that_is_not_written_out_is_refused() -> None:
    with pytest.raises(ValueError, match="no list questions"):
        with_question("pass_mark = 0.8\n", "b")

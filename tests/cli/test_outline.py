import json
from pathlib import Path

import pytest

from upslope.cli import main


def test_json_is_one_list_with_every_item_in_order(
    small_course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["outline", "--json", str(small_course)]) == 0

    items = json.loads(capsys.readouterr().out)
    assert [item["id"] for item in items] == ["opening", "unwritten", "about", "small-quiz", "unbuilt-lab"]
    assert items[3] == {
        "module": "first",
        "id": "small-quiz",
        "kind": "quiz",
        "title": "A small quiz",
        "questions": 1,
        "status": "ready",
    }


def test_for_people_it_is_a_table_with_the_modules_as_headings(
    small_course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["outline", str(small_course)])

    said = capsys.readouterr().out.splitlines()
    assert said[0] == "first"
    assert said[1] == "  opening      lesson       ready   The opening"
    assert said[-1] == "5 items, 3 ready."


def test_our_own_course_has_every_item_of_the_map(capsys: pytest.CaptureFixture[str]) -> None:
    main(["outline", "--json"])

    items = json.loads(capsys.readouterr().out)
    assert len(items) == 85
    assert len({(item["module"], item["id"]) for item in items}) == 85


def test_a_folder_that_is_no_course_is_said_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["outline", str(tmp_path)]) == 1

    assert f"{tmp_path}/course.toml:1:" in capsys.readouterr().err

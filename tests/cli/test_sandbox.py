"""`upslope sandbox` says how well learner code is shut in, and ends with 1 where strangers are refused."""

import json

import pytest

from upslope.cli import main, sandbox
from upslope.grading.sandbox.launch import GRADING


@pytest.fixture(autouse=True)
def _only_grading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plotting takes seconds to load, and says nothing that grading does not."""
    monkeypatch.setattr(sandbox, "PROFILES", {"grading": GRADING})


def test_json_has_the_tier_what_was_tried_and_how_long_a_child_takes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ended = main(["sandbox", "--json"])

    (found,) = json.loads(capsys.readouterr().out).values()
    assert ended == (0 if found["for_others"] else 1)
    assert found["name"] in ("A", "B", "own code only")
    assert found["new_child_ms"] > 0
    assert found["ready_child_ms"] > 0
    assert found["measures"]["linux"] in (True, False)
    if found["for_others"]:
        assert "opening a network connection" in found["prevented"]
        assert found["not_prevented"] == []


def test_a_machine_that_cannot_shut_learners_in_is_told_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr("upslope.grading.sandbox.child_times.TIMES", 2)

    assert main(["sandbox"]) == 1

    said = " ".join(capsys.readouterr().out.split())
    assert "tier own code only" in said
    assert "Serve other people from Linux" in said
    assert "Code of other people is refused" in said


def test_a_sandbox_that_does_not_start_is_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr("sys.executable", "/nonexistent/python")

    assert main(["sandbox"]) == 1
    assert capsys.readouterr().err == "The sandbox did not start: /nonexistent/python.\n"

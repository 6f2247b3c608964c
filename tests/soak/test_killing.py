"""The proof by killing, short; ``make soak`` is the long one."""

from pathlib import Path

import pytest

from tests.browser.conftest import Server
from tests.soak.class_under_fire import hand_in_under_fire
from tests.soak.killing import answer_under_fire
from tests.support.postgres import cluster, database

__all__ = ["cluster", "database"]


@pytest.mark.slow
def test_nothing_is_lost_and_nothing_doubled_when_the_server_is_killed(tmp_path: Path) -> None:
    server = Server(tmp_path / "data")
    server.start()
    snapshots = tmp_path / "snapshots"
    snapshots.mkdir()

    outcome = answer_under_fire(server, snapshots, kills=3, seed=1)
    server.stop()

    assert outcome.kills == 3
    assert (outcome.lost, outcome.doubled, outcome.altered) == ((), (), ())
    assert outcome.submissions == outcome.attempts > 0
    assert outcome.conflicts == 0
    assert max(outcome.typing_lost) <= 2


@pytest.mark.slow
def test_a_class_loses_nothing_when_web_processes_and_workers_are_killed(
    database: str, tmp_path: Path
) -> None:
    outcome = hand_in_under_fire(database, tmp_path, kills=4, seed=2)

    assert outcome.holds, str(outcome)
    assert sum(outcome.kills.values()) == 4
    assert outcome.answers > 0
    assert outcome.notebooks > 0

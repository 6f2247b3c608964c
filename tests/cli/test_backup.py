"""Everything that is kept, out of one database and into another, to the last microsecond."""

import gzip
import json
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from tests.support.postgres import Cluster, cluster, rows

__all__ = ["cluster"]

pytestmark = pytest.mark.slow

OLD_STEPS = {  # the newest migrations that version 0.1.0 had
    "accounts": "0001_initial",
    "labs": "0002_no_running_state",
    "lessons": "0001_initial",
    "practice": "0002_purposes_and_reports",
    "review": "0001_initial",
    "sandpit": "0002_games",
}
OF_THE_PROGRAM = {"django_migrations", "sqlite_sequence"}


def upslope(*words: str, database: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "UPSLOPE_DATABASE": database}
    return subprocess.run(
        [sys.executable, "-m", "upslope.cli", *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def filled(folder: Path, *steps: str) -> Path:
    """Make a data folder whose database has rows in every table, as it is after these migrations."""
    folder.mkdir()
    (folder / "secret-key").write_text("the key of the site that was filled here")
    environment = {**os.environ, "UPSLOPE_DATA": str(folder), "UPSLOPE_DATABASE": ""}
    command = [sys.executable, "-m", "tests.support.filled_database", *steps]
    subprocess.run(command, env=environment, check=True)
    return folder


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("source") / "data")


@pytest.fixture(scope="module")
def backup(source: Path) -> Path:
    file = source.parent / "all.backup"
    done = upslope("backup", str(file), "--data", str(source))
    assert done.returncode == 0, done.stderr
    return file


def content(file: Path) -> dict[str, list[str]]:
    """Return each table's rows as a backup has them, sorted, for the two databases order JSON differently."""
    tables: dict[str, list[str]] = {}
    name = ""
    with gzip.open(file, "rt") as lines:
        for entry in map(json.loads, lines):
            if isinstance(entry, list):
                tables[name].append(json.dumps(entry, sort_keys=True))
            elif "table" in entry:
                name = entry["table"]
                tables[name] = []
    return {table: sorted(found) for table, found in tables.items()}


def in_sqlite(folder: Path, statement: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(folder / "upslope.sqlite3")) as database:
        return database.execute(statement).fetchall()


def counts(tables: list[str], look: Any) -> Mapping[str, int]:
    kept = [name for name in tables if name not in OF_THE_PROGRAM and not name.startswith("search_")]
    return {name: look(f'SELECT COUNT(*) FROM "{name}"')[0][0] for name in kept}


def test_every_table_with_all_its_rows_reaches_postgresql_and_comes_back(
    source: Path, backup: Path, cluster: Cluster, tmp_path: Path
) -> None:
    database = cluster.new_database()
    moved = upslope("move", "--from", str(source), "--to", database)
    assert moved.returncode == 0, moved.stderr
    assert "as many as the backup has" in moved.stdout

    names = [name for (name,) in in_sqlite(source, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    here = counts(names, lambda statement: in_sqlite(source, statement))
    assert here == counts(names, lambda statement: rows(database, statement))
    assert min(count for name, count in here.items() if "cache" not in name) > 0
    moments = "SELECT kept FROM labs_earlierwork ORDER BY id"
    assert [str(moment)[:26] for (moment,) in in_sqlite(source, moments)] == [
        moment.strftime("%Y-%m-%d %H:%M:%S.%f") for (moment,) in rows(database, moments)
    ]

    again = tmp_path / "again.backup"
    assert upslope("backup", str(again), "--data", str(tmp_path / "other"), database=database).returncode == 0
    assert content(again) == content(backup)

    home = tmp_path / "home"
    restored = upslope("restore", str(again), "--data", str(home))
    assert restored.returncode == 0, restored.stderr
    assert here == counts(names, lambda statement: in_sqlite(home, statement))
    new_row = "INSERT INTO auth_group (name) VALUES ('new') RETURNING id"
    assert rows(database, new_row)[0][0] > max(pk for (pk,) in in_sqlite(source, "SELECT id FROM auth_group"))


def test_a_backup_holds_the_key_and_is_for_its_owner_alone(
    source: Path, backup: Path, tmp_path: Path
) -> None:
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    home = tmp_path / "home"
    assert upslope("restore", str(backup), "--data", str(home)).returncode == 0
    assert (home / "secret-key").read_text() == (source / "secret-key").read_text()
    assert stat.S_IMODE((home / "secret-key").stat().st_mode) == 0o600

    before = in_sqlite(home, "SELECT COUNT(*) FROM accounts_user")
    refused = upslope("restore", str(backup), "--data", str(home))
    assert refused.returncode == 2
    assert "is not empty: it has accounts (3)" in refused.stderr
    assert in_sqlite(home, "SELECT COUNT(*) FROM accounts_user") == before


def test_a_database_of_the_first_release_is_brought_up_to_date_with_its_rows(tmp_path: Path) -> None:
    old = filled(tmp_path / "old", *chain.from_iterable(OLD_STEPS.items()))
    names = [name for (name,) in in_sqlite(old, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    before = counts(names, lambda statement: in_sqlite(old, statement))
    answers = in_sqlite(old, "SELECT submission_id, answers FROM practice_attempt ORDER BY id")

    assert upslope("backup", str(tmp_path / "new.backup"), "--data", str(old)).returncode == 0

    after = counts(names, lambda statement: in_sqlite(old, statement))
    set_by_django = {"django_content_type", "auth_permission"}
    assert {name: after[name] for name in before if name not in set_by_django} == {
        name: count for name, count in before.items() if name not in set_by_django
    }
    assert in_sqlite(old, "SELECT submission_id, answers FROM practice_attempt ORDER BY id") == answers
    scores = "SELECT COUNT(*) FROM lessons_itemprogress WHERE score IS NOT NULL"
    assert in_sqlite(old, "SELECT COUNT(*) FROM lessons_scorerise") == in_sqlite(old, scores)


def test_a_file_that_is_cut_short_or_newer_or_something_else_is_refused_and_nothing_changes(
    backup: Path, tmp_path: Path
) -> None:
    whole = backup.read_bytes()
    lines = gzip.decompress(whole).splitlines(keepends=True)
    head = json.loads(lines[0])
    newer = {**head, "version": "9.0", "migrations": [*head["migrations"], ["labs", "9999_wonders"]]}
    cases = {
        "is damaged": whole[: len(whole) // 2],
        "its end is missing": gzip.compress(b"".join(lines[:-1])),
        "was written by Upslope 9.0": gzip.compress(json.dumps(newer).encode() + b"\n"),
        "is no backup of Upslope": b"a holiday picture",
    }
    home = tmp_path / "home"
    for number, (sentence, content_of_file) in enumerate(cases.items()):
        file = tmp_path / f"{number}.backup"
        file.write_bytes(content_of_file)
        refused = upslope("restore", str(file), "--data", str(home))
        assert (refused.returncode, "Traceback" in refused.stderr) == (2, False)
        assert sentence in refused.stderr
    assert not (home / "upslope.sqlite3").exists() or not in_sqlite(
        home, "SELECT name FROM sqlite_master WHERE type = 'table'"
    )

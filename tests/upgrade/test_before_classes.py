"""The database of the release before this one is brought up to date, with everything that was in it."""

import re
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.support.postgres import cluster, database
from tests.web.test_run import Running, start

__all__ = ["cluster", "database"]

HERE = Path(__file__).parent
QUIZ = "/learn/what-is-calculus/practising-the-product-rule/"
OF_THE_PROGRAM = {
    "django_migrations",
    "sqlite_sequence",
    "django_content_type",
    "auth_permission",
    "accounts_entrytoken",  # each start prints a new address to enter by
}
PAGES = {
    "/progress/": ["3 done", "You have begun it."],
    QUIZ: ["Question 2 : right", "Question 3 : right", "Question 4 : tried"],
    "/learn/regression/fitting-heights/": ["Everything passes.", "Earlier versions"],
    "/learn/multivariate-calculus/sandpit/": ["Your games"],
    "/learn/regression/course-review/": ["I saw it at last."],
    "/review/": ["Question 1 of 4"],
    "/learn/what-is-calculus/starting-point/": ["Question 2"],
}

Row = tuple[Any, ...]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder as the old program left it."""
    folder = tmp_path / "data"
    folder.mkdir()
    with closing(sqlite3.connect(folder / "upslope.sqlite3")) as file:
        file.executescript((HERE / "before_classes.sql").read_text())
    return folder


def rows(data: Path, columns: dict[str, list[str]]) -> dict[str, Counter[Row]]:
    """Return what these columns of these tables hold."""
    with closing(sqlite3.connect(data / "upslope.sqlite3")) as file:
        return {
            table: Counter(file.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall())
            for table, names in columns.items()
        }


def columns_of(data: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(data / "upslope.sqlite3")) as file:
        tables = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            table: [f'"{column[1]}"' for column in file.execute(f"PRAGMA table_info({table})")]
            for table in tables
            if table not in OF_THE_PROGRAM
        }


def run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "upslope.cli", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def pages_of(course: Running) -> dict[str, str]:
    cookie = course.enter()
    found = {}
    for path in PAGES:
        status, _, page = course.get(path, {"Cookie": cookie})
        assert status == 200, path
        found[path] = re.sub(r"(<[^>]+>|\s+)+", " ", page)
    return found


def test_every_row_is_as_it_was_and_every_page_shows_it(data: Path) -> None:
    columns = columns_of(data)
    before = rows(data, columns)
    course = start(data)
    try:
        after = rows(data, columns)
        pages = pages_of(course)
    finally:
        course.stop()

    assert sum(map(len, before.values())) > 40
    assert after == before
    missing = [
        (path, words) for path, all_words in PAGES.items() for words in all_words if words not in pages[path]
    ]
    assert not missing


def test_what_the_score_was_counts_from_the_day_it_was_reached(data: Path) -> None:
    with closing(sqlite3.connect(data / "upslope.sqlite3")) as file:
        reached = file.execute(
            "SELECT item_id, score FROM lessons_itemprogress WHERE score IS NOT NULL ORDER BY 1"
        ).fetchall()
    assert run("backup", str(data / "x.backup"), "--data", str(data)).returncode == 0
    with closing(sqlite3.connect(data / "upslope.sqlite3")) as file:
        rises = file.execute("SELECT item_id, score FROM lessons_scorerise ORDER BY 1").fetchall()
    assert rises == reached != []


def test_it_moves_to_postgresql_in_one_step(data: Path, database: str) -> None:
    columns = columns_of(data)
    before = {table: sum(found.values()) for table, found in rows(data, columns).items()}
    moved = run("move", "--from", str(data), "--to", database)

    assert moved.returncode == 0, moved.stderr
    with psycopg.connect(database) as there:
        after = {table: there.execute(f"SELECT count(*) FROM {table}").fetchone() for table in before}
    assert after == {table: (count,) for table, count in before.items()}


def test_an_upgrade_that_was_cut_off_is_finished_at_the_next_start(data: Path) -> None:
    columns = columns_of(data)
    before = rows(data, columns)
    code = (
        "import django; django.setup(); from django.core.management import call_command;"
        " call_command('migrate', 'lessons', '0002', verbosity=0)"
    )
    environment = {"UPSLOPE_DATA": str(data), "DJANGO_SETTINGS_MODULE": "upslope.web.settings"}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)

    assert run("backup", str(data / "x.backup"), "--data", str(data)).returncode == 0
    assert rows(data, columns) == before


def test_a_newer_database_is_refused_with_what_to_do(data: Path) -> None:
    with closing(sqlite3.connect(data / "upslope.sqlite3")) as file, file:
        file.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('labs', '9999_wonders', '2030-01-01')"
        )
    refused = run("run", "--no-browser", "--data", str(data))

    assert refused.returncode == 2
    assert "labs 9999_wonders" in refused.stderr
    assert "Install that version, or restore a backup of before." in refused.stderr

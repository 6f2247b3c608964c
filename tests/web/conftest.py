"""What holds for all tests of pages."""

import pytest
from django_tasks_db.management.commands import db_worker


@pytest.fixture(autouse=True)
def _a_job_run_by_a_test_keeps_the_tests_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker looks whether its connection has grown old; the one of a test is in the test's transaction."""
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)

"""Workers on several machines, one queue: every job is run once, whoever is killed."""

import signal
import time
from collections.abc import Callable, Iterator
from threading import Thread

import pytest

from tests.postgres.labs import Submitter, lab_form
from tests.support.class_site import TIMEOUT, ClassSite
from tests.support.postgres import Cluster, rows

pytestmark = pytest.mark.slow

SLOW = 0.05  # seconds each call of a function takes; marking calls it a dozen times
JOBS = "django_tasks_database_dbtaskresult"


@pytest.fixture(scope="module")
def site(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClassSite]:
    """A site that marks nothing itself."""
    one = ClassSite(cluster.migrated_database(), tmp_path_factory.mktemp("site") / "data", workers=1, jobs=0)
    one.start()
    yield one
    one.end()


def wait_for(seen: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + TIMEOUT
    while not seen():
        assert time.monotonic() < deadline, what
        time.sleep(0.02)


def jobs_that_are(site: ClassSite, status: str) -> int:
    return int(rows(site.database, f"SELECT COUNT(*) FROM {JOBS} WHERE status = %s", [status])[0][0])


def handed_in(
    site: ClassSite, name: str, count: int, seconds: float = 0
) -> tuple[Submitter, list[dict[str, str]]]:
    sender = Submitter(site, site.sign_in(name))
    forms = [lab_form(seconds) for _ in range(count)]
    senders = [Thread(target=sender.send, args=(form,)) for form in forms]
    for one in senders:
        one.start()
    for one in senders:
        one.join()
    assert sender.failed_sends == 0
    return sender, forms


def is_counted_once(site: ClassSite, sender: Submitter, forms: list[dict[str, str]]) -> bool:
    """Whether each submission has one verdict, and its score was noted once."""
    marked = [sender.states(form) for form in forms] == [["done"]] * len(forms)
    noted = rows(
        site.database,
        "SELECT COUNT(*) FROM lessons_scorerise WHERE user_id = %s",
        [sender.browser.user],
    )
    return marked and noted == [(len(forms),)]


def test_two_workers_share_one_queue_and_a_killed_one_loses_and_doubles_nothing(site: ClassSite) -> None:
    before = jobs_that_are(site, "SUCCESSFUL")
    doomed, other = site.worker(threads=2), site.worker(threads=2)
    sender, forms = handed_in(site, "alice", 8, SLOW)
    wait_for(lambda: jobs_that_are(site, "RUNNING") > 2, "the doomed worker did not take a job")
    doomed.kill_all()
    wait_for(lambda: jobs_that_are(site, "READY") == 0, "the other worker did not go on")
    # The killed one stays silent for longer than a worker may.
    rows(site.database, "UPDATE serving_jobworker SET seen = seen - interval '40 s' WHERE machine <> ''")
    wait_for(lambda: is_counted_once(site, sender, forms), "a submission was lost")

    tries = rows(site.database, f"SELECT jsonb_array_length(worker_ids) FROM {JOBS}")
    assert max(tries) == (2,)
    assert jobs_that_are(site, "SUCCESSFUL") == before + 8
    assert other.stop() == 0


def test_a_job_wakes_a_worker_at_once(site: ClassSite) -> None:
    worker = site.worker()
    sender = Submitter(site, site.sign_in("bob"))
    waits = []
    for _ in range(5):
        form = lab_form()
        sender.send(form)
        wait_for(lambda form=form: sender.states(form) == ["done"], "it was not marked")  # type: ignore[misc]
        waits += rows(
            site.database,
            f"SELECT extract(epoch FROM started_at - enqueued_at) FROM {JOBS}"
            " ORDER BY enqueued_at DESC LIMIT 1",
        )
    worker.stop()
    print(f"\nfrom committed to taken: {sorted(round(float(wait), 4) for (wait,) in waits)} s")
    assert min(float(wait) for (wait,) in waits) < 0.5  # it looks by itself only each 5 seconds


def test_a_stopped_worker_finishes_its_job_and_leaves_its_name_nowhere(site: ClassSite) -> None:
    worker = site.worker()
    sender, forms = handed_in(site, "charlie", 2)
    wait_for(
        lambda: jobs_that_are(site, "RUNNING") > 0 or is_counted_once(site, sender, forms), "nobody came"
    )

    assert worker.stop(signal.SIGINT) == 0
    assert jobs_that_are(site, "RUNNING") == 0
    assert {line["level"] for line in worker.log_lines()} <= {"info", "warning"}

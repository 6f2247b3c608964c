"""``upslope serve`` on PostgreSQL: several processes that behave as one."""

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from tests.postgres.labs import ITEM, Submitter, lab_form, run_cell
from tests.support.class_site import TIMEOUT, Browser, ClassSite
from tests.support.postgres import Cluster, rows

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClassSite]:
    one = ClassSite(cluster.migrated_database(), tmp_path_factory.mktemp("site") / "data")
    one.start()
    yield one
    one.end()


@pytest.fixture
def alice(site: ClassSite) -> Browser:
    return site.sign_in("alice")


def wait_for(seen: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + TIMEOUT
    while not seen():
        assert time.monotonic() < deadline, what
        time.sleep(0.05)


def children(site: ClassSite) -> dict[int, str]:
    """Return the processes under the master: number → what it has open, to tell them apart."""
    assert site.server is not None
    text = Path(f"/proc/{site.server.process.pid}/task/{site.server.process.pid}/children").read_text()
    return {int(number): Path(f"/proc/{number}/cmdline").read_text() for number in text.split()}


def test_the_first_line_says_where_and_on_what_without_the_password(site: ClassSite) -> None:
    assert site.server is not None
    line = site.server.start_line
    assert line["base_url"] == f"http://127.0.0.1:{site.port}"
    assert line["database"].startswith("PostgreSQL, test_")
    assert (line["workers"], line["jobs"]) == (2, 1)
    assert "tier" in line["sandbox"] or "own code only" in line["sandbox"]


def test_health_is_told_to_anybody_and_holds_no_secret(site: ClassSite) -> None:
    status, headers, text = Browser(site.port, "", 0).get("/healthz")
    told = json.loads(text)
    assert status == 200
    assert headers["Cache-Control"] == "no-store"
    assert told["database"] == "there"
    assert set(told) == {"database", "jobs_waiting", "oldest_waiting_seconds", "version"}


def test_files_are_kept_for_a_year_and_pages_not_at_all(site: ClassSite, alice: Browser) -> None:
    _, headers, page = alice.get("/")
    assert "no-store" in headers["Cache-Control"]
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    address = page.split('href="/static/icon.svg?v=')[1].split('"')[0]
    _, headers, _ = alice.get(f"/static/icon.svg?v={address}")
    assert headers["Cache-Control"] == "max-age=31536000, public"


def test_the_log_has_a_line_of_json_for_each_request_and_never_what_was_typed(
    site: ClassSite, alice: Browser
) -> None:
    assert site.server is not None
    _, headers, _ = alice.get("/explorer/?function=my-secret-words")
    line = next(one for one in site.server.log_lines() if one.get("request") == headers["X-Request-ID"])
    assert set(line) >= {"time", "level", "logger", "message", "path", "status", "milliseconds", "user"}
    assert "my-secret-words" not in site.server.log.read_text()


def test_a_double_click_is_one_submission_that_is_marked_once(site: ClassSite, alice: Browser) -> None:
    sender = Submitter(site, alice)
    form = lab_form()
    clicks = [Thread(target=sender.send, args=(form,)) for _ in range(4)]
    for click in clicks:
        click.start()
    for click in clicks:
        click.join()
    wait_for(lambda: sender.states(form) == ["done"], "the submission was not marked")

    jobs = rows(site.database, "SELECT COUNT(*) FROM django_tasks_database_dbtaskresult")
    assert jobs == [(1,)]
    assert rows(site.database, "SELECT COUNT(*) FROM lessons_scorerise WHERE user_id = %s", [alice.user]) == [
        (1,)
    ]


def test_names_of_a_lab_are_found_from_every_process(site: ClassSite) -> None:
    bob = site.sign_in("bob")
    bob.get(f"/learn/{ITEM}/")
    first = run_cell(bob, "kept = 41", "")
    later = [run_cell(bob, "print(kept + 1)", first["session"]) for _ in range(6)]
    assert {one["session"] for one in later} == {first["session"]}
    assert all("42" in one["html"] and not one["lost"] for one in later)


def test_whichever_process_is_killed_the_site_goes_on_and_a_lab_says_that_names_were_lost(
    site: ClassSite,
) -> None:
    charlie = site.sign_in("charlie")
    charlie.get(f"/learn/{ITEM}/")
    first = run_cell(charlie, "kept = 41", "")
    before = set(children(site))
    for number in before:
        os.kill(number, signal.SIGKILL)
    wait_for(lambda: len(set(children(site)) - before) == len(before), "a process was not started again")

    wait_for(lambda: _answers(charlie), "the site does not answer")
    after = run_cell(charlie, "print(kept)", first["session"])
    assert after["lost"] is True
    assert "is not defined" in after["html"]


def _answers(browser: Browser) -> bool:
    try:
        return browser.get("/healthz")[0] == 200
    except OSError:
        return False


def test_a_stop_lets_a_running_request_finish(cluster: Cluster, tmp_path: Path) -> None:
    site = ClassSite(cluster.migrated_database(), tmp_path / "data", workers=1, jobs=0)
    server = site.start()
    bob = site.sign_in("bob")
    bob.get(f"/learn/{ITEM}/")
    said: list[dict[str, object]] = []
    slow = "import time\nstart = time.time()\nwhile time.time() - start < 1.5: pass\nprint('finished')"
    asking = Thread(target=lambda: said.append(run_cell(bob, slow, "")))
    asking.start()
    wait_for(lambda: _is_running(bob), "the cell did not begin")

    code = server.stop()
    asking.join()

    assert code == 0
    assert "finished" in str(said[0]["html"])
    assert [line for line in server.log_lines() if line["level"] == "error"] == []


def _is_running(browser: Browser) -> bool:
    return "data-busy" in browser.get(f"/learn/{ITEM}/")[2]

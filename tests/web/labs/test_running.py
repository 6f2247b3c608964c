"""Running cells through the web, in the real sandbox."""

import threading
import time
from threading import Thread
from typing import Any

import pytest
from django.test import Client

from tests.support.pages import text_of
from tests.web.labs.conftest import ITEM, PAGE, address, code_cells, script_posts
from upslope.grading.lab import Lab
from upslope.grading.sandbox.tiers import Tier
from upslope.web.accounts.models import User
from upslope.web.labs import marking
from upslope.web.labs.marking import grading_sandbox
from upslope.web.labs.models import LabWork
from upslope.web.labs.open_sessions import pool
from upslope.web.labs.posted import MOST_TEXT
from upslope.web.labs.sessions import IDLE_SECONDS, SessionPool

THIRD = 2


def cell_id(work: LabWork, index: int = 0) -> str:
    return str(code_cells(work)[index]["id"])


def run(browser: Client, work: LabWork, code: str, session: str = "", index: int = 0) -> Any:
    cell = cell_id(work, index)
    return script_posts(browser, "run/", {"run": cell, f"cell-{cell}": code, "session": session}).json()


def test_a_cell_shows_what_it_prints_and_its_last_value(alices_browser: Client, work: LabWork) -> None:
    report = run(alices_browser, work, "print('<b>hello</b>')\n6 * 7")
    assert "&lt;b&gt;hello&lt;/b&gt;" in report["html"]
    assert "42" in report["html"]
    assert report["failed"] is report["lost"] is False


def test_a_plot_comes_back_as_a_picture(alices_browser: Client, work: LabWork) -> None:
    report = run(alices_browser, work, "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()")
    assert '<img class="output-plot" src="data:image/svg+xml;base64,' in report["html"]
    assert "<svg" not in report["html"]


def test_names_stay_between_cells_and_outputs_after_a_reload(alices_browser: Client, work: LabWork) -> None:
    session = run(alices_browser, work, "kept_name = 11")["session"]
    report = run(alices_browser, work, "print(kept_name * 2)", session, index=1)
    assert "22" in report["html"]
    assert report["session"] == session
    assert "22" in text_of(alices_browser.get(PAGE))


def test_a_syntax_error_names_the_cell_and_the_line(alices_browser: Client, work: LabWork) -> None:
    report = run(alices_browser, work, "a = 1\nb = = 2", index=THIRD)
    assert "Cell 3, line 2: Python cannot read this line" in report["html"]
    assert report["failed"] is True


def test_asking_for_ten_gigabytes_gets_a_sentence_and_names_stay(
    alices_browser: Client, work: LabWork
) -> None:
    run(alices_browser, work, "still_here = 5")
    report = run(alices_browser, work, "import numpy as np\nnp.ones(10 * 2**30 // 8)", index=THIRD)
    assert "Cell 3, line 2: This asks for more memory than a lab has." in report["html"]
    assert "5" in run(alices_browser, work, "still_here")["html"]


def test_stop_ends_an_endless_loop(alices_browser: Client, work: LabWork, lab: Lab) -> None:
    run(alices_browser, work, "0")
    reports: list[Any] = []
    # The thread does not touch the database, which belongs to the test's own thread.
    endless = Thread(
        target=lambda: reports.append(pool.run((work.user_id, ITEM), lab, "while True: pass", "cell 1"))
    )
    endless.start()
    while not alices_browser.post(address("stop/")).json()["stopped"]:
        pass
    endless.join()
    assert "stopped" in reports[0].result.outputs[0].data


def test_after_a_restart_the_page_is_told_that_names_are_gone(alices_browser: Client, work: LabWork) -> None:
    session = run(alices_browser, work, "gone = 1")["session"]
    script_posts(alices_browser, "restart/", {})
    report = run(alices_browser, work, "gone", session)
    assert report["lost"] is True
    assert "Name &#x27;gone&#x27; is not defined" in report["html"]


def test_a_cell_that_ends_python_says_so_and_the_next_one_runs(alices_browser: Client, work: LabWork) -> None:
    report = run(alices_browser, work, "import os; os._exit(0)")
    assert (report["failed"], report["lost"], report["session"]) == (True, True, "")
    assert "Python ended" in report["html"]
    assert "2" in run(alices_browser, work, "1 + 1")["html"]


def test_a_lot_of_output_is_cut(alices_browser: Client, work: LabWork) -> None:
    report = run(alices_browser, work, "print('a' * 10**6)")
    assert len(report["html"]) < 70_000


def test_without_script_the_page_comes_back_with_the_output_and_the_text(
    alices_browser: Client, work: LabWork
) -> None:
    cell = cell_id(work)
    fields = {"run": cell, f"cell-{cell}": "print('by form')", "revision": "1"}
    answer = alices_browser.post(address("run/"), fields)
    assert answer["Location"] == f"{PAGE}#code-1"
    page = text_of(alices_browser.get(PAGE))
    assert page.count("by form") == 2


def test_without_script_too_much_text_gets_a_sentence(alices_browser: Client, work: LabWork) -> None:
    cell = cell_id(work)
    fields = {"run": cell, f"cell-{cell}": "#" * (MOST_TEXT + 1), "revision": "1"}
    assert "nothing was changed" in text_of(alices_browser.post(address("run/"), fields, follow=True))


def test_a_cell_that_does_not_exist_is_not_found(alices_browser: Client) -> None:
    assert alices_browser.post(address("run/"), {"run": "no-such-cell"}).status_code == 404


def test_bob_does_not_reach_alices_names(
    alices_browser: Client, bobs_browser: Client, bob: User, work: LabWork
) -> None:
    run(alices_browser, work, "alices_name = 1")
    report = run(bobs_browser, work, "alices_name")
    assert "is not defined" in report["html"]


def test_the_report_says_how_long_it_took_and_which_line_failed(
    alices_browser: Client, work: LabWork
) -> None:
    run(alices_browser, work, "def fails(x):\n    return x / 0", index=0)
    report = run(alices_browser, work, "a = 1\nfails(a)", index=THIRD)
    assert report["error"] == [1, 2]  # where the mistake stands, not where it was called from
    assert report["seconds"] >= 0
    assert run(alices_browser, work, "a")["error"] is None


def test_a_session_closed_for_idling_is_said_and_the_cells_run_again(
    alices_browser: Client, work: LabWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(pool, SessionPool)
    pool.close_all()  # another test may have left a session of its own
    session = run(alices_browser, work, "kept = 5")["session"]
    assert script_posts(alices_browser, "warm/", {}).json()["session"] == session
    for opening in threading.enumerate():  # while one is opened in the background it is in use
        if opening.name == "lab session":
            opening.join()
    monkeypatch.setattr(pool, "_clock", lambda: time.monotonic() + IDLE_SECONDS + 1)
    assert pool.close_idle() == 1
    assert script_posts(alices_browser, "warm/", {}).json()["session"] == ""
    assert 'data-notice="kept" hidden' not in alices_browser.get(PAGE).content.decode()
    assert run(alices_browser, work, "kept", session, index=1)["lost"] is True
    again = run(alices_browser, work, "kept = 5")["session"]
    assert "5" in run(alices_browser, work, "kept", again, index=1)["html"]


@pytest.mark.parametrize("for_others", [True, False])
def test_a_learner_whose_code_is_not_shut_in_is_told_so(
    alices_browser: Client, work: LabWork, monkeypatch: pytest.MonkeyPatch, for_others: bool
) -> None:
    """Told by the first visit's script, and by every page after that."""
    tier = Tier("some", "How it is held.", for_others)
    monkeypatch.setattr(type(grading_sandbox()), "tier", property(lambda _: tier))
    monkeypatch.setattr(marking, "_known_tier", [])
    assert script_posts(alices_browser, "warm/", {}).json()["holdsLittle"] is not for_others
    hidden = 'class="lab-own-code small muted" hidden' in alices_browser.get(PAGE).content.decode()
    assert hidden is for_others


def test_a_small_matrix_is_a_table_that_says_its_shape(alices_browser: Client, work: LabWork) -> None:
    report = run(alices_browser, work, "import numpy as np\nnp.array([[1.5, -2e-9], [0, 1 / 3]])")
    assert "<caption>array, 2 × 2</caption>" in report["html"]
    assert "<td>1.5</td><td>-2e-09</td>" in report["html"]
    assert "<td>0.333333</td>" in report["html"]


@pytest.mark.parametrize("code", ["np.arange(3)", "np.ones((31, 2))", "np.ones((2, 0))", "np.array([['a']])"])
def test_other_arrays_are_shown_as_python_says_them(alices_browser: Client, work: LabWork, code: str) -> None:
    assert "array(" in run(alices_browser, work, f"import numpy as np\n{code}")["html"]

"""The code cells of a lab page: names last, plots are shown, and nothing a cell does ends the page."""

import threading
from collections.abc import Iterator

import pytest

from upslope.grading.lab import Lab
from upslope.grading.sandbox import Sandbox
from upslope.grading.sandbox.launch import SESSIONS
from upslope.grading.session import CellResult, LabSession, Output


@pytest.fixture(scope="module")
def plotting() -> Iterator[Sandbox]:
    with Sandbox(SESSIONS) as running:
        yield running


@pytest.fixture
def session(lab: Lab, plotting: Sandbox) -> Iterator[LabSession]:
    with LabSession(lab, plotting, cell_seconds=20) as open_session:
        yield open_session


def shown(result: CellResult) -> list[tuple[str, str]]:
    return [(output.kind, output.data) for output in result.outputs]


def test_names_last_from_one_cell_to_the_next(session: LabSession) -> None:
    assert shown(session.run("a = 5\nprint('hi')")) == [("text", "hi\n")]
    result = session.run("a * 2")
    assert result.outputs == (Output("text", "10"),)
    assert result.ended is None


def test_what_the_lab_gives_is_there(session: LabSession) -> None:
    assert shown(session.run("int(all_counts.sum()), round(float(f(1.0, 1.0, 1.0)), 4)")) == [
        ("text", "(8302, 0.3989)")
    ]


def test_output_comes_in_the_order_it_was_made(session: LabSession) -> None:
    result = session.run("print(1)\nplt.plot(x, y)\nplt.show()\nprint(2)\n3")
    assert [output.kind for output in result.outputs] == ["text", "svg", "text", "text"]
    assert result.outputs[1].data.startswith("<svg")


def test_a_figure_that_was_not_shown_is_shown_at_the_end(session: LabSession) -> None:
    assert [kind for kind, _ in shown(session.run("plt.plot(x, y);"))] == ["svg"]
    assert shown(session.run("1")) == [("text", "1")]


def test_rich_values_show_themselves(session: LabSession) -> None:
    session.run("class Bold:\n    def _repr_html_(self): return '<b>yes</b>'")
    assert shown(session.run("display(Bold())\n'end'")) == [("html", "<b>yes</b>"), ("text", "'end'")]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("a = 1\n\na / 0", "Cell 1, line 3: ZeroDivisionError: division by zero"),
        ("def g():\n    return h\ng()", "Cell 1, line 2: NameError: name 'h' is not defined"),
        ("for", "Cell 1, line 1: SyntaxError: invalid syntax"),
        ("raise SystemExit", "Cell 1, line 1: SystemExit"),
    ],
)
def test_an_error_is_one_line_that_names_its_place(session: LabSession, code: str, said: str) -> None:
    assert shown(session.run(code)) == [("error", said)]


def test_what_was_printed_before_an_error_is_kept(session: LabSession) -> None:
    assert [kind for kind, _ in shown(session.run("print(1)\n1 / 0"))] == ["text", "error"]


@pytest.fixture
def hasty(lab: Lab, plotting: Sandbox) -> Iterator[LabSession]:
    with LabSession(lab, plotting, cell_seconds=1) as open_session:
        yield open_session


def test_a_cell_that_runs_too_long_is_stopped_and_names_stay(hasty: LabSession) -> None:
    hasty.run("a = 7")
    assert shown(hasty.run("while True: pass")) == [
        ("error", "The cell ran for 1 seconds and was stopped. All names are still there.")
    ]
    assert shown(hasty.run("a")) == [("text", "7")]


def test_the_learner_can_stop_a_cell(lab: Lab, plotting: Sandbox) -> None:
    with LabSession(lab, plotting, cell_seconds=60) as session:
        session.run("a = 7")
        threading.Timer(0.3, session.interrupt).start()
        result = session.run("import time\ntime.sleep(50)")
        assert result.seconds < 10
        assert shown(result) == [("error", "The cell was stopped. All names are still there.")]
        assert shown(session.run("a")) == [("text", "7")]


def test_an_interrupt_while_nothing_runs_changes_nothing(session: LabSession) -> None:
    session.run("a = 1")
    session.interrupt()
    assert shown(session.run("a")) == [("text", "1")]


def test_a_cell_that_will_not_stop_is_ended_and_the_next_one_starts_anew(hasty: LabSession) -> None:
    result = hasty.run("import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass")
    assert result.ended is not None
    assert result.ended.startswith("This cell ran for 1 seconds and would not stop")
    assert shown(hasty.run("int(all_counts.sum())")) == [("text", "8302")]


def test_a_cell_that_ends_python_says_so_and_the_next_one_starts_anew(session: LabSession) -> None:
    session.run("a = 1")
    result = session.run("import os\nos._exit(0)")
    assert (
        result.ended
        == "Python ended while it ran this cell. All names are gone: run the cells again from the top."
    )
    assert shown(session.run("a")) == [("error", "Cell 1, line 1: NameError: name 'a' is not defined")]


def test_a_flood_of_text_is_cut(session: LabSession) -> None:
    (output,) = session.run("print('x' * 10**6)").outputs
    assert len(output.data) == 64 * 1024


def test_a_forged_answer_ends_the_session_with_a_sentence(session: LabSession) -> None:
    code = "import os\nfor fd in range(3, 60):\n    try: os.write(fd, b'[' * 9)\n    except OSError: pass"
    result = session.run(code)
    assert result.ended is not None
    assert "answered in a way that cannot be shown" in result.ended


def test_the_solved_notebook_runs_from_top_to_bottom(
    lab: Lab, plotting: Sandbox, solved: dict[str, list[dict[str, str]]]
) -> None:
    with LabSession(lab, plotting) as session:
        outputs = [
            output
            for cell in solved["cells"]
            if cell["cell_type"] == "code"
            for output in session.run(cell["source"]).outputs
        ]
    kinds = [output.kind for output in outputs]
    assert "error" not in kinds
    assert kinds.count("svg") == 6
    text = "".join(output.data for output in outputs if output.kind == "text")
    assert "8302 adults: 4221 women and 4081 men" in text
    assert "after 50 steps: mu = 166.50, sig = 10.75" in text


def test_a_session_of_its_own_ends_with_it(lab: Lab) -> None:
    session = LabSession(lab)
    assert shown(session.run("1 + 1")) == [("text", "2")]
    session.close()
    session.close()


def test_closing_ends_a_cell_that_is_running(lab: Lab, plotting: Sandbox) -> None:
    session = LabSession(lab, plotting, cell_seconds=60)
    session.run("1")
    threading.Timer(0.3, session.close).start()
    assert session.run("while True: pass").ended is not None

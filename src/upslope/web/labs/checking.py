"""Trying one function before it is handed in: judged like a submission, and nothing is kept of it."""

import json

from upslope.grading.errors import SandboxFailed
from upslope.grading.lab_grader import grade_notebook
from upslope.web.labs.cells import Task
from upslope.web.labs.findings import findings_of
from upslope.web.labs.lab_access import OpenLab
from upslope.web.labs.marking import grading_sandbox
from upslope.web.labs.whose_code import require_may_run
from upslope.web.labs.work import Notebook
from upslope.web.turn_taking import Turns

NOT_CHECKED = "Nothing can be checked on this machine right now. {} Everything you typed is safe."

_turns = Turns()


def check_now(here: OpenLab, notebook: Notebook, name: str) -> Task | None:
    """Judge one function of a notebook; None if the same learner has asked again meanwhile."""
    with _turns.turn(here.work.user_id) as is_newest:
        return _judged(here, notebook, name) if is_newest else None


def _judged(here: OpenLab, notebook: Notebook, name: str) -> Task:
    try:
        require_may_run(here.work.user)
        result = grade_notebook(json.dumps(notebook), here.lab, grading_sandbox(), functions=[name])
    except SandboxFailed as failure:
        return Task(name, sentence=NOT_CHECKED.format(failure))
    found = findings_of(result.to_json())
    return Task(name, found[0]) if found else Task(name, sentence=result.error or "")

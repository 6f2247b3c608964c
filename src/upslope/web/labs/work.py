"""A learner's work on a lab: opened, saved, replaced and brought back, without ever losing a version."""

import copy
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from upslope.grading.lab import Lab
from upslope.grading.notebook import build_notebook
from upslope.web.accounts.models import User
from upslope.web.labs.models import EarlierWork, LabWork
from upslope.web.labs.outputs import Stored, notebook_outputs
from upslope.web.lessons.progress import record

EARLIER_KEPT = 12

Notebook = dict[str, Any]


def fresh_notebook(lab: Lab) -> Notebook:
    """Return the lab's notebook as it is handed out."""
    notebook: Notebook = copy.deepcopy(dict(build_notebook(lab)))
    return notebook


def open_work(user: User, item_id: str, lab: Lab) -> LabWork:
    """Return the learner's work, made from the lab's own notebook at the first visit."""
    work, made = LabWork.objects.get_or_create(
        user=user, item_id=item_id, defaults={"notebook": fresh_notebook(lab)}
    )
    if made:
        record(user, item_id)
    return work


def with_sources(notebook: Notebook, sources: Mapping[str, str]) -> Notebook:
    """Return a copy of the notebook whose code cells hold the given sources; others stay as they are."""
    changed = copy.deepcopy(notebook)
    for cell in changed["cells"]:
        if cell["cell_type"] == "code" and cell["id"] in sources:
            cell["source"] = sources[cell["id"]]
    return changed


def save(work: LabWork, notebook: Notebook, revision: int) -> bool:
    """Store the notebook if ``revision`` is the latest; return whether it was.

    ``work`` then holds the new revision. A save of what is there already changes nothing.
    """
    if work.notebook == notebook:
        return True
    saved = LabWork.objects.filter(pk=work.pk, revision=revision).update(
        notebook=notebook, revision=F("revision") + 1, updated=timezone.now()
    )
    work.refresh_from_db()
    return saved == 1


def replace(
    work: LabWork, notebook: Notebook, reason: str, *, outputs: Mapping[str, Any] | None = None
) -> None:
    """Put another notebook in the work's place and keep what was there. ``reason`` ends "Before …"."""
    with transaction.atomic():
        now = LabWork.objects.select_for_update().get(pk=work.pk)
        keep_aside(now, now.notebook, reason)
        now.notebook, now.outputs = notebook, dict(outputs or {})
        now.revision += 1
        now.save()
    work.refresh_from_db()


def keep_aside(work: LabWork, notebook: Notebook, reason: str) -> None:
    """Keep a notebook among the earlier versions, and of those the newest few."""
    EarlierWork.objects.create(work=work, notebook=notebook, reason=reason)
    old = work.earlier.values_list("pk", flat=True)[EARLIER_KEPT:]
    EarlierWork.objects.filter(pk__in=list(old)).delete()


def keep_outputs(work: LabWork, cell_id: str, outputs: list[Stored]) -> None:
    """Remember what a cell printed and drew, without touching the text of the notebook."""
    with transaction.atomic():
        now = LabWork.objects.select_for_update().only("outputs").get(pk=work.pk)
        cells = {cell["id"] for cell in work.notebook["cells"]}
        kept = {key: value for key, value in now.outputs.items() if key in cells}
        LabWork.objects.filter(pk=work.pk).update(outputs=kept | {cell_id: outputs})


def notebook_with_outputs(work: LabWork) -> Notebook:
    """Return the notebook as Jupyter would have saved it, outputs included."""
    notebook = copy.deepcopy(work.notebook)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = notebook_outputs(work.outputs.get(cell["id"], []))
            cell["execution_count"] = None
    return notebook  # type: ignore[no-any-return]  # a JSON field is Any

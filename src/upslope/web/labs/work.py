"""A learner's work on a lab: opened, saved, replaced and brought back, without ever losing a version."""

import copy
import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from upslope.grading.lab import Lab
from upslope.grading.notebooks.notebook import build_notebook
from upslope.web.accounts.models import User
from upslope.web.labs.models import EarlierWork, LabWork
from upslope.web.labs.outputs import Stored, notebook_outputs
from upslope.web.lessons.progress import record

EARLIER_KEPT = 12

Notebook = dict[str, Any]


def fresh_notebook(lab: Lab) -> Notebook:
    """Return the lab's notebook as it is handed out."""
    return build_notebook(lab)


def open_work(user: User, item_id: str, lab: Lab) -> LabWork:
    """Return the learner's work, made from the lab's own notebook at the first visit."""
    # Plots are large, and only the page and the download show them.
    work, made = LabWork.objects.defer("outputs").get_or_create(
        user=user, item_id=item_id, defaults={"notebook": fresh_notebook(lab)}
    )
    if made:
        record(user, item_id)
    work.user = user  # known already: no need to look it up again
    return work


def with_sources(notebook: Notebook, sources: Mapping[str, str]) -> Notebook:
    """Return a copy of the notebook whose code cells hold the given sources; others stay as they are."""
    return {**notebook, "cells": [_with_source(cell, sources) for cell in notebook["cells"]]}


def _with_source(cell: dict[str, Any], sources: Mapping[str, str]) -> dict[str, Any]:
    if cell["cell_type"] != "code" or cell["id"] not in sources:
        return cell
    return {**cell, "source": sources[cell["id"]]}


def with_new_cell(notebook: Notebook, after: str, source: str = "") -> tuple[Notebook, str]:
    """Return a copy with a code cell put in below the cell ``after``, and the new cell's id."""
    cells = list(notebook["cells"])
    place = next((n for n, cell in enumerate(cells, start=1) if cell["id"] == after), 0)
    cell = {"cell_type": "code", "id": uuid.uuid4().hex[:8], "metadata": {}, "source": source}
    cells.insert(place, cell | {"outputs": [], "execution_count": None})
    return {**notebook, "cells": cells}, str(cell["id"])


def without_cell(notebook: Notebook, cell_id: str) -> Notebook:
    """Return a copy without the cell."""
    return {**notebook, "cells": [cell for cell in notebook["cells"] if cell["id"] != cell_id]}


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
) -> EarlierWork:
    """Put another notebook in the work's place; keep and return the one that was there.

    ``reason`` ends a sentence that begins "Before".
    """
    with transaction.atomic():
        now = LabWork.objects.select_for_update().get(pk=work.pk)
        earlier = keep_aside(now, now.notebook, reason)
        now.notebook, now.outputs = notebook, dict(outputs or {})
        now.revision += 1
        now.save()
    work.refresh_from_db()
    return earlier


def keep_aside(work: LabWork, notebook: Notebook, reason: str) -> EarlierWork:
    """Keep a notebook among the earlier versions, and of those the newest few."""
    kept: EarlierWork = EarlierWork.objects.create(work=work, notebook=notebook, reason=reason)
    old = work.earlier.values_list("pk", flat=True)[EARLIER_KEPT:]
    EarlierWork.objects.filter(pk__in=list(old)).delete()
    return kept


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


def forget_outputs(work: LabWork) -> None:
    """Forget what every cell printed and drew."""
    LabWork.objects.filter(pk=work.pk).update(outputs={})

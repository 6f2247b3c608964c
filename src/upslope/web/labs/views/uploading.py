"""Bringing a notebook from elsewhere: what was found in it is shown first, then the learner decides."""

import uuid

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from upslope.grading.errors import UnreadableNotebook
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.labs.answers import page_address, undo_address
from upslope.web.labs.lab_access import OpenLab, open_lab
from upslope.web.labs.models import LabUpload
from upslope.web.labs.open_sessions import pool
from upslope.web.labs.posted import posted_uuid
from upslope.web.labs.tasks import hand_in
from upslope.web.labs.uploads import LARGEST_FILE, functions_in, notebook_of
from upslope.web.labs.words import counted
from upslope.web.labs.work import replace
from upslope.web.storable import storable


@require_POST
def upload(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Read the file and say what is in it. Nothing of the lab changes yet."""
    here = open_lab(request, module, item)
    file = request.FILES.get("notebook")
    if not isinstance(file, UploadedFile) or file.size is None:
        return _refuse(
            request, here, "No file arrived. Choose a notebook (.ipynb) or a script (.py) and try again."
        )
    if file.size > LARGEST_FILE:
        return _refuse(request, here, _too_large(file.size))
    name = storable(file.name or "notebook.ipynb")[-120:]
    try:
        notebook = notebook_of(file.read(), name, here.lab)
    except UnreadableNotebook as unreadable:
        return _refuse(request, here, str(unreadable))
    kept, _ = LabUpload.objects.update_or_create(
        user=request.user,
        item_id=here.item.full_id,
        defaults={"name": name, "notebook": notebook, "upload_id": uuid.uuid4()},
    )
    context = {
        "here": here,
        "upload": kept,
        "counts": _counts(kept),
        "functions": functions_in(notebook, here.lab),
        "submission_id": uuid.uuid4(),
    }
    return render(request, "labs/upload.html", context)


@require_POST
def use_upload(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Go on with the file in the lab. The work it replaces is kept."""
    here = open_lab(request, module, item)
    chosen = _chosen(request, here)
    before = replace(here.work, chosen.notebook, f"opening {chosen.name[:60]}")
    pool.close(here.key)
    messages.success(request, f"{chosen.name} is open in the lab.")
    chosen.delete()
    return redirect(undo_address(here.item.full_id, before))


@require_POST
def grade_upload(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Hand in the file as it is. The lab stays as it is too."""
    here = open_lab(request, module, item)
    chosen = _chosen(request, here)
    name = posted_uuid(request.POST, "submission")
    hand_in(request.user, here.item.full_id, name, chosen.name, chosen.notebook)
    return redirect(page_address(here.item.full_id, "verdict"))


def _chosen(request: LearnerRequest, here: OpenLab) -> LabUpload:
    chosen = posted_uuid(request.POST, "upload")
    return get_object_or_404(LabUpload, upload_id=chosen, user=request.user, item_id=here.item.full_id)


def _counts(kept: LabUpload) -> str:
    kinds = [cell["cell_type"] for cell in kept.notebook["cells"]]
    code, text = counted(kinds.count("code"), "code cell"), counted(kinds.count("markdown"), "text cell")
    return f"It has {code} and {text}."


def _too_large(size: int) -> str:
    return (
        f"This file has {size / 1e6:.0f} MB; a notebook may have {LARGEST_FILE // 1024**2}. "
        "Clear the outputs of its cells, save it, and send it again."
    )


def _refuse(request: LearnerRequest, here: OpenLab, sentence: str) -> HttpResponse:
    return render(request, "labs/upload.html", {"here": here, "sentence": sentence}, status=422)

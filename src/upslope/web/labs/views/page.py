"""The lab's page."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from upslope.course.schema import Item
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.labs.cells import Task, cells_of
from upslope.web.labs.lab_access import OpenLab, open_item
from upslope.web.labs.marking import holds_little
from upslope.web.labs.models import LabSubmission
from upslope.web.labs.open_sessions import pool
from upslope.web.labs.verdict import verdict_context
from upslope.web.labs.words import listed

PAGE = "labs/page.html"


def lab_page(
    request: LearnerRequest, item: Item, template: str = PAGE, more: Mapping[str, Any] | None = None
) -> HttpResponse:
    """Show the item's lab. Another app may give a template that extends ours, and what that one needs."""
    return show_lab(request, open_item(request, item), template, more)


def show_lab(
    request: LearnerRequest,
    here: OpenLab,
    template: str = PAGE,
    more: Mapping[str, Any] | None = None,
    checked: Task | None = None,
) -> HttpResponse:
    """Show the notebook with what its cells last showed, the latest verdict, and ways in and out.

    ``checked`` is a task whose checks were run without script.
    """
    session = pool.token(here.key)
    latest = LabSubmission.objects.filter(user=request.user, item_id=here.item.full_id).first()
    earlier = list(here.work.earlier.defer("notebook"))
    undo = request.GET.get("undo", "")
    context = {
        "here": here,
        "cells": cells_of(here.work.notebook, here.work.outputs, here.lab, checked),
        "session": session,
        "is_running": pool.is_running(here.key),
        "holds_little": holds_little(),
        "names_are_gone": bool(here.work.outputs) and not session,
        "submission_id": uuid.uuid4(),
        "function_names": listed(here.lab.functions),
        "earlier": earlier,
        "undo": next((one for one in earlier if str(one.pk) == undo), None),
        **verdict_context(latest),
        **(more or {}),
    }
    return render(request, template, context)

"""The lab's page."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from upslope.course.schema import Item
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.labs.cells import cells_of
from upslope.web.labs.lab_access import open_item
from upslope.web.labs.models import LabSubmission
from upslope.web.labs.sessions import pool
from upslope.web.labs.verdict import verdict_context
from upslope.web.labs.words import listed


def lab_page(request: LearnerRequest, item: Item) -> HttpResponse:
    """Show the notebook with what its cells last showed, the latest verdict, and ways in and out."""
    here = open_item(request, item)
    session = pool.token(here.key)
    latest = LabSubmission.objects.filter(user=request.user, item_id=item.full_id).first()
    context = {
        "here": here,
        "cells": cells_of(here.work.notebook, here.work.outputs, here.lab),
        "session": session,
        "is_running": pool.is_running(here.key),
        "names_are_gone": bool(here.work.outputs) and not session,
        "submission_id": uuid.uuid4(),
        "function_names": listed(here.lab.functions),
        "earlier": here.work.earlier.all(),
        **verdict_context(latest),
    }
    return render(request, "labs/page.html", context)

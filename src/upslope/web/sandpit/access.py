"""From an address to a lab with a sandpit, the learner's code, and what they have of it."""

import json

from django.http import Http404

from upslope.course.schema import Item
from upslope.grading.notebooks.notebook import read_notebook
from upslope.grading.pits.pit_strategy import NAME, PitStrategy, pit_strategy
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.labs.lab_access import OpenLab, lab_of, open_lab
from upslope.web.sandpit.models import PitWork


def has_sandpit(item: Item) -> bool:
    """Whether the item is a lab that asks for ``next_step``."""
    return NAME in lab_of(item).functions


def open_sandpit(request: LearnerRequest, module: str, item: str) -> OpenLab:
    """Return the lab at this address with the asking learner's work; raise Http404 if it has no sandpit."""
    here = open_lab(request, module, item)
    if NAME not in here.lab.functions:
        raise Http404(here.item.full_id)
    return here


def pit_work(here: OpenLab) -> PitWork:
    """Return what the learner has of this sandpit."""
    work, _ = PitWork.objects.get_or_create(user_id=here.work.user_id, item_id=here.item.full_id)
    return work


def strategy_of(here: OpenLab) -> PitStrategy:
    """Return the strategy in the learner's saved notebook; raises UnreadableNotebook if there is none."""
    return pit_strategy(read_notebook(json.dumps(here.work.notebook)), here.lab.given_sources)

"""Variants made ahead, so that a whole class can open a quiz in the same minute and nobody waits.

To make a variant takes many times as long as to show it: its solution is worked out, and what a typical
mistake would give is compared with what is right.
"""

import logging
from collections.abc import Callable
from random import sample

from django.http import Http404

from upslope.course import ContentError
from upslope.web.course_access import current_question, current_question_tags
from upslope.web.practice.drawing import MADE_AHEAD, stored
from upslope.web.practice.models import StoredVariant

_log = logging.getLogger(__name__)


def make_ahead(is_over: Callable[[], bool]) -> int:
    """Go through the course's questions and store what each lacks; return how many variants that were.

    The order is drawn: several workers seldom make the same. A question that fails is noted and left out.

    Args:
        is_over: asked before each question whether to stop here.
    """
    names = [tags.id for tags in current_question_tags()]
    made = 0
    for name in sample(names, len(names)):
        if is_over():
            break
        try:
            made += _complete(name)
        except (ContentError, Http404) as reason:
            _log.warning("No variants of %s were made ahead: %s", name, reason)
    return made


def _complete(question_id: str) -> int:
    question = current_question(question_id)
    if question.generate is None:
        return 0
    here = StoredVariant.objects.filter(question_id=question_id)
    # Those of before the question was mended, at which nobody ever sat.
    here.filter(sittings=None).exclude(version=question.version).delete()
    there = set(here.filter(version=question.version, seed__in=MADE_AHEAD).values_list("seed", flat=True))
    return len(stored([question.variant(seed) for seed in MADE_AHEAD if seed not in there]))

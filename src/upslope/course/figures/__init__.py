"""Figures of lessons: an author's table becomes a card that Python prepares and the browser moves.

One file a kind: ``secant_slope.py`` here, ``frontend/elements/secant-slope/`` there.
"""

from upslope.course.figures.addresses import flaw_of_address
from upslope.course.figures.registry import KINDS, readouts, render, still

__all__ = ["KINDS", "flaw_of_address", "readouts", "render", "still"]

"""Figures of lessons: an author's table becomes a card that Python prepares and the browser moves.

One file a kind: ``secant_slope.py`` here, ``frontend/elements/secant-slope/`` there.
"""

from upslope.course.figures.addresses import flaw_of_address
from upslope.course.figures.registry import KINDS, OpeningStill, opening_still, readouts, render, still

__all__ = ["KINDS", "OpeningStill", "flaw_of_address", "opening_still", "readouts", "render", "still"]

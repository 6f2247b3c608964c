"""Figures of lessons: an author's table becomes a card that Python prepares and the browser moves.

One file a kind: ``secant_slope.py`` here, ``frontend/elements/secant-slope/`` there.
"""

from upslope.course.figures.registry import KINDS, readouts, render

__all__ = ["KINDS", "readouts", "render"]

"""Scenes: figures that an author writes as data, a list of marks over a few named numbers.

Python reads and checks them, differentiates, and writes primitives whose coordinates are trees; the browser
evaluates and draws them, ``still`` draws the same ones as a picture.
"""

from upslope.course.figures.scene.read import read
from upslope.course.figures.scene.scene import Scene

__all__ = ["Scene", "read"]

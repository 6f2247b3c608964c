"""Text and numbers inside an SVG."""

import re
from html import escape

FORMULA = re.compile(r"[A-Za-z][′″]?\d?(\([A-Za-z]\))?")


def text_svg(words: str, x: float, y: float, anchor: str, look: str = "") -> str:
    """Return text whose start, middle or end (``anchor``) stands at a point.

    In what is a formula the letters are set as in formulas. ``look`` are classes.
    """
    inside = escape(words, quote=False)
    if FORMULA.fullmatch(words):
        inside = re.sub("[A-Za-z]", r"<tspan>\g<0></tspan>", inside)
        look = f"{look} formula".strip()
    drawn = f' class="{look}"' if look else ""
    return f'<text{drawn} x="{number(x)}" y="{number(y)}" text-anchor="{anchor}">{inside}</text>'


def number(value: float) -> str:
    """Return a coordinate to a tenth of a pixel, never \"-0\"."""
    return f"{round(value, 1) + 0.0:g}"

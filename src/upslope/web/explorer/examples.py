"""Functions to start from, each for what it shows."""

from dataclasses import dataclass
from urllib.parse import urlencode

from upslope.web.practice.spoken import in_words


@dataclass(frozen=True)
class Example:
    """``latex`` is on the chip; the rest is a state of the explorer, as its links have it."""

    latex: str
    f: str
    about: str = "0"
    beside: str = ""
    order: int = 3
    view: str = ""

    @property
    def words(self) -> str:
        """The function, read out."""
        return in_words(self.latex).rstrip(",")

    @property
    def link(self) -> str:
        """The state in an address."""
        state = {
            "f": self.f,
            "about": self.about,
            "beside": self.beside,
            "order": self.order,
            "view": self.view,
        }
        return urlencode({name: value for name, value in state.items() if value != ""})


CURVES = (
    Example("e^x", "e^x", view="-3,3,-3,9"),
    Example(r"\sin x", "sin(x)", order=5, view="-7,7,-3,3"),
    Example(r"\frac{1}{1 - x}", "1/(1 - x)", order=4, view="-3,3,-5,7"),
    Example(r"\frac{1}{1 + x^2}", "1/(1 + x^2)", order=6, view="-2.5,2.5,-1,2"),
    Example(r"\ln(1 + x)", "ln(1 + x)", order=4, view="-1.5,4,-3,3"),
    Example(r"\sqrt{x}", "sqrt(x)", about="1", view="-0.5,4.5,-1,3"),
    Example(r"\tan x", "tan(x)", order=5, view="-5,5,-6,6"),
    Example(r"x^2 \sin\frac{1}{x}", "x^2 sin(1/x)", about="0.3", view="-0.6,0.6,-0.2,0.2"),
)
SURFACES = (
    Example("x^2 + y^2", "x^2 + y^2", about="1", beside="0.5", order=1),
    Example("e^{-x^2 - y^2}", "e^(-x^2 - y^2)", about="0.5", beside="0", order=2),
    Example("x y", "x y", about="0", beside="0", order=2),
    Example(r"\sin x \cos y", "sin(x) cos(y)", about="0.5", beside="0.5", order=2),
)

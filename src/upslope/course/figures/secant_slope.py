"""Two points of a curve, the straight line through them, and what happens as they come together."""

from dataclasses import dataclass
from html import escape
from typing import Any

from upslope.course.figures.curve import Curve, Interval, read_curve
from upslope.course.figures.drawing import State
from upslope.course.figures.numbers import latex_number
from upslope.course.figures.older_stills import SECANT_SIZE, secant_scene
from upslope.course.figures.reading import read_state, read_view
from upslope.course.prose import display_tex, tex
from upslope.course.table import Table
from upslope.maths import to_json

CORNERS = ("top-left", "top-right", "bottom-right", "none")
SHORTEST_RUN = 0.01


@dataclass(frozen=True)
class SecantSlope:
    """State ``x`` and ``run``; ``reach`` is where both points may be."""

    curve: Curve
    view: tuple[float, float, float, float]
    narrow_view: tuple[float, float, float, float]
    reach: Interval
    lens: str
    state: State
    tag: str = "secant-slope"

    @property
    def words(self) -> str:
        """What is said when the figure comes to rest."""
        letter = self.curve.variable
        return f"{letter} is {{x}}, the run {{run}}, the rise {{rise}}: the slope is {{slope}}."

    @property
    def still_size(self) -> tuple[int, int]:
        """Width and height of a still picture."""
        return SECANT_SIZE

    def still(self, state: State) -> str:
        """Return the figure in this state as an SVG document."""
        return secant_scene(self.curve, self.view).still(state)

    def complete(self, state: State) -> State:
        """Return the state. Raises ValueError when a point would leave the picture."""
        if set(state) != {"x", "run"}:
            raise ValueError(f"the state names {', '.join(state)}; this figure has x and run.")
        low, high = self.reach
        x, run = state["x"], state["run"]
        if run < SHORTEST_RUN:
            raise ValueError(f"run is {run:g}; it must be at least {SHORTEST_RUN:g}.")
        if not low - 1e-9 <= x <= x + run <= high + 1e-9:
            raise ValueError(
                f"the points {x:g} and {x + run:g} leave the picture, which holds {low:.4g} to {high:.4g}."
            )
        return state

    def readouts(self, state: State) -> dict[str, float]:
        """Return x, run, rise, slope, tangent and value."""
        x, run = state["x"], state["run"]
        value = self.curve.value(x)
        rise = self.curve.value(x + run) - value
        return {
            "x": x,
            "run": run,
            "rise": rise,
            "slope": rise / run,
            "tangent": self.curve.slope(x),
            "value": value,
        }

    def data(self) -> dict[str, Any]:
        """Return what the element reads."""
        low, high = self.reach
        return {
            "function": to_json(self.curve.function),
            "derivative": to_json(self.curve.derivative),
            "variable": self.curve.variable,
            "view": self.view,
            "narrow_view": self.narrow_view,
            "x_range": self.reach,
            "run_range": (SHORTEST_RUN, high - low),
            "lens": self.lens,
            "state": dict(self.state),
        }

    def strip(self) -> str:
        """Return the slider for the run and slope = rise / run with live numbers."""
        now = self.readouts(self.state)
        live = {name: rf"\live{{{name}}}{{{latex_number(now[name])}}}" for name in ("rise", "run", "slope")}
        formula = (
            r"\rslope{\text{slope}}=\dfrac{\ry{\text{rise}}}{\rstep{\text{run}}}"
            rf"=\dfrac{{\ry{{{live['rise']}}}}}{{\rstep{{{live['run']}}}}}=\rslope{{{live['slope']}}}"
        )
        step = tex(rf"\rstep{{\Delta {self.curve.variable}}}")
        label = f"Length of the run, Δ{escape(self.curve.variable)}"
        return (
            f'<label class="slider"><span>{step}</span>'
            f'<input type="range" class="range" min="0" max="100" step="0.1" aria-label="{label}"></label>\n'
            f'<div class="equation">{display_tex(formula)}</div>\n'
        )


def read(table: Table) -> SecantSlope:
    """Return the figure that a table describes. Raises ContentError."""
    curve, view, state = read_curve(table), read_view(table), read_state(table)
    narrow = read_view(table, "narrow_view") if table.has("narrow_view") else view
    lens = table.text("lens", CORNERS[0])
    if lens not in CORNERS:
        raise table.complain(f"In {table.what}, lens is {lens!r}.", f"It can be: {', '.join(CORNERS)}.")
    x = state.get("x", 0.0)
    reach = curve.reach(x, view[:2], (curve.function, view[2:]))
    if reach is None:
        raise table.complain(f"In {table.what}, the curve at x = {x:g} is out of view.", "Move x or view.")
    return SecantSlope(curve, view, narrow, reach, lens, state)

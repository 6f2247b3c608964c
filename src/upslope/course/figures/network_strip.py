"""What stands beside and below the drawing of a network playground: read-outs, buttons, sliders, panels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from upslope.course.figures.closed_curves import CURVES, Point, sampled
from upslope.course.figures.task import Task, render_task

Now = Mapping[str, float]

PACES = (("slow", "Slow"), ("steady", "Steady"), ("full", "Full speed"))
DIALS = (
    ("first", "Neurons in layer 1", 'min="1" max="20" step="1"'),
    ("second", "Neurons in layer 2", 'min="1" max="20" step="1"'),
    ("aggression", "Aggression", 'min="-20" max="60" step="1"'),
    ("noise", "Noise", 'min="0" max="3" step="0.1"'),
)
PANELS = (
    ("cost", "Cost"),
    ("slopes", "Length of the gradient, by layer"),
    ("outputs", "Outputs of the hidden neurons"),
)


@dataclass(frozen=True)
class Still:
    """A picture for a browser without script: the target, and what the network draws after ``steps``."""

    curve: str
    drawn: Sequence[Point]
    steps: int


def network_strip(still: Still, now: Now, tasks: Sequence[Task], figure: str) -> str:
    """Return the strip of the figure with that id."""
    return (
        _still(still)
        + _transport()
        + f'<div class="side">{_readouts(now)}{_panel("network")}{_pen(now)}</div>\n'
        + f'<div class="settings">{_curves(still.curve)}{_dials(now)}</div>\n'
        + _panels()
        + "".join(render_task(task, f"{escape(figure)}-{place}") for place, task in enumerate(tasks, 1))
        + _share()
    )


def _still(still: Still) -> str:
    return (
        '<div class="still"><svg viewBox="0 0 100 100" aria-hidden="true">'
        f'<path class="target" d="{_path(sampled(CURVES[still.curve], 100))}Z"></path>'
        f'<path class="curve" d="{_path(still.drawn)}"></path></svg>'
        f"<p>What the network draws after {still.steps:,} steps.</p></div>\n"
    )


def _readouts(now: Now) -> str:
    rows = (
        ("Steps", "step", f"{now['steps']:.0f}"),
        ("Cost", "cost", f"{now['cost']:.3f}"),
        ("Per second", "rate", "–"),
    )
    cells = "".join(
        f'<div><dt>{name}</dt><dd data-show="{key}">{value}</dd></div>' for name, key, value in rows
    )
    return f'<dl class="readouts">{cells}</dl>'


def _pen(now: Now) -> str:
    return (
        f'<label class="dial tone-x"><span>Input</span><output>{now["x"]:.2f}</output>'
        '<input type="range" class="range" data-dial="x" min="0" max="1" step="0.005" aria-label="Input">'
        "</label>"
    )


def _transport() -> str:
    return (
        '<div class="transport"><div class="button-row">'
        '<button type="button" class="primary play" data-do="play">Play</button>'
        + _button("step", "One step")
        + _button("again", "Start again")
        + '<button type="button" data-do="weights">Other weights</button></div>'
        + f'<div class="choices" role="group" aria-label="Pace">{_choices("pace", PACES, "full")}</div>'
        '<p class="state-line">The weights are random numbers. Press Play and watch them learn.</p>'
        '<p class="said visually-hidden" role="status"></p></div>\n'
    )


def _choices(kind: str, choices: Sequence[tuple[str, str]], chosen: str) -> str:
    return "".join(
        f'<button type="button" data-{kind}="{name}" aria-pressed="{_flag(name == chosen)}">{words}</button>'
        for name, words in choices
    )


def _curves(chosen: str) -> str:
    given = [(name, f"{_icon(corners)}{name.capitalize()}") for name, corners in CURVES.items()]
    return (
        '<div class="curves"><p class="title">The curve to learn</p>'
        '<div class="choices" role="group" aria-label="The curve to learn">'
        + _choices("curve", [*given, ("own", "Your own")], chosen)
        + '</div><div class="button-row">'
        '<button type="button" data-do="draw" aria-pressed="false">Draw your own</button>'
        '<button type="button" data-do="points" aria-pressed="false">Move points</button></div></div>'
    )


def _dials(now: Now) -> str:
    labels = "".join(
        f'<label class="dial"><span>{words}</span><output>{now[name]:g}</output>'
        f'<input type="range" class="range" data-dial="{name}" {limits} aria-label="{words}"></label>'
        for name, words, limits in DIALS
    )
    return f'<div class="dials">{labels}</div>'


def _panels() -> str:
    return f'<div class="panels">{"".join(_panel(*panel) for panel in PANELS)}</div>\n'


def _panel(name: str, words: str = "") -> str:
    title = f'<p class="title">{words}</p>' if words else ""
    return f'<div class="panel" data-panel="{name}">{title}<div class="stage"></div></div>'


def _share() -> str:
    return (
        '<div class="share"><div class="button-row">'
        + _button("picture", "Save a picture")
        + "</div></div>\n"
    )


def _button(name: str, words: str) -> str:
    return f'<button type="button" data-do="{name}">{words}</button>'


def _icon(corners: Sequence[Point]) -> str:
    path = _path(sampled(corners, 60))
    return f'<svg viewBox="0 0 100 100" aria-hidden="true"><path d="{path}Z"></path></svg>'


def _path(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{100 * x:.1f},{100 * (1 - y):.1f}" for x, y in points)


def _flag(condition: bool) -> str:
    return "true" if condition else "false"

"""What stands below the drawing of a heights playground: read-outs, controls, the two walks, what to try."""

from collections.abc import Mapping, Sequence
from html import escape

from upslope.course.figures.heights_data import Group
from upslope.course.figures.numbers import number_text
from upslope.course.figures.task import Task, render_task
from upslope.course.prose import tex

PLACE = (
    (r"\rx{\mu}", "mu", "role-x", 1, " cm"),
    (r"\ry{\sigma}", "sig", "role-y", 1, " cm"),
    (r"\rerror{\chi^2}", "chi2", "role-error", 6, ""),
)
SLOPES = (
    (r"\rslope{\partial \chi^2 / \partial \mu}", "slope_mu", "role-slope", 6, ""),
    (r"\rslope{\partial \chi^2 / \partial \sigma}", "slope_sig", "role-slope", 6, ""),
)
WALKS = (("walk", "Steepest descent"), ("newton", "Gauss–Newton"))

Now = Mapping[str, float]
Readout = tuple[str, str, str, int, str]


def hand_strip(groups: Sequence[Group], now: Now, tasks: Sequence[Task], figure: str) -> str:
    """Return the strip of a figure with nothing but the histogram."""
    return _groups(groups, now) + _readouts(PLACE, now) + _tasks(tasks, figure)


def everything_strip(groups: Sequence[Group], now: Now, tasks: Sequence[Task], figure: str) -> str:
    """Return the strip of a figure that has the map and the walks as well."""
    return (
        _groups(groups, now)
        + _pair("Map or surface", "data-surface", ("Map", "Surface"), 0)
        + _readouts((*PLACE, *SLOPES), now)
        + _controls(now)
        + _table(now)
        + '<p class="outcome" role="status"></p>\n'
        + _tasks(tasks, figure)
    )


def _groups(groups: Sequence[Group], now: Now) -> str:
    names = [f"{group.name} <small>{group.people:,}</small>" for group in groups]
    return _pair("Whose heights", "data-group", names, int(now["group"]))


def _pair(label: str, name: str, choices: Sequence[str], chosen: int) -> str:
    """Return buttons of which one is pressed."""
    pressed = ["true" if place == chosen else "false" for place in range(len(choices))]
    buttons = "".join(
        f'<button type="button" {name}="{place}" aria-pressed="{pressed[place]}">{choice}</button>'
        for place, choice in enumerate(choices)
    )
    return f'<div class="choices" role="group" aria-label="{label}">{buttons}</div>\n'


def _readouts(rows: Sequence[Readout], now: Now) -> str:
    cells = "".join(
        f'<div><dt>{tex(symbol)}</dt><dd class="{role}">{_live(name, now, digits)}{unit}</dd></div>'
        for symbol, name, role, digits, unit in rows
    )
    return f'<dl class="readouts">{cells}</dl>\n'


def _live(name: str, now: Now, digits: int) -> str:
    return f'<span data-live="{name}">{number_text(now[name], digits)}</span>'


def _controls(now: Now) -> str:
    return (
        '<label class="slider tone-step"><span>Aggression</span>'
        '<input type="range" class="range" min="0" max="100" step="0.5" aria-label="Aggression">'
        f'<span class="amount role-step">{_live("aggression", now, 0)}</span></label>\n'
        '<div class="button-row">'
        '<button type="button" class="primary" data-do="walk">Walk</button>'
        '<button type="button" class="icon-button" data-do="back" aria-label="One step back">‹</button>'
        '<button type="button" class="icon-button" data-do="next" aria-label="One step on">›</button></div>\n'
    )


def _table(now: Now) -> str:
    rows = "".join(
        f'<tr class="{name}"><th scope="row"><span class="sample" aria-hidden="true"></span>{title}</th>'
        f'<td class="role-x">{_live(f"{name}_mu", now, 2)}</td>'
        f'<td class="role-y">{_live(f"{name}_sig", now, 2)}</td>'
        f'<td class="role-error">{_live(f"{name}_chi2", now, 6)}</td>'
        f'<td data-arrives="{name}">–</td></tr>'
        for name, title in WALKS
    )
    heads = (
        f'<th scope="col">after step {_live("step", now, 0)}</th>'
        '<th scope="col" class="role-x"><i>μ</i></th><th scope="col" class="role-y"><i>σ</i></th>'
        '<th scope="col" class="role-error"><i>χ</i>²</th><th scope="col">there in</th>'
    )
    return f'<table class="walkers"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _tasks(tasks: Sequence[Task], figure: str) -> str:
    return "".join(render_task(task, f"{escape(figure)}-{number}") for number, task in enumerate(tasks, 1))

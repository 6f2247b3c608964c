"""The HTML below a scene: choices, sliders, the formula, read-outs, the legend."""

from collections.abc import Mapping
from html import escape

from upslope.course.figures.numbers import latex_number, number_text
from upslope.course.figures.scene.controls import Choice, Controls, Legend, Ranges, Readout, Slider
from upslope.course.figures.scene.controls_reading import LIVE
from upslope.course.figures.scene.words import USUAL_DIGITS
from upslope.course.prose import display_tex, render_inline

Numbers = Mapping[str, float]


def strip(controls: Controls, now: Numbers, ranges: Ranges, steps: Numbers, figure: str) -> str:
    """Return the strip as it stands when the figure opens; empty where there is nothing to move or read."""
    parts = (
        *(_choice(each, now, figure) for each in controls.choices),
        *(_slider(each, now, ranges, steps) for each in controls.sliders),
        _formula(controls.formula, now),
        _readouts(controls.readouts, now),
        _legend(controls.legend),
    )
    return "".join(f"{part}\n" for part in parts if part)


def _choice(choice: Choice, now: Numbers, figure: str) -> str:
    buttons = "".join(
        f'<label><input type="radio" name="{escape(figure)}-{choice.name}" data-set="{choice.name}" '
        f'value="{place}"{" checked" if now[choice.name] == place else ""}>'
        f"<span>{render_inline(option)}</span></label>"
        for place, option in enumerate(choice.options)
    )
    return f'<fieldset class="choices"><legend>{render_inline(choice.label)}</legend>{buttons}</fieldset>'


def _slider(slider: Slider, now: Numbers, ranges: Ranges, steps: Numbers) -> str:
    low, high = ranges[slider.name]
    tone = f" tone-{slider.role}" if slider.role else ""
    label = escape(slider.label.replace("$", "").replace("\\", ""))
    play = (
        f'<button type="button" class="button quiet" data-play="{slider.name}" aria-label="Play: {label}">'
        "Play</button>"
    )
    track = (
        f'<label class="slider{tone}"><span>{render_inline(slider.label)}</span>'
        f'<input type="range" class="range" data-set="{slider.name}" min="{low:g}" max="{high:g}" '
        f'step="{_step(slider.name, steps)}" value="{now[slider.name]:g}" aria-label="{label}"></label>'
    )
    return f'<div class="played">{track}{play}</div>' if slider.play else track


def _step(name: str, steps: Numbers) -> str:
    return f"{steps[name]:g}" if name in steps else "any"


def _formula(formula: str, now: Numbers) -> str:
    if not formula:
        return ""

    def printed(name: str, digits: int) -> str:
        return rf"\live{{{name}}}{{{latex_number(now[name], digits)}}}"

    pieces = LIVE.split(formula)
    for place in range(1, len(pieces), 2):
        name, colon, digits = pieces[place].partition(":")
        pieces[place] = printed(name, int(digits) if colon else USUAL_DIGITS)
    return f'<div class="equation">{display_tex("".join(pieces))}</div>'


def _readouts(readouts: tuple[Readout, ...], now: Numbers) -> str:
    rows = "".join(
        f"<div><dt>{render_inline(each.label)}</dt><dd{_coloured(each.role)}>"
        f'<span data-live="{each.name}">{number_text(now[each.name], each.digits)}</span></dd></div>'
        for each in readouts
    )
    return f'<dl class="readouts">{rows}</dl>' if rows else ""


def _legend(legend: tuple[Legend, ...]) -> str:
    rows = "".join(
        f'<li class="{" ".join(filter(None, (f"tone-{each.role}", each.style)))}">'
        f"{render_inline(each.text)}</li>"
        for each in legend
    )
    return f'<ul class="legend">{rows}</ul>' if rows else ""


def _coloured(role: str) -> str:
    return f' class="role-{role}"' if role else ""

"""The colours and strokes of still pictures, light and dark: a picture knows nothing of the page round it."""

COLOURS = {
    "ink": ("#1d2129", "#ebe8e1"),
    "muted": ("#5b616d", "#a2a7b3"),
    "faint": ("#656b76", "#8f95a5"),
    "rule": ("#e6e2d8", "#2a2f3a"),
    "card": ("#ffffff", "#191c24"),
    "x": ("#1d5fc4", "#86b8ff"),
    "y": ("#0b7264", "#5bd2bc"),
    "step": ("#a45200", "#ffb65c"),
    "slope": ("#bb2460", "#ff8fb6"),
    "error": ("#7a3fb0", "#c9a2f5"),
}
"""Light and dark, by the names that the page's style sheet has for them."""

ROLES = ("ink", "muted", "x", "y", "step", "slope", "error")

RULES = (
    "text{font:500 13px Inter,system-ui,sans-serif;fill:var(--muted);stroke:var(--card);stroke-width:5px;"
    "stroke-linejoin:round;paint-order:stroke}"
    ".letter{font:19px 'KaTeX_Main','Source Serif',Georgia,serif;fill:var(--tone)}"
    ".letter tspan{font-style:italic}.letter .index,.letter .back{font-style:normal}"
    ".item text{fill:var(--tone)}"
    "path{fill:none;stroke-linecap:round;stroke-linejoin:round}"
    ".grid{stroke:var(--rule)}.axis{stroke:var(--faint);stroke-width:1.25}"
    ".curve{stroke:var(--tone);stroke-width:2.5}.line{stroke:var(--tone);stroke-width:inherit}"
    ".item{stroke-width:2.75px}.thick .line,.thick .curve{stroke-width:4px}"
    ".thin .line,.thin .curve{stroke-width:1.5px}"
    ".dotted path{stroke-width:1.75px;stroke-dasharray:1.5 5}"
    ".dashed path{stroke-width:1.75px;stroke-dasharray:6 5;stroke-linecap:butt}"
    ".area{fill:var(--tone);fill-opacity:.14;fill-rule:evenodd;stroke:var(--tone);stroke-opacity:.55;"
    "stroke-width:1px}"
    ".thick .area{fill-opacity:.6}"
    ".seamless .area{stroke:none;shape-rendering:crispEdges}"
    ".faint{opacity:.4}"
    ".dot{fill:var(--tone)}.hollow,.ring{fill:var(--card);stroke:var(--tone);stroke-width:2.5px}"
    ".contours path{stroke-width:1.2px;stroke-opacity:.6}"
    ".contours .area{fill-opacity:.06;stroke-width:.9px;stroke-opacity:.34}"
    ".surface path{stroke-width:.8px}.index{font-size:70%;stroke-width:1.5px}"
    # On a phone the picture is shown at half its size: what is written keeps a size that can be read.
    "@media(max-width:500px){text{font-size:20px}.letter{font-size:26px}.curve{stroke-width:3.5}"
    ".item{stroke-width:3.5px}.ring{r:12px}}"
)


def style() -> str:
    """Return the style sheet of a picture."""
    light = ";".join(f"--{name}:{colour}" for name, (colour, _) in COLOURS.items())
    dark = ";".join(f"--{name}:{colour}" for name, (_, colour) in COLOURS.items())
    tones = "".join(f".tone-{role}{{--tone:var(--{role})}}" for role in ROLES)
    return (
        f"<style>svg{{{light};--tone:var(--ink)}}@media(prefers-color-scheme:dark){{svg{{{dark}}}}}"
        f"{tones}{RULES}</style>"
    )

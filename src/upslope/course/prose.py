"""The Markdown of a course without its fences: maths, coloured words, live numbers, boxes, links.

Fences (figures, derivations …) are handed in, so that what a fence draws may itself contain prose.
"""

import re
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin

from upslope.course.boxes import close_box, open_box
from upslope.course.errors import ContentError
from upslope.course.spans import open_span

Env = MutableMapping[str, Any]
FenceRenderer = Callable[[str, Path, int], str]
"""Takes a fence's content, its file and the line where it opens; returns HTML. Raises ContentError."""

CODE_LANGUAGES = ("", "text", "python", "shell")
NOWHERE = Path("text")
BRACES = re.compile(r"\]\{[^{}\n]*\}")
ONE_LINE, FRACTION = 1.9, 3.1
AROUND, ROW, TALL_ROW = 0.9, 1.55, 2.45  # round several rows; each of them
BASE = 0.8  # round a matrix; then each of its rows
SMALL_LINE, SMALL_FRACTION, LARGE_FRACTION = 1.25, 1.5, 2.6
SINGLE_QUOTES = re.compile(r"='([^'\"]*)'")
CLOSING = re.compile(r"[.,;:!?)\]’”…]+(?:s\b)?")
TALL = re.compile(r"\\[dt]?frac|\\sum|\\int|\\lim|\\prod|\\left")
MATRIX = re.compile(r"\\begin\{(?:[a-z]*matrix|array)\}(.*?)\\end\{", re.DOTALL)


def read_tokens(text: str) -> list[Token]:
    """Return the Markdown tokens of ``text``; ``token.meta["line"]`` counts a text's lines from 0."""
    return _MARKDOWN.parse(text)


def render_tokens(
    tokens: Sequence[Token], path: Path, line: int, fences: Mapping[str, FenceRenderer] | None = None
) -> str:
    """Return the HTML of tokens from a text whose first line is ``line`` of ``path``. Raises ContentError."""
    env = {"path": path, "line": line, "fences": fences or {}}
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, env))


def render_prose(
    text: str, path: Path = NOWHERE, line: int = 1, fences: Mapping[str, FenceRenderer] | None = None
) -> str:
    """Return the HTML of Markdown paragraphs, lists, tables and boxes. Raises ContentError."""
    return render_tokens(read_tokens(text), path, line, fences)


def render_inline(text: str, path: Path = NOWHERE, line: int = 1) -> str:
    """Return the HTML of one line of Markdown, without a paragraph round it. Raises ContentError."""
    env = {"path": path, "line": line, "fences": {}}
    return str(_MARKDOWN.renderer.render(_MARKDOWN.parseInline(text), _MARKDOWN.options, env)).strip()


def slug(text: str) -> str:
    """Return ``text`` as an id: lower-case letters, digits and single hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def tex(latex: str, tag: str = "tex-math") -> str:
    """Return LaTeX in the element that typesets it; ``tag`` may carry attributes."""
    return f"<{tag}>{escape(latex.strip(), quote=False)}</tex-math>"


def display_tex(latex: str) -> str:
    """Return LaTeX as a formula on lines of its own, with the room it will take, so that nothing jumps."""
    matrices, beside = MATRIX.findall(latex), MATRIX.sub("", latex)
    if matrices and r"\\" in beside:
        high = _matrix_height(latex)
    elif matrices:
        high = max(FRACTION if TALL.search(beside) else ONE_LINE, *map(_matrix_height, matrices))
    else:
        rows = latex.split(r"\\")
        alone = FRACTION if TALL.search(latex) else ONE_LINE
        high = AROUND + sum(TALL_ROW if TALL.search(row) else ROW for row in rows) if rows[1:] else alone
    room = f' style="--room: {high:.1f}em"' if high != ONE_LINE else ""
    return tex(latex, f"tex-math display{room}")


def _matrix_height(inside: str) -> float:
    return BASE + sum(map(_matrix_row_height, inside.split(r"\\")))


def _matrix_row_height(row: str) -> float:
    if "dfrac" in row:
        return LARGE_FRACTION
    return SMALL_FRACTION if "frac" in row else SMALL_LINE


def _math(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Env) -> str:
    return tex(tokens[index].content)


def _display_math(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Env
) -> str:
    return display_tex(tokens[index].content) + "\n"


def _span_open(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Env
) -> str:
    return open_span(tokens[index], env["path"], _line(tokens[index], env))


def _box_open(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Env) -> str:
    place = env["path"], _line(tokens[index], env)
    return open_box(tokens[index], lambda title: render_inline(title, *place), *place)


def _box_close(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Env
) -> str:
    depth = 0
    for opening in reversed(tokens[: index + 1]):
        depth += opening.nesting if opening.type.startswith("container_box") else 0
        if depth == 0:
            break
    return close_box(opening, tokens[index], env["path"], _line(opening, env))


def _heading_open(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Env
) -> str:
    return f'<{tokens[index].tag} id="{slug(tokens[index + 1].content)}">'


def _link_open(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Env
) -> str:
    href = str(tokens[index].attrs["href"])
    scheme, _, rest = href.partition(":")
    if scheme == "item":
        item, hash_, place = rest.partition("#")
        return f'<a href="/learn/{escape(item)}/{hash_}{escape(place)}">'
    if scheme == "word":
        return f'<a class="word" href="/glossary/#{escape(rest)}">'
    if scheme == "page":
        return f'<a href="/{escape(rest)}/">'
    return f'<a href="{escape(href)}">'


def _image(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Env) -> str:
    raise ContentError(
        env["path"], _line(tokens[index], env), "Pictures are not read here.", "Draw it with a figure fence."
    )


def _fence(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Env) -> str:
    token = tokens[index]
    name = token.info.strip()
    line = _line(token, env)
    if name in env["fences"]:
        return str(env["fences"][name](token.content, env["path"], line))
    if name in CODE_LANGUAGES:
        code = escape(token.content, quote=False)
        # What may scroll sideways on a phone has to be reached by keyboard.
        return f'<pre tabindex="0"><code class="language-{name or "text"}">{code}</code></pre>\n'
    known = ", ".join((*env["fences"], *filter(None, CODE_LANGUAGES)))
    raise ContentError(env["path"], line, f"No fence is called {name!r} here.", f"There are: {known}.")


def _line(token: Token, env: Env) -> int:
    return int(env["line"]) + int(token.meta.get("line", 0))


def _double_quotes(state: StateCore) -> None:
    """Turn ``{calc='…'}`` into ``{calc="…"}``: inside a TOML text the single ones are easier to write."""
    for token in state.tokens:
        if token.type == "inline":
            token.content = BRACES.sub(
                lambda braces: SINGLE_QUOTES.sub(r'="\1"', braces.group()), token.content
            )


def _stamp_lines(state: StateCore) -> None:
    """Give every token its line; markdown-it knows it for blocks only."""
    for token in state.tokens:
        line = token.map[0] if token.map else 0
        token.meta["line"] = line
        for child in token.children or ():
            child.meta["line"] = line
            line += child.type in ("softbreak", "hardbreak") or child.content.count("\n")


def _hold_punctuation(state: StateCore) -> None:
    """Keep a formula and the full stop after it on one line: a browser would break between them."""
    for token in state.tokens:
        if token.children:
            token.children = _held(token.children)


def _held(tokens: Sequence[Token]) -> list[Token]:
    held: list[Token] = []
    for token in tokens:
        closing = CLOSING.match(token.content) if token.type == "text" else None
        if closing and held and held[-1].type == "math_inline":
            rest = token.copy(content=token.content[closing.end() :])
            parts = Token("hold_open", "span", 1, attrs={"class": "hold"}), held.pop()
            held += [*parts, token.copy(content=closing.group()), Token("hold_close", "span", -1), rest]
        else:
            held.append(token)
    return held


def add_mathematics(markdown: MarkdownIt) -> None:
    """Have it read LaTeX between dollars and write the element that typesets it."""
    markdown.use(dollarmath_plugin, allow_labels=False, allow_space=False, double_inline=True)
    markdown.add_render_rule("math_inline", _math)
    markdown.add_render_rule("math_inline_double", _display_math)
    markdown.add_render_rule("math_block", _display_math)


def _make_markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    add_mathematics(markdown)
    markdown.use(attrs_plugin, spans=True, after=())
    markdown.use(container_plugin, "box", validate=lambda params, markup: bool(params.strip()))
    markdown.core.ruler.before("inline", "double_quotes", _double_quotes)
    markdown.core.ruler.push("stamp_lines", _stamp_lines)
    markdown.core.ruler.push("hold_punctuation", _hold_punctuation)
    rules = {
        "span_open": _span_open,
        "container_box_open": _box_open,
        "container_box_close": _box_close,
        "heading_open": _heading_open,
        "link_open": _link_open,
        "image": _image,
        "fence": _fence,
    }
    for name, rule in rules.items():
        markdown.add_render_rule(name, rule)
    return markdown


_MARKDOWN = _make_markdown()

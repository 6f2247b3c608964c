"""What other people wrote, as HTML that can do nothing but be read.

Three nets, each of which would hold alone: Markdown reads no HTML and knows no pictures; nh3 lets through
a few tags and hardly an attribute; and a formula goes into ``<tex-math untrusted>``, where KaTeX has none
of the commands that make links, pictures, classes or styles. nh3 itself sets that attribute on all of them.
"""

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from urllib.parse import urlsplit

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from mdit_py_plugins.dollarmath import dollarmath_plugin

from upslope.course.prose import Env, tex

KEPT = 1024  # posts
SCHEMES = {"http", "https", "mailto"}
OURS = "/learn/"  # the one kind of address without a scheme: an item of the course
TAGS = {
    *("p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a"),
    *("table", "thead", "tbody", "tr", "th", "td", "tex-math"),
}
ATTRIBUTES: dict[str, set[str]] = {"*": set(), "a": {"href"}, "ol": {"start"}, "tex-math": {"display"}}


@lru_cache(KEPT)
def to_safe_html(text: str) -> SafeString:
    """Return Markdown with LaTeX between dollars, written by anybody, as harmless HTML."""
    return mark_safe(_CLEANER.clean(_MARKDOWN.render(text)))


def _kept_attribute(tag: str, name: str, value: str) -> str | None:
    return None if name == "href" and not _may_link(value) else value


def _may_link(address: str) -> bool:
    if address.startswith(OURS):
        return True
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in SCHEMES and bool(parts.netloc or parts.scheme == "mailto")


def _formula(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Env) -> str:
    return tex(tokens[index].content)


def _display(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Env) -> str:
    return tex(tokens[index].content, "tex-math display")


def _heading_open(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Env
) -> str:
    return "<p><strong>"


def _heading_close(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Env
) -> str:
    return "</strong></p>\n"


def _code(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Env) -> str:
    return f"<pre><code>{escape(tokens[index].content, quote=False)}</code></pre>\n"


def _make_markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False, "breaks": True, "maxNesting": 12})
    markdown.enable("table").disable(["image", "html_block", "html_inline", "reference"])
    markdown.use(dollarmath_plugin, allow_labels=False, allow_space=False, double_inline=True)
    rules = {
        "math_inline": _formula,
        "math_inline_double": _display,
        "math_block": _display,
        # The page has its own outline, and a post is no part of it.
        "heading_open": _heading_open,
        "heading_close": _heading_close,
        "fence": _code,
        "code_block": _code,
    }
    for name, rule in rules.items():
        markdown.add_render_rule(name, rule)
    return markdown


_MARKDOWN = _make_markdown()
_CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    attribute_filter=_kept_attribute,
    set_tag_attribute_values={"tex-math": {"untrusted": ""}, "pre": {"tabindex": "0"}},
    url_schemes=SCHEMES,
    link_rel="nofollow ugc noopener",
)

"""What the Markdown of a course turns into."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.course import ContentError
from upslope.course.markdown import render, render_inline

HERE = Path("lesson.md")


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("$x^2$", "<tex-math>x^2</tex-math>"),
        ("$a < b$", "<tex-math>a &lt; b</tex-math>"),
        ("so $$x^2$$ here", "so <tex-math display>x^2</tex-math>\n here"),
        (r"costs \$5", "costs $5"),
        ("[run]{.role-step}", '<span class="role-step" data-part="step">run</span>'),
        ("[rise]{.role-y part=rise}", '<span class="role-y" data-part="rise">rise</span>'),
        ("[1.20]{live=run .role-step}", '<span class="role-step" data-live="run">1.20</span>'),
        ("[1.20]{live=slope:run}", '<span data-live="run" data-figure="slope">1.20</span>'),
        ('[2.20]{calc="2*1.1"}', "<span>2.20</span>"),
        ("[2.20]{calc='2*1.1'}", "<span>2.20</span>"),
        ("[a](item:first/practice)", '<a href="/learn/first/practice/">a</a>'),
        (
            "[a](item:series/tool#taylor:f=1/(1-x)&order=4)",
            '<a href="/learn/series/tool/#taylor:f=1/(1-x)&amp;order=4">a</a>',
        ),
        ("[a](word:slope)", '<a class="word" href="/glossary/#slope">a</a>'),
        ("[a](https://example.org/?b&c)", '<a href="https://example.org/?b&amp;c">a</a>'),
        ("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"),
        ("[a](javascript:alert(1))", "[a](javascript:alert(1))"),
        ("**bold** *it* `code`", "<strong>bold</strong> <em>it</em> <code>code</code>"),
    ],
)
def test_a_line_of_markdown_becomes(markdown: str, html: str) -> None:
    assert render_inline(markdown) == html


def test_display_maths_stands_on_its_own() -> None:
    assert render("$$\nx^2 < 1\n$$") == "<tex-math display>x^2 &lt; 1</tex-math>\n"


def test_a_heading_has_an_id_to_link_to() -> None:
    assert render("## Rise over $x$") == '<h2 id="rise-over-x">Rise over <tex-math>x</tex-math></h2>\n'


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("at $x$.", 'at <span class="hold"><tex-math>x</tex-math>.</span>'),
        ("(of $x$), too", '(of <span class="hold"><tex-math>x</tex-math>),</span> too'),
        ("$f$’s slope", '<span class="hold"><tex-math>f</tex-math>’s</span> slope'),
        ("$x$ and $y$", "<tex-math>x</tex-math> and <tex-math>y</tex-math>"),
        ("where $x$ .", "where <tex-math>x</tex-math> ."),
    ],
)
def test_a_formula_and_the_punctuation_after_it_stay_on_one_line(markdown: str, html: str) -> None:
    assert render_inline(markdown) == html


@pytest.mark.parametrize(
    ("latex", "room"),
    [
        ("x^2", ""),
        (r"\frac{1}{x}", ' style="--room: 3.1em"'),
        (r"a \\ b", ' style="--room: 4.0em"'),
        (r"\begin{bmatrix} 1 \\ 2 \end{bmatrix}", ' style="--room: 3.3em"'),
        (
            r"\begin{bmatrix} 1 \\ 2 \end{bmatrix} = \begin{bmatrix} 3 \\ 4 \end{bmatrix}",
            ' style="--room: 3.3em"',
        ),
        (r"\frac{a}{b} \begin{bmatrix} 1 & 2 \end{bmatrix}", ' style="--room: 3.1em"'),
    ],
)
def test_a_display_keeps_the_room_that_its_formula_will_take(latex: str, room: str) -> None:
    assert f"<tex-math display{room}>" in render(f"$$\n{latex}\n$$")


def test_a_long_line_of_a_derivation_may_break_but_not_inside_a_bracket() -> None:
    html = render('```worked-example\nkind = "derivative"\nfunction = "(2*x + 1)*(3*x - 4)"\n```')
    assert "{(2x + 1)}" in html
    assert html.count("{(") == html.count(")}")


@pytest.mark.parametrize(
    ("opening", "html"),
    [
        ("result", '<section class="box result">\n<h3>The result</h3>'),
        ("trap Flat is $low$", '<section class="box trap">\n<h3>Flat is <tex-math>low</tex-math></h3>'),
        ("predict What if?", '<details class="box predict"><summary>What if?</summary>'),
        (
            "machine-learning",
            '<section class="box machine-learning">\n<h3>Where machine learning uses this</h3>',
        ),
        ("note", '<div class="note" role="note">\n<p>'),
        ("example A hill", '<section class="box example">\n<h3>A hill</h3>'),
    ],
)
def test_a_box_opens_with_its_title_and_is_closed(opening: str, html: str) -> None:
    rendered = render(f"::: {opening}\nInside.\n:::\n\nOutside.")
    assert rendered.startswith(html)
    assert re.search(r"<p>Inside.</p>\n</(section|details|div)>\n<p>Outside.</p>", rendered)


def test_a_box_may_stand_in_a_box() -> None:
    html = render(":::: example\n::: note\nBeside.\n:::\nInside.\n::::\n")
    assert html.count("</div>") == html.count("</section>") == 1
    assert html.index("</div>") < html.index("Inside.") < html.index("</section>")


@pytest.mark.parametrize(
    ("markdown", "line", "what"),
    [
        ("One.\n\n[word]{.role-z}", 3, "no colour role .role-z"),
        ("One\ntwo [word]{depth=3}", 2, "cannot hold 'depth'"),
        ("::: predict\nWell.\n:::", 1, "asks nothing"),
        ("One.\n\n::: result\nNever closed.", 3, "'result' is never closed"),
        ("```pascal\nbegin\n```", 1, "No fence is called 'pascal'"),
        ("One.\n\n```checkpoint\nq\n```", 3, "No fence is called 'checkpoint' here"),
        ("```derivation\n{}\n```", 1, "derivation cannot be read"),
        ("```symbols\nx | the place\n```", 2, "is not 3 cells"),
        ("```symbols\n```", 1, "This table is empty"),
        ('```worked-example\nkind = "guess"\nfunction = "x"\n```', 1, "No worked example is of kind 'guess'"),
        ('```worked-example\nkind = "derivative"\nfunction = "x +"\n```', 1, "'x +' cannot be worked"),
        ('```worked-example\nkind = "derivative"\nfunktion = "x"\n```', 1, "has no function"),
    ],
)
def test_an_author_is_told_the_line(markdown: str, line: int, what: str) -> None:
    with pytest.raises(ContentError) as caught:
        render(markdown, HERE, 10)
    assert what in str(caught.value)
    assert caught.value.line == line + 9
    assert caught.value.remedy.endswith((".", ":::"))


def test_a_worked_example_is_worked_by_the_maths_core() -> None:
    html = render('```worked-example\nkind = "first-principles"\nfunction = "x^2"\n```')
    assert html.count("<li>") >= 4
    assert r"\lim_{\Delta x \to 0}" in html
    assert html.rstrip().endswith(r"\left(x^{2}\right) = 2x</tex-math></div>" + "\n</div>")


def test_work_inside_a_step_is_folded() -> None:
    html = render('```worked-example\nkind = "derivative"\nfunction = "x^2 sin(x)"\n```')
    assert html.count("<ol") == html.count("</ol>") == html.count("<details>") + 1 > 1


def test_symbols_are_a_table_with_headings() -> None:
    html = render("```symbols\n\\Delta x | the run, $> 0$ | a number\n```")
    assert "<tr><td><tex-math>\\Delta x</tex-math></td>" in html
    assert "<td>the run, <tex-math>&gt; 0</tex-math></td><td>a number</td>" in html


def test_no_line_ends_inside_a_shape() -> None:
    html = render("```symbols\nx | a step | column, 2 × 1\n```")
    assert "<td>column, 2\u00a0×\u00a01</td>" in html


@given(st.text(max_size=120))
@settings(deadline=None, max_examples=150)
def test_no_text_brings_markup_of_its_own(text: str) -> None:
    try:
        html = render(text)
    except ContentError:
        return
    assert "<script" not in html.lower()
    assert not re.search(r"<[a-z]+[^>]* on\w+=", html)

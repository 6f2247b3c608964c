"""A worked derivation on a terminal: rules on the left, formulas and reasons to their right."""

from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from upslope.cli.terminal.one_line import in_one_line, sentence
from upslope.cli.terminal.two_dimensions import in_two_dimensions
from upslope.maths import Derivation, Step

_LINKS = {"=": "=", "≈": r"\approx", "⇒": r"\Rightarrow"}
_ROOM_FOR_RULES = 22
_TALLEST = 16
_SAYS_ITSELF = {"put together", "tidy"}  # said once on the outside; on every piece it would be noise


def show_derivation(worked: Derivation, console: Console) -> None:
    """Print the problem, the steps with their reasons, the result, and what it means."""
    width = max(20, console.width - _ROOM_FOR_RULES)
    data = worked.to_json()
    console.print(Padding(_formula(worked.problem, width), (1, 0)))
    console.print(_steps(worked.steps, worked.problem, width))
    result = Group(_formula(f"{_LINKS[data['link']]} {data['result']}", width, "bold green"))
    console.print(Padding(_row("result", [result], "bold green"), (1, 0, 0, 0)))
    if worked.conclusion:
        console.print(Padding(_row("", [Text(sentence(worked.conclusion))], ""), (1, 0, 0, 0)))
    console.print()


def _steps(steps: Iterable[Step], standing: str, width: int) -> RenderableType:
    """The steps as a table; ``standing`` is the formula already on the screen, which is not said again."""
    table = _table()
    for step in steps:
        before = "" if step.before == standing else step.before
        standing = step.after
        move = f"{before} {_LINKS[step.link]} {step.after}".strip()
        parts: list[RenderableType] = [_formula(move, width)]
        if step.why:
            parts.append(Text(sentence(step.why), "dim"))
        if step.steps:
            parts.append(Padding(_inner_steps(step.steps), (0, 0, 0, 2)))
        table.add_row(Text(step.rule, "bold cyan"), Padding(Group(*parts), (0, 0, 1, 0)))
    return table


def _inner_steps(steps: Sequence[Step]) -> RenderableType:
    """The work on the pieces: a line each with its reason, and its own inner work below it."""
    lines: list[RenderableType] = []
    for step in steps:
        move = in_one_line(f"{step.before} {_LINKS[step.link]} {step.after}")
        lines.append(Text.assemble((step.rule, "cyan"), f"  {move}"))
        if step.why and step.rule not in _SAYS_ITSELF:
            lines.append(Padding(Text(sentence(step.why), "dim"), (0, 0, 0, 2)))
        if step.steps:
            lines.append(Padding(_inner_steps(step.steps), (0, 0, 0, 2)))
    return Group(*lines)


def _row(label: str, content: Sequence[RenderableType], style: str) -> RenderableType:
    table = _table()
    table.add_row(Text(label, style), Group(*content))
    return table


def _table() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, min_width=12)
    table.add_column()
    return table


def _formula(latex: str, width: int, style: str = "bold") -> Text:
    """A formula in two dimensions where it fits, in one line (that may be broken) where it does not."""
    box = in_two_dimensions(latex)
    if box.width <= width and len(box.lines) <= _TALLEST:
        return Text("\n".join(line.rstrip() for line in box.lines), style, no_wrap=True)
    return Text(in_one_line(latex), style)

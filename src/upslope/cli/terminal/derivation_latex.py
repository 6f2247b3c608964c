"""A worked derivation as LaTeX to paste into a document: one line a step, its rule beside it."""

from upslope.maths import Derivation, Step

_LINKS = {"=": "=", "≈": r"\approx", "⇒": r"\Rightarrow"}
_ROW_BREAK = r" \\"


def derivation_latex(worked: Derivation) -> str:
    """Return an ``aligned`` display of problem and steps, with reasons as comments, and what it means."""
    lines = [rf"{worked.problem}"]
    standing = worked.problem
    for step in worked.steps:
        lines += _step(step, standing)
        standing = step.after
    rows = "\n".join(f"  {line}" for line in lines)
    display = f"\\[\n\\begin{{aligned}}\n{rows}\n\\end{{aligned}}\n\\]"
    return f"{display}\n{worked.conclusion}" if worked.conclusion else display


def _step(step: Step, standing: str) -> list[str]:
    """The reason as a comment, then the move; what already stands on the line above is not written again."""
    reason = "% " + " ".join(step.why.split())
    before = "" if step.before == standing else rf"\\ {step.before} "
    return [reason, rf"{before}&{_LINKS[step.link]} {step.after} && \text{{{step.rule}}}{_ROW_BREAK}"]

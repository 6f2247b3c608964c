"""The cells of a Python script: percent format, what Jupyter and Colab export, or one plain piece."""

import re

from upslope.grading.notebooks.learner_code import CodeCell, LearnerCode, OtherCell

#: ``# %%`` (percent format), ``# In[3]:`` (exported by Jupyter), ``# +`` (jupytext's light format).
START = re.compile(r"^#(?: ?%%| In ?\[[ \d]*\]:| \+(?: .*)?$)")
TEXT_START = re.compile(r"^# ?%%\s*\[(?:markdown|md|raw)\]")


def read_script(text: str) -> LearnerCode:
    """Return the code of a script. Each piece keeps the line numbers of the file by blank lines before it."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    pieces: list[tuple[int, list[str]]] = [(0, [])]
    for number, line in enumerate(text.split("\n")):
        if START.match(line):
            pieces.append((number, []))
        pieces[-1][1].append(line)
    filled = [(start, lines) for start, lines in pieces if any(line.strip() for line in lines)]
    cells = [
        CodeCell(f"cell {n}", "your script", "\n" * start + "\n".join(lines))
        for n, (start, lines) in enumerate(filled, start=1)
    ]
    others = [
        OtherCell("text", f"the text that begins in line {start + 1}", "\n".join(lines))
        for start, lines in filled
        if TEXT_START.match(lines[0])
    ]
    return LearnerCode(tuple(cells), is_script=True, others=tuple(others))

"""The two letters that run over a panel."""

from upslope.course.figures.scene.marks.mark import Mark

USUAL = ("x", "y")


def read_letters(mark: Mark) -> tuple[Mark, tuple[str, str]]:
    """Return the mark that knows the letters under ``variables``, and what they are called inside.

    Raises ContentError.
    """
    names = mark.table.texts("variables", USUAL)
    if len(names) != len(USUAL):
        raise mark.table.complain(
            f"In {mark.table.what}, variables is {list(names)}.",
            'It names two letters, across and up: variables = ["x", "y"].',
        )
    inside, (across, up) = mark.running(*names)
    return inside, (across, up)

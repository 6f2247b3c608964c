"""Still pictures of scenes: the same primitives as in the browser, drawn as SVG.

One file a primitive, with ``draw(item, rows, moment, pane) -> list[str]``: SVG for each row, in the pixels of
its pane.
"""

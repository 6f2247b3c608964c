"""The marks of scenes: what an author may draw, one file a mark.

To add one: a file here with ``read(mark) -> tuple[Primitive, …]`` and a row in ``registry.py``. ``mark`` has
the author's keys: ``mark.look(role="slope")`` (colour, style, panel, when … with the mark's own defaults),
``mark.formula("of")``, ``mark.point("at")``, ``mark.points("points", 3)``, ``mark.flag("head")``, and
``mark.table`` for anything else; each complains in a sentence when it cannot be. Whatever a mark does not ask
for is refused as misspelt. A mark that needs several shapes returns several primitives. ``segment.py`` is the
smallest one: copy it. A page in ``docs/authors/figures`` shows each mark.
"""

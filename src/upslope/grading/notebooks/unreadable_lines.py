"""What to do about a line that Python cannot read: the remedy for each usual cause."""

import re
import unicodedata

CODE_POINT = re.compile(r"U\+([0-9A-F]{4,6})")
CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
QUOTES = "“”„‟‘’‚‛«»′″´"
BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
TYPED = {"−": "-", "–": "-", "—": "-", "×": "*", "·": "*", "∙": "*", "÷": "/", "²": "**2", "³": "**3"}
BY_MESSAGE = (
    (
        "tabs and spaces",
        "Some lines are indented with tabs, others with blanks: use four blanks for each step everywhere.",
    ),
    (
        "unexpected indent",
        "It is indented too far: begin it where the line above begins, or, if it is the first, at the left.",
    ),
    (
        "unindent does not match",
        "It starts at a column where no line above starts: move it below the line it belongs to.",
    ),
    (
        "expected an indented block",
        "The lines below a colon belong to it and start four blanks further right.",
    ),
    ("outside function", "Indent it, so that it stands below its def."),
    ("null byte", "The file was damaged on its way: delete this cell and write it again."),
)


def remedy(message: str, line: str) -> str:
    """Return what to do about ``line``, for which Python has this ``message``; empty if nothing is known."""
    if line.lstrip().startswith(CONFLICT):
        return (
            "Git left this mark where two versions collided: keep one of them, and delete the lines that "
            "begin with <<<<<<<, ======= and >>>>>>>."
        )
    named = CODE_POINT.search(message)
    if named and "character" in message:
        return _of_character(chr(min(int(named[1], 16), 0x10FFFF)))
    return next((sentence for part, sentence in BY_MESSAGE if part in message), "")


def _of_character(character: str) -> str:
    if character in QUOTES:
        return (
            "Type the quotation marks in it again: these come from a word processor, and Python knows only "
            "\" and '."
        )
    if character in BLANKS:
        return "A blank in it is not an ordinary one: delete the blanks of this line and type them again."
    if not character.isprintable():
        return "An invisible character has slipped into it: delete this line and type it again."
    plain = TYPED.get(character) or unicodedata.normalize("NFKC", character)
    if plain != character and plain.isascii():
        return f"Where it has {character}, type {plain} from your keyboard."
    return f"Python does not know the character {character}: take it out."

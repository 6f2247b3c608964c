"""Every sentence a learner reads when typed maths cannot be read (yet), in one place."""

from difflib import get_close_matches

from upslope.maths.errors import UnreadableMaths
from upslope.maths.functions import FUNCTIONS

_CHARACTERS = {
    ",": ("I found a comma here.", "Write decimals with a point, like 1.5, and one expression at a time."),
    ".": ("This full stop is not part of a number.", "Leave it out, or put digits after it, like 0.5."),
    "!": ("I don't know factorials.", "Write the number itself, for example 6 for 3!."),
    "'": ("I can't read a dash mark for a derivative.", "Type the derivative itself."),
    "_": ("I can't read an underscore here.", "Leave it out."),
    "%": ("I can't read a percent sign.", "Write 0.05 for 5 %."),
}


def nothing_typed() -> UnreadableMaths:
    """The text is empty or blank."""
    return UnreadableMaths("There is nothing here yet.", "Type an expression, for example 2x + 1.")


def too_long(length: int, longest: int) -> UnreadableMaths:
    """The text has more characters than are read."""
    message = f"This text has {length} characters."
    return UnreadableMaths(message, f"Up to {longest} are fine; can you shorten it?", longest)


def too_deep(deepest: int, offset: int | None) -> UnreadableMaths:
    """Too many things inside each other."""
    message = f"This goes more than {deepest} levels deep: brackets, fractions or powers inside each other."
    return UnreadableMaths(message, "Use fewer levels, for example by multiplying out some brackets.", offset)


def equals_sign(offset: int) -> UnreadableMaths:
    """An equation instead of an expression."""
    return UnreadableMaths("I found an equals sign.", "Type only what stands to its right.", offset)


def long_number(digits: int, longest: int, offset: int) -> UnreadableMaths:
    """A number with more digits than anyone needs."""
    message = f"This number has {digits} digits, more than I can work with."
    return UnreadableMaths(message, f"Numbers of up to {longest} digits are fine.", offset)


def unknown_character(text: str, offset: int) -> UnreadableMaths:
    """A character that stands for nothing in maths, or not here."""
    if offset >= len(text):
        return UnreadableMaths("The text ends with a backslash.", "Leave the backslash out.", offset - 1)
    character = text[offset]
    before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
    if character == "," and before.isdecimal() and after.isdecimal():
        message = "I found a comma inside a number."
        return UnreadableMaths(message, "Write decimals with a point, like 1.5.", offset)
    shown = character if character.isprintable() else f"U+{ord(character):04X}"
    unknown = (f"I can't read “{shown}”.", "Use letters, numbers, brackets and + - * / ^.")
    message, remedy = _CHARACTERS.get(character, unknown)
    return UnreadableMaths(message, remedy, offset)


def unknown_letters(word: str, offset: int, variables: tuple[str, ...]) -> UnreadableMaths:
    """A letter that is not declared, or a word that is no function."""
    if len(word) < 3:
        message = f"I don't know the letter “{word[0]}” here."
        return UnreadableMaths(message, f"You can use {_listed(variables)}.", offset)
    spellings = {spelling: row.name for row in FUNCTIONS.values() for spelling in (row.name, *row.spellings)}
    near = get_close_matches(word[:30].lower(), list(spellings), n=1, cutoff=0.6)
    remedy = f"You can use {_listed(variables)}, and functions such as sin, cos, exp, ln and sqrt."
    if near:
        remedy = f"Did you mean {spellings[near[0]]}?"
    return UnreadableMaths(f"I don't know the word “{word[:30]}”.", remedy, offset)


def _listed(variables: tuple[str, ...]) -> str:
    if len(variables) < 2:
        return f"the letter {variables[0]}" if variables else "numbers, but no letters"
    return f"the letters {', '.join(variables[:-1])} and {variables[-1]}"


def number_behind(before: str, digits: str, after_number: bool, offset: int) -> UnreadableMaths:
    """A number right behind a number or a letter: ``2 3``, ``x2``."""
    if after_number:
        message = "Two numbers stand side by side here."
        return UnreadableMaths(message, "Put a sign such as * or + between them.", offset)
    message = f"“{before}{digits}” could mean a power or a product."
    remedy = f"Write {before}^{digits} for the power, or put {digits}* in front for the product."
    return UnreadableMaths(message, remedy, offset)


def never_closed(opening: str, closing: str, offset: int) -> UnreadableMaths:
    """A bracket or a bar without its partner; the offset is that of the opening one."""
    what = "bar" if opening == "|" else "bracket"
    message = f"The {what} “{opening}” that opens here is never closed."
    return UnreadableMaths(message, f"Add “{closing}” where it should end.", offset)


def wrongly_closed(opening: str, found: str, closing: str, offset: int) -> UnreadableMaths:
    """A closing bracket of another kind."""
    message = f"“{opening}” is closed by “{found}” here."
    return UnreadableMaths(message, f"Close it with “{closing}”.", offset)


def never_opened(closing: str, offset: int) -> UnreadableMaths:
    """A closing bracket too many."""
    message = f"This closing bracket “{closing}” has no opening one."
    return UnreadableMaths(message, "Leave it out, or open a bracket before it.", offset)


def empty_brackets(offset: int) -> UnreadableMaths:
    """Nothing between two brackets or bars."""
    message = "There is nothing between these brackets."
    return UnreadableMaths(message, "Put something inside, or leave them out.", offset)


def stops_early(offset: int) -> UnreadableMaths:
    """The text ends where something should follow."""
    message = "This stops in the middle."
    return UnreadableMaths(message, "A number, a letter or a bracket should come next.", offset)


def missing_before(sign: str, offset: int) -> UnreadableMaths:
    """A sign where a number, a letter or a bracket should stand."""
    message = f"“{sign}” needs something before it."
    remedy = "Put a number, a letter or a bracket there, or leave the sign out."
    return UnreadableMaths(message, remedy, offset)


def nothing_to_act_on(function: str, letter: str, offset: int) -> UnreadableMaths:
    """A function without an argument."""
    message = f"{function} needs something to act on."
    return UnreadableMaths(message, f"Write for example {function}({letter}).", offset)


def two_readings_of_inverse(function: str, offset: int) -> UnreadableMaths:
    """``sin^-1 x``: the inverse function for some, one divided by it for others."""
    has_inverse = f"a{function}" in FUNCTIONS
    inverse = f"a{function}(…) for the inverse function, or " if has_inverse else ""
    message = f"{function} with a negative power can be read in two ways."
    return UnreadableMaths(message, f"Write {inverse}1/{function}(…) for one divided by it.", offset)


def division_by_zero(offset: int | None) -> UnreadableMaths:
    """A denominator that is zero whatever the letters are."""
    message = "Here you divide by zero."
    return UnreadableMaths(message, "Nothing can be divided by zero: check the bottom.", offset)


def impossible_power(offset: int | None) -> UnreadableMaths:
    """A power of numbers that is far too big, or not real."""
    message = "This power has no value I can work with: it is far too big, or not a real number."
    return UnreadableMaths(message, "Use a smaller exponent, or check the base.", offset)


def not_real(function: str, argument: str, offset: int | None) -> UnreadableMaths:
    """A function of a number where it has no real value, such as ``ln(0)``."""
    shown = argument if len(argument) < 20 else "this number"
    return UnreadableMaths(f"{function} of {shown} is not a real number.", "Check what is inside.", offset)


def too_big(offset: int | None) -> UnreadableMaths:
    """A number beyond what can be computed with."""
    return UnreadableMaths("This number is far too big for me.", "Use smaller numbers.", offset)

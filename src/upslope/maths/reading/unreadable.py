"""Every sentence a learner reads when typed maths cannot be read (yet), in one place."""

from difflib import get_close_matches

from upslope.maths.errors import UnreadableMaths
from upslope.maths.expressions.functions import FUNCTIONS

_CHARACTERS = {
    ",": ("I found a comma here.", "Write decimals with a point, like 1.5, and one expression at a time."),
    ".": ("This full stop is not part of a number.", "Leave it out, or put digits after it, like 0.5."),
    "!": ("I don't know factorials.", "Write the number itself, for example 6 for 3!."),
    "'": ("I can't read a dash mark for a derivative.", "Type the derivative itself."),
    ";": ("I found a semicolon here.", "It separates rows of a matrix in square brackets: [1, 2; 3, 4]."),
    "&": ("I found & here.", "It separates entries of a matrix in LaTeX; leave it out elsewhere."),
    "\\": ("I found a line break here.", "It separates rows of a matrix in LaTeX; leave it out elsewhere."),
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


def too_long_written_out(length: int, longest: int) -> UnreadableMaths:
    """The text is short enough, but with every sign and bracket it is not."""
    message = f"With every sign and bracket written out, this has {length} characters."
    return UnreadableMaths(message, f"Up to {longest} are fine; can you shorten it?", None)


def too_deep(deepest: int, offset: int | None) -> UnreadableMaths:
    """Too many things inside each other."""
    message = f"This goes more than {deepest} levels deep: brackets, fractions or powers inside each other."
    return UnreadableMaths(message, "Use fewer levels, for example by multiplying out some brackets.", offset)


def equals_sign(text: str, offset: int) -> UnreadableMaths:
    """An equation instead of an expression: asked for is its right side, but the left one of 2x - 6 = 0."""
    left, right = text[:offset].strip(), text[offset + 1 :].strip()
    is_worked = any(sign in left for sign in "+-−*·^") or any(map(str.isdecimal, left))
    side = "left" if left and (not right or (right == "0" and is_worked)) else "right"
    remedy = f"Type only what stands to its {side}."
    return UnreadableMaths("I found an equals sign.", remedy, offset)


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


def unknown_index(offset: int, variables: tuple[str, ...]) -> UnreadableMaths:
    """An index, such as the 3 of ``x_3``, of which no name was declared."""
    return UnreadableMaths("I don't know this index here.", f"You can use {_listed(variables)}.", offset)


def partial_sign(offset: int, variables: tuple[str, ...]) -> UnreadableMaths:
    """The sign ∂, where no derivative of this name may be used."""
    names = tuple(name for name in variables if "∂" in name)
    remedy = "Work the derivative out, and type the result without ∂."
    if names:
        remedy = f"You can use {_in_a_row(names)}."
    return UnreadableMaths("I can't read ∂ here.", remedy, offset)


def other_logarithm(offset: int) -> UnreadableMaths:
    """A logarithm to a base other than e and 10: ``log2(x)``, ``log_a x``."""
    message = "I know the logarithms ln (also written log) and log10, but no other base."
    return UnreadableMaths(message, "For the base 2 write ln(…)/ln(2), and likewise for others.", offset)


def other_environment(name: str, offset: int) -> UnreadableMaths:
    """LaTeX between ``\\begin`` and ``\\end`` that is not a plain matrix."""
    if name.rstrip("*") in ("vmatrix", "Vmatrix"):
        message = "Bars around a matrix mean its determinant, and I only read what is worked out."
        return UnreadableMaths(message, "Type the determinant as products, such as 1*4 - 2*3.", offset)
    shown = f"“{name[:20]}”" if name else "this LaTeX"
    return UnreadableMaths(
        f"I can't read {shown} here.", "For a matrix, use pmatrix or type [1, 2; 3, 4].", offset
    )


def _listed(variables: tuple[str, ...]) -> str:
    if not variables:
        return "numbers, but no letters"
    return f"the letter{'s' if variables[1:] else ''} {_in_a_row(variables)}"


def _in_a_row(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if names[1:] else names[0]


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
    what = "bar" if opening == "|" else "matrix" if opening.startswith("\\") else "bracket"
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


def missing_entry(offset: int) -> UnreadableMaths:
    """Nothing between two separators of a vector or matrix."""
    message = "An entry is missing here."
    return UnreadableMaths(message, "Put a number or a formula in its place, such as 0.", offset)


def missing_row(offset: int) -> UnreadableMaths:
    """Something other than a row in brackets among rows in brackets: ``[[1, 2], 3]``."""
    message = "Another row in square brackets should stand here."
    return UnreadableMaths(message, "Write every row in its own brackets, like [[1, 2], [3, 4]].", offset)


def unequal_rows(first: int, other: int, offset: int) -> UnreadableMaths:
    """A row with more or fewer entries than the first one; the offset is where it begins."""
    entries = "1 entry" if first == 1 else f"{first} entries"
    message = f"The first row has {entries}, but this one has {other}."
    return UnreadableMaths(message, "Give every row of a matrix the same number of entries.", offset)


def spaces_between_entries(offset: int) -> UnreadableMaths:
    """A space in square brackets that could separate or join: ``[1 -2; 3 4]``."""
    message = "The space here could separate two entries or join them into one."
    return UnreadableMaths(message, "Put commas between the entries of a row, like [1, 2; 3, 4].", offset)


def matrix_inside(what: str, offset: int | None) -> UnreadableMaths:
    """A vector or matrix where only a number can stand; ``what`` names the place."""
    message = f"{what} needs a single number, and this is a vector or a matrix."
    return UnreadableMaths(message, "Use its entries one by one.", offset)


def matrix_for_scalar(offset: int | None) -> UnreadableMaths:
    """A vector or matrix where one number or formula is asked for."""
    message = "This is a vector or a matrix, and a single number or formula is asked for here."
    return UnreadableMaths(message, "Type one entry, without square brackets or commas.", offset)


def misfit(done: str, left: tuple[int, int], right: tuple[int, int], offset: int | None) -> UnreadableMaths:
    """Shapes (rows, columns) that cannot be ``done``: added or multiplied; (0, 0) is a number."""
    if (0, 0) in (left, right):
        message = "A number and a matrix cannot be added."
        return UnreadableMaths(message, "Add the number to an entry, or multiply by it.", offset)
    shown = " and ".join(f"{rows}×{columns}" for rows, columns in (left, right))
    remedy = "The first needs as many columns as the second has rows."
    if done == "added":
        remedy = "Both need the same number of rows and the same number of columns."
    return UnreadableMaths(f"Matrices of the shapes {shown} cannot be {done}.", remedy, offset)


def too_much_to_multiply(offset: int | None) -> UnreadableMaths:
    """Products of matrices whose entries would have thousands of terms; the offset is that of a factor."""
    message = "Multiplied out, these matrices would fill pages."
    return UnreadableMaths(message, "Multiply a few of them first, and type the result.", offset)


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

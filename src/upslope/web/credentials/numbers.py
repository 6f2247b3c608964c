"""Certificate numbers: nobody can guess one, and one with a slip in it shows that it has one."""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that looks like something else: no 0 O, no 1 I L
DRAWN, GROUP = 15, 4  # 15 drawn characters are 74 bits; with the check character four groups of four
LENGTH = DRAWN + 1


def new_number() -> str:
    """Return a fresh number, such as ``7KQM-2WXT-9ABD-HJ4R``."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(DRAWN))
    plain = drawn + _check_character(drawn)
    return "-".join(plain[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def read_number(typed: str) -> str | None:
    """Return the number as it is stored, whatever the case and dashes it was typed with.

    None: this was never a number of ours. One changed character, or two neighbours exchanged, is always seen:
    the alphabet has a prime number of characters, and each place a weight of its own.
    """
    plain = "".join(typed.split()).replace("-", "").upper()
    if len(plain) != LENGTH or any(letter not in ALPHABET for letter in plain):
        return None
    if _check_character(plain[:DRAWN]) != plain[DRAWN]:
        return None
    return "-".join(plain[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def _check_character(drawn: str) -> str:
    """The weighted sum over all places, this one with weight 1, is 0 modulo 31."""
    total = sum(weight * ALPHABET.index(letter) for weight, letter in enumerate(drawn, start=2))
    return ALPHABET[-total % len(ALPHABET)]

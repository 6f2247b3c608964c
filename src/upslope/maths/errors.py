"""What goes wrong in the maths core, said so that the person who reads it can mend it."""


class MathsError(Exception):
    """Something that cannot be worked out: ``message`` says what, ``remedy`` what to do about it."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}"


class UnreadableMaths(MathsError):
    """A typed text that is not an expression (yet).

    ``offset`` is the index of the character to look at, from 0 to the length of the text, or None where no
    one character is to blame.
    """

    def __init__(self, message: str, remedy: str, offset: int | None = None) -> None:
        super().__init__(message, remedy)
        self.args = (message, remedy, offset)
        self.offset = offset

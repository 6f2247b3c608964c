"""How an answer did: a score, or a reason why it cannot be marked yet."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reason:
    """Why a part of the marks was earned or not, in a sentence (Markdown) that does not give the answer away.

    ``earned`` says whether this piece is as it should be.
    """

    earned: bool
    sentence: str


@dataclass(frozen=True)
class Score:
    """A fraction from 0 to 1 of what the part is worth, and the reasons for it where it has pieces."""

    fraction: float
    reasons: tuple[Reason, ...] = ()

    @property
    def is_right(self) -> bool:
        """Whether the whole part is right."""
        return self.fraction >= 1


@dataclass(frozen=True)
class NotGradable:
    """The answer cannot be read. It is never wrong and costs no attempt.

    ``offset`` is the index of the character where reading failed, or None where no one character is to blame.
    """

    message: str
    remedy: str
    offset: int | None = None

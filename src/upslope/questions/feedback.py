"""What is said to a learner about one part of an answer."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Feedback:
    """A sentence, and the code by which a class's answers can be counted."""

    code: str
    sentence: str

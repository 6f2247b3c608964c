"""What can go wrong before anything can be marked."""


class UnreadableNotebook(Exception):
    """The notebook cannot be graded as a whole. The text is a sentence for the learner."""


class SandboxFailed(Exception):
    """The sandbox could not start or has died. It is never the learner's fault; the text is for the
    operator.
    """

"""Whose code may be run here: the owner's always, other people's only where it is shut in well enough."""

from upslope.grading.sandbox.sandbox import require_for_others
from upslope.web.accounts.learner import USERNAME
from upslope.web.accounts.models import User
from upslope.web.labs.marking import grading_sandbox


def require_may_run(user: User) -> None:
    """Raise SandboxFailed, with what to install, if this person's code may not be run on this machine."""
    if user.username != USERNAME:
        require_for_others(grading_sandbox())

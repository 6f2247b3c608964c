"""Where the code of this server's learners is run: one runner for marking it and for trying it out."""

from functools import cache

from upslope.grading.code_answers.code_runner import SandboxedCode, install_code_runner
from upslope.web.closing import close_at_the_end


@cache
def code_sandbox() -> SandboxedCode:
    """Return the runner. Its sandbox starts with the first program, and again should it die."""
    runner = install_code_runner()
    close_at_the_end(runner.close)
    return runner

"""``upslope preview``: a course while it is being written. Pages follow each save."""

import os
from collections.abc import Sequence

from upslope.cli.run import serve, serving_parser


def run(arguments: Sequence[str]) -> int:
    """Serve until Ctrl-C; work done in a preview is kept apart from a learner's."""
    parser = serving_parser("preview", "Serve a course while you write it; pages follow each save.")
    chosen = parser.parse_args(arguments)
    os.environ["UPSLOPE_PREVIEW"] = "1"
    return serve(chosen, "previews")

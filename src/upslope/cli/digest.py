"""``upslope digest``: mail a class what is new in the discussions, to be started once a day."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from upslope.cli.class_server import add_course, prepare, read_base_url, server_parser
from upslope.course import ContentError
from upslope.web.serving.data_folder import CannotServe

NO_MAIL = (
    "No mails can be sent: UPSLOPE_MAIL does not say through which server. Nothing was sent, and nothing is "
    "lost: the next digest tells of it, if it comes within three days."
)


def run(arguments: Sequence[str]) -> int:
    """Send the mails that are due and say how many; return 2 if that cannot be."""
    parser = server_parser("digest", "Mail what is new in the discussions, at most once a day to each.")
    add_course(parser)
    parser.add_argument(
        "--base-url",
        metavar="URL",
        default=os.environ.get("UPSLOPE_BASE_URL", ""),
        help="where browsers find the site, for the links in the mails (default: $UPSLOPE_BASE_URL)",
    )
    chosen = parser.parse_args(arguments)
    try:
        os.environ["UPSLOPE_BASE_URL"] = read_base_url(chosen.base_url)
        if not os.environ.get("UPSLOPE_MAIL"):
            raise CannotServe(NO_MAIL)
        prepare(chosen)
        count = import_module("upslope.web.community.digest").send_digests()
    except (CannotServe, ContentError) as reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    print(f"{count} mail{'' if count == 1 else 's'} sent.")
    return 0

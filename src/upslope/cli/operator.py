"""``upslope operator``: the first account of a class's server, and a way back in for whoever lost theirs."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from upslope.cli.class_server import prepare, read_base_url, server_parser
from upslope.web.serving.data_folder import CannotServe


def run(arguments: Sequence[str]) -> int:
    """Print a link at which the password is chosen; return 2 if that cannot be."""
    parser = server_parser(
        "operator", "Make an account the operator's, made if there is none, and print a link to it."
    )
    parser.add_argument("email", metavar="EMAIL", help="whose account")
    parser.add_argument(
        "--base-url",
        metavar="URL",
        default=os.environ.get("UPSLOPE_BASE_URL", ""),
        help="where browsers find the site (default: $UPSLOPE_BASE_URL)",
    )
    parser.add_argument(
        "--link", action="store_true", help="only print a link for somebody who lost their password"
    )
    chosen = parser.parse_args(arguments)
    try:
        base_url = os.environ["UPSLOPE_BASE_URL"] = read_base_url(chosen.base_url)
        prepare(chosen)
        import_module("upslope.web.serving.database").bring_up_to_date()
        accounts = import_module("upslope.web.accounts.operators")
        if "@" not in chosen.email.strip("@"):
            raise CannotServe(
                f"{chosen.email!r} cannot be an e-mail address. It looks like name@example.org."
            )
        user = accounts.account_of(chosen.email) if chosen.link else accounts.make_operator(chosen.email)
    except CannotServe as reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    if user is None:
        sys.stderr.write(f"{chosen.email!r} is not the e-mail address of an account.\n")
        return 2
    print(f"{base_url}{accounts.password_address(user)}")
    print("Open it to choose a password. It works once, within three days.")
    return 0

"""``upslope lti``: learning platforms such as Moodle or Canvas whose people may come here."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module

from upslope.cli.class_server import prepare, read_base_url, server_parser
from upslope.web.serving.data_folder import CannotServe

ADDRESSES = ("auth-url", "token-url", "keyset-url")
MOODLE = dict(zip(ADDRESSES, ("/mod/lti/auth.php", "/mod/lti/token.php", "/mod/lti/certs.php"), strict=True))


def run(arguments: Sequence[str]) -> int:
    """Register, list or remove platforms; return 2 if that cannot be."""
    parser = server_parser("lti", "Learning platforms (LTI 1.3) whose people may come here.")
    parser.add_argument("do", choices=("show", "add", "list", "remove"), help="show: what to type there")
    parser.add_argument("name", nargs="?", default="", help="what the platform is called here")
    parser.add_argument("--base-url", metavar="URL", default=os.environ.get("UPSLOPE_BASE_URL", ""))
    parser.add_argument("--moodle", metavar="URL", default="", help="a Moodle: says issuer and addresses")
    parser.add_argument("--issuer", metavar="URL", default="")
    parser.add_argument("--client-id", default="")
    for name in ADDRESSES:
        parser.add_argument(f"--{name}", metavar="URL", default="")
    chosen = parser.parse_args(arguments)
    try:
        os.environ["UPSLOPE_BASE_URL"] = base_url = read_base_url(chosen.base_url)
        prepare(chosen)
        import_module("upslope.web.serving.database").bring_up_to_date()
        return {"show": _show, "add": _add, "list": _list, "remove": _remove}[chosen.do](chosen, base_url)
    except CannotServe as reason:
        sys.stderr.write(f"{reason}\n")
        return 2


def _show(_chosen: Namespace, base_url: str) -> int:
    print("Type this into the platform, as an external tool of LTI 1.3:")
    told = {
        "Tool or target link URL": "/lti/launch/",
        "Login initiation URL": "/lti/login/",
        "Redirection URI": "/lti/launch/",
        "Deep linking or content selection URL": "/lti/launch/",
        "Public keyset (JWK) URL": "/lti/keys/",
    }
    for what, path in told.items():
        print(f"  {what:38} {base_url}{path}")
    print("Open it in a new window. Share names, and let it read the class list and send grades.")
    return 0


def _add(chosen: Namespace, base_url: str) -> int:
    moodle = chosen.moodle.rstrip("/")
    fields = {"issuer": chosen.issuer or moodle, "client_id": chosen.client_id}
    for name in ADDRESSES:
        field = name.replace("-", "_")
        fields[field] = getattr(chosen, field) or (f"{moodle}{MOODLE[name]}" if moodle else "")
    if not chosen.name:
        raise CannotServe('A platform needs a name, such as "Our Moodle": upslope lti add NAME …')
    if missing := [f"--{field.replace('_', '-')}" for field, value in fields.items() if not value]:
        raise CannotServe(f"What is still needed: {', '.join(missing)}. The platform's own pages say them.")
    for field in ("auth_url", "token_url", "keyset_url"):
        if not fields[field].startswith("https://"):
            raise CannotServe(
                f"{fields[field]!r} does not begin with https://, so marks could be read on their way."
            )
    import_module("upslope.web.lti.platforms").register(chosen.name, **fields)
    print(f"{chosen.name} may send people here.")
    return _show(chosen, base_url)


def _list(_chosen: Namespace, _base_url: str) -> int:
    for line in import_module("upslope.web.lti.platforms").described():
        print(line)
    return 0


def _remove(chosen: Namespace, _base_url: str) -> int:
    if not import_module("upslope.web.lti.platforms").remove(chosen.name):
        raise CannotServe(f"No platform is called {chosen.name!r}. `upslope lti list` names them.")
    print(f"{chosen.name} sends nobody any more. Accounts, classes and work stay.")
    return 0

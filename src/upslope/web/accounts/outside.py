"""What an operator says of the mail server and of places that vouch for people, read for the settings."""

import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

FORM = "smtp://NAME:PASSWORD@HOST:587"
KEYS = ("name", "server_url", "client_id", "secret")


class UnusableSetting(Exception):
    """Something an operator wrote cannot be right; the text names it and says what it must be."""


def email_settings(address: str) -> dict[str, Any]:
    """Return Django's settings for a mail server; nothing for an empty text: then no mail is sent.

    ``smtp://`` begins plainly and changes to TLS, ``smtps://`` is TLS from the start. Raises UnusableSetting.
    """
    if not address:
        return {}
    try:
        parts = urlsplit(address)
        is_right = parts.scheme in ("smtp", "smtps") and bool(parts.hostname)
        port = parts.port
    except ValueError:
        is_right, port = False, None
    if not is_right:
        raise UnusableSetting(f"UPSLOPE_MAIL cannot be read as an address. It looks like {FORM}.")
    is_tls = parts.scheme == "smtps"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or (465 if is_tls else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": is_tls,
        "EMAIL_USE_TLS": not is_tls and parts.hostname not in ("localhost", "127.0.0.1"),
        "EMAIL_TIMEOUT": 20,
    }


def oidc_apps(file: Path) -> list[dict[str, Any]]:
    """Return the OpenID Connect providers of ``oidc.toml``: a table for each, named by its id.

    Raises UnusableSetting, naming file, provider and key.
    """
    if not file.is_file():
        return []
    try:
        tables = tomllib.loads(file.read_text())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as reason:
        raise UnusableSetting(
            f"{file}: {reason}. It holds a table such as [university] for each provider."
        ) from reason
    return [_app(file, provider, table) for provider, table in tables.items()]


def _app(file: Path, provider: str, table: object) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise UnusableSetting(f"{file}: {provider!r} is no table. Write [{provider}] and its keys below it.")
    for key in KEYS:
        if not isinstance(table.get(key), str) or not table[key]:
            raise UnusableSetting(f"{file}: [{provider}] has no text {key!r}. It needs {', '.join(KEYS)}.")
    return {
        "provider_id": provider,
        "name": table["name"],
        "client_id": table["client_id"],
        "secret": table["secret"],
        "settings": {"server_url": table["server_url"]},
    }

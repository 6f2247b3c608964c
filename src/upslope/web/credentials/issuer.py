"""Who issues certificates here: the addresses and the key by which others can know it."""

import os
from base64 import urlsafe_b64encode
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from django.conf import settings
from django.urls import reverse

from upslope.web.credentials.models import PublishedKey

KEY_FILE = "certificates.pem"  # in the data folder; a backup takes every *.pem along


def issuer_name() -> str:
    return f"Upslope, {urlsplit(settings.BASE_URL).netloc}"


def full_address(name: str, *args: object) -> str:
    """Return the address of a page as others reach it."""
    return f"{settings.BASE_URL}{reverse(name, args=args)}"


def signing_key() -> tuple[Ed25519PrivateKey, str]:
    """Return the key that signs badges, made at the first call, and the address of its public half.

    Raises ValueError where the key file holds something else.
    """
    key = _read_or_make(Path(settings.DATA) / KEY_FILE)
    raw = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    published, _ = PublishedKey.objects.get_or_create(thumbprint=_thumbprint(raw), defaults={"x": _text(raw)})
    return key, key_address(published)


def key_address(key: PublishedKey) -> str:
    return full_address("badge-key", key.thumbprint)


def jwk_of(key: PublishedKey) -> dict[str, str]:
    """Return a public key as a JSON Web Key."""
    names = {"kid": key_address(key), "use": "sig", "alg": "EdDSA"}
    return {"kty": "OKP", "crv": "Ed25519", "x": key.x, **names}


def _read_or_make(file: Path) -> Ed25519PrivateKey:
    if not file.exists():
        _make(file)
    return _read(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read(file: Path, _changed: int) -> Ed25519PrivateKey:
    key = load_pem_private_key(file.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError(
            f"{file} must hold the Ed25519 key that signs badges; it holds {type(key).__name__}. "
            "Put the right file back from a backup, or take this one away for a new key to be made."
        )
    return key


def _make(file: Path) -> None:
    """Write a new key under its name in one go; of two processes at one moment, the first one's stays."""
    text = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    draft = file.with_suffix(f".{os.getpid()}.{os.urandom(4).hex()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as open_draft:
            open_draft.write(text)
        try:
            os.link(draft, file)
        except FileExistsError:
            return
    finally:
        draft.unlink()


def _thumbprint(raw: bytes) -> str:
    """RFC 7638: the hash of the key's own members in their one spelling."""
    spelling = f'{{"crv":"Ed25519","kty":"OKP","x":"{_text(raw)}"}}'
    return _text(sha256(spelling.encode()).digest())


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()

import json
from base64 import urlsafe_b64decode
from hashlib import sha256
from pathlib import Path
from stat import S_IMODE
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.test import Client
from joserfc import jwk, jwt
from joserfc.errors import BadSignatureError, JoseError
from pytest_django import Settings

from upslope.web.credentials import issuer
from upslope.web.credentials.badge import signed_badge
from upslope.web.credentials.models import Certificate, PublishedKey

# RFC 9864 has a narrower name for it; Open Badges 3.0 and those who read them know this one.
pytestmark = pytest.mark.filterwarnings("ignore:EdDSA is deprecated:joserfc.errors.SecurityWarning")


def published(client: Client, address: str) -> dict[str, Any]:
    answer = client.get(address.removeprefix("http://testserver"))
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    data: dict[str, Any] = json.loads(answer.content)
    return data


def verified(client: Client, token: str) -> dict[str, Any]:
    """Verify as a stranger would: by another library, with the keys that the site publishes."""
    keys = jwk.KeySet.import_key_set(published(client, "/.well-known/jwks.json"))  # type: ignore[arg-type]
    return jwt.decode(token, keys, algorithms=["EdDSA"]).claims


@pytest.fixture
def stranger() -> Client:
    return Client()


def test_a_stranger_can_verify_the_badge(certificate: Certificate, browsers: dict[str, Client]) -> None:
    answer = browsers["bob"].get(certificate.path + "badge.jwt")
    claims = verified(browsers["nobody"], answer.content.decode())

    assert answer.headers["Content-Type"] == "application/vc+jwt"
    assert claims["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert claims["iss"] == claims["issuer"]["id"] == "http://testserver/credentials/issuer/"
    assert claims["jti"] == claims["id"] == f"urn:uuid:{certificate.badge_id}"
    assert claims["nbf"] == int(certificate.issued.timestamp())
    subject = claims["credentialSubject"]
    assert subject["result"][0]["value"] == "90"
    assert subject["result"][0]["resultDescription"] == subject["achievement"]["resultDescription"][0]["id"]
    assert subject["achievement"]["tag"] == ["Know an even number"]
    name, email = subject["identifier"]
    assert (name["identityType"], name["identityHash"]) == ("name", "Bob Brook")
    expected = sha256(f"bob@example.org{email['salt']}".encode()).hexdigest()
    assert email["identityHash"] == f"sha256${expected}"
    assert "bob@example.org" not in json.dumps(claims)


def test_the_header_leads_to_the_very_key(certificate: Certificate, stranger: Client) -> None:
    token = signed_badge(certificate)
    header = jwt.decode(token, _key_of(token, stranger), algorithms=["EdDSA"]).header
    assert header == {"alg": "EdDSA", "typ": "JWT", "kid": header["kid"]}


def _key_of(token: str, client: Client) -> Any:
    from_header = json.loads(_unpacked(token.split(".")[0]))["kid"]
    key = published(client, from_header)
    assert key["kid"] == from_header
    assert set(key) == {"kty", "crv", "x", "kid", "use", "alg"}  # and nothing private
    return jwk.import_key(key)


def _unpacked(part: str) -> bytes:
    return urlsafe_b64decode(part + "=" * (-len(part) % 4))


def test_a_badge_altered_by_one_character_fails(certificate: Certificate, stranger: Client) -> None:
    token = signed_badge(certificate)
    first_dot, last_dot = token.index("."), token.rindex(".")
    for place in (first_dot + 40, (first_dot + last_dot) // 2, last_dot + 5):
        other = "A" if token[place] != "A" else "B"
        with pytest.raises((BadSignatureError, JoseError, ValueError)):
            verified(stranger, token[:place] + other + token[place + 1 :])
    verified(stranger, token)


def test_the_key_is_made_once_for_its_owner_alone(
    certificate: Certificate, settings: Settings, tmp_path: Path
) -> None:
    first = signed_badge(certificate)
    file = tmp_path / issuer.KEY_FILE
    assert S_IMODE(file.stat().st_mode) == 0o600
    issuer._make(file)  # another process that was a moment later
    assert signed_badge(certificate) == first
    assert [path.name for path in tmp_path.glob("certificates*")] == [issuer.KEY_FILE]


def test_a_badge_of_an_older_key_stays_verifiable(
    certificate: Certificate, stranger: Client, tmp_path: Path
) -> None:
    old = signed_badge(certificate)
    (tmp_path / issuer.KEY_FILE).unlink()
    new = signed_badge(certificate)
    assert new != old
    assert PublishedKey.objects.count() == 2
    assert verified(stranger, old)["id"] == verified(stranger, new)["id"]


def test_a_file_with_another_kind_of_key_is_named(certificate: Certificate, tmp_path: Path) -> None:
    other = generate_private_key(SECP256R1())
    file = tmp_path / issuer.KEY_FILE
    file.write_bytes(other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with pytest.raises(ValueError, match=r"certificates\.pem must hold the Ed25519 key"):
        signed_badge(certificate)


def test_a_revoked_badge_is_on_the_list_that_it_names(
    certificate: Certificate, browsers: dict[str, Client]
) -> None:
    claims = verified(browsers["nobody"], signed_badge(certificate))
    status = claims["credentialStatus"]
    assert status["type"] == "1EdTechRevocationList"
    assert published(browsers["nobody"], status["id"])["revokedCredential"] == []

    browsers["alice"].post(certificate.path + "revoke/", {"reason": "A slip"})

    listed = published(browsers["nobody"], status["id"])
    assert listed["revokedCredential"] == [{"id": claims["id"], "revoked": True}]
    assert certificate.number not in json.dumps(listed)


def test_every_address_in_the_badge_leads_somewhere(certificate: Certificate, stranger: Client) -> None:
    claims = verified(stranger, signed_badge(certificate))
    issued_by = published(stranger, claims["issuer"]["id"])
    assert issued_by["id"] == claims["issuer"]["id"]
    assert published(stranger, issued_by["jwks_uri"].removeprefix("http://testserver"))["keys"]
    achievement = claims["credentialSubject"]["achievement"]
    assert published(stranger, achievement["id"])["name"] == achievement["name"]
    assert stranger.get(claims["evidence"][0]["id"].removeprefix("http://testserver")).status_code == 200


@pytest.mark.usefixtures("cohort")
def test_what_was_never_certified_is_not_published(stranger: Client) -> None:
    assert stranger.get("/credentials/achievements/small/").status_code == 404
    assert stranger.get("/credentials/keys/nothing/").status_code == 404
    assert published(stranger, "/.well-known/jwks.json") == {"keys": []}
    assert published(stranger, "/credentials/revoked/")["revokedCredential"] == []

"""A certificate as an Open Badge 3.0: a credential that can be verified without asking this site's pages."""

from datetime import UTC, datetime
from typing import Any

import jwt

from upslope.web.credentials.issuer import full_address, issuer_name, signing_key
from upslope.web.credentials.models import Certificate

CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
SCHEMA = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"

Json = dict[str, Any]


def signed_badge(certificate: Certificate) -> str:
    """Return the credential as a compact JWT. Its header names the address of the public key."""
    key, address = signing_key()
    credential = credential_of(certificate)
    registered = {
        "iss": credential["issuer"]["id"],
        "jti": credential["id"],
        "nbf": int(certificate.issued.timestamp()),
    }
    return jwt.encode(credential | registered, key, algorithm="EdDSA", headers={"kid": address})


def credential_of(certificate: Certificate) -> Json:
    """Return the credential before it is signed."""
    return {
        "@context": [CREDENTIALS, OPEN_BADGES],
        "id": name_of(certificate),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": certificate.course_title,
        "issuer": profile(),
        "validFrom": _moment(certificate.issued),
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": _identifiers(certificate),
            "achievement": _achievement(certificate),
            "result": [
                {
                    "type": ["Result"],
                    "resultDescription": _score_address(certificate.course_id),
                    "value": str(certificate.percent),
                }
            ],
        },
        "evidence": [{"id": certificate.address, "type": ["Evidence"], "name": "The page that verifies it"}],
        "credentialStatus": {"id": full_address("badges-revoked"), "type": "1EdTechRevocationList"},
        "credentialSchema": [{"id": SCHEMA, "type": "1EdTechJsonSchemaValidator2019"}],
    }


def profile() -> Json:
    """Return who issues."""
    address = full_address("badge-issuer")
    return {"id": address, "type": ["Profile"], "name": issuer_name(), "url": full_address("home")}


def achievement(course_id: str, title: str, version: str, criteria: str) -> Json:
    """Return what is certified and what it takes."""
    return {
        "id": full_address("badge-achievement", course_id),
        "type": ["Achievement"],
        "achievementType": "Certificate",
        "name": title,
        "description": f"Passed the course “{title}” in a class, with what its teachers count.",
        "version": version,
        "inLanguage": "en-GB",
        "criteria": {"id": full_address("badge-achievement", course_id), "narrative": criteria},
    }


def revoked_list() -> Json:
    """Return which badges no longer hold. It names them by ids that lead to nobody, and gives no reasons."""
    rows = Certificate.objects.filter(revoked__isnull=False).order_by("pk")
    return {
        "id": full_address("badges-revoked"),
        "issuer": full_address("badge-issuer"),
        "revokedCredential": [{"id": name_of(row), "revoked": True} for row in rows],
    }


def name_of(certificate: Certificate) -> str:
    """Return the badge's own name, which tells nobody the number of the certificate."""
    return f"urn:uuid:{certificate.badge_id}"


def _achievement(certificate: Certificate) -> Json:
    passed = f"At least {certificate.pass_mark} % over all that counts in the class."
    judged = "Every mark was judged by the server."
    if certificate.by_hand:
        judged = (
            f"Marks set by a teacher: {'; '.join(certificate.by_hand)}. "
            f"Without them the server judged {certificate.judged_percent} %."
        )
    found = achievement(
        certificate.course_id, certificate.course_title, certificate.course_version, f"{passed} {judged}"
    )
    skills = [skill for _, skills in certificate.modules for skill in skills]
    score = {
        "id": _score_address(certificate.course_id),
        "type": ["ResultDescription"],
        "name": "Mean of what counts",
        "resultType": "Percent",
        "valueMin": "0",
        "valueMax": "100",
        "requiredValue": str(certificate.pass_mark),
    }
    return found | {"tag": skills, "resultDescription": [score]}


def _identifiers(certificate: Certificate) -> list[Json]:
    name = {
        "type": "IdentityObject",
        "hashed": False,
        "identityHash": certificate.name,
        "identityType": "name",
    }
    if not certificate.email_mark:
        return [name]
    email = {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": certificate.email_mark,
        "identityType": "emailAddress",
        "salt": certificate.number,
    }
    return [name, email]


def _score_address(course_id: str) -> str:
    return f"{full_address('badge-achievement', course_id)}#score"


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")

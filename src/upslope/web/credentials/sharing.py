"""Links by which a learner can show a certificate elsewhere. Nothing is fetched from there."""

from urllib.parse import urlencode

from upslope.web.credentials.issuer import issuer_name
from upslope.web.credentials.models import Certificate

LINKEDIN = "https://www.linkedin.com/profile/add"


def linkedin_address(certificate: Certificate) -> str:
    """Return where LinkedIn takes a certificate into somebody's profile, its form filled in."""
    facts = {
        "startTask": "CERTIFICATION_NAME",
        "name": certificate.course_title,
        "organizationName": issuer_name(),
        "issueYear": certificate.issued.year,
        "issueMonth": certificate.issued.month,
        "certUrl": certificate.address,
        "certId": certificate.number,
    }
    return f"{LINKEDIN}?{urlencode(facts)}"

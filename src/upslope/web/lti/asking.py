"""Requests to a platform, at the addresses that it has signed or an operator has typed."""

from typing import Any

import requests
from lti_tool.models import LtiRegistration
from pylti1p3.service_connector import ServiceConnector

SECONDS = 15.0


class _Patient(requests.Session):
    """A session that does not wait for ever, and is not led elsewhere with what it carries."""

    def request(self, *what: Any, **how: Any) -> requests.Response:
        return super().request(*what, **{"timeout": SECONDS, "allow_redirects": False, **how})


def connector_to(registration: LtiRegistration) -> ServiceConnector:
    """Return what asks the platform in our name."""
    return ServiceConnector(registration.to_registration(), _Patient())

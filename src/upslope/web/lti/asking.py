"""Requests to a platform, at the addresses that it has signed or an operator has typed."""

from typing import Any
from urllib.parse import urlsplit

import requests
from lti_tool.models import LtiRegistration
from pylti1p3.exception import LtiException
from pylti1p3.service_connector import ServiceConnector

SECONDS = 15.0


class _Patient(requests.Session):
    """A session that does not wait for ever, and carries its token to nobody but the platform."""

    def __init__(self, registration: LtiRegistration) -> None:
        super().__init__()
        theirs = (registration.auth_url, registration.token_url, registration.keyset_url)
        self._hosts = {urlsplit(address).hostname for address in theirs}
        self._scheme = urlsplit(registration.token_url).scheme

    def request(self, method: Any, url: Any, *what: Any, **how: Any) -> requests.Response:
        parts = urlsplit(str(url))
        if parts.hostname not in self._hosts or parts.scheme != self._scheme:
            raise LtiException(f"{parts.scheme}://{parts.hostname} is no address of this platform.")
        patient: dict[str, Any] = {"timeout": SECONDS, "allow_redirects": False, **how}
        return super().request(method, url, *what, **patient)


def connector_to(registration: LtiRegistration) -> ServiceConnector:
    """Return what asks the platform in our name."""
    return ServiceConnector(registration.to_registration(), _Patient(registration))

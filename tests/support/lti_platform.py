"""A learning platform on loopback, by another library than ours: it vouches, lists people and takes marks."""

import json
import secrets
import threading
import time
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"
AGS = "https://purl.imsglobal.org/spec/lti-ags/"
MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#"
LEARNER, TEACHER, PARENT = f"{MEMBERSHIP}Learner", f"{MEMBERSHIP}Instructor", f"{MEMBERSHIP}Mentor"
ASSISTANT = "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant"
CLIENT, DEPLOYMENT, CONTEXT = "client-17", "deployment-1", "course-4711"


@cache
def _key() -> RSAKey:
    """Return the key of all platforms of this process: to find one takes longer than a test."""
    return RSAKey.generate_key(2048, {"kid": "platform", "use": "sig", "alg": "RS256"})


class Platform(ThreadingHTTPServer):
    """``members`` is its class list; ``marks`` what it was told; ``broken`` has it answer 500."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Pages)
        self.key = _key()
        self.members: list[dict[str, Any]] = []
        self.marks: list[dict[str, Any]] = []
        self.broken = False
        self.token_name = "access_token"
        self.tool_keys: KeySet | None = None
        self.tokens: set[str] = set()
        self.asked_by: list[dict[str, Any]] = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def line_item(self) -> str:
        return f"{self.address}/items/1"

    def login_form(self, target: str) -> dict[str, str]:
        """What a link of the platform posts to the tool first."""
        return {
            "iss": self.address,
            "login_hint": "hint",
            "target_link_uri": target,
            "client_id": CLIENT,
            "lti_deployment_id": DEPLOYMENT,
        }

    def vouch(self, location: str, claims: dict[str, Any], **how: Any) -> dict[str, str]:
        """Answer the tool's request for somebody: the form that goes to its launch address."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(location).query).items()}
        now = int(time.time())
        token = {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"]}
        header = {"alg": how.get("alg", "RS256"), "kid": "platform"}
        key = how.get("key", self.key)
        signed = jwt.encode(header, {**token, **claims}, key, algorithms=["RS256", "HS256"])
        return {"state": asked["state"], "id_token": signed}

    def link(self, sub: str, *roles: str, item: str = "", name: str = "", **more: Any) -> dict[str, Any]:
        """Return the claims of somebody who follows a link of the course."""
        return {
            **self._person(sub, roles, name),
            f"{CLAIM}message_type": "LtiResourceLinkRequest",
            f"{CLAIM}resource_link": {"id": f"link-{item or 'course'}", "title": "A link"},
            f"{CLAIM}target_link_uri": "http://testserver/lti/launch/",
            f"{CLAIM}custom": {"item": item} if item else {},
            f"{AGS}claim/endpoint": {"scope": [f"{AGS}scope/score"], "lineitem": self.line_item},
            "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice": {
                "context_memberships_url": f"{self.address}/members",
                "service_versions": ["2.0"],
            },
            **more,
        }

    def content_request(self, sub: str, *roles: str, **settings: Any) -> dict[str, Any]:
        """Return the claims of somebody who is to choose what to link."""
        asked = {
            "deep_link_return_url": f"{self.address}/chosen",
            "accept_types": ["ltiResourceLink"],
            "accept_presentation_document_targets": ["window"],
            "accept_multiple": True,
            "data": "opaque",
        }
        return {
            **self._person(sub, roles, ""),
            f"{CLAIM}message_type": "LtiDeepLinkingRequest",
            "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings": asked | settings,
        }

    def read_answer(self, token: str) -> dict[str, Any]:
        """Check what the tool has signed with the keys that it publishes; return what it says."""
        assert self.tool_keys is not None
        return dict(jwt.decode(token, self.tool_keys, algorithms=["RS256"]).claims)

    def _person(self, sub: str, roles: tuple[str, ...], name: str) -> dict[str, Any]:
        return {
            "sub": sub,
            "name": name or sub.title(),
            "email": f"{sub}@example.edu",
            f"{CLAIM}version": "1.3.0",
            f"{CLAIM}deployment_id": DEPLOYMENT,
            f"{CLAIM}roles": list(roles),
            f"{CLAIM}context": {"id": CONTEXT, "title": "Calculus I", "type": []},
        }


class _Pages(BaseHTTPRequestHandler):
    server: Platform

    def do_GET(self) -> None:
        if self.path == "/keys":
            self._tell({"keys": [self.server.key.as_dict(private=False)]})
        elif self.server.broken or not self._may():
            self._tell({"error": "not now"}, 500 if self.server.broken else 401)
        elif self.path.startswith("/members"):
            self._tell({"id": self.path, "context": {"id": CONTEXT}, "members": self.server.members})
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.server.broken:
            self._tell({"error": "not now"}, 500)
        elif self.path == "/token":
            form = {name: values[0] for name, values in parse_qs(body).items()}
            self.server.asked_by.append(self.server.read_answer(form["client_assertion"]))
            token = secrets.token_urlsafe()
            self.server.tokens.add(token)
            self._tell(
                {
                    self.server.token_name: token,
                    "token_type": "Bearer",
                    "expires_in": 60,
                    "scope": form["scope"],
                }
            )
        elif self.path == "/items/1/scores" and self._may():
            self.server.marks.append(json.loads(body))
            self._tell({})
        else:
            self._tell({"error": "no"}, 403)

    def _may(self) -> bool:
        return self.headers.get("Authorization", "").removeprefix("Bearer ") in self.server.tokens

    def _tell(self, what: dict[str, Any], status: int = 200) -> None:
        body = json.dumps(what).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_what: object) -> None:
        """Say nothing."""

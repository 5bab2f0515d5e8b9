"""A sign-in service of OpenID Connect on this machine, honest unless a test asks for a lie."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

CLIENT, SECRET = "sverka", "a-secret-of-the-client-that-is-long-enough"


@dataclass
class Service:
    """What it says of whoever comes, and what it has been asked."""

    address: str
    email: str = "anna@agency.example"
    says: dict[str, Any] = field(default_factory=dict)  # claims that replace the honest ones; None leaves one out
    signs: str = "RS256"  # or HS256 with the client's own secret, or "other" for a key that is not its own
    is_away: bool = False
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    asked: list[dict[str, str]] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def honest(self) -> None:
        """Says the truth again."""
        self.email, self.says, self.signs, self.is_away = "anna@agency.example", {}, "RS256", False

    def token(self, nonce: str) -> str:
        now = int(time.time())
        claims = {
            "iss": self.address,
            "sub": "person-1",
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": nonce,
            "email": self.email,
            "email_verified": True,
        } | self.says
        key: Any = self.key
        if self.signs == "HS256":
            key = OctKey.import_key(SECRET)
        elif self.signs == "other":
            key = RSAKey.generate_key(2048, {"kid": "one"})
        header = {"alg": "HS256" if self.signs == "HS256" else "RS256", "kid": "one"}
        return jwt.encode(
            header, {name: value for name, value in claims.items() if value is not None}, key, [header["alg"]]
        )

    def file(self, **more: str) -> str:
        """The `secrets.toml` that sets it up."""
        stated = {
            "name": "Local",
            "client_id": CLIENT,
            "client_secret": SECRET,
            "server_metadata_url": f"{self.address}/.well-known/openid-configuration",
        } | more
        return "[auth.local]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in stated.items())


@contextmanager
def serving() -> Iterator[Service]:
    """Starts the service."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    service = Service(f"http://127.0.0.1:{server.server_port}")
    server.service = service  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()


class _Answers(BaseHTTPRequestHandler):
    @property
    def service(self) -> Service:
        return self.server.service  # type: ignore[attr-defined, no-any-return]

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        address = self.service.address
        if self.service.is_away:
            self.send_error(503)
        elif parts.path == "/.well-known/openid-configuration":
            self._json(
                {
                    "issuer": address,
                    "authorization_endpoint": f"{address}/authorize",
                    "token_endpoint": f"{address}/token",
                    "jwks_uri": f"{address}/jwks",
                    "id_token_signing_alg_values_supported": ["RS256"],
                    "code_challenge_methods_supported": ["S256"],
                    "response_types_supported": ["code"],
                    "subject_types_supported": ["public"],
                }
            )
        elif parts.path == "/jwks":
            self._json({"keys": [self.service.key.as_dict(private=False)]})
        elif parts.path == "/authorize":
            self.service.asked.append(query)
            code = secrets.token_urlsafe(16)
            self.service.codes[code] = query
            back = f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"
            self.send_response(302)
            self.send_header("Location", back)
            self.end_headers()
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        asked = self.service.codes.pop(sent.get("code", [""])[0], None)  # a code is good once
        basic = "Basic " + base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if asked is None or self.headers.get("Authorization") != basic or not _fits(asked, sent):
            self._json({"error": "invalid_grant"}, 400)
            return
        self._json(
            {
                "access_token": secrets.token_urlsafe(16),
                "token_type": "Bearer",
                "expires_in": 300,
                "id_token": self.service.token(asked["nonce"]),
            }
        )

    def _json(self, body: dict[str, Any], status: int = 200) -> None:
        written = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(written)))
        self.end_headers()
        self.wfile.write(written)

    def log_message(self, *words: object) -> None:
        """Says nothing."""


def _fits(asked: dict[str, str], sent: dict[str, list[str]]) -> bool:
    """Whether the code is fetched by whoever asked for it: the PKCE challenge, and the same way back."""
    digest = hashlib.sha256(sent.get("code_verifier", [""])[0].encode()).digest()
    challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    return challenge == asked.get("code_challenge") and sent.get("redirect_uri") == [asked["redirect_uri"]]

"""Real nginx with the project's own docs/nginx.conf and a certificate that nobody signed."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests import workspaces

CONF = workspaces.ROOT / "docs" / "nginx.conf"
NOT_FOUND = "nginx is needed: python scripts/find_nginx.py finds or installs it; SVERKA_NGINX names another one"

# Round the file: what Debian's own nginx.conf says, in a folder of the test's.
AROUND = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/start.log;
events {{}}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    default_type application/octet-stream;
    include {folder}/sverka.conf;
    server {{
        listen 127.0.0.1:{friend} ssl;
        listen 127.0.0.1:{other} ssl;
        ssl_certificate {folder}/host.crt;
        ssl_certificate_key {folder}/host.key;
        location / {{
            default_type text/html;
            return 200 '<!doctype html><link rel="icon" href="data:,"><iframe width="1200" height="800" src="https://localhost:{port}$arg_path"></iframe>';
        }}
    }}
}}
"""


@dataclass(frozen=True)
class Ports:
    """Where nginx listens: for TLS, without it, and as two other sites that show what `?path=` names in a frame."""

    tls: int
    plain: int
    friend: int
    other: int


@contextmanager
def nginx(folder: Path, ports: Ports, behind: int) -> Iterator[Path]:
    """Runs it before the server on the port `behind`; gives the file of its access log."""
    program = os.environ.get("SVERKA_NGINX") or shutil.which("nginx") or "/usr/sbin/nginx"
    assert Path(program).exists(), NOT_FOUND
    _certificate(folder)
    conf = CONF.read_text("utf-8")
    for stands, here in {
        "server 127.0.0.1:8501;": f"server 127.0.0.1:{behind};",
        "listen 80;": f"listen 127.0.0.1:{ports.plain};",
        "    listen [::]:80;\n": "",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{ports.tls} ssl http2;",
        "    listen [::]:443 ssl http2;\n": "",
        "server_name host.example;": "server_name localhost;",
        "/etc/ssl/host.example.": f"{folder}/host.",
        "/var/log/nginx/": f"{folder}/",
    }.items():
        assert stands in conf
        conf = conf.replace(stands, here)
    (folder / "sverka.conf").write_text(conf, "utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    around = AROUND.format(folder=folder, user=user, port=ports.tls, friend=ports.friend, other=ports.other)
    (folder / "nginx.conf").write_text(around, "utf-8")
    process = subprocess.Popen([program, "-c", str(folder / "nginx.conf"), "-e", str(folder / "start.log")])
    try:
        _answers(ports, process, folder / "start.log")
        yield folder / "sverka.log"
    finally:
        process.terminate()
        process.wait(20)


def _answers(ports: Ports, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(200):
        assert process.poll() is None, log.read_text("utf-8")
        try:
            httpx.get(f"https://localhost:{ports.tls}/", verify=False)  # noqa: S501
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(log.read_text("utf-8"))


def _certificate(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    (folder / "host.key").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    )
    (folder / "host.crt").write_bytes(made.public_bytes(serialization.Encoding.PEM))

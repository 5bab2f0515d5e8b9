"""Starting and ending the server, and how it says that it is well."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import tomllib

import httpx
import pytest

from tests.server.conftest import environment, free_port, listens


def test_health_is_in_the_body(server):
    with server.browser() as browser:
        answer = browser.get("/healthz")
    assert answer.status_code == 200
    assert answer.json().items() >= {"status": "ok", "workspace": "readable"}.items()


def test_an_unreadable_workspace_shows_in_the_health(start):
    with start() as server, server.browser() as browser:
        with server.store.writing() as connection:
            connection.exec_driver_sql("alter table clients rename to lost")
        answer = browser.get("/healthz")
    assert answer.status_code == 503
    assert answer.json().items() >= {"status": "failing", "workspace": "unreadable"}.items()


def begin(root, home, port) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "dashboard", "serve"],
        cwd=root,
        env=environment(home, port),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_the_server_quietly(root, tmp_path, ending):
    port = free_port()
    process = begin(root, tmp_path, port)
    lines: list[str] = []
    reading = threading.Thread(target=lambda: lines.extend(process.stdout))
    reading.start()
    listens(port, process, tmp_path / "none")
    with httpx.Client() as client:
        assert client.get(f"http://localhost:{port}/healthz", timeout=60).json()["status"] == "ok"
    process.send_signal(ending)
    assert process.wait(20) == 0
    reading.join()
    process.stdout.close()
    text = "".join(lines)
    assert f"http://localhost:{port}/enter/" in text
    assert text.rstrip().endswith("Everything that was written is safe.")
    assert "Traceback" not in text


def test_streamlits_own_command_starts_the_same_server(start):
    with start(script="app.py") as server, server.browser() as browser:
        assert browser.get("/healthz").json()["status"] == "ok"
        assert browser.get("/campaigns").status_code == 403
        assert browser.get(server.link()).status_code == 303
        assert server.log.read_text("utf-8") == ""  # it neither greets, nor asks who it is, nor tells who came


def test_nothing_is_told_to_other_hosts_or_to_readers(root):
    config = tomllib.loads((root / ".streamlit" / "config.toml").read_text("utf-8"))
    assert config["browser"]["gatherUsageStats"] is False
    assert config["logger"]["hideWelcomeMessage"] is True
    assert config["server"]["enableAgentApi"] is False
    assert config["server"]["fileWatcherType"] == "none"
    assert config["client"]["showErrorDetails"] == "none"


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_port_that_is_taken_is_said_in_one_sentence(root, tmp_path, family):
    if family == socket.AF_INET6 and not socket.has_dualstack_ipv6():
        pytest.skip("this machine has no IPv6")
    with socket.create_server(("", 0), family=family) as taken:
        port = taken.getsockname()[1]
        process = begin(root, tmp_path, port)
        text, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert text.startswith(f"Port {port} cannot be used")
    assert f"SVERKA_PORT={port + 1}" in text
    assert "Traceback" not in text


def test_a_folder_that_cannot_be_is_said_in_one_sentence(root, tmp_path):
    (tmp_path / "file").write_text("")
    process = begin(root, tmp_path / "file" / "workspace", free_port())
    text, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "The workspace folder" in text
    assert "SVERKA_HOME" in text
    assert "Traceback" not in text

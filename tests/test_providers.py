"""Sign-in services are set up in a file of the workspace or by the environment; one that is wrong is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard import providers
from dashboard.domain.errors import SettingsInvalid

GOOGLE = """
[auth.google]
name = "Google"
client_id = "id"
client_secret = "hush-hush"
server_metadata_url = "https://accounts.google.com/.well-known/openid-configuration"
"""


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("URL", "CLIENT_ID", "CLIENT_SECRET", "NAME"):
        monkeypatch.delenv(f"SVERKA_OIDC_{name}", raising=False)


def written(home: Path, text: str) -> Path:
    file = home / providers.FILE
    file.write_text(text)
    file.chmod(0o600)
    return home


def test_without_a_file_there_is_no_service(tmp_path: Path) -> None:
    assert providers.configured(tmp_path) == ()


def test_a_section_of_the_file_is_a_service_with_its_name(tmp_path: Path) -> None:
    (one,) = providers.configured(written(tmp_path, GOOGLE))
    assert (one.key, one.name, one.login["client_id"]) == ("google", "Google", "id")
    assert "hush-hush" not in repr(one)


def test_what_streamlits_own_examples_add_is_left_out_and_settled_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SVERKA_URL", "https://reports.agency.example/")
    own = '[auth]\nredirect_uri = "https://other.example"\ncookie_secret = "weak"\n' + GOOGLE
    made = providers.login(providers.configured(written(tmp_path, own)), "strong")["auth"]
    assert made["redirect_uri"] == "https://reports.agency.example/oauth2callback"
    assert made["cookie_secret"] == "strong"
    assert set(made["google"]) == {"client_id", "client_secret", "server_metadata_url"}


def test_one_service_can_be_set_up_by_the_environment_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SVERKA_OIDC_URL", "https://sso.example/.well-known/openid-configuration")
    monkeypatch.setenv("SVERKA_OIDC_CLIENT_ID", "id")
    monkeypatch.setenv("SVERKA_OIDC_CLIENT_SECRET", "secret")
    monkeypatch.setenv("SVERKA_OIDC_NAME", "Agency SSO")
    assert [(one.key, one.name) for one in providers.configured(tmp_path)] == [("sso", "Agency SSO")]


def test_a_file_that_others_may_read_is_refused(tmp_path: Path) -> None:
    written(tmp_path, GOOGLE)
    (tmp_path / providers.FILE).chmod(0o640)
    with pytest.raises(SettingsInvalid, match="chmod 600"):
        providers.configured(tmp_path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GOOGLE.replace("client_secret", "secret"), "client_secret"),
        (GOOGLE.replace('"id"', "7"), "client_id"),
        (GOOGLE + "trust_everybody = true\n", "trust_everybody"),
        (GOOGLE.replace("https:", "http:"), "https"),
        (GOOGLE.replace("auth.google", "auth.my_google"), "my_google"),
        ("auth = 1\n", "auth"),
        ("[auth.google\nclient_secret = hush-hush", "TOML"),
    ],
    ids=["no secret", "a number", "an unknown word", "without TLS", "an underscore", "no section", "no TOML"],
)
def test_what_cannot_be_right_is_said_and_no_secret_with_it(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsInvalid, match=told) as raised:
        providers.configured(written(tmp_path, text))
    assert "hush-hush" not in str(raised.value)

"""What operators install is well formed, pinned, not root, and names commands, options and settings that exist."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from configparser import RawConfigParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import cli
from bot.metrics import Metrics
from bot.paths import ROOT
from bot.settings import SETTINGS, Settings
from bot.telegram_settings import LISTEN

DEPLOY = ROOT / "deploy"
GUIDE = "\n".join(
    (ROOT / "docs" / name).read_text(encoding="utf-8")
    for name in ("operasi.md", "operasi-docker.md")
)
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
TIMERS = sorted((DEPLOY / "systemd").glob("*.timer"))
AS_MAWAS = DEPLOY / "systemd" / "mawas-kelola"
FILES = [path for path in sorted(DEPLOY.rglob("*")) if path.is_file()]
ONCE = ("prepare", "backup", "forget")
# Where a proxy finds each, as its settings stand in the compose file.
SERVE_PORT, TELEGRAM_PORT = 5005, LISTEN[1]
_VARIABLE = re.compile(r"\$\{(\w+)(?::[-?]([^}]*))?\}")


def _examples() -> dict[str, str]:
    lines = (DEPLOY / "compose.env.contoh").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def _filled(words: str) -> str:
    return _VARIABLE.sub(lambda found: _examples().get(found[1], found[2] or ""), str(words))


def _mawas() -> Iterator[tuple[str, dict[str, Any]]]:
    """The services that run Mawas itself."""
    for name, service in SERVICES.items():
        if service["image"].startswith("mawas:"):
            yield name, service


def _unit(file: Path) -> RawConfigParser:
    unit = RawConfigParser(strict=True, comment_prefixes=("#", ";"))
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read_string(file.read_text(encoding="utf-8"))
    return unit


def test_every_setting_that_is_named_exists() -> None:
    known = {name for name, _, _ in SETTINGS}
    for text in [GUIDE, *(file.read_text(encoding="utf-8") for file in FILES)]:
        named = {name.removesuffix("_FILE") for name in re.findall(r"MAWAS_[A-Z_]*[A-Z]", text)}
        assert named <= known


def test_every_variable_of_the_compose_file_has_an_example_and_the_other_way_round() -> None:
    text = (DEPLOY / "compose.yml").read_text(encoding="utf-8")
    assert {name for name, _ in _VARIABLE.findall(text)} == set(_examples())
    of_the_proxy = set(re.findall(r"\{\$(\w+)\}", (DEPLOY / "Caddyfile").read_text("utf-8")))
    assert of_the_proxy == set(SERVICES["proxy"]["environment"])


def test_versions_are_pinned() -> None:
    dockerfile = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    images = re.findall(r"^FROM (\S+)", dockerfile, re.MULTILINE)
    images += [service["image"] for service in SERVICES.values()]
    assert len(images) > 8
    for image in images:
        tag = image.split(":", 1)[1]
        assert tag.startswith("${IMAGE_VERSION") or re.match(r"\d+\.\d+", tag), image
    assert not any(re.search(r":latest\b", file.read_text(encoding="utf-8")) for file in FILES)


@pytest.mark.parametrize("name", SERVICES)
def test_a_container_is_not_root_and_has_no_privileges(name: str) -> None:
    service = SERVICES[name]
    assert service["user"]
    assert not str(service["user"]).startswith(("0", "root"))
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    if name in ONCE:
        assert service["restart"] == "no"
    else:
        assert service["restart"] == "unless-stopped"
    assert "healthcheck" in service or name in (*ONCE, "proxy")


@pytest.mark.parametrize("name", SERVICES)
def test_what_a_container_refers_to_is_there(name: str) -> None:
    service = SERVICES[name]
    assert set(service.get("secrets", [])) <= set(COMPOSE["secrets"])
    assert set(service["networks"]) <= set(COMPOSE["networks"])
    assert set(service.get("depends_on", {})) <= set(SERVICES)
    for volume in service.get("volumes", []):
        assert volume.split(":")[0] in COMPOSE["volumes"]
    for key, value in service.get("environment", {}).items():
        if key.endswith("_FILE"):
            assert Path(value).name in service["secrets"]
    # Databases are out of reach from outside.
    if name in ("postgres", "redis"):
        assert service["networks"] == ["dalam"]
        assert "ports" not in service


def test_what_the_containers_run_is_understood() -> None:
    names = []
    for name, service in _mawas():
        names.append(name)
        cli._parser().parse_args([_filled(word) for word in service["command"]])
        settings = {
            key: _filled(value)
            for key, value in service["environment"].items()
            if not key.endswith("_FILE")
        }
        assert Settings.from_environment(settings).retention_days == 7
    assert {"serve", "telegram", *ONCE} == set(names)


def test_the_proxy_finds_what_listens() -> None:
    caddy = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    assert set(re.findall(r"dynamic a (\w+) (\d+)", caddy)) == {
        ("serve", str(SERVE_PORT)),
        ("telegram", str(TELEGRAM_PORT)),
    }
    heard = {name: service["environment"] for name, service in _mawas()}
    assert heard["serve"]["MAWAS_SERVE_LISTEN"] == f"0.0.0.0:{SERVE_PORT}"
    assert heard["telegram"]["MAWAS_WEBHOOK_LISTEN"] == f"0.0.0.0:{TELEGRAM_PORT}"
    assert heard["telegram"]["MAWAS_WEBHOOK_URL"].endswith("/telegram")
    nginx = (DEPLOY / "nginx" / "mawas.conf").read_text(encoding="utf-8")
    ports = {str(SERVE_PORT), str(TELEGRAM_PORT)}
    assert set(re.findall(r"server 127\.0\.0\.1:(\d+)", nginx)) == ports
    for text in (caddy, nginx):
        assert "/telegram" in text
        assert "/webhooks/" in text
        assert "404" in text
    assert nginx.count("{") == nginx.count("}")
    # Who asks is written nowhere, and is not answered without end.
    assert "access_log off" in nginx.split("listen 443")[0]
    assert "$remote_addr" not in nginx.split("log_format")[1].split(";")[0]
    assert "limit_req zone=" in nginx.split("location /webhooks/")[1].split("}")[0]
    assert "/.well-known/acme-challenge/" in nginx


def test_every_container_that_stays_says_how_it_is() -> None:
    for name, service in _mawas():
        if name not in ONCE:
            words = [_filled(word) for word in service["command"]]
            port = cli._parser().parse_args(words).health_port
            assert f"http://127.0.0.1:{port}/health" in service["healthcheck"]["test"][-1]
            assert f"127.0.0.1:{port}/metrics" in GUIDE


@pytest.mark.parametrize("file", UNITS, ids=lambda file: file.stem)
def test_a_unit_runs_a_command_that_exists_without_privileges(file: Path) -> None:
    service = _unit(file)["Service"]
    program, *words = service["ExecStart"].split()
    assert program == "/opt/mawas/mawas"
    cli._parser().parse_args(words)
    assert service["User"] == "mawas"
    for key in ("NoNewPrivileges", "ProtectHome", "PrivateTmp", "PrivateDevices"):
        assert service[key] == "yes"
    assert service["ProtectSystem"] == "strict"
    assert service["CapabilityBoundingSet"] == ""
    assert service["StateDirectory"].split()[0] == "mawas"
    if service["Type"] == "oneshot":
        assert file.with_suffix(".timer") in TIMERS
    else:
        assert service["ExecReload"] == "/bin/kill -HUP $MAINPID"
        assert service["Restart"] == "always"
        # What is in hand gets ten seconds.
        assert int(service["TimeoutStopSec"]) > 10


def test_commands_are_run_as_the_units_run_them() -> None:
    text = AS_MAWAS.read_text(encoding="utf-8")
    assert AS_MAWAS.stat().st_mode & 0o111
    subprocess.run(["sh", "-n", str(AS_MAWAS)], check=True)
    for file in UNITS:
        service = _unit(file)["Service"]
        assert f"--uid={service['User']} --gid={service['Group']}" in text
        assert f"--property=EnvironmentFile={service['EnvironmentFile']}" in text
        assert f"--property=UMask={service['UMask']}" in text
        for variable in service["Environment"].split():
            assert f"--setenv={variable}" in text
        assert service["ExecStart"].startswith("/opt/mawas/mawas ")
    assert '"${FOLDER:-/opt/mawas}/mawas" "$@"' in text
    # Without it a command of root's would look at a folder of root's.
    assert re.findall(r"\./mawas [a-z]+", GUIDE) == []


@pytest.mark.parametrize("file", TIMERS, ids=lambda file: file.stem)
def test_a_timer_has_a_unit_and_is_made_up_for(file: Path) -> None:
    assert file.with_suffix(".service") in UNITS
    timer = _unit(file)["Timer"]
    assert timer["OnCalendar"]
    assert timer["Persistent"] == "true"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_understands_the_units() -> None:
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *map(str, [*UNITS, *TIMERS])],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    # Mawas is not installed where the units expect it.
    complaints = [
        line
        for line in done.stderr.splitlines()
        if line.strip() and "/opt/mawas/mawas is not executable" not in line
    ]
    assert [line for line in complaints if "mawas" in line] == []


def test_the_guide_names_units_commands_and_counts_that_exist() -> None:
    units = set(re.findall(r"mawas-\w+\.(?:service|timer)", GUIDE))
    assert units <= {file.name for file in (*UNITS, *TIMERS)}
    assert {file.name for file in TIMERS} <= units
    run = r"(?:/opt/mawas/mawas|mawas-kelola|run --rm backup) ([a-z][^`\n]*)"
    commands = [words.split("#")[0].split() for words in re.findall(run, GUIDE)]
    for words in commands:
        cli._parser().parse_args(words)
    assert {words[0] for words in commands} >= {"doctor", "train", "restore", "forget", "backup"}
    page = Metrics(lambda: 0).page().body.decode()
    # As compose names them.
    page += " ".join(f"mawas_{name}" for kind in ("networks", "volumes") for name in COMPOSE[kind])
    for name, what in re.findall(r"`?(mawas_(?!telegram)\w+)(\{[^}]*\})?", GUIDE):
        assert f"{name}{what}" in page
    named = set(re.findall(r"deploy/[\w./-]+\w", GUIDE)) - {"deploy/compose.env", "deploy/rahasia"}
    named -= {f"deploy/{secret['file']}" for secret in COMPOSE["secrets"].values()}
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
    assert set(re.findall(r"--profile (\w+)", GUIDE)) == {"serve", "telegram"}

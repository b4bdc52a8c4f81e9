"""What is shipped for operators holds together: the lock, the container, the unit, the README."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from bot import cli, settings
from bot.metrics import Metrics

ROOT = Path(__file__).parent.parent.parent
DEPLOY = ROOT / "deploy"
README = (ROOT / "README.md").read_text("utf-8")
LOCK = (DEPLOY / "requirements.lock").read_text("utf-8")


def _name(requirement: str) -> str:
    return re.split(r"[\s\[<>=!~;]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def test_the_lock_holds_every_dependency_with_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pinned = re.findall(r"^([A-Za-z0-9._-]+)==\S+ \\\n((?:    --hash=.*\n?)+)", LOCK, re.MULTILINE)
    names = {_name(name) for name, _ in pinned}
    assert {_name(one) for one in project["dependencies"]} <= names
    assert len(re.findall(r"^[A-Za-z]", LOCK, re.MULTILINE)) == len(pinned)


@pytest.mark.parametrize("path", sorted(DEPLOY.iterdir()), ids=lambda path: path.name)
def test_nothing_says_where_packages_come_from(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(
        r"index-url|trusted-host|find-links|pythonhosted|pypi", text, re.IGNORECASE
    )


def test_the_container_has_no_root_and_is_looked_after() -> None:
    text = (DEPLOY / "Dockerfile").read_text("utf-8")
    last = text.rpartition("\nFROM ")[2]
    assert re.search(r"^USER (?!root|0)", last, re.MULTILINE)
    assert "/healthz" in last
    assert "--require-hashes" in text


def test_the_container_takes_in_every_package() -> None:
    text = (DEPLOY / "Dockerfile").read_text("utf-8")
    ignore = (DEPLOY / "Dockerfile.dockerignore").read_text("utf-8")
    for package in ("bot", "flows", "storage", "widget"):
        assert f"COPY {package} {package}" in text
        assert f"!{package}\n" in ignore


def test_proxies_pass_streams_on_and_keep_the_inner_pages_inside() -> None:
    nginx = (DEPLOY / "nginx.conf").read_text("utf-8")
    caddy = (DEPLOY / "Caddyfile").read_text("utf-8")
    assert "proxy_buffering off" in nginx
    assert "flush_interval -1" in caddy
    for text in (nginx, caddy):
        assert "/metrics" in text
        assert "/demo" in text


def test_the_readme_tells_of_every_command_and_setting() -> None:
    for name in cli.COMMANDS:
        assert f"`doorstep {name}" in README, name
    read = (ROOT / "bot" / "settings.py").read_text("utf-8")
    for name in re.findall(r'"(DOORSTEP_[A-Z_]+)"', read):
        assert f"`{name}`" in README, name
    for name in ("DATA", "SITE", "FLOWS", "HOST", "PORT"):
        assert f"`DOORSTEP_{name}`" in README
    assert settings.DEFAULT_PORT == 8080


def test_every_link_of_the_readme_leads_somewhere() -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", README):
        if not link.startswith("http"):
            assert (ROOT / link).exists(), link


def test_the_picture_is_small() -> None:
    assert (ROOT / "docs" / "demo.png").stat().st_size < 400_000


def test_an_installed_doorstep_brings_every_file_of_its_packages() -> None:
    """What lies beside the code is installed too: pages, the starter of a new site, the widget."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    for package, patterns in told["package-data"].items():
        folder = ROOT / package
        brought = {path for pattern in patterns for path in folder.glob(pattern)}
        there = {path for path in folder.rglob("*") if path.is_file()}
        code = {path for path in there if path.suffix in (".py", ".pyc")}
        assert there - code <= brought


def test_the_nightly_backup_may_write_where_it_writes_and_keeps_nothing_for_ever() -> None:
    text = (DEPLOY / "doorstep-backup.service").read_text("utf-8")
    assert "doorstep backup /var/backups/doorstep" in text
    assert re.search(r"ReadWritePaths=.*/var/backups/doorstep", text)
    assert "-mtime +30 -delete" in text
    assert "OnCalendar=" in (DEPLOY / "doorstep-backup.timer").read_text("utf-8")


def test_the_guide_names_every_number_of_the_metrics() -> None:
    guide = (DEPLOY / "README.md").read_text("utf-8")
    named = [metric.name for metric in Metrics().registry.collect()]
    assert [name for name in named if name not in guide] == []

"""``doorstep init``: a site of one's own, in an empty folder, ready to be edited and served."""

from __future__ import annotations

import importlib.resources
import shlex
from pathlib import Path
from typing import Final

import click

from bot.commands.options import with_settings
from bot.errors import UserMistake
from bot.library import shipped
from bot.settings import Settings
from bot.strays import SITE

FILES: Final = {
    "site.yaml": "site.yaml",
    "callback.yaml": "flows/callback.yaml",
    "gitignore": ".gitignore",
    "guide.md": "README.md",
}
SCHEMA: Final = "flow.schema.json"
MORE: Final = "more-flows"
HIDDEN_FINE: Final = frozenset({".git", ".venv", ".DS_Store"})  # an empty repository is empty


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--with", "wanted", multiple=True, metavar="FLOW", help="A shipped flow to take in.")
@with_settings
def command(folder: Path, wanted: tuple[str, ...], settings: Settings) -> None:  # noqa: ARG001
    """Begin a new site in an empty folder: settings, a short flow, and a five-minute guide.

    \b
    Example:  doorstep init my-office
              doorstep init my-office --with buyer --with seller

    The folder is then yours: edit, check, serve. Nothing that is already there is touched.
    """
    _must_be_free(folder)
    chosen = [path for name in wanted for path in _flow_files(name)]
    make(folder, chosen)
    click.echo(_next(folder))


def make(folder: Path, chosen: list[Path]) -> None:
    """Write everything."""
    starter = importlib.resources.files("bot.commands") / "starter"
    (folder / "flows").mkdir(parents=True, exist_ok=True)
    for name, place in FILES.items():
        (folder / place).write_text((starter / name).read_text("utf-8"), "utf-8")
    more = folder / MORE
    more.mkdir()
    for path in sorted(shipped().iterdir()):
        if path.name != SITE and path.suffix in (".yaml", ".json", ".md"):
            _take(path, more)
    for path in (shipped() / SCHEMA, *chosen):
        _take(path, folder / "flows")


def _take(path: Path, folder: Path) -> None:
    """A shipped file as another office can use it."""
    text = path.read_text("utf-8")
    text = without_tests(text) if path.suffix == ".yaml" else text
    (folder / path.name).write_text(text, "utf-8")


def without_tests(text: str) -> str:
    """A flow file without its test conversations: they speak of the demo office's places."""
    kept: list[str] = []
    inside = False
    for line in text.splitlines(keepends=True):
        if line.startswith("tests:"):
            inside = True
            while kept and kept[-1].startswith("#"):
                kept.pop()
        elif inside and line.strip() and not line.startswith((" ", "-", "#")):
            inside = False
        if not inside:
            kept.append(line)
    return "".join(kept).rstrip() + "\n"


def _must_be_free(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise UserMistake(f"{folder} is a file: name a new folder, or an empty one")
    there = sorted(path.name for path in folder.iterdir() if path.name not in HIDDEN_FINE)
    if there:
        few = ", ".join(there[:3]) + (" …" if len(there) > 3 else "")
        raise UserMistake(
            f"{folder} is not empty (it holds {few}): name a new folder, or an empty one"
        )


def _flow_files(name: str) -> list[Path]:
    """A shipped flow with its translations."""
    main = shipped() / f"{name}.yaml"
    if name == "site" or "." in name or not main.is_file():
        known = sorted(p.stem for p in shipped().glob("*.yaml") if "." not in p.stem)
        known.remove("site")
        raise UserMistake(f"no flow “{name}” comes with Doorstep: {', '.join(known)}")
    return [main, *sorted(shipped().glob(f"{name}.*.yaml"))]


def _next(folder: Path) -> str:
    there = shlex.quote(str(folder))
    return (
        f"{folder} is ready. Begin with its README.md, or at once:\n\n"
        f"  cd {there}\n"
        "  doorstep check              look for mistakes\n"
        "  doorstep chat callback      talk to your flow\n"
        "  doorstep serve              open the door\n\n"
        "From another folder:\n\n"
        f"  doorstep serve --site {there}/site.yaml --flows {there}/flows --data {there}/data"
    )

"""A flow's versions: the ones the store kept, the ones in git, and the files as they are now."""

from __future__ import annotations

import asyncio
import json
import os
import pwd
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import structlog

from bot import library
from bot.dialogue.changes import changes
from bot.dialogue.explaining import did_you_mean
from bot.dialogue.flow import Flow
from bot.dialogue.reading import FlowReading, flow_in, hash_of, read_flow
from bot.dialogue.site import Site
from bot.errors import UserMistake
from bot.records import frozen
from storage.pace import briskly
from storage.rows import FlowVersion
from storage.store import ReadStore, Store, StoreError

COMMITS = 100  # of a flow's history in git are looked at
GIT_SECONDS = 10.0
SHORT = 8  # characters of a hash that are shown
_ID = re.compile(r"^id:[ \t]*[\"']?([a-z0-9_]+)", re.MULTILINE)
log = structlog.get_logger()
_FORMAT = "%H%x00%at%x00%an%x00%s"


@frozen
class Version:
    """A flow's files at one time: the flow's own first, then its companions by name."""

    flow: str
    files: Mapping[str, str]  # name -> text
    author: str
    at: datetime
    why: str = ""

    @property
    def hash(self) -> str:
        """The content hash, as conversations keep it."""
        main, others = self.parts
        return hash_of(self.files[main], others)

    @property
    def parts(self) -> tuple[str, dict[str, tuple[str, str]]]:
        """The flow's own file, and of its companions (text, name) by language."""
        names = list(self.files)
        others = {
            lang: (self.files[name], name) for name in names[1:] if (lang := library.lang_of(name))
        }
        return names[0], others

    def read(self, site: Site | None, others: frozenset[str] = frozenset()) -> FlowReading:
        """The flow as it was then, with what is wrong with it today."""
        main, companions = self.parts
        return read_flow(self.files[main], main, companions, site, others)

    def drawn(self) -> Flow | None:
        """The flow as it was written, whatever is wrong with it; None for no flow at all."""
        main, companions = self.parts
        return flow_in(self.files[main], companions)

    @property
    def row(self) -> FlowVersion:
        """As the store keeps it."""
        files = json.dumps(dict(self.files), ensure_ascii=False)
        return FlowVersion(self.flow, self.hash, files, self.author, self.at, self.why)


def current(folder: Path, flow_id: str) -> tuple[Version, Path]:
    """The files of a flow as they are now, whether or not they can be used."""
    known = []
    for source, version in all_current(folder):
        known.append(version.flow)
        if version.flow == flow_id:
            return version, source.path
    raise UserMistake(f"there is no flow “{flow_id}”{did_you_mean(flow_id, known)}")


def all_current(folder: Path) -> Iterator[tuple[library.Source, Version]]:
    """The files of every flow as they are now; one without a readable id has its file's name."""
    for source, companions in library.sources(folder):
        if source.problems:
            continue
        found = _ID.search(source.text)
        texts = {source.path.name: source.text}
        texts |= {c.path.name: c.text for _, c in companions if not c.problems}
        author, at = _saved_by([folder / name for name in texts])
        yield source, Version(found.group(1) if found else source.path.stem, texts, author, at)


async def history(store: ReadStore, now: Version, path: Path) -> list[Version]:
    """All known versions, oldest first; the last one is that of the files as they are now."""
    kept = [_kept(row) for row in await store.flow_versions(now.flow)]
    merged = sorted([*kept, *from_git(now.flow, path)], key=lambda version: version.at)
    versions: list[Version] = []
    for version in merged:
        if versions and versions[-1].hash == version.hash:
            versions[-1] = _same(versions[-1], version)
        else:
            versions.append(version)
    if versions and versions[-1].hash == now.hash:
        return versions
    return [*versions, now]


def _same(first: Version, second: Version) -> Version:
    """The same text, saved and then committed: when it came, and what the commit says of it."""
    told = second if second.why else first
    return replace(first, author=told.author, why=told.why)


def told(versions: Sequence[Version]) -> list[tuple[str, ...]]:
    """For each version what it changed, in words."""
    flows = [version.drawn() for version in versions]
    return [_told(old, new) for old, new in zip([None, *flows], flows, strict=False)]


def _told(old: Flow | None, new: Flow | None) -> tuple[str, ...]:
    if new is None:
        return ("a file that could not be used",)
    if old is None:
        return ("first known version",)
    return changes(old, new) or ("notes and spaces only",)


def pick(versions: Sequence[Version], wanted: str) -> Version:
    """The version with this number (1 is the one before now) or this beginning of its hash."""
    if wanted.isdecimal() and len(wanted) < 4:
        back = int(wanted)
        if back >= len(versions):
            there = (
                "is only 1 version" if len(versions) == 1 else f"are only {len(versions)} versions"
            )
            raise UserMistake(f"there {there}: doorstep flows log")
        return versions[-1 - back]
    found = {version.hash: version for version in versions if version.hash.startswith(wanted)}
    if len(found) != 1:
        what = "no version begins" if not found else "several versions begin"
        raise UserMistake(f"{what} with {wanted}: doorstep flows log lists them")
    return next(iter(found.values()))


def before(versions: Sequence[Version]) -> Version:
    """The version that was live before the newest."""
    newest = versions[-1].hash
    for version in reversed(versions):
        if version.hash != newest:
            return version
    raise UserMistake("there is no earlier version yet: this is the first one known")


def write(version: Version, folder: Path, gone: Iterable[str]) -> None:
    """Put a version's files in the folder, each at once, and take away what it had not."""
    for name, text in version.files.items():
        path = folder / name
        beside = path.with_name(f".{name}.new")
        beside.write_text(text, encoding="utf-8")
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    for name in gone:
        (folder / name).unlink(missing_ok=True)


async def keep_versions(store: Store, shelf: library.Library) -> None:
    """Keep the files of a library's flows as they are now, where they are new."""
    folder = shelf.flows_dir or library.shipped()
    try:
        found = await asyncio.to_thread(briskly, _usable, folder, shelf)
        for version in found:
            await store.keep_version(version.row)
    except (OSError, StoreError) as error:  # the conversations go on; the next save tries again
        log.warning("versions of the flows not kept", why=type(error).__name__)


def _usable(folder: Path, shelf: library.Library) -> list[Version]:
    """The files of the flows that could be read, as they are now."""
    broken = {problem.file for problem in shelf.problems if problem.severity == "error"}
    return [
        version
        for source, version in all_current(folder)
        if version.flow in shelf.flows and source.name not in broken
    ]


def _kept(row: FlowVersion) -> Version:
    return Version(row.flow, json.loads(row.files), row.author, row.at, row.why)


def _saved_by(paths: Sequence[Path]) -> tuple[str, datetime]:
    """Who saved the newest of these files, and when: the login that owns it."""
    newest = max(paths, key=lambda path: path.stat().st_mtime)
    found = newest.stat()
    return login(found.st_uid), datetime.fromtimestamp(found.st_mtime, UTC)


def login(uid: int | None = None) -> str:
    """The name of this user, or of the one with this number."""
    number = os.getuid() if uid is None else uid
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"user {number}"


def from_git(flow_id: str, path: Path) -> list[Version]:
    """The committed versions of a flow; none where its folder is in no repository."""
    stem, folder = path.stem, path.parent
    where = ["--", path.name, f":(glob){stem}.*.yaml", f":(glob){stem}.*.yml"]
    log = _git(folder, "log", f"-n{COMMITS}", "--reverse", f"--format={_FORMAT}", *where)
    versions = []
    for line in log.decode("utf-8", "replace").splitlines():
        commit, at, author, subject = line.split("\0")
        files = _committed(folder, commit, path.name, stem)
        if files:
            when = datetime.fromtimestamp(int(at), UTC)
            versions.append(Version(flow_id, files, author, when, subject))
    return versions


def _committed(folder: Path, commit: str, main: str, stem: str) -> dict[str, str]:
    """The texts of a flow's files in one commit, the flow's own first."""
    listed = _git(folder, "ls-tree", "--name-only", "-z", commit, ".").decode("utf-8", "replace")
    names = [Path(name).name for name in listed.split("\0") if name]
    mine = [n for n in sorted(names) if library.lang_of(n) and n.partition(".")[0] == stem]
    if main not in names:
        return {}
    texts = {n: _git(folder, "cat-file", "blob", f"{commit}:./{n}") for n in [main, *mine]}
    return {name: text.decode("utf-8-sig", "replace") for name, text in texts.items()}


def _git(folder: Path, *words: str) -> bytes:
    """What git says; nothing where there is no git, no repository or no such thing in it."""
    command = ["git", "-C", str(folder), "-c", "core.fsmonitor=false", "-c", "core.quotePath=off"]
    try:
        done = subprocess.run(  # noqa: S603 - our own words, no shell
            [*command, *words], capture_output=True, timeout=GIT_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""

"""Names of files in a flow folder: which are flows, which are companions, and which are neither
though somebody must have meant them to be."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.dialogue.explaining import did_you_mean

SITE = "site.yaml"
COMPANION = re.compile(r"^(?P<flow>[^.]+)\.(?P<lang>[a-z]{2}(-[A-Z]{2})?)\.ya?ml$")
FLOW = re.compile(r"^[^.]+\.ya?ml$")
_YAML = re.compile(r"^(?P<stem>[^.].*)\.ya?ml$", re.IGNORECASE)
_SHEET = re.compile(r"\.missing\.ya?ml$")  # as  doorstep translate  writes it


def stem(name: str) -> str:
    """What a flow's file and its companions have in common."""
    return name.partition(".")[0]


def is_file(path: Path) -> bool:
    """A regular file or a link; folders, pipes and sockets are passed over."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return False
    return stat.S_ISREG(mode) or stat.S_ISLNK(mode)


def strays(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Files that nobody reads, with what is wrong with their names."""
    flows = [stem(name) for name in names if FLOW.match(name) and name != SITE]
    for name in names:
        if (found := COMPANION.match(name)) and found["flow"] not in flows:
            hint = did_you_mean(found["flow"], flows)
            yield name, f"is not read: it belongs to a flow “{found['flow']}”{hint}"
        elif not found and not FLOW.match(name) and (meant := _meant(name)):
            yield name, f"is not read: a flow's file is named such as  {meant}.yaml"


def _meant(name: str) -> str:
    """What a file with a name like that of a flow should be called, "" for other files."""
    found = _YAML.match(name)
    return (
        re.sub(r"\W+", "_", found["stem"]).strip("_") if found and not _SHEET.search(name) else ""
    )

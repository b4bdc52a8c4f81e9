"""What a person names, a flow or its file; what there is where it is not there."""

from __future__ import annotations

from pathlib import Path

from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.explaining import did_you_mean
from bot.errors import UserMistake
from bot.library import Library, shipped, shown
from bot.settings import Settings


def flow_named(library: Library, flow_id: str) -> CompiledFlow:
    """The flow with this id; else a sentence, with the files that cannot be used."""
    flow = library.flows.get(flow_id)
    if flow is None:
        broken = [str(p) for p in library.problems if p.severity == "error"]
        known = f"there is no flow “{flow_id}”{did_you_mean(flow_id, library.flows)}"
        raise UserMistake("\n".join([known, *broken]))
    return flow


def must_exist(path: Path, settings: Settings) -> None:
    """Refuses a file that is not there; where its name is that of a flow, with the flow's file."""
    if not path.exists():
        named = (settings.flows or shipped()) / f"{path.name.removesuffix('.yaml')}.yaml"
        hint = f": did you mean {shown(named)}?" if named.exists() else ""
        raise UserMistake(f"{path}: there is no such file{hint}")

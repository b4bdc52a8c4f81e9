"""The flows in the web: what is live, what is wrong with a file, and a flow as a picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from bot.dialogue.picture import picture
from bot.dialogue.site import Site
from bot.errors import Problem
from bot.library import Library
from bot.records import frozen

SHORT = 8
EXAMPLE: Final = "https://www.example.com"
SNIPPET: Final = """\
<script src="{address}/widget.js" data-flow="{flow}" async></script>
<noscript><a href="{address}/chat/{flow}">Chat with us</a></noscript>
"""


@frozen
class Shelf:
    """The library as it is now, and the problems of the files as they are now."""

    library: Callable[[], Library]
    problems: Callable[[], tuple[Problem, ...]]

    @property
    def errors(self) -> list[Problem]:
        """What keeps a saved file from going live."""
        return [problem for problem in self.problems() if problem.severity == "error"]


def flow_list(shelf: Shelf) -> dict[str, Any]:
    """What the list of flows shows."""
    library = shelf.library()
    return {
        "flows": [
            {
                "id": flow.flow.id,
                "title": flow.flow.title,
                "version": flow.hash[:SHORT],
                "questions": len(flow.flow.questions),
                "languages": ", ".join(flow.flow.languages),
                "file": library.files[id_].name if id_ in library.files else "",
            }
            for id_, flow in sorted(library.flows.items())
        ],
        "errors": shelf.errors,
        "warnings": [p for p in shelf.problems() if p.severity == "warning"],
    }


def flow_page(shelf: Shelf, flow_id: str) -> dict[str, Any] | None:
    """What the page of one flow shows; None where there is no such flow."""
    flow = shelf.library().flows.get(flow_id)
    if flow is None:
        return None
    return {"flow": flow.flow, "version": flow.hash[:SHORT], "picture": picture(flow.flow)}


def embedding(site: Site, flow_id: str, asked_at: str) -> dict[str, Any]:
    """What a page of one's own website needs to show a flow; ``asked_at`` is the address by which
    the inbox was reached, for where the site names none."""
    address = (site.base_url or asked_at).rstrip("/")
    return {
        "address": address,
        "snippet": SNIPPET.format(address=address, flow=flow_id),
        "named": bool(site.base_url),
        "origins": site.allowed_origins,
        "example": EXAMPLE,
    }

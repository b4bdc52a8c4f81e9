"""What a page was asked to list: its query, strictly read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from urllib.parse import urlencode

from bot.admin.shown import BANDS
from bot.records import frozen
from storage.rows import Lead
from storage.store import LeadFilter

PAGE: Final = 40
MAX_SEARCH: Final = 200
KNOWN: Final = frozenset({"band", "q", "before", "note"})


class OddQuery(Exception):  # noqa: N818 - answered with 400, not a fault
    """The query holds something no page of ours asks for."""


@frozen
class Asked:
    """Band tab, search text, and where the page before ended."""

    band: str = ""
    text: str = ""
    before: tuple[datetime, str] | None = None

    @property
    def everything(self) -> bool:
        """No search and no later page: new leads may be put on top."""
        return not self.text and self.before is None

    @property
    def where(self) -> LeadFilter:
        """The filter for the store; one more than shown, to know whether there are older ones."""
        return LeadFilter(band=self.band, text=self.text, before=self.before, limit=PAGE + 1)

    def fits(self, lead: Lead) -> bool:
        """Whether a lead that just changed belongs on this page."""
        return self.everything and self.band in ("", lead.band)

    @property
    def query(self) -> str:
        """What is listed, as part of an address."""
        return self._query({})

    def _query(self, changes: Mapping[str, str]) -> str:
        given = {"band": self.band, "q": self.text, **changes}
        return urlencode({name: value for name, value in given.items() if value})

    def link(self, **changes: str) -> str:
        """The address of this list with something changed."""
        query = self._query(changes)
        return f"/admin?{query}" if query else "/admin"


def asked(query: Mapping[str, str]) -> Asked:
    """Read a query; raises OddQuery."""
    if not set(query) <= KNOWN:
        raise OddQuery
    band, text = query.get("band", ""), query.get("q", "").strip()
    if band not in ("", *BANDS) or len(text) > MAX_SEARCH:
        raise OddQuery
    before = query.get("before", "")
    return Asked(band, text, _cursor(before) if before else None)


def cursor(lead: Lead) -> str:
    """Where a page ended, for the address of the next one."""
    return f"{lead.updated_at.isoformat()}~{lead.id}"


def _cursor(text: str) -> tuple[datetime, str]:
    at, _, id_ = text.partition("~")
    try:
        found = datetime.fromisoformat(at)
    except ValueError:
        raise OddQuery from None
    if found.tzinfo is None or not id_ or len(text) > MAX_SEARCH:
        raise OddQuery
    return found, id_

"""Keeps delivered copies true: each is edited until it shows what it should show now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bot.alerts import outgoing
from bot.alerts.cards import KINDS as CARDS
from bot.alerts.desk import Desk
from bot.alerts.directory import Addressee
from bot.alerts.outcomes import Again, Delivered, Hopeless, Outcome
from bot.alerts.talk import Posted
from bot.alerts.view import MENUS, Case, View, view
from storage.rows import AlertCopy, Outgoing


class Editor:
    """Sends ``alert.edit`` rows: one edit a row, so that a chat is never hurried."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def edit(
        self, row: Outgoing, case: Case, box: Addressee, payload: dict[str, Any]
    ) -> Outcome:
        """Bring a copy of this reader up to date; further ones get rows of their own."""
        copies = await self._desk.store.alert_copies(row.lead_id)
        only, menu = payload.get("message"), payload.get("menu")
        mine = [
            copy for copy in copies if copy.agent == box.id and only in {None, copy.message_id}
        ]
        if menu is not None:
            mine = [_with_menu(copy, menu) for copy in mine]
        stale = self._stale(case, box, mine)
        then = self._latecomers(row, case, box, copies)
        if not stale or self._desk.messenger is None:
            return Delivered("nothing to edit", then=then)
        now = self._desk.clock()
        then += tuple(
            outgoing.edit(row.lead_id, box, str(row.id), now, message=copy.message_id)
            for copy, _ in stale[1:]
        )
        copy, shown = stale[0]
        at = Posted(copy.chat_id, copy.message_id)
        if copy.kind in CARDS:
            done = await self._desk.messenger.remove(at)
        else:
            done = await self._desk.messenger.edit(at, shown.text, shown.keyboard, shown.picture)
        if isinstance(done, Posted):
            return Delivered("edited", replace(copy, digest=shown.digest), then)
        if isinstance(done, Again):
            return done
        why = done.why if isinstance(done, Hopeless) else "the group moved away with its messages"
        return Hopeless(why, then)

    def _stale(
        self, case: Case, box: Addressee, mine: Iterable[AlertCopy]
    ) -> list[tuple[AlertCopy, View]]:
        """The copies that show something else than they should."""
        seen = [(copy, self._shown(case, box, copy)) for copy in mine]
        return [(copy, shown) for copy, shown in seen if shown.digest != copy.digest]

    def _shown(self, case: Case, box: Addressee, copy: AlertCopy) -> View:
        if copy.kind in CARDS:
            keeps = case.owner == box.id and not case.gone
            return View(copy.kind if keeps else "")
        return view(case, box.id, copy.kind, self._desk.signer)

    def _latecomers(
        self, row: Outgoing, case: Case, box: Addressee, copies: list[AlertCopy]
    ) -> tuple[Outgoing, ...]:
        """Edits for those rung after the first ring: a turn's edits name only the first."""
        if case.story.first[:1] != (box.id,):
            return ()
        late = sorted({copy.agent for copy in copies} - set(case.story.first))
        others = [other for id_ in late if (other := self._desk.directory.box(id_))]
        now = self._desk.clock()
        return tuple(outgoing.edit(row.lead_id, other, str(row.id), now) for other in others)


def _with_menu(copy: AlertCopy, menu: str) -> AlertCopy:
    """The copy with this menu open, or with none."""
    kind = copy.kind.partition("/")[0]
    return replace(copy, kind=f"{kind}/{menu}" if menu in MENUS else kind)

"""Viewings in an agent's Telegram: a card with buttons, the calendar file, and reminders."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from html import escape
from typing import Any, Final

from bot.alerts import outgoing
from bot.alerts.callbacks import Press
from bot.alerts.cards import NAME
from bot.alerts.claiming import Done
from bot.alerts.desk import Desk
from bot.alerts.mail import letter_row
from bot.alerts.outcomes import Again, Delivered, Hopeless, Outcome
from bot.alerts.talk import UNKNOWN_MESSAGE, Failure, Moved, Posted, Pressed, Word
from bot.alerts.view import Button, Keyboard
from bot.channels.telegram_relay import BY_INBOX, person
from bot.dialogue.site import Agent
from bot.leads import words
from bot.takeover import Cause
from bot.viewing_desk import GONE, Appointment, ViewingDesk
from bot.viewing_letters import letter
from storage.rows import Outgoing, UpdateKey

LETTERS: Final = frozenset("yeu")  # of the buttons under a viewing
OFFERED: Final = 8  # times to move to
HEADS: Final = {
    "asked": "📅 Viewing requested",
    "moved": "📅 Viewing moved by the visitor",
    "confirmed": "📅 Viewing confirmed",
    "cancelled": "✖️ Viewing cancelled",
    "tomorrow": "⏰ Viewing tomorrow",
    "soon": "⏰ Viewing in about an hour",
}
WHICH: Final = "To which time? The visitor is told at once."
SURE: Final = "Really cancel this viewing? The visitor is told at once."
NO_TIMES: Final = "No other time is free. Write to the visitor instead."


class Viewings:
    """The sender of ``book.*`` rows, and the handler of the buttons under them."""

    def __init__(self, desk: Desk, viewings: ViewingDesk) -> None:
        self._desk, self._viewings = desk, viewings

    # ---- what is sent -----------------------------------------------------------------------

    async def send(self, row: Outgoing) -> Outcome:
        """Send a row, if it still says what is so."""
        payload: dict[str, Any] = json.loads(row.payload)
        booking = await self._desk.store.booking(str(payload["booking"]))
        if booking is None or booking.number != payload["number"]:
            return Delivered("changed since")
        found = await self._viewings.appointment(booking)
        if found is None:
            return Delivered("the lead is gone")
        if row.kind == "book.file":
            return await self._file(found)
        if row.kind == "book.guest":
            return await self._guest(found, str(payload["chat"]))
        if row.kind == "book.remind":
            return await self._remind(row, found, str(payload["what"]))
        return await self._card(row, found, str(payload["what"]))

    async def _card(self, row: Outgoing, found: Appointment, what: str) -> Outcome:
        keyboard = self._buttons(found) if found.booking.takes_time else ()
        done = await self._post(found, what, keyboard)
        if isinstance(done, Again):
            return done
        files = await self._files(row, found) if found.booking.takes_time else ()
        return replace(done, then=(*files, *await self._letter(row, found, what)))

    async def _remind(self, row: Outgoing, found: Appointment, what: str) -> Outcome:
        """Both are reminded; the visitor's turn counts once, however often this is tried."""
        if not found.booking.takes_time:
            return Delivered("withdrawn")
        if await self._may_write(found):
            await self._viewings.remind(found.booking, what)
        done = await self._post(found, what, self._buttons(found))
        if isinstance(done, Again):
            return done
        return replace(done, then=await self._letter(row, found, what))

    async def _file(self, found: Appointment) -> Outcome:
        """The file for who shows the home; whoever has the lead gets it with name and number."""
        lead_id, now = found.lead.id, self._desk.clock()
        owner = self._desk.directory.agent(found.lead.owner)
        if owner is not None:
            cause = f"{found.booking.id}:{found.booking.number}"
            return Delivered("", then=(outgoing.calendar(lead_id, owner, cause, now),))
        chat, messenger = await self._chat(found), self._desk.messenger
        if not chat or messenger is None:
            return Delivered(BY_INBOX)
        content = await self._viewings.file(found.booking)
        done = await messenger.post_file(chat, NAME, content, silent=True)
        return await self._arrived(done, lead_id)

    async def _guest(self, found: Appointment, chat: str) -> Outcome:
        """The file for the visitor, in their own Telegram chat."""
        messenger = self._desk.messenger
        if messenger is None or not await self._may_write(found):
            return Delivered("not told: they want no contact")
        content = await self._viewings.file(found.booking)
        done = await messenger.post_file(chat, NAME, content, silent=True)
        if isinstance(done, Again):
            return done
        return Delivered("telegram" if isinstance(done, Posted) else "the visitor took it not")

    async def _may_write(self, found: Appointment) -> bool:
        store = self._desk.store
        return await store.may_contact(await store.keys_of(found.lead.id))

    async def _arrived(self, done: Posted | Failure, lead_id: str) -> Outcome:
        """Remember whom it is about: an answer to it is for them, an erasure takes it back."""
        if not isinstance(done, Posted):
            return _failed(done)
        if done.message_id != UNKNOWN_MESSAGE:
            now = self._desk.clock()
            await self._desk.store.keep_post(done.chat_id, done.message_id, lead_id, now)
        return Delivered("telegram")

    async def _post(self, found: Appointment, what: str, keyboard: Keyboard) -> Outcome:
        chat, messenger = await self._chat(found), self._desk.messenger
        if not chat or messenger is None:
            return Delivered(BY_INBOX)
        shows = bool(found.lead.owner) or not self._desk.cases.site().hide_contact_until_claim
        number = found.lead.phone if shows and found.booking.takes_time else ""
        done = await messenger.post(chat, _text(found, what, number), keyboard, silent=True)
        return await self._arrived(done, found.lead.id)

    async def _chat(self, found: Appointment) -> str:
        """Where who shows the home is reached; else whoever was rung first."""
        agent = found.agent
        if not agent:
            copies = await self._desk.store.alert_copies(found.lead.id)
            agent = copies[0].agent if copies else ""
        return await self._desk.directory.chat_of(agent) if agent else ""

    async def _files(self, row: Outgoing, found: Appointment) -> tuple[Outgoing, ...]:
        """The calendar file to the agent, and into the visitor's Telegram chat. On the website
        the chat has a link to it."""
        now, store = self._desk.clock(), self._desk.store
        made = Outgoing(
            row.key.replace("book.card", "book.file"), "book.file", "", row.payload, now,
            row.lead_id, created_at=now,
        )  # fmt: skip
        rows = [made]
        talk = await store.conversation(found.booking.conversation)
        if talk is not None and talk.channel == "telegram":
            key, lane = row.key.replace("book.card", "book.guest"), f"tg:{talk.peer}"
            payload = json.dumps({**json.loads(row.payload), "chat": talk.peer})
            rows.append(replace(made, key=key, kind="book.guest", lane=lane, payload=payload))
        return tuple(rows)

    async def _letter(self, row: Outgoing, found: Appointment, what: str) -> tuple[Outgoing, ...]:
        """The same by e-mail, where the visitor gave an address: the chat may be closed."""
        lead = found.lead
        if not (self._desk.mails and lead.email and await self._may_write(found)):
            return ()
        about = (found.spoken, found.address, self._desk.cases.site().company)
        content = await self._viewings.file(found.booking)
        written = letter(lead.email, lead.lang, what, about, content)
        return (letter_row(f"{row.key}:mail", written, self._desk.clock(), row.lead_id),)

    def _buttons(self, found: Appointment) -> Keyboard:
        if not found.agent:
            return ()
        named = [("✅ Confirm", "confirm")] if found.booking.state != "confirmed" else []
        named += [("🔁 Move", "move"), ("✖️ Cancel", "cancel")]
        return (tuple(self._button(label, verb, found) for label, verb in named),)

    def _button(self, label: str, verb: str, found: Appointment, arg: str = "") -> Button:
        data = self._desk.signer.data(f"viewing_{verb}", found.booking.id, found.agent, arg)
        return Button(label, data=data)

    # ---- what agents press ------------------------------------------------------------------

    async def press(self, pressed: Pressed, key: UpdateKey) -> bool:
        """A button under a viewing."""
        if pressed.data.partition(".")[0] not in LETTERS:
            return False
        agent = await self._desk.directory.agent_of(pressed.user)
        press = self._desk.signer.read(pressed.data, agent.id) if agent is not None else None
        done = Done(False, "This button does not work here.")
        if agent is not None and press is not None:
            done = await self._act(press, agent, pressed, key)
        if self._desk.messenger is not None:
            await self._desk.messenger.answer(pressed.id, done.text, alert=not done.ok)
        return True

    async def word(self, _word: Word, _key: UpdateKey) -> bool:
        """Viewings are not spoken to."""
        return False

    async def _act(self, press: Press, agent: Agent, pressed: Pressed, key: UpdateKey) -> Done:
        verb, arg = press.verb.removeprefix("viewing_"), press.arg
        booking = await self._desk.store.booking(press.lead_id)
        found = await self._viewings.appointment(booking) if booking is not None else None
        if booking is None or found is None or not booking.takes_time:
            return Done(False, GONE)
        if verb != "confirm" and not arg:
            return await self._ask(verb, found, pressed)
        at = _unpacked(arg) if verb == "move" else ""
        cause = Cause(f"{key.bot}:{key.update_id}", key)
        return await self._viewings.arrange(booking.id, agent, verb, cause, at)

    async def _ask(self, verb: str, found: Appointment, pressed: Pressed) -> Done:
        """Which time, or whether it is meant: asked below, so that a slip does nothing."""
        rows: Keyboard = ((self._button("✖️ Yes, cancel it", "cancel", found, "yes"),),)
        text = SURE
        if verb == "move":
            times = await self._viewings.times(found.booking, OFFERED)
            rows = tuple(
                (self._button(label, "move", found, _packed(iso)),) for iso, label in times
            )
            text = WHICH if times else NO_TIMES
        if self._desk.messenger is not None:
            await self._desk.messenger.post(str(pressed.chat), text, rows, silent=True, html=False)
        return Done(True, "")


def _text(found: Appointment, what: str, number: str) -> str:
    """A card: what, when, who, where."""
    name = f"👤 {person(found.lead)} {words.phone(number) if number else ''}"
    parts = (f"{HEADS[what]} · {found.when}", name.strip())
    lines = [*parts, f"🏠 {found.address}" if found.address else ""]
    return "\n".join(escape(line, quote=False) for line in lines if line)


def _failed(done: Again | Hopeless | Moved) -> Outcome:
    return Hopeless("the chat moved away") if isinstance(done, Moved) else done


def _packed(iso: str) -> str:
    """A time short enough for a button: 2603141100."""
    return datetime.fromisoformat(iso).strftime("%y%m%d%H%M")


def _unpacked(arg: str) -> str:
    try:
        return datetime.strptime(arg, "%y%m%d%H%M").strftime("%Y-%m-%dT%H:%M")  # noqa: DTZ007
    except ValueError:
        return ""

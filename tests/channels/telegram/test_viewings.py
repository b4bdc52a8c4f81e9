"""Viewings: nobody gets a time twice, both sides can change it, both are told and reminded."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from storage.rows import Booking, Outgoing
from tests.alerts.office import until
from tests.channels.telegram.chats import DANA, MARCUS, Site, Web, eventually, site
from tests.channels.telegram.phone import Phone
from tests.fakes.botapi import FakeBotApi
from tests.fakes.mailbox import mailbox

HOME = {"id": "MLS1234567", "address": "1808 Juniper Hill Dr, Round Rock", "price": 465000}
REST = ("asap", "pre-approved", "no", "Chris Ode", "737-555-0141")


@pytest.fixture
async def office(tmp_path: Path, api: FakeBotApi) -> AsyncIterator[Site]:
    async with site(tmp_path, api) as made:
        yield made


async def asks(office: Site) -> Web:
    """A visitor who is asked when it suits them."""
    visitor = await office.visitor("Yes, in person", flow="listing", listing=HOME)
    assert visitor.last["ask"]["question"] == "viewing_at"
    return visitor


async def books(office: Site, slot: int = -1) -> Web:
    """A visitor who has booked one of the free times."""
    visitor = await asks(office)
    value = visitor.last["ask"]["options"][slot]["value"]
    status, _ = await visitor.turn(question="viewing_at", choice=value)
    assert status == 200
    await visitor.say(*REST)
    await office.quiet()
    return visitor


async def books_in_telegram(office: Site, api: FakeBotApi) -> Phone:
    """A visitor in Telegram who has booked one of the free times."""
    phone = Phone(api, office.doorstep)
    await phone.say("/start f-listing__m-austin__l-MLS1234567")
    await phone.press("Yes, in person")
    await phone.press(phone.buttons()[-3])
    await office.quiet()
    for text in REST[:-1]:
        await phone.say(text)
    await phone.share("+17375550141")
    return phone


async def booking(office: Site, visitor: Web) -> Booking:
    found = await office.doorstep.store.booking_of(visitor.id)
    assert found is not None
    return found


async def rows(office: Site, kind: str, state: str = "") -> list[Outgoing]:
    found = await office.doorstep.store.outbox(state, limit=200)
    return [row for row in found if row.kind == kind]


async def said(visitor: Web, words: str) -> list[str]:
    """The bot's lines with these words."""
    return [line for line in await visitor.lines("bot") if words in line]


async def card(office: Site, text: str) -> dict[str, Any]:
    """The agent's last message that says this."""

    async def there() -> bool:
        return any(text in m["text"] for m in office.api.shown(DANA))

    await eventually(there)
    await office.quiet()
    return [m for m in office.api.shown(DANA) if text in m["text"]][-1]


async def test_a_booked_time_is_gone_and_both_get_it_for_their_calendar(office: Site) -> None:
    visitor = await books(office)
    made = await booking(office, visitor)
    assert (made.state, made.place, made.agent) == ("asked", "MLS1234567", "dana")
    link = visitor.last["messages"][-1]["text"].rpartition("calendar: ")[2]
    assert link.startswith(f"{office.doorstep.address}/viewings/")
    async with office.http.get(link) as reply:
        assert reply.headers["Content-Type"] == "text/calendar; charset=utf-8"
        (event,) = Calendar.from_ical(await reply.read()).walk("VEVENT")
    assert event.decoded("DTSTART") == made.starts_at
    assert str(event["STATUS"]) == "TENTATIVE"
    assert "1808 Juniper Hill Dr" in str(event["LOCATION"])
    assert "👤 Chris Ode +1 737-555-0141" in (await card(office, "📅 Viewing requested"))["text"]
    (sent,) = await office.api.wait_for("sendDocument", chat=DANA)
    assert sent.params["content"].startswith(b"BEGIN:VCALENDAR")
    other = await asks(office)
    offered = [option["value"] for option in other.last["ask"]["options"]]
    gone = made.starts_at.astimezone(UTC)
    assert gone not in [datetime.fromisoformat(value).astimezone(UTC) for value in offered]
    async with office.http.get(f"{office.doorstep.address}/viewings/{'x' * 22}.ics") as reply:
        assert reply.status == 404


async def test_of_fifty_who_want_one_time_one_gets_it_and_the_others_the_next(
    office: Site,
) -> None:
    crowd = [await asks(office) for _ in range(50)]
    value = crowd[0].last["ask"]["options"][1]["value"]
    told = await asyncio.gather(
        *(visitor.turn(question="viewing_at", choice=value) for visitor in crowd)
    )
    assert {status for status, _ in told} == {200}
    won = [reply for _, reply in told if reply["ask"]["question"] == "timeline"]
    lost = [reply for _, reply in told if reply["ask"]["question"] == "viewing_at"]
    assert (len(won), len(lost)) == (1, 49)
    for reply in lost:
        assert "That one's taken" in reply["messages"][-1]["text"]
        assert value not in [option["value"] for option in reply["ask"]["options"]]
    held = [await office.doorstep.store.booking_of(visitor.id) for visitor in crowd]
    assert len([one for one in held if one is not None]) == 1
    loser = crowd[[status_reply[1] for status_reply in told].index(lost[0])]
    await loser.say("the second one")
    assert loser.last["ask"]["question"] == "timeline"


async def test_a_time_that_was_typed_while_it_went_is_answered_with_others(office: Site) -> None:
    first, second = await asks(office), await asks(office)
    value = first.last["ask"]["options"][2]
    one, two = await asyncio.gather(
        first.turn(text=value["label"]), second.turn(text=value["label"])
    )
    asked = sorted(reply["ask"]["question"] for _, reply in (one, two))
    assert asked == ["timeline", "viewing_at"]


async def test_an_agent_confirms_with_a_button_and_the_visitor_reads_it(office: Site) -> None:
    visitor = await books(office)
    shown = await card(office, "📅 Viewing requested")
    forged = await office.api.press(shown, "Confirm", user=MARCUS)
    assert forged["text"] == "This button does not work here."
    toast = await office.api.press(shown, "Confirm")
    assert toast["text"] == "Confirmed; the visitor is told."
    assert (await booking(office, visitor)).state == "confirmed"
    (told,) = await said(visitor, "confirmed your viewing")
    assert "/viewings/" in told
    await card(office, "📅 Viewing confirmed")
    again = await office.api.press(shown, "Confirm")
    assert again["text"] == "Confirmed; the visitor is told."
    assert len(await said(visitor, "confirmed your viewing")) == 1


async def test_an_agent_moves_it_to_a_free_time_and_cancels_it(office: Site) -> None:
    visitor = await books(office)
    before = await booking(office, visitor)
    await office.api.press(await card(office, "📅 Viewing requested"), "Move")
    times = await card(office, "To which time?")
    label = times["reply_markup"]["inline_keyboard"][0][0]["text"]
    assert (await office.api.press(times, label))["text"].startswith("Moved")
    moved = await booking(office, visitor)
    assert (moved.id, moved.state, moved.number > before.number) == (before.id, "confirmed", True)
    assert moved.starts_at != before.starts_at
    assert len(await said(visitor, "moved your viewing")) == 1
    confirmed = await card(office, "📅 Viewing confirmed")
    assert (await office.api.press(confirmed, "Cancel")).get("text", "") == ""
    assert (await booking(office, visitor)).takes_time, "a slip does nothing"
    await office.api.press(await card(office, "Really cancel"), "Yes, cancel it")
    assert (await booking(office, visitor)).state == "cancelled"
    assert len(await said(visitor, "had to cancel")) == 1
    await card(office, "✖️ Viewing cancelled")


async def test_the_visitor_moves_and_cancels_it_in_their_own_words(office: Site) -> None:
    visitor = await books(office)
    before = await booking(office, visitor)
    free = await office.doorstep.viewings.times(before, 1)
    await visitor.say(f"can you move it to {free[0][1]} please")
    moved = await booking(office, visitor)
    assert (moved.state, moved.number) == ("asked", before.number + 1)
    assert moved.starts_at != before.starts_at
    await card(office, "📅 Viewing moved by the visitor")
    await visitor.say("sorry, cancel the viewing")
    assert (await booking(office, visitor)).state == "cancelled"
    await card(office, "✖️ Viewing cancelled")
    assert await rows(office, "book.remind", "due") == []
    again = await books(office)
    assert (await booking(office, again)).starts_at == before.starts_at, "it is free again"


async def test_reminders_wait_for_both_and_are_withdrawn_when_the_time_changes(
    office: Site,
) -> None:
    visitor = await books(office)
    made = await booking(office, visitor)
    due = sorted(row.due_at for row in await rows(office, "book.remind", "due"))
    assert len(due) == 2
    for at, ahead in zip(due, (timedelta(days=1), timedelta(hours=1)), strict=True):
        assert at <= made.starts_at - ahead
        assert 8 <= at.astimezone(ZoneInfo("America/Chicago")).hour < 21
    free = await office.doorstep.viewings.times(made, 1)
    await visitor.say(f"move it to {free[0][1]}")
    now = await rows(office, "book.remind", "due")
    assert all(f":{made.number + 1}:" in row.key for row in now)
    assert len(await rows(office, "book.remind", "dropped")) == 2


async def test_a_reminder_reaches_both_and_only_once(office: Site) -> None:
    visitor = await books(office)
    soon = next(row for row in await rows(office, "book.remind", "due") if "soon" in row.key)
    for _ in range(2):
        await office.doorstep.store.put_back(soon.id, datetime.now(UTC))
        office.doorstep.alerts.wake()

        async def sent() -> bool:
            return soon.id in [row.id for row in await rows(office, "book.remind", "sent")]

        await eventually(sent)
    assert len(await said(visitor, "Your viewing is soon")) == 1
    await card(office, "⏰ Viewing in about an hour")


async def test_a_time_is_only_held_for_somebody_nobody_can_reach(office: Site) -> None:
    visitor = await asks(office)
    value = visitor.last["ask"]["options"][0]["value"]
    await visitor.turn(question="viewing_at", choice=value)
    held = await booking(office, visitor)
    assert held.state == "held"
    assert held.held_until is not None
    assert held.held_until - held.updated_at == timedelta(minutes=30)
    assert await rows(office, "book.card") == []


async def test_stop_gives_the_time_back_and_the_agent_is_told(office: Site) -> None:
    visitor = await books(office)
    await visitor.say("STOP")
    assert (await booking(office, visitor)).state == "cancelled"
    assert await rows(office, "book.remind", "due") == []
    shown = await card(office, "✖️ Viewing cancelled")
    assert "737" not in shown["text"]


async def test_in_telegram_the_visitor_is_reminded_in_the_chat(
    office: Site, api: FakeBotApi
) -> None:
    phone = await books_in_telegram(office, api)
    soon = next(row for row in await rows(office, "book.remind", "due") if "soon" in row.key)
    await office.doorstep.store.put_back(soon.id, datetime.now(UTC))
    office.doorstep.alerts.wake()
    await api.wait_for("sendMessage", chat=phone.chat, text="Your viewing is soon")


async def test_calendars_take_times_away_and_offer_others(tmp_path: Path, api: FakeBotApi) -> None:
    folder = tmp_path / "office"
    folder.mkdir()
    day = (datetime.now(UTC) + timedelta(days=3)).date()
    text = (Path(__file__).parents[3] / "flows" / "site.yaml").read_text("utf-8")
    slots = f"slots: [{day}T10:00, {day}T15:00]"
    text = text.replace(
        "slots: [Wed 14:00, Wed 17:30, Thu 15:00, Fri 15:00, Sat 11:00, Sun 13:00]",
        f"{slots}\n    calendar: juniper.ics",
    )
    text = text.replace("    shift: always", "    shift: always\n    calendar: dana.ics", 1)
    (folder / "site.yaml").write_text(text, "utf-8")
    (folder / "juniper.ics").write_bytes(calendar(day, "170000", "180000", free=True))
    (folder / "dana.ics").write_bytes(calendar(day, "093000", "103000"))
    async with site(tmp_path / "data", api, site=folder / "site.yaml") as office:
        visitor = await asks(office)
        values = [option["value"] for option in visitor.last["ask"]["options"]]
        assert values == [f"{day}T15:00", f"{day}T17:00", f"{day}T17:30"]


async def test_where_the_number_is_hidden_until_a_claim_the_card_hides_it_too(
    tmp_path: Path, api: FakeBotApi
) -> None:
    folder = tmp_path / "office"
    folder.mkdir()
    text = (Path(__file__).parents[3] / "flows" / "site.yaml").read_text("utf-8")
    (folder / "site.yaml").write_text(f"{text}\nhide_contact_until_claim: true\n", "utf-8")
    async with site(tmp_path / "data", api, site=folder / "site.yaml") as office:
        await books(office)
        shown = await card(office, "📅 Viewing requested")
        assert "737" not in shown["text"]
        await office.api.press(shown, "Confirm")
        assert "737-555-0141" in (await card(office, "📅 Viewing confirmed"))["text"]


def calendar(day: Any, start: str, end: str, *, free: bool = False) -> bytes:
    """A calendar file with one event, in local time."""
    date = f"{day:%Y%m%d}"
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", "BEGIN:VEVENT", "UID:1",
        f"DTSTART;TZID=America/Chicago:{date}T{start}",
        f"DTEND;TZID=America/Chicago:{date}T{end}",
        f"TRANSP:{'TRANSPARENT' if free else 'OPAQUE'}", "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode()


async def test_the_link_comes_whatever_the_score_and_with_every_new_time(office: Site) -> None:
    visitor = await asks(office)
    value = visitor.last["ask"]["options"][-1]["value"]
    await visitor.turn(question="viewing_at", choice=value)
    await visitor.say("just looking", "not sure", "no", "Wendy Park", "skip", "wendy@example.com")
    assert visitor.last["ended"]
    link = visitor.last["messages"][-1]["text"].rpartition("calendar: ")[2]
    assert link.startswith(f"{office.doorstep.address}/viewings/")
    free = await office.doorstep.viewings.times(await booking(office, visitor), 1)
    await visitor.say(f"can you move it to {free[0][1]} please")
    assert link in visitor.last["messages"][-1]["text"]


async def test_a_visitor_with_an_address_gets_a_letter_in_their_language_with_the_file(
    tmp_path: Path, api: FakeBotApi
) -> None:
    async with mailbox() as box, site(tmp_path, api, smtp_url=box.url) as office:
        visitor = await office.visitor("Ja, vor Ort", flow="listing", listing=HOME, lang="de")
        value = visitor.last["ask"]["options"][-1]["value"]
        await visitor.turn(question="viewing_at", choice=value)
        await visitor.say("sofort", "bar", "nein", "Jonas Weber", "überspringen")
        await visitor.say("jonas@example.com")
        await until(lambda: box.letters)
        assert box.envelopes[0][1] == ["jonas@example.com"]
        assert box.letter["Subject"].startswith("Ihre Besichtigung: ")
        assert "1808 Juniper Hill Dr" in box.text()
        (file,) = box.letter.iter_attachments()
        assert (file.get_content_type(), file.get_filename()) == ("text/calendar", "viewing.ics")
        (event,) = Calendar.from_ical(file.get_content()).walk("VEVENT")
        assert event.decoded("DTSTART") == (await booking(office, visitor)).starts_at
        soon = next(row for row in await rows(office, "book.remind", "due") if "soon" in row.key)
        for _ in range(2):
            await office.doorstep.store.put_back(soon.id, datetime.now(UTC))
            office.doorstep.alerts.wake()
            await until(lambda: len(box.letters) == 2)
            await office.quiet()
        await office.api.press(await card(office, "📅 Viewing requested"), "Cancel")
        await office.api.press(await card(office, "Really cancel"), "Yes, cancel it")
        await until(lambda: len(box.letters) == 3)
        _, reminder, gone = (one.get_body(("plain",)) for one in box.letters)
        assert "Zur Erinnerung, Ihre Besichtigung:" in str(reminder and reminder.get_content())
        assert "Ihre Besichtigung ist abgesagt:" in str(gone and gone.get_content())
        (file,) = box.letters[2].iter_attachments()
        (event,) = Calendar.from_ical(file.get_content()).walk("VEVENT")
        assert str(event["STATUS"]) == "CANCELLED"


async def test_a_visitor_in_telegram_gets_the_file_into_the_chat(
    office: Site, api: FakeBotApi
) -> None:
    phone = await books_in_telegram(office, api)
    await until(lambda: api.documents(phone.chat))
    (event,) = Calendar.from_ical(api.documents(phone.chat)[0]).walk("VEVENT")
    assert "reply in the chat" in str(event["DESCRIPTION"])
    assert "737" not in api.documents(DANA)[0], "who shows the home has not claimed it yet"

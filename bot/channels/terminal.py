"""A conversation in a terminal: for trying a flow out. Nothing is stored, nobody is rung."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from rich import box
from rich.console import Console, Group
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table
from rich.text import Text as Line

from bot.dialogue.compiled import CompiledFlow, Local
from bot.dialogue.effects import Answered, Effect, Ring, Said, Stale
from bot.dialogue.engine import Ask, Turn, ask_of, begin, step
from bot.dialogue.events import Back, Choose, Edit, Event, Skip, Start, Text
from bot.dialogue.memory import listing_id
from bot.dialogue.office import privacy_address
from bot.dialogue.scoring import Score
from bot.dialogue.session import Session
from bot.dialogue.speaking import spoken
from bot.leads import values
from bot.leads.alert_text import hot_alert
from bot.leads.facts import facts_of_session
from bot.leads.routing import route

BANDS: Final = {"hot": "bold red", "warm": "yellow", "cold": "cyan", "disqualified": "dim"}
HELP: Final = "a number presses a button · /back  /skip  /edit QUESTION  /why  /score  /quit"
PRESSED: Final = frozenset({"choice", "multi", "yesno", "datetime"})  # kinds whose numbers press
QUIT: Final = frozenset({"/quit", "/q", "/exit"})
WIDTH: Final = 92
ROW: Final = 66  # options that need more characters stand one below the other
Clock = Callable[[], datetime]


class Chat:
    """One conversation between a person at the keyboard and a flow."""

    def __init__(self, flow: CompiledFlow, console: Console, clock: Clock) -> None:
        self.flow = flow
        self.console = console
        self.clock = clock
        self.turn: Turn | None = None
        self.began = clock()
        self.typed: list[str] = []  # the visitor's lines in words, for a test

    def run(self, start: Start, lines: Iterator[str]) -> None:
        """Talk until the conversation ends, or the lines do."""
        self._show(begin(self.flow, start, self.clock()))
        for line in lines:
            text = line.strip()
            if text.lower() in QUIT:
                break
            if text:
                self._hear(text)
            if self._ended():
                break
        self.finish()

    def finish(self) -> None:
        """The score with its reasons, as an agent would see them."""
        if self.turn is not None:
            self.console.print()
            self.console.print(score_table(self.turn.score, self.turn.session.status))

    def _hear(self, text: str) -> None:
        turn = self.turn
        if turn is None:
            return
        if text in ("/help", "/?"):
            self._aside(HELP)
        elif text == "/privacy":  # as the greeting names it
            self._aside(f"the office's privacy page: {escape(privacy_address(self.flow.site))}")
        elif text == "/score":
            self.console.print(score_table(turn.score, turn.session.status))
        else:
            event = event_of(text, self._ask())
            self.typed.append(_in_words(event, text, self._ask()))
            self._show(step(self.flow, turn.session, event, self.clock()))

    def _ended(self) -> bool:
        return self.turn is not None and self.turn.session.status not in ("partial", "handoff")

    def _ask(self) -> Ask | None:
        return ask_of(self.flow, self.turn.session, self.clock()) if self.turn else None

    def _show(self, turn: Turn) -> None:
        """A turn on the screen: what was understood, what the bot says, what can be pressed."""
        self.turn = turn
        said = [effect for effect in turn.effects if isinstance(effect, Said)]
        if not self.console.is_terminal:  # nobody typed it here, so it is not there yet
            for line in said:
                if line.sender == "visitor":
                    self.console.print(f"[dim]You:[/] {escape(line.text)}")
        self._filled(turn)
        for effect in turn.effects:
            self._beside(turn, effect)
        for line in said:
            if line.sender == "bot":
                self._bot(line)
        self._options()

    def _bot(self, line: Said) -> None:
        name = self.flow.site.bot_name
        text = Line.assemble((f"{name}: ", "bold magenta"), line.text)
        for part in text.wrap(self.console, min(WIDTH, self.console.width)):
            self.console.print(part)

    def _options(self) -> None:
        """The buttons, numbered where a number presses one."""
        ask = self._ask()
        if ask is None:
            return
        pressed = ask.kind in PRESSED
        labels = [
            f"[bold cyan]{number}[/] {escape(label)}" if pressed else f"[cyan]{escape(label)}[/]"
            for number, (_, label) in enumerate(ask.options, 1)
        ]
        if ask.optional:
            labels.append("[dim]/skip[/]")
        broad = sum(len(label) + 6 for _, label in ask.options) > ROW
        if labels:
            self.console.print("   " + ("\n   " if broad else "   ").join(labels))

    def _filled(self, turn: Turn) -> None:
        """What the turn put into the lead, and what it is worth now."""
        local = local_of(self.flow, turn.session)
        changes = [change(local, e) for e in turn.effects if isinstance(e, Answered)]
        if changes:
            score = turn.score
            worth = f"[{BANDS[score.band]}]{score.total} {score.band}[/]"
            self._aside(f"✓ {' · '.join(changes)}   [not dim]{worth}[/]")

    def _beside(self, turn: Turn, effect: Effect) -> None:
        if isinstance(effect, Ring) and effect.kind in ("hot", "callback"):
            self.console.print(self._alert(turn, effect))
        elif isinstance(effect, Stale):
            self._aside("nothing to change there · " + HELP)

    def _alert(self, turn: Turn, ring: Ring) -> Panel:
        score, site = turn.score, self.flow.site
        facts = facts_of_session(
            turn.session,
            site,
            self.clock(),
            lead_id="chat",
            band=score.band,
            total=score.total,
            reasons=score.reasons,
            flow_title=self.flow.flow.title,
            asked=ring.data.get("asked", ""),
        )
        routing = route(facts, site, self.clock())
        names = ", ".join(agent.name for agent in routing.agents) or "nobody"
        facts = replace(facts, opens=routing.opens)
        body = Group(Line(hot_alert(facts, html=False)), Line(routing.why, style="dim"))
        title = f"rings {escape(names)}"
        return Panel(body, title=title, border_style="red", box=box.ROUNDED, width=WIDTH)

    def _aside(self, markup: str) -> None:
        self.console.print(f"   [dim]{markup}[/]")


def _in_words(event: Event, text: str, ask: Ask | None) -> str:
    """What was typed, pressed or skipped, as a visitor would say it."""
    if isinstance(event, Choose) and ask is not None:
        labels = dict(ask.options)
        return ", ".join(labels.get(value, value) for value in event.values)
    if isinstance(event, Text):
        return event.text
    return {"/skip": "skip", "/back": "back"}.get(text, text)


def event_of(text: str, ask: Ask | None) -> Event:
    """What a typed line means: a command, a button's number, or simply words."""
    command, _, rest = text.partition(" ")
    commands: dict[str, Event] = {"/back": Back(), "/skip": Skip(), "/why": Text("why?")}
    if command in commands:
        return commands[command]
    if command == "/edit":
        return Edit(rest.strip())
    if ask is not None and ask.kind in PRESSED and text.isascii() and text.isdigit():
        number = int(text[:4]) - 1
        if 0 <= number < len(ask.options):
            return Choose(ask.question, (ask.options[number][0],))
    return Text(text)


def change(local: Local, answered: Answered) -> str:
    """One field as it was filled or dropped: "Budget $450,000"."""
    name = values.label(answered.field)
    if answered.value is None:
        return f"{name} –"
    return f"{name} [green]{escape(spoken(local, answered.field, answered.value))}[/]"


def score_table(score: Score, status: str) -> Panel:
    """The score, its reasons with their words, and what stands in the way of hot."""
    table = Table(box=box.SIMPLE, show_header=True, header_style="dim", pad_edge=False)
    table.add_column("points", justify="right")
    table.add_column("why")
    table.add_column("the visitor's words", style="dim")
    for reason in score.reasons:
        style = "green" if reason.points > 0 else "red"
        quote = f"“{escape(reason.quote)}”" if reason.quote else ""
        table.add_row(f"[{style}]{reason.points:+d}[/]", escape(reason.text), quote)
    parts = [table] if score.reasons else []
    notes = [Line(f"not hot: {line}", style="dim") for line in score.gate if score.band != "hot"]
    title = f"[{BANDS[score.band]}]{score.total} · {score.band}[/] · {status}"
    subtitle = f"fit {score.fit} + engagement {score.engagement}"
    return Panel(Group(*parts, *notes), title=title, subtitle=subtitle, width=WIDTH)


def local_of(flow: CompiledFlow, session: Session) -> Local:
    """The flow as this visitor sees it."""
    return flow.local(session.market, session.lang, listing_id(session.context))

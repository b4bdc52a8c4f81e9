"""site.yaml is checked like a flow: what it names exists, times and links can be understood."""

from __future__ import annotations

import pytest

from bot.dialogue.reading import read_site
from bot.errors import Problem

SITE = """\
company: Oak & Lane
default_market: austin
markets:
  austin: {country: US, currency: USD, tz: America/Chicago, min_price: 250000, areas: &A}
  leeds: {country: GB, currency: GBP, tz: Europe/London}
agents:
  - id: dana
    name: Dana Reyes
    telegram: 9000000000001
    email: dana@example.com
    markets: [austin]
    areas: [Zilker]
    teams: [sales]
    shift: Mon-Fri 08:00-18:00, Sat 09:00-13:00, Sun
    price_min: 100000
    price_max: 900000
teams:
  - {id: sales, name: Sales, lead: dana}
ladder:
  hot: [{after: 0s, to: owner}, {after: 60s, to: team:sales}, {after: 1h, to: agent:dana}]
listings:
  - id: A1
    address: 1 Elm St
    price: 465000
    market: austin
    agent: dana
    slots: [Tue 14:00, 2026-03-14T11:00]
    facts: {stove: It is gas.}
allowed_origins: [https://www.example.com]
hide_contact_until_claim: yes
variables: {sla: "5"}
webhooks: [{url: https://example.com/hook, events: [lead.hot]}]
""".replace("&A", "{Zilker: [78704], Domain: []}, coordinates: {Zilker: [30.26, -97.77]}")


def errors_of(text: str) -> list[Problem]:
    return [p for p in read_site(text, "site.yaml").problems if p.severity == "error"]


def test_everything_is_read() -> None:
    site = read_site(SITE, "site.yaml").site
    assert site is not None
    assert site.agents[0].telegram == 9_000_000_000_001
    assert site.markets["austin"].areas == {"Zilker": ("78704",), "Domain": ()}
    assert site.hide_contact_until_claim is True
    assert site.listings[0].slots == ("Tue 14:00", "2026-03-14T11:00")
    assert site.webhooks[0]["events"] == ["lead.hot"]
    assert site.market("nowhere") is site.markets["austin"]


def test_three_lines_are_an_office() -> None:
    text = (
        "company: Me\ndefault_market: here\n"
        "markets: {here: {country: US, currency: USD, tz: UTC}}\n"
    )
    made = read_site(text, "site.yaml")
    assert made.site is not None
    assert [(it.severity, it.message) for it in made.problems] == [
        ("warning", "“agents” names nobody: hot leads ring no phone and only stand in the inbox")
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "line", "words"),
    [
        ("company: Oak & Lane", "compny: Oak & Lane", 1, "did you mean “company”"),
        ("default_market: austin", "default_market: ▸autsin", 2, "did you mean “austin”?"),
        ("country: US", "country: ▸USA", 4, "two capital letters"),
        ("country: US", "country: ▸UK", 4, "did you mean “GB”?"),
        ("country: US", "country: ▸UX", 4, "such as US, GB or DE"),
        ("currency: USD", "currency: ▸Dollar", 4, "three capital letters"),
        ("America/Chicago", "▸America/Chigaco", 4, "no time zone"),
        ("America/Chicago", "▸../../etc/passwd", 4, "no time zone"),
        ("min_price: 250000", "min_price: ▸250k", 4, "expects a number"),
        ("min_price: 250000", "min_price: 250,▸000", 4, "without commas"),
        ("{Zilker: [30.26", "{▸Zliker: [30.26", 4, "did you mean “Zilker”?"),
        ("[30.26, -97.77]", "▸[300.26, -97.77]", 4, "latitude and longitude"),
        ("[30.26, -97.77]", "▸[30.26]", 4, "such as [30.27, -97.74]"),
        ("id: dana", "id: ▸dana reyes", 7, "without spaces"),
        ("telegram: 9000000000001", 'telegram: ▸"@dana"', 9, "doorstep agent invite"),
        ("email: dana@example.com", "email: ▸dana at example", 10, "no e-mail address"),
        ("@example.com", "@example.com\n    phone: ▸12", 11, "no phone number"),
        ("@example.com", "@example.com\n    phone: ▸512-CALL-DANA", 11, "+1 512-555-0110"),
        ("markets: [austin]", "markets: [▸autsin]", 11, "did you mean “austin”?"),
        ("areas: [Zilker]", "areas: [▸Zliker]", 12, "did you mean “Zilker”?"),
        ("teams: [sales]", "teams: [▸sale]", 13, "did you mean “sales”?"),
        ("Sat 09:00-13:00", "▸Saturday 9-13", 14, "Mon-Fri 08:00-18:00"),
        ("Mon-Fri 08:00-18:00", "▸Mo-Fr 8-18", 14, "Mon-Fri 08:00-18:00"),
        ("price_min: 100000", "price_min: ▸1000000", 15, "above"),
        ("lead: dana", "lead: ▸dan", 18, "did you mean “dana”?"),
        ("after: 60s", "after: ▸soon", 20, "such as 60s or 5m"),
        ("to: team:sales", "to: ▸team:slaes", 20, "did you mean “team:sales”?"),
        ("to: owner", "to: ▸boss", 20, "nobody"),
        ("hot: [", "▸hott: [", 20, "hot"),
        ("    market: austin", "    market: ▸austn", 25, "did you mean “austin”?"),
        ("    agent: dana", "    agent: ▸dan", 26, "did you mean “dana”?"),
        ("Tue 14:00", "▸Tuesday 2pm", 27, "write Tue 14:00"),
        ("https://www.example.com]", "▸https://www.example.com/a]", 29, "without a path"),
        ("https://www.example.com]", "▸'*']", 29, "no origin"),
        ("company: Oak & Lane", "company: Oak & Lane\nprivacy_url: ▸privacy", 2, "no link"),
        ("company: Oak & Lane", 'company: Oak & Lane\nbase_url: ▸"javascript:x"', 2, "no link"),
        ("{country: GB", "{lang: ▸english, country: GB", 5, "such as en, es"),
        ("areas: [Zilker]", "languages: [en, ▸spanish]", 12, "such as en, es"),
        ("company: Oak & Lane", "company: Oak & Lane\nbase_url: ▸/chat", 2, "with https://"),
    ],
)
def test_a_broken_site_is_refused_at_its_place(
    right: str, wrong: str, line: int, words: str
) -> None:
    assert right in SITE
    text = SITE.replace(right, wrong, 1)
    found = errors_of(text.replace("▸", ""))
    assert found
    assert found[0].line == line, [str(p) for p in found]
    assert words in found[0].message
    if "▸" in text:
        column = text.splitlines()[line - 1].index("▸") + 1
        assert found[0].column == column, [str(p) for p in found]


@pytest.mark.parametrize("phone", ["555-0110", "+44 20 7946 0018", "(512) 555.0110 ext. 12"])
def test_a_number_is_written_as_people_write_it(phone: str) -> None:
    assert not errors_of(SITE.replace("@example.com", f'@example.com\n    phone: "{phone}"', 1))


def test_what_is_sent_nowhere_is_said_and_refused_nobody() -> None:
    found = [p for p in read_site(SITE, "site.yaml").problems if p.severity == "warning"]
    assert [(p.code, p.line) for p in found] == [("webhooks.unsent", 32)]
    assert "sends nothing there" in found[0].message
    assert read_site(SITE, "site.yaml").site is not None


def test_an_id_is_one_agent() -> None:
    again = "  - {id: dana, name: Another Dana}\nteams:"
    (found,) = errors_of(SITE.replace("teams:\n", again + "\n", 1))
    assert "is there twice" in found.message
    assert found.message.startswith("agent “dana”: ")


def test_an_office_needs_a_market() -> None:
    codes = {p.code for p in errors_of("company: Me\ndefault_market: here\nmarkets: {}\n")}
    assert codes == {"market.none", "market.unknown"}


def test_all_problems_come_at_once() -> None:
    text = SITE.replace("austin:", "austin:", 1).replace("Zilker]", "Zliker]")
    text = text.replace("lead: dana", "lead: dan").replace("Tue 14:00", "Tuesday")
    assert [p.line for p in errors_of(text)] == [12, 18, 27]


@pytest.mark.parametrize("name", ["Christian families", "Für Kinder", "Over 55 only"])
def test_routing_by_a_protected_matter_is_refused(name: str) -> None:
    text = (
        "company: Us\ndefault_market: here\n"
        "markets: {here: {country: US, currency: USD, tz: UTC}}\n"
        "agents: [{id: dana, name: Dana, markets: [here]}]\n"
    )
    assert read_site(text + "teams: [{id: t, name: Condos, lead: dana}]\n", "s.yaml").site
    team = f"teams: [{{id: t, name: {name}, lead: dana}}]\n"
    (problem, *_) = read_site(text + team, "s.yaml").problems
    assert problem.code.startswith("fair_housing.")
    assert (problem.line, problem.message.startswith("team “t”")) == (5, True)

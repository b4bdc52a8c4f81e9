"""The export of a person as a page that they can read: one file, nothing to load, no script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, Final

from bot.leads.values import label

STYLE: Final = """
body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
h2{margin-top:2.5rem;border-bottom:1px solid #ccc}table{border-collapse:collapse;width:100%}
td,th{padding:.25rem .75rem .25rem 0;text-align:start;vertical-align:top}th{font-weight:600}
time,.soft{color:#666;font-size:.9rem}
""".replace("\n", "")
KINDS: Final = {
    "consent": "Consents",
    "upload": "Files",
    "booking": "Viewings",
    "outbox": "Sent or to be sent",
    "event": "What happened",
}


def page(told: Mapping[str, Any]) -> str:
    """The whole page."""
    return "".join(
        (
            '<!doctype html><html lang="en"><head><meta charset="utf-8">',
            '<meta name="robots" content="noindex">',
            f"<title>Your data at {_text(told['office'])}</title><style>{STYLE}</style></head>",
            f"<body><h1>Your data at {_text(told['office'])}</h1>",
            f"<p>Everything that is stored about you, as of {_time(told['made_at'])}.</p>",
            _list("You are recognised by", told["recognised_by"]),
            *(_lead(lead) for lead in told["leads"]),
            *_stored(told["stored"]),
            "</body></html>\n",
        )
    )


def _lead(lead: Mapping[str, Any]) -> str:
    facts = {
        "Name": lead["name"],
        "Phone": lead["phone"],
        "E-mail": lead["email"],
        "Asked about": lead["flow"],
        "First seen": lead["created_at"],
        "Last heard": lead["updated_at"],
        "Score": f"{lead['score']['total']} ({lead['band']})",
        "Stage": lead["stage"],
        **{label(name): value for name, value in lead["fields"].items()},
        **{f"Came from: {name}": value for name, value in lead["source"].items()},
    }
    return "".join(
        (
            f"<h2>{_text(lead['name'] or 'You')}, {_text(lead['flow'])}</h2>",
            _table(facts.items()),
            "<h3>Why this score</h3>",
            _table((f"{row['points']:+}", row["text"]) for row in lead["reasons"]),
            "<h3>What you agreed to</h3>",
            _table(
                (
                    row["at"],
                    f"{row['purpose']}: {'yes' if row['granted'] else 'no'}: {row['text']}",
                )
                for row in lead["consents"]
            ),
            "<h3>What happened</h3>",
            _table((row["at"], f"{row['text']} {row['detail']}") for row in lead["timeline"]),
            "<h3>The chat</h3>",
            _table((row["from"], row["text"]) for row in lead["transcript"]),
        )
    )


def _agreed(row: Mapping[str, Any]) -> str:
    return f"{row['purpose']}: {'yes' if row['granted'] else 'no'}. {row['text']}"


def _stored(stored: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterator[str]:
    """The rows as they are stored, so that nothing is left out."""
    yield "<h2>As it is stored</h2>"
    for table, rows in stored.items():
        name = KINDS.get(table, table.replace("_", " ").capitalize())
        yield f"<details><summary>{_text(name)} ({len(rows)})</summary>"
        for row in rows:
            yield _table((key, value) for key, value in row.items() if value not in ("", None))
        yield "</details>"


def _table(rows: Any) -> str:
    lines = "".join(
        f'<tr><th>{_text(name)}</th><td dir="auto">{_text(value)}</td></tr>'
        for name, value in rows
        if value not in (None, "")
    )
    return f"<table>{lines}</table>" if lines else '<p class="soft">Nothing.</p>'


def _list(title: str, items: Sequence[str]) -> str:
    lines = "".join(f"<li>{_text(item)}</li>" for item in items)
    return f"<p>{title}:</p><ul>{lines}</ul>" if lines else ""


def _time(at: str) -> str:
    return f"<time>{_text(at)}</time>"


def _text(value: Any) -> str:
    return escape(str(value))

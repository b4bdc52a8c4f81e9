"""``doorstep translate``: a sheet of the texts that a language has not yet, and their way back."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from bot import library
from bot.commands.options import with_settings
from bot.dialogue.flow import Flow
from bot.dialogue.phrases.book import LANGUAGES
from bot.dialogue.untranslated import missing
from bot.dialogue.worksheet import filled, merged, sheet
from bot.errors import FlowProblems, Problem, UserMistake
from bot.settings import Settings
from bot.versions import current

_LANGUAGE = re.compile(r"[a-z]{2}(-[A-Z]{2})?")


@click.command()
@click.argument("flow_id", metavar="FLOW")
@click.option("--lang", required=True, metavar="L", help="The language, such as es or es-MX.")
@with_settings
def command(flow_id: str, lang: str, settings: Settings) -> None:
    """Write a sheet of the texts that are missing in a language; merge what was filled in.

    \b
    Example:  doorstep translate buyer --lang es     makes buyer.es.missing.yaml
              (write the texts into it)
              doorstep translate buyer --lang es     moves them to buyer.es.yaml
    """
    if not _LANGUAGE.fullmatch(lang):
        raise UserMistake(f"--lang {lang}: a language is a code such as es or es-MX")
    _, path = current(settings.flows or library.shipped(), flow_id)
    work = _Work(path, lang, settings)
    if work.sheet.exists():
        work.merge()
    work.write()


class _Work:
    """One flow and one language: the companion file and the sheet beside it."""

    def __init__(self, path: Path, lang: str, settings: Settings) -> None:
        self.path = path
        self.lang = lang
        self.companion = path.with_name(f"{path.stem}.{lang}.yaml")
        self.sheet = path.with_name(f"{path.stem}.{lang}.missing.yaml")
        site = library.site_path(settings.flows, settings.site)
        self.site, _ = library.site_of(library.open_source(site))

    def merge(self) -> None:
        """What was filled in goes to its place, unless it cannot be used."""
        written = filled(self.sheet.read_text("utf-8"), missing(self._flow(), self.lang))
        if not written:
            return
        before = self.companion.read_text("utf-8") if self.companion.exists() else None
        text = merged(before or "", self.lang, written)
        self.companion.write_text(text, encoding="utf-8")
        errors = [p for p in self._problems() if p.severity == "error"]
        if errors:
            if before is None:
                self.companion.unlink()
            else:
                self.companion.write_text(before, encoding="utf-8")
            click.echo(f"nothing was merged; mend this in {self.sheet.name}:", err=True)
            click.echo("\n".join(f"  {problem.message}" for problem in errors), err=True)
            sys.exit(1)
        click.echo(f"{self.companion.name}: {_texts(len(written))} merged")

    def write(self) -> None:
        """The sheet of what is missing now; none where nothing is."""
        flow = self._flow()
        texts = missing(flow, self.lang)
        if not texts:
            self.sheet.unlink(missing_ok=True)
            click.echo(f"{flow.id} is complete in {self.lang}: nothing is missing")
            return
        self.sheet.write_text(sheet(flow, self.lang, texts), encoding="utf-8")
        click.echo(
            f"{self.sheet.name}: {_texts(len(texts))} to translate. Write them between the quotes "
            f"and run this again; until then they are said in {flow.languages[0]}"
        )
        if self.lang[:2] not in LANGUAGES:
            known = ", ".join(sorted(LANGUAGES))
            click.echo(f"note: the bot's own short phrases are there in {known} only", err=True)

    def _flow(self) -> Flow:
        reading = library.beside(self.path, self.site)
        if reading.flow is None:
            raise FlowProblems([p for p in reading.problems if p.severity == "error"])
        return reading.flow

    def _problems(self) -> list[Problem]:
        return list(library.beside(self.path, self.site).problems)


def _texts(count: int) -> str:
    return "1 text" if count == 1 else f"{count} texts"

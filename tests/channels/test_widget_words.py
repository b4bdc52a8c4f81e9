"""The widget's own words: complete in every language, the office's where it has its own."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path

import pytest

from bot.channels import uploads
from bot.channels.requests import TEXT_LIMIT
from bot.dialogue.phrases.book import LANGUAGES as SPOKEN
from bot.widget_words import CODES, ENGLISH, LANGUAGES, MAIL, TELEGRAM, WORDS, WidgetWords
from tests.alerts.office import office as site_of
from tests.channels.conftest import Start

_TEXT = r'"((?:[^"\\]|\\.)+)"'
# How the widget's source marks its own words, and words that come from elsewhere.
_USES = (
    rf"\b(?:word|own|named|item|aside)\((?:[^\"()]*\? )?{_TEXT}", rf"const [A-Z]+ = {_TEXT};",
    rf"\b(?:word|own)\([^()]*: {_TEXT}\)", rf"label\", (?:word\()?{_TEXT}",
    rf'"name", (?:word\()?{_TEXT}',
)  # fmt: skip


def used() -> set[str]:
    """The English words in the widget's source."""
    found = {text for pattern in _USES for text in re.findall(pattern, _source())}
    return {text for text in found if re.match(r"[A-Z][a-z].*|[A-Z][a-z]", text)}


def _source() -> str:
    folder = resources.files("widget") / "source"
    return "\n".join(
        file.read_text("utf-8") for file in folder.iterdir() if file.name.endswith(".js")
    )


def test_every_language_of_the_bot_has_every_word_of_the_widget() -> None:
    assert set(LANGUAGES) == set(SPOKEN)
    for lang, words in WORDS.items():
        assert set(words) == (set() if lang == "en" else ENGLISH), lang
        assert all(text.strip() for text in words.values())
    assert set(LANGUAGES["es-MX"]) == ENGLISH


def test_every_word_that_the_widget_uses_is_in_the_table() -> None:
    found = used()
    assert len(found) > 10
    assert found - ENGLISH == set()


def test_what_a_visitor_hears_when_an_answer_is_not_taken_is_in_every_language() -> None:
    assert f"Please keep it under {TEXT_LIMIT} characters." in ENGLISH
    refusals = (Path(uploads.__file__)).read_text("utf-8")
    assert {text for text in ENGLISH if f'"{text}"' in refusals} == {
        "The file is empty.",
        "Please send a picture or a PDF.",
    }


def test_what_the_widget_calls_by_a_code_is_told_in_every_language() -> None:
    source = _source()
    assert CODES.keys() < ENGLISH
    assert all(f'"{code}"' in source for code in CODES.values())
    for lang in LANGUAGES:
        assert set(CODES.values()) <= words_for(lang).keys(), lang


def words_for(
    lang: str, market: str = "austin", *, can: bool = True, **own: object
) -> dict[str, str]:
    site = site_of([], words=own)
    told: dict[str, str] = json.loads(
        WidgetWords(lambda: site, mail=can, telegram=can)(lang, market)
    )
    return told


def test_english_tells_what_the_widget_does_not_know_and_can_be_done() -> None:
    assert words_for("en") == {code: english for english, code in CODES.items()}
    for lang in LANGUAGES:
        refused = words_for(lang).keys() - words_for(lang, can=False).keys()
        assert refused == {CODES[MAIL], CODES[TELEGRAM]}


@pytest.mark.parametrize(
    ("lang", "skip"),
    [("de", "Überspringen"), ("es", "Omitir"), ("ar", "تخطٍّ"), ("de-AT", "Überspringen")],
)
def test_words_are_the_visitors(lang: str, skip: str) -> None:
    assert words_for(lang)["Skip"] == skip


def test_spanish_is_that_of_the_country() -> None:
    assert words_for("es")["Chat with us"] == "Platica con nosotros"  # Austin, Texas


def test_an_office_may_have_words_of_its_own() -> None:
    told = words_for("de", de={"Skip": "Lieber nicht"}, en={"Skip": "Rather not"})
    assert told["Skip"] == "Lieber nicht"
    assert told["Back"] == "Zurück"
    assert words_for("en", en={"Skip": "Rather not"})["Skip"] == "Rather not"
    assert words_for("en", en={"Your message": "Just ask"})["message"] == "Just ask"


async def test_words_come_with_the_first_reply_and_with_another_language(
    start: Start, tmp_path: Path
) -> None:
    flow = (tmp_path / "flows" / "tiny.yaml").read_text("utf-8")
    (tmp_path / "flows" / "tiny.yaml").write_text(flow + "languages: [en, de]\n", "utf-8")
    visitor = (await start()).visitor()
    begun = await visitor.begin(lang="de-DE")
    assert begun["words"]["Send"] == "Senden"
    assert (await visitor.state(0))["words"] == begun["words"]
    assert "words" not in await visitor.state(1)
    assert "words" not in (await visitor.send(question="timeline", choice="now"))[1]
    told = (await visitor.send(text="English please"))[1]
    assert told["words"] == words_for("en", can=False)
    again = (await visitor.send(text="auf Deutsch bitte"))[1]
    assert again["words"] == begun["words"]

"""E-mail addresses, typed or spoken; a likely mistake is asked about, never mended silently."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from email_validator import EmailNotValidError, validate_email
from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.understanding import answers
from bot.understanding.contact import preference
from bot.understanding.lexicon import email as lexicon
from bot.understanding.lexicon.common import WORDS
from bot.understanding.normalise import fold, plain
from bot.understanding.types import Reading, Slot, Surroundings
from bot.understanding.words import Phrases, cut

LONGEST: Final = 254
_LOCAL: Final = r"[^\s@<>()\[\],;:\"\\]"
_CANDIDATE: Final = re.compile(
    rf"(?<!{_LOCAL}){_LOCAL}{{1,64}}@[^\s@<>()\[\],;:\"'\\/?!=]{{3,190}}"
)
_AROUND: Final = ".-_'\"!?*"
_REFUSES: Final = Phrases({"refuse": lexicon.REFUSES_EMAIL})
_SPOKEN_PARTS: Final = re.compile(r"[^\s]+")
_INJECTED: Final = re.compile(r"%0[ad]|[\r\n\0]", re.IGNORECASE)
_IN_BRACKETS: Final = re.compile(r"(?<!\S)[<(\[]([^<>()\[\]\s]{3,254})[>)\]](?![^\s.,;!?])")
_SPOKEN_IN_BRACKETS: Final = re.compile(r"[\[({] ?([^\W\d_]{2,10}) ?[\])}]")
_LOW_DASH: Final = re.compile(r"gui[oó]n bajo", re.IGNORECASE)
LONGEST_TOP: Final = 24
SHORTEST_TOP: Final = 2
MOST_PIECES: Final = 6
_SPACED: Final = re.compile(r"[\w.+-]{1,64} ?@ ?[\w-]{2,63}(?: ?\. ?[\w-]{2,24}){1,3}(?![\w@])")
_DENIED: Final = re.compile(r"(?<!\w)(?:not|no|nicht|مو|مش|ليس|instead of|statt) $", re.IGNORECASE)
_CORRECTS: Final = Phrases({"corrects": lexicon.CORRECTS})
_NOT_BEFORE_AT: Final = frozenset('()<>"\\;,')


def read(text: str, slot: Slot, around: Surroundings) -> Reading | None:  # noqa: ARG001
    """The address that answers the question, with a hint where its domain looks mistyped."""
    if _INJECTED.search(text.strip()):
        return None
    folded = fold(text)
    found = _typed(folded) or _typed(_closed_up(folded))
    if found:
        meant = _meant(found, folded)
        return _with_preference(meant, text) if meant is not None else None
    spoken = _spoken(folded)
    if spoken:
        return spoken
    return _refusal(text) or _broken(folded)


def _meant(found: list[Reading], folded: str) -> Reading | None:
    """The one address, the last after a correction, the one that is not behind a "not"."""
    if len(found) == 1:
        return found[0]
    kept = [it for it in found if not _DENIED.search(folded[: it.span[0]])]
    if len(kept) == 1 or (kept and _CORRECTS.find(cut(folded))):
        return replace(kept[-1], sure=False)
    return None


def _closed_up(folded: str) -> str:
    """ "dani @ gmail . com": one address with spaces around its signs."""
    match = _SPACED.search(folded) if folded.count("@") == 1 else None
    if match is None:
        return folded
    return f"{folded[: match.start()]}{match[0].replace(' ', '')}{folded[match.end() :]}"


def find(text: str, slot: Slot, around: Surroundings) -> list[Reading]:  # noqa: ARG001
    """Addresses inside running text."""
    found = [] if _INJECTED.search(text.strip()) else _typed(fold(text))
    return found if len(found) == 1 else []


def _typed(text: str) -> list[Reading]:
    if "@" not in text:
        return []
    text = _IN_BRACKETS.sub(r" \1 ", text)
    if any(_is_glued(word) for word in text.split() if "@" in word):
        return []
    readings = (_valid(match) for match in _CANDIDATE.finditer(text))
    return [reading for reading in readings if reading]


def _is_glued(word: str) -> bool:
    """ "a@b.com;c@d.com" and quoted or bracketed local parts are refused as a whole."""
    return word.count("@") > 1 or bool(_NOT_BEFORE_AT.intersection(word[: word.index("@")]))


def _valid(match: re.Match[str]) -> Reading | None:
    text = match.group()
    start = match.start()
    text = text.removeprefix("mailto:").rstrip(_AROUND)
    return _reading(text, (start, start + len(text)))


def _reading(address: str, span: tuple[int, int], *, sure: bool = True) -> Reading | None:
    value = _normalised(address)
    if not value:
        return None
    local, domain = value.rsplit("@", 1)
    suggestion = _suggestion(domain)
    if suggestion:
        hint = {"typed": value, "suggest": f"{local}@{suggestion}"}
        return Reading(value, sure=False, ask="email_typo", ask_with=hint, span=span)
    return Reading(value, sure=sure and value.isascii(), span=span)


def _normalised(address: str) -> str:
    if len(address) > LONGEST or address.startswith("-"):
        return ""
    try:
        checked = validate_email(
            address, check_deliverability=False, test_environment=True, strict=True
        )
    except EmailNotValidError:
        return ""
    top = checked.domain.rpartition(".")[2]
    if top == checked.domain or not SHORTEST_TOP <= len(top) <= LONGEST_TOP:
        return ""
    return f"{checked.local_part}@{checked.ascii_domain.lower()}"


def _suggestion(domain: str) -> str:
    if domain in lexicon.DOMAINS:
        return ""
    if domain in lexicon.MISTAKES:
        return lexicon.MISTAKES[domain]
    best = extractOne(domain, lexicon.DOMAINS_TO_GUESS, scorer=OSA.distance, score_cutoff=1)
    return best[0] if best and domain not in lexicon.REAL_LOOKALIKES else ""


def _spoken(text: str) -> Reading | None:
    """ "dani at gmail dot com", "lupita arroba gmail punto com"."""
    text = _LOW_DASH.sub("underscore", _SPOKEN_IN_BRACKETS.sub(r" \1 ", text))
    words = _SPOKEN_PARTS.findall(text)
    at = next((n for n, word in enumerate(words) if _bare(word) in lexicon.SPOKEN_AT), 0)
    if not at or at + 1 >= len(words):
        return None
    domain = _joined(words[at + 1 :])
    local = _local(words[:at])
    if "." not in domain or not local:
        return None
    alone = len(_said_before(words[:at])) == 1
    return _reading(f"{local}@{domain}".rstrip(_AROUND), (0, len(text)), sure=alone)


def _bare(word: str) -> str:
    return word.lower().strip("()[]{}.,")


def _joined(words: list[str]) -> str:
    """The domain: words and dots up to the first word that does not belong to it."""
    parts: list[str] = []
    for word in words:
        sign = lexicon.SPOKEN_SIGNS.get(_bare(word))
        if sign:
            parts.append(sign)
        elif not parts or parts[-1] in lexicon.SPOKEN_SIGNS.values():
            bare = word.strip("()[],")
            parts.append(lexicon.SPOKEN_DOMAINS.get(plain(bare), bare))
        else:
            break
    return "".join(parts).lower()


def _local(words: list[str]) -> str:
    """The part before the at, read backwards from it."""
    return "".join("".join(part) for part in _said_before(words)).lower()


def _said_before(words: list[str]) -> list[list[str]]:
    """ "Dani dot poe 2 4": the pieces of what is said right before the at, each with its signs."""
    pieces: list[list[str]] = []
    joined = False
    for word in reversed(words):
        bare = _bare(word)
        sign = lexicon.SPOKEN_SIGNS.get(bare)
        if pieces and (sign or joined):
            pieces[0].insert(0, sign or word.strip("()[],:"))
        elif not sign and _may_belong(word, bare) and len(pieces) < MOST_PIECES:
            pieces.insert(0, [word.strip("()[],:")])
        else:
            break
        joined = bool(sign)
    return pieces


def _may_belong(word: str, bare: str) -> bool:
    return not (bare in WORDS or bare in lexicon.BEFORE_ADDRESS or word.endswith((",", ":")))


def _refusal(text: str) -> Reading | None:
    words = cut(text)
    if answers.stance(text) in ("no", "refuse", "unsure") or _REFUSES.find(words):
        return _with_preference(Reading(None, refused=True, span=(0, len(words.text))), text)
    return None


def _with_preference(reading: Reading, text: str) -> Reading:
    wish = preference(text)
    if not wish or reading.ask:
        return reading
    return Reading(
        reading.value,
        sure=reading.sure,
        span=reading.span,
        refused=reading.refused,
        extra={"contact_pref": wish},
    )


def _broken(text: str) -> Reading | None:
    if "@" in text and " " not in text.strip() and len(text) <= LONGEST:
        return Reading(None, ask="email.broken", ask_with={"typed": text[:80]})
    return None

"""What every short reply can be: a yes, a no, "I don't know" or "I'd rather not say"."""

from __future__ import annotations

from typing import Final, Literal

from bot.understanding.lexicon import answers as lexicon
from bot.understanding.lexicon import grammar, hedges
from bot.understanding.negation import stands_alone
from bot.understanding.words import Hit, Phrases, Words, cut

Stance = Literal["yes", "no", "refuse", "unsure", ""]

SHORT: Final = 8
_BEGINS: Final = Phrases({**lexicon.BEGINS, "turn": lexicon.TURNS})
_ELSEWHERE: Final = Phrases({"refuse": lexicon.REFUSES, "unsure": lexicon.UNSURE})
_THOUGHT_AGAIN: Final = Phrases(hedges.THOUGHT_AGAIN)
_TURNED_ROUND: Final = Phrases(hedges.TURNED_ROUND)
_EMOJI: Final = {
    "👍": "yes",
    "✅": "yes",
    "👌": "yes",
    "✔": "yes",
    "👎": "no",
    "❌": "no",
    "🤷": "unsure",
}


def stance(text: str) -> Stance:
    """How the reply begins: with a yes, a no, a refusal, not knowing, or none of these."""
    words = cut(text)
    if not words.words:
        return _emoji(words.text)
    evasion = _evasion(words)
    return evasion or _opening(words)


def declines(text: str) -> bool:
    """Does a short reply decline to answer ("rather not", "skip", "none of your business")?"""
    words = cut(text)
    return len(words) <= 2 * SHORT and any(hit.key == "refuse" for hit in _ELSEWHERE.find(words))


def only_agrees(words: Words) -> bool:
    """Is it all "ok", "cool", "vale": agreement, but no statement?"""
    return bool(words.words) and all(
        word in lexicon.AGREES or word in lexicon.FILLERS or word in lexicon.POLITE
        for word in words.words
    )


def doubts(words: Words) -> list[tuple[int, int]]:
    """Where each "don't know" or "rather not" begins and ends, in words."""
    return [(hit.first, hit.last) for hit in _ELSEWHERE.find(words)]


def said_anew(words: Words) -> tuple[tuple[str, ...], bool]:
    """What somebody says who thought again ("cash, no wait, a mortgage"), nothing where nobody
    did, and whether what stands before it surely no longer counts. Of "wait no cash" the "no" may
    belong to either side, so there are two."""
    turns = _THOUGHT_AGAIN.find(words)
    if not turns:
        return (), False
    turn = _last(turns)
    anew = tuple(words.text[words.starts[at] :] for at in _places_behind(words, turn))
    return anew, turn.key == "takes_back"


def _places_behind(words: Words, turn: Hit) -> tuple[int, ...]:
    """Where the text goes on. A "no" that ends the turn is an answer where nothing stands before
    to be taken back, as in "bueno no tengo", or nothing behind."""
    last = turn.last
    if words.words[last - 1] in grammar.NOES:
        if not turn.first or last == len(words):
            return (last - 1,)
        return (last,) if stands_alone(words, last - 1) else (last - 1, last)
    return (last,) if last < len(words) else ()


def turned_round(words: Words) -> tuple[str, bool]:
    """The same of a text that answers with yes or no, where a word of regret is enough."""
    turns = _TURNED_ROUND.find(words)
    if not turns:
        return "", False
    turn = _last(turns)
    places = (turn.last - 1,) if turn.key == "answers" else _places_behind(words, turn)
    return words.text[words.starts[places[0]] :] if places else "", turn.key == "takes_back"


def _last(turns: list[Hit]) -> Hit:
    """The last turn; of "no wait" the whole."""
    return max(turns, key=lambda hit: (hit.last, -hit.first))


def behind_answer_no(words: Words) -> int:
    """The word at which a text goes on behind a "no" that answers by itself; 0 for other texts."""
    if len(words) < 2 or words.words[0] not in grammar.NOES:
        return 0
    goes_on = stands_alone(words, 0) or words.words[1] in grammar.BUTS
    return 1 if goes_on else 0


def _emoji(text: str) -> Stance:
    for sign, meaning in _EMOJI.items():
        if sign in text:
            return meaning  # type: ignore[return-value]
    return ""


def _evasion(words: Words) -> Stance:
    if len(words) > 2 * SHORT:
        return ""
    found = {hit.key for hit in _ELSEWHERE.find(words)}
    return "refuse" if "refuse" in found else "unsure" if found else ""


def _opening(words: Words) -> Stance:
    start = next((at for at, word in enumerate(words.words) if word not in lexicon.FILLERS), None)
    places = range(len(words)) if start is None else (start, *range(start))
    for at in places:
        longest = max(_BEGINS.at(words, at), key=lambda hit: hit.length, default=None)
        if longest is not None and longest.key in ("yes", "no"):
            return _unless_contradicted(longest, words)
        if longest is not None:
            return ""
    return ""


def _unless_contradicted(hit: Hit, words: Words) -> Stance:
    """ "Yes no" and "yeah no, not really" say both, and so neither."""
    if hit.key == "no":
        return "no"
    alone = hit.last < len(words) and words.words[hit.last] in grammar.NOES
    bare = hit.last + 1 == len(words) or stands_alone(words, hit.last)
    return "" if alone and bare else "yes"

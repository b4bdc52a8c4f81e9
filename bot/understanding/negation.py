"""What turns a phrase into its opposite: a "not" before it, a "no" right behind."""

from __future__ import annotations

from typing import Final

from bot.understanding.lexicon import grammar
from bot.understanding.words import Words

REACH: Final = 3  # a negation governs this many words after it, light ones not counted
FARTHEST: Final = 8


def negated(words: Words, first: int, last: int) -> bool:
    """Do the words before, or right behind, turn this phrase into its opposite?"""
    if words.words[first] in grammar.AGREE_IN_NO:
        return False  # "ain't got no agent" and "not on the market no" deny only once
    if _negated_before(words, first) or _negated_behind(words, last):
        return True
    return last < len(words) and _ends_in_not(words, last)


def _negated_before(words: Words, first: int) -> bool:
    counted = 0
    for at in range(first - 1, max(-1, first - 1 - FARTHEST), -1):
        if words.breaks[at + 1]:
            break
        if _turns(words, at) or words.words[at - 1 : at + 1] in grammar.ALL_BUT:
            return True
        if words.words[at] in grammar.CONTRASTS or words.words[at] in grammar.UNDOES:
            break
        counted += words.words[at] not in grammar.LIGHT
        if counted == REACH:
            break
    return False


def _negated_behind(words: Words, last: int) -> bool:
    """ "Kaufen nicht", "we have no …", "signed? no"."""
    if last >= len(words):
        return False
    word = words.words[last]
    if words.words[last:] == ("not", "yet"):
        return True
    if words.breaks[last]:
        asked = "?" in words.text[words.ends[last - 1] : words.starts[last]]
        return asked and word in grammar.NOES
    if word in grammar.NEGATES_BEHIND or (word in grammar.NOES and _ends_there(words, last)):
        return not qualified(words, last)  # "cash no, mortgage"
    return words.words[last - 1] in grammar.AUXILIARIES and _turns(words, last)


def _ends_in_not(words: Words, at: int) -> bool:
    """ "… steht noch nicht", "… haben wir noch nicht", "con agente no": the "not" comes last."""
    if words.breaks[at]:
        return False
    most = min(at + FARTHEST, len(words) - 1)
    while at < most and not words.breaks[at + 1] and words.words[at] in grammar.BEFORE_LAST_NOT:
        at += 1
    end = words.ends[at]
    last = at + 1 == len(words) or words.breaks[at + 1] > 0
    return last and words.words[at] in grammar.LAST_NOTS and words.text[end : end + 1] != "?"


def qualified(words: Words, at: int) -> bool:
    """Is it only "not alone" that the "not" here says: "gehört mir nicht allein"?"""
    return at + 1 < len(words) and words.words[at + 1] in grammar.ONLY


def stands_alone(words: Words, at: int) -> bool:
    """Does a "no" stand here that answers, and belongs to nothing behind it?"""
    if at + 1 >= len(words) or words.words[at] not in grammar.NOES:
        return False
    following = words.words[at + 1]
    if following in grammar.NEGATES:
        return False
    return words.breaks[at + 1] > 0 or following in grammar.BEHIND_A_NO


def _turns(words: Words, at: int) -> bool:
    word = words.words[at]
    if word not in grammar.NEGATES:
        return False
    if word == "no" and at + 1 < len(words) and words.words[at + 1] in grammar.BEHIND_A_NO:
        return False  # "no I am …", "no not …": it answers, it denies nothing
    needed = grammar.TURNS_WITH.get(word)
    return not needed or (at + 1 < len(words) and words.words[at + 1] == needed)


def _ends_there(words: Words, at: int) -> bool:
    """Does a comma, or nothing, follow this word?"""
    return at + 1 == len(words) or words.breaks[at + 1] > 0

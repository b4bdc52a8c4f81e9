"""YAML's traps turned into help: what went wrong in plain words, and the line as it should be.

A syntax error normally hides everything below it. Where the line can be mended for sure, the
reader goes on with the mended one, so that a person sees every problem of the file at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from bot.dialogue.yaml_lines import neighbours_indent
from bot.dialogue.yaml_positions import SIZE_LIMIT, Fault, Tree, parse
from bot.dialogue.yaml_quotes import closings, open_quotes
from bot.records import frozen

MEND_LIMIT = 40  # beyond that the file is no flow file at all
_LINE = re.compile(r"^(?P<lead>\s*(?:-\s+)*(?:[\w.+]+:\s+)?)(?P<value>\S.*?)\s*$")
_GLUED = re.compile(r"^(?P<lead>\s*(?:-\s+)*[a-z_]+):(?P<value>[^\s:/].*)$")
_GLUED_DASH = re.compile(r"^(?P<lead>\s*)-(?P<value>[A-Za-z\"'].*)$")
_BULLET = re.compile(r"^(?P<lead>\s*)(?P<mark>[–—−•·▪●‣*]) *(?P<value>\S.*)$")
_BARE = re.compile(r"^(?P<lead>\s*(?:- )?[a-z_]+) (?P<value>\S.*)$")
_INVISIBLE = "\u00a0\u2007\u202f\u3000\u200b\u2060\ufeff"
_BAD_START = re.compile(rf"^(?P<lead>[ ]*)(?P<bad>[\t{_INVISIBLE}][ \t{_INVISIBLE}]*)")
_BAD_AFTER_KEY = re.compile(rf"^(?P<lead>\s*(?:- )*[a-z_]{{2,20}}:)(?P<bad>[{_INVISIBLE}]+)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_HASH = re.compile(r"^\s*(?:- )*[a-z_]+: +[^\s\"'\[{|>#&*!][^#]*[^\s#] (?P<bad># ?\d|#\w)")
_KEY_LINE = re.compile(r"^(?P<lead> *)(?:- )?[a-z_]+:(?: |$)")
_CURLY = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‘": "'", "’": "'"}
)
_SPECIAL = "?%@`*&!|>#,]}-"


@dataclass(slots=True)
class Loaded:
    """A file as a tree; ``tree`` is None where its YAML could not be read to the end."""

    tree: Tree | None
    faults: list[Fault]
    lines: list[str]


@frozen
class _Mend:
    line: int  # from 0
    text: str
    message: str
    column: int  # from 0


def load(text: str) -> Loaded:
    """The tree of a text, with every trap that was stepped into."""
    if len(text.encode("utf-8", "replace")) > SIZE_LIMIT:
        message = f"is larger than {SIZE_LIMIT // 1024} kB: a flow file is a few pages"
        return Loaded(None, [Fault(1, 1, message, "yaml.size")], [])
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    faults: list[Fault] = []
    for number, line in enumerate(lines):
        lines[number] = _clean(line, number + 1, lines[number - 1] if number else "", faults)
    tree = _parse_and_mend(lines, faults)
    return Loaded(tree, faults, lines)


def _clean(line: str, number: int, above: str, faults: list[Fault]) -> str:
    """The line without characters that YAML trips over, each of them noted."""
    if found := _CONTROL.search(line):
        code = f"U+{ord(found.group()):04X}"
        message = f"has an invisible control character ({code}): delete it"
        faults.append(Fault(number, found.start() + 1, message, "yaml.control"))
        line = _CONTROL.sub(" ", line)
    if not line.strip():
        return line
    if found := _BAD_START.match(line):
        rest = line[found.end() :]
        line = _respace(" " * _indent(rest, above) + rest, number, found, faults)
    if found := _BAD_AFTER_KEY.match(line):
        line = _respace(f"{found['lead']} {line[found.end() :]}", number, found, faults)
    if found := _HASH.match(line):
        message = "ends at the # for YAML: a text with a # needs quotes around it"
        place = found.start("bad") + 1
        faults.append(Fault(number, place, message, "yaml.hash", severity="warning"))
    return line


def _indent(line: str, above: str) -> int:
    """How far a line is likely meant to be indented below another."""
    spaces = len(above) - len(above.lstrip(" "))
    if line.startswith("- "):
        return spaces
    text = above.strip()
    if text.startswith("- "):
        spaces += 2
    return spaces + 2 if text.endswith(":") else spaces


def _respace(mended: str, number: int, found: re.Match[str], faults: list[Fault]) -> str:
    bad, lead = found["bad"], found["lead"]
    what = (
        "a tab"
        if bad[0] == "\t"
        else "a no-break space (it comes along when copying from Word or a web page)"
    )
    message = f"has {what} where YAML wants plain spaces: {mended.strip()}"
    faults.append(Fault(number, len(lead) + 1, message, "yaml.spaces", mend=mended))
    return mended


def _parse_and_mend(lines: list[str], faults: list[Fault]) -> Tree | None:
    for _ in range(MEND_LIMIT):
        try:
            tree = parse("\n".join(lines))
        except yaml.YAMLError as error:
            mend = _find_mend(lines, error, _place(error))
            if mend is None:
                faults.append(_explain(error, lines))
                return None
        else:
            mend = _misread(tree, lines)
            if mend is None:
                return tree
        message = f"{mend.message}:  {mend.text.strip()}"
        place = (mend.line + 1, mend.column + 1)
        faults.append(Fault(*place, message, "yaml.quotes", mend=mend.text))
        lines[mend.line] = mend.text
    return None


def _misread(tree: Tree, lines: list[str]) -> _Mend | None:
    """The mend of what is YAML and was not meant so."""
    if (at := _braces_as_key(tree)) >= 0:
        return _find_mend(lines, None, at)
    return next(filter(None, (_dash_before(fault, lines) for fault in tree.faults)), None)


def _dash_before(fault: Fault, lines: list[str]) -> _Mend | None:
    """An entry of a list that begins anew in its middle lacks the dash of the next one."""
    number, column = fault.line - 1, fault.column - 1
    lead, rest = lines[number][:column], lines[number][column:]
    if fault.code != "yaml.anew" or len(lead) < 2 or lead.strip():
        return None
    message = "needs a dash and a space before it, where the next entry of the list begins"
    return _Mend(number, f"{lead[:-2]}- {rest}", message, column)


def _braces_as_key(tree: Tree) -> int:
    """The line (from 0) where ``{{ … }}`` without quotes was taken for a mapping, or -1."""
    return next((fault.line - 1 for fault in tree.faults if fault.code == "yaml.key"), -1)


def _place(error: yaml.YAMLError) -> int:
    """The line from 0 where the reader should look: where an unclosed thing was opened."""
    context, problem = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    about = getattr(error, "context", None) or ""
    if context is not None and any(word in about for word in ("quoted", "flow", "simple key")):
        return int(context.line)
    return int(problem.line) if problem is not None else 0


def _find_mend(lines: list[str], error: yaml.YAMLError | None, at: int) -> _Mend | None:
    """The first change of a line after which the parser gets further: a quote that was left open,
    which is often far above, or something in a line nearby."""
    for mend in _quotes_to_close(lines, error, at):
        if _gets_further([*lines[: mend.line], mend.text, *lines[mend.line + 1 :]], at, error):
            return mend
    for number in _candidates(lines, error, at):
        for mend in _mends(lines[number], number, error):
            changed = [*lines[:number], mend.text, *lines[number + 1 :]]
            if mend.text != lines[number] and _gets_further(changed, at, error):
                return mend
    return None


def _quotes_to_close(lines: list[str], error: yaml.YAMLError | None, at: int) -> Iterator[_Mend]:
    if error is None:
        return
    problem = getattr(error, "problem_mark", None)
    for quote in open_quotes(lines, max(at, problem.line if problem is not None else 0)):
        for text in closings(lines[quote.line], quote.column):
            where = "line" if text[:-1] == lines[quote.line].rstrip() else "text"
            message = (
                f"opens a quotation mark that is never closed: close it at the end of the {where}"
            )
            yield _Mend(quote.line, text, message, quote.column)


def _candidates(lines: list[str], error: yaml.YAMLError | None, at: int) -> list[int]:
    numbers = [at]
    problem = getattr(error, "problem_mark", None)
    if problem is not None and problem.line != at:
        numbers.append(int(problem.line))
    above = at - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    numbers.append(above)
    return [number for number in numbers if 0 <= number < len(lines)]


def _gets_further(lines: list[str], at: int, error: yaml.YAMLError | None) -> bool:
    try:
        tree = parse("\n".join(lines))
    except yaml.YAMLError as later:
        return error is not None and _place(later) > at
    return error is not None or _braces_as_key(tree) not in range(at + 1)


def _mends(line: str, number: int, error: yaml.YAMLError | None) -> list[_Mend]:
    found: list[_Mend] = []
    if glued := _GLUED.match(line):
        text = f"{glued['lead']}: {glued['value']}"
        found.append(_Mend(number, text, "needs a space after the colon", len(glued["lead"]) + 1))
    if dashed := _GLUED_DASH.match(line):
        text = f"{dashed['lead']}- {dashed['value']}"
        found.append(_Mend(number, text, "needs a space after the dash", len(dashed["lead"]) + 1))
    if bullet := _BULLET.match(line):
        text, mark = f"{bullet['lead']}- {bullet['value']}", bullet["mark"]
        message = f"begins with {mark}: an entry of a list begins with a plain dash"
        found.append(_Mend(number, text, message, len(bullet["lead"])))
    if "escape" in (getattr(error, "problem", None) or ""):
        return _escape_mends(line, number, error)
    found += _inner_mends(line, number, error)
    if "expected ':'" in (getattr(error, "problem", None) or "") and (bare := _BARE.match(line)):
        text = f"{bare['lead']}: {bare['value']}"
        found.append(_Mend(number, text, "needs a colon", len(bare["lead"])))
    if parts := _LINE.match(line):
        found += _quote_mends(parts["lead"], parts["value"], number)
    return found


def _escape_mends(line: str, number: int, error: Any) -> list[_Mend]:
    """A lone backslash inside quotes is doubled; a code that is no character is left to people."""
    column = error.problem_mark.column
    if error.problem_mark.line != number or line[column : column + 1] != "\\":
        return []
    text = f"{line[:column]}\\{line[column:]}"
    return [_Mend(number, text, "has a backslash, which needs a second one before it", column)]


def _quote_mends(lead: str, value: str, number: int) -> list[_Mend]:
    column = len(lead)

    def mend(text: str, message: str) -> list[_Mend]:
        return [_Mend(number, lead + text, message, column)]

    if value[0] in "“„‟«‘’":
        return mend(
            _quoted(value.translate(_CURLY).strip("\"'")), "has curly quotes: write straight ones"
        )
    if value[:2] in {"{{", "{%"}:
        return mend(_quoted(value), f"begins with {value[:2]}, which needs quotes around the text")
    if value[0] in "\"'":
        return mend(_requoted(value), "has a quotation mark too few or too many")
    if value[0] in _SPECIAL:
        return mend(_quoted(value), f"begins with {value[0]}, which needs quotes around the text")
    if value[0] not in "[{" and (": " in value or value.endswith(":")):
        return mend(_quoted(value), "has a colon in the text, which needs quotes around it")
    return []


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _requoted(value: str) -> str:
    """A text whose quotes do not match, in quotes that do."""
    mark = value[0]
    if len(value) > 1 and value.endswith(mark):
        return _quoted(value[1:-1].replace('\\"', '"'))
    if mark in value[1:]:
        return _quoted(value)
    return _quoted(value[1:])


def _inner_mends(line: str, number: int, error: yaml.YAMLError | None) -> list[_Mend]:
    """Mends inside ``{ }`` and ``[ ]``: a text that needs quotes, a bracket never closed."""
    mark = getattr(error, "problem_mark", None)
    if mark is None or "flow" not in (getattr(error, "context", None) or ""):
        return []
    found = []
    if mark.line == number and (what := _INNER.get(line[mark.column : mark.column + 1])):
        start = max(line.rfind(sign, 0, mark.column) + 2 for sign in (": ", ", "))
        inside = _INNER_TEXT.match(line, start)
        end = inside.end() if inside else len(line)
        if glued := _NEXT_SETTING.search(line, start):
            text = line[:start] + _NEXT_SETTING.sub(r", \g<name>:", line[start:])
            message = f"needs a comma before “{glued['name']}”"
            found.append(_Mend(number, text, message, glued.start("name")))
        text = line[:start] + _quoted(line[start:end].rstrip()) + line[end:]
        found.append(_Mend(number, text, f"has {what} in the text, which needs quotes", start))
    for opening, closing in ("[]", "{}"):
        if line.count(opening) > line.count(closing):
            column = line.rfind(opening)
            message = f"opens {opening} without closing it"
            end = mark.column if line[mark.column : mark.column + 1] in ("]", "}") else len(line)
            end = end if mark.line == number else len(line)
            text = f"{line[:end].rstrip()}{closing}{line[end:]}"
            found.append(_Mend(number, text, message, column))
    return found


_INNER: Mapping[str, str] = {":": "a colon", "{": "{{ }}"}
_NEXT_SETTING = re.compile(
    r"(?<=[^,{]) (?P<name>value|label|points|because|synonyms|next|when|engagement|disqualifies)"
    r":(?= )"
)
_INNER_TEXT = re.compile(r"(?:\{\{.*?\}\}|\{%.*?%\}|[^{},\]])*")


_SPACES = "begins with more or fewer spaces than the lines it belongs to"
_WORDS = (
    ("mapping values are not allowed", "has a colon where none is expected: put quotes around "
     "a text with a colon in it, or check the spaces at the start of the line"),
    ("did not find expected key", _SPACES),
    ("did not find expected '-'", _SPACES),
    ("could not find expected ':'", "has no colon: a setting is written as  name: value"),
    ("unexpected end of stream", "opens a quotation mark that is never closed"),
    ("unknown escape", 'has a backslash inside "…": write two of them, or use quotes like \'…\''),
    ("invalid Unicode character", "has a \\u code that is no character: write the letter itself"),
    ("cannot start any token", "begins with a character that YAML keeps for itself: put quotes "
     "around the text"),
    ("tab character", "has a tab where YAML wants plain spaces"),
    ("expected ',' or", "needs a comma between two entries, or quotes around the whole text"),
    ("expected node content", "has a comma too many, or nothing where a value should stand"),
    ("<document start>", "stands below a line ... which ends the file: remove that line"),
    ("block sequence entries", "has a list item (-) where none can stand: begin it on a new line"),
)  # fmt: skip


def _dash(lines: list[str], line: int) -> str:
    """What a list item lacks at its beginning, "" where it is none or whole."""
    text = lines[line].strip() if lines else ""
    if re.match(r"-[{\"'\w]", text):
        return "needs a space behind the dash"
    if text.startswith("{") and line and re.match(r"\s*- \{", lines[line - 1]):
        return "needs a dash and a space before it, like the line above"
    return ""


_CONFLICT = re.compile(r"(<{7}|>{7})( |$)")


def _explain(error: yaml.YAMLError, lines: list[str]) -> Fault:
    for number, text in enumerate(lines, 1):
        if _CONFLICT.match(text):
            message = (
                "is left from two versions that git could not put together: keep one of the two, "
                "and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"
            )
            return Fault(number, 1, message, "yaml.conflict")
    mark: Any = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it is no YAML"
    if "unexpected end of stream" in problem or "expected ':'" in problem:
        mark = getattr(error, "context_mark", None) or mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    line = min(line, max(0, len(lines) - 1))
    if "mapping values" in problem and (key := _KEY_LINE.match(lines[line])):
        problem, column = "did not find expected key", len(key["lead"])
    elif "Unicode" in problem:
        column -= 2  # the parser points behind the backslash and the u
    words = next((words for key, words in _WORDS if key in problem), f"cannot be read: {problem}")
    if dash := _dash(lines, line):
        words = dash
    if words == _SPACES and (wanted := neighbours_indent(lines, line)) is not None:
        words += f": give it {wanted}, as they have, not {column}"
    return Fault(line + 1, column + 1, words, "yaml.syntax")

"""Flow and site files: YAML text in, a checked model and every problem with its place out."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from bot.dialogue import naming, site_rules, translating
from bot.dialogue.flow import Flow, Translation
from bot.dialogue.linting.findings import Finding, Subject, subject
from bot.dialogue.linting.rules import counts, findings
from bot.dialogue.site import Site
from bot.dialogue.validating import Model, validate
from bot.dialogue.yaml_lines import question_at
from bot.dialogue.yaml_positions import Fault, Path, Span, Tree
from bot.dialogue.yaml_traps import Loaded, load
from bot.errors import Problem
from bot.records import frozen

NO_TRANSLATIONS: Mapping[str, tuple[str, str]] = {}


@frozen
class FlowReading:
    """A flow file as it was read. ``flow`` is None when any problem is an error."""

    flow: Flow | None
    problems: tuple[Problem, ...]
    hash: str


@frozen
class SiteReading:
    """site.yaml as it was read. ``site`` is None when any problem is an error."""

    site: Site | None
    problems: tuple[Problem, ...]


def read_flow(
    text: str,
    file: str,
    translations: Mapping[str, tuple[str, str]] = NO_TRANSLATIONS,
    site: Site | None = None,
    others: Collection[str] = (),
) -> FlowReading:
    """The flow of this text, with the texts of other languages merged in.

    ``translations`` maps a language to (text, file name) of its companion file. With the ``site``
    the flow is also checked against the office: its words, markets and listings. ``others`` are
    the ids of the flows that it may go into.
    """
    content = hash_of(text, translations)
    loaded = load(text)
    flow, problems, replaced = _model(loaded, file, Flow)
    if flow is None or loaded.tree is None:
        return FlowReading(None, _sorted(problems), content)
    place = _Places(loaded, loaded.tree, file)
    on = replace(subject(flow, site, others), languages=frozenset(translations))
    broken = {(problem.line, problem.column) for problem in problems}
    for finding in findings(on):
        problem = place.problem(finding)
        if (problem.line, problem.column) not in broken and not _follows(finding, replaced):
            problems.append(problem)
    flow = translating.merge(flow, _translations(translations, on, problems))
    return FlowReading(flow if _clean(problems) else None, _sorted(problems), content)


def flow_in(
    text: str, translations: Mapping[str, tuple[str, str]] = NO_TRANSLATIONS
) -> Flow | None:
    """The flow of this text, whatever else is wrong with it: for comparing versions."""
    flow = _model(load(text), "", Flow)[0]
    if flow is None:
        return None
    words = {
        lang: _model(load(other), "", Translation)[0] for lang, (other, _) in translations.items()
    }
    return translating.merge(flow, {lang: found for lang, found in words.items() if found})


def read_site(text: str, file: str) -> SiteReading:
    """The site of this text."""
    loaded = load(text)
    site, problems, _ = _model(loaded, file, Site)
    if site is None or loaded.tree is None:
        return SiteReading(None, _sorted(problems))
    place = _Places(loaded, loaded.tree, file)
    problems += [place.problem(finding) for finding in site_rules.findings(site)]
    return SiteReading(site if _clean(problems) else None, _sorted(problems))


def decode(content: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The bytes of a file as text; anything but UTF-8 is a problem with its place."""
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = "is not saved as UTF-8: save the file again with the encoding UTF-8"
        return "", (Problem(file, line, column, message, "encoding"),)


def hash_of(text: str, translations: Mapping[str, tuple[str, str]] = NO_TRANSLATIONS) -> str:
    """The version of a flow: the same words give the same hash on every machine."""
    digest = hashlib.sha256(_canonical(text))
    for lang in sorted(translations):
        digest.update(b"\0" + lang.encode() + b"\0" + _canonical(translations[lang][0]))
    return digest.hexdigest()[:16]


def _canonical(text: str) -> bytes:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").encode("utf-8", "replace")


def _follows(finding: Finding, replaced: Collection[Path]) -> bool:
    """Whether a finding may be only about what stands in for a broken part."""
    if finding.code in _OF_THE_WHOLE:
        return any(path[0] == "questions" for path in replaced)
    if finding.code == "points.key":
        parts = [path[:-1] for path in replaced if path[-1] in {"id", "kind"}]
        return any(finding.path[: len(part)] == part for part in parts)
    return finding.severity == "warning" and any(_meet(finding.path, path) for path in replaced)


def _meet(one: Path, two: Path) -> bool:
    """Whether one of the places is the other, or in it."""
    size = min(len(one), len(two))
    return size > 0 and one[:size] == two[:size]


_OF_THE_WHOLE = frozenset({"test.field", "test.question", "points.never_hot", "answer.unused"})


def _model(
    loaded: Loaded, file: str, model: type[Model]
) -> tuple[Model | None, list[Problem], frozenset[Path]]:
    """The model of a loaded file, made whole where it was broken, the problems so far, and what
    was replaced."""
    tree = loaded.tree
    data: Any = tree.data if tree is not None else None
    faults = [*loaded.faults, *(tree.faults if tree is not None else ())]
    problems = [_fault(fault, file, loaded, data) for fault in faults]
    if tree is None or (problems and not isinstance(data, dict)):
        return None, problems, frozenset()
    if not isinstance(data, dict) or not data:
        what = "is empty" if not data else "is no list of settings"
        empty = Problem(file, 1, 1, f"the file {what}: begin with  {_FIRST[model]}", "empty")
        return None, [empty], frozenset()
    checked = validate(model, data)
    taken = {(fault.line, fault.column) for fault in faults}
    for complaint in checked.complaints:
        span = tree.key_span(complaint.path) if complaint.on_key else tree.span(complaint.path)
        if (span.line, span.column) in taken:
            continue  # what is no YAML there is no setting either
        found = Problem(file, span.line, span.column, complaint.message, complaint.code)
        problems.append(naming.name(found, data, complaint.path))
    if model is Flow and "translations" in data:
        span = tree.key_span(("translations",))
        message = "has no setting “translations”: they stand in files such as buyer.es.yaml"
        problems.append(Problem(file, span.line, span.column, message, "shape.extra_forbidden"))
    return checked.model, problems, checked.replaced


def _fault(fault: Fault, file: str, loaded: Loaded, data: Any) -> Problem:
    """A structural problem with its question; where YAML did not get so far, the lines tell it."""
    line, column, message, code = fault.line, fault.column, fault.message, fault.code
    found = Problem(file, line, column, message, code, fault.severity, mend=fault.mend)
    question = "" if fault.path else question_at(loaded.lines, fault.line)
    if not question:
        return naming.name(found, data, fault.path)
    return naming.name(found, {"questions": [{"id": question}]}, ("questions", 0))


_FIRST: Mapping[Any, str] = {
    Flow: "id: my_flow",
    Site: "company: Your company",
    Translation: "language: es",
}


class _Places:
    """Finds the exact line and column of a finding in a file."""

    def __init__(self, loaded: Loaded, tree: Tree, file: str) -> None:
        self.lines = loaded.lines
        self.tree = tree
        self.file = file

    def problem(self, finding: Finding) -> Problem:
        """The finding as a problem at its place."""
        line, column = self._find(finding)
        found = Problem(self.file, line, column, finding.message, finding.code, finding.severity)
        return naming.name(found, self.tree.data, finding.path)

    def _find(self, finding: Finding) -> tuple[int, int]:
        tree, path = self.tree, finding.path
        span = tree.key_span(path) if finding.on_key else tree.span(path)
        if finding.needle and path in tree.spans:
            return self._needle(finding.needle, span)
        return span.line, span.column

    def _needle(self, needle: str, span: Span) -> tuple[int, int]:
        for number in range(span.line, min(span.end_line, len(self.lines)) + 1):
            start = span.column - 1 if number == span.line else 0
            at = self.lines[number - 1].find(needle, start)
            if at >= 0:
                return number, at + 1
        return span.line, span.column


def _translations(
    sources: Mapping[str, tuple[str, str]], on: Subject, problems: list[Problem]
) -> dict[str, Translation]:
    found: dict[str, Translation] = {}
    placed: dict[str, _Places] = {}
    for lang, (text, file) in sources.items():
        loaded = load(text)
        words, own, _ = _model(loaded, file, Translation)
        if words is not None and loaded.tree is not None:
            place = placed[lang] = _Places(loaded, loaded.tree, file)
            found_in = translating.findings(on.flow, words, lang, on.site)
            own += [
                place.problem(finding) for finding in found_in if counts(finding, on.flow.lint)
            ]
            found[lang] = words
        problems += own
    merged = translating.merge(on.flow, found)
    for lang, place in placed.items():
        gaps = translating.gaps(merged, lang)
        problems += [place.problem(gap) for gap in gaps if counts(gap, on.flow.lint)]
    return found


def _clean(problems: Iterable[Problem]) -> bool:
    return not any(problem.severity == "error" for problem in problems)


def _sorted(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.file, p.line, p.column)))


__all__ = ["FlowReading", "Path", "SiteReading", "decode", "hash_of", "read_flow", "read_site"]

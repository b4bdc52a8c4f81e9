"""The library opens what it finds with care, and a bad file never takes a good flow away."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest

from bot.errors import FlowProblems
from bot.library import Library, open_source, shipped
from tests import hostile
from tests.dialogue.broken_yaml import WISH, flow

GOOD = flow(WISH)
BROKEN = flow("  - id: wish\n    aks: What?\n")
SITE = (
    "company: Us\ndefault_market: here\nmarkets: {here: {country: US, currency: USD, tz: UTC}}\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "demo.yaml").write_text(GOOD)
    (tmp_path / "site.yaml").write_text(SITE)
    return tmp_path


def words(library: Library) -> list[str]:
    return [p.message for p in library.problems if p.severity == "error"]


def test_without_a_folder_the_shipped_flows_are_there() -> None:
    library = Library.load(strict=True)
    assert {"buyer", "listing"} <= set(library.flows)
    assert library.site.company == "Oak & Lane Realty"
    assert library.files["buyer"] == shipped() / "buyer.yaml"


def test_a_folder_brings_its_own_site(folder: Path) -> None:
    library = Library.load(folder, strict=True)
    assert list(library.flows) == ["demo"]
    assert library.site.company == "Us"


def test_a_folder_without_a_site_is_that_of_the_demo_office(tmp_path: Path) -> None:
    (tmp_path / "demo.yaml").write_text(GOOD)
    assert Library.load(tmp_path).site.company == "Oak & Lane Realty"


def test_a_given_site_counts_before_the_one_in_the_folder(folder: Path) -> None:
    other = folder / "other.yaml.txt"
    other.write_text(SITE.replace("Us", "Them"))
    assert Library.load(folder, other).site.company == "Them"


def test_a_broken_file_is_a_problem_and_stops_a_strict_start(folder: Path) -> None:
    (folder / "bad.yaml").write_text(BROKEN.replace("id: demo", "id: bad"))
    library = Library.load(folder)
    assert list(library.flows) == ["demo"]
    assert "did you mean “ask”?" in words(library)[0]
    with pytest.raises(FlowProblems, match=r"bad.yaml:6:5: question “wish”: .*“ask”"):
        Library.load(folder, strict=True)


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("demmo.es.yaml", "is not read: it belongs to a flow “demmo”: did you mean “demo”?"),
        ("spring.v2.yaml", "is not read: a flow's file is named such as  spring_v2.yaml"),
        ("Summer.YAML", "is not read: a flow's file is named such as  Summer.yaml"),
    ],
)
def test_a_file_that_nobody_reads_is_named(folder: Path, name: str, advice: str) -> None:
    (folder / name).write_text("language: es\n")
    found = Library.load(folder, strict=True).problems
    assert [p.message for p in found if p.file.endswith(name)] == [advice]


@pytest.mark.parametrize("name", ["demo.es.missing.yaml", ".demo.yaml", "notes.txt", "site.yaml"])
def test_what_nobody_meant_to_be_a_flow_is_passed_over(folder: Path, name: str) -> None:
    (folder / name).touch(exist_ok=True)
    assert not [p for p in Library.load(folder).problems if p.code == "file.unread"]


def test_warnings_stop_nobody(folder: Path) -> None:
    library = Library.load(folder, strict=True)
    assert {p.severity for p in library.problems} == {"warning"}


def test_a_broken_site_stops_the_start(folder: Path) -> None:
    (folder / "site.yaml").write_text(SITE.replace("company", "compny"))
    with pytest.raises(FlowProblems, match="company"):
        Library.load(folder)


def test_a_folder_without_flows_is_a_problem(tmp_path: Path) -> None:
    assert "no flow file" in words(Library.load(tmp_path))[0]


def test_after_a_bad_edit_the_last_good_version_goes_on(folder: Path) -> None:
    before = Library.load(folder)
    (folder / "demo.yaml").write_text(BROKEN)
    after = before.reload()
    assert after.flows["demo"].hash == before.flows["demo"].hash
    assert "did you mean “ask”?" in words(after)[0]
    (folder / "demo.yaml").write_text(GOOD.replace("What are", "Which are"))
    mended = after.reload()
    assert mended.flows["demo"].hash != before.flows["demo"].hash
    assert words(mended) == []


def test_after_two_bad_edits_it_still_goes_on(folder: Path) -> None:
    library = Library.load(folder)
    good = library.flows["demo"].hash
    for text in (BROKEN, "][", ""):
        (folder / "demo.yaml").write_text(text)
        library = library.reload()
        assert library.flows["demo"].hash == good


def test_an_emptied_folder_takes_no_chat_down(folder: Path) -> None:
    library = Library.load(folder)
    good = library.flows["demo"]
    text = (folder / "demo.yaml").read_text()
    (folder / "demo.yaml").unlink()
    for _ in range(2):
        library = library.reload()
        assert library.flows["demo"] is good
        assert "no flow file" in words(library)[0]
    (folder / "new.yaml").write_text(BROKEN.replace("id: demo", "id: new"))
    library = library.reload()
    assert library.flows["demo"] is good
    (folder / "new.yaml").write_text(text.replace("id: demo", "id: new"))
    assert list(library.reload().flows) == ["new"]


def test_one_flow_of_several_is_taken_out_by_removing_its_file(folder: Path) -> None:
    text = (folder / "demo.yaml").read_text()
    (folder / "other.yaml").write_text(text.replace("id: demo", "id: other"))
    library = Library.load(folder)
    (folder / "demo.yaml").unlink()
    assert list(library.reload().flows) == ["other"]


def test_a_broken_site_keeps_the_last_good_office(folder: Path) -> None:
    before = Library.load(folder)
    (folder / "site.yaml").write_text("][")
    after = before.reload()
    assert after.site == before.site
    assert list(after.flows) == ["demo"]
    assert words(after)


def test_an_office_whose_site_went_away_is_not_the_demos_from_then_on(folder: Path) -> None:
    before = Library.load(folder)
    (folder / "site.yaml").rename(folder / "site.yaml.bak")
    after = before.reload().reload()
    assert after.site == before.site
    assert after.site_at == folder / "site.yaml"
    (problem,) = [p for p in after.problems if p.severity == "error"]
    assert problem.file.endswith("site.yaml")
    (folder / "site.yaml").write_text(SITE.replace("Us", "Them"))
    assert after.reload().site.company == "Them"


def test_a_new_office_reaches_flows_that_stayed(folder: Path) -> None:
    before = Library.load(folder)
    (folder / "site.yaml").write_text(SITE.replace("Us", "Them"))
    (folder / "demo.yaml").write_text("][")
    assert before.reload().flows["demo"].site.company == "Them"


def test_what_did_not_change_is_not_compiled_again(folder: Path) -> None:
    before = Library.load(folder)
    assert before.reload().flows["demo"] is before.flows["demo"]


def test_companion_files_belong_to_their_flow(folder: Path) -> None:
    (folder / "demo.es.yaml").write_text("language: es\nquestions: {wish: {ask: ¿Qué buscas?}}\n")
    (folder / "demo.es-MX.yaml").write_text("language: es-MX\nclose: {cold: Adiós}\n")
    library = Library.load(folder)
    assert library.flows["demo"].flow.languages == ("en", "es", "es-MX")
    (folder / "demo.es.yaml").write_text("language: es\nquestions: {wihs: {ask: X}}\n")
    after = library.reload()
    assert after.flows["demo"].flow.languages == ("en", "es", "es-MX")
    assert "did you mean “wish”?" in words(after)[0]


HOT_RELOAD = {case["id"]: case for case in hostile.cases("flow", "flow.hotreload")}


def drop(case: dict[str, Any], folder: Path) -> None:
    """Does to the folder what the case describes."""
    path = folder / "buy.yaml"
    steps = {
        "flo-093": lambda: (folder / "buy.yaml~").write_text("]["),
        "flo-094": lambda: (folder / ".buy.yaml.swp").write_text("]["),
        "flo-095": lambda: (folder / "buy.yaml.tmp").write_text("]["),
        "flo-096": path.mkdir,
        "flo-097": lambda: path.symlink_to("/etc/passwd"),
        "flo-098": lambda: _closed(folder / "demo.yaml"),
        "flo-099": lambda: _large(path),
        "flo-100": lambda: (folder / "buy\nnow.yaml").write_text("]["),
        "flo-101": lambda: path.write_text(GOOD),
        "flo-102": (folder / "demo.yaml").unlink,
        "flo-103": lambda: (folder / "demo.yaml").rename(path),
        "flo-104": lambda: _same_stamp(folder / "demo.yaml"),
        "flo-108": lambda: (folder / "demo.yaml").write_text(GOOD + "retention_days: 30\n"),
        "flo-109": lambda: os.mkfifo(path),
    }
    steps[case["id"]]()


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_000)


def _closed(path: Path) -> None:
    """A file that nobody can open, not even root: a link to itself."""
    path.unlink()
    path.symlink_to(path.name)


def _same_stamp(path: Path) -> None:
    before = path.stat()
    path.write_text(GOOD.replace("What are", "What're "))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size


@pytest.mark.parametrize("case", HOT_RELOAD.values(), ids=list(HOT_RELOAD))
def test_whatever_lands_in_the_folder_the_good_flow_goes_on(
    case: dict[str, Any], folder: Path
) -> None:
    before = Library.load(folder)
    drop(case, folder)
    start = time.perf_counter()
    after = before.reload()
    assert time.perf_counter() - start < 20  # and not for ever
    result = case["expect"]["result"]
    assert set(after.flows) == {"demo"}
    assert (after.flows["demo"] is before.flows["demo"]) is (result not in {"reload", "warn"})
    assert bool(words(after)) is (result in {"reject", "keep", "pinned"}), words(after)
    assert all("\n" not in str(problem) for problem in after.problems)


def test_every_case_of_the_corpus_is_played() -> None:
    assert len(HOT_RELOAD) == 14


def test_two_files_with_one_id_name_each_other(folder: Path) -> None:
    (folder / "other.yaml").write_text(GOOD)
    (problem,) = (p for p in Library.load(folder).problems if p.severity == "error")
    assert problem.file.endswith("other.yaml")
    assert "demo.yaml" in problem.message


@pytest.mark.parametrize("name", ["a copy.yaml", "zoo.yaml"])
def test_a_copy_never_takes_the_place_of_its_original(folder: Path, name: str) -> None:
    before = Library.load(folder)
    (folder / name).write_text(GOOD.replace("Demo", "Copy"))
    for found in (before.reload(), Library.load(folder)):
        (problem,) = (p for p in found.problems if p.severity == "error")
        assert problem.file.endswith(name)
        assert problem.message == "the id “demo” is already that of demo.yaml: change this one"
        assert found.flows["demo"].flow.title == "Demo"


def test_whoever_had_an_id_keeps_it(folder: Path) -> None:
    (folder / "demo.yaml").rename(folder / "zoo.yaml")
    before = Library.load(folder)
    (folder / "demo.yaml").write_text(GOOD.replace("Demo", "Copy"))
    assert before.reload().flows["demo"].flow.title == "Demo"


def test_a_file_that_may_not_be_opened_says_so(tmp_path: Path) -> None:
    (problem,) = open_source(tmp_path / "nothing.yaml").problems
    assert "cannot be opened: no such file" in problem.message


def test_a_link_inside_the_folder_is_fine(folder: Path) -> None:
    (folder / "real.txt").write_text(GOOD.replace("id: demo", "id: linked"))
    (folder / "linked.yaml").symlink_to("real.txt")
    assert "linked" in Library.load(folder).flows

"""What the server hands out: small, stable, and only what belongs to the site."""

import gzip
import re

import pytest

from widget.serving import CSP, asset, demo_pages, widget_source

LIMIT = 8_000  # bytes of the widget as sent


def test_the_widget_fits_its_budget():
    assert len(asset("widget.js").gzip) <= LIMIT


def test_the_compressed_form_is_the_same_file():
    for name in ("widget.js", "demo/house.svg"):
        assert gzip.decompress(asset(name).gzip) == asset(name).body


def test_the_widget_needs_no_html_strings_no_eval_and_no_other_host():
    source = widget_source()
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(", source
    )
    assert re.findall(r"https?://[\w.]+", source) == []


def test_the_widget_leaves_no_comments_and_no_long_local_names():
    source = widget_source()
    assert "/**" not in source
    assert not re.search(r"\b(milliseconds|inside|outcome)\b", source)


def test_the_tag_changes_with_the_content_only():
    assert asset("widget.js").etag == asset("widget.js").etag
    assert asset("widget.js").etag != asset("demo/style.css").etag
    assert re.fullmatch(r'W/"[0-9a-f]{20}"', asset("widget.js").etag)


@pytest.mark.parametrize(
    "name", ["", "widget", "demo/", "demo/../serving.py", "demo/none.css", "x/y"]
)
def test_an_unknown_file_is_a_key_error(name):
    with pytest.raises(KeyError):
        asset(name)


def test_the_demo_site_has_its_pages_and_what_they_show():
    pages = demo_pages()
    assert {
        "/",
        "/privacy",
        "/demo/style.css",
        "/demo/house.svg",
        "/demo/plan.svg",
    } <= pages.keys()
    for path, page in pages.items():
        if page.content_type.startswith("text/html"):
            for link in re.findall(rb'(?:src|href)="(/[^"#]*)"', page.body):
                elsewhere = link in (b"/widget.js", b"/demo") or link.startswith(b"/chat/")
                assert elsewhere or link.decode() in pages, (path, link)  # served beside them


def test_the_pages_keep_to_their_own_strict_policy():
    for page in demo_pages().values():
        if page.content_type.startswith("text/html"):
            assert page.csp == CSP
            assert not re.search(rb"<style|<script>|\sstyle=|\son[a-z]+=|https?://", page.body)

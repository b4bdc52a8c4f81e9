"""What a web server hands out: the chat widget, and the demo site that shows it.

For the web channel::

    from widget.serving import asset, demo_pages

    asset("widget.js")                 # GET /widget.js, always
    demo_pages()                       # {"/": Asset, "/privacy": Asset, "/demo/house.svg": …}
                                       # routes to add, only with the demo site

Send ``gzip`` when the request accepts it (``Content-Encoding: gzip``), else ``body``; on every
reply ``ETag: etag``, ``Cache-Control: cache_control``, ``Vary: Accept-Encoding``, ``Content-Type:
content_type`` and, when ``csp`` is not empty, ``Content-Security-Policy: csp``. ``If-None-Match``
equal to ``etag`` is a 304. ``/widget.js`` also needs ``Access-Control-Allow-Origin: *`` and
``Cross-Origin-Resource-Policy: cross-origin``, because other sites embed it.

The widget has no build step: its readable files are joined, shrunk and compressed once, when they
are first asked for (by zopfli, which finds two per cent that gzip leaves).
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType

import zopfli.gzip

from widget.shrinking import shrink, shrink_style

# They share one scope: what runs at once uses what stands above it. The order packs best.
WIDGET_FILES = (
    "opening.js",
    "teaser.js",
    "element.js",
    "shelf.js",
    "launcher.js",
    "view.js",
    "panel.js",
    "words.js",
    "dom.js",
    "conversation.js",
    "page.js",
)
# Properties of the widget's own objects, which get short names. None is a name of the browser's,
# of the API's or of what the page may call.
PRIVATE = (
    "problem", "notice", "tell", "unsent", "plead", "restart", "renew", "typing",
    "refused", "opening", "inline", "life", "draw", "mend", "say", "stop", "node", "wait", "send",
)  # fmt: skip
# What names are made of: those first that stand in the script and its styles anyway.
LETTERS = "teonyalpuiSshcdwkTCmvNrzLOQJqAgMZIYUfGDbHWPjBEVXFKRx"
PAGES = {
    "/": "index.html",
    "/value": "value.html",
    "/mieten": "mieten.html",
    "/privacy": "privacy.html",
}
CONTENT_TYPES = {
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "svg": "image/svg+xml",
}
CACHE_WIDGET = "public, max-age=3600, stale-while-revalidate=86400"
CACHE_DEMO = "public, max-age=300, stale-while-revalidate=86400"
# The demo shows the landing page beside the agent's phone: our own pages may frame it, no others.
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file ready to be sent, plain and compressed."""

    body: bytes
    gzip: bytes
    etag: str
    content_type: str
    cache_control: str
    csp: str = ""


@cache
def asset(name: str) -> Asset:
    """The widget ("widget.js") or a file of the demo site ("demo/house.svg"); else a KeyError."""
    if name == "widget.js":
        body = widget_source().encode()
        return _asset(body, zopfli.gzip.compress(body, numiterations=15), "js", CACHE_WIDGET)
    folder, _, file = name.partition("/")
    if folder != "demo" or file not in _demo_files():
        raise KeyError(name)
    suffix = file.rpartition(".")[2]
    csp = CSP if suffix == "html" else ""
    body = _demo_files()[file].read_bytes()
    return _asset(body, gzip.compress(body, mtime=0), suffix, CACHE_DEMO, csp)


@cache
def demo_pages() -> Mapping[str, Asset]:
    """The demo site: each path it answers and what stands there."""
    return MappingProxyType({path: asset(name) for path, name in demo_paths().items()})


@cache
def demo_paths() -> Mapping[str, str]:
    """Each path of the demo site, and the name of the asset there: nothing is read for it yet."""
    files = {f"/demo/{name}": name for name in _demo_files() if not name.endswith(".html")}
    return MappingProxyType({path: f"demo/{name}" for path, name in (PAGES | files).items()})


def widget_source() -> str:
    """The widget as one script: its files in order, in a scope of their own, and its styles."""
    folder = resources.files("widget") / "source"
    style = shrink_style((folder / "style.css").read_text("utf-8"))
    script = "\n".join((folder / name).read_text("utf-8") for name in WIDGET_FILES)
    return shrink(f"(()=>{{const STYLE={_literal(style)};{script}}})();", PRIVATE, LETTERS)


def _literal(text: str) -> str:
    """A text as a script's string; style sheets quote with the other quotes."""
    return "'" + json.dumps(text, ensure_ascii=False)[1:-1].replace('\\"', '"') + "'"


@cache
def _demo_files() -> Mapping[str, Traversable]:
    folder = resources.files("widget") / "demo"
    return {
        file.name: file
        for file in folder.iterdir()
        if file.name.rpartition(".")[2] in CONTENT_TYPES
    }


def _asset(body: bytes, small: bytes, suffix: str, cache_control: str, csp: str = "") -> Asset:
    return Asset(
        body=body,
        gzip=small,
        etag=f'W/"{hashlib.sha256(body).hexdigest()[:20]}"',
        content_type=CONTENT_TYPES[suffix],
        cache_control=cache_control,
        csp=csp,
    )

"""Templates and static files of the inbox, and the headers every page of it carries."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any, Final

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.records import frozen

HERE: Final = Path(__file__).parent
STATIC: Final = "/admin/static"
TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
PAGE_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Vary": "Cookie",
}


@frozen
class Asset:
    """A static file under a name that changes with its content."""

    path: str
    body: bytes
    content_type: str


@cache
def assets() -> dict[str, Asset]:
    """File name -> asset."""
    return {path.name: _asset(path) for path in sorted((HERE / "static").iterdir())}


def asset_routes() -> list[web.RouteDef]:
    """The static files; open to all, for they say nothing about anybody."""
    return [web.get(asset.path, _serves(asset)) for asset in assets().values()]


def render(template: str, **context: Any) -> str:
    """A template's HTML."""
    return _environment().get_template(template).render(context)


def warm() -> None:
    """Translate every template before the first page: that would hold up everybody."""
    environment = _environment()
    for name in environment.list_templates():
        environment.get_template(name)


def html(template: str, status: int = 200, **context: Any) -> web.Response:
    """A page."""
    body = render(template, **context).encode("utf-8", "replace")
    headers = PAGE_HEADERS | {"Content-Type": "text/html; charset=utf-8"}
    return web.Response(body=body, status=status, headers=headers)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["asset"] = _address_of
    return environment


def _address_of(name: str) -> str:
    return assets()[name].path


def _asset(path: Path) -> Asset:
    body = path.read_bytes()
    mark = hashlib.sha256(body).hexdigest()[:12]
    return Asset(f"{STATIC}/{path.stem}-{mark}{path.suffix}", body, TYPES[path.suffix])


def _serves(asset: Asset) -> Any:
    headers = {
        "Content-Type": asset.content_type,
        "Cache-Control": "public, max-age=31536000, immutable",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'",
    }

    async def serve(_: web.Request) -> web.Response:
        return web.Response(body=asset.body, headers=headers)

    return serve

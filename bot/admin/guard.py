"""Which requests may change something, and the cookie that says who is asking."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from aiohttp import web

from bot.admin.access import SESSION_LASTS
from bot.dialogue.site import Site

COOKIE: Final = "doorstep_admin"
SECURE_COOKIE: Final = "__Host-doorstep_admin"
Addresses = Callable[[web.Request], str]


def own_page(request: web.Request, site: Site) -> bool:
    """Whether a POST comes from a page of ours. A browser says so in one of two headers; a program
    without a browser says neither, and has no cookie that was not given to it."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return False
    origin = request.headers.get("Origin")
    if origin is None:
        return True
    scheme, _, host = origin.partition("://")
    if site.base_url and origin == site.base_url.rstrip("/"):
        return True
    return scheme in ("http", "https") and host == request.headers.get("Host", "").lower()


def is_secure(request: web.Request, site: Site) -> bool:
    """Whether the browser came by https, here or at the proxy in front of us."""
    if request.scheme == "https":
        return True
    scheme, _, host = site.base_url.rstrip("/").partition("://")
    return scheme == "https" and host == request.headers.get("Host", "").lower()


def cookie_of(request: web.Request, site: Site) -> str:
    """The session cookie, "" when there is none."""
    return request.cookies.get(_name(request, site), "")


def set_cookie(request: web.Request, response: web.StreamResponse, site: Site, value: str) -> None:
    """Give the browser its session; no script can read it, and no other site can send it."""
    secure = is_secure(request, site)
    response.set_cookie(
        _name(request, site),
        value,
        max_age=int(SESSION_LASTS.total_seconds()),
        path="/",
        secure=secure,
        httponly=True,
        samesite="Strict",
    )


def leave_cookie(request: web.Request, response: web.StreamResponse, site: Site) -> None:
    """Take it away again."""
    secure = is_secure(request, site)
    response.del_cookie(
        _name(request, site), path="/", secure=secure, httponly=True, samesite="Strict"
    )


def _name(request: web.Request, site: Site) -> str:
    return SECURE_COOKIE if is_secure(request, site) else COOKIE

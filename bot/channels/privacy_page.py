"""Where ``/privacy`` leads in an office of one's own: to its privacy page, or to a few true words.

The chat's links to ``/privacy`` come here, so that none of them ends in nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web

from bot.channels.form_pages import HEADERS, template
from bot.dialogue.site import Site

PATH: Final = "/privacy"
SAY: Final[Mapping[str, tuple[str, str]]] = {
    "en": (
        "Privacy",
        "{company} keeps the chat to answer your request. Write “delete my data” in it at any "
        "time and it is deleted. {company} tells you more if you ask.",
    ),
    "es": (
        "Privacidad",
        "{company} guarda el chat para responder a la consulta. Con «borra mis datos» se borra "
        "en cualquier momento. {company} informa de lo demás a quien pregunte.",
    ),
    "de": (
        "Datenschutz",
        "{company} speichert den Chat, um Ihre Anfrage zu beantworten. Schreiben Sie darin "
        "jederzeit „meine Daten löschen“, dann wird er gelöscht. Mehr sagt Ihnen {company} auf "
        "Nachfrage.",
    ),
    "ar": (
        "الخصوصية",
        "تحتفظ {company} بالمحادثة للرد على الطلب. عند كتابة «احذف بياناتي» فيها في أي وقت تُحذف. "
        "للمزيد يمكن سؤال {company}.",
    ),
}
_PLAIN = re.compile(r"/[\w./~-]+")


def privacy_routes(site: Callable[[], Site]) -> list[web.RouteDef]:
    """``/privacy``, and the path that the office names instead."""

    async def show(request: web.Request) -> web.Response:
        now = site()
        if not _is_here(now, request):
            headers = {**HEADERS, "Location": now.privacy_url}
            return web.Response(status=302, headers=headers)
        asked = (request.headers.get("Accept-Language", ""), now.market("").lang, "en")
        lang = next(code for each in asked if (code := each[:2].lower()) in SAY)
        return web.Response(
            text=page(now.company, lang), content_type="text/html", headers=HEADERS
        )

    named = site().privacy_url
    paths = [PATH, *([named] if named != PATH and _PLAIN.fullmatch(named) else [])]
    return [web.get(path, show) for path in paths]


def _is_here(site: Site, request: web.Request) -> bool:
    """Whether the office's link leads to where we are already: then nothing more is known."""
    to, base = urlsplit(site.privacy_url), urlsplit(site.base_url)
    ours = {"", request.host.lower(), base.netloc.lower()}
    return to.netloc.lower() in ours and (not to.netloc or to.path == request.path)


def page(company: str, lang: str) -> str:
    """The few words, as a page."""
    title, words = SAY[lang]
    return template("privacy.html").render(
        lang=lang, title=title, words=words.format(company=company)
    )

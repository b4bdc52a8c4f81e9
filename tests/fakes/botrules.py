"""What the real Bot API refuses: broken HTML, impossible keyboards, empty or long texts."""

from __future__ import annotations

import html
import json
import re
from typing import Any

TAGS = {
    "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "span", "tg-spoiler", "a",
    "tg-emoji", "code", "pre", "blockquote",
}  # fmt: skip
_TAG = re.compile(r"<(/?)([a-zA-Z0-9-]*)((?:\s[^<>]*)?)>")
MAX_TEXT = 4096
ENTITIES = "Bad Request: can't parse entities"
ACTIONS = ("callback_data", "url", "copy_text", "web_app", "switch_inline_query", "pay")


class Refused(Exception):  # noqa: N818 - the word of the API
    """An error answer: its code, description and parameters."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def shown_text(params: dict[str, Any]) -> str:
    """The text as a reader sees it, after its entities were parsed as the real server would."""
    text = str(params.get("text", ""))
    if str(params.get("parse_mode", "")).upper() == "HTML":
        text = _parse_html(text)
    if not text.strip():
        raise Refused(400, "Bad Request: message text is empty")
    if len(text) > MAX_TEXT:
        raise Refused(400, "Bad Request: message is too long")
    return text


def _parse_html(text: str) -> str:
    """The text without its tags; refused where a tag is unknown, open or crossed."""
    open_tags: list[str] = []
    plain: list[str] = []
    at = 0
    while at < len(text):
        if text[at] != "<":
            plain.append(text[at])
            at += 1
            continue
        match = _TAG.match(text, at)
        offset = len(text[:at].encode())
        if not match:
            raise Refused(
                400,
                f"{ENTITIES}: Unclosed start tag at byte offset {offset}",
            )
        _tag(match, open_tags, offset)
        at = match.end()
    if open_tags:
        raise Refused(
            400,
            f'{ENTITIES}: Can\'t find end tag corresponding to start tag "{open_tags[-1]}"',
        )
    return html.unescape("".join(plain))


def _tag(match: re.Match[str], open_tags: list[str], offset: int) -> None:
    name = match[2].lower()
    if name not in TAGS:
        raise Refused(
            400,
            f'{ENTITIES}: Unsupported start tag "{name}" at byte offset {offset}',
        )
    if not match[1]:
        open_tags.append(name)
    elif not open_tags or open_tags.pop() != name:
        raise Refused(400, f"{ENTITIES}: Unmatched end tag at byte offset {offset}")


def keyboard(params: dict[str, Any]) -> dict[str, Any] | None:
    """The reply markup, checked."""
    markup = params.get("reply_markup")
    if isinstance(markup, str):
        try:
            markup = json.loads(markup)
        except ValueError:
            raise Refused(
                400, "Bad Request: can't parse reply keyboard markup JSON object"
            ) from None
    if markup is None:
        return None
    for row in markup.get("inline_keyboard", ()):
        for button in row:
            _button(button)
    return dict(markup)


def _button(button: dict[str, Any]) -> None:
    if not button.get("text"):
        raise Refused(400, "Bad Request: inline keyboard button text must be non-empty")
    if sum(action in button for action in ACTIONS) != 1:
        raise Refused(400, "Bad Request: inline keyboard button type is unknown")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= 64:
        raise Refused(400, "Bad Request: BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not re.match(r"(https?|tg|ton)://", url):
        raise Refused(
            400,
            f"Bad Request: button URL '{url}' is invalid: Unsupported URL protocol",
        )
    copy = button.get("copy_text")
    if copy is not None and not 1 <= len(str(copy.get("text", ""))) <= 256:
        raise Refused(400, "Bad Request: BUTTON_COPY_TEXT_INVALID")

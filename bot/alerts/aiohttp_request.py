"""python-telegram-bot's HTTP over aiohttp: several times faster than its default, and careful with
what it says: no address (it holds the token) and no payload ever reaches an error or a log.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import aiohttp
from telegram.error import BadRequest, NetworkError, TelegramError  # noqa: TID251 - half of the client
from telegram.request import BaseRequest, RequestData  # noqa: TID251

CONNECT_SECONDS = 5.0
READ_SECONDS = 15.0
FILE_SECONDS = 20.0  # for a whole file
CONNECTIONS = 256
_JSON = {"Content-Type": "application/json"}
_NOT_SENT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)


class MaybeDelivered(NetworkError):  # noqa: N818 - an outcome, not a fault
    """The connection broke after the request may have been taken."""


class AiohttpRequest(BaseRequest):
    """One keep-alive client session; opened and closed with the bot."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer unless a call says otherwise."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Open the session inside the running loop."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=CONNECTIONS),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=True,
            )

    async def shutdown(self) -> None:
        """Close the session with its connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(  # noqa: PLR0917 - the base class's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Send one request; its status and body."""
        if self._session is None:
            raise NetworkError("the Telegram client is closed")
        seconds = read_timeout if isinstance(read_timeout, (int, float)) else READ_SECONDS
        timeout = aiohttp.ClientTimeout(
            total=seconds + CONNECT_SECONDS, sock_connect=CONNECT_SECONDS, sock_read=seconds
        )
        try:
            async with self._session.request(
                method,
                url,
                data=_form(request_data),
                headers=_JSON if isinstance(request_data, Ready) else None,
                timeout=timeout,
                allow_redirects=False,
            ) as response:
                return response.status, await response.read()
        except _NOT_SENT as error:
            raise NetworkError(f"Telegram cannot be reached ({type(error).__name__})") from None
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            words = f"Telegram broke the connection ({type(error).__name__})"
            raise MaybeDelivered(words) from None

    async def fetch(self, url: str, limit: int) -> bytes:
        """A file's bytes, at most one more than the limit."""
        if self._session is None:
            raise NetworkError("the Telegram client is closed")
        timeout = aiohttp.ClientTimeout(total=FILE_SECONDS, sock_connect=CONNECT_SECONDS)
        try:
            async with self._session.get(url, timeout=timeout, allow_redirects=False) as response:
                if response.status != 200:
                    raise BadRequest(f"no file ({response.status})")
                return await _up_to(response.content, limit + 1)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise NetworkError(f"Telegram cannot be reached ({type(error).__name__})") from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as JSON; the base class would log all of it when it is none."""
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            raise TelegramError("the answer was not JSON") from None
        if not isinstance(answer, dict):
            raise TelegramError("the answer was no JSON object")
        return answer


async def _up_to(content: aiohttp.StreamReader, limit: int) -> bytes:
    """The first bytes of a stream; the rest is not read."""
    found = bytearray()
    while len(found) < limit and (chunk := await content.read(limit - len(found))):
        found += chunk
    return bytes(found)


class Ready:
    """The parameters of a method as the JSON they are sent as."""

    contains_files = False

    def __init__(self, body: str) -> None:
        self.body = body.encode("utf-8", "replace")


class Form:
    """Parameters of a method that is asked for its raw answer, without the library's types."""

    contains_files = False

    def __init__(self, parameters: Mapping[str, object]) -> None:
        self.json_parameters = {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in parameters.items()
        }


def _form(
    request_data: RequestData | Ready | None,
) -> aiohttp.FormData | dict[str, str] | bytes | None:
    """The parameters as a form; with files as multipart; ready ones as they are."""
    if request_data is None:
        return None
    if isinstance(request_data, Ready):
        return request_data.body
    parameters: dict[str, str] = request_data.json_parameters
    if not request_data.contains_files:
        return parameters
    form = aiohttp.FormData(parameters)
    for name, (filename, content, kind) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form

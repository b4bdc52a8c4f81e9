"""What every command accepts: where the data, the site and the flows are."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

from bot import settings

_OPTIONS = (
    click.option("--data", metavar="DIR", default=None, help="Where leads are kept.  [data]"),
    click.option(
        "--site", metavar="FILE", default=None, help="The office's settings.  [the demo]"
    ),
    click.option(
        "--flows", metavar="DIR", default=None, help="The flow files.  [the shipped ones]"
    ),
)


def with_settings(function: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command ``--data --site --flows`` and calls it with the ``settings`` of them.

    The options may stand before or after the command's name; the nearer one counts.
    """

    @functools.wraps(function)
    def called(
        *args: Any, data: str | None, site: str | None, flows: str | None, **others: Any
    ) -> Any:
        before = click.get_current_context().find_root().obj or {}
        made = settings.load(
            data=data or before.get("data"),
            site=site or before.get("site"),
            flows=flows or before.get("flows"),
            host=others.pop("host", None),
            port=others.pop("port", None),
        )
        return function(*args, settings=made, **others)

    for option in reversed(_OPTIONS):
        called = option(called)
    return called


def remember(ctx: click.Context, given: settings.Settings) -> None:
    """What stood before a subcommand's name counts for it as well."""
    near = {"data": given.data, "site": given.site, "flows": given.flows}
    ctx.find_root().obj = near

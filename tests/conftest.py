"""What tests of several rooms share."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, settings
from playwright.async_api import Browser, expect

from tests.browsing import chromium
from tests.widget import judges

# Tables are laid out alike for everybody, whatever the terminal from which the tests are run.
os.environ["COLUMNS"] = "80"

expect.set_options(timeout=30_000)  # milliseconds: a loaded machine is slow, not wrong
# The same examples in every run: what fails is what was changed. `make hunt` looks for new ones.
settings.register_profile(
    "steady", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile("hunting", settings.get_profile("steady"), derandomize=False)
settings.load_profile("steady")


# The rooms whose tests hang on real clocks, processes, sockets and browsers.
REAL_TIME = frozenset(
    {"admin", "alerts", "channels", "commands", "crash", "day", "e2e", "fakes"}
    | {"shell", "storage", "widget"}
)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test that hangs on a real clock is tried a second time before it fails the run; the run
    names it and shows its first failure. With ``--reruns 0`` nothing has a second try."""
    if config.getoption("reruns") is None:
        for item in items:
            if item.path.relative_to(Path(__file__).parent).parts[0] in REAL_TIME:
                item.add_marker(pytest.mark.flaky(reruns=1))


def pytest_report_header() -> list[str]:
    """Says plainly what this machine cannot test."""
    return [] if judges.are_here() else [judges.LEFT_OUT]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium, started once for all browser tests; each page has a profile of its own."""
    async with chromium() as running:
        yield running

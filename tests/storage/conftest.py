"""Stores to try. Another kind of store joins the conformance suite by one more parameter."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.sqlite import open_store
from storage.store import Store


@pytest.fixture(params=["sqlite"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """An empty store."""
    opened = {"sqlite": open_store}[request.param](tmp_path / "data")
    yield opened
    await opened.close()

"""What judges the widget from outside: TypeScript its types, axe how it reads to everybody.

Both come from npm, locked in tests/npm; ``make test`` installs them where there is npm. Elsewhere
what needs them is left out, and pytest's first lines say so.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.async_api import Page

NPM = Path(__file__).parent.parent / "npm"
AXE = NPM / "node_modules" / "axe-core" / "axe.min.js"
TSC = NPM / "node_modules" / "typescript" / "bin" / "tsc"
LEFT_OUT = (
    "left out: the widget's types and its accessibility by axe (there is no npm here, or "
    "`make test` has not installed tests/npm yet)"
)
_RUN = """async () => {
  const {violations, incomplete} = await axe.run(document);
  const told = kind => ({id, nodes}) =>
    nodes.map(n => `${kind} ${id} at ${n.target.flat().join(' ')}: ${n.any[0]?.message ?? ''}`);
  return [...violations.flatMap(told('violation')), ...incomplete.flatMap(told('unsure'))];
}"""


def are_here() -> bool:
    """Whether both are installed."""
    return AXE.exists() and TSC.exists()


async def axe(page: Page) -> list[str]:
    """What axe finds on the page, and what it is unsure of; the best is nothing."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE.read_text("utf-8"))
    found: Any = await page.evaluate(_RUN)
    return list(found)

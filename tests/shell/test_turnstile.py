"""One at a time for each key."""

from __future__ import annotations

import asyncio

import pytest

from bot.turnstile import Turnstile


async def test_one_at_a_time_in_order_and_nothing_is_left() -> None:
    turnstile, order, inside = Turnstile(), [], 0

    async def pass_through(n: int) -> None:
        nonlocal inside
        async with turnstile.at("a"):
            inside += 1
            assert inside == 1
            order.append(n)
            await asyncio.sleep(0)
            inside -= 1

    await asyncio.gather(*(pass_through(n) for n in range(20)))
    assert order == list(range(20))
    assert len(turnstile) == 0


async def test_different_keys_do_not_wait_for_each_other() -> None:
    turnstile = Turnstile()
    async with turnstile.at("a"), turnstile.at("b"):
        assert len(turnstile) == 2
    assert len(turnstile) == 0


async def test_an_error_inside_lets_the_next_one_in() -> None:
    turnstile = Turnstile()
    with pytest.raises(KeyError):
        async with turnstile.at("a"):
            raise KeyError
    async with asyncio.timeout(20), turnstile.at("a"):
        pass
    assert len(turnstile) == 0


@pytest.mark.parametrize("victim", range(4))
async def test_who_gives_up_waiting_holds_nobody_up(victim: int) -> None:
    turnstile, passed = Turnstile(), []

    async def pass_through(n: int) -> None:
        async with turnstile.at("a"):
            passed.append(n)
            await asyncio.sleep(0.001)

    tasks = [asyncio.create_task(pass_through(n)) for n in range(4)]
    await asyncio.sleep(0)
    tasks[victim].cancel()
    async with asyncio.timeout(20):
        await asyncio.gather(*tasks, return_exceptions=True)
    assert {n for n in range(4) if n != victim} <= set(passed)
    assert len(turnstile) == 0


async def test_who_is_cancelled_at_the_very_moment_of_its_turn_passes_it_on() -> None:
    turnstile = Turnstile()
    await turnstile.enter("a")
    second = asyncio.create_task(turnstile.enter("a"))
    third = asyncio.create_task(turnstile.enter("a"))
    await asyncio.sleep(0)
    turnstile.leave("a")  # the second one's turn has come, but it has not woken up yet
    second.cancel()
    async with asyncio.timeout(20):
        await third
    turnstile.leave("a")
    assert len(turnstile) == 0

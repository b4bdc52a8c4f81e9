"""The demo page says what the demo office's own settings say."""

import html
import re
from importlib import resources

import pytest
import yaml

from widget.serving import demo_pages

SITE = yaml.safe_load((resources.files("flows") / "site.yaml").read_text("utf-8"))
HOME = next(home for home in SITE["listings"] if home["id"] == "MLS1234567")
AGENT = next(agent for agent in SITE["agents"] if agent["id"] == HOME["agent"])
PAGE = html.unescape(demo_pages()["/"].body.decode())
TEXT = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", PAGE))
DAYS = {"Wed": "Wednesday", "Thu": "Thursday", "Fri": "Friday", "Sat": "Saturday", "Sun": "Sunday"}


@pytest.mark.parametrize(
    "said",
    [
        SITE["company"],
        HOME["id"],
        f"${HOME['price']:,}",
        f"{HOME['beds']} beds",
        f"{HOME['baths']} baths",
        HOME["size"],
        str(HOME["year"]),
        AGENT["name"],
        AGENT["phone"],
        AGENT["email"],
        *HOME["address"].split(", "),
        *SITE["markets"]["austin"]["areas"],
    ],
)
def test_the_page_and_the_settings_agree(said):
    assert said in TEXT


@pytest.mark.parametrize(("day", "time"), [slot.split() for slot in HOME["slots"]])
def test_the_viewing_times_are_the_free_ones(day, time):
    hour, minute = map(int, time.split(":"))
    clock = f"{(hour - 1) % 12 + 1}:{minute:02d} {'pm' if hour >= 12 else 'am'}"
    assert re.search(rf"{DAYS[day]} [^.]*?{re.escape(clock)}", TEXT)


def test_the_chat_is_about_this_home():
    assert f'data-listing-id="{HOME["id"]}"' in PAGE
    assert f'data-listing-address="{HOME["address"]}"' in PAGE
    assert f'data-listing-price="{HOME["price"]}"' in PAGE

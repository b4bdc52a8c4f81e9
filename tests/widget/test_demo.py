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


LANDINGS = {"/": "en", "/value": "en", "/mieten": "de"}


def body(path):
    return html.unescape(demo_pages()[path].body.decode())


@pytest.mark.parametrize("path", LANDINGS)
def test_every_landing_page_names_the_others_and_itself(path):
    links = re.findall(r'<nav aria-label="(?:Main|Seiten)">(.*?)</nav>', body(path), re.DOTALL)[0]
    assert re.findall(r'href="([^"]+)"', links) == list(LANDINGS)
    assert re.findall(r'<a href="([^"]+)" aria-current="page"', links) == [path]


@pytest.mark.parametrize("path", LANDINGS)
def test_a_landing_page_asks_nobody_else_for_anything_and_finds_all_it_shows(path):
    page = body(path)
    found = re.findall(r'(?:src|href)="([^"#]+)"', page)
    assert not [link for link in found if re.match(r"(?:https?:)?//", link)]
    shown = [link for link in found if link.startswith("/demo/")]
    assert len(shown) > 3
    assert all(link in demo_pages() for link in shown)


@pytest.mark.parametrize(("path", "lang"), LANDINGS.items())
def test_a_landing_page_speaks_its_language_and_works_without_javascript(path, lang):
    page = body(path)
    assert f'<html lang="{lang}">' in page
    flow = re.search(r'<noscript>.*?href="/chat/(\w+)\?market=(\w+)', page, re.DOTALL)
    assert flow
    assert (resources.files("flows") / f"{flow[1]}.yaml").is_file()
    assert flow[2] in SITE["markets"]
    assert all(re.search(r' alt="[^"]{20,}"', image) or ' alt=""' in image
               for image in re.findall(r"<img[^>]+>", page))  # fmt: skip


def test_the_german_page_and_the_settings_agree():
    page = body("/mieten")
    jonas = next(agent for agent in SITE["agents"] if agent["id"] == "jonas")
    assert jonas["name"] in page
    assert jonas["email"] in page
    areas = set(SITE["markets"]["berlin"]["areas"]) - {"Berlin"}
    assert set(re.findall(r"<li>([^<]+)</li>", page)) >= areas
    assert 'data-flow="renter" data-market="berlin"' in page
    cold, extra, warm = 1190, 290, 1480
    assert cold + extra == warm
    for sum_ in ("1.190 €", "290 €", "1.480 €"):
        assert sum_ in page


def test_the_example_of_a_range_is_marked_as_one():
    text = re.sub(r"\s+", " ", body("/value"))
    assert "This one is an example, and the homes in it are made up." in text

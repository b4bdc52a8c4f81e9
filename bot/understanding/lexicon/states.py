"""The states of the USA, with their codes, usual abbreviations and biggest cities."""

from __future__ import annotations

from typing import Final

STATES: Final = {
    "AL": "alabama|ala", "AK": "alaska", "AZ": "arizona|ariz", "AR": "arkansas|ark", "CA": "california|calif|cali|socal|norcal",
    "CO": "colorado|colo", "CT": "connecticut|conn", "DE": "delaware|del", "DC": "district of columbia|washington dc|d c",
    "FL": "florida|fla", "GA": "georgia", "HI": "hawaii|hawai", "ID": "idaho", "IL": "illinois|ill", "IN": "indiana|ind",
    "IA": "iowa", "KS": "kansas|kan", "KY": "kentucky", "LA": "louisiana", "ME": "maine", "MD": "maryland",
    "MA": "massachusetts|mass", "MI": "michigan|mich", "MN": "minnesota|minn", "MS": "mississippi|miss", "MO": "missouri",
    "MT": "montana|mont", "NE": "nebraska|neb", "NV": "nevada|nev", "NH": "new hampshire", "NJ": "new jersey|jersey",
    "NM": "new mexico|nuevo mexico", "NY": "new york|nueva york", "NC": "north carolina|n carolina|carolina del norte", "ND": "north dakota|n dakota|dakota del norte",
    "OH": "ohio", "OK": "oklahoma|okla", "OR": "oregon", "PA": "pennsylvania|penn|pensilvania", "RI": "rhode island",
    "SC": "south carolina|s carolina|carolina del sur", "SD": "south dakota|s dakota|dakota del sur", "TN": "tennessee|tenn", "TX": "texas|tex|tejas",
    "UT": "utah", "VT": "vermont", "VA": "virginia", "WA": "washington|washington state", "WV": "west virginia|w virginia|virginia occidental",
    "WI": "wisconsin|wis", "WY": "wyoming|wyo", "PR": "puerto rico",
}  # fmt: skip
OTHER_SPELLINGS: Final = {
    "TX": "تكساس", "CA": "كاليفورنيا|kalifornien", "FL": "فلوريدا", "NY": "نيويورك", "HI": "هاواي|hawái", "OK": "أوكلاهوما",
    "NM": "نيو مكسيكو|neu mexiko", "LA": "luisiana|لويزيانا", "AZ": "أريزونا", "CO": "كولورادو", "GA": "جورجيا", "WA": "واشنطن",
    "IL": "إلينوي", "NJ": "نيوجيرسي|nueva jersey", "MI": "ميشيغان|míchigan", "NV": "نيفادا",
}  # fmt: skip
CODES: Final = frozenset(STATES)
# Codes that are everyday words: read only alone, in capitals or behind a comma.
ALSO_WORDS: Final = frozenset(
    (
        "in",
        "or",
        "me",
        "hi",
        "ok",
        "oh",
        "la",
        "de",
        "id",
        "pa",
        "co",
        "al",
        "ma",
        "mi",
        "ne",
        "ky",
        "ga",
        "pr",
        "md",
        "ct",
        "mo",
        "nd",
    )
)
CITIES: Final = {
    "TX": "austin|dallas|houston|san antonio|fort worth|el paso|round rock|plano|lubbock",
    "OK": "oklahoma city|tulsa|norman", "NM": "albuquerque|santa fe|las cruces", "HI": "honolulu|maui|oahu|kauai",
    "CA": "los angeles|san francisco|san diego|sacramento|oakland|fresno|san jose", "FL": "miami|orlando|tampa|jacksonville",
    "NY": "nyc|brooklyn|manhattan|new york city|queens", "IL": "chicago", "WA": "seattle|tacoma|spokane",
    "CO": "denver|boulder|colorado springs", "AZ": "phoenix|tucson|scottsdale", "NV": "las vegas|reno|vegas",
    "GA": "atlanta|savannah", "MA": "boston", "PA": "philadelphia|pittsburgh", "TN": "nashville|memphis",
    "NC": "raleigh|charlotte|durham", "LA": "new orleans|baton rouge", "MI": "detroit", "MN": "minneapolis", "OR": "portland",
    "UT": "salt lake city", "MD": "baltimore", "OH": "cleveland|cincinnati|columbus", "IN": "indianapolis", "MO": "st louis",
    "WI": "milwaukee", "VA": "richmond",
}  # fmt: skip

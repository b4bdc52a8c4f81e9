"""Fair housing in four languages: what may not be asked, and what only sounds like it."""

from __future__ import annotations

import pytest

from bot.dialogue.reading import read_flow

FLOW = """
id: h
title: H
greeting: Automated assistant, not a person. {{ privacy_url }}
questions:
  - {id: q0, kind: text, ask: "&ASK"}
close: {hot: Thanks., warm: Thanks., cold: Thanks.}
"""
ASKED_OF_PEOPLE = (
    "Who will be living with you?",
    "Tell me about your household",
    "Are you expecting?",
    "What language do you speak at home?",
    "How many children do you have?",
    "Do you have kids?",
    "Are you married?",
    "What is your religion?",
    "Where are you from originally?",
    "What is your nationality?",
    "Are you disabled?",
    "Do you use a wheelchair?",
    "How old are you?",
    "What church do you attend?",
    "Is it just you or a family?",
    "Will your kids live with you?",
    "Do you receive Section 8?",
    "Do you have a housing voucher?",
    "Is your income from welfare?",
    "Are you a US citizen?",
    "What is your immigration status?",
    "Are you gay or straight?",
    "Do you plan to have children?",
    "Any little ones moving in with you?",
    "Are you and your husband buying together?",
    "Do you have a service animal?",
    "What's your ethnicity?",
    "Are you pregnant?",
    "Ideal for young professionals, does that fit?",
    "No children please, ok?",
    "Are you a single mom?",
    "What gender are you?",
    "Christian neighborhood preferred?",
    "Do you receive disability benefits?",
    "Is English your first language?",
    "What country were you born in?",
    "Do you have any medical conditions?",
    "Adults only building, fine?",
    "Perfect for singles - are you single?",
    "Do you speak English?",
    "Do you get child support or alimony?",
    "Are you a veteran?",
    "What's your marital status?",
    "How many people in your family?",
    "Any elderly parents moving with you?",
    "¿Tiene hijos?",
    "¿Está casado?",
    "¿De qué país es?",
    "¿Cuál es su religión?",
    "¿Está embarazada?",
    "¿Con quién va a vivir?",
    "¿Qué idioma habla en casa?",
    "¿Tiene alguna discapacidad?",
    "¿Qué edad tiene?",
    "Haben Sie Kinder?",
    "Sind Sie verheiratet?",
    "Woher kommen Sie ursprünglich?",
    "Welche Religion haben Sie?",
    "Sind Sie schwanger?",
    "Welche Sprache sprechen Sie zu Hause?",
    "Wer zieht mit Ihnen ein?",
    "Beziehen Sie Bürgergeld?",
    "Haben Sie eine Behinderung?",
    "Wie alt sind Sie?",
    "Welche Staatsangehörigkeit haben Sie?",
    "هل لديك أطفال؟",
    "هل أنت متزوج؟",
    "ما هي ديانتك؟",
    "ما جنسيتك؟",
    "هل أنت حامل؟",
    "كم عمرك؟",
    "من سيسكن معك؟",
    "هل لديك إعاقة؟",
    "ما اللغة التي تتحدثها في المنزل؟",
)
ASKED_OF_HOMES = (
    "Are you after a family room?",
    "Is it a single-family home?",
    "Do you need a master bedroom?",
    "Are you looking for a home with a walk-in closet?",
    "How many bedrooms do you need?",
    "Do you have a pet?",
    "Is it near Church Street?",
    "How old is the house?",
    "How old is the roof?",
    "Do you want a mother-in-law suite?",
    "Are you working with an agent?",
    "Is it a bachelor flat or a two bed?",
    "Would you like to see the kids' play area?",
    "When are you expecting to move?",
    "What price are you expecting?",
    "Are you expecting to sell first?",
    "Which language would you like to chat in?",
    "Do you prefer a gated community?",
    "Is the home handicap accessible?",
    "Do you want an age-restricted listing alert?",
    "Do you own or rent at the moment?",
    "Is the property in a single story building?",
    "How many people will be at the event?",
    "Do you need a home office?",
    "Multi-family or single-family?",
    "Would a family-owned brokerage suit you?",
    "Is the seller's disability ramp staying?",
    "Do you want native plants in the garden?",
    "What race day parking do you need?",
    "Are you a first-time buyer?",
    "¿Busca una vivienda unifamiliar?",
    "¿Cuántos años tiene la casa?",
    "Suchen Sie ein Einfamilienhaus?",
    "Wie alt ist das Haus?",
    "Brauchen Sie ein Kinderzimmer?",
    "Wann möchten Sie einziehen?",
    "هل تبحث عن فيلا عائلية؟",
    "كم عمر المبنى؟",
    "White kitchen or dark?",
    "Black granite or white marble?",
    "Do you want an Asian-inspired garden?",
)


def _fair_housing(ask: str) -> list[str]:
    found = read_flow(FLOW.replace("&ASK", ask), "h.yaml").problems
    return [problem.code for problem in found if problem.code.startswith("fair_housing")]


@pytest.mark.parametrize("ask", ASKED_OF_PEOPLE)
def test_a_protected_matter_is_not_asked(ask: str) -> None:
    assert _fair_housing(ask)


@pytest.mark.parametrize("ask", ASKED_OF_HOMES)
def test_what_is_asked_of_a_home_may_be_asked(ask: str) -> None:
    assert _fair_housing(ask) == []


@pytest.mark.parametrize(
    ("lang", "ask"),
    [("es", "¿Tiene hijos?"), ("de", "Haben Sie Kinder?"), ("ar", "هل لديك أطفال؟")],
)
def test_a_translation_is_read_as_well(lang: str, ask: str) -> None:
    text = f"language: {lang}\nquestions:\n  q0: {{ask: {ask}}}\n"
    flow = FLOW.replace("&ASK", "What matters to you?").replace(
        "title: H", f"title: H\nlanguages: [en, {lang}]"
    )
    found = read_flow(flow, "h.yaml", {lang: (text, f"h.{lang}.yaml")}).problems
    (problem,) = [p for p in found if p.code == "fair_housing.family"]
    assert (problem.file, problem.line) == (f"h.{lang}.yaml", 3)

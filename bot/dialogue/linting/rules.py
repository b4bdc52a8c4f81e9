"""All rules of ``doorstep check``, in the order in which their findings are made."""

from __future__ import annotations

from collections.abc import Iterator

from bot.dialogue.linting import extras, language, structure
from bot.dialogue.linting.findings import Finding, Rule, Subject

RULES: tuple[Rule, ...] = (
    structure.ids_are_unique,
    structure.ids_are_not_taken,
    structure.fields_are_filled_once,
    structure.options_fit_their_question,
    structure.targets_exist,
    structure.every_question_can_end,
    structure.every_question_can_be_reached,
    structure.points_are_of_their_kind,
    structure.units_and_bounds_make_sense,
    structure.bands_are_in_order,
    structure.engagement_is_known,
    structure.variants_add_up,
    structure.the_appointment_is_an_answer,
    structure.renamed_ids_are_gone,
    language.texts_can_be_filled_in,
    language.conditions_can_be_decided,
    language.the_greeting_says_it_is_a_bot,
    language.the_greeting_links_to_privacy,
    language.a_text_is_not_a_switch,
    extras.tests_name_what_exists,
    extras.tests_play_where_the_office_is,
    extras.tests_have_a_time_that_exists,
    extras.consents_are_known,
    extras.languages_are_codes,
)


def findings(on: Subject) -> Iterator[Finding]:
    """Everything the rules find, without warnings whose reason is logged under ``lint:``."""
    for rule in RULES:
        for finding in rule(on):
            if finding.severity == "error" or finding.code not in on.flow.lint:
                yield finding

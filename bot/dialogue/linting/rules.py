"""All rules of ``doorstep check``, in the order in which their findings are made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.dialogue.explaining import did_you_mean
from bot.dialogue.linting import consent, extras, fairness, language, sense, structure, style
from bot.dialogue.linting.fair_housing_words import FIELDS, SUSPECTS
from bot.dialogue.linting.findings import Finding, Rule, Subject

RULES: tuple[Rule, ...] = (
    structure.ids_are_unique,
    structure.ids_are_not_taken,
    structure.fields_are_filled_once,
    structure.options_fit_their_question,
    structure.targets_exist,
    structure.other_flows_are_entered_at_one_place,
    structure.every_question_can_end,
    structure.every_question_can_be_reached,
    structure.points_are_of_their_kind,
    structure.units_and_bounds_make_sense,
    structure.files_can_be_declined,
    structure.bands_are_in_order,
    structure.engagement_is_known,
    structure.variants_add_up,
    structure.the_appointment_is_an_answer,
    structure.renamed_ids_are_gone,
    language.texts_can_be_filled_in,
    language.conditions_can_be_decided,
    language.the_greeting_is_honest,
    language.a_text_is_not_a_switch,
    language.braces_are_double,
    language.texts_are_plain,
    language.quotes_are_straight,
    fairness.protected_matters_are_not_asked,
    fairness.points_do_not_depend_on_who_somebody_is,
    fairness.no_loan_application_is_taken,
    fairness.no_income_before_a_german_viewing,
    consent.marketing_is_not_given_beforehand,
    consent.marketing_decides_nothing,
    consent.marketing_says_how_to_stop,
    consent.stop_stays_stop,
    sense.conditions_can_hold,
    sense.conditions_look_back,
    sense.questions_of_one_field_keep_apart,
    sense.rules_count_once,
    sense.something_can_be_chosen,
    sense.branches_have_a_default,
    sense.answers_are_used,
    style.not_too_many_questions,
    style.contact_is_not_asked_first,
    style.contact_says_why,
    style.contact_can_be_used,
    style.marketing_is_free,
    style.labels_fit_a_button,
    style.questions_are_short,
    style.options_lead_somewhere,
    style.words_belong_to_one_option,
    style.points_fit_under_the_cap,
    style.somebody_can_be_hot,
    style.every_band_has_last_words,
    style.there_are_tests,
    extras.tests_name_what_exists,
    extras.tests_play_where_the_office_is,
    extras.tests_have_a_time_that_exists,
    extras.consents_are_known,
    extras.languages_are_codes,
)


def findings(on: Subject) -> Iterator[Finding]:
    """Everything the rules find, without what has its reason logged under ``lint:``."""
    for rule in (*RULES, known_codes):
        for finding in rule(on):
            if counts(finding, on.flow.lint):
                yield finding


def counts(finding: Finding, reasons: Mapping[str, str]) -> bool:
    """Is it still a finding, with the reasons that the flow logs?"""
    return finding.code not in reasons or not _may_be_reasoned_away(finding)


def known_codes(on: Subject) -> Iterator[Finding]:
    """A reason for something that is never found was likely misspelt."""
    for code in on.flow.lint.keys() - REASONABLE:
        message = f"there is no finding “{code}”{did_you_mean(code, REASONABLE)}"
        yield Finding(("lint", code), message, "lint.unknown", "warning", on_key=True)


REASONABLE: frozenset[str] = frozenset(
    {
        "questions.many", "contact.first", "contact.why", "contact.consent", "contact.kind",
        "label.long", "ask.long", "option.pointless", "points.cap", "points.never_hot",
        "close.missing", "synonym.twice", "tests.none", "text.curly", "text.plain",
        "question.unreachable", "when.always", "when.early", "when.overlap", "rule.same",
        "branch.default", "answer.unused", "consent.stop", "consent.points", "upload.needed",
        "translation.missing", "language.missing",
    }
    | {f"{fairness.CODE}.{suspect.id}" for suspect in SUSPECTS}
    | {f"{fairness.CODE}.{name}" for name in FIELDS}
)  # fmt: skip
"""The findings for which a flow may give its reason."""


def _may_be_reasoned_away(finding: Finding) -> bool:
    """Warnings, and protected matters in the lawful cases, such as 55+ housing."""
    return finding.severity == "warning" or finding.code.startswith(f"{fairness.CODE}.")

"""Runs every check.

A record is checked a shelf at a time (the folder of a meeting, or all versions of the agreement), on all cores, and what was
read of a shelf goes once it is checked. So a check sees nothing beyond the shelf. What compares meetings with one another
stands in `ACROSS`, and knows of each what `facts` has of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from public_record.checks import (
    agendas,
    agreements,
    answers,
    attachments,
    contacts,
    corrections,
    duties,
    grounds,
    history,
    indicators,
    items,
    meetings_due,
    minutes,
    openness,
    papers,
    speakers,
    text,
    weekdays,
    wording,
)
from public_record.checks.context import Across, Check, Context, Overview
from public_record.checks.facts import Fact
from public_record.model.findings import Finding
from public_record.model.private import PrivateRecord
from public_record.model.settings import Settings

CHECKS: tuple[Check, ...] = (
    agendas.belong_to_their_folder,
    agendas.have_known_bodies,
    agendas.stand_alone,
    agendas.number_their_items,
    agendas.give_notice,
    agendas.use_known_subjects,
    papers.belong_to_an_item,
    papers.have_numbers_of_their_own,
    papers.replace_others_than_themselves,
    corrections.name_places_that_are_there,
    attachments.are_the_files_that_were_cleared,
    attachments.are_named_once,
    attachments.are_not_more_open_than_their_paper,
    attachments.have_titles,
    minutes.have_numbers_of_their_own,
    minutes.answer_known_items,
    answers.adopt_what_is_put_up,
    openness.marks_do_not_contradict,
    openness.what_is_opened_is_public,
    grounds.restrictions_state_their_ground,
    openness.printed_classifications_agree,
    openness.titles_are_public,
    openness.withdrawals_are_explained,
    openness.dates_of_publication_are_in_order,
    history.changes_are_in_order,
    history.meetings_are_moved_from_another_day,
    history.notes_follow_their_meeting,
    agreements.follow_one_another,
    agreements.say_when_they_begin,
    agreements.are_refreshed,
    agreements.name_leads,
    agreements.tie_actions_to_priorities,
    agreements.give_each_thing_an_id_of_its_own,
    agreements.name_what_is_there,
    agreements.use_known_subjects,
    indicators.changes_are_those_of_their_figures,
    text.headings_go_down_in_steps,
    text.tables_have_names,
    text.definitions_stand_once,
    items.references_follow_each_other,
    items.what_was_to_follow_followed,
    items.minutes_answer_items,
    speakers.are_listed,
    wording.is_right,
    weekdays.of_items_are_right,
    contacts.of_documents_are_offices,
    duties.of_a_meeting_are_done,
)

ACROSS: tuple[Across, ...] = (
    agreements.name_known_items,
    answers.name_public_requests,
    answers.correct_notes_that_are_there,
    answers.requests_have_answers,
    meetings_due.notes_are_adopted,
    duties.between_meetings_are_done,
)


class Checked(NamedTuple):
    """What is wrong on one shelf, and what is to be compared with others: it passes between processes, so no text is in it."""

    findings: list[Finding]
    facts: Sequence[Fact]


def check_shelf(record: PrivateRecord, settings: Settings, today: date) -> Checked:
    """List what is wrong with what stands together, and what there is to compare."""
    context = Context.of(record, settings, today)
    return Checked(_on_shelf(context), context.facts())


def compare(overview: Overview) -> list[Finding]:
    """List what is wrong between shelves, once each of them can be relied upon."""
    return [finding for across in ACROSS for finding in across(overview)] if overview.reliable else []


def _on_shelf(context: Context) -> list[Finding]:
    return [finding for rule in CHECKS for finding in rule(context)]

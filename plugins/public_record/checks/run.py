"""Runs every check.

A record is checked a shelf at a time (the folder of a meeting, or all versions of the agreement), on all cores, and what was
read of a shelf goes once it is checked. So a check sees nothing beyond the shelf. What compares meetings with one another
stands in `ACROSS`, and says what it has to know of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from public_record.checks import agendas, attachments, grounds, minutes, openness, papers, text
from public_record.checks.context import Across, Check, Context
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
    attachments.are_the_files_that_were_cleared,
    attachments.are_named_once,
    attachments.are_not_more_open_than_their_paper,
    attachments.have_titles,
    minutes.have_numbers_of_their_own,
    minutes.answer_known_items,
    openness.marks_do_not_contradict,
    openness.what_is_opened_is_public,
    grounds.restrictions_state_their_ground,
    openness.titles_are_public,
    openness.withdrawals_are_explained,
    openness.dates_of_publication_are_in_order,
    text.headings_go_down_in_steps,
    text.tables_have_names,
    text.definitions_stand_once,
)


ACROSS: tuple[Across[Any], ...] = ()


class Checked(NamedTuple):
    """What is wrong on one shelf, and what is to be compared with others: it passes between processes, so no text is in it."""

    findings: list[Finding]
    facts: Sequence[Sequence[Any]]
    """Of each check of `ACROSS`, in their order."""


def check(record: PrivateRecord, settings: Settings, today: date) -> list[Finding]:
    """List everything that is wrong with a record that could be read, as it stands on a day."""
    checked = check_shelf(record, settings, today)
    return [*checked.findings, *compare([checked], settings, today)]


def check_shelf(record: PrivateRecord, settings: Settings, today: date) -> Checked:
    """List what is wrong with what stands together, and what there is to compare."""
    context = Context.of(record, settings, today)
    findings = [finding for rule in CHECKS for finding in rule(context)]
    return Checked(findings, [list(across.gather(context)) for across in ACROSS])


def compare(shelves: Iterable[Checked], settings: Settings, today: date) -> list[Finding]:
    """List what is wrong between shelves."""
    facts = [shelf.facts for shelf in shelves]
    return [
        finding
        for number, across in enumerate(ACROSS)
        for finding in across.compare([fact for shelf in facts for fact in shelf[number]], settings, today)
    ]

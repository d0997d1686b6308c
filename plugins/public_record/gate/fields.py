"""Releases the fields of forms. Each function is called by the release of something that was decided to be public."""

from __future__ import annotations

from collections.abc import Iterable

from public_record.model.forms import AnswerForm, AnyPaperForm, NextMeetingForm, OnRecommendationForm, PersonForm, SourceForm
from public_record.model.record import (
    Answer,
    DocumentCorrection,
    History,
    NextMeeting,
    OnRecommendation,
    PaperDetails,
    Person,
    Source,
)
from public_record.model.text import Sealed


def words(text: Sealed | None) -> str | None:
    """Release one field."""
    return text.reveal() if text else None


def texts(many: Iterable[Sealed]) -> tuple[str, ...]:
    """Release a list of fields."""
    return tuple(text.reveal() for text in many)


def people(forms: Iterable[PersonForm]) -> tuple[Person, ...]:
    """Release people with the part they take."""
    return tuple(Person(person.name.reveal(), words(person.role), words(person.substitute_for)) for person in forms)


def next_meeting(form: NextMeetingForm | None) -> NextMeeting | None:
    """Release the announcement of a meeting."""
    return NextMeeting(form.date, form.time, words(form.venue)) if form else None


def answers(forms: Iterable[AnswerForm]) -> tuple[Answer, ...]:
    """Release what something answers. Those whose request is not public are taken out by `gate.ties`."""
    return tuple(Answer(form.request, form.at) for form in forms)


def on_recommendation(form: OnRecommendationForm | None) -> OnRecommendation | None:
    """Release how an outcome that is public stands to what was recommended."""
    return OnRecommendation(form.outcome, words(form.note)) if form else None


def details(form: AnyPaperForm, history: History, corrections: tuple[DocumentCorrection, ...]) -> PaperDetails:
    """Release what a paper says of itself."""
    return PaperDetails(
        form=form.form,
        by=people(form.by),
        presented_by=people(form.presented_by),
        to=words(form.to),
        dated=form.dated,
        purpose=form.purpose,
        classification=words(form.classification),
        contact=words(form.contact),
        background_papers=texts(form.background_papers),
        source=_source(form.source),
        editor_notes=texts(form.editor_notes),
        published=history.published,
        subjects=tuple(form.subjects),
        answers=answers(form.answers),
        corrections=corrections,
        history=history,
    )


def _source(form: SourceForm | None) -> Source | None:
    return Source(form.publisher.reveal(), words(form.title), form.date, words(form.licence)) if form else None

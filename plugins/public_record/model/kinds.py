"""The kinds of documents, each with its form."""

from __future__ import annotations

from public_record.model.agreement_forms import AgreementForm
from public_record.model.forms import AgendaForm, AppendixForm, DocumentForm, NotesForm, OfficerPaperForm

FORMS: dict[str, type[DocumentForm]] = {
    "agenda": AgendaForm,
    "paper": OfficerPaperForm,
    "appendix": AppendixForm,
    "notes": NotesForm,
    "agreement": AgreementForm,
}
"""The form of each kind of document."""

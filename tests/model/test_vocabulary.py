from __future__ import annotations

from public_record.model.outcomes import kinds_of
from public_record.model.vocabulary import SCHEDULE_12A, Access, Delivery, OutcomeKind, PaperForm, Purpose


def test_marks_are_ordered_by_strictness() -> None:
    """A draft is stricter than a restriction, and that than a withdrawal."""
    ordered = sorted(Access, key=lambda access: access.strictness)
    assert ordered == [Access.PUBLIC, Access.WITHDRAWN, Access.RESTRICTED, Access.DRAFT]


def test_every_word_has_a_label() -> None:
    """No reader meets the word that a file uses."""
    assert all(delivery.label for delivery in Delivery)
    assert Purpose.DECISION.label == "For decision"
    assert PaperForm.WITNESS_GUIDE.label == "Witness guide"
    assert list(SCHEDULE_12A) == [1, 2, 3, 4, 5, 6, 7]


def test_a_resolution_can_do_several_things() -> None:
    """Kinds come in the order of the words."""
    assert kinds_of("RESOLVED that the speaker be thanked and the report noted.") == (
        OutcomeKind.THANKED,
        OutcomeKind.NOTED,
    )

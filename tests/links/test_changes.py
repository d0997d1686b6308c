"""What changed between two versions: never more than the record can tell."""

from __future__ import annotations

from typing import Any

import pytest

from public_record.links.changes import ActionChange, ChangeKind, Comparison, compare
from public_record.model.agreement import ActionPlan, Origin, Parts, PlannedAction, Priority, Theme
from public_record.model.record import Agreement, Withheld
from public_record.model.vocabulary import Basis, Held, OriginKind
from published import agreement


def _priority(name: str, title: str | None = None, *origins: Origin, lead: str | None = None) -> Priority:
    return Priority(name, title or name.capitalize(), lead=lead, comes_from=origins)


def _from(name: str, how: OriginKind = OriginKind.MERGED) -> Origin:
    return Origin(name, how)


def _told(comparison: Comparison) -> list[tuple[str, tuple[str, ...], str | None]]:
    return [
        (change.kind.value, tuple(one.id for one in change.before), change.after.id if change.after else None)
        for change in comparison.priorities
    ]


def _versions(*stages: tuple[Priority, ...], **keys: Any) -> tuple[Agreement, ...]:
    return tuple(agreement(f"{number}.0", *stage, **keys) for number, stage in enumerate(stages, start=1))


def _between(versions: tuple[Agreement, ...], first: int = 0, last: int = -1) -> Comparison:
    return compare(versions, versions[first], versions[last])


def test_each_change_has_its_name() -> None:
    """Kept, renamed, merged, taken out of another, new, gone."""
    versions = _versions(
        (_priority("roads"), _priority("care"), _priority("theft"), _priority("violence"), _priority("wardens")),
        (
            _priority("roads"),
            _priority("care", "Safeguarding"),
            _priority("crime", None, _from("theft"), _from("violence")),
            _priority("hate", None, _from("care", OriginKind.SPLIT)),
            _priority("noise"),
        ),
    )
    assert _told(_between(versions)) == [
        ("kept", ("roads",), "roads"),
        ("renamed", ("care",), "care"),
        ("merged", ("theft", "violence"), "crime"),
        ("split", ("care",), "hate"),
        ("added", (), "noise"),
        ("removed", ("wardens",), None),
    ]


@pytest.mark.parametrize(("before", "after"), [("Theft & Fraud", "Theft and Fraud"), ("Road Safety", "Road safety")])
def test_a_capital_or_an_ampersand_is_no_new_name(before: str, after: str) -> None:
    """Printers differ; the priority does not."""
    versions = _versions((_priority("a", before),), (_priority("a", after),))
    assert _told(_between(versions)) == [("kept", ("a",), "a")]


def test_what_was_merged_on_the_way_is_found_between_the_ends() -> None:
    """Between the first and the last, the step in the middle is not seen, and is what explains the change."""
    versions = _versions(
        (_priority("theft"), _priority("violence")),
        (_priority("crime", None, _from("theft"), _from("violence")),),
        (_priority("organised", None, _from("crime", OriginKind.RENAMED)),),
        (_priority("organised"),),
    )
    assert _told(_between(versions)) == [("merged", ("theft", "violence"), "organised")]
    assert _told(_between(versions, 1)) == [("renamed", ("crime",), "organised")]
    assert _told(_between(versions, 2)) == [("kept", ("organised",), "organised")]


def test_ids_that_come_from_each_other_are_followed_once() -> None:
    """A clerk's circle ends."""
    versions = _versions((_priority("x"),), (_priority("a", None, _from("b")),), (_priority("b", None, _from("a")),))
    assert _told(_between(versions)) == [("added", (), "b"), ("removed", ("x",), None)]


def test_a_withheld_version_between_two_tells_nothing() -> None:
    """It has no priorities here, whatever it has."""
    first, last = _versions((_priority("a"),), (_priority("a"),))
    hidden = agreement("1.5", withheld=Withheld(Basis.NOT_STATED))
    assert _told(compare((first, hidden, last), first, last)) == [("kept", ("a",), "a")]


@pytest.mark.parametrize("held", [Held.PART, Held.NONE])
def test_what_is_not_held_is_not_taken_for_what_is_not_there(held: Held) -> None:
    """A version known in part may have more than is named."""
    early, late = _versions((_priority("a"),), (_priority("b"),))
    parts = Parts(priorities=held)
    known_late = compare((early, late), early, late)
    unknown = agreement("2.0", _priority("b"), parts=parts)
    unknown_before = agreement("1.0", _priority("a"), parts=parts)
    assert [kind for kind, _, _ in _told(known_late)] == ["added", "removed"]
    assert [kind for kind, _, _ in _told(compare((early, unknown), early, unknown))] == ["added", "not-known-after"]
    assert [kind for kind, _, _ in _told(compare((unknown_before, late), unknown_before, late))] == [
        "not-known-before",
        "removed",
    ]


def test_what_a_version_calls_new_is_new_whatever_is_held_of_the_one_before() -> None:
    """The version says so itself; on the way to a later one, too, and never for a version that has it."""
    unheld = agreement("1.0", parts=Parts(priorities=Held.NONE))
    brings = agreement("2.0", Priority("minds", "Minds", new=True), Priority("noise", "Noise"))
    later = agreement("3.0", Priority("minds", "Minds"))
    versions = (unheld, brings, later)
    assert _told(_between(versions, 0, 1)) == [("added", (), "minds"), ("not-known-before", (), "noise")]
    assert _told(_between(versions, 0, 2)) == [("added", (), "minds")]
    assert _told(_between(versions, 1, 2)) == [("kept", ("minds",), "minds"), ("removed", ("noise",), None)]


def test_what_versions_say_of_themselves_is_gathered_after_the_earlier_up_to_the_later() -> None:
    """A version with no list of its own says nothing, and the earlier one tells of what came before it."""
    one, two, three = agreement("1.0", change_list=("x",)), agreement("2.0", change_list=("y",)), agreement("3.0")
    four = agreement("4.0", change_list=("z",))
    found = compare((one, two, three, four), one, four)
    assert [version.version for version in found.stated] == ["2.0", "4.0"]


def test_a_lead_changed_only_where_both_are_known() -> None:
    versions = _versions(
        (_priority("a", lead="One"), _priority("b", lead="One"), _priority("c")),
        (_priority("a", lead="Two"), _priority("b"), _priority("c", lead="Two")),
    )
    assert [(one.before.lead, one.after.lead) for one in _between(versions).leads] == [("One", "Two")]


def test_themes_are_followed_like_priorities() -> None:
    early = agreement("1.0", themes=(Theme("a", "Homes"), Theme("b", "Children")))
    late = agreement("2.0", themes=(Theme("a", "Victims and homes"), Theme("c", "Minds")))
    changes = compare((early, late), early, late).themes
    assert [change.kind for change in changes] == [ChangeKind.RENAMED, ChangeKind.ADDED, ChangeKind.REMOVED]


def _action(number: str, aim: str, priority: str = "a") -> PlannedAction:
    return PlannedAction(f"agreement/actions/#{number}", number, number, priority, aim)


def test_actions_are_the_same_by_their_words_or_by_their_number() -> None:
    """Plans number their actions anew; one with the words of another goes on all the same."""
    kept, moved, worded, gone, new = (
        _action("1.1", "Light the lamps"),
        _action("1.2", "Mend the road"),
        _action("1.3", "Count the doors"),
        _action("2.1", "Ring the bell", "b"),
        _action("2.1", "Sweep the lane"),
    )
    early = agreement("1.0", action_plan=ActionPlan((kept, moved, worded, gone)))
    again = _action("4", "Mend  the ROAD")
    other = _action("1.3", "Count the windows")
    late = agreement("2.0", action_plan=ActionPlan((kept, again, other, new)))
    assert compare((early, late), early, late).actions == (
        ActionChange(ChangeKind.KEPT, kept, kept),
        ActionChange(ChangeKind.KEPT, moved, again),
        ActionChange(ChangeKind.RENAMED, worded, other),
        ActionChange(ChangeKind.ADDED, None, new),
        ActionChange(ChangeKind.REMOVED, gone),
    )


def test_plans_are_compared_only_where_both_are_held() -> None:
    early, late = agreement("1.0", action_plan=ActionPlan((_action("1", "x"),))), agreement("2.0")
    assert compare((early, late), early, late).actions is None

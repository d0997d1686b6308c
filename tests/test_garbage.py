"""While a record is read, and in what was read, no garbage is looked for; afterwards everywhere again."""

from __future__ import annotations

import gc

from public_record.garbage import look_at_all_again, none_looked_for, pass_over_what_is_there


def test_none_is_looked_for_until_the_reading_ends() -> None:
    """However it ends; and where nobody looked before, nobody does then."""
    with none_looked_for():
        with none_looked_for():
            assert not gc.isenabled()
        assert not gc.isenabled()

    assert gc.isenabled()


def test_what_is_there_is_passed_over_until_the_end_of_a_build() -> None:
    """A process that builds twice must not keep the first for good."""
    pass_over_what_is_there()
    passed_over = gc.get_freeze_count()
    look_at_all_again()

    assert (passed_over > 0, gc.get_freeze_count()) == (True, 0)

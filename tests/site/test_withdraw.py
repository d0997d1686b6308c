"""A mistaken publication is withdrawn and published again: the tombstone stands, the text is gone."""

from __future__ import annotations

from tiny import FOLDER, PAPER, TinySite


def test_a_withdrawal_can_be_published(site: TinySite) -> None:
    """A long reason stands on the tombstone, and the second line does not take it for what was withheld."""
    reason = "The paper of this item gave the figures of another year, and a corrected one follows."
    text = PAPER.replace("is painted every year", "is painted in a green that was never public")
    site.write(f"{FOLDER}/b1.md", text.replace("The state of the bridge", "What the engineer saw"))
    (site.root / FOLDER / "b1-appendix-a.md").unlink()
    withdrawn = site.run("withdraw", "group/2025-03-02/b1/", "--reason", reason)
    assert withdrawn.exit_code == 0, withdrawn.output
    site.build()
    assert reason in site.html("group/2025-03-02/b1")
    assert not any(b"painted in a green" in data for data in site.files().values())

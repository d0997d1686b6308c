"""The public side's register: what there is, where it stands, and what belongs to what."""

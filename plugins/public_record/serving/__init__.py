"""Shows the site on this machine while the record is worked on. Knows the public side alone, and nothing of MkDocs."""

"""What the clerk is helped with: new documents, the order of front matter, withdrawing. Private side; writes content/ alone."""

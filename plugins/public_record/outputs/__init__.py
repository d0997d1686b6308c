"""What the site offers beside its pages: data for machines, and the search index."""

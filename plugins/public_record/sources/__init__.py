"""Reads `content/` into the private record, and says of every slip where it stands. The only room that opens that tree."""

"""The independent second line: reads the finished site as bytes, and shares no code with the rooms that made it."""

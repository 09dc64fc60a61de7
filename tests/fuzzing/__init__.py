"""Fuzzing: what every text is held to, and where odd texts come from."""

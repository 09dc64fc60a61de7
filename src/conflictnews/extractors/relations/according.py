"""``According to the ministry, ...`` and ``..., according to the ministry``, where the tagger marks no content."""

from __future__ import annotations

from conflictnews.extractors.relations.proposals import Proposal
from conflictnews.extractors.relations.reading import Reading
from conflictnews.extractors.relations.scoring import Candidate

__all__ = ["according_to"]

_FEWEST = 2


def according_to(reading: Reading, cue: Candidate) -> Proposal | None:
    """The attribution that an "according to" makes: its source is the phrase behind, its content the clause around."""
    words, number, ranges = reading.unit.words, reading.number, reading.ranges
    at = cue.at
    if words[at] != "according" or cue.frame != "to" or at + 2 >= len(words) or number[at + 2] < 0:
        return None
    source = ranges[number[at + 2]]
    end = len(words) - (reading.unit.tags[-1] == ".")
    if at >= _FEWEST:
        content = (0, at - (words[at - 1] == ","))
    elif "," in words[source[1] : end]:
        content = (words.index(",", source[1]) + 1, end)
    else:
        return None
    if content[0] >= content[1]:
        return None
    return Proposal(cue, (content,), frozenset(range(*content)), source, 0, certain=True)

"""``According to the ministry, ...`` and ``..., according to the ministry``, where the tagger marks no source."""

from __future__ import annotations

from conflictnews.extractors.relations.proposals import Proposal
from conflictnews.extractors.relations.reading import Reading
from conflictnews.extractors.relations.scoring import Candidate

__all__ = ["according_to"]

_FEWEST = 2


def according_to(reading: Reading, cue: Candidate, labelled: Proposal | None) -> Proposal | None:
    """The attribution that an "according to" makes: its source is the phrase behind, its content the clause around.

    What the tagger ``labelled`` stands if it has a source, or if the cue is another one.
    """
    if labelled is not None and (labelled.source is not None or reading.unit.words[cue.at] != "according"):
        return labelled
    words, number, ranges = reading.unit.words, reading.number, reading.ranges
    at = cue.at
    if words[at] != "according" or cue.frame != "to" or at + 2 >= len(words) or number[at + 2] < 0:
        return labelled
    source = ranges[number[at + 2]]
    end = len(words) - (reading.unit.tags[-1] == ".")
    if at >= _FEWEST:
        content = (0, at - (words[at - 1] == ","))
    elif "," in words[source[1] : end]:
        content = (words.index(",", source[1]) + 1, end)
    elif not {"V", "M"}.isdisjoint(reading.unit.tags[source[1] : end]):
        content = (source[1], end)
    else:
        return labelled
    if content[0] >= content[1]:
        return labelled
    return Proposal(cue, (content,), frozenset(range(*content)), source, 0, certain=True)

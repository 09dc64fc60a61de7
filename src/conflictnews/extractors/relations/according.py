"""``According to the ministry, ...`` and ``..., according to the ministry``, where the tagger marks no source."""

from __future__ import annotations

from conflictnews.extractors.relations.proposals import Proposal, Slots
from conflictnews.extractors.relations.reading import Reading
from conflictnews.extractors.relations.scoring import Candidate
from conflictnews.text.closed_words import reporting_verbs
from conflictnews.text.insertions import is_full_name
from conflictnews.text.nouns import is_person, is_plural
from conflictnews.text.phrases import Phrase, phrase_at

__all__ = ["according_to"]

_FEWEST = 2
_PLACED = frozenset("ITNPJ")
"""Tags of what may stand between a source and its comma: "the head of the mission IN DORN"."""
_CONTRASTS = frozenset({"while", "whereas", "although", "though"})
_RELATIVES = frozenset({"who", "which", "whose"})


def according_to(reading: Reading, cue: Candidate, labelled: Proposal | None) -> Proposal | None:
    """The attribution that an "according to" makes: its source is the phrase behind, its content the clause around.

    What the tagger ``labelled`` stands if it has a source, or if the cue is another one.
    """
    if labelled is not None and reading.unit.words[cue.at] != "according":
        return labelled
    if labelled is None or labelled.source is None:
        labelled = _by_rule(reading, cue, labelled)
    if labelled is None or labelled.source is None:
        return labelled
    return _before_contrast(reading, _behind_apposition(reading, _with_subject(reading, cue, labelled)))


def _by_rule(reading: Reading, cue: Candidate, labelled: Proposal | None) -> Proposal | None:
    """What the grammar tells alone; what was ``labelled`` where it tells nothing."""
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


def _behind_apposition(reading: Reading, labelled: Proposal) -> Proposal:
    """A content without who the source is: ``According to Ann Voss, [a nurse,] FIVE WERE HURT``.

    So it is with a name behind what somebody is: ``According to the mayor of Kaya, [Omar Dorn,] FIVE WERE HURT``.
    """
    unit, source, offset = reading.unit, labelled.source, reading.offset
    begin, end = labelled.parts[0]
    if source is None or source[1] >= begin or unit.words[begin - 1] != "," or "," not in unit.words[begin:end]:
        return labelled
    if not _PLACED.issuperset(unit.tags[source[1] : begin - 1]):
        return labelled
    comma = unit.words.index(",", begin)
    role, told = phrase_at(reading.syntax, begin + offset), phrase_at(reading.syntax, comma + 1 + offset)
    if role is None or told is None or not _is_of_one(reading, source, role, comma):
        return labelled
    verb = told.last - offset
    clause = verb < end and unit.tags[verb] in "VMI" and not {"V", "M"}.isdisjoint(unit.tags[verb:end])
    if not clause or not {"V", "M", "W"}.isdisjoint(unit.tags[begin:comma]):
        return labelled
    return labelled._replace(
        source=(source[0], comma), parts=((comma + 1, end),), held=frozenset(range(comma + 1, end))
    )


def _is_of_one(reading: Reading, source: Slots, role: Phrase, comma: int) -> bool:
    """Whether a phrase behind a source says what the one is who is named, or names the one who is something."""
    if reading.unit.tags[source[1] - 1] == "P" and is_person(reading.syntax.words[role.head]):
        return True
    one = phrase_at(reading.syntax, source[0] + reading.offset)
    someone = one is not None and is_person(head := reading.syntax.words[one.head]) and not is_plural(head)
    return someone and role.last == comma + reading.offset and is_full_name(reading.syntax, role)


def _before_contrast(reading: Reading, labelled: Proposal) -> Proposal:
    """A content without what another one says instead: ``..., ten were killed, WHILE the rebels said``."""
    begin, end = labelled.parts[-1]
    words, tags = reading.unit.words, reading.unit.tags
    turn = next((k for k in range(begin + 1, end) if words[k] in _CONTRASTS), -1)
    said = turn > 0 and any(turn < k < end and tags[k] == "V" and words[k] in reporting_verbs() for k in reading.cues)
    if not said:
        return labelled
    cut = turn - (words[turn - 1] == ",")
    parts = (*labelled.parts[:-1], (begin, cut))
    return labelled._replace(parts=parts, held=frozenset(at for part in parts for at in range(*part)))


def _with_subject(reading: Reading, cue: Candidate, labelled: Proposal) -> Proposal:
    """A content that begins at its verb, or with who the source is, from its subject on.

    ``According to the army, [the rebel Omar Dorn] WAS HELD``, ``According to Dorn, [who was safe, gunmen] FIRED``.
    """
    words, source = reading.unit.words, labelled.source
    if source is None or len(labelled.parts) != 1 or labelled.parts[0][0] < source[1] or "," not in words[cue.at :]:
        return labelled
    begin, end = labelled.parts[0]
    comma = words.index(",", cue.at)
    if source[0] < comma < begin and reading.unit.tags[begin] in "VM":
        source, begin = (source[0], min(source[1], comma)), comma + 1
    if words[begin] in _RELATIVES and "," in words[begin:end]:
        begin = words.index(",", begin) + 1
    if begin in (labelled.parts[0][0], end):
        return labelled
    return labelled._replace(source=source, parts=((begin, end),), held=frozenset(range(begin, end)))

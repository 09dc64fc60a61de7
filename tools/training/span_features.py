"""The features of the span tagger by the names of their rows, as ``relations.spans`` sums them."""

from __future__ import annotations

from collections.abc import Iterator

from conflictnews.extractors.relations.reading import CLAUSE_WORDS, Reading
from conflictnews.extractors.relations.scoring import Candidate
from conflictnews.extractors.relations.span_weights import distance_of

__all__ = ["Feature", "span_features"]

Feature = tuple[str, str]
"""Template and key; the key's last part is what varies from slot to slot."""


def span_features(reading: Reading, cue: Candidate, lemma: str) -> list[list[Feature]]:
    """For every slot of a unit its features for a cue; none for the cue itself."""
    out: list[list[Feature]] = [[] for _ in reading.unit.words]
    for side, slots in (("L", range(cue.at - 1, -1, -1)), ("R", range(cue.at + 1, len(out)))):
        for at, features in zip(slots, _side(reading, cue, lemma, side, slots), strict=True):
            out[at] = [*_base(reading, side, at), *features]
    return out


def _base(reading: Reading, side: str, at: int) -> list[Feature]:
    words, steps, tags = reading.unit.words, reading.steps, reading.unit.tags
    padded = "^^" + "".join(tags) + "$$"
    window, tag = padded[at : at + 5], tags[at]
    return [
        ("tags", f"{side} {window[1:4]}"),
        ("tags", f"{side} <{window[:3]}"),
        ("tags", f"{side} >{window[2:]}"),
        ("tags", f"{side} {window[2:4]}"),
        ("phrase", f"{side} {reading.phrases[at]} {tag}"),
        ("own cue", f"{side} {steps[at]} {tag}"),
        ("cue before", f"{side} {steps[at - 1] if at else 6} {tag}"),
        ("word", f"{side} {words[at]}"),
        ("word before", f"{side} {words[at - 1] if at else '^'}"),
        ("word behind", f"{side} {words[at + 1] if at + 1 < len(words) else '$'}"),
    ]


def _side(reading: Reading, cue: Candidate, lemma: str, side: str, slots: range) -> Iterator[list[Feature]]:
    words, tags = reading.unit.words, reading.unit.tags
    form, frame = cue.form, cue.frame
    subject = reading.subject(cue.at)
    how = subject.how if subject is not None else "-"
    commas = verbs = quotations = surest = rank = 0
    clause, chunk = "-", -2
    for distance, at in enumerate(slots, 1):
        tag, word, held = tags[at], words[at], reading.number[at]
        if held >= 0 and held != chunk:
            rank, chunk = min(rank + 1, 4), held
        zone = "-"
        if subject is not None:
            zone = _zone(subject.first, subject.last, at)
        step = distance_of(distance)
        yield [
            ("frame lemma", f"{side} {lemma} {frame}"),
            ("tag lemma", f"{side} {lemma} {tag}"),
            ("tag distance", f"{side} {form} {step} {tag}"),
            ("frame distance", f"{side} {frame} {step} {tag}"),
            ("rank", f"{side} {form} {rank} {reading.phrases[at]}"),
            ("counts", f"{side} {form} {commas}{verbs}"),
            ("clause counts", f"{side} {clause} {min(commas, 2)}{min(verbs, 2)}"),
            ("tag counts", f"{side} {commas}{verbs}{quotations} {tag}"),
            ("clause", f"{side} {clause} {tag}"),
            ("between", f"{side} {surest} {tag}"),
            ("subject", f"{side} {form} {how} {zone}"),
            ("subject lemma", f"{side} {lemma} {zone}"),
        ]
        commas, verbs = min(commas + (word == ","), 3), min(verbs + (word != "," and tag in "VM"), 3)
        quotations = min(quotations + (tag in "Qq"), 2)
        clause, surest = word if word in CLAUSE_WORDS else clause, max(surest, reading.steps[at])


def _zone(first: int, last: int, at: int) -> str:
    """Where a slot stands beside the likely subject."""
    if at == first:
        return "B"
    if first < at < last:
        return "I"
    return "b" if at == first - 1 else "a" if at == last else "-"

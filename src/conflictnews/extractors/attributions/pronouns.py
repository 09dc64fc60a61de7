"""Pronouns: whom a source "he", "she", "it" or "they" means, where the text leaves one answer.

The nearest sentence that has a speaker or a subject who fits decides; of several subjects the only one whose gender is
known to agree. The paragraph before counts by its last speaker, where nobody else who fits is named behind, or by its
one subject. Nobody is meant who is named in the reported words themselves ("he said that Biden"), who appears only
inside quotation marks, or of whose death the text tells. Two who fit equally well are nobody.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from conflictnews.extractors.attributions.cast import Cast, Named
from conflictnews.extractors.attributions.kinds import Quoted
from conflictnews.extractors.attributions.turns import Turns
from conflictnews.lexicons.table import read_table
from conflictnews.types import AttributionRelation, Span, SpeakerKind

__all__ = ["Pronoun", "pronoun_antecedent", "pronouns"]

_BODIES = frozenset({SpeakerKind.GROUP, SpeakerKind.ORGANISATION, SpeakerKind.PLACE, SpeakerKind.DOCUMENT})
_DEAD_BEFORE = frozenset(
    {"killing", "killed", "death", "assassination", "slain", "late", "murder", "funeral", "assassinated"}
)
_DEAD_BEHIND = frozenset({"killing", "death", "funeral", "assassination", "murder", "body", "died", "slain"})
_PREPOSITIONS = frozenset(
    "of for at from in to with on under by near against about like than behind over between among".split()
)
_OPPOSITE = {"f": frozenset({"he", "him", "his"}), "m": frozenset({"she", "her", "hers"})}
_WINDOW = 80
_RELATIVE = frozenset({SpeakerKind.PERSON, SpeakerKind.GROUP})
_SENTENCES = 6
_TITLE = 2  # "Mr."
_APPOSITION = 120
_GAP = 4


class Pronoun(NamedTuple):
    """What a pronoun agrees with: gender m, f, n or "" (any), number singular, plural or "", and its person."""

    gender: str
    number: str
    person: str


@cache
def pronouns() -> dict[str, Pronoun]:
    """The pronouns that stand as sources."""
    rows = read_table("pronouns", "pronoun", "gender", "number", "person")
    return {word: Pronoun(gender, number, person) for word, gender, number, person in rows}


def pronoun_antecedent(
    cast: Cast, quoted: Quoted, turns: Turns, relation: AttributionRelation, pronoun: Pronoun
) -> int | str | None:
    """The entity (its number) or the nameless speaker (its key) that a pronoun means; None: nobody certain."""
    assert relation.source is not None  # noqa: S101 - narrows the type
    search = _Search(cast, quoted, turns, relation, relation.source.start, pronoun)
    if pronoun.person == "relative":
        return search.just_before()
    if pronoun.person != "third":
        return None
    return search.nearest()


class _Search:
    """One pronoun's search for whom it means."""

    def __init__(
        self, cast: Cast, quoted: Quoted, turns: Turns, relation: AttributionRelation, offset: int, pronoun: Pronoun
    ) -> None:
        self.cast, self.quoted, self.turns = cast, quoted, turns
        self.relation, self.offset, self.pronoun = relation, offset, pronoun
        self.barred = self._named_in_content()

    def _named_in_content(self) -> frozenset[int]:
        """Who is named in the reported words, outside quotation marks: they speak of others."""
        return frozenset(
            mention.entity
            for span in self.relation.content
            for mention in self.cast.between(span.start, span.end)
            if not self.quoted.holds(mention.start)
        )

    def fits(self, who: int | str | None) -> bool:
        """Whether somebody agrees with the pronoun in gender and number, is alive, and is not barred."""
        pronoun = self.pronoun
        if who is None:
            return False
        if isinstance(who, str):
            unnamed = self.cast.unnamed(who)
            if pronoun.number == "plural":
                return unnamed.plural or unnamed.kind in _BODIES
            if pronoun.gender == "n":
                return not unnamed.plural and unnamed.kind is not SpeakerKind.PERSON
            return not unnamed.plural and unnamed.kind is SpeakerKind.PERSON
        if who in self.barred:
            return False
        entity = self.cast.entities[who]
        if pronoun.number == "plural":
            return entity.plural or entity.kind is SpeakerKind.PLACE
        if pronoun.gender == "n":
            return entity.kind in _BODIES
        return entity.kind is SpeakerKind.PERSON and entity.gender in (None, pronoun.gender) and not self._is_dead(who)

    def just_before(self) -> int | str | None:
        """Whom a relative pronoun takes up: the name that ends right before it, but for an apposition."""
        view = self.cast.view
        start = view.starts[view.sentence_of(min(view.token_at(self.offset), len(view) - 1))[0]]
        for mention in reversed(self.cast.between(start, self.offset)):
            gap = view.text[mention.end : self.offset]
            if gap.strip(" ,)—–-") == "" or self._is_apposition(mention, gap):
                entity = self.cast.entities[mention.entity]
                if self.pronoun.gender == "n":
                    return mention.entity if entity.kind in _BODIES else None
                return mention.entity if entity.kind in _RELATIVE else None
            if len(gap) >= _APPOSITION:
                break
        return None

    def _is_apposition(self, mention: Named, gap: str) -> bool:
        """Whether what stands between a name and a relative pronoun is said of the bearer: ", a historian who"."""
        if len(gap) >= _APPOSITION or not gap.startswith((",", " (", ", ")):
            return False
        if gap.rstrip().endswith((",", ")")):
            return True
        view = self.cast.view
        tokens = view.tokens_in(Span(mention.end, self.offset))
        return gap.count(",") == 1 and bool(tokens) and not any(view.tags[i] in "VM" for i in tokens)

    def nearest(self) -> int | str | None:
        """Whom a personal pronoun means: the speaker or the subject of the nearest sentence that has one who fits."""
        turns, offset, view = self.turns, self.offset, self.cast.view
        if self.quoted.holds(offset):
            return None  # somebody else's words: "she" is whom the speaker means
        number, paragraph = turns.sentence(offset), turns.paragraph(offset)
        floor, last = turns.paragraph_start(paragraph), turns.last
        speaker = last.who if last is not None and self.fits(last.who) else None
        start, end = max(view.starts[view.sentences[number][0]], floor), offset
        for back in range(_SENTENCES):
            if speaker is not None and last is not None and last.offset >= start:
                return self._one([speaker], start, end) if isinstance(speaker, int) else speaker
            if subjects := self._subjects(start, end):
                return self._one(subjects, start, end)
            if back and (person := self._beside_other_gender(start, end)) is not None:
                return person
            number -= 1
            if start <= floor or number < 0:
                break
            start, end = max(view.starts[view.sentences[number][0]], floor), start
        if speaker is not None and last is not None and paragraph - last.last_paragraph <= turns.reach:
            rivals = [m.entity for m in self._outside(last.end, offset) if m.entity != speaker and self.fits(m.entity)]
            if not rivals:
                return speaker if self._unopposed(speaker, last.offset) else None
            start, end = max(view.starts[view.sentences[number][0]], last.end), floor
            return self._one(self._subjects(start, end), start, end)
        return self._in_paragraph_before(paragraph) if paragraph and turns.reach else None

    def _in_paragraph_before(self, paragraph: int) -> int | str | None:
        """The one who is the subject of the paragraph before, where nobody else there fits."""
        start, end = self.turns.paragraph_start(paragraph - 1), self.turns.paragraph_start(paragraph)
        named = {m.entity for m in self._outside(start, end) if self.fits(m.entity)}
        subjects = self._subjects(start, end)
        return self._one(subjects, start, end) if len(named) == 1 else None

    def _one(self, subjects: list[int], start: int, end: int) -> int | None:
        """The only subject; of several the only one whose gender is known to agree.

        A subject of unknown gender gives way to the one person named there whose gender is known.
        """
        found = set(subjects)
        sure = {who for who in found if self._is_sure(who)}
        if len(sure) == 1:
            return min(sure)
        if len(found) != 1 or sure:
            return None
        if not self._unopposed(min(found), start):
            return None
        others = {m.entity for m in self._outside(start, end) if self.fits(m.entity) and self._is_sure(m.entity)}
        if not others:
            return min(found)
        return min(others) if len(others) == 1 else None

    def _beside_other_gender(self, start: int, end: int) -> int | None:
        """The one person who fits for sure where the subject is of the other gender ("Peter met Helen")."""
        outside = self._outside(start, end)
        sure = {mention.entity for mention in outside if self.fits(mention.entity) and self._is_sure(mention.entity)}
        if len(sure) != 1:
            return None
        entities = self.cast.entities
        opposed = (m for m in outside if entities[m.entity].gender not in (None, self.pronoun.gender))
        return min(sure) if any(self._is_subject(mention) for mention in opposed) else None

    def _unopposed(self, who: int | str, start: int) -> bool:
        """Whether no pronoun of the other gender stands between somebody of unknown gender and this pronoun."""
        if isinstance(who, int) and self._is_sure(who):
            return True
        other = _OPPOSITE.get(self.pronoun.gender, frozenset())
        view = self.cast.view
        tokens = view.tokens_in(Span(start, self.offset))
        return not any(view.words[i] in other for i in tokens[-_WINDOW:])

    def _is_sure(self, who: int) -> bool:
        entity = self.cast.entities[who]
        return entity.gender is not None and entity.gender == self.pronoun.gender

    def _outside(self, start: int, end: int) -> list[Named]:
        """The mentions in a stretch that stand outside quotation marks."""
        return [mention for mention in self.cast.between(start, end) if not self.quoted.holds(mention.start)]

    def _subjects(self, start: int, end: int) -> list[int]:
        """Who fits and is named as a subject may be: not behind a preposition, not as an owner or a modifier."""
        return [m.entity for m in self._outside(start, end) if self.fits(m.entity) and self._is_subject(m)]

    def _is_subject(self, mention: Named) -> bool:
        view = self.cast.view
        tokens = view.tokens_in(Span(mention.start, mention.end))
        behind = view.words[tokens.stop] if tokens.stop < len(view) else ""
        if behind in ("'s", "'") or (behind and self._is_noun(tokens.start, tokens.stop)):
            return False
        at, steps = tokens.start - 1, 0
        while at >= 0 and steps < _GAP:
            word, tag = view.words[at], view.tags[at]
            if word in _PREPOSITIONS:
                return False
            if tag in "VBGDM":
                return False
            if tag not in "NPJTU" and word != ".":
                return True
            at, steps = at - 1, steps + 1
        return True

    def _is_noun(self, first: int, at: int) -> bool:
        """Whether the word behind a name is a noun; without a verb in the next words it must be the verb itself."""
        view = self.cast.view
        if view.tags[at] != "N" or view.words[at].endswith("ed"):
            return False
        opens = first - view.sentence_of(first)[0] <= _TITLE
        return not opens or any(tag in "VM" for tag in view.tags[at + 1 : at + 6])

    def _is_dead(self, who: int) -> bool:
        """Whether the text tells that somebody died; asked once for each."""
        if (known := self.cast.dead.get(who)) is None:
            known = self.cast.dead[who] = self._dies(who)
        return known

    def _dies(self, who: int) -> bool:
        view = self.cast.view
        for span in self.cast.entities[who].mentions[:12]:
            tokens = view.tokens_in(span)
            before = view.words[max(tokens.start - 5, 0) : tokens.start]
            behind = view.words[tokens.stop : tokens.stop + 3]
            if (
                any(word in _DEAD_BEFORE for word in before if word != ".")
                and "by" not in before
                and "said" not in before
            ):
                return True
            if (
                any(word in _DEAD_BEHIND for word in behind[:2])
                or behind[:2] == ["was", "killed"]
                or behind[:3] == ["was", "assassinated"]
            ):
                return True
        return False

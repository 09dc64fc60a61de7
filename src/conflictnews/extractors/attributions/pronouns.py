"""Pronouns: whom a source "he", "she", "it" or "they" means, where the text leaves one answer.

Asked in this order: who is named before in the same clause; the last speaker, who goes on being meant until somebody else is named as a
subject; the subjects of the sentences before in the paragraph. The paragraph before counts only by its last speaker or its one
subject. Nobody is meant who is named in the reported words themselves ("he said that Biden"), who appears only inside quotation
marks, or of whose death the text tells. Two who fit equally well are nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from conflictnews.extractors.attributions.cast import Cast, Named
from conflictnews.extractors.attributions.kinds import Quoted
from conflictnews.extractors.attributions.turns import Turns
from conflictnews.lexicons.table import read_table
from conflictnews.types import AttributionRelation, Span, SpeakerKind

__all__ = ["Pronoun", "pronoun_antecedent", "pronouns"]

_BODIES = frozenset({SpeakerKind.GROUP, SpeakerKind.ORGANISATION, SpeakerKind.PLACE, SpeakerKind.DOCUMENT})
_PEOPLE = frozenset({SpeakerKind.PERSON, SpeakerKind.UNKNOWN})
_DEAD_BEFORE = frozenset(
    {"killing", "killed", "death", "assassination", "slain", "late", "murder", "funeral", "assassinated"}
)
_DEAD_BEHIND = frozenset({"killing", "death", "funeral", "assassination", "murder", "body", "died", "slain"})
_PREPOSITIONS = frozenset(
    "of for at from in to with on under by near against about like than behind over between among".split()
)
_SENTENCES = 4
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
            person = unnamed.kind in _PEOPLE
            return not unnamed.plural and (
                person if pronoun.gender != "n" else not person or unnamed.kind is SpeakerKind.UNKNOWN
            )
        if who in self.barred:
            return False
        entity = self.cast.entities[who]
        if pronoun.number == "plural":
            return entity.plural or entity.kind is SpeakerKind.PLACE
        if pronoun.gender == "n":
            return entity.kind in _BODIES
        return entity.kind in _PEOPLE and entity.gender in (None, pronoun.gender) and not self._is_dead(who)

    def just_before(self) -> int | str | None:
        """Whom a relative pronoun takes up: the name that ends right before it."""
        view = self.cast.view
        start = view.starts[view.sentence_of(min(view.token_at(self.offset), len(view) - 1))[0]]
        for mention in reversed(self.cast.between(start, self.offset)):
            gap = view.text[mention.end : self.offset]
            if gap.strip(" ,)—–-") == "" or (
                len(gap) < 120 and gap.startswith((",", " (")) and gap.rstrip().endswith((",", ")"))
            ):
                entity = self.cast.entities[mention.entity]
                if self.pronoun.gender == "n":
                    return mention.entity if entity.kind in _BODIES else None
                return mention.entity if entity.kind in _PEOPLE | {SpeakerKind.GROUP} else None
            if len(gap) >= 120:
                break
        return None

    def nearest(self) -> int | str | None:
        """Whom a personal pronoun means, by sentence and speaker, from the nearest on."""
        turns, offset = self.turns, self.offset
        sentence, paragraph = turns.sentence(offset), turns.paragraph(offset)
        floor = turns.paragraph_start(paragraph)
        view = self.cast.view
        last = turns.last
        begin = view.starts[view.sentences[sentence][0]]
        here = self._subjects(max(begin, floor), offset)
        if here:
            return self._only(here)
        if last is not None and paragraph - last.last_paragraph <= 1:
            speaker = self._last_speaker(last.offset, last.who, floor)
            if speaker is not None:
                return speaker
        number = sentence
        while number > 0 and sentence - number < _SENTENCES:
            number -= 1
            start, end = (view.starts[view.sentences[number][0]], view.starts[view.sentences[number + 1][0]])
            if start < floor:
                break
            if subjects := self._subjects(start, end):
                return self._only(subjects)
        if paragraph > 0 and (last is None or last.last_paragraph < paragraph - 1 or last.who is None):
            return self._in_paragraph_before(paragraph)
        return None

    def _last_speaker(self, since: int, who: int | str | None, floor: int) -> int | str | None:
        """The last speaker, unless somebody else who fits has been named as a subject since."""
        if not self.fits(who):
            return None
        rivals = {named for named in self._subjects(since, self.offset) if named != who}
        return who if not rivals else None

    def _in_paragraph_before(self, paragraph: int) -> int | str | None:
        """The one who is the subject of the paragraph before, where nobody else there fits."""
        turns = self.turns
        start, end = turns.paragraph_start(paragraph - 1), turns.paragraph_start(paragraph)
        named = {m.entity for m in self._outside(start, end) if self.fits(m.entity)}
        subjects = self._subjects(start, end)
        return self._only(subjects) if len(named) == 1 else None

    def _only(self, subjects: Iterable[int]) -> int | None:
        found = set(subjects)
        return found.pop() if len(found) == 1 else None

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
        if behind in ("'s", "'") or (behind and view.tags[tokens.stop] == "N"):
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

    def _is_dead(self, who: int) -> bool:
        """Whether the text tells that somebody died."""
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

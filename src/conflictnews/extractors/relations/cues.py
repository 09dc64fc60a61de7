"""The cue lexicon: which words attribute something to a source, how surely, and in which frames."""

from __future__ import annotations

from typing import NamedTuple

from conflictnews.errors import LexiconError
from conflictnews.extractors.relations.units import FRAGMENT, QUOTED, Unit
from conflictnews.lexicons.lexicon import open_table, per_lexicon
from conflictnews.text.morphology import plural, verb_forms
from conflictnews.types import Act

__all__ = ["CueForms", "CueWord", "certainty_of_verb", "cue_words", "frame_at", "row_of", "word_at"]

_DEED = "deed"
UNSAID = 75
"""The certainty of a row that gives none: a verb of saying."""

_WH = frozenset("if whether what how why who where when which".split())
_PREPOSITIONS = frozenset("as about of for with on against in at from by over into like".split())
_OWN = _WH | _PREPOSITIONS | {"that", "to"}
_NOMINAL = frozenset("TSJNPU")


class CueWord(NamedTuple):
    """A row of the lexicon. ``frames`` are the certainties before a certain context, see ``frame_at``."""

    lemma: str
    kind: str
    certainty: int
    frames: dict[str, int]
    act: Act | None = Act.SAY
    """None where the word tells a deed: it attributes only words in quotation marks."""


class CueForms(NamedTuple):
    """What a word form may be a form of: a verb, a noun, or something else that attributes ("according", "sure")."""

    verb: CueWord | None = None
    noun: CueWord | None = None
    other: CueWord | None = None


def _forms(cue: str, kind: str) -> frozenset[str]:
    if kind == "verb":
        return verb_forms(cue).all()
    return frozenset({cue, plural(cue)} if kind == "noun" else {cue})


@per_lexicon
def cue_words() -> dict[str, CueForms]:
    """Every form of every row of ``lexicons/cues.tsv``."""
    out: dict[str, CueForms] = {}
    for cue, kind, certainty, frames, act, _ in open_table("cues", "cue", "class", "certainty", "frames", "act", "by"):
        if kind not in CueForms._fields:
            raise LexiconError(f"cues.tsv: {cue}: the class must be one of {CueForms._fields}, not {kind!r}")
        word = CueWord(cue, kind, int(certainty or UNSAID), _frames(cue, frames), _act(cue, act))
        for form in _forms(cue, kind):
            known = out.get(form, CueForms())
            other: CueWord | None = getattr(known, kind)
            if other is None or other.certainty < word.certainty:  # "found" is a past of "find"
                out[form] = known._replace(**{kind: word})
    return out


def _act(cue: str, cell: str) -> Act | None:
    """``deny`` as an act, ``deed`` as none."""
    try:
        return None if cell == _DEED else Act(cell or Act.SAY)
    except ValueError:
        raise LexiconError(f"cues.tsv: {cue}: the act must be {_DEED} or one of {[*Act]}, not {cell!r}") from None


def _frames(cue: str, cell: str) -> dict[str, int]:
    """``that=95 np=20`` as a dict."""
    try:
        return {frame: int(certainty) for frame, _, certainty in (part.rpartition("=") for part in cell.split())}
    except ValueError:
        raise LexiconError(f"cues.tsv: {cue}: frames look like 'that=95 np=20', not {cell!r}") from None


def certainty_of_verb(word: str) -> int:
    """How surely a folded word says something where it is a verb; 0 where it is no form of a verb of the lexicon."""
    forms = cue_words().get(word)
    return 0 if forms is None or forms.verb is None else forms.verb.certainty


def word_at(unit: Unit, at: int) -> CueWord | None:
    """The slot as a word of the lexicon, by its tag a verb, a noun or another word.

    Headlines write verbs with capitals and mislead the tags: what can only be a verb of saying is one.
    """
    forms = cue_words().get(unit.words[at])
    return None if forms is None else row_of(forms, unit.tags[at])


def row_of(forms: CueForms, tag: str) -> CueWord | None:
    """Which of the words that a form may be it is, by its tag."""
    if tag in "VBGD":
        return forms.verb
    if tag == "N":
        return forms.noun or _surely(forms.verb, _MISTAGGED)
    return forms.other or (_surely(forms.verb, _MISTAGGED_NAME) if tag == "P" else None)


def _surely(word: CueWord | None, certainty: int) -> CueWord | None:
    return word if word is not None and word.certainty >= certainty else None


_MISTAGGED, _MISTAGGED_NAME = 50, 75
"""How sure a verb must be to be one against its tag."""


def frame_at(unit: Unit, at: int) -> str:
    """What follows a cue, seen from slot ``at`` behind it.

    ``quote`` and ``fragment`` are quotations (with the comma or colon before them: ``,quote``), ``np`` a noun phrase,
    ``pronoun`` a personal pronoun, ``reflexive`` "itself", ``end`` the end of the sentence; "that", "to", prepositions,
    wh-words and marks stand for themselves, other words for their tag.
    """
    words, tags = unit.words, unit.tags
    if at >= len(words):
        return "end"
    word, tag = words[at], tags[at]
    if tag in _NOMINAL:
        return "np"
    if word in _OWN:
        return word
    if tag in (QUOTED, FRAGMENT):
        return _QUOTATION[tag]
    if tag == "O":
        return "reflexive" if word.endswith(("self", "selves")) else "pronoun"
    if word in (",", ":") and at + 1 < len(words) and tags[at + 1] in _QUOTATION:
        return word + _QUOTATION[tags[at + 1]]
    return word if tag == "." else tag


_QUOTATION = {QUOTED: "quote", FRAGMENT: "fragment"}

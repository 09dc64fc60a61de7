"""Subjects: who or what does what a verb tells, or suffers it where the verb is passive.

Read from word classes and noun chunks, by looking back from the verb; every look is bounded. The rules were written
for English news and measured on the dependencies of news and weblogs (docs/accuracy.md).
"""

from __future__ import annotations

from typing import NamedTuple

from conflictnews.text.antecedents import antecedent, before_time
from conflictnews.text.closed_words import closed_words, control_verbs, reporting_verbs
from conflictnews.text.counted_subjects import before_count
from conflictnews.text.fronted_places import behind_fronted_places, first_of_places, without_fronted_places
from conflictnews.text.insertions import before_insertion, is_full_name, with_name
from conflictnews.text.nouns import PARTIES, is_person, is_plural, nouns
from conflictnews.text.phrase_chains import TIMING, before_initials, chain_before, phrases_before
from conflictnews.text.phrases import REACH, Phrase, phrase_at, phrase_ending, phrases_at
from conflictnews.text.preverbal import before_verb
from conflictnews.text.reduced_relatives import described_before_comma, described_noun
from conflictnews.text.syntax import Syntax
from conflictnews.text.verb_groups import is_passive

__all__ = ["Subject", "subject_of", "subjects_of"]

_DEEPEST = 3
_RELATIVE_REACH, _NEAR = 12, 6
_PLACING = frozenset({"in", "at", "near", "on", "inside", "outside"})
_AGAINST = frozenset({"with", "against"})
_CALLING_ON = frozenset({"on", "upon", "for"})


class Subject(NamedTuple):
    """What stands as the subject of a verb.

    ``how`` it was found: d right before the verb, i before an insertion, w as a relative pronoun, c as that of the verb
    before a coordination, g of the verb before a comma and an -ing form, t before an infinitive or of the verb before
    one, p of the verb before a preposition. ``phrases`` are its noun phrases, of a relative pronoun those that it
    stands for; none where it is a pronoun. ``at`` is the token right before the verb group: the end of a phrase, a
    pronoun, a relative. ``governor`` is the verb whose subject it is in the first place, or -1.
    """

    how: str
    at: int
    phrases: list[Phrase]
    governor: int = -1


def subjects_of(syntax: Syntax, verb: int) -> list[Phrase]:
    """The noun phrases that are the subject of the verb at ``verb``; none where it is a pronoun or is not found."""
    subject = subject_of(syntax, verb)
    return [] if subject is None else subject.phrases


def subject_of(syntax: Syntax, verb: int, depth: int = 0) -> Subject | None:
    """The subject of the verb at ``verb``; None where none is found.

    Each layer asks for those of the same verbs, so the sentence remembers them: nobody may change their phrases.
    """
    known, key = syntax.subjects, (verb, depth)
    if key not in known:
        known[key] = _subject_of(syntax, verb, depth)
    return known[key]


def _subject_of(syntax: Syntax, verb: int, depth: int) -> Subject | None:
    classes, words = syntax.classes, syntax.words
    stop = max(syntax.first, verb - REACH)
    i = before_count(syntax, before_verb(syntax, verb, stop), stop)
    if i < stop or depth > _DEEPEST:
        return None
    if classes[i] == "n":
        if classes[verb] == "g" and depth == 0 and i + 1 == verb:
            return _of_participle(syntax, i, stop, depth)
        if _is_of_infinitive(syntax, i, verb):
            return _of_infinitive(syntax, i, stop, depth)
        if (described := _described(syntax, verb, i, stop)) is not None:
            return described
        if (past := _past_object(syntax, verb, i, stop)) is not None:
            return past
        phrases = without_fronted_places(syntax, phrases_before(syntax, i + 1))
        return Subject("t" if "t" in classes[i + 1 : verb] else "d", i, phrases)
    if words[i] in ("and", "or", "but"):
        return _shared(syntax, verb, i, stop, depth)
    if words[i] in (",", ")", "]", "-", "–", "—", "--"):
        return _behind_mark(syntax, verb, i, stop, depth)
    if words[i] in ("that", "which", "who", "whom"):
        return Subject("w", i, antecedent(syntax, i, stop))
    if classes[i] == "o":
        return Subject("d", i, _who_says(syntax, i, stop, depth) if words[i] in ("it", "they") else [])
    return _raised(syntax, verb, i, stop, depth)


def _described(syntax: Syntax, verb: int, i: int, stop: int) -> Subject | None:
    """Of "men armed with guns fired", "the force fighting rebels fled" the men, the force: before the participle."""
    if syntax.classes[verb] != "v" and not any(tag in "VM" for tag in syntax.tags[i + 1 : verb + 1]):
        return None
    head = described_noun(syntax, i, stop)
    return None if head is None else Subject("i", head, phrases_before(syntax, head + 1))


def _behind_mark(syntax: Syntax, verb: int, i: int, stop: int, depth: int) -> Subject | None:
    """Behind a comma, a bracket or a dash: what a participle describes or shares, else what stands before it."""
    if syntax.words[i] == "," and syntax.classes[verb] == "g" and syntax.classes[i + 1] != "x":
        shared = _shared(syntax, verb, i, stop, depth)
        return None if shared is None else shared._replace(how="g")
    if _is_described(syntax, verb, i, stop):
        return Subject("i", i - 1, _suffering(syntax, i))
    return _past_insertion(syntax, verb, i, stop, depth)


def _is_described(syntax: Syntax, verb: int, i: int, stop: int) -> bool:
    """Whether a participle behind the comma at ``i`` describes the noun before it, and the comma ends no insertion."""
    described = "x" not in syntax.classes[i + 1 : verb] and described_before_comma(syntax, verb, i)
    return described and before_insertion(syntax, i, stop) is None


def _suffering(syntax: Syntax, comma: int) -> list[Phrase]:
    """Whom a participle behind a comma describes: of "news of the death of a SENATOR, shot by" the senator."""
    whole = phrases_before(syntax, comma)
    if not whole or syntax.tags[whole[-1].head] == "P" or syntax.words[whole[-1].head] in nouns(*PARTIES):
        return whole
    inner = phrase_ending(syntax, comma)
    person = inner is not None and (syntax.tags[inner.head] == "P" or is_person(syntax.words[inner.head]))
    return [inner] if inner is not None and person else whole


def _past_object(syntax: Syntax, verb: int, i: int, stop: int) -> Subject | None:
    """Of "the prince whose men want to topple the regime urged" the prince: the regime is an infinitive's object.

    So is it behind a clause with a pronoun: of "two men who said they were rebels were arrested" the men.
    """
    k = chain_before(syntax, i + 1)[1] - 1
    if k - 1 <= stop or not ("x" in syntax.classes[i + 1 : verb] or syntax.classes[verb] in "vx"):
        return None
    if syntax.classes[k] in "vg" and (placed := _before_where(syntax, k, stop)) is not None:
        return placed
    infinitive = syntax.classes[k] == "v" and (syntax.classes[k - 1] == "t" or _shares_to(syntax, k, stop))
    is_one = syntax.words[k] in closed_words("be")
    told = (syntax.classes[k - 1] == "o" and (syntax.classes[k] == "v" or is_one)) or (
        is_one and syntax.words[k - 1] == "who"
    )
    return _past_relative(syntax, verb, k, stop, 1) if infinitive or told else None


def _before_where(syntax: Syntax, verb: int, stop: int) -> Subject | None:
    """Of "a raid on Dorn, where rebels are fighting the army, killed" the raid: the army is what the rebels fight."""
    classes, words = syntax.classes, syntax.words
    if words[verb] in reporting_verbs():
        return None
    for k in range(verb - 1, max(stop, verb - _RELATIVE_REACH), -1):
        if words[k] == "where":
            return Subject("i", k - 1, phrases_before(syntax, k)) if classes[k - 1] == "n" else None
        if classes[k] in "v,wt":
            return None
    return None


def _shares_to(syntax: Syntax, verb: int, stop: int) -> bool:
    """Whether a base form behind "and" is an infinitive, too: "want TO topple the regime and SEIZE the town"."""
    if syntax.tags[verb] != "B" or syntax.words[verb - 1] not in ("and", "or"):
        return False
    before = next((k for k in range(verb - 2, stop, -1) if syntax.classes[k] in "vexgw,"), stop)
    return syntax.classes[before] == "v" and syntax.classes[before - 1] == "t"


def _taken(syntax: Syntax, governor: int, how: str, depth: int) -> Subject | None:
    """The subject that a verb has from another one."""
    subject = subject_of(syntax, governor, depth + 1)
    return None if subject is None else subject._replace(how=how, governor=governor)


def _past_insertion(syntax: Syntax, verb: int, i: int, stop: int, depth: int) -> Subject | None:
    """Behind a comma, a bracket or a dash: the phrase before what was put in, or the name in apposition to it."""
    before = before_insertion(syntax, i, stop)
    behind = None if before is None else before_initials(syntax, before)
    noun = None if behind is None else before_time(syntax, behind - 1, stop)
    if before is not None and noun is None and (name := _name_of_one(syntax, before, i)) is not None:
        return Subject("i", before - 1, [name])
    if before is None or noun is None or _is_opponent(syntax, noun, stop):
        return _shared(syntax, verb, i, stop, depth)
    if "t" in syntax.classes[i + 1 : verb] and _is_governed(syntax, noun, stop):
        return _of_infinitive(syntax, noun, stop, depth)  # "flew to Dorn, Borland, TO SIGN"
    if (begin := behind_fronted_places(syntax, noun + 1)) is not None and (placed := phrases_at(syntax, begin)):
        return Subject("i", placed[-1].last - 1, placed)  # "in Dorn, Kaya, POLICE answering a call, fired"
    return Subject("i", noun, with_name(syntax, phrases_before(syntax, noun + 1), before + 1, i))


def _is_opponent(syntax: Syntax, noun: int, stop: int) -> bool:
    """Whether a noun is one with whom the subject fights: "clashed WITH POLICE, the BGB and soldiers, set fire to"."""
    chunk = syntax.chunk(noun)
    if chunk is None or chunk.first - 1 <= stop or syntax.words[chunk.first - 1] not in _AGAINST:
        return False
    return "v" in syntax.classes[chunk.first - 2]


def _name_of_one(syntax: Syntax, comma: int, last: int) -> Phrase | None:
    """The name in apposition to a pronoun: "one of them, OMAR DORN, was charged"."""
    if syntax.classes[comma - 1] != "o" or syntax.words[comma] != ",":
        return None
    name = phrase_at(syntax, comma + 1)
    return name if name is not None and name.last == last and is_full_name(syntax, name) else None


def _is_governed(syntax: Syntax, noun: int, stop: int) -> bool:
    """Whether a noun stands behind a preposition."""
    chunk = syntax.chunk(noun)
    return chunk is not None and chunk.first > stop and syntax.classes[chunk.first - 1] in "pt"


def _of_participle(syntax: Syntax, i: int, stop: int, depth: int) -> Subject | None:
    """Of "rockets hit the base in the region killing one" the rockets; the noun before where no verb stands there."""
    classes, near = syntax.classes, Subject("d", i, phrases_before(syntax, i + 1))
    chunk = syntax.chunk(i)
    if chunk is None or chunk.first <= stop or syntax.words[chunk.first - 1] not in _PLACING:
        return near
    if syntax.words[i + 1] in closed_words("postnominal"):
        return near  # "hurt in a blast TARGETING a convoy"
    if syntax.words[i] in nouns("person", "armed", "troops") and (party := phrase_ending(syntax, i + 1)) is not None:
        return near._replace(phrases=[party])  # "opened fire on mobs looting shops"
    for k in range(i - 1, stop - 1, -1):
        if classes[k] in "ve" and not (classes[k] == "e" and classes[k - 1] == "n" and classes[k + 1] == "p"):
            return _taken(syntax, k, "c", depth)
        if classes[k] in ",w":
            break
    return near


def _is_of_infinitive(syntax: Syntax, i: int, verb: int) -> bool:
    """Whether only adverbs and words of time stand between a noun and "to": "in the town on Monday TO PLAN"."""
    at = i + 1
    while at < verb and (syntax.classes[at] in "ry" or syntax.words[at] in TIMING):
        at += 1
    return at < verb and syntax.classes[at] == "t"


def _of_infinitive(syntax: Syntax, i: int, stop: int, depth: int) -> Subject | None:
    """Of "ordered troops to fire" the troops; of "met in the town to plan a raid" who met."""
    chunk = syntax.chunk(i)
    first = first_of_places(syntax, i + 1) or (i if chunk is None else chunk.first)
    if not ((syntax.tags[i] == "P" or syntax.words[i] in nouns(*PARTIES)) and _is_told_to(syntax, first, stop)):
        for k in range(first - 1, stop - 1, -1):
            if syntax.classes[k] in "veg":
                return _taken(syntax, k, "t", depth)
            if syntax.classes[k] in "w,":
                break
    return Subject("t", i, phrases_before(syntax, i + 1))


def _is_told_to(syntax: Syntax, first: int, stop: int) -> bool:
    """Whether the phrase that begins at ``first`` is whom a verb makes act: "ORDERED troops to fire", "CALLED ON them".

    Not what another verb is done to: "invaded Dorn to attack rebels".
    """
    verb = first - 1 - (syntax.words[first - 1] in _CALLING_ON)
    return verb > stop and syntax.classes[verb] in "veg" and syntax.words[verb] in control_verbs()


def _shared(syntax: Syntax, verb: int, i: int, stop: int, depth: int) -> Subject | None:
    """The subject of the verb before "and": "rebels kidnapped 16 and exploded bombs"; an infinitive shares with one.

    A verb of saying shares with one: "Berg said the town was lost and added that".
    """
    classes = syntax.classes
    if syntax.words[verb] in reporting_verbs() and classes[verb] in "vg":
        said = (k for k in range(i - 1, stop - 1, -1) if syntax.words[k] in reporting_verbs() and classes[k] == "v")
        if (before := next(said, None)) is not None and "," not in syntax.words[before : i - 1]:
            return _taken(syntax, before, "c", depth)
    reduced = -1
    for k in range(i - 1, stop - 1, -1):
        if classes[k] == "x" and syntax.words[k] in closed_words("be") and classes[k + 1] in "pdna":
            return _taken(syntax, k, "c", depth)  # "were on a visit and were hurt"
        if classes[k] == classes[verb] == "g" and syntax.words[i] in ("and", "or"):
            return _taken(syntax, k, "c", depth)  # "mobs burning shops and looting"
        if classes[k] not in "ve" or (k + 1 < i and classes[k] == "e" and _hangs(syntax, k, stop)):
            continue
        if classes[k] == "e" and classes[k - 1] == "n" and syntax.words[k + 1] == "by" and classes[verb] != "g":
            reduced = max(reduced, k)  # "stormed a house rented BY students and"
            continue
        if classes[k - 1] != "t" or syntax.tags[verb] == "B":
            main = _before_relative(syntax, k, stop) if syntax.words[i] == "," else None
            return _taken(syntax, k if main is None else main, "c", depth)
    return _taken(syntax, reduced, "c", depth) if reduced >= 0 else None


def _hangs(syntax: Syntax, participle: int, stop: int) -> bool:
    """Whether a participle behind a preposition or a comma tells nothing by itself; the comma may end an insertion."""
    before = participle - 1
    if syntax.words[before] == ",":
        return before_insertion(syntax, before, stop) is None
    return syntax.classes[before] in "p,"


def _before_relative(syntax: Syntax, verb: int, stop: int) -> int | None:
    """The main verb before the passive relative clause of a verb: "WENT with a man that was found, burned homes"."""
    classes, words = syntax.classes, syntax.words
    if not is_passive(syntax, verb):
        return None
    relative = next((k for k in range(verb - 1, max(stop, verb - _NEAR), -1) if classes[k] in "w,ve"), stop)
    if words[relative] not in closed_words("relative") or classes[relative - 1] != "n":
        return None
    return next((k for k in range(relative - 1, stop - 1, -1) if classes[k] == "v" and classes[k - 1] != "t"), None)


def _who_says(syntax: Syntax, i: int, stop: int, depth: int) -> list[Phrase]:
    """ "NATO confirmed on Wednesday it would": the pronoun right behind a verb of saying is who says so."""
    classes, words = syntax.classes, syntax.words
    k = i - 1
    while k > stop and (classes[k] == "y" or words[k] in ("on", "that")):
        k -= 1
    if k > stop and words[k] in reporting_verbs() and classes[k] in "ve":
        subject = subject_of(syntax, k, depth + 1)
        meant = [] if subject is None else subject.phrases
        return meant if words[i] != "it" or _may_be_it(syntax, meant) else []
    return []


def _may_be_it(syntax: Syntax, phrases: list[Phrase]) -> bool:
    """Whether a body is told of, which "it" may mean; not "doctors said IT was shelled"."""
    if len(phrases) != 1:
        return False
    head = phrases[0].head
    word = syntax.words[head]
    if syntax.tags[head] == "P" or word in nouns("police"):
        return True
    return not is_plural(word) and (not is_person(word) or word in nouns("group", "organisation", "body"))


def _raised(syntax: Syntax, verb: int, i: int, stop: int, depth: int) -> Subject | None:
    """The subject that a verb has from the verb before it: "threatened to boost", "accused of killing"."""
    classes, words = syntax.classes, syntax.words
    if (described := _described(syntax, verb, i, stop)) is not None:
        return described
    if classes[i] in "ev":
        if "t" in classes[i + 1 : verb] and verb - i < 6:  # "was believed to have killed"
            return _taken(syntax, i, "t", depth)
        passive = is_passive(syntax, i)
        if passive and classes[verb] == "v" and (past := _past_relative(syntax, verb, i, stop, 1)) is not None:
            return past  # "a resident who asked not to be named said"
        if classes[verb] in "vg" and (classes[verb] == "v" or not passive):  # "began shelling"
            return _taken(syntax, i, "t", depth)
        found = words[i] == "found" and is_passive(syntax, i)
        if classes[verb] == "e" and (found or words[i] in closed_words("get")):  # "two got injured", "was found shot"
            return _taken(syntax, i, "t", depth)
        return _past_relative(syntax, verb, i, stop)
    if classes[i] != "p" or not (classes[verb] == "g" or words[i + 1] == "being"):  # "before being shot"
        return None
    noun = i - 1
    if words[noun] == "," and (before := before_insertion(syntax, noun, stop)) is not None:
        noun = before - 1  # "arrested a man, named Omar Dorn, for kidnapping a herder"
    if words[i] in ("of", "for", "from", "with") and classes[noun] == "n":  # "the group for attacking"
        doer = syntax.chunk(noun)
        if (
            doer is not None
            and doer.first - 2 > stop
            and words[doer.first - 1] == "by"
            and classes[doer.first - 2] == "e"
        ):
            return _taken(syntax, doer.first - 2, "p", depth)  # "was accused by the army of attacking"
        return Subject("p", noun, phrases_before(syntax, noun + 1))
    governor = next((k for k in range(i - 1, stop - 1, -1) if classes[k] in "ve"), None)  # "accused of killing"
    return None if governor is None else _taken(syntax, governor, "p", depth)


def _past_relative(syntax: Syntax, verb: int, i: int, stop: int, verbs: int = 0) -> Subject | None:
    """Of "a man whose name could not be learned was killed" the man: the clause of the verb at ``i`` is his.

    So many finite ``verbs`` may stand in it before that one.
    """
    classes, words = syntax.classes, syntax.words
    if not (classes[verb] in "vx" or "x" in classes[i + 1 : verb]):
        return None
    for k in range(i - 1, max(stop, i - _RELATIVE_REACH), -1):
        if words[k] in closed_words("relative"):
            return Subject("i", k - 1, phrases_before(syntax, k)) if classes[k - 1] == "n" else None
        verbs -= classes[k] == "v"
        if verbs < 0 or classes[k] in "w,":
            return None
    return None

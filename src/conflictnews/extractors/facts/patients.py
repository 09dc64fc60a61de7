"""Who or what suffers a word of the table ``fact_roles``: its object, its subject, its complement, as its use tells.

=============  ==========================================================  ====================================
use            who has the role                                            example
=============  ==========================================================  ====================================
verb           the subject of the passive, the object of the active        12 men were killed; it killed 12 men
active         the object                                                  killing 12 men
intransitive   the subject                                                 12 men died
nominal        the complement with "of", the owner                         the deaths of 12 men
adjective      the subject; the noun before it                             12 were dead; 12 dead
loss           the subject of "lose"                                       12 men lost their lives
losing         the object, if those whom armies lose                       the army lost 12 soldiers
claimed        the complement with "of" behind "claim", "take", "cost"     it claimed the lives of 12 men
suffering      the subject of "suffer", "sustain", "receive"               12 men sustained minor injuries
condition      the subject of "in ... condition"                           12 were in critical condition
particle       as of a verb, of "shoot"                                    they shot down 12 drones
=============  ==========================================================  ====================================
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from conflictnews.extractors.facts.company import in_company, with_whom
from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.role_words import role_words
from conflictnews.text.clauses import objects_from, tells_who_says
from conflictnews.text.closed_words import closed_words
from conflictnews.text.morphology import verb_forms
from conflictnews.text.nouns import is_person, nouns
from conflictnews.text.phrase_chains import phrases_before
from conflictnews.text.phrases import Phrase, phrase_at, phrase_ending, phrases_at
from conflictnews.text.subjects import subject_of, subjects_of
from conflictnews.text.syntax import Syntax
from conflictnews.text.verb_groups import is_passive

__all__ = ["COMPLEMENT", "OBJECT", "SUBJECT", "counting_syntax", "may_have_role", "patients"]

OBJECT, COMPLEMENT, SUBJECT, FIRST, SUFFERER = range(5)
"""How a phrase stands to the word, the closest first; who suffered wounds and died was killed."""
_REACH = 30
_REACH_OF_AMONG = 6
_DEADLY = frozenset({"mortally", "fatally"})
_TO_DEATH = ["to", "death"]
_REACH_OF_DEATH = 8
_CLAIMANTS = ("group", "organisation", "body", "document", "institution")
_PAUSES = frozenset({",", "-", "--", "–", "—", "("})
_NO_CLAUSE = frozenset("vxew")
_THEM = frozenset({"them", "him", "her"})
_GOVERNED = {"loss": ("lose", SUBJECT), "claimed": ("claim", COMPLEMENT), "suffering": ("suffer", SUFFERER)}
"""Uses of nouns behind a verb: its class in ``fact_context``, and how who has the role stands to the two."""
_JOINTS = frozenset({"and", "then", ",", "before"})
_INJURIES = frozenset({"injury", "injuries"})


def may_have_role(q: Quantity) -> bool:
    """Whether a number counts something to which something may have happened."""
    if q.kind not in ("count", "ratio") or (q.form == "ordinal" and q.noun < 0):
        return False
    return not q.tail or q.tail.startswith("strong")  # "a two-page memo": a measure of something else


def counting_syntax(syntax: Syntax, quantities: Sequence[Quantity]) -> Syntax:
    """The sentence with each number that counts as a noun phrase: a bare one is its own head, "of them" is nothing."""
    classes, words = list(syntax.classes), syntax.words
    for q in quantities:
        if q.kind == "age" and q.first > syntax.first and words[q.first - 1] == "aged":
            classes[q.first - 1] = "e"  # what tags take for a verb
        if not may_have_role(q):
            continue
        head = max(q.noun, q.number[1] - 1)
        classes[q.first : head] = ["u" if at < q.number[1] else "a" for at in range(q.first, head)]
        classes[head] = "n"
        behind = q.last
        if q.noun < 0 and behind + 1 < syntax.last and words[behind] == "of" and classes[behind + 1] in "ow":
            classes[behind : behind + 2] = ["r", "r"]
        elif q.noun < 0 and behind < syntax.last and words[behind] in ("other", "more"):
            classes[behind] = "r"
    return Syntax(words, syntax.tags, syntax.first, syntax.last, classes)


def patients(syntax: Syntax, at: int) -> Iterator[tuple[str, int, list[Phrase]]]:
    """What the word at ``at`` says of which phrases: the role, how they stand to it, the phrases."""
    words, classes = syntax.words, syntax.classes
    for role, use in _meanings(syntax, at):
        if use in ("adjective", "verb") and (listed := _among(syntax, at)):
            yield role, OBJECT, listed
            continue
        if use in ("adjective", "verb", "noun") and (told := _told_among(syntax, at)):
            yield role, SUBJECT, told
        headline = classes[at] == "n" and at + 1 < syntax.last and syntax.tags[at + 1] == "U"  # "Gunmen kill 3"
        if use in ("verb", "active", "losing") and (classes[at] in "veg" or headline):
            yield from ((role, how, phrases) for how, phrases in _of_verb(syntax, at, use))
            yield role, FIRST, with_whom(syntax, at)
        elif use == "intransitive" and not (role == "displaced" and _escapes(syntax, at)):
            yield role, SUBJECT, _subjects(syntax, at)
            yield role, FIRST, _first_of_clause(syntax, at)
            yield role, FIRST, with_whom(syntax, at)
        elif use == "nominal":
            yield role, COMPLEMENT, _complements(syntax, at)
            if words[at - 1] == "to" and at - 2 >= syntax.first:
                yield from ((role, how, phrases) for how, phrases in _to_death(syntax, at))
        elif (use == "adjective" and not _acts(syntax, at)) or (use == "verb" and classes[at] in "an"):
            yield role, SUBJECT, _described(syntax, at)
            yield role, FIRST, with_whom(syntax, at)
        elif use == "condition" and words[at - 1] in context("condition") and words[at - 2] == "in":
            yield role, SUBJECT, _described(syntax, at - 2)
        elif use == "particle" and words[at - 1] in verb_forms("shoot").all():
            yield from ((role, how, phrases) for how, phrases in _of_verb(syntax, at - 1, "verb"))
        elif use in _GOVERNED:
            yield from ((role, how, phrases) for how, phrases in _behind_verb(syntax, at, use))


@cache
def _fallen() -> frozenset[str]:
    """Whom armies lose."""
    return nouns("troops", "police", "military") & nouns("person", "armed", "troops", "police") - nouns("thing")


def _acts(syntax: Syntax, at: int) -> bool:
    """Whether a word of a state is a verb with its object here: "a gunman WOUNDED two villagers"."""
    return syntax.classes[at] == "v" and at + 1 < syntax.last and syntax.chunk(at + 1) is not None


def _meanings(syntax: Syntax, at: int) -> Iterator[tuple[str, str]]:
    """The roles and uses of the word at ``at``: who is "mortally wounded" or "burned to death" is killed."""
    uses = role_words()[syntax.words[at]]
    if syntax.words[at] in context("claim") and ("killed", "losing") not in uses and _claims_to_be(syntax, at):
        return
    deadly = syntax.words[at - 1] in _DEADLY or _is_to_death(syntax, at)
    for role, use in uses:
        yield "killed" if deadly and role == "injured" else role, use


def _escapes(syntax: Syntax, verb: int) -> bool:
    """Whether who flees has done something before, or is armed: "planted a bomb and FLED", "the gunmen FLED"."""
    subject = subject_of(syntax, verb)
    if subject is None or subject.how == "c":
        return subject is not None
    return any(syntax.words[phrase.head] in nouns("armed", "perpetrator") for phrase in subject.phrases)


def _is_to_death(syntax: Syntax, verb: int) -> bool:
    """Whether "to death" or "alive" stands behind a verb, past its object: "BURNED six men TO DEATH"."""
    words, classes = syntax.words, syntax.classes
    for at in range(verb + 1, min(verb + _REACH_OF_DEATH, syntax.last)):
        if words[at] == "alive" or words[at - 1 : at + 1] == _TO_DEATH:
            return True
        if classes[at] in "vxegw,.":
            return False
    return False


def _behind_verb(syntax: Syntax, noun: int, use: str) -> Iterator[tuple[int, list[Phrase]]]:
    """Who a noun behind its verb tells of: "lost their LIVES", "claimed the LIVES of six", "sustained INJURIES"."""
    label, how = _GOVERNED[use]
    before = range(noun - 1, max(syntax.first, noun - 4) - 1, -1)
    verb = next((k for k in before if syntax.words[k] in context(label)), -1)
    if verb >= 0:
        yield how, _complements(syntax, noun) if how == COMPLEMENT else _subjects(syntax, verb)


def _to_death(syntax: Syntax, death: int) -> Iterator[tuple[int, list[Phrase]]]:
    """ "Was shot to death", "hacked to death five men", "beat a thief to death"; who is sentenced to it is alive."""
    to, object_ = death - 1, syntax.chunk(death - 2)
    verb = to - 1 if object_ is None or syntax.classes[to - 1] in "ve" else object_.first - 1
    if verb < syntax.first or syntax.classes[verb] not in "veg" or syntax.words[verb] in context("sentence"):
        return
    if verb == to - 1 and not is_passive(syntax, verb) and (objects := objects_from(syntax, death + 1)):
        yield OBJECT, objects
        return
    yield from _of_verb(syntax, verb, "verb")


def _of_verb(syntax: Syntax, verb: int, use: str) -> Iterator[tuple[int, list[Phrase]]]:
    passive, behind = is_passive(syntax, verb), syntax.classes[verb + 1] if verb + 1 < syntax.last else "."
    objects = [] if passive else _objects(syntax, verb) or _meant_by_pronoun(syntax, verb)
    if use == "losing":
        objects = [phrase for phrase in objects if syntax.words[phrase.head] in _fallen()]
    yield OBJECT, _with_apposition(syntax, objects)
    if use == "verb" and not objects and (passive or behind not in "nduosg"):
        yield SUBJECT, _subjects(syntax, verb)
        yield FIRST, _first_of_clause(syntax, verb)


def _objects(syntax: Syntax, verb: int) -> list[Phrase]:
    """The object of a verb, or of one coordinated with it: "arrested, beat and tortured six", "beat to death six"."""
    for _ in range(3):
        to_death = list(syntax.words[verb + 1 : verb + 3]) == _TO_DEATH
        if found := objects_from(syntax, verb + (3 if to_death else 1)):
            return found
        verb += 1
        while verb + 1 < syntax.last and (syntax.words[verb] == "," or syntax.classes[verb] in "cr"):
            verb += 1
        if verb >= syntax.last or syntax.classes[verb] not in "ve" or syntax.words[verb - 1] not in ("and", "or", ","):
            break
    return []


def _meant_by_pronoun(syntax: Syntax, verb: int) -> list[Phrase]:
    """ "Arrested five men and executed THEM": the object of the verb before."""
    at = verb + 1
    if at >= syntax.last or syntax.words[at] not in _THEM:
        return []
    joint = next((k for k in range(verb - 1, max(syntax.first, verb - 4) - 1, -1) if syntax.words[k] in _JOINTS), -1)
    before = range(joint - 1, max(syntax.first, joint - _REACH) - 1, -1) if joint > 0 else range(0)
    for k in before:
        if syntax.classes[k] in "ve" and not is_passive(syntax, k) and (found := objects_from(syntax, k + 1)):
            return found
    return []


def _with_apposition(syntax: Syntax, phrases: list[Phrase]) -> list[Phrase]:
    """ "Killed Omar Dorn, a guard": the guard, too."""
    end = phrases[-1].last if phrases else syntax.last
    if end + 1 >= syntax.last or syntax.words[end] != "," or syntax.words[end + 1] not in closed_words("indefinite"):
        return phrases
    apposed = phrase_at(syntax, end + 1)
    if apposed is None or (apposed.last < syntax.last and syntax.classes[apposed.last] in "vxe"):
        return phrases
    if tells_who_says(syntax, end + 1):
        return phrases  # "killed six, a director in Dorn said"
    return [*phrases, apposed]


def _subjects(syntax: Syntax, verb: int) -> list[Phrase]:
    """The subject of a verb, or what a participle belongs to.

    With it go what stands in apposition to it, and the whole of which parts are named with "including".
    """
    words = syntax.words
    if list(words[verb - 2 : verb]) == ["among", "those"]:
        verb -= 2
    elif words[verb - 1] in context("state-before"):  # "were feared killed"
        verb -= 1
    subject = subject_of(syntax, verb)
    if subject is None:
        return _with_parts(syntax, verb)
    phrases, at = list(subject.phrases), subject.at
    if subject.how == "w":  # what stands nearest: "the leaders of six who were killed"
        phrases += _ending(syntax, at)
    elif subject.how == "d" and at == verb - 1:
        phrases += _ending(syntax, at + 1)
    elif subject.how == "i":
        inserted = (phrase_at(syntax, k + 1) for k in range(at + 1, verb - 1) if words[k] in _PAUSES)
        phrases += [*_ending(syntax, at + 1), *(phrase for phrase in inserted if phrase is not None)]
    return phrases + _with_parts(syntax, verb) + in_company(syntax, phrases)


def _first_of_clause(syntax: Syntax, verb: int) -> list[Phrase]:
    """The first noun phrase of a clause behind no preposition, if no other verb stands between it and the verb."""
    classes, at, subject = syntax.classes, verb - 1, subject_of(syntax, verb)
    if subject is not None and subject.how == "p":
        return []  # "took a few steps before being shot"
    if subject is not None and subject.how == "i":
        at = subject.at  # past what is put in: "a man accused of stealing goats was killed"
    while at >= syntax.first and classes[at] in "xr":
        at -= 1
    stop = max(syntax.first, at - _REACH)
    while at >= stop and classes[at] not in "vxegw" and syntax.words[at] not in (";", ":"):
        at -= 1
    relative = _before_relative(syntax, verb)
    if relative and at >= stop and classes[at] in "veg":
        return relative  # what is nearer is the object of the relative clause
    if at >= stop and classes[at] == "v" and syntax.words[at] in role_words() and "o" not in classes[at:verb]:
        at += 1  # "arrested two men and one was killed": the object of the other verb
    if at >= stop and classes[at] == "g" and "c" in classes[at:verb]:
        at += 1  # "in a raid targeting a rebel and ten were hurt"
    for chunk in syntax.chunks.between(at + 1, verb):
        if _is_apposed(syntax, chunk.first, chunk.last, verb):
            continue
        if chunk.first == syntax.first or classes[chunk.first - 1] not in "pts":
            return _ending(syntax, chunk.last) + relative
    return relative


def _claims_to_be(syntax: Syntax, verb: int) -> bool:
    """Whether somebody claims that something is so, or claims somebody as his own: no lives are lost."""
    subjects = subjects_of(syntax, verb)
    if not subjects:
        return verb - 1 >= syntax.first and syntax.classes[verb - 1] == "o"
    head = subjects[-1].head
    return syntax.tags[head] == "P" or is_person(syntax.words[head]) or syntax.words[head] in nouns(*_CLAIMANTS)


def _is_apposed(syntax: Syntax, first: int, last: int, verb: int) -> bool:
    """Whether a phrase between commas only tells who is named before: "according to Ann Voss, A NURSE, five died"."""
    if first - 2 < syntax.first or syntax.words[first - 1] != "," or syntax.tags[first - 2] != "P":
        return False
    comma = next((k for k in range(last, min(verb, last + _REACH_OF_AMONG)) if syntax.words[k] == ","), -1)
    return comma > 0 and any(syntax.classes[k] in "nu" for k in range(comma, verb))


def _ending(syntax: Syntax, end: int) -> list[Phrase]:
    phrase = phrase_ending(syntax, end)
    return [] if phrase is None else [phrase]


def _before_relative(syntax: Syntax, verb: int) -> list[Phrase]:
    """Of "a man who suffered burns died" the man, past the verb of the relative clause."""
    for k in range(verb - 1, max(syntax.first, verb - _REACH), -1):
        if syntax.words[k] == "that" and syntax.tags[k - 1] == "P":
            break  # "said on Twitter THAT ten were killed"
        if syntax.words[k] in closed_words("relative") and syntax.classes[k - 1] == "n":
            return phrases_before(syntax, k)
        if syntax.words[k] in (",", ";"):
            break
    return []


def _with_parts(syntax: Syntax, verb: int) -> list[Phrase]:
    """ "Five people, including two officers, a bystander, and two others, were killed": the people, and each part."""
    for k in range(verb - 1, max(syntax.first, verb - _REACH), -1):
        if syntax.words[k] == "including":
            parts = [_ending(syntax, chunk.last) for chunk in syntax.chunks.between(k + 1, verb)]
            end = k - (syntax.words[k - 1] == ",")
            while end - 1 > syntax.first and syntax.classes[end - 1] == "r":  # "eight of them"
                end -= 1
            return sum(parts, phrases_before(syntax, end))
        if syntax.classes[k] in _NO_CLAUSE and k < verb - 2:
            break
    return []


def _complements(syntax: Syntax, noun: int) -> list[Phrase]:
    """What a noun is of: "the deaths of six", "the six men's deaths", "injuries to four"."""
    if noun - 1 > syntax.first and (syntax.classes[noun - 1] == "s" or syntax.words[noun - 1] == "'"):
        return _ending(syntax, noun - 1)
    of = noun + 1
    while of + 1 < syntax.last and syntax.classes[of] in "ya":
        of += 1
    brings = of + 1 < syntax.last and (
        syntax.words[of] == "of" or (syntax.words[of] == "to" and syntax.words[noun] in _INJURIES)
    )
    return phrases_at(syntax, of + 1) if brings else []


def _described(syntax: Syntax, at: int) -> list[Phrase]:
    """Whose state an adjective tells: the noun right before it, the subject of "were", the object of "shot dead"."""
    words, before = syntax.words, at - 1
    while before > syntax.first and syntax.classes[before] == "r":
        before -= 1
    if before < syntax.first:
        return []
    if words[before] in context("state-before"):
        if is_passive(syntax, before):
            return _subjects(syntax, before)
        return objects_from(syntax, at + 1) or _subjects(syntax, before)
    if syntax.classes[before] == "n":
        return _left(syntax, before) or _ending(syntax, before + 1)
    return _subjects(syntax, at) if words[before] in closed_words("be") else []


def _left(syntax: Syntax, last: int) -> list[Phrase]:
    """ "Left six soldiers and three guards dead": all who are left so, the last of whom ends at a token."""
    found, end = list[Phrase](), last + 1
    while (chunk := syntax.chunk(end - 1)) is not None and chunk.last == end:
        found += _ending(syntax, end)
        before = syntax.words[chunk.first - 1] if chunk.first > syntax.first else ""
        if before in context("leave"):
            return found
        if before not in ("and", ","):
            break
        end = chunk.first - 1
    return []


def _told_among(syntax: Syntax, at: int) -> list[Phrase]:
    """ "Two girls were among the dead", "a guard was among 11 people killed"."""
    words, stop = syntax.words, max(syntax.first + 1, at - _REACH_OF_AMONG)
    among = next((k for k in range(at - 1, stop - 1, -1) if words[k] == "among"), -1)
    if among < 0 or not _NO_CLAUSE.isdisjoint(syntax.classes[among:at]):
        return []
    be = among - 1 - (syntax.classes[among - 1] == "r")
    if be < syntax.first or words[be] not in closed_words("be"):
        return []
    return _subjects(syntax, among)


def _among(syntax: Syntax, at: int) -> list[Phrase]:
    """ "Among the dead were two girls", "the dead included two girls"."""
    words, behind = syntax.words, at + 1
    if behind >= syntax.last or words[at - 1] != "the":
        return []
    among = words[at - 2] == "among" and words[behind] in closed_words("be")
    return objects_from(syntax, behind + 1) if among or words[behind] in ("included", "include", "includes") else []

"""Word classes: the tags of a sentence once more, with the closed classes told apart.

Of the open classes the tags decide, of the closed ones the table ``closed_words``:

==  ========================================  ==  ==============================================
n   noun, name                                p   preposition, particle
a   adjective, participle before a noun       t   "to"
u   number                                    c   conjunction
d   determiner, possessive pronoun            w   subordinator, relative or interrogative word
s   the possessive mark, "'s"                 o   pronoun
v   finite verb, infinitive                   y   word of time
x   auxiliary                                 ,   a mark that parts phrases
e   past participle                           "   quotation mark
g   -ing form                                 .   any other mark
r   adverb, initials in brackets behind a name
==  ========================================  ==  ==============================================
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from conflictnews.lexicons.lexicon import per_lexicon
from conflictnews.register.states import states
from conflictnews.text.bracketed_names import CLOSING, is_bracketed
from conflictnews.text.closed_words import AUXILIARIES, calendar_words, closed_words, time_words, verbs
from conflictnews.text.headline_verbs import find_past, find_verb
from conflictnews.text.mistaken_verbs import (
    BE,
    disagrees,
    is_deed,
    is_done_to,
    is_predicate,
    is_suffered,
    is_told_of,
    noun_as_verb,
)
from conflictnews.text.months import is_dated, is_month
from conflictnews.text.morphology import strong_pasts, sure_pasts
from conflictnews.text.nouns import PEOPLE, find_noun, is_plural, nouns
from conflictnews.text.timed_things import timed_things

__all__ = ["read_classes"]

_MARKS = {
    ",": ",", "-": ",", "–": ",", "—": ",", "--": ",", "(": ",", ")": ",", "[": ",", "]": ",", ":": ",", ";": ",",
    '"': '"', "“": '"', "”": '"', "``": '"', "''": '"', "‘": '"', "’": '"', "'": '"', "«": '"', "»": '"',
    "'s": "s", "’s": "s", "%": "n", "$": "u", "/": "c", "|": ".", "¦": ".", "•": ".", "·": ".", "›": ".",
    "*": '"', "#": '"', ">": '"', "_": '"', "\ufe0f": '"',
}  # fmt: skip
_OF_TAGS = {
    "N": "n", "P": "n", "V": "v", "M": "x", "B": "v", "G": "g", "D": "e", "J": "a", "I": "p", "T": "d", "O": "o",
    "S": "d", "C": "c", "W": "w", "U": "u", "t": "t", "r": "p", "R": "r", ".": ".", "q": "n", "Q": ".",
}  # fmt: skip
_CLOSED = (
    ("p", ("preposition",)), ("w", ("subordinator",)), ("c", ("conjunction",)),
    ("d", ("determiner",)), ("o", ("pronoun",)), ("u", ("cardinal",)), ("x", AUXILIARIES), ("t", ("to",)),
    ("r", ("predicative",)),
)  # fmt: skip
_UNLIKE = {"T": "w", "R": "w", "V": "p", "B": "p"}
"""Classes of the table that a word does not have under these tags: the determiner "that", the verb "like"."""
_ALWAYS = frozenset("VMBIOTSCWtrR")
"""Tags that have the same class whatever stands around."""
_DOUBTED = {tag: _UNLIKE.get(tag, "") + ("yuxwp" if tag == "P" else "y") for tag in _OF_TAGS}
"""For each tag the classes of the table that a word may not have under it."""
_JOINED = frozenset({"and", "dead"})
_HOURS = frozenset({"am", "pm", "gmt", "hrs", "utc"})
_HOMOGRAPHS = frozenset({"can", "dead"}) | _HOURS
_FLOATING = frozenset({"both", "all", "each"})
_BEHIND_NAMES = frozenset("NPVMJWC.")
_HAVE = frozenset({"had", "have", "has", "having"})


@cache
def _named() -> frozenset[str]:
    """Words of the table that are names where they have a capital: "Golden Dawn", "the Group of Seven"."""
    return closed_words("daytime", "cardinal")


@cache
def _table() -> dict[str, str]:
    """The class of each word that has only one, whatever its tag."""
    table: dict[str, str] = {}
    for letter, classes in _CLOSED:
        table |= dict.fromkeys(closed_words(*classes), letter)
    return table | dict.fromkeys(time_words(), "y") | _MARKS


def read_classes(words: Sequence[str], tags: Sequence[str], first: int, last: int) -> list[str]:
    """The class of each token from ``first`` up to, not with, ``last``, which are a sentence.

    >>> "".join(read_classes("the rebels were seen near Dorn on Monday".lower().split(), "TNVDIPIP", 0, 8))
    'dnxepnpy'
    """
    table, out, before = _table(), list[str](), "."
    timed = timed_things(words, tags, first, last)
    for at in range(first, last):
        word, tag = words[at], tags[at]
        label = table.get(word) if before != "x" or word not in _FLOATING else _floating(tags, at, last)
        told = _by_neighbours(words, tags, at, last, before) if word in _HOMOGRAPHS or label == "o" else ""
        if told or at in timed:
            label = told or "n"
        elif label is None or (label in _DOUBTED[tag] and _is_open(words, tags, first, at, last, label)):
            label = _OF_TAGS[tag]
            if tag == "N" and before in "n,c" and (verbal := noun_as_verb(words, tags, at, last, before)):
                label = verbal
            elif tag not in _ALWAYS:
                after = tags[at + 1] if at + 1 < last else "."
                after = _tag_behind(words, tags, at, last, after) if tag in "DJ" else after
                if label != "n" or before == "n" or after in "NPJ":
                    label = _open(word, tag, before, after)
                if label == "g" and before in "vpecu":
                    label = "a" if _describes_many(words, at, last) else "g"
            if tag in "DJ" and before in "c,na" and is_deed(words, tags, at, last):
                label = "v"
            elif label == "v":
                label = _finite(words, tags, first, at, last, out)
            elif (
                word == "us"
                or (label == "n" and (before == "t" or (at + 1 < last and words[at + 1] in _JOINED)))
                or (
                    label == "a"
                    and before == "n"
                    and (word[-2:] == "ed" or word in verbs()[0] or word in nouns("thing"))
                )
                or (label == "n" and before in "yxpv" and word[-3:] == "ing")
            ):
                label = _mended(words, tags, at, last, label)
        if word in CLOSING and is_bracketed(words, tags, first, at, last, out):
            label = "r"
        before = label
        out.append(label)
    _find_verb(words, tags, first, last, out)
    return out


def _find_verb(words: Sequence[str], tags: Sequence[str], first: int, last: int, out: list[str]) -> None:
    """In a sentence that seems to have no verb, take for one what may be."""
    sentence = tags[first:last]
    if "V" not in sentence and "M" not in sentence:
        find_verb(words, first, last, out)
    if "v" not in out and "x" not in out:
        find_past(words, first, last, out)


def _finite(words: Sequence[str], tags: Sequence[str], first: int, at: int, last: int, out: list[str]) -> str:
    """The class of what seems a finite verb, by what stands before it."""
    before = out[-1] if out else "."
    if words[at - 1] == "but" and is_told_of(words, tags, at, last):
        return "n"
    if before == "n" and is_predicate(words, at, out):
        return "e"
    if before in "naduy" or words[at - 1] in CLOSING:  # "the Dorn Front (DF) guerrilla movement"
        return _behind_day(words, first, at, out) if before == "y" else _behind_noun(words, tags, at, last)
    if words[at - 1] == "," and out[-2:-1] == ["n"] and is_done_to(words, tags, at, last):
        return "e"
    return "v"


def _describes_many(words: Sequence[str], at: int, last: int) -> bool:
    """Whether people who are many stand behind a participle of motion: "killed FLEEING rebels"."""
    if words[at] not in closed_words("moving") or at + 1 >= last:
        return False
    noun = find_noun(words[at + 1])
    return noun is not None and noun.plural and not PEOPLE.isdisjoint(noun.kinds) and "police" not in noun.kinds


def _by_neighbours(words: Sequence[str], tags: Sequence[str], at: int, last: int, before: str) -> str:
    """The class of a pronoun, or of a word that another class shares, where its neighbours tell; else ""."""
    if words[at] not in _HOMOGRAPHS:
        return _beside_noun(words, at, last) if before in "nuda" else ""
    if words[at] in _HOURS:  # "at 9.15 PM"
        return "y" if before == "u" and words[at - 1][0].isdigit() else ""
    behind = words[at + 1] if at + 1 < last else ""
    if words[at] == "dead":  # "gunmen shot DEAD Omar Dorn"
        named = before in "ve" and behind and tags[at + 1] in "PNTS"
        return "r" if named and words[at - 1] in strong_pasts() | verbs()[1] else ""
    # "a bomb in a garbage CAN exploded"
    return "n" if before == "n" and (behind[-2:] == "ed" or behind in sure_pasts()) else ""


def _tag_behind(words: Sequence[str], tags: Sequence[str], at: int, last: int, after: str) -> str:
    """The tag behind a participle or an adjective, as far as its class hangs on it."""
    if tags[at] == "D" and at + 1 < last and _table().get(words[at + 1]) == "y":
        return "."  # "exploded Wednesday"
    if tags[at] == "J" and at + 2 < last and words[at + 2] == "dead" and words[at + 1] in strong_pasts():
        return "V"  # "the army shot dead two men"
    return after


@per_lexicon
def _finite_forms() -> frozenset[str]:
    """The finite forms of all verbs that the tables name."""
    return verbs()[0] | verbs()[1] | strong_pasts()


def _behind_noun(words: Sequence[str], tags: Sequence[str], at: int, last: int) -> str:
    """The class of a finite verb behind a noun, an adjective, a determiner or a number, where tags mislead most."""
    word, behind = words[at], tags[at + 1] if at + 1 < last else "."
    if behind == "I" and words[at + 1] == "of" and tags[at - 1] in "JTU" and find_noun(word) is not None:
        return "n"  # "captured the west SIDE of the town"
    if disagrees(words, tags, at):
        return "n"
    if behind in ".IWC" and is_suffered(words, tags, at, last):
        return "e"
    if behind == "I" and words[at + 1] in ("with", "in") and word in closed_words("furnished"):
        return "e"
    if word[-1] in "sd" or tags[at] == "B" or behind == "V":
        label = _mended(words, tags, at, last, "v")
        if label != "v":
            return label
    unknown = tags[at] == "V" and word not in _finite_forms() and word[-2:] != "ed" and word[-1] != "s"
    named = behind in _BEHIND_NAMES or find_noun(word) is not None
    return "n" if unknown and named else "v"  # "two shura members", "a rebel STRONGHOLD on the border"


def _behind_day(words: Sequence[str], first: int, at: int, classes: Sequence[str]) -> str:
    """The class of what tags take for a past behind a day: a participle where the auxiliary is before the day."""
    helped = any(classes[k - first] == "x" and words[k] in BE for k in range(max(first, at - 3), at))
    return "e" if helped and words[at][-2:] == "ed" else "v"  # "were on Thursday rescued"


def _floating(tags: Sequence[str], at: int, last: int) -> str:
    """The class of "both" behind an auxiliary: an adverb where a verb follows ("have both criticised it")."""
    return "r" if at + 1 < last and tags[at + 1] in "VDGR" else "d"


def _mended(words: Sequence[str], tags: Sequence[str], at: int, last: int, label: str) -> str:
    """The class of a word once more, by the words behind it, where tags are known to mislead."""
    if label == "o":
        return _beside_noun(words, at, last)
    if label == "a":
        if words[at] in nouns("thing") and (at + 1 >= last or tags[at + 1] in "IVMC."):
            return "n"  # "a bus TERMINAL in the city"
        return "v" if _is_deed(words, tags, at) else label
    if label == "v" and words[at][-2:] == "ed":  # "17 displaced villagers"; not "in 2014 shelled Dorn"
        counted = _counts(words[at - 1]) and words[at - 2] not in ("in", "since", "of", ",")
        return "a" if counted and at + 1 < last and tags[at + 1] in "NP" else label
    if words[at][-3:] == "ing":  # "on Saturday killing at least 100"
        counted = at + 1 < last and (tags[at + 1] == "U" or words[at + 1] in ("at", "up", "more", "some", "about"))
        does = words[at - 1] in BE and _has_object(words, tags, at + 1, last)
        return "g" if counted or does or _acts_on(words, tags, at, last) else label
    if tags[at] == "B":  # "forty tear gas shells"
        return "n" if words[at - 1][0].isdigit() or words[at - 1] in closed_words("cardinal") else label
    if label == "v":  # "government forces reportedly abducted", "an air raid destroyed"
        doubled = at + 1 < last and tags[at + 1] == "V" and words[at] not in strong_pasts()
        return "n" if doubled or _is_noun(words, tags, at, last) else label
    if at > 1 and words[at - 1] == "to" and words[at - 2] in _HAVE and words[at] in verbs()[0]:
        return "v"  # "police had to fire six rounds"
    joined = at + 2 < last and tags[at + 2] in "VD" and words[at] in strong_pasts()
    dead = at + 1 < last and words[at + 1] == "dead" and words[at] in strong_pasts()
    return "v" if (joined or dead) and label == "n" else label  # "gunmen shot and wounded"


def _acts_on(words: Sequence[str], tags: Sequence[str], at: int, last: int) -> bool:
    """Whether an object stands behind an -ing form: "accused of FIRING A SHELL", "began FIRING ROCKETS"."""
    if words[at] == "firing" and tags[at + 1 : at + 2] == ["I"]:
        return words[at + 1] in ("on", "at", "upon", "into")  # "accused of FIRING ON a convoy"
    stem, present = words[at][:-3], verbs()[0]
    if at + 1 >= last or tags[at - 1] not in "IVDB" or present.isdisjoint((stem, f"{stem}e", stem[:-1])):
        return False
    return tags[at + 1] == "T" or (words[at + 1] in nouns("weapon") and is_plural(words[at + 1]))


def _counts(word: str) -> bool:
    """Whether a number tells how many: "four MASKED gunmen"; "one" may stand for somebody."""
    return word[0].isdigit() or (word in closed_words("cardinal") and word != "one")


def _beside_noun(words: Sequence[str], at: int, last: int) -> str:
    """The class of a pronoun that may be none: "three OTHERS", "the mayor HIMSELF", "against US forces"."""
    if words[at] == "others":
        return "n"
    if words[at][-4:] in ("self", "lves"):
        return "r"
    return "n" if at + 1 < last and words[at + 1] in nouns("forces", "troops", "body") else "o"


def _has_object(words: Sequence[str], tags: Sequence[str], at: int, last: int) -> bool:
    """Whether what it is done to follows: "were bombing REBEL CAMPS", "firing AT them"; not "was housing minister"."""
    if at < last and words[at] in ("at", "on", "against"):
        return True
    noun = at + 1 if at + 1 < last and tags[at + 1] == "N" else at
    return at < last and (tags[at] in "TS" or (tags[noun] == "N" and is_plural(words[noun])))


def _is_deed(words: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether what the tags take for an adjective tells what somebody did: "a soldier sustained injuries"."""
    noun, behind = find_noun(words[at - 1]), words[at + 1] if at + 1 < len(words) else ""
    if noun is not None and noun.plural and words[at] in verbs()[0] and tags[at + 1 : at + 2] in (["U"], ["T"], ["S"]):
        return True  # "rebels FREE 20 hostages"
    if tags[at] != "J" or noun is None or "person" not in noun.kinds or noun.plural:
        return False
    return tags[at + 1] == "N" and behind not in nouns("person", "armed", "group") if behind else False


def _is_noun(words: Sequence[str], tags: Sequence[str], at: int, last: int) -> bool:
    """Whether what looks like a finite verb is a plural of the table ``nouns`` with nothing behind to act on."""
    noun = find_noun(words[at])
    if noun is None or not noun.plural:
        return False
    at += 1
    while at < last and tags[at] == "R":
        at += 1
    return at >= last or tags[at] in "VMDIC."


def _is_open(words: Sequence[str], tags: Sequence[str], first: int, at: int, last: int, label: str) -> bool:
    """Whether the tag tells that a word of the table is of an open class here."""
    word, tag = words[at], tags[at]
    if label in _UNLIKE.get(tag, ""):
        return label != "p" or word in verbs()[0]  # "like" the verb; not "Karim Dorn ALIAS Abu Sarn"
    if word in calendar_words("month-name"):  # "Jan Novak", "they march"
        return (tag != "P" and not is_dated(words, first, at)) or not is_month(words, first, at, last)
    return tag == "P" and ((at > first and word in _named()) or word in closed_words("acronym"))


def _is_person(word: str, before: str, after: str) -> bool:
    """Whether an adjective names a person: "one civilian", "the Shiite militant"."""
    noun = find_noun(word)
    if noun is None or ("person" not in noun.kinds and "armed" not in noun.kinds):
        return False
    left = before == "n" and noun.plural  # "left 12 people dead"
    joins = after == "C" and word in states("adjective")  # "Iraqi and coalition personnel"
    return not left and not joins


def _participle(word: str, before: str, after: str) -> str:
    """The class of what tags take for a past participle."""
    if before == "d" and after in "IVM" and not word.endswith(("ed", "n")):
        return "n"  # "a raid by rebels killed two"
    if after in "NPJ" and word in closed_words("participial-adjective"):
        return "a"  # "Borland armed forces"
    hedged = before == "c" and word in closed_words("hedging")  # "soldiers and suspected rebels"
    return "a" if after in "NPJ" and (hedged or before in "daupsv") else "e"


def _gerund(word: str, before: str, after: str) -> str:
    """The class of what tags take for an -ing form."""
    named = before in "ds" or (before == "a" and after == "I")  # "the deliberate targeting of journalists"
    if not named and word in closed_words("postnominal"):
        return "g"
    if before == "." and (after in "VMD" or (after == "I" and find_noun(word) is not None)):
        return "n"  # "Shelling wounded two", "Shelling from the hills wounded two"
    if before == "n" and after in "VM" and find_noun(word) is not None:
        return "n"  # "army SHELLING killed ten"
    describes = after in "NJ" or (after == "P" and before != "p")  # not "after winning Ohio"
    if before != "n" and describes and word in closed_words("participial-adjective"):
        return "a"  # "Dorn and surrounding areas"
    if before in "das":
        return "a" if after in "NP" else "n"
    return "g"


@lru_cache(maxsize=1 << 14)
def _open(word: str, tag: str, before: str, after: str) -> str:
    """The class of a word of an open class, by its tag, the class before it and the tag behind it."""
    label = _OF_TAGS[tag]
    if tag == "P" and before == "n" and word.endswith("ed") and word in verbs()[1]:
        return _participle(word, before, after)  # a capital that a translation put there: "a strike Killed the general"
    if tag in "JPN" and after in "NPJ" and word in states("adjective"):
        return "a"
    if label == "a":
        if word.endswith("ing") and after in "UTS":
            return "g"  # "damaging two planes"
        if before == "c" and after == "U" and word.endswith("ed"):
            return "v"  # "stormed a farm and injured three"
        if before == "x" and after in "Jr" and word in strong_pasts():
            return "e"  # "were burnt alive", "was blown up"
        if before in "xr" and (after == "V" or (after == "D" and word.endswith("ly"))):
            return "r"  # "has outright rejected", "was likely planted"
        if tag == "J" and _is_person(word, before, after):
            return "n"
        return "n" if before in "das" and after in "WVMI." else "a"  # "the wounded were"
    if label == "u":
        return "a" if "-" in word and not word[-1].isdigit() else "u"
    if label == "e":
        return _participle(word, before, after)
    if label == "g":
        return _gerund(word, before, after)
    return "n" if label == "." and word[0].isalnum() else label

"""Closed-class words, words of time, and verbs of saying, from the table that every layer asks."""

from __future__ import annotations

from functools import cache

from conflictnews.lexicons.lexicon import open_table, per_lexicon
from conflictnews.lexicons.table import read_table, word_sets
from conflictnews.text.morphology import verb_forms

__all__ = [
    "AUXILIARIES",
    "auxiliaries",
    "calendar_words",
    "causing_verbs",
    "charging_verbs",
    "closed_words",
    "control_verbs",
    "doing_verbs",
    "gripping_verbs",
    "happening_verbs",
    "light_verbs",
    "mandative_verbs",
    "preventing_verbs",
    "reporting_verbs",
    "telling_verbs",
    "time_words",
    "verbs",
]

_CALENDAR = ("month", "month-name", "weekday", "weekdays")
AUXILIARIES = ("be", "have", "do", "modal")
"""The classes of auxiliary verbs."""


@cache
def closed_words(*classes: str) -> frozenset[str]:
    """The folded words of these classes of the table ``closed_words``.

    >>> "whom" in closed_words("relative"), "had" in closed_words("be", "have")
    (True, True)
    """
    sets = word_sets("closed_words", "word", "class")
    return frozenset().union(*(sets[label] for label in classes))


@cache
def auxiliaries() -> frozenset[str]:
    """Auxiliary verbs with their contractions and the negation that stands among them.

    >>> {"has", "won't", "not"} <= auxiliaries()
    True
    """
    return closed_words(*AUXILIARIES, "clitic") | {"not", "n't"}


@cache
def calendar_words(*classes: str) -> frozenset[str]:
    """The folded words of these classes of the table ``date_words``: ``month``, ``month-name`` (another word, too) ...

    >>> "july" in calendar_words("month"), "march" in calendar_words("month-name")
    (True, True)
    """
    rows = read_table("date_words", "word", "class", "value")
    return frozenset(word for word, label, _ in rows if label in classes)


@cache
def time_words() -> frozenset[str]:
    """Words that tell when: months and weekdays of the table ``date_words``, and those of ``closed_words``.

    >>> {"thursday", "july", "week"} <= time_words()
    True
    """
    return closed_words("time") | calendar_words(*_CALENDAR)


def _all_forms(label: str) -> frozenset[str]:
    return frozenset(form for verb in closed_words(label) for form in verb_forms(verb).all())


@cache
def control_verbs() -> frozenset[str]:
    """The forms of verbs whose object is told, made or paid to do what an infinitive behind it says.

    >>> "ordered" in control_verbs(), "invaded" in control_verbs()
    (True, False)
    """
    return _all_forms("control")


@cache
def preventing_verbs() -> frozenset[str]:
    """The forms of verbs whose object does not do what "from" brings: "stopped gunmen from killing him".

    >>> {"kept", "preventing"} <= preventing_verbs(), "ordered" in preventing_verbs()
    (True, False)
    """
    return _all_forms("preventing")


@cache
def reporting_verbs() -> frozenset[str]:
    """Every form of the verbs of saying.

    >>> {"said", "announces"} <= reporting_verbs(), "kill" in reporting_verbs()
    (True, False)
    """
    return _all_forms("saying")


@cache
def light_verbs() -> frozenset[str]:
    """Every form of the verbs that mean what the event noun beside them means.

    >>> {"launched", "carried"} <= light_verbs()
    True
    """
    return _all_forms("light")


@cache
def causing_verbs() -> frozenset[str]:
    """Every form of the verbs whose object is an event that they bring about.

    >>> {"sparked", "triggers"} <= causing_verbs()
    True
    """
    return _all_forms("causing")


@cache
def charging_verbs() -> frozenset[str]:
    """Every form of the verbs whose object and what "of" brings are two things.

    >>> {"accused", "convicts"} <= charging_verbs()
    True
    """
    return _all_forms("charging")


@cache
def gripping_verbs() -> frozenset[str]:
    """Every form of the verbs whose subject is an event, and whose object is where it took place.

    >>> {"rocked", "sweeping"} <= gripping_verbs()
    True
    """
    return _all_forms("gripping")


@cache
def happening_verbs() -> frozenset[str]:
    """Every form of the verbs that say of an event that it took place.

    >>> {"erupted", "broke"} <= happening_verbs()
    True
    """
    return _all_forms("happening")


@cache
def doing_verbs() -> frozenset[str]:
    """Every form of the verbs whose passive says of an event that it took place.

    >>> {"carried", "launched"} <= doing_verbs()
    True
    """
    return _all_forms("doing")


@cache
def mandative_verbs() -> frozenset[str]:
    """Every form of the verbs behind whose "that" a base form tells what ought to be.

    >>> {"demanded", "insists"} <= mandative_verbs()
    True
    """
    return _all_forms("mandative")


@cache
def telling_verbs() -> frozenset[str]:
    """Every form of the verbs whose first object is who is told, and the second what.

    >>> {"told", "informing"} <= telling_verbs()
    True
    """
    return _all_forms("telling")


@per_lexicon
def verbs() -> tuple[frozenset[str], frozenset[str]]:
    """The present and the past forms of all verbs that the tables name, for headlines and capitals that mislead tags.

    >>> "strikes" in verbs()[0], "killed" in verbs()[1]
    (True, True)
    """
    cues = open_table("cues", "cue", "class", "certainty", "frames", "act", "by")
    triggers = open_table("event_triggers", "trigger", "pos", "class", "noun", "source")
    sets = read_table("event_words", "set", "kind", "words", "source")
    known = {row[0] for row in cues if row[1] == "verb"} | {row[0].split()[0] for row in triggers if row[1] == "v"}
    known |= {phrase.split()[0] for row in sets if row[1] == "v" for phrase in row[2].split("|")}
    forms = [verb_forms(verb) for verb in known]
    present = frozenset(form for verb in forms for form in (verb.base, verb.third))
    return present, frozenset(form for verb in forms for form in (*verb.pasts, *verb.participles))

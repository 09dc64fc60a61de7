"""What is told of an event: its type, whether it took place, who takes part, where it is told."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["ActorCategory", "EventStatus", "EventType", "PlaceEvidence"]


class PlaceEvidence(StrEnum):
    """Where a text tells the place of an event.

    >>> from conflictnews import parse
    >>> parse("Rebels shelled a camp near Djibo.").events[0].location.evidence
    <PlaceEvidence.CLAUSE: 'clause'>
    """

    CLAUSE = "clause"
    """In its own clause: "troops shelled the camp near Homs"."""
    SENTENCE = "sentence"
    """Elsewhere in the sentence."""
    TARGET = "target"
    """By what was struck: "shelled Homs"."""
    EARLIER = "earlier"
    """In an earlier sentence on the same incident."""
    DATELINE = "dateline"


class ActorCategory(StrEnum):
    """What sort of actor takes part in an event: the inter codes of the ACLED codebook.

    >>> from conflictnews import parse
    >>> event = parse("Rebels shelled Gao, killing three soldiers.").events[0]
    >>> event.actors[0].category.value, event.targets[0].category.value
    ('rebel-group', 'state-forces')
    """

    STATE_FORCES = "state-forces"
    REBEL_GROUP = "rebel-group"
    POLITICAL_MILITIA = "political-militia"
    IDENTITY_MILITIA = "identity-militia"
    RIOTERS = "rioters"
    PROTESTERS = "protesters"
    CIVILIANS = "civilians"
    EXTERNAL_FORCES = "external-forces"
    """Forces of a state other than that where the event took place."""


class EventType(StrEnum):
    """What happened. One table maps each type to PLOVER, CAMEO and ACLED codes.

    >>> from conflictnews import parse
    >>> [event.type.value for event in parse("Jets bombed Kabul. Gunmen kidnapped a teacher in Basra.").events]
    ['airstrike', 'kidnapping']
    """

    AIRSTRIKE = "airstrike"
    ROCKET_ATTACK = "rocket-attack"
    SHELLING = "shelling"
    BOMBING = "bombing"
    SUICIDE_BOMBING = "suicide-bombing"
    SHOOTING = "shooting"
    CLASH = "clash"
    KILLING = "killing"
    KIDNAPPING = "kidnapping"
    HOSTAGE_TAKING = "hostage-taking"
    ARREST = "arrest"
    ARSON = "arson"
    LOOTING = "looting"
    SIEGE = "siege"
    PROTEST = "protest"
    RIOT = "riot"
    DEPLOYMENT = "deployment"
    THREAT = "threat"
    SANCTION = "sanction"
    NEGOTIATION = "negotiation"
    AGREEMENT = "agreement"
    CLAIM = "claim"
    DENIAL = "denial"
    CONDEMNATION = "condemnation"
    AID = "aid"
    OTHER = "other"


class EventStatus(StrEnum):
    """Whether an event took place.

    >>> from conflictnews import parse
    >>> text = "Rebels shelled Gao. They plan to bomb Djibo. The ministry denied that its jets had bombed Kabul."
    >>> [(event.text, event.status.value) for event in parse(text).events]
    [('shelled', 'occurred'), ('bomb', 'planned'), ('denied', 'occurred'), ('bombed', 'denied')]
    """

    OCCURRED = "occurred"
    PLANNED = "planned"
    THREATENED = "threatened"
    ATTEMPTED = "attempted"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"

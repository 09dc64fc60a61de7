"""Count certainties and frames of the cue lexicon from annotated attributions, and add the words that it lacks.

    python tools/count_cues.py ATTRIBUTIONS.jsonl [--tokens TAGGED.jsonl] [--out cues.tsv]

The form of the data stands in ``tools/train_attribution.py``. Rows that the data never use, and those set by hand, keep
what they say. New words are lemmatised by lemminflect, which has to be installed: a verb, noun or other word enters
where it was a cue, or, with a certainty near zero, where it was seen three times and never was one. Read the new rows
before you commit them.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from functools import cache
from pathlib import Path

import lemminflect
from training.corpus import read_documents
from training.examples import read_example
from training.lexicon import PRIOR, Counts, Tally, count_words

from conflictnews.lexicons.table import read_table

COLUMNS = ("cue", "class", "certainty", "frames", "act", "by")
HEAD = """\
# Cues: words that attribute words or thoughts to a source, and words that look like it and do not.
# class: verb, noun or other (adjectives, adverbs); verbs and nouns stand for all their forms.
# certainty: of 100 uses outside other attributions, how many attribute; up to 2: never a cue.
# frames: the same before a certain context, where it differs: that=95 before "that", np=20 before a noun phrase; the
# contexts are those of conflictnews.extractors.relations.cues.frame_at.
# act: what who uses the word does, one of the acts of conflictnews.Act ("say" where the cell is empty), or "deed": what
# is done and not said, believed, wanted or seen, which attributes only words in quotation marks. Set by hand.
# by: "hand" where a person set them, so that no count changes them: attacks are words in political news, and deeds in
# news of conflicts.
# Counted on the train split of PolNeAR (Newell et al. 2018), smoothed, by tools/count_cues.py; rows that were never
# seen there (reporting verbs of style guides) have an estimate. A new row works as it stands: 75 is a fair certainty
# for a verb of saying.
"""
UNIVERSAL = {"verb": "VERB", "noun": "NOUN"}
MARKS = frozenset({":"})
"""A colon announces what follows."""
SMALL = frozenset("would said".split())
SEEN, DIFFERS = 3, 12
"""A frame gets a certainty of its own where it was seen so often, and differs by so many hundredths."""


@cache
def lemma(word: str, kind: str) -> str:
    """The dictionary form of a word that the lexicon does not have."""
    found = lemminflect.getLemma(word, UNIVERSAL[kind]) if kind in UNIVERSAL else ()
    return found[0] if found else word


def frames_of(counts: Counts) -> dict[tuple[str, ...], dict[str, Tally]]:
    """For each word the tallies of its frames."""
    out: dict[tuple[str, ...], dict[str, Tally]] = defaultdict(dict)
    for key, tally in counts.all.items():
        if len(key) == 3:
            out[key[:2]][key[2]] = tally
    return out


def frame_cell(frames: dict[str, Tally], rate: float) -> str:
    """The frames that differ, the surest first."""
    shown = {}
    for frame, tally in frames.items():
        certainty = tally.smoothed(rate)
        if tally.uses >= SEEN and abs(certainty - rate) * 100 >= DIFFERS:
            shown[frame] = int(100 * certainty)
    return " ".join(f"{frame}={certainty}" for frame, certainty in sorted(shown.items(), key=lambda x: (-x[1], x[0])))


def enters(word: str, kind: str, tally: Tally) -> bool:
    """Whether a word that the lexicon lacks gets a row."""
    share = tally.cues / tally.uses
    if kind == "other" and word in MARKS:
        return True
    if not word.replace("-", "").isalpha() or len(word) < 3 or word in SMALL:
        return False
    if kind == "verb":
        known = lemminflect.getInflection(word, "VBG", inflect_oov=False)
        return bool(known) and (tally.cues > 0 or tally.uses >= 3)
    if kind == "noun":
        return tally.cues >= 1 and share >= 0.03
    return tally.cues >= 2 and share >= 0.08


def main() -> None:
    """Count, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("attributions", type=Path)
    cli.add_argument("--tokens", type=Path)
    cli.add_argument("--out", type=Path, default=Path("src/conflictnews/lexicons/cues.tsv"))
    args = cli.parse_args()
    counts = count_words(map(read_example, read_documents(args.attributions, args.tokens)), lemma)
    frames = frames_of(counts)
    rows = {(kind, cue): tuple(cells) for cue, kind, *cells in read_table("cues", *COLUMNS)}
    for (kind, word), tally in ((key, tally) for key, tally in counts.all.items() if len(key) == 2):
        if (kind, word) not in rows and not enters(word, kind, tally):
            continue
        if rows.get((kind, word), ("",))[-1] == "hand":
            continue
        rate = tally.smoothed(PRIOR[kind])
        act = rows[kind, word][2] if (kind, word) in rows else ""
        rows[kind, word] = (str(int(100 * rate)), frame_cell(frames[kind, word], rate), act)
    order = sorted(rows, key=lambda key: ("verb noun other".split().index(key[0]), key[1]))
    lines = ["\t".join((cue, kind, *rows[kind, cue])).rstrip() for kind, cue in order]
    args.out.write_text(HEAD + "\t".join(COLUMNS) + "\n" + "\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} rows")


if __name__ == "__main__":
    main()

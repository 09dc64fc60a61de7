"""Learn the tag tables of ``conflictnews.text.tags`` from tagged text.

    python tools/train_tagger.py TAGGED.jsonl [--texts TEXTS.jsonl] [--out src/conflictnews/weights]

``TAGGED.jsonl``: one document a line, ``{"id", "tokens": [[start, end, tag], ...], "sentences": [first token]}``
with Penn Treebank tags, and offsets into the document's text, which stands in ``text`` or in the line of the same
``id`` of ``--texts``. The result are two tables: for every frequent word the tags that it bears with their log
probabilities, and for every pair of neighbouring tags how much likelier than chance it is. All weights are natural
logarithms times 16, rounded, so that tagging is integer arithmetic and the same everywhere.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from conflictnews.text.tags import PENN, guess, key_of

Tagged = list[tuple[str, str]]
SCALE = 16


def read_sentences(tagged: Path, texts: Path | None) -> Iterator[Tagged]:
    """Each sentence as words with their coarse tags."""
    by_id = {}
    if texts is not None:
        by_id = {row["id"]: row["text"] for row in map(json.loads, texts.read_text("utf-8").splitlines())}
    for row in map(json.loads, tagged.read_text("utf-8").splitlines()):
        text, tokens = row.get("text") or by_id[row["id"]], row["tokens"]
        for first, last in zip(row["sentences"], [*row["sentences"][1:], len(tokens)], strict=True):
            yield [(text[start:end], PENN.get(tag, ".")) for start, end, tag in tokens[first:last]]


def word_table(sentences: list[Tagged]) -> dict[str, dict[str, int]]:
    """The tags of each word that the shape of the word does not tell, with their weights."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for at, (word, tag) in enumerate(sentence):
            counts[key_of(word, at == 0)][tag] += 1
    table = {}
    for key, tags in sorted(counts.items()):
        total = sum(tags.values())
        top = tags.most_common(3)
        if total < 2 or (key[0] == "^" and len(key) > 1 and top[0][0] == "P"):
            continue
        kept = [(tag, n) for tag, n in top if n >= 2 and n / total >= 0.04] or top[:1]
        if total < 4 and len(kept) == 1 and guess(key) == kept[0][0]:
            continue
        table[key] = {tag: round(SCALE * math.log(n / total)) for tag, n in kept}
    return table


def pair_table(sentences: list[Tagged], words: dict[str, dict[str, int]]) -> tuple[Counter[str], Counter[str]]:
    """How a tag fits behind the tag before it, and before the likeliest tag of the next word."""

    def likeliest(word: str, first: bool) -> str:
        tags = words.get(key_of(word, first))
        return max(tags, key=lambda tag: tags[tag]) if tags else guess(key_of(word, first))

    before, after, single = Counter[str](), Counter[str](), Counter[str]()
    for sentence in sentences:
        previous = "^"
        for at, (_, tag) in enumerate(sentence):
            following = likeliest(sentence[at + 1][0], False) if at + 1 < len(sentence) else "$"
            single[tag] += 1
            before[previous + tag] += 1
            after[tag + following] += 1
            previous = tag
    return _fit(before, single, 0), _fit(after, single, 1)


def _fit(pairs: Counter[str], single: Counter[str], context: int) -> Counter[str]:
    """Pointwise mutual information of a tag and its context, smoothed by one."""
    total, seen = sum(single.values()), Counter[str]()
    for pair, n in pairs.items():
        seen[pair[context]] += n
    out = Counter[str]()
    for other in sorted(seen):
        for tag in sorted(single):
            pair = other + tag if context == 0 else tag + other
            out[pair] = round(SCALE * math.log((pairs[pair] + 1) / (seen[other] + len(single)) * total / single[tag]))
    return out


def main() -> None:
    """Read, learn, write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("tagged", type=Path)
    cli.add_argument("--texts", type=Path)
    cli.add_argument("--out", type=Path, default=Path("src/conflictnews/weights"))
    args = cli.parse_args()
    sentences = list(read_sentences(args.tagged, args.texts))
    words = word_table(sentences)
    before, after = pair_table(sentences, words)
    made = "# Made by tools/train_tagger.py; see README.md. "
    rows = [f"{word}\t{' '.join(f'{tag}{weight}' for tag, weight in tags.items())}" for word, tags in words.items()]
    head = made + "A word (^ marks a capital inside a sentence), its tags with weights.\nword\ttags\n"
    (args.out / "word_tags.tsv").write_text(head + "\n".join(rows) + "\n", "utf-8")
    sides = (("before", before), ("after", after))
    pairs = [f"{side}\t{pair}\t{weight}" for side, table in sides for pair, weight in sorted(table.items())]
    head = made + "How well a tag fits behind (before) or in front of (after) another.\nside\tpair\tweight\n"
    (args.out / "tag_pairs.tsv").write_text(head + "\n".join(pairs) + "\n", "utf-8")
    print(f"{len(sentences)} sentences, {len(rows)} words, {len(pairs)} pairs")


if __name__ == "__main__":
    main()

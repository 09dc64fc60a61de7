"""Make the table of confidence from annotated news: for each step of evidence the share of attributions that are right.

    python tools/calibrate_confidence.py DOCUMENTS.jsonl [...] [--out src/conflictnews/weights/confidence.tsv]
    python tools/calibrate_confidence.py DOCUMENTS.jsonl [...] --report

Documents are those of ``train_attribution.py``, none of which it learned from; an attribution whose ``content`` is
empty is met by its cue. ``"cues"`` may list further cues that are right without anybody telling of whom; what stands on
them is left out, as is what stands in ``"ignore"``. An attribution of the library is right if an annotated one shares
half of the letters of its content and touches its source. Shares rise with the score (pooled where they do not).
``--report`` prints how often the confidence of the installed package is right, for each file.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from training.matching import letters, meets

import conflictnews as cn
from conflictnews.extractors.relations import RelationExtractor
from conflictnews.types import AttributionRelation, Layers

STEPS = (-99, -8, 0, 8, 16, 24, 32, 40, 64, 80)
"""Where steps of the score begin; those of the acceptor end at its highest."""
PRIOR, WEIGHT = 0.8, 10
"""What few cases are drawn to, and how many cases that counts for."""
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


class Found(NamedTuple):
    """One attribution of the library: its pattern and score, its confidence, whether it is right."""

    pattern: str
    score: int | None
    confidence: float
    right: bool


def found_in(row: dict[str, Any]) -> Iterator[Found]:
    """What the library finds in a document, as far as the annotation judges it."""
    article = cn.parse(row["text"])
    relations = {relation.span: relation for relation in relations_of(article)}
    ignored = letters(row["text"], row.get("ignore", ()))
    for attribution in article.attributions:
        relation = relations.get(attribution.span)
        right = is_right(row, attribution)
        content = letters(row["text"], [(span.start, span.end) for span in attribution.content])
        if relation is not None and right is not None and 2 * len(content & ignored) <= len(content):
            yield Found(relation.pattern, relation.score, attribution.confidence, right)


def relations_of(article: cn.Article) -> Iterable[AttributionRelation]:
    """The relations behind an article's attributions."""
    view = cn.TextView(article.text)
    return RelationExtractor()(view, Layers({"blocks": article.blocks}))


def is_right(row: dict[str, Any], attribution: cn.Attribution) -> bool | None:
    """Whether an annotated attribution is met with its source; None where the annotation does not say."""
    text, cue = row["text"], attribution.cue
    content = letters(text, [(span.start, span.end) for span in attribution.content])
    source = None if attribution.source is None else (attribution.source.start, attribution.source.end)
    met = [gold for gold in row["attributions"] if shares(text, gold, content, cue)]
    if met:
        return any(meets(gold["source"], source) for gold in met)
    return None if cue is not None and touches(cue, row.get("cues", ())) else False


def shares(text: str, gold: dict[str, Any], content: set[int], cue: cn.Span | None) -> bool:
    """Whether an attribution has half of the letters of an annotated content; by its cue where none is annotated."""
    if not gold["content"]:
        return cue is not None and touches(cue, gold["cue"])
    wanted = letters(text, gold["content"])
    return 2 * len(wanted & content) >= len(wanted | content)


def touches(span: cn.Span, others: Iterable[tuple[int, int]]) -> bool:
    """Whether a span has a character in common with one of the others."""
    return any(start < span.end and span.start < end for start, end in others)


def pooled(shares: list[tuple[float, int]]) -> list[float]:
    """Shares that never fall, neighbours that do pooled by their counts (isotonic regression)."""
    blocks: list[list[float]] = []
    for share, count in shares:
        blocks.append([share, count, 1])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (low, many, wide), (high, more, width) = blocks[-2:]
            blocks[-2:] = [[(low * many + high * more) / (many + more), many + more, wide + width]]
    return [share for share, _, width in blocks for _ in range(int(width))]


def table(found: list[Found]) -> Iterator[tuple[str, str, float, int]]:
    """The rows: a pattern, where a step of its score begins, the share that is right, from how many."""
    cases = defaultdict[tuple[str, int | None], list[bool]](list)
    for one in found:
        step = None if one.score is None else max(step for step in (*STEPS, 1000) if step <= one.score)
        cases[one.pattern, step].append(one.right)
    steps = [(step, cases["cascade", step]) for step in STEPS if cases["cascade", step]]
    for (step, right), share in zip(steps, pooled([(drawn(right), len(right)) for _, right in steps]), strict=True):
        yield "cascade", str(step), share, len(right)
    for (pattern, step), right in sorted(cases.items(), key=str):
        if pattern != "cascade" or step == 1000:
            yield pattern, "" if step is None else str(step), drawn(right), len(right)


def drawn(right: list[bool]) -> float:
    """The share of what is right, drawn to the prior where there are few."""
    return (sum(right) + PRIOR * WEIGHT) / (len(right) + WEIGHT)


def report(path: Path, found: list[Found]) -> None:
    """Print for each step of confidence how many there are and which share of them is right."""
    print(path)
    for low, high in zip(BINS, (*BINS[1:], 1.01), strict=True):
        right = [one.right for one in found if low <= one.confidence < high and one.confidence]
        if right:
            print(f"  {low:.2f} to {high:.2f}  n {len(right):5}  right {100 * sum(right) / len(right):5.1f} %")


def main() -> None:
    """Read the documents, write the table or print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/conflictnews/weights/confidence.tsv"))
    parser.add_argument("--report", action="store_true")
    options = parser.parse_args()
    found = list[Found]()
    for path in options.documents:
        with path.open(encoding="utf-8") as lines:
            here = [one for line in lines for one in found_in(json.loads(line))]
        if options.report:
            report(path, here)
        found += here
    if not options.report:
        rows = [f"{pattern}\t{step}\t{share:.2f}\t{count}\n" for pattern, step, share, count in table(found)]
        options.out.write_text("".join(["pattern\tscore\tshare\tseen\n", *rows]), encoding="utf-8")


if __name__ == "__main__":
    main()

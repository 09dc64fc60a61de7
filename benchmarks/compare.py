"""How the cost of ``compare`` grows with the articles: ``python benchmarks/compare.py [COUNT ...]``.

Four articles tell each story: half of their sentences are those of the story, half are its own. All of it is invented.
"""

from __future__ import annotations

import math
import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

import conflictnews as cn

COUNTS = (1_000, 3_000, 10_000)
SHARED = (
    "A bomb killed {n} people at the {site} of {town} on {day}, the {body} said.",
    "{n} people were killed when a blast tore through the {site} in {town}, according to the {body}.",
    '"We will find those who did this to {town}," said {name}, the {role}.',
    "{m} others were wounded and taken to the hospital of {town}, doctors told reporters.",
    "No group claimed responsibility for the attack on the {site}.",
    "{name} called on the {body} to guard every {site} between {town} and {other}.",
)
OWN = (
    "The road from {town} to {other} stayed closed until the evening of {day}.",
    "Prices of {good} rose by {m} percent in {other} last month, traders said.",
    "{name} met {role}s from {other} to talk about {good} and the harvest.",
    "Rain fell on the hills around {other} for the first time in {m} days.",
    '"Nobody here has seen {good} for weeks," a resident of {other} said.',
)
WORDS = {
    "site": "market bridge school station barracks mosque harbour depot courthouse mill".split(),
    "body": "army,police,interior ministry,rescue service,health office".split(","),
    "role": "governor mayor commander minister spokesman".split(),
    "good": "flour diesel rice cement medicine sugar".split(),
    "day": "Monday Tuesday Wednesday Thursday Friday".split(),
}
SYLLABLES = "ba da ka lo mi nu ra se ti vo qa zu he jo pe".split()


def word(chance: random.Random) -> str:
    """A name that nobody bears."""
    return "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize() + chance.choice("nrstl")


def texts(count: int) -> Iterator[tuple[str, date]]:
    """So many articles with their days."""
    for story in range((count + 3) // 4):
        chance = random.Random(story)  # noqa: S311 - no secret
        fill = {key: chance.choice(words) for key, words in WORDS.items()}
        fill |= {"town": word(chance), "other": word(chance), "name": f"{word(chance)} {word(chance)}"}
        day = date(2031, 1, 1) + timedelta(days=chance.randrange(700))
        for _ in range(min(4, count - 4 * story)):
            own = fill | {"other": word(chance), "n": str(chance.randrange(3, 40)), "m": str(chance.randrange(3, 90))}
            lines = chance.sample(SHARED, 4) + chance.sample(OWN, 3)
            yield f"Blast in {fill['town']}\n\n" + "\n\n".join(line.format(**own) for line in lines), day


def main() -> None:
    """Print a table; the exponent is that of the growth since the row before: 1 is linear."""
    counts = [int(given) for given in sys.argv[1:]] or list(COUNTS)
    articles = [cn.parse(text, published=day) for text, day in texts(max(counts))]
    before: tuple[int, float] | None = None
    print(f"{'articles':>10}{'CPU':>10}{'exponent':>10}{'peak memory':>14}{'stories':>10}")
    for count in counts:
        start = time.process_time()
        comparison = cn.compare(articles[:count])
        took = time.process_time() - start
        exponent = f"{math.log(took / before[1]) / math.log(count / before[0]):10.2f}" if before else f"{'':10}"
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{count:10,}{took:8.1f} s{exponent}{peak:10.0f} MiB{len(comparison.stories):10,}")
        before = (count, took)


if __name__ == "__main__":
    main()

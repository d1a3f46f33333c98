"""How the time of reading grows with length: each kind of page or note at one size and at twice that size.

Linear is 2. Pages are measured up to their notes, long notes up to their citations.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable

from app.article import NoNotes, read_article
from app.citations import find_mentions
from app.readers import read_bytes

NOTE = "Roe, Ice and Clerks (London: Polar Press, 1990), 5, where the harbour is named. "


def numbered(count: int) -> bytes:
    return ("Notes\n" + "\n".join(f"{n}. {NOTE}" for n in range(1, count))).encode()


def run_on(count: int) -> bytes:
    return ("Notes " + " ".join(f"{n}. {NOTE}" for n in range(1, count))).encode()


def saved(count: int) -> bytes:
    items = (f"<li id='fn{n}'><p>{NOTE}<a href='#r{n}'>Google Scholar</a></p></li>" for n in range(1, count))
    return f"<html><body><h2>Notes</h2><ol>{''.join(items)}</ol></body></html>".encode()


def at_feet(count: int) -> bytes:
    pages = (
        f"{n}    R. T. Marrow\n\n{'The clerks wrote of the salt. ' * 20}.{n}\nIt was so.\n{n} {NOTE}and goes\n\n"
        for n in range(1, count // 4)
    )
    return "".join(pages).encode()


def misread(count: int) -> bytes:
    return ("Notes\n" + "\n".join(f"{n} {NOTE}".replace("1", "l", 1) for n in range(1, count))).encode()


PAGES: dict[str, Callable[[int], bytes]] = {
    "numbered notes": numbered,
    "run-on notes in one line": run_on,
    "saved web page": saved,
    "prose without notes": lambda count: (NOTE * count).encode(),
    "lines of numbers": lambda count: b"12\n" * count * 4,
    "blank lines": lambda count: b"1. a\n" + b"\n" * count * 50 + b"2. Ibid.",
    "page heads": lambda count: b"12   POLAR REVIEW\n\n" * count,
    "headings": lambda count: b"Notes\n" * count * 4,
    "link words": lambda count: b"1. a\n2. " + b"Google Scholar " * count * 4,
    "feet of pages": at_feet,
    "misread numbers": misread,
    "lines like numbers": lambda count: b"Notes\n1 Roe, p. 4.\n" + b"l I was.\n" * count * 4 + b"9 Ibid.\n",
    "calls": lambda count: b"salt1 brine2.3 " * count + b"\n1 Roe, p. 4.\n2 Ibid.\n3 Ibid.\n",
    "citation labels": lambda count: b"Cite as\nRoe, Ice. Snow, 4.\n" * count + b"1. Roe, p. 4.\n2. Ibid.\n",
    "page numbers": lambda count: b"".join(b"%d\n\nRoe wrote of salt.\n\n" % n for n in range(count)),
    "broken tags": lambda count: b"<div><p>1. a" * count,
}

# What a note of one kind of words, or of nothing but opened signs, is made of.
PIECES = (
    "(", "‘", "“a ", "Smith op. cit. ", "Abc, ", "; ", "x", "The king was there. ", "‘A’ ‘b ", "``a ", "see Smith, ",
    "in Smith, T, 5, and ", "A to B ", "5 (x ", "“a”: ", NOTE,
)  # fmt: skip


def main() -> None:
    """Print the seconds at both sizes and how often the first goes into the second."""
    print(f"{'page':28} {'10k':>7} {'20k':>7} {'ratio':>6}")
    for name, make in PAGES.items():
        once, twice = seconds(make(10_000)), seconds(make(20_000))
        print(f"{name:28} {once:7.2f} {twice:7.2f} {twice / max(once, 1e-6):6.1f}")
    print(f"\n{'note of':28} {'50 kB':>7} {'100 kB':>7} {'ratio':>6}")
    for piece in PIECES:
        once, twice = (seconds_of_note(piece * (size // len(piece))) for size in (50_000, 100_000))
        print(f"{piece!r:28.28} {once:7.2f} {twice:7.2f} {twice / max(once, 1e-6):6.1f}")


def seconds_of_note(text: str) -> float:
    start = time.process_time()
    find_mentions(text)
    return time.process_time() - start


def seconds(content: bytes) -> float:
    start = time.process_time()
    with contextlib.suppress(NoNotes):
        read_article(read_bytes("page", content))
    return time.process_time() - start


if __name__ == "__main__":
    main()

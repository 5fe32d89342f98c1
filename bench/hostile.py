#!/usr/bin/env python3
"""CPU time a byte of hostile texts over that of ordinary text, in one run: no text may be dear by its make.

  bench/hostile.py [PROGRAM]     default: $RASHOMON, else build/release/rashomon

`annotate --raw --until language` of one text, the best of three runs, without the time of a short one. Ordinary text is two
hundred kB of the samples, each paragraph once, with numbers that make the words of a copy new. Exit: 0 if every ratio is
at most 5, 1 if not, 77 where the model is absent.
"""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("RASHOMON", str(ROOT / "build/release/rashomon"))
BOUND = 5.0


def every_plane():
    """Characters of all planes, three to a word, a word in five ended by a full stop."""
    points = [p for p in range(0x20, 0x110000, 37) if not 0xD800 <= p < 0xE000]
    return "".join(chr(p) + (". " if i % 15 == 14 else " " if i % 3 == 2 else "") for i, p in enumerate(points))


TEXTS = {
    "one word of 1 MB": "a" * 1_000_000,
    "100,000 line feeds": "\n" * 100_000,
    "10,000 nested quotation marks": "“" * 10_000 + "He left" + "”" * 10_000,
    "50,000 nested brackets": "(" * 50_000 + ")" * 50_000,
    "1 MB of full stops": "." * 1_000_000,
    "a letter and a line feed by turns": "x\n" * 50_000,
    "100,000 words of one letter": "a " * 100_000,
    "three short words by turns": "x\ny " * 50_000,
    "numbers without end": "1,2.3-4:5/" * 20_000,
    "prefixes and suffixes": "((($'\"a\"'%)))!?" * 10_000,
    "addresses": "http://a.example/b?c=d&e=f@g.example " * 5_000,
    "a rare character": "𝕏" * 50_000,
    "combining marks": "e\u0301\u0302\u0303" * 30_000,
    "every plane": every_plane(),
}


def ordinary():
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples/reports").glob("*.txt"))]
    out, copy = "", 0
    while len(out.encode()) < 200_000:
        copy += 1
        out += "".join(f"{text}\nNumber {copy}-{n} of {copy * 7919 + n}.\n\n" for n, text in enumerate(texts))
    return out


def cpu_seconds(path):
    best = float("inf")
    for _ in range(3):
        process = subprocess.Popen([PROGRAM, "annotate", path, "--raw", "--until", "language", "--threads", "1"],
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 3):  # 3: an input was refused, by name
            sys.exit(f"{path}: exit {process.returncode}")
        best = min(best, used.ru_utime + used.ru_stime)
    return best


def main():
    if subprocess.run([PROGRAM, "models", "verify", "--quiet"], capture_output=True).returncode:
        print("skipped: the model files are not there; run tools/setup")
        return 77
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        def cost(name, data):
            path = Path(folder) / name
            path.write_bytes(data)
            return max(0.0, cpu_seconds(path) - start) / len(data)

        start = 0.0
        start = cost("short.txt", b"Rain.") * 5
        plain = cost("plain.txt", ordinary().encode())
        print(f"ordinary text\t{plain * 1e6:.2f} µs a byte")
        surrogates = json.dumps({"text": "A \ud83d b. " * 20_000}) + "\n" + json.dumps({"text": "Rain."})
        for name, text in [*TEXTS.items(), ("lone surrogates in escapes", None)]:
            ratio = (cost("hostile.jsonl", surrogates.encode()) if text is None else cost("hostile.txt", text.encode())) / plain
            failed += ratio > BOUND
            print(f"{name}\t{ratio:.2f}\tat most {BOUND:.0f}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

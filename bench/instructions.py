#!/usr/bin/env python3
"""Instructions that callgrind counts: figures that no load and no clock moves.

  bench/instructions.py [PROGRAM]     default: $RASHOMON, else build/release/rashomon

Of `ingest`: a byte of the samples' pages, each twenty times, less those of one time each. SHA-256 is counted as this machine's
valgrind sees it, about ten a byte.
Of `annotate --raw --until language`: a token. Reads three golden texts of tests/language, and one of them alone; the difference is without start-up, and most of its word
types are met for the first time. Valgrind has no AVX-512, so the AVX2 kernels are counted. Takes a minute. Exit: 0 within the bound, 1 not, 77 where valgrind or a model is absent.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("RASHOMON", str(ROOT / "build/release/rashomon"))
BOUND = 225_000  # instructions a token
PAGE_BOUND = 420  # instructions a byte of a page
TOLERANCE = 0.05


def run(command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)


def counted(command, folder):
    """Instructions and standard output of one run."""
    done = run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", *command])
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode or not found:
        sys.exit(f"exit {done.returncode}: {done.stderr[-500:]}")
    return int(found[1]), done.stdout


def count_pages(copies, folder):
    """(instructions, bytes) of one run over the samples' pages, so many times."""
    source = Path(folder) / f"pages{copies}"
    source.mkdir()
    for page in sorted((ROOT / "samples/reports").glob("*.html")):
        for copy in range(copies):
            (source / f"{copy}-{page.name}").write_bytes(page.read_bytes() + b"<!-- %04d -->" % copy)
    return counted([PROGRAM, "ingest", str(source), "--threads", "1", "--json"], folder)[0], sum(f.stat().st_size for f in source.iterdir())


def count(texts, folder):
    """(instructions, tokens) of one run over the texts."""
    source = Path(folder) / "texts.jsonl"
    source.write_text("".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts)))
    instructions, output = counted([PROGRAM, "annotate", str(source), "--raw", "--until", "language", "--threads", "1", "--json"], folder)
    return instructions, sum(len(json.loads(line)["tokens"]) for line in output.splitlines())


def judge(name, figure, bound):
    print(f"{name} {figure:.0f} (at most {bound} + {TOLERANCE:.0%})")
    return figure <= bound * (1 + TOLERANCE)


def main():
    if not shutil.which("valgrind"):
        print("skipped: valgrind is not installed")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        most, size = count_pages(20, folder)
        least, once = count_pages(1, folder)
        good = judge("instructions_per_page_byte", (most - least) / (size - once), PAGE_BOUND)
        if run([PROGRAM, "models", "verify", "--quiet"]).returncode:
            print("skipped the rest: the model files are not there; run tools/setup")
            return 77 if good else 1
        texts = [(ROOT / "tests/language/golden" / f"{name}.txt").read_text() for name in ("talks", "market", "prisoners")]
        most, tokens = count(texts, folder)
        least, first = count(texts[:1], folder)
    good &= judge("instructions_per_token", (most - least) / (tokens - first), BOUND)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())

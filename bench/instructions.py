#!/usr/bin/env python3
"""Instructions a token of `annotate --raw --until language`, counted by callgrind: a figure that no load and no clock moves.

  bench/instructions.py [PROGRAM]     default: $RASHOMON, else build/release/rashomon

Reads three golden texts of tests/language, and one of them alone; the difference is without start-up, and most of its word
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
TOLERANCE = 0.05


def run(command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)


def count(texts, folder):
    """(instructions, tokens) of one run over the texts."""
    source = Path(folder) / "texts.jsonl"
    source.write_text("".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts)))
    annotate = [PROGRAM, "annotate", str(source), "--raw", "--until", "language", "--threads", "1", "--json"]
    done = run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", *annotate])
    counted = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode or not counted:
        sys.exit(f"exit {done.returncode}: {done.stderr[-500:]}")
    return int(counted[1]), sum(len(json.loads(line)["tokens"]) for line in done.stdout.splitlines())


def main():
    if not shutil.which("valgrind"):
        print("skipped: valgrind is not installed")
        return 77
    if run([PROGRAM, "models", "verify", "--quiet"]).returncode:
        print("skipped: the model files are not there; run tools/setup")
        return 77
    texts = [(ROOT / "tests/language/golden" / f"{name}.txt").read_text() for name in ("talks", "market", "prisoners")]
    with tempfile.TemporaryDirectory() as folder:
        most, tokens = count(texts, folder)
        least, first = count(texts[:1], folder)
    figure = (most - least) / (tokens - first)
    print(f"instructions_per_token {figure:.0f} (at most {BOUND} + {TOLERANCE:.0%})")
    return 0 if figure <= BOUND * (1 + TOLERANCE) else 1


if __name__ == "__main__":
    sys.exit(main())

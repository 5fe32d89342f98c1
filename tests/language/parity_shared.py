#!/usr/bin/env python3
"""Compares the program's decisions with spaCy's on the seed reports and on news, where ../shared and spaCy are present.

    parity_shared.py --bin PROGRAM [--shared DIR] [--limit 50]

Skips (exit code 77, with the reason) where ../shared, spaCy >= 3.8.8, its English package or the compiled model is
absent. RASHOMON_SPACY_PYTHON names a Python that has spaCy; without it this one must.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def skip(reason):
    print("skipped:", reason)
    sys.exit(77)


def compare(python, scorer, binary, texts, limit):
    """Exit code of the scorer; its output is ours."""
    command = [python, str(scorer), "--bin", binary, "--floor", "0.9999", "--texts", str(texts), "--limit", str(limit)]
    done = subprocess.run(command, capture_output=True, text=True)
    print(texts.name, done.stdout, done.stderr, sep="\n")
    absent = "models build" in done.stderr or "not installed" in done.stderr or "pip install" in done.stderr
    if done.returncode == 2 and absent:
        skip(done.stderr.strip().splitlines()[-1])
    return done.returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--shared", default=str(ROOT.parent / "shared"))
    parser.add_argument("--limit", type=int, default=50, help="news texts to compare")
    options = parser.parse_args()
    shared = pathlib.Path(options.shared)
    scorer = shared / "scorers" / "parity.py"
    if not scorer.is_file():
        skip(f"{scorer} is absent")
    python = os.environ.get("RASHOMON_SPACY_PYTHON", sys.executable)
    binary = str(pathlib.Path(options.bin).resolve())
    with tempfile.TemporaryDirectory(prefix="rashomon-parity-") as folder:
        seeds = pathlib.Path(folder) / "seeds.jsonl"
        reports = sorted((shared / "seeds").glob("*.txt"))
        lines = [json.dumps({"id": report.name, "text": report.read_bytes().decode("utf-8", "replace")}) for report in reports]
        seeds.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        news = shared / "data" / "gva_incidents" / "dev" / "articles.jsonl"
        failed = [texts.name for texts in (seeds, news)
                  if texts.is_file() and texts.stat().st_size and compare(python, scorer, binary, texts, options.limit)]
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

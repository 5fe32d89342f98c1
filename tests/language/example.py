#!/usr/bin/env python3
"""Runs the program of docs/examples/parse.cpp on a golden text; 77 where the compiled model is not there."""
import pathlib
import subprocess
import sys

GOLDEN = pathlib.Path(__file__).resolve().parent / "golden"
text, expected = (GOLDEN / "talks.txt").read_bytes(), (GOLDEN / "talks.conllu").read_bytes()
done = subprocess.run([sys.argv[1]], input=text, capture_output=True)
if done.returncode == 4 and b"models build" in done.stderr:
    print("skipped:", done.stderr.decode().strip())
    sys.exit(77)
assert done.returncode == 0, done.stderr.decode()
assert done.stdout == expected, "the example prints another parse than the golden one"
source = pathlib.Path(__file__).resolve().parents[2] / "docs/examples/parse.cpp"
assert len(source.read_text().splitlines()) < 30, "the example is to stay under 30 lines"

"""What the system tests share: the program under test, a folder of their own, and JSON lines.

Python 3.11, standard library only. RASHOMON names the program (default build/release/rashomon of this checkout).
"""
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = os.environ.get("RASHOMON", str(ROOT / "build/release/rashomon"))
SAMPLES = ROOT / "samples/reports"
TABLES = ["documents", "claims", "quantities", "actors", "places", "events", "tallies", "disputes", "origins", "stories", "copies", "timeline"]


def run(*args, env=None, **more):
    """Runs the program; standard output and error are bytes."""
    full = {**os.environ, **(env or {})}
    more.setdefault("stdin", None if "input" in more else subprocess.DEVNULL)
    if more["stdin"] is None:
        del more["stdin"]
    return subprocess.run([PROGRAM, *map(str, args)], capture_output=True, env=full, timeout=600, **more)


def rows(output):
    return [json.loads(line) for line in output.decode().splitlines()]


def export(record, table, form="jsonl"):
    done = run("export", record, "--table", table, "--format", form)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def all_tables(record):
    return {(table, form): export(record, table, form) for table in TABLES for form in ("jsonl", "csv")}


class Case(unittest.TestCase):
    """A test with a folder of its own, self.folder."""

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory(prefix="rashomon-test-")
        self.folder = Path(self._folder.name)

    def tearDown(self):
        self._folder.cleanup()

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def check(self, done, code):
        self.assertEqual(done.returncode, code, f"{done.args}\n{done.stdout[-400:]!r}\n{done.stderr.decode(errors='replace')[-2000:]}")
        return done


def main(needs_models=True):
    """Runs the tests of the calling file; exit code 77 (skipped) where the model files are not there."""
    if needs_models and run("models", "verify", "--quiet").returncode:
        print("skipped: the model files are not there; run tools/setup")
        sys.exit(77)
    unittest.main(verbosity=1)

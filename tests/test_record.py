"""The record: the same bytes for the same input, nothing doubled, and whole after a run that was killed."""
import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time

import program
from program import Case, PROGRAM, SAMPLES, run

KILLS = int(os.environ.get("RASHOMON_KILLS", "24"))


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


class SameBytes(Case):
    def read(self, name, *paths, env=None, more=()):
        record = self.folder / name
        self.check(run("read", *paths, "-o", record, "-q", *more, env=env), 0)
        return record

    def test_threads_order_time_zone_and_locale_change_nothing(self):
        files = sorted(SAMPLES.iterdir())
        shuffled = files[:]
        random.Random(7).shuffle(shuffled)
        expected = program.all_tables(self.read("one.db", *files, more=["--threads", 1]))
        self.assertTrue(expected["documents", "jsonl"] and expected["claims", "jsonl"] is not None)
        others = {
            "two threads": self.read("two.db", *files, more=["--threads", 2]),
            "seven threads, shuffled": self.read("seven.db", *shuffled, more=["--threads", 7]),
            "little memory": self.read("small.db", *files, more=["--memory", 80]),
            "portable kernels": self.read("portable.db", *files, more=["--kernels", "portable"]),
            "another time zone and locale": self.read("tz.db", *reversed(files), env={"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE"}),
        }
        for name, record in others.items():
            for key, output in program.all_tables(record).items():
                self.assertEqual(output, expected[key], f"{name}: {key}")

    def test_exports_name_no_place_and_no_time_of_the_run(self):
        copy = self.folder / "elsewhere" / "reports"
        shutil.copytree(SAMPLES, copy)
        here, there = self.read("a.db", SAMPLES), self.read("b.db", copy)
        tables = program.all_tables(there)
        self.assertEqual(tables, program.all_tables(here))
        for key, output in tables.items():
            self.assertNotIn(str(self.folder).encode(), output, key)

    def test_documents_that_compete_for_an_id_are_told_apart_alike_in_any_order(self):
        a = self.write("a.jsonl", '{"id": "x", "text": "A mine exploded near Falun, police said."}\n')
        b = self.write("b.jsonl", '{"id": "x", "text": "A mine exploded near Mora, police said."}\n')
        self.assertEqual(program.all_tables(self.read("1.db", a, b)), program.all_tables(self.read("2.db", b, a)))

    def test_reading_again_changes_not_a_byte(self):
        record = self.read("a.db", SAMPLES)
        before = digest(record)
        self.read("a.db", SAMPLES)
        self.read("a.db", SAMPLES, more=["--threads", 3])
        self.assertEqual(digest(record), before)

    def test_reading_in_two_runs_gives_what_one_run_gives(self):
        files = sorted(SAMPLES.iterdir())
        self.read("a.db", *files[:5])
        self.read("a.db", *files[3:])
        self.assertEqual(program.all_tables(self.folder / "a.db"), program.all_tables(self.read("b.db", *files)))

    def test_a_record_of_another_version_says_so_once(self):
        record = self.read("a.db", SAMPLES)
        with sqlite3.connect(record) as db:
            db.execute("UPDATE manifest SET value = '0.0.1' WHERE name = 'version'")
        self.assertIn(b"another version", self.check(run("read", SAMPLES, "-o", record), 0).stderr)
        self.assertNotIn(b"another version", self.check(run("read", SAMPLES, "-o", record), 0).stderr)

    def test_a_profile_codes_tallies_stands_in_the_manifest_and_can_be_taken_back(self):
        report = self.folder / "harbour.txt"
        report.write_text("HARBOUR TOWN, Feb 28, 2031 - An air strike killed dozens of miners in the harbour on Friday, the mayor said.\n")
        as_said = program.all_tables(self.read("p.db", report))
        coded = self.read("p.db", report, more=["--profile", "acled"])
        with sqlite3.connect(coded) as db:
            self.assertIn(("profile", "acled"), db.execute("SELECT name, value FROM manifest").fetchall())
        tallies = program.rows(run("export", coded, "--table", "tallies", "--format", "jsonl").stdout)
        self.assertEqual([(t["low"], t["best"], t["high"]) for t in tallies if t["measure"] == "killed"], [(12, 12, 12)])
        quantities = program.all_tables(coded)["quantities", "jsonl"]
        self.assertEqual(quantities, as_said["quantities", "jsonl"])
        self.assertEqual(program.all_tables(self.read("p.db", report)), as_said)
        self.assertEqual(run("read", report, "-o", self.folder / "q.db", "--profile", "nobody").returncode, 2)

    def test_the_manifest_names_program_models_and_tables(self):
        with sqlite3.connect(self.read("a.db", SAMPLES)) as db:
            manifest = {(s, n): v for s, n, v in db.execute("SELECT section, name, value FROM manifest")}
        self.assertRegex(manifest["program", "version"], r"^\d+\.\d+\.\d+$")
        for name in ("english.model", "gazetteer.model", "store/schema_1.sql"):
            self.assertRegex(manifest["input", name], r"^[0-9a-f]{64}$")


class Killed(Case):
    def sources(self):
        """Enough documents that a run takes a while, no two alike."""
        lines = []
        for n in range(75):
            for path in sorted(SAMPLES.glob("*.txt"))[:2]:
                lines.append(json.dumps({"id": f"{path.stem}-{n}", "text": f"Report {n}.\n\n{path.read_text()}", "outlet": f"Outlet {n % 7}"}))
        return self.write("many.jsonl", "\n".join(lines) + "\n")

    def start(self, source, record):
        return subprocess.Popen([PROGRAM, "read", str(source), "-o", str(record), "-q"], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def test_a_run_killed_at_any_moment_leaves_a_record_that_opens_and_is_completed_by_the_next(self):
        source, clean = self.sources(), self.folder / "clean.db"
        began = time.monotonic()
        self.assertEqual(self.start(source, clean).wait(), 0)
        whole = time.monotonic() - began
        expected, moments = program.all_tables(clean), random.Random(11)
        partial = 0
        for n in range(KILLS):
            record = self.folder / f"killed-{n % 8}.db"
            process = self.start(source, record)
            time.sleep(moments.random() ** 2 * whole if n % 2 else moments.random() * whole * 1.1)
            process.send_signal(signal.SIGKILL)
            process.wait()
            if record.exists():
                found = len(program.rows(program.export(record, "documents")))
                partial += 0 < found < 150
                with sqlite3.connect(f"file:{record}?mode=ro", uri=True) as db:
                    self.assertEqual(db.execute("PRAGMA integrity_check").fetchone(), ("ok",))
        self.assertGreater(partial, 0, "no run was caught half-way: the test proves nothing")
        for n in range(min(8, KILLS)):
            record = self.folder / f"killed-{n}.db"
            self.assertEqual(self.start(source, record).wait(), 0)
            self.assertEqual(program.all_tables(record), expected, record.name)


if __name__ == "__main__":
    program.main()

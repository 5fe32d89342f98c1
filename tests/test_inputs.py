"""Inputs that are damaged, empty or missing: each is named, recorded beside the rest, and the rest is done."""
import json
import os
import sqlite3

import program
from program import Case, run

GOOD = '{"id": "good", "text": "The ferry to Lund was stopped, the harbour master said."}\n'


class BadInput(Case):
    def record(self, *paths, code):
        record = self.folder / "record.db"
        done = self.check(run("read", *paths, "-o", record), code)
        return record, done.stderr.decode()

    def failures(self, record):
        with sqlite3.connect(record) as db:
            return db.execute("SELECT path, message FROM failures ORDER BY path").fetchall()

    def test_a_malformed_line_costs_that_line(self):
        source = self.write("a.jsonl", GOOD + "{not json\n" + '{"id": "no text"}\n' + "[]\n" + GOOD.replace("good", "last"))
        record, errors = self.record(source, code=3)
        for line in (2, 3, 4):
            self.assertIn(f"a.jsonl:{line}", errors)
        self.assertEqual([p for p, _ in self.failures(record)], ["a.jsonl:2", "a.jsonl:3", "a.jsonl:4"])
        self.assertEqual(sorted(r["id"] for r in program.rows(program.export(record, "documents"))), ["good", "last"])

    def test_rows_of_a_users_own_tables_are_named_and_the_others_used(self):
        report = self.write("report.txt", "Two people were killed in Velbrano on 3 March 2031, the LDB said.\n")
        places = self.write("places.csv", "name,latitude,longitude,country,id\nVelbrano,45.5,15.25,HRV,v-1\nTosk,95,1,HRV,\n")
        actors = self.write("actors.csv", "name,aliases,id,kind\nLika Defence Brigade,LDB,b-1,armed_group\nX,,,dragon\n")
        record = self.folder / "record.db"
        done = self.check(run("read", report, "--gazetteer", places, "--actors", actors, "-o", record), 3)
        self.assertIn(b"places.csv:3", done.stderr)
        self.assertIn(b"actors.csv:3", done.stderr)
        self.assertEqual([p.rsplit("/", 1)[1] for p, _ in self.failures(record)], ["actors.csv:3", "places.csv:3"])
        event = program.rows(program.export(record, "events"))[0]
        self.assertEqual([(p["gazetteer_id"], p["latitude"]) for p in event["place"]], [("v-1", 45.5)])
        claim = program.rows(program.export(record, "claims"))[0]
        self.assertIn("b-1", json.dumps(claim))
        with sqlite3.connect(record) as db:
            manifest = str([db.execute(f"SELECT * FROM {t}").fetchall() for (t,) in db.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'") if "manifest" in t or "input" in t])
        self.assertIn("--gazetteer", manifest)
        self.assertIn("--actors", manifest)

    def test_a_table_without_its_columns_is_refused_before_any_work(self):
        report = self.write("report.txt", "Rain fell.\n")
        table = self.write("places.csv", "name,latitude\nVelbrano,45.5\n")
        done = self.check(run("annotate", report, "--gazetteer", table), 3)
        self.assertEqual(done.stdout, b"")
        self.assertIn(b"'longitude' is missing", done.stderr)

    def test_annotate_prints_the_good_lines_and_exits_3(self):
        source = self.write("a.jsonl", GOOD + "{not json\n" + GOOD.replace("good", "last"))
        done = self.check(run("annotate", source, "--json", "--until", "language"), 3)
        self.assertEqual([r["id"] for r in program.rows(done.stdout)], ["good", "last"])
        self.assertIn(b"a.jsonl:2", done.stderr)

    def test_a_file_that_is_not_there_is_named_and_the_rest_done(self):
        source = self.write("a.jsonl", GOOD)
        record, errors = self.record(self.folder / "missing.txt", source, code=3)
        self.assertIn("missing.txt", errors)
        self.assertEqual(len(program.rows(program.export(record, "documents"))), 1)

    def test_an_empty_file_is_named(self):
        self.write("in/a.txt", "")
        self.write("in/b.txt", "The bridge at Motala was closed, police said.")
        record, errors = self.record(self.folder / "in", code=3)
        self.assertIn("a.txt", errors)
        self.assertEqual([p for p, _ in self.failures(record)], ["a.txt"])

    def test_an_unreadable_file_is_named(self):
        self.write("in/b.txt", "The bridge at Motala was closed, police said.")
        if os.geteuid() == 0:
            (self.folder / "in/a.txt").symlink_to("nowhere")  # root reads everything that is there
        else:
            self.write("in/a.txt", "Secret.").chmod(0)
        _, errors = self.record(self.folder / "in", code=3)
        self.assertIn("a.txt", errors)

    def test_explain_says_what_each_fact_rests_on_and_keep_shows_what_is_not_read(self):
        page = self.write("a.html", "<title>Crane falls on ship in the old harbour - Harbour Post</title><meta property='article:published_time' content='2018-03-05'>"
                          "<nav><a href='/x'>All sections</a></nav><h1>Crane falls</h1><p>A crane fell on a ship in the harbour on Monday, police said.</p>"
                          "<p>Two people were hurt and the pier was closed, the harbour master said.</p><aside>Read more: 9 March 2018</aside>")
        words = self.check(run("ingest", page, "--explain"), 0).stdout.decode()
        self.assertRegex(words, r"published +\* 2018-03-05  \[meta \([+-]")
        self.assertRegex(words, r"title +\* Crane falls on ship in the old harbour  \[title element")
        self.assertIn("blocks are not read", words)
        self.assertNotIn("All sections", words)
        everything = self.check(run("ingest", page, "--explain", "--keep", "all"), 0).stdout.decode()
        self.assertRegex(everything, r"furniture +All sections  \[")
        row = program.rows(self.check(run("ingest", page, "--explain", "--json"), 0).stdout)[0]
        self.assertEqual([c["value"] for c in row["candidates"] if c["fact"] == "published" and c["chosen"]], ["2018-03-05"])
        kept = [program.rows(self.check(run("ingest", page, "--keep", what), 0).stdout)[0] for what in ("all", "report")]
        self.assertEqual(kept[0]["text"], kept[1]["text"])
        self.assertIn("furniture", {block["kind"] for block in kept[0]["blocks"]})
        self.assertLessEqual({block["kind"] for block in kept[1]["blocks"]}, {"title", "deck", "heading", "paragraph"})

    def test_text_that_is_not_utf8_is_converted_or_mended_with_a_warning(self):
        for name, text, expected in (("a.txt", b"The caf\xe9 in Lund was hit, police said.", "caf\u00e9"),
                                     ("b.txt", "The caf\u00e9 in Lund was hit \u2013 said police.".encode() + b" \xff\xc3 The fa\xc3\xa7ade fell, a caf\xc3\xa9 burned.", "\ufffd")):
            row = program.rows(self.check(run("ingest", self.write(name, text)), 0).stdout)[0]
            self.assertIn(expected, row["text"])
            self.assertTrue(row["warnings"])

    def test_a_folder_without_reports_is_no_document(self):
        (self.folder / "in").mkdir()
        self.write("in/notes.bin", b"\0\1\2")
        for command in ("ingest", "annotate"):
            self.assertIn(b"no document", self.check(run(command, self.folder / "in"), 1).stderr)
        _, errors = self.record(self.folder / "in", code=1)
        self.assertIn("no document", errors)

    def test_a_failure_is_forgotten_once_the_input_can_be_read(self):
        source = self.write("a.jsonl", "{not json\n")
        record, _ = self.record(source, code=3)
        self.write("a.jsonl", GOOD)
        self.record(source, code=0)
        self.assertEqual(self.failures(record), [])

    def test_a_second_document_with_an_id_that_is_taken_gets_another(self):
        source = self.write("a.jsonl", GOOD + GOOD.replace("Lund", "Ystad"))
        other = self.write("b.jsonl", GOOD.replace("Lund", "Malmo"))
        record, _ = self.record(source, code=0)
        self.record(other, code=0)
        self.record(other, code=0)
        self.record(source, code=0)
        ids = [r["id"] for r in program.rows(program.export(record, "documents"))]
        self.assertEqual((len(ids), len(set(ids)), "good" in ids), (3, 3, True), ids)

    def test_the_same_document_twice_is_one(self):
        source = self.write("in/a.jsonl", GOOD + GOOD)
        record, _ = self.record(self.folder / "in", source, code=0)
        self.assertEqual([r["id"] for r in program.rows(program.export(record, "documents"))], ["good"])

    def test_hostile_texts_are_read_without_a_crash(self):
        texts = ["\u202e" * 3000, "(" * 20000, "9" * 50000, "a" * 200000, "\u0301" * 5000, "said " * 20000, "“" * 9999, "\t \n" * 9999, "𝟛𝟛 killed 💥" * 500]
        lines = "".join(json.dumps({"id": f"t{i}", "text": t}) + "\n" for i, t in enumerate(texts))
        source = self.write("a.jsonl", lines)
        for more in ([], ["--raw"]):
            done = run("annotate", source, *more)
            self.assertIn(done.returncode, (0, 3), done.stderr[-500:])
            self.assertLessEqual(len(program.rows(done.stdout)), len(texts))

    def test_html_that_nests_without_end_is_read_or_refused(self):
        source = self.write("a.html", "<html><body>" + "<div>" * 100000 + "<p>The dam at Umea held, engineers said.</p>")
        self.assertIn(run("ingest", source).returncode, (0, 3))


class BadRecord(Case):
    def test_what_is_no_record_is_refused_with_the_mend(self):
        text = self.write("a.db", "no database at all, but long enough to be looked at. " * 40)
        with sqlite3.connect(self.folder / "b.db") as other:
            other.execute("CREATE TABLE t (x)")
        for path in (self.folder / "missing.db", text, self.folder / "b.db"):
            for args in (["export", path, "--table", "claims"], ["report", path], ["explain", path, "c-1"]):
                done = self.check(run(*args), 3)
                self.assertIn(path.name, done.stderr.decode())
                self.assertEqual(done.stdout, b"")
        source = self.write("a.jsonl", GOOD)
        for path in (text, self.folder / "b.db"):
            self.check(run("read", source, "-o", path), 3)
        self.assertFalse((self.folder / "missing.db").exists())

    def test_a_record_of_a_newer_program_is_refused(self):
        source, record = self.write("a.jsonl", GOOD), self.folder / "r.db"
        self.check(run("read", source, "-o", record), 0)
        with sqlite3.connect(record) as db:
            db.execute("PRAGMA user_version = 999")
        self.assertIn(b"newer", self.check(run("read", source, "-o", record), 3).stderr)

    def test_an_id_that_is_not_there_exits_1(self):
        source, record = self.write("a.jsonl", GOOD), self.folder / "r.db"
        self.check(run("read", source, "-o", record), 0)
        self.check(run("explain", record, "c-0000000000000000"), 1)


if __name__ == "__main__":
    program.main()

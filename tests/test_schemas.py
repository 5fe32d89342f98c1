"""Everything the program prints fits docs/formats, and offsets, quotations and ids lead where they say."""
import unittest

import program
from json_schema import Schemas
from program import Case, ROOT, SAMPLES, run

SCHEMAS = Schemas(ROOT / "docs/formats")
SCHEMA_OF = {"documents": "document", "claims": "claim", "quantities": "quantity", "actors": "actor", "places": "place", "events": "event",
             "tallies": "tally", "disputes": "dispute", "origins": "origin", "stories": "story", "copies": "copy",
             "timeline": "timeline"}
MENTIONS = ("sentences", "tokens", "entities", "times", "places", "actors", "quantities", "claims")


def spans_of(value, at="$"):
    """Every begin and end in a JSON value, with its path."""
    if isinstance(value, dict):
        if isinstance(value.get("begin"), int):
            yield at, value["begin"], value["end"]
        for key, each in value.items():
            yield from spans_of(each, f"{at}.{key}")
    elif isinstance(value, list):
        for i, each in enumerate(value):
            yield from spans_of(each, f"{at}[{i}]")


class Validator(unittest.TestCase):
    """The validator itself can fail."""

    def test_each_kind_of_fault_is_found(self):
        good = {"id": "t-1", "event": None, "measure": "killed", "group": None, "window": {"kind": "since", "start": "2031-05-01", "end": None}, "scope": None,
                "place": None, "low": 3, "best": 3, "high": 4.5, "open_high": False, "origins": ["o-1"], "claims": [], "status": "agreed", "rule": "r"}
        self.assertEqual(SCHEMAS.faults(good, "tally.schema.json"), [])
        for change in ({"id": ""}, {"id": None}, {"event": ""}, {"measure": "slain"}, {"low": "3"}, {"open_high": 0}, {"origins": [1]}, {"claims": None},
                       {"window": {"kind": "since", "start": "1 May", "end": None}}, {"window": {"kind": "since", "start": None}}, {"more": 1}):
            self.assertTrue(SCHEMAS.faults({**good, **change}, "tally.schema.json"), change)
        self.assertTrue(SCHEMAS.faults({k: v for k, v in good.items() if k != "rule"}, "tally.schema.json"))


class Printed(Case):
    def valid(self, rows, schema):
        for row in rows:
            self.assertEqual(SCHEMAS.faults(row, f"{schema}.schema.json")[:5], [], row.get("id"))

    def test_documents_as_ingest_prints_them(self):
        done = run("ingest", SAMPLES, "--json")
        rows = program.rows(done.stdout)
        self.assertGreaterEqual(len(rows), 14)
        self.valid(rows, "document")
        for row in rows:
            self.check_offsets(row)

    def test_analyses_at_every_stage(self):
        for until in ("language", "mentions", "claims"):
            for more in ([], ["--raw"]):
                rows = program.rows(run("annotate", SAMPLES, "--json", "--until", until, *more).stdout)
                self.assertGreaterEqual(len(rows), 14)
                self.valid(rows, "analysis")
                for row in rows:
                    self.check_offsets(row)
                    self.check_tokens(row)

    def check_offsets(self, row):
        text = row["text"].encode()
        for at, begin, end in spans_of({k: row[k] for k in ("blocks", *MENTIONS) if k in row}):
            self.assertTrue(0 <= begin <= end <= len(text), (row["id"], at, begin, end))
            text[begin:end].decode()  # raises where a character is cut
        for claim in row.get("claims", []):
            self.assertEqual(text[claim["begin"]:claim["end"]].decode(), claim["quote"])
            self.assertEqual(claim["document"], row["id"])
        for quantity in row.get("quantities", []):
            self.assertEqual(text[quantity["begin"]:quantity["end"]].decode(), quantity["text"])
        ends = [b["end"] for b in row["blocks"]]
        self.assertTrue(all(e <= b["begin"] for e, b in zip(ends, row["blocks"][1:])), "blocks overlap")

    def check_tokens(self, row):
        tokens = row["tokens"]
        for i, token in enumerate(tokens):
            self.assertLess(token["head"], len(tokens))
            self.assertEqual(token["dep"] == "ROOT", token["head"] == i, (row["id"], i, token))
        for before, after in zip(tokens, tokens[1:]):
            self.assertLessEqual(before["end"], after["begin"])

    def test_the_same_text_given_as_text_is_taken_byte_for_byte(self):
        for path in sorted(SAMPLES.glob("*.txt")):
            self.assertEqual(program.rows(run("ingest", path).stdout)[0]["text"].encode(), path.read_bytes())

    def test_every_table_of_a_record_and_its_links(self):
        record = self.folder / "record.db"
        self.check(run("read", SAMPLES, "-o", record, "-q"), 0)
        tables = {table: program.rows(program.export(record, table)) for table in program.TABLES}
        for table, rows in tables.items():
            self.valid(rows, SCHEMA_OF[table])
        self.assertGreater(len(tables["claims"]), 100)
        self.assertGreater(len(tables["events"]), 5)
        known = {table: {row["id"] for row in tables[table]} for table in ("documents", "claims", "events", "origins")}
        for table in ("events", "tallies", "disputes", "origins", "stories", "timeline"):
            for row in tables[table]:
                for name in ("documents", "claims", "events", "origins"):
                    self.assertLessEqual(set(row.get(name) or []), known[name], (table, row.get("id"), name))
                self.assertLessEqual({row["event"]} - {None} if "event" in row else set(), known["events"])
        for claim in tables["claims"]:
            for name, table in (("denies", "claims"), ("event", "events"), ("origin", "origins")):
                self.assertLessEqual({claim[name]} - {None}, known[table], (claim["id"], name))
        for table in ("claims", "events", "tallies", "disputes", "origins", "stories", "documents"):
            ids = [row["id"] for row in tables[table]]
            self.assertEqual(len(ids), len(set(ids)), table)
            if table != "claims":
                self.assertEqual(ids, sorted(ids), table)

    def test_the_report_and_the_explanation_of_everything_in_it(self):
        record = self.folder / "record.db"
        self.check(run("read", SAMPLES, "-o", record, "-q"), 0)
        report = program.rows(run("report", record, "--format", "json").stdout)[0]
        self.assertEqual(SCHEMAS.faults(report, "report.schema.json")[:5], [])
        quoted = {q["claim"] for q in report["quotations"]}
        figures = [f for story in report["stories"] for e in story["events"] for f in e["figures"]] + report["running_figures"]
        self.assertGreater(len(figures), 5)
        for figure in figures:
            self.assertTrue(figure["stands"], figure)
            for stand in figure["stands"]:
                self.assertLessEqual(set(stand["claims"]), quoted, "a figure without its quotation")
        one_of_each = [report["documents"][0]["document"], report["quotations"][0]["claim"], figures[0]["tally"], report["origins"][0]["origin"],
                       report["stories"][0]["events"][0]["event"], report["disputes"][0]["dispute"]]
        for id in one_of_each:
            rows = program.rows(run("explain", record, id, "--json").stdout)
            self.valid(rows, "explanation")
            self.assertEqual(rows[0]["row"]["id"], id)

    def test_csv_has_one_row_for_each_line_of_jsonl(self):
        import csv
        import io
        record = self.folder / "record.db"
        self.check(run("read", SAMPLES, "-o", record, "-q"), 0)
        for table in program.TABLES:
            text = program.export(record, table, "csv").decode()
            rows = list(csv.reader(io.StringIO(text, newline="")))
            self.assertEqual(len(rows) - 1, len(program.rows(program.export(record, table))), table)
            self.assertEqual({len(row) for row in rows}, {len(rows[0])}, table)


if __name__ == "__main__":
    program.main()

"""The gold reading and the program's record, as eval/score_samples.py needs them. Python 3.11, standard library only.

Rows from outside are taken as far as they are usable: a value of the wrong type counts as absent.
"""
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections import defaultdict
from datetime import date
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLD, REPORTS = ROOT / "eval/gold/samples.json", ROOT / "samples/reports"
TABLES = ["documents", "claims", "events", "tallies", "disputes", "origins"]
SMALL = set("a an the its his her their our of mr mrs ms general colonel corporal president".split())
SAME = {"person": "people", "resident": "people", "civilian": "people", "fighter": "militant", "observer": "member", "victim": "people"}


def rows(x):
    return [r for r in x if isinstance(r, dict)] if isinstance(x, list) else []


def ids(x):
    return [i for i in x if isinstance(i, (str, int))] if isinstance(x, list) else []


def ident(x):
    return x if isinstance(x, (str, int)) else None


def number(x):
    return float(x) if isinstance(x, (int, float)) and not isinstance(x, bool) else None


def span(r):
    b, e = number(r.get("begin")), number(r.get("end"))
    return (int(b), int(e)) if b is not None and e is not None and 0 <= b < e else None


def field(r, *path):
    for p in path:
        r = r.get(p) if isinstance(r, dict) else None
    return r


def day(x):
    try:
        return date.fromisoformat(str(x)[:10])
    except ValueError:
        return None


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def words(s):
    s = unicodedata.normalize("NFKD", str(s)).casefold().replace("’", "'")
    s = "".join(c for c in s if not unicodedata.combining(c))
    found = re.findall(r"[a-z0-9-]+", re.sub(r"'s\b|(?<=s)'", "", s))
    return [w for w in found if w not in SMALL] or found


def noun(w):
    w = w[:-1] if w.endswith("s") and len(w) > 3 else w
    w = {"men": "man", "children": "child", "familie": "family", "lorrie": "lorry"}.get(w, w)
    return SAME.get(w, w)


def kilometres(a, b):
    x, y, u, v = map(radians, (*a, *b))
    h = sin((u - x) / 2) ** 2 + cos(x) * cos(u) * sin((v - y) / 2) ** 2
    return 12742 * asin(min(1, sqrt(h)))


# ---------------------------------------------------------------- gold and record
class Gold:
    def __init__(self, data):
        self.data = data
        self.claims = {c["id"]: c for c in data["claims"]}
        self.documents = {d["document"]: d for d in data["documents"]}
        self.names = {a["id"]: [words(n) for n in [a["name"], *a["aliases"]]] for a in data["actors"]}
        self.required = [c for c in data["claims"] if not c["context_only"]]


class Record:
    """The program's tables, with claims filed under the gold's document names and gold quotations found in its text."""
    def __init__(self, tables, gold):
        self.t = {k: rows(tables.get(k)) for k in TABLES}
        self.document, self.row, self.text = {}, {}, {}
        by_id = {d.split("#")[1]: d for d in gold.documents if "#" in d}
        for r in self.t["documents"]:
            key = by_id.get(str(r.get("id"))) or os.path.basename(str(r.get("path") or ""))
            if key in gold.documents and key not in self.row:
                self.document[ident(r.get("id"))], self.row[key] = key, r
                self.text[key] = str(r.get("text") or "").encode("utf-8", "replace")
        self.claims = defaultdict(list)
        for c in self.t["claims"]:
            if ident(c.get("document")) in self.document and span(c):
                self.claims[self.document[c["document"]]].append(c)
        self.by_id = {c["id"]: c for cs in self.claims.values() for c in cs if isinstance(c.get("id"), str)}
        self.event_of = {i: ident(c.get("event")) for i, c in self.by_id.items()}
        for e in self.t["events"]:
            for i in ids(e.get("claims")):
                if i in self.event_of and self.event_of[i] is None:
                    self.event_of[i] = ident(e.get("id"))

    def places(self, document, quote, begin=None):
        """Byte spans of a string in the document's text."""
        text, raw = self.text.get(document, b""), quote.encode()
        if begin is not None and (not text or text[begin:begin + len(raw)] == raw):
            return [(begin, begin + len(raw))]
        found, at = [], text.find(raw)
        while at >= 0:
            found.append((at, at + len(raw)))
            at = text.find(raw, at + 1)
        return found


def run(binary, folder):
    def call(*args):
        try:
            p = subprocess.run([binary, *args], capture_output=True, timeout=900)
        except (OSError, subprocess.TimeoutExpired) as error:
            print(f"warning: {args[0]}: {error}", file=sys.stderr)
            return []
        if p.returncode:
            print(f"warning: {' '.join(args)}: exit {p.returncode}", file=sys.stderr)
        return parse(p.stdout.decode("utf-8", "replace"))
    db = os.path.join(folder, "tmp.db")
    call("read", str(REPORTS), "-o", db)
    tables = {t: call("export", db, "--table", t, "--format", "jsonl") for t in TABLES}
    if tables["documents"] and not any(d.get("text") for d in tables["documents"]):
        text = {d.get("id"): d.get("text") for d in call("ingest", str(REPORTS), "--json")}
        for d in tables["documents"]:
            d["text"] = text.get(d.get("id"))
    return tables


def parse(text):
    out = []
    for line in text.split("\n"):
        try:
            out += rows([json.loads(line)]) if line.strip() else []
        except ValueError:
            pass
    return out

#!/usr/bin/env python3
"""score_tolls.py: tolls of partisan reports, against readings by hand (gold/tolls.json).

  score_tolls.py --bin RASHOMON [--data ../shared/data/fa_kes_syria/dev] [--floors baseline.json [--update]] [--verbose]

The texts are the set fa_kes_syria's and are not here: without it the script says so and exits 77. The reports of the gold go
through one `read`. A report's main event is, of the events that hold it, the one with most of its claims that count dead;
ties: most of its claims, then the event's id.

  incidents.b3    B-cubed F1 of reports grouped by main event (none: alone)
  deaths          reports whose main figure is right: of the dead counted by its claims of the main event, the most
                  frequent value of best, low or high; ties: the first in the text
  merged          incidents whose event (the main event of most of its reports) has the right low and high of the dead
  disputes        incidents whose reports differ and for which a dispute has positions on claims of two of its reports,
                  or two on one report's
  speaker         reports for which the first claim that counts a right number of dead and has a speaker besides the outlet
                  has the right first speaker; where no such claim has one: the outlet's own voice is right
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

import floors

HERE = os.path.dirname(os.path.abspath(__file__))


def load(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def run(binary, documents):
    """The tables that the measures need, from one read of `documents`."""
    with tempfile.TemporaryDirectory() as folder:
        source, record = os.path.join(folder, "in.jsonl"), os.path.join(folder, "record.db")
        with open(source, "w", encoding="utf-8") as f:
            f.writelines(json.dumps(d, ensure_ascii=False) + "\n" for d in documents)
        done = subprocess.run([binary, "read", source, "-o", record], capture_output=True, text=True)
        if done.returncode not in (0, 3):
            print(f"# read: exit {done.returncode}: {done.stderr[-500:]}", file=sys.stderr)
            return {t: [] for t in ("claims", "events", "disputes")}
        tables = {}
        for table in ("claims", "events", "disputes"):
            out = subprocess.run([binary, "export", record, "--table", table, "--format", "jsonl"], capture_output=True, text=True)
            tables[table] = [json.loads(line) for line in out.stdout.split("\n") if line.strip()]
        return tables


def dead(claim):
    return [q for q in claim.get("quantities") or [] if q.get("measure") == "killed"]


def main_events(claims, events):
    by_document = collections.defaultdict(list)
    for claim in claims:
        by_document[claim["document"]].append(claim)
    holds = collections.defaultdict(set)
    for event in events:
        for document in event["documents"]:
            holds[document].add(event["id"])
    chosen = {}
    for document, own in by_document.items():
        score = {}
        for event in holds[document]:
            mine = [c for c in own if c.get("event") == event]
            score[event] = (-sum(bool(dead(c)) for c in mine), -len(mine), event)
        if score:
            chosen[document] = min(score, key=score.get)
    return chosen, by_document


def b_cubed(gold, predicted):
    items = list(gold)

    def mean(a, b):
        total = 0
        for x in items:
            mates = [y for y in items if a[y] == a[x]]
            total += sum(b[y] == b[x] for y in mates) / len(mates)
        return total / len(items)
    precision, recall = mean(predicted, gold), mean(gold, predicted)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0


def values(quantity):
    return [quantity[k] for k in ("best", "low", "high") if quantity.get(k) is not None]


def figure(claims, event):
    seen = collections.Counter()
    for claim in sorted(claims, key=lambda c: c["begin"]):
        if claim.get("event") == event:
            for quantity in dead(claim):
                if values(quantity):
                    seen[values(quantity)[0]] += 1
    return seen.most_common(1)[0][0] if seen else None


def own_voice(claim):
    speakers = claim.get("speakers") or []
    return not speakers or speakers[0].get("role") == "outlet"


def speaks(claim, patterns):
    own = own_voice(claim)
    name = "" if own else (claim["speakers"][0].get("name") or "").lower()
    return any(own if p == "OWN" else not own and re.search(p, name) for p in patterns)


def score(gold, tables, verbose=False):
    claims, events = tables["claims"], {e["id"]: e for e in tables["events"]}
    chosen, by_document = main_events(claims, tables["events"])
    reports = gold["reports"]
    predicted = {r["id"]: chosen.get(r["id"], "alone " + r["id"]) for r in reports}
    result = {"tolls.incidents.b3": b_cubed({r["id"]: r["incident"] for r in reports}, predicted)}
    miss = lambda *what: verbose and print("#", *what, file=sys.stderr)

    asked = [r for r in reports if r["deaths"]]
    right = 0
    for r in asked:
        got = figure(by_document[r["id"]], chosen.get(r["id"]))
        ok = got in r["deaths"]
        right += ok
        ok or miss("deaths", r["id"], r["incident"], r["deaths"], "got", got)
    result["tolls.deaths"] = right / len(asked)

    right = 0
    for incident, (low, high) in gold["merged"].items():
        votes = collections.Counter(chosen[r["id"]] for r in reports if r["incident"] == incident and r["id"] in chosen)
        range_ = (events[votes.most_common(1)[0][0]].get("fatalities") or {}) if votes else {}
        ok = range_.get("low") in low and range_.get("high") in high
        right += ok
        ok or miss("merged", incident, low, high, "got", range_, dict(votes))
    result["tolls.merged"] = right / len(gold["merged"])

    document_of = {c["id"]: c["document"] for c in claims}
    right = 0
    for incident in gold["differ"]:
        own = {r["id"] for r in reports if r["incident"] == incident}
        ok = any(sum(any(document_of.get(c) in own for c in p.get("claims") or []) for p in d.get("positions") or []) > 1
                 for d in tables["disputes"])
        right += ok
        ok or miss("dispute", incident)
    result["tolls.disputes"] = right / len(gold["differ"])

    asked = [r for r in reports if r["speaker"] and r["deaths"]]
    right = 0
    for r in asked:
        counted = [c for c in sorted(by_document[r["id"]], key=lambda c: c["begin"])
                   if any(set(values(q)) & set(r["deaths"]) for q in dead(c))]
        counted.sort(key=lambda c: own_voice(c))  # stable: in order of the text
        ok = bool(counted) and speaks(counted[0], r["speaker"])
        right += ok
        ok or miss("speaker", r["id"], r["speaker"], "got",
                   [(c["speakers"][0]["name"] if c.get("speakers") else None, c["quote"][:80]) for c in counted[:2]])
    result["tolls.speaker"] = right / len(asked)
    return result


def self_test():
    """A record that says what the gold says scores 1; one without events scores what alone gives."""
    gold = {"reports": [{"id": "a", "incident": "x", "deaths": [3], "speaker": ["mayor"]}, {"id": "b", "incident": "x", "deaths": [5], "speaker": ["OWN"]}],
            "merged": {"x": [[3], [5]]}, "differ": ["x"]}

    def claim(document, best, role, event):
        return {"id": "c" + document, "document": document, "begin": 0, "quote": "", "event": event,
                "speakers": [{"name": "the mayor", "role": role}], "quantities": [{"measure": "killed", "low": best, "best": best}]}
    claims = [claim("a", 3, None, "e"), claim("b", 5, "outlet", "e")]
    tables = {"claims": claims, "events": [{"id": "e", "documents": ["a", "b"], "fatalities": {"low": 3, "high": 5}}],
              "disputes": [{"positions": [{"claims": ["ca"]}, {"claims": ["cb"]}]}]}
    perfect = score(gold, tables)
    spoilt = score(gold, {"claims": [claim("a", 9, "outlet", None), claim("b", 5, None, None)], "events": [], "disputes": []})
    good = all(v == 1 for v in perfect.values()) and spoilt["tolls.incidents.b3"] < 1 and spoilt["tolls.merged"] == 0 and spoilt["tolls.speaker"] == 0
    print("self-test passed" if good else f"self-test failed: {perfect} {spoilt}")
    return 0 if good else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bin", help="the program")
    parser.add_argument("--data", default=os.path.join(HERE, "..", "..", "shared", "data", "fa_kes_syria", "dev"))
    parser.add_argument("--verbose", action="store_true", help="each miss on standard error")
    parser.add_argument("--self-test", action="store_true")
    floors.add_options(parser)
    options = parser.parse_args()
    if options.self_test:
        return self_test()
    texts = os.path.join(options.data, "articles.jsonl")
    if not os.path.exists(texts):
        print(f"skipped: {texts} is absent")
        return 77
    if not options.bin:
        parser.error("--bin is needed")
    with open(os.path.join(HERE, "gold", "tolls.json"), encoding="utf-8") as f:
        gold = json.load(f)
    wanted = {r["id"] for r in gold["reports"]}
    rows = {r["unit_id"]: r for r in load(texts) if r["unit_id"] in wanted}
    documents = [{"id": i, "title": r["article_title"], "outlet": r["source"], "text": r["article_content"]} for i, r in sorted(rows.items())]
    return floors.finish(score(gold, run(options.bin, documents), options.verbose), options, "tolls.")


if __name__ == "__main__":
    sys.exit(main())

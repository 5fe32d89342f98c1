#!/usr/bin/env python3
"""Scores a record of samples/reports against eval/gold/samples.json. Python 3.11, standard library only.

  score_samples.py --bin PROGRAM             PROGRAM read samples/reports -o tmp.db; PROGRAM export tmp.db --table T --format jsonl
  score_samples.py --record DIR              tables written before: DIR/claims.jsonl, DIR/events.jsonl, ...
  score_samples.py --self-test               the gold as a record scores 1.0 throughout; damaged, it scores less
  score_samples.py --locate                  checks that each quotation stands in its report; writes begin and end
  [--floors eval/baseline.json [--update [--allow-regression REASON]]] [--verbose] [--json OUT]

What is missing or malformed is worth 0 and never stops the scorer. "Required" and "context" claims, lists of readings and
"not asked" are explained in eval/README.md. All measures are 0 to 1.

documents.*     outlet, day of publication (`published.start`), title: share of the sixteen documents right. JSONL texts carry them.
claims          A predicted and a gold claim of one document can match if they share at least half of the shorter span and the
                predicted one is 0.2 to 3 times as long. Pairs are taken greedily by overlap (intersection over union), one to one.
                Set aside: predictions matched to a context claim; of which 80 % lies in a context claim and nothing in a required
                one; of which 80 % lies in a headline. recall = matched required / required; precision = matched required / (predicted - set
                aside); span_iou = mean overlap of matched required claims ("found" below).
claims.right_f1 as f1, but a found claim counts only if first speaker, polarity, modality, PLOVER type (where asked) are right and
                the overlap is at least .5. Cutting text cannot win it.
speaker.first   of found claims: `speakers[0].name` is a name or alias of the gold actor, a shorter form of one with its last word, or its
                name with more words before it (case, accents, articles, titles, 's evened out). OWN: no speaker, or one of role outlet, or the
                outlet's or its agency's name. speaker.relay: of found claims with a relay, those that name it among `speakers`.
voice, polarity, modality, plover   of found claims: among the gold's readings; plover only where asked.
quantities.*    out of gold quantities in required claims, so one not found is wrong. found: a predicted quantity of a claim in the
                document overlaps it; the one in the matched claim first, then most overlap. value: low, best and high within 0.5 %
                (null = null). bound, measure: equal. group: shares a head noun. window: kind fits and a start falls in the gold's
                month. all = all of them. precision: of predicted quantities in found claims, those that overlap a gold one.
events.*        gold events with required claims and predicted events, one to one by most matched claims in common. recall; of matched:
                type, date (start and end within 0, 1, 3, 31, 366 days for precision 1 to 5), place (a name, or within 25 km),
                fatalities (low, best, high); where asked. clusters: B-cubed F1 of found claims by event; no event = alone.
tallies.*       found: one to one by most matched claims in common among those of right measure, group and window kind.
                right: all asked ones of low, best, high are equal.
disputes.*      found: one to one by most matched claims, where two predicted positions fall on two gold positions. kind: right kind.
denials.linked  gold denials whose match `denies` the match of one of the targets.
copies.joined   pairs of claims in a wire copy and its original: both found, with one `origin`.
origins.clusters  B-cubed F1 of `origin` over found claims with a gold origin.
traps.avoided   see eval/README.md; a trap counts only where at least one claim was read from each of its documents.
"""
import argparse
import html as html_escapes
import json
import re
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import floors
from record import GOLD, REPORTS, TABLES, Gold, Record, day, field, ident, ids, kilometres, noun, number, overlap, parse, rows, run, span, words

PEOPLE = {"killed", "injured", "casualties", "missing", "captured", "displaced", "returned", "hosted", "evacuated"}
TOLERANCE = {1: 0, 2: 1, 3: 3, 4: 31, 5: 366}


# ---------------------------------------------------------------- the score
class Score:
    def __init__(self, gold, tables):
        self.g, self.r = gold, Record(tables, gold)
        self.m, self.misses = {}, []
        self.match_claims()
        for part in (self.documents, self.claims, self.quantities, self.events, self.tallies, self.disputes, self.links, self.traps):
            part()

    def put(self, name, right, of):
        self.m["samples." + name] = right / of if of else 0.0

    def miss(self, what, claim, got=""):
        self.misses.append(f"{what}\t{claim}\t{got}")

    # ------------------------------------------------ claims
    def match_claims(self):
        pairs, where = [], {}
        for order, c in enumerate(self.g.data["claims"]):
            where[c["id"]] = self.r.places(c["document"], c["quote"], c["begin"])
            for n, p in enumerate(self.r.claims[c["document"]]):
                s, best = span(p), 0
                for w in where[c["id"]]:
                    o, a, b = overlap(s, w), s[1] - s[0], w[1] - w[0]
                    if o >= .5 * min(a, b) and .2 * b <= a <= 3 * b:
                        best = max(best, o / (a + b - o))
                if best:
                    pairs.append((-best, order, n, c, p))
        self.where, self.match, self.iou, taken = where, {}, {}, set()
        for iou, _, _, c, p in sorted(pairs, key=lambda x: x[:3]):
            if c["id"] not in self.match and id(p) not in taken:
                taken.add(id(p))
                self.match[c["id"]], self.iou[c["id"]] = p, -iou
        self.back = {p.get("id"): i for i, p in self.match.items() if isinstance(p.get("id"), str)}
        self.found = [c for c in self.g.required if c["id"] in self.match]
        self.aside = sum(self.set_aside(d, p, taken) for d, cs in self.r.claims.items() for p in cs)

    def set_aside(self, document, p, taken):
        s = span(p)
        inside = lambda spans: any(overlap(s, w) >= .8 * (s[1] - s[0]) for w in spans)
        if id(p) in taken:
            return any(self.match[i] is p and self.g.claims[i]["context_only"] for i in self.match)
        context = [w for c in self.g.data["claims"] if c["document"] == document and c["context_only"] for w in self.where[c["id"]]]
        needed = [w for c in self.g.required if c["document"] == document for w in self.where[c["id"]]]
        heads = [w for h in self.g.documents[document]["headlines"] for w in self.r.places(document, h)]
        return inside(heads) or (inside(context) and not any(overlap(s, w) for w in needed))

    def is_actor(self, name, actor, claim):
        if actor == "OWN":
            d = self.g.documents[claim["document"]]
            return not name or words(name) in [words(n) for n in [d["outlet"], *d["agencies"], "Meridian Wire"]]
        if not name:
            return False
        got, (full, *aliases) = words(name), self.g.names[actor]
        return any(got[-1:] == w[-1:] and set(got) <= set(w) for w in [full, *aliases]) or (got[-1:] == full[-1:] and set(full) <= set(got))

    def speaker_right(self, c, p):
        first = (rows(p.get("speakers")) or [{}])[0]
        own = not first or first.get("role") == "outlet"
        return any((a == "OWN" and own) or self.is_actor(first.get("name"), a, c) for a in c["first_speaker"])

    def claims(self):
        checks = {"speaker.first": self.speaker_right, "voice": lambda c, p: p.get("voice") in c["voice"],
                  "polarity": lambda c, p: p.get("polarity") == c["polarity"], "modality": lambda c, p: p.get("modality") in c["modality"],
                  "plover": lambda c, p: c["plover"] is None or field(p, "event_type", "plover") in c["plover"]}
        right, good = defaultdict(int), 0
        for c in self.g.required:
            p = self.match.get(c["id"])
            if p is None:
                self.miss("claim", c["id"], c["quote"])
                continue
            answers = {n: bool(f(c, p)) for n, f in checks.items()}
            for n, ok in answers.items():
                right[n] += ok and (n != "plover" or c["plover"] is not None)
                if not ok:
                    got = {"speaker.first": [s.get("name") for s in rows(p.get("speakers"))], "plover": field(p, "event_type", "plover")}
                    self.miss(n, c["id"], f"{got.get(n, p.get(n))} for {c.get('first_speaker' if n == 'speaker.first' else n)}: {c['quote']}")
            good += all(ok for n, ok in answers.items() if n != "voice") and self.iou[c["id"]] >= .5
        predicted = sum(map(len, self.r.claims.values())) - self.aside
        n, need = len(self.found), len(self.g.required)
        self.put("claims.precision", n, predicted)
        self.put("claims.recall", n, need)
        self.put("claims.f1", 2 * n, predicted + need)
        self.put("claims.span_iou", sum(self.iou[c["id"]] for c in self.found), n)
        self.put("claims.right_f1", 2 * good, predicted + need)
        for name in checks:
            self.put(name, right[name], sum(c["plover"] is not None for c in self.found) if name == "plover" else n)
        relayed = [c for c in self.found if any(r in c["chain"][1:-1] for r in ["ORIENTAL"])]
        self.put("speaker.relay", sum(any(self.is_actor(s.get("name"), "ORIENTAL", c) for s in rows(self.match[c["id"]].get("speakers"))[1:])
                                      for c in relayed), sum("ORIENTAL" in c["chain"][1:-1] for c in self.g.required))

    def documents(self):
        ok = defaultdict(int)
        for key, d in self.g.documents.items():
            r = self.r.row.get(key, {})
            ok["outlet"] += words(r.get("outlet") or "") == words(d["outlet"])
            ok["published"] += day(field(r, "published", "start") or "") == day(d["published"])
            ok["title"] += not d["headlines"] or words(r.get("title") or "") == words(d["headlines"][0])
            if r and words(r.get("outlet") or "") != words(d["outlet"]):
                self.miss("outlet", key, r.get("outlet"))
        for name in ("outlet", "published", "title"):
            self.put("documents." + name, ok[name] if self.r.row else 0, len(self.g.documents))

    # ------------------------------------------------ quantities
    def group_right(self, gold, got):
        if gold is None:
            return True
        got = {noun(w) for w in words(got)} if got else set()
        return any((g is None and not got) or (g and noun(g) in got) for g in gold) or (not got and "people" in gold)

    @staticmethod
    def window_right(gold, got, loose=False):
        if gold is None:
            return True
        kind, start = field(got, "kind"), day(field(got, "start") or "")
        if gold["kind"] in ("incident", "day"):
            return kind in ("incident", "day")
        if kind != gold["kind"] and not (gold["kind"] == "since" and kind == "during"):
            return False
        want = day(gold["start"])
        return loose or gold["kind"] == "stock" or (start is not None and (start.year, start.month) == (want.year, want.month))

    def quantities(self):
        right, total, names = defaultdict(int), 0, ["found", "value", "bound", "measure", "group", "window", "all"]
        seen, hit = 0, 0
        spans = defaultdict(list)
        for c in self.g.data["claims"]:
            for q in c["quantities"]:
                at = c["quote"].encode().find(q["text"].encode())
                q_spans = [(w[0] + at, w[0] + at + len(q["text"].encode())) for w in self.where[c["id"]]]
                spans[c["document"]] += q_spans
                if c["context_only"]:
                    continue
                total += 1
                best = self.best_quantity(c, q_spans)
                if best is None:
                    self.miss("quantity", c["id"], q["text"])
                    continue
                ok = {"found": True, "value": all(self.equal(q[k], best.get(k)) for k in ("low", "best", "high")), "bound": best.get("bound") == q["bound"],
                      "measure": q["measure"] is None or best.get("measure") in q["measure"], "group": self.group_right(q["group"], best.get("group")),
                      "window": self.window_right(q["window"], best.get("window"))}
                ok["all"] = all(ok.values())
                for n in names:
                    right[n] += ok[n]
                bad = [n for n in names[1:-1] if not ok[n]]
                if bad:
                    self.miss("quantity " + ",".join(bad), c["id"], f"{q['text']}: " + json.dumps({n: best.get(n) for n in ("low", "best", "high", "bound", "measure", "group", "window")}, ensure_ascii=False))
        for c in self.found:
            for s in filter(None, map(span, rows(self.match[c["id"]].get("quantities")))):
                seen, hit = seen + 1, hit + any(overlap(s, w) for w in spans[c["document"]])
        for n in names:
            self.put("quantities." + n, right[n], total)
        self.put("quantities.precision", hit, seen)

    def best_quantity(self, c, q_spans):
        options = []
        for p in self.r.claims[c["document"]]:
            for k, q in enumerate(rows(p.get("quantities"))):
                s = span(q)
                o = max([overlap(s, w) for w in q_spans] + [0]) if s else 0
                if o:
                    options.append((p is not self.match.get(c["id"]), -o, len(options), q))
        return min(options, key=lambda x: x[:3])[3] if options else None

    @staticmethod
    def equal(a, b):
        b = number(b)
        return b is None if a is None else b is not None and abs(a - b) <= .005 * abs(a)

    # ------------------------------------------------ events, tallies, disputes
    def assign(self, golds, preds, weigh):
        """One to one by most weight; ties by order."""
        pairs = sorted((-weigh(g, p), i, j) for i, g in enumerate(golds) for j, p in enumerate(preds) if weigh(g, p) > 0)
        left, right, out = set(), set(), {}
        for _, i, j in pairs:
            if i not in left and j not in right:
                left.add(i), right.add(j)
                out[golds[i]["id"]] = preds[j]
        return out

    def gold_ids(self, listed):
        return {self.back[i] for i in ids(listed) if i in self.back}

    def event(self, gold_claim):
        p = self.match.get(gold_claim)
        return self.r.event_of.get(ident(p.get("id")), ident(p.get("event"))) if p else None

    def events(self):
        members = defaultdict(set)
        for i in self.match:
            if self.event(i) is not None:
                members[self.event(i)].add(i)
        preds = [e for e in self.r.t["events"] if ident(e.get("id")) in members]
        golds = [e for e in self.g.data["events"] if any(not self.g.claims[i]["context_only"] for i in e["claims"])]
        got = self.assign(golds, preds, lambda g, p: len(members[p["id"]] & set(g["claims"])))
        self.put("events.recall", len(got), len(golds))
        checks = {"type": ("plover", lambda e, p: field(p, "event_type", "plover") == e["plover"]), "date": ("time", self.date_right),
                  "place": ("place", self.place_right), "fatalities": ("fatalities", lambda e, p: all(self.equal(v, field(p, "fatalities", k)) for k, v in e["fatalities"].items()))}
        for name, (key, right) in checks.items():
            asked = [e for e in golds if e["id"] in got and e[key] is not None]
            good = [e for e in asked if right(e, got[e["id"]])]
            for e in asked:
                if e not in good:
                    p = got[e["id"]]
                    self.miss("event " + name, e["id"], json.dumps({"type": p.get("event_type"), "date": p.get("time"), "place": [x.get("name") for x in rows(p.get("place"))], "fatalities": p.get("fatalities")}[name], ensure_ascii=False))
            self.put("events." + name, len(good), len(asked))
        keyed = [(c["event"], self.event(c["id"]) or "alone " + c["id"]) for c in self.found if c["event"]]
        self.m["samples.events.clusters"] = b_cubed(keyed)

    @staticmethod
    def date_right(e, p):
        slack = TOLERANCE[e["time"]["precision"]]
        for k in ("start", "end"):
            d = day(field(p, "time", k) or "")
            if d is None or abs((d - day(e["time"][k])).days) > slack:
                return False
        return True

    @staticmethod
    def place_right(e, p):
        for want in e["place"]:
            for r in rows(p.get("place"))[:1]:
                point = (number(r.get("latitude")), number(r.get("longitude")))
                if words(r.get("name") or "") in [words(n) for n in [want["name"], *want["aliases"]]]:
                    return True
                if None not in point and kilometres(point, (want["latitude"], want["longitude"])) <= 25:
                    return True
        return False

    def tallies(self):
        def weigh(g, p):
            fits = p.get("measure") in g["measure"] and self.group_right(g["group"], p.get("group")) and self.window_right(g["window"], p.get("window"), loose=True)
            return len(self.gold_ids(p.get("claims")) & set(g["claims"])) if fits else 0
        golds = self.g.data["tallies"]
        got = self.assign(golds, self.r.t["tallies"], weigh)
        right = [t for t in golds if t["id"] in got and all(self.equal(t[k], got[t["id"]].get(k)) for k in ("low", "best", "high") if k in t)]
        for t in golds:
            if t not in right:
                self.miss("tally", t["id"], {k: got.get(t["id"], {}).get(k) for k in ("low", "best", "high")})
        self.put("tallies.found", len(got), len(golds))
        self.put("tallies.right", len(right), len(golds))

    def disputes(self):
        def shared(g, p):
            hit = set()
            total = 0
            for q in rows(p.get("positions")):
                mine = self.gold_ids(q.get("claims"))
                counts = [len(mine & set(x["claims"])) for x in g["positions"]]
                total += sum(counts)
                if max(counts) and counts.count(max(counts)) == 1:
                    hit.add(counts.index(max(counts)))
            return total + .5 * (p.get("kind") == g["kind"]) if len(hit) > 1 else 0
        golds = self.g.data["disputes"]
        got = self.assign(golds, self.r.t["disputes"], shared)
        kind = [d for d in golds if d["id"] in got and got[d["id"]].get("kind") == d["kind"]]
        for d in golds:
            if d not in kind:
                self.miss("dispute", d["id"], field(got.get(d["id"]), "kind"))
        self.put("disputes.found", len(got), len(golds))
        self.put("disputes.kind", len(kind), len(golds))

    def links(self):
        good = 0
        for d in self.g.data["denials"]:
            p = self.match.get(d["claim"])
            ok = bool(p) and self.back.get(ident(p.get("denies"))) in d["denies"]
            good += ok
            if not ok:
                self.miss("denial", d["claim"], p.get("denies") if p else None)
        self.put("denials.linked", good, len(self.g.data["denials"]))
        pairs = [pair for c in self.g.data["copies"] for pair in c["pairs"]]
        self.put("copies.joined", sum(self.same(a, b, "origin") for a, b in pairs), len(pairs))
        self.m["samples.origins.clusters"] = b_cubed([(c["origin"], ident(self.match[c["id"]].get("origin")) or "alone " + c["id"]) for c in self.found if c["origin"]])

    def same(self, a, b, key):
        p, q = self.match.get(a), self.match.get(b)
        if not p or not q:
            return False
        x, y = (self.event(a), self.event(b)) if key == "event" else (p.get(key), q.get(key))
        return x is not None and x == y

    # ------------------------------------------------ traps
    def traps(self):
        good = 0
        for t in self.g.data["traps"]:
            members = t.get("claims") or ([t["claim"]] if "claim" in t else [])
            docs = [self.g.claims[i]["document"] for i in members] or [t["document"]]
            ok = all(self.r.claims[d] for d in docs) and getattr(self, "trap_" + t["kind"])(t)
            good += ok
            if not ok:
                self.miss("trap " + t["kind"], t["id"], t.get("quote") or members)
        self.put("traps.avoided", good, len(self.g.data["traps"]))

    def trap_uncovered(self, t):
        spans = self.r.places(t["document"], t["quote"])
        return not any(overlap(span(p), w) for p in self.r.claims[t["document"]] for w in spans)

    def trap_same_event(self, t):
        return self.same(*t["claims"], "event")

    def trap_different_event(self, t):
        a, b = map(self.event, t["claims"])
        return all(i in self.match for i in t["claims"]) and (a is None or a != b)

    def trap_same_origin(self, t):
        return self.same(*t["claims"], "origin")

    def trap_first_speaker(self, t):
        p = self.match.get(t["claim"])
        first = rows(p.get("speakers"))[:1] if p else []
        return bool(first) and any(self.is_actor(first[0].get("name"), a, self.g.claims[t["claim"]]) for a in t["speaker"])

    def trap_tally_at_most(self, t):
        event = self.event(t["claim"])
        return event is not None and all((number(r.get(k)) or 0) <= t["value"] for r in self.r.t["tallies"]
                                         if r.get("event") == event and r.get("measure") == t["measure"] for k in ("low", "best", "high"))

    def on(self, t):
        spans = self.r.places(t["document"], t["quote"])
        return [q for p in self.r.claims[t["document"]] for q in rows(p.get("quantities")) if span(q) and any(overlap(span(q), w) for w in spans)]

    def trap_no_people(self, t):
        return not any(ident(q.get("measure")) in PEOPLE for q in self.on(t))

    def trap_no_quantity(self, t):
        return not any(ident(q.get("measure")) in PEOPLE or q.get("group") == "people" for q in self.on(t))

    def trap_event_year(self, t):
        event = self.event(t["claim"])
        return any(e.get("id") == event and str(field(e, "time", "start"))[:4] == str(t["year"]) for e in self.r.t["events"])


def b_cubed(keyed):
    """F1 over items (gold cluster, predicted cluster)."""
    if not keyed:
        return 0.0
    p = sum(sum(a == c and b == d for c, d in keyed) / sum(b == d for _, d in keyed) for a, b in keyed) / len(keyed)
    r = sum(sum(a == c and b == d for c, d in keyed) / sum(a == c for c, _ in keyed) for a, b in keyed) / len(keyed)
    return 2 * p * r / (p + r)


def locate():
    """Checks that each quotation stands in its report and writes the byte offsets of plain texts; the number of faults."""
    data, faults, texts = json.loads(GOLD.read_text(encoding="utf-8")), 0, {}
    for key in [d["document"] for d in data["documents"]]:
        name, _, ident = key.partition("#")
        raw = (REPORTS / name).read_text(encoding="utf-8")
        if ident:
            row = next(r for r in parse(raw) if r["id"] == ident)
            raw = row.get("text") or row["html"]
        html = name.endswith(".html") or (ident and "html" in row)
        texts[key] = (page_text(raw) if html else raw, html)
    for c in data["claims"]:
        text, html = texts[c["document"]]
        if text.count(c["quote"]) != 1:
            faults += 1
            print(f"{c['id']}: stands {text.count(c['quote'])} times in {c['document']}: {c['quote']}")
        elif not html:
            c["begin"] = len(text[:text.index(c["quote"])].encode())
            c["end"] = c["begin"] + len(c["quote"].encode())
        for q in c["quantities"]:
            if q["text"] not in c["quote"]:
                faults += 1
                print(f"{c['id']}: no {q['text']!r} in it")
    for t in data["traps"]:
        if "quote" in t and t["quote"] not in texts[t["document"]][0]:
            faults += 1
            print(f"{t['id']}: not in {t['document']}")
    table = lambda v: json.dumps(v, ensure_ascii=False) if isinstance(v, dict) else "[\n" + ",\n".join("  " + json.dumps(x, ensure_ascii=False) for x in v) + "\n]"
    GOLD.write_text("{\n" + ",\n".join(f'"{k}": {table(v)}' for k, v in data.items()) + "\n}\n", encoding="utf-8", newline="\n")
    print(f"{len(data['claims'])} claims, {faults} faults")
    return faults


def page_text(page):
    """All text of a page, white space folded within a line: enough to look a quotation up."""
    page = re.sub(r"(?s)<(script|style)\b.*?</\1>", "", page)
    page = re.sub(r"</?(?:p|h\d|li|div|ul|ol|figcaption|section|article|main|header|footer|nav|aside|form|title|body|head|html|figure|button|label)\b[^>]*>", "\n", page)
    return html_escapes.unescape(re.sub(r"<[^>]+>", "", page))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bin", help="the program")
    parser.add_argument("--record", help="folder with claims.jsonl, events.jsonl, ... instead")
    parser.add_argument("--self-test", action="store_true", help="score the gold as a record, then damaged")
    parser.add_argument("--locate", action="store_true", help="check quotations and write byte offsets")
    parser.add_argument("--verbose", action="store_true", help="list each miss on standard error")
    parser.add_argument("--json", help="write measures and misses here")
    floors.add_options(parser)
    args = parser.parse_args()
    if args.locate:
        return 1 if locate() else 0
    gold = Gold(json.loads(GOLD.read_text(encoding="utf-8")))
    if args.self_test:
        import score_samples_selftest
        return score_samples_selftest.run_all(gold)
    if not (args.bin or args.record):
        parser.error("one of --bin, --record, --self-test, --locate is needed")
    if args.record:
        read = lambda t: Path(args.record, t + ".jsonl")
        tables = {t: parse(read(t).read_text(encoding="utf-8", errors="replace")) if read(t).exists() else [] for t in TABLES}
    else:
        with tempfile.TemporaryDirectory(prefix="score-samples-") as folder:
            tables = run(args.bin, folder)
    score = Score(gold, tables)
    if args.verbose:
        print("\n".join(score.misses), file=sys.stderr)
    if args.json:
        Path(args.json).write_text(json.dumps({"measures": score.m, "misses": score.misses}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return floors.finish(score.m, args, "samples.")


if __name__ == "__main__":
    sys.exit(main())

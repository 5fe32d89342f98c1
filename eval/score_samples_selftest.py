"""Self-test of score_samples.py: the gold, turned into a record, scores 1.0; each damage lowers the measures it should.

Run by `score_samples.py --self-test`.
"""
import copy

from score_samples import Score


def record(gold):
    """Tables that say what the gold says, with the plainest of its readings."""
    data, texts = gold.data, {}
    for key, d in gold.documents.items():
        mine = [c for c in data["claims"] if c["document"] == key]
        size = max([c["end"] or 0 for c in mine])
        raw = bytearray(b"\n" * size)
        for c in mine:                                  # plain texts: quotations at their places
            if c["begin"] is not None:
                raw[c["begin"]:c["end"]] = c["quote"].encode()
        loose = [t["quote"] for t in data["traps"] if t.get("document") == key and "quote" in t]
        loose += [c["quote"] for c in mine if c["begin"] is None] + ["x" * 20]
        texts[key] = bytes(raw) + "\n".join(["", *loose]).encode()
    denies = {d["claim"]: d["denies"][0] for d in data["denials"]}
    docs = [{"id": k.split("#")[-1], "path": k.split("#")[0], "outlet": d["outlet"], "title": (d["headlines"] or [None])[0],
             "published": {"start": d["published"], "end": d["published"]}, "text": texts[k].decode()} for k, d in gold.documents.items()]
    actors = {a["id"]: a["name"] for a in data["actors"]}
    claims, copied = [], {b: a for c in data["copies"] for a, b in c["pairs"]}
    for c in data["claims"]:
        raw = c["quote"].encode()
        begin = c["begin"] if c["begin"] is not None else texts[c["document"]].index(raw)
        quantities = []
        for q in c["quantities"]:
            at = begin + raw.index(q["text"].encode())
            window = q["window"] and {**q["window"], "start": q["window"].get("start")}
            quantities.append({"begin": at, "end": at + len(q["text"].encode()), **{k: q[k] for k in ("low", "best", "high", "bound")},
                               "measure": (q["measure"] or ["other"])[0], "group": (q["group"] or ["things"])[0], "window": window})
        chain = [{"name": actors[x], "role": "relay"} for x in c["chain"]]
        chain[0]["role"], chain[-1]["role"] = None, "outlet"
        claims.append({"id": c["id"], "document": c["document"].split("#")[-1], "begin": begin, "end": begin + len(raw), "quote": c["quote"],
                       "speakers": chain, "voice": c["voice"][0], "polarity": c["polarity"], "modality": c["modality"][0],
                       "event_type": {"plover": (c["plover"] or [None])[0]}, "event": c["event"], "denies": denies.get(c["id"]), "quantities": quantities,
                       "origin": c["origin"] or "o-" + copied.get(c["id"], c["id"])})
    for d in docs:
        if d["id"] in {k.split("#")[-1] for k in gold.documents if "#" not in k}:
            d["id"] = d["path"]
    events = [{"id": e["id"], "event_type": {"plover": e["plover"]}, "time": e["time"], "place": e["place"] or [], "claims": e["claims"], "fatalities": e["fatalities"]} for e in data["events"]]
    tallies = [{"id": t["id"], "event": t["event"], "measure": t["measure"][0], "group": t["group"][0], "window": t["window"], "claims": t["claims"],
                **{k: t.get(k) for k in ("low", "best", "high")}} for t in data["tallies"]]
    return {"documents": docs, "claims": claims, "events": events, "tallies": tallies, "disputes": copy.deepcopy(data["disputes"]), "origins": []}


def each(table, **change):
    def damage(tables):
        for r in tables[table]:
            r.update({k: v(r) if callable(v) else v for k, v in change.items()})
    return damage


def drop(table, keep=0):
    def damage(tables):
        tables[table] = tables[table][:keep]
    return damage


def quantities(**change):
    def damage(tables):
        for c in tables["claims"]:
            for q in c["quantities"]:
                q.update(change)
    return damage


def cover_all(tables):
    """One claim more a document, over the whole text."""
    tables["claims"] += [{"id": "all-" + d["id"], "document": d["id"], "begin": 0, "end": len(d["text"].encode()), "speakers": []} for d in tables["documents"]]


def noise(tables):
    """Claims on empty stretches of text."""
    tables["claims"] += [{"id": "n-" + d["id"], "document": d["id"], "begin": len(d["text"].encode()) - 20, "end": len(d["text"].encode())} for d in tables["documents"]]


def broken(tables):
    for t in tables:
        tables[t] = [None, 3, "x", {}, {"id": [], "begin": "x", "claims": 5, "positions": [None, {"claims": None}], "speakers": 3, "quantities": {}}] + [
            {k: None for k in r} for r in tables[t][:5]]


DAMAGES = {
    "no claims": (drop("claims"), ["claims.recall", "claims.f1", "quantities.found", "events.recall", "tallies.found", "disputes.found", "traps.avoided", "denials.linked"]),
    "half of the claims": (drop("claims", 120), ["claims.recall", "claims.right_f1", "quantities.all"]),
    "claims on nothing": (noise, ["claims.precision", "claims.f1"]),
    "claims over whole texts": (cover_all, ["claims.precision", "traps.avoided"]),
    "cut claims": (each("claims", end=lambda c: c["begin"] + (c["end"] - c["begin"]) * 2 // 5), ["claims.span_iou", "claims.right_f1"]),
    "no speakers": (each("claims", speakers=[]), ["speaker.first", "speaker.relay", "claims.right_f1", "traps.avoided"]),
    "agency as first speaker": (each("claims", speakers=lambda c: c["speakers"][1:]), ["speaker.first", "traps.avoided"]),
    "all voices direct": (each("claims", voice="direct"), ["voice"]),
    "no denial": (each("claims", polarity="asserts"), ["polarity", "claims.right_f1"]),
    "all actual": (each("claims", modality="actual"), ["modality", "claims.right_f1"]),
    "one event type": (each("claims", event_type={"plover": "AID"}), ["plover"]),
    "links cut": (each("claims", denies=None), ["denials.linked"]),
    "one origin": (each("claims", origin="o"), ["origins.clusters"]),
    "an origin a claim": (each("claims", origin=lambda c: c["id"]), ["origins.clusters", "copies.joined", "traps.avoided"]),
    "values lost": (quantities(low=None, best=1), ["quantities.value", "quantities.all"]),
    "words of bound lost": (quantities(bound="exact"), ["quantities.bound"]),
    "all killed": (quantities(measure="killed"), ["quantities.measure"]),
    "groups lost": (quantities(group="lorries"), ["quantities.group"]),
    "windows lost": (quantities(window={"kind": "incident", "start": None}), ["quantities.window"]),
    "one event": (lambda t: (each("claims", event="E-MARKET")(t), drop("events", 1)(t)), ["events.recall", "events.clusters", "traps.avoided"]),
    "events a year late": (each("events", time=lambda e: {"start": "2025" + e["time"]["start"][4:], "end": "2025" + e["time"]["end"][4:]}), ["events.date", "traps.avoided"]),
    "events elsewhere": (each("events", place=[{"name": "Montevideo", "latitude": -34.9, "longitude": -56.2}]), ["events.place"]),
    "tolls added up": (each("tallies", high=lambda t: 2 * (t["high"] or 9)), ["tallies.right", "traps.avoided"]),
    "no tallies": (drop("tallies"), ["tallies.found"]),
    "all contradictions": (each("disputes", kind="contradiction"), ["disputes.kind"]),
    "no disputes": (drop("disputes"), ["disputes.found"]),
    "no titles": (each("documents", title=None, outlet=None, published=None), ["documents.outlet", "documents.published", "documents.title"]),
    "broken rows": (broken, ["claims.recall", "events.recall"]),
}


def run_all(gold):
    faults = []
    perfect = Score(gold, record(gold)).m
    faults += [f"gold as a record: {n} is {v:.3f}" for n, v in perfect.items() if v < .9995]
    nothing = Score(gold, {}).m
    faults += [f"no record: {n} is {v:.3f}" for n, v in nothing.items() if v]
    for name, (damage, lowered) in DAMAGES.items():
        tables = record(gold)
        damage(tables)
        got = Score(gold, tables).m
        faults += [f"{name}: samples.{n} stays {got['samples.' + n]:.3f}" for n in lowered if got["samples." + n] > perfect["samples." + n] - 1e-6]
        faults += [f"{name}: {n} is {v}" for n, v in got.items() if not 0 <= v <= 1 + 1e-9]
    print("\n".join(faults) or f"self-test passed: {len(perfect)} measures, {len(DAMAGES)} damages")
    return 1 if faults else 0

#!/usr/bin/env python3
"""Trains data/mentions/place_weights.tsv: which stretches that the gazetteer knows name a place in their text.

  train_places.py --gold GOLD.tsv --out place_weights.tsv FEATURES.tsv[:WEIGHT] ...

FEATURES  lines "document, begin, end, feature ..." (tab-separated, byte offsets), one a candidate, as
          mentions::PlaceScorer::features() gives them; WEIGHT is how much a set counts (default 1).
GOLD      lines "document, begin, end", one a place name.
Model     logistic regression with an L2 penalty, full-batch gradient steps (RMSprop), features seen in at least
          --least candidates; weights times 100 as whole numbers, so that scoring is exact on every machine.
A candidate that is a gold name is right, one that only overlaps a gold name is left out, all others are wrong.
Prints precision, recall, F1 of the candidates of each set by five-fold cross-validation over documents.
Needs numpy.
"""
import argparse
import zlib
from collections import Counter, defaultdict

import numpy as np


def load(path, gold):
    rows = []
    for line in open(path, encoding="utf-8"):
        doc, begin, end, *features = line.rstrip("\n").split("\t")
        span = (int(begin), int(end))
        overlapping = [g for g in gold[doc] if g[0] < span[1] and span[0] < g[1]]
        rows.append((doc, span in overlapping, bool(overlapping) and span not in overlapping, features))
    return rows


def matrix(rows, index):
    width = max((len(r[3]) for r in rows), default=1)
    x = np.full((len(rows), width), len(index))
    for i, r in enumerate(rows):
        ids = [index[f] for f in r[3] if f in index]
        x[i, :len(ids)] = ids
    return x


def train(rows, weights, index, penalty, steps):
    x, y = matrix(rows, index), np.array([float(r[1]) for r in rows])
    w, mean = np.zeros(len(index) + 1), np.zeros(len(index) + 1)
    for step in range(steps):
        p = 1 / (1 + np.exp(-np.clip(w[x].sum(1), -30, 30)))
        g = np.zeros_like(w)
        np.add.at(g, x, ((p - y) * weights)[:, None])
        g += penalty * w
        g[-1] = 0
        mean = 0.9 * mean + 0.1 * g * g
        w -= 0.1 / (1 + step / 60) * g / (np.sqrt(mean) + 1)
        w[-1] = 0
    return w


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--gold", required=True)
    a.add_argument("--out")
    a.add_argument("--least", type=int, default=12)
    a.add_argument("--penalty", type=float, default=2.0)
    a.add_argument("--steps", type=int, default=300)
    a.add_argument("features", nargs="+")
    a = a.parse_args()
    gold = defaultdict(list)
    for line in open(a.gold, encoding="utf-8"):
        doc, begin, end = line.rstrip("\n").split("\t")
        gold[doc].append((int(begin), int(end)))
    rows, weights, sets = [], [], []
    for spec in a.features:
        path, _, weight = spec.partition(":")
        for r in load(path, gold):
            if not r[2]:
                rows.append(r)
                weights.append(float(weight or 1))
                sets.append(r[0].split("/")[0] if "/" in r[0] and "geo" in path else path)
    weights = np.array(weights)
    counts = Counter(f for r in rows for f in set(r[3]))
    names = sorted(f for f, n in counts.items() if n >= a.least)
    index = {f: i for i, f in enumerate(names)}
    fold = np.array([zlib.crc32(r[0].encode()) % 5 for r in rows])
    tally = defaultdict(lambda: [0, 0, 0])
    for k in range(5):
        ins = [i for i in range(len(rows)) if fold[i] != k]
        w = train([rows[i] for i in ins], weights[ins], index, a.penalty, a.steps)
        outs = [i for i in range(len(rows)) if fold[i] == k]
        s = w[matrix([rows[i] for i in outs], index)].sum(1)
        for i, v in zip(outs, s):
            t = tally[sets[i]]
            t[0] += rows[i][1] and v > 0
            t[1] += v > 0
            t[2] += rows[i][1]
    for name, (hit, said, real) in sorted(tally.items()):
        print(f"{name}\tP {hit / max(said, 1):.3f}\tR {hit / max(real, 1):.3f}\tF1 {2 * hit / max(said + real, 1):.3f}\tn {real}")
    if a.out:
        w = train(rows, weights, index, a.penalty, a.steps)
        with open(a.out, "w", encoding="utf-8") as f:
            f.write("# Weights of the linear model that says whether a name of the gazetteer is a place in its text (docs/models/places.md).\n"
                    "# Origin: trained by tools/train_places.py. Licence: as the project.\n# Columns: feature, weight times 100\n")
            f.writelines(f"{n}\t{round(100 * w[index[n]])}\n" for n in names if round(100 * w[index[n]]) != 0)


if __name__ == "__main__":
    main()

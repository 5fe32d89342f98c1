#!/usr/bin/env python3
"""Trains the model that tells which day of a page is its date; writes data/ingest/date_model.tsv.

  train_dates.py --features date_features.jsonl --gold gold.json [--out FILE] [--check]

Features: `date_features PAGES... > FILE` (built with the target of that name): a line of column names, then one page a line.
Labels: the day that the page has in htmldate's evaluation; pages whose day is not among the candidates train nothing.
Model: gradient-boosted trees (LightGBM, deterministic, one thread, fixed seed) over days; the likeliest day of a page wins.
--check prints accuracy of 10-fold cross-validation by site, five times with other folds. Needs lightgbm and numpy; see
docs/models/dates.md.
"""
import argparse
import hashlib
import json
import statistics
import sys
from pathlib import Path
from urllib.parse import urlsplit

import lightgbm
import numpy

TREES, LEAVES, RATE, LEAST, FOLDS = 200, 4, 0.06, 5, 10
# Columns that may speak one way only: more of it helps (1) or hurts (-1).
ONE_WAY = {"ld_published": 1, "meta_published": 1, "element_score": 1, "text_score": 1, "behind_best": -1, "comment": -1, "bad": -1,
           "apart": -1, "agreeing": 1, "url_day": 1, "url_other": -1, "part": 1}
HEAD = """# Gradient-boosted trees that tell which day of a page is its date. Made by tools/train_dates.py: do not edit.
# Trained on the development part of adbar/htmldate's evaluation (Apache-2.0); weights only, no text. Card: docs/models/dates.md.
# Licence: as the project.
# Columns: column (`tree` begins a tree, `leaf` ends a branch), threshold or leaf value, node taken where value <= threshold, node else
"""


def load(features, gold):
    with open(gold, encoding="utf-8") as file:
        days = {entry["file"]: (entry["date"], urlsplit(url).netloc) for url, entry in json.load(file).items()}
    names, pages = None, []
    with open(features, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if "names" in row:
                names = row["names"]
            elif (name := Path(row["file"]).name) in days:
                gold_day, site = days[name]
                pages.append({"file": name, "gold": gold_day, "site": site, "days": [d["date"] for d in row["days"]],
                              "x": numpy.array([d["x"] for d in row["days"]], dtype=numpy.float32).reshape(-1, len(names))})
    return names, pages


def train(pages, names):
    used = [p for p in pages if p["gold"] in p["days"]]
    x = numpy.concatenate([p["x"] for p in used])
    y = numpy.array([d == p["gold"] for p in used for d in p["days"]], dtype=float)
    weight = numpy.array([1 / len(p["days"]) ** 0.5 for p in used for _ in p["days"]])
    options = {"objective": "binary", "num_leaves": LEAVES, "learning_rate": RATE, "min_data_in_leaf": LEAST, "deterministic": True,
               "force_row_wise": True, "num_threads": 1, "seed": 7, "verbose": -1, "feature_fraction": 0.5, "bagging_fraction": 0.8,
               "bagging_freq": 1, "lambda_l2": 1.0, "monotone_constraints": [ONE_WAY.get(name, 0) for name in names]}
    return lightgbm.train(options, lightgbm.Dataset(x, y, weight=weight), TREES)


def choose(model, page):
    if not page["days"]:
        return None
    scores = model.predict(page["x"], raw_score=True)
    return page["days"][int(numpy.argmax(scores))]


def fold_of(site, turn):
    return int(hashlib.sha256(f"{turn}:{site}".encode()).hexdigest(), 16) % FOLDS


def check(pages, names):
    oracle = sum(p["gold"] in p["days"] for p in pages) / len(pages)
    print(f"{len(pages)} pages, day among the candidates {oracle:.3f}")
    results = []
    for turn in range(5):
        right = []
        for fold in range(FOLDS):
            model = train([p for p in pages if fold_of(p["site"], turn) != fold], names)
            right += [(choose(model, p) == p["gold"], p) for p in pages if fold_of(p["site"], turn) == fold]
        results.append(sum(r for r, _ in right) / len(pages))
    print("accuracy", " ".join(f"{r:.3f}" for r in results), f"mean {statistics.mean(results):.4f}")
    return right


def nodes_of(tree, names, out):
    at = len(out)
    out.append(None)
    if "leaf_value" in tree and "split_feature" not in tree:
        out[at] = ("leaf", f"{tree['leaf_value']:.9g}", "", "")
        return at
    left = nodes_of(tree["left_child"], names, out)
    right = nodes_of(tree["right_child"], names, out)
    out[at] = (names[tree["split_feature"]], f"{tree['threshold']:.9g}", str(left), str(right))
    return at


def write(model, names, path):
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEAD)
        for tree in model.dump_model()["tree_info"]:
            nodes = []
            nodes_of(tree["tree_structure"], names, nodes)
            file.write("tree\t\t\t\n" + "".join("\t".join(node) + "\n" for node in nodes))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--features", required=True)
    parser.add_argument("--gold", required=True)
    parser.add_argument("--out", default="data/ingest/date_model.tsv")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    names, pages = load(args.features, args.gold)
    if args.check:
        check(pages, names)
    write(train(pages, names), names, args.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())

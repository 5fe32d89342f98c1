#!/usr/bin/env python3
"""Trains the model that tells a page's report from its surroundings; writes data/ingest/content_model.tsv.

  train_content.py --features content_features.jsonl ... --zyte ground-truth.json --segments gold.json [--out FILE] [--check]

Features: `content_features PAGES... > FILE` (built with the target of that name): a line of column names, then one page a line.
Labels: a block is of the report if half of its words are aligned with the page's articleBody (Zyte), or if it holds a
segment that must be there (trafilatura); it is not if it holds one that must not. Other blocks of the latter pages are left out,
then taken with the first model's verdict where that is sure (self-training, one round).
Model: gradient-boosted trees (LightGBM, deterministic, one thread, fixed seed). --check prints figures of 5-fold
cross-validation by page, with the scorers' definitions. Needs lightgbm and numpy; see docs/models/content.md.
"""
import argparse
import collections
import difflib
import json
import os
import re
import sys

import lightgbm
import numpy

SURE = 0.04
PAGE = 900.0
FAR = 15
REPORT_PARTS = ("hint_body", "hint_article", "hint_content", "in_article", "in_main")
TREES, LEAVES, RATE = 200, 8, 0.07


def tokens(text):
    return re.findall(r"\w+", text or "")


def shingles(text, n=4):
    t = tokens(text)
    return collections.Counter(" ".join(t[i:i + n]) for i in range(max(1, len(t) - n + 1)) if t)


def squeeze(text):
    return " ".join((text or "").split())


def load(paths):
    names, pages = None, []
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if "names" in row:
                    assert names in (None, row["names"])
                    names = row["names"]
                else:
                    pages.append(row)
    return names, pages


def is_title(page, block):
    key = tokens(block["text"].lower())
    return bool(key) and any(key == tokens(t.lower()) for t in page["titles"])


def label_zyte(page, body):
    """A block is of the report if half of its words stand in the alignment of the page's words with the gold text's."""
    words, block_of = [], []
    for i, block in enumerate(page["blocks"]):
        own = tokens(block["text"])
        words += own
        block_of += [i] * len(own)
    hits = collections.Counter()
    for match in difflib.SequenceMatcher(None, words, tokens(body), autojunk=False).get_matching_blocks():
        hits.update(block_of[match.a:match.a + match.size])
    sizes = collections.Counter(block_of)
    out = []
    for i in range(len(page["blocks"])):
        n = sizes[i]
        out.append((n > 0 and hits[i] * 2 >= n, (min(n, 80) + 2.0 if n >= 4 else 1.0) if n else 0.0))
    # A short block that stands far from the text only shares words with it.
    for i, (y, w) in enumerate(out):
        if y and w <= 8:
            near = [out[k] for k in range(max(0, i - 6), min(len(out), i + 7)) if k != i and out[k][1] > 0]
            if sum(a for a, _ in near) * 2 < len(near) and not any(a and b > 8 for a, b in near):
                out[i] = (False, w)
    return out


def label_segments(page, gold):
    out = []
    yes = [squeeze(s) for s in gold.get("with") or ()]
    no = [squeeze(s) for s in gold.get("without") or ()]
    for block in page["blocks"]:
        text = squeeze(block["text"])
        a = sum(s in text for s in yes)
        b = sum(s in text for s in no)
        out.append((a > 0, 25.0) if (a > 0) != (b > 0) else None)
    return out


def fit(x, y, w):
    data = lightgbm.Dataset(x, y, weight=w, free_raw_data=False)
    return lightgbm.train({"objective": "binary", "num_leaves": LEAVES, "learning_rate": RATE, "min_data_in_leaf": 25, "lambda_l2": 5.0,
                           "feature_fraction": 0.3, "bagging_fraction": 0.8, "bagging_freq": 1, "seed": 7, "deterministic": True,
                           "force_row_wise": True, "num_threads": 1, "max_bin": 63, "verbose": -1}, data, TREES)


def matrix(pages):
    return [numpy.array([b["x"] for b in p["blocks"]], dtype=numpy.float32) for p in pages]


def train(pages, xs, labels):
    def gather(extra=None):
        x, y, w = [], [], []
        for i, page in enumerate(pages):
            for k, block in enumerate(page["blocks"]):
                label = labels[i][k]
                if label is None and extra is not None and (extra[i][k] < SURE or extra[i][k] > 1 - SURE):
                    label = (extra[i][k] > .5, min(8.0, 1.0 + .2 * len(tokens(block["text"]))))
                if label is not None and label[1] > 0:
                    x.append(xs[i][k])
                    y.append(label[0])
                    w.append(label[1])
        return numpy.array(x), numpy.array(y, dtype=float), numpy.array(w)
    first = fit(*gather())
    return fit(*gather([first.predict(x, num_threads=1) for x in xs]))


def left_out(names, page, x, p):
    """What the program leaves out after the model (content.cpp, kind_of): comments, captions, asides beside a report."""
    if not len(x):
        return p
    column = {name: x[:, i] for i, name in enumerate(names)}
    short = numpy.array([len(b["text"].encode()) < 600 for b in page["blocks"]])
    p = p * (column["in_comments"] == 0) * ~((column["hint_caption"] == 0) & short)
    inner = numpy.minimum.reduce([column[name] for name in REPORT_PARTS])
    aside = (column["in_aside"] < FAR) & (column["in_aside"] < inner)
    return p * ~aside if (column["words"] * (p >= .65) * ~aside).sum() >= 25 else p


def kept(page, p, threshold=.5):
    return "\n".join(b["text"] for b, q in zip(page["blocks"], p) if q >= threshold and not is_title(page, b))


def score(pages, probabilities, zyte, segments, verbose=False):
    p = r = n = tp = fn = fp = 0
    for page, q in zip(pages, probabilities):
        name = os.path.basename(page["file"])
        got = kept(page, q)
        if name in zyte:
            a, b = shingles(zyte[name]), shingles(got)
            hit = sum((a & b).values())
            pp, rr = hit / max(sum(b.values()), 1), hit / max(sum(a.values()), 1)
            p, r, n = p + pp, r + rr, n + 1
            if verbose and min(pp, rr) < .93:
                print(f"P {pp:.2f} R {rr:.2f} {name}")
        if name in segments:
            flat = squeeze(got)
            misses = [s for s in segments[name].get("with") or () if not flat or squeeze(s) not in flat]
            wrong = [s for s in segments[name].get("without") or () if flat and squeeze(s) in flat]
            fn, fp = fn + len(misses), fp + len(wrong)
            tp += len(segments[name].get("with") or ()) - len(misses)
            if verbose and (misses or wrong):
                print(name, "missing", [m[:50] for m in misses], "kept", [m[:50] for m in wrong])
    out = {}
    if n:
        p, r = p / n, r / n
        out["zyte"] = (p, r, 2 * p * r / (p + r))
    if tp:
        out["segments"] = (tp / (tp + fp), tp / (tp + fn), 2 * tp / (2 * tp + fp + fn))
    return out


def write(model, names, path):
    rows = []
    for tree in model.dump_model()["tree_info"]:
        nodes = []

        def walk(node):
            at = len(nodes)
            nodes.append(None)
            if "leaf_value" in node:
                nodes[at] = f"leaf\t{node['leaf_value']:.6g}\t\t"
                return at
            assert node["decision_type"] == "<="
            left = walk(node["left_child"])
            right = walk(node["right_child"])
            nodes[at] = f"{names[node['split_feature']]}\t{node['threshold']:.9g}\t{left}\t{right}"
            return at
        walk(tree["tree_structure"])
        rows += ["tree\t\t\t"] + nodes
    with open(path, "w", encoding="utf-8") as out:
        out.write("# Gradient-boosted trees that tell the report of a page from its surroundings. Made by tools/train_content.py: do not edit.\n"
                  "# Trained on the development parts of scrapinghub/article-extraction-benchmark (MIT) and adbar/trafilatura's evaluation\n"
                  "# (Apache-2.0); weights only, no text. Card: docs/models/content.md. Licence: as the project.\n"
                  "# Columns: column (`tree` begins a tree, `leaf` ends a branch), threshold or leaf value, node taken where value <= threshold, node else\n")
        out.write("\n".join(rows) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--features", nargs="+", required=True)
    parser.add_argument("--zyte", required=True)
    parser.add_argument("--segments", required=True)
    parser.add_argument("--out")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    names, pages = load(args.features)
    zyte = {k + ".html": v.get("articleBody") or "" for k, v in json.load(open(args.zyte)).items()}
    segments = {v["file"]: v for v in json.load(open(args.segments)).values() if v.get("file")}
    pages = [p for p in pages if os.path.basename(p["file"]) in zyte or os.path.basename(p["file"]) in segments]
    xs = matrix(pages)
    labels = []
    for page in pages:
        name = os.path.basename(page["file"])
        found = label_zyte(page, zyte[name]) if name in zyte else label_segments(page, segments[name])
        found = [None if is_title(page, b) else y for b, y in zip(page["blocks"], found)]
        if name in zyte:  # each page counts the same, as it does in the measure
            total = sum(y[1] for y in found if y)
            found = [y and (y[0], y[1] * PAGE / total) for y in found]
        labels.append(found)
    if args.check:
        ideal = [[1.0 if y and y[0] else 0.0 for y in ls] for ls in labels]
        print("labels as result:", score([p for p in pages if os.path.basename(p["file"]) in zyte],
                                         [q for p, q in zip(pages, ideal) if os.path.basename(p["file"]) in zyte], zyte, {}))
        out = [None] * len(pages)
        for fold in range(5):
            rest = [i for i in range(len(pages)) if i % 5 != fold]
            model = train([pages[i] for i in rest], [xs[i] for i in rest], [labels[i] for i in rest])
            for i in range(fold, len(pages), 5):
                out[i] = left_out(names, pages[i], xs[i], model.predict(xs[i], num_threads=1)) if len(xs[i]) else numpy.zeros(0)
        for threshold in (.4, .5, .6, .65, .7):
            shifted = [numpy.where(q >= threshold, 1.0, 0.0) for q in out]
            print("cross-validated at", threshold, score(pages, shifted, zyte, segments, args.verbose and threshold == .5))
    if args.out:
        model = train(pages, xs, labels)
        write(model, names, args.out)
        gain = sorted(zip(model.feature_importance("gain"), names), reverse=True)
        print("most used:", ", ".join(f"{n} {g:.0f}" for g, n in gain[:25]))
        print("never used:", ", ".join(n for g, n in gain if g == 0))


if __name__ == "__main__":
    sys.exit(main())

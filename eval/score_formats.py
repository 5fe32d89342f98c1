#!/usr/bin/env python3
"""How well legacy encodings are told apart and how whole the text of a PDF is, on texts of our own.

  eval/score_formats.py [--bin PROGRAM] [--pdf]

Encodings: four sentences in each of 15 languages, in 23 encodings, one, two or four at a time, read by `rashomon ingest`; right is the
whole text. PDF (needs chromium and pdftotext): the plain samples printed in one and in two columns; 5-grams of the report that are kept, and
paragraphs that are whole, beside pdftotext's own text. Exit 77 where a program is missing.
"""
import argparse
import collections
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SENTENCES = {
    ("ar", "windows-1256 iso-8859-6"): [
        "قالت وزارة النقل إن الجسر أغلق صباح أمس بعد انهيار جزء منه.",
        "أكد المتحدث باسم البلدية أن فرق الإنقاذ وصلت إلى المكان خلال ساعة.",
        "لم تعلن أي جهة مسؤوليتها عن الحادث حتى الآن.",
        "وأضاف أن ثلاثة أشخاص نقلوا إلى المستشفى لتلقي العلاج.",
    ],
    ("ru", "windows-1251 koi8-r iso-8859-5 cp866"): [
        "Министерство сообщило, что мост закрыли вчера утром после обрушения.",
        "По словам мэра, спасатели прибыли на место в течение часа.",
        "Никто пока не взял на себя ответственность за случившееся.",
        "Трое пострадавших доставлены в больницу.",
    ],
    ("uk", "windows-1251 koi8-u"): [
        "Міністерство повідомило, що міст закрили вчора вранці після обвалу.",
        "За словами міського голови, рятувальники прибули на місце впродовж години.",
        "Жодна зі сторін ще не взяла на себе відповідальність.",
        "Троє постраждалих доправлені до лікарні.",
    ],
    ("tr", "windows-1254"): [
        "Ulaştırma Bakanlığı köprünün dün sabah çöktükten sonra kapatıldığını açıkladı.",
        "Belediye başkanı kurtarma ekiplerinin bir saat içinde olay yerine ulaştığını söyledi.",
        "Saldırıyı henüz üstlenen olmadı.",
        "Üç kişi hastaneye kaldırıldı.",
    ],
    ("fr", "windows-1252"): [
        "Le ministère a déclaré que le pont a été fermé hier après l’effondrement.",
        "D’après le maire, les secours sont arrivés très tôt.",
        "Aucune revendication n’a été faite à ce stade.",
        "Trois blessés ont été emmenés à l’hôpital.",
    ],
    ("de", "windows-1252"): [
        "Das Ministerium erklärte, die Brücke sei gestern früh gesperrt worden.",
        "Der Bürgermeister sagte, Rettungskräfte seien schnell vor Ort gewesen.",
        "Niemand bekannte sich zu der Tat.",
        "Drei Verletzte wurden ins Krankenhaus überführt.",
    ],
    ("es", "windows-1252"): [
        "El ministerio señaló que el puente se cerró ayer por la mañana.",
        "Según el alcalde, los equipos llegaron rápidamente.",
        "Nadie asumió todavía la autoría.",
        "Tres heridos fueron trasladados al hospital más próximo, añadió.",
    ],
    ("en", "windows-1252"): [
        "The mayor’s office said “the bridge is closed” – for now.",
        "Rescuers didn’t reach the café until noon.",
        "It’s not yet clear who’s to blame.",
        "Three people were hurt, José Peña said.",
    ],
    ("is", "windows-1252"): [
        "Ráðuneytið sagði að brúin hefði verið lokuð í gærmorgun þegar hún hrundi.",
        "Bæjarstjórinn sagði að björgunarfólk hefði komið fljótt á staðinn.",
        "Enginn hefur lýst yfir ábyrgð.",
        "Þrír voru fluttir á sjúkrahús.",
    ],
    ("pl", "windows-1250 iso-8859-2"): [
        "Ministerstwo ogłosiło, że most został zamknięty wczoraj rano po zawaleniu się części przęsła.",
        "Według burmistrza ratownicy dotarli na miejsce w ciągu godziny.",
        "Nikt nie przyznał się jeszcze do odpowiedzialności.",
        "Trzy osoby trafiły do szpitala, są wśród nich dzieci.",
    ],
    ("cs", "windows-1250 iso-8859-2"): [
        "Ministerstvo uvedlo, že most byl včera ráno uzavřen poté, co se část zřítila.",
        "Podle starosty záchranáři dorazili během hodiny.",
        "K činu se zatím nikdo nepřihlásil.",
        "Tři lidé byli převezeni do nemocnice.",
    ],
    ("el", "windows-1253 iso-8859-7"): [
        "Το υπουργείο ανακοίνωσε ότι η γέφυρα έκλεισε χθες το πρωί.",
        "Ο δήμαρχος είπε ότι τα συνεργεία έφτασαν γρήγορα.",
        "Κανείς δεν έχει αναλάβει την ευθύνη.",
        "Τρεις άνθρωποι μεταφέρθηκαν στο νοσοκομείο.",
    ],
    ("he", "windows-1255"): [
        "משרד התחבורה הודיע כי הגשר נסגר אתמול בבוקר.",
        "ראש העיר אמר שכוחות ההצלה הגיעו במהירות.",
        "איש לא קיבל אחריות לאירוע.",
        "שלושה בני אדם פונו לבית החולים.",
    ],
    ("fa", "windows-1256"): [
        "وزارت راه اعلام کرد که پل ديروز صبح بسته شد.",
        "شهردار گفت امدادگران به سرعت رسيدند.",
        "هيچ گروهي مسئوليت را نپذيرفته است.",
        "سه نفر به بيمارستان منتقل شدند.",
    ],
    ("zh", "gb18030"): [
        "交通部表示，大桥昨天早上关闭。",
        "市长说，救援人员很快到达现场。",
        "目前没有人承认责任。",
        "三人被送往医院。",
    ],
    ("ja", "shift_jis euc_jp"): [
        "運輸省は、橋が昨日の朝に閉鎖されたと発表した。",
        "市長によると、救助隊はすぐに到着した。",
        "責任を認めた者はまだいない。",
        "三人が病院に運ばれた。",
    ],
}
LAYOUTS = {"one column": "p{text-align:justify}", "two columns": ".c{column-count:2;column-gap:8mm} p{text-align:justify}",
           "two, ragged": ".c{column-count:2;column-gap:6mm}"}


def ingest(program, folder):
    done = subprocess.run([program, "ingest", folder], capture_output=True)
    return {d["path"]: d for d in map(json.loads, done.stdout.decode().splitlines())}


def score_encodings(program):
    with tempfile.TemporaryDirectory() as folder:
        texts = {}
        for (language, charsets), sentences in SENTENCES.items():
            for charset in charsets.split():
                for count in (1, 2, 4):
                    for k in range(0, 4, count):
                        data = " ".join(sentences[k:k + count]).encode(charset, "ignore")
                        name = f"{count}-{language}-{charset}-{k}.txt"
                        texts[name] = data.decode(charset)
                        (Path(folder) / name).write_bytes(data)
        found = ingest(program, folder)
        for count in "124":
            names = [n for n in texts if n.startswith(count)]
            wrong = [n for n in names if n not in found or found[n]["text"] != texts[n]]
            print(f"encodings.{count}_sentences\t{len(names) - len(wrong)} of {len(names)}\t{' '.join(wrong)}")


def grams(text):
    words = re.findall(r"\w+", text.lower())
    return collections.Counter(tuple(words[i:i + 5]) for i in range(len(words) - 4))


def score_pdf(program):
    totals = collections.defaultdict(lambda: [0] * 5)
    with tempfile.TemporaryDirectory() as folder:
        for source in sorted((ROOT / "samples/reports").glob("*.txt")):
            paragraphs = [p.strip() for p in source.read_text(encoding="utf-8").split("\n") if p.strip()]
            wanted = grams(" ".join(paragraphs))
            for layout, style in LAYOUTS.items():
                page, pdf = Path(folder) / "page.html", Path(folder) / "page.pdf"
                page.write_text("<meta charset=utf-8><style>body{font-size:11pt} " + style + f"</style><h1>{html.escape(paragraphs[0])}</h1><div class=c>"
                                + "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs[1:]) + "</div>", encoding="utf-8")
                subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={pdf}", page], capture_output=True)
                document = json.loads(subprocess.run([program, "ingest", pdf], capture_output=True).stdout)
                text = document["text"].encode()
                blocks = [text[b["begin"]:b["end"]].decode() for b in document["blocks"] if b["reason"] != "running line"]
                lines = {re.sub(r"\s+", " ", line) for line in document["text"].split("\n")}
                whole = sum(re.sub(r"\s+", " ", p) in lines for p in paragraphs)
                own = subprocess.run(["pdftotext", pdf, "-"], capture_output=True).stdout.decode()
                for who, given in (("rashomon", " ".join(blocks)), ("pdftotext", own)):
                    got = grams(given)
                    row = [sum((got & wanted).values()), sum(got.values()), sum(wanted.values()), whole, len(paragraphs)]
                    totals[layout, who] = [a + b for a, b in zip(totals[layout, who], row)]
    for (layout, who), (hits, got, wanted, whole, of) in sorted(totals.items()):
        print(f"pdf.{layout}.{who}\tP {hits / got:.3f} R {hits / wanted:.3f}" + (f"\tparagraphs {whole} of {of}" if who == "rashomon" else ""))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", default=str(ROOT / "build/release/rashomon"))
    parser.add_argument("--pdf", action="store_true")
    options = parser.parse_args()
    score_encodings(options.bin)
    if options.pdf and not (shutil.which("chromium") and shutil.which("pdftotext")):
        print("skipped: chromium or pdftotext is not installed")
        return 77
    if options.pdf:
        score_pdf(options.bin)
    return 0


if __name__ == "__main__":
    sys.exit(main())

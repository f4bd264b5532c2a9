#!/usr/bin/env python3
"""One peer of the translation memory, in a process of its own: peers.py NAME FOLDER COUNT

NAME is rapidfuzz or tantivy (both from PyPI). FOLDER holds units.words and queries.words, each line a text as folded words
with spaces between. COUNT queries are asked at threshold 70, top-1 and top-5, and answered with word-level scores; of
rapidfuzz, whose answers are exact, also at 50. Seconds are CPU of this process, one thread. Prints one line of JSON.
"""
import json, os, resource, sys, time

name, folder, count = sys.argv[1], sys.argv[2], int(sys.argv[3])


def lines(path):
    with open(os.path.join(folder, path), encoding="utf-8") as file:
        return file.read().split("\n")[:-1]


from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

letters = {}


def text(words):
    """Words as single characters, so that edits are counted in words; surrogates are no characters."""
    return "".join(letters.setdefault(w, chr(len(letters) + (1 if len(letters) < 0xD7FF else 0x801))) for w in words)


start = time.process_time()
units = lines("units.words")
texts = [text(unit.split(" ")) for unit in units]
queries = [(line, text(line.split(" "))) for line in lines("queries.words")[:count]]
figures = {"name": name, "queries": len(queries), "read": time.process_time() - start}


def score(a, b):
    return 100 * Levenshtein.normalized_similarity(a, b)


if name == "rapidfuzz":
    del units
    figures["build"] = figures["read"]

    def ask(query, top, minimum):
        if top == 1:
            found = process.extractOne(query[1], texts, scorer=Levenshtein.normalized_similarity,
                                       score_cutoff=minimum / 100)
            return [100 * found[1]] if found else []
        return [100 * hit[1] for hit in process.extract(
            query[1], texts, scorer=Levenshtein.normalized_similarity, limit=top, score_cutoff=minimum / 100)]
else:
    import tantivy
    start = time.process_time()
    schema = (tantivy.SchemaBuilder().add_text_field("text", tokenizer_name="whitespace")
              .add_unsigned_field("unit", stored=True).build())
    place = os.path.join(folder, "tantivy")
    os.makedirs(place)
    index = tantivy.Index(schema, path=place)
    writer = index.writer(heap_size=300_000_000, num_threads=1)
    for number, unit in enumerate(units):
        writer.add_document(tantivy.Document(text=unit, unit=number))
    writer.commit()
    writer.wait_merging_threads()
    del units
    figures["build"] = time.process_time() - start
    figures["megabytes"] = sum(e.stat().st_size for e in os.scandir(place)) / 1e6
    index.reload()
    searcher = index.searcher()

    def ask(query, top, minimum):
        terms = [(tantivy.Occur.Should, tantivy.Query.term_query(schema, "text", word))
                 for word in set(query[0].split(" "))]
        hits = searcher.search(tantivy.Query.boolean_query(terms), 50).hits
        scores = sorted((score(query[1], texts[searcher.doc(place)["unit"][0]]) for _, place in hits), reverse=True)
        return [s for s in scores[:top] if s >= minimum]

for label, minimum, top in (("70 1", 70, 1), ("70 5", 70, 5), ("50 5", 50, 5)):
    if name != "rapidfuzz" and minimum < 70:
        continue
    start = time.process_time()
    answers = [ask(query, top, minimum) for query in queries]
    figures[label] = {"per_second": len(queries) / (time.process_time() - start), "scores": answers}
figures["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps(figures))

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures imrsearch beside naive Xapian and SQLite FTS5 over the same made-up letters, and prints a table.

    bench/compare.py [--bin DIR] [--letters N] [--work DIR] [--passes N] [--out FILE]

The others are given issues that imr-index has read already (treatment, rationale and summary of each), so reading letters
is ours alone. Queries come from the words of the letters by a fixed seed. Each class is asked PASSES times after one pass
to warm up; all in one run, one thread, one after the other.
"""
import argparse
import collections
import json
import os
import platform
import random
import re
import resource
import shutil
import sqlite3
import subprocess
import time

FACETS = ["decision", "specialty", "state", "guideline"]


def run(command, **options):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL, **options)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def folder_size(path):
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(path) for name in names)


def issues_of(record):
    for issue in record["issues"]:
        text = " ".join([issue["treatment"], issue["rationale"], record["clinical_summary"]])
        guidelines = [g["label"] for g in issue["reviewer_guidelines"]]
        cells = [issue["issue_id"], issue["decision"] or "", "|".join(record["reviewer"]["specialties"]),
                 "|".join(record["reviewer"]["states"]), "|".join(guidelines), text]
        yield [re.sub(r"\s+", " ", cell) for cell in cells]


def make_queries(issues_file):
    """(class, words, operator, decision, facets) by a fixed seed."""
    random.seed(7)
    frequency, texts, count = collections.Counter(), [], 0
    with open(issues_file, encoding="utf-8") as file:
        for number, line in enumerate(file):
            words = re.findall(r"[a-z]{3,}", line.rsplit("\t", 1)[1].lower())
            frequency.update(set(words))
            count += 1
            if number % 50 == 0 and len(words) > 5:
                texts.append(words)
    known = sorted(word for word in frequency if len(word) > 3)
    often = [word for word in known if 0.1 < frequency[word] / count < 0.5]
    mid = [word for word in known if 0.005 < frequency[word] / count < 0.05]
    rare = [word for word in known if 5 <= frequency[word] < 60]
    pick = random.choice
    queries = []
    for _ in range(25):
        queries.append(("frequent term", [pick(often)], "", "", False))
        queries.append(("middling term", [pick(mid)], "", "", False))
        queries.append(("rare term", [pick(rare)], "", "", False))
        queries.append(("OR", [pick(often), pick(mid), pick(mid)], "OR", "", False))
        queries.append(("AND", [pick(often), pick(often)], "AND", "", False))
        text = pick(texts)
        begin = random.randrange(len(text) - 3)
        queries.append(("phrase", text[begin:begin + 3], "phrase", "", False))
        queries.append(("nearness", [pick(often), pick(mid)], "near", "", False))
        queries.append(("wildcard", [pick(mid)[:7] + "*"], "", "", False))  # of few words: too many are an error
        queries.append(("filter", [pick(often)], "", "overturned", False))
        queries.append(("facets, term", [pick(often)], "", "", True))
        queries.append(("facets, AND and filter", [pick(often), pick(often)], "AND", "upheld", True))
    queries += [("browse", [], "", "overturned", True)] * 5
    return queries


def ours(query):
    cls, words, operator, decision, facets = query
    text = {"phrase": '"' + " ".join(words) + '"', "near": " w/10 ".join(words)}.get(
        operator, (" " + operator + " ").join(words) if operator else " ".join(words))
    request = {"id": cls, "query": text, "expand": False, "passages": 0}
    if decision:
        request["where"] = {"decision": [decision]}
    if facets:
        request["facets"] = FACETS
    return request


def naive(query):
    cls, words, operator, decision, facets = query
    text = {"phrase": '"' + " ".join(words) + '"', "near": " NEAR/10 ".join(words)}.get(
        operator, (" " + operator + " ").join(words) if operator else " ".join(words))
    return "\t".join([cls, text, decision, "1" if facets else "0"])


def sqlite_times(database, queries, passes):
    """FTS5 without facets; the classes with them are left out."""
    times = collections.defaultdict(list)
    for turn in range(passes + 1):
        for cls, words, operator, decision, facets in queries:
            if facets or not words:
                continue
            text = {"phrase": '"' + " ".join(words) + '"', "near": "NEAR(" + " ".join(words) + ", 10)"}.get(
                operator, (" " + operator + " ").join(words) if operator else " ".join(words))
            where = " AND decision = ?" if decision else ""
            start = time.perf_counter()
            database.execute("SELECT id FROM issues WHERE issues MATCH ?" + where + " ORDER BY rank LIMIT 10",
                             [text] + ([decision] if decision else [])).fetchall()
            if turn > 0:
                times[cls].append((time.perf_counter() - start) * 1000)
    return times


def our_times(binary, index, queries, passes):
    lines = "".join(json.dumps(ours(query)) + "\n" for query in queries) * (passes + 1)
    out = subprocess.run([binary, "batch", "--index", index], input=lines, capture_output=True, text=True, check=True)
    times = collections.defaultdict(list)
    for line in out.stdout.splitlines()[len(queries):]:
        response = json.loads(line)
        if response["type"] == "error":
            raise SystemExit("%s: %s" % (response["query"]["text"], response["error"]["message"]))
        times[response["id"]].append(response["took_ms"])
    return times


def naive_times(binary, database, queries_file, passes):
    times = collections.defaultdict(list)
    out = subprocess.run([binary, "query", database, queries_file, str(passes)], capture_output=True, text=True, check=True)
    for line in out.stdout.splitlines():
        cls, took = line.split("\t")
        times[cls].append(float(took))
    return times


def at(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def per_second(times):
    return 1000 * len(times) / max(sum(times), 1e-9)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", default="build/release/bin")
    options.add_argument("--letters", type=int, default=10000)
    options.add_argument("--work", default="bench-work")
    options.add_argument("--passes", type=int, default=3)
    options.add_argument("--out", help="write the table there too")
    args = options.parse_args()
    tool = lambda name: os.path.join(args.bin, name)
    at_work = lambda name: os.path.join(args.work, name)
    shutil.rmtree(args.work, ignore_errors=True)
    os.makedirs(args.work)

    letters = at_work("letters")
    run([tool("imr-generate-letters"), "--letters", str(args.letters), "--format", "text-folder", letters],
        stdout=subprocess.DEVNULL)
    builds = {"imrsearch": run([tool("imr-index"), "build", "--index", at_work("index"), letters])}
    count = 0
    with open(at_work("records.jsonl"), "w", encoding="utf-8") as records:
        run([tool("imr-index"), "export", letters], stdout=records)
    with open(at_work("records.jsonl"), encoding="utf-8") as records, \
            open(at_work("issues.tsv"), "w", encoding="utf-8") as issues:
        for line in records:
            for cells in issues_of(json.loads(line)):
                issues.write("\t".join(cells) + "\n")
                count += 1
    builds["naive Xapian"] = run([tool("imr-naive-xapian"), "index", at_work("issues.tsv"), at_work("naive")])
    start, cpu = time.monotonic(), time.process_time()
    database = sqlite3.connect(at_work("sqlite"))
    database.execute("CREATE VIRTUAL TABLE issues USING fts5(id UNINDEXED, decision UNINDEXED, text, tokenize='porter')")
    with open(at_work("issues.tsv"), encoding="utf-8") as issues:
        rows = (line.rstrip("\n").split("\t") for line in issues)
        database.executemany("INSERT INTO issues VALUES (?, ?, ?)", ((row[0], row[1], row[5]) for row in rows))
    database.commit()
    builds["SQLite FTS5"] = (time.monotonic() - start, time.process_time() - cpu)

    queries = make_queries(at_work("issues.tsv"))
    with open(at_work("queries.tsv"), "w", encoding="utf-8") as file:
        file.write("".join(naive(query) + "\n" for query in queries))
    times = {"imrsearch": our_times(tool("imr-search"), at_work("index"), queries, args.passes),
             "naive Xapian": naive_times(tool("imr-naive-xapian"), at_work("naive"), at_work("queries.tsv"), args.passes),
             "SQLite FTS5": sqlite_times(database, queries, args.passes)}

    sizes = {"imrsearch": folder_size(at_work("index")), "naive Xapian": folder_size(at_work("naive")),
             "SQLite FTS5": folder_size(at_work("sqlite"))}
    out = ["%d made-up letters, %d issues; %s, %d processors.\n" % (args.letters, count, platform.machine(), os.cpu_count()),
           "| build | issues/s | CPU s | MB | issues/s against naive | size against naive |", "|---|---|---|---|---|---|"]
    for name, (wall, processor) in builds.items():
        out.append("| %s | %.0f | %.0f | %.0f | %.2f | %.2f |" % (
            name, count / wall, processor, sizes[name] / 1e6, builds["naive Xapian"][0] / wall,
            sizes[name] / sizes["naive Xapian"]))
    out += ["", "| queries | imrsearch p50 / p95 / p99, ms | queries/s | naive Xapian p50 / p95 / p99, ms | queries/s "
            "| SQLite FTS5 queries/s | against naive |", "|---|---|---|---|---|---|---|"]
    for cls in dict.fromkeys(query[0] for query in queries):
        mine, other, sqlite = (times[name].get(cls) for name in ("imrsearch", "naive Xapian", "SQLite FTS5"))
        out.append("| %s | %.1f / %.1f / %.1f | %.0f | %.1f / %.1f / %.1f | %.0f | %s | %.2f |" % (
            cls, at(mine, .5), at(mine, .95), at(mine, .99), per_second(mine), at(other, .5), at(other, .95),
            at(other, .99), per_second(other), "%.0f" % per_second(sqlite) if sqlite else "",
            per_second(mine) / per_second(other)))
    table = "\n".join(out) + "\n"
    print(table)
    if args.out:
        with open(args.out, "w", encoding="utf-8") as file:
            file.write(table)


main()

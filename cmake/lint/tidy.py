#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
"""clang-tidy over the sources below src/, on all cores.

usage: tidy.py BUILD_FOLDER [FILE...]

Two things make it affordable. Files that passed are remembered by a hash over everything of ours that they are made of.
And what clang-tidy spends its time on are the headers of Qt and the standard library, so files of one folder are checked
several at a time, written one after the other into one file. A file that does not compile after the others (both may have
a helper of the same name) is left to another round.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

BATCH = 8
PARSE_ONLY = "--checks=-*,misc-misplaced-const"
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*["<]([^">]+)[">]', re.MULTILINE)
FINDING = re.compile(r"^(/[^:\n]+):(\d+):(\d+): (error|warning|note): (.*)$")
ROOT = pathlib.Path(__file__).resolve().parents[2]


class Source:
    """One entry of the compile commands."""

    def __init__(self, entry):
        self.path = pathlib.Path(entry["file"])
        self.folder = entry["directory"]
        words = entry.get("arguments") or shlex.split(entry["command"])
        while os.path.basename(words[0]) in ("cmake", "ccache") or words[0] == "-E" or words[0] == "env" or "=" in words[0]:
            words = words[1:]
        for option in ("-o", "-c"):
            at = words.index(option)
            del words[at : at + 2]
        self.words = words

    def search_path(self):
        found = [self.path.parent]
        found += [pathlib.Path(word[2:]) for word in self.words if word.startswith("-I")]
        return [folder for folder in found if folder.is_relative_to(ROOT)]

    def digest(self, common):
        """A hash over the file, what it includes of ours, the command and the configuration."""
        sums = hashlib.sha256(common + "\0".join(self.words).encode())
        seen, open_files = set(), [self.path]
        while open_files:
            path = open_files.pop()
            if path in seen:
                continue
            seen.add(path)
            text = path.read_text(encoding="utf-8", errors="replace")
            sums.update(text.encode())
            for name in INCLUDE.findall(text):
                for folder in [path.parent, *self.search_path()]:
                    if (folder / name).is_file():
                        open_files.append((folder / name).resolve())
                        break
        return sums.hexdigest()


class Tidy:
    def __init__(self, build):
        self.work = build / "tidy"
        self.passed = self.work / "passed"
        self.passed.mkdir(parents=True, exist_ok=True)
        self.forms = self.work / "forms"
        self.generate_forms()
        version = subprocess.run(["clang-tidy", "--version"], capture_output=True, check=True).stdout
        self.common = version + (ROOT / ".clang-tidy").read_bytes()

    def generate_forms(self):
        """The headers that uic makes; a build would make them too, but only together with everything else."""
        self.forms.mkdir(exist_ok=True)
        query = ["qmake6", "-query", "QT_INSTALL_LIBEXECS"]
        tools = subprocess.run(query, capture_output=True, text=True, check=True).stdout.strip()
        for form in (ROOT / "ui").glob("*.ui"):
            subprocess.run([f"{tools}/uic", form, "-o", self.forms / f"ui_{form.stem}.h"], check=True)

    def stale(self, sources):
        return [source for source in sources if not (self.passed / source.digest(self.common)).exists()]

    def run(self, path, batch, *options):
        folders = dict.fromkeys([self.forms, *(source.path.parent for source in batch)])
        command = ["clang-tidy", "--quiet", "--config-file", str(ROOT / ".clang-tidy"), *options, str(path), "--"]
        command += [*batch[0].words[1:], *(f"-I{folder}" for folder in folders)]
        done = subprocess.run(command, cwd=batch[0].folder, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        return done.returncode, done.stdout

    def check(self, batch):
        """What clang-tidy has to say about the sources of a batch; empty when they are clean."""
        together, apart = self.compilable(batch)
        status, output = self.run_together(together)
        if status == 0:
            output = ""
            for source in together:
                (self.passed / source.digest(self.common)).touch()
        elif not output:
            output = f"{together[0].path}: clang-tidy failed\n"
        return output + (self.check(apart) if apart else "")

    def compilable(self, batch):
        """Divides a batch into sources that compile as one file and the rest."""
        together, apart = list(batch), []
        while len(together) > 1:
            status, output = self.run_together(together, PARSE_ONLY)
            if status == 0:
                break
            blamed = {match[1] for match in map(FINDING.match, output.split("\n")) if match and match[4] == "error"}
            culprits = [source for source in together if str(source.path) in blamed] or together[1:]
            culprits = culprits if len(culprits) < len(together) else together[1:]
            together = [source for source in together if source not in culprits]
            apart += culprits
        return together, apart

    def run_together(self, batch, *options):
        if len(batch) == 1:
            return self.run(batch[0].path, batch, *options)
        joined = self.work / f"{batch[0].path.parent.name}-{batch[0].path.stem}.cpp"
        starts, lines, included = [], [], set()
        for source in batch:
            starts.append((len(lines), source.path))
            own = source.path.read_text(encoding="utf-8").splitlines()
            # What an earlier file includes is not included again, or clang-tidy would complain of that.
            lines += ["" if line in included else line for line in own]
            included.update(line for line in own if INCLUDE.match(line))
        joined.write_text("\n".join(lines) + "\n", encoding="utf-8")
        status, output = self.run(joined, batch, *options)
        return status, "\n".join(self.translate(line, joined, starts) for line in output.split("\n"))

    @staticmethod
    def translate(line, joined, starts):
        match = FINDING.match(line)
        if not match or pathlib.Path(match[1]) != joined:
            return line
        offset, path = max(start for start in starts if start[0] < int(match[2]))
        return f"{path}:{int(match[2]) - offset}:{match[3]}: {match[4]}: {match[5]}"


def batches(sources):
    """Neighbours that are compiled alike, at most BATCH at a time, the files of each batch about equally many."""
    groups = {}
    for source in sources:
        groups.setdefault(tuple(source.words), []).append(source)
    for group in groups.values():
        count = -(-len(group) // BATCH)
        for index in range(count):
            yield group[index::count]


def unique(output, seen):
    """Drops findings that another file has reported already (those in headers)."""
    kept, keep = [], True
    for line in output.splitlines():
        match = FINDING.match(line)
        if match and match[4] != "note":
            keep = line not in seen
            seen.add(line)
        if keep and line.strip():
            kept.append(line)
    return kept


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    build = pathlib.Path(sys.argv[1]).resolve()
    wanted = {pathlib.Path(name).resolve() for name in sys.argv[2:]}
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    sources = [Source(entry) for entry in entries if pathlib.Path(entry["file"]).is_relative_to(ROOT / "src")]
    if wanted:
        sources = [source for source in sources if source.path in wanted]
    if not sources:
        sys.exit("tidy: no sources")
    tidy = Tidy(build)
    stale = tidy.stale(sources)
    seen, failed = set(), False
    with concurrent.futures.ThreadPoolExecutor(max_workers=len(os.sched_getaffinity(0))) as pool:
        for output in pool.map(tidy.check, sorted(batches(stale), key=len, reverse=True)):
            failed = failed or bool(output)
            lines = unique(output, seen)
            if lines:
                print("\n".join(lines), flush=True)
    print(f"tidy: {len(sources)} files, {len(stale)} of them checked now: {'findings' if failed else 'clean'}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

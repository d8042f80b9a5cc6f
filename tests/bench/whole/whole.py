#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
"""Measures the whole program in a real window and writes what it found as JSON. README.md beside it explains."""

import argparse
import datetime
import json
import os
import subprocess
import sys
import time

from desktop import Desktop
from processes import Bare, Program, Server, Stats, percentile, steady_seconds

MILLION = 1_000_000
GREETING = 2  # frames that are no notifications: the welcome and the answer to the fence


class Bench:
    def __init__(self, binaries, desktop, quick):
        self.binaries = binaries
        self.desktop = desktop
        self.quick = quick
        self.count = 0

    def span(self, seconds, quick):
        return quick if self.quick else seconds

    def watch(self, server, stats=True, settings=None):
        """The monitor; its stats file grows only when asked for, because measuring costs, too."""
        self.count += 1
        path = f"{self.desktop.home}/stats-{self.count}.jsonl"
        write_settings(self.desktop, settings or {})
        arguments = ["--stats", path] if stats else []
        return Program(self.binaries + "/attune-watch", self.desktop, server, *arguments), Stats(path)

    def bare(self, server, stats=True):
        """The limit in the monitor's place, on the same server, with nothing else in sight."""
        self.count += 1
        path = f"{self.desktop.home}/stats-{self.count}.jsonl"
        bare = Bare(self.binaries, self.desktop, server, *([path] if stats else []))
        self.desktop.window_of(bare.pid)
        time.sleep(3)
        return bare, Stats(path)

    def steady_limit(self, server, name):
        bare, stats = self.bare(server)
        begin = len(stats.lines())
        time.sleep(self.span(30, 10))
        result = {f"limit_{name}_{key}": value for key, value in steady_seconds(stats, begin).items()}
        bare.close()
        return result

    # Scenarios: each returns figures by name, and those of the limit by limit_ and the name.

    def start(self):
        """From fork to the first painted window and to the first rows."""
        server = Server(self.binaries, self.desktop, 20_000, 0)
        window, rows, limit = [], [], []
        for _ in range(self.span(7, 3)):
            bare, stats = self.bare(server)
            limit.append(stats.wait_for(lambda line: line["first_paint_at_ms"] > 0, 30)["first_paint_at_ms"]
                         - bare.started * 1000)
            bare.close()
            monitor, stats = self.watch(server)
            line = stats.wait_for(lambda line: line["first_rows_at_ms"] > 0, 30)
            window.append(line["first_paint_at_ms"] - monitor.started * 1000)
            rows.append(line["first_rows_at_ms"] - monitor.started * 1000)
            monitor.close()
        server.close()
        return {"start_window_ms": percentile(window, 0.5), "start_rows_ms": percentile(rows, 0.5),
                "limit_start_window_ms": percentile(limit, 0.5), "limit_start_rows_ms": percentile(limit, 0.5)}

    def idle(self):
        """Nothing happens: visible, then minimized; later than the last of the looks that follow a sign-in."""
        server = Server(self.binaries, self.desktop, 0, 0)
        bare, _ = self.bare(server, stats=False)
        result = {"limit_" + key: value for key, value in self.rest(bare).items()}
        bare.close()
        monitor, _ = self.watch(server, stats=False)
        self.desktop.window_of(monitor.pid)
        time.sleep(45)
        result.update(self.rest(monitor))
        monitor.close()
        server.close()
        return result

    def rest(self, program):
        window = self.desktop.window_of(program.pid)
        result = {"pss_empty_mb": program.pss_mb()}
        for name in ("idle", "hidden"):
            if name == "hidden":
                self.desktop.do("windowminimize", window)
                time.sleep(3)
            cpu, wake_ups, begin = program.cpu_seconds(), program.wake_ups(), time.monotonic()
            time.sleep(self.span(60, 15))
            span = time.monotonic() - begin
            result[name + "_cpu_percent"] = (program.cpu_seconds() - cpu) / span * 100
            result[name + "_wake_ups_per_s"] = (program.wake_ups() - wake_ups) / span
        return result

    def cpu(self):
        """CPU per 1,000 notifications, visible and following, without the cost of measuring.

        Later than the reading of the list that follows a sign-in, which costs the more the less has come in yet.
        """
        result = {}
        for rate in (100, 1_000, 20_000):
            server = Server(self.binaries, self.desktop, 20_000, rate / 2)
            name = f"cpu_ms_per_1000_at_{rate}"
            bare, _ = self.bare(server, stats=False)
            result["limit_" + name] = self.cpu_per_thousand(bare, server)
            bare.close()
            monitor, _ = self.watch(server, stats=False)
            self.desktop.window_of(monitor.pid)
            time.sleep(60)
            result[name] = self.cpu_per_thousand(monitor, server)
            monitor.close()
            server.close()
        return result

    def cpu_per_thousand(self, program, server):
        cpu, sent = program.cpu_seconds(), server.notifications()
        time.sleep(self.span(30, 10))
        return (program.cpu_seconds() - cpu) * 1e6 / (server.notifications() - sent)

    def burst(self):
        """200,000 notifications in one go, until the newest is on the screen; then some more while it is minimized."""
        server = Server(self.binaries, self.desktop, 20_000, 0)
        monitor, stats = self.watch(server)
        stats.wait_for(lambda line: line["state"] == "live", 60)
        lines = len(stats.lines())
        before = stats.lines()[-1]["received"]
        begin = time.monotonic()
        server.post("/sim/emit", {"created": 100_000, "changes": 100_000})
        sent = time.monotonic() - begin
        stats.wait_for(lambda line: line["received"] - before >= 199_000, 120)
        time.sleep(3)
        burst = steady_seconds(stats, lines)
        worst = max(line["receive_to_paint_ms"]["max"] for line in stats.lines()[lines:])
        hidden = self.hidden_paintings(server, monitor, stats)
        monitor.close()
        bare, stats = self.bare(server)
        server.post("/sim/emit", {"created": 100_000, "changes": 100_000})
        time.sleep(5)
        limit = steady_seconds(stats, 0)
        worst_limit = max(line["receive_to_paint_ms"]["max"] for line in stats.lines())
        bare.close()
        server.close()
        return {"hidden_paintings": hidden, "burst_paint_ms": worst, "burst_stall_ms": burst["loop_max_ms"], "burst_sent_s": sent,
                "limit_burst_paint_ms": worst_limit, "limit_burst_stall_ms": limit["loop_max_ms"]}

    def hidden_paintings(self, server, monitor, stats):
        self.desktop.do("windowminimize", self.desktop.window_of(monitor.pid))
        time.sleep(3)
        before = stats.lines()[-1]
        server.post("/sim/emit", {"created": 1_000, "changes": 1_000})
        after = stats.wait_for(lambda line: line["applied"] - before["applied"] >= 1_990, 30)
        return after["painted"] - before["painted"]

    def stream(self):
        """5,000/s with 100,000 rows, a filter in force and an operator who scrolls, by wheel and by key."""
        span = self.span(600, 40)
        server = Server(self.binaries, self.desktop, self.span(100_000, 5_000), 2_500)
        monitor, stats = self.watch(server)
        mirror_file = self.desktop.home + "/mirror.json"
        mirror = Program(self.binaries + "/attune-tail", self.desktop, server, "--mirror", "--dump", mirror_file,
                         "--for", str(span + 60))
        window = self.desktop.window_of(monitor.pid)
        stats.wait_for(lambda line: line["state"] == "live", 60)
        self.filter_rule(window, "-core.")
        time.sleep(3)
        since = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S")
        begin = len(stats.lines())
        end = time.monotonic() + span
        while time.monotonic() < end:
            for button in (5, 5, 5, 4, 4, 4, 4):
                self.desktop.do("click", button)
                time.sleep(0.25)
            self.desktop.do("key", "--repeat", 30, "--delay", 33, "Down")  # as a key that is held down
            self.desktop.do("key", "Home")
            time.sleep(2)
        result = {"stream_" + key: value for key, value in steady_seconds(stats, begin).items()}
        server.post("/sim/rate", {"rate": 0})
        mirror.process.wait()
        rows, wrong, missing = compare(mirror_file, server.state(), since)
        result.update(stream_mirror_rows=rows, stream_differences=wrong + missing, stream_missing=missing)
        monitor.close()
        server.post("/sim/rate", {"rate": 2_500})
        result.update(self.steady_limit(server, "stream"))
        server.close()
        return result

    def flood(self):
        """20,000/s with a million rows and a filter that rows leave and enter."""
        server = Server(self.binaries, self.desktop, 20_000, 10_000)
        monitor, stats = self.watch(server, settings={"rows/cap": MILLION})
        window = self.desktop.window_of(monitor.pid)
        stats.wait_for(lambda line: line["rows"] >= self.span(MILLION, 200_000), 300)
        self.filter_status(window)
        time.sleep(3)
        begin = len(stats.lines())
        time.sleep(self.span(60, 20))
        result = {"flood_" + key: value for key, value in steady_seconds(stats, begin).items()}
        result["flood_rows"] = stats.lines()[-1]["rows"]
        result["flood_pss_mb"] = monitor.pss_mb()
        server.post("/sim/rate", {"rate": 0})
        result["flood_lost"] = lost(server, stats)
        monitor.close()
        server.post("/sim/rate", {"rate": 10_000})
        result.update(self.steady_limit(server, "flood"))
        server.close()
        return result

    def growth(self):
        """Memory at the cap under 5,000/s."""
        server = Server(self.binaries, self.desktop, 100_000, 2_500)
        monitor, stats = self.watch(server)
        stats.wait_for(lambda line: line["rows"] >= 100_000, 300)
        time.sleep(self.span(60, 20))
        before = monitor.own_mb()
        time.sleep(self.span(1200, 40))
        result = {"growth_mb": monitor.own_mb() - before, "growth_seconds": self.span(1200, 40)}
        monitor.close()
        server.close()
        return result

    # What the operator does.

    def filter_rule(self, window, text):
        self.desktop.do("windowactivate", "--sync", window)
        self.desktop.do("key", "ctrl+f")
        self.desktop.do("type", "--delay", "60", "--", text)
        self.desktop.do("key", "Return")
        time.sleep(1)
        # Back to the table, with the pointer over it; Escape would clear the field first.
        self.desktop.do("key", "ctrl+t")
        self.desktop.do("mousemove", "--window", window, 500, 400)

    def filter_status(self, window):
        self.desktop.do("windowactivate", "--sync", window)
        self.desktop.do("mousemove", "--window", window, 80, 38, "click", 1)
        time.sleep(0.5)
        self.desktop.do("key", "Down")
        self.desktop.do("key", "space")
        self.desktop.do("key", "Escape")


def lost(server, stats):
    """How many notifications did not arrive, once there are no more; rows are still resolved for a while."""
    sent = -1
    while sent != server.notifications():
        sent = server.notifications()
        time.sleep(5)
    return sent + GREETING - stats.lines()[-1]["received"]


def write_settings(desktop, settings):
    """Nothing of what an earlier scenario set stays."""
    folder = desktop.home + "/config/attune-watch"
    os.makedirs(folder, exist_ok=True)
    groups = {}
    for key, value in settings.items():
        group, name = key.split("/")
        groups.setdefault(group, []).append(f"{name}={value}")
    with open(folder + "/settings.ini", "w") as file:
        for group, lines in groups.items():
            file.write(f"[{group}]\n" + "\n".join(lines) + "\n")


def compare(mirror_file, state, since):
    """Rows of the mirror, those that the server does not have so, and those created `since` that the mirror lacks."""
    with open(mirror_file) as file:
        mirror = {row["id"]: row for row in rows_of(json.load(file))}
    truth = {row["id"]: row for row in rows_of(state)}
    if not mirror:
        return 0, 0, len(truth)
    wrong = sum(1 for id, row in mirror.items()
                if id not in truth or any(truth[id][key] != row[key] for key in ("status", "rule_ref", "created")))
    if len(mirror) >= MILLION:
        # It keeps no more: what came earlier it has let go, but what is not resolved yet. Some came seconds after they
        # had been created.
        oldest = datetime.datetime.fromisoformat(
            min(row["created"] for row in mirror.values() if row["status"] != "created")[:19])
        since = max(since, (oldest + datetime.timedelta(seconds=10)).isoformat())
    return len(mirror), wrong, sum(1 for id, row in truth.items() if row["created"] > since and id not in mirror)


def rows_of(document):
    for key in ("data", "items"):
        if isinstance(document, dict) and key in document:
            document = document[key]
    return document


def main():
    names = [name for name in ("start", "idle", "cpu", "burst", "stream", "flood", "growth")]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", required=True, help="where the programs are")
    parser.add_argument("--out", required=True, help="the file to write")
    parser.add_argument("--quick", action="store_true", help="short spans: figures are rough")
    parser.add_argument("scenario", nargs="*", default=names, help=", ".join(names))
    arguments = parser.parse_args()
    desktop = Desktop()
    figures = {}
    try:
        bench = Bench(arguments.bin, desktop, arguments.quick)
        for name in arguments.scenario:
            begin = time.monotonic()
            try:
                figures.update(getattr(bench, name)())
            except (RuntimeError, OSError, subprocess.SubprocessError) as error:
                figures[name + "_failed"] = str(error)
            print(f"whole.py: {name} took {time.monotonic() - begin:.0f} s", file=sys.stderr)
            with open(arguments.out, "w") as file:
                json.dump(figures, file, indent=1)
    finally:
        desktop.close()


if __name__ == "__main__":
    main()

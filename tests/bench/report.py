#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
"""Puts what the benchmarks measured beside its goals and limits: a table for people, JSON for machines."""

import json
import sys

# Figure, its unit, the goal, and what it is compared with in the same run, if anything.
PARTS = [
    ("decode/frame", "ns", 1.2, "x decode/limit", "notification text to value"),
    ("decode/frame#allocations", "", 0, "decode/limit", "allocations per frame"),
    ("decode/thorough", "ns", None, "decode/limit", "the same by the decoder of all other frames"),
    ("socket/value", "ns", 4000, "socket/limit", "socket to value, per frame"),
    ("apply/batch/100000", "ns", 500, "apply/limit", "a frame's batch at 100,000 rows, per notification"),
    ("apply/batch/1000000", "ns", 1000, "apply/limit", "a frame's batch at 1,000,000 rows, per notification"),
    ("apply/batch/1000000", "ns", 1.5, "x apply/batch/10000", "growth of the same from 10,000 rows"),
    ("filter/status/narrow", "ms", 8, "filter/limit", "another filter: status, narrower"),
    ("filter/status/widen", "ms", 8, "filter/limit", "another filter: status, wider"),
    ("filter/rule/narrow", "ms", 8, "filter/limit", "another filter: rule, narrower"),
    ("filter/rule/widen", "ms", 8, "filter/limit", "another filter: rule, wider"),
    ("filter/trigger/narrow", "ms", 8, "filter/limit", "another filter: trigger, narrower"),
    ("filter/trigger/widen", "ms", 8, "filter/limit", "another filter: trigger, wider"),
    ("filter/event/narrow", "ms", 8, "filter/limit", "another filter: event, narrower"),
    ("filter/event/widen", "ms", 8, "filter/limit", "another filter: event, wider"),
    ("filter/mix/narrow", "ms", 8, "filter/limit", "another filter: all at once, narrower"),
    ("filter/mix/widen", "ms", 8, "filter/limit", "another filter: all at once, wider"),
    ("sort/id", "ms", 30, "sort/limit", "sorted by id"),
    ("sort/created", "ms", 30, "sort/limit", "sorted by creation"),
    ("sort/status", "ms", 30, "sort/limit", "sorted by status"),
    ("sort/event", "ms", 30, "sort/limit", "sorted by event"),
    ("sort/rule", "ms", 150, "sort/limit", "sorted by rule"),
    ("sort/trigger", "ms", 150, "sort/limit", "sorted by trigger"),
    ("sort/took", "ms", 150, "sort/limit", "sorted by duration"),
    ("sort/took#blocked_ms", "ms", 16, None, "longest block while sorting"),
    ("retire/1000", "ns", 2000, "apply/limit", "1,000 rows retire"),
    ("leave/row/1000000", "ns", 3000, "leave/row/10000", "a row leaves the filter, with a view"),
    ("leave/row/1000000", "ns", 1.5, "x leave/row/10000", "growth of the same from 10,000 rows"),
    ("enter/row/1000000", "ns", 3000, "enter/row/10000", "a row enters the filter between others, with a view"),
    ("enter/row/1000000", "ns", 1.5, "x enter/row/10000", "growth of the same from 10,000 rows"),
    ("memory/row#bytes_per_row", "B", 90, None, "memory per row, everything included"),
    ("paint/screen", "ms", 1.5, "paint/limit", "40 x 9 cells painted anew"),
    ("paint/frame/17", "ms", None, "paint/limit", "a frame with 17 new rows in a window"),
    ("filter/newtext", "ms", 20, None, "a new filter text over 100,000 refs"),
    ("activity/frame", "us", 1000, None, "a frame of 1,000 notifications into the chart's counters and the rows"),
    ("activity/paint", "us", 1000, "paint/screen", "the whole activity chart drawn"),
    ("export/csv", "ms", 10_000, "export/limit", "a million rows to CSV"),
    ("export/csv#blocked_ms", "ms", 50, None, "longest block meanwhile"),
    ("export/json", "ms", 10_000, "export/limit", "a million rows to JSON"),
    ("export/json#blocked_ms", "ms", 50, None, "longest block meanwhile"),
]
WHOLE = [
    ("stream_loop_p99_ms", "ms", 8, "5,000/s: event loop delay, p99"),
    ("stream_loop_max_ms", "ms", 50, "5,000/s: event loop delay, longest"),
    ("stream_paint_p50_ms", "ms", 25, "5,000/s: received to painted, median"),
    ("stream_paint_p99_ms", "ms", 50, "5,000/s: received to painted, p99"),
    ("stream_differences", "rows", 0, "5,000/s: rows of the mirror that differ from the server's"),
    ("flood_loop_p99_ms", "ms", 16, "20,000/s at 1,000,000 rows: event loop delay, p99"),
    ("flood_lost", "", 0, "20,000/s: notifications that did not arrive"),
    ("flood_pss_mb", "MB", 130, "1,000,000 rows: memory of the whole program"),
    ("burst_paint_ms", "ms", 1000, "200,000 at once: received to painted, longest"),
    ("burst_stall_ms", "ms", 50, "200,000 at once: longest stall"),
    ("cpu_ms_per_1000_at_100", "ms", 150, "CPU per 1,000 notifications at 100/s"),
    ("cpu_ms_per_1000_at_1000", "ms", 20, "CPU per 1,000 notifications at 1,000/s"),
    ("cpu_ms_per_1000_at_20000", "ms", 4, "CPU per 1,000 notifications at 20,000/s"),
    ("idle_cpu_percent", "%", 0.3, "idle, in sight: CPU"),
    ("idle_wake_ups_per_s", "1/s", 12, "idle, in sight: wake-ups, the indicator's ten included"),
    ("hidden_cpu_percent", "%", 0.3, "idle, minimized: CPU"),
    ("hidden_wake_ups_per_s", "1/s", 2, "idle, minimized: wake-ups"),
    ("hidden_paintings", "", 0, "minimized, with 2,000 notifications: paintings"),
    ("start_window_ms", "ms", 150, "start to the first painted window"),
    ("start_rows_ms", "ms", 300, "start to the first rows"),
    ("pss_empty_mb", "MB", 40, "memory, signed in, empty table"),
    ("growth_mb", "MB", 1, "growth at the cap under 5,000/s"),
]
NANOSECONDS = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}


def read_parts(path):
    """Nanoseconds and counters by the name without what Google Benchmark appends."""
    figures = {}
    with open(path) as file:
        for run in json.load(file)["benchmarks"]:
            if run.get("run_type") == "aggregate" and run.get("aggregate_name") != "median":
                continue
            if run.get("error_occurred"):
                print(f"report.py: {run['name']}: {run['error_message']}", file=sys.stderr)
                continue
            name = run.get("run_name", run["name"])
            name = "/".join(part for part in name.split("/")
                            if not part.startswith(("iterations:", "repeats:", "manual_time", "real_time")))
            figures[name] = run["real_time"] * NANOSECONDS[run["time_unit"]]
            for counter in ("allocations", "bytes_per_row", "blocked_ms"):
                if counter in run:
                    figures[name + "#" + counter] = run[counter]
    return figures


def line_of_part(figures, name, unit, goal, against, what):
    value = figures.get(name)
    base = name.split("#")
    limit_name = (against or "").removeprefix("x ")
    limit = figures.get(limit_name + ("#" + base[1] if len(base) > 1 else "")) if limit_name else None
    if value is None:
        return {"what": what, "figure": name, "verdict": "not measured"}
    if len(base) == 1 and unit in NANOSECONDS:
        value /= NANOSECONDS[unit]
        limit = limit / NANOSECONDS[unit] if limit is not None else None
    compared = value
    if against and against.startswith("x "):
        compared, unit = value / limit, "x " + limit_name
    return verdict({"what": what, "figure": name, "value": round(compared, 3), "unit": unit, "goal": goal,
                    "limit": None if limit is None else round(limit, 3), "limit_is": limit_name or None})


def verdict(line):
    if line["goal"] is None:
        line["verdict"] = "for information"
    else:
        line["verdict"] = "reached" if line["value"] <= line["goal"] else "missed"
    return line


def main():
    parts = read_parts(sys.argv[1])
    lines = [line_of_part(parts, *row) for row in PARTS]
    with open(sys.argv[2]) as file:
        whole = json.load(file)
    for name, unit, goal, what in WHOLE:
        if whole.get(name) is None:
            lines.append({"what": what, "figure": name, "verdict": "not measured"})
            continue
        limit = whole.get("limit_" + name)
        lines.append(verdict({"what": what, "figure": name, "value": round(whole[name], 3), "unit": unit, "goal": goal,
                              "limit": None if limit is None else round(limit, 3),
                              "limit_is": None if limit is None else "a bare window on the same server"}))
    for line in lines:
        print(f"{line['verdict']:<16}{line.get('value', ''):>12} {line.get('unit', ''):<22}"
              f"goal {line.get('goal') if line.get('goal') is not None else '-':<7} "
              f"limit {line.get('limit') if line.get('limit') is not None else '-':<10} {line['what']}", file=sys.stderr)
    json.dump({"lines": lines, "parts": parts, "whole": whole}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()

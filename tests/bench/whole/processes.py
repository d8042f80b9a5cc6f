# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
"""The programs that are measured, and what the kernel knows of them."""

import json
import os
import subprocess
import time
import urllib.request


class Server:
    """attune-sim; `rate` counts new enforcements, each of which is resolved later: twice as many notifications."""

    def __init__(self, binaries, desktop, rows, rate):
        self.process = subprocess.Popen([binaries + "/attune-sim", "--rows", str(rows), "--rate", str(rate)],
                                        env=desktop.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        ready = json.loads(self.process.stdout.readline())
        self.api, self.ws = ready["api"], ready["ws"]

    def token(self):
        return json.loads(self.post("/auth/login", {"login": "admin", "password": "attune"}))["data"]["access_token"]

    def notifications(self):
        """How many were sent, once for each client."""
        with urllib.request.urlopen(self.api + "/sim/stats", timeout=120) as answer:
            return json.load(answer)["notifications"]

    def post(self, path, body):
        request = urllib.request.Request(self.api + path, json.dumps(body).encode(),
                                         {"Content-Type": "application/json"}, method="POST")
        with urllib.request.urlopen(request, timeout=120) as answer:
            return answer.read()

    def state(self):
        with urllib.request.urlopen(self.api + "/sim/state", timeout=300) as answer:
            return json.load(answer)

    def close(self):
        self.process.terminate()
        self.process.wait()


class Process:
    """What the kernel says about a program."""

    def __init__(self, command, environment):
        self.started = time.monotonic()
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.pid = self.process.pid

    def cpu_seconds(self):
        """Of all threads that live, to the nanosecond."""
        total = 0
        for thread in os.listdir(f"/proc/{self.pid}/task"):
            try:
                with open(f"/proc/{self.pid}/task/{thread}/schedstat") as file:
                    total += int(file.read().split()[0])
            except FileNotFoundError:
                pass
        return total / 1e9

    def wake_ups(self):
        total = 0
        for thread in os.listdir(f"/proc/{self.pid}/task"):
            try:
                with open(f"/proc/{self.pid}/task/{thread}/status") as file:
                    total += next(int(line.split()[1]) for line in file if line.startswith("voluntary"))
            except FileNotFoundError:
                pass
        return total

    def pss_mb(self):
        """Resident memory; without the right to look into the process, shared pages count in full."""
        try:
            with open(f"/proc/{self.pid}/smaps_rollup") as file:
                return next(int(line.split()[1]) for line in file if line.startswith("Pss:")) / 1024
        except PermissionError:
            with open(f"/proc/{self.pid}/status") as file:
                return next(int(line.split()[1]) for line in file if line.startswith("VmRSS:")) / 1024

    def own_mb(self):
        """Memory that belongs to this process alone: no pages of libraries, which are shared with more or fewer others."""
        with open(f"/proc/{self.pid}/smaps_rollup") as file:
            return sum(int(line.split()[1]) for line in file if line.startswith(("Pss_Anon:", "Pss_Shmem:"))) / 1024

    def is_alive(self):
        return self.process.poll() is None

    def close(self):
        if self.is_alive():
            self.process.terminate()
        self.process.wait()


class Program(Process):
    """One of ours, signed in to a server."""

    def __init__(self, binary, desktop, server, *arguments):
        super().__init__([binary, "--api", server.api, "--ws", server.ws, "--login", "admin", *arguments],
                         desktop.environment)


class Bare(Process):
    """The limit: a window that does what cannot be avoided, and nothing else."""

    def __init__(self, binaries, desktop, server, *arguments):
        super().__init__([binaries + "/attune_bench_bare", server.ws, *arguments],
                         dict(desktop.environment, ATTUNE_TOKEN=server.token()))


class Stats:
    """The lines that --stats writes."""

    def __init__(self, path):
        self.path = path

    def lines(self):
        if not os.path.exists(self.path):
            return []
        with open(self.path) as file:
            return [json.loads(line) for line in file if line.endswith("}\n")]

    def wait_for(self, condition, patience):
        end = time.monotonic() + patience
        while time.monotonic() < end:
            lines = self.lines()
            if lines and condition(lines[-1]):
                return lines[-1]
            time.sleep(0.2)
        raise RuntimeError(f"did not happen within {patience} s; last: {self.lines()[-1:]}")


def steady_seconds(stats, begin):
    """What the lines from number `begin` on say together."""
    lines = stats.lines()[begin:]
    delays = [delay for line in lines for delay in line["event_loop_delays_ms"]]
    painted = [line["receive_to_paint_ms"] for line in lines if line["receive_to_paint_ms"]["max"] > 0]
    return {
        "seconds": len(lines),
        "loop_p99_ms": percentile(delays, 0.99),
        # Of fifty looks a second: all but the longest of each second, and of those the worst.
        "loop_worst_second_ms": percentile([line["event_loop_delay_ms"]["p99"] for line in lines], 0.99),
        "loop_max_ms": max(delays),
        "paint_p50_ms": percentile([paint["p50"] for paint in painted], 0.5),
        "paint_p99_ms": percentile([paint["p99"] for paint in painted], 0.99),
        "live_seconds": sum(line["state"] == "live" for line in lines),
        "received": lines[-1]["received"] - lines[0]["received"],
    }


def percentile(values, part):
    values = sorted(values)
    return values[int(part * (len(values) - 1))] if values else None

# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
"""A display of its own with a window manager, for as long as the benchmark runs."""

import os
import shutil
import subprocess
import tempfile
import time


def require(programs):
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        raise SystemExit("whole.py: not installed: " + " ".join(missing))


class Desktop:
    def __init__(self, width=1500, height=1100):
        require(["Xvfb", "openbox", "xdotool"])
        read_end, write_end = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
            pass_fds=[write_end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            number = pipe.readline().strip()
        self.home = tempfile.mkdtemp(prefix="attune-bench-")
        self.environment = dict(os.environ, DISPLAY=":" + number, HOME=self.home, XDG_RUNTIME_DIR=self.home,
                                XDG_CONFIG_HOME=self.home + "/config", XDG_STATE_HOME=self.home + "/state",
                                XDG_CACHE_HOME=self.home + "/cache", ATTUNE_PASSWORD="attune",
                                QT_QPA_PLATFORM="xcb", DBUS_SESSION_BUS_ADDRESS="disabled:")
        os.chmod(self.home, 0o700)
        self.manager = subprocess.Popen(["openbox"], env=self.environment, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        time.sleep(1)

    def close(self):
        for process in (self.manager, self.server):
            process.terminate()
            process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def do(self, *arguments):
        """What xdotool says; empty when it fails."""
        done = subprocess.run(["xdotool", *map(str, arguments)], env=self.environment, capture_output=True, text=True)
        return done.stdout.strip() if done.returncode == 0 else ""

    def window_of(self, pid, patience=30):
        end = time.monotonic() + patience
        while time.monotonic() < end:
            found = self.do("search", "--onlyvisible", "--pid", pid)
            if found:
                return found.split()[-1]
            time.sleep(0.05)
        raise RuntimeError("no window appeared")

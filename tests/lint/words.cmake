# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
good(src/core/a.cpp "// A methodology, hackers, wipe: \"/api/v1/tmp/x\", /etc/os-release, a bug, pull request, /ws/tmp/.\n")
good(README.md "Settings live in ~/.config/attune-watch.\n")
bad(src/core/b.cpp "// TODO: later\nint x{}, y{}; // FIXME\n" "src/core/b.cpp:1: // TODO: later" "src/core/b.cpp:2: int x{}, y{}")
bad(src/core/c.cpp "auto x = u\"/work/shared/x\"_qs;\n" "path of one machine: src/core/c.cpp:1")
bad(tests/data.json "{\"path\": [\"/home/alice/x\"]}\n" "path of one machine: tests/data.json:1")
bad(tests/core/x_test.cpp "open(\"/tmp/file\"); // see issue 12\n" "path of one machine: tests/core/x_test.cpp:1"
  "number nobody can look up: tests/core/x_test.cpp:1")
bad(.ci/run "# XXX\n" "unfinished: .ci/run:1: # XXX")

# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
good(tests/support/waiting.cpp "return QTest::qWaitFor(condition, limit); // no sleeping\n")
good(src/core/a.cpp "asleep(); sleepless(x); m_sleep = 1;\n")
bad(tests/core/a_test.cpp "QTest::qWait(10);\nstd::this_thread::sleep_for(1s);\n" "a_test.cpp:1: QTest::qWait(10);"
  "a_test.cpp:2: std::this_thread::sleep_for(1s);")
bad(src/net/a.cpp "QThread::msleep (5);\n" "src/net/a.cpp:1")
bad(tests/e2e/run.sh "start & sleep 3\n" "tests/e2e/run.sh:1")

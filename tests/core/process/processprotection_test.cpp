// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/process/processprotection.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace attune::core;

namespace {

enum Flaw : int { None = 0, CoreFile = 1, Readable = 2, Dumpable = 4, DiesOfPipes = 8 };

/// What is left open in a process of its own that protects itself.
[[nodiscard]] int flawsOfProtected(const char* sandbox) {
    const pid_t child = fork();
    if (child == 0) {
        ::unsetenv("FLATPAK_ID");
        ::unsetenv("SNAP");
        if (sandbox != nullptr)
            ::setenv(sandbox, "1", 1);
        protectProcess();
        rlimit core{};
        getrlimit(RLIMIT_CORE, &core);
        int flaws = core.rlim_cur == 0 && core.rlim_max == 0 ? None : CoreFile;
        flaws |= umask(0) == 077 ? None : Readable;
        flaws |= prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 ? None : Dumpable;
        flaws |= std::signal(SIGPIPE, SIG_DFL) == SIG_IGN ? None : DiesOfPipes;
        _exit(flaws);
    }
    int status = 0;
    EXPECT_EQ(waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status));
    return WEXITSTATUS(status);
}

#ifdef NDEBUG
constexpr int Remaining = None;
#else
constexpr int Remaining = Dumpable; // for debuggers
#endif

} // namespace

TEST(ProcessProtection, leavesNoCoreNoReadableFileAndNobodyToLookInside) {
    EXPECT_EQ(flawsOfProtected(nullptr), Remaining);
}

TEST(ProcessProtection, sandbox_mayLookInsideAndNothingElseIsLeftOpen) {
    EXPECT_EQ(flawsOfProtected("FLATPAK_ID"), Dumpable);
    EXPECT_EQ(flawsOfProtected("SNAP"), Dumpable);
}

// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"
#include "views/randomviews.h"

#include "attune/core/random.h"
#include "attune/session/profilestore.h"
#include "attune/session/savedviewstore.h"
#include "attune/session/settings.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <array>
#include <csignal>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace attune::session;

namespace {

constexpr int Kills = 200;
constexpr auto OwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;

[[nodiscard]] Profile profileOf(int step) {
    Profile profile;
    profile.name = QStringLiteral("profile %1").arg(step % 3);
    profile.api = QUrl(QStringLiteral("https://host%1.example.com").arg(step));
    profile.login = QString(step % 500, u'x');
    return profile;
}

/// What the program keeps, in one folder.
struct Paths {
    explicit Paths(const QTemporaryDir& folder)
        : settings(folder.filePath(QStringLiteral("settings.ini")))
        , profiles(folder.filePath(QStringLiteral("profiles.json")))
        , views(folder.filePath(QStringLiteral("views"))) {}

    QString settings;
    QString profiles;
    QString views;
};

[[nodiscard]] QString viewsOwner() { return QStringLiteral("prod"); }

/// Writes as fast as it can and says a byte after each round, until it is killed.
[[noreturn]] void writeForEver(const Paths& paths, int output) {
    ProfileStore profiles(paths.profiles);
    const SavedViewStore views(paths.views);
    attune::test::RandomViews random(1);
    std::vector<SavedView> saved;
    for (int step = 0;; ++step) {
        {
            Settings settings(paths.settings);
            settings.set(Setting::RowCap, 1000 + step % 5000);
            settings.set(Setting::Theme, step % 2 == 0 ? QStringLiteral("dark") : QStringLiteral("light"));
            settings.set(Setting::HeaderState, QByteArray(step % 900, 'h'));
        }
        if (saved.size() >= 20)
            saved.clear();
        saved.push_back(random.next());
        if (profiles.save(profileOf(step)) || views.save(viewsOwner(), saved) || write(output, "+", 1) != 1)
            _exit(1);
    }
}

/// Starts the writer and kills it at some moment after its first rounds.
void killWriter(const Paths& paths, attune::core::Random& random) {
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0)
        writeForEver(paths, ends[1]);
    close(ends[1]);
    char byte = 0;
    for (auto rounds = static_cast<int>(random.uniform() * 5); rounds >= 0; --rounds)
        ASSERT_EQ(read(ends[0], &byte, 1), 1);
    // Somewhere within a round: the pipe may well say something meanwhile.
    pollfd end{ends[0], 0, 0};
    poll(&end, 1, static_cast<int>(random.uniform() * 4));
    kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself";
    close(ends[0]);
}

/// What the next start finds.
void expectClean(const Paths& paths) {
    const Settings settings(paths.settings);
    ASSERT_EQ(settings.problems(), QStringList());
    ASSERT_GE(settings.number(Setting::RowCap), 1000);
    ASSERT_LT(settings.bytes(Setting::HeaderState).size(), 900);
    QStringList problems;
    ProfileStore store(paths.profiles);
    const auto profiles = store.load(&problems);
    ASSERT_EQ(problems, QStringList());
    ASSERT_FALSE(profiles.empty());
    for (const Profile& profile : profiles)
        ASSERT_TRUE(validate(profile).empty() || profile.login.isEmpty());
    const SavedViewStore views(paths.views);
    const ReadViews read = views.load(viewsOwner());
    ASSERT_EQ(read.problems, QStringList());
    ASSERT_FALSE(read.views.empty());
    for (const QString& path : {paths.settings, paths.profiles, views.pathOf(viewsOwner())}) {
        ASSERT_EQ(QFileInfo(path).permissions(), OwnerOnly) << path.toStdString();
        ASSERT_FALSE(QFileInfo::exists(path + QStringLiteral(".bad"))) << path.toStdString();
    }
}

} // namespace

TEST(KilledWriter, leavesACleanStartEveryTime) {
    // In memory where there is such a place: a disk would take most of a minute to do all this.
    const QString memory = QStringLiteral("/dev/shm");
    const QTemporaryDir folder((QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) +
                               QStringLiteral("/attune-XXXXXX"));
    const Paths paths(folder);
    attune::core::SeededRandom random(1);
    for (int i = 0; i < Kills; ++i) {
        ASSERT_NO_FATAL_FAILURE(killWriter(paths, random)) << i;
        ASSERT_NO_FATAL_FAILURE(expectClean(paths)) << i;
    }
}

// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "calls/tracedprogram.h"

#include <QRegularExpression>
#include <QUrl>

#include <set>

// What the programs ask of the system, whatever their sources say.

namespace attune::e2e {
namespace {

struct Calls {
    std::set<int> ports;            ///< of this machine, that were connected to
    std::vector<std::string> other; ///< calls that name any other address
};

/// Every address that is connected or sent to; local sockets only where desktops have theirs.
[[nodiscard]] Calls addressesIn(const QList<QByteArray>& lines) {
    static const QRegularExpression inet(QStringLiteral(R"(sa_family=AF_INET6?,.*port=htons\((\d+)\))"));
    static const QRegularExpression loopback(QStringLiteral(R"re(inet_addr\("127\.0\.0\.1"\)|"::1")re"));
    static const QRegularExpression local(
        QStringLiteral(R"re(sun_path=@?"[^"]*(bus|nscd|\.X11-unix|keyring|wayland|pipewire|pulse|journal)[^"]*")re"));
    Calls calls;
    for (const QByteArray& line : lines) {
        const QString call = QString::fromUtf8(line);
        const auto address = inet.match(call);
        if (address.hasMatch() && loopback.match(call).hasMatch())
            calls.ports.insert(address.captured(1).toInt());
        else if (address.hasMatch() || (call.contains(u"sun_path=") && !local.match(call).hasMatch()))
            calls.other.push_back(call.toStdString());
    }
    return calls;
}

[[nodiscard]] int portOf(const SimProcess& sim, const char* which) { return QUrl(sim.text(which)).port(); }

const QString Sending = QStringLiteral("connect,sendto,sendmsg,sendmmsg");

/// Files opened or run below `folder`, or named in relation to it while it is the working directory.
[[nodiscard]] std::vector<std::string> openedIn(const QString& folder, const QList<QByteArray>& lines) {
    static const QRegularExpression path(QStringLiteral(R"re(\((?:AT_FDCWD, )?"([^"]*)")re"));
    std::vector<std::string> found;
    for (const QByteArray& line : lines) {
        const auto match = path.match(QString::fromUtf8(line));
        const QString name = match.captured(1);
        if (match.hasMatch() && (name.startsWith(folder) || !name.startsWith(u'/')))
            found.push_back(line.toStdString());
    }
    return found;
}

/// A folder as somebody hands one over who wants a program that is started in it to run his code.
class HostileFolder : public ::testing::Test {
protected:
    HostileFolder() {
        put("qt.conf", "[Paths]\nPrefix=" + path() + "\nPlugins=" + path() + "\n");
        put("qt6.conf", "[Paths]\nPrefix=.\nPlugins=.\n");
        for (const char* plugin : {"platforms/libqoffscreen.so", "imageformats/libqevil.so", "styles/libqevil.so",
                                   "tls/libqevil.so", "iconengines/libqsvgicon.so", "libQt6Core.so.6", "libssl.so.3"})
            put(plugin, "not a library");
        QDir(home.path()).mkpath(QStringLiteral("config/attune-watch"));
        QFile settings(home.filePath(QStringLiteral("config/attune-watch/settings.ini")));
        EXPECT_TRUE(settings.open(QIODevice::WriteOnly));
        settings.write("QT_PLUGIN_PATH=" + path() + "\n[General]\nQT_PLUGIN_PATH=" + path() +
                       "\n[Paths]\nPlugins=" + path() + "\n[environment]\nQT_PLUGIN_PATH=" + path() + "\n");
        EXPECT_TRUE(sim.isReady());
        monitor.setFolder(folder.path());
    }
    [[nodiscard]] QByteArray path() const { return folder.path().toUtf8(); }
    void put(const char* name, const QByteArray& text) {
        const QString full = folder.filePath(QString::fromLatin1(name));
        EXPECT_TRUE(QDir().mkpath(QFileInfo(full).path()));
        QFile file(full);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    [[nodiscard]] std::vector<std::string> opened() {
        monitor.start("attune-watch",
                      sim.connection() + QStringList{QStringLiteral("--screenshot"),
                                                     home.filePath(QStringLiteral("window.png")),
                                                     QStringLiteral("--after"), QStringLiteral("1")},
                      sim.password());
        return openedIn(folder.path(), monitor.finish());
    }

    QTemporaryDir folder;
    QTemporaryDir home;
    SimProcess sim{{QStringLiteral("--rows"), QStringLiteral("50")}};
    TracedProgram monitor{home.path(), QStringLiteral("open,openat,openat2,execve,execveat")};
};

} // namespace

TEST(Connections, ofBothPrograms_areToTheServerAlone) {
    const SimProcess sim(
        {QStringLiteral("--rows"), QStringLiteral("200"), QStringLiteral("--rate"), QStringLiteral("20")});
    ASSERT_TRUE(sim.isReady());
    const std::set<int> own{portOf(sim, "api"), portOf(sim, "ws")};
    QTemporaryDir homes;
    TracedProgram monitor(homes.filePath(QStringLiteral("monitor")), Sending);
    TracedProgram tail(homes.filePath(QStringLiteral("tail")), Sending);
    monitor.start("attune-watch",
                  sim.connection() + QStringList{QStringLiteral("--screenshot"),
                                                 homes.filePath(QStringLiteral("window.png")),
                                                 QStringLiteral("--after"), QStringLiteral("3")},
                  sim.password());
    tail.start("attune-tail", sim.connection() + QStringList{QStringLiteral("--count"), QStringLiteral("30")},
               sim.password());
    for (TracedProgram* one : {&monitor, &tail}) {
        const Calls calls = addressesIn(one->finish());
        EXPECT_EQ(calls.ports, own) << "both of them, as a whole session does, and nobody else";
        EXPECT_EQ(calls.other, std::vector<std::string>());
    }
}

TEST(Connections, toAnybodyElse_wouldBeSeen) {
    const QList<QByteArray> lines{
        R"(7 connect(9, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.1")}, 16) = -1)",
        R"(7 sendto(9, "x", 1, 0, {sa_family=AF_INET6, sin6_port=htons(53), sin6_flowinfo=htonl(0), )"
        R"(inet_pton(AF_INET6, "2001:db8::1", &sin6_addr), sin6_scope_id=0}, 28) = 1)",
        R"(7 connect(9, {sa_family=AF_UNIX, sun_path="/run/elsewhere"}, 110) = 0)",
        R"(7 connect(9, {sa_family=AF_UNIX, sun_path="/run/user/0/bus"}, 110) = 0)",
        R"(7 connect(9, {sa_family=AF_INET, sin_port=htons(81), sin_addr=inet_addr("127.0.0.1")}, 16) = 0)"};
    const Calls calls = addressesIn(lines);
    EXPECT_EQ(calls.other.size(), 3U);
    EXPECT_EQ(calls.ports, std::set<int>{81});
}

TEST_F(HostileFolder, asWorkingDirectory_isNotLookedInto) { EXPECT_EQ(opened(), std::vector<std::string>()); }

/// What the test above would show if it were.
TEST_F(HostileFolder, inTheEnvironmentOfWhoeverStartsTheProgram_isSeen) {
    monitor.set("QT_PLUGIN_PATH", folder.path());
    EXPECT_NE(opened(), std::vector<std::string>());
}

} // namespace attune::e2e

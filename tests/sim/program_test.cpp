// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sim/simclient.h"
#include "support/printers.h"
#include "support/waiting.h"

#include <gtest/gtest.h>

#include <QProcess>
#include <QTcpServer>

using attune::test::waitFor;
using nlohmann::json;

namespace {

/// The real program.
class Program {
public:
    explicit Program(const QStringList& arguments) {
        m_process.start(QStringLiteral(ATTUNE_BIN_DIR "/attune-sim"), arguments);
    }
    ~Program() {
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] bool waitForLine() {
        return waitFor([this] { return collect().contains('\n'); });
    }
    [[nodiscard]] int exitCode() {
        EXPECT_TRUE(waitFor([this] { return m_process.state() == QProcess::NotRunning; }));
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    const QByteArray& collect() { return m_output += m_process.readAllStandardOutput(); }
    [[nodiscard]] QByteArray errors() { return m_process.readAllStandardError(); }
    void terminate() { m_process.terminate(); }

private:
    QProcess m_process;
    QByteArray m_output;
};

} // namespace

TEST(SimProgram, ready_printsOneLineAndServes) {
    Program program({QStringLiteral("--rows"), QStringLiteral("50"), QStringLiteral("--rate"), QStringLiteral("0"),
                     QStringLiteral("--login"), QStringLiteral("jane"), QStringLiteral("--password"),
                     QStringLiteral("geheim")});
    ASSERT_TRUE(program.waitForLine());
    const json line = json::parse(program.collect().toStdString());
    EXPECT_EQ(line["login"], "jane");
    EXPECT_EQ(line["password"], "geheim");
    EXPECT_EQ(line["api"].get<std::string>().rfind("http://127.0.0.1:", 0), 0U);
    EXPECT_NE(line["ws"].get<std::string>().find("/ws"), std::string::npos);
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(QString::fromStdString(line["api"]) + QStringLiteral("/auth/login")));
    request.setRawHeader("Content-Type", "application/json");
    const std::unique_ptr<QNetworkReply> reply(network.post(request, R"({"login":"jane","password":"geheim"})"));
    ASSERT_TRUE(waitFor([&] { return reply->isFinished(); }));
    EXPECT_EQ(reply->error(), QNetworkReply::NoError);
    program.terminate();
    EXPECT_EQ(program.exitCode(), 0);
    EXPECT_EQ(program.collect().count('\n'), 1) << "nothing else is printed";
}

TEST(SimProgram, everyOption_isTaken) {
    Program program({QStringLiteral("--api-port=0"), QStringLiteral("--ws-port=0"), QStringLiteral("--single-port=0"),
                     QStringLiteral("--rows=0"), QStringLiteral("--rate=0.5"), QStringLiteral("--seed=7"),
                     QStringLiteral("--generation=june"), QStringLiteral("--permissions=june-viewer"),
                     QStringLiteral("--access-lifetime=5")});
    ASSERT_TRUE(program.waitForLine()) << program.errors().toStdString();
    const json line = json::parse(program.collect().toStdString());
    EXPECT_EQ(line["login"], "admin");
    program.terminate();
    EXPECT_EQ(program.exitCode(), 0);
}

TEST(SimProgram, wrongUse_isExitCodeTwo) {
    for (const char* argument : {"--nonsense", "--rows=-1", "--rows=many", "--rate=nan", "--api-port=70000",
                                 "--generation=old", "--access-lifetime=0", "extra"}) {
        Program program({QString::fromLatin1(argument)});
        EXPECT_EQ(program.exitCode(), 2) << argument;
        EXPECT_TRUE(program.errors().startsWith("attune-sim: ")) << argument;
        EXPECT_TRUE(program.collect().isEmpty()) << argument;
    }
}

TEST(SimProgram, takenPort_isExitCodeThree) {
    QTcpServer other;
    ASSERT_TRUE(other.listen(QHostAddress::LocalHost));
    Program program({QStringLiteral("--rows=1"), QStringLiteral("--ws-port"), QString::number(other.serverPort())});
    EXPECT_EQ(program.exitCode(), 3);
    EXPECT_TRUE(program.errors().contains(QByteArray::number(other.serverPort())));
}

TEST(SimProgram, helpAndVersion_arePrinted) {
    Program help({QStringLiteral("--help")});
    EXPECT_EQ(help.exitCode(), 0);
    for (const char* option : {"--api-port", "--ws-port", "--single-port", "--rows", "--rate", "--seed", "--generation",
                               "--access-lifetime", "--login", "--password"})
        EXPECT_TRUE(help.collect().contains(option)) << option;
    Program version({QStringLiteral("--version")});
    EXPECT_EQ(version.exitCode(), 0);
    EXPECT_TRUE(version.collect().startsWith("attune-sim "));
}

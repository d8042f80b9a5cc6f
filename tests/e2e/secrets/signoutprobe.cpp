// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
//
// A program for another one to look into: signs in, and out, and renews, as it is told line by line.
#include "attune/core/enforcementstore.h"
#include "attune/core/random.h"
#include "attune/core/serverclock.h"
#include "attune/net/networktransport.h"
#include "attune/session/session.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimer>

#include <cstdio>
#include <unistd.h>

using namespace attune;
using session::ConnectionState;

namespace {

class Probe {
public:
    explicit Probe(const QStringList& arguments) {
        m_profile.name = QStringLiteral("probe");
        m_profile.api = QUrl(arguments.value(1));
        m_profile.ws = QUrl(arguments.value(2));
        m_profile.login = arguments.value(3);
        m_session.setStore(&m_store);
        QObject::connect(&m_session, &session::Session::batchReady, &m_context,
                         [this](const core::EnforcementBatch& batch) { (void)m_store.apply(batch); });
        QObject::connect(&m_session, &session::Session::statusChanged, &m_context,
                         [this](const session::ConnectionStatus& status) {
                             if (std::exchange(m_state, status.state) != status.state)
                                 say(session::stateWord(status.state).toUtf8());
                         });
    }

    /// `in PASSWORD`, `out` or `end`.
    void obey(QByteArray line) {
        line = line.trimmed();
        if (line == "out") {
            m_session.signOut();
            // What is queued between the threads, and their deferred deletions, come first.
            QTimer::singleShot(300, &m_context, [] { say("forgotten"); });
        } else if (line == "end") {
            QCoreApplication::quit();
        } else {
            m_session.signIn(m_profile, QString::fromUtf8(line.mid(3)), &m_context, [](const auto& problem) {
                if (problem)
                    say("problem " + problem->message.toUtf8());
            });
        }
        line.fill('\0');
    }

private:
    static void say(const QByteArray& words) {
        std::printf("%s\n", words.constData());
        std::fflush(stdout);
    }

    core::SystemClock m_clock;
    core::ServerClock m_serverClock{m_clock};
    core::SeededRandom m_random{1};
    core::Vocabulary m_vocabulary;
    core::EnforcementStore m_store;
    session::Profile m_profile;
    ConnectionState m_state = ConnectionState::SignedOut;
    QObject m_context;
    session::Session m_session{std::make_unique<net::NetworkTransport>(m_vocabulary, m_serverClock), m_vocabulary,
                               m_serverClock, m_random, session::SessionOptions{}};
};

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    Probe probe(QCoreApplication::arguments());
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [&probe] {
        std::array<char, 512> bytes{};
        const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (count <= 0)
            return QCoreApplication::quit();
        probe.obey(QByteArray(bytes.data(), count));
        bytes.fill(0);
    });
    return QCoreApplication::exec();
}

// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scriptedtransport.h"
#include "support/manualclock.h"

#include "attune/core/notification.h"
#include "attune/core/random.h"

#include <QUrlQuery>

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <set>

namespace attune::test {

/// A server of virtual rows behind a scripted network: REST and notifier with their quirks, faults at the push of a
/// button, everything in virtual time.
class FakeServer {
public:
    struct Row {
        core::Id id = 0;
        core::UtcMicros created = 0;
        QByteArray status = "created";
        QByteArray ruleRef = "ops.disk_full";
        bool ruleDeleted = false;
        bool hidden = false;   ///< the list does not show it, its detail is forbidden
        bool withheld = false; ///< read answers hide its refs, which notifications tell
    };

    FakeServer(ScriptedTransport& transport, ManualClock& clock, core::Random& random, core::Vocabulary& vocabulary);

    // The world. Times are microseconds before now.
    core::Id create(core::UtcMicros ago = 0, bool announce = true);
    void fill(int count, core::UtcMicros spacing = 1'000'000, const QByteArray& status = "processed");
    void resolve(core::Id id, bool announce = true, const QByteArray& status = "processed");
    void remove(core::Id id) { rows.erase(id); }
    /// A compact notification: without creation time.
    void announceDeferred(core::Id id);

    /// Ends every stream without a close frame.
    void disconnect();
    void rotateTokens() { m_valid.clear(); }
    [[nodiscard]] QByteArray issueToken();
    [[nodiscard]] int count(const QString& pathPart) const;

    std::map<core::Id, Row> rows;
    std::chrono::milliseconds latency{20};
    bool restDown = false; ///< requests find nobody
    int restStatus = 0;    ///< every API request is answered with this error
    bool restCertificateBad = false;
    bool proxyDenies = false;
    bool notifierDown = false;   ///< handshakes are refused
    bool notifierDeaf = false;   ///< notifications are lost
    bool notifierFrozen = false; ///< nothing comes from the notifier any more
    bool deniesSubscriptions = false;
    bool detailsFail = false;
    bool detailsForbidden = false;
    bool answersFence = true;
    int rejectedRows = 0;      ///< of every page
    bool tellsTotals = true;   ///< when it is asked to
    bool countsHidden = false; ///< in totals, although no list shows them
    bool frozenAccount = false;
    QByteArray permissions = "[]"; ///< of the identity, as `/auth/me` tells them
    int tokenLifetime = 3600;
    QString password = QStringLiteral("secret");

private:
    [[nodiscard]] static bool passes(const Row& row, const QUrlQuery& query);
    void later(std::function<void()> then);
    void onRequest(const net::HttpRequest& request);
    void respond(const net::HttpRequest& request);
    void respondToAuth(const net::HttpRequest& request);
    void onOpen(net::Generation generation);
    void onText(net::Generation generation, const QString& text);
    void announce(const QByteArray& type, const Row& row, bool deferred = false);
    [[nodiscard]] QByteArray listBody(const QUrl& url);
    [[nodiscard]] QByteArray rowJson(const Row& row, bool detail) const;
    [[nodiscard]] QByteArray grantBody();

    ScriptedTransport& m_transport;
    ManualClock& m_clock;
    core::Random& m_random;
    core::NotificationDecoder m_decoder;
    std::list<std::unique_ptr<core::Timer>> m_timers;
    std::set<QByteArray> m_valid;
    core::Id m_lastId = 0;
    int m_lastToken = 0;
};

} // namespace attune::test

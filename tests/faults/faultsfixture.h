// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "faultproxy.h"
#include "simsessionfixture.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

namespace attune::test {

/// Looks at what a client must hold all the time, fault or not: the indicator claims nothing that cannot be, and no
/// more requests are under way and no more streams open than are allowed.
class StandingWatch : public QObject {
    Q_OBJECT
public:
    StandingWatch(const session::Session& session, const FaultProxy& api, const FaultProxy& notifier)
        : m_session(session), m_api(api), m_notifier(notifier) {
        m_sinceConnected.start();
        m_sinceHeard.start();
        connect(&m_timer, &QTimer::timeout, this, &StandingWatch::look);
        m_timer.start(std::chrono::milliseconds(20));
    }
    /// Nothing said by the notifier has come through for so long that the client must have noticed, and it said Live.
    [[nodiscard]] bool hasLied() const { return m_hasLied; }
    [[nodiscard]] int mostRequests() const { return m_mostRequests; }
    [[nodiscard]] int mostStreams() const { return m_mostStreams; }

private:
    void look() {
        m_mostRequests = std::max(m_mostRequests, m_api.busyLinks());
        m_mostStreams = std::max(m_mostStreams, m_notifier.openLinks());
        const bool isConnected = m_notifier.openLinks() > 0;
        const bool isDeaf = m_notifier.isDeaf();
        const bool isLive = m_session.status().state == session::ConnectionState::Live;
        if (!isLive || isConnected)
            m_sinceConnected.restart();
        if (!isLive || (isConnected && !isDeaf))
            m_sinceHeard.restart();
        if (m_sinceConnected.elapsed() > Closed.count() || m_sinceHeard.elapsed() > HalfOpen.count())
            m_hasLied = true;
    }

    static constexpr std::chrono::milliseconds HalfOpen{16'000}; ///< ten of silence, five for the pong
    static constexpr std::chrono::milliseconds Closed{1'000};

    const session::Session& m_session;
    const FaultProxy& m_api;
    const FaultProxy& m_notifier;
    QTimer m_timer;
    QElapsedTimer m_sinceConnected;
    QElapsedTimer m_sinceHeard;
    bool m_hasLied = false;
    int m_mostRequests = 0;
    int m_mostStreams = 0;
};

/// The real session and the simulated server with a bad network between them, one for each of the two roads.
class FaultsFixture : public SimSessionFixture {
protected:
    void serveBehindProxies(const std::function<void(sim::SimOptions&)>& adjust, std::uint32_t seed = 1) {
        serve(adjust);
        if (HasFatalFailure())
            return;
        apiUrl = profile.api;
        api = std::make_unique<FaultProxy>(static_cast<std::uint16_t>(apiUrl.port()), seed);
        notifier = std::make_unique<FaultProxy>(static_cast<std::uint16_t>(profile.ws.port()), seed + 1);
        profile.api.setPort(api->port());
        profile.ws.setPort(notifier->port());
        watch = std::make_unique<StandingWatch>(*session, *api, *notifier);
    }
    /// Live, with rows coming in all the while, faults or not.
    void liveAt(double rate) {
        serveBehindProxies([rate](sim::SimOptions& options) {
            options.rows = 400;
            options.rate = rate;
            options.delayScale = 0.1;
        });
        if (!HasFatalFailure())
            live();
    }
    /// Somebody else answers every request to the API until giveApiBack(): by each of `answers` in turn, `count` times,
    /// whatever is asked.
    void takeApi(const std::vector<sim::SimFailure>& answers) {
        stranger = std::make_unique<sim::SimServer>(sim::SimOptions());
        const auto endpoints = stranger->start();
        ASSERT_TRUE(endpoints) << endpoints.error().message.toStdString();
        for (const sim::SimFailure& answer : answers)
            stranger->control().fail(answer);
        leadApiTo(endpoints->api);
    }
    void giveApiBack() { leadApiTo(apiUrl); }
    [[nodiscard]] bool leavesLive(std::chrono::milliseconds within) {
        return waitFor([this] { return state() != State::Live; }, within);
    }
    /// What holds after every fault: Live again, one confirmed stream, nothing missing, nothing too much, no lie and no
    /// crowd of requests or streams meanwhile, no token where it does not belong.
    void expectRecovery(std::chrono::milliseconds within = std::chrono::seconds(20)) {
        api->setRefusing(false);
        notifier->setRefusing(false);
        api->mend();
        notifier->mend();
        ASSERT_TRUE(comes(State::Live, within)) << session->status().reason.toStdString();
        EXPECT_TRUE(waitFor([this] { return control().stats().clients == 1; })) << control().stats().clients;
        control().setRate(0);
        EXPECT_TRUE(mirrors()) << difference();
        EXPECT_FALSE(watch->hasLied());
        EXPECT_LE(watch->mostRequests(), 4);
        EXPECT_LE(watch->mostStreams(), 2) << "one, and its successor";
        expectNoStrayToken();
    }
    void expectNoStrayToken() const {
        for (const FaultProxy* proxy : {api.get(), notifier.get()}) {
            const QByteArray sent = proxy->sentByClients().toLower();
            // Every token of the server begins so, in lower case.
            EXPECT_EQ(sent.count("eyjhb"),
                      sent.count("authorization: bearer eyjhb") + sent.count("\"refresh_token\":\"eyjhb"));
        }
    }

    QUrl apiUrl; ///< of the server itself
    std::unique_ptr<sim::SimServer> stranger;
    std::unique_ptr<FaultProxy> api;
    std::unique_ptr<FaultProxy> notifier;
    std::unique_ptr<StandingWatch> watch; // before the session goes

private:
    void leadApiTo(const QUrl& url) {
        api->setTarget(static_cast<std::uint16_t>(url.port()));
        api->resetAll();
    }
};

} // namespace attune::test

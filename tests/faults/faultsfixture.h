// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "faultproxy.h"
#include "simsessionfixture.h"

namespace attune::test {

/// The real session and the simulated server with a bad network between them, one for each of the two roads.
class FaultsFixture : public SimSessionFixture {
protected:
    void serveBehindProxies(const std::function<void(sim::SimOptions&)>& adjust, std::uint32_t seed = 1) {
        serve(adjust);
        if (HasFatalFailure())
            return;
        api = std::make_unique<FaultProxy>(static_cast<std::uint16_t>(profile.api.port()), seed);
        notifier = std::make_unique<FaultProxy>(static_cast<std::uint16_t>(profile.ws.port()), seed + 1);
        profile.api.setPort(api->port());
        profile.ws.setPort(notifier->port());
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
    [[nodiscard]] bool leavesLive(std::chrono::milliseconds within) {
        return waitFor([this] { return state() != State::Live; }, within);
    }
    /// What holds after every fault: Live again, one confirmed stream, nothing missing, no token where it does not
    /// belong.
    void expectRecovery(std::chrono::milliseconds within = std::chrono::seconds(20)) {
        api->setRefusing(false);
        notifier->setRefusing(false);
        api->mend();
        notifier->mend();
        ASSERT_TRUE(comes(State::Live, within)) << session->status().reason.toStdString();
        EXPECT_TRUE(waitFor([this] { return control().stats().clients == 1; })) << control().stats().clients;
        control().setRate(0);
        EXPECT_TRUE(mirrors()) << difference();
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

    std::unique_ptr<FaultProxy> api;
    std::unique_ptr<FaultProxy> notifier;
};

} // namespace attune::test

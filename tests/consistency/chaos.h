// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agenda.h"
#include "faults.h"
#include "notifierside.h"
#include "tokenoffice.h"
#include "world.h"

#include "attune/core/random.h"

#include <chrono>
#include <functional>
#include <string>

namespace attune::test {

/// Makes things happen, as a seed will have it: rows come, change and go, and everything breaks for a while. What it
/// does depends on the seed alone, not on what the client does.
class Chaos {
public:
    /// How one run is cut out.
    struct Temper {
        std::size_t burst = 0;   ///< rows of a flood
        int bulk = 40;           ///< rows of one transaction at most
        bool mayRestore = false; ///< the server may be set back to a backup
        double worldShare = 0.5; ///< of all actions; the others break something
    };

    Chaos(core::Random& random, ManualClock& clock, World& world, Faults& faults, NotifierSide& notifier,
          TokenOffice& tokens, const Temper& temper);

    /// One thing, of whatever kind.
    void act();
    /// Something ordinary: rows are created and resolved.
    void live();
    /// Every fault ends; transactions that are under way still commit.
    void calm();

    std::function<void(const std::string&)> onAct; ///< what was done, for a log

    [[nodiscard]] double uniform() { return m_random.uniform(); }
    [[nodiscard]] int upTo(int limit) { return static_cast<int>(m_random.uniform() * (limit + 1)); }
    [[nodiscard]] std::chrono::milliseconds within(std::chrono::milliseconds limit);

private:
    void actOnWorld();
    void actOnRows();
    void breakSomething();
    void breakReads();
    void breakStream();
    void breakTokens();
    void create(int count, std::chrono::milliseconds commitsAfter);
    void createOne();
    void flood();
    void lateCommitBehindBurst();
    void resolveSome(int count);
    void deleteSome();
    [[nodiscard]] core::Id pick(const std::function<bool(const World::Row&)>& which);
    /// `member` has `value` for a while.
    template<class T>
    void forAWhile(const char* what, T Faults::*member, T value);
    void tell(const std::string& what) const;

    core::Random& m_random;
    World& m_world;
    Faults& m_faults;
    NotifierSide& m_notifier;
    TokenOffice& m_tokens;
    ManualClock& m_clock;
    Temper m_temper;
    Agenda m_agenda;
    int m_floodsLeft = 12;     // each takes its time to be judged
    bool m_mayDistrust = true; // a client renews a token that looks good only once in a while
};

} // namespace attune::test

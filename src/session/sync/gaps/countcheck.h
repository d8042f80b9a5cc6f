// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "requester.h"

#include "attune/core/clock.h"
#include "attune/core/details.h"
#include "attune/core/enforcementstore.h"
#include "attune/core/random.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <unordered_set>
#include <vector>

namespace attune::session {

/// Compares about once an hour how many rows are `created` by the server's own count with how many the cache has: a
/// second opinion on everything that walks and notifications have told. Only a hint, and only where both numbers cannot
/// be right: rows that came or went between the question and a while after the answer may count or not. A server that
/// refuses, fails, takes too long or does not tell its total has told nothing. GUI thread.
class CountCheck : public QObject {
    Q_OBJECT
public:
    /// Whether the cache claims to have all rows that are `created`; asked before and after each count.
    using Claim = std::function<bool()>;

    CountCheck(Requester& requester, core::Vocabulary& vocabulary, core::Clock& clock, core::Random& random,
               Claim claim, QObject* parent = nullptr);

    /// Not owned, may be null: then nothing is counted.
    void setStore(const core::EnforcementStore* store) { m_store = store; }
    /// Only while it is so is anything asked or concluded; the first count comes a Period after the first time.
    void setLive(bool live);
    /// Another identity or server: forgets everything.
    void stop();
    /// What the cache has learned, after it has.
    void noteBatch(const core::EnforcementBatch& batch);

    static constexpr std::chrono::minutes Period{60};
    static constexpr std::chrono::minutes RetryDelay{1};   ///< when it is due, and nothing can be concluded now
    static constexpr std::chrono::minutes RecheckDelay{5}; ///< whether reading has explained a difference
    /// Counting may be slow where listing is not. A proxy would wait no longer than a minute.
    static constexpr std::chrono::seconds Patience{50};
    static constexpr std::chrono::seconds Grace{5}; ///< in which news from before the answer may still come

Q_SIGNALS:
    /// Something seems to be missing, or to be there that should not.
    void differs();

private:
    void schedule(std::chrono::milliseconds delay);
    void ask();
    void onAnswer(const ServiceResult<core::EnforcementPage>& page);
    void judge();
    void conclude(std::int64_t difference);
    /// By how much the server counts more, negative: fewer, than can be.
    [[nodiscard]] std::int64_t difference() const;
    [[nodiscard]] bool mayConclude() const { return m_isLive && m_store != nullptr && m_claim(); }

    Requester& m_requester;
    core::Vocabulary& m_vocabulary;
    core::Clock& m_clock;
    core::Random& m_random;
    Claim m_claim;
    const core::EnforcementStore* m_store = nullptr;
    bool m_isLive = false;
    bool m_isCounting = false;             // from the question to the end of the grace
    bool m_isRecheck = false;              // reading has had its turn since the last difference
    std::uint64_t m_epoch = 0;             // late answers carry an old number
    std::vector<core::Id> m_before;        // rows that were open when it was asked
    std::unordered_set<core::Id> m_opened; // rows that were said to be open since
    std::uint64_t m_total = 0;             // what the server said
    std::int64_t m_unexplained = 0;        // a difference that reading did not change: no news
    std::unique_ptr<core::Timer> m_timer;
};

} // namespace attune::session

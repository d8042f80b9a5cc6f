// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "history/historyreader.h"
#include "sessionfixture.h"

using namespace attune;
using namespace std::chrono_literals;
using Phase = session::HistorySearch::Phase;

namespace {

constexpr core::UtcMicros Second = 1'000'000;

/// 10,000 rows, one a second, of which the newest few hundred are loaded and every fifth is of the rule looked for.
class HistorySearch : public test::SessionFixture {
protected:
    explicit HistorySearch(session::SessionOptions theOptions = {.readDepth = 100}) : SessionFixture(theOptions) {
        filter.rule = core::TermFilter::parse(u"=core.timer");
        QObject::connect(session.get(), &session::Session::searchChanged, &context,
                         [this](const session::HistorySearch& search) { seen.push_back(search); });
    }
    void start(int count = 10'000) {
        server->fill(count);
        for (auto& [id, row] : server->rows)
            row.ruleRef = id % 5 == 0 ? "core.timer" : "ops.disk_full";
        if (onFilled)
            onFilled();
        live();
        pass(20s);
        ASSERT_FALSE(session->status().isReadingReach);
    }
    void search(std::chrono::milliseconds limit = 5min) {
        session->searchOlder(filter);
        ASSERT_TRUE(test::passUntil(clock, limit, [this] { return phase() != Phase::Reading; }));
        pass(1s);
    }
    [[nodiscard]] Phase phase() const { return session->search().phase; }
    [[nodiscard]] int asked(const char* what) const { return server->count(QString::fromLatin1(what)); }
    /// Rows of the rule that the server has down to an instant and the cache has not.
    [[nodiscard]] int missing(core::UtcMicros back) const {
        int count = 0;
        for (const auto& [id, row] : server->rows)
            count += row.ruleRef == "core.timer" && row.created > back && !has(id) ? 1 : 0;
        return count;
    }

    /// The last 2,000 seconds, where the server's clock differs from that of this computer.
    void searchLastMinutes(std::chrono::seconds ahead) {
        const core::UtcMicros shift = std::chrono::microseconds(ahead).count();
        transport->clockAhead = ahead;
        onFilled = [this, shift] {
            for (auto& [id, row] : server->rows)
                row.created += shift;
        };
        start();
        filter.window = 2'000s;
        search();
        const core::UtcMicros bound = clock.now() + shift - 2'000 * Second;
        EXPECT_EQ(phase(), Phase::AtBound);
        EXPECT_EQ(missing(bound), 0);
        EXPECT_LT(session->search().back, bound);
        EXPECT_GT(session->search().back, bound - 2'500 * Second) << "hardly more than a page";
    }

    std::function<void()> onFilled;
    core::EnforcementFilter filter;
    std::vector<session::HistorySearch> seen;
};

class FullHistorySearch : public HistorySearch {
protected:
    FullHistorySearch() : HistorySearch({.readDepth = 100, .rowCap = 500}) {}
};

} // namespace

TEST_F(HistorySearch, rowsOfOneRule_areFoundBelowWhatIsLoaded) {
    start();
    const std::size_t before = store.size();
    const core::UtcMicros since = session->status().completeSince;
    search();
    EXPECT_EQ(phase(), Phase::Paused);
    EXPECT_EQ(session->search().criteria, QStringLiteral("rule_ref=core.timer"));
    EXPECT_GE(session->search().found, session::HistoryReader::FoundAtOnce);
    EXPECT_LE(session->search().found, session::HistoryReader::FoundAtOnce + session::HistoryReader::StepRows);
    EXPECT_EQ(store.size(), before + session->search().found);
    EXPECT_EQ(missing(session->search().back), 0);
    EXPECT_LT(session->search().back, since - 2'000 * Second);
    EXPECT_EQ(session->status().completeSince, since) << "of the other rules nothing was read";
    EXPECT_EQ(difference(), "");
}

TEST_F(HistorySearch, again_goesOnToTheEndOfTheList) {
    start();
    search();
    const std::size_t found = session->search().found;
    ASSERT_EQ(phase(), Phase::Paused);
    while (phase() == Phase::Paused)
        search();
    EXPECT_EQ(phase(), Phase::AtEnd);
    EXPECT_GT(session->search().found, found);
    EXPECT_EQ(missing(0), 0);
    const int lists = this->lists();
    search();
    EXPECT_EQ(phase(), Phase::AtEnd) << "there is nothing older";
    EXPECT_LE(this->lists() - lists, 2);
}

TEST_F(HistorySearch, progress_isToldFromPageToPage) {
    start();
    search();
    ASSERT_GE(seen.size(), 5U);
    for (std::size_t i = 1; i < seen.size(); ++i) {
        EXPECT_GE(seen[i].found, seen[i - 1].found);
        EXPECT_GE(seen[i].read, seen[i - 1].read);
        EXPECT_LE(seen[i].back, seen[i - 1].back);
    }
}

TEST_F(HistorySearch, cancelled_keepsWhatItFoundAndGoesOnLater) {
    start();
    session->searchOlder(filter);
    ASSERT_TRUE(test::passUntil(clock, 1min, [this] { return session->search().found > 100; }));
    session->cancelSearch();
    EXPECT_EQ(phase(), Phase::Cancelled);
    const int lists = this->lists();
    pass(2s);
    EXPECT_EQ(this->lists(), lists) << "nothing more is asked";
    EXPECT_GE(store.size(), session->search().found);
    EXPECT_EQ(missing(session->search().back), 0) << "it claims no more than it has gone over";
    search();
    EXPECT_EQ(missing(session->search().back), 0);
    EXPECT_GE(session->search().found, 500U);
}

TEST_F(HistorySearch, filterWithABound_isNotSearchedBeyondIt) {
    start();
    filter.from = clock.now() - 2'000 * Second;
    search();
    EXPECT_EQ(phase(), Phase::AtBound);
    EXPECT_EQ(missing(filter.from), 0);
    EXPECT_LT(session->search().back, filter.from);
    EXPECT_GT(session->search().back, filter.from - 2'500 * Second) << "hardly more than a page";
}

TEST_F(HistorySearch, lastMinutesOfAServerAhead_areItsOwn) { searchLastMinutes(4h); }
TEST_F(HistorySearch, lastMinutesOfAServerBehind_areItsOwn) { searchLastMinutes(-2h); }

TEST_F(HistorySearch, filterThatTheServerCannotApply_readsEverythingAndSaysSo) {
    start();
    filter.rule = core::TermFilter::parse(u"timer");
    const core::UtcMicros since = session->status().completeSince;
    search();
    EXPECT_EQ(session->search().criteria, QString());
    EXPECT_EQ(missing(session->search().back), 0);
    EXPECT_GE(session->search().read, 2'500U);
    EXPECT_LT(session->status().completeSince, since - 2'400 * Second) << "all of it is loaded now";
    EXPECT_EQ(difference(), "");
}

TEST_F(HistorySearch, errors_areNamedAndTheSearchCanGoOn) {
    start();
    session->searchOlder(filter);
    ASSERT_TRUE(test::passUntil(clock, 1min, [this] { return session->search().found > 0; }));
    server->restStatus = 500;
    ASSERT_TRUE(test::passUntil(clock, 10min, [this] { return phase() != Phase::Reading; }));
    EXPECT_EQ(phase(), Phase::Failed);
    EXPECT_FALSE(session->search().reason.isEmpty());
    server->restStatus = 0;
    search();
    EXPECT_EQ(phase(), Phase::Paused);
    EXPECT_TRUE(session->search().reason.isEmpty());
    EXPECT_EQ(missing(session->search().back), 0);
}

TEST_F(HistorySearch, rowsThatComeAndGoMeanwhile_areNotMissed) {
    start();
    session->searchOlder(filter);
    for (int i = 0; phase() == Phase::Reading; ++i) {
        server->rows[server->create()].ruleRef = "core.timer";
        const core::UtcMicros limit = session->search().back;
        for (const auto& [id, row] : server->rows) {
            if (row.created > limit && row.ruleRef == "core.timer") {
                server->remove(id);
                break;
            }
        }
        pass(100ms);
        ASSERT_LT(i, 3'000);
    }
    pass(1s);
    EXPECT_EQ(missing(session->search().back), 0);
}

TEST_F(HistorySearch, rowsTiedByTheHundred_areAllRead) {
    onFilled = [this] {
        for (auto& [id, row] : server->rows)
            row.created = row.created / (200 * Second) * (200 * Second); // forty of the rule
    };
    start();
    search();
    EXPECT_EQ(missing(session->search().back), 0);
    EXPECT_TRUE(session->search().isProven);
}

TEST_F(HistorySearch, listOutOfOrder_isSaid) {
    onFilled = [this] {
        int n = 0;
        for (auto& [id, row] : server->rows) { // more of one instant than any two pages straddle
            if (row.ruleRef == "core.timer" && ++n <= 500)
                row.created = server->rows.begin()->second.created;
        }
    };
    start();
    search();
    while (phase() == Phase::Paused)
        search();
    EXPECT_FALSE(session->search().isProven);
}

TEST_F(HistorySearch, anotherFilter_beginsAnewAndTheFirstOneIsRemembered) {
    start();
    search();
    const core::UtcMicros back = session->search().back;
    session->forgetSearch();
    EXPECT_EQ(phase(), Phase::None);
    const int lists = this->lists();
    filter.from = back + 60 * Second; // the same question to the server
    search();
    EXPECT_EQ(phase(), Phase::AtBound);
    EXPECT_EQ(this->lists(), lists) << "that was searched already";
    EXPECT_EQ(session->search().back, back);
}

TEST_F(HistorySearch, rowsDeletedLater_areFoundOutWhenEverythingIsChecked) {
    start();
    search();
    int n = 0;
    for (auto it = server->rows.begin(); it != server->rows.end();) {
        const bool goes = it->second.ruleRef == "core.timer" && has(it->first) && ++n % 2 == 0;
        it = goes ? server->rows.erase(it) : std::next(it);
    }
    ASSERT_NE(difference(), "") << "ghosts, so far";
    ASSERT_GT(n, 300);
    session->refresh();
    EXPECT_TRUE(test::passUntil(clock, 2min, [this] { return difference().empty(); })) << difference();
    EXPECT_EQ(missing(session->search().back), 0);
}

TEST_F(HistorySearch, rowsCreatedShortlyBeforeTheSearch_areFoundOutToo) {
    onFilled = [this] {
        for (auto& [id, row] : server->rows)
            row.created = clock.now() - (server->rows.rbegin()->first - id) * 1000;
    };
    start();
    search();
    std::vector<core::Id> found;
    for (const auto& [id, row] : server->rows) {
        if (has(id) && row.created < session->status().completeSince)
            found.push_back(id);
    }
    ASSERT_GT(found.size(), 300U);
    const core::Id gone = found[found.size() / 2];
    server->remove(gone);
    session->refresh();
    EXPECT_TRUE(test::passUntil(clock, 2min, [&] { return !has(gone); }));
}

TEST_F(HistorySearch, rowDeletedFarBelowWhatWasFound_isFoundOutToo) {
    start(8'000);
    filter.rule = core::TermFilter::parse(u"=ops.disk_full");
    for (auto& [id, row] : server->rows)
        row.ruleRef = "ops.disk_full";
    do
        search();
    while (phase() == Phase::Paused);
    ASSERT_EQ(phase(), Phase::AtEnd);
    ASSERT_EQ(store.size(), 8'000U);
    server->remove(20);
    server->remove(7'000);
    session->refresh();
    EXPECT_TRUE(test::passUntil(clock, 2min, [this] { return difference().empty(); })) << difference();
}

TEST_F(HistorySearch, holeBetweenItAndWhatIsLoaded_endsItsClaim) {
    start();
    search();
    ASSERT_EQ(phase(), Phase::Paused);
    server->disconnect();
    server->notifierDown = server->restDown = true;
    pass(60min);
    for (int i = 3'000; i > 0; --i)
        server->rows[server->create(i * Second, false)].status = "processed";
    server->notifierDown = server->restDown = false;
    ASSERT_TRUE(test::passUntil(clock, 5min, [this] { return phase() == Phase::None; }));
    search();
    EXPECT_EQ(missing(session->search().back), 0);
}

TEST_F(HistorySearch, signOut_endsIt) {
    start();
    session->searchOlder(filter);
    pass(100ms);
    session->signOut();
    EXPECT_EQ(phase(), Phase::None);
    session->searchOlder(filter);
    EXPECT_EQ(phase(), Phase::None) << "nobody is signed in";
}

TEST_F(HistorySearch, beforeAnythingIsLoaded_failsInWords) {
    signIn();
    ASSERT_TRUE(test::passUntil(clock, 5s, [&] { return session->isSignedIn(); }));
    server->restStatus = 500;
    pass(2s);
    ASSERT_EQ(session->status().completeSince, core::UnknownTime);
    session->searchOlder(filter);
    EXPECT_EQ(phase(), Phase::Failed);
    EXPECT_FALSE(session->search().reason.isEmpty());
}

TEST_F(FullHistorySearch, cacheThatTakesNoMore_endsItAndClaimsNothing) {
    start(3'000);
    search();
    EXPECT_EQ(phase(), Phase::Full);
    EXPECT_EQ(missing(session->search().back), 0);
    EXPECT_EQ(store.size(), 500U);
    EXPECT_GT(session->search().found, 100U);
    EXPECT_LE(session->search().found, 500U);
    const core::UtcMicros back = session->search().back;
    for (int i = 0; i < 30; ++i) {
        server->create();
        pass(1s);
    }
    EXPECT_EQ(phase(), Phase::Full);
    EXPECT_GT(session->search().back, back);
    EXPECT_EQ(missing(session->search().back), 0) << "rows found go first when new ones come";
}

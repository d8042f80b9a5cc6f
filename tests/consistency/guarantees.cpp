// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "guarantees.h"

#include "rowtext.h"

#include <algorithm>
#include <utility>

namespace attune::test {

namespace {

using State = session::ConnectionState;
using namespace std::chrono_literals;

// How late a client may be at most while it says Live.
constexpr auto CreatedLateness = 180s; // two head periods, and a walk that struggles
constexpr auto StatusLateness = 260s;  // two open periods, and single rows asked for
// The same while reading works and somebody looks; the time that a walk and questions about single rows take comes on
// top.
constexpr auto CreatedPromptness = 36s; // one head period, jittered
constexpr auto StatusPromptness = 72s;  // one open period, jittered: the long one, if the row was new when it began
constexpr auto ReadingTime = 5s;
constexpr auto ReadingTimePerPage = 600ms;
constexpr std::size_t RowsPerPage = 89; // of overlapping pages
constexpr auto LateCommit = 55s;        // longer ones are found by the walk over everything
constexpr auto SilenceLimit = 21s;      // until a half-open stream is noticed
constexpr auto StatusPeriod = 1s;       // how often it is told since when rows are kept
constexpr auto ReadLimit = 66s;         // age of the last answer that vouches for the rows
constexpr auto FrameSlack = 2s;         // from an answer to the frame that shows what it told
constexpr auto MakingUp = 15s;          // for what was read rarely while nobody looked
constexpr auto DropLateness = 1s;       // until what was dropped is asked for, before a hole among the ids tells of it
constexpr auto RequestLimit = 30s;      // that hang are in the way of others; they end sooner
constexpr std::size_t MaxViolations = 8;
constexpr std::size_t MaxRequests = 4;
constexpr std::size_t MaxStreams = 2;
constexpr std::size_t MaxAttemptsPerMinute = 30;
constexpr std::size_t MaxRequestsInTenSeconds = 12 + 50 + 18; // a burst, five a second, and what cannot wait
constexpr std::size_t MaxReadAtOnce = 2'000;                  // rows of pages that come between two frames
constexpr std::size_t MaxTimersAtRest = 40;                   // those of the server among them

[[nodiscard]] std::string name(core::Id id) { return "row " + std::to_string(id); }

} // namespace

void Guarantees::report(const char* guarantee, const std::string& what) {
    if (m_violations.size() >= MaxViolations)
        return;
    const auto at = std::chrono::duration<double>(m_scene.clock.steady()).count() - 3600;
    m_violations.push_back(std::string(guarantee) + " at " + std::to_string(at) + " s: " + what);
}

/// A server that was set back makes true what was an error before.
bool Guarantees::wentBack(Instant since) const { return m_scene.world.restoredAt >= since; }

void Guarantees::onBatch(const core::EnforcementBatch& batch) {
    if (batch.updates.size() > m_scene.maxPending + MaxReadAtOnce)
        report("bounded", std::to_string(batch.updates.size()) + " updates have waited");
    judgeRemoved(batch.removed);
    for (const core::EnforcementUpdate& update : batch.updates) {
        if (core::Status::isFinal(update.row.status))
            m_toldFinal.insert(update.row.id);
    }
}

/// Whatever else was told of them in the same batch, or while the view was frozen.
void Guarantees::onCaughtUp() {
    for (const core::Id id : std::exchange(m_toldFinal, {})) {
        const auto seq = m_scene.store.find(id);
        if (seq && !core::Status::isFinal(m_scene.store.row(*seq).status) && !wentBack(0s))
            report("monotone", name(id) + " was told to be final");
    }
}

void Guarantees::judgeRemoved(const std::vector<core::Id>& ids) {
    for (const core::Id id : ids) {
        m_removedAt[id] = m_scene.clock.steady();
        if (!m_scene.store.find(id))
            continue;
        const Row* row = m_scene.world.find(id);
        const auto now = m_scene.clock.steady();
        if (row != nullptr && row->isVisible() && row->hiddenUntil < 0s && !wentBack(now - CreatedLateness))
            report("no false delete", name(id) + " is on the server");
        else if (row != nullptr && row->isVisible() && now - row->visibleSince > CreatedLateness && !wentBack(0s))
            report("no false delete", name(id) + " has been visible again for long");
    }
}

void Guarantees::onApplied(const core::BatchPlan& plan) {
    if (std::exchange(m_newestRetired, m_scene.store.newestRetired()) != m_scene.store.newestRetired())
        m_retiredAt = m_scene.clock.steady();
    for (const auto* rows : {&plan.prepend, &plan.append}) {
        for (const core::EnforcementRow& row : *rows)
            judgeNewRow(row);
    }
    for (const core::RowPatch& patch : plan.patches)
        judgePatch(patch);
    if (m_scene.store.size() > m_scene.rowCap)
        report("bounded", std::to_string(m_scene.store.size()) + " rows are kept");
}

void Guarantees::judgeNewRow(const core::EnforcementRow& row) {
    if (!m_scene.world.wasEverVisible(row.id, row.created))
        report("no phantom", name(row.id) + " was never on the server");
    judgeReturn(row.id);
}

/// Once a row is proven to be gone, only an answer can bring it back that was asked for after that: an older one may
/// have been written before the row went, and notifications are no proof that it is there.
void Guarantees::judgeReturn(core::Id id) {
    const auto removed = m_removedAt.find(id);
    if (removed == m_removedAt.end())
        return;
    // The proof is older than the frame that told of it; whether the row is there now leaves no doubt which came first.
    const Row* row = m_scene.world.find(id);
    const auto since = removed->second - (row != nullptr && row->isVisible() ? FrameSlack : 0s);
    m_removedAt.erase(removed);
    if (m_scene.rest.askedFor(id) < since)
        report("no return", name(id) + " came back by something older than the proof that it had gone");
}

void Guarantees::judgePatch(const core::RowPatch& patch) {
    using core::Status::isFinal;
    const core::EnforcementRow& before = patch.before;
    const core::EnforcementRow& after = patch.after;
    const bool lostStatus = isFinal(before.status) && after.status != before.status;
    const bool lostTime = core::isInstant(before.resolvedAt) && after.resolvedAt != before.resolvedAt;
    if ((lostStatus || lostTime) && !wentBack(0s))
        report("monotone", name(before.id) + (lostStatus ? " lost its final status" : " lost its resolution"));
}

void Guarantees::onStatus(const session::ConnectionStatus& status) {
    if (status.state == State::Live && m_status.state != State::Live)
        m_liveSince = m_scene.clock.steady();
    judgeClaim(status.completeSince);
    m_status = status;
    if (status.state == State::Live)
        judgeLive();
}

void Guarantees::onSearch(int kind, const session::HistorySearch& search) {
    if (m_search.phase == session::HistorySearch::Phase::None)
        m_searchBegan = m_scene.clock.steady();
    m_searchedKind = kind;
    m_search = search;
}

void Guarantees::onRequest(const net::HttpRequest& request) {
    const QString path = request.url.path();
    const std::size_t inFlight = m_scene.transport.requests.size(); // those for tokens too
    if (inFlight > MaxRequests)
        report("bounded", std::to_string(inFlight) + " requests in flight");
    judgePace();
    if (path == QStringLiteral("/auth/refresh") && !m_scene.tokens.mayRenew())
        report("bounded", "a young token that nobody refused is renewed");
    if (path.endsWith(QStringLiteral("/enforcements")) && !request.url.query().contains(QStringLiteral("status")))
        noteListAsked();
}

void Guarantees::noteListAsked() {
    const auto now = m_scene.clock.steady();
    m_listsAsked.push_back(now);
    while (m_listsAsked.front() < now - 60s)
        m_listsAsked.pop_front();
}

/// A search that the operator waits for goes as fast as the server answers, one page at a time.
void Guarantees::judgePace() {
    if (m_search.phase == session::HistorySearch::Phase::Reading)
        return m_requests.clear();
    const auto now = m_scene.clock.steady();
    m_requests.push_back(now);
    while (m_requests.front() < now - 10s)
        m_requests.pop_front();
    if (m_requests.size() > MaxRequestsInTenSeconds)
        report("bounded", std::to_string(m_requests.size()) + " requests in ten seconds");
}

void Guarantees::onStreamOpened() {
    const auto now = m_scene.clock.steady();
    m_attempts.push_back(now);
    while (m_attempts.front() < now - 60s)
        m_attempts.pop_front();
    if (m_attempts.size() > MaxAttemptsPerMinute)
        report("bounded", std::to_string(m_attempts.size()) + " attempts to connect in a minute");
    if (m_scene.transport.openStreams().size() > MaxStreams)
        report("bounded", "more than two streams");
}

void Guarantees::onCleared() {
    m_clearedAt = m_scene.clock.steady();
    m_clearedFor = m_scene.rest.grantsTold();
    m_removedAt.clear();
    m_toldFinal.clear();
}

/// Once a client knows that it may not see rows of a kind, it shows none, not even for the time that proofs take.
void Guarantees::judgeHiddenRows() {
    if (m_clearedFor != m_scene.world.grantChanges() || m_scene.world.hiddenKinds().empty() || wentBack(0s))
        return;
    for (auto seq = m_scene.store.firstSeq(); seq < m_scene.store.endSeq(); ++seq) {
        const Row* row = m_scene.world.find(m_scene.store.row(seq).id);
        if (row != nullptr && m_scene.world.hiddenKinds().contains(row->kind))
            report("confidential", name(row->id) + " is of a rule that must not be seen any more");
    }
}

void Guarantees::onStreamClosedByClient(net::Generation generation) {
    if (std::max(m_clearedAt, m_resumedAt) == m_scene.clock.steady())
        return; // what it would tell is not wanted any more, or not expected
    const auto& streams = m_scene.notifier.streams();
    const auto& stream = streams.at(generation);
    if (!m_scene.notifier.isOpen(generation) || !stream.isSubscribed || stream.hasFlaw || m_scene.faults.frozen)
        return;
    const bool hasOther = std::any_of(streams.begin(), streams.end(), [&](const auto& entry) {
        return entry.first != generation && m_scene.notifier.isOpen(entry.first) && entry.second.isSubscribed;
    });
    if (!hasOther && m_status.state != State::SignedOut)
        report("no gap", "a good stream is closed before another one is confirmed");
}

/// Since when no open stream could have told anything; nothing while one could.
std::optional<Guarantees::Instant> Guarantees::deafSince() const {
    std::optional<Instant> since;
    for (const auto& [generation, stream] : m_scene.notifier.streams()) {
        if (!m_scene.notifier.isOpen(generation) || !stream.isSubscribed)
            continue;
        if (!stream.deadSince)
            return std::nullopt;
        since = std::max(since.value_or(*stream.deadSince), *stream.deadSince);
    }
    return since.value_or(Instant(0));
}

void Guarantees::onAttention(bool attended) {
    if (std::exchange(m_attended, attended) == attended || !attended)
        return;
    m_attendedSince = m_scene.clock.steady();
    onUserRetry();
}

/// Afterwards what was put off is made up for, as if nobody had looked.
void Guarantees::onFrozen(bool frozen) {
    const auto now = m_scene.clock.steady();
    if (std::exchange(m_isFrozen, frozen) == frozen)
        return;
    if (!frozen)
        m_attendedSince = m_thawedAt = now;
    else if (now - m_thawedAt >= MakingUp)
        m_frozenAt = now;
}

/// When the list was read last, if reading works at all.
Guarantees::Instant Guarantees::lastReadable() const {
    const auto now = m_scene.clock.steady();
    return m_isFrozen || now - m_thawedAt < MakingUp ? m_frozenAt : now;
}

void Guarantees::onResumed() {
    m_resumedAt = m_scene.clock.steady();
    onUserRetry();
}

bool Guarantees::isReadRarely() const {
    return m_isFrozen || !m_attended || m_scene.clock.steady() - m_attendedSince < MakingUp;
}

void Guarantees::judgeLive() {
    const auto now = m_scene.clock.steady();
    if (const auto since = deafSince(); since && now - *since > SilenceLimit)
        report("indicator", "Live without a stream that could tell anything");
    if (!isReadRarely() && now - m_scene.rest.lastGoodList() > ReadLimit)
        report("indicator", "Live although nothing has been read for long");
}

/// More may be claimed only when it is on show. What came while it was read is for the notifier, or the next reading.
void Guarantees::judgeClaim(core::UtcMicros since) {
    const core::UtcMicros before = m_status.completeSince;
    const bool isMore = since != core::UnknownTime && (before == core::UnknownTime || since < before);
    if (!isMore || wentBack(0s))
        return;
    const auto known = lastReadable() - CreatedLateness;
    for (const auto& [id, row] : m_scene.world.rows) {
        const bool isClaimed = row.isVisible() && row.created > since &&
                               (before == core::UnknownTime || row.created <= before) &&
                               row.created > m_scene.store.newestRetired();
        const bool wasThere = row.hiddenUntil < 0s && row.visibleSince <= std::max(known, m_began);
        if (isClaimed && wasThere && row.commitDelay <= LateCommit && !m_scene.store.find(id))
            report("claim", name(id) + " is said to be loaded");
    }
}

bool Guarantees::isInWindow(const Row& row) const {
    return row.isVisible() && m_status.completeSince != core::UnknownTime && row.created > m_status.completeSince;
}

/// Reading has worked for somebody who looks, and long enough to tell of what happened then.
bool Guarantees::isOverdue(Instant since, Instant promptness) const {
    if (!m_attended || m_scene.faults.readsFail())
        return false;
    const auto readsSince = std::max({m_scene.rest.lastFailure(), m_liveSince, m_attendedSince});
    const auto pages = static_cast<std::int64_t>(1 + m_scene.world.rows.size() / RowsPerPage);
    return m_scene.clock.steady() - std::max(since, readsSince) > promptness + ReadingTime + pages * ReadingTimePerPage;
}

void Guarantees::judgeRowsOnShow() {
    if (wentBack(m_scene.clock.steady() - StatusLateness) || isReadRarely())
        return;
    for (const auto& [id, row] : m_scene.world.rows) {
        if (!isInWindow(row) || row.hiddenUntil >= 0s || row.commitDelay > LateCommit || row.cameBack)
            continue;
        if (const auto seq = m_scene.store.find(id))
            judgeStatus(row, m_scene.store.row(*seq).status);
        else
            judgeMissing(row);
    }
}

void Guarantees::judgeMissing(const Row& row) {
    const auto now = m_scene.clock.steady();
    if (row.created <= m_newestRetired && now - m_retiredAt <= StatusPeriod)
        return;
    if (now - row.visibleSince >= CreatedLateness || isOverdue(row.visibleSince, CreatedPromptness))
        report("missing while Live", name(row.id));
}

void Guarantees::judgeStatus(const Row& row, core::WordCode shown) {
    // A server that was set back may have resolved it otherwise: only the walk over everything tells.
    if (shown == row.status || (wentBack(0s) && core::Status::isFinal(shown)))
        return;
    const auto now = m_scene.clock.steady();
    const bool readsWork = now - std::max(m_scene.rest.lastFailure(), m_liveSince) > StatusLateness;
    if ((readsWork && now - row.changedAt > StatusLateness) || isOverdue(row.changedAt, StatusPromptness))
        report("stale while Live", name(row.id));
}

void Guarantees::judgeOverload() {
    const auto now = m_scene.clock.steady();
    const NotifierSide::Burst& burst = m_scene.notifier.largestBurst();
    if (burst.frames > m_scene.maxPending && burst.at > m_judgedBurst) {
        m_judgedBurst = burst.at;
        const bool canRead = !m_scene.faults.readsFail() && now - m_scene.rest.lastFailure() > RequestLimit;
        m_overloadAt = canRead ? std::optional(m_judgedBurst) : std::nullopt;
    }
    if (!m_overloadAt || now - *m_overloadAt < DropLateness)
        return;
    const auto asked = std::lower_bound(m_listsAsked.begin(), m_listsAsked.end(), *m_overloadAt);
    const bool wasAsked = asked != m_listsAsked.end() && *asked <= *m_overloadAt + DropLateness;
    if (!wasAsked && m_status.state != State::SignedOut && !m_scene.faults.readsFail())
        report("drop rule", "updates were dropped and nothing was read again");
    m_overloadAt.reset();
}

void Guarantees::sample() {
    judgeOverload();
    judgeHiddenRows();
    if (m_status.state != State::Live)
        return;
    judgeLive();
    judgeRowsOnShow();
}

void Guarantees::compare(std::size_t depth) {
    if (m_status.state != State::Live)
        return report("recovery", "the state is " + session::stateWord(m_status.state).toStdString() + ": " +
                                      m_status.reason.toStdString());
    for (const auto& [id, row] : m_scene.world.rows) {
        if (isInWindow(row))
            compareRow(row);
    }
    const core::UtcMicros flaw = newestFlaw(); // below it no list proves that a row is hidden
    for (auto seq = m_scene.store.firstSeq(); seq < m_scene.store.endSeq(); ++seq) {
        const core::EnforcementRow& shown = m_scene.store.row(seq);
        const Row* row = m_scene.world.find(shown.id);
        if (shown.created > m_status.completeSince && (row == nullptr || (!row->isVisible() && shown.created > flaw)))
            report("ghost", name(shown.id));
    }
    compareDepth(depth);
    compareSearch();
    if (m_scene.clock.pendingCalls() > MaxTimersAtRest)
        report("bounded", std::to_string(m_scene.clock.pendingCalls()) + " timers at rest");
}

void Guarantees::compareRow(const Row& row) {
    const auto seq = m_scene.store.find(row.id);
    if (!seq)
        return report("missing", name(row.id));
    ++m_compared;
    const core::EnforcementRow& shown = m_scene.store.row(*seq);
    const auto demand = [&row](bool holds) { return holds ? std::string() : name(row.id); };
    const auto check = [&](const char* field, bool holds) {
        if (!holds)
            report("stale", demand(holds) + " differs in " + field);
    };
    check("status", shown.status == row.status);
    check("created", shown.created == row.created);
    check("event", shown.event == row.event);
    check("rule", shown.rule == row.rule);
    check("rule_ref", m_scene.vocabulary.refs.utf8(shown.ruleRef) == ruleRef(row.kind).toStdString());
    check("trigger_ref", m_scene.vocabulary.refs.utf8(shown.triggerRef) == triggerRef(row.kind).toStdString());
    // A list does not tell the resolution: it may be unknown, not wrong. Of a server that was set back and has resolved
    // the row once more nothing tells.
    check("resolved_at", !core::isInstant(shown.resolvedAt) || shown.resolvedAt == row.resolvedAt || wentBack(0s));
}

/// The newest instant that more rows have than any two pages of a walk can straddle; UnknownTime if there is none.
core::UtcMicros Guarantees::newestFlaw() const {
    constexpr std::size_t TieGroup = 48;
    const auto list = m_scene.world.list(false, [] { return 0.0; });
    for (std::size_t i = TieGroup; i < list.size(); ++i) {
        if (list[i]->created == list[i - TieGroup]->created)
            return list[i]->created;
    }
    return core::UnknownTime;
}

/// What a search says it has gone over is all there, and nothing else is.
void Guarantees::compareSearch() {
    using Phase = session::HistorySearch::Phase;
    if (m_search.phase == Phase::None || m_search.phase == Phase::Reading || !m_search.isProven ||
        wentBack(m_searchBegan))
        return;
    for (const auto& [id, row] : m_scene.world.rows) {
        const bool isClaimed = row.kind == m_searchedKind && row.created > m_search.back && row.isVisible() &&
                               row.visibleSince < m_searchBegan && row.hiddenUntil < 0s &&
                               row.commitDelay <= LateCommit;
        if (isClaimed && row.created <= m_status.completeSince)
            ++m_searchedRows;
        if (isClaimed && !m_scene.store.find(id))
            report("search", name(id) + " was not found");
    }
    const core::UtcMicros flaw = newestFlaw();
    for (auto seq = m_scene.store.firstSeq(); seq < m_scene.store.endSeq(); ++seq) {
        const core::EnforcementRow& shown = m_scene.store.row(seq);
        const bool isOfKind = m_scene.vocabulary.refs.utf8(shown.ruleRef) == ruleRef(m_searchedKind).toStdString();
        if (isOfKind && shown.created > std::max(m_search.back, flaw) && m_scene.world.find(shown.id) == nullptr)
            report("ghost of a search", name(shown.id));
    }
}

/// A window that is complete but tiny would be true and useless.
void Guarantees::compareDepth(std::size_t depth) {
    const auto list = m_scene.world.list(false, [] { return 0.0; });
    if (depth == 0 || list.empty())
        return;
    const core::UtcMicros edge = list[std::min(depth, list.size()) - 1]->created;
    if (newestFlaw() >= edge)
        return; // no list proves what lies below it
    if (m_status.completeSince == core::UnknownTime || m_status.completeSince > edge)
        report("reach", "fewer than the newest " + std::to_string(depth) + " rows are complete");
}

} // namespace attune::test

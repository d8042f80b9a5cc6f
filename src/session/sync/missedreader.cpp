// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/missedreader.h"

#include "logcategories.h"
#include "sync/gaps/doubtfulground.h"
#include "sync/storequery.h"

#include <algorithm>
#include <utility>

namespace attune::session {

namespace {

/// Of the rows that came last, which may be old ones that were read.
[[nodiscard]] core::UtcMicros newestOf(const core::EnforcementStore* store) {
    constexpr core::EnforcementStore::Seq Last = 10'000;
    core::UtcMicros newest = core::UnknownTime;
    if (store == nullptr)
        return newest;
    for (auto seq = std::max(store->firstSeq(), store->endSeq() - Last); seq < store->endSeq(); ++seq)
        newest = std::max(newest, store->row(seq).created);
    return newest;
}

} // namespace

MissedReader::MissedReader(Requester& requester, core::Vocabulary& vocabulary, core::Clock& clock, core::Random& random,
                           QObject* parent)
    : QObject(parent), m_requester(requester), m_vocabulary(vocabulary), m_clock(clock), m_random(random) {}

void MissedReader::lost(std::chrono::microseconds slack) {
    m_lostAt = m_clock.steady();
    const auto newest = m_spans.newest();
    if (newest && newest->to == MissedSpans::EndOfTime)
        return; // every bad frame of a flood comes by here
    m_spans.lost(newestOf(m_store), slack);
}

void MissedReader::doubt(core::UtcMicros from, core::UtcMicros to) {
    m_spans.add({from, to});
    beginStep();
    if (!m_step && !hasMore())
        Q_EMIT caughtUp();
}

void MissedReader::noteHead(const VerifiedWalk& walk, std::chrono::nanoseconds began, bool isStreaming) {
    const bool wasTold = isStreaming && m_lostAt <= began;
    if (walk.seen().empty() && walk.state() != VerifiedWalk::State::Complete)
        return;
    // Without a stream nobody tells what becomes of the youngest.
    const core::UtcMicros settled =
        std::max<core::UtcMicros>(walk.newest(), 0) - std::chrono::microseconds(MissedSpans::Slack).count();
    m_spans.noteRead(walk.reached(), wasTold ? MissedSpans::EndOfTime : settled);
    (void)leaveOutWhatIsThere();
}

std::optional<core::UtcMicros> MissedReader::reasonToGoOn(const VerifiedWalk& walk, std::size_t maxRows) const {
    if (walk.low() == core::UnknownTime || walk.oldest() == core::UnknownTime)
        return std::nullopt;
    if (const auto span = newestWanted())
        return span->to >= walk.reached() ? std::optional(span->from) : std::nullopt;
    const auto share = static_cast<double>(walk.newest() - walk.low()) /
                       static_cast<double>(std::max<core::UtcMicros>(1, walk.newest() - walk.oldest()));
    const bool joins = static_cast<double>(walk.seen().size()) * share < static_cast<double>(maxRows);
    return joins ? std::optional(walk.low()) : std::nullopt;
}

void MissedReader::readOn() {
    m_isPaused = false;
    beginStep();
}

/// At the new end of the spans; of what is still being missed nothing is known. What is to be read next, then.
std::optional<MissedSpans::Span> MissedReader::leaveOutWhatIsThere() {
    if (m_store == nullptr)
        return m_spans.newestEnded();
    m_spans.forgetBefore(m_store->newestRetired());
    while (const auto span = m_spans.newestEnded()) {
        const auto doubtful = newestDoubtful(*m_store, *span);
        m_spans.noteRead(doubtful ? doubtful->to : span->from, span->to);
        if (doubtful)
            return doubtful;
    }
    return std::nullopt;
}

/// What is still being missed is for the head walks.
std::optional<MissedSpans::Span> MissedReader::newestWanted() const {
    const auto span = m_spans.newestEnded();
    return span && m_store != nullptr ? newestDoubtful(*m_store, *span).value_or(*span) : span;
}

void MissedReader::beginStep() {
    const auto span = leaveOutWhatIsThere();
    if (m_step || m_retry || m_isPaused || !span)
        return;
    WalkRunner::Plan plan;
    plan.goal.low = span->from;
    plan.goal.high = span->to;
    plan.goal.maxRows = StepRows;
    const std::size_t newer = m_store != nullptr ? countNewer(*m_store, span->to) : 0;
    plan.goal.firstRow = std::max<std::int64_t>(0, static_cast<std::int64_t>(newer) - 1);
    m_step = new WalkRunner(m_requester, m_vocabulary, m_clock, m_random, std::move(plan), this);
    connect(m_step, &WalkRunner::pageRead, this, &MissedReader::pageRead);
    connect(m_step, &WalkRunner::completed, this, [this, began = m_clock.steady()] { onStepDone(began); });
    connect(m_step, &WalkRunner::abandoned, this, [this] {
        m_step = nullptr;
        m_retry = m_clock.after(RetryAfter, [this] {
            m_retry.reset();
            beginStep();
        });
    });
    m_step->start();
}

void MissedReader::onStepDone(std::chrono::nanoseconds began) {
    const VerifiedWalk& walk = std::exchange(m_step, nullptr)->walk();
    qCDebug(lcSync) << "walk over what was missed:" << walk.seen().size() << "rows";
    m_spans.noteRead(walk.reached(), walk.high());
    Q_EMIT read(walk, began);
    beginStep();
    if (!m_step && !hasMore())
        Q_EMIT caughtUp();
}

void MissedReader::stop() {
    m_retry.reset();
    if (m_step)
        m_step->stop();
    m_step = nullptr;
}

void MissedReader::reset() {
    stop();
    m_spans.clear();
}

} // namespace attune::session

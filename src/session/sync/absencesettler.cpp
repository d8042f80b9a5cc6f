// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/absencesettler.h"

#include "sync/gaps/doubtfulground.h"

#include "attune/core/testing/mutants.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace attune::session {

AbsenceSettler::AbsenceSettler(Requester& requester, ReadSink& sink, core::Vocabulary& vocabulary, core::Clock& clock,
                               core::Random& random, QObject* parent)
    : QObject(parent), m_sink(sink), m_clock(clock), m_hydrator(requester, sink, vocabulary, clock, random, this) {
    connect(&m_hydrator, &Hydrator::settled, this, &AbsenceSettler::onAnswer);
}

void AbsenceSettler::reset() {
    m_hydrator.reset();
    m_unsettled.clear();
    m_inList.clear();
    m_lastAsked.clear();
    m_knownOpen.clear();
    m_absent.clear();
    m_gone.clear();
    m_takesLong = false;
    m_doubted = core::UnknownId;
}

void AbsenceSettler::settleOpen(const Unseen& unseen, bool fromTheTop, bool isStreaming) {
    if (m_unsettled.empty() || !isStreaming)
        m_outdatedFrom = m_clock.steady() + (isStreaming ? NewsGrace : std::chrono::seconds(0));
    std::vector<core::Id> ids = unseen.gone;
    std::copy_if(unseen.doubtful.begin(), unseen.doubtful.end(), std::back_inserter(ids),
                 [this](core::Id id) { return !m_knownOpen.contains(id); });
    m_takesLong = takesLong();
    if (fromTheTop) {
        m_unsettled.clear();
        m_lastAsked.clear();
    }
    m_unsettled.insert(ids.begin(), ids.end());
    core::UtcMicros oldest = ids.empty() ? core::UnknownTime : createdOf(m_store, ids.front());
    for (const core::Id id : ids)
        oldest = std::min(oldest, createdOf(m_store, id));
    const std::size_t pages = pagesDownTo(oldest);
    const bool isFew = ids.size() <= std::max(FewOpen, pages);
    m_takesLong = m_takesLong || std::min(m_unsettled.size(), pages) > MaxAwaited;
    if (!isFew)
        Q_EMIT listWanted(oldest);
    leaveToPages(ids);
    if (isFew)
        m_hydrator.request(ids);
}

/// Leaves those that have to be asked for one by one.
void AbsenceSettler::leaveToPages(std::vector<core::Id>& ids) {
    if (m_store == nullptr || ids.size() <= FewOpen)
        return;
    core::UtcMicros from = std::numeric_limits<core::UtcMicros>::max();
    core::UtcMicros to = 0;
    const auto close = closeTogether(*m_store, ids);
    for (const core::Id id : close) {
        from = std::min(from, createdOf(m_store, id) - 1);
        to = std::max(to, createdOf(m_store, id));
    }
    std::erase_if(ids,
                  [close = std::unordered_set(close.begin(), close.end())](core::Id id) { return close.contains(id); });
    if (!close.empty())
        Q_EMIT stretchWanted(from, to);
}

void AbsenceSettler::stretchRead(const VerifiedWalk& walk) {
    std::vector<core::Id> left;
    const std::size_t before = m_unsettled.size();
    std::erase_if(m_unsettled, [&](core::Id id) {
        const core::UtcMicros created = createdOf(m_store, id);
        const bool isTold = walk.seen().contains(id) || walk.covers(created);
        if (!isTold && walk.spans(created))
            left.push_back(id);
        return isTold;
    });
    m_lastAsked.insert(left.begin(), left.end());
    m_hydrator.request(left);
    noteFewer(before);
}

core::UtcMicros AbsenceSettler::newestUnsettled() const {
    core::UtcMicros newest = core::UnknownTime;
    for (const core::Id id : m_unsettled)
        newest = std::max(newest, createdOf(m_store, id));
    return newest;
}

/// Of the list, as far as the cache knows.
std::size_t AbsenceSettler::pagesDownTo(core::UtcMicros instant) const {
    return m_store != nullptr ? countNewer(*m_store, instant) / VerifiedWalk::MaxPage : 0;
}

void AbsenceSettler::lookInto(const std::vector<core::Id>& doubtful) {
    std::vector<core::Id> asked;
    for (std::size_t i = 0; i < std::min(doubtful.size(), MaxById); ++i)
        asked.push_back(doubtful[m_turn++ % doubtful.size()]);
    m_hydrator.request(asked, Hydrator::Wish::Spare);
}

void AbsenceSettler::settleAbsent(const Unseen& unseen) {
    lookInto(unseen.doubtful);
    if (unseen.gone.size() > MaxById || isBroken(core::Mutant::DeleteByIncompleteAbsence)) {
        for (const core::Id id : unseen.gone)
            m_gone.insert_or_assign(id, m_clock.steady());
        return handOverGone();
    }
    // Few: as a second opinion.
    m_absent.insert(unseen.gone.begin(), unseen.gone.end());
    m_hydrator.request(unseen.gone);
}

void AbsenceSettler::onSinkDrained() {
    handOverGone();
    // What was open may have become final by a notification that came late, or may be gone: no answer is needed.
    const std::size_t before = m_unsettled.size();
    std::erase_if(m_unsettled, [this](core::Id id) { return !isOpen(m_store, id); });
    noteFewer(before);
}

/// Where the list was to tell and has told about nearly all of them, the last few are not worth the rest of it.
void AbsenceSettler::noteFewer(std::size_t before) {
    if (before > 0 && m_unsettled.empty())
        Q_EMIT settled();
    else if (before > FewOpen && m_unsettled.size() <= FewOpen)
        askForTheRest();
}

void AbsenceSettler::askForTheRest() {
    if (m_unsettled.size() <= MaxById)
        m_hydrator.request({m_unsettled.begin(), m_unsettled.end()});
}

void AbsenceSettler::handOverGone() {
    for (std::size_t left = m_sink.limit() / 4; left > 0 && !m_gone.empty(); --left) {
        const auto gone = m_gone.extract(m_gone.begin());
        m_sink.pushRemoved(gone.key(), gone.mapped());
    }
}

void AbsenceSettler::noteSeen(const core::EnforcementPage& page, std::chrono::nanoseconds asked) {
    if (m_gone.empty())
        return;
    for (const core::EnforcementUpdate& update : page.items) {
        const auto gone = m_gone.find(update.row.id);
        if (gone != m_gone.end() && asked >= gone->second)
            m_gone.erase(gone);
    }
}

void AbsenceSettler::doubt(core::Id id) {
    if (m_doubted != core::UnknownId)
        return;
    m_doubted = id;
    m_isConfirmed = false;
    m_hydrator.request({id});
}

void AbsenceSettler::listRead(const VerifiedWalk& walk, bool isLast) {
    std::vector<core::Id> left;
    std::erase_if(m_inList, [&](core::Id id) {
        const core::UtcMicros created = createdOf(m_store, id);
        const bool isTold = walk.seen().contains(id) || walk.covers(created);
        const bool isPassed = isTold || isLast || walk.spans(created);
        if (isTold)
            m_unsettled.erase(id);
        else if (isPassed && m_unsettled.contains(id))
            left.push_back(id);
        return isPassed;
    });
    m_lastAsked.insert(left.begin(), left.end());
    m_hydrator.request(left);
}

/// The first question may have been on its way before the row left that state; the second one was not.
void AbsenceSettler::onDoubtAnswered(const core::EnforcementRow& row, Hydrator::Outcome outcome) {
    m_doubted = core::UnknownId;
    if (outcome != Hydrator::Outcome::Read || !goesBack(m_store, row))
        return;
    if (std::exchange(m_isConfirmed, true)) {
        Q_EMIT wentBack();
    } else {
        m_doubted = row.id;
        m_hydrator.request({row.id});
    }
}

void AbsenceSettler::onAnswer(const core::EnforcementRow& row, Hydrator::Outcome outcome) {
    using Outcome = Hydrator::Outcome;
    const core::Id id = row.id;
    if (id == m_doubted)
        onDoubtAnswered(row, outcome);
    // No list shows it and its detail is refused: it is hidden from this identity.
    if (m_absent.erase(id) > 0 && outcome == Outcome::Forbidden)
        m_sink.pushRemoved(id, m_clock.steady());
    if (outcome == Outcome::Read && core::Status::isFinal(row.status) && isOpen(m_store, id))
        Q_EMIT staleFound(id);
    if (!m_unsettled.contains(id))
        return;
    const bool isLast = m_lastAsked.erase(id) > 0;
    if (outcome != Outcome::Read && outcome != Outcome::Gone && !isLast) {
        Q_EMIT listWanted(createdOf(m_store, id));
    } else {
        if (outcome == Outcome::Read && row.status == core::Status::Created)
            m_knownOpen.insert(id);
        m_unsettled.erase(id);
        if (m_unsettled.empty())
            Q_EMIT settled();
    }
}

} // namespace attune::session

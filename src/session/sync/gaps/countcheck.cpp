// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/gaps/countcheck.h"

#include "logcategories.h"
#include "sync/storequery.h"

#include "attune/core/decoderest.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace attune::session {

CountCheck::CountCheck(Requester& requester, core::Vocabulary& vocabulary, core::Clock& clock, core::Random& random,
                       Claim claim, QObject* parent)
    : QObject(parent)
    , m_requester(requester)
    , m_vocabulary(vocabulary)
    , m_clock(clock)
    , m_random(random)
    , m_claim(std::move(claim)) {}

void CountCheck::setLive(bool live) {
    if (std::exchange(m_isLive, live) == live)
        return;
    if (live && !m_timer && !m_isCounting)
        schedule(Period);
    if (!live && std::exchange(m_isCounting, false)) {
        ++m_epoch; // who knows what was missed meanwhile
        schedule(RetryDelay);
    }
}

void CountCheck::stop() {
    ++m_epoch;
    m_isLive = m_isCounting = m_isRecheck = false;
    m_unexplained = 0;
    m_timer.reset();
}

/// Many clients of one server should not let it count at the same time. The dice are cast when most of the time is
/// over: who is never Live for so long casts none.
void CountCheck::schedule(std::chrono::milliseconds delay) {
    m_timer = m_clock.after(delay * 4 / 5, [this, spread = delay * 2 / 5] {
        const auto rest = std::chrono::duration<double, std::milli>(spread) * m_random.uniform();
        m_timer = m_clock.after(std::chrono::ceil<std::chrono::milliseconds>(rest), [this] {
            m_timer.reset();
            ask();
        });
    });
}

void CountCheck::ask() {
    if (!mayConclude())
        return schedule(RetryDelay);
    m_isCounting = true;
    m_before = openIds(m_store);
    m_opened.clear();
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("status"), QStringLiteral("created"));
    query.addQueryItem(QStringLiteral("include_total"), QStringLiteral("true"));
    query.addQueryItem(QStringLiteral("page"), QStringLiteral("1"));
    query.addQueryItem(QStringLiteral("per_page"), QStringLiteral("1"));
    m_requester.get<core::EnforcementPage>(
        QStringLiteral("/api/v1/enforcements"), query, Urgency::Check,
        [vocabulary = &m_vocabulary](const QByteArray& body) { return core::decodeEnforcementPage(body, *vocabulary); },
        [self = QPointer(this), epoch = m_epoch](const ServiceResult<core::EnforcementPage>& page) {
            if (self && self->m_epoch == epoch)
                self->onAnswer(page);
        },
        Patience);
}

void CountCheck::onAnswer(const ServiceResult<core::EnforcementPage>& page) {
    if (page && page->pagination.totalItems) {
        m_total = *page->pagination.totalItems;
        m_timer = m_clock.after(Grace, [this] { judge(); });
        return;
    }
    qCDebug(lcSync).noquote() << "the open rows were not counted:" << (page ? QString() : page.error().message);
    m_isCounting = m_isRecheck = false;
    schedule(Period);
}

void CountCheck::noteBatch(const core::EnforcementBatch& batch) {
    if (!m_isCounting)
        return;
    for (const core::EnforcementUpdate& update : batch.updates) {
        if (update.row.status == core::Status::Created)
            m_opened.insert(update.row.id);
    }
}

void CountCheck::judge() {
    m_isCounting = false;
    if (mayConclude())
        conclude(difference());
    else
        schedule(RetryDelay);
}

std::int64_t CountCheck::difference() const {
    const auto stayed =
        std::count_if(m_before.begin(), m_before.end(), [this](core::Id id) { return isOpen(m_store, id); });
    std::unordered_set<core::Id> all = m_opened;
    all.insert(m_before.begin(), m_before.end());
    const std::size_t most = all.size() + m_store->incompleteCount();
    if (m_total < static_cast<std::uint64_t>(stayed))
        return static_cast<std::int64_t>(m_total) - stayed;
    // Rows that are too old to be kept are open on the server alone.
    const bool hasAll = m_store->newestRetired() == core::UnknownTime;
    return m_total > most && hasAll ? static_cast<std::int64_t>(m_total - most) : 0;
}

/// A server may count what it does not show. So what reading does not change is no reason to read again and again.
void CountCheck::conclude(std::int64_t difference) {
    if (std::exchange(m_isRecheck, false) || difference == 0)
        m_unexplained = difference;
    if (difference == m_unexplained)
        return schedule(Period);
    qCInfo(lcSync) << "the server counts" << m_total << "open rows, by" << difference << "too many for what is known";
    m_isRecheck = true;
    schedule(RecheckDelay);
    Q_EMIT differs();
}

} // namespace attune::session

// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sessionlog.h"

#include "logcategories.h"

namespace attune::session {

namespace {

template<class T>
void keepLast(std::vector<T>& entries, T entry) {
    if (entries.size() >= SessionLog::Kept)
        entries.erase(entries.begin());
    entries.push_back(std::move(entry));
}

} // namespace

void SessionLog::transition(ConnectionState from, ConnectionState to, const QString& reason) {
    qCInfo(lcSession).noquote() << stateWord(from) << "->" << stateWord(to) << reason;
    keepLast(m_timeline, TimelineEntry{m_clock.now(), from, to, reason});
}

void SessionLog::rejectedFrame(const QString& what, const QString& reason) {
    keepLast(m_rejections, Rejection{m_clock.now(), what, reason});
}

void SessionLog::rejectedBody(const QString& what, const QString& reason) {
    qCInfo(lcSession).noquote() << "refused an answer:" << what << reason;
    ++m_rejectedBodies;
    keepLast(m_rejections, Rejection{m_clock.now(), what, reason});
}

} // namespace attune::session

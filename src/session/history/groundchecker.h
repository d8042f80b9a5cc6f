// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "history/searchedground.h"
#include "requester.h"
#include "sync/storequery.h"
#include "sync/walkrunner.h"

#include <QObject>
#include <QPointer>

#include <vector>

namespace attune::session {

/// Reads again what searches have gone over, in the background: rows found there lie below what the periodic walks go
/// over, and may have been deleted since. One ground after the other; a check() meanwhile changes nothing.
class GroundChecker : public QObject {
    Q_OBJECT
public:
    GroundChecker(Requester& requester, core::Vocabulary& vocabulary, core::Clock& clock, core::Random& random,
                  const SearchedGrounds& grounds, QObject* parent = nullptr);

    void setStore(const core::EnforcementStore* store) { m_store = store; }
    void check();
    void stop();

    static constexpr std::size_t MaxRows = 20'000; ///< of one ground

Q_SIGNALS:
    void pageRead(const attune::core::EnforcementPage& page);
    /// In the cache, and not on the server's list any more.
    void unseenFound(const attune::session::Unseen& unseen);

private:
    void checkNext();
    void onDone();

    Requester& m_requester;
    core::Vocabulary& m_vocabulary;
    core::Clock& m_clock;
    core::Random& m_random;
    const SearchedGrounds& m_grounds;
    const core::EnforcementStore* m_store = nullptr;
    std::vector<SearchedGround> m_left;
    QPointer<WalkRunner> m_walk;
    std::vector<core::Id> m_before;
};

} // namespace attune::session

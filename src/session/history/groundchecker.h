// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "history/searchedground.h"
#include "requester.h"
#include "sync/rounds/pace.h"
#include "sync/rounds/round.h"
#include "sync/storequery.h"
#include "sync/walkrunner.h"

#include <QObject>
#include <QPointer>

#include <vector>

namespace attune::session {

/// Reads again what searches have gone over, in the background: rows found there lie below what the periodic walks go
/// over, and may have been deleted since. One ground after the other, each to its end; a check() meanwhile at most
/// hurries it.
class GroundChecker : public QObject {
    Q_OBJECT
public:
    GroundChecker(Requester& requester, core::Vocabulary& vocabulary, core::Clock& clock, core::Random& random,
                  const SearchedGrounds& grounds, QObject* parent = nullptr);

    void setStore(const core::EnforcementStore* store) { m_store = store; }
    /// `pace`: of the walks.
    void check(const Pace& pace);
    void stop();

    static constexpr std::size_t PortionRows = 5'000; ///< of one walk; if a ground has more, the next one goes on there

Q_SIGNALS:
    void pageRead(const attune::core::EnforcementPage& page);
    /// In the cache, and not on the server's list any more.
    void unseenFound(const attune::session::Unseen& unseen);

private:
    void checkNext();
    [[nodiscard]] bool begin(const SearchedGround& ground);
    void onDone();

    Requester& m_requester;
    core::Vocabulary& m_vocabulary;
    core::Clock& m_clock;
    core::Random& m_random;
    const SearchedGrounds& m_grounds;
    const core::EnforcementStore* m_store = nullptr;
    std::vector<SearchedGround> m_left; // the last one first
    Pace m_pace;
    Round m_round; // over that one
    QPointer<WalkRunner> m_walk;
    std::vector<core::Id> m_before;
};

} // namespace attune::session

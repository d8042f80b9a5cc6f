// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sessionprivate.h"

#include <algorithm>

namespace attune::session {

Session::Session(std::unique_ptr<net::Transport> transport, core::Vocabulary& vocabulary, core::ServerClock& clock,
                 core::Random& random, SessionOptions options, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(transport), vocabulary, clock, random, options)) {}

Session::~Session() {
    // Queued events of the parts must not reach a half-destroyed session.
    d->disconnect(this);
    blockSignals(true);
}

void Session::signIn(const Profile& profile, const Credentials& credentials, QObject* context, Done done) {
    d->beginSignIn(profile, credentials, context, std::move(done));
}

void Session::resume(const Profile& profile, bool mayBeLate, QObject* context, Done done) {
    d->resume(profile, mayBeLate, context, std::move(done));
}

void Session::forget(const Profile& profile) { d->memory.forget(profile); }
void Session::forgetProxy(const Profile& profile) { d->memory.forgetProxy(profile); }
void Session::cancelSignIn() { d->cancelSignIn(); }

void Session::signOut() {
    d->forgetSignIn();
    d->signOut({});
}

void Session::retryNow() { d->machine.retryNow(); }

void Session::onResumed() {
    if (isSignedIn())
        d->machine.reconnect(tr("The computer was asleep"));
}

void Session::checkConnection() {
    if (isSignedIn())
        d->machine.probe();
}

void Session::refresh() {
    if (isSignedIn())
        d->engine.refresh();
}

void Session::setFrozen(bool frozen) { d->setFrozen(frozen); }
void Session::noteNewsLost() { d->noteNewsLost(); }

void Session::setAttended(bool attended) {
    d->engine.setAttended(attended);
    d->machine.setAttended(attended);
}

void Session::setPinned(const std::vector<core::Id>& ids) { d->pinned = ids; }

void Session::setReadDepth(int rows) { d->setReadDepth(rows); }
void Session::setRowCap(std::size_t rows) { d->setRowCap(rows); }

void Session::searchOlder(const core::EnforcementFilter& filter) { d->searchOlder(filter); }
void Session::cancelSearch() { d->history.cancel(); }
void Session::forgetSearch() { d->history.forget(); }
const HistorySearch& Session::search() const { return d->history.state(); }

void Session::setStore(const core::EnforcementStore* store) {
    d->store = store;
    d->engine.setStore(store);
    d->countCheck.setStore(store);
    d->history.setStore(store);
    d->checker.setStore(store);
}

const ConnectionStatus& Session::status() const { return d->status; }
SessionCounters Session::counters() const { return d->counters(); }
const std::vector<TimelineEntry>& Session::timeline() const { return d->log.timeline(); }
const std::vector<Rejection>& Session::rejections() const { return d->log.rejections(); }
const Profile& Session::profile() const { return d->profile; }
bool Session::isSignedIn() const { return d->tokens.isSignedIn(); }

void Session::requestHydration(const std::vector<core::Id>& ids) {
    if (isSignedIn())
        d->engine.hydrate(ids);
}

void Session::noteContradictions(std::size_t count) { d->contradictions += count; }

void Session::watchExecutions(QObject* watcher) {
    auto& watchers = d->executionWatchers;
    watchers.emplace_back(watcher);
    d->machine.setExecutionsWanted(true);
    connect(watcher, &QObject::destroyed, d.get(), [this] {
        auto& left = d->executionWatchers;
        std::erase_if(left, [](const QPointer<QObject>& pointer) { return pointer.isNull(); });
        d->machine.setExecutionsWanted(!left.empty());
    });
}

QUrl Session::apiUrl() const { return d->profile.api; }

} // namespace attune::session

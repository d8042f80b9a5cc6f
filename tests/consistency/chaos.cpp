// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "chaos.h"

#include <array>
#include <utility>

namespace attune::test {

namespace {

using namespace std::chrono_literals;
using core::Status::isFinal;

constexpr std::array CloseCodes{0, 1000, 1000, 1001, 1005, 1006, 1009, 1011, 1012, 1013, 3000, 4401, 4500};

} // namespace

Chaos::Chaos(core::Random& random, ManualClock& clock, World& world, Faults& faults, NotifierSide& notifier,
             TokenOffice& tokens, const Temper& temper)
    : m_random(random)
    , m_world(world)
    , m_faults(faults)
    , m_notifier(notifier)
    , m_tokens(tokens)
    , m_clock(clock)
    , m_temper(temper)
    , m_agenda(clock) {}

std::chrono::milliseconds Chaos::within(std::chrono::milliseconds limit) {
    return std::chrono::milliseconds(static_cast<std::int64_t>(uniform() * static_cast<double>(limit.count())));
}

void Chaos::tell(const std::string& what) const {
    if (onAct)
        onAct(what);
}

template<class T>
void Chaos::forAWhile(const char* what, T Faults::*member, T value) {
    tell(what);
    m_faults.*member = value;
    m_agenda.after(1s + within(uniform() < 0.25 ? 120s : 25s), [this, what, member] {
        tell(std::string("end of ") + what);
        m_faults.*member = Faults().*member;
    });
}

core::Id Chaos::pick(const std::function<bool(const World::Row&)>& which) {
    const auto ids = m_world.ids(which);
    return ids.empty() ? 0 : ids[static_cast<std::size_t>(uniform() * static_cast<double>(ids.size()))];
}

void Chaos::act() {
    if (uniform() < m_temper.worldShare)
        actOnWorld();
    else
        breakSomething();
}

void Chaos::live() {
    if (uniform() < 0.5)
        createOne();
    else
        resolveSome(2);
}

void Chaos::calm() {
    m_faults = {};
    m_notifier.noteFlaws();
}

void Chaos::create(int count, std::chrono::milliseconds commitsAfter) {
    const auto ids = m_world.insert(count);
    // Rows are mostly resolved as soon as they are there, so that the news of both can overtake each other.
    const bool isSwift = count == 1 && uniform() < 0.25;
    const auto resolvedAfter = commitsAfter + within(2s);
    if (commitsAfter == 0ms)
        m_world.commit(ids);
    else
        m_agenda.after(commitsAfter, [this, ids] { m_world.commit(ids); });
    if (isSwift)
        m_agenda.after(resolvedAfter, [this, id = ids.front()] { m_world.resolve(id, core::Status::Processed); });
}

void Chaos::createOne() {
    const double kind = uniform();
    if (kind < 0.7)
        create(1, 0ms);
    else if (kind < 0.85)
        create(1, within(5s));
    else if (kind < 0.95)
        create(1, 5s + within(45s));
    else
        create(1 + upTo(uniform() < 0.2 ? m_temper.bulk : 4), within(120s));
}

/// More at once than a client may keep waiting, and nothing that soon tells of them once more.
void Chaos::flood() {
    if (m_floodsLeft-- <= 0)
        return;
    tell("flood");
    for (std::size_t i = 0; i <= m_temper.burst; ++i)
        m_world.commit(m_world.insert(1));
}

/// A transaction that began before a burst ends after it, behind more than a page of rows, and nothing tells of it: of
/// others neither, or of this one alone, so that no other loss makes anybody look. Its row is resolved at once, so that
/// no list of open rows tells of it either.
void Chaos::lateCommitBehindBurst() {
    const auto ids = m_world.insert(1);
    m_agenda.after(8s + within(20s), [this, ids] {
        const double others = std::exchange(m_faults.lose, 1.0);
        m_world.commit(ids);
        m_world.resolve(ids.front(), core::Status::Processed);
        m_faults.lose = others;
    });
    m_agenda.after(20ms, [this] { flood(); });
    if (uniform() < 0.5)
        m_agenda.after(7s, [this] { forAWhile("lose", &Faults::lose, 0.9); });
}

void Chaos::resolveSome(int count) {
    for (int i = 0; i < count; ++i) {
        const core::Id id = pick([](const World::Row& row) { return row.committed && !isFinal(row.status); });
        m_world.resolve(id, uniform() < 0.8 ? core::Status::Processed : core::Status::Disabled);
    }
}

void Chaos::deleteSome() {
    const bool isRetention = uniform() < 0.5;
    const int count = 1 + upTo(isRetention ? 60 : 6);
    if (!isRetention) {
        for (int i = 0; i < count; ++i)
            m_world.remove(pick([](const World::Row& row) { return isFinal(row.status); }));
        return;
    }
    const auto finals = m_world.ids([](const World::Row& row) { return row.committed && isFinal(row.status); });
    for (std::size_t i = 0; i < finals.size() / 2 && i < static_cast<std::size_t>(count); ++i)
        m_world.remove(finals[i]);
}

void Chaos::actOnWorld() {
    const double kind = uniform();
    if (kind < 0.35)
        createOne();
    else if (kind < 0.60)
        resolveSome(1 + upTo(4));
    else if (kind < 0.68)
        create(2 + upTo(10), within(1s));
    else
        actOnRows();
}

void Chaos::actOnRows() {
    switch (upTo(9)) {
    case 0:
    case 1:
    case 2:
        return deleteSome();
    case 3:
        return m_world.setHidden(pick([](const World::Row& row) { return row.isVisible(); }), true);
    case 4:
        return m_world.setHidden(pick([](const World::Row& row) { return row.committed && row.hidden; }), false);
    case 5:
        return m_world.deleteRule(1 + upTo(4));
    case 6:
        return m_world.burnIds(upTo(1) == 0 ? 1 : 1'000'000);
    case 7:
        return m_temper.burst > 0 ? flood() : createOne();
    case 8:
        return m_temper.burst > 0 ? lateCommitBehindBurst() : createOne();
    case 9:
        if (!m_temper.mayRestore)
            return m_world.backUp();
        tell("restore");
        m_world.restore();
        return m_notifier.close(0);
    }
}

void Chaos::breakSomething() {
    const double kind = uniform();
    if (kind < 0.35)
        breakReads();
    else if (kind < 0.9)
        breakStream();
    else
        breakTokens();
}

void Chaos::breakReads() {
    using Rest = Faults::Rest;
    using Listing = Faults::Listing;
    switch (upTo(6)) {
    case 0:
    case 1:
        return forAWhile("rest", &Faults::rest, static_cast<Rest>(1 + upTo(6)));
    case 2:
        return forAWhile("restFlaky", &Faults::restFlaky, uniform() * 0.6);
    case 3:
        return forAWhile("restSlow", &Faults::restSlow, true);
    case 4:
        return forAWhile("detailsForbidden", &Faults::detailsForbidden, true);
    case 5:
    case 6:
        return forAWhile("listing", &Faults::listing, static_cast<Listing>(1 + upTo(2)));
    }
}

void Chaos::breakStream() {
    switch (upTo(14)) {
    case 0:
        return forAWhile("refuse", &Faults::refuse, true);
    case 1:
        m_notifier.noteFlaws();
        return forAWhile("frozen", &Faults::frozen, true);
    case 2:
        return forAWhile("deaf", &Faults::deaf, true);
    case 3:
        return forAWhile("deny", &Faults::deny, true);
    case 4:
        return forAWhile("swallowFence", &Faults::swallowFence, true);
    case 5:
        forAWhile("flap", &Faults::flap, true);
        return m_notifier.close(0);
    case 6:
    case 7:
        return forAWhile("lose", &Faults::lose, uniform());
    case 8:
        return forAWhile("duplicate", &Faults::duplicate, uniform());
    case 9:
        return forAWhile("reorder", &Faults::reorder, uniform());
    case 10:
        return forAWhile("defer", &Faults::defer, uniform());
    case 11:
        tell("half-open");
        return m_notifier.cutSilently();
    case 12:
        tell("close");
        return m_notifier.close(CloseCodes[static_cast<std::size_t>(upTo(static_cast<int>(CloseCodes.size()) - 1))]);
    case 13:
        tell("complaint");
        return m_notifier.complain();
    case 14:
        return m_notifier.sendGarbage();
    }
}

void Chaos::breakTokens() {
    switch (upTo(3)) {
    case 0:
        tell("revoke");
        return m_tokens.revokeAll();
    case 1:
        if (std::exchange(m_mayDistrust, false)) {
            tell("distrust");
            m_tokens.distrustAtNotifier();
            m_notifier.close(0);
        }
        return;
    case 2:
        return forAWhile("refreshFails", &Faults::refreshFails, true);
    case 3: // the client's wall clock jumps; the server's does not
        tell("wall clock jumps");
        return m_clock.setNow(m_clock.now() + static_cast<core::UtcMicros>((uniform() - 0.5) * 4 * 3'600'000'000.0));
    }
}

} // namespace attune::test

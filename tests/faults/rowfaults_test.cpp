// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "faultsfixture.h"

using namespace attune;
using namespace std::chrono_literals;
using test::Road;
using State = session::ConnectionState;
using test::waitFor;

namespace {

/// What is told of a row comes in a wrong order, not at all, or in words that nobody knows.
class RowFaults : public test::FaultsFixture {
protected:
    [[nodiscard]] const core::EnforcementRow& row(core::Id id) const { return store.row(*store.find(id)); }
    [[nodiscard]] QString status(core::Id id) const {
        return has(id) ? vocabulary.statuses.text(row(id).status) : QString();
    }
    /// One that is known here, and open.
    [[nodiscard]] core::Id oneOpen() {
        const core::Id id = control().emitCreated(1).front();
        EXPECT_TRUE(waitFor([&] { return status(id) == QStringLiteral("created"); }));
        return id;
    }
};

} // namespace

TEST_F(RowFaults, changeOfARowWhoseCreationWasLost_bringsTheWholeRow) {
    liveAt(0);
    control().dropNotifications(1);
    const core::Id id = control().emitCreated(1).front();
    control().emitChanges(1);
    EXPECT_TRUE(waitFor([&] { return has(id) && core::Status::isFinal(row(id).status); }, 2s));
    EXPECT_TRUE(core::isInstant(row(id).resolvedAt));
    expectRecovery();
    const QByteArray detail = "GET /api/v1/enforcements/" + QByteArray::number(id) + ' ';
    EXPECT_LE(api->sentByClients().count(detail), 1);
}

TEST_F(RowFaults, pageThatArrivesAfterTheNewsOfALaterChange_doesNotTakeItBack) {
    liveAt(0);
    const core::Id id = oneOpen();
    ASSERT_TRUE(waitFor([&] { return api->busyLinks() == 0; }));
    std::size_t clears = 0;
    bool wentBack = false;
    QObject::connect(session.get(), &Session::cleared, &context, [&] { ++clears; });
    QObject::connect(session.get(), &Session::batchReady, &context,
                     [&] { wentBack |= status(id) == QStringLiteral("created"); });
    const Road late{.latency = 2s};
    api->setRoads({}, late);
    const auto requests = control().stats().requests;
    session->refresh();
    ASSERT_TRUE(waitFor([&] { return control().stats().requests >= requests + 2; }));
    EXPECT_EQ(status(id), QStringLiteral("created")) << "what was read is on its way";
    wentBack = false;
    control().emitChanges(1);
    ASSERT_TRUE(waitFor([&] { return core::Status::isFinal(row(id).status); }, 1s));
    expectRecovery();
    EXPECT_FALSE(wentBack);
    EXPECT_EQ(clears, 0U) << "an old page is not another server";
}

TEST_F(RowFaults, ruleThatIsDeleted_isNotLinkedAnyMoreAndKeepsItsName) {
    liveAt(0);
    const core::Id id = oneOpen();
    ASSERT_GT(row(id).rule, 0);
    const QString name = vocabulary.refs.text(row(id).ruleRef);
    sim::RowSpec withoutRule;
    withoutRule.id = id;
    withoutRule.rule = core::NullId;
    withoutRule.notify = false;
    control().emitRows({withoutRule});
    session->refresh();
    EXPECT_TRUE(waitFor([&] { return row(id).rule == core::NullId; }));
    EXPECT_EQ(vocabulary.refs.text(row(id).ruleRef), name);
    EXPECT_FALSE(name.isEmpty());
    expectRecovery();
}

TEST_F(RowFaults, statusThatNobodyKnows_isShownAsItCame) {
    liveAt(0);
    const QString word = QStringLiteral("expired <b>early</b>");
    sim::RowSpec changed;
    changed.id = oneOpen();
    sim::RowSpec created;
    sim::RowSpec read;
    read.notify = false;
    changed.status = created.status = read.status = word;
    const auto ids = control().emitRows({changed, created, read});
    session->refresh();
    for (const core::Id id : ids)
        EXPECT_TRUE(waitFor([&] { return status(id) == word; })) << id << ' ' << status(id).toStdString();
    expectRecovery();
    EXPECT_EQ(session->counters().malformed, 0U);
}

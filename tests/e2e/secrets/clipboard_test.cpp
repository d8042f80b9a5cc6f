// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "faultsfixture.h"
#include "secrets/sinks.h"
#include "widgets/fakes.h"

#include "attune/core/log/programlog.h"
#include "attune/session/settings.h"
#include "attune/widgets/diagnosticsdialog.h"
#include "attune/widgets/enforcementwindow.h"
#include "attune/widgets/sessionbinding.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace attune;
using namespace std::chrono_literals;
using test::waitFor;

namespace {

/// Windows over a real session, whose tokens are read off the wire.
class Clipboard : public test::FaultsFixture {
protected:
    void SetUp() override {
        secret = QStringLiteral("Canary-Password-0815");
        serveBehindProxies([this](sim::SimOptions& options) {
            options.rows = 300;
            options.password = secret;
        });
        watch.reset(); // it looks at the session that goes now
        session =
            std::make_unique<Session>(std::make_unique<net::NetworkTransport>(vocabulary, serverClock), vocabulary,
                                      serverClock, random, session::SessionOptions{.knownSecrets = &log.secrets()});
        session->setStore(&store);
        QObject::connect(session.get(), &Session::batchReady, &context,
                         [this](const core::EnforcementBatch& batch) { (void)store.apply(batch); });
        live();
    }
    [[nodiscard]] e2e::Canaries canaries() const {
        e2e::Canaries all;
        all.add(secret.toUtf8());
        for (const auto* proxy : {api.get(), notifier.get()}) {
            all.addTokensIn(proxy->sentByClients());
            all.addTokensIn(proxy->receivedByClients());
        }
        return all;
    }
    static void lookIntoClipboard(e2e::Canaries& all, const QString& name) {
        const QMimeData* data = QApplication::clipboard()->mimeData();
        for (const QString& format : data->formats())
            all.lookInto(name + u' ' + format, data->data(format));
    }

    QTemporaryDir folder;
    core::ProgramLog log{core::LogLevel::Off, {}};
    session::Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    test::FakeDialogs dialogs;
};

} // namespace

TEST_F(Clipboard, everythingAWindowCopies_isFreeOfSecrets) {
    const core::EnforcementRow row = store.row(store.firstSeq());
    widgets::EnforcementWindow window({row, QString()}, {vocabulary, *session, settings, clock, dialogs});
    ASSERT_TRUE(test::showActive(window));
    e2e::Canaries all = canaries();
    ASSERT_GE(all.count(), 6U);
    int copies = 0;
    bool sawPlaceholder = false;
    for (QAction* action : window.findChildren<QAction*>()) {
        QApplication::clipboard()->clear();
        if (!action->text().remove(u'&').startsWith(QStringLiteral("Copy")))
            continue;
        action->trigger();
        copies += QApplication::clipboard()->text().isEmpty() ? 0 : 1;
        sawPlaceholder = sawPlaceholder || QApplication::clipboard()->text().contains(QStringLiteral("$ATTUNE_TOKEN"));
        lookIntoClipboard(all, action->text());
    }
    EXPECT_GE(copies, 2);
    EXPECT_TRUE(sawPlaceholder) << "the command of Copy as cURL";
    EXPECT_EQ(all.found(), QStringList());
}

TEST_F(Clipboard, diagnosticsOfATroubledSession_areFreeOfSecrets) {
    // The server repeats what it was told, in every place that the panel shows.
    const QByteArray sent = notifier->sentByClients();
    const qsizetype begin = sent.lastIndexOf("Authorization: ");
    const QByteArray echo = sent.mid(begin, sent.indexOf('\r', begin) - begin) + ' ' + secret.toUtf8();
    control().sendText(R"({"type":"notification","oops":")" + echo);
    control().sendText(R"({"type":"error","message":")" + echo + R"("})");
    control().fail({.pathPrefix = "/api", .status = 500, .body = R"({"error":")" + echo + R"("})", .count = 3});
    session->refresh();
    ASSERT_TRUE(waitFor([&] { return session->counters().malformed > 0; }));
    control().closeSockets(1012, QString::fromLatin1(echo.right(80)));
    ASSERT_TRUE(waitFor([&] { return session->counters().reconnects > 0; }));

    widgets::DiagnosticsFacts facts;
    facts.now = clock.now();
    facts.report = widgets::reportSource(*session)();
    facts.log = log.history().lines();
    ASSERT_FALSE(facts.log.empty());
    widgets::DiagnosticsDialog dialog(widgets::diagnosticsText(facts, log.redactor()), dialogs);
    dialogs.file = folder.filePath(QStringLiteral("report.txt"));
    dialog.show();
    dialog.findChild<QPushButton*>(QStringLiteral("copy"))->click();
    dialog.findChild<QPushButton*>(QStringLiteral("save"))->click();
    e2e::Canaries all = canaries();
    lookIntoClipboard(all, QStringLiteral("clipboard"));
    all.lookInto(QStringLiteral("preview"), dialog.findChild<QPlainTextEdit*>()->toPlainText().toUtf8());
    all.lookIntoFolder(folder.path());
    EXPECT_TRUE(QApplication::clipboard()->text().contains(QStringLiteral("[redacted]")));
    EXPECT_GE(all.sinks(), 4);
    EXPECT_EQ(all.found(), QStringList()) << all.found().join(u'\n').toStdString();
}

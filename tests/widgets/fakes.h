// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/waiting.h"

#include "attune/session/detailservice.h"
#include "attune/session/signinservice.h"
#include "attune/widgets/dialogservice.h"

#include <QStringList>
#include <QWidget>

#include <functional>
#include <utility>
#include <vector>

namespace attune::test {

/// Answers at once and remembers what was asked.
class FakeDialogs final : public widgets::DialogService {
public:
    void ask(QWidget*, const Question& question, std::function<void()> accepted) override {
        questions.push_back(question);
        if (accept)
            accepted();
    }
    void warn(QWidget*, const QString&, const QString& text) override { warnings += text; }
    void chooseSaveFile(QWidget*, const QString&, const QString& suggestion,
                        std::function<void(const QString&)> chosen) override {
        suggestions += suggestion;
        if (!file.isEmpty())
            chosen(file);
    }
    void chooseOpenFile(QWidget*, const QString&, const QString&, std::function<void(const QString&)> chosen) override {
        if (!file.isEmpty())
            chosen(file);
    }

    bool accept = true;
    QString file;
    std::vector<Question> questions;
    QStringList warnings;
    QStringList suggestions;
};

/// Keeps the attempt until the test answers it.
class FakeSignIn final : public session::SignInService {
public:
    void signIn(const session::Profile& askedProfile, const session::Credentials& asked, QObject*,
                Done answer) override {
        ++attempts;
        profile = askedProfile;
        secret = asked.secret;
        proxyPassword = asked.proxyPassword;
        done = std::move(answer);
    }
    void resume(const session::Profile& askedProfile, bool mayBeLate, QObject*, Done answer) override {
        resumed.push_back({askedProfile.name, mayBeLate});
        done = std::move(answer);
    }
    void cancelSignIn() override { ++cancelled; }
    void forget(const session::Profile& which) override { forgotten += which.name; }
    void forgetProxy(const session::Profile& which) override { forgottenProxies += which.proxyUser; }

    std::vector<std::pair<QString, bool>> resumed; ///< name, and whether the keychain may be late
    QStringList forgotten;
    QStringList forgottenProxies; ///< the logins at them
    int attempts = 0;
    int cancelled = 0;
    session::Profile profile;
    QString secret;
    QString proxyPassword;
    Done done;
};

/// Keeps every request until the test answers it.
class FakeDetails final : public session::DetailService {
public:
    template<class T>
    struct Request {
        core::Id id = core::UnknownId;
        QString ref;
        bool enabled = false;
        session::ServiceDone<T> done;
    };
    template<class T>
    using Requests = std::vector<Request<T>>;

    void fetchEnforcement(core::Id id, QObject*, session::ServiceDone<core::EnforcementDetail> done) override {
        enforcements.push_back({id, {}, false, std::move(done)});
    }
    void fetchEvent(core::Id id, QObject*, session::ServiceDone<core::EventDetail> done) override {
        events.push_back({id, {}, false, std::move(done)});
    }
    void fetchExecutions(core::Id id, QObject*, session::ServiceDone<core::ExecutionPage> done) override {
        executionPages.push_back({id, {}, false, std::move(done)});
    }
    void fetchExecution(core::Id id, QObject*, session::ServiceDone<core::ExecutionDetail> done) override {
        executions.push_back({id, {}, false, std::move(done)});
    }
    void fetchRule(const QString& ref, QObject*, session::ServiceDone<core::RuleDetail> done) override {
        rules.push_back({core::UnknownId, ref, false, std::move(done)});
    }
    void fetchTrigger(const QString& ref, QObject*, session::ServiceDone<core::TriggerDetail> done) override {
        triggers.push_back({core::UnknownId, ref, false, std::move(done)});
    }
    void setRuleEnabled(const QString& ref, bool enabled, QObject*,
                        session::ServiceDone<core::RuleDetail> done) override {
        ruleChanges.push_back({core::UnknownId, ref, enabled, std::move(done)});
    }
    void cancelExecution(core::Id id, QObject*, session::ServiceDone<core::ExecutionDetail> done) override {
        cancellations.push_back({id, {}, false, std::move(done)});
    }
    void fetchRuleRefs(QObject*, session::ServiceDone<std::vector<QString>> done) override {
        ruleRefs.push_back({core::UnknownId, {}, false, std::move(done)});
    }
    void fetchTriggerRefs(QObject*, session::ServiceDone<std::vector<QString>> done) override {
        triggerRefs.push_back({core::UnknownId, {}, false, std::move(done)});
    }
    void watchExecutions(QObject*) override { ++watchers; }
    [[nodiscard]] QUrl apiUrl() const override { return url; }

    Requests<core::EnforcementDetail> enforcements;
    Requests<core::EventDetail> events;
    Requests<core::ExecutionPage> executionPages;
    Requests<core::ExecutionDetail> executions;
    Requests<core::RuleDetail> rules;
    Requests<core::TriggerDetail> triggers;
    Requests<core::RuleDetail> ruleChanges;
    Requests<core::ExecutionDetail> cancellations;
    Requests<std::vector<QString>> ruleRefs;
    Requests<std::vector<QString>> triggerRefs;
    int watchers = 0;
    QUrl url{QStringLiteral("https://attune.example.com/base")};
};

/// Shows a window and waits until it takes keys and shortcuts.
[[nodiscard]] inline bool showActive(QWidget& window) {
    window.show();
    window.activateWindow();
    return waitFor([&window] { return window.isActiveWindow(); });
}

/// A text that tries everything: markup, bidirectional overrides, controls, and great length.
[[nodiscard]] inline QString hostileText() {
    return QStringLiteral("<b>bold</b><img src='x'>\u202Egnp.exe\u0007\u200B&amp;%1") + QString(10'000, u'w');
}

} // namespace attune::test

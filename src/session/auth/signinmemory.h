// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/session/profile.h"
#include "attune/session/secretstore.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <deque>
#include <memory>

namespace attune::session {

/// What the next run needs to sign in without asking, one secret per profile: the refresh token, or the integration
/// token. One call to the store at a time, in order. A store that fails is asked once more after RetryAfter: the
/// keychain of a desktop may start later than its programs.
class SignInMemory : public QObject {
    Q_OBJECT
public:
    using Recalled = SecretStore::ReadDone;

    /// `store` and `clock` outlive this; without a store nothing is remembered and nothing complained about.
    SignInMemory(SecretStore* store, core::Clock& clock, QObject* parent = nullptr);
    ~SignInMemory() override;

    void remember(const Profile& profile, const QByteArray& secret);
    void forget(const Profile& profile);
    /// Calls `done` once unless `context` is destroyed before. Needs a store.
    void recall(const Profile& profile, bool mayBeLate, QObject* context, Recalled done);

    /// Why what was to be remembered or forgotten is not, a sentence; empty = all is well.
    [[nodiscard]] const QString& problem() const { return m_problem; }

    /// Unique per server, login and profile, whatever characters their names have.
    [[nodiscard]] static QString keyOf(const Profile& profile);
    static constexpr std::chrono::seconds RetryAfter{10};

Q_SIGNALS:
    void problemChanged();

private:
    struct Task {
        enum class Kind : std::uint8_t { Read, Write, Remove };
        Kind kind;
        QString key;
        QByteArray secret;
        bool mayRetry = true;
        QPointer<QObject> context;
        Recalled done;
    };
    void change(Task task);
    void next();
    void onRead(const core::Result<QByteArray, SecretError>& result);
    void onChanged(const std::optional<SecretError>& error);
    [[nodiscard]] bool retries(const SecretError& error);
    void finish();
    void setProblem(const QString& problem);

    SecretStore* m_store;
    core::Clock& m_clock;
    std::deque<Task> m_tasks; ///< the first one is under way, or waits for m_retry
    bool m_isBusy = false;
    std::unique_ptr<core::Timer> m_retry;
    QString m_problem;
};

} // namespace attune::session

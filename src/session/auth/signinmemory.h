// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/clock.h"
#include "attune/session/profile.h"
#include "attune/session/secretstore.h"

#include <QObject>
#include <QPointer>

#include <array>
#include <chrono>
#include <deque>
#include <map>
#include <memory>

namespace attune::session {

/// What the next run needs to sign in without asking, per profile: the refresh token, or the integration token, and the
/// password of the proxy, which is kept in memory as well: it is needed for as long as the program runs. One call to
/// the store at a time, in order. A store that fails is asked once more after RetryAfter: the keychain of a desktop may
/// start later than its programs.
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

    /// Without a store, or for a profile that is not to be remembered, until the program ends.
    void rememberProxy(const Profile& profile, const QString& password);
    void forgetProxy(const Profile& profile);
    /// As recall(), but needs no store.
    void recallProxy(const Profile& profile, bool mayBeLate, QObject* context, Recalled done);

    /// Why what was to be remembered or forgotten is not, in sentences; empty = all is well.
    [[nodiscard]] QString problem() const;

    /// Unique per server, login and profile, whatever characters their names have.
    [[nodiscard]] static QString keyOf(const Profile& profile);
    [[nodiscard]] static QString proxyKeyOf(const Profile& profile);
    static constexpr std::chrono::seconds RetryAfter{10};
    /// A store that has not answered by then is complained about, and waited for all the same.
    static constexpr std::chrono::seconds Patience{10};

Q_SIGNALS:
    void problemChanged();

private:
    enum class Subject : std::uint8_t { SignIn, Proxy };
    struct Task {
        enum class Kind : std::uint8_t { Read, Write, Remove };
        Kind kind;
        Subject subject;
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
    void onSilence();
    [[nodiscard]] bool retries(const SecretError& error);
    void finish();
    [[nodiscard]] static QString problemOf(const Task& task, const SecretError& error);
    void setProblem(Subject subject, const QString& problem);

    SecretStore* m_store;
    core::Clock& m_clock;
    std::deque<Task> m_tasks; ///< the first one is under way, or waits for m_retry
    bool m_isBusy = false;
    std::unique_ptr<core::Timer> m_retry;
    std::unique_ptr<core::Timer> m_patience; ///< with the store that is asked
    std::array<QString, 2> m_problems;       ///< by subject
    std::map<QString, QByteArray> m_proxyPasswords;
};

} // namespace attune::session

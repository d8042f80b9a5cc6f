// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/session/secretstore.h"

#include <QPointer>
#include <QStringList>

#include <deque>
#include <map>
#include <utility>

namespace attune::test {

/// A keychain that answers from the event loop, or, while locked, when it is unlocked.
class FakeSecretStore final : public session::SecretStore {
public:
    using Error = session::SecretError;

    void read(const QString& key, QObject* context, ReadDone done) override {
        calls += QStringLiteral("read");
        answer(context, [this, key, done = std::move(done)] {
            if (const auto error = failure())
                done(*error);
            else
                done(secrets.contains(key) ? secrets[key] : QByteArray());
        });
    }
    void write(const QString& key, const QByteArray& secret, QObject* context, Done done) override {
        calls += QStringLiteral("write ") + QString::fromUtf8(secret);
        answer(context, [this, key, secret, done = std::move(done)] {
            const auto error = failure();
            if (!error)
                secrets[key] = secret;
            done(error);
        });
    }
    void remove(const QString& key, QObject* context, Done done) override {
        calls += QStringLiteral("remove");
        answer(context, [this, key, done = std::move(done)] {
            const auto error = failure();
            if (!error)
                secrets.erase(key);
            done(error);
        });
    }

    void unlock() {
        isLocked = false;
        while (!m_waiting.empty()) {
            const auto waiting = std::move(m_waiting.front());
            m_waiting.pop_front();
            answer(waiting.first, waiting.second);
        }
    }

    std::map<QString, QByteArray> secrets;
    QStringList calls;
    bool isLocked = false;
    int failures = 0; ///< so many calls find nobody; negative = all
    Error::Kind kind = Error::Kind::Unavailable;

private:
    void answer(QObject* context, std::function<void()> then) {
        if (isLocked)
            m_waiting.emplace_back(context, std::move(then));
        else if (context != nullptr)
            QMetaObject::invokeMethod(context, std::move(then), Qt::QueuedConnection);
    }
    [[nodiscard]] std::optional<Error> failure() {
        if (failures == 0)
            return std::nullopt;
        failures -= failures > 0 ? 1 : 0;
        return Error{kind, QStringLiteral("nobody is there")};
    }

    std::deque<std::pair<QPointer<QObject>, std::function<void()>>> m_waiting;
};

} // namespace attune::test

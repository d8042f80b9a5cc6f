// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "auth/signinmemory.h"

#include "logcategories.h"

#include <algorithm>
#include <utility>

namespace attune::session {

namespace {

[[nodiscard]] int portOf(const QUrl& url) {
    constexpr int Http = 80;
    constexpr int Https = 443;
    return url.port(url.scheme() == QStringLiteral("https") ? Https : Http);
}

[[nodiscard]] QString encoded(const QString& text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); }

} // namespace

SignInMemory::SignInMemory(SecretStore* store, core::Clock& clock, QObject* parent)
    : QObject(parent), m_store(store), m_clock(clock) {}

SignInMemory::~SignInMemory() {
    for (Task& task : m_tasks)
        task.secret.fill('\0');
}

QString SignInMemory::keyOf(const Profile& profile) {
    const QUrl& api = profile.api;
    return QStringLiteral("%1://%2:%3%4 %5 %6")
        .arg(api.scheme(), api.host(QUrl::FullyEncoded), QString::number(portOf(api)),
             api.adjusted(QUrl::NormalizePathSegments | QUrl::StripTrailingSlash).path(QUrl::FullyEncoded),
             encoded(profile.login), encoded(profile.name));
}

void SignInMemory::remember(const Profile& profile, const QByteArray& secret) {
    change({Task::Kind::Write, keyOf(profile), secret, true, nullptr, nullptr});
}

void SignInMemory::forget(const Profile& profile) {
    change({Task::Kind::Remove, keyOf(profile), {}, true, nullptr, nullptr});
}

void SignInMemory::recall(const Profile& profile, bool mayBeLate, QObject* context, Recalled done) {
    Q_ASSERT(m_store != nullptr);
    m_tasks.push_back({Task::Kind::Read, keyOf(profile), {}, mayBeLate, context, std::move(done)});
    next();
}

/// The newest word about a key is the only one that counts.
void SignInMemory::change(Task task) {
    if (m_store == nullptr)
        return;
    const auto isOutdated = [&task](const Task& known) {
        return known.kind != Task::Kind::Read && known.key == task.key;
    };
    if (m_retry && isOutdated(m_tasks.front()))
        m_retry.reset();
    const auto firstIdle = m_tasks.begin() + (m_isBusy ? 1 : 0);
    m_tasks.erase(std::remove_if(firstIdle, m_tasks.end(), isOutdated), m_tasks.end());
    m_tasks.push_back(std::move(task));
    next();
}

void SignInMemory::next() {
    if (m_isBusy || m_retry || m_tasks.empty())
        return;
    m_isBusy = true;
    const Task& task = m_tasks.front();
    const auto changed = [this](const std::optional<SecretError>& error) { onChanged(error); };
    switch (task.kind) {
    case Task::Kind::Read:
        m_store->read(task.key, this, [this](const core::Result<QByteArray, SecretError>& result) { onRead(result); });
        break;
    case Task::Kind::Write:
        m_store->write(task.key, task.secret, this, changed);
        break;
    case Task::Kind::Remove:
        m_store->remove(task.key, this, changed);
        break;
    }
}

void SignInMemory::onRead(const core::Result<QByteArray, SecretError>& result) {
    m_isBusy = false;
    if (!result && retries(result.error()))
        return;
    const Task task = m_tasks.front();
    finish();
    if (task.context)
        task.done(result);
}

void SignInMemory::onChanged(const std::optional<SecretError>& error) {
    m_isBusy = false;
    const Task& task = m_tasks.front();
    if (!error)
        setProblem({});
    else if (task.kind == Task::Kind::Write)
        setProblem(
            tr("This sign-in lasts until the program ends. The keychain cannot be used: %1.").arg(error->message));
    else
        setProblem(tr("The keychain still holds the last sign-in. It cannot be used: %1.").arg(error->message));
    if (!error || !retries(*error))
        finish();
}

bool SignInMemory::retries(const SecretError& error) {
    if (error.kind == SecretError::Kind::Denied || !std::exchange(m_tasks.front().mayRetry, false))
        return false;
    m_retry = m_clock.after(RetryAfter, [this] {
        m_retry.reset();
        next();
    });
    return true;
}

void SignInMemory::finish() {
    m_tasks.front().secret.fill('\0');
    m_tasks.pop_front();
    next();
}

void SignInMemory::setProblem(const QString& problem) {
    if (std::exchange(m_problem, problem) == problem)
        return;
    if (!problem.isEmpty())
        qCWarning(lcSession).noquote() << problem;
    Q_EMIT problemChanged();
}

} // namespace attune::session

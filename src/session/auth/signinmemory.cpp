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
    for (auto& [key, password] : m_proxyPasswords)
        password.fill('\0');
}

QString SignInMemory::keyOf(const Profile& profile) {
    const QUrl& api = profile.api;
    return QStringLiteral("%1://%2:%3%4 %5 %6")
        .arg(api.scheme(), api.host(QUrl::FullyEncoded), QString::number(portOf(api)),
             api.adjusted(QUrl::NormalizePathSegments | QUrl::StripTrailingSlash).path(QUrl::FullyEncoded),
             encoded(profile.login), encoded(profile.name));
}

QString SignInMemory::proxyKeyOf(const Profile& profile) {
    const QUrl& proxy = profile.proxy;
    const QString where =
        proxy.isEmpty()
            ? QStringLiteral("system")
            : QStringLiteral("%1://%2:%3").arg(proxy.scheme(), proxy.host(QUrl::FullyEncoded)).arg(proxy.port());
    return QStringLiteral("proxy %1 %2 %3").arg(where, encoded(profile.proxyUser), encoded(profile.name));
}

QString SignInMemory::problem() const {
    const auto& [signIn, proxy] = m_problems;
    const bool isOne = signIn.isEmpty() || proxy.isEmpty();
    return signIn + (isOne ? QString() : QStringLiteral(" ")) + proxy;
}

void SignInMemory::remember(const Profile& profile, const QByteArray& secret) {
    change({Task::Kind::Write, Subject::SignIn, keyOf(profile), secret, true, nullptr, nullptr});
}

void SignInMemory::forget(const Profile& profile) {
    change({Task::Kind::Remove, Subject::SignIn, keyOf(profile), {}, true, nullptr, nullptr});
}

void SignInMemory::rememberProxy(const Profile& profile, const QString& password) {
    const QString key = proxyKeyOf(profile);
    m_proxyPasswords[key] = password.toUtf8();
    if (profile.remember)
        change({Task::Kind::Write, Subject::Proxy, key, password.toUtf8(), true, nullptr, nullptr});
}

void SignInMemory::forgetProxy(const Profile& profile) {
    const QString key = proxyKeyOf(profile);
    if (auto known = m_proxyPasswords.extract(key))
        known.mapped().fill('\0');
    change({Task::Kind::Remove, Subject::Proxy, key, {}, true, nullptr, nullptr});
}

void SignInMemory::recallProxy(const Profile& profile, bool mayBeLate, QObject* context, Recalled done) {
    const QString key = proxyKeyOf(profile);
    const auto known = m_proxyPasswords.find(key);
    if (known != m_proxyPasswords.end() || !profile.remember || m_store == nullptr) {
        const QByteArray password = known == m_proxyPasswords.end() ? QByteArray() : known->second;
        QMetaObject::invokeMethod(
            context, [password, done = std::move(done)] { done(password); }, Qt::QueuedConnection);
        return;
    }
    m_tasks.push_back({Task::Kind::Read, Subject::Proxy, key, {}, mayBeLate, context, std::move(done)});
    next();
}

void SignInMemory::recall(const Profile& profile, bool mayBeLate, QObject* context, Recalled done) {
    Q_ASSERT(m_store != nullptr);
    m_tasks.push_back({Task::Kind::Read, Subject::SignIn, keyOf(profile), {}, mayBeLate, context, std::move(done)});
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
    m_patience = m_clock.after(Patience, [this] { onSilence(); });
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
    if (!m_patience) // it was complained about
        setProblem(m_tasks.front().subject, {});
    m_patience.reset();
    if (!result && retries(result.error()))
        return;
    const Task task = m_tasks.front();
    finish();
    if (result && task.subject == Subject::Proxy && !result->isEmpty())
        m_proxyPasswords[task.key] = *result;
    if (task.context)
        task.done(result);
}

void SignInMemory::onChanged(const std::optional<SecretError>& error) {
    m_isBusy = false;
    m_patience.reset();
    const Task& task = m_tasks.front();
    setProblem(task.subject, error ? problemOf(task, *error) : QString());
    if (!error || !retries(*error))
        finish();
}

void SignInMemory::onSilence() {
    m_patience.reset();
    setProblem(m_tasks.front().subject, tr("The keychain does not answer. It may wait to be unlocked."));
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

QString SignInMemory::problemOf(const Task& task, const SecretError& error) {
    const bool isWrite = task.kind == Task::Kind::Write;
    const QString sentence =
        task.subject == Subject::Proxy
            ? (isWrite
                   ? tr("The password of the proxy is kept until the program ends. The keychain cannot be used: %1.")
                   : tr("The keychain still holds the password of a proxy. It cannot be used: %1."))
            : (isWrite ? tr("This sign-in lasts until the program ends. The keychain cannot be used: %1.")
                       : tr("The keychain still holds the last sign-in. It cannot be used: %1."));
    return sentence.arg(error.message);
}

void SignInMemory::setProblem(Subject subject, const QString& problem) {
    if (std::exchange(m_problems.at(static_cast<std::size_t>(subject)), problem) == problem)
        return;
    if (!problem.isEmpty())
        qCWarning(lcSession).noquote() << problem;
    Q_EMIT problemChanged();
}

} // namespace attune::session

// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/session/profilestore.h"

#include "config/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <utility>

namespace attune::session {

namespace {

[[nodiscard]] QString profilesKey() { return QStringLiteral("profiles"); }
[[nodiscard]] QString lastUsedKey() { return QStringLiteral("last_used"); }

struct MethodWord {
    SignInMethod method;
    const char* word;
};
constexpr std::array MethodWords{MethodWord{SignInMethod::Password, "password"}, MethodWord{SignInMethod::Ldap, "ldap"},
                                 MethodWord{SignInMethod::IntegrationToken, "integration_token"}};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::session::ProfileStore)
};

[[nodiscard]] QJsonObject toJson(const Profile& profile) {
    const auto* word = std::find_if(MethodWords.begin(), MethodWords.end(),
                                    [&](const MethodWord& entry) { return entry.method == profile.method; });
    return {{QStringLiteral("name"), profile.name},
            {QStringLiteral("api"), profile.api.toString(QUrl::FullyEncoded)},
            {QStringLiteral("ws"), profile.ws.toString(QUrl::FullyEncoded)},
            {QStringLiteral("method"), QString::fromLatin1(word->word)},
            {QStringLiteral("login"), profile.login},
            {QStringLiteral("ca_file"), profile.caFile},
            {QStringLiteral("ca_replaces"), profile.caReplaces},
            {QStringLiteral("proxy"), profile.proxy.toString(QUrl::FullyEncoded)},
            {QStringLiteral("proxy_user"), profile.proxyUser},
            {QStringLiteral("remember"), profile.remember},
            {QStringLiteral("allow_plain_text"), profile.allowPlainText}};
}

[[nodiscard]] core::Result<Profile> fromJson(const QJsonObject& object) {
    Profile profile;
    profile.name = object[QStringLiteral("name")].toString();
    const auto api = parseBaseUrl(object[QStringLiteral("api")].toString());
    if (!api)
        return api.error();
    profile.api = *api;
    if (const QString ws = object[QStringLiteral("ws")].toString(); !ws.isEmpty()) {
        const auto url = parseNotifierUrl(ws);
        if (!url)
            return url.error();
        profile.ws = *url;
    }
    const QByteArray word = object[QStringLiteral("method")].toString(QStringLiteral("password")).toLatin1();
    const auto* method = std::find_if(MethodWords.begin(), MethodWords.end(),
                                      [&](const MethodWord& entry) { return word == entry.word; });
    if (method == MethodWords.end())
        return core::Error{Words::tr("unknown sign-in method %1").arg(QString::fromLatin1(word))};
    profile.method = method->method;
    profile.login = object[QStringLiteral("login")].toString();
    profile.caFile = object[QStringLiteral("ca_file")].toString();
    profile.caReplaces = object[QStringLiteral("ca_replaces")].toBool();
    const auto proxy = parseProxy(object[QStringLiteral("proxy")].toString());
    if (!proxy)
        return proxy.error();
    profile.proxy = *proxy;
    profile.proxyUser = object[QStringLiteral("proxy_user")].toString();
    profile.remember = object[QStringLiteral("remember")].toBool();
    profile.allowPlainText = object[QStringLiteral("allow_plain_text")].toBool();
    if (profile.name.trimmed().isEmpty())
        return core::Error{Words::tr("a profile has no name")};
    return profile;
}

[[nodiscard]] core::Result<QJsonObject> readFile(const QString& path) {
    QFile file(path);
    if (!file.exists())
        return QJsonObject();
    if (!file.open(QIODevice::ReadOnly))
        return core::Error{Words::tr("%1 cannot be read: %2").arg(path, file.errorString())};
    constexpr qint64 MaxBytes = 1024 * 1024;
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(file.read(MaxBytes), &problem);
    if (!document.isObject())
        return core::Error{Words::tr("%1 is not a list of profiles: %2").arg(path, problem.errorString())};
    return document.object();
}

[[nodiscard]] QJsonObject readOrEmpty(const QString& path) {
    const auto object = readFile(path);
    return object ? *object : QJsonObject();
}

/// Entries that this program cannot read stay: they may mean something to another version.
void place(QJsonObject& object, const QString& name, const std::optional<Profile>& profile) {
    QJsonArray entries;
    bool isPlaced = !profile;
    for (const QJsonValue entry : object[profilesKey()].toArray()) {
        if (entry[QStringLiteral("name")].toString() != name)
            entries.append(entry);
        else if (!std::exchange(isPlaced, true))
            entries.append(toJson(*profile));
    }
    if (!isPlaced)
        entries.append(toJson(*profile));
    object[profilesKey()] = entries;
    if (!profile && object[lastUsedKey()].toString() == name)
        object.remove(lastUsedKey());
}

} // namespace

ProfileStore::ProfileStore(QString filePath) : m_path(std::move(filePath)) {}

QString ProfileStore::defaultPath() {
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/profiles.json");
}

std::vector<Profile> ProfileStore::load(QStringList* problems) {
    const auto report = [problems](const QString& text) {
        if (problems != nullptr)
            problems->append(text);
    };
    const auto object = readFile(m_path);
    if (!object) {
        report(object.error().message);
        QFile::remove(m_path + QStringLiteral(".bad"));
        QFile::rename(m_path, m_path + QStringLiteral(".bad"));
    }
    const QJsonObject all = withUnwritten(object ? *object : QJsonObject());
    std::vector<Profile> profiles;
    for (const QJsonValue entry : all[profilesKey()].toArray()) {
        auto profile = fromJson(entry.toObject());
        if (profile)
            profiles.push_back(std::move(profile).value());
        else
            report(Words::tr("A saved profile was skipped: %1").arg(profile.error().message));
    }
    return profiles;
}

std::optional<Profile> ProfileStore::find(const QString& name) {
    const auto profiles = load();
    const auto found =
        std::find_if(profiles.begin(), profiles.end(), [&](const Profile& profile) { return profile.name == name; });
    return found == profiles.end() ? std::nullopt : std::optional(*found);
}

std::optional<core::Error> ProfileStore::save(const Profile& profile) { return replace(profile.name, profile); }

std::optional<core::Error> ProfileStore::remove(const QString& name) { return replace(name, std::nullopt); }

std::optional<core::Error> ProfileStore::replace(const QString& name, const std::optional<Profile>& profile) {
    [[maybe_unused]] const auto readable = load(); // puts a damaged file aside
    m_unwritten.insert_or_assign(name, profile);
    if (!profile && m_unwrittenLastUsed == name)
        m_unwrittenLastUsed.reset();
    return write();
}

QString ProfileStore::lastUsed() { return withUnwritten(readOrEmpty(m_path))[lastUsedKey()].toString(); }

void ProfileStore::setLastUsed(const QString& name) {
    [[maybe_unused]] const auto readable = load();
    m_unwrittenLastUsed = name;
    // Only a convenience: what cannot be written is not worth a dialog.
    [[maybe_unused]] const auto error = write();
}

QJsonObject ProfileStore::withUnwritten(QJsonObject object) const {
    for (const auto& [name, profile] : m_unwritten)
        place(object, name, profile);
    if (m_unwrittenLastUsed)
        object[lastUsedKey()] = *m_unwrittenLastUsed;
    return object;
}

std::optional<core::Error> ProfileStore::write() {
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    auto error = writePrivateFile(m_path, QJsonDocument(withUnwritten(readOrEmpty(m_path))).toJson());
    if (error) {
        error->message += u' ' + Words::tr("What is changed lasts until the program ends.");
        return error;
    }
    m_unwritten.clear();
    m_unwrittenLastUsed.reset();
    return std::nullopt;
}

} // namespace attune::session

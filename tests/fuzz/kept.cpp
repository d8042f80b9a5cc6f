// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
//
// Files of the program's own that somebody else may have written.
#include "bytes.h"
#include "targets.h"

#include "attune/session/profilestore.h"
#include "attune/session/savedview.h"
#include "attune/session/settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <set>

namespace attune::fuzz {

namespace {

/// The path of such a file. In memory, if possible: it is written through to the disk each time.
[[nodiscard]] QString keep(const QString& name, std::string_view bytes) {
    static const QString memory = QStringLiteral("/dev/shm");
    static const QTemporaryDir folder((QDir(memory).exists() ? memory : QDir::tempPath()) +
                                      QStringLiteral("/attune-fuzz-XXXXXX"));
    const QString path = folder.filePath(name);
    QFile file(path);
    demand(file.open(QIODevice::WriteOnly | QIODevice::Truncate), "the file can be written");
    file.write(bytesOf(bytes));
    return path;
}

void checkLayout(const session::TableLayout& layout) {
    std::set<core::Column> columns;
    bool isVisible = false;
    for (const session::ColumnView& view : layout.columns) {
        columns.insert(view.column);
        isVisible = isVisible || view.visible;
        demand(view.width == 0 || (view.width >= 20 && view.width <= 4'000), "a width is within its bounds");
    }
    demand(layout.columns.size() == core::ColumnCount && columns.size() == core::ColumnCount, "every column once");
    demand(isVisible, "something is seen");
    demand(!layout.sort.empty() && layout.sort.size() <= core::MaxSortKeys, "rows are sorted");
}

void checkProfile(const session::Profile& profile) {
    demand(!profile.name.trimmed().isEmpty(), "a profile has a name");
    for (const QUrl& url : {profile.api, session::notifierUrl(profile)}) {
        const QString scheme = url.scheme();
        demand(scheme == u"http" || scheme == u"https" || scheme == u"ws" || scheme == u"wss",
               "a server is reached by the web");
        demand(url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery(),
               "an address has a host and no secrets");
    }
}

} // namespace

void readSettings(std::string_view bytes) {
    const session::Settings settings(keep(QStringLiteral("settings.ini"), bytes));
    for (const session::SettingInfo& info : session::settingsTable()) {
        const QVariant value = settings.value(info.setting);
        demand(value.isValid(), "every setting has a value");
        if (info.minimum.isValid())
            demand(value.toLongLong() >= info.minimum.toLongLong() && value.toLongLong() <= info.maximum.toLongLong(),
                   "a number is within its bounds");
    }
}

void readViews(std::string_view bytes) {
    const auto read = session::viewsFromJson(bytesOf(bytes));
    if (!read)
        return demand(!read.error().message.isEmpty(), "a refusal says why");
    std::set<QString> names;
    for (const session::SavedView& view : read->views) {
        demand(!view.name.isEmpty() && view.name == session::viewName(view.name), "a view has a name as names are");
        names.insert(view.name);
        checkLayout(view.layout);
    }
    demand(names.size() == read->views.size() && names.size() <= session::MaxViews, "names are unique, views bounded");
    const auto again = session::viewsFromJson(session::viewsToJson(read->views));
    demand(again && again->problems.isEmpty() && again->views == read->views, "what is written reads as the same");
}

void readProfiles(std::string_view bytes) {
    QStringList problems;
    session::ProfileStore store(keep(QStringLiteral("profiles.json"), bytes));
    const auto profiles = store.load(&problems);
    for (const session::Profile& profile : profiles)
        checkProfile(profile);
    for (const QString& problem : problems)
        demand(!problem.isEmpty(), "a profile that is left out is told of");
    static_cast<void>(store.lastUsed());
    if (profiles.empty())
        return;
    session::ProfileStore other(keep(QStringLiteral("written.json"), "{}"));
    demand(!other.save(profiles.front()), "a profile can be kept");
    const auto again = other.load();
    demand(again.size() == 1 && again.front() == profiles.front(), "what is kept reads as the same");
}

} // namespace attune::fuzz

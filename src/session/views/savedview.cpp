// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/session/savedview.h"

#include "views/filterjson.h"
#include "views/readfield.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace attune::session {

namespace {

constexpr int Version = 1;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::session::SavedView)
};
[[nodiscard]] QString formatKey() { return QStringLiteral("format"); }
[[nodiscard]] QString formatWord() { return QStringLiteral("attune-watch-views"); }
[[nodiscard]] QString versionKey() { return QStringLiteral("version"); }
[[nodiscard]] QString viewsKey() { return QStringLiteral("views"); }
[[nodiscard]] QString nameKey() { return QStringLiteral("name"); }
[[nodiscard]] QString filterKey() { return QStringLiteral("filter"); }
[[nodiscard]] QString densityKey() { return QStringLiteral("density"); }

[[nodiscard]] QJsonObject toJson(const SavedView& view) {
    QJsonObject object = layoutToJson(view.layout);
    object[nameKey()] = view.name;
    object[filterKey()] = filterToJson(view.filter);
    object[densityKey()] = view.isCompact ? QStringLiteral("compact") : QStringLiteral("comfortable");
    return object;
}

[[nodiscard]] bool readDensity(const FieldReader& fields) {
    const auto word = fields.text(densityKey());
    if (word && *word != u"compact" && *word != u"comfortable")
        fields.report(densityKey(), Words::tr("is neither comfortable nor compact"));
    return word == QStringLiteral("compact");
}

/// Of one view; its name is known.
[[nodiscard]] SavedView readView(const QString& name, const QJsonObject& object, QStringList& problems) {
    SavedView view;
    view.name = name;
    QStringList found;
    const FieldReader fields(object, found);
    const QJsonObject filter = fields.object(filterKey());
    view.filter = filterFromJson(FieldReader(filter, found, filterKey()));
    view.layout = layoutFromJson(object, found);
    view.isCompact = readDensity(fields);
    for (const QString& problem : found)
        problems += Words::tr("View “%1”: %2").arg(FieldReader::quoted(name), problem);
    return view;
}

void readEntry(const QJsonValue& entry, ReadViews& read) {
    const QJsonObject object = entry.toObject();
    const QString name = viewName(object[nameKey()].toString());
    if (name.isEmpty()) {
        read.problems += Words::tr("A view without a name was left out.");
        return;
    }
    const QString kept = freeViewName(name, read.views);
    if (kept != name)
        read.problems += Words::tr("“%1” is there twice; the second is “%2” now.").arg(FieldReader::quoted(name), kept);
    read.views.push_back(readView(kept, object, read.problems));
}

[[nodiscard]] std::optional<core::Error> refusal(const QJsonObject& object, const QJsonParseError& problem) {
    if (problem.error != QJsonParseError::NoError)
        return core::Error{Words::tr("This is not a file of views: %1 (at byte %2).")
                               .arg(problem.errorString(), QString::number(problem.offset))};
    if (object[formatKey()] != formatWord() || !object[viewsKey()].isArray())
        return core::Error{Words::tr("This is not a file of views.")};
    return std::nullopt;
}

} // namespace

QString viewName(const QString& text) { return text.simplified().left(MaxViewName).trimmed(); }

QString freeViewName(const QString& wanted, const std::vector<SavedView>& views) {
    QString name = wanted;
    const auto isTaken = [&] {
        return std::any_of(views.begin(), views.end(), [&](const SavedView& view) { return view.name == name; });
    };
    for (int number = 2; isTaken(); ++number) {
        const QString suffix = QStringLiteral(" (%1)").arg(number);
        name = wanted.left(MaxViewName - suffix.size()) + suffix;
    }
    return name;
}

QByteArray viewsToJson(const std::vector<SavedView>& views) {
    QJsonArray entries;
    for (const SavedView& view : views)
        entries.append(toJson(view));
    const QJsonObject object{{formatKey(), formatWord()}, {versionKey(), Version}, {viewsKey(), entries}};
    return QJsonDocument(object).toJson();
}

core::Result<ReadViews> viewsFromJson(const QByteArray& bytes) {
    QJsonParseError problem{};
    const QJsonObject object = QJsonDocument::fromJson(bytes, &problem).object();
    if (const auto error = refusal(object, problem))
        return *error;
    ReadViews read;
    if (object[versionKey()].toInt() != Version)
        read.problems += Words::tr("The file was written by another version of the program; what is known is read.");
    for (const QJsonValue entry : object[viewsKey()].toArray()) {
        if (read.views.size() >= MaxViews) {
            read.problems += Words::tr("Only the first %1 views were read.").arg(MaxViews);
            break;
        }
        readEntry(entry, read);
    }
    if (read.problems.size() > FieldReader::MostProblems) {
        read.problems.resize(FieldReader::MostProblems);
        read.problems += Words::tr("… and more.");
    }
    return read;
}

} // namespace attune::session

// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/session/tablelayout.h"

#include "views/readfield.h"

#include <QJsonArray>

#include <algorithm>

namespace attune::session {

namespace {

constexpr int LeastWidth = 20;
constexpr int MostWidth = 4'000;

[[nodiscard]] QString keyOf(core::Column column) { return QString::fromLatin1(core::columnInfo(column).key); }

[[nodiscard]] const core::ColumnInfo* infoOf(const QString& key) {
    const auto found = std::find_if(core::columns().begin(), core::columns().end(),
                                    [&key](const core::ColumnInfo& info) { return key == QLatin1String(info.key); });
    return found == core::columns().end() ? nullptr : &*found;
}

[[nodiscard]] bool holds(const std::vector<ColumnView>& columns, core::Column column) {
    return std::any_of(columns.begin(), columns.end(),
                       [column](const ColumnView& view) { return view.column == column; });
}

void readColumn(const QJsonValue& value, FieldReader& problems, std::vector<ColumnView>& columns) {
    // A bare name will do.
    const QJsonObject object = value.isString() ? QJsonObject{{QStringLiteral("column"), value}} : value.toObject();
    const QString key = object[QStringLiteral("column")].toString();
    const core::ColumnInfo* info = infoOf(key);
    if (info == nullptr || holds(columns, info->column)) {
        problems.report(QStringLiteral("columns"),
                        info == nullptr ? FieldReader::tr("there is no column “%1”").arg(FieldReader::quoted(key))
                                        : FieldReader::tr("“%1” is there twice").arg(key));
        return;
    }
    ColumnView view{.column = info->column};
    const FieldReader fields(object, problems.list(), problems.path(QStringLiteral("columns.") + key));
    if (const auto width = fields.number(QStringLiteral("width"), 0, MostWidth); width && *width > 0)
        view.width = std::max(LeastWidth, static_cast<int>(*width));
    view.visible = fields.flag(QStringLiteral("visible")).value_or(true);
    columns.push_back(view);
}

/// What is missing is as in `key`; false when the column is none to sort by.
bool readKey(const FieldReader& fields, core::SortKey& key) {
    bool isKnown = true;
    if (const auto name = fields.text(QStringLiteral("column"))) {
        const core::ColumnInfo* info = infoOf(*name);
        isKnown = info != nullptr && info->isSortable;
        if (isKnown)
            key.column = info->column;
        else
            fields.report(QStringLiteral("column"),
                          FieldReader::tr("“%1” is no column to sort by").arg(FieldReader::quoted(*name)));
    }
    if (const auto direction = fields.text(QStringLiteral("direction"))) {
        if (*direction == u"ascending")
            key.direction = Qt::AscendingOrder;
        else if (*direction == u"descending")
            key.direction = Qt::DescendingOrder;
        else
            fields.report(QStringLiteral("direction"), FieldReader::tr("is neither ascending nor descending"));
    }
    return isKnown;
}

void readFurtherKey(const QJsonValue& value, const FieldReader& sort, core::SortKeys& keys) {
    // A bare name will do.
    const QJsonObject object = value.isString() ? QJsonObject{{QStringLiteral("column"), value}} : value.toObject();
    const FieldReader fields(object, sort.list(), sort.path(QStringLiteral("then")));
    core::SortKey key{keys.front().column, Qt::AscendingOrder};
    if (!readKey(fields, key))
        return;
    const bool isThere = std::any_of(keys.begin(), keys.end(),
                                     [&key](const core::SortKey& known) { return known.column == key.column; });
    if (isThere)
        sort.report(QStringLiteral("then"), FieldReader::tr("“%1” is there twice").arg(keyOf(key.column)));
    else if (keys.size() == core::MaxSortKeys)
        sort.report(QStringLiteral("then"), FieldReader::tr("there are too many columns to sort by"));
    else
        keys.push_back(key);
}

void readSort(const FieldReader& fields, TableLayout& layout) {
    const QJsonObject sort = fields.object(QStringLiteral("sort"));
    if (sort.isEmpty())
        return;
    const FieldReader inner(sort, fields.list(), fields.path(QStringLiteral("sort")));
    (void)readKey(inner, layout.sort.front());
    for (const QJsonValue value : inner.array(QStringLiteral("then")))
        readFurtherKey(value, inner, layout.sort);
}

[[nodiscard]] QJsonObject keyToJson(const core::SortKey& key) {
    const bool isAscending = key.direction == Qt::AscendingOrder;
    return {{QStringLiteral("column"), keyOf(key.column)},
            {QStringLiteral("direction"), isAscending ? QStringLiteral("ascending") : QStringLiteral("descending")}};
}

[[nodiscard]] QJsonObject sortToJson(const core::SortKeys& keys) {
    QJsonObject sort = keyToJson(keys.front());
    QJsonArray further;
    for (std::size_t i = 1; i < keys.size(); ++i)
        further.append(keyToJson(keys[i]));
    if (!further.isEmpty())
        sort[QStringLiteral("then")] = further;
    return sort;
}

} // namespace

TableLayout firstLayout() {
    TableLayout layout;
    for (const core::ColumnInfo& info : core::columns())
        layout.columns.push_back({.column = info.column, .width = 0, .visible = !info.isOptional});
    return layout;
}

QJsonObject layoutToJson(const TableLayout& layout) {
    QJsonArray columns;
    for (const ColumnView& view : layout.columns)
        columns.append(QJsonObject{{QStringLiteral("column"), keyOf(view.column)},
                                   {QStringLiteral("width"), view.width},
                                   {QStringLiteral("visible"), view.visible}});
    return {{QStringLiteral("columns"), columns},
            {QStringLiteral("automatic_widths"), layout.automatic},
            {QStringLiteral("sort"), sortToJson(layout.sort)}};
}

TableLayout layoutFromJson(const QJsonObject& object, QStringList& problems) {
    FieldReader fields(object, problems);
    TableLayout layout = firstLayout();
    readSort(fields, layout);
    std::vector<ColumnView> columns;
    for (const QJsonValue value : fields.array(QStringLiteral("columns")))
        readColumn(value, fields, columns);
    layout.automatic = fields.flag(QStringLiteral("automatic_widths")).value_or(true);
    const bool isSeen =
        std::any_of(columns.begin(), columns.end(), [](const ColumnView& view) { return view.visible; });
    if (!isSeen) {
        if (!columns.empty())
            fields.report(QStringLiteral("columns"), FieldReader::tr("none is visible; the first ones are used"));
        return layout;
    }
    for (const core::ColumnInfo& info : core::columns()) {
        if (!holds(columns, info.column))
            columns.push_back({.column = info.column, .width = 0, .visible = false});
    }
    layout.columns = std::move(columns);
    return layout;
}

} // namespace attune::session

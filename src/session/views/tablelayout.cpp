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

void readSort(const FieldReader& fields, TableLayout& layout) {
    const QJsonObject sort = fields.object(QStringLiteral("sort"));
    if (sort.isEmpty())
        return;
    const FieldReader inner(sort, fields.list(), fields.path(QStringLiteral("sort")));
    if (const auto key = inner.text(QStringLiteral("column"))) {
        const core::ColumnInfo* info = infoOf(*key);
        if (info != nullptr && info->isSortable)
            layout.sortColumn = info->column;
        else
            inner.report(QStringLiteral("column"),
                         FieldReader::tr("“%1” is no column to sort by").arg(FieldReader::quoted(*key)));
    }
    if (const auto direction = inner.text(QStringLiteral("direction"))) {
        if (*direction == u"ascending")
            layout.sortDirection = Qt::AscendingOrder;
        else if (*direction != u"descending")
            inner.report(QStringLiteral("direction"), FieldReader::tr("is neither ascending nor descending"));
    }
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
    const bool isAscending = layout.sortDirection == Qt::AscendingOrder;
    const QJsonObject sort{
        {QStringLiteral("column"), keyOf(layout.sortColumn)},
        {QStringLiteral("direction"), isAscending ? QStringLiteral("ascending") : QStringLiteral("descending")}};
    return {{QStringLiteral("columns"), columns},
            {QStringLiteral("automatic_widths"), layout.automatic},
            {QStringLiteral("sort"), sort}};
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

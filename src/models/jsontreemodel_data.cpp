// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "jsonnode.h"

#include "attune/core/displaytext.h"
#include "attune/models/jsontreemodel.h"
#include "attune/models/roles.h"

#include <algorithm>

namespace attune::models {

namespace {

constexpr qsizetype MaxCellLength = 500;

/// Walks a document in its order and notes what contains the text.
class Searcher {
public:
    explicit Searcher(const QString& text) : m_text(text) {}

    void visit(const nlohmann::json& value, const QString& key) {
        if (m_result.truncated)
            return;
        m_result.truncated = ++m_visited > JsonTreeModel::MaxVisited;
        if (key.contains(m_text, Qt::CaseInsensitive) || scalarText(value).contains(m_text, Qt::CaseInsensitive))
            m_result.matches.push_back(m_path);
        m_result.truncated = m_result.truncated || m_result.matches.size() >= JsonTreeModel::MaxMatches;
        if (!isContainer(value))
            return;
        m_path.push_back(0);
        for (auto child = value.begin(); child != value.end(); ++child, ++m_path.back())
            visit(*child, value.is_object() ? core::exactText(child.key()) : QString());
        m_path.pop_back();
    }
    [[nodiscard]] JsonTreeModel::SearchResult result() { return std::move(m_result); }

private:
    const QString& m_text;
    JsonPath m_path;
    JsonTreeModel::SearchResult m_result;
    std::size_t m_visited = 0;
};

} // namespace

JsonTreeModel::SearchResult JsonTreeModel::search(const QString& text) const {
    if (text.isEmpty() || !m_document)
        return {};
    Searcher searcher(text);
    searcher.visit(*m_document, {});
    return searcher.result();
}

QString JsonTreeModel::path(const QModelIndex& index) const {
    QString path;
    for (const Node* node = nodeOf(index); node->parent != nullptr; node = node->parent) {
        if (node->value == m_root->value)
            break; // a document that is one plain value
        path.prepend(node->key != nullptr ? pathStep(*node->key) : QStringLiteral("[%1]").arg(node->row));
    }
    return u'$' + path;
}

QString JsonTreeModel::valueText(const QModelIndex& index) const {
    const Node& node = *nodeOf(index);
    if (node.value == nullptr)
        return {};
    return node.value->is_structured() ? QString::fromStdString(node.value->dump(2)) : scalarText(*node.value);
}

QVariant JsonTreeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index));
    const Node& node = *nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return core::displayText(cellText(node, static_cast<Column>(index.column())), MaxCellLength);
    case Qt::ToolTipRole:
        return index.column() == ValueColumn ? core::toolTipText(scalarText(*node.value), MaxCellLength) : QVariant();
    case JsonPathRole:
        return path(index);
    case JsonValueRole:
        return valueText(index);
    case JsonKindRole:
        return static_cast<int>(kindOf(*node.value));
    default:
        return {};
    }
}

QString JsonTreeModel::cellText(const Node& node, Column column) const {
    switch (column) {
    case KeyColumn:
        if (node.value == m_root->value)
            return QStringLiteral("$");
        return node.key != nullptr ? core::exactText(*node.key) : QString::number(node.row);
    case ValueColumn:
        return valueCellText(*node.value);
    case TypeColumn:
        return kindText(kindOf(*node.value));
    case ColumnCount:
        break;
    }
    return {};
}

QString JsonTreeModel::valueCellText(const nlohmann::json& value) {
    const auto size = static_cast<int>(std::min<std::size_t>(value.size(), INT32_MAX));
    switch (kindOf(value)) {
    case JsonKind::Secret:
        return tr("redacted by the server");
    case JsonKind::Array:
        return tr("%n item(s)", nullptr, size);
    case JsonKind::Object:
        return tr("%n key(s)", nullptr, size);
    case JsonKind::Null:
    case JsonKind::Boolean:
    case JsonKind::Number:
    case JsonKind::String:
        return scalarText(value);
    }
    Q_UNREACHABLE();
}

QString JsonTreeModel::kindText(JsonKind kind) {
    switch (kind) {
    case JsonKind::Null:
        return tr("null");
    case JsonKind::Boolean:
        return tr("boolean");
    case JsonKind::Number:
        return tr("number");
    case JsonKind::String:
        return tr("string");
    case JsonKind::Array:
        return tr("array");
    case JsonKind::Object:
        return tr("object");
    case JsonKind::Secret:
        return tr("secret");
    }
    Q_UNREACHABLE();
}

} // namespace attune::models

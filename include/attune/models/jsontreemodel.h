// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/details.h"

#include <QAbstractItemModel>

#include <cstddef>
#include <memory>
#include <vector>

namespace attune::models {

enum class JsonKind : int { Null, Boolean, Number, String, Array, Object, Secret };

/// Where a value lies: child numbers from the root down; empty = the root itself.
using JsonPath = std::vector<int>;

/// A JSON document as a tree of keys and values, read only. Children are made when a container is opened, PageSize at a
/// time, so that a huge document opens at once. A protected value is one row marked as redacted, whatever it hides. A
/// document that is not a container is one row. GUI thread.
class JsonTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column : int { KeyColumn, ValueColumn, TypeColumn, ColumnCount };

    explicit JsonTreeModel(QObject* parent = nullptr);
    ~JsonTreeModel() override;

    /// Null shows nothing.
    void setDocument(core::JsonDocument document);
    [[nodiscard]] const core::JsonDocument& document() const { return m_document; }
    [[nodiscard]] bool isEmpty() const; ///< null, {} or []

    /// Such as `$.hosts[3]['odd key']`.
    [[nodiscard]] QString path(const QModelIndex& index) const;
    /// The value as text: strings as they are, containers as indented JSON.
    [[nodiscard]] QString valueText(const QModelIndex& index) const;

    struct SearchResult {
        std::vector<JsonPath> matches; ///< in the order of the document
        bool truncated = false;        ///< stopped at MaxMatches or MaxVisited
    };
    /// Keys and plain values that contain `text`, whatever its case. Secrets are not looked into. Empty text finds
    /// nothing.
    [[nodiscard]] SearchResult search(const QString& text) const;
    /// The index of a match, making the rows above it; invalid when the document has no such place.
    [[nodiscard]] QModelIndex indexAt(const JsonPath& path);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// So large because a view fetches more by itself only for the outermost container.
    static constexpr int PageSize = 10'000;
    static constexpr std::size_t MaxMatches = 1000;
    static constexpr std::size_t MaxVisited = 200'000;

    struct Node;

private:
    [[nodiscard]] Node* nodeOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const Node& node) const;
    [[nodiscard]] static int nextPage(const Node& node);
    static void open(Node& node, int count);
    [[nodiscard]] QString cellText(const Node& node, Column column) const;
    [[nodiscard]] static QString valueCellText(const nlohmann::json& value);
    [[nodiscard]] static QString kindText(JsonKind kind);

    core::JsonDocument m_document;
    std::unique_ptr<Node> m_root;
};

} // namespace attune::models

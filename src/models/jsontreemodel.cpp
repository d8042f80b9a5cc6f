// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/models/jsontreemodel.h"

#include "jsonnode.h"

#include <algorithm>

namespace attune::models {

JsonTreeModel::JsonTreeModel(QObject* parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>()) {}

JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::setDocument(core::JsonDocument document) {
    beginResetModel();
    m_document = std::move(document);
    m_root = std::make_unique<Node>();
    m_root->value = m_document.get();
    if (m_document && isContainer(*m_document)) {
        m_root->next = m_document->begin();
        open(*m_root, nextPage(*m_root));
    } else if (m_document && !m_document->is_null()) {
        auto only = std::make_unique<Node>();
        only->value = m_document.get();
        only->parent = m_root.get();
        m_root->children.push_back(std::move(only));
    }
    endResetModel();
}

bool JsonTreeModel::isEmpty() const { return !m_document || m_document->empty(); }

JsonTreeModel::Node* JsonTreeModel::nodeOf(const QModelIndex& index) const {
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

QModelIndex JsonTreeModel::indexOf(const Node& node) const {
    return node.parent == nullptr ? QModelIndex() : createIndex(node.row, 0, &node);
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex& child) const {
    return child.isValid() ? indexOf(*nodeOf(child)->parent) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int JsonTreeModel::columnCount(const QModelIndex&) const { return ColumnCount; }

bool JsonTreeModel::hasChildren(const QModelIndex& parent) const {
    return rowCount(parent) > 0 || canFetchMore(parent);
}

bool JsonTreeModel::canFetchMore(const QModelIndex& parent) const {
    const Node& node = *nodeOf(parent);
    if (parent.column() > 0 || node.value == nullptr || !isContainer(*node.value))
        return false;
    return node.children.size() < node.value->size();
}

void JsonTreeModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent))
        return;
    Node& node = *nodeOf(parent);
    const auto first = static_cast<int>(node.children.size());
    const int count = nextPage(node);
    beginInsertRows(parent, first, first + count - 1);
    open(node, count);
    endInsertRows();
}

int JsonTreeModel::nextPage(const Node& node) {
    return static_cast<int>(std::min<std::size_t>(PageSize, node.value->size() - node.children.size()));
}

void JsonTreeModel::open(Node& node, int count) {
    for (int i = 0; i < count; ++i, ++node.next) {
        auto child = std::make_unique<Node>();
        child->value = &*node.next;
        child->key = node.value->is_object() ? &node.next.key() : nullptr;
        child->parent = &node;
        child->row = static_cast<int>(node.children.size());
        if (isContainer(*child->value))
            child->next = child->value->begin();
        node.children.push_back(std::move(child));
    }
}

QModelIndex JsonTreeModel::indexAt(const JsonPath& path) {
    QModelIndex index;
    if (path.empty() && m_root->value != nullptr && !isContainer(*m_root->value))
        return this->index(0, 0);
    for (const int row : path) {
        while (row >= rowCount(index) && canFetchMore(index))
            fetchMore(index);
        index = this->index(row, 0, index);
        if (!index.isValid())
            return {};
    }
    return index;
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KeyColumn:
        return tr("Key");
    case ValueColumn:
        return tr("Value");
    case TypeColumn:
        return tr("Type");
    default:
        return {};
    }
}

} // namespace attune::models

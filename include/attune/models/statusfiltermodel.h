// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/vocabulary.h"
#include "attune/models/enforcementfilterproxymodel.h"

#include <QAbstractListModel>
#include <QString>

#include <set>
#include <vector>

namespace attune::models {

/// The status words to choose from, each with a check box and the number of rows it would show. None checked means all.
/// Words of a newer server appear when they are seen; a chosen word this server never used stays in the list.
class StatusFilterModel : public QAbstractListModel {
    Q_OBJECT
public:
    /// `vocabulary` outlives the model.
    explicit StatusFilterModel(const core::Vocabulary& vocabulary, QObject* parent = nullptr);
    ~StatusFilterModel() override;

    [[nodiscard]] std::set<QString> checked() const;
    void setChecked(const std::set<QString>& words);
    void checkAll();
    void checkNone();
    void checkOnly(int row);

    /// Call when the list is about to be seen and a few times a second while it is.
    void setCounts(const StatusCounts& counts);

    int rowCount(const QModelIndex& parent = {}) const override;
    /// Qt::EditRole and StatusWordRole are the word itself, CountRole the number of rows.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void checkedChanged();

private:
    struct Item {
        QString word;
        core::WordCode code = core::Status::Unknown; // unknown to this server so far
        std::int64_t count = 0;
        bool checked = false;
    };
    void adoptNewWords();
    void append(const QString& word, core::WordCode code);
    template<class Decide>
    void decideChecks(Decide&& decide);

    const core::Vocabulary& m_vocabulary;
    std::vector<Item> m_items;
    core::Symbol m_adopted = core::Status::Unknown; // the last code of the vocabulary that is in the list
};

} // namespace attune::models

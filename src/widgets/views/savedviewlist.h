// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/session/savedview.h"

#include <QObject>

#include <map>
#include <vector>

namespace attune::session {
class SavedViewStore;
}

namespace attune::widgets {

/// The saved views of the profile in use, each change written at once. What cannot be written lasts as long as the
/// list, and is tried again with every later change. Indices are those of views().
class SavedViewList : public QObject {
    Q_OBJECT
public:
    /// `store` outlives the list.
    explicit SavedViewList(const session::SavedViewStore& store, QObject* parent = nullptr);

    /// Loads the views of another profile; without a name there are none, and none can be added.
    void setProfile(const QString& name);
    [[nodiscard]] bool hasProfile() const { return !m_profile.isEmpty(); }
    [[nodiscard]] const std::vector<session::SavedView>& views() const { return m_views; }
    /// -1 when there is none.
    [[nodiscard]] int indexOf(const QString& name) const;

    /// In the place of the view of that name, or at the end.
    void put(const session::SavedView& view);
    /// False when the name is empty or another view's.
    bool rename(int index, const QString& name);
    void remove(int index);
    void move(int from, int to);
    void importFrom(const QString& path);
    void exportTo(const QString& path);

Q_SIGNALS:
    void viewsChanged();
    /// In words, to be shown to the operator.
    void problemFound(const QString& title, const QString& text);

private:
    void onEdited();

    const session::SavedViewStore& m_store;
    QString m_profile;
    std::vector<session::SavedView> m_views;
    std::map<QString, std::vector<session::SavedView>> m_unwritten; // by profile
    bool m_isUnwritable = false;
};

} // namespace attune::widgets

// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "views/savedviewlist.h"

#include "attune/session/savedviewstore.h"

#include <algorithm>
#include <utility>

namespace attune::widgets {

using session::SavedView;
using session::SavedViewStore;

SavedViewList::SavedViewList(const SavedViewStore& store, QObject* parent) : QObject(parent), m_store(store) {}

void SavedViewList::setProfile(const QString& name) {
    if (name == m_profile)
        return;
    m_profile = name;
    if (const auto unwritten = m_unwritten.find(name); unwritten != m_unwritten.end()) {
        m_views = unwritten->second;
        return onEdited();
    }
    session::ReadViews read = hasProfile() ? m_store.load(name) : session::ReadViews();
    m_views = std::move(read.views);
    Q_EMIT viewsChanged();
    if (!read.problems.isEmpty())
        Q_EMIT problemFound(tr("Saved views"), read.problems.join(u'\n'));
}

int SavedViewList::indexOf(const QString& name) const {
    const auto found =
        std::find_if(m_views.begin(), m_views.end(), [&name](const SavedView& view) { return view.name == name; });
    return found == m_views.end() ? -1 : static_cast<int>(found - m_views.begin());
}

void SavedViewList::put(const SavedView& view) {
    if (!hasProfile())
        return;
    if (const int index = indexOf(view.name); index >= 0) {
        m_views[static_cast<std::size_t>(index)] = view;
    } else if (m_views.size() < session::MaxViews) {
        m_views.push_back(view);
    } else {
        Q_EMIT problemFound(tr("Saved views"),
                            tr("There are %1 views already; delete one before you save another.").arg(m_views.size()));
        return;
    }
    onEdited();
}

bool SavedViewList::rename(int index, const QString& name) {
    const QString clean = session::viewName(name);
    const int holder = indexOf(clean);
    if (clean.isEmpty() || (holder >= 0 && holder != index))
        return false;
    m_views.at(static_cast<std::size_t>(index)).name = clean;
    onEdited();
    return true;
}

void SavedViewList::remove(int index) {
    m_views.erase(m_views.begin() + index);
    onEdited();
}

void SavedViewList::move(int from, int to) {
    const int last = static_cast<int>(m_views.size()) - 1;
    if (from == to || std::min(from, to) < 0 || std::max(from, to) > last)
        return;
    const auto at = [this](int index) { return m_views.begin() + index; };
    if (from < to)
        std::rotate(at(from), at(from + 1), at(to + 1));
    else
        std::rotate(at(to), at(from), at(from + 1));
    onEdited();
}

void SavedViewList::importFrom(const QString& path) {
    auto read = SavedViewStore::importFrom(path);
    if (!read) {
        Q_EMIT problemFound(tr("Import views"), read.error().message);
        return;
    }
    QStringList problems = read->problems;
    for (SavedView& view : read->views) {
        if (m_views.size() >= session::MaxViews) {
            problems += tr("There is room for %1 views; the others were left out.").arg(session::MaxViews);
            break;
        }
        view.name = session::freeViewName(view.name, m_views);
        m_views.push_back(std::move(view));
    }
    onEdited();
    if (!problems.isEmpty())
        Q_EMIT problemFound(tr("Import views"), problems.join(u'\n'));
}

void SavedViewList::exportTo(const QString& path) {
    if (const auto error = SavedViewStore::exportTo(path, m_views))
        Q_EMIT problemFound(tr("Export views"), error->message);
}

void SavedViewList::onEdited() {
    const auto error = m_store.save(m_profile, m_views);
    const bool wasUnwritable = std::exchange(m_isUnwritable, error.has_value());
    if (error)
        m_unwritten.insert_or_assign(m_profile, m_views);
    else
        m_unwritten.erase(m_profile);
    Q_EMIT viewsChanged();
    if (error && !wasUnwritable)
        Q_EMIT problemFound(tr("Saved views"),
                            error->message + u' ' + tr("What is changed lasts until the program ends."));
}

} // namespace attune::widgets

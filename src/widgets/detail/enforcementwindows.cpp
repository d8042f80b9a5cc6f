// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/enforcementwindows.h"

#include <algorithm>
#include <utility>

namespace attune::widgets {

EnforcementWindows::EnforcementWindows(const DetailContext& context, Lookup lookup, Neighbour neighbour,
                                       QObject* parent)
    : QObject(parent), m_context(context), m_lookup(std::move(lookup)), m_neighbour(std::move(neighbour)) {}

EnforcementWindows::~EnforcementWindows() {
    for (EnforcementWindow* window : std::exchange(m_windows, {})) {
        disconnect(window, &QObject::destroyed, this, nullptr); // nobody is to be told any more
        delete window;
    }
}

EnforcementWindow* EnforcementWindows::find(core::Id id) const { return m_windows.value(id); }

int EnforcementWindows::count() const { return static_cast<int>(m_windows.size()); }

EnforcementWindow* EnforcementWindows::open(core::Id id) {
    EnforcementWindow* window = find(id);
    if (window == nullptr) {
        const auto subject = m_lookup(id);
        if (!subject)
            return nullptr;
        window = create(*subject);
    }
    window->show();
    window->raise();
    window->activateWindow();
    return window;
}

EnforcementWindow* EnforcementWindows::create(const EnforcementSubject& subject) {
    auto* window = new EnforcementWindow(subject, m_context);
    m_windows.insert(subject.row.id, window);
    connect(window, &EnforcementWindow::learned, this, &EnforcementWindows::learned);
    connect(window, &EnforcementWindow::signInRequested, this, &EnforcementWindows::signInRequested);
    connect(window, &EnforcementWindow::previousRequested, this, [this, window] { walk(*window, -1); });
    connect(window, &EnforcementWindow::nextRequested, this, [this, window] { walk(*window, 1); });
    connect(window, &QObject::destroyed, this, [this, window] { onDestroyed(window); });
    announceShown();
    return window;
}

/// It is no window any more, only where one was.
void EnforcementWindows::onDestroyed(const EnforcementWindow* gone) {
    m_windows.removeIf([gone](const auto& entry) { return entry.value() == gone; });
    announceShown();
}

void EnforcementWindows::announceShown() {
    std::vector<core::Id> ids;
    for (auto window = m_windows.cbegin(); window != m_windows.cend(); ++window)
        ids.push_back(window.key());
    std::ranges::sort(ids);
    if (ids != std::exchange(m_announced, ids))
        Q_EMIT shownChanged(ids);
}

void EnforcementWindows::walk(EnforcementWindow& window, int step) {
    const core::Id target = m_neighbour(window.id(), step);
    if (target == core::UnknownId) {
        window.say(step > 0 ? tr("There is no enforcement below this one in the table.")
                            : tr("There is no enforcement above this one in the table."));
        return;
    }
    Q_EMIT walkedTo(target);
    if (find(target) != nullptr) {
        open(target);
        return;
    }
    if (const auto subject = m_lookup(target)) {
        m_windows.remove(window.id());
        m_windows.insert(target, &window);
        window.setSubject(*subject);
        announceShown();
    }
}

void EnforcementWindows::closeAll() {
    const auto windows = std::exchange(m_windows, {});
    for (EnforcementWindow* window : windows)
        window->close();
    announceShown();
}

void EnforcementWindows::onBatch(const core::EnforcementBatch& batch) {
    if (m_windows.isEmpty())
        return;
    for (const core::EnforcementUpdate& update : batch.updates) {
        if (EnforcementWindow* window = find(update.row.id))
            window->onRowChanged(update.row);
    }
    for (const core::Id id : batch.removed) {
        if (EnforcementWindow* window = find(id))
            window->onRowGone();
    }
}

void EnforcementWindows::onExecutionsChanged(const std::vector<core::ExecutionUpdate>& updates) {
    for (EnforcementWindow* window : std::as_const(m_windows))
        window->onExecutionsChanged(updates);
}

} // namespace attune::widgets

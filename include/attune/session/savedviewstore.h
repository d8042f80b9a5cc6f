// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/session/savedview.h"

#include <optional>

namespace attune::session {

/// The saved views, a file per profile in one folder: JSON of mode 0600, written atomically. A file that cannot be read
/// is moved aside, and of one that is read in part a copy is kept, before anything is written.
class SavedViewStore {
public:
    explicit SavedViewStore(QString folder);
    [[nodiscard]] static QString defaultPath();

    /// No views where there is no file.
    [[nodiscard]] ReadViews load(const QString& profile) const;
    /// Nothing on success.
    [[nodiscard]] std::optional<core::Error> save(const QString& profile, const std::vector<SavedView>& views) const;
    [[nodiscard]] QString pathOf(const QString& profile) const;

    /// A file that the operator chose; what is there is replaced. Nothing on success.
    [[nodiscard]] static std::optional<core::Error> exportTo(const QString& path, const std::vector<SavedView>& views);
    [[nodiscard]] static core::Result<ReadViews> importFrom(const QString& path);

private:
    QString m_folder;
};

} // namespace attune::session

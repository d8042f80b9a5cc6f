// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcementfilter.h"
#include "attune/core/result.h"
#include "attune/session/tablelayout.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace attune::session {

/// What the operator looks at, under a name. A value.
struct SavedView {
    QString name; ///< not empty, at most MaxViewName units, unique in its list
    core::EnforcementFilter filter;
    TableLayout layout = firstLayout();
    bool isCompact = false;
    friend bool operator==(const SavedView&, const SavedView&) = default;
};
inline constexpr qsizetype MaxViewName = 80;
inline constexpr std::size_t MaxViews = 200;

/// The name as it is kept: without what surrounds it, in one line, cut. May be empty.
[[nodiscard]] QString viewName(const QString& text);
/// `wanted`, or `wanted (2)`, … if a view of `views` has that name.
[[nodiscard]] QString freeViewName(const QString& wanted, const std::vector<SavedView>& views);

struct ReadViews {
    std::vector<SavedView> views;
    QStringList problems; ///< fields that were left out or changed, in words
};

/// The format of views in files: JSON with a version, to be read and edited by people, too.
[[nodiscard]] QByteArray viewsToJson(const std::vector<SavedView>& views);
/// Refuses what is no such file; in one that is, reads what can be read and names the rest.
[[nodiscard]] core::Result<ReadViews> viewsFromJson(const QByteArray& bytes);

} // namespace attune::session

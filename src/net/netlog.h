// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>
#include <QString>
#include <QUrl>

namespace attune::net {

/// Requests and streams: never a header, a body, a query or the content of a frame.
Q_DECLARE_LOGGING_CATEGORY(lcNet)

/// An address without user, query and fragment.
[[nodiscard]] QString shownUrl(const QUrl& url);

} // namespace attune::net

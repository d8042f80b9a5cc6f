// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "netlog.h"

namespace attune::net {

Q_LOGGING_CATEGORY(lcNet, "attune.net", QtWarningMsg)

QString shownUrl(const QUrl& url) {
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace attune::net

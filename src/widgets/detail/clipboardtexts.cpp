// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "detail/clipboardtexts.h"

namespace attune::widgets {

namespace {

QString shellQuoted(QString text) { return u'\'' + text.replace(u'\'', QStringLiteral("'\\''")) + u'\''; }

} // namespace

QString curlCommand(const QUrl& api, core::Id id) {
    QUrl url = api.adjusted(QUrl::StripTrailingSlash | QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    url.setPath(url.path() + QStringLiteral("/api/v1/enforcements/") + QString::number(id));
    return QStringLiteral("curl --fail-with-body --header \"Authorization: Bearer $ATTUNE_TOKEN\" "
                          "--header 'Accept: application/json' ") +
           shellQuoted(QString::fromUtf8(url.toEncoded()));
}

} // namespace attune::widgets

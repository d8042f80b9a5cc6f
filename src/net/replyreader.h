// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/net/httpmessage.h"

#include <QCoreApplication>
#include <QNetworkReply>

namespace attune::net {

/// Judges a finished QNetworkReply: what kind of end it is, and the value or the words it brought.
class ReplyReader {
    Q_DECLARE_TR_FUNCTIONS(ReplyReader)
public:
    ReplyReader(QNetworkReply& reply, const HttpRequest& request, const BodyDecoder& decoder);

    [[nodiscard]] HttpReply read() const;
    [[nodiscard]] HttpReply failure(HttpReply::Outcome outcome, const QString& message) const;

private:
    [[nodiscard]] HttpReply body() const;

    QNetworkReply& m_qt;
    const HttpRequest& m_request;
    const BodyDecoder& m_decoder;
    int m_status;
};

} // namespace attune::net

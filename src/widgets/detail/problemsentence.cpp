// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "detail/problemsentence.h"

#include "attune/core/displaytext.h"

#include <QCoreApplication>

namespace attune::widgets {

namespace {

using Kind = session::ServiceError::Kind;

QString text(const char* source) { return QCoreApplication::translate("Problem", source); }

/// The server's words as a sentence of their own, or nothing.
QString quoted(const session::ServiceError& error) {
    const QString words = core::displayText(error.message.trimmed(), 500);
    if (words.isEmpty())
        return {};
    return u' ' + (words.endsWith(u'.') ? words : words + u'.');
}

} // namespace

Problem loadProblem(const session::ServiceError& error, const QString& subject) {
    const QString what = core::displayText(subject, 200);
    switch (error.kind) {
    case Kind::Unreachable:
        return {text(QT_TRANSLATE_NOOP("Problem",
                                       "The server did not answer when asked for %1.%2 What is shown may be old."))
                    .arg(what, quoted(error)),
                Remedy::Retry};
    case Kind::SignedOut:
        return {text(QT_TRANSLATE_NOOP("Problem", "You are signed out. Sign in to read %1.")).arg(what),
                Remedy::SignIn};
    case Kind::Forbidden:
        return {text(QT_TRANSLATE_NOOP("Problem", "You may not read %1.%2")).arg(what, quoted(error))};
    case Kind::NotFound:
        return {text(QT_TRANSLATE_NOOP("Problem", "There is no %1 on the server any more: it has been deleted."))
                    .arg(what)};
    case Kind::Malformed:
        return {text(QT_TRANSLATE_NOOP("Problem", "The server's answer about %1 could not be read.%2"))
                    .arg(what, quoted(error)),
                Remedy::Retry};
    case Kind::Conflict:
    case Kind::Refused:
        break;
    }
    return {text(QT_TRANSLATE_NOOP("Problem", "The server refused to show %1 (HTTP %2).%3"))
                .arg(what, QString::number(error.httpStatus), quoted(error)),
            Remedy::Retry};
}

Problem commandProblem(const session::ServiceError& error, const QString& intent) {
    const QString what = core::displayText(intent, 200);
    switch (error.kind) {
    case Kind::Unreachable:
        return {text(QT_TRANSLATE_NOOP(
                         "Problem", "The server did not answer the request to %1.%2 It may or may not have happened."))
                    .arg(what, quoted(error))};
    case Kind::SignedOut:
        return {text(QT_TRANSLATE_NOOP("Problem", "You are signed out. Sign in to %1.")).arg(what), Remedy::SignIn};
    case Kind::Forbidden:
        return {text(QT_TRANSLATE_NOOP("Problem", "You may not %1.%2")).arg(what, quoted(error))};
    case Kind::NotFound:
        return {
            text(QT_TRANSLATE_NOOP("Problem", "Could not %1: it has been deleted, or you may not see it.")).arg(what)};
    case Kind::Conflict:
        return {text(QT_TRANSLATE_NOOP("Problem", "Could not %1: it came too late.%2")).arg(what, quoted(error))};
    case Kind::Malformed:
        return {text(QT_TRANSLATE_NOOP("Problem", "The answer to the request to %1 could not be read.%2"))
                    .arg(what, quoted(error))};
    case Kind::Refused:
        break;
    }
    return {text(QT_TRANSLATE_NOOP("Problem", "The server refused to %1 (HTTP %2).%3"))
                .arg(what, QString::number(error.httpStatus), quoted(error))};
}

} // namespace attune::widgets

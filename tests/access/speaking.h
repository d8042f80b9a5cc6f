// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace attune::test {

/// As long as it lives the application speaks this language.
class Speaking {
public:
    explicit Speaking(const QString& language) { app::speak(*qApp, language); }
    ~Speaking() {
        qDeleteAll(qApp->findChildren<QTranslator*>()); // each withdraws itself
        QLocale::setDefault(QLocale::system());
    }
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;
    Speaking(Speaking&&) = delete;
    Speaking& operator=(Speaking&&) = delete;
};

} // namespace attune::test

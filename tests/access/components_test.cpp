// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "components.h"
#include "support/printers.h"

#include "attune/dependencies.h"
#include "attune/widgets/aboutdialog.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QSslSocket>

#include <algorithm>

namespace attune::app {

TEST(Components, ofTheAboutDialog_areShownEachWithItsVersionAndLicence) {
    const widgets::AboutDialog dialog(componentsWithLicenses());
    QStringList shown;
    for (const auto* label : dialog.findChildren<QLabel*>())
        shown += label->text();
    const QStringList lines = shown.join(u'\n').split(u'\n');
    for (const Dependency& library : Dependencies) {
        const QString name = QString::fromLatin1(library.name) + u' ';
        const QString license = QStringLiteral(" (%1)").arg(QString::fromLatin1(library.license));
        const auto isIt = [&](const QString& line) {
            return line.startsWith(name) && line.at(name.size()).isDigit() && line.endsWith(license);
        };
        EXPECT_EQ(std::count_if(lines.begin(), lines.end(), isIt), 1) << library.id;
    }
}

TEST(Components, versions_areOfWhatRuns) {
    const QStringList lines = components();
    EXPECT_TRUE(lines.contains(QStringLiteral("Qt ") + QString::fromLatin1(qVersion())));
    const QString openssl = QSslSocket::sslLibraryVersionString().section(u' ', 0, 1); // "OpenSSL 3.0.15 3 Sep 2024"
    EXPECT_TRUE(openssl.startsWith(QStringLiteral("OpenSSL ")));
    EXPECT_TRUE(lines.contains(openssl)) << openssl.toStdString();
}

} // namespace attune::app

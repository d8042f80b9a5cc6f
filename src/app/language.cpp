// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

namespace attune::app {

namespace {

constexpr QLatin1String Folder(":/attune/translations");

void install(QCoreApplication& application, const QString& folder, const QString& name) {
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(name, folder))
        return;
    translator->setParent(&application);
    QCoreApplication::installTranslator(translator.release());
}

} // namespace

QStringList languages() {
    QStringList names = QDir(Folder).entryList({QStringLiteral("attune_*.qm")}, QDir::Files, QDir::Name);
    for (QString& name : names)
        name = name.section(u'_', 1).section(u'.', 0, 0);
    return names;
}

QString languageFor(const QStringList& preferred, const QStringList& known) {
    for (const QString& name : preferred) {
        if (QString language = QLocale(name).name().section(u'_', 0, 0); known.contains(language))
            return language;
    }
    return QStringLiteral("en");
}

void speak(QCoreApplication& application, const QString& language) {
    const QString chosen = language.isEmpty() ? languageFor(QLocale::system().uiLanguages(), languages()) : language;
    if (!language.isEmpty() && QLocale(language).language() != QLocale::system().language())
        QLocale::setDefault(QLocale(language));
    install(application, QLibraryInfo::path(QLibraryInfo::TranslationsPath), QStringLiteral("qtbase_") + chosen);
    install(application, Folder, QStringLiteral("attune_") + chosen);
}

} // namespace attune::app

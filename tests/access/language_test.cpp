// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "language.h"
#include "speaking.h"

#include "attune/core/column.h"
#include "attune/widgets/newrowspill.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QKeySequence>
#include <QLocale>

namespace attune::app {

TEST(Language, known_areThoseOfTheFolder) {
    EXPECT_EQ(languages(), (QStringList{QStringLiteral("de"), QStringLiteral("en")}));
}

TEST(Language, firstPreferredThatIsKnown_isSpoken) {
    const QStringList known{QStringLiteral("de"), QStringLiteral("en")};
    EXPECT_EQ(languageFor({u"de-AT"_qs, u"de"_qs, u"en-US"_qs}, known), u"de"_qs);
    EXPECT_EQ(languageFor({u"fr-FR"_qs, u"de-CH"_qs}, known), u"de"_qs);
    EXPECT_EQ(languageFor({u"en-GB"_qs, u"de-DE"_qs}, known), u"en"_qs);
    EXPECT_EQ(languageFor({u"fr-FR"_qs}, known), u"en"_qs);
    EXPECT_EQ(languageFor({u"C"_qs}, known), u"en"_qs);
    EXPECT_EQ(languageFor({}, known), u"en"_qs);
}

TEST(Language, german_translatesEveryLayerAndQt) {
    const test::Speaking german(u"de"_qs);
    EXPECT_EQ(core::columnTitle(core::Column::Rule), u"Regel"_qs);
    EXPECT_EQ(core::durationText(std::chrono::milliseconds(1'250)), u"1,2 s"_qs);
    EXPECT_EQ(core::instantText(1'000'000, core::TimeStyle::Relative, 61'000'000), u"vor 1 min"_qs);
    EXPECT_EQ(QLocale().toString(12'431), u"12.431"_qs);
    EXPECT_EQ(QKeySequence(Qt::CTRL | Qt::Key_F).toString(QKeySequence::NativeText), u"Strg+F"_qs)
        << "the package qt6-translations-l10n is missing";
}

TEST(Language, counted_takeTheirPlural) {
    const auto pill = [](std::int64_t arrived, std::int64_t matching) {
        widgets::NewRowsPill made;
        made.setCounts(arrived, matching);
        return made.text();
    };
    const auto items = [](int count) {
        return QCoreApplication::translate("attune::models::JsonTreeModel", "%n item(s)", nullptr, count);
    };
    {
        const test::Speaking english(u"en"_qs);
        EXPECT_EQ(pill(137, 1), u"↑ 137 new · 1 matches"_qs);
        EXPECT_EQ(pill(1'370, 4), u"↑ 1,370 new · 4 match"_qs);
        EXPECT_EQ(items(1), u"1 item"_qs);
        EXPECT_EQ(items(2), u"2 items"_qs);
    }
    const test::Speaking german(u"de"_qs);
    EXPECT_EQ(pill(137, 1), u"↑ 137 neu · 1 passt"_qs);
    EXPECT_EQ(pill(1'370, 4), u"↑ 1.370 neu · 4 passen"_qs);
    EXPECT_EQ(items(1), u"1 Eintrag"_qs);
    EXPECT_EQ(items(0), u"0 Einträge"_qs);
}

} // namespace attune::app

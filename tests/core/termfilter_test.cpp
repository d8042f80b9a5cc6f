// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/core/termfilter.h"

#include <gtest/gtest.h>

namespace attune::core {
namespace {

bool matches(const QString& filter, const QString& ref) { return TermFilter::parse(filter).match(ref); }

TEST(TermFilter, emptyText_matchesEverything) {
    EXPECT_TRUE(TermFilter::parse(u"  \t ").isEmpty());
    EXPECT_TRUE(matches(QString(), QStringLiteral("anything")));
    EXPECT_TRUE(matches(QStringLiteral("-"), QStringLiteral("anything")));
}

TEST(TermFilter, plainText_isACaseInsensitiveSubstring) {
    EXPECT_TRUE(matches(QStringLiteral("DISK"), QStringLiteral("ops.Disk_full")));
    EXPECT_FALSE(matches(QStringLiteral("disc"), QStringLiteral("ops.disk_full")));
    EXPECT_TRUE(matches(QStringLiteral("STRASSE"), QStringLiteral("ops.Strasse")));
    EXPECT_TRUE(matches(QStringLiteral("ÄRGER"), QStringLiteral("ops.ärger")));
}

TEST(TermFilter, specialCharactersOfRegularExpressions_areLiteral) {
    EXPECT_TRUE(matches(QStringLiteral("a.b[c]+"), QStringLiteral("xa.b[c]+x")));
    EXPECT_FALSE(matches(QStringLiteral("a.b"), QStringLiteral("axb")));
}

TEST(TermFilter, glob_mustMatchTheWholeRef) {
    EXPECT_TRUE(matches(QStringLiteral("core.*"), QStringLiteral("core.on_timer")));
    EXPECT_FALSE(matches(QStringLiteral("core.*"), QStringLiteral("my.core.on_timer")));
    EXPECT_TRUE(matches(QStringLiteral("*.on_?imer"), QStringLiteral("CORE.ON_TIMER")));
    EXPECT_FALSE(matches(QStringLiteral("core.?"), QStringLiteral("core.")));
    EXPECT_TRUE(matches(QStringLiteral("core.?"), QStringLiteral("core.\U0001F525")))
        << "one character, two code units";
    EXPECT_TRUE(matches(QStringLiteral("**"), QString()));
    EXPECT_TRUE(matches(QStringLiteral("a*b*c"), QStringLiteral("a-b-b-c")));
    EXPECT_FALSE(matches(QStringLiteral("a*b*c"), QStringLiteral("a-c-b")));
}

TEST(TermFilter, leadingMinus_excludes) {
    EXPECT_FALSE(matches(QStringLiteral("-core."), QStringLiteral("core.on_timer")));
    EXPECT_TRUE(matches(QStringLiteral("-core."), QStringLiteral("ops.on_timer")));
    EXPECT_FALSE(matches(QStringLiteral("-core.*"), QStringLiteral("core.on_timer")));
    EXPECT_TRUE(matches(QStringLiteral("-core.*"), QStringLiteral("my.core.on_timer")));
}

TEST(TermFilter, leadingEqualsSign_meansThisRefAndNoOther) {
    EXPECT_TRUE(matches(QStringLiteral("=ops.disk"), QStringLiteral("Ops.Disk")));
    EXPECT_FALSE(matches(QStringLiteral("=ops.disk"), QStringLiteral("ops.disk_full")));
    EXPECT_TRUE(matches(QStringLiteral("-=ops.disk"), QStringLiteral("ops.disk_full")));
    EXPECT_FALSE(matches(QStringLiteral("-=ops.disk"), QStringLiteral("ops.disk")));
    EXPECT_TRUE(matches(QStringLiteral("=a*"), QStringLiteral("a*")));
    EXPECT_FALSE(matches(QStringLiteral("=a*"), QStringLiteral("ab")));
    EXPECT_TRUE(TermFilter::parse(u"=").isEmpty());
    EXPECT_EQ(TermFilter::parse(u"-=A.b").toString(), QStringLiteral("-=a.b"));
    EXPECT_EQ(TermFilter::parse(TermFilter::parse(u"-=A.b").toString()), TermFilter::parse(u"-=A.b"));
}

TEST(TermFilter, severalTerms_mustAllHold) {
    EXPECT_TRUE(matches(QStringLiteral("disk -test"), QStringLiteral("ops.disk_full")));
    EXPECT_FALSE(matches(QStringLiteral("disk -test"), QStringLiteral("test.disk_full")));
    EXPECT_FALSE(matches(QStringLiteral("disk full cpu"), QStringLiteral("ops.disk_full")));
}

TEST(TermFilter, pathologicalGlob_staysFast) {
    const QString pattern = QStringLiteral("*a").repeated(50) + QStringLiteral("*b");
    EXPECT_FALSE(matches(pattern, QStringLiteral("a").repeated(10'000)));
}

TEST(TermFilter, toString_isCanonicalAndReadsBackAsTheSame) {
    const TermFilter filter = TermFilter::parse(u"  Disk\t-Core.*  disk --x ");
    EXPECT_EQ(filter.toString(), QStringLiteral("disk -core.* --x"));
    EXPECT_EQ(TermFilter::parse(filter.toString()), filter);
    EXPECT_NE(TermFilter::parse(u"disk"), filter);
}

TEST(TermFilter, exactTerm_isWhatEveryMatchEquals) {
    EXPECT_EQ(TermFilter::parse(u"disk =Core.Disk -foo").exactTerm(), QStringLiteral("Core.Disk"));
    EXPECT_EQ(TermFilter::parse(u"core.disk c* -=core.disk").exactTerm(), std::nullopt);
    EXPECT_EQ(TermFilter::parse(u"=Core.Disk"), TermFilter::parse(u"=core.disk")) << "they mean the same";
}

} // namespace
} // namespace attune::core

// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/core/log/logrecord.h"

#include <gtest/gtest.h>

using namespace attune::core;

namespace {

class LogRecordTest : public ::testing::Test {
protected:
    [[nodiscard]] QByteArray formatted(const QString& text, LogLevel level = LogLevel::Info) const {
        return formatRecord({1'780'315'200'123'456, level, QStringLiteral("attune.net"), text}, redactor);
    }
    static constexpr qsizetype HeadBytes = 42;

    SeededRandom random{3};
    KnownSecrets secrets{random};
    Redactor redactor{secrets};
};

/// What a server might put into a name to make a log or a terminal say what it wants.
class Injection : public LogRecordTest, public ::testing::WithParamInterface<QString> {};

} // namespace

TEST_F(LogRecordTest, line_hasTimeLevelCategoryAndText) {
    EXPECT_EQ(formatted(QStringLiteral("opened"), LogLevel::Warning),
              QByteArray("2026-06-01T12:00:00.123Z warning attune.net: opened\n"));
}

TEST_P(Injection, oneRecordIsOneHarmlessLine) {
    const QByteArray line = formatted(QStringLiteral("rule ") + GetParam() + QStringLiteral(" end"));
    EXPECT_EQ(line.count('\n'), 1);
    EXPECT_TRUE(line.endsWith(" end\n"));
    for (const QChar c : QString::fromUtf8(line.chopped(1))) {
        EXPECT_GE(c.unicode(), 0x20);
        EXPECT_FALSE(c.unicode() >= 0x7F && c.unicode() <= 0x9F);
        EXPECT_FALSE(c.unicode() >= 0x2028 && c.unicode() <= 0x202E);
    }
}

INSTANTIATE_TEST_SUITE_P(Corpus, Injection,
                         ::testing::Values(u"\n2026-06-01T12:00:00.000Z info attune.net: forged"_qs, u"\r\nforged"_qs,
                                           u"\rforged"_qs, u"\u001B[2J\u001B[31mred"_qs, u"\u009B31m"_qs,
                                           u"\u001B]8;;http://evil\u0007link\u001B]8;;\u0007"_qs,
                                           u"\u001B]0;title\u0007"_qs, u"\u0085next"_qs, u"\u2028line\u2029"_qs,
                                           u"\u202Egnp.exe"_qs, u"a\u0008\u0008b"_qs, u"\u007F"_qs, u"\uFEFF\u200B"_qs,
                                           QString(QChar(0)), QString(QChar(0xD800)), u"%s%n%1"_qs, u"\t"_qs));

TEST_F(LogRecordTest, longText_isCutAtFourKibibytesOfWholeCharacters) {
    for (const QString& filling : {u"x"_qs, u"\u00E4"_qs, u"\u4E2D"_qs, u"\U0001F600"_qs, u"\u0001"_qs}) {
        const QByteArray line = formatted(filling.repeated(5000));
        EXPECT_LE(line.size(), MaxRecordBytes);
        EXPECT_GE(line.size(), MaxRecordBytes - 16);
        EXPECT_TRUE(line.endsWith("\u2026\n"));
        EXPECT_FALSE(QString::fromUtf8(line).contains(QChar(QChar::ReplacementCharacter)));
    }
    EXPECT_FALSE(formatted(QString(MaxRecordBytes - HeadBytes - 20, u'x')).contains("\u2026"));
}

TEST_F(LogRecordTest, secretAcrossTheCut_isGoneWhereverItBegins) {
    const QString jwt = QStringLiteral("eyJhbGciOiJIUzI1NiJ9.eyJjYW5hcnkiOiJ5ZXMifQ.c2lnbmF0dXJlLWNhbmFyeQ");
    secrets.learn(u"known canary of mine");
    for (qsizetype before = MaxRecordBytes - 150; before < MaxRecordBytes + 10; ++before) {
        const QByteArray line = formatted(QString(before, u'.') + u' ' + jwt + QString(300, u'.'));
        EXPECT_FALSE(line.contains("eyJ")) << before;
        EXPECT_FALSE(formatted(QString(before, u'.') + QStringLiteral("known canary of mine")).contains("kno"))
            << before;
    }
}

TEST(LogLevelWords, areReadBack) {
    for (const auto level : {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error, LogLevel::Off})
        EXPECT_EQ(logLevelFromWord(logLevelWord(level)), level);
    for (const char* word : {"", "DEBUG", "verbose", "warn"})
        EXPECT_FALSE(logLevelFromWord(QString::fromLatin1(word))) << word;
}

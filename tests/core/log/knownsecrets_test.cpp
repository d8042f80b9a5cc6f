// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/core/log/redactor.h"

#include <gtest/gtest.h>

#include <random>
#include <thread>

using namespace attune::core;

namespace {

class KnownSecretsTest : public ::testing::Test {
protected:
    [[nodiscard]] QString redacted(const QString& text) const { return Redactor(secrets).redacted(text); }
    /// Letters only, so that no pattern takes it for a token.
    [[nodiscard]] static QString letters(int count, std::uint32_t seed = 1) {
        std::mt19937 dice(seed);
        QString text;
        for (int i = 0; i < count; ++i)
            text += QChar(static_cast<char16_t>(u'a' + dice() % 26));
        return text;
    }

    SeededRandom random{7};
    KnownSecrets secrets{random};
};

} // namespace

TEST_F(KnownSecretsTest, known_isReplacedWhereverItStands) {
    secrets.learn(u"correct horse");
    EXPECT_EQ(redacted(QStringLiteral("the correct horse, and correct horse")),
              QStringLiteral("the [redacted], and [redacted]"));
    EXPECT_EQ(redacted(QStringLiteral("correct horse")), QStringLiteral("[redacted]"));
    EXPECT_EQ(redacted(QStringLiteral("correct hors")), QStringLiteral("correct hors"));
    EXPECT_EQ(redacted(QStringLiteral("unknown words")), QStringLiteral("unknown words"));
}

TEST_F(KnownSecretsTest, encodedForms_areKnownAsWell) {
    secrets.learn(u"p\u00E4ss \"w&rd\\");
    EXPECT_EQ(redacted(QStringLiteral("q=p%C3%A4ss%20%22w%26rd%5C&")), QStringLiteral("q=[redacted]&"));
    EXPECT_EQ(redacted(QStringLiteral("<p\u00E4ss \\\"w&rd\\\\>")), QStringLiteral("<[redacted]>"));
}

TEST_F(KnownSecretsTest, piecesOfALongSecret_areFoundWhereverItWasCut) {
    const QString token = letters(200);
    secrets.learn(token);
    for (qsizetype begin = 0; begin + 47 <= token.size(); ++begin) {
        const QString text = QStringLiteral("cut ") + token.mid(begin, 47) + QStringLiteral(" here");
        EXPECT_EQ(redacted(text), QStringLiteral("cut [redacted] here")) << begin;
    }
}

TEST_F(KnownSecretsTest, longPhrase_goesToItsLastWord) {
    secrets.learn(u"correct horse battery staple, in the barn");
    EXPECT_EQ(redacted(QStringLiteral("(correct horse battery staple, in the barn)")), QStringLiteral("([redacted])"));
}

TEST_F(KnownSecretsTest, shortText_isNotASecret) {
    secrets.learn(u"on");
    secrets.learn(u"");
    EXPECT_EQ(redacted(QStringLiteral("on and on")), QStringLiteral("on and on"));
}

TEST_F(KnownSecretsTest, everyLength_isFoundExactly) {
    for (int length = KnownSecrets::MinLength; length < 60; ++length) {
        KnownSecrets one(random);
        const QString secret = letters(length, static_cast<std::uint32_t>(length));
        one.learn(secret);
        const QString text = u'<' + secret + u'>';
        EXPECT_EQ(Redactor(one).redacted(text), QStringLiteral("<[redacted]>")) << length;
    }
}

TEST_F(KnownSecretsTest, oldest_isForgottenFirstAndLearningAgainKeepsIt) {
    secrets.learn(u"the first one");
    secrets.learn(u"the second one");
    for (std::size_t i = 0; i < KnownSecrets::MaxSecrets - 2; ++i)
        secrets.learn(letters(20, static_cast<std::uint32_t>(i)));
    secrets.learn(u"the first one");
    secrets.learn(u"one too many");
    EXPECT_EQ(redacted(QStringLiteral("the first one")), QStringLiteral("[redacted]"));
    EXPECT_EQ(redacted(QStringLiteral("the second one")), QStringLiteral("the second one"));
}

TEST_F(KnownSecretsTest, learnedForGood_outlivesEveryNumberOfTokens) {
    secrets.learn(u"correct horse"); // as a token first: the operator may type what the keychain held
    secrets.learnForGood(u"correct horse");
    secrets.learnForGood(u"p\u00E4ss w&rd");
    secrets.learn(u"correct horse");
    for (std::uint32_t i = 0; i < 10 * KnownSecrets::MaxSecrets; ++i)
        secrets.learn(letters(40, i));
    EXPECT_EQ(redacted(QStringLiteral("correct horse, p\u00E4ss w&rd, p%C3%A4ss%20w%26rd")),
              QStringLiteral("[redacted], [redacted], [redacted]"));
    const QString lastToken = letters(40, 10 * KnownSecrets::MaxSecrets - 1);
    EXPECT_EQ(redacted(lastToken), QStringLiteral("[redacted]"));
    EXPECT_EQ(redacted(letters(40, 0)), letters(40, 0)) << "tokens make room for each other";
}

TEST_F(KnownSecretsTest, otherText_isHardlyEverTakenForOne) {
    for (std::uint32_t i = 0; i < 60; ++i)
        secrets.learn(letters(8, i));
    const QString text = letters(200'000, 99);
    EXPECT_EQ(redacted(text), text);
}

TEST_F(KnownSecretsTest, threads_mayLearnAndLookAtTheSameTime) {
    std::thread learner([this] {
        for (std::uint32_t i = 0; i < 200; ++i)
            secrets.learn(letters(40, i));
    });
    for (int i = 0; i < 200; ++i)
        EXPECT_FALSE(redacted(QStringLiteral("nothing in here")).isEmpty());
    learner.join();
    EXPECT_EQ(redacted(letters(40, 199)), QStringLiteral("[redacted]"));
}

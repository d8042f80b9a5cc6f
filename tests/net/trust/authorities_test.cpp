// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "net/certificatemaker.h"
#include "support/printers.h"

#include "attune/net/authorities.h"

#include <gtest/gtest.h>

#include <QProcess>

using namespace attune;
using net::describeAuthorities;

namespace {

class Authorities : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(maker.makeRoot(QStringLiteral("own"))) << "the openssl program is needed"; }
    [[nodiscard]] QString file() const { return maker.path(QStringLiteral("own.pem")); }
    [[nodiscard]] QByteArray pem() const { return maker.read(QStringLiteral("own.pem")); }
    /// As the openssl program prints it.
    [[nodiscard]] QString printed(const QString& what) const {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"), {QStringLiteral("x509"), QStringLiteral("-in"), file(),
                                                  QStringLiteral("-noout"), QStringLiteral("-sha256"), what});
        EXPECT_TRUE(openssl.waitForFinished());
        return QString::fromUtf8(openssl.readAllStandardOutput()).trimmed().section(u'=', 1);
    }
    static core::UtcMicros at(std::string_view time) { return core::parseTimestamp(time).value(); }

    test::CertificateMaker maker;
};

} // namespace

TEST_F(Authorities, pathFingerprintAndExpiry_areThoseThatOtherProgramsSay) {
    const QStringList lines = describeAuthorities(file(), at("2030-01-01T00:00:00Z"));
    ASSERT_EQ(lines.size(), 5);
    EXPECT_EQ(lines[0], file());
    EXPECT_EQ(lines[2] + lines[3], QStringLiteral("SHA-256 ") + printed(QStringLiteral("-fingerprint")));
    EXPECT_TRUE(lines[4].startsWith(QStringLiteral("Expires on 20"))) << qPrintable(lines[4]);
    EXPECT_TRUE(printed(QStringLiteral("-enddate")).contains(lines[4].section(u' ', 2).section(u'-', 0, 0)));
}

TEST_F(Authorities, outsideItsTime_isSaid) {
    EXPECT_TRUE(
        describeAuthorities(file(), at("2199-01-01T00:00:00Z")).constLast().startsWith(QStringLiteral("Expired on ")));
    EXPECT_TRUE(describeAuthorities(file(), at("1999-01-01T00:00:00Z"))
                    .constLast()
                    .startsWith(QStringLiteral("Not valid before ")));
}

TEST_F(Authorities, manyCertificates_areNamedInPartAndCounted) {
    ASSERT_TRUE(maker.write(QStringLiteral("own.pem"), pem() + pem() + pem() + pem() + pem()));
    const QStringList lines = describeAuthorities(file(), at("2030-01-01T00:00:00Z"));
    EXPECT_EQ(lines.size(), 1 + 3 * 4 + 1);
    EXPECT_EQ(lines.constLast(), QStringLiteral("and 2 more"));
}

TEST_F(Authorities, whatHoldsNoCertificate_isNotDescribed) {
    const core::UtcMicros now = at("2030-01-01T00:00:00Z");
    EXPECT_TRUE(describeAuthorities({}, now).isEmpty());
    EXPECT_TRUE(describeAuthorities(QStringLiteral("/does/not/exist.pem"), now).isEmpty());
    EXPECT_TRUE(describeAuthorities(maker.path({}), now).isEmpty()) << "a folder";
    ASSERT_TRUE(maker.write(QStringLiteral("own.pem"), "not a certificate"));
    EXPECT_TRUE(describeAuthorities(file(), now).isEmpty());
}

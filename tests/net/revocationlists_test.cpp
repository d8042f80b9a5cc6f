// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "certificatemaker.h"
#include "revocationlists.h"
#include "support/printers.h"

#include <gtest/gtest.h>

using namespace attune;
using net::RevocationLists;

namespace {

const QDateTime Now(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);

class RevocationListsTest : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(maker.makeRoot(u"ca"_qs) && maker.becomeIssuer(u"ca"_qs));
        ASSERT_TRUE(maker.make({.name = u"one"_qs, .issuer = u"ca"_qs, .extensions = {}}));
        ASSERT_TRUE(maker.make({.name = u"two"_qs, .issuer = u"ca"_qs, .extensions = {}}));
    }
    [[nodiscard]] QSslCertificate certificate(const QString& name) const {
        return QSslCertificate::fromPath(maker.path(name + u".pem"_qs)).value(0);
    }
    [[nodiscard]] core::Result<RevocationLists> read(const QByteArray& pem) const {
        return RevocationLists::fromPem(pem, {certificate(u"ca"_qs)});
    }
    [[nodiscard]] static QString in(const char* year) { return QString::fromLatin1(year) + u"0101000000Z"_qs; }

    test::CertificateMaker maker;
};

} // namespace

TEST_F(RevocationListsTest, newestListOfAnAuthority_counts) {
    ASSERT_TRUE(maker.makeList(u"old.crl"_qs, u"ca"_qs, in("2020"), in("2021")));
    ASSERT_TRUE(maker.revoke(u"two"_qs, u"ca"_qs));
    ASSERT_TRUE(maker.makeList(u"new.crl"_qs, u"ca"_qs, in("2025"), in("2048")));
    const QByteArray older = maker.read(u"old.crl"_qs);
    const QByteArray newer = maker.read(u"new.crl"_qs);
    for (const auto& pem : {QByteArray(older + newer), QByteArray(newer + older)}) {
        const auto lists = read(pem);
        ASSERT_TRUE(lists) << lists.error().message.toStdString();
        EXPECT_EQ(lists->problem({certificate(u"one"_qs)}, Now), QString());
        EXPECT_TRUE(
            lists->problem({certificate(u"two"_qs)}, Now).startsWith(u"The certificate of two was revoked on "_qs));
    }
}

TEST_F(RevocationListsTest, listOutsideItsTime_speaksAgainstAllOfItsAuthority) {
    ASSERT_TRUE(maker.makeList(u"a.crl"_qs, u"ca"_qs, in("2025"), in("2027")));
    const auto lists = read(maker.read(u"a.crl"_qs));
    ASSERT_TRUE(lists);
    const QList<QSslCertificate> chain{certificate(u"one"_qs)};
    EXPECT_EQ(lists->problem(chain, Now), QString());
    EXPECT_EQ(lists->problem(chain, Now.addYears(-2)),
              u"The revocation list of ca is not valid before 2025-01-01 00:00 UTC"_qs);
    EXPECT_TRUE(lists->problem(chain, Now.addYears(2)).contains(u"has expired on 2027-01-01 00:00 UTC"_qs));
}

TEST_F(RevocationListsTest, strangersCertificate_isNoBusinessOfAList) {
    ASSERT_TRUE(maker.makeList(u"a.crl"_qs, u"ca"_qs, in("2020"), in("2021")));
    ASSERT_TRUE(maker.makeRoot(u"stranger"_qs));
    const auto lists = read(maker.read(u"a.crl"_qs));
    ASSERT_TRUE(lists);
    EXPECT_EQ(lists->problem({certificate(u"stranger"_qs)}, Now), QString());
    EXPECT_FALSE(lists->problem({}, Now).isEmpty()) << "nothing to look up is not nothing to fear";
}

TEST_F(RevocationListsTest, oneBadListAmongGoodOnes_isNamedByItsNumber) {
    ASSERT_TRUE(maker.makeList(u"a.crl"_qs, u"ca"_qs, in("2025"), in("2048")));
    const QByteArray good = maker.read(u"a.crl"_qs);
    const auto cut = read(good + good.first(good.size() / 2));
    ASSERT_FALSE(cut);
    EXPECT_TRUE(cut.error().message.contains(u"number 2"_qs)) << cut.error().message.toStdString();
    EXPECT_FALSE(read("-----BEGIN X509 CRL-----\n"));
    const auto none = read("-----BEGIN CERTIFICATE-----\n");
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->isEmpty());
}

TEST_F(RevocationListsTest, authorityThatMayNotSignLists_isNotBelieved) {
    ASSERT_TRUE(maker.make({.name = u"mute"_qs,
                            .issuer = u"ca"_qs,
                            .extensions = u"basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign\n"_qs}));
    ASSERT_TRUE(maker.becomeIssuer(u"mute"_qs) && maker.makeList(u"m.crl"_qs, u"mute"_qs, in("2025"), in("2048")));
    EXPECT_FALSE(RevocationLists::fromPem(maker.read(u"m.crl"_qs), {certificate(u"ca"_qs), certificate(u"mute"_qs)}));
}

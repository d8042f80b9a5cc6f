// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/net/trustrules.h"

#include <gtest/gtest.h>

using attune::net::TrustRules;

namespace {

[[nodiscard]] QString refusalAfter(const char* words) { return TrustRules::refusal(QString::fromLatin1(words)); }

} // namespace

TEST(TrustRules, handshakeThatCannotEverWork_isARefusalInWords) {
    EXPECT_TRUE(refusalAfter("error:0A00042E:SSL routines::tlsv1 alert protocol version").contains(u"TLS 1.2"_qs));
    EXPECT_TRUE(refusalAfter("error:0A000102:SSL routines::unsupported protocol").contains(u"TLS 1.2"_qs));
    EXPECT_TRUE(refusalAfter("error:0A00018F:SSL routines::ee key too small").contains(u"key"_qs));
    EXPECT_TRUE(refusalAfter("error:0A00018E:SSL routines::ca md too weak").contains(u"signature"_qs));
    EXPECT_TRUE(refusalAfter("error:0A00018A:SSL routines::dh key too small").contains(u"key exchange"_qs));
}

TEST(TrustRules, handshakeThatMerelyBroke_isNone) {
    for (const char* words : {"error:0A00010B:SSL routines::wrong version number", "error:0A000126:unexpected eof",
                              "error:0A000410:SSL routines::sslv3 alert handshake failure", "", "Connection reset"})
        EXPECT_EQ(refusalAfter(words), QString());
}

TEST(TrustRules, ofTheSystem_haveNoListsAndDemandTls12) {
    const TrustRules rules;
    EXPECT_FALSE(rules.hasRevocationLists());
    EXPECT_EQ(rules.revocation({}), QString());
    EXPECT_EQ(rules.tls().protocol(), QSsl::TlsV1_2OrLater);
    EXPECT_FALSE(rules.refusal({}, {}).isEmpty());
}

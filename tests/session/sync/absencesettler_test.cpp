// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "parts.h"
#include "sync/absencesettler.h"

#include <numeric>

using namespace attune;
using namespace std::chrono_literals;

namespace {

class AbsenceSettlerTest : public test::PartsFixture {
protected:
    AbsenceSettlerTest() { signIn(); }

    [[nodiscard]] static std::vector<core::Id> ids(core::Id first, std::size_t count) {
        std::vector<core::Id> ids(count);
        std::iota(ids.begin(), ids.end(), first);
        return ids;
    }
    /// Answers one request after the other that the row is gone, and says which were asked for.
    std::vector<core::Id> answer(std::size_t count) {
        std::vector<core::Id> asked;
        while (asked.size() < count && !transport.waiting().empty()) {
            const net::RequestId request = transport.waiting().front();
            asked.push_back(transport.request(request).url.path().section(u'/', -1).toLongLong());
            transport.answer(request, 404, errorJson("not found"));
            pass(1s); // background requests are paced
        }
        return asked;
    }

    core::Vocabulary vocabulary;
    core::UpdateQueue sink{[] {}};
    session::AbsenceSettler settler{requester, sink, vocabulary, clock, &context};
};

} // namespace

TEST_F(AbsenceSettlerTest, whatLiveWaitsFor_isAskedForBeforeWhatIsOnlyDoubtful) {
    settler.settleAbsent({.gone = {}, .doubtful = ids(1'000, 500)});
    settler.settleOpen({.gone = ids(1, session::AbsenceSettler::FewOpen), .doubtful = {}}, true);
    settler.settleAbsent({.gone = {}, .doubtful = ids(2'000, 500)});
    const auto first = answer(4 + session::AbsenceSettler::FewOpen);
    EXPECT_TRUE(settler.isSettled());
    EXPECT_EQ(std::ranges::count_if(first, [](core::Id id) { return id <= 20; }),
              static_cast<std::ptrdiff_t>(session::AbsenceSettler::FewOpen));
    const auto then = answer(1'000);
    EXPECT_EQ(then.size(), 2 * session::AbsenceSettler::MaxById - 4) << "the others have their turn then";
}

TEST_F(AbsenceSettlerTest, doubtfulRowThatLiveWaitsFor_movesUpAndIsAskedForOnce) {
    settler.settleAbsent({.gone = {}, .doubtful = ids(1'000, 50)});
    settler.settleOpen({.gone = ids(1'030, session::AbsenceSettler::FewOpen), .doubtful = {}}, true);
    const auto first = answer(4 + session::AbsenceSettler::FewOpen);
    EXPECT_TRUE(settler.isSettled());
    EXPECT_EQ(first.size() + answer(100).size(), 50U);
}

// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "signallog.h"
#include "support/printers.h"

#include "attune/models/roles.h"
#include "attune/models/statusfiltermodel.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

namespace attune::models {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class StatusFilterModelTest : public ::testing::Test {
protected:
    StatusFilterModelTest() {
        QObject::connect(&m_model, &StatusFilterModel::checkedChanged, &m_log, [this] { ++m_changes; });
    }
    [[nodiscard]] QStringList words() const {
        QStringList result;
        for (int row = 0; row < m_model.rowCount(); ++row)
            result.append(m_model.index(row).data(StatusWordRole).toString());
        return result;
    }

    core::Vocabulary m_vocabulary;
    StatusFilterModel m_model{m_vocabulary};
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    test::SignalLog m_log{m_model};
    int m_changes = 0;
};

const QString Created = QStringLiteral("created");
const QString Processed = QStringLiteral("processed");
const QString Disabled = QStringLiteral("disabled");

TEST_F(StatusFilterModelTest, knownWords_areThereFromTheStart) {
    EXPECT_THAT(words(), ElementsAre(Created, Processed, Disabled));
    EXPECT_THAT(m_model.checked(), IsEmpty());
    EXPECT_TRUE(m_model.flags(m_model.index(0)).testFlag(Qt::ItemIsUserCheckable));
}

TEST_F(StatusFilterModelTest, checkBoxes_areSetOneByOne) {
    EXPECT_TRUE(m_model.setData(m_model.index(1), static_cast<int>(Qt::Checked), Qt::CheckStateRole));
    EXPECT_THAT(m_model.checked(), ElementsAre(Processed));
    EXPECT_EQ(m_model.index(1).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("change 1-1 x 0-0")));
    EXPECT_TRUE(m_model.setData(m_model.index(1), static_cast<int>(Qt::Checked), Qt::CheckStateRole));
    EXPECT_EQ(m_changes, 1);
    EXPECT_FALSE(m_model.setData(m_model.index(1), QStringLiteral("x"), Qt::EditRole));
    EXPECT_FALSE(m_model.setData({}, 1, Qt::CheckStateRole));
}

TEST_F(StatusFilterModelTest, allNoneAndOnly_areOneChangeEach) {
    m_model.checkAll();
    EXPECT_EQ(m_model.checked().size(), 3U);
    m_model.checkOnly(2);
    EXPECT_THAT(m_model.checked(), ElementsAre(Disabled));
    m_model.checkNone();
    EXPECT_THAT(m_model.checked(), IsEmpty());
    EXPECT_EQ(m_changes, 3);
    m_model.checkNone();
    m_model.checkOnly(99);
    EXPECT_EQ(m_changes, 3);
}

TEST_F(StatusFilterModelTest, counts_repaintOnlyWhatChanged) {
    StatusCounts counts{};
    counts[core::Status::Processed] = 12;
    m_model.setCounts(counts);
    EXPECT_THAT(m_log.take(), ElementsAre(QStringLiteral("change 1-1 x 0-0")));
    EXPECT_EQ(m_model.index(1).data(CountRole), QVariant(qlonglong{12}));
    EXPECT_TRUE(m_model.index(1).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("12")));
    m_model.setCounts(counts);
    EXPECT_THAT(m_log.take(), IsEmpty());
    EXPECT_EQ(m_changes, 0);
}

TEST_F(StatusFilterModelTest, newWord_appearsWithTheNextCounts) {
    m_model.setChecked({Created});
    (void)m_log.take();
    const core::WordCode held = *core::Vocabulary::word(m_vocabulary.statuses, "held");
    EXPECT_EQ(m_model.rowCount(), 3);
    StatusCounts counts{};
    counts[held] = 2;
    m_model.setCounts(counts);
    EXPECT_THAT(words(), ElementsAre(Created, Processed, Disabled, QStringLiteral("held")));
    EXPECT_EQ(m_model.index(3).data(CountRole), QVariant(qlonglong{2}));
    EXPECT_THAT(m_model.checked(), ElementsAre(Created));
    EXPECT_EQ(m_model.index(3).data(StatusRole), QVariant(int{held}));
}

TEST_F(StatusFilterModelTest, chosenWordThatTheServerNeverUsed_staysAndIsCountedOnceItDoes) {
    m_model.setChecked({QStringLiteral("held"), Disabled});
    EXPECT_THAT(words(), ElementsAre(Created, Processed, Disabled, QStringLiteral("held")));
    EXPECT_THAT(m_model.checked(), ElementsAre(Disabled, QStringLiteral("held")));
    EXPECT_EQ(m_changes, 1);
    const core::WordCode held = *core::Vocabulary::word(m_vocabulary.statuses, "held");
    StatusCounts counts{};
    counts[held] = 5;
    m_model.setCounts(counts);
    EXPECT_EQ(m_model.rowCount(), 4);
    EXPECT_EQ(m_model.index(3).data(CountRole), QVariant(qlonglong{5}));
}

} // namespace
} // namespace attune::models

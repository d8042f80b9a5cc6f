// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "export/exportdialog.h"
#include "export/paper.h"
#include "mainwindowfixture.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPaintEngine>
#include <QPdfWriter>

namespace attune::widgets {
namespace {

using core::Column;

/// Keeps the texts that are drawn, and draws nothing.
class TextRecorder final : public QPaintEngine {
public:
    explicit TextRecorder(QStringList& texts) : QPaintEngine(QPaintEngine::AllFeatures), m_texts(texts) {}

    bool begin(QPaintDevice* /*device*/) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState& /*state*/) override {}
    void drawPixmap(const QRectF& /*to*/, const QPixmap& /*pixmap*/, const QRectF& /*from*/) override {}
    void drawLines(const QLineF* /*lines*/, int /*count*/) override {}
    void drawTextItem(const QPointF& /*at*/, const QTextItem& item) override { m_texts += item.text(); }
    [[nodiscard]] Type type() const override { return User; }

private:
    QStringList& m_texts;
};

/// Measures like paper, but whoever prints on it is overheard.
class OverheardPages final : public QPdfWriter {
public:
    OverheardPages(QIODevice& nowhere, QStringList& texts) : QPdfWriter(&nowhere), m_recorder(texts) {
        setPageLayout(QPageLayout(QPageSize(QPageSize::A0), QPageLayout::Landscape, {})); // no text is cut
    }

    bool newPage() override { return true; }

protected:
    [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_recorder; }

private:
    mutable TextRecorder m_recorder;
};

class OverheardPaper final : public Paper {
public:
    explicit OverheardPaper(QStringList& texts) : m_pages(m_nowhere, texts) {}

    std::optional<core::Error> open(const QString& title) override {
        m_pages.setTitle(title);
        return std::nullopt;
    }
    QPagedPaintDevice& device() override { return m_pages; }
    std::optional<core::Error> commit() override { return std::nullopt; }
    void abort() override {}

private:
    QBuffer m_nowhere;
    OverheardPages m_pages;
};

/// Every text on the pages of a table with all its columns.
class PrintedPagesTest : public MainWindowTest {
protected:
    PrintedPagesTest() {
        setState(ConnectionState::Live);
        for (int column = 0; column < core::ColumnCount; ++column)
            view()->setColumnHidden(column, false);
        told = test::makeRow(vocabulary, 1);
        told.rule = 4'711;
        withheld = told;
        withheld.ruleRef = withheld.triggerRef = core::RedactedRef;
        withheld.rule = core::NullId;
        withheld.traceTag = core::TraceTag::Unknown;
    }
    void apply(const core::EnforcementRow& row, core::Origin origin) {
        core::EnforcementBatch batch;
        batch.updates.push_back(test::update(row, origin));
        window->applyBatch(batch);
    }
    QStringList printed() {
        QStringList texts;
        ExportDialog dialog({proxy, *view(), dialogs, clock, [] { return QStringLiteral("prod"); }}, window.get());
        dialog.print(std::make_unique<OverheardPaper>(texts));
        EXPECT_TRUE(test::waitFor([&dialog] { return !dialog.isAtWork(); }));
        return texts;
    }
    [[nodiscard]] QString shown(Column column) const {
        return proxy.index(0, static_cast<int>(column)).data().toString();
    }
    void expectNothingTold() {
        EXPECT_EQ(shown(Column::Rule), QStringLiteral("ops.disk_full")) << "what must not be printed";
        const QStringList texts = printed();
        EXPECT_EQ(texts.count(QStringLiteral("[redacted]")), 2);
        EXPECT_TRUE(texts.contains(shown(Column::Event)));
        for (const char* secret : {"ops", "mon.", "disk", "4711"})
            EXPECT_EQ(texts.filter(QString::fromLatin1(secret)).join(u' '), QString());
    }

    core::EnforcementRow told;     ///< by a notification
    core::EnforcementRow withheld; ///< the same as a read answer has it
};

} // namespace

TEST_F(PrintedPagesTest, cells_areAsOnTheScreen) {
    table.setDeltasWanted(true);
    apply(test::resolved(told), core::Origin::Notification);
    const QStringList texts = printed();
    for (int column = 0; column < core::ColumnCount; ++column) {
        const QString text = shown(static_cast<Column>(column));
        EXPECT_TRUE(text.isEmpty() || texts.contains(text)) << text.toStdString();
    }
    for (const char* text : {"ops.disk_full", "mon.disk", "ops", "4711", "mon.disk.90001"})
        EXPECT_TRUE(texts.contains(QString::fromLatin1(text))) << text;
}

TEST_F(PrintedPagesTest, refsThatAReadAnswerWithholdsLater_areNotOnThem) {
    apply(told, core::Origin::Notification);
    for (const core::Origin origin : {core::Origin::ListPage, core::Origin::Detail}) {
        apply(withheld, origin);
        expectNothingTold();
    }
}

TEST_F(PrintedPagesTest, refsThatANotificationTellsAfterwards_areNotOnThem) {
    apply(withheld, core::Origin::ListPage);
    apply(told, core::Origin::Notification);
    expectNothingTold();
    apply(test::resolved(told), core::Origin::Notification);
    expectNothingTold();
}

} // namespace attune::widgets

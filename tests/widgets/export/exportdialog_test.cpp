// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "export/exportdialog.h"
#include "export/paper.h"
#include "export/rowclipboard.h"
#include "mainwindowfixture.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

namespace attune::widgets {
namespace {

using Target = ExportDialog::Target;

/// Exports out of a main window, from the menu to the file.
class ExportDialogTest : public MainWindowTest {
protected:
    ExportDialogTest() { dialogs.file = folder.filePath(QStringLiteral("rows.csv")); }

    ExportDialog* openDialog() {
        action(QStringLiteral("&Export…"))->trigger();
        auto* dialog = window->findChild<ExportDialog*>();
        EXPECT_TRUE(test::waitFor([dialog] { return dialog->isVisible(); }));
        return dialog;
    }
    static void accept(ExportDialog* dialog) {
        for (auto* button : dialog->findChildren<QPushButton*>()) {
            if (button->isDefault())
                button->click();
        }
    }
    static QString state(ExportDialog* dialog) {
        return dialog->findChild<QLabel*>(QStringLiteral("exportState"))->text();
    }
    static bool finish(ExportDialog* dialog) {
        return test::waitFor([dialog] { return !dialog->isAtWork(); });
    }
    [[nodiscard]] QByteArray contents() const {
        QFile file(dialogs.file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

TEST_F(ExportDialogTest, everyShownRow_goesToTheChosenFile) {
    live(50);
    ExportDialog* dialog = openDialog();
    EXPECT_FALSE(dialog->isModal());
    accept(dialog);
    ASSERT_TRUE(finish(dialog));
    EXPECT_EQ(contents().count('\n'), 51);
    EXPECT_TRUE(contents().split('\n').at(1).startsWith("50,"));
    EXPECT_EQ(state(dialog), QStringLiteral("Written to %1. Rows: 50.").arg(dialogs.file));
    ASSERT_EQ(dialogs.suggestions.size(), 1);
    EXPECT_TRUE(dialogs.suggestions.constFirst().startsWith(QStringLiteral("attune-prod-")));
    EXPECT_TRUE(dialogs.suggestions.constFirst().endsWith(QStringLiteral(".csv")));
}

TEST_F(ExportDialogTest, selectedRows_areOfferedFirstAndExportedAlone) {
    live(50);
    view()->selectRow(3);
    view()->selectionModel()->select(proxy.index(7, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    ExportDialog* dialog = openDialog();
    dialog->setTarget(Target::JsonLines);
    accept(dialog);
    ASSERT_TRUE(finish(dialog));
    const QByteArrayList lines = contents().trimmed().split('\n');
    ASSERT_EQ(lines.size(), 2);
    EXPECT_TRUE(lines.at(0).startsWith("{\"id\":47,"));
    EXPECT_TRUE(lines.at(1).startsWith("{\"id\":43,"));
    EXPECT_TRUE(dialogs.suggestions.constFirst().endsWith(QStringLiteral(".jsonl")));
}

TEST_F(ExportDialogTest, everythingIsReachableByKeyAndNamed) {
    live(5);
    ExportDialog* dialog = openDialog();
    for (auto* child : dialog->findChildren<QWidget*>()) {
        if (child->focusPolicy() == Qt::NoFocus || !child->isVisible() || child->inherits("QLabel"))
            continue;
        auto* button = qobject_cast<QAbstractButton*>(child);
        EXPECT_TRUE(!child->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty()))
            << child->metaObject()->className();
    }
    EXPECT_EQ(action(QStringLiteral("&Export…"))->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
}

TEST_F(ExportDialogTest, closingWhileAtWork_cancelsAndKeepsTheOldFile) {
    QFile old(dialogs.file);
    ASSERT_TRUE(old.open(QIODevice::WriteOnly));
    ASSERT_EQ(old.write("old"), 3);
    old.close();
    live(20'000);
    ExportDialog* dialog = openDialog();
    accept(dialog);
    ASSERT_TRUE(dialog->isAtWork());
    EXPECT_TRUE(dialog->findChild<QProgressBar*>()->isVisible());
    dialog->reject();
    ASSERT_TRUE(finish(dialog));
    EXPECT_TRUE(dialog->isVisible());
    EXPECT_EQ(state(dialog), QStringLiteral("Cancelled. Nothing was written."));
    EXPECT_EQ(contents(), "old");
    dialog->reject();
    EXPECT_FALSE(dialog->isVisible());
}

TEST_F(ExportDialogTest, theWindowClosedWhileAtWork_leavesNothing) {
    live(20'000);
    accept(openDialog());
    window.reset();
    EXPECT_FALSE(QFile::exists(dialogs.file));
}

TEST_F(ExportDialogTest, failure_isSaidInWords) {
    live(5);
    dialogs.file = folder.filePath(QStringLiteral("no/such/rows.csv"));
    ExportDialog* dialog = openDialog();
    accept(dialog);
    ASSERT_TRUE(finish(dialog));
    EXPECT_TRUE(state(dialog).contains(QStringLiteral("could not be written: "))) << state(dialog).toStdString();
}

TEST_F(ExportDialogTest, pdf_hasPagesOfVisibleColumnsAndAppearsWhole) {
    live(500);
    dialogs.file = folder.filePath(QStringLiteral("rows.pdf"));
    ExportDialog* dialog = openDialog();
    dialog->setTarget(Target::Pdf);
    accept(dialog);
    EXPECT_TRUE(dialog->isAtWork());
    ASSERT_TRUE(finish(dialog));
    const QByteArray pdf = contents();
    EXPECT_TRUE(pdf.startsWith("%PDF-"));
    EXPECT_TRUE(pdf.trimmed().endsWith("%%EOF"));
    // 35 rows of 13 points between head and foot of A4, landscape
    EXPECT_EQ(pdf.count("/Type /Page\n"), 15) << state(dialog).toStdString();
    EXPECT_TRUE(state(dialog).endsWith(QStringLiteral(" Rows: 500.")));
}

TEST_F(ExportDialogTest, tableEmptiedWhileItsRowsAreReadForPaper_isNotMixedWithTheNextOne) {
    live(4'000);
    dialogs.file = folder.filePath(QStringLiteral("rows.pdf"));
    ExportDialog* dialog = openDialog();
    dialog->setTarget(Target::Pdf);
    accept(dialog);
    ASSERT_TRUE(dialog->isAtWork());
    table.clear();
    EXPECT_FALSE(dialog->isAtWork());
    EXPECT_TRUE(state(dialog).contains(QStringLiteral("The table was emptied"))) << qPrintable(state(dialog));
    EXPECT_FALSE(QFile::exists(dialogs.file));
}

TEST_F(ExportDialogTest, pdfCancelled_leavesNothing) {
    live(2'000);
    dialogs.file = folder.filePath(QStringLiteral("rows.pdf"));
    ExportDialog* dialog = openDialog();
    dialog->setTarget(Target::Pdf);
    accept(dialog);
    auto* progress = dialog->findChild<QProgressBar*>();
    ASSERT_TRUE(test::waitFor([progress] { return progress->value() > 520; })); // pages are being painted
    dialog->reject();
    EXPECT_FALSE(dialog->isAtWork());
    EXPECT_FALSE(QFile::exists(dialogs.file));
}

TEST_F(ExportDialogTest, longTableOnPaper_isCutAndSaysSoBefore) {
    live(6'000);
    dialogs.file = folder.filePath(QStringLiteral("rows.pdf"));
    ExportDialog* dialog = openDialog();
    dialog->setTarget(Target::Pdf);
    EXPECT_TRUE(
        dialog->findChild<QLabel*>(QStringLiteral("exportNote"))->text().contains(QStringLiteral("Only the first 5")));
    accept(dialog);
    ASSERT_TRUE(finish(dialog));
    EXPECT_TRUE(state(dialog).endsWith(QStringLiteral(" Rows: 5000."))) << state(dialog).toStdString();
}

TEST_F(ExportDialogTest, printer_getsThePages) {
    live(100);
    action(QStringLiteral("&Print…"))->trigger();
    auto* dialog = window->findChild<ExportDialog*>();
    EXPECT_EQ(dialog->findChild<QComboBox*>()->currentIndex(), static_cast<int>(Target::Printer));
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(folder.filePath(QStringLiteral("printed.pdf")));
    dialog->print(std::make_unique<PrinterPaper>(printer));
    ASSERT_TRUE(finish(dialog));
    EXPECT_EQ(state(dialog), QStringLiteral("Printed. Rows: 100."));
    EXPECT_GT(QFileInfo(printer->outputFileName()).size(), 1'000);
}

TEST_F(ExportDialogTest, curl_isCopiedFromTheTable) {
    live(5);
    view()->setCurrentIndex(proxy.index(0, 0));
    action(QStringLiteral("Copy as c&URL"))->trigger();
    EXPECT_EQ(QApplication::clipboard()->text(),
              QStringLiteral("curl --fail-with-body --header \"Authorization: Bearer $ATTUNE_TOKEN\" --header 'Accept: "
                             "application/json' 'https://attune.example.com/base/api/v1/enforcements/5'"));
    action(QStringLiteral("Copy as &JSON"))->trigger();
    EXPECT_TRUE(QApplication::clipboard()->text().startsWith(QStringLiteral("{\"id\":5,")));
}

TEST_F(ExportDialogTest, manySelectedRows_areCopiedInPartAndThatIsSaid) {
    live(RowClipboard::MostRows + 1);
    view()->selectAll();
    view()->clipboard().copyRows();
    EXPECT_EQ(QApplication::clipboard()->text().count(u'\n'), RowClipboard::MostRows - 1);
    ASSERT_EQ(dialogs.warnings.size(), 1);
    EXPECT_TRUE(dialogs.warnings.constFirst().contains(QStringLiteral("10001")));
}

TEST_F(ExportDialogTest, copiedRows_holdNoFormulas) {
    setState(ConnectionState::Live);
    core::EnforcementRow row = test::makeRow(vocabulary, 1, "=HYPERLINK(1)");
    row.resolvedAt = row.created - 5'000;
    row.status = core::Status::Processed;
    window->applyBatch(test::batch(row));
    view()->selectAll();
    view()->clipboard().copyRows();
    const QStringList fields = QApplication::clipboard()->text().split(u'\t');
    EXPECT_EQ(fields.at(1), QStringLiteral("'=HYPERLINK(1)"));
    EXPECT_EQ(fields.at(8), QStringLiteral("-5"));
}

TEST_F(ExportDialogTest, withheldRefs_areShownAndStayInTheProgram) {
    setState(ConnectionState::Live);
    core::EnforcementRow hidden = test::makeRow(vocabulary, 1);
    hidden.ruleRef = hidden.triggerRef = core::RedactedRef;
    window->applyBatch(test::batch(test::makeRow(vocabulary, 1)));
    window->applyBatch(test::batch(hidden));
    const QModelIndex rule = proxy.index(0, static_cast<int>(core::Column::Rule));
    EXPECT_EQ(rule.data().toString(), QStringLiteral("ops.disk_full"));
    view()->selectAll();
    const auto expectNothingTold = [](const QString& text) {
        EXPECT_TRUE(text.contains(QStringLiteral("[redacted]"))) << qPrintable(text);
        EXPECT_FALSE(text.contains(QStringLiteral("ops"))) << qPrintable(text);
        EXPECT_FALSE(text.contains(QStringLiteral("mon"))) << qPrintable(text);
    };
    view()->clipboard().copyRows();
    expectNothingTold(QApplication::clipboard()->text());
    view()->clipboard().copyJson();
    expectNothingTold(QApplication::clipboard()->text());
    view()->clipboard().copyValue(rule);
    expectNothingTold(QApplication::clipboard()->text());
    ExportDialog* dialog = openDialog();
    accept(dialog);
    ASSERT_TRUE(finish(dialog));
    expectNothingTold(QString::fromUtf8(contents()).section(u'\n', 1));
}

} // namespace
} // namespace attune::widgets

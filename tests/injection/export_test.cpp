// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "detail/clipboardtexts.h"
#include "export/exportdialog.h"
#include "export/exportwords.h"
#include "export/rowclipboard.h"
#include "injectionfixture.h"
#include "mainwindowfixture.h"
#include "support/csvreader.h"

#include "attune/core/rowexport.h"

#include <nlohmann/json.hpp>

#include <QClipboard>
#include <QFileInfo>
#include <QMimeData>
#include <QProcess>

// What leaves the program: files for others, the clipboard, names of files.
namespace attune::widgets {
namespace {

using Target = ExportDialog::Target;

/// A window whose rows have each text as rule, trigger and tag.
class InjectedExport : public test::Injected<MainWindowTest> {
protected:
    InjectedExport() {
        report.status.profileName = texts.front();
        core::EnforcementBatch batch;
        for (const std::string& text : sent) {
            const auto id = static_cast<core::Id>(batch.updates.size() + 1);
            core::EnforcementUpdate update = test::update(test::makeRow(vocabulary, id, text, text));
            update.row.traceTag = core::TraceTag::Stored;
            update.traceTag = text;
            batch.updates.push_back(update);
        }
        setState(ConnectionState::Live);
        window->applyBatch(batch);
    }
    /// Oldest first, as the texts are.
    [[nodiscard]] QByteArray exported(Target target) {
        ExportDialog dialog({proxy, *view(), dialogs, clock, [this] { return texts.front(); }}, window.get());
        dialog.setTarget(target);
        const QString path = folder.filePath(QStringLiteral("rows"));
        dialog.exportTo(path);
        EXPECT_TRUE(test::waitFor([&dialog] { return !dialog.isAtWork(); }));
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void selectAll() {
        view()->selectAll();
        ASSERT_EQ(rowCount(selectedSpans(*view())), static_cast<int>(sent.size()));
    }
    /// Newest first, as the table shows them.
    [[nodiscard]] const std::string& textOfLine(qsizetype line) const {
        return sent[sent.size() - 1 - static_cast<std::size_t>(line)];
    }
    static const QMimeData& copied() { return *QApplication::clipboard()->mimeData(); }
};

TEST_F(InjectedExport, csv_readsBackAsItWasAndHoldsNoFormula) {
    const auto records = test::readCsv(exported(Target::Csv).toStdString());
    ASSERT_TRUE(records);
    ASSERT_EQ(records->size(), sent.size() + 1);
    for (std::size_t i = 1; i < records->size(); ++i) {
        const auto& fields = (*records)[i];
        ASSERT_EQ(fields.size(), 10U);
        const std::string& text = textOfLine(static_cast<qsizetype>(i - 1));
        for (const std::size_t field : {std::size_t{2}, std::size_t{3}, std::size_t{7}}) {
            EXPECT_EQ(fields[field], test::isFormula(text) ? "'" + text : text);
            EXPECT_FALSE(test::isFormula(fields[field])) << fields[field];
        }
    }
}

TEST_F(InjectedExport, json_readsBackAsItWas) {
    const auto rows = nlohmann::json::parse(exported(Target::Json).toStdString());
    ASSERT_EQ(rows.size(), sent.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (const char* field : {"rule_ref", "trigger_ref", "trace_tag"})
            EXPECT_EQ(rows[i][field], textOfLine(static_cast<qsizetype>(i)));
    }
    const QList<QByteArray> lines = exported(Target::JsonLines).split('\n');
    ASSERT_EQ(lines.size(), static_cast<qsizetype>(sent.size()) + 1);
    for (qsizetype i = 0; i + 1 < lines.size(); ++i)
        EXPECT_EQ(nlohmann::json::parse(lines[i].toStdString())["rule_ref"], textOfLine(i));
}

TEST_F(InjectedExport, paper_holdsNoLinkAndNothingThatRuns) {
    const QByteArray pdf = exported(Target::Pdf);
    ASSERT_TRUE(pdf.startsWith("%PDF-"));
    for (const char* word :
         {"/URI", "/Launch", "/JavaScript", "/Subtype /Link", "/EmbeddedFile", "/GoToR", "/OpenAction", "/XFA"})
        EXPECT_FALSE(pdf.contains(word)) << word;
}

TEST_F(InjectedExport, copiedRows_arePlainLinesWithoutFormulas) {
    selectAll();
    view()->clipboard().copyRows();
    EXPECT_EQ(copied().formats(), QStringList{QStringLiteral("text/plain")});
    const QStringList lines = copied().text().split(u'\n');
    ASSERT_EQ(lines.size(), static_cast<qsizetype>(sent.size()));
    const qsizetype fields = lines.front().count(u'\t');
    for (const QString& line : lines) {
        EXPECT_EQ(line.count(u'\t'), fields) << qPrintable(line.left(120));
        for (const QString& field : line.split(u'\t')) {
            bool isNumber = false;
            static_cast<void>(field.toDouble(&isNumber));
            EXPECT_FALSE(test::isFormula(field.toStdString()) && !isNumber) << qPrintable(field);
            EXPECT_FALSE(field.startsWith(u'"')) << "takes what follows in: " << qPrintable(field);
        }
    }
}

TEST_F(InjectedExport, copiedJsonAndValues_areExactPlainText) {
    selectAll();
    view()->clipboard().copyJson();
    EXPECT_EQ(copied().formats(), QStringList{QStringLiteral("text/plain")});
    EXPECT_EQ(copied().text().count(u'\n') + 1, static_cast<qsizetype>(sent.size()));
    for (int row = 0; row < proxy.rowCount(); ++row) {
        view()->clipboard().copyValue(proxy.index(row, static_cast<int>(core::Column::Rule)));
        EXPECT_EQ(copied().formats(), QStringList{QStringLiteral("text/plain")});
        EXPECT_EQ(copied().text().toStdString(), textOfLine(row));
    }
}

/// A real shell reads the commands.
TEST_F(InjectedExport, commandsForAShell_readTheUrlAndDoNothingElse) {
    QByteArray script = "ATTUNE_TOKEN=x\ncurl() { for last; do :; done; printf '%s\\n' \"$last\"; }\n";
    for (const QString& text : texts) {
        QUrl api(QStringLiteral("https://attune.example.com"));
        api.setPath(u'/' + text);
        api.setUserName(text);
        api.setQuery(text);
        const QString command = curlCommand(api, 7);
        expectNone(test::invisibleIn(command), text);
        script += command.toUtf8() + '\n';
    }
    QTemporaryDir place;
    QProcess shell;
    shell.setWorkingDirectory(place.path());
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-eu")});
    shell.write(script);
    shell.closeWriteChannel();
    ASSERT_TRUE(shell.waitForFinished());
    EXPECT_EQ(shell.exitCode(), 0) << shell.readAllStandardError().toStdString();
    const QList<QByteArray> lines = shell.readAllStandardOutput().trimmed().split('\n');
    ASSERT_EQ(lines.size(), static_cast<qsizetype>(texts.size()));
    for (const QByteArray& line : lines)
        EXPECT_TRUE(line.startsWith("https://attune.example.com/") && line.endsWith("/api/v1/enforcements/7"))
            << line.toStdString();
    EXPECT_TRUE(QDir(place.path()).isEmpty());
}

TEST_F(InjectedExport, namesOfFiles_stayInTheirFolder) {
    for (const QString& text : texts) {
        const QString name = exportFileName(text, clock.now(), QStringLiteral("csv"));
        EXPECT_TRUE(name.startsWith(u"attune-") && name.endsWith(u".csv") && name.size() < 80) << qPrintable(name);
        EXPECT_FALSE(name.contains(u'/') || name.contains(u'\\')) << qPrintable(name);
        const QFileInfo kept(views.pathOf(text));
        EXPECT_EQ(kept.absolutePath(), folder.filePath(QStringLiteral("views"))) << qPrintable(text.left(80));
        EXPECT_LE(kept.fileName().size(), 255);
        expectNone(test::invisibleIn(QString(name + kept.fileName())), text);
    }
}

} // namespace
} // namespace attune::widgets

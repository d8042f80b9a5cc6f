// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "export/exportdialog.h"

#include "dialogs/plainlabel.h"
#include "export/exportwords.h"
#include "export/pagejob.h"
#include "export/rowclipboard.h"

#include "attune/models/enforcementfilterproxymodel.h"
#include "attune/models/export/rowexporter.h"
#include "attune/widgets/dialogservice.h"
#include "attune/widgets/enforcementview.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>

namespace attune::widgets {

namespace {

using Target = ExportDialog::Target;

constexpr int ProgressSteps = 1'000;

QString suffixOf(Target target) {
    switch (target) {
    case Target::Csv:
        return QStringLiteral("csv");
    case Target::Json:
        return QStringLiteral("json");
    case Target::JsonLines:
        return QStringLiteral("jsonl");
    case Target::Pdf:
    case Target::Printer:
        return QStringLiteral("pdf");
    }
    Q_UNREACHABLE();
}

bool isOnPages(Target target) { return target == Target::Pdf || target == Target::Printer; }

core::ExportFormat formatOf(Target target) {
    if (target == Target::Json)
        return core::ExportFormat::Json;
    return target == Target::JsonLines ? core::ExportFormat::JsonLines : core::ExportFormat::Csv;
}

} // namespace

ExportDialog::ExportDialog(const ExportContext& context, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_all(new QRadioButton)
    , m_selected(new QRadioButton)
    , m_target(new QComboBox)
    , m_note(createPlainLabel(this))
    , m_progress(new QProgressBar)
    , m_state(createPlainLabel(this)) {
    setWindowTitle(tr("Export"));
    build();
    connectParts();
    m_selected->setChecked(rowCount(selectedSpans(context.view)) > 1);
    m_all->setChecked(!m_selected->isChecked());
    refresh();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::build() {
    m_target->addItems({tr("CSV, for spreadsheets"), tr("JSON, one array"), tr("JSON Lines, one object a line"),
                        tr("PDF, as the table looks"), tr("Printer, as the table looks")});
    m_target->setAccessibleName(tr("Format"));
    m_progress->setRange(0, ProgressSteps);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_state->setObjectName(QStringLiteral("exportState"));
    m_note->setObjectName(QStringLiteral("exportNote"));
    auto* buttons = new QDialogButtonBox(this);
    m_accept = buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_close->setAutoDefault(false);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::onAccepted);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addRow(tr("Rows"), createRows());
    form->addRow(tr("&Format"), m_target);
    form->addRow(QString(), m_note);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_progress);
    layout->addWidget(m_state);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 64, sizeHint().height());
}

QWidget* ExportDialog::createRows() {
    auto* rows = new QWidget;
    auto* layout = new QVBoxLayout(rows);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_all);
    layout->addWidget(m_selected);
    return rows;
}

void ExportDialog::connectParts() {
    connect(&m_context.proxy, &models::EnforcementFilterProxyModel::countsChanged, this, &ExportDialog::refresh);
    connect(m_context.view.selectionModel(), &QItemSelectionModel::selectionChanged, this, &ExportDialog::refresh);
    connect(m_target, &QComboBox::currentIndexChanged, this, [this] {
        m_state->clear();
        refresh();
    });
    connect(m_selected, &QRadioButton::toggled, this, &ExportDialog::refresh);
}

void ExportDialog::refresh() {
    const int selected = rowCount(selectedSpans(m_context.view));
    if (!isAtWork()) {
        m_all->setText(tr("&All %Ln shown", nullptr, m_context.proxy.shownCount()));
        m_selected->setText(tr("The %Ln &selected", nullptr, selected));
        if (selected == 0)
            m_all->setChecked(true);
    }
    for (QWidget* choice : {static_cast<QWidget*>(m_all), static_cast<QWidget*>(m_target)})
        choice->setEnabled(!isAtWork());
    m_selected->setEnabled(!isAtWork() && selected > 0);
    m_accept->setEnabled(!isAtWork());
    m_accept->setText(target() == Target::Printer ? tr("&Print…") : tr("&Export…"));
    m_close->setText(isAtWork() ? tr("&Cancel") : tr("&Close"));
    m_progress->setVisible(isAtWork());
    refreshNote(m_selected->isChecked() ? selected : m_context.proxy.shownCount());
}

void ExportDialog::refreshNote(int rows) {
    if (!isOnPages(target()))
        m_note->setText(tr("Every field as the server sent it, times in UTC. Each row as it is when it is read."));
    else if (rows <= PageJob::MostRows)
        m_note->setText(tr("The columns that are visible, in their order."));
    else
        m_note->setText(tr("The columns that are visible, in their order. Only the first %L1 rows: choose another "
                           "format for all of them.")
                            .arg(PageJob::MostRows));
}

ExportDialog::Target ExportDialog::target() const { return static_cast<Target>(m_target->currentIndex()); }

void ExportDialog::setTarget(Target target) {
    if (!isAtWork())
        m_target->setCurrentIndex(static_cast<int>(target));
}

std::vector<models::RowSpan> ExportDialog::spans() const {
    return m_selected->isChecked() ? selectedSpans(m_context.view) : models::RowSnapshot::allRows(m_context.proxy);
}

void ExportDialog::onAccepted() {
    if (target() == Target::Printer) {
        choosePrinter();
        return;
    }
    const QString name = exportFileName(m_context.server(), m_context.clock.now(), suffixOf(target()));
    m_context.dialogs.chooseSaveFile(this, tr("Export"), name, [this](const QString& path) { exportTo(path); });
}

void ExportDialog::exportTo(const QString& path) {
    if (isAtWork())
        return;
    // Whoever chose a file that exists has been asked; one that appears from now on nobody has agreed to lose.
    const auto existing =
        QFileInfo::exists(path) ? core::WholeFile::Existing::Replace : core::WholeFile::Existing::Keep;
    if (isOnPages(target())) {
        std::vector<int> columns;
        PrintedTable table = printedTable(columns);
        run(std::make_unique<PageJob>(m_context.proxy, spans(), std::move(table), std::move(columns),
                                      std::make_unique<PdfPaper>(path, existing)),
            path);
        return;
    }
    run(std::make_unique<models::RowExporter>(m_context.proxy, spans(),
                                              models::RowExporter::Target{path, existing, formatOf(target())}),
        path);
}

void ExportDialog::run(std::unique_ptr<models::ExportJob> job, const QString& place) {
    m_job = std::move(job);
    m_place = place;
    m_progress->setValue(0);
    m_state->setText(place.isEmpty() ? tr("Printing…") : tr("Writing…"));
    connect(m_job.get(), &models::ExportJob::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setValue(total > 0 ? static_cast<int>(ProgressSteps * done / total) : ProgressSteps);
    });
    connect(m_job.get(), &models::ExportJob::finished, this, &ExportDialog::onFinished);
    refresh();
    m_job->start();
}

void ExportDialog::onFinished(const models::ExportResult& result) {
    models::ExportJob* job = m_job.release(); // it is still speaking
    job->setParent(this);
    job->deleteLater();
    m_state->setText(resultWords(result, m_place));
    refresh();
}

void ExportDialog::reject() {
    if (isAtWork())
        m_job->cancel();
    else
        QDialog::reject();
}

} // namespace attune::widgets

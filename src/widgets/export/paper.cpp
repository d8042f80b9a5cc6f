// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "export/paper.h"

#include <QCoreApplication>
#include <QPageLayout>
#include <QPdfWriter>
#include <QPrinter>

#include <utility>

namespace attune::widgets {

namespace {

constexpr QMarginsF Margins(12, 12, 12, 12); // millimetres
constexpr int DotsPerInch = 600;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::widgets::Paper)
};

} // namespace

PdfPaper::PdfPaper(const QString& path, core::WholeFile::Existing existing) : m_file(path, existing) {}

PdfPaper::~PdfPaper() = default;

std::optional<core::Error> PdfPaper::open(const QString& title) {
    if (auto error = m_file.open())
        return error;
    m_writer = std::make_unique<QPdfWriter>(&m_file.device());
    m_writer->setTitle(title);
    m_writer->setCreator(QStringLiteral("Attune Watch"));
    m_writer->setResolution(DotsPerInch);
    m_writer->setPageLayout(
        QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, Margins, QPageLayout::Millimeter));
    return std::nullopt;
}

QPagedPaintDevice& PdfPaper::device() { return *m_writer; }

std::optional<core::Error> PdfPaper::commit() {
    m_writer.reset();
    return m_file.commit();
}

PrinterPaper::PrinterPaper(std::shared_ptr<QPrinter> printer) : m_printer(std::move(printer)) {}

PrinterPaper::~PrinterPaper() = default;

std::optional<core::Error> PrinterPaper::open(const QString& title) {
    m_printer->setDocName(title);
    m_printer->setCreator(QStringLiteral("Attune Watch"));
    if (m_printer->isValid() || m_printer->outputFormat() == QPrinter::PdfFormat)
        return std::nullopt;
    return core::Error{Words::tr("There is no such printer.")};
}

QPagedPaintDevice& PrinterPaper::device() { return *m_printer; }

std::optional<core::Error> PrinterPaper::commit() {
    if (m_printer->printerState() == QPrinter::Error)
        return core::Error{Words::tr("The printer reported an error.")};
    return std::nullopt;
}

void PrinterPaper::abort() { m_printer->abort(); }

} // namespace attune::widgets

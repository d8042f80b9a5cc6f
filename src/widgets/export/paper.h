// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/export/wholefile.h"

#include <memory>
#include <optional>

class QPagedPaintDevice;
class QPdfWriter;
class QPrinter;

namespace attune::widgets {

/// Where pages go. Nothing comes of it before commit(), as far as that can be helped.
class Paper {
public:
    Paper() = default;
    virtual ~Paper() = default;
    Paper(const Paper&) = delete;
    Paper& operator=(const Paper&) = delete;

    [[nodiscard]] virtual std::optional<core::Error> open(const QString& title) = 0;
    /// Precondition: open() succeeded.
    [[nodiscard]] virtual QPagedPaintDevice& device() = 0;
    /// When the last painter has ended.
    [[nodiscard]] virtual std::optional<core::Error> commit() = 0;
    /// While a painter is still at work.
    virtual void abort() = 0;
};

/// A PDF file that appears whole or not at all; A4, landscape.
class PdfPaper final : public Paper {
public:
    PdfPaper(const QString& path, core::WholeFile::Existing existing);
    ~PdfPaper() override;

    std::optional<core::Error> open(const QString& title) override;
    QPagedPaintDevice& device() override;
    std::optional<core::Error> commit() override;
    void abort() override {}

private:
    core::WholeFile m_file;
    std::unique_ptr<QPdfWriter> m_writer;
};

/// A printer the operator has chosen.
class PrinterPaper final : public Paper {
public:
    explicit PrinterPaper(std::shared_ptr<QPrinter> printer);
    ~PrinterPaper() override;

    std::optional<core::Error> open(const QString& title) override;
    QPagedPaintDevice& device() override;
    std::optional<core::Error> commit() override;
    void abort() override;

private:
    std::shared_ptr<QPrinter> m_printer;
};

} // namespace attune::widgets

// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fieldset.h"

#include <cstddef>
#include <memory>
#include <string_view>

namespace attune::core {

/// Reads the usual enforcement notification, the frame that comes by the thousand, an order of magnitude faster than
/// the SAX handler. It never refuses a frame: whatever is not exactly as usual it leaves to the handler, which alone
/// decides what is wrong and how to say so. What it does read means the same to both. Belongs to one thread.
class QuickFrame {
public:
    QuickFrame();
    ~QuickFrame();
    QuickFrame(const QuickFrame&) = delete;
    QuickFrame& operator=(const QuickFrame&) = delete;

    /// Fills the fields of the envelope and of its payload, both reset; false (and the fields mean nothing) when the
    /// frame is none of the usual ones. Behind the text at least Padding more bytes can be read.
    [[nodiscard]] bool read(std::string_view utf8, FieldSet& envelope, FieldSet& payload);

    /// Of a usual frame; the notifier's own channel carries no more than 8,000 in one message.
    static constexpr std::size_t MaxBytes = std::size_t{16} * 1024;
    static constexpr std::size_t Padding = 64;

private:
    class Parser;
    std::unique_ptr<Parser> m_parser;
};

} // namespace attune::core

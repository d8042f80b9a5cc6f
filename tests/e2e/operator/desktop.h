// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

namespace attune::e2e {

/// An X server of its own with a window manager, for as long as the object lives; `DISPLAY` names it. Made before and
/// gone after the QGuiApplication that connects to it.
class Desktop {
public:
    Desktop();
    ~Desktop();
    Desktop(const Desktop&) = delete;
    Desktop& operator=(const Desktop&) = delete;

    /// False when a program that is needed is not installed.
    [[nodiscard]] bool isThere() const { return m_server > 0; }

private:
    pid_t m_server = -1;
    pid_t m_manager = -1;
};

} // namespace attune::e2e

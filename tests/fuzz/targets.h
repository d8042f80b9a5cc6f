// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace attune::fuzz {

/// One reader of foreign bytes. It may refuse anything, but must neither crash nor break what it promises: a broken
/// promise ends the program.
struct Target {
    std::string_view name; ///< also the folder of its corpus
    void (*run)(std::string_view bytes);
};

[[nodiscard]] std::span<const Target> targets();

void readFrame(std::string_view bytes);
void readPage(std::string_view bytes);
void readDetail(std::string_view bytes);
void readTimestamp(std::string_view bytes);
void readFilter(std::string_view bytes);
void readSettings(std::string_view bytes);
/// The words of a server that refuses something.
void readError(std::string_view bytes);
/// How streams end one after the other: whatever the reason, the next one is begun.
void endStream(std::string_view bytes);
/// A text on its way to the screen.
void showText(std::string_view bytes);
/// Rows on their way to a file.
void writeCsv(std::string_view bytes);
/// What a second start, or somebody else, says to the first.
void readRequest(std::string_view bytes);
void readViews(std::string_view bytes);
void readProfiles(std::string_view bytes);
/// What is logged, with a secret in the middle of it.
void writeLog(std::string_view bytes);
/// The bytes are a sequence of what may arrive about a few rows; the store must end as a plain reference model does.
void mergeSequence(std::string_view bytes);

/// What demand() shows when a promise is broken; outlives the run.
void setCurrent(std::string_view bytes);
/// Ends the program with `promise`, unless it holds.
void demand(bool holds, const char* promise);

} // namespace attune::fuzz

// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace attune::core {

/// For a program that holds secrets, first thing in main(): no core file, new files for their owner only, and in
/// release builds no other process of the user may look into this one (a sandbox needs to, there it stays allowed). A
/// reader that closes a pipe is an error of writing, not the end.
void protectProcess();

} // namespace attune::core

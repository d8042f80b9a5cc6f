// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0

// Built without any hardening, to prove that the check of the programs can fail.
int main() { return 0; }

// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/timestamp.h"

#include <QString>
#include <QStringList>

namespace attune::net {

/// What a PEM file of certificate authorities holds, for whoever is about to trust it: the path, then of each of the
/// first certificates its name, its SHA-256 fingerprint as other programs write it, and when it expires, seen at `now`.
/// Plain text that quotes the certificates, a line each; empty where there is no such file or nothing in it. Reads the
/// file, at most a megabyte of it.
[[nodiscard]] QStringList describeAuthorities(const QString& file, core::UtcMicros now);

} // namespace attune::net

// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/log/knownsecrets.h"

#include <QString>

namespace attune::core {

/// Takes secrets out of text that leaves the program: the ones this process knows, and whatever looks like one. Takes
/// too much rather than too little; leaves its own marks alone. Any thread.
class Redactor {
public:
    /// `secrets` outlives the redactor.
    explicit Redactor(const KnownSecrets& secrets) : m_secrets(secrets) {}

    /// Of a text longer than MaxLength only the beginning is returned.
    [[nodiscard]] QString redacted(QStringView text) const;

    static constexpr qsizetype MaxLength = 1024 * 1024;

private:
    const KnownSecrets& m_secrets;
};

} // namespace attune::core

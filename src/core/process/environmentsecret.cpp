// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/process/environmentsecret.h"

#include <cstdlib>
#include <cstring>

namespace attune::core {

QString takeEnvironmentSecret(const char* name) {
    // In place: what /proc shows are these very bytes.
    char* value = std::getenv(name);
    if (value == nullptr)
        return {};
    QString secret = QString::fromLocal8Bit(value);
    explicit_bzero(value, std::strlen(value));
    ::unsetenv(name);
    return secret;
}

} // namespace attune::core

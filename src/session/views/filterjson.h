// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/readfield.h"

#include "attune/core/enforcementfilter.h"

#include <QJsonObject>

namespace attune::session {

/// Fields that match everything are left out.
[[nodiscard]] QJsonObject filterToJson(const core::EnforcementFilter& filter);
/// Each field on its own: one that cannot be read matches everything and is reported.
[[nodiscard]] core::EnforcementFilter filterFromJson(const FieldReader& fields);

} // namespace attune::session

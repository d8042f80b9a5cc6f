// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/httpfront.h"

namespace attune::sim {

struct SimContext;

// What answers on which port (protocol section 1).

[[nodiscard]] bool isControlPath(const QByteArray& path);
/// REST, health and the control plane.
[[nodiscard]] HttpFront::Reply answerApi(SimContext& context, HttpRequest& request);
/// The notifier's own few pages.
[[nodiscard]] HttpFront::Reply answerNotifier(SimContext& context, HttpRequest& request);
/// Both behind the web proxy, which answers everything else with the page of the web UI.
[[nodiscard]] HttpFront::Reply answerProxy(SimContext& context, HttpRequest& request);

} // namespace attune::sim

# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0

// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include <QWebSocket>

// Trusts anybody, and gives memory back as it is, to prove that the check of the programs can fail.
int main() {
    QWebSocket socket;
    socket.ignoreSslErrors();
    return 0;
}

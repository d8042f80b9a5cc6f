// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "barewindow.h"

#include <QApplication>

// attune_bench_bare [STREAM [STATS]]: the limit that the whole program is compared with. The token comes in the
// environment, as an argument could be seen by everybody.
int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    attune::bench::BareWindow window(QUrl(arguments.value(1)), qgetenv("ATTUNE_TOKEN"), arguments.value(2));
    window.show();
    return QApplication::exec();
}

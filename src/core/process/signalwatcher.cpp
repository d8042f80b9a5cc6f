// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/process/signalwatcher.h"

#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace attune::core {

namespace {

// A signal handler can reach nothing but a static object.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
std::array<int, 2> wakeUp{-1, -1};

void onSignal(int) {
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(wakeUp[0], &byte, 1);
}

void setHandler(void (*handler)(int)) {
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

} // namespace

SignalWatcher::SignalWatcher(QObject* parent) : QObject(parent) {
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, wakeUp.data()) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(wakeUp[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SignalWatcher::onActivated);
    setHandler(onSignal);
}

SignalWatcher::~SignalWatcher() {
    setHandler(SIG_DFL);
    m_notifier.reset();
    for (int& descriptor : wakeUp) {
        if (descriptor >= 0)
            ::close(std::exchange(descriptor, -1));
    }
}

void SignalWatcher::onActivated() {
    char byte = 0;
    if (::read(wakeUp[1], &byte, 1) == 1)
        Q_EMIT terminationRequested();
}

} // namespace attune::core

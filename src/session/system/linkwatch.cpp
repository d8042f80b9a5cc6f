// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "system/linkwatch.h"

#include "logcategories.h"

#include <QNetworkInterface>
#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <cerrno>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>
#include <unistd.h>

namespace attune::session {

std::set<LinkWatch::Address> LinkWatch::systemAddresses() {
    std::set<Address> addresses;
    for (const QNetworkInterface& interface : QNetworkInterface::allInterfaces()) {
        if (!interface.flags().testFlag(QNetworkInterface::IsRunning))
            continue;
        for (const QNetworkAddressEntry& entry : interface.addressEntries()) {
            if (!entry.ip().isLinkLocal())
                addresses.emplace(interface.index(), entry.ip().toString());
        }
    }
    return addresses;
}

LinkWatch::LinkWatch(core::Clock& clock, QObject* parent, Addresses addresses)
    : QObject(parent), m_clock(clock), m_read(std::move(addresses)) {
    listen(); // before the first look, so that nothing happens in between
    m_known = m_read();
}

LinkWatch::~LinkWatch() {
    m_notifier.reset();
    if (m_socket >= 0)
        ::close(m_socket);
}

void LinkWatch::listen() {
    m_socket = ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE);
    sockaddr_nl groups{};
    groups.nl_family = AF_NETLINK;
    groups.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR;
    // The socket API wants the general type.
    if (m_socket < 0 || ::bind(m_socket, reinterpret_cast<const sockaddr*>(&groups), sizeof groups) != 0) {
        qCInfo(lcSession) << "changes of the network are not told to this program, error" << errno;
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_socket, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &LinkWatch::onReadable);
}

/// What the messages say does not matter: some may be lost, and many are about nothing that counts.
void LinkWatch::onReadable() {
    constexpr int MostAtOnce = 64; // the next turn of the event loop takes the rest
    std::array<char, 256> start{}; // of a message; the kernel drops what has no room
    ssize_t length = 0;
    for (int i = 0; i < MostAtOnce && length >= 0; ++i)
        length = ::recv(m_socket, start.data(), start.size(), 0);
    const int error = errno;
    const bool goesOn = length >= 0 || error == EAGAIN || error == EINTR || error == ENOBUFS;
    if (!goesOn)
        m_notifier->setEnabled(false);
    onNews();
}

void LinkWatch::onNews() {
    m_hasNews = true;
    if (m_settle)
        return;
    look();
    m_settle = m_clock.after(Settle, [this] { onSettled(); });
}

void LinkWatch::look() {
    m_hasNews = false;
    std::set<Address> now = m_read();
    m_hasCome = m_hasCome || !std::ranges::includes(m_known, now);
    m_known = std::move(now);
}

void LinkWatch::onSettled() {
    m_settle.reset();
    if (m_hasNews)
        onNews();
    if (std::exchange(m_hasCome, false)) {
        qCInfo(lcSession) << "this machine has another address";
        Q_EMIT addressCame();
    }
}

} // namespace attune::session

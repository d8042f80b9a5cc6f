// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "tailprogram.h"

#include "secretinput.h"

#include "attune/core/displaytext.h"
#include "attune/core/rowexport.h"
#include "attune/net/networktransport.h"

#include <QSaveFile>

#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

namespace attune::tail {

namespace {

constexpr std::size_t RowCap = 1'000'000;

} // namespace

TailProgram::TailProgram(TailOptions options, core::ProgramLog& log)
    : m_options(std::move(options))
    , m_log(log)
    , m_random(core::SeededRandom::systemSeed())
    , m_filter(m_options.filter, m_vocabulary)
    , m_printer(m_options.format, m_vocabulary) {
    session::SessionOptions sessionOptions;
    sessionOptions.rowCap = RowCap;
    sessionOptions.knownSecrets = &log.secrets();
    m_session = std::make_unique<session::Session>(std::make_unique<net::NetworkTransport>(m_vocabulary, m_serverClock),
                                                   m_vocabulary, m_serverClock, m_random, sessionOptions);
    m_session->setStore(&m_store);
    connect(m_session.get(), &session::Session::batchReady, this, &TailProgram::onBatch);
    connect(m_session.get(), &session::Session::statusChanged, this, &TailProgram::onStatus);
    connect(m_session.get(), &session::Session::cleared, this, [this] {
        m_store.clear();
        m_live = false; // what is read anew is no news
    });
    using session::SystemEvents;
    connect(&m_systemEvents, &SystemEvents::resumed, m_session.get(), &session::Session::onResumed);
    connect(&m_systemEvents, &SystemEvents::networkChanged, m_session.get(), &session::Session::checkConnection);
}

TailProgram::~TailProgram() = default;

void TailProgram::start() {
    if (m_options.demo && !startDemo())
        return;
    QString secret;
    if (m_options.demo) {
        secret = m_demo->options().password;
    } else {
        const auto input = m_options.tokenFromStdin ? readTokenFromStdin() : readPassword(m_options.profile.login);
        if (!input)
            return fail(ExitNotSignedIn, input.error().message);
        secret = *input;
    }
    if (const auto errors = session::validate(m_options.profile); !errors.empty())
        return fail(ExitUsage, errors.begin()->second);
    m_session->signIn(m_options.profile, secret, this,
                      [this](const std::optional<session::SignInProblem>& problem) { onSignedIn(problem); });
    if (m_options.duration)
        m_limit = m_clock.after(*m_options.duration, [this] { stop(); });
}

bool TailProgram::startDemo() {
    m_demo = std::make_unique<sim::DemoServer>(sim::DemoServer::lively());
    const auto endpoints = m_demo->start();
    if (!endpoints) {
        fail(ExitUnreachable, endpoints.error().message);
        return false;
    }
    m_options.profile.name = QStringLiteral("demo");
    m_options.profile.api = endpoints->api;
    m_options.profile.ws = endpoints->ws;
    m_options.profile.login = m_demo->options().login;
    m_options.profile.method = session::SignInMethod::Password;
    return true;
}

void TailProgram::onSignedIn(const std::optional<session::SignInProblem>& problem) {
    if (!problem)
        return;
    using session::ProfileField;
    const bool unreachable = problem->field == ProfileField::Api || problem->field == ProfileField::Ws ||
                             problem->field == ProfileField::CaFile || problem->field == ProfileField::Proxy ||
                             problem->field == ProfileField::ProxyLogin;
    fail(unreachable ? ExitUnreachable : ExitNotSignedIn, problem->message);
}

void TailProgram::onStatus(const session::ConnectionStatus& status) {
    switch (status.state) {
    case session::ConnectionState::SignedOut:
        return m_session->profile().name.isEmpty() ? void()
                                                   : fail(ExitNotSignedIn, tr("Signed out: %1").arg(status.reason));
    case session::ConnectionState::CertificateRefused:
        return fail(ExitUnreachable, tr("The certificate was refused: %1").arg(status.reason));
    case session::ConnectionState::Live:
        if (!std::exchange(m_live, true))
            m_newsSince = status.completeSince;
        if (m_options.snapshot && !status.isReadingReach)
            printSnapshot();
        return;
    case session::ConnectionState::Connecting:
    case session::ConnectionState::Syncing:
    case session::ConnectionState::Delayed:
    case session::ConnectionState::Offline:
        return;
    }
}

void TailProgram::onBatch(const core::EnforcementBatch& batch) {
    const core::BatchPlan plan = m_store.apply(batch, RowCap);
    m_session->noteContradictions(plan.conflicts);
    std::vector<core::Id> unclear = plan.incomplete;
    unclear.insert(unclear.end(), plan.conflicting.begin(), plan.conflicting.end());
    m_session->requestHydration(unclear);
    if (!m_live || m_options.snapshot || m_options.mirror)
        return;
    for (const core::EnforcementRow& row : plan.append) {
        if (row.created > m_newsSince)
            print(row);
    }
    for (const core::RowPatch& patch : plan.patches) {
        if (core::has(patch.fields, core::Field::Status))
            print(patch.after);
    }
    if (!m_finished && !m_printer.flush())
        finish(ExitDone);
}

void TailProgram::printSnapshot() {
    if (m_finished)
        return;
    std::vector<core::EnforcementRow> rows;
    for (auto seq = m_store.firstSeq(); seq < m_store.endSeq(); ++seq)
        rows.push_back(m_store.row(seq));
    std::sort(rows.begin(), rows.end(), [](const core::EnforcementRow& a, const core::EnforcementRow& b) {
        return std::pair(a.created, a.id) > std::pair(b.created, b.id);
    });
    for (const core::EnforcementRow& row : rows)
        print(row);
    stop();
}

void TailProgram::print(const core::EnforcementRow& row) {
    if (m_finished || m_options.mirror)
        return;
    m_filter.setNow(m_serverClock.now());
    if (!m_filter.test(row))
        return;
    // A pipe whose reader is gone is a normal end for `… | head`.
    if (!m_printer.print(row, m_store))
        return finish(ExitDone);
    if (m_options.count && ++m_printed >= *m_options.count)
        stop();
}

void TailProgram::stop() {
    if (m_finished)
        return;
    [[maybe_unused]] const bool flushed = m_printer.flush();
    finish(dump() ? ExitDone : ExitFailed);
}

void TailProgram::fail(int code, const QString& message) {
    if (m_finished)
        return;
    // Part of it may be the server's, which may repeat what it was told.
    std::fprintf(stderr, "attune-tail: %s\n", qUtf8Printable(core::displayText(m_log.redactor().redacted(message))));
    // What was mirrored before is worth keeping, whatever ended it.
    if (!dump())
        std::fprintf(stderr, "attune-tail: %s\n", qUtf8Printable(tr("the dump could not be written")));
    finish(code);
}

void TailProgram::finish(int code) {
    if (!std::exchange(m_finished, true))
        Q_EMIT finished(code);
}

bool TailProgram::dump() {
    if (m_options.dumpFile.isEmpty())
        return true;
    std::vector<const core::EnforcementRow*> rows;
    rows.reserve(m_store.size());
    for (auto seq = m_store.firstSeq(); seq < m_store.endSeq(); ++seq)
        rows.push_back(&m_store.row(seq));
    std::sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
    QSaveFile file(m_options.dumpFile);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("{\"items\":[");
    const char* separator = "\n";
    for (const core::EnforcementRow* row : rows) {
        file.write(separator);
        file.write(core::rowToJson(*row, m_store.traceTag(*row, m_vocabulary), m_vocabulary));
        separator = ",\n";
    }
    file.write("\n]}\n");
    return file.flush() && file.commit(); // which does not notice when the rest cannot be written
}

} // namespace attune::tail

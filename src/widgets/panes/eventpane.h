// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/column.h"
#include "attune/core/details.h"
#include "attune/session/detailservice.h"

#include <QWidget>

namespace attune::widgets {

class JsonPane;
class NoticeBar;
class ValueField;

/// The event that an enforcement answers, read when it is first looked at. Old events are purged before their
/// enforcements; then it says so.
class EventPane : public QWidget {
    Q_OBJECT
public:
    explicit EventPane(session::DetailService& service, QWidget* parent = nullptr);

    /// core::UnknownId while it is not known whether there is one, core::NullId when there is none.
    void setEvent(core::Id id);
    void setTimeStyle(core::TimeStyle style);
    /// Reads again when it is seen next.
    void reload();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void load();
    void showDetail(const core::EventDetail& detail);
    void showProblem(const session::ServiceError& error);

    session::DetailService& m_service;
    core::Id m_event = core::UnknownId;
    int m_loads = 0;
    bool m_wanted = false;
    core::UtcMicros m_createdAt = core::UnknownTime;
    core::TimeStyle m_timeStyle = core::TimeStyle::Local;
    QByteArray m_raw; // of what is shown; empty = nothing is
    NoticeBar* m_notice;
    ValueField* m_source;
    ValueField* m_created;
    ValueField* m_traceTag;
    JsonPane* m_payload;
};

} // namespace attune::widgets

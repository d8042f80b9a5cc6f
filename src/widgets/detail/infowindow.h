// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/session/detailservice.h"

#include <QList>
#include <QWidget>

#include <functional>
#include <utility>

class QGridLayout;

namespace attune::widgets {

class DialogService;
class ElidedLabel;
class NoticeBar;
class RawPane;

/// A small window about a rule, a trigger or an event: opens at once, fills in as the answer arrives, says in words why
/// it does not. Deletes itself when closed.
class InfoWindow : public QWidget {
    Q_OBJECT
public:
    using Lines = QList<std::pair<QString, QString>>;

    static InfoWindow* openRule(const QString& ref, session::DetailService& service, DialogService& dialogs,
                                QWidget* parent);
    static InfoWindow* openTrigger(const QString& ref, session::DetailService& service, DialogService& dialogs,
                                   QWidget* parent);
    static InfoWindow* openEvent(core::Id id, session::DetailService& service, DialogService& dialogs, QWidget* parent);

private:
    InfoWindow(const QString& title, QString subject, DialogService& dialogs, QWidget* parent);

    void start(std::function<void()> load);
    template<class T>
    session::ServiceDone<T> receiver(std::function<Lines(const T&)> lines);
    void fill(const Lines& lines, const QByteArray& raw);

    QString m_subject; // for sentences: "rule ops.disk_full"
    std::function<void()> m_load;
    NoticeBar* m_notice;
    ElidedLabel* m_title;
    QGridLayout* m_grid;
    RawPane* m_raw;
};

} // namespace attune::widgets

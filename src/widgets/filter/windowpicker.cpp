// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "filter/windowpicker.h"

#include "filter/rangepopup.h"

#include "attune/core/column.h"

namespace attune::widgets {

namespace {

using namespace std::chrono_literals;

constexpr int AlwaysIndex = 0;
constexpr std::chrono::microseconds Spans[] = {5min, 15min, 1h, 24h};

QString spanText(std::chrono::microseconds span) {
    using std::chrono::duration_cast;
    if (span % std::chrono::hours(1) == 0us)
        return WindowPicker::tr("Last %n h", nullptr,
                                static_cast<int>(duration_cast<std::chrono::hours>(span).count()));
    if (span % std::chrono::minutes(1) == 0us)
        return WindowPicker::tr("Last %n min", nullptr,
                                static_cast<int>(duration_cast<std::chrono::minutes>(span).count()));
    return WindowPicker::tr("Last %1").arg(core::durationText(span));
}

QString rangeText(const TimeWindow& window, core::UtcMicros now) {
    const auto text = [now](core::UtcMicros time) { return core::instantText(time, core::TimeStyle::Local, now); };
    if (!core::isInstant(window.to))
        return WindowPicker::tr("From %1").arg(text(window.from));
    if (!core::isInstant(window.from))
        return WindowPicker::tr("Before %1").arg(text(window.to));
    return WindowPicker::tr("%1 – %2").arg(text(window.from), text(window.to));
}

} // namespace

WindowPicker::WindowPicker(core::Clock& clock, QWidget* parent)
    : QComboBox(parent), m_clock(clock), m_range(new RangePopup(this)) {
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setToolTip(tr("When the enforcements were created"));
    addItem(tr("All times"));
    addItem(tr("Custom range…"));
    for (const auto span : Spans)
        addSpan(span);
    setCurrentIndex(AlwaysIndex);
    connect(this, &QComboBox::activated, this, &WindowPicker::onActivated);
    connect(m_range, &RangePopup::dismissed, this, &WindowPicker::showCurrent);
    connect(m_range, &RangePopup::rangeChosen, this, [this](core::UtcMicros from, core::UtcMicros to) {
        choose({.span = std::nullopt, .from = from, .to = to}, true);
    });
}

void WindowPicker::setTimeWindow(const TimeWindow& window) {
    m_window = window;
    showCurrent();
}

void WindowPicker::showPopup() {
    m_pickedFromList = true;
    QComboBox::showPopup();
}

void WindowPicker::addSpan(std::chrono::microseconds span) {
    insertItem(customIndex(), spanText(span), QVariant::fromValue<qlonglong>(span.count()));
}

void WindowPicker::onActivated(int index) {
    const bool done = std::exchange(m_pickedFromList, false);
    if (index == customIndex()) {
        m_range->setRange(m_window.from, m_window.to, m_clock.now());
        m_range->openBelow(*this);
    } else if (index == AlwaysIndex) {
        choose({}, done);
    } else {
        TimeWindow window;
        window.span = std::chrono::microseconds(itemData(index).toLongLong());
        choose(window, done);
    }
}

void WindowPicker::choose(const TimeWindow& window, bool done) {
    const bool differs = window != m_window;
    setTimeWindow(window);
    if (differs)
        Q_EMIT timeWindowChanged();
    if (done)
        Q_EMIT committed();
}

void WindowPicker::showCurrent() {
    const bool isRange = core::isInstant(m_window.from) || core::isInstant(m_window.to);
    setItemText(customIndex(), isRange ? rangeText(m_window, m_clock.now()) : tr("Custom range…"));
    if (isRange) {
        setCurrentIndex(customIndex());
    } else if (!m_window.span) {
        setCurrentIndex(AlwaysIndex);
    } else {
        const auto wanted = QVariant::fromValue<qlonglong>(m_window.span->count());
        if (findData(wanted) < 0)
            addSpan(*m_window.span);
        setCurrentIndex(findData(wanted));
    }
}

} // namespace attune::widgets

// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace attune::widgets {

/// Fields side by side, in as many lines as the width makes necessary, so that a window can be as narrow as half a
/// screen. Fields with a stretch share what is left of their line; the others have their preferred width. GUI thread.
class WrappingLine : public QLayout {
public:
    explicit WrappingLine(int spacing);
    ~WrappingLine() override;

    /// The widget belongs to the widget that has this layout.
    void addField(QWidget* field, int stretch = 0);

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] QSize sizeHint() const override;
    /// As wide as the widest field; the height for a width tells what that costs.
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    void setGeometry(const QRect& area) override;

private:
    struct Field {
        std::unique_ptr<QLayoutItem> item;
        int stretch = 0;
    };
    using Line = std::vector<const Field*>;
    [[nodiscard]] static int leastWidth(const Field& field);
    [[nodiscard]] int leastWidth(const Line& line) const;
    [[nodiscard]] static int heightOf(const Line& line);
    [[nodiscard]] std::vector<Line> lines(int width) const;
    void place(const Line& line, const QRect& area) const;

    std::vector<Field> m_fields;
};

} // namespace attune::widgets

// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "viewfixture.h"

#include "attune/models/refcompletionmodel.h"
#include "attune/models/statusfiltermodel.h"
#include "attune/widgets/filterbar.h"

#include <QImage>

#include <cmath>

// On screens of every density: the same picture, drawn with the pixels there are.
namespace attune::widgets {
namespace {

class Scale : public ViewFixture, public ::testing::WithParamInterface<double> {
protected:
    [[nodiscard]] static QImage drawn(QWidget& widget, double ratio) {
        QImage image((QSizeF(widget.size()) * ratio).toSize(), QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        image.fill(widget.palette().color(QPalette::Window));
        widget.render(&image);
        image.setDevicePixelRatio(1);
        return image.convertToFormat(QImage::Format_Grayscale8);
    }
    [[nodiscard]] static QImage resized(const QImage& image, const QSize& size) {
        return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_Grayscale8);
    }
    /// Mean over all pixels, of 255.
    [[nodiscard]] static double difference(const QImage& a, const QImage& b) {
        double sum = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x)
                sum += std::abs(a.constScanLine(y)[x] - b.constScanLine(y)[x]);
        }
        return sum / (a.width() * a.height());
    }
    /// How sudden the steps from pixel to pixel are.
    [[nodiscard]] static double detail(const QImage& image) {
        double sum = 0;
        for (int y = 1; y < image.height(); ++y) {
            for (int x = 1; x < image.width(); ++x) {
                const int here = image.constScanLine(y)[x];
                sum += std::pow(here - image.constScanLine(y)[x - 1], 2) +
                       std::pow(here - image.constScanLine(y - 1)[x], 2);
            }
        }
        return sum / (image.width() * image.height());
    }
    static void expectSharp(QWidget& widget) {
        const QImage usual = drawn(widget, 1);
        const QImage fine = drawn(widget, GetParam());
        EXPECT_LT(difference(resized(fine, usual.size()), usual), 8) << "the same things in the same places";
        EXPECT_GT(detail(fine), 1.2 * detail(resized(usual, fine.size()))) << "not only larger";
    }
};

TEST_P(Scale, table_isSharp) {
    load(40);
    table.apply(test::batch(test::resolved(test::makeRow(vocabulary, 38)),
                            test::resolved(test::makeRow(vocabulary, 36), core::Status::Disabled)));
    showView();
    ASSERT_TRUE(view.setCurrentId(37));
    settle();
    expectSharp(view);
}

TEST_P(Scale, filterBar_isSharp) {
    load(40);
    models::StatusFilterModel statuses(vocabulary);
    models::RefCompletionModel rules(table, models::RefCompletionModel::Kind::Rule);
    models::RefCompletionModel triggers(table, models::RefCompletionModel::Kind::Trigger);
    FilterBar bar(statuses, rules, triggers, clock);
    bar.setCountSource([this] { return proxy.statusCounts(); });
    bar.resize(1'000, bar.sizeHint().height());
    bar.show();
    settle();
    expectSharp(bar);
}

INSTANTIATE_TEST_SUITE_P(Screens, Scale, ::testing::Values(1.5, 2.0, 3.0), [](const auto& instance) {
    return "at" + std::to_string(static_cast<int>(instance.param * 100));
});

} // namespace
} // namespace attune::widgets

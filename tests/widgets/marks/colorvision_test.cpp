// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/badge.h"
#include "attune/widgets/theme.h"

#include <gtest/gtest.h>

#include <QFont>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

// What people see who do not tell all colours apart.
namespace attune::widgets {
namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

struct Vision {
    const char* name;
    Matrix matrix; ///< on linear RGB: Machado, Oliveira, Fernandes 2009, severity 1
};
constexpr std::array Visions{
    Vision{"protanopia",
           {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    Vision{"deuteranopia",
           {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    Vision{"tritanopia",
           {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}}};

constexpr double TextContrast = 4.5;
constexpr double SignalDistance = 8; // CIE76: a glance tells them apart
constexpr double BadgeDistance = 10; // unless the shapes differ
constexpr int ShapePixels = 8;

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}
double encoded(double channel) {
    return channel <= 0.0031308 ? channel * 12.92 : 1.055 * std::pow(channel, 1 / 2.4) - 0.055;
}

Vector apply(const Matrix& matrix, const Vector& color) {
    Vector result{};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = matrix[i][0] * color[0] + matrix[i][1] * color[1] + matrix[i][2] * color[2];
    return result;
}

Vector seen(const QColor& color, const Vision& vision) {
    Vector result = apply(vision.matrix, {linear(color.redF()), linear(color.greenF()), linear(color.blueF())});
    for (double& channel : result)
        channel = std::clamp(channel, 0.0, 1.0);
    return result;
}

QColor seenColor(const QColor& color, const Vision& vision) {
    const Vector rgb = seen(color, vision);
    return QColor::fromRgbF(static_cast<float>(encoded(rgb[0])), static_cast<float>(encoded(rgb[1])),
                            static_cast<float>(encoded(rgb[2])));
}

Vector lab(const Vector& rgb) {
    constexpr Matrix ToXyz{
        {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    const Vector xyz = apply(ToXyz, rgb);
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f(xyz[0] / 0.95047);
    const double y = f(xyz[1]);
    const double z = f(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const QColor& a, const QColor& b, const Vision& vision) {
    const Vector left = lab(seen(a, vision));
    const Vector right = lab(seen(b, vision));
    return std::hypot(left[0] - right[0], left[1] - right[1], left[2] - right[2]);
}

constexpr std::array Tones{Tone::Neutral, Tone::Info, Tone::Good, Tone::Warning, Tone::Bad};

class ColorVision : public ::testing::TestWithParam<bool> {
protected:
    static const Theme& theme() { return GetParam() ? Theme::darkTheme() : Theme::light(); }
};

TEST_P(ColorVision, badges_stayReadable) {
    for (const Vision& vision : Visions) {
        for (const Tone tone : Tones) {
            const ColorPair& pair = theme().badge(tone);
            EXPECT_GE(contrastRatio(seenColor(pair.foreground, vision), seenColor(pair.background, vision)),
                      TextContrast)
                << vision.name;
        }
    }
}

TEST_P(ColorVision, signals_canBeToldApart) {
    for (const Vision& vision : Visions) {
        for (std::size_t i = 0; i < Tones.size(); ++i) {
            for (std::size_t j = i + 1; j < Tones.size(); ++j)
                EXPECT_GE(distance(theme().signal(Tones[i]), theme().signal(Tones[j]), vision), SignalDistance)
                    << vision.name << ' ' << i << ' ' << j;
        }
    }
}

TEST_P(ColorVision, statuses_differInShapeOrColor) {
    constexpr std::array Codes{core::Status::Created, core::Status::Processed, core::Status::Disabled,
                               core::Status::FirstOther};
    for (const Vision& vision : Visions) {
        for (std::size_t i = 0; i < Codes.size(); ++i) {
            for (std::size_t j = i + 1; j < Codes.size(); ++j) {
                const Badge a = statusBadge(Codes[i], u"x");
                const Badge b = statusBadge(Codes[j], u"x");
                const double colors =
                    std::max(distance(theme().badge(a.tone).background, theme().badge(b.tone).background, vision),
                             distance(theme().badge(a.tone).foreground, theme().badge(b.tone).foreground, vision));
                EXPECT_TRUE(a.shape != b.shape || colors >= BadgeDistance) << vision.name << ' ' << i << ' ' << j;
            }
        }
    }
}

TEST_P(ColorVision, unseenRows_areMarkedForAllEyes) {
    for (const Vision& vision : Visions) {
        EXPECT_GE(contrastRatio(seenColor(theme().unseenBar, vision),
                                seenColor(theme().palette.color(QPalette::Base), vision)),
                  3.0)
            << vision.name;
    }
}

INSTANTIATE_TEST_SUITE_P(Theme, ColorVision, ::testing::Bool(), [](const auto& instance) {
    return instance.param ? std::string("dark") : std::string("light");
});

QImage drawnShape(BadgeShape shape) {
    const Badge badge{QStringLiteral("x"), shape, Tone::Neutral, true};
    QImage image(badgeSize(badge, QFont()), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintBadge(painter, image.rect(), badge, QFont(), Theme::light());
    return image;
}

} // namespace

TEST(BadgeShapes, differOnTheScreenWithoutAnyColor) {
    constexpr std::array Shapes{BadgeShape::Ring,    BadgeShape::Dot,    BadgeShape::Bar,
                                BadgeShape::Diamond, BadgeShape::Square, BadgeShape::HalfSquare};
    for (std::size_t i = 0; i < Shapes.size(); ++i) {
        for (std::size_t j = i + 1; j < Shapes.size(); ++j) {
            const QImage a = drawnShape(Shapes[i]);
            const QImage b = drawnShape(Shapes[j]);
            ASSERT_EQ(a.size(), b.size());
            int different = 0;
            for (int y = 0; y < a.height(); ++y) {
                for (int x = 0; x < a.width(); ++x)
                    different += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 40 ? 1 : 0;
            }
            EXPECT_GE(different, Shapes[i] == BadgeShape::Ring && Shapes[j] == BadgeShape::Bar ? 3 : ShapePixels)
                << i << ' ' << j;
        }
    }
}

} // namespace attune::widgets

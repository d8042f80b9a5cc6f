// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/widgets/themedicon.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <memory>

// Resources of a static library are linked and registered only when something names them, outside any namespace.
static void initIconResources() { Q_INIT_RESOURCE(app); }

namespace attune::widgets {

namespace {

constexpr QLatin1String Folder(":/attune/icons/");
constexpr QLatin1String ApplicationIconName("attune-watch");

/// Draws one SVG in the colour of the mode at whatever size is asked for.
class TintedSvgEngine final : public QIconEngine {
public:
    TintedSvgEngine(QString name, QByteArray source, std::array<QColor, 4> colors)
        : m_name(std::move(name)), m_source(std::move(source)), m_colors(std::move(colors)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        QByteArray svg = m_source;
        svg.replace("currentColor", m_colors.at(static_cast<std::size_t>(mode)).name().toLatin1());
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        const QString key = QStringLiteral("attune-icon/%1/%2/%3x%4")
                                .arg(m_name, m_colors.at(static_cast<std::size_t>(mode)).name())
                                .arg(size.width())
                                .arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new TintedSvgEngine(*this); }
    [[nodiscard]] QString key() const override { return QStringLiteral("attune-tinted-svg"); }
    [[nodiscard]] QString iconName() override { return m_name; }
    [[nodiscard]] bool isNull() override { return m_source.isEmpty(); }

private:
    QString m_name;
    QByteArray m_source;
    std::array<QColor, 4> m_colors; // by QIcon::Mode
};

QByteArray readIcon(const QString& name) {
    initIconResources();
    QFile file(Folder + name + QStringLiteral(".svg"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QIcon makeIcon(const QString& name, const std::array<QColor, 4>& colors) {
    QByteArray source = readIcon(name);
    return source.isEmpty() ? QIcon() : QIcon(new TintedSvgEngine(name, std::move(source), colors));
}

} // namespace

QIcon themedIcon(const QString& name, const QPalette& palette) {
    const QColor normal = palette.color(QPalette::Active, QPalette::ButtonText);
    return makeIcon(name, {normal, palette.color(QPalette::Disabled, QPalette::ButtonText), normal,
                           palette.color(QPalette::Active, QPalette::HighlightedText)});
}

QIcon themedIcon(const QString& name, const QColor& color) { return makeIcon(name, {color, color, color, color}); }

QStringList themedIconNames() {
    initIconResources();
    QStringList names;
    const auto files = QDir(Folder).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (const QString& file : files) {
        const QString name = file.chopped(4);
        if (name != ApplicationIconName)
            names.append(name);
    }
    return names;
}

QIcon applicationIcon() { return makeIcon(ApplicationIconName, {}); }

} // namespace attune::widgets

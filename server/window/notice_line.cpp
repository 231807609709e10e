// SPDX-License-Identifier: MIT
#include "server/window/notice_line.h"

#include "common/widgets/colours.h"

#include <QEvent>

namespace keisan::server {

namespace {

// Yellow, with the palette's own text on it: 14 to 1 in light colours, 12 to 1 in dark ones.
QColor groundFor(const QPalette& palette) {
    return widgets::isDark(palette) ? QColor(0x3d2f00) : QColor(0xfff3b8);
}

} // namespace

NoticeLine::NoticeLine(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setMargin(4);
    setAutoFillBackground(true);
    colour();
    hide();
}

void NoticeLine::colour() {
    QPalette own = palette();
    if (own.color(QPalette::Window) == groundFor(own))
        return;
    own.setColor(QPalette::Window, groundFor(own));
    own.setColor(QPalette::WindowText, widgets::colourOf(widgets::Role::Text, own));
    setPalette(own);
}

void NoticeLine::setNotice(const QString& text) {
    setText(QStringLiteral("⚠ ") + text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

void NoticeLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        colour();
    QLabel::changeEvent(event);
}

} // namespace keisan::server

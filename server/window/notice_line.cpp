// SPDX-License-Identifier: MIT
#include "server/window/notice_line.h"

#include "server/window/colours.h"

#include <QEvent>

namespace keisan::server {

NoticeLine::NoticeLine(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setMargin(4);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setTextColour(*this, coloursFor(palette()).warning);
    hide();
}

void NoticeLine::setNotice(const QString& text) {
    setText(QStringLiteral("⚠ ") + text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

void NoticeLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        setTextColour(*this, coloursFor(palette()).warning);
    QLabel::changeEvent(event);
}

} // namespace keisan::server

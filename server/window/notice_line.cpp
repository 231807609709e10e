// SPDX-License-Identifier: MIT
#include "server/window/notice_line.h"

#include "common/widgets/colours.h"

#include <QEvent>

namespace keisan::server {

NoticeLine::NoticeLine(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setMargin(4);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    widgets::setTextColour(*this, widgets::colourOf(widgets::Role::Warning, palette()));
    hide();
}

void NoticeLine::setNotice(const QString& text) {
    setText(QStringLiteral("⚠ ") + text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

void NoticeLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        widgets::setTextColour(*this, widgets::colourOf(widgets::Role::Warning, palette()));
    QLabel::changeEvent(event);
}

} // namespace keisan::server

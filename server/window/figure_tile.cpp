// SPDX-License-Identifier: MIT
#include "server/window/figure_tile.h"

#include "common/widgets/colours.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace keisan::server {

namespace {

constexpr double kValueSize = 1.2; // of the window's font
constexpr double kNameSize = 0.9;

QFont scaled(QFont font, double factor) {
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    return font;
}

} // namespace

FigureTile::FigureTile(QWidget* parent)
    : QToolButton(parent)
    , m_name(new QLabel(this))
    , m_value(new QLabel(this))
    , m_row(new QHBoxLayout) {
    setAutoRaise(true);
    setCheckable(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 3, 8, 3);
    column->setSpacing(0);
    column->addWidget(m_name);
    column->addLayout(m_row);
    m_row->setSpacing(6);
    m_row->addWidget(m_value);
    for (QLabel* label : {m_name, m_value}) {
        label->setTextFormat(Qt::PlainText);
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    look();
}

void FigureTile::setFigure(const QString& name, const QString& value) {
    m_name->setText(name);
    m_value->setText(value);
    m_value->setMinimumWidth(std::max(m_value->minimumWidth(), m_value->sizeHint().width()));
    setAccessibleName(name + QLatin1Char(' ') + value);
    updateGeometry();
}

void FigureTile::addPicture(QWidget* picture) {
    picture->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_row->addWidget(picture);
}

void FigureTile::forgetWidth() {
    m_value->setMinimumWidth(0);
}

QSize FigureTile::sizeHint() const {
    return layout()->sizeHint();
}

QSize FigureTile::minimumSizeHint() const {
    return layout()->minimumSize();
}

void FigureTile::look() {
    m_name->setFont(scaled(font(), kNameSize));
    QFont bold = scaled(font(), kValueSize);
    bold.setBold(true);
    m_value->setFont(bold);
    widgets::setTextColour(*m_name, widgets::colourOf(widgets::Role::Secondary, palette()));
    widgets::setTextColour(*m_value, widgets::colourOf(widgets::Role::Text, palette()));
}

void FigureTile::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        forgetWidth();
        look();
    }
    QToolButton::changeEvent(event);
}

} // namespace keisan::server

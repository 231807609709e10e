// SPDX-License-Identifier: MIT
#include "common/widgets/edge_style.h"

#include "common/widgets/colours.h"

#include <QPainter>
#include <QStyleOption>

namespace keisan::widgets {

namespace {

constexpr qreal kRadius = 2; // Fusion's

QColor edgeColour(const QStyleOption& option) {
    if (!option.state.testFlag(QStyle::State_Enabled))
        return option.palette.color(QPalette::Mid);
    if (option.state.testFlag(QStyle::State_HasFocus))
        return colourOf(Role::Number, option.palette);
    return edgeOf(option.palette);
}

// Through the middle of the outermost pixels.
void drawEdge(QPainter& painter, const QRect& rect, const QColor& colour, qreal radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(colour);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

} // namespace

EdgeStyle::EdgeStyle() : m_isFusion(baseStyle()->name() == QLatin1String("fusion")) {}

void EdgeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (!m_isFusion)
        return;
    if (element == PE_FrameLineEdit || element == PE_IndicatorCheckBox)
        drawEdge(*painter, option->rect, edgeColour(*option), kRadius);
    else if (element == PE_IndicatorRadioButton)
        drawEdge(*painter, option->rect, edgeColour(*option), option->rect.width() / 2.0);
    else if (element == PE_PanelMenu)
        drawEdge(*painter, option->rect, option->palette.color(QPalette::Mid), 0);
}

void EdgeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                   QPainter* painter, const QWidget* widget) const {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (m_isFusion && control == CC_SpinBox)
        drawEdge(*painter, option->rect.adjusted(0, 1, 0, -1), edgeColour(*option), kRadius);
}

} // namespace keisan::widgets

// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>

namespace keisan::widgets {

// The style of the desktop, with edges that can be seen around what is filled in or ticked. Fusion draws them
// in a darker shade of the window, which on a dark one leaves a box without its tick invisible; other styles
// are left as they are.
class EdgeStyle : public QProxyStyle {
    Q_OBJECT

public:
    EdgeStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;

private:
    bool m_isFusion;
};

} // namespace keisan::widgets

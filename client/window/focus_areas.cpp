// SPDX-License-Identifier: MIT
#include "client/window/focus_areas.h"

#include <QApplication>
#include <QWidget>

namespace keisan::client {

namespace {

bool takesFocus(const QWidget& widget) {
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0;
}

// What takes the focus in an area, hidden or not, in the order of Tab.
QList<QWidget*> focusChainIn(QWidget& area) {
    QList<QWidget*> chain;
    for (QWidget* widget = area.nextInFocusChain(); widget != &area; widget = widget->nextInFocusChain()) {
        if (area.isAncestorOf(widget) && (widget->focusPolicy() & Qt::TabFocus) != 0)
            chain << widget;
    }
    return chain;
}

// The area itself, what it names as its proxy, or the first of its children in the order of Tab.
QWidget* focusPlaceIn(QWidget& area) {
    if (!area.isVisible())
        return nullptr;
    if (area.focusProxy() != nullptr && takesFocus(*area.focusProxy()))
        return area.focusProxy();
    for (QWidget* widget : focusChainIn(area)) {
        if (takesFocus(*widget))
            return widget;
    }
    return takesFocus(area) ? &area : nullptr;
}

} // namespace

void focusNextArea(const QList<QWidget*>& areas) {
    QWidget* const focused = QApplication::focusWidget();
    qsizetype here = -1;
    for (qsizetype i = 0; i < areas.size(); ++i) {
        if (focused != nullptr && (areas[i] == focused || areas[i]->isAncestorOf(focused)))
            here = i;
    }
    for (qsizetype step = 1; step <= areas.size(); ++step) {
        QWidget* const place = focusPlaceIn(*areas[(here + step) % areas.size()]);
        if (place != nullptr)
            return place->setFocus(Qt::TabFocusReason);
    }
}

void orderTabs(const QList<QWidget*>& areas) {
    QWidget* last = nullptr;
    for (QWidget* area : areas) {
        for (QWidget* widget : focusChainIn(*area)) {
            if (last != nullptr)
                QWidget::setTabOrder(last, widget);
            last = widget;
        }
    }
}

} // namespace keisan::client

// SPDX-License-Identifier: MIT
#pragma once

#include <QList>

class QWidget;

namespace keisan::client {

// Moves the focus to the next of these areas that is visible and has something to focus, in their order and
// round to the first; from outside of all of them to the first.
void focusNextArea(const QList<QWidget*>& areas);

// Tab goes through the areas in this order; within each it keeps its own.
void orderTabs(const QList<QWidget*>& areas);

} // namespace keisan::client

// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/history_item.h"

#include <QList>

namespace keisan::client {

enum class CopyForm { Answer, Expression, Both, MarkdownTable, PythonSession };

// The items as text to paste elsewhere: values as the server wrote them, never grouped or shortened; several
// are one a line.
QString copyText(const QList<HistoryItem>& items, CopyForm form);

} // namespace keisan::client

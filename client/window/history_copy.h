// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/history_item.h"

#include <QList>

namespace keisan::client {

enum class CopyForm { Answer, Expression, Both, AsShown, MarkdownTable, PythonSession };

// The items as text to paste elsewhere: values as the server wrote them or, as shown, in the notation they
// are shown in; never grouped or shortened. Several are one a line.
QString copyText(const QList<HistoryItem>& items, CopyForm form);

// The items as a table for a spreadsheet (RFC 4180): expression, answer.
QByteArray copyCsv(const QList<HistoryItem>& items);

} // namespace keisan::client

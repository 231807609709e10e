// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/notation.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace keisan::client {

// One way to write a number that the server has answered.
struct NumberForm {
    QString name;          // "hex"
    QByteArray text;       // valid input again
    QString remark = {};   // shown beside it, never copied
    bool tellsWhy = false; // of a float: why it is not what it looks like
};

// An int in dec, hex, oct, bin, sci and eng; a float in sci and eng and with what its bits really say
// (exactly, hex, the neighbours, the nearest small fraction). Empty for anything else, and for an int with
// too many digits.
QList<NumberForm> numberForms(const QByteArray& answer);

// Where a thin gap is to be painted, as the number of characters before it: groups of three digits, four in
// hex and binary. None in what is no number or is short.
QList<int> digitGaps(const QString& number);

} // namespace keisan::client

// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QList>
#include <QPair>

class QWidget;

namespace keisan::widgets {

using KeyList = QList<QPair<QString, QString>>; // what to press, what it does

// The text of an action without the letter for the Alt key: "Quit" of "&Quit", "終了" of "終了(&Q)".
QString withoutMnemonic(QString text);

// The keys of all actions below the window, so that none can be missing or wrong.
KeyList keysOf(const QWidget& window);

// The list of keys (F1). Does not block the window; deletes itself when closed.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    KeysDialog(const KeyList& keys, QWidget* parent);
};

} // namespace keisan::widgets

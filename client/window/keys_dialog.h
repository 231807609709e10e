// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QList>
#include <QPair>

namespace keisan::client {

// The list of keys (F1): what to press, what it does. Does not block the window; deletes itself when closed.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    KeysDialog(const QList<QPair<QString, QString>>& keys, QWidget* parent);
};

} // namespace keisan::client

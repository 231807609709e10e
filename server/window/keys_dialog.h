// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

namespace keisan::server {

// All keys of a window, made from its actions, so that none can be missing or wrong.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    explicit KeysDialog(const QWidget& window, QWidget* parent = nullptr);
};

} // namespace keisan::server

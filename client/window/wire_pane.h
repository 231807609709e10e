// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/wire_model.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace keisan::client {

class CalculatorClient;

// Every line that is sent and received, as it crosses the wire, from the moment the pane is there.
class WirePane : public QWidget {
    Q_OBJECT

public:
    explicit WirePane(const CalculatorClient& client, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fitTable();
    void copyChosen();

    WireModel m_model;
    QTableView* m_table;
    QPushButton* m_copy;
    QPushButton* m_clear;
};

} // namespace keisan::client

// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/session_variables.h"
#include "client/window/variables_model.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace keisan::client {

// The variables of the session on the server; with none, why there are none. A double click or Enter inserts
// a name, Del asks for its deletion.
class VariablesPane : public QWidget {
    Q_OBJECT

public:
    // Both must outlive it.
    VariablesPane(const CalculatorClient& client, const SessionVariables& variables,
                  QWidget* parent = nullptr);

Q_SIGNALS:
    void insertAsked(const QString& name);
    void deletionAsked(const QString& name);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitColumns();
    void showVariables();
    void retranslate();
    QString whyEmpty() const;

    const CalculatorClient& m_client;
    const SessionVariables& m_variables;
    VariablesModel m_model;
    QTableView* m_table;
    QLabel* m_words;
};

} // namespace keisan::client

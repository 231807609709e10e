// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/history_item.h"
#include "client/window/number_forms.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace keisan::client {

class DigitsView;

// One answer of the history in full: all its characters, the other forms of a number, and for a float what
// its bits really say. Asks nothing of the server.
class AnswerPane : public QWidget {
    Q_OBJECT

public:
    explicit AnswerPane(QWidget* parent = nullptr);

    void showItem(const HistoryItem& item);

    // Copies the chosen form, whole.
    void copyForm();

Q_SIGNALS:
    void said(const QString& message);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fillForms();
    void fitFonts();
    void saveAnswer();
    void findNext();

    HistoryItem m_item;
    QList<NumberForm> m_forms;
    QLabel* m_title;
    QTreeWidget* m_table;
    QLabel* m_advice;
    QLineEdit* m_find;
    DigitsView* m_digits;
    QPushButton* m_copy;
    QPushButton* m_save;
};

} // namespace keisan::client

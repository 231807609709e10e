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

// One answer of the history in full: all its characters, the other forms of a number, each to be chosen and
// seen in full in its place, and for a float, when asked why, what its bits really say. Asks nothing of the
// server, but offers to where it must.
class AnswerPane : public QWidget {
    Q_OBJECT

public:
    explicit AnswerPane(QWidget* parent = nullptr);

    // `name` is what the server calls the answer, `_12` or `_`; empty where it has no name for it any more.
    void showItem(const HistoryItem& item, const QString& name);

    void forgetName();

    // Copies the chosen form, whole.
    void copyForm();

    void focusFind();

    // The same for every answer: a window that has room for the pane has room for what it comes to show.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void said(const QString& message);
    void saveAsked(const keisan::client::HistoryItem& item);
    void evaluateAsked(const QString& expression);

protected:
    void changeEvent(QEvent* event) override;

private:
    void nameParts();
    void buildLayout();
    void connectParts();
    void retranslate();
    void fillForms();
    void showForm();
    void askWhy(bool why);
    void fitFonts();
    void findNext();
    QString facts() const;
    QString advice() const;

    HistoryItem m_item;
    QString m_name;
    QList<NumberForm> m_forms; // in the order of the table's rows
    QLabel* m_expression;
    QLabel* m_facts;
    QTreeWidget* m_table;
    QLabel* m_advice;
    QPushButton* m_why;
    QPushButton* m_ask;
    QLineEdit* m_find;
    DigitsView* m_digits;
    QPushButton* m_copy;
    QPushButton* m_save;
};

} // namespace keisan::client

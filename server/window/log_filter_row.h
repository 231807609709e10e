// SPDX-License-Identifier: MIT
#pragma once

#include "server/window/models/log_filter.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QAction;
class QCheckBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace keisan::server {

class FoldingRow;
class LogModel;
class WindowActions;

// The row over the log: what of it is to be seen, and the buttons that act on it. Says which lines are
// wanted; does not know the table that shows them.
class LogFilterRow : public QWidget {
    Q_OBJECT

public:
    static constexpr int kDelayMs = 150; // after the last key

    // The log tells which clients there are to choose from.
    LogFilterRow(const LogModel& log, WindowActions& actions, QWidget* parent = nullptr);

    const LogFilter& filter() const { return m_filter; }
    const QString& fault() const { return m_fault; } // why the text means nothing; empty: it does

    void setText(const QString& text); // at once
    void showOnly(quint64 client);     // the other words stay; 0: all clients
    QLineEdit& edit() const { return *m_edit; }
    void focusEdit();
    QCheckBox& follow() const { return *m_follow; }

Q_SIGNALS:
    void filterChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildButtons(WindowActions& actions);
    void apply();
    void fillClientMenu();
    void nameLevels();
    void nameClient();
    void retranslate();
    void colour();

    const LogModel& m_log;
    LogFilter m_filter;
    QString m_fault;
    QTimer m_delay;

    FoldingRow* m_row;
    QLabel* m_title;
    QLineEdit* m_edit;
    QWidget* m_levels;
    std::array<QAction*, 3> m_levelActions;
    std::array<QToolButton*, 3> m_levelButtons{};
    QToolButton* m_client;
    QCheckBox* m_follow;
};

} // namespace keisan::server

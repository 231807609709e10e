// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/settings.h"
#include "client/window/history_model.h"

#include <QObject>

#include <map>

class QDockWidget;
class QMainWindow;

namespace keisan::client {

class AnswerPane;
class BitsPane;
class CalculatorClient;
class WindowActions;

// The panes around the window: answer, bits, keypad, wire. Each is built when it is first asked for, so that
// the start does not pay for it.
class WindowPanes : public QObject {
    Q_OBJECT

public:
    WindowPanes(QMainWindow& window, const WindowActions& actions, const CalculatorClient& client,
                Settings& settings);

    // What the answer and bits panes show, if they are there.
    void showItem(const HistoryItem& item);

    // The answer pane with this item, opened if it was closed.
    void openAnswer(const HistoryItem& item);

    // In a window too small for both, the panes give way.
    void closeAll();

    void retranslate();

Q_SIGNALS:
    void insertAsked(const QString& text);
    void replaceAsked(const QString& text);
    void backspaceAsked();
    void clearAsked();
    void evaluateAsked();
    void said(const QString& message);

private:
    enum class Pane { Answer, Bits, Keypad, Wire };

    void toggle(Pane pane, bool open);
    QDockWidget* dock(Pane pane); // built if it is not there yet
    QWidget* build(Pane pane);
    QWidget* buildAnswer();
    QWidget* buildBits();
    QWidget* buildKeypad();
    QString title(Pane pane) const;

    QMainWindow& m_window;
    const WindowActions& m_actions;
    const CalculatorClient& m_client;
    Settings& m_settings;
    std::map<Pane, QDockWidget*> m_docks;
    AnswerPane* m_answer = nullptr;
    BitsPane* m_bits = nullptr;
    HistoryItem m_item; // the chosen one, for panes that are opened later
};

} // namespace keisan::client

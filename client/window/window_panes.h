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
class SessionVariables;
class WindowActions;

// The panes around the window: answer, bits, variables, keypad, wire. Each is built when it is first asked
// for, so that the start does not pay for it.
class WindowPanes : public QObject {
    Q_OBJECT

public:
    WindowPanes(QMainWindow& window, const WindowActions& actions, const CalculatorClient& client,
                const SessionVariables& variables, Settings& settings);

    // What the answer and bits panes show, if they are there, and what the server calls that answer.
    void showItem(const HistoryItem& item, const QString& name);

    // Likewise, but a long one comes into an open answer pane only when it is asked for.
    void showNewest(const HistoryItem& item, const QString& name);

    // The server has no name for it any more.
    void forgetName();

    // The answer pane with this item, opened if it was closed.
    void openAnswer(const HistoryItem& item, const QString& name);

    // Opens what was open the last time, where it was, as far as the window has room for it; the settings say
    // it. Call it once the window is there.
    void restore();
    void remember(); // into the settings

    // In a window too small for both the panes give way, and come back when there is room again.
    void fit(QSize before, QSize now);

    // When the answer pane has the focus, its own search gets it; false otherwise.
    bool findInAnswer();

    // Those that are built, in their order.
    QList<QWidget*> panes() const;

    void retranslate();

    // What is typed in a list of a pane, or comes to nothing in it, is input, and a pane that is closed
    // leaves the focus to the window.
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void insertAsked(const QString& text);
    void replaceAsked(const QString& text);
    void backspaceAsked();
    void clearAsked();
    void evaluateAsked();
    void saveAsked(const keisan::client::HistoryItem& item);
    void evaluateTextAsked(const QString& expression);
    void built(); // one more pane is there
    void left();  // the focus was in a pane that is hidden
    void said(const QString& message);

private:
    enum class Pane { Answer, Bits, Variables, Keypad, Wire };
    struct Row;
    static const QList<Row>& rows();

    void toggle(Pane pane, bool open);
    void bringForward(Pane pane);
    void raiseFocused(QWidget* before, QWidget* focused);
    void giveUpFocus(const QDockWidget& dock);
    QList<Pane> openOnes() const;
    void showCurrent();
    void showBits();
    QDockWidget* dock(Pane pane); // built if it is not there yet
    void place(Pane pane, QDockWidget& dock);
    bool hasRoomFor(const QDockWidget& dock, QSize size) const;
    int heightBeside(const QDockWidget& dock) const;
    void makeRoomFor(const QDockWidget& dock);
    void closeForRoom(Pane pane);
    bool isBelow(const QDockWidget& dock) const;
    const Row& rowOf(Pane pane) const;
    QWidget* build(Pane pane);
    QWidget* buildAnswer();
    QWidget* buildBits();
    QWidget* buildVariables();
    QWidget* buildKeypad();
    QString title(Pane pane) const;

    QMainWindow& m_window;
    const WindowActions& m_actions;
    const CalculatorClient& m_client;
    const SessionVariables& m_variables;
    Settings& m_settings;
    std::map<Pane, QDockWidget*> m_docks;
    AnswerPane* m_answer = nullptr;
    BitsPane* m_bits = nullptr;
    QList<Pane> m_closedForRoom;
    HistoryItem m_item; // the chosen one, for panes that are opened later
    QString m_itemName;
};

} // namespace keisan::client

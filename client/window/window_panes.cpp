// SPDX-License-Identifier: MIT
#include "client/window/window_panes.h"

#include "client/window/answer_pane.h"
#include "client/window/bits_pane.h"
#include "client/window/keypad.h"
#include "client/window/window_actions.h"
#include "client/window/wire_pane.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>

namespace keisan::client {

WindowPanes::WindowPanes(QMainWindow& window, const WindowActions& actions, const CalculatorClient& client,
                         Settings& settings)
    : QObject(&window)
    , m_window(window)
    , m_actions(actions)
    , m_client(client)
    , m_settings(settings) {
    const auto on = [this](Deed deed, Pane pane) {
        connect(m_actions.action(deed), &QAction::toggled, this,
                [this, pane](bool open) { toggle(pane, open); });
    };
    on(Deed::ShowAnswer, Pane::Answer);
    on(Deed::ShowBits, Pane::Bits);
    on(Deed::ShowKeypad, Pane::Keypad);
    on(Deed::ShowWire, Pane::Wire);
}

void WindowPanes::showItem(const HistoryItem& item) {
    m_item = item;
    if (m_answer != nullptr && m_answer->isVisible())
        m_answer->showItem(item);
    if (m_bits != nullptr && m_bits->isVisible())
        m_bits->showItem(item);
}

void WindowPanes::openAnswer(const HistoryItem& item) {
    m_item = item;
    m_actions.action(Deed::ShowAnswer)->setChecked(true);
    dock(Pane::Answer)->raise();
    m_answer->showItem(item);
}

void WindowPanes::closeAll() {
    for (const auto& [pane, dock] : m_docks)
        dock->close();
}

void WindowPanes::retranslate() {
    for (const auto& [pane, dock] : m_docks)
        dock->setWindowTitle(title(pane));
}

void WindowPanes::toggle(Pane pane, bool open) {
    if (!open && m_docks.count(pane) == 0)
        return;
    dock(pane)->setVisible(open);
    if (open)
        dock(pane)->raise();
    showItem(HistoryItem(m_item));
}

QDockWidget* WindowPanes::dock(Pane pane) {
    if (const auto found = m_docks.find(pane); found != m_docks.end())
        return found->second;
    auto* dock = new QDockWidget(title(pane), &m_window);
    dock->setWidget(build(pane));
    dock->setObjectName(dock->widget()->objectName() + QStringLiteral("Dock"));
    const bool isBelow = pane == Pane::Keypad || pane == Pane::Wire;
    QDockWidget* neighbour = nullptr;
    for (const auto& [other, otherDock] : m_docks) {
        if ((other == Pane::Keypad || other == Pane::Wire) == isBelow)
            neighbour = otherDock;
    }
    m_window.addDockWidget(isBelow ? Qt::BottomDockWidgetArea : Qt::RightDockWidgetArea, dock);
    if (neighbour != nullptr)
        m_window.tabifyDockWidget(neighbour, dock);
    // Hidden behind another tab it is still open.
    QAction* action = m_actions.action(pane == Pane::Answer   ? Deed::ShowAnswer
                                       : pane == Pane::Bits   ? Deed::ShowBits
                                       : pane == Pane::Keypad ? Deed::ShowKeypad
                                                              : Deed::ShowWire);
    connect(dock->toggleViewAction(), &QAction::toggled, action, &QAction::setChecked);
    connect(dock, &QDockWidget::visibilityChanged, this, [this] { showItem(HistoryItem(m_item)); });
    m_docks[pane] = dock;
    return dock;
}

QWidget* WindowPanes::build(Pane pane) {
    switch (pane) {
    case Pane::Answer: return buildAnswer();
    case Pane::Bits: return buildBits();
    case Pane::Keypad: return buildKeypad();
    case Pane::Wire: break;
    }
    return new WirePane(m_client);
}

QWidget* WindowPanes::buildAnswer() {
    m_answer = new AnswerPane;
    connect(m_answer, &AnswerPane::said, this, &WindowPanes::said);
    return m_answer;
}

QWidget* WindowPanes::buildBits() {
    m_bits = new BitsPane(m_settings);
    connect(m_bits, &BitsPane::literalMade, this, &WindowPanes::replaceAsked);
    return m_bits;
}

QWidget* WindowPanes::buildKeypad() {
    auto* keypad = new Keypad;
    connect(keypad, &Keypad::inserted, this, &WindowPanes::insertAsked);
    connect(keypad, &Keypad::backspaced, this, &WindowPanes::backspaceAsked);
    connect(keypad, &Keypad::cleared, this, &WindowPanes::clearAsked);
    connect(keypad, &Keypad::evaluated, this, &WindowPanes::evaluateAsked);
    return keypad;
}

QString WindowPanes::title(Pane pane) const {
    switch (pane) {
    case Pane::Answer: return tr("Answer");
    case Pane::Bits: return tr("Bits");
    case Pane::Keypad: return tr("Keypad");
    case Pane::Wire: break;
    }
    return tr("Wire");
}

} // namespace keisan::client

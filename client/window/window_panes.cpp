// SPDX-License-Identifier: MIT
#include "client/window/window_panes.h"

#include "client/window/answer_pane.h"
#include "client/window/bits_pane.h"
#include "client/window/focus_areas.h"
#include "client/window/keypad.h"
#include "client/window/typed_text.h"
#include "client/window/variables_pane.h"
#include "client/window/window_actions.h"
#include "client/window/wire_pane.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenuBar>
#include <QScreen>
#include <QStatusBar>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace keisan::client {

namespace {

// Open, but behind another tab.
bool isBehind(const QDockWidget& dock) {
    return dock.isVisible() && dock.visibleRegion().isEmpty();
}

} // namespace

struct WindowPanes::Row {
    Pane pane;
    Deed deed;
    QString name; // in the settings
    Qt::DockWidgetArea area;
};

const QList<WindowPanes::Row>& WindowPanes::rows() {
    static const QList<Row> kRows{
        {Pane::Answer, Deed::ShowAnswer, QStringLiteral("answer"), Qt::RightDockWidgetArea},
        {Pane::Bits, Deed::ShowBits, QStringLiteral("bits"), Qt::RightDockWidgetArea},
        {Pane::Variables, Deed::ShowVariables, QStringLiteral("variables"), Qt::RightDockWidgetArea},
        {Pane::Keypad, Deed::ShowKeypad, QStringLiteral("keypad"), Qt::BottomDockWidgetArea},
        {Pane::Wire, Deed::ShowWire, QStringLiteral("wire"), Qt::BottomDockWidgetArea}};
    return kRows;
}

const WindowPanes::Row& WindowPanes::rowOf(Pane pane) const {
    return *std::find_if(rows().begin(), rows().end(), [pane](const Row& row) { return row.pane == pane; });
}

WindowPanes::WindowPanes(QMainWindow& window, const WindowActions& actions, const CalculatorClient& client,
                         const SessionVariables& variables, Settings& settings)
    : QObject(&window)
    , m_window(window)
    , m_actions(actions)
    , m_client(client)
    , m_variables(variables)
    , m_settings(settings) {
    for (const Row& row : rows()) {
        connect(m_actions.action(row.deed), &QAction::toggled, this,
                [this, pane = row.pane](bool open) { toggle(pane, open); });
    }
    connect(qApp, &QApplication::focusChanged, this, &WindowPanes::raiseFocused);
}

void WindowPanes::showItem(const HistoryItem& item, const QString& name) {
    m_item = item;
    m_itemName = name;
    showCurrent();
}

void WindowPanes::showNewest(const HistoryItem& item, const QString& name) {
    m_item = item;
    m_itemName = name;
    isLongAnswer(item.answer) ? showBits() : showCurrent();
}

void WindowPanes::forgetName() {
    m_itemName.clear();
    if (m_answer != nullptr)
        m_answer->forgetName();
}

void WindowPanes::openAnswer(const HistoryItem& item, const QString& name) {
    m_actions.action(Deed::ShowAnswer)->setChecked(true);
    dock(Pane::Answer)->raise();
    showItem(item, name);
}

// Only what is seen is filled.
void WindowPanes::showCurrent() {
    if (m_answer != nullptr && m_answer->isVisible())
        m_answer->showItem(m_item, m_itemName);
    showBits();
}

void WindowPanes::showBits() {
    if (m_bits != nullptr && m_bits->isVisible())
        m_bits->showItem(m_item);
}

void WindowPanes::restore() {
    m_window.restoreState(m_settings.dockState);
    for (const QString& name : std::as_const(m_settings.openPanes)) {
        const auto row =
            std::find_if(rows().begin(), rows().end(), [&](const Row& r) { return r.name == name; });
        if (row == rows().end())
            continue;
        if (hasRoomFor(*dock(row->pane), m_window.size()))
            m_actions.action(row->deed)->setChecked(true);
        else
            closeForRoom(row->pane);
    }
}

void WindowPanes::remember() {
    m_settings.dockState = m_window.saveState();
    m_settings.openPanes.clear();
    for (const Pane pane : openOnes())
        m_settings.openPanes << rowOf(pane).name;
}

// Those that gave way too. In this order they are opened: the last one is in front of the others.
QList<WindowPanes::Pane> WindowPanes::openOnes() const {
    QList<Pane> open = m_closedForRoom;
    for (const auto& [pane, dock] : m_docks) {
        if (m_actions.action(rowOf(pane).deed)->isChecked())
            isBehind(*dock) ? open.prepend(pane) : open.append(pane);
    }
    return open;
}

void WindowPanes::fit(QSize before, QSize now) {
    for (const Pane pane : openOnes()) {
        const QDockWidget& dock = *m_docks.at(pane);
        if (dock.isFloating())
            continue;
        QAction* action = m_actions.action(rowOf(pane).deed);
        const bool shrinks =
            now.height() < before.height() || (!isBelow(dock) && now.width() < before.width());
        const bool hasRoom = hasRoomFor(dock, now);
        if (action->isChecked() && shrinks && !hasRoom)
            closeForRoom(pane);
        else if (hasRoom && m_closedForRoom.contains(pane))
            action->setChecked(true);
    }
}

// The middle keeps as much as the smallest window has, where the pane stands beside it, and half of that
// where it stands below.
bool WindowPanes::hasRoomFor(const QDockWidget& dock, QSize size) const {
    const QSize least = dock.minimumSizeHint();
    const QSize middle = m_window.minimumSize();
    return isBelow(dock)
               ? size.height() >= middle.height() + least.height() / 2
               : size.width() >= middle.width() + least.width() && size.height() >= heightBeside(dock);
}

// What a pane beside the middle needs between the menus and the status bar.
int WindowPanes::heightBeside(const QDockWidget& dock) const {
    return dock.minimumSizeHint().height() + m_window.menuBar()->sizeHint().height() +
           m_window.statusBar()->sizeHint().height();
}

// Whoever opens a pane wants to see it: the window grows as far as the screen allows.
void WindowPanes::makeRoomFor(const QDockWidget& dock) {
    if (dock.isFloating() || m_window.isMaximized() || m_window.isFullScreen() ||
        hasRoomFor(dock, m_window.size()))
        return;
    const QSize least = dock.minimumSizeHint();
    const QSize middle = m_window.minimumSize();
    const QSize wanted = isBelow(dock) ? middle + QSize(0, least.height())
                                       : QSize(middle.width() + least.width(), heightBeside(dock));
    m_window.resize(m_window.size().expandedTo(wanted).boundedTo(m_window.screen()->availableSize()));
}

void WindowPanes::closeForRoom(Pane pane) {
    m_docks.at(pane)->hide();
    m_actions.action(rowOf(pane).deed)->setChecked(false);
    m_closedForRoom << pane;
}

bool WindowPanes::isBelow(const QDockWidget& dock) const {
    return m_window.dockWidgetArea(const_cast<QDockWidget*>(&dock)) == Qt::BottomDockWidgetArea;
}

bool WindowPanes::findInAnswer() {
    if (m_answer == nullptr || !m_answer->isAncestorOf(QApplication::focusWidget()))
        return false;
    m_answer->focusFind();
    return true;
}

QList<QWidget*> WindowPanes::panes() const {
    QList<QWidget*> all;
    for (const auto& [pane, dock] : m_docks)
        all << dock->widget();
    return all;
}

void WindowPanes::retranslate() {
    for (const auto& [pane, dock] : m_docks)
        dock->setWindowTitle(title(pane));
}

void WindowPanes::toggle(Pane pane, bool open) {
    m_closedForRoom.removeAll(pane);
    if (!open && m_docks.count(pane) == 0)
        return;
    if (!open && isBehind(*dock(pane)))
        return bringForward(pane);
    dock(pane)->setVisible(open);
    if (open) // a pane that comes back has its tab only when it is laid out
        QTimer::singleShot(0, dock(pane), &QWidget::raise);
    showCurrent(); // how much room it needs depends on what it shows
    if (open)
        makeRoomFor(*dock(pane));
}

// Also when Tab leads into a pane behind another.
void WindowPanes::raiseFocused(QWidget*, QWidget* focused) {
    for (const auto& [pane, dock] : m_docks) {
        if (dock->isAncestorOf(focused) && isBehind(*dock))
            dock->raise();
    }
}

// Whoever asks for what is not seen wants to see it.
void WindowPanes::bringForward(Pane pane) {
    m_actions.action(rowOf(pane).deed)->setChecked(true);
    focusNextArea({dock(pane)->widget()});
}

QDockWidget* WindowPanes::dock(Pane pane) {
    if (const auto found = m_docks.find(pane); found != m_docks.end())
        return found->second;
    auto* dock = new QDockWidget(title(pane), &m_window);
    dock->setWidget(build(pane));
    for (auto* list : dock->widget()->findChildren<QAbstractItemView*>())
        list->installEventFilter(this);
    dock->installEventFilter(this);
    dock->setObjectName(dock->widget()->objectName() + QStringLiteral("Dock"));
    if (!m_window.restoreDockWidget(dock))
        place(pane, *dock);
    // Qt unticks its own action too where only the window is not seen; the pane is still open then.
    QAction* action = m_actions.action(rowOf(pane).deed);
    connect(dock->toggleViewAction(), &QAction::toggled, action,
            [action, dock] { action->setChecked(!dock->isHidden()); });
    connect(dock, &QDockWidget::visibilityChanged, this, &WindowPanes::showCurrent);
    m_docks[pane] = dock;
    Q_EMIT built();
    return dock;
}

// As a tab beside another pane of its area.
void WindowPanes::place(Pane pane, QDockWidget& dock) {
    const Qt::DockWidgetArea area = rowOf(pane).area;
    const auto neighbour = std::find_if(m_docks.begin(), m_docks.end(),
                                        [&](const auto& other) { return rowOf(other.first).area == area; });
    m_window.addDockWidget(area, &dock);
    if (neighbour != m_docks.end())
        m_window.tabifyDockWidget(neighbour->second, &dock);
    else if (area == Qt::RightDockWidgetArea) // the history keeps the most
        m_window.resizeDocks({&dock}, {m_window.width() * 2 / 5}, Qt::Horizontal);
    else if (pane == Pane::Wire)
        m_window.resizeDocks({&dock}, {m_window.height() / 3}, Qt::Vertical);
}

bool WindowPanes::eventFilter(QObject* watched, QEvent* event) {
    const auto* const dock = qobject_cast<QDockWidget*>(watched);
    if (dock != nullptr && event->type() == QEvent::Hide && !event->spontaneous() &&
        dock->isAncestorOf(QApplication::focusWidget()))
        giveUpFocus(*dock);
    if (event->type() != QEvent::KeyPress || !isTypedText(*static_cast<QKeyEvent*>(event)))
        return QObject::eventFilter(watched, event);
    Q_EMIT insertAsked(static_cast<QKeyEvent*>(event)->text());
    return true;
}

// Or Qt would choose what the next key goes to. A pane that is undocked is hidden only for a moment, and has
// the focus again.
void WindowPanes::giveUpFocus(const QDockWidget& dock) {
    QWidget* const focused = QApplication::focusWidget();
    Q_EMIT left();
    QTimer::singleShot(0, focused, [focused, &dock] {
        if (!dock.isVisible())
            return;
        focused->activateWindow();
        focused->setFocus();
    });
}

QWidget* WindowPanes::build(Pane pane) {
    switch (pane) {
    case Pane::Answer: return buildAnswer();
    case Pane::Bits: return buildBits();
    case Pane::Variables: return buildVariables();
    case Pane::Keypad: return buildKeypad();
    case Pane::Wire: break;
    }
    return new WirePane(m_client);
}

QWidget* WindowPanes::buildAnswer() {
    m_answer = new AnswerPane;
    connect(m_answer, &AnswerPane::said, this, &WindowPanes::said);
    connect(m_answer, &AnswerPane::saveAsked, this, &WindowPanes::saveAsked);
    connect(m_answer, &AnswerPane::evaluateAsked, this, &WindowPanes::evaluateTextAsked);
    return m_answer;
}

QWidget* WindowPanes::buildBits() {
    m_bits = new BitsPane(m_settings);
    connect(m_bits, &BitsPane::literalMade, this, &WindowPanes::replaceAsked);
    return m_bits;
}

QWidget* WindowPanes::buildVariables() {
    auto* pane = new VariablesPane(m_client, m_variables);
    connect(pane, &VariablesPane::insertAsked, this, &WindowPanes::insertAsked);
    connect(pane, &VariablesPane::deletionAsked, this,
            [this](const QString& name) { Q_EMIT evaluateTextAsked(QStringLiteral("del ") + name); });
    return pane;
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
    case Pane::Variables: return tr("Variables");
    case Pane::Keypad: return tr("Keypad");
    case Pane::Wire: break;
    }
    return tr("Wire");
}

} // namespace keisan::client

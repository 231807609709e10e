// SPDX-License-Identifier: MIT
#include "client/window/client_window.h"

#include "client/window/appearance_menu.h"
#include "client/window/connection_bar.h"
#include "client/window/connection_display.h"
#include "client/window/expression_tokens.h"
#include "client/window/file_dialogs.h"
#include "client/window/focus_areas.h"
#include "client/window/history_actions.h"
#include "client/window/history_keeper.h"
#include "client/window/history_panel.h"
#include "client/window/input_aids.h"
#include "client/window/input_panel.h"
#include "client/window/notice_bar.h"
#include "client/window/status_line.h"
#include "client/window/typed_text.h"
#include "client/window/undo_order.h"
#include "client/window/window_actions.h"
#include "client/window/window_panes.h"
#include "common/widgets/keys_dialog.h"
#include "common/widgets/window_geometry.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QResizeEvent>
#include <QSettings>
#include <QTimer>
#include <QVBoxLayout>

namespace keisan::client {

namespace {

constexpr QSize kFirstSize(900, 600);
constexpr QSize kSmallestSize(420, 320);

} // namespace

ClientWindow::ClientWindow(CalculatorClient& client, const Options& options, QWidget* parent)
    : QMainWindow(parent)
    , m_client(client)
    , m_session(client)
    , m_options(options)
    , m_actions(new WindowActions(menuBar()))
    , m_bar(new ConnectionBar(this))
    , m_panel(new HistoryPanel(m_history, this))
    , m_notice(new NoticeBar(this))
    , m_display(new ConnectionDisplay(client, m_session, {*m_bar, *m_notice, m_history}, this))
    , m_input(new InputPanel(m_history, this))
    , m_status(new StatusLine(*m_actions, this))
    , m_files(new FileDialogs(*this))
    , m_panes(new WindowPanes(*this, *m_actions, client, m_session.variables, m_settings))
    , m_undo(new UndoOrder(m_input->edit(), m_panel->undoStack(), this)) {
    setObjectName(QStringLiteral("clientWindow"));
    buildLayout();
    restoreSettings();
    connectParts();
    connectInput();
    connectActions();
    connectViewActions();
    retranslate();
    orderAreas();
    m_input->setFocus();
    // Once the window is on the screen: a start must not wait for the disk or the network.
    QTimer::singleShot(0, this, &ClientWindow::beginSession);
}

void ClientWindow::buildLayout() {
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(8, 0, 8, 0);
    column->addWidget(m_bar);
    column->addWidget(m_panel, 1);
    column->addWidget(m_notice);
    column->addWidget(m_input);
    setCentralWidget(centre);
    setStatusBar(m_status);
}

void ClientWindow::orderAreas() {
    orderTabs(QList<QWidget*>{m_input, m_panel, m_notice} + m_panes->panes() + QList<QWidget*>{m_bar});
}

void ClientWindow::connectParts() {
    m_history.follow(m_client);
    m_display->follow(); // after the history
    connect(m_display, &ConnectionDisplay::shown, this, &ClientWindow::showConnection);
    connect(m_display, &ConnectionDisplay::shown, m_panel, &HistoryPanel::repaintProgress);
    connect(&m_session.variables, &SessionVariables::lost, this, &ClientWindow::sayLost);
    connect(&m_history, &HistoryModel::itemEnded, this, &ClientWindow::receive);
    connect(&m_history, &HistoryModel::sessionEnded, m_panes, &WindowPanes::forgetName);
    connect(m_bar, &ConnectionBar::connectAsked, this, &ClientWindow::connectToTyped);
    connect(m_bar, &ConnectionBar::leaveAsked, this, &ClientWindow::leave);
    connect(m_notice, &NoticeBar::retryAsked, this, &ClientWindow::connectToTyped);
    connect(m_notice, &NoticeBar::giveUpAsked, this, &ClientWindow::leave);
    connect(m_panel, &HistoryPanel::deedAsked, this, &ClientWindow::doOnItem);
    connect(m_panel, &HistoryPanel::insertAsked, m_input, &InputPanel::insert);
    connect(m_panel, &HistoryPanel::exampleChosen, m_input, &InputPanel::replace);
    connect(m_panel, &HistoryPanel::said, m_status, &StatusLine::say);
    connect(m_panel, &HistoryPanel::left, m_input, qOverload<>(&QWidget::setFocus));
    connect(m_panel, &HistoryPanel::chosen, this, [this](int row) {
        if (row >= 0)
            m_panes->showItem(m_history.item(row), m_history.answerName(row));
    });
    connect(m_panes, &WindowPanes::left, m_input, qOverload<>(&QWidget::setFocus));
    connect(m_panes, &WindowPanes::saveAsked, m_files, &FileDialogs::saveAnswer);
    connect(m_panes, &WindowPanes::evaluateTextAsked, this, &ClientWindow::submit);
    connect(m_files, &FileDialogs::runAsked, this, &ClientWindow::runLines);
    connect(m_files, &FileDialogs::said, m_status, &StatusLine::say);
    connect(m_panes, &WindowPanes::built, this, &ClientWindow::orderAreas);
    connect(m_panes, &WindowPanes::said, m_status, &StatusLine::say);
}

void ClientWindow::connectInput() {
    ExpressionEdit* edit = &m_input->edit();
    connect(m_input, &InputPanel::evaluateAsked, this, &ClientWindow::evaluate);
    connect(m_input, &InputPanel::runAsked, this, &ClientWindow::runLines);
    connect(m_input, &InputPanel::said, m_status, &StatusLine::say);
    connect(edit, &ExpressionEdit::copyAnswerAsked, this, [this] { m_panel->copyChosen(CopyForm::Answer); });
    connect(edit, &ExpressionEdit::stopAsked, this, &ClientWindow::stopOldest);
    connect(edit, &ExpressionEdit::undoAsked, m_undo, &UndoOrder::undo);
    connect(edit, &ExpressionEdit::redoAsked, m_undo, &UndoOrder::redo);
    connect(m_panes, &WindowPanes::insertAsked, m_input, &InputPanel::insert);
    connect(m_panes, &WindowPanes::replaceAsked, m_input, &InputPanel::replace);
    connect(m_panes, &WindowPanes::backspaceAsked, m_input, &InputPanel::backspace);
    connect(m_panes, &WindowPanes::clearAsked, m_input, &InputPanel::clear);
    connect(m_panes, &WindowPanes::evaluateAsked, this,
            [this] { evaluate(ExpressionEdit::AfterEvaluation::Clear); });
}

void ClientWindow::connectActions() {
    const auto on = [this](Deed deed, auto slot) {
        connect(m_actions->action(deed), &QAction::triggered, this, slot);
    };
    on(Deed::SaveSession, [this] { m_files->saveExpressions(m_history); });
    on(Deed::RunSession, [this] { m_files->openExpressions(); });
    on(Deed::SaveAnswer, [this] {
        for (const int row : m_panel->rowsForDeed())
            m_files->saveAnswer(m_history.item(row));
    });
    on(Deed::Quit, &QWidget::close);
    on(Deed::Undo, [this] { m_undo->undo(); });
    on(Deed::Redo, [this] { m_undo->redo(); });
    on(Deed::PasteAsItIs, [this] { m_input->edit().pasteAsItIs(); });
    on(Deed::SearchHistory, [this] {
        if (!m_panes->findInAnswer())
            m_panel->focusSearch();
    });
    on(Deed::KeepHistory, &ClientWindow::keepHistory);
    on(Deed::ContinueWithOperator, [this](bool goesOn) { m_settings.autoContinue = goesOn; });
    on(Deed::Connect, &ClientWindow::connectToTyped);
    on(Deed::Disconnect, &ClientWindow::leave);
    on(Deed::StopAll, &ClientWindow::stopAll);
    on(Deed::FocusServer, [this] { m_bar->focusServer(); });
    on(Deed::ShowKeys, &ClientWindow::showKeys);
    on(Deed::About, &ClientWindow::showAbout);
}

void ClientWindow::connectViewActions() {
    const auto on = [this](Deed deed, auto slot) {
        connect(m_actions->action(deed), &QAction::triggered, this, slot);
    };
    on(Deed::NextArea, [this] {
        focusNextArea(QList<QWidget*>{m_input, m_panel} + m_panes->panes() + QList<QWidget*>{m_bar});
    });
    on(Deed::Grouping, [this](bool grouping) {
        m_panel->setGrouping(m_settings.grouping = grouping);
        m_status->showSettings(m_settings);
    });
    on(Deed::AlwaysOnTop, &ClientWindow::setAlwaysOnTop);
    m_appearance = new AppearanceMenu(*m_actions, m_settings, this);
    connect(m_appearance, &AppearanceMenu::zoomChanged, this, &ClientWindow::retranslate);
    const auto* answers = new HistoryActions(*m_actions, m_history, *m_panel, m_settings);
    connect(answers, &HistoryActions::deedAsked, this, &ClientWindow::doOnItem);
    connect(answers, &HistoryActions::insertAsked, m_input, &InputPanel::insert);
    connect(answers, &HistoryActions::said, m_status, &StatusLine::say);
    connect(answers, &HistoryActions::notationChanged, this, [this] { m_status->showSettings(m_settings); });
}

void ClientWindow::retranslate() {
    widgets::setSmallestSize(*this, kSmallestSize, m_settings.zoomPercent);
    m_actions->retranslate();
    m_panes->retranslate();
    m_status->showSettings(m_settings);
    m_history.retranslate();
    m_display->show();
}

void ClientWindow::restoreSettings() {
    if (!m_options.settingsPath.isEmpty())
        m_settings = loadSettings(QSettings(m_options.settingsPath, QSettings::IniFormat));
    widgets::restoreOnScreen(*this, m_settings.geometry, kFirstSize);
    m_bar->setKnownServers(m_settings.servers);
    m_bar->setAddress(m_options.address.value_or(m_settings.lastServer()));
    m_actions->action(Deed::Grouping)->setChecked(m_settings.grouping);
    m_panel->setGrouping(m_settings.grouping);
    m_actions->action(Deed::AlwaysOnTop)->setChecked(m_settings.alwaysOnTop);
    m_actions->action(Deed::KeepHistory)->setChecked(m_settings.keepHistory);
    m_actions->action(Deed::Preview)->setChecked(m_settings.preview);
    m_actions->action(Deed::ContinueWithOperator)->setChecked(m_settings.autoContinue);
    if (!m_settings.draft.isEmpty())
        m_input->replace(m_settings.draft);
    setWindowFlag(Qt::WindowStaysOnTopHint, m_settings.alwaysOnTop);
}

void ClientWindow::saveSettings() {
    m_settings.geometry = saveGeometry();
    m_settings.draft = m_settings.keepHistory ? m_input->edit().expression() : QString();
    m_settings.preview = m_actions->action(Deed::Preview)->isChecked();
    m_panes->remember();
    m_settings.wasConnected = m_client.status().state == CalculatorClient::State::Connected;
    if (m_options.settingsPath.isEmpty())
        return;
    QSettings file(m_options.settingsPath, QSettings::IniFormat);
    keisan::client::saveSettings(m_settings, file);
}

void ClientWindow::beginSession() {
    if (!m_options.historyPath.isEmpty()) {
        m_keeper = new HistoryKeeper(m_history, m_options.historyPath, this);
        connect(m_keeper, &HistoryKeeper::failed, m_status, &StatusLine::say);
        m_keeper->setKeeping(m_settings.keepHistory);
    }
    m_panes->restore();
    new InputAids(m_client, m_session, *m_input, *m_actions->action(Deed::Preview)); // the input owns it
    if (m_options.connectNow || (!m_options.address && m_settings.wasConnected))
        connectToTyped();
}

void ClientWindow::keepHistory(bool keeping) {
    m_settings.keepHistory = keeping;
    if (m_keeper != nullptr)
        m_keeper->setKeeping(keeping);
}

void ClientWindow::sayLost(const QStringList& variables) {
    m_input->tell(tr("Variables were lost with the connection: %1")
                      .arg(headAndTail(variables.join(QStringLiteral(", ")))));
}

void ClientWindow::showConnection() {
    const CalculatorClient::Status& status = m_client.status();
    m_status->showCount(m_history.answeredCount());
    m_input->setConnected(status.state == CalculatorClient::State::Connected);
    const bool isApart = status.state == CalculatorClient::State::Disconnected;
    setWindowTitle(isApart ? QStringLiteral("Keisan")
                           : QStringLiteral("Keisan - %1").arg(status.address.text()));
}

void ClientWindow::connectToTyped() {
    m_input->setFocus();
    if (m_client.status().state == CalculatorClient::State::Reconnecting)
        return m_client.retryNow();
    if (m_client.status().state == CalculatorClient::State::Connected)
        return m_status->say(tr("Already connected"));
    const std::optional<ServerAddress> address = m_bar->address();
    if (!address) {
        m_bar->focusServer();
        return m_status->say(tr("Type a server such as 127.0.0.1 or 127.0.0.1:10000."));
    }
    m_bar->setAddress(*address);
    m_settings.useServer(*address);
    m_bar->setKnownServers(m_settings.servers);
    m_client.connectToServer(*address);
}

void ClientWindow::leave() {
    m_client.disconnectFromServer();
    m_input->setFocus();
}

void ClientWindow::evaluate(ExpressionEdit::AfterEvaluation after) {
    m_input->setFocus();
    const QString expression = m_input->edit().expression().trimmed();
    if (expression.isEmpty()) {
        if (m_client.status().state == CalculatorClient::State::Disconnected)
            connectToTyped(); // Connect is the default button
        return;
    }
    const bool goesOn =
        m_settings.autoContinue && m_client.status().hasAnswered && beginsWithContinuingOperator(expression);
    const bool isSent = submit(goesOn ? QStringLiteral("_ ") + expression : expression);
    if (isSent && after == ExpressionEdit::AfterEvaluation::Clear)
        m_input->clear();
}

bool ClientWindow::submit(const QString& expression) {
    if (expression == QLatin1String("quit")) { // the protocol's word, no expression
        m_client.quit();
        return true;
    }
    const RequestId request = m_client.submit(expression.toUtf8());
    if (request == 0) {
        m_input->tellNotConnected();
        return false;
    }
    m_panel->chooseNone(); // what is asked for now is what the next deed is about
    m_history.append(expression, request);
    m_panel->reveal(m_history.rowCount() - 1);
    m_display->show();
    return true;
}

// Stops at the first line that cannot be sent, and keeps the rest in the input.
void ClientWindow::runLines(const QStringList& lines) {
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!submit(lines[i].trimmed()))
            return m_input->insert(lines.mid(i).join(QLatin1Char('\n')));
    }
    m_input->setFocus();
}

// What the newest expression came to is told, shown in the panes, and offered for correction if it failed.
void ClientWindow::receive(int row) {
    if (row != m_history.rowCount() - 1)
        return;
    const HistoryItem& item = m_history.item(row);
    m_panes->showNewest(item, m_history.answerName(row));
    m_input->announce(m_history.index(row).data(Qt::AccessibleTextRole).toString());
    if (item.state == ItemState::Failed)
        m_input->offerCorrection(QString(item.expression), item.faultStart, item.faultLength);
}

void ClientWindow::doOnItem(int row, ItemDeed deed) {
    const HistoryItem& item = m_history.item(row);
    switch (deed) {
    case ItemDeed::Stop: m_client.stop(item.request); break;
    case ItemDeed::SendAgain:
        submit(QString(item.expression)); // a copy: the history grows meanwhile
        break;
    case ItemDeed::Copy: m_panel->copyChosen(CopyForm::Answer); break;
    case ItemDeed::Show: m_panes->openAnswer(HistoryItem(item), m_history.answerName(row)); break;
    case ItemDeed::None: break;
    }
}

void ClientWindow::stopOldest() {
    if (m_client.waiting().oldest != 0)
        m_client.stop(m_client.waiting().oldest);
}

// From the newest: those that were not sent yet go quietly, the running one takes the connection with it.
void ClientWindow::stopAll() {
    for (int row = m_history.rowCount() - 1; row >= 0; --row) {
        if (m_history.item(row).isOpen())
            m_client.stop(m_history.item(row).request);
    }
}

void ClientWindow::setAlwaysOnTop(bool onTop) {
    m_settings.alwaysOnTop = onTop;
    setWindowFlag(Qt::WindowStaysOnTopHint, onTop); // hides the window
    show();
}

void ClientWindow::showKeys() {
    (new widgets::KeysDialog(m_actions->keyList(), this))->show();
}

void ClientWindow::showAbout() {
    QMessageBox::about(this, tr("About Keisan"),
                       tr("Keisan %1, a calculator that many people share over a network.")
                           .arg(QStringLiteral(KEISAN_VERSION)));
}

bool ClientWindow::event(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QMainWindow::event(event);
}

void ClientWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    m_panes->fit(event->oldSize(), event->size());
}

void ClientWindow::closeEvent(QCloseEvent* event) {
    saveSettings();
    QMainWindow::closeEvent(event);
}

// What is typed or pasted anywhere but in a text field goes to the input.
void ClientWindow::keyPressEvent(QKeyEvent* event) {
    const bool isPaste = event->matches(QKeySequence::Paste);
    if (!isPaste && !isTypedText(*event))
        return QMainWindow::keyPressEvent(event);
    m_input->setFocus();
    if (isPaste)
        m_input->edit().paste();
    else
        m_input->insert(event->text());
}

} // namespace keisan::client

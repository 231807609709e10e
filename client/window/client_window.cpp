// SPDX-License-Identifier: MIT
#include "client/window/client_window.h"

#include "client/window/connection_bar.h"
#include "client/window/connection_face.h"
#include "client/window/history_delegate.h"
#include "client/window/history_view.h"
#include "client/window/notice_bar.h"
#include "client/window/welcome.h"
#include "client/window/window_actions.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace keisan::client {

using namespace std::chrono_literals;

namespace {

constexpr auto kProgressEvery = 100ms;
constexpr auto kMessageStays = 5s;
constexpr qint64 kBusyAfterNs = 1'500'000'000; // without any answer on this connection

} // namespace

ClientWindow::ClientWindow(CalculatorClient& client, const Options& options, QWidget* parent)
    : QMainWindow(parent)
    , m_client(client)
    , m_options(options)
    , m_bar(new ConnectionBar(this))
    , m_middle(new QStackedWidget(this))
    , m_view(new HistoryView(this))
    , m_delegate(new HistoryDelegate(this))
    , m_welcome(new Welcome(this))
    , m_notice(new NoticeBar(this))
    , m_input(new ExpressionEdit(this))
    , m_equals(new QToolButton(this))
    , m_line(new QLabel(this))
    , m_count(new QLabel(this))
    , m_actions(new WindowActions(menuBar())) {
    setObjectName(QStringLiteral("clientWindow"));
    buildLayout();
    connectParts();
    connectActions();
    m_bar->setAddress(options.address);
    m_progress.setInterval(kProgressEvery);
    retranslate();
    showConnection();
    m_input->setFocus();
    if (options.connectNow)
        QTimer::singleShot(0, this, &ClientWindow::connectToTyped);
}

void ClientWindow::buildLayout() {
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_input->setFont(fixed);
    m_equals->setObjectName(QStringLiteral("equalsButton"));
    m_equals->setText(QStringLiteral("="));
    m_equals->setFocusPolicy(Qt::TabFocus);
    m_line->setObjectName(QStringLiteral("previewLine"));
    m_line->setTextFormat(Qt::PlainText);
    m_line->setFixedHeight(m_line->fontMetrics().height() + 4);
    m_count->setObjectName(QStringLiteral("answerCount"));
    m_view->setModel(&m_history);
    m_view->setItemDelegate(m_delegate);
    m_middle->addWidget(m_welcome);
    m_middle->addWidget(m_view);

    auto* row = new QHBoxLayout;
    row->addWidget(m_input, 1);
    row->addWidget(m_equals, 0, Qt::AlignTop);
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(8, 0, 8, 2);
    column->addWidget(m_bar);
    column->addWidget(m_middle, 1);
    column->addWidget(m_notice);
    column->addLayout(row);
    column->addWidget(m_line);
    setCentralWidget(centre);
    statusBar()->addPermanentWidget(m_count);
    setMinimumSize(420, 320);
    resize(900, 600);
    setTabOrder(m_input, m_equals);
    setTabOrder(m_equals, m_view);
    setTabOrder(m_view, m_bar);
}

void ClientWindow::connectParts() {
    m_history.follow(m_client);
    connect(&m_client, &CalculatorClient::stateChanged, this, &ClientWindow::showConnection);
    connect(&m_client, &CalculatorClient::replyReceived, this, &ClientWindow::showConnection);
    connect(&m_progress, &QTimer::timeout, this, &ClientWindow::showProgress);
    connect(m_bar, &ConnectionBar::connectAsked, this, &ClientWindow::connectToTyped);
    connect(m_bar, &ConnectionBar::leaveAsked, this, &ClientWindow::leave);
    connect(m_notice, &NoticeBar::retryAsked, this, &ClientWindow::connectToTyped);
    connect(m_notice, &NoticeBar::giveUpAsked, this, &ClientWindow::leave);
    connect(m_welcome, &Welcome::exampleChosen, m_input, &ExpressionEdit::replaceExpression);
    connect(m_welcome, &Welcome::exampleChosen, m_input, [this] { m_input->setFocus(); });
    connect(m_equals, &QToolButton::clicked, this,
            [this] { evaluate(ExpressionEdit::AfterEvaluation::Clear); });
    connect(m_input, &ExpressionEdit::evaluateAsked, this, &ClientWindow::evaluate);
    connect(m_input, &ExpressionEdit::copyAnswerAsked, this, &ClientWindow::copyLastAnswer);
    connect(m_input, &ExpressionEdit::stopAsked, this, &ClientWindow::stopOldest);
    connect(m_input, &ExpressionEdit::olderAsked, this, [this] {
        if (const auto text = m_recall.older(m_input->expression()))
            m_input->replaceExpression(*text);
    });
    connect(m_input, &ExpressionEdit::newerAsked, this, [this] {
        if (const auto text = m_recall.newer(m_input->expression()))
            m_input->replaceExpression(*text);
    });
    connect(m_input, &ExpressionEdit::edited, this, [this] { m_recall.reset(); });
    connect(m_input, &QPlainTextEdit::textChanged, m_line, &QLabel::clear);
    connect(m_delegate, &HistoryDelegate::deedAsked, this, &ClientWindow::doOnItem);
    connect(m_view, &HistoryView::insertExpressionAsked, this,
            [this](const QModelIndex& index) { insertIntoInput(m_history.item(index.row()).expression); });
    connect(m_view, &HistoryView::insertAnswerAsked, this, [this](const QModelIndex& index) {
        insertIntoInput(QString::fromUtf8(m_history.item(index.row()).answer));
    });
}

void ClientWindow::connectActions() {
    const auto on = [this](Deed deed, auto slot) {
        connect(m_actions->action(deed), &QAction::triggered, this, slot);
    };
    on(Deed::Quit, &QWidget::close);
    on(Deed::Connect, &ClientWindow::connectToTyped);
    on(Deed::Disconnect, &ClientWindow::leave);
    on(Deed::StopAll, &ClientWindow::stopAll);
    on(Deed::FocusServer, [this] { m_bar->focusServer(); });
    on(Deed::FocusHistory, [this] { m_view->setFocus(Qt::ShortcutFocusReason); });
    on(Deed::ScrollPageUp, [this] { m_view->scrollByPages(-1); });
    on(Deed::ScrollPageDown, [this] { m_view->scrollByPages(1); });
    on(Deed::ScrollToStart, [this] { m_view->scrollToTop(); });
    on(Deed::ScrollToEnd, [this] { m_view->scrollToBottom(); });
    on(Deed::ShowKeys, [this] { QMessageBox::information(this, tr("Keys"), m_actions->keyList()); });
    on(Deed::About, [this] {
        QMessageBox::about(this, tr("About Keisan"),
                           tr("Keisan %1, a calculator that many people share over a network.")
                               .arg(QStringLiteral(KEISAN_VERSION)));
    });
}

void ClientWindow::retranslate() {
    m_actions->retranslate();
    m_input->setAccessibleName(tr("Expression"));
    m_input->setPlaceholderText(tr("Expression"));
    m_equals->setAccessibleName(tr("Evaluate"));
    m_equals->setToolTip(tr("Evaluate (Enter)"));
    m_view->setAccessibleName(tr("History"));
    m_history.retranslate();
    showConnection();
}

void ClientWindow::showConnection() {
    const CalculatorClient::Waiting waiting = m_client.waiting();
    const bool busy =
        !m_client.status().hasAnswered && waiting.oldest != 0 && waiting.oldestAgeNs > kBusyAfterNs;
    const ConnectionFace face = faceOf(m_client.status(), busy);
    m_bar->showFace(face);
    m_notice->showFace(face);
    m_history.setProgress(waiting, busy);
    m_count->setText(tr("Answers: %1").arg(m_history.answeredCount()));
    m_middle->setCurrentWidget(m_history.rowCount() > 0 ? static_cast<QWidget*>(m_view) : m_welcome);
    const bool atHome = m_client.status().state == CalculatorClient::State::Disconnected;
    setWindowTitle(atHome ? QStringLiteral("Keisan")
                          : tr("Keisan - %1").arg(m_client.status().address.text()));
    const bool reconnecting = m_client.status().state == CalculatorClient::State::Reconnecting;
    if (waiting.count > 0 || reconnecting)
        m_progress.start();
    else
        m_progress.stop();
}

void ClientWindow::showProgress() {
    showConnection();
    m_view->viewport()->update();
}

void ClientWindow::connectToTyped() {
    const std::optional<ServerAddress> address = m_bar->address();
    if (!address) {
        m_bar->focusServer();
        say(tr("Type a server such as 127.0.0.1 or 127.0.0.1:10000."));
        return;
    }
    m_bar->setAddress(*address);
    if (m_client.status().state == CalculatorClient::State::Reconnecting)
        m_client.retryNow();
    else
        m_client.connectToServer(*address);
    m_input->setFocus();
}

void ClientWindow::leave() {
    m_client.disconnectFromServer();
    m_input->setFocus();
}

void ClientWindow::evaluate(ExpressionEdit::AfterEvaluation after) {
    const QString expression = m_input->expression().trimmed();
    if (expression.isEmpty()) {
        if (m_client.status().state == CalculatorClient::State::Disconnected)
            connectToTyped(); // Connect is the default button
        return;
    }
    if (submit(expression) && after == ExpressionEdit::AfterEvaluation::Clear)
        m_input->replaceExpression({});
    m_recall.reset();
    m_input->setFocus();
}

bool ClientWindow::submit(const QString& expression) {
    if (expression == QLatin1String("quit")) { // the protocol's word, no expression
        m_client.quit();
        return true;
    }
    const RequestId request = m_client.submit(expression.toUtf8());
    if (request == 0) {
        m_line->setText(tr("Not connected: F5 connects. Your text is kept."));
        return false;
    }
    m_history.append(expression, request);
    showConnection();
    return true;
}

void ClientWindow::doOnItem(const QModelIndex& index, ItemDeed deed) {
    const HistoryItem& item = m_history.item(index.row());
    switch (deed) {
    case ItemDeed::Stop: m_client.stop(item.request); break;
    case ItemDeed::SendAgain:
        submit(QString(item.expression)); // a copy: the history grows meanwhile
        break;
    case ItemDeed::Copy:
        QApplication::clipboard()->setText(QString::fromUtf8(item.answer));
        say(tr("Copied: the whole answer"));
        break;
    case ItemDeed::Show:
    case ItemDeed::None: break;
    }
}

void ClientWindow::insertIntoInput(const QString& text) {
    m_input->textCursor().insertText(text);
    m_input->setFocus();
}

void ClientWindow::copyLastAnswer() {
    for (int row = m_history.rowCount() - 1; row >= 0; --row) {
        if (m_history.item(row).state == ItemState::Answered) {
            QApplication::clipboard()->setText(QString::fromUtf8(m_history.item(row).answer));
            say(tr("Copied: the last answer"));
            return;
        }
    }
    say(tr("There is no answer to copy yet"));
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

void ClientWindow::say(const QString& message) {
    statusBar()->showMessage(message, static_cast<int>(std::chrono::milliseconds(kMessageStays).count()));
}

bool ClientWindow::event(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QMainWindow::event(event);
}

// What is typed anywhere but in a text field goes to the input.
void ClientWindow::keyPressEvent(QKeyEvent* event) {
    const bool isTyped = !event->text().isEmpty() && event->text().at(0).isPrint() &&
                         !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (!isTyped) {
        QMainWindow::keyPressEvent(event);
        return;
    }
    m_input->setFocus();
    m_input->insertPlainText(event->text());
}

} // namespace keisan::client

// SPDX-License-Identifier: MIT
#include "server/window/server_window.h"

#include "common/widgets/keys_dialog.h"
#include "common/widgets/window_geometry.h"
#include "server/window/appearance_menu.h"
#include "server/window/application_icon.h"
#include "server/window/areas.h"
#include "server/window/clients_pane.h"
#include "server/window/column_folder.h"
#include "server/window/details_pane.h"
#include "server/window/figures_pane.h"
#include "server/window/folding_splitter.h"
#include "server/window/listen_problem_bar.h"
#include "server/window/listening_bar.h"
#include "server/window/log_filter_row.h"
#include "server/window/log_pane.h"
#include "server/window/log_view.h"
#include "server/window/models/log_text.h"
#include "server/window/notices.h"
#include "server/window/save_log_dialog.h"
#include "server/window/server_control.h"
#include "server/window/tray_icon.h"
#include "server/window/window_actions.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDateTime>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

namespace keisan::server {

using State = ServerThread::State;

namespace {

constexpr QSize kFirstSize(960, 640);
constexpr int kMessageMs = 5'000;
constexpr int kRefreshMs = 1'000;

} // namespace

ServerWindow::ServerWindow(ServerThread& server, Options options, QWidget* parent)
    : QMainWindow(parent)
    , m_server(server)
    , m_options(std::move(options))
    , m_feed(server)
    , m_control(new ServerControl(server, *this))
    , m_actions(new WindowActions(*this))
    , m_tray(new TrayIcon(*this, *m_actions->quit)) {
    setObjectName(QStringLiteral("serverWindow"));
    setWindowIcon(applicationIcon());
    m_refreshTimer.setInterval(kRefreshMs);
    m_settings = WindowSettings::load(*WindowSettings::store(m_options.settingsFile));
    m_appearance = new AppearanceMenu(*m_actions, m_settings, this);
    build();
    connectServer();
    connectActions();
    connectPanes();
    restore();
    retranslate();
}

ServerWindow::~ServerWindow() = default;

void ServerWindow::build() {
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(4, 4, 4, 0);
    column->setSpacing(4);
    m_bar = new ListeningBar(body);
    m_problem = new ListenProblemBar(body);
    m_notices = new Notices(body);
    m_splitter = new FoldingSplitter(body);
    m_splitter->setObjectName(QStringLiteral("splitter"));
    m_figures = new FiguresPane(body);
    m_clientsPane = new ClientsPane(m_clients, *m_actions, m_splitter);
    m_logPane = new LogPane(m_log, *m_actions, m_splitter);
    m_details = new DetailsPane(m_splitter);
    m_splitter->add(m_clientsPane, 1);
    m_splitter->add(m_logPane);
    m_splitter->add(m_details, 2);
    m_splitter->setSizes({190, 320, 120});
    m_splitter->setStretchFactor(1, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_bar, m_problem, m_notices, m_figures})
        column->addWidget(widget);
    column->addWidget(m_splitter, 1);
    setCentralWidget(body);
    statusBar(); // there from the start, so that its first message moves nothing
}

void ServerWindow::connectServer() {
    connect(&m_server, &ServerThread::stateChanged, this, &ServerWindow::showState);
    connect(&m_server, &ServerThread::listenFailed, this, &ServerWindow::showListenProblem);
    connect(&m_server, &ServerThread::clientsReported, this, &ServerWindow::showClients);
    connect(&m_feed, &EventFeed::eventsTaken, this, &ServerWindow::takeEvents);
    connect(m_bar, &ListeningBar::startRequested, this, &ServerWindow::start);
    connect(m_bar, &ListeningBar::stopRequested, this, &ServerWindow::startOrStop);
    connect(m_bar, &ListeningBar::copyRequested, this, &ServerWindow::copyAddress);
    connect(m_bar, &ListeningBar::chosenChanged, this, &ServerWindow::showNotices);
    connect(m_problem, &ListenProblemBar::startRequested, this, &ServerWindow::start);
}

void ServerWindow::connectActions() {
    connect(m_actions->quit, &QAction::triggered, this, &ServerWindow::quit);
    connect(m_actions->startStop, &QAction::triggered, this, &ServerWindow::startOrStop);
    connect(m_actions->copyAddress, &QAction::triggered, this, &ServerWindow::copyAddress);
    connect(m_actions->copyLines, &QAction::triggered, this, &ServerWindow::copyLines);
    connect(m_actions->logExpressions, &QAction::triggered, this, &ServerWindow::chooseLogsExpressions);
    connect(m_actions->oneAtATime, &QAction::toggled, this, &ServerWindow::setOneAtATime);
    connect(m_actions->limits, &QAction::triggered, m_control, &ServerControl::openLimits);
    connect(m_actions->saveLog, &QAction::triggered, this, [this] { saveLog(true); });
    connect(m_actions->saveWholeLog, &QAction::triggered, this, [this] { saveLog(false); });
    connect(m_actions->stayInTray, &QAction::toggled, m_tray, &TrayIcon::setShown);
    connect(m_actions->nextArea, &QAction::triggered, this, &ServerWindow::goToNextArea);
    connect(m_actions->listKeys, &QAction::triggered, this,
            [this] { (new widgets::KeysDialog(widgets::keysOf(*this), this))->show(); });
    connect(m_actions->about, &QAction::triggered, this, &ServerWindow::showAbout);
}

void ServerWindow::connectPanes() {
    connect(&m_refreshTimer, &QTimer::timeout, this, &ServerWindow::refresh);
    connect(m_actions->showClients, &QAction::toggled, m_splitter,
            [this](bool wanted) { m_splitter->setWanted(m_clientsPane, wanted); });
    connect(m_actions->showDetails, &QAction::toggled, m_splitter,
            [this](bool wanted) { m_splitter->setWanted(m_details, wanted); });
    connect(m_actions->showGraph, &QAction::triggered, m_figures, &FiguresPane::setGraphShown);
    connect(m_figures, &FiguresPane::graphShownChanged, m_actions->showGraph, &QAction::setChecked);
    connect(m_clientsPane, &ClientsPane::onlyThisRequested, &m_logPane->filterRow(), &LogFilterRow::showOnly);
    connect(m_clientsPane, &ClientsPane::stopRequested, m_control, &ServerControl::stopEvaluations);
    connect(m_clientsPane, &ClientsPane::disconnectRequested, m_control, &ServerControl::disconnectClients);
    connect(m_clientsPane, &ClientsPane::copyRequested, this,
            [this](const QString& address) { copy(address, address); });
    connect(m_logPane, &LogPane::copied, this, &ServerWindow::tellCopied);
    connect(m_logPane, &LogPane::chosenEntryChanged, m_details,
            [this] { m_details->showEntry(m_logPane->chosenEntry()); });
    connect(m_appearance, &AppearanceMenu::zoomChanged, this,
            [this](int percent) { statusBar()->showMessage(tr("Zoom %1 %").arg(percent), kMessageMs); });
    connect(m_tray, &TrayIcon::windowRequested, this, [this] {
        showNormal();
        activateWindow();
    });
}

void ServerWindow::restore() {
    widgets::restoreOnScreen(*this, m_settings.geometry, kFirstSize);
    m_splitter->restoreState(m_settings.splitter);
    m_logPane->columns().restore(m_settings.logColumns);
    m_clientsPane->columns().restore(m_settings.clientColumns);
    m_server.setEventTexts(m_settings.logsExpressions && m_server.eventTexts());
    m_actions->logExpressions->setChecked(m_server.eventTexts());
    m_actions->showClients->setChecked(m_settings.showsClients);
    m_actions->showDetails->setChecked(m_settings.showsDetails);
    m_splitter->setWanted(m_clientsPane, m_settings.showsClients);
    m_splitter->setWanted(m_details, m_settings.showsDetails);
    m_actions->oneAtATime->setChecked(m_server.isOneAtATime());
    m_actions->oneAtATime->setEnabled(m_server.threads() == 1);
    m_figures->setGraphShown(m_settings.showsGraph);
    m_actions->stayInTray->setEnabled(TrayIcon::isPossible());
    m_actions->stayInTray->setChecked(m_settings.staysInTray && TrayIcon::isPossible());
    m_bar->choose(m_options.endpoint.value_or(
        ServerThread::Endpoint{QHostAddress(m_settings.address), m_settings.port}));
}

void ServerWindow::remember() {
    m_settings.geometry = saveGeometry();
    m_settings.splitter = m_splitter->saveState();
    m_settings.logColumns = m_logPane->columns().state();
    m_settings.clientColumns = m_clientsPane->columns().state();
    m_settings.showsClients = m_actions->showClients->isChecked();
    m_settings.showsDetails = m_actions->showDetails->isChecked();
    m_settings.showsGraph = m_actions->showGraph->isChecked();
    if (TrayIcon::isPossible())
        m_settings.staysInTray = m_actions->stayInTray->isChecked();
    m_settings.save(*WindowSettings::store(m_options.settingsFile));
}

// The network starts after the first picture, so that the window is there at once.
void ServerWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    setRefreshing();
    if (std::exchange(m_shownOnce, true))
        return;
    QTimer::singleShot(0, this, [this] { m_control->start(m_bar->chosen()); });
}

// What its user starts is remembered.
void ServerWindow::start(const ServerThread::Endpoint& endpoint) {
    if (m_server.state() != State::Stopped)
        return;
    m_bar->choose(endpoint);
    m_settings.address = endpoint.address.toString();
    m_settings.port = endpoint.port;
    m_control->start(endpoint);
}

void ServerWindow::startOrStop() {
    m_server.state() == State::Stopped ? start(m_bar->chosen()) : m_control->stop();
}

void ServerWindow::showListenProblem(QAbstractSocket::SocketError error, const QString& reason) {
    m_problem->showProblem(m_control->tried(), error, reason);
    showState();
}

void ServerWindow::showState() {
    const State state = m_server.state();
    const ServerThread::Endpoint endpoint =
        state == State::Stopped ? m_control->tried() : m_server.endpoint();
    if (state == State::Listening) {
        m_problem->hide();
        m_bar->choose(endpoint); // the port that was chosen when any would do
    }
    m_bar->showState(state, endpoint, m_control->hasFailed());
    m_actions->copyAddress->setEnabled(state == State::Listening);
    setWindowTitle(
        state == State::Listening
            ? tr("Keisan Server - listening on %1").arg(shownEndpoint(endpoint.address, endpoint.port))
            : tr("Keisan Server"));
    showNotices();
    showHint();
    setRefreshing();
}

void ServerWindow::takeEvents(const std::vector<ServerEvent>& events) {
    m_log.append(events);
    m_clients.append(events);
    m_figures->append(events);
    showHint();
    showNotices();
    if (m_server.state() == State::Stopped) // the last of its events come after that
        setRefreshing();
}

void ServerWindow::refresh() {
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_figures->setMaxClients(m_server.limits().clients);
    m_figures->refresh(now);
    m_clients.refresh(now);
    m_server.askForClients();
    if (m_server.state() == State::Stopped && m_figures->isQuiet())
        m_refreshTimer.stop();
}

void ServerWindow::showClients(const std::vector<ClientStatus>& clients) {
    m_clients.update(clients);
    m_clients.refresh(QDateTime::currentMSecsSinceEpoch());
    m_clientsPane->showWhatCanBeDone();
    m_bar->setOwed(m_clients.owed());
}

// Nothing ticks while nobody looks or nothing can happen.
void ServerWindow::setRefreshing() {
    refresh();
    const bool wanted = isVisible() && (m_server.state() != State::Stopped || !m_figures->isQuiet());
    if (wanted && !m_refreshTimer.isActive())
        m_refreshTimer.start();
    else if (!wanted)
        m_refreshTimer.stop();
}

void ServerWindow::showHint() {
    const State state = m_server.state();
    if (state == State::Stopped)
        m_logPane->setHint(tr("Stopped. F5 starts."), {});
    else if (state == State::Listening && m_server.clientCount() == 0) {
        const ServerThread::Endpoint at = m_server.endpoint();
        const bool any = at.address == QHostAddress::AnyIPv4 || at.address == QHostAddress::AnyIPv6;
        const QString host = any ? QStringLiteral("127.0.0.1") : at.address.toString();
        m_logPane->setHint(tr("Waiting for clients. Try:"),
                           QStringLiteral("nc %1 %2").arg(host).arg(at.port));
    } else
        m_logPane->setHint({}, {});
}

void ServerWindow::showNotices() {
    m_notices->setOpenToNetwork(!m_bar->chosen().address.isLoopback());
    m_notices->setLogsExpressions(m_server.eventTexts());
    m_notices->setOneAtATime(m_server.isOneAtATime(), m_clients.waiting());
}

// Remembered, as what --no-log-expressions asks for is not.
void ServerWindow::chooseLogsExpressions(bool logs) {
    m_settings.logsExpressions = logs;
    m_server.setEventTexts(logs);
    showNotices();
}

void ServerWindow::setOneAtATime(bool on) {
    m_server.setOneAtATime(on);
    showNotices();
}

void ServerWindow::saveLog(bool onlyShown) {
    const SavedLog saved = askAndSaveLog(m_logPane->shown(), m_log, onlyShown, this);
    if (!saved.message.isEmpty())
        statusBar()->showMessage(saved.message, saved.failed ? 0 : kMessageMs);
}

// Of the table that has the keyboard; without one, of the log.
void ServerWindow::copyLines() {
    const bool ofClients = m_clientsPane->view().hasFocus();
    const QString lines = ofClients ? m_clientsPane->chosenLines() : m_logPane->chosenLines();
    if (!lines.isEmpty())
        copy(lines, tr("the chosen lines"));
}

void ServerWindow::copyAddress() {
    const ServerThread::Endpoint at = m_server.endpoint();
    const QString text = shownEndpoint(at.address, at.port);
    copy(text, text);
}

void ServerWindow::copy(const QString& text, const QString& what) {
    QGuiApplication::clipboard()->setText(text);
    tellCopied(what);
}

void ServerWindow::tellCopied(const QString& what) {
    statusBar()->showMessage(tr("Copied %1").arg(what), kMessageMs);
}

void ServerWindow::showAbout() {
    QMessageBox::about(this, tr("About Keisan"),
                       tr("Keisan %1\nA calculator that many people share over a network.")
                           .arg(QStringLiteral(KEISAN_VERSION)));
}

void ServerWindow::quit() {
    const int clients = m_server.clientCount();
    if (clients > 0 && QMessageBox::question(this, tr("Keisan Server"),
                                             tr("%Ln client(s) are connected. Quit?", nullptr, clients),
                                             QMessageBox::Yes | QMessageBox::Cancel,
                                             QMessageBox::Cancel) != QMessageBox::Yes)
        return;
    m_quits = true;
    if (isVisible())
        close();
    else // in the tray
        Q_EMIT closed();
}

// From the bar to the clients, the filter, the log, the details, and round again.
void ServerWindow::goToNextArea() {
    const std::array<QWidget*, 5> areas{m_bar, &m_clientsPane->view(), &m_logPane->filterRow().edit(),
                                        &m_logPane->view(), m_details};
    focusNextArea(areas);
}

void ServerWindow::hideEvent(QHideEvent* event) {
    QMainWindow::hideEvent(event);
    setRefreshing();
}

void ServerWindow::leave() {
    remember();
    hide();
}

void ServerWindow::closeEvent(QCloseEvent* event) {
    remember();
    QMainWindow::closeEvent(event);
    if (m_tray->isShown() && !m_quits)
        m_tray->tellThatItGoesOn();
    else
        Q_EMIT closed();
}

void ServerWindow::retranslate() {
    m_actions->retranslate();
    m_actions->fill(*menuBar());
    m_actions->oneAtATime->setToolTip(
        m_actions->oneAtATime->isEnabled()
            ? QString()
            : tr("Not with --threads: clients of several threads have no order among them"));
    showState();
}

void ServerWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

} // namespace keisan::server

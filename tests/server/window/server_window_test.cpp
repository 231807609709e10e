// SPDX-License-Identifier: MIT
#include "common/widgets/keys_dialog.h"
#include "server/window/listen_problem_bar.h"
#include "server/window/log_pane.h"
#include "server/window/log_view.h"
#include "server/window/models/event_feed.h"
#include "server/window/models/log_text.h"
#include "server/window/server_window.h"
#include "server/window/window_actions.h"
#include "tests/server/window/server_window_fixture.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStyleOptionComboBox>
#include <QTableView>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace keisan::server;
namespace widgets = keisan::widgets;
using namespace keisan::server::test;

// The whole window over a real server and real sockets.
class ServerWindowTest : public QObject {
    Q_OBJECT

private:
    // A port that something else listens on and whose neighbour is free.
    static quint16 occupy(QTcpServer& other) {
        for (int i = 0; i < 100; ++i) {
            other.listen(QHostAddress(QHostAddress::LocalHost), 0);
            QTcpServer neighbour;
            if (other.serverPort() < 65535 &&
                neighbour.listen(QHostAddress(QHostAddress::LocalHost), other.serverPort() + 1))
                return other.serverPort();
            other.close();
        }
        return 0;
    }

private Q_SLOTS:
    void cleanup();

    void listensByItselfOnceShown();
    void aClientConnectsAndEvaluates();
    void aBurstComesToTheWindowInOneBatch();
    void fieldsAreLockedWhileListening();
    void startAndStopByKeyAndButton();
    void aTakenPortHasThreeWaysOut_data();
    void aTakenPortHasThreeWaysOut();
    void anAddressThatIsGoneHasAWayOut();
    void everyAddressButLoopbackIsWarnedOf();
    void theAddressIsWholeInASmallWindowAndExplainedInTheList();
    void hiddenExpressionsLeaveOnlyTheirLength();
    void doubleClickOnAClientShowsOnlyItsLines();
    void aPortWithoutPermissionHasAWayOut();
    void everyActionHasATextAndEveryKeyIsListed();
    void keysOpenDetailsAndGraph();
    void f6GoesRoundTheAreas();
    void choicesAreRemembered();
    void whatTheCommandLineHidesIsNotRemembered();
    void quittingAsksOnlyWhileSomebodyIsConnected();
    void theAddressIsCopied();
};

void ServerWindowTest::cleanup() {
    QApplication::setPalette(QPalette());
    QLocale::setDefault(QLocale::c());
}

void ServerWindowTest::listensByItselfOnceShown() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    const QString where = shownEndpoint(f.server.endpoint().address, f.server.endpoint().port);
    QTRY_VERIFY(f.child<QLabel>("state")->text().contains(where));
    QVERIFY(f.window.windowTitle().contains(where));
    QTRY_COMPARE(f.child<QSpinBox>("port")->value(),
                 int(f.server.endpoint().port)); // 0 became the chosen one
    auto* hint = f.child<QFrame>("hintBar");
    QTRY_VERIFY(hint->isVisible());
    QVERIFY(hint->findChild<QLabel*>()->text().contains(
        QStringLiteral("nc 127.0.0.1 %1").arg(f.server.endpoint().port)));
}

void ServerWindowTest::aClientConnectsAndEvaluates() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    QTcpSocket client;
    QVERIFY(connectTo(client, f.server));
    client.write("2+3\n1/0\n");
    QTRY_VERIFY(f.logHas(QStringLiteral("2+3")) && f.logHas(QStringLiteral("5")));
    QTRY_VERIFY(f.logHas(QStringLiteral("division by zero")));
    QTRY_VERIFY(f.logHas(QStringLiteral("('127.0.0.1', %1)").arg(client.localPort())));
    auto* clients = f.child<QTableView>("clients");
    QTRY_COMPARE(clients->model()->rowCount(), 1);
    QTRY_COMPARE(clients->model()->index(0, ClientsModel::Requests).data().toString(), QStringLiteral("2"));
    QCOMPARE(clients->model()->index(0, ClientsModel::Errors).data().toString(), QStringLiteral("1"));
    QTRY_VERIFY(f.child<QToolButton>("requestsFigure")->accessibleName().contains(QStringLiteral("2")));
    QVERIFY(!f.child<QFrame>("hintBar")->isVisible());
    client.write("quit\n");
    QTRY_VERIFY(f.logHas(QStringLiteral("Closed by client")));
    QTRY_COMPARE(clients->model()->rowCount(), 0);
}

void ServerWindowTest::aBurstComesToTheWindowInOneBatch() {
    constexpr int kRequests = 3 * PackedEvents::kSliceEvents;
    ServerThread server;
    EventFeed feed(server);
    std::size_t all = 0;
    std::size_t largest = 0;
    connect(&feed, &EventFeed::eventsTaken, this, [&](const std::vector<ServerEvent>& events) {
        all += events.size();
        largest = std::max(largest, events.size());
    });
    server.start({QHostAddress::LocalHost, 0});
    QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Listening, kPatienceMs);
    QTcpSocket client;
    QVERIFY(connectTo(client, server));
    client.write(QByteArray("1\n").repeated(kRequests) + "quit\n");
    QVERIFY(client.waitForDisconnected(kPatienceMs)); // meanwhile this thread takes nothing
    QTRY_COMPARE_WITH_TIMEOUT(all, std::size_t{kRequests + 4}, kPatienceMs);
    QVERIFY2(largest >= kRequests, qPrintable(QString::number(largest)));
}

void ServerWindowTest::fieldsAreLockedWhileListening() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    QTRY_VERIFY(!f.child<QComboBox>("address")->isEnabled());
    QVERIFY(!f.child<QSpinBox>("port")->isEnabled());
    QVERIFY(f.child<QSpinBox>("port")->toolTip().contains(QStringLiteral("Stop")));
    QTest::mouseClick(f.child<QPushButton>("startStop"), Qt::LeftButton);
    QTRY_COMPARE(f.server.state(), State::Stopped);
    QVERIFY(f.child<QComboBox>("address")->isEnabled());
    QVERIFY(f.child<QSpinBox>("port")->isEnabled());
}

void ServerWindowTest::startAndStopByKeyAndButton() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    QTest::keyClick(&f.window, Qt::Key_F5);
    QTRY_COMPARE(f.server.state(), State::Stopped);
    QCOMPARE(f.child<QLabel>("state")->text(), QStringLiteral("Stopped"));
    QVERIFY(f.child<QFrame>("hintBar")->findChild<QLabel*>()->text().contains(QStringLiteral("F5")));
    QTest::mouseClick(f.child<QPushButton>("startStop"), Qt::LeftButton);
    QTRY_VERIFY(f.isListening());
    QTcpSocket client;
    QVERIFY(connectTo(client, f.server));
}

void ServerWindowTest::aTakenPortHasThreeWaysOut_data() {
    QTest::addColumn<QString>("button");
    for (const char* button : {"useOther", "anyPort", "tryAgain"})
        QTest::newRow(button) << QString::fromLatin1(button);
}

void ServerWindowTest::aTakenPortHasThreeWaysOut() {
    QFETCH(QString, button);
    QTcpServer other;
    const quint16 port = occupy(other);
    QVERIFY(port != 0);
    Fixture f(ServerThread::Endpoint{QHostAddress(QHostAddress::LocalHost), port});
    auto* bar = f.child<QFrame>("listenProblem");
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(f.child<QLabel>("problemText")
                ->text()
                .contains(QStringLiteral("Port %1 is in use by another program.").arg(port)));
    f.window.resize(f.window.minimumSizeHint());
    const auto* words = f.child<QLabel>("problemText");
    QTRY_VERIFY(words->heightForWidth(words->width()) <= words->height());
    f.window.resize(960, 640);
    QCOMPARE(f.child<QLabel>("state")->text(), QStringLiteral("Cannot listen"));
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    for (int i = 0; i < 2; ++i) { // the second click, too
        QSignalSpy failed(&f.server, &ServerThread::listenFailed);
        QTest::mouseClick(f.child<QPushButton>("tryAgain"), Qt::LeftButton);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(bar->isVisible());
    }
    if (button == QLatin1String("tryAgain"))
        other.close();
    QTest::mouseClick(bar->findChild<QPushButton*>(button), Qt::LeftButton);
    QTRY_VERIFY(f.isListening());
    QTRY_VERIFY(!bar->isVisible());
    const int expected = button == QLatin1String("tryAgain") ? port : port + 1;
    if (button != QLatin1String("anyPort"))
        QCOMPARE(int(f.server.endpoint().port), expected);
    QTcpSocket client;
    QVERIFY(connectTo(client, f.server));
}

void ServerWindowTest::anAddressThatIsGoneHasAWayOut() {
    Fixture f(ServerThread::Endpoint{QHostAddress(QStringLiteral("192.0.2.1")), 0}); // reserved for examples
    auto* bar = f.child<QFrame>("listenProblem");
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(f.child<QLabel>("problemText")->text().contains(QStringLiteral("no address 192.0.2.1")));
    QVERIFY(!f.child<QPushButton>("anyPort")->isVisible());
    QTest::mouseClick(f.child<QPushButton>("useOther"), Qt::LeftButton);
    QTRY_VERIFY(f.isListening());
    QCOMPARE(f.server.endpoint().address, QHostAddress(QHostAddress::LocalHost));
}

void ServerWindowTest::everyAddressButLoopbackIsWarnedOf() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    auto* notice = f.child<QLabel>("networkNotice");
    QVERIFY(!notice->isVisible());
    f.window.findChild<QAction*>(QStringLiteral("startStop"))->trigger();
    QTRY_COMPARE(f.server.state(), State::Stopped);
    auto* address = f.child<QComboBox>("address");
    address->setCurrentIndex(address->findData(QStringLiteral("0.0.0.0")));
    QVERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(QStringLiteral("Everyone in this network can compute here.")));
    QVERIFY(address->findData(QStringLiteral("::")) >= 0);
}

void ServerWindowTest::theAddressIsWholeInASmallWindowAndExplainedInTheList() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    f.window.resize(560, 400);
    auto* address = f.child<QComboBox>("address");
    QTRY_VERIFY(address->isVisible());
    QCOMPARE(address->currentText(), QStringLiteral("127.0.0.1"));
    QStyleOptionComboBox option;
    option.initFrom(address);
    const QRect field =
        address->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, address);
    QVERIFY(field.width() >= address->fontMetrics().horizontalAdvance(address->currentText()));
    const int loopback = address->findData(QStringLiteral("127.0.0.1"));
    QCOMPARE(address->itemData(loopback, Qt::AccessibleTextRole).toString(),
             QStringLiteral("127.0.0.1 (this computer only)"));
    QVERIFY(address->view()->minimumWidth() >=
            address->fontMetrics().horizontalAdvance(QStringLiteral("127.0.0.1 (this computer only)")));
}

void ServerWindowTest::hiddenExpressionsLeaveOnlyTheirLength() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    QVERIFY(!f.child<QLabel>("privacyNotice")->isVisible());
    f.action("logExpressions")->trigger();
    QVERIFY(f.child<QLabel>("privacyNotice")->isVisible());
    QTcpSocket client;
    QVERIFY(connectTo(client, f.server));
    client.write("40+2000\n");
    QTRY_VERIFY(f.logHas(QStringLiteral("(7 B)")));
    QTRY_VERIFY(f.logHas(QStringLiteral("(4 B)")));
    QVERIFY(!f.logHas(QStringLiteral("40+2000")) && !f.logHas(QStringLiteral("2040")));
}

void ServerWindowTest::doubleClickOnAClientShowsOnlyItsLines() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    QTcpSocket first;
    QTcpSocket second;
    QVERIFY(connectTo(first, f.server));
    first.write("1\n");
    QTRY_VERIFY(f.logHas(QStringLiteral("Evaluated")));
    QVERIFY(connectTo(second, f.server));
    auto* clients = f.child<QTableView>("clients");
    QTRY_COMPARE(clients->model()->rowCount(), 2);
    const QPoint at = clients->visualRect(clients->model()->index(1, ClientsModel::Address)).center();
    QTest::mouseClick(clients->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(clients->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(f.child<QLineEdit>("filter")->text(), QStringLiteral("client:2"));
    QCOMPARE(f.log()->model()->rowCount(), 1);
}

// What the system says to an ordinary user who wants port 80; an administrator who runs the test may have it.
void ServerWindowTest::aPortWithoutPermissionHasAWayOut() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    f.action("startStop")->trigger();
    QTRY_COMPARE(f.server.state(), State::Stopped);
    auto* problem = f.child<QFrame>("listenProblem");
    auto* bar = qobject_cast<ListenProblemBar*>(problem);
    bar->showProblem({QHostAddress(QHostAddress::LocalHost), 80}, QAbstractSocket::SocketAccessError,
                     QStringLiteral("Permission denied"));
    QVERIFY(f.child<QLabel>("problemText")->text().contains(QStringLiteral("Port 80 needs")));
    QVERIFY(f.child<QPushButton>("useOther")->text().contains(QStringLiteral("10000")));
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    QTest::mouseClick(f.child<QPushButton>("anyPort"), Qt::LeftButton);
    QTest::mouseClick(f.child<QPushButton>("anyPort"), Qt::LeftButton); // the second click does no harm
    QTRY_VERIFY(f.isListening());
    QVERIFY(!problem->isVisible());
}

void ServerWindowTest::everyActionHasATextAndEveryKeyIsListed() {
    Fixture f;
    QStringList listed;
    for (const auto& [keys, words] : widgets::keysOf(f.window))
        listed << keys << words;
    QList<QKeySequence> seen;
    for (const QAction* action : f.window.findChildren<QAction*>()) {
        for (const QKeySequence& key : action->shortcuts()) {
            QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
            QVERIFY2(!seen.contains(key), qPrintable(key.toString()));
            QVERIFY2(listed.join(QLatin1Char(' ')).contains(key.toString(QKeySequence::NativeText)),
                     qPrintable(key.toString()));
            seen += key;
        }
    }
    QVERIFY(seen.size() > 10);
    QVERIFY(listed.contains(QStringLiteral("Start or stop listening")));
}

void ServerWindowTest::keysOpenDetailsAndGraph() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    QTRY_VERIFY(f.log()->model()->rowCount() > 0);
    auto* details = f.child<QPlainTextEdit>("details");
    QVERIFY(!details->isVisible());
    QTest::keyClick(&f.window, Qt::Key_D, Qt::ControlModifier);
    QVERIFY(details->isVisible());
    f.log()->selectRow(0);
    QVERIFY(details->toPlainText().contains(QStringLiteral("Listening")));
    auto* graph = f.child<QWidget>("graph");
    QVERIFY(!graph->isVisible());
    QTest::mouseClick(f.child<QToolButton>("clientsFigure"), Qt::LeftButton);
    QVERIFY(graph->isVisible() && f.action("showGraph")->isChecked());
    QTest::mouseClick(f.child<QToolButton>("timeFigure"), Qt::LeftButton); // another one replaces it
    QVERIFY(graph->isVisible() && !f.child<QToolButton>("clientsFigure")->isChecked());
    QTest::mouseClick(f.child<QToolButton>("timeFigure"), Qt::LeftButton);
    QVERIFY(!graph->isVisible());
}

void ServerWindowTest::f6GoesRoundTheAreas() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    f.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&f.window));
    f.child<QPushButton>("startStop")->setFocus();
    for (const char* name : {"clients", "filter", "log", "startStop"}) {
        QTest::keyClick(&f.window, Qt::Key_F6);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QLatin1String(name));
    }
}

void ServerWindowTest::choicesAreRemembered() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    quint16 port = 0;
    {
        ServerThread server;
        ServerWindow window(server, {{}, file});
        window.findChild<QSpinBox*>(QStringLiteral("port"))->setValue(0);
        window.show();
        QTRY_COMPARE(server.state(), State::Listening);
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("startStop")), Qt::LeftButton);
        QTRY_COMPARE(server.state(), State::Stopped);
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("startStop")), Qt::LeftButton);
        QTRY_COMPARE(server.state(), State::Listening); // started by hand: remembered
        port = server.endpoint().port;
        window.findChild<QAction*>(QStringLiteral("language_ja"))->trigger();
        window.findChild<QAction*>(QStringLiteral("showDetails"))->trigger();
        window.findChild<QAction*>(QStringLiteral("logExpressions"))->trigger();
        window.resize(760, 700);
        window.close();
    }
    ServerThread server;
    const ServerWindow window(server, {{}, file});
    QCOMPARE(window.findChild<QSpinBox*>(QStringLiteral("port"))->value(), int(port));
    QVERIFY(window.findChild<QAction*>(QStringLiteral("language_ja"))->isChecked());
    QVERIFY(window.findChild<QAction*>(QStringLiteral("showDetails"))->isChecked());
    QVERIFY(!window.findChild<QAction*>(QStringLiteral("logExpressions"))->isChecked());
    QCOMPARE(window.size(), QSize(760, 700));
    QVERIFY(window.windowTitle().contains(QStringLiteral("サーバー")));
}

// --no-log-expressions is for the one run.
void ServerWindowTest::whatTheCommandLineHidesIsNotRemembered() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    for (const bool hides : {true, false}) {
        ServerThread server;
        server.setEventTexts(!hides);
        ServerWindow window(server, {{}, file});
        window.show();
        QCOMPARE(window.findChild<QAction*>(QStringLiteral("logExpressions"))->isChecked(), !hides);
        QCOMPARE(server.eventTexts(), !hides);
        window.close();
    }
}

void ServerWindowTest::quittingAsksOnlyWhileSomebodyIsConnected() {
    Fixture f;
    QSignalSpy closed(&f.window, &ServerWindow::closed);
    QTRY_VERIFY(f.isListening());
    QTcpSocket client;
    QVERIFY(connectTo(client, f.server));
    QTRY_COMPARE(f.server.clientCount(), 1);
    QString question;
    answerNextQuestion(f.window, question, pressReturn); // the default: Cancel
    QTest::keyClick(&f.window, Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(question, QStringLiteral("1 client is connected. Quit?"));
    QVERIFY(f.window.isVisible());
    QCOMPARE(closed.size(), 0);
    client.disconnectFromHost();
    QTRY_COMPARE(f.server.clientCount(), 0);
    f.activate();
    QTest::keyClick(&f.window, Qt::Key_Q, Qt::ControlModifier);
    QTRY_COMPARE(closed.size(), 1);
    QVERIFY(!f.window.isVisible());
}

void ServerWindowTest::theAddressIsCopied() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    QTRY_VERIFY(f.child<QPushButton>("copyEndpoint")->isVisible());
    QTest::mouseClick(f.child<QPushButton>("copyEndpoint"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("127.0.0.1:%1").arg(f.server.endpoint().port));
}

QTEST_MAIN(ServerWindowTest)
#include "server_window_test.moc"

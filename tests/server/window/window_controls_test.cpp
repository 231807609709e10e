// SPDX-License-Identifier: MIT
#include "common/widgets/colours.h"
#include "server/window/listening_bar.h"
#include "server/window/models/log_text.h"
#include "server/window/server_window.h"
#include "server/window/tray_icon.h"
#include "tests/server/window/server_window_fixture.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QNetworkInterface>
#include <QSignalSpy>
#include <QSystemTrayIcon>

#include <deque>

using namespace keisan::server;
namespace widgets = keisan::widgets;
using namespace keisan::server::test;

namespace {

const QByteArray kLong = "sum(i * i for i in range(10 ** 12))\n"; // until it is stopped

QModelIndex cellOf(Fixture& f, int row, int column) {
    return f.child<QTableView>("clients")->model()->index(row, column);
}

quint64 numberOf(Fixture& f, int row) {
    return cellOf(f, row, ClientsModel::Number).data(ClientsModel::SortRole).toULongLong();
}

bool runs(Fixture& f, int row) {
    return cellOf(f, row, ClientsModel::Now).data(ClientsModel::RunsRole).toBool();
}

} // namespace

// Buttons, keys and menus of the window, over a real server and real sockets.
class WindowControlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasItsWordAndColour();
    void everyOwnAddressIsOffered();
    void stoppingSendsWhatIsOwedAndThenCloses();
    void aDoubleClickOnStopIsOneClick();
    void clientsAreSortedByWhatChanges();
    void theMenuOfAClientActsOnItAlone();
    void keysFollowAndCopyAndListThemselves();
    void theSaveDialogWritesTheKindItsNameSays();
    void withoutATrayNobodyCanAskForIt();
    void inTheTrayTheServerGoesOnUntilItIsQuit();
};

void WindowControlsTest::everyStateHasItsWordAndColour() {
    const Fixture words; // the plurals come with the window
    ListeningBar bar;
    const ServerThread::Endpoint at{QHostAddress(QHostAddress::LocalHost), 4711};
    auto* word = bar.findChild<QLabel*>(QStringLiteral("state"));
    using widgets::Role;
    const std::tuple<State, bool, QString, Role> rows[] = {
        {State::Stopped, false, QStringLiteral("Stopped"), Role::Secondary},
        {State::Starting, false, QStringLiteral("Starting on 127.0.0.1:4711"), Role::Warning},
        {State::Listening, false, QStringLiteral("Listening on 127.0.0.1:4711"), Role::Good},
        {State::Stopping, false, QStringLiteral("Stopping (2 answers owed)"), Role::Warning},
        {State::Stopped, true, QStringLiteral("Cannot listen"), Role::Error},
    };
    bar.setOwed(2);
    for (const auto& [state, failed, text, role] : rows) {
        bar.showState(state, at, failed);
        QCOMPARE(word->text(), text);
        QCOMPARE(word->palette().color(QPalette::WindowText), widgets::colourOf(role, bar.palette()));
    }
}

void WindowControlsTest::everyOwnAddressIsOffered() {
    const ListeningBar bar;
    const auto* address = bar.findChild<QComboBox*>(QStringLiteral("address"));
    for (const QHostAddress& own : QNetworkInterface::allAddresses())
        QVERIFY2(address->findData(own.toString()) >= 0, qPrintable(own.toString()));
    QCOMPARE(address->itemData(0).toString(), QStringLiteral("127.0.0.1"));
}

// The answer that is ready goes out; the one that takes too long is given three seconds, then its end.
void WindowControlsTest::stoppingSendsWhatIsOwedAndThenCloses() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    QTcpSocket quick;
    QTcpSocket slow;
    QVERIFY(connectTo(quick, f.server) && connectTo(slow, f.server));
    slow.write(kLong);
    QTRY_VERIFY_WITH_TIMEOUT(cellOf(f, 1, 0).isValid() && runs(f, 1), kPatienceMs);
    QElapsedTimer time;
    time.start();
    quick.write("6 * 7\n");
    QTRY_VERIFY(f.logHas(QStringLiteral("42")));
    f.action("startStop")->trigger();
    QTcpSocket late;
    late.connectToHost(QHostAddress(QHostAddress::LocalHost), f.server.endpoint().port);
    QTRY_COMPARE_WITH_TIMEOUT(f.server.state(), State::Stopped, kPatienceMs);
    QVERIFY2(time.elapsed() >= 2'500, qPrintable(QString::number(time.elapsed())));
    QTRY_COMPARE(quick.bytesAvailable(), qint64{3});
    QCOMPARE(quick.readAll(), QByteArray("42\n"));
    QTRY_COMPARE(slow.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(late.readAll().isEmpty());
}

void WindowControlsTest::aDoubleClickOnStopIsOneClick() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    QSignalSpy states(&f.server, &ServerThread::stateChanged);
    auto* button = f.child<QPushButton>("startStop");
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::mouseDClick(button, Qt::LeftButton); // its second press only
    QTest::mouseRelease(button, Qt::LeftButton);
    QTRY_COMPARE(f.server.state(), State::Stopped);
    QTest::qWait(100);
    QCOMPARE(f.server.state(), State::Stopped);
    QCOMPARE(states.size(), 2); // Stopping, Stopped
}

void WindowControlsTest::clientsAreSortedByWhatChanges() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    std::deque<QTcpSocket> clients(3);
    for (QTcpSocket& client : clients)
        QVERIFY(connectTo(client, f.server));
    auto* view = f.child<QTableView>("clients");
    QTRY_COMPARE(view->model()->rowCount(), 3);
    view->sortByColumn(ClientsModel::Requests, Qt::DescendingOrder);
    const auto orderIs = [&f](quint64 a, quint64 b, quint64 c) {
        return numberOf(f, 0) == a && numberOf(f, 1) == b && numberOf(f, 2) == c;
    };
    view->selectRow(0);
    const quint64 chosen = numberOf(f, 0);
    clients[2].write("1\n2\n");
    clients[1].write("1\n");
    QTRY_VERIFY(orderIs(3, 2, 1));
    clients[0].write(QByteArray("1\n").repeated(10)); // ten are more than two, not less as words would be
    QTRY_VERIFY(orderIs(1, 3, 2));
    const QModelIndexList rows = view->selectionModel()->selectedRows(ClientsModel::Number);
    QCOMPARE(rows.size(), 1); // the choice goes with its client
    QCOMPARE(rows[0].data(ClientsModel::SortRole).toULongLong(), chosen);
}

void WindowControlsTest::theMenuOfAClientActsOnItAlone() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    QTcpSocket first;
    QTcpSocket second;
    QVERIFY(connectTo(first, f.server) && connectTo(second, f.server));
    auto* view = f.child<QTableView>("clients");
    QTRY_COMPARE(view->model()->rowCount(), 2);
    view->selectRow(1);
    const QPoint at = view->visualRect(cellOf(f, 1, ClientsModel::Address)).center();
    Q_EMIT view->customContextMenuRequested(at);
    auto* menu = f.child<QMenu>("clientContextMenu");
    QVERIFY(menu != nullptr && menu->isVisible());
    QCOMPARE(menu->actions().mid(0, 2),
             (QList<QAction*>{f.action("stopEvaluation"), f.action("disconnectClients")}));
    const auto press = [menu](const QString& text) {
        for (QAction* action : menu->actions())
            if (action->text() == text)
                action->trigger();
    };
    press(QStringLiteral("Copy address"));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("127.0.0.1:%1").arg(second.localPort()));
    press(QStringLiteral("Show only this one"));
    QCOMPARE(f.child<QLineEdit>("filter")->text(), QStringLiteral("client:2"));
    f.action("disconnectClients")->trigger();
    QTRY_COMPARE(second.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(first.state(), QAbstractSocket::ConnectedState);
    menu->close();
}

void WindowControlsTest::keysFollowAndCopyAndListThemselves() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    QTRY_VERIFY(f.logHas(QStringLiteral("Listening")));
    auto* follow = f.child<QCheckBox>("followBox");
    QVERIFY(follow->isChecked());
    QTest::keyClick(&f.window, Qt::Key_L, Qt::ControlModifier);
    QVERIFY(!follow->isChecked());
    QTest::keyClick(&f.window, Qt::Key_L, Qt::ControlModifier);
    QVERIFY(follow->isChecked());
    f.log()->selectRow(0);
    f.log()->setFocus();
    QTest::keyClick(f.log(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(QGuiApplication::clipboard()->text().contains(QStringLiteral("\tListening\t")),
             qPrintable(QGuiApplication::clipboard()->text()));
    QTest::keyClick(&f.window, Qt::Key_F1);
    auto* keys = f.window.findChild<QDialog*>();
    QVERIFY(keys != nullptr && keys->isVisible());
    keys->close();
}

void WindowControlsTest::theSaveDialogWritesTheKindItsNameSays() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    QTRY_VERIFY(f.logHas(QStringLiteral("Listening")));
    f.child<QLineEdit>("filter")->setText(QStringLiteral("event:listening"));
    QTRY_COMPARE(f.log()->model()->rowCount(), 1);
    const QString file = f.folder.filePath(QStringLiteral("log.jsonl"));
    QStringList kinds;
    QString title;
    QTimer look;
    connect(&look, &QTimer::timeout, this, [&] {
        auto* dialog = f.child<QFileDialog>("saveLogDialog");
        if (dialog == nullptr || !dialog->isVisible())
            return;
        kinds = dialog->nameFilters();
        title = dialog->windowTitle();
        dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(file);
        static_cast<QDialog*>(dialog)->accept();
    });
    look.start(20);
    QTest::keyClick(&f.window, Qt::Key_S, Qt::ControlModifier);
    look.stop();
    QCOMPARE(kinds.size(), 3);
    QCOMPARE(title, QStringLiteral("Save the 1 line that is shown"));
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    const QByteArray lines = saved.readAll();
    QCOMPARE(lines.count('\n'), 1);
    QVERIFY2(lines.startsWith('{') && lines.contains("\"listening\""), lines);
}

// Offscreen, as ctest runs it, there is none.
void WindowControlsTest::withoutATrayNobodyCanAskForIt() {
    Fixture f;
    QSignalSpy closed(&f.window, &ServerWindow::closed);
    QCOMPARE(f.action("stayInTray")->isEnabled(), TrayIcon::isPossible());
    QVERIFY(!f.action("stayInTray")->isChecked());
    f.window.close();
    QCOMPARE(closed.size(), 1);
}

void WindowControlsTest::inTheTrayTheServerGoesOnUntilItIsQuit() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    QSignalSpy closed(&f.window, &ServerWindow::closed);
    f.action("stayInTray")->setChecked(true); // as if there were one
    f.window.close();
    QVERIFY(!f.window.isVisible());
    QCOMPARE(closed.size(), 0);
    QTcpSocket client;
    QVERIFY(connectTo(client, f.server));
    client.disconnectFromHost();
    QTRY_COMPARE(f.server.clientCount(), 0);
    const QList<QAction*> menu = f.child<QSystemTrayIcon>("tray")->contextMenu()->actions();
    menu.first()->trigger();
    QVERIFY(f.window.isVisible());
    f.window.close();
    QCOMPARE(menu.last(), f.action("quit"));
    menu.last()->trigger();
    QCOMPARE(closed.size(), 1);
}

QTEST_MAIN(WindowControlsTest)
#include "window_controls_test.moc"

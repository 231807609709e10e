// SPDX-License-Identifier: MIT
#include "common/protocol/structured_codec.h"
#include "server/window/limits_dialog.h"
#include "server/window/log_pane.h"
#include "tests/server/window/server_window_fixture.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <deque>

using namespace keisan::server;
using namespace keisan::server::test;
namespace protocol = keisan::protocol;

namespace {

const QByteArray kLong = "sum(i * i for i in range(10 ** 12))"; // until it is stopped

// A client that counts what it sends and gets, as a load generator does.
class CountingClient : public QObject {
public:
    QTcpSocket socket;
    quint64 bytesIn = 0;
    quint64 bytesOut = 0;
    int replies = 0;
    int errors = 0;
    QByteArray lastReply;

    explicit CountingClient(const ServerThread& server) {
        connect(&socket, &QTcpSocket::readyRead, this, &CountingClient::read);
        connectTo(socket, server);
    }

    void send(const QByteArray& bytes) {
        bytesOut += static_cast<quint64>(bytes.size());
        socket.write(bytes);
    }
    void call(const QString& method, const QJsonObject& params) {
        send(protocol::encodeCall(1, method, params));
    }
    void sayHello() {
        call(QStringLiteral("hello"), {{QStringLiteral("client"), QStringLiteral("Counting")},
                                       {QStringLiteral("version"), QStringLiteral("1")}});
    }
    bool isThere() const { return socket.state() == QAbstractSocket::ConnectedState; }

private:
    void read() {
        while (socket.canReadLine()) {
            lastReply = socket.readLine();
            bytesIn += static_cast<quint64>(lastReply.size());
            ++replies;
            errors += lastReply.startsWith("Error: ") || lastReply.contains("\"error\":") ? 1 : 0;
        }
    }
};

QTableView& clientsOf(Fixture& f) {
    return *f.child<QTableView>("clients");
}

QModelIndex cellOf(Fixture& f, int row, int column) {
    return clientsOf(f).model()->index(row, column);
}

bool runs(Fixture& f, int row) {
    return cellOf(f, row, ClientsModel::Now).data(ClientsModel::RunsRole).toBool();
}

quint64 sumOf(Fixture& f, int column) {
    quint64 sum = 0;
    for (int row = 0; row < clientsOf(f).model()->rowCount(); ++row)
        sum += cellOf(f, row, column).data(ClientsModel::SortRole).toULongLong();
    return sum;
}

QString figure(Fixture& f, const char* name) {
    return f.child<QToolButton>(name)->accessibleName();
}

} // namespace

// The clients in the window, over a real server and real sockets: what is seen of them and what can be done.
class ClientsWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void theFiguresAgreeWithWhatTwoHundredClientsCounted();
    void stopInTheRowEndsOneEvaluationAndItsClientGoesOn();
    void stoppingByTheActionTakesTheChosenOnes();
    void whatCannotBeDoneIsGreyedWithItsReason();
    void disconnectingOneAsksNothingAndSaysBye();
    void disconnectingSeveralAsksFirst();
    void clientsServedOneAfterAnotherAreShownWaiting();
    void clientsOfSeveralThreadsCannotBeServedOneAfterAnother();
    void limitsChangeWhileTheServerRuns();
    void aFaultyLimitIsExplainedAndNotApplied();
    void whatRunsIsHiddenWhereExpressionsAre();
    void chosenClientsAreCopiedAsATable();
    void stoppingTellsHowManyAnswersAreOwed();
    void aStoppedServerHasNoClientsAndTakesNoTime();
};

// Three kinds: heavy ones whose evaluations last, light ones that ask small things, silent ones.
void ClientsWindowTest::theFiguresAgreeWithWhatTwoHundredClientsCounted() {
    constexpr int kHeavy = 10;
    constexpr int kLight = 150;
    constexpr int kSilent = 40;
    constexpr int kRequests = 20; // of each light one, half of them errors
    Fixture f;
    QTRY_VERIFY(f.isListening());
    std::deque<CountingClient> clients;
    for (int i = 0; i < kHeavy + kLight + kSilent; ++i)
        QVERIFY(clients.emplace_back(f.server).isThere());
    for (int i = 0; i < kHeavy; ++i)
        clients[std::size_t(i)].send(kLong + '\n');
    for (int i = kHeavy; i < kHeavy + kLight; ++i)
        for (int request = 0; request < kRequests; ++request)
            clients[std::size_t(i)].send(request % 2 == 0 ? "2 ** 100\n" : "1 / 0\n");
    const auto count = [&clients](auto what) {
        quint64 sum = 0;
        for (const CountingClient& client : clients)
            sum += static_cast<quint64>(what(client));
        return sum;
    };
    const auto replies = [&] { return count([](const CountingClient& c) { return c.replies; }); };
    QTRY_COMPARE_WITH_TIMEOUT(replies(), quint64(kLight * kRequests), kPatienceMs);
    QTRY_COMPARE(clientsOf(f).model()->rowCount(), kHeavy + kLight + kSilent);
    QTRY_VERIFY_WITH_TIMEOUT(runs(f, 0) && runs(f, kHeavy - 1), kPatienceMs);
    QVERIFY(!runs(f, kHeavy));

    clientsOf(f).selectAll();
    f.action("stopEvaluation")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(replies(), quint64(kLight * kRequests + kHeavy), kPatienceMs);
    const quint64 errors = count([](const CountingClient& c) { return c.errors; });
    QCOMPARE(errors, quint64(kLight * kRequests / 2 + kHeavy));
    QTRY_COMPARE(sumOf(f, ClientsModel::Requests), replies());
    QCOMPARE(sumOf(f, ClientsModel::Errors), errors);
    QTRY_COMPARE(sumOf(f, ClientsModel::In), count([](const CountingClient& c) { return c.bytesOut; }));
    QTRY_COMPARE(sumOf(f, ClientsModel::Out), count([](const CountingClient& c) { return c.bytesIn; }));
    const QLocale locale;
    QTRY_COMPARE(figure(f, "clientsFigure"), QStringLiteral("Clients 200 / %1").arg(locale.toString(10'000)));
    QTRY_COMPARE(figure(f, "requestsFigure"), QStringLiteral("Requests %1").arg(locale.toString(replies())));
    QCOMPARE(figure(f, "errorsFigure"), QStringLiteral("Errors %1").arg(locale.toString(errors)));
    QCOMPARE(count([](const CountingClient& c) { return c.isThere() ? 1 : 0; }), quint64{200});
}

void ClientsWindowTest::stopInTheRowEndsOneEvaluationAndItsClientGoesOn() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    CountingClient heavy(f.server);
    CountingClient other(f.server);
    heavy.send(kLong + '\n');
    other.send(kLong + '\n');
    QTRY_VERIFY_WITH_TIMEOUT(clientsOf(f).model()->rowCount() == 2 && runs(f, 0) && runs(f, 1), kPatienceMs);
    const QRect cell = clientsOf(f).visualRect(cellOf(f, 0, ClientsModel::Now));
    const QPoint button(cell.right() - 10, cell.center().y());
    QTest::mouseClick(clientsOf(f).viewport(), Qt::LeftButton, {}, button);
    QTRY_COMPARE(heavy.lastReply, QByteArray("Error: Cancelled\n"));
    QTRY_VERIFY(!runs(f, 0));
    QVERIFY(runs(f, 1));
    QCOMPARE(other.replies, 0);
    heavy.send("6 * 7\n");
    QTRY_COMPARE(heavy.lastReply, QByteArray("42\n"));
    QTRY_VERIFY(f.logHas(QStringLiteral("Cancelled")));
}

void ClientsWindowTest::stoppingByTheActionTakesTheChosenOnes() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    std::deque<CountingClient> clients;
    for (int i = 0; i < 3; ++i)
        clients.emplace_back(f.server).send(i == 1 ? QByteArray("1\n") : kLong + '\n');
    QTRY_VERIFY_WITH_TIMEOUT(clientsOf(f).model()->rowCount() == 3 && runs(f, 0) && runs(f, 2), kPatienceMs);
    clientsOf(f).selectRow(2);
    QTest::mouseClick(f.child<QToolButton>("stopEvaluationButton"), Qt::LeftButton);
    QTRY_COMPARE(clients[2].lastReply, QByteArray("Error: Cancelled\n"));
    QVERIFY(runs(f, 0));
    QCOMPARE(clients[0].replies, 0);
}

void ClientsWindowTest::whatCannotBeDoneIsGreyedWithItsReason() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    auto* stop = f.child<QToolButton>("stopEvaluationButton");
    auto* disconnect = f.child<QToolButton>("disconnectButton");
    QVERIFY(!stop->isEnabled() && !disconnect->isEnabled());
    QCOMPARE(stop->toolTip(), QStringLiteral("Choose a client first."));
    QCOMPARE(disconnect->toolTip(), QStringLiteral("Choose a client first."));
    CountingClient client(f.server);
    QTRY_COMPARE(clientsOf(f).model()->rowCount(), 1);
    clientsOf(f).selectRow(0);
    QVERIFY(!stop->isEnabled() && disconnect->isEnabled());
    QCOMPARE(stop->toolTip(), QStringLiteral("The chosen clients have no evaluation running."));
    client.send(kLong + '\n');
    QTRY_VERIFY_WITH_TIMEOUT(stop->isEnabled(), kPatienceMs);
    QTest::mouseClick(stop, Qt::LeftButton);
    QTRY_VERIFY(!stop->isEnabled() && disconnect->isEnabled());
    client.socket.abort();
    QTRY_VERIFY(!disconnect->isEnabled());
}

void ClientsWindowTest::disconnectingOneAsksNothingAndSaysBye() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    CountingClient client(f.server);
    CountingClient other(f.server);
    client.sayHello();
    QTRY_COMPARE(clientsOf(f).model()->rowCount(), 2);
    QTRY_COMPARE(cellOf(f, 0, ClientsModel::Program).data().toString(), QStringLiteral("Counting 1"));
    clientsOf(f).selectRow(0);
    clientsOf(f).setFocus();
    QTest::keyClick(&clientsOf(f), Qt::Key_Delete);
    QTRY_VERIFY(!client.isThere());
    const QJsonObject bye = QJsonDocument::fromJson(client.lastReply.mid(1)).object();
    QCOMPARE(bye[u"method"].toString(), QStringLiteral("bye"));
    QVERIFY(bye[u"params"][u"reason"].toString().contains(QStringLiteral("administrator")));
    QTRY_COMPARE(clientsOf(f).model()->rowCount(), 1);
    QTRY_VERIFY(f.logHas(QStringLiteral("Disconnected")));
    other.send("1\n");
    QTRY_COMPARE(other.lastReply, QByteArray("1\n"));
}

void ClientsWindowTest::disconnectingSeveralAsksFirst() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    std::deque<CountingClient> clients;
    for (int i = 0; i < 3; ++i)
        clients.emplace_back(f.server);
    QTRY_COMPARE(clientsOf(f).model()->rowCount(), 3);
    clientsOf(f).selectRow(0);
    clientsOf(f).selectionModel()->select(cellOf(f, 2, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QString question;
    answerNextQuestion(f.window, question, pressReturn); // the default: Cancel
    f.action("disconnectClients")->trigger();
    QCOMPARE(question, QStringLiteral("Disconnect 2 clients?"));
    QTest::qWait(100);
    QVERIFY(clients[0].isThere() && clients[1].isThere() && clients[2].isThere());
    answerNextQuestion(f.window, question, pressYes);
    f.action("disconnectClients")->trigger();
    QTRY_VERIFY(!clients[0].isThere() && !clients[2].isThere());
    QVERIFY(clients[1].isThere());
}

void ClientsWindowTest::clientsServedOneAfterAnotherAreShownWaiting() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    auto* notice = f.child<QLabel>("oneAtATimeNotice");
    QVERIFY(!notice->isVisible());
    f.action("oneAtATime")->trigger();
    QVERIFY(notice->isVisible());
    CountingClient first(f.server);
    CountingClient second(f.server);
    CountingClient third(f.server);
    third.send("3\n");
    QTRY_COMPARE(clientsOf(f).model()->rowCount(), 3);
    QTRY_COMPARE(cellOf(f, 2, ClientsModel::Now).data().toString(), QStringLiteral("waits for 2 clients"));
    QTRY_VERIFY(notice->text().contains(QStringLiteral("2 clients wait")));
    first.socket.disconnectFromHost();
    QTRY_COMPARE(cellOf(f, 1, ClientsModel::Now).data().toString(), QStringLiteral("waits for 1 client"));
    QCOMPARE(third.replies, 0);
    f.action("oneAtATime")->trigger();
    QTRY_COMPARE(third.lastReply, QByteArray("3\n"));
    QVERIFY(!notice->isVisible());
}

void ClientsWindowTest::clientsOfSeveralThreadsCannotBeServedOneAfterAnother() {
    const QTemporaryDir folder;
    for (const int threads : {1, 2}) {
        ServerThread server;
        server.setThreads(threads);
        const ServerWindow window(server, {std::nullopt, folder.filePath(QStringLiteral("settings.ini"))});
        const auto* action = window.findChild<QAction*>(QStringLiteral("oneAtATime"));
        QCOMPARE(action->isEnabled(), threads == 1);
        QCOMPARE(action->toolTip().contains(QStringLiteral("--threads")), threads == 2);
    }
}

void ClientsWindowTest::limitsChangeWhileTheServerRuns() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    CountingClient client(f.server);
    client.send("10 ** 1500\n");
    QTRY_COMPARE(client.replies, 1);
    f.action("limits")->trigger();
    auto* dialog = f.child<QDialog>("limits");
    QVERIFY(dialog != nullptr && dialog->isVisible());
    for (const LimitRow& row : limitRows()) { // each with its default beside it
        const auto* edit = dialog->findChild<QLineEdit*>(row.name.toString());
        QVERIFY2(edit != nullptr, row.name.data());
        QCOMPARE(edit->text(), amountText(row.get(f.server.limits()), row.unit));
        QVERIFY(edit->accessibleDescription().contains(amountText(defaultOf(row), row.unit)));
    }
    dialog->findChild<QLineEdit*>(QStringLiteral("digit-limit"))->setText(QStringLiteral("1000"));
    for (QPushButton* button : dialog->findChildren<QPushButton*>())
        if (button->text().contains(QStringLiteral("Apply")))
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(f.server.limits().evaluation.printedDigits,
             decltype(f.server.limits().evaluation.printedDigits){1000});
    const auto isRefusedNow = [&client] { // the network thread learns of it in its own time
        client.send("10 ** 1500\n");
        return client.lastReply.startsWith("Error: ");
    };
    QTRY_VERIFY(isRefusedNow());
}

void ClientsWindowTest::aFaultyLimitIsExplainedAndNotApplied() {
    Fixture f;
    LimitsDialog dialog(f.server.limits());
    QSignalSpy applied(&dialog, &LimitsDialog::applied);
    auto* edit = dialog.findChild<QLineEdit*>(QStringLiteral("time-limit"));
    edit->setText(QStringLiteral("soon"));
    auto* fault = dialog.findChild<QLabel*>(QStringLiteral("limitFault"));
    QVERIFY2(fault->text().contains(QStringLiteral("soon")), qPrintable(fault->text()));
    QVERIFY(!edit->styleSheet().isEmpty());
    for (const QPushButton* button : dialog.findChildren<QPushButton*>())
        if (button->text().contains(QStringLiteral("OK")) || button->text().contains(QStringLiteral("Apply")))
            QVERIFY(!button->isEnabled() && button->toolTip() == fault->text());
    edit->setText(QStringLiteral("2 s"));
    QVERIFY(fault->text().isEmpty() && edit->styleSheet().isEmpty());
    QCOMPARE(applied.size(), 0);
    dialog.accept();
}

void ClientsWindowTest::whatRunsIsHiddenWhereExpressionsAre() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    f.action("logExpressions")->trigger();
    CountingClient client(f.server);
    client.send(kLong + '\n');
    QTRY_VERIFY_WITH_TIMEOUT(clientsOf(f).model()->rowCount() == 1 && runs(f, 0), kPatienceMs);
    const QString now = cellOf(f, 0, ClientsModel::Now).data().toString();
    QVERIFY2(now.endsWith(QStringLiteral("(%1 B)").arg(kLong.size())), qPrintable(now));
}

void ClientsWindowTest::chosenClientsAreCopiedAsATable() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    CountingClient one(f.server);
    CountingClient two(f.server);
    QTRY_COMPARE(clientsOf(f).model()->rowCount(), 2);
    clientsOf(f).setFocus();
    clientsOf(f).selectAll();
    QTest::keyClick(&clientsOf(f), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith(QStringLiteral("#\tAddress\t")));
    QVERIFY(lines[2].startsWith(QStringLiteral("2\t127.0.0.1:%1\t").arg(two.socket.localPort())));
}

void ClientsWindowTest::stoppingTellsHowManyAnswersAreOwed() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    CountingClient client(f.server);
    client.send(kLong + "\n1\n");
    QTRY_VERIFY_WITH_TIMEOUT(clientsOf(f).model()->rowCount() == 1 && runs(f, 0), kPatienceMs);
    QTest::keyClick(&f.window, Qt::Key_F5);
    QTRY_COMPARE(f.child<QLabel>("state")->text(), QStringLiteral("Stopping (2 answers owed)"));
    QTest::keyClick(&f.window, Qt::Key_F5); // at once
    QTRY_COMPARE(f.server.state(), State::Stopped);
}

void ClientsWindowTest::aStoppedServerHasNoClientsAndTakesNoTime() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    std::deque<CountingClient> clients;
    for (int i = 0; i < 3; ++i)
        QVERIFY(clients.emplace_back(f.server).isThere());
    QTRY_COMPARE(figure(f, "clientsFigure"),
                 QStringLiteral("Clients 3 / %1").arg(QLocale().toString(10'000)));
    clients.front().send("2 ** 100\n");
    QTRY_VERIFY(figure(f, "timeFigure").endsWith(QStringLiteral("ms")));
    QTest::keyClick(&f.window, Qt::Key_F5);
    QTRY_COMPARE(figure(f, "clientsFigure"),
                 QStringLiteral("Clients 0 / %1").arg(QLocale().toString(10'000)));
    QTRY_COMPARE(figure(f, "timeFigure"), QStringLiteral("Median, 99 % –"));
}

QTEST_MAIN(ClientsWindowTest)
#include "clients_window_test.moc"

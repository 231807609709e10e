// SPDX-License-Identifier: MIT
#include "server/window/column_folder.h"
#include "server/window/folding_row.h"
#include "server/window/folding_splitter.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace keisan::server;

// What a small window has no room for goes, the least important first, and comes back.
class FoldingTest : public QObject {
    Q_OBJECT

private:
    static QString seen(const std::vector<bool>& parts) {
        QString text;
        for (const bool part : parts)
            text += part ? QLatin1Char('1') : QLatin1Char('0');
        return text;
    }

private Q_SLOTS:
    void partsGoInTheirOrder_data();
    void partsGoInTheirOrder();
    void aRowFoldsAndUnfolds();
    void aPaneGoesWhereTheWindowIsLow();
    void columnsFoldAndTheUsersChoiceIsRemembered();
    void aColumnThatIsAskedForIsReachedInANarrowTableToo();
    void aColumnThatGaveRoomHasItsWidthAgain();
    void zoomHasTheWidthThatAColumnHadWhenItGaveRoom();
};

void FoldingTest::partsGoInTheirOrder_data() {
    QTest::addColumn<int>("available");
    QTest::addColumn<QString>("expected");
    QTest::newRow("all fit exactly") << 430 << QStringLiteral("11101");
    QTest::newRow("one pixel less") << 429 << QStringLiteral("11001");
    QTest::newRow("only the two most important") << 210 << QStringLiteral("10001");
    QTest::newRow("nothing fits") << 10 << QStringLiteral("10001");
}

void FoldingTest::partsGoInTheirOrder() {
    QFETCH(int, available);
    QFETCH(QString, expected);
    const std::vector<FoldablePart> parts{
        {100, 0, true}, {100, 1, true}, {100, 2, true}, {500, 1, false}, {100, 0, true}};
    QCOMPARE(seen(whatFits(parts, 10, available)), expected);
    QCOMPARE(leastLength(parts, 10), 210);
}

void FoldingTest::aRowFoldsAndUnfolds() {
    QWidget window; // a row that is a window itself has its least size from Qt
    FoldingRow row(&window);
    auto* stays = new QPushButton(QStringLiteral("stays"), &row);
    auto* goes = new QPushButton(QStringLiteral("goes when there is no room"), &row);
    row.add(stays);
    row.add(goes, 1);
    row.resize(600, 40);
    window.resize(600, 400);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(stays->isVisible() && goes->isVisible());
    row.resize(stays->minimumSizeHint().width() + 30, 40);
    QTRY_VERIFY(stays->isVisible() && !goes->isVisible());
    row.resize(600, 40);
    QTRY_VERIFY(goes->isVisible());
    row.setWanted(goes, false);
    QVERIFY(!goes->isVisible());
    QVERIFY(row.minimumSizeHint().width() < goes->minimumSizeHint().width());
}

void FoldingTest::aPaneGoesWhereTheWindowIsLow() {
    QWidget window;
    FoldingSplitter splitter(&window);
    auto* stays = new QWidget;
    auto* goes = new QWidget;
    for (QWidget* pane : {stays, goes})
        pane->setMinimumHeight(100);
    splitter.add(goes, 1);
    splitter.add(stays);
    splitter.resize(300, 400);
    window.resize(600, 400);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(stays->isVisible() && goes->isVisible());
    splitter.resize(300, 150);
    QTRY_VERIFY(stays->isVisible() && !goes->isVisible());
    splitter.resize(300, 400);
    QTRY_VERIFY(goes->isVisible());
}

void FoldingTest::columnsFoldAndTheUsersChoiceIsRemembered() {
    QStandardItemModel model(1, 3);
    QTableView table;
    table.setModel(&model);
    const std::vector<ColumnFolder::Column> columns{{10, 1}, {10, 2}, {10, 0, true, true}};
    auto* folder = new ColumnFolder(table, columns);
    const int character = table.fontMetrics().horizontalAdvance(QLatin1Char('0'));
    table.resize(60 * character, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QVERIFY(!table.isColumnHidden(0) && !table.isColumnHidden(1));
    table.resize(26 * character, 200);
    QTRY_VERIFY(!table.isColumnHidden(0) && table.isColumnHidden(1));
    const QByteArray narrow = folder->state(); // folded away is not unwanted
    table.resize(60 * character, 200);
    QTRY_VERIFY(!table.isColumnHidden(1));
    folder->setWanted(0, false);
    QVERIFY(table.isColumnHidden(0));
    const QByteArray chosen = folder->state();
    folder->restore(narrow);
    QVERIFY(!table.isColumnHidden(0) && !table.isColumnHidden(1));
    folder->restore(chosen);
    QVERIFY(table.isColumnHidden(0) && !table.isColumnHidden(1));
    folder->restore("nonsense");
    QVERIFY(table.isColumnHidden(0) && !table.isColumnHidden(1));
}

void FoldingTest::aColumnThatIsAskedForIsReachedInANarrowTableToo() {
    QStandardItemModel model(1, 3);
    QTableView table;
    table.setModel(&model);
    const std::vector<ColumnFolder::Column> columns{{10, 1}, {10, 2}, {12, 0, true, true}};
    auto* folder = new ColumnFolder(table, columns);
    const int character = table.fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const auto widths = [&] { return table.columnWidth(0) + table.columnWidth(1) + table.columnWidth(2); };
    table.resize(28 * character, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QVERIFY(!table.isColumnHidden(0) && table.isColumnHidden(1));
    folder->setWanted(1, true); // the other makes room
    QVERIFY(table.isColumnHidden(0) && !table.isColumnHidden(1));
    QCOMPARE(widths(), table.viewport()->width());
    folder->setWanted(0, true);
    QVERIFY(!table.isColumnHidden(0) && !table.isColumnHidden(1));
    QVERIFY(table.columnWidth(2) >= 12 * character);
    QTRY_VERIFY(table.horizontalScrollBar()->maximum() > 0);
    const QByteArray asked = folder->state();
    folder->setWanted(1, false);
    QTRY_COMPARE(widths(), table.viewport()->width());
    folder->restore(asked);
    QVERIFY(!table.isColumnHidden(1));
    table.resize(60 * character, 200);
    QTRY_COMPARE(widths(), table.viewport()->width());
}

void FoldingTest::aColumnThatGaveRoomHasItsWidthAgain() {
    QStandardItemModel model(1, 2);
    QTableView table;
    table.setModel(&model);
    const std::vector<ColumnFolder::Column> columns{{30, 0, true, false, 14}, {12, 0, true, true}};
    auto* folder = new ColumnFolder(table, columns);
    const int character = table.fontMetrics().horizontalAdvance(QLatin1Char('0'));
    table.resize(60 * character, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QCOMPARE(table.columnWidth(0), 30 * character);
    const auto show = [&](int characters) { table.resize(characters * character, 200); };
    show(34);
    QTRY_VERIFY(table.columnWidth(0) < 30 * character);
    const QByteArray narrow = folder->state();
    show(20); // there is no room for both
    QTRY_COMPARE(table.columnWidth(0), 14 * character);
    QCOMPARE(table.horizontalScrollBar()->maximum(), 0);
    show(60);
    QTRY_COMPARE(table.columnWidth(0), 30 * character);
    folder->restore(narrow);
    QCOMPARE(table.columnWidth(0), 30 * character);
    show(34);
    QTRY_VERIFY(table.columnWidth(0) < 30 * character);
    table.setColumnWidth(0, 16 * character); // by hand
    show(60);
    QTRY_COMPARE(table.columnWidth(1), table.viewport()->width() - 16 * character);
}

// Also where that is just what it shrank to.
void FoldingTest::zoomHasTheWidthThatAColumnHadWhenItGaveRoom() {
    QStandardItemModel model(1, 2);
    QTableView table;
    table.verticalHeader()->hide();
    table.setModel(&model);
    QFont font = table.font();
    font.setPixelSize(12);
    const int smaller = QFontMetrics(font).horizontalAdvance(QLatin1Char('0'));
    QFont large = font;
    large.setPixelSize(20);
    table.setFont(large);
    new ColumnFolder(table, {{30, 0, true, false, 14}, {12, 0, true, true}});
    const int larger = table.fontMetrics().horizontalAdvance(QLatin1Char('0'));
    table.resize(30 * smaller + 12 * larger + 2 * table.frameWidth(), 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QTRY_COMPARE(table.columnWidth(0), 30 * smaller);
    table.setFont(font);
    QTRY_COMPARE(table.columnWidth(1), table.viewport()->width() - 30 * smaller);
    QCOMPARE(table.columnWidth(0), 30 * smaller);
}

QTEST_MAIN(FoldingTest)
#include "folding_test.moc"

// SPDX-License-Identifier: MIT
#include "client/session/known_names.h"
#include "client/window/name_completer.h"
#include "client/window/name_prefix.h"
#include "tests/client/window/real_server.h"
#include "tests/client/window/window_fixture.h"

#include <QTreeView>

#include <memory>

namespace keisan::client::test {

// The list of names, with real keys, in the window, with the names of the real server.
class CompletionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aPrefixIsTheNameBeforeTheCursor_data();
    void aPrefixIsTheNameBeforeTheCursor();
    void itOpensAfterTwoLettersWithNothingChosen();
    void tabTakesTheFirstAndDownEnterTheChosen();
    void enterWithNothingChosenEvaluates();
    void escapeClosesOnlyTheList();
    void typingGoesOnUnhindered();
    void ctrlSpaceOpensItWithOneLetter();
    void membersComeBehindTheDot();
    void variablesAreOffered();
    void aWholeNameNeedsNoList();
    void atMostEightRowsAreSeen();
    void signaturesAreSeenWholeWhereThereIsRoom();
    void aRecalledTextOpensNothing();
    void inATextTooLongToBeReadAtEveryKeyItOpensWhenAsked();

private:
    QTreeView& list();
    QStringList offered();
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    QString text() { return m_fixture->input().expression(); }

    std::unique_ptr<RealServer> m_server;
    std::unique_ptr<WindowFixture> m_fixture;
};

void CompletionTest::init() {
    m_server = std::make_unique<RealServer>();
    m_fixture = std::make_unique<WindowFixture>(m_server->port());
    QVERIFY(m_fixture->connectNow());
    QTRY_VERIFY(m_fixture->window.findChild<NameCompleter*>()->model().isFunction(QStringLiteral("sqrt")));
}

void CompletionTest::cleanup() {
    m_fixture.reset();
    m_server.reset();
}

// A popup is no child of the window.
QTreeView& CompletionTest::list() {
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (widget->objectName() == QStringLiteral("completionList"))
            return *qobject_cast<QTreeView*>(widget);
    }
    qFatal("there is no list");
}

QStringList CompletionTest::offered() {
    QStringList names;
    if (!list().isVisible())
        return names;
    for (int row = 0; row < list().model()->rowCount(); ++row)
        names << list().model()->index(row, 0).data().toString();
    return names;
}

// As the platform does it: the keys go to the popup that is open.
void CompletionTest::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QWidget* popup = QApplication::activePopupWidget();
    QTest::keyClick(popup != nullptr ? popup : &m_fixture->input(), key, modifiers);
}

void CompletionTest::aPrefixIsTheNameBeforeTheCursor_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("cursor");
    QTest::addColumn<QString>("prefix"); // null: none
    const auto row = [](const char* text, int cursor, const char* prefix) {
        QTest::addRow("%s at %d", text, cursor)
            << QString::fromUtf8(text) << cursor << (prefix ? QString::fromUtf8(prefix) : QString());
    };
    row("sq", 2, "sq");
    row("1 + sq", 6, "sq");
    row("sq + 1", 2, "sq");
    row("sqrt", 2, nullptr);
    row("math.sq", 7, "math.sq");
    row("math.", 5, "math.");
    row("x = is", 6, "is");
    row("データ", 3, "データ");
    row("'\xf0\x9f\x98\x80' + sq", 9, "sq");
    row("0x1f", 4, nullptr);
    row("1e5", 3, nullptr);
    row("12", 2, nullptr);
    row("1if", 3, nullptr);
    row("'sq", 3, nullptr);
    row("'sq'", 3, nullptr);
    row("f'{sq", 5, "sq");
    row("1.", 2, nullptr);
    row("(1).re", 6, nullptr);
    row("", 0, nullptr);
}

void CompletionTest::aPrefixIsTheNameBeforeTheCursor() {
    QFETCH(QString, text);
    QFETCH(int, cursor);
    QFETCH(QString, prefix);
    const auto found = namePrefixAt(text, cursor);
    QCOMPARE(found.has_value(), !prefix.isNull());
    if (found) {
        QCOMPARE(found->text, prefix);
        QCOMPARE(text.mid(found->start, prefix.size()), prefix);
    }
}

void CompletionTest::itOpensAfterTwoLettersWithNothingChosen() {
    m_fixture->type("s");
    QVERIFY(!list().isVisible());
    m_fixture->type("q");
    QTRY_VERIFY(list().isVisible());
    QCOMPARE(offered(), QStringList{QStringLiteral("sqrt")});
    QVERIFY(!list().currentIndex().isValid());
    const auto column = [this](int number) { return list().model()->index(0, number).data().toString(); };
    QCOMPARE(column(1), QStringLiteral("(x, /)")); // the name stands beside it
    QCOMPARE(column(2), QStringLiteral("The square root of x."));
    const QRect input(m_fixture->input().mapToGlobal(QPoint()), m_fixture->input().size());
    QVERIFY(!list().window()->geometry().intersects(input)); // not drawn over it
}

void CompletionTest::tabTakesTheFirstAndDownEnterTheChosen() {
    m_fixture->type("2*sq");
    key(Qt::Key_Tab);
    QCOMPARE(text(), QStringLiteral("2*sqrt("));
    QVERIFY(!list().isVisible());
    QVERIFY(m_fixture->input().hasFocus());
    QTest::keyClick(&m_fixture->input(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!text().contains(QStringLiteral("sqrt")));
    m_fixture->input().replaceExpression({});
    m_fixture->type("isi");
    QCOMPARE(offered(), (QStringList{QStringLiteral("isinf")}));
    key(Qt::Key_Backspace);
    QVERIFY(offered().size() > 3);
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    const QString chosen = list().currentIndex().siblingAtColumn(0).data().toString();
    key(Qt::Key_Return);
    QCOMPARE(text(), chosen + (chosen == QStringLiteral("is") ? QString() : QStringLiteral("(")));
    QCOMPARE(m_fixture->window.history().rowCount(), 0);
}

void CompletionTest::enterWithNothingChosenEvaluates() {
    m_fixture->type("pi + ta");
    QVERIFY(list().isVisible());
    key(Qt::Key_Return);
    QVERIFY(!list().isVisible());
    QCOMPARE(m_fixture->window.history().rowCount(), 1);
    QCOMPARE(m_fixture->item(0).expression, QStringLiteral("pi + ta"));
}

void CompletionTest::escapeClosesOnlyTheList() {
    m_fixture->type("sq");
    key(Qt::Key_Escape);
    QVERIFY(!list().isVisible());
    QCOMPARE(text(), QStringLiteral("sq"));
    key(Qt::Key_Escape);
    QCOMPARE(text(), QString());
}

void CompletionTest::typingGoesOnUnhindered() {
    for (const char c : QByteArray("sqrt(16)+co"))
        key(static_cast<Qt::Key>(QChar::toUpper(static_cast<uint>(c))));
    QCOMPARE(text().toLower(), QStringLiteral("sqrt(16)+co"));
    QVERIFY(list().isVisible());
}

void CompletionTest::ctrlSpaceOpensItWithOneLetter() {
    m_fixture->type("s");
    QTest::keyClick(&m_fixture->input(), Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(offered().contains(QStringLiteral("sum")));
    QCOMPARE(text(), QStringLiteral("s"));
}

void CompletionTest::membersComeBehindTheDot() {
    m_fixture->type("ma");
    QVERIFY(offered().contains(QStringLiteral("math")) && offered().contains(QStringLiteral("max")));
    QVERIFY(!offered().contains(QStringLiteral("math.sqrt")));
    m_fixture->type("th.sq");
    QCOMPARE(offered(), QStringList{QStringLiteral("math.sqrt")});
    key(Qt::Key_Tab);
    QCOMPARE(text(), QStringLiteral("math.sqrt("));
}

void CompletionTest::variablesAreOffered() {
    m_fixture->enter("rate = 0.5");
    QVERIFY(m_fixture->waitForState(0, ItemState::Answered));
    QTest::qWait(100);
    m_fixture->type("ra");
    QVERIFY(offered().contains(QStringLiteral("rate")));
    m_fixture->type("t");
    key(Qt::Key_Tab);
    QCOMPARE(text(), QStringLiteral("rate"));
}

void CompletionTest::aWholeNameNeedsNoList() {
    m_fixture->type("sqr");
    QVERIFY(list().isVisible());
    m_fixture->type("t");
    QVERIFY(!list().isVisible());
}

void CompletionTest::atMostEightRowsAreSeen() {
    QTest::keyClick(&m_fixture->input(), Qt::Key_A);
    QTest::keyClick(&m_fixture->input(), Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(offered().size() > NameCompleter::kMostRows);
    const int rowHeight = list().visualRect(list().model()->index(0, 0)).height();
    QVERIFY(list().viewport()->height() <= (NameCompleter::kMostRows + 1) * rowHeight);
}

void CompletionTest::signaturesAreSeenWholeWhereThereIsRoom() {
    m_fixture->window.resize(1'280, 800);
    m_fixture->type("ma");
    QTRY_VERIFY(list().isVisible());
    const QAbstractItemModel& model = *list().model();
    QVERIFY(offered().contains(QStringLiteral("max")));
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString signature = model.index(row, CompletionModel::Signature).data().toString();
        QVERIFY2(list().fontMetrics().horizontalAdvance(signature) <
                     list().columnWidth(CompletionModel::Signature),
                 qPrintable(signature));
        QVERIFY2(!signature.startsWith(QStringLiteral("ma")), qPrintable(signature)); // the name is beside it
    }
}

void CompletionTest::aRecalledTextOpensNothing() {
    m_fixture->enter("sqrt(4) + sq");
    QVERIFY(m_fixture->waitForState(0, ItemState::Failed));
    m_fixture->input().replaceExpression({});
    key(Qt::Key_Up);
    QCOMPARE(text(), QStringLiteral("sqrt(4) + sq"));
    QVERIFY(!list().isVisible());
}

void CompletionTest::inATextTooLongToBeReadAtEveryKeyItOpensWhenAsked() {
    m_fixture->input().replaceExpression(QString(20'000, u'1') + QStringLiteral(" + "));
    m_fixture->type("sq");
    QVERIFY(!list().isVisible());
    key(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(list().isVisible());
}

} // namespace keisan::client::test

QTEST_MAIN(keisan::client::test::CompletionTest)
#include "completion_test.moc"

// SPDX-License-Identifier: MIT
#include "client/window/duration_text.h"
#include "client/window/history_item_layout.h"
#include "client/window/painted_text.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QtTest>

namespace keisan::client::test {

// Where the parts of a history item lie: none is cut, none lies on another, at any width.
class HistoryItemLayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noPartIsCutOrCovered_data();
    void noPartIsCutOrCovered();
    void inANarrowWindowALongAnswerHasTheWholeWidth();
    void linesEndAtSpacesAndWithinWhatIsLongerThanALine();
    void aTextIsLaidOutOnceForAWidth();
    void nothingMovesWhenAShortAnswerComes();
    void shortTimesHaveSmallUnits();

private:
    const ItemFonts m_fonts{QApplication::font()};
};

void HistoryItemLayoutTest::noPartIsCutOrCovered_data() {
    QTest::addColumn<HistoryLines>("lines");
    const QString japanese =
        QStringLiteral("Python では ^ は XOR です。べき乗は ** です\n式が Python の書き方になっていません");
    QTest::newRow("short") << HistoryLines{.state = ItemState::Answered,
                                           .expression = QStringLiteral("2 ** 64"),
                                           .answer = QStringLiteral("18446744073709551616"),
                                           .meta = QStringLiteral("int   0.1 ms")};
    QTest::newRow("error in Japanese") << HistoryLines{
        .state = ItemState::Failed,
        .expression = QStringLiteral("2 ^ '😀' +* 3"),
        .answer = QStringLiteral("✗ SyntaxError: invalid syntax. Perhaps you forgot a comma?"),
        .meta = QStringLiteral("4.4 ms"),
        .note = japanese,
        .remark = japanese};
    QTest::newRow("long") << HistoryLines{.state = ItemState::Answered,
                                          .expression = QStringLiteral("3 ** 2000000"),
                                          .answer =
                                              QString(40, u'3') + QStringLiteral(" … ") + QString(40, u'1'),
                                          .meta = QStringLiteral("int   954,243 digits   146 ms"),
                                          .isLong = true};
    QTest::newRow("Japanese answer") << HistoryLines{.state = ItemState::Answered,
                                                     .expression = QStringLiteral("'計算' * 30"),
                                                     .answer = QStringLiteral("計算").repeated(30),
                                                     .meta = QStringLiteral("str   0.1 ms")};
    QTest::newRow("not answered") << HistoryLines{
        .state = ItemState::NotAnswered,
        .expression = QStringLiteral("1 + 1"),
        .answer = QStringLiteral("⚠ Not answered: the connection was lost")};
    QTest::newRow("waiting") << HistoryLines{.state = ItemState::Sent,
                                             .expression = QStringLiteral("9 ** 9 ** 9"),
                                             .answer = QStringLiteral("   computing for 3.2 s")};
}

void HistoryItemLayoutTest::noPartIsCutOrCovered() {
    QFETCH(HistoryLines, lines);
    for (int width = 260; width <= 1'200; width += 20) {
        const ItemLayout layout(lines, m_fonts, QRect(0, 0, width, 0));
        QVERIFY(textHeight(lines.answer, m_fonts.answer, layout.answer.width()) <= layout.answer.height());
        QVERIFY(textHeight(lines.expression, m_fonts.expression, layout.expression.width()) <=
                layout.expression.height());
        QVERIFY(m_fonts.smallMetrics.horizontalAdvance(lines.meta) <= layout.meta.width() || width < 400);
        for (const auto& [rect, text] :
             {qMakePair(layout.remark, lines.remark), qMakePair(layout.note, lines.note)})
            QVERIFY(text.isEmpty() ||
                    m_fonts.smallMetrics.boundingRect(rect, Qt::TextWordWrap, text).height() <=
                        rect.height());
        const QList<QRect> parts{layout.number, layout.expression, layout.answer,      layout.meta,
                                 layout.remark, layout.note,       layout.firstButton, layout.secondButton};
        for (int i = 0; i < parts.size(); ++i) {
            QVERIFY(parts[i].isEmpty() || QRect(0, 0, width, layout.height).contains(parts[i]));
            for (int j = i + 1; j < parts.size(); ++j)
                QVERIFY2(!parts[i].intersects(parts[j]),
                         qPrintable(QStringLiteral("%1, parts %2 and %3").arg(width).arg(i).arg(j)));
        }
    }
}

void HistoryItemLayoutTest::inANarrowWindowALongAnswerHasTheWholeWidth() {
    const HistoryLines lines{.state = ItemState::Answered,
                             .expression = QStringLiteral("3 ** 2000000"),
                             .answer = QString(83, u'3'),
                             .meta = QStringLiteral("int   954,243 digits   146 ms"),
                             .isLong = true};
    const ItemLayout narrow(lines, m_fonts, QRect(0, 0, 360, 0));
    QCOMPARE(narrow.answer.width(), narrow.expression.width());
    QVERIFY(narrow.firstButton.top() >= narrow.answer.bottom());
    const ItemLayout wide(lines, m_fonts, QRect(0, 0, 1'000, 0));
    QCOMPARE(wide.firstButton.top(), wide.answer.top());
}

void HistoryItemLayoutTest::linesEndAtSpacesAndWithinWhatIsLongerThanALine() {
    const auto picture = [this](const QString& text) {
        QImage image(static_cast<int>(10.5 * m_fonts.answerColumn), 200, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintText(painter, image.rect(), m_fonts.answer, text, {});
        return image;
    };
    const auto inLines = [](const QStringList& lines) { return lines.join(QChar(QChar::LineSeparator)); };
    QCOMPARE(picture(QStringLiteral("123 + 7654321")),
             picture(inLines({QStringLiteral("123 + "), QStringLiteral("7654321")})));
    QCOMPARE(picture(QStringLiteral("12345678901234567")),
             picture(inLines({QStringLiteral("1234567890"), QStringLiteral("1234567")})));
}

// With every new item the view asks for the heights of them all.
void HistoryItemLayoutTest::aTextIsLaidOutOnceForAWidth() {
    const auto layOut = [this](int width) {
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 1'000; ++i) {
            const HistoryLines lines{.state = ItemState::Answered,
                                     .expression = QStringLiteral("sqrt(%1) + ").arg(i).repeated(15)};
            ItemLayout(lines, m_fonts, QRect(0, 0, width, 0));
        }
        return clock.nsecsElapsed();
    };
    const qint64 first = layOut(400);
    const qint64 again = layOut(400);
    QVERIFY2(again * 4 < first, qPrintable(QStringLiteral("%1 ns, %2 ns").arg(first).arg(again)));
}

void HistoryItemLayoutTest::nothingMovesWhenAShortAnswerComes() {
    HistoryLines lines{.state = ItemState::Sent, .expression = QStringLiteral("1 + 1")};
    const ItemLayout before(lines, m_fonts, QRect(0, 0, 360, 0));
    lines.state = ItemState::Answered;
    lines.answer = QStringLiteral("2");
    lines.meta = QStringLiteral("int   0.1 ms");
    QCOMPARE(ItemLayout(lines, m_fonts, QRect(0, 0, 360, 0)).height, before.height);
}

void HistoryItemLayoutTest::shortTimesHaveSmallUnits() {
    QCOMPARE(durationText(0), QStringLiteral("< 1 µs"));
    QCOMPARE(durationText(57'400), QStringLiteral("57 µs"));
    QCOMPARE(durationText(100'000), QStringLiteral("0.1 ms"));
    QCOMPARE(durationText(9'940'000), QStringLiteral("9.9 ms"));
    QCOMPARE(durationText(146'200'000), QStringLiteral("146 ms"));
    QCOMPARE(durationText(3'240'000'000), QStringLiteral("3.2 s"));
    QCOMPARE(durationText(125'000'000'000), QStringLiteral("2:05 min"));
}

} // namespace keisan::client::test

QTEST_MAIN(keisan::client::test::HistoryItemLayoutTest)
#include "history_item_layout_test.moc"

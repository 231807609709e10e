// SPDX-License-Identifier: MIT
#include "common/protocol/line_decoder.h"

#include <QTest>

using keisan::protocol::Line;
using keisan::protocol::LineDecoder;

namespace {

constexpr qsizetype kMaxLineBytes = 8;

QList<Line> decode(const QList<QByteArray>& pieces) {
    LineDecoder decoder(kMaxLineBytes);
    QList<Line> lines;
    for (const QByteArray& piece : pieces) {
        decoder.feed(piece);
        while (auto line = decoder.takeLine())
            lines.append(*line);
    }
    if (auto rest = decoder.takeRest())
        lines.append(*rest);
    return lines;
}

} // namespace

class LineDecoderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStreamGivesTheSameLinesHoweverItIsCut_data();
    void aStreamGivesTheSameLinesHoweverItIsCut();
    void aTooLongLineIsReportedBeforeItEnds();
    void aTooLongLineIsNotStored();
    void theRoomOfALongLineComesBack();
    void anUnfinishedLineCanBeGivenUp();
    void aViewLastsUntilItIsForgotten();
};

void LineDecoderTest::aStreamGivesTheSameLinesHoweverItIsCut_data() {
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QList<Line>>("lines");
    const Line tooLong{"1", true};
    QTest::newRow("nothing") << QByteArray() << QList<Line>{};
    QTest::newRow("two lines") << QByteArray("1+1\n2\n") << QList<Line>{{"1+1"}, {"2"}};
    QTest::newRow("empty lines") << QByteArray("\n\n") << QList<Line>{{""}, {""}};
    QTest::newRow("last without LF") << QByteArray("1\n2") << QList<Line>{{"1"}, {"2"}};
    QTest::newRow("CR stays") << QByteArray("1\r\n") << QList<Line>{{"1\r"}};
    QTest::newRow("NUL is a byte") << QByteArray("1\0\n", 3) << QList<Line>{{QByteArray("1\0", 2)}};
    QTest::newRow("just within") << QByteArray("12345678\n2\n") << QList<Line>{{"12345678"}, {"2"}};
    QTest::newRow("just over") << QByteArray("123456789\n2\n") << QList<Line>{tooLong, {"2"}};
    QTest::newRow("far over") << QByteArray(100, '1') + "\n2\n" << QList<Line>{tooLong, {"2"}};
    QTest::newRow("over, without LF")
        << QByteArray("1\n") + QByteArray(100, '1') << QList<Line>{{"1"}, tooLong};
}

void LineDecoderTest::aStreamGivesTheSameLinesHoweverItIsCut() {
    QFETCH(QByteArray, stream);
    QFETCH(QList<Line>, lines);
    QCOMPARE(decode({stream}), lines);
    QList<QByteArray> bytes;
    for (qsizetype i = 0; i < stream.size(); ++i) {
        QCOMPARE(decode({stream.left(i), stream.mid(i)}), lines);
        bytes.append(stream.mid(i, 1));
    }
    QCOMPARE(decode(bytes), lines);
}

void LineDecoderTest::aTooLongLineIsReportedBeforeItEnds() {
    LineDecoder decoder(kMaxLineBytes);
    decoder.feed("123456789");
    QCOMPARE(decoder.takeLine(), (Line{"1", true}));
    QCOMPARE(decoder.takeLine(), std::nullopt);
}

void LineDecoderTest::aTooLongLineIsNotStored() {
    LineDecoder decoder(kMaxLineBytes);
    for (int i = 0; i < 1000; ++i) {
        decoder.feed(QByteArray(1000, '7'));
        while (decoder.takeLine())
            continue;
        QCOMPARE(decoder.bufferedBytes(), 0);
    }
}

void LineDecoderTest::theRoomOfALongLineComesBack() {
    for (const qsizetype limit : {qsizetype{2'000'000}, qsizetype{1000}}) {
        LineDecoder decoder(limit);
        decoder.feed(QByteArray(1'000'000, '7') + "\n1+1\n");
        while (decoder.takeLine())
            continue;
        QVERIFY(decoder.capacity() < 10'000);
    }
    LineDecoder decoder(2'000'000);
    decoder.feed(QByteArray(1'000'000, '7') + '\n');
    QVERIFY(decoder.takeLine());
    QVERIFY(decoder.capacity() < 10'000); // nobody may ask again before more comes
    decoder.setMaxLineBytes(1000);
    decoder.feed(QByteArray(1001, '7'));
    QVERIFY(decoder.takeLine());
    decoder.feed(QByteArray(100'000, '7') + '\n'); // the rest of it
    QVERIFY(!decoder.takeLine());
    QVERIFY(decoder.capacity() < 10'000);
}

void LineDecoderTest::anUnfinishedLineCanBeGivenUp() {
    LineDecoder decoder(kMaxLineBytes);
    decoder.feed("1\n23456");
    QCOMPARE(decoder.giveUpUnfinished(0), std::nullopt); // a whole one waits
    QCOMPARE(decoder.takeLine(), (Line{"1"}));
    QCOMPARE(decoder.takeLine(), std::nullopt);
    QCOMPARE(decoder.giveUpUnfinished(5), std::nullopt);
    QCOMPARE(decoder.giveUpUnfinished(4), (Line{"2", true}));
    QCOMPARE(decoder.giveUpUnfinished(0), std::nullopt);
    decoder.feed("7\n8\n");
    QCOMPARE(decoder.takeLine(), (Line{"8"}));
    QCOMPARE(decoder.takeLine(), std::nullopt);
}

void LineDecoderTest::aViewLastsUntilItIsForgotten() {
    const QByteArray text(100'000, '7');
    LineDecoder decoder(2'000'000);
    decoder.feed(text + "\n8\n9");
    const auto first = decoder.takeLineView();
    QVERIFY(first && first->text == text);
    decoder.forgetTaken(); // one line waits still
    const auto second = decoder.takeLineView();
    QVERIFY(second && second->text == QByteArrayView("8"));
    QVERIFY(!decoder.takeLineView());
    decoder.feed(text + '\n');
    const auto third = decoder.takeLineView();
    QVERIFY(decoder.capacity() > text.size());
    QVERIFY(third && third->text == '9' + text);
    decoder.forgetTaken();
    QVERIFY(decoder.capacity() < 10'000);
}

QTEST_APPLESS_MAIN(LineDecoderTest)
#include "line_decoder_test.moc"

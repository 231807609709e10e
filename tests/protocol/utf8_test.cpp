// SPDX-License-Identifier: MIT
#include "common/protocol/utf8.h"

#include <QTest>

using namespace keisan::protocol;

class Utf8Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotUtf8HasPythonsMessage_data();
    void whatIsNotUtf8HasPythonsMessage();
    void whatQtTakesForUtf8HasNoFault();
    void whiteSpaceGoesAsInPythonsStrip_data();
    void whiteSpaceGoesAsInPythonsStrip();
    void noOtherCharacterIsWhiteSpace();
    void controlsAreWrittenAsInPythonsRepr_data();
    void controlsAreWrittenAsInPythonsRepr();
    void whatGetsTooLongIsNotWritten();
};

// Computed by CPython 3.13.
void Utf8Test::whatIsNotUtf8HasPythonsMessage_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("reason");
    const QByteArray badStart = "invalid start byte";
    const QByteArray badNext = "invalid continuation byte";
    const QByteArray tooShort = "unexpected end of data";
    QTest::newRow("no first byte") << QByteArray("\xff") << QByteArray("byte 0xff in position 0") << badStart;
    QTest::newRow("stray continuation")
        << QByteArray("1+\x80") << QByteArray("byte 0x80 in position 2") << badStart;
    QTest::newRow("overlong of two") << QByteArray("\xc0\x80") << QByteArray("byte 0xc0 in position 0")
                                     << badStart;
    QTest::newRow("too far of four") << QByteArray("\xf5\x80\x80\x80")
                                     << QByteArray("byte 0xf5 in position 0") << badStart;
    QTest::newRow("two, then ASCII") << QByteArray("\xc3(") << QByteArray("byte 0xc3 in position 0")
                                     << badNext;
    QTest::newRow("overlong of three")
        << QByteArray("\xe0\x80\x80") << QByteArray("byte 0xe0 in position 0") << badNext;
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QByteArray("byte 0xed in position 0")
                               << badNext;
    QTest::newRow("three, then ASCII")
        << QByteArray("\xe2\x82(") << QByteArray("bytes in position 0-1") << badNext;
    QTest::newRow("overlong of four")
        << QByteArray("\xf0\x80\x80\x80") << QByteArray("byte 0xf0 in position 0") << badNext;
    QTest::newRow("past U+10FFFF") << QByteArray("\xf4\x90\x80\x80") << QByteArray("byte 0xf4 in position 0")
                                   << badNext;
    QTest::newRow("four, then ASCII")
        << QByteArray("7\xf0\x9f\x98(") << QByteArray("bytes in position 1-3") << badNext;
    QTest::newRow("ends after one") << QByteArray("12\xe2") << QByteArray("byte 0xe2 in position 2")
                                    << tooShort;
    QTest::newRow("ends after two") << QByteArray("12\xe2\x82") << QByteArray("bytes in position 2-3")
                                    << tooShort;
    QTest::newRow("ends after three")
        << QByteArray("\xf0\x9f\x98") << QByteArray("bytes in position 0-2") << tooShort;
    QTest::newRow("after good ones") << QByteArray("\u00e9\xff") << QByteArray("byte 0xff in position 2")
                                     << badStart;
}

void Utf8Test::whatIsNotUtf8HasPythonsMessage() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, place);
    QFETCH(QByteArray, reason);
    QCOMPARE(utf8Fault(bytes), QByteArray("'utf-8' codec can't decode " + place + ": " + reason));
}

// The first and the last character of every length, and every one next to the surrogates.
void Utf8Test::whatQtTakesForUtf8HasNoFault() {
    for (const char32_t c :
         {0x00u, 0x7fu, 0x80u, 0x7ffu, 0x800u, 0xd7ffu, 0xe000u, 0xffffu, 0x10000u, 0x10ffffu})
        QCOMPARE(utf8Fault("1" + QString::fromUcs4(&c, 1).toUtf8() + "2"), std::nullopt);
}

void Utf8Test::whiteSpaceGoesAsInPythonsStrip_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("left");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("only white space") << QByteArray(" \t\v\f\r\x1c\x1f\u3000") << QByteArray();
    QTest::newRow("both ends") << QByteArray("\t 1 + 2 \r") << QByteArray("1 + 2");
    QTest::newRow("full-width spaces") << QByteArray("\u3000\u20001\u00a0\u0085") << QByteArray("1");
    QTest::newRow("record separator") << QByteArray("\x1e{}") << QByteArray("{}");
    QTest::newRow("NUL stays") << QByteArray("\0 1", 3) << QByteArray("\0 1", 3);
    QTest::newRow("zero width space stays") << QByteArray("\u200b1") << QByteArray("\u200b1");
    QTest::newRow("characters of several bytes stay")
        << QByteArray(" \u03c0\u00d7\u221a ") << QByteArray("\u03c0\u00d7\u221a");
}

void Utf8Test::whiteSpaceGoesAsInPythonsStrip() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, left);
    QCOMPARE(trimmed(text).toByteArray(), left);
}

// Every character of one to three bytes. Python's str.isspace() knows none beyond them.
void Utf8Test::noOtherCharacterIsWhiteSpace() {
    const QString spaces =
        QStringLiteral("\t\n\v\f\r\u001c\u001d\u001e\u001f \u0085\u00a0\u1680\u2000\u2001\u2002"
                       "\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f"
                       "\u3000");
    for (char32_t c = 0; c <= 0xffff; ++c) {
        if (QChar::isSurrogate(c))
            continue;
        const QByteArray character = QString::fromUcs4(&c, 1).toUtf8();
        const QByteArray left = spaces.contains(QChar(c)) ? "1" : character + '1' + character;
        QVERIFY2(trimmed(character + '1' + character) == left, qPrintable(QString::number(c, 16)));
    }
}

void Utf8Test::controlsAreWrittenAsInPythonsRepr_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("none") << QByteArray("caf\u00e9 \\ '\"") << QByteArray("caf\u00e9 \\ '\"");
    QTest::newRow("line ends") << QByteArray("a\nb\r\tc") << QByteArray("a\\nb\\r\\tc");
    QTest::newRow("others") << QByteArray("\0\x1b\x1f\x7f", 4) << QByteArray("\\x00\\x1b\\x1f\\x7f");
    QTest::newRow("only the last of ASCII") << QByteArray("\x7f") << QByteArray("\\x7f");
    QTest::newRow("of Latin-1") << QByteArray("\u0080\u0085\u009f\u00a0")
                                << QByteArray("\\x80\\x85\\x9f\u00a0");
    QTest::newRow("lone surrogates") << QByteArray("\xed\xa0\x80 \xed\xbf\xbf\ud7ff")
                                     << QByteArray("\\ud800 \\udfff\ud7ff");
}

void Utf8Test::controlsAreWrittenAsInPythonsRepr() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, line);
    QCOMPARE(withoutControls(text), line);
    for (qsizetype i = 0; i < 40; ++i) // between characters that stay, at every place of a block
        QCOMPARE(withoutControls(QByteArray(i, 'x') + text + "x"), QByteArray(i, 'x') + line + "x");
}

void Utf8Test::whatGetsTooLongIsNotWritten() {
    for (const QByteArray text : {"ab", "\n\1", "\u0080", "\xed\xa0\x80"}) {
        const QByteArray line = withoutControls(text);
        QCOMPARE(withoutControls(text, line.size()), std::optional(line));
        QCOMPARE(withoutControls(text, line.size() - 1), std::nullopt);
    }
}

QTEST_APPLESS_MAIN(Utf8Test)
#include "utf8_test.moc"

// SPDX-License-Identifier: MIT
#include "client/window/bit_pattern.h"
#include "client/window/history_copy.h"
#include "client/window/number_forms.h"

#include <QtTest>

namespace keisan::client::test {

namespace {

QByteArray form(const QByteArray& answer, const char* name) {
    for (const NumberForm& candidate : numberForms(answer)) {
        if (candidate.name == QString::fromLatin1(name))
            return candidate.text;
    }
    return "none";
}

QString remark(const QByteArray& answer, const char* name) {
    for (const NumberForm& candidate : numberForms(answer)) {
        if (candidate.name == QString::fromLatin1(name))
            return candidate.remark;
    }
    return QStringLiteral("none");
}

} // namespace

// Other ways to write and see an answer: nothing is computed anew, nothing rounded.
class NumberFormsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anIntHasAllBases();
    void aFloatTellsWhatItsBitsSay();
    void whatIsNoNumberHasNoForms();
    void scientificKeepsEveryDigit();
    void gapsStandBetweenGroups();
    void bitsAreTwosComplementOrIeee754();
    void aFlippedBitMakesANewLiteral();
    void aNumberTooLargeShowsItsLowPart();
    void copiesAreValidInput();
};

void NumberFormsTest::anIntHasAllBases() {
    QCOMPARE(form("255", "hex"), QByteArray("0xff"));
    QCOMPARE(form("-255", "hex"), QByteArray("-0xff"));
    QCOMPARE(form("-8", "oct"), QByteArray("-0o10"));
    QCOMPARE(form("10", "bin"), QByteArray("0b1010"));
    QCOMPARE(form("0", "hex"), QByteArray("0x0"));
    QCOMPARE(form("18446744073709551616", "hex"), QByteArray("0x10000000000000000"));
    QCOMPARE(numberForms(QByteArray(kMostConvertedDigits, '7')).size(), 6);
    QVERIFY(numberForms(QByteArray(kMostConvertedDigits + 1, '7')).isEmpty());
}

void NumberFormsTest::aFloatTellsWhatItsBitsSay() {
    QCOMPARE(form("0.1", "exactly"), QByteArray("0.1000000000000000055511151231257827021181583404541015625"));
    QCOMPARE(form("0.1", "hex"), QByteArray("0x1.999999999999ap-4"));
    QCOMPARE(form("1.0", "hex"), QByteArray("0x1.0000000000000p+0"));
    QCOMPARE(form("0.1", "next above"), QByteArray("0.10000000000000002"));
    QCOMPARE(form("0.1", "next below"), QByteArray("0.09999999999999999"));
    QCOMPARE(form("0.1", "nearest small fraction"), QByteArray("1/10"));
    QCOMPARE(form("-0.75", "nearest small fraction"), QByteArray("-3/4"));
    QCOMPARE(form("3.141592653589793", "nearest small fraction"), QByteArray("355/113"));
    QCOMPARE(form("0.30000000000000004", "nearest small fraction"), QByteArray("3/10"));
    QVERIFY(remark("0.30000000000000004", "nearest small fraction").contains(QStringLiteral("5.6e-17")));
    QCOMPARE(remark("0.1", "nearest small fraction"), QString());
    QCOMPARE(form("1e-300", "nearest small fraction"), QByteArray("none"));
    QCOMPARE(form("1e+100", "exactly").size(), 103); // 101 digits and .0
}

void NumberFormsTest::whatIsNoNumberHasNoForms() {
    for (const char* answer : {"", "True", "(1+2j)", "[1, 2]", "inf", "nan", "1 2", "-", "0x10"})
        QVERIFY2(numberForms(answer).isEmpty(), answer);
}

void NumberFormsTest::scientificKeepsEveryDigit() {
    QCOMPARE(written("18446744073709551616", Notation::Scientific), QByteArray("1.8446744073709551616e19"));
    QCOMPARE(written("18446744073709551616", Notation::Engineering), QByteArray("18.446744073709551616e18"));
    QCOMPARE(written("-1200", Notation::Scientific), QByteArray("-1.2e3"));
    QCOMPARE(written("1000000", Notation::Engineering), QByteArray("1e6"));
    QCOMPARE(written("100", Notation::Engineering), QByteArray("100e0"));
    QCOMPARE(written("0.00012", Notation::Scientific), QByteArray("1.2e-4"));
    QCOMPARE(written("0.00012", Notation::Engineering), QByteArray("120e-6"));
    QCOMPARE(written("1.5e-07", Notation::Scientific), QByteArray("1.5e-7"));
    QCOMPARE(written("0", Notation::Scientific), QByteArray("0e0"));
    QCOMPARE(written("0.0", Notation::Engineering), QByteArray("0e0"));
    QCOMPARE(written("True", Notation::Scientific), QByteArray());
}

void NumberFormsTest::gapsStandBetweenGroups() {
    QCOMPARE(digitGaps(QStringLiteral("1234567")), QList<int>({1, 4}));
    QCOMPARE(digitGaps(QStringLiteral("-123456")), QList<int>({4}));
    QCOMPARE(digitGaps(QStringLiteral("1234")), QList<int>());
    QCOMPARE(digitGaps(QStringLiteral("0.1234567")), QList<int>({5, 8}));
    QCOMPARE(digitGaps(QStringLiteral("0x123456789")), QList<int>({3, 7}));
    QCOMPARE(digitGaps(QStringLiteral("[12345]")), QList<int>());
    QCOMPARE(digitGaps(QStringLiteral("(12345+1j)")), QList<int>());
}

void NumberFormsTest::bitsAreTwosComplementOrIeee754() {
    const auto five = BitPattern::of("5", 0, true);
    QVERIFY(five.has_value());
    QCOMPARE(five->width(), 8);
    QVERIFY(five->bit(0) && !five->bit(1) && five->bit(2) && !five->bit(7));
    QCOMPARE(BitPattern::of("-1", 0, true)->literal(), QByteArray("-0x1"));
    QCOMPARE(BitPattern::of("127", 0, true)->width(), 8);
    QCOMPARE(BitPattern::of("128", 0, true)->width(), 16);
    QCOMPARE(BitPattern::of("128", 0, false)->width(), 8);
    QCOMPARE(BitPattern::of("-128", 0, true)->width(), 8);
    const auto one = BitPattern::of("1.0", 0, true);
    QVERIFY(one->isFloat() && one->bit(52) && one->bit(61) && !one->bit(62) && !one->bit(63));
    QVERIFY(!BitPattern::of("True", 0, true));
    QVERIFY(!BitPattern::of("inf", 0, true));
}

void NumberFormsTest::aFlippedBitMakesANewLiteral() {
    auto bits = *BitPattern::of("5", 8, true);
    bits.flip(1);
    QCOMPARE(bits.literal(), QByteArray("0x7"));
    bits.invert();
    QCOMPARE(bits.literal(), QByteArray("-0x8"));
    bits.shiftRight();
    QCOMPARE(bits.literal(), QByteArray("-0x4"));
    auto wide = *BitPattern::of("258", 16, false);
    wide.swapBytes();
    QCOMPARE(wide.literal(), QByteArray("0x201"));
    wide.shiftLeft();
    QCOMPARE(wide.literal(), QByteArray("0x402"));
    auto real = *BitPattern::of("1.5", 0, true);
    real.flip(63);
    QCOMPARE(real.literal(), QByteArray("-1.5"));
}

void NumberFormsTest::aNumberTooLargeShowsItsLowPart() {
    const auto bits = BitPattern::of("1267650600228229401496703205377", 8, false); // 2**100 + 1
    QVERIFY(bits->isPart());
    QCOMPARE(bits->neededWidth(), 101);
    QCOMPARE(bits->literal(), QByteArray("0x1"));
}

void NumberFormsTest::copiesAreValidInput() {
    HistoryItem sum;
    sum.expression = QStringLiteral("1 | 2");
    sum.state = ItemState::Answered;
    sum.answer = "1234567";
    HistoryItem fault;
    fault.expression = QStringLiteral("1/0");
    fault.state = ItemState::Failed;
    fault.answer = "division by zero";
    QCOMPARE(copyText({sum}, CopyForm::Answer), QStringLiteral("1234567"));
    QCOMPARE(copyText({sum}, CopyForm::Both), QStringLiteral("1 | 2 = 1234567"));
    QCOMPARE(copyText({sum, fault}, CopyForm::Expression), QStringLiteral("1 | 2\n1/0"));
    QCOMPARE(copyText({fault}, CopyForm::PythonSession), QStringLiteral(">>> 1/0\nError: division by zero"));
    fault.type = QStringLiteral("ZeroDivisionError");
    QCOMPARE(copyText({fault}, CopyForm::PythonSession),
             QStringLiteral(">>> 1/0\nZeroDivisionError: division by zero"));
    QVERIFY(copyText({sum}, CopyForm::MarkdownTable).endsWith(QStringLiteral("| `1 \\| 2` | `1234567` |")));
}

} // namespace keisan::client::test

QTEST_APPLESS_MAIN(keisan::client::test::NumberFormsTest)
#include "number_forms_test.moc"

// SPDX-License-Identifier: MIT
#include "client/window/expression_tokens.h"
#include "client/window/input_hint.h"
#include "client/window/japanese_input.h"
#include "client/window/pasted_text.h"
#include "client/window/session_file.h"

#include <QtTest>

namespace keisan::client::test {

// What becomes of text on its way into the input. No widget.
class InputRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lookalikesBecomeAsciiOneForOne_data();
    void lookalikesBecomeAsciiOneForOne();
    void pastedTextIsRead_data();
    void pastedTextIsRead();
    void tooLongATextIsRefused();
    void faultsAreUnderlinedWhereTheyAre_data();
    void faultsAreUnderlinedWhereTheyAre();
    void codePointsBecomeUnits();
    void bracketsFindTheirPartners();
    void onlyOperatorsThatBeginNothingContinue();
    void hintsAreGivenWhereThingsLookOtherwise();
    void aSessionFileIsOneExpressionALine();
};

void InputRulesTest::lookalikesBecomeAsciiOneForOne_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* typed, const char* expected) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(expected);
    };
    row("２＋３", "2+3");
    row("２ー１．５×３²", "2-1.5*3²");
    row("（１＋２）÷３", "(1+2)/3");
    row("1　+　2", "1 + 2");
    row("3・4", "3*4");
    row("1、2。5", "1,2.5");
    row("−1‐1–1—1", "-1-1-1-1");
    row("データ = 3", "データ = 3");
    row("'２＋３' + ２", "'２＋３' + 2");
    row("\"a\\\"＋\" ＋ 1", "\"a\\\"＋\" + 1");
    row("½ π √2", "½ π √2");
    row("😀＋１", "😀+1");
}

void InputRulesTest::lookalikesBecomeAsciiOneForOne() {
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    QCOMPARE(plainInput(typed), expected);
    QCOMPARE(plainInput(typed).toUcs4().size(), typed.toUcs4().size());
    // In two parts, as an input method commits them: what stands around counts.
    for (qsizetype cut = 0; cut <= typed.size(); ++cut) {
        const QString first = plainInput(typed.left(cut), {}, typed.mid(cut));
        QCOMPARE(first + plainInput(typed.mid(cut), first), expected);
    }
}

void InputRulesTest::pastedTextIsRead_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<bool>("hadSeparators");
    const auto row = [](const char* text, const QStringList& lines, bool hadSeparators = false) {
        QTest::newRow(text) << QString::fromUtf8(text) << lines << hadSeparators;
    };
    row("1+1\n", {QStringLiteral("1+1")});
    row("1,234,567", {QStringLiteral("1234567")}, true);
    row("1 234", {QStringLiteral("1234")}, true);
    row("1'234.5", {QStringLiteral("1234.5")}, true);
    row("１，２３４", {QStringLiteral("1234")}, true);
    row("-1,234", {QStringLiteral("-1234")}, true);
    row("1,5", {QStringLiteral("1,5")});
    row("1,2345", {QStringLiteral("1,2345")});
    row("1,234 567", {QStringLiteral("1,234 567")});
    row("f(1,234)", {QStringLiteral("f(1,234)")});
    row(">>> 1+1\r\n2\n... 3", {QStringLiteral("1+1"), QStringLiteral("2"), QStringLiteral("3")});
    row("a\n\n\nb\n", {QStringLiteral("a"), QStringLiteral("b")});
    row("  ", {QStringLiteral("  ")});
}

void InputRulesTest::pastedTextIsRead() {
    QFETCH(QString, text);
    QFETCH(QStringList, lines);
    QFETCH(bool, hadSeparators);
    const PastedText pasted = readPastedText(text);
    QCOMPARE(pasted.lines, lines);
    QCOMPARE(!pasted.separatedNumber.isEmpty(), hadSeparators);
}

void InputRulesTest::tooLongATextIsRefused() {
    QCOMPARE(readPastedText(QString(kMaxPastedBytes, u'1')).fault, PastedText::Fault::None);
    QCOMPARE(readPastedText(QString(kMaxPastedBytes + 1, u'1')).fault, PastedText::Fault::TooLong);
    QCOMPARE(readPastedText(QString(kMaxPastedBytes / 2, u'あ')).fault, PastedText::Fault::TooLong);
}

void InputRulesTest::faultsAreUnderlinedWhereTheyAre_data() {
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("underlined");
    const auto row = [](const char* expression, const char* underlined) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(underlined);
    };
    row("1 +* 2", "*");
    row("😀 + 1", "😀");
    row("'😀' + 1 ) + 2", ")");
    row("（1 + 2", "（");
    row("\t1 + $", "$");
    row("(1]", "]");
}

void InputRulesTest::faultsAreUnderlinedWhereTheyAre() {
    QFETCH(QString, expression);
    QFETCH(QString, underlined);
    const auto fault = syntaxFaultOf(expression);
    QVERIFY(fault.has_value());
    QVERIFY(!fault->message.isEmpty());
    QCOMPARE(expression.mid(fault->start, fault->length), underlined);
}

void InputRulesTest::codePointsBecomeUnits() {
    const auto part = [](const char* text, int start, int end) {
        const QString expression = QString::fromUtf8(text);
        const UnitRange range = unitRangeOf(expression, start, end);
        return expression.mid(range.start, range.length);
    };
    QCOMPARE(part("1 + 1/0", 4, 7), QStringLiteral("1/0"));
    QCOMPARE(part("'😀😀' + 1/0", 7, 10), QStringLiteral("1/0"));
    QCOMPARE(part("\t'計算' + x", 8, 9), QStringLiteral("x"));
    QCOMPARE(part("'😀'", 1, 2), QString::fromUtf8("😀"));
    QCOMPARE(part("ｘ + １", 4, 5), QString::fromUtf8("１"));
    QCOMPARE(part("1", 0, 100), QStringLiteral("1")); // a server may say anything
    QCOMPARE(part("1", -5, -9), QString());
}

void InputRulesTest::bracketsFindTheirPartners() {
    QCOMPARE(bracketsAt(QStringLiteral("(1 + [2])"), 1), (BracketPair{0, 8, true}));
    QCOMPARE(bracketsAt(QStringLiteral("(1 + [2])"), 8), (BracketPair{7, 5, true}));
    QCOMPARE(bracketsAt(QStringLiteral("'(' + (1)"), 7), (BracketPair{6, 8, true}));
    QCOMPARE(bracketsAt(QStringLiteral("(1 + 2"), 0), (BracketPair{0, 0, false}));
    QCOMPARE(bracketsAt(QStringLiteral("'(' + 1"), 2), std::nullopt);
}

void InputRulesTest::onlyOperatorsThatBeginNothingContinue() {
    for (const char* text : {"* 2", "/2", "** 2", "% 3", "== 4", "and True", "if x else y", "!"})
        QVERIFY2(beginsWithContinuingOperator(QString::fromLatin1(text)), text);
    for (const char* text : {"- 2", "+2", "~1", "(1)", "[1]", "{1}", "not 1", "x * 2", ""})
        QVERIFY2(!beginsWithContinuingOperator(QString::fromLatin1(text)), text);
}

void InputRulesTest::hintsAreGivenWhereThingsLookOtherwise() {
    QVERIFY(inputHint(QStringLiteral("2 ^ 3")).contains(QStringLiteral("**")));
    QVERIFY(inputHint(QStringLiteral("3(4)")).contains(QStringLiteral("3 *")));
    QVERIFY(inputHint(QStringLiteral("1,5")).contains(QStringLiteral("point")));
    QVERIFY(inputHint(QStringLiteral("sin(90)")).contains(QStringLiteral("sin(radians(90))")));
    for (const char* text : {"2 ** 3", "f(4)", "(1, 5)", "sin(3)", "'2 ^ 3'", ""})
        QCOMPARE(inputHint(QString::fromLatin1(text)), QString());
}

void InputRulesTest::aSessionFileIsOneExpressionALine() {
    const QStringList expressions{QStringLiteral("x = 3"), QStringLiteral("データ = 4"),
                                  QStringLiteral("x\n+ 1")};
    QCOMPARE(writeSession(expressions), QByteArray("x = 3\nデータ = 4\nx + 1\n"));
    QCOMPARE(readSession("# a comment\r\n\n  x = 3  \r\nデータ = 4"),
             QStringList({QStringLiteral("x = 3"), QStringLiteral("データ = 4")}));
}

} // namespace keisan::client::test

QTEST_APPLESS_MAIN(keisan::client::test::InputRulesTest)
#include "input_rules_test.moc"

// SPDX-License-Identifier: MIT
#include "client/terminal/name_completion.h"

#include <QTest>

using keisan::client::NameCompletion;

class NameCompletionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreCompleted_data();
    void namesAreCompleted();
    void typedNamesAreLearned();
};

void NameCompletionTest::namesAreCompleted_data() {
    using List = QList<QByteArray>;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("insert");
    QTest::addColumn<List>("choices");
    const auto row = [](const QByteArray& text, const QByteArray& insert, const List& choices) {
        QTest::newRow(text.constData()) << text << insert << choices;
    };
    row("sqr", "t", {"sqrt"});
    row("2*(sqr", "t", {"sqrt"});
    row("math.sqr", "", {});
    row("asi", "n", {"asin", "asinh"});
    row("asin", "", {"asin", "asinh"});
    row("sum", "", {"sum", "sumprod"});
    row("", "", {});
    row("1 + ", "", {});
    row("0xf", "", {});
    row("2e", "", {});
    row("zzz", "", {});
    row("Tru", "e", {"True"});
}

void NameCompletionTest::namesAreCompleted() {
    QFETCH(QByteArray, text);
    const auto result = NameCompletion().complete(text);
    QTEST(result.insert, "insert");
    QTEST(result.choices, "choices");
}

void NameCompletionTest::typedNamesAreLearned() {
    NameCompletion completion;
    completion.learn("rate_1 = x + 面積*0xzz7 + q");
    QCOMPARE(completion.complete("rat").insert, "e_1");
    QCOMPARE(completion.complete("面").choices, QList<QByteArray>{"面積"});
    QVERIFY(completion.complete("xz").choices.isEmpty());
    QVERIFY(completion.complete("q").choices.isEmpty()); // one letter is typed sooner than completed
}

QTEST_APPLESS_MAIN(NameCompletionTest)
#include "name_completion_test.moc"

// SPDX-License-Identifier: MIT
#include "client/session/history_store.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

using keisan::client::HistoryEntry;
using keisan::client::HistoryStore;

namespace {

HistoryEntry entryOf(const QByteArray& expression, const QByteArray& answer) {
    HistoryEntry entry;
    entry.expression = expression;
    entry.answer = answer;
    return entry;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void appendBytes(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class HistoryStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsAppendedIsLoaded();
    void theFileIsTheOwnersAlone();
    void severalWindowsShareOneFile();
    void notesAndRemovalsAreKept();
    void aCutOffLineCostsOnlyItself();
    void longAnswersKeepTheirEndsAndLength();
    void overlongExpressionsAreNotKept();
    void theNewestFiveThousandAreKept();
    void theNewestSixteenMegabytesAreKept();
    void whatCannotBeWrittenIsWrittenLater();
    void loadingRewritesOnlyWhatIsWorthIt();

private:
    QTemporaryDir m_folder;
    QString m_path;
};

void HistoryStoreTest::init() {
    static int number = 0;
    m_path = m_folder.filePath(QStringLiteral("%1/deep/history.jsonl").arg(++number));
}

void HistoryStoreTest::whatIsAppendedIsLoaded() {
    HistoryStore store(m_path);
    QVERIFY(store.load().isEmpty());
    HistoryEntry entry = entryOf("'計' + \"\\n\"", "計\\n");
    entry.type = QStringLiteral("str");
    entry.elapsedNs = 123;
    const HistoryEntry first = store.append(entry);
    entry = entryOf("1/0", "division by zero");
    entry.isError = true;
    const HistoryEntry second = store.append(entry);
    QVERIFY(!first.id.isEmpty() && first.id != second.id);
    QVERIFY(first.timeMs > 0);
    QCOMPARE(first.answerCharacters, 3);
    QCOMPARE(HistoryStore(m_path).load(), (QList<HistoryEntry>{first, second}));
    QVERIFY(store.error().isEmpty());
}

void HistoryStoreTest::theFileIsTheOwnersAlone() {
    HistoryStore(m_path).append(entryOf("1", "1"));
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QCOMPARE(QFileInfo(m_path).permissions() & others, QFileDevice::Permissions());
}

void HistoryStoreTest::severalWindowsShareOneFile() {
    HistoryStore one(m_path);
    HistoryStore two(m_path);
    for (int i = 0; i < 10; ++i) {
        one.append(entryOf("1", QByteArray::number(i)));
        two.append(entryOf("2", QByteArray::number(i)));
        if (i == 5)
            one.load(); // compacts while the other has it open
    }
    QCOMPARE(HistoryStore(m_path).load().size(), 20);
}

void HistoryStoreTest::notesAndRemovalsAreKept() {
    HistoryStore store(m_path);
    QList<HistoryEntry> entries;
    for (const QByteArray answer : {"1", "2", "3"})
        entries.append(store.append(entryOf("x", answer)));
    store.setRemoved({entries[0], entries[1]}, true);
    store.setNote(entries[2], QStringLiteral("rent"));
    QList<HistoryEntry> kept = HistoryStore(m_path).load();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept[0].note, QStringLiteral("rent"));
    store.setRemoved({entries[0]}, false);
    kept = HistoryStore(m_path).load();
    QCOMPARE(kept.size(), 2);
    QVERIFY(kept.contains(entries[0]));
}

void HistoryStoreTest::aCutOffLineCostsOnlyItself() {
    HistoryStore store(m_path);
    store.append(entryOf("1", "1"));
    appendBytes(m_path, R"({"id":"7","expression":"2+)");
    store.append(entryOf("3", "3"));
    appendBytes(m_path, "\xff\xfe[]\n{}\n\n");
    const auto entries = HistoryStore(m_path).load();
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries[1].expression, "3");
}

void HistoryStoreTest::longAnswersKeepTheirEndsAndLength() {
    HistoryStore store(m_path);
    const QByteArray whole = QByteArray(5'000, '1') + QByteArray(5'000, '2');
    QCOMPARE(store.append(entryOf("1", whole)).answer, whole);
    const HistoryEntry entry =
        store.append(entryOf("1", QByteArray(500'000, '1') + QByteArray(500'000, '2')));
    QCOMPARE(entry.answer, QByteArray(5'000, '1'));
    QCOMPARE(entry.answerTail, QByteArray(5'000, '2'));
    QCOMPARE(entry.answerCharacters, 1'000'000);
    store.setNote(entry, QStringLiteral("long"));
    QCOMPARE(HistoryStore(m_path).load().last().answerCharacters, 1'000'000);
    QVERIFY(QFileInfo(m_path).size() < 40'000);
}

void HistoryStoreTest::overlongExpressionsAreNotKept() {
    HistoryStore store(m_path);
    store.append(entryOf(QByteArray(HistoryStore::kMaxExpressionBytes, '1'), "1"));
    store.append(entryOf(QByteArray(HistoryStore::kMaxExpressionBytes + 1, '1'), "2"));
    const auto entries = HistoryStore(m_path).load();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0].answer, "1");
}

void HistoryStoreTest::theNewestFiveThousandAreKept() {
    HistoryStore(m_path).append(entryOf("first", "0"));
    QByteArray lines;
    for (int i = 0; i < HistoryStore::kMaxEntries; ++i)
        lines += R"({"id":")" + QByteArray::number(i) + R"(","expression":"1","answer":"1"})" + '\n';
    appendBytes(m_path, lines);
    HistoryStore store(m_path);
    QCOMPARE(store.load().size(), HistoryStore::kMaxEntries);
    QCOMPARE(contentOf(m_path).count('\n'), HistoryStore::kMaxEntries);
    QCOMPARE(store.load().first().id, QStringLiteral("0"));
}

void HistoryStoreTest::theNewestSixteenMegabytesAreKept() {
    HistoryStore(m_path).append(entryOf("first", "0"));
    QByteArray lines;
    for (int i = 0; i < 400; ++i)
        lines +=
            R"({"id":")" + QByteArray::number(i) + R"(","expression":")" + QByteArray(60'000, '1') + "\"}\n";
    appendBytes(m_path, lines);
    const auto entries = HistoryStore(m_path).load();
    QCOMPARE(entries.last().id, QStringLiteral("399"));
    QVERIFY(QFileInfo(m_path).size() <= HistoryStore::kMaxFileBytes);
    QVERIFY(QFileInfo(m_path).size() > HistoryStore::kMaxFileBytes - 100'000);
}

void HistoryStoreTest::whatCannotBeWrittenIsWrittenLater() {
    HistoryStore store(m_path);
    store.append(entryOf("1", "1"));
    QLockFile otherWindow(m_path + QStringLiteral(".lock"));
    QVERIFY(otherWindow.lock());
    store.append(entryOf("2", "2"));
    QVERIFY(!store.error().isEmpty());
    otherWindow.unlock();
    store.append(entryOf("3", "3"));
    QVERIFY(store.error().isEmpty());
    const auto entries = HistoryStore(m_path).load();
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries[1].expression, "2");
}

void HistoryStoreTest::loadingRewritesOnlyWhatIsWorthIt() {
    HistoryStore store(m_path);
    const HistoryEntry entry = store.append(entryOf("1", "1"));
    const QByteArray content = contentOf(m_path);
    store.load();
    QCOMPARE(contentOf(m_path), content);
    store.setNote(entry, QStringLiteral("n"));
    QCOMPARE(contentOf(m_path).count('\n'), 2);
    store.load();
    QCOMPARE(contentOf(m_path).count('\n'), 1);
}

QTEST_GUILESS_MAIN(HistoryStoreTest)
#include "history_store_test.moc"

// SPDX-License-Identifier: MIT
#include "server/log/line_writer.h"

#include "server/log/event_text.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <memory>
#include <thread>

using namespace keisan::server;

class LineWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesAreAppendedToAFile();
    void aFileThatWasMovedAwayIsOpenedAnew();
    void aFileThatCannotBeOpenedIsTold();
    void aPipeThatNobodyReadsIsToldAtOnce();
    void aFileThatCannotBeOpenedAnewServesOnAndSaysWhy();
    void linesForAFullDiskAreLostAndNobodyWaits();
    void aReaderThatStallsStopsNobody();
    void whatWaitsIsBoundedInBytesToo();
    void lostLinesAreCountedWhenWritingWorksAgain();
    void linesLostOnTheWayAreToldAmongThoseThatCame();
    void whatASlowReaderHasNotGotAtTheEndIsCounted();
    void aLineThatWasCutOffIsEndedFirst();
    void aFileThatWasDeletedIsMadeAnew();
    void linesAreCountedWhileTheFileCannotBeMadeAnew();
    void aFileThatIsTooLongIsPutAside();
    void whatWasPutAsideStaysWhereNoNewFileCanBeMade();
    void whatIsNoPlainFileIsNotPutAside();

private:
    static constexpr LineWriter::Words kWords{lostLinesText, notReopenedText};

    static QByteArray contentOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void LineWriterTest::linesAreAppendedToAFile() {
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("log"));
    for (const char* line : {"one", "two"})
        LineWriter({QFile::encodeName(path)}, kWords).put(line);
    QCOMPARE(contentOf(path), QByteArray("one\ntwo\n"));
}

void LineWriterTest::aFileThatWasMovedAwayIsOpenedAnew() {
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("log"));
    const QString moved = dir.filePath(QStringLiteral("log.1"));
    {
        LineWriter writer({QFile::encodeName(path)}, kWords);
        writer.put("one");
        QTRY_COMPARE(contentOf(path), QByteArray("one\n"));
        QVERIFY(QFile::rename(path, moved));
        writer.put("two");
        writer.reopen();
        writer.put("three");
    }
    QCOMPARE(contentOf(moved), QByteArray("one\ntwo\n"));
    QCOMPARE(contentOf(path), QByteArray("three\n"));
}

void LineWriterTest::aFileThatCannotBeOpenedIsTold() {
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("no/such/log"));
    QCOMPARE(LineWriter({QFile::encodeName(path)}, kWords).openError(), ENOENT);
}

void LineWriterTest::aPipeThatNobodyReadsIsToldAtOnce() {
    const QTemporaryDir dir;
    const QByteArray path = QFile::encodeName(dir.filePath(QStringLiteral("pipe")));
    QCOMPARE(mkfifo(path.constData(), 0600), 0);
    QCOMPARE(LineWriter({path}, kWords).openError(), ENXIO);
}

void LineWriterTest::aFileThatCannotBeOpenedAnewServesOnAndSaysWhy() {
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("log"));
    const QString moved = dir.filePath(QStringLiteral("log.1"));
    {
        LineWriter writer({QFile::encodeName(path)}, kWords);
        writer.put("one");
        QTRY_COMPARE(contentOf(path), QByteArray("one\n"));
        QVERIFY(QFile::rename(path, moved));
        QVERIFY(QDir().mkdir(path));
        writer.reopen();
        writer.put("two");
    }
    QCOMPARE(contentOf(moved), "one\n" + notReopenedText(EISDIR) + "\ntwo\n");
}

void LineWriterTest::linesForAFullDiskAreLostAndNobodyWaits() {
    QElapsedTimer clock;
    clock.start();
    {
        LineWriter writer({QByteArray("/dev/full")}, kWords);
        QCOMPARE(writer.openError(), 0);
        for (int i = 0; i < 1000; ++i)
            writer.put("lost");
    }
    QVERIFY(clock.elapsed() < 10'000);
}

void LineWriterTest::aReaderThatStallsStopsNobody() {
    std::array<int, 2> ends{};
    QCOMPARE(pipe(ends.data()), 0);
    QElapsedTimer clock;
    clock.start();
    {
        LineWriter writer(ends[1], kWords);
        for (int i = 0; i < 10'000; ++i)
            writer.put(QByteArray(100, 'x'));
        QVERIFY(clock.elapsed() < 2'000);
    }
    QVERIFY(clock.elapsed() < 20'000);
    close(ends[0]);
    close(ends[1]);
}

void LineWriterTest::whatWaitsIsBoundedInBytesToo() {
    constexpr qsizetype kLineBytes = 1024 * 1024;
    constexpr int kLines = 100;
    std::array<int, 2> ends{};
    QCOMPARE(pipe(ends.data()), 0);
    std::atomic<qsizetype> received = 0;
    std::atomic<bool> hasLast = false;
    QByteArray all;
    auto writer = std::make_unique<LineWriter>(ends[1], kWords);
    for (int i = 0; i < kLines; ++i)
        writer->put(QByteArray(kLineBytes, 'x'));
    std::thread reader([&] {
        QByteArray piece(65536, '\0');
        for (ssize_t got = 0; (got = read(ends[0], piece.data(), static_cast<size_t>(piece.size()))) > 0;) {
            all.append(piece.constData(), got);
            received += got;
            hasLast = all.endsWith("last\n");
        }
    });
    const bool isDrained = QTest::qWaitFor([&] { return received > 60 * kLineBytes; }, 60'000);
    writer->put("last");
    const bool isWhole =
        QTest::qWaitFor([&] { return bool(hasLast); }, 60'000); // its end gives the writer only so long
    writer.reset();
    close(ends[1]);
    reader.join();
    close(ends[0]);
    QVERIFY(isDrained && isWhole);
    const auto kept = all.count(QByteArray(kLineBytes, 'x') + '\n');
    QVERIFY2(kept < 70, qPrintable(QString::number(kept)));
    QVERIFY(all.endsWith("\n" + lostLinesText(kLines - kept) + "\nlast\n"));
}

// The disk is full first and has room later: the name leads from one to the other.
void LineWriterTest::lostLinesAreCountedWhenWritingWorksAgain() {
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("log"));
    QVERIFY(QFile::link(QStringLiteral("/dev/full"), path));
    {
        LineWriter writer({QFile::encodeName(path)}, kWords);
        for (int i = 0; i < 3; ++i)
            writer.put("lost");
        QTest::qWait(100);
        QVERIFY(QFile::remove(path));
        writer.reopen();
        writer.put("kept");
    }
    QCOMPARE(contentOf(path), QByteArray("[server] 3 lines lost\nkept\n"));
}

void LineWriterTest::linesLostOnTheWayAreToldAmongThoseThatCame() {
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("log"));
    {
        LineWriter writer({QFile::encodeName(path)}, kWords);
        writer.put("one");
        writer.lose(3);
        writer.put("two");
        writer.lose(4);
    }
    QCOMPARE(contentOf(path), "one\n" + lostLinesText(3) + "\ntwo\n" + lostLinesText(4) + '\n');
}

void LineWriterTest::whatASlowReaderHasNotGotAtTheEndIsCounted() {
    constexpr int kLines = 100'000;
    const QByteArray line(100, 'x');
    std::array<int, 2> ends{};
    QCOMPARE(pipe(ends.data()), 0);
    QByteArray all;
    std::thread reader([&] {
        QByteArray piece(4096, '\0');
        for (ssize_t got = 0; (got = read(ends[0], piece.data(), static_cast<size_t>(piece.size()))) > 0;) {
            all.append(piece.constData(), got);
            QThread::msleep(5);
        }
    });
    auto writer = std::make_unique<LineWriter>(ends[1], kWords);
    for (int i = 0; i < kLines; ++i)
        writer->put(line);
    QElapsedTimer clock;
    clock.start();
    writer.reset();
    const qint64 tookMs = clock.elapsed();
    close(ends[1]);
    reader.join();
    close(ends[0]);
    QVERIFY2(tookMs < 2'000, qPrintable(QString::number(tookMs)));
    const auto kept = all.count(line + '\n');
    QVERIFY(kept < kLines);
    QVERIFY(all.endsWith("\n" + lostLinesText(kLines - kept) + '\n'));
}

void LineWriterTest::aLineThatWasCutOffIsEndedFirst() {
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("log"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("one\ntw") > 0);
    file.close();
    LineWriter({QFile::encodeName(path)}, kWords).put("three");
    QCOMPARE(contentOf(path), QByteArray("one\ntw\nthree\n"));
}

void LineWriterTest::aFileThatWasDeletedIsMadeAnew() {
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("log"));
    {
        LineWriter writer({QFile::encodeName(path)}, kWords);
        writer.put("one");
        QTRY_COMPARE(contentOf(path), QByteArray("one\n"));
        QVERIFY(QFile::remove(path));
        writer.put("two");
    }
    QCOMPARE(contentOf(path), QByteArray("two\n"));
}

void LineWriterTest::linesAreCountedWhileTheFileCannotBeMadeAnew() {
    const QTemporaryDir dir;
    const QString folder = dir.filePath(QStringLiteral("logs"));
    const QString path = folder + QStringLiteral("/log");
    QVERIFY(QDir().mkdir(folder));
    {
        LineWriter writer({QFile::encodeName(path)}, kWords);
        writer.put("one");
        QTRY_COMPARE(contentOf(path), QByteArray("one\n"));
        QVERIFY(QDir(folder).removeRecursively());
        writer.put("two");
        writer.put("three");
        QTest::qWait(100);
        QVERIFY(QDir().mkdir(folder));
        writer.put("four");
    }
    QCOMPARE(contentOf(path), QByteArray("[server] 2 lines lost\nfour\n"));
}

void LineWriterTest::aFileThatIsTooLongIsPutAside() {
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("log"));
    {
        LineWriter writer({QFile::encodeName(path), 8, 2}, kWords);
        for (const char* line : {"111", "222", "333", "444", "555", "66666666666", "7"})
            writer.put(line);
    }
    QCOMPARE(contentOf(path), QByteArray("7\n"));
    QCOMPARE(contentOf(path + QStringLiteral(".1")), QByteArray("66666666666\n"));
    QCOMPARE(contentOf(path + QStringLiteral(".2")), QByteArray("555\n"));
    QVERIFY(!QFile::exists(path + QStringLiteral(".3")));
    LineWriter({QFile::encodeName(path), 8, 2}, kWords).put("888");
    QCOMPARE(contentOf(path), QByteArray("7\n888\n"));
}

// With no descriptor left a file can be renamed and none be made.
void LineWriterTest::whatWasPutAsideStaysWhereNoNewFileCanBeMade() {
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("log"));
    rlimit descriptors{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &descriptors), 0);
    {
        LineWriter writer({QFile::encodeName(path), 8, 2}, kWords);
        for (const char* line : {"111", "222", "333", "444"})
            writer.put(line);
        QTRY_COMPARE(contentOf(path), QByteArray("333\n444\n"));
        const rlimit none{STDERR_FILENO + 1, descriptors.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &none), 0);
        for (const char* line : {"555", "666", "777"})
            writer.put(line);
        QTest::qWait(200);
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &descriptors), 0);
        writer.put("888");
    }
    QCOMPARE(contentOf(path + QStringLiteral(".2")), QByteArray("111\n222\n"));
    QCOMPARE(contentOf(path + QStringLiteral(".1")), QByteArray("333\n444\n555\n666\n777\n"));
    QCOMPARE(contentOf(path), QByteArray("888\n"));
}

void LineWriterTest::whatIsNoPlainFileIsNotPutAside() {
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("pipe"));
    QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    const int reader = open(QFile::encodeName(path).constData(), O_RDWR | O_NONBLOCK);
    {
        LineWriter writer({QFile::encodeName(path), 8, 2}, kWords);
        for (int i = 0; i < 100; ++i)
            writer.put("xxxxxxxxx");
    }
    close(reader);
    QVERIFY(!QFile::exists(path + QStringLiteral(".1")));
}

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);
    LineWriterTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "line_writer_test.moc"

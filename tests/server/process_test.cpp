// SPDX-License-Identifier: MIT
#include "server/process.h"

#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace keisan::server;

class ProcessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatHangsEndsWithinItsTimeAsIfInOrder();
    void aFailedWriteIsAnErrorAndNotTheEnd();

private:
    // How a process that does this ends, as waitpid() tells it.
    static int endOf(void (*deed)()) {
        const pid_t child = fork();
        if (child == 0) {
            deed();
            _exit(7);
        }
        int status = -1;
        waitpid(child, &status, 0);
        return status;
    }
};

void ProcessTest::whatHangsEndsWithinItsTimeAsIfInOrder() {
    const int status = endOf([] {
        endProcessWithin(50);
        sleep(20);
    });
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

void ProcessTest::aFailedWriteIsAnErrorAndNotTheEnd() {
    const int status = endOf([] {
        ignoreFailedWrites();
        int ends[2];
        if (pipe(ends) == 0 && close(ends[0]) == 0 && write(ends[1], "x", 1) < 0)
            _exit(0);
    });
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

QTEST_APPLESS_MAIN(ProcessTest)
#include "process_test.moc"

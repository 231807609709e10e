// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/mailbox.h"

#include <QByteArray>
#include <QThread>

#include <atomic>
#include <latch>
#include <memory>
#include <stop_token>

namespace keisan::server {

// Writes lines to a descriptor or a file from a thread of its own, so that a reader that stalls or a disk
// that is slow or full never stops anybody. A file that was deleted is made anew; its folder is not. Lines
// that cannot be written, or come too fast to be kept, are counted, and the number is written as a line when
// writing works again, or at the end.
class LineWriter {
public:
    // A file that is appended to. One that would grow past maxBytes is renamed to path.1, the one before to
    // path.2 and so on, and a new one is begun; past `kept` they are gone.
    struct File {
        QByteArray path;
        qint64 maxBytes = 0; // 0: it may grow for ever
        int kept = 1;
    };

    // The lines that are its own; called in the writer's thread.
    struct Words {
        QByteArray (*lostLines)(qsizetype count); // in place of so many
        QByteArray (*notReopened)(int error);     // as errno
    };

    // Writes to the descriptor, which stays open.
    LineWriter(int descriptor, const Words& words);

    // Makes the file if need be. openError() tells whether that worked.
    LineWriter(File file, const Words& words);

    // Writes what is left, for at most half a second; what is left then is counted.
    ~LineWriter();

    Q_DISABLE_COPY_MOVE(LineWriter)

    int openError() const { return m_openError; } // as errno; 0: none

    // The line without its line feed. Always from the same thread.
    void put(QByteArray line);

    // So many lines that were lost on their way here. From the same thread, too.
    void lose(qsizetype lines);

    // Opens the file anew after the lines put before, as after somebody has moved it away. Where that fails
    // the old one serves on, and a line in it says why.
    void reopen();

private:
    struct Item {
        QByteArray line;    // null: there is none
        qsizetype lost = 0; // lines before it
        bool reopens = false;
    };

    void start();
    bool hasRoomFor(qsizetype lineBytes);
    void keep(QByteArray line);
    void run();
    void count(const Item& item);
    void countLine(const Item& item);
    void write(const Item& item);
    void openAnew();
    bool writeLines(const QByteArray& lines);
    bool writeAll(QByteArrayView bytes);
    bool awaitRoom();
    bool open();
    void rotate();
    bool wouldBeTooLong(qsizetype lineBytes) const;
    void putAside();
    bool wasDeleted() const;
    bool fileEndsInLine() const;

    const File m_file; // without a path: the descriptor is not ours
    const Words m_words;
    int m_descriptor = -1;
    int m_openError = 0;
    bool m_isPlainFile = false; // a device or a pipe is never put aside
    qint64 m_fileBytes = 0;     // of a plain file
    bool m_endsInLine = false;  // what was written last lacks its line feed
    int m_lastPolls = 0;        // without success, since the end was asked for
    qsizetype m_lost = 0;       // lines that were not written, whatever the reason
    qsizetype m_overflowed = 0; // lines that found no room; of the putting thread
    Mailbox<Item> m_items;
    std::atomic<qsizetype> m_waitingBytes = 0; // of the lines in it
    std::stop_source m_stop;
    std::latch m_started{1};
    std::unique_ptr<QThread> m_thread;
};

} // namespace keisan::server

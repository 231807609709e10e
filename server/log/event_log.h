// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_event.h"
#include "server/core/server_options.h"
#include "server/log/line_writer.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace keisan::server {

// Writes events as lines: those of the tutorial to standard output, all of them with their time to a log
// file. Where requests are wanted, those that came too fast are told as so many lines lost. Lives in the main
// thread.
class EventLog : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // The tutorial's lines, and those of requests if wanted.
    void writeToStandardOutput(bool withRequests);

    // Writes the log file that the options want, if they want one. What is wrong when it cannot be opened.
    std::optional<QString> writeToFile(const ServerOptions& options);

    bool isWanted() const { return m_standardOutput || m_file; }
    bool wantsRequests() const { return m_requestsToStandardOutput || m_file; }

    void append(const std::vector<ServerEvent>& events);

    // From then on requests are no longer written, only counted as lines lost, which takes no time.
    void countRequestsAfter(int ms) { m_requestsWritten.setRemainingTime(ms); }

    // Opens the file anew, as after it was moved away.
    void reopenFile();

private:
    void write(const ServerEvent& event);
    void tellLost(quint64 requests);

    std::unique_ptr<LineWriter> m_standardOutput;
    std::unique_ptr<LineWriter> m_file;
    bool m_requestsToStandardOutput = false;
    LogFormat m_fileFormat = LogFormat::Text;
    QDeadlineTimer m_requestsWritten{QDeadlineTimer::Forever};
};

} // namespace keisan::server

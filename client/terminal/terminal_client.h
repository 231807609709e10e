// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/calculator_client.h"
#include "client/terminal/line_input.h"
#include "client/terminal/output.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <deque>

namespace keisan::client {

// The tutorial's client: reads lines, sends them, prints the answers in their order. Lines from a pipe are
// sent without waiting for the answers before them, as far ahead as kMaxAhead and kMaxAheadBytes allow.
//
// Ends with finished(): at `quit` or the end of input when all is answered, or when the connection fails,
// then with one line of words on standard error and the expressions that got no answer.
class TerminalClient : public QObject {
    Q_OBJECT

public:
    struct Options {
        ServerAddress address;
        bool oneAtATime = false; // a person at a terminal: the next line is read when the last is answered
        bool errorsSetExitCode = false; // code 1 if an answer was an error
        bool json = false;
        bool colours = false;
    };

    static constexpr std::size_t kMaxAhead = 4096;
    static constexpr qsizetype kMaxAheadBytes = 4 * 1024 * 1024;

    TerminalClient(const Options& options, LineInput& input, Output& output, Output& errors,
                   QObject* parent = nullptr);

    void start();

    // The user wants out: ends the evaluation that runs and finishes with this code.
    void interrupt(int exitCode);

Q_SIGNALS:
    void answered(const QByteArray& expression, const keisan::client::Reply& reply); // in order, as printed
    void finished(int exitCode);

private:
    // One line of output that is still to come, in order.
    struct Pending {
        QByteArray expression;
        RequestId id = 0; // 0: needs no server, only its turn
        Reply reply;
    };

    void readAhead();
    bool hasRoom() const;
    void takeLine(const protocol::Line& line);
    void onReply(RequestId id, const Reply& reply);
    void onLost(RequestId id);
    void onStateChanged(CalculatorClient::State state);
    void printKnown();
    void print(const Pending& pending);
    void removeFirst();
    void flush();
    void complain(const QString& sentence);
    void connectionFailed();
    void finishWhenDone();
    void finish(int exitCode);
    void sayThatItWaits();

    Options m_options;
    LineInput& m_input;
    Output& m_output;
    Output& m_errors;
    CalculatorClient m_client;
    std::deque<Pending> m_pending;
    qsizetype m_pendingBytes = 0; // of their expressions
    QList<QByteArray> m_lost;     // expressions
    QTimer m_flushTimer;          // answers that arrive together are written together
    QTimer m_patienceTimer;
    bool m_wasConnected = false;
    bool m_sawQuit = false;
    bool m_sawError = false;
    bool m_isFinished = false;
};

} // namespace keisan::client

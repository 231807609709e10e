// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/calculator_client.h"
#include "client/session/history_entry.h"
#include "client/window/notation.h"

#include <QByteArray>
#include <QDateTime>
#include <QMetaType>
#include <QString>

namespace keisan::client {

enum class ItemState {
    Unsent,      // waits for the connection that is coming
    Sent,        // on its way, waiting, or being computed
    Answered,    // answer is what the server wrote
    Failed,      // answer is the server's message
    Stopped,     // by the user
    NotAnswered, // the connection ended first
};

// One expression of the history and what became of it.
struct HistoryItem {
    quint64 serial = 0;    // unique in its history; given by the model
    RequestId request = 0; // while it is not ended; 0 afterwards
    QString expression = {};
    ItemState state = ItemState::Unsent;
    QByteArray answer = {}; // UTF-8 as it came: one byte a digit
    QString type = {};      // Python's name of the answer's type, or of the error's; empty: not told
    quint64 number =
        0; // of the answer in its session, the 12 of _12; 0: it has none, or is of an earlier run
    quint64 session = 0; // that answered it, as the model counts them; 0: of an earlier run
    qint64 cost = -1;    // counted work; -1: not told
    int faultStart = -1; // where an error lies in the expression, in UTF-16 units; -1: not known
    int faultLength = 0;
    Notation notation = Notation::Python; // how the answer is shown; another where this one cannot write it
    QString note = {};
    QDateTime asked = {};
    qint64 elapsedNs = -1;   // -1: not known
    qint64 arrivedBytes = 0; // of an answer still on its way
    bool isStopping = false; // the server was asked to cancel it

    HistoryEntry kept = {}; // as it stands in the file; without an id: not there

    // False for a long answer of an earlier run, or one there was no memory for: only its two ends are left.
    bool isWhole() const { return kept.answerTail.isEmpty() || answer.size() != kept.answer.size(); }

    // What is left of a long answer that is not whole.
    QByteArray twoEnds() const { return answer + kept.answerTail; }

    // Leaves only the two ends of a long answer.
    void forgetMiddle();

    // The answer as it is shown, whole, and whether that is not what Python writes.
    QByteArray shownText() const;
    bool isShownOtherwise() const { return shownText() != answer; }

    bool isOpen() const { return state == ItemState::Unsent || state == ItemState::Sent; }
};

// What a view may see of an item: never more than kShownCharacters of anything.
struct HistoryLines {
    ItemState state = ItemState::Unsent;
    QString number = {};     // "12", or a dash
    QString expression = {}; // head … tail
    QString answer = {};     // head … tail, or the message, or what is being waited for: nothing at first
    QString meta = {};       // "int   0.1 ms", "1,014,118 digits"
    QString note = {};
    QString remark = {}; // below an error: what may help
    int faultStart = -1; // in expression; -1: none
    int faultLength = 0;
    bool isLong = false; // answer is not the whole
    bool isKept = true;  // false: the whole of a long one is gone
};

inline constexpr qsizetype kShownCharacters = 200;

// At most kShownCharacters: the text itself, or its beginning and end with … between them.
QString headAndTail(const QString& text);

bool isLongAnswer(const QByteArray& answer);

// A long answer's two ends, or the whole of another. Looks at no more of it than it shows.
QString shownAnswer(const QByteArray& answer);

// How many digits an int has; 0 for anything else.
qsizetype digitCount(const QByteArray& answer);

} // namespace keisan::client

Q_DECLARE_METATYPE(keisan::client::HistoryLines)

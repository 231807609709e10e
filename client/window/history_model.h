// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/history_item.h"

#include <QAbstractListModel>

#include <deque>

namespace keisan::client {

// The expressions of the history with what became of them, oldest first. Views get at most kShownCharacters
// of any text; the whole is in item(). Follows a CalculatorClient's signals once it is told to; sends
// nothing.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum ItemRole { LinesRole = Qt::UserRole + 1, StateRole };

    static constexpr int kMaxItems = 5'000; // the oldest are forgotten first
    static constexpr qint64 kMaxAnswerBytes =
        64 * 1024 * 1024; // then the oldest long answers lose their middle

    explicit HistoryModel(QObject* parent = nullptr);

    void follow(const CalculatorClient& client);

    // A new item at the end: it was submitted under this id.
    void append(const QString& expression, RequestId request);

    // Entries of earlier runs, in front of all others.
    void prepend(const QList<HistoryItem>& items);

    // By the user, who may want them back: in the order of their rows, each with the row it had.
    void remove(QList<int> rows);
    void restore(const QList<QPair<int, HistoryItem>>& items);
    void setNote(int row, const QString& note);
    void setNotation(int row, Notation notation);
    void setKept(int row, const HistoryEntry& kept);

    // What the server calls this answer: `_` for the last one; empty where it has no name, or had one in a
    // session that has ended.
    QString answerName(int row) const;

    int rowOfSerial(quint64 serial) const; // -1: it is gone

    // The row of an open item; -1 when there is none.
    int rowOf(RequestId request) const;

    const HistoryItem& item(int row) const { return m_entries[static_cast<std::size_t>(row)].item; }
    int answeredCount() const { return m_answered; }

    // How answers that come from now on are shown; those that are there keep their own notation.
    void setNotationOfNew(Notation notation) { m_notationOfNew = notation; }

    // How the open ones are doing: shown until they end. The views only have to be painted again.
    enum class Holdup { None, Connection, Server }; // what those that were not sent yet wait for
    void setProgress(const CalculatorClient::Waiting& waiting, Holdup holdup);

    // After a change of the language.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void itemEnded(int row); // answered, failed, stopped or lost
    void sessionEnded();     // no item has a number any more
    void noteChanged(int row);
    void itemsRemoved(const QList<keisan::client::HistoryItem>& items);
    void itemsRestored(const QList<keisan::client::HistoryItem>& items);

private:
    struct Entry {
        HistoryItem item;
        HistoryLines lines;
    };

    void insert(int row, const HistoryItem& item);
    void drop(int row);
    void end(RequestId request, ItemState state, const Reply& reply);
    void followState(CalculatorClient::State state);
    void markSent(RequestId request);
    void markProgress(RequestId request, qint64 bytes);
    void markStopping(RequestId request);
    Entry entryFor(const HistoryItem& item);
    void composeLines(Entry& entry) const;
    static QString metaText(const HistoryItem& item);
    static QString sizeText(const HistoryItem& item);
    static QString spokenText(const HistoryItem& item, const HistoryLines& lines);
    static void describeError(const HistoryItem& item, HistoryLines& lines);
    void renew(int row);
    void renewAll();
    void forgetOldest();
    void forgetLongAnswers();
    HistoryLines linesOf(const Entry& entry) const;
    QString waitingText(const HistoryItem& item) const;

    std::deque<Entry> m_entries;
    CalculatorClient::Waiting m_waiting;
    Holdup m_holdup = Holdup::None;
    Notation m_notationOfNew = Notation::Python;
    quint64 m_session = 1; // the one that stands, or comes next
    bool m_isConnected = false;
    int m_answered = 0;
    qint64 m_answerBytes = 0; // of all answers together
    quint64 m_lastSerial = 0;
};

} // namespace keisan::client

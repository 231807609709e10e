// SPDX-License-Identifier: MIT
#include "client/window/history_model.h"

#include "client/window/duration_text.h"
#include "client/window/error_words.h"
#include "client/window/expression_tokens.h"
#include "client/window/input_hint.h"

#include <QLocale>

#include <algorithm>
#include <functional>
#include <utility>

namespace keisan::client {

namespace {

constexpr QStringView kNoNumber = u"–";

void setFault(HistoryItem& item, const UnitRange& range) {
    item.faultStart = range.start;
    item.faultLength = range.length;
}

// Where the server has not told it, our own parser may know.
void findFault(HistoryItem& item, const std::optional<FaultSpan>& span) {
    if (span)
        return setFault(item, unitRangeOf(item.expression, span->start, span->end));
    const std::optional<SyntaxFault> fault = syntaxFaultOf(item.expression);
    if (!fault)
        return;
    setFault(item, {fault->start, fault->length});
    if (item.type.isEmpty())
        item.type = QStringLiteral("SyntaxError");
}

} // namespace

HistoryModel::HistoryModel(QObject* parent) : QAbstractListModel(parent) {}

void HistoryModel::follow(const CalculatorClient& client) {
    connect(&client, &CalculatorClient::stateChanged, this, &HistoryModel::followState);
    connect(&client, &CalculatorClient::requestSent, this, &HistoryModel::markSent);
    connect(&client, &CalculatorClient::replyProgress, this, &HistoryModel::markProgress);
    connect(&client, &CalculatorClient::cancelSent, this, &HistoryModel::markStopping);
    connect(&client, &CalculatorClient::replyReceived, this, [this](RequestId id, const Reply& reply) {
        end(id, reply.isError ? ItemState::Failed : ItemState::Answered, reply);
    });
    connect(&client, &CalculatorClient::requestLost, this,
            [this](RequestId id) { end(id, ItemState::NotAnswered, {.text = {}, .elapsedNs = -1}); });
    connect(&client, &CalculatorClient::requestStopped, this, [this](RequestId id, qint64 elapsedNs) {
        end(id, ItemState::Stopped, {.text = {}, .elapsedNs = elapsedNs});
    });
}

// The numbers of answers are those of one session, which ends with its connection.
void HistoryModel::followState(CalculatorClient::State state) {
    const bool wasConnected = std::exchange(m_isConnected, state == CalculatorClient::State::Connected);
    if (!wasConnected || m_isConnected)
        return;
    ++m_session;
    renewAll();
    Q_EMIT sessionEnded();
}

void HistoryModel::append(const QString& expression, RequestId request) {
    insert(rowCount(), {.request = request,
                        .expression = expression,
                        .notation = m_notationOfNew,
                        .asked = QDateTime::currentDateTime()});
    forgetOldest();
}

void HistoryModel::insert(int row, const HistoryItem& item) {
    beginInsertRows({}, row, row);
    m_entries.insert(m_entries.begin() + row, entryFor(item));
    m_answered += item.state == ItemState::Answered ? 1 : 0;
    m_answerBytes += item.answer.size();
    endInsertRows();
}

void HistoryModel::prepend(const QList<HistoryItem>& items) {
    if (items.isEmpty())
        return;
    beginInsertRows({}, 0, static_cast<int>(items.size()) - 1);
    for (auto item = items.rbegin(); item != items.rend(); ++item) {
        m_entries.push_front(entryFor(*item));
        m_answered += item->state == ItemState::Answered ? 1 : 0;
        m_answerBytes += item->answer.size();
    }
    endInsertRows();
}

void HistoryModel::remove(QList<int> rows) {
    std::sort(rows.begin(), rows.end(), std::greater<>());
    QList<HistoryItem> removed;
    for (const int row : rows) {
        removed << item(row);
        drop(row);
    }
    Q_EMIT itemsRemoved(removed);
}

void HistoryModel::restore(const QList<QPair<int, HistoryItem>>& items) {
    QList<HistoryItem> restored;
    for (const auto& [row, item] : items) {
        insert(std::clamp(row, 0, rowCount()), item);
        restored << item;
    }
    Q_EMIT itemsRestored(restored);
}

void HistoryModel::drop(int row) {
    beginRemoveRows({}, row, row);
    m_answered -= item(row).state == ItemState::Answered ? 1 : 0;
    m_answerBytes -= item(row).answer.size();
    m_entries.erase(m_entries.begin() + row);
    endRemoveRows();
}

void HistoryModel::setKept(int row, const HistoryEntry& kept) {
    m_entries[static_cast<std::size_t>(row)].item.kept = kept;
}

void HistoryModel::setNotation(int row, Notation notation) {
    m_entries[static_cast<std::size_t>(row)].item.notation = notation;
    renew(row);
}

void HistoryModel::setNote(int row, const QString& note) {
    m_entries[static_cast<std::size_t>(row)].item.note = note;
    renew(row);
    Q_EMIT noteChanged(row);
}

void HistoryModel::setProgress(const CalculatorClient::Waiting& waiting, Holdup holdup) {
    m_waiting = waiting;
    m_holdup = holdup;
}

void HistoryModel::retranslate() {
    renewAll();
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex& index) const {
    return QAbstractListModel::flags(index) | Qt::ItemIsEditable; // its note
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case LinesRole: return QVariant::fromValue(linesOf(entry));
    case StateRole: return QVariant::fromValue(entry.item.state);
    case Qt::DisplayRole: return entry.lines.expression;
    case Qt::AccessibleTextRole: {
        const HistoryLines lines = linesOf(entry);
        return spokenText(entry.item, lines);
    }
    default: return {};
    }
}

// "12. 2 ** 64. Answer 18446744073709551616, int": of a long one only how it begins.
QString HistoryModel::spokenText(const HistoryItem& item, const HistoryLines& lines) {
    constexpr qsizetype kSpokenBeginning = 4;
    QStringList parts;
    if (lines.number != kNoNumber)
        parts << lines.number;
    QString end = lines.answer;
    if (item.state == ItemState::Answered)
        end = lines.isLong
                  ? tr("Answer of %1, begins %2").arg(sizeText(item), lines.answer.left(kSpokenBeginning))
                  : tr("Answer %1").arg(lines.answer);
    else if (item.state == ItemState::Failed)
        end = tr("Error: %1").arg(lines.answer);
    if (!item.type.isEmpty() && item.state == ItemState::Answered)
        end += QStringLiteral(", ") + item.type;
    parts << lines.expression << end << lines.note;
    parts.removeAll(QString());
    return parts.join(QStringLiteral(". "));
}

QString HistoryModel::answerName(int row) const {
    if (item(row).session != m_session)
        return {};
    if (item(row).number > 0)
        return QStringLiteral("_%1").arg(item(row).number);
    const auto isAnswered = [](const Entry& entry) { return entry.item.state == ItemState::Answered; };
    const auto last = std::find_if(m_entries.rbegin(), m_entries.rend(), isAnswered);
    const bool isLast = last != m_entries.rend() && std::distance(last, m_entries.rend()) - 1 == row;
    return isLast ? QStringLiteral("_") : QString();
}

int HistoryModel::rowOfSerial(quint64 serial) const {
    const auto at = std::find_if(m_entries.begin(), m_entries.end(),
                                 [serial](const Entry& entry) { return entry.item.serial == serial; });
    return at == m_entries.end() ? -1 : static_cast<int>(std::distance(m_entries.begin(), at));
}

// Requests end in about the order they were made: the search is short from either end.
int HistoryModel::rowOf(RequestId request) const {
    const auto at = std::find_if(m_entries.rbegin(), m_entries.rend(),
                                 [request](const Entry& entry) { return entry.item.request == request; });
    return at == m_entries.rend() ? -1 : static_cast<int>(std::distance(at, m_entries.rend())) - 1;
}

void HistoryModel::end(RequestId request, ItemState state, const Reply& reply) {
    const int row = rowOf(request);
    if (row < 0)
        return; // removed meanwhile
    HistoryItem& item = m_entries[static_cast<std::size_t>(row)].item;
    item.request = 0;
    item.state = state;
    item.elapsedNs = reply.computedNs >= 0 ? reply.computedNs : reply.elapsedNs;
    item.answer = reply.text;
    item.type = reply.type;
    item.number = reply.number;
    item.session = m_session;
    item.cost = reply.cost;
    if (state == ItemState::Failed)
        findFault(item, reply.span);
    m_answered += state == ItemState::Answered ? 1 : 0;
    m_answerBytes += reply.text.size();
    renew(row);
    Q_EMIT itemEnded(row);
    forgetLongAnswers();
}

void HistoryModel::markSent(RequestId request) {
    const int row = rowOf(request);
    if (row < 0)
        return;
    m_entries[static_cast<std::size_t>(row)].item.state = ItemState::Sent;
    renew(row);
}

void HistoryModel::markProgress(RequestId request, qint64 bytes) {
    const int row = rowOf(request);
    if (row >= 0)
        m_entries[static_cast<std::size_t>(row)].item.arrivedBytes = bytes;
}

void HistoryModel::markStopping(RequestId request) {
    const int row = rowOf(request);
    if (row < 0)
        return;
    m_entries[static_cast<std::size_t>(row)].item.isStopping = true;
    renew(row);
}

HistoryModel::Entry HistoryModel::entryFor(const HistoryItem& item) {
    Entry entry{item, {}};
    if (entry.item.serial == 0)
        entry.item.serial = ++m_lastSerial;
    composeLines(entry);
    return entry;
}

void HistoryModel::composeLines(Entry& entry) const {
    const HistoryItem& item = entry.item;
    HistoryLines& lines = entry.lines;
    lines = {.state = item.state, .number = kNoNumber.toString(), .expression = headAndTail(item.expression)};
    if (item.number > 0 && item.session == m_session)
        lines.number = QString::number(item.number);
    lines.note = headAndTail(item.note);
    lines.isLong = isLongAnswer(item.shownText());
    lines.isKept = item.isWhole();
    switch (item.state) {
    case ItemState::Answered:
        lines.answer = shownAnswer(item.isWhole() ? item.shownText() : item.twoEnds());
        break;
    case ItemState::Failed: describeError(item, lines); break;
    case ItemState::Stopped: lines.answer = tr("Cancelled after %1").arg(durationText(item.elapsedNs)); break;
    case ItemState::NotAnswered: lines.answer = tr("Not answered: the connection was lost"); break;
    case ItemState::Unsent:
    case ItemState::Sent: break;
    }
    lines.meta = metaText(item);
}

// "hex   int   0.1 ms": how it is written if not as Python does, what it is, how long it is and took.
QString HistoryModel::metaText(const HistoryItem& item) {
    QStringList parts;
    if (item.isShownOtherwise())
        parts << nameOf(item.notation);
    if (item.state == ItemState::Answered)
        parts << item.type;
    if (item.state == ItemState::Answered || item.state == ItemState::Failed)
        parts << sizeText(item) << durationText(item.elapsedNs);
    parts.removeAll(QString());
    return parts.join(QStringLiteral("   "));
}

// Python's own words with the name of the error, its place, and below them what may help.
void HistoryModel::describeError(const HistoryItem& item, HistoryLines& lines) {
    const QString message = withoutSource(shownAnswer(item.isWhole() ? item.answer : item.twoEnds()));
    lines.answer = item.type.isEmpty() ? message : item.type + QStringLiteral(": ") + message;
    if (item.expression.size() <= kShownCharacters) {
        lines.faultStart = item.faultStart;
        lines.faultLength = item.faultLength;
    }
    QStringList remarks{inputHint(item.expression), errorExplanation(item.type)};
    remarks.removeAll(QString());
    lines.remark = remarks.join(QLatin1Char('\n'));
}

// Of a long answer; empty for one that is seen whole.
QString HistoryModel::sizeText(const HistoryItem& item) {
    if (!isLongAnswer(item.answer))
        return {};
    const qint64 characters = item.isWhole() ? item.answer.size() : item.kept.answerCharacters;
    const bool isNumber = digitCount(item.answer) > 0;
    const QString count = QLocale().toString(characters - (item.answer.startsWith('-') ? 1 : 0));
    const QString size = (isNumber ? tr("%1 digits") : tr("%1 characters")).arg(count);
    return item.isWhole() ? size : tr("%1, not kept").arg(size);
}

void HistoryModel::renew(int row) {
    composeLines(m_entries[static_cast<std::size_t>(row)]);
    Q_EMIT dataChanged(index(row), index(row));
}

void HistoryModel::renewAll() {
    for (Entry& entry : m_entries)
        composeLines(entry);
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void HistoryModel::forgetOldest() {
    while (rowCount() > kMaxItems && !item(0).isOpen())
        drop(0);
}

// The newest stays whole, however long it is.
void HistoryModel::forgetLongAnswers() {
    for (int row = 0; row + 1 < rowCount() && m_answerBytes > kMaxAnswerBytes; ++row) {
        HistoryItem& item = m_entries[static_cast<std::size_t>(row)].item;
        const qsizetype before = item.answer.size();
        item.forgetMiddle();
        m_answerBytes -= before - item.answer.size();
        if (item.answer.size() != before)
            renew(row);
    }
}

HistoryLines HistoryModel::linesOf(const Entry& entry) const {
    HistoryLines lines = entry.lines;
    if (entry.item.isOpen())
        lines.answer = waitingText(entry.item);
    return lines;
}

QString HistoryModel::waitingText(const HistoryItem& item) const {
    constexpr qint64 kShowAfterNs = 300'000'000; // most answers are there before anybody has looked
    constexpr qint64 kShowTimeAfterNs = 1'000'000'000;
    if (item.state == ItemState::Unsent && m_holdup == Holdup::Connection)
        return tr("waits for the connection");
    if (item.isStopping)
        return tr("stopping");
    if (item.arrivedBytes > 0)
        return tr("%1 so far")
            .arg(QLocale().formattedDataSize(item.arrivedBytes, 0, QLocale::DataSizeSIFormat));
    if (m_holdup == Holdup::Server)
        return tr("waits for the server");
    if (item.state == ItemState::Unsent || m_waiting.oldestAgeNs < kShowAfterNs)
        return {};
    if (item.request > m_waiting.oldest)
        return tr("waiting (number %1 in line)").arg(item.request - m_waiting.oldest + 1);
    if (m_waiting.oldestAgeNs < kShowTimeAfterNs)
        return tr("computing");
    return tr("computing for %1").arg(durationText(m_waiting.oldestAgeNs));
}

} // namespace keisan::client

// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/preview.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <optional>

namespace keisan::client {

// What the line below the input says about the text in it.
struct PreviewWords {
    enum class Kind {
        Nothing,
        Fault,   // why the text is no expression yet
        Value,   // what it comes to
        Failure, // the error it would end in
        Note,    // why there is no value
    };

    Kind kind = Kind::Nothing;
    QString text = {}; // at most kShownCharacters
    QString type = {}; // of a value or failure: Python's name of it
    QString hint = {}; // a word of advice about the text, whatever it comes to

    bool operator==(const PreviewWords&) const = default;
};

// Says what an expression would come to while it is typed: 150 ms after the last key, at once after the
// keypad, and only of a text that the parser takes for complete. Of a text that is none, or that may not mean
// what it looks like, it says why. Asks a structured server, changes nothing there, and asks nothing while an
// evaluation runs. No widget.
class LivePreview : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kTypingPause{150};
    static constexpr qsizetype kMostCharacters = 4'096; // a longer text has no preview

    explicit LivePreview(CalculatorClient& client, QObject* parent = nullptr);

    // Off: no values, but advice.
    void setEnabled(bool enabled);

    // While a list of names is open a name that is unknown is no news.
    void setChoosingName(bool choosing);

    // What stands in the input, and what of it is selected. A selection that is an expression is previewed in
    // place of the whole.
    void setText(const QString& text);
    void setSelection(const QString& selection);

    // The text did not come by typing: nothing is to be waited for.
    void hurry();

    const PreviewWords& words() const { return m_words; }

    // The whole value of the text as it is, if it is known.
    std::optional<QByteArray> value() const;

Q_SIGNALS:
    void changed();

private:
    bool isOfSelection() const;
    QString subject() const;
    void considerSoon();
    void consider();
    void ask(const QString& expression);
    void take(const QString& expression, const Reply& reply);
    void evaluationEnded();
    void say(PreviewWords words);

    CalculatorClient& m_client;
    Preview m_preview;
    QTimer m_pause;
    QString m_text;
    QString m_selection;
    QString m_valued;   // the text m_value is of
    QByteArray m_value; // whole
    PreviewWords m_words;
    bool m_enabled = true;
    bool m_choosingName = false;
};

} // namespace keisan::client

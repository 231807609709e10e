// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/live_preview.h"

#include <QWidget>

class QLabel;

namespace keisan::client {

// The line below the input, always there and always of the same height, so that nothing jumps: what the text
// comes to with its type, or why it does not, or words from elsewhere. Never a warning colour: one is still
// typing.
class PreviewLine : public QWidget {
    Q_OBJECT

public:
    explicit PreviewLine(QWidget* parent = nullptr);

    void showWords(const PreviewWords& words);

    // Until the next words, or until it is taken back: then what stood there before is seen again.
    void tell(const QString& text);
    void takeBack();

    // To a screen reader; nothing is shown.
    void announce(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void compose();
    void fit();

    QLabel* m_text;
    QLabel* m_type;
    QString m_told;
    PreviewWords m_words;
};

} // namespace keisan::client

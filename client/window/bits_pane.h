// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/settings.h"
#include "client/window/bit_pattern.h"
#include "client/window/history_item.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QScrollArea;

namespace keisan::client {

class BitsView;

// The bits of the chosen answer. Changing one makes a new literal, which is asked to be put into the input;
// nothing is evaluated.
class BitsPane : public QWidget {
    Q_OBJECT

public:
    // Keeps the chosen size and sign in the settings, which must outlive it.
    explicit BitsPane(Settings& settings, QWidget* parent = nullptr);

    void showItem(const HistoryItem& item);

Q_SIGNALS:
    void literalMade(const QString& literal);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showPattern();
    void fitArea();
    void change(void (BitPattern::*deed)());
    void tellPattern();

    Settings& m_settings;
    QByteArray m_answer;
    std::optional<BitPattern> m_pattern;
    QComboBox* m_width;
    QCheckBox* m_signed;
    QLabel* m_words;
    QScrollArea* m_area;
    BitsView* m_view;
    QWidget* m_buttons;
};

} // namespace keisan::client

// SPDX-License-Identifier: MIT
#pragma once

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace keisan::client {

class WindowActions;
struct Settings;

// The line at the bottom: messages for some seconds and, always, how many answers there are, how they are
// written, the zoom and the language. Each but the first is a button for what the menus do too.
class StatusLine : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(const WindowActions& actions, QWidget* parent = nullptr);

    void say(const QString& message); // for 5 seconds
    void showCount(int answers);
    void showSettings(const Settings& settings);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QToolButton* addButton(const char* name);
    void fold();

    QLabel* m_count;
    QToolButton* m_notation;
    QToolButton* m_grouping;
    QToolButton* m_zoom;
    QToolButton* m_language;
};

} // namespace keisan::client

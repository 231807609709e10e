// SPDX-License-Identifier: MIT
#include "server/window/limits_dialog.h"

#include "common/widgets/colours.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>

namespace keisan::server {

namespace {

constexpr int kEditCharacters = 14;
constexpr int kSeenLines = 12; // without scrolling, where the screen is high enough

// The sentence of the command line's help without its full stop is the name of a field.
QString nameOf(const LimitRow& row) {
    QString name = helpOf(row);
    for (const QChar stop : {QChar(u'.'), QChar(u'。')})
        if (name.endsWith(stop))
            name.chop(1);
    return name;
}

} // namespace

LimitsDialog::LimitsDialog(const ServerLimits& limits, QWidget* parent)
    : QDialog(parent)
    , m_limits(limits)
    , m_wished(limits)
    , m_note(new QLabel(this))
    , m_fault(new QLabel(this)) {
    setObjectName(QStringLiteral("limits"));
    auto* fields = new QWidget(this);
    auto* grid = new QGridLayout(fields);
    for (const LimitRow& row : limitRows())
        addLine(row, *grid);
    auto* area = new QScrollArea(this);
    area->setWidget(fields);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    m_note->setWordWrap(true);
    m_fault->setObjectName(QStringLiteral("limitFault"));
    m_fault->setWordWrap(true);
    m_fault->setTextFormat(Qt::PlainText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Apply |
                                             QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults,
                                         this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_apply = buttons->button(QDialogButtonBox::Apply);
    m_defaults = buttons->button(QDialogButtonBox::RestoreDefaults);
    auto* column = new QVBoxLayout(this);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_note, area, m_fault, buttons})
        column->addWidget(widget);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        apply();
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &LimitsDialog::apply);
    connect(m_defaults, &QPushButton::clicked, this, &LimitsDialog::restoreDefaults);
    retranslate();
    const int lineHeight = m_lines.front().edit->sizeHint().height() + grid->verticalSpacing();
    // At a scale of 2 a small screen has no room for all of it.
    resize(QSize(fields->sizeHint().width() + 60, kSeenLines * lineHeight + 140)
               .boundedTo(screen()->availableGeometry().size()));
}

void LimitsDialog::addLine(const LimitRow& row, QGridLayout& grid) {
    const auto at = static_cast<int>(m_lines.size());
    Line line{&row, new QLabel(this), new QLineEdit(this), new QLabel(this)};
    line.edit->setObjectName(row.name.toString());
    line.edit->setText(amountText(row.get(m_limits), row.unit));
    line.edit->setMinimumWidth(kEditCharacters * fontMetrics().averageCharWidth());
    line.name->setBuddy(line.edit);
    line.name->setWordWrap(true);
    grid.addWidget(line.name, at, 0);
    grid.addWidget(line.edit, at, 1);
    grid.addWidget(line.usual, at, 2);
    grid.setColumnStretch(0, 1);
    connect(line.edit, &QLineEdit::textChanged, this, &LimitsDialog::check);
    m_lines.push_back(line);
}

void LimitsDialog::check() {
    QString fault;
    ServerLimits wished = m_limits;
    for (const Line& line : m_lines) {
        const std::optional<QString> wrong = setLimit(wished, *line.row, line.edit->text());
        const QString sheet = wrong ? QStringLiteral("border: 2px solid %1")
                                          .arg(widgets::colourOf(widgets::Role::Error, palette()).name())
                                    : QString();
        if (sheet != line.edit->styleSheet())
            line.edit->setStyleSheet(sheet);
        if (wrong && fault.isEmpty())
            fault = QStringLiteral("✗ %1: %2").arg(nameOf(*line.row), *wrong);
    }
    m_wished = wished;
    m_fault->setText(fault);
    m_fault->setAccessibleName(fault);
    widgets::setTextColour(*m_fault, widgets::colourOf(widgets::Role::Error, palette()));
    m_ok->setEnabled(fault.isEmpty());
    m_apply->setEnabled(fault.isEmpty() && !(m_wished == m_limits));
    for (QPushButton* button : {m_ok, m_apply})
        button->setToolTip(fault);
}

void LimitsDialog::apply() {
    if (m_wished == m_limits)
        return;
    m_limits = m_wished;
    Q_EMIT applied(m_limits);
    check();
}

void LimitsDialog::restoreDefaults() {
    for (const Line& line : m_lines)
        line.edit->setText(amountText(defaultOf(*line.row), line.row->unit));
}

void LimitsDialog::retranslate() {
    setWindowTitle(tr("Limits"));
    m_note->setText(
        tr("Changes count at once, also for the clients that are connected, until this program ends."));
    for (const Line& line : m_lines) {
        const QString usual = tr("default %1").arg(amountText(defaultOf(*line.row), line.row->unit));
        line.name->setText(nameOf(*line.row));
        line.edit->setAccessibleName(nameOf(*line.row));
        line.edit->setAccessibleDescription(usual);
        line.usual->setText(usual);
    }
    check();
}

void LimitsDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace keisan::server

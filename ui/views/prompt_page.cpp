// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/prompt_page.h"

#include "core/evaluation/trial.h"
#include "core/report/prompt_csv.h"
#include "core/scaling/method.h"
#include "ui/base/colours.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/steady_label.h"
#include "ui/base/text.h"
#include "ui/plots/figure/table_plot.h"
#include "ui/plots/figure/text_plot.h"
#include "ui/workspace/live_laboratory.h"
#include "ui/workspace/live_prompt.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableWidget>
#include <QTextCharFormat>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextEdit>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace rotascope {
namespace {

const QString currentTable = QStringLiteral("current"); // in a place
constexpr double strongest = 0.7; // how opaque the colour is where a head looks at nothing else

QString nameOfTable(const std::string& method)
{
    const Expected<const Method*> found = findMethod(method);
    return found ? translatedLabel((*found)->label) : PromptPage::tr("Current table");
}

QString wordsOf(const Vocabulary& vocabulary, std::span<const Token> tokens)
{
    return visible(vocabulary.decode(tokens));
}

} // namespace

PromptPage::PromptPage(Workspace* workspace, LiveLaboratory* laboratory, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_laboratory(laboratory), m_live(new LivePrompt(this)), m_table(new QComboBox(this)),
      m_length(new QComboBox(this)), m_number(new QSpinBox(this)), m_heads(new QTableWidget(0, 1, this)), m_text(new QTextEdit(this)),
      m_state(new SteadyLabel(this))
{
    layOut();
    connect(m_table, &QComboBox::activated, this, &PromptPage::ask);
    connect(m_length, &QComboBox::activated, this, &PromptPage::ask);
    connect(m_number, &QSpinBox::valueChanged, this, &PromptPage::ask);
    connect(m_heads, &QTableWidget::currentCellChanged, this, [this] {
        m_isHeadChosen = true;
        fillText();
    });
    connect(m_live, &LivePrompt::changed, this, &PromptPage::refresh);
    connect(m_laboratory, &LiveLaboratory::changed, this, [this] {
        fillChoices();
        update();
    });
    fillChoices();
}

void PromptPage::layOut()
{
    const auto name = [](QWidget* control, const QString& what) {
        control->setToolTip(what);
        setSpokenName(control, what);
    };
    name(m_table, tr("The table that the model runs under"));
    name(m_length, tr("Tokens of the prompt"));
    name(m_number, tr("Which prompt: the greater, the later its key stands in the text"));
    keepNarrow(m_table);
    m_number->setRange(1, static_cast<int>(fullTrial.prompts));
    m_number->setPrefix(tr("prompt "));
    m_number->setSuffix(tr(" of %1").arg(fullTrial.prompts));
    m_number->setKeyboardTracking(false);
    m_heads->setHorizontalHeaderLabels({tr("on the key")});
    m_heads->horizontalHeaderItem(0)->setToolTip(
        tr("The share of its attention that a head gives to the digit that the model has to write next, mean over the five"));
    m_heads->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_heads->setSelectionMode(QAbstractItemView::SingleSelection);
    m_heads->setTabKeyNavigation(false);
    m_heads->setAccessibleName(tr("Heads, and how much of their attention is on the key"));
    m_heads->verticalHeader()->setDefaultSectionSize(m_heads->fontMetrics().height() + 4);
    m_heads->horizontalHeader()->setStretchLastSection(true);
    const int padding = 4 * m_heads->fontMetrics().averageCharWidth();
    m_heads->setFixedWidth(m_heads->fontMetrics().horizontalAdvance(tr("layer %1, head %2").arg(10).arg(10)) + padding
        + m_heads->horizontalHeader()->sectionSizeHint(0) + padding);
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("The prompt and the model's answer"));
    m_text->setContextMenuPolicy(Qt::NoContextMenu); // the view's own offers the picture
    m_state->setObjectName(QStringLiteral("promptState"));
    auto* choices = new QHBoxLayout;
    choices->addWidget(m_table, 1);
    choices->addWidget(m_length);
    choices->addWidget(m_number);
    auto* both = new QHBoxLayout;
    both->addWidget(m_heads);
    both->addWidget(m_text, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(choices);
    layout->addLayout(both, 1);
    layout->addWidget(m_state);
}

void PromptPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        fillText();
    }
}

// What is painted is looked at.
void PromptPage::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QMetaObject::invokeMethod(this, &PromptPage::ask, Qt::QueuedConnection);
}

// The boxes keep what is chosen in them, where it is still there.
void PromptPage::fillChoices()
{
    if (!m_laboratory->isOffered() || !m_workspace->analysis()) {
        return;
    }
    const QSignalBlocker quietTable(m_table);
    const QSignalBlocker quietLength(m_length);
    const int chosen = std::max(0, m_table->currentIndex());
    m_methods.clear();
    m_table->clear();
    for (const LaboratoryRow& row : m_laboratory->rows()) {
        m_methods.push_back(row.method);
        m_table->addItem(nameOfTable(row.method));
    }
    m_table->setCurrentIndex(std::min(chosen, m_table->count() - 1));
    const QVariant length = m_length->currentData();
    m_length->clear();
    for (const std::size_t tokens : trialLengths(m_workspace->analysis()->settings.targetLength)) {
        m_length->addItem(tr("%1 tokens").arg(countText(tokens)), QVariant::fromValue(static_cast<qulonglong>(tokens)));
    }
    const int same = m_length->findData(length);
    m_length->setCurrentIndex(same >= 0 ? same : m_length->count() - 1);
}

void PromptPage::goTo(std::size_t table, std::size_t length, std::size_t part)
{
    fillChoices();
    m_table->setCurrentIndex(static_cast<int>(table));
    m_length->setCurrentIndex(static_cast<int>(length));
    m_number->setValue(static_cast<int>(part * fullTrial.prompts / trialDepths) + 1);
    ask();
}

// None where there is nothing to choose from.
std::optional<PromptQuestion> PromptPage::chosenQuestion() const
{
    const std::vector<LaboratoryRow> rows = m_laboratory->rows();
    const auto place = static_cast<std::size_t>(std::max(0, m_table->currentIndex()));
    if (place >= rows.size() || !m_length->currentData().isValid()) {
        return std::nullopt;
    }
    return PromptQuestion{rows[place].result->table, static_cast<std::size_t>(m_length->currentData().toULongLong()),
        static_cast<std::size_t>(m_number->value() - 1)};
}

void PromptPage::ask()
{
    const std::optional<PromptQuestion> question = chosenQuestion();
    if (isVisible() && question) {
        m_live->ask(m_laboratory->model(), *question);
    }
}

// ---- Showing

// What the chosen head gives to each token, from all digits together; shape [tokens].
std::vector<double> PromptPage::looks() const
{
    const PromptReading& reading = *m_live->reading();
    std::vector<double> sums = reading.attentionOf(static_cast<std::size_t>(std::max(0, m_heads->currentRow())));
    for (double& sum : sums) {
        sum *= static_cast<double>(reading.attention.rows);
    }
    return sums;
}

void PromptPage::refresh()
{
    if (!m_live->reading() || !m_laboratory->model()) {
        m_heads->setRowCount(0);
        m_text->setPlainText(m_live->problem());
        m_state->clear();
        return;
    }
    fillHeads();
    fillText();
    m_state->setText(stateText());
}

void PromptPage::fillHeads()
{
    const QSignalBlocker quiet(m_heads);
    const ModelShape& shape = m_laboratory->model()->shape;
    const int before = m_wantedHead >= 0 ? m_wantedHead : m_heads->currentRow();
    m_wantedHead = -1;
    m_heads->setRowCount(static_cast<int>(shape.layers * shape.heads));
    int best = 0;
    double most = -1.0;
    for (std::size_t layer = 0; layer < shape.layers; ++layer) {
        for (std::size_t head = 0; head < shape.heads; ++head) {
            const auto row = static_cast<int>(layer * shape.heads + head);
            const double share = m_live->reading()->attentionOnKey(layer * shape.heads + head);
            auto* item = new QTableWidgetItem(tr("%1 %").arg(fixedText(100.0 * share, 0)));
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_heads->setItem(row, 0, item);
            m_heads->setVerticalHeaderItem(row, new QTableWidgetItem(tr("layer %1, head %2").arg(layer + 1).arg(head + 1)));
            best = share > most ? row : best;
            most = std::max(most, share);
        }
    }
    m_heads->setCurrentCell(m_isHeadChosen && before >= 0 && before < m_heads->rowCount() ? before : best, 0);
}

void PromptPage::fillText()
{
    if (!m_live->reading() || !m_laboratory->model()) {
        return;
    }
    m_text->clear();
    QTextCursor cursor(m_text->document());
    cursor.setPosition(writeText(*m_text->document(), isDark(palette())));
    m_text->setTextCursor(cursor);
    m_text->ensureCursorVisible();
}

// The words, coloured by the chosen head; the key is bold. The model's digits follow; where one is wrong it is struck out and the right one
// stands behind it. Returns where the key begins in the text.
int PromptPage::writeText(QTextDocument& text, bool onDark) const
{
    const PromptReading& reading = *m_live->reading();
    const Vocabulary& vocabulary = m_laboratory->model()->vocabulary;
    const std::vector<double> attention = looks();
    const QColor color = colorOf(PlotRole::Chosen, onDark);
    QTextCursor cursor(&text);
    int keyAt = 0;
    const auto write = [&](const QString& word, std::size_t token, bool isKey, bool isStruck) {
        QTextCharFormat format;
        if (token < attention.size() && attention[token] > 0.01) {
            format.setBackground(withAlpha(color, strongest * std::sqrt(std::min(1.0, attention[token]))));
        }
        format.setFontWeight(isKey ? QFont::Bold : QFont::Normal);
        format.setFontUnderline(isKey);
        format.setFontStrikeOut(isStruck);
        cursor.insertText(word, format);
        cursor.insertText(QStringLiteral(" "), QTextCharFormat());
    };
    for (std::size_t token = 0; token < reading.text.answer(); ++token) {
        const bool isKey = token >= reading.text.key && token < reading.text.key + keyLength;
        keyAt = token == reading.text.key ? cursor.position() : keyAt;
        write(visible(vocabulary.word(reading.text.tokens[token])), token, isKey, false);
    }
    for (std::size_t i = 0; i < keyLength; ++i) {
        const Token right = reading.text.tokens[reading.text.answer() + i];
        const bool isRight = reading.answer[i] == right;
        write(visible(vocabulary.word(reading.answer[i])), reading.text.answer() + i, true, !isRight);
        if (!isRight) {
            write(QStringLiteral("(%1)").arg(visible(vocabulary.word(right))), attention.size(), false, false);
        }
    }
    return keyAt;
}

QString PromptPage::stateText() const
{
    const PromptReading& reading = *m_live->reading();
    const Vocabulary& vocabulary = m_laboratory->model()->vocabulary;
    const std::span<const Token> right = std::span(reading.text.tokens).subspan(reading.text.answer(), keyLength);
    const double least = *std::ranges::min_element(reading.probability);
    return (reading.isRight() ? tr("The key is %1. The model answers %2: right. It gives the digits at least %3 %. The colour is where the "
                                   "chosen head looks while it writes them.")
                              : tr("The key is %1. The model answers %2: wrong. It gives one of the right digits only %3 %. The colour is "
                                   "where the chosen head looks while it writes them."))
        .arg(wordsOf(vocabulary, right), wordsOf(vocabulary, reading.answer), fixedText(100.0 * least, 1));
}

// ---- The place that scenes keep

QString PromptPage::chosenTable() const
{
    const auto table = static_cast<std::size_t>(std::max(0, m_table->currentIndex()));
    const std::string method = table < m_methods.size() ? m_methods[table] : std::string();
    return method.empty() ? currentTable : QString::fromStdString(method);
}

QString PromptPage::place() const
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(chosenTable(), m_length->currentData().toString(), QString::number(m_number->value()),
            m_isHeadChosen ? QString::number(m_heads->currentRow()) : QStringLiteral("-"));
}

void PromptPage::goToPlace(const QString& place)
{
    fillChoices();
    const QStringList words = place.split(QLatin1Char(' '));
    const auto table = std::ranges::find(m_methods, words[0] == currentTable ? std::string() : words[0].toStdString());
    m_table->setCurrentIndex(table == m_methods.end() ? 0 : static_cast<int>(table - m_methods.begin()));
    const int length = m_length->findData(QVariant::fromValue(words.value(1).toULongLong()));
    m_length->setCurrentIndex(length >= 0 ? length : m_length->count() - 1);
    m_number->setValue(words.value(2).toInt()); // within its limits
    bool isHead = false;
    m_wantedHead = words.value(3).toInt(&isHead);
    m_isHeadChosen = isHead && m_wantedHead >= 0;
    refresh();
    ask();
}

PromptOffer PromptPage::offer() const
{
    const ModelShape& shape = m_laboratory->model()->shape;
    PromptOffer offer{.prompts = m_number->maximum(), .layers = shape.layers, .heads = shape.heads};
    for (const std::string& method : m_methods) {
        offer.tables << (method.empty() ? currentTable : QString::fromStdString(method));
    }
    for (int i = 0; i < m_length->count(); ++i) {
        offer.lengths << m_length->itemData(i).toString();
    }
    return offer;
}

// ---- As a figure

bool PromptPage::isSettled() const
{
    return m_laboratory->model() && m_live->isCurrent() && chosenQuestion() == m_live->question();
}

Figure PromptPage::figure() const
{
    auto text = std::make_unique<QTextDocument>();
    writeText(*text, false);
    std::vector<TablePlot::Row> heads;
    heads.reserve(static_cast<std::size_t>(m_heads->rowCount()));
    for (int row = 0; row < m_heads->rowCount(); ++row) {
        heads.push_back({{m_heads->verticalHeaderItem(row)->text(), m_heads->item(row, 0)->text()}, row == m_heads->currentRow()});
    }
    const PromptReading& reading = *m_live->reading();
    // As high as the words need in half of the width.
    constexpr int least = 400;
    constexpr int most = 4000;
    return {.facts = {QStringList({m_table->currentText(), m_length->currentText(), m_number->text()}).join(QStringLiteral(" · "))},
        .plots = {std::make_shared<TextPlot>(std::move(text)),
            std::make_shared<TablePlot>(QStringList{tr("head"), tr("on the key")}, std::move(heads))},
        .note = stateText(),
        .size = {1200, std::clamp(static_cast<int>(reading.text.tokens.size() * 7 / 10) + 150, least, most)},
        .data = [reading = m_live->reading(), model = m_laboratory->model(), table = chosenTable().toStdString(),
                    analysis = m_workspace->analysis()] { return promptCsv(*reading, *model, table, analysis); }};
}

} // namespace rotascope

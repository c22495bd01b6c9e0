// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headless/report_pdf.h"

#include "ui/plots/figure/figure_style.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextObjectInterface>
#include <algorithm>

namespace rotascope {
namespace {

constexpr double logicalDpi = 96.0;
constexpr int dpi = 960;
constexpr int margin = 56; // 15 mm
constexpr QSize page(794, 1123); // A4
constexpr int textWidth = page.width() - 2 * margin;

// Figures within a document: each is a character of this type, with its number as a property.
class FigureCharacters : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    static constexpr int type = QTextFormat::UserObject + 1;

    FigureCharacters(const std::vector<ReportFigure>& figures, QObject* parent) : QObject(parent), m_figures(figures) { }

    static void insert(QTextCursor& cursor, int number)
    {
        QTextCharFormat format;
        format.setObjectType(type);
        format.setProperty(numberProperty, number);
        cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
    }

    QSizeF intrinsicSize(QTextDocument* /*document*/, int /*position*/, const QTextFormat& format) override
    {
        const QSize own = figureOf(format).size;
        constexpr double most = 0.85; // of the text's height
        const double height = static_cast<double>(own.height()) * textWidth / own.width();
        // Texts keep their size where the picture is narrower: it needs some more height for them.
        return {static_cast<double>(textWidth), std::min(height * 1.15, most * (page.height() - 2 * margin))};
    }

    void drawObject(
        QPainter* painter, const QRectF& rect, QTextDocument* /*document*/, int /*position*/, const QTextFormat& format) override
    {
        constexpr double sharpness = 3.0;
        painter->save();
        painter->translate(rect.topLeft());
        paintFigure(*painter, rect.size().toSize(), figureOf(format), sharpness);
        painter->restore();
    }

private:
    static constexpr int numberProperty = QTextFormat::UserProperty + 1;

    [[nodiscard]] const Figure& figureOf(const QTextFormat& format) const
    {
        return m_figures.at(static_cast<std::size_t>(format.intProperty(numberProperty))).figure;
    }

    const std::vector<ReportFigure>& m_figures;
};

QTextBlockFormat onNewPage()
{
    QTextBlockFormat format;
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    return format;
}

void write(QTextDocument& document, const ReportContent& content)
{
    QTextCursor cursor(&document);
    cursor.insertHtml(QStringLiteral("<h2>%1</h2>").arg(content.title.toHtmlEscaped()));
    cursor.insertBlock({}, {}); // else it goes on as a heading
    cursor.insertHtml(content.summary);
    for (std::size_t i = 0; i < content.figures.size(); ++i) {
        const ReportFigure& one = content.figures[i];
        cursor.movePosition(QTextCursor::End);
        cursor.insertBlock(one.onNewPage ? onNewPage() : QTextBlockFormat(), {});
        if (!one.heading.isEmpty()) {
            cursor.insertHtml(QStringLiteral("<h3>%1</h3>").arg(one.heading.toHtmlEscaped()));
            cursor.insertBlock({}, {});
        }
        FigureCharacters::insert(cursor, static_cast<int>(i));
        if (!one.text.isEmpty()) {
            cursor.insertBlock({}, {});
            cursor.insertText(one.text, {});
        }
    }
    if (content.table.isEmpty()) {
        return;
    }
    cursor.movePosition(QTextCursor::End);
    cursor.insertBlock(onNewPage(), {});
    cursor.insertHtml(QStringLiteral("<h3>%1</h3>").arg(content.tableTitle.toHtmlEscaped()));
    cursor.insertBlock({}, {});
    cursor.insertHtml(content.table);
}

void paintPage(QPainter& painter, const QTextDocument& document, int number, const QString& provenance)
{
    painter.save();
    painter.translate(0, -number * page.height());
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = figurePalette();
    context.clip = QRectF(QPointF(0, number * page.height()), QSizeF(page));
    painter.setClipRect(context.clip);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
    painter.setFont(figureSmallFont());
    painter.setPen(figurePalette().color(QPalette::PlaceholderText));
    const QRect foot(margin, page.height() - margin + 8, textWidth, margin - 16);
    painter.drawText(foot.adjusted(0, 0, -60, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, provenance);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignTop, QStringLiteral("%1 / %2").arg(number + 1).arg(document.pageCount()));
}

} // namespace

// The painter ends before the writer, and that before the buffer.
struct PdfReport::Parts {
    QTextDocument document;
    QString provenance;
    QByteArray bytes = {};
    QBuffer buffer{&bytes};
    std::unique_ptr<QPdfWriter> writer = {};
    std::unique_ptr<QPainter> painter = {};
    int drawn = 0;
};

PdfReport::PdfReport(const ReportContent& content) : m_parts(std::make_unique<Parts>())
{
    QTextDocument& document = m_parts->document;
    document.documentLayout()->registerHandler(FigureCharacters::type, new FigureCharacters(content.figures, &document));
    document.setDefaultFont(figureFont());
    document.setDocumentMargin(margin);
    document.setPageSize(page);
    write(document, content);
    m_parts->provenance = content.provenance;

    m_parts->buffer.open(QIODevice::WriteOnly);
    m_parts->writer = std::make_unique<QPdfWriter>(&m_parts->buffer);
    QPdfWriter& writer = *m_parts->writer;
    writer.setResolution(dpi);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    writer.setTitle(content.title);
    writer.setCreator(QStringLiteral("Rotascope " ROTASCOPE_VERSION));
    m_parts->painter = std::make_unique<QPainter>(&writer);
    m_parts->painter->scale(dpi / logicalDpi, dpi / logicalDpi);
}

PdfReport::~PdfReport() = default;

int PdfReport::pageCount() const
{
    return m_parts->document.pageCount();
}

void PdfReport::drawNextPage()
{
    if (m_parts->drawn > 0) {
        m_parts->writer->newPage();
    }
    paintPage(*m_parts->painter, m_parts->document, m_parts->drawn, m_parts->provenance);
    ++m_parts->drawn;
}

QByteArray PdfReport::bytes()
{
    m_parts->painter->end();
    return m_parts->bytes;
}

QByteArray reportPdf(const ReportContent& content)
{
    PdfReport report(content);
    for (int page = 0; page < report.pageCount(); ++page) {
        report.drawNextPage();
    }
    return report.bytes();
}

} // namespace rotascope

#include "report_pdf.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headless/handout_writer.h"

#include "core/files/output_file.h"

#include <string_view>
#include <utility>

namespace rotascope {

HandoutWriter::HandoutWriter(QObject* parent)
    : QObject(parent), m_job({.finished = [this](const Expected<std::monostate>& result) {
          if (result) {
              emit written();
          } else {
              emit failed(result.error());
          }
      }})
{
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &HandoutWriter::draw);
}

HandoutWriter::~HandoutWriter() = default;

void HandoutWriter::start(ReportContent content, const QString& file)
{
    m_content = std::move(content);
    m_file = file;
    m_pdf = isPdf(file) ? std::make_unique<PdfReport>(m_content) : nullptr;
    m_drawn = 0;
    m_turn.start();
}

void HandoutWriter::stop()
{
    if (m_turn.isActive()) {
        m_turn.stop();
        forget();
        QMetaObject::invokeMethod(
            this, [this] { emit failed(stoppedError().value()); }, Qt::QueuedConnection);
    }
    m_job.stop();
}

void HandoutWriter::draw()
{
    const int total = m_pdf ? m_pdf->pageCount() : static_cast<int>(m_content.figures.size());
    if (m_drawn == total) {
        m_turn.stop();
        write(m_pdf ? m_pdf->bytes() : reportHtml(m_content));
        forget();
        return;
    }
    if (m_pdf) {
        m_pdf->drawNextPage();
    } else {
        drawForHtml(m_content.figures[static_cast<std::size_t>(m_drawn)]);
    }
    emit progressed(++m_drawn, total);
}

void HandoutWriter::forget()
{
    m_pdf.reset(); // it draws from the content
    m_content = {};
}

void HandoutWriter::write(const QByteArray& bytes)
{
    m_job.request(
        [bytes, file = m_file.toStdString()](const Job<std::monostate>::Run& run) {
            return OutputFile::create(file)
                .and_then([&](OutputFile output) {
                    return output.write(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))).and_then([&] {
                        return output.commit(run.stop());
                    });
                })
                .map([] { return std::monostate(); });
        },
        {ErrorKind::Output, tr("%1: cannot be written").arg(m_file).toStdString()});
}

} // namespace rotascope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/live_analysis.h"

#include <exception>

namespace rotascope {

LiveAnalysis::LiveAnalysis(std::shared_ptr<Engine> engine, QObject* parent)
    : QObject(parent), m_engine(std::move(engine)), m_thread([this](const std::stop_token& stop) { work(stop); })
{
}

LiveAnalysis::~LiveAnalysis()
{
    cancel();
}

void LiveAnalysis::request(std::shared_ptr<const Source> source, AnalysisSettings settings)
{
    ++m_generation;
    {
        const std::lock_guard lock(m_mutex);
        m_waiting = Request{std::move(source), std::move(settings), m_generation};
    }
    m_wake.notify_one();
}

void LiveAnalysis::cancel()
{
    ++m_generation;
    m_delivered = m_generation;
    const std::lock_guard lock(m_mutex);
    m_waiting.reset();
    m_running.request_stop();
}

void LiveAnalysis::work(const std::stop_token& stop)
{
    std::shared_ptr<const Analysis> previous;
    while (true) {
        Request request;
        std::stop_token running;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_waiting.has_value(); })) {
                return;
            }
            request = std::move(*m_waiting);
            m_waiting.reset();
            m_running = std::stop_source();
            running = m_running.get_token();
        }
        Expected<std::shared_ptr<const Analysis>> result;
        try {
            result = analyze(*m_engine, request.source, request.settings, previous, running);
        } catch (const std::exception& error) { // out of memory, above all: no exception leaves a thread
            result = tl::unexpected(Error{ErrorKind::Engine, std::string("the analysis could not be finished: ") + error.what()});
        }
        if (result) {
            previous = *result;
        }
        QMetaObject::invokeMethod(
            this, [this, generation = request.generation, result] { deliver(generation, result); }, Qt::QueuedConnection);
    }
}

void LiveAnalysis::deliver(std::uint64_t generation, const Expected<std::shared_ptr<const Analysis>>& result)
{
    if (generation != m_generation) {
        return;
    }
    m_delivered = generation;
    if (result) {
        emit finished(*result);
    } else if (result.error().kind != ErrorKind::Stopped) {
        emit failed(QString::fromStdString(result.error().message));
    }
}

} // namespace rotascope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/preferences_dialog.h"

#include "core/engine/engine_registry.h"
#include "core/engine/threads.h"
#include "core/recording/counts_cache.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/preferences.h"
#include "ui/base/text.h"
#include "ui/dialogs/engine_choices.h"
#include "ui/manual/help.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPixmap>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace rotascope {
namespace {

constexpr QSize swatch(64, 12);

QIcon swatchOf(MapColors colors)
{
    QImage image(swatch, QImage::Format_RGB32);
    for (int x = 0; x < swatch.width(); ++x) {
        const QRgb color = colorBetween(pointsOf(colors), static_cast<double>(x) / (swatch.width() - 1));
        for (int y = 0; y < swatch.height(); ++y) {
            image.setPixel(x, y, color);
        }
    }
    return QPixmap::fromImage(image);
}

// A label says what a control is; so does its accessible name.
void addRow(QFormLayout& form, const QString& label, const char* name, QWidget* control, QWidget* line = nullptr)
{
    control->setObjectName(QLatin1String(name));
    control->setAccessibleName(withoutKeyMark(label));
    auto* title = makeLabel(label);
    title->setBuddy(control);
    form.addRow(title, line != nullptr ? line : control);
}

QString fromPath(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

} // namespace

PreferencesDialog::PreferencesDialog(QWidget* parent)
    : QDialog(parent), m_unit(new QComboBox), m_theme(new QComboBox), m_language(new QComboBox), m_languageHint(makeHint()),
      m_map(new QComboBox), m_digits(new QSpinBox), m_engine(new QComboBox), m_threads(new QSpinBox), m_folder(new QLineEdit),
      m_folderHint(makeHint()), m_megabytes(new QSpinBox), m_used(makeLabel()), m_clear(new QPushButton(tr("&Remove them")))
{
    setWindowTitle(tr("Preferences"));
    setManualPage(this, QStringLiteral("preferences"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeShownGroup());
    layout->addWidget(makeComputedGroup());
    layout->addWidget(makeCacheGroup());
    auto* hint = makeHint();
    hint->setText(tr("Every change is in force at once, another language at the next start. Numbers in files stay as they are, whatever is "
                     "chosen here."));
    layout->addWidget(hint);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::RestoreDefaults | QDialogButtonBox::Close);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this, [] { Preferences::instance().set({}); });
    for (QPushButton* button : findChildren<QPushButton*>()) {
        button->setAutoDefault(false); // Return in a field takes what was typed, and presses nothing
    }
    connectControls();
    setMinimumWidth(520);
}

QWidget* PreferencesDialog::makeShownGroup()
{
    auto* group = new QGroupBox(tr("What is shown"));
    QFormLayout* form = makeForm(group);
    for (const AngleUnit unit : allAngleUnits) {
        m_unit->addItem(nameOf(unit));
    }
    m_theme->addItems({tr("as the desktop"), tr("light"), tr("dark")});
    m_language->addItem(tr("as the desktop (%1)").arg(nameOf(Language::System)));
    for (const Language language : {Language::English, Language::Japanese, Language::Korean}) {
        m_language->addItem(nameOf(language));
    }
    m_languageHint->setObjectName(QStringLiteral("languageHint"));
    m_map->setIconSize(swatch);
    for (const MapColors colors : allMapColors) {
        m_map->addItem(swatchOf(colors), nameOf(colors));
    }
    keepNarrow(m_map);
    m_digits->setRange(fewestDigits, mostDigits);
    m_digits->setToolTip(tr("Significant digits of disturbances and factors in sentences; columns have some more"));
    addRow(*form, tr("&Language"), "language", m_language);
    form->addRow(m_languageHint);
    addRow(*form, tr("&Unit of angles"), "unit", m_unit);
    addRow(*form, tr("&Digits"), "digits", m_digits);
    addRow(*form, tr("&Theme"), "theme", m_theme);
    addRow(*form, tr("Colours of &maps"), "map", m_map);
    return group;
}

QWidget* PreferencesDialog::makeComputedGroup()
{
    auto* group = new QGroupBox(tr("What computes"));
    QFormLayout* form = makeForm(group);
    for (const EngineChoice& choice : engineChoices(EngineRegistry::instance())) {
        m_engine->addItem(withoutKeyMark(choice.text), choice.name);
    }
    showEngines();
    m_threads->setRange(0, static_cast<int>(mostParallelThreads()));
    m_threads->setSpecialValueText(tr("all cores (%1)").arg(mostParallelThreads()));
    m_threads->setToolTip(tr("How many threads of the processor count angles at most"));
    addRow(*form, tr("&Engine"), "engine", m_engine);
    addRow(*form, tr("T&hreads"), "threads", m_threads);
    return group;
}

QWidget* PreferencesDialog::makeCacheGroup()
{
    auto* group = new QGroupBox(tr("Counts of large recordings, kept so that each is read once"));
    QFormLayout* form = makeForm(group);
    m_megabytes->setRange(0, mostCacheMegabytes);
    m_megabytes->setSuffix(tr(" MiB"));
    m_megabytes->setSpecialValueText(tr("nothing is kept"));
    m_megabytes->setSingleStep(64);
    m_megabytes->setKeyboardTracking(false); // on the way to 256 stands 2, which would remove nearly all
    addRow(*form, tr("&Folder"), "folder", m_folder, makeFolderLine());
    form->addRow(m_folderHint);
    addRow(*form, tr("At m&ost"), "megabytes", m_megabytes);
    addRow(*form, tr("Kept now"), "clear", m_clear, makeUsedLine());
    m_clear->setAccessibleName(tr("Remove all counts that are kept"));
    return group;
}

QWidget* PreferencesDialog::makeFolderLine()
{
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* browse = new QPushButton(tr("&Choose…"));
    browse->setObjectName(QStringLiteral("browse"));
    browse->setAccessibleName(tr("Choose the folder of counts"));
    layout->addWidget(m_folder, 1);
    layout->addWidget(browse);
    connect(browse, &QPushButton::clicked, this, &PreferencesDialog::browse);
    if (!qEnvironmentVariableIsEmpty("ROTASCOPE_CACHE")) {
        line->setEnabled(false);
        m_folder->setPlaceholderText(tr("ROTASCOPE_CACHE: %1").arg(visible(qEnvironmentVariable("ROTASCOPE_CACHE"))));
    } else {
        m_folder->setPlaceholderText(tr("the desktop's folder for such files"));
    }
    return line;
}

QWidget* PreferencesDialog::makeUsedLine()
{
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    m_used->setObjectName(QStringLiteral("used"));
    layout->addWidget(m_used, 1);
    layout->addWidget(m_clear);
    connect(m_clear, &QPushButton::clicked, this, &PreferencesDialog::clearCache);
    return line;
}

void PreferencesDialog::connectControls()
{
    showValues(Preferences::instance().values());
    connect(&Preferences::instance(), &Preferences::changed, this, [this] { showValues(Preferences::instance().values()); });
    for (QComboBox* box : {m_unit, m_theme, m_language, m_map, m_engine}) {
        connect(box, &QComboBox::activated, this, &PreferencesDialog::apply);
    }
    for (QSpinBox* box : {m_digits, m_threads, m_megabytes}) {
        connect(box, &QSpinBox::valueChanged, this, &PreferencesDialog::apply);
    }
    connect(m_folder, &QLineEdit::editingFinished, this, &PreferencesDialog::takeFolder);
    connect(&m_look, &QTimer::timeout, this, &PreferencesDialog::showEngines);
    m_look.start(100);
}

void PreferencesDialog::showValues(const PreferenceValues& values)
{
    m_isShowing = true;
    m_unit->setCurrentIndex(static_cast<int>(values.angleUnit));
    m_theme->setCurrentIndex(static_cast<int>(values.theme));
    m_language->setCurrentIndex(static_cast<int>(values.language));
    m_map->setCurrentIndex(static_cast<int>(values.mapColors));
    m_digits->setValue(values.digits);
    m_engine->setCurrentIndex(m_engine->findData(values.engine)); // none, if there is no such engine
    m_threads->setValue(values.threads);
    m_folder->setText(values.cacheFolder);
    m_megabytes->setValue(values.cacheMegabytes);
    m_isShowing = false;
    showLanguage(values);
    showUsed();
}

void PreferencesDialog::apply()
{
    if (m_isShowing) {
        return;
    }
    PreferenceValues values = Preferences::instance().values();
    values.angleUnit = static_cast<AngleUnit>(m_unit->currentIndex());
    values.theme = static_cast<Theme>(m_theme->currentIndex());
    values.language = static_cast<Language>(m_language->currentIndex());
    values.mapColors = static_cast<MapColors>(m_map->currentIndex());
    values.digits = m_digits->value();
    values.engine = m_engine->currentIndex() < 0 ? values.engine : m_engine->currentData().toString();
    values.threads = m_threads->value();
    values.cacheMegabytes = m_megabytes->value();
    Preferences::instance().set(values);
}

// A GPU may be found, or lost, while the dialog is open.
void PreferencesDialog::showEngines()
{
    for (const EngineChoice& choice : engineChoices(EngineRegistry::instance())) {
        const int index = m_engine->findData(choice.name);
        m_engine->setItemText(index, withoutKeyMark(choice.text));
        m_engine->setItemData(index, asToolTip(choice.toolTip), Qt::ToolTipRole);
        setItemEnabled(m_engine, index, choice.works);
    }
    if (EngineRegistry::instance().isLoaded()) {
        m_look.stop();
    }
}

// Windows that are open keep their texts.
void PreferencesDialog::showLanguage(const PreferenceValues& values)
{
    const QString chosen = nameOf(values.language);
    m_languageHint->setVisible(chosen != nameOf(usedLanguage()));
    m_languageHint->setText(tr("Rotascope will be in %1 when you start it again.").arg(chosen));
}

void PreferencesDialog::showUsed()
{
    const std::filesystem::path folder = CountsCache::folderOfUser();
    const CountsCache::Size size = folder.empty() ? CountsCache::Size{} : CountsCache(folder).size();
    const QString bytes = QLocale().formattedDataSize(static_cast<qint64>(size.bytes));
    m_used->setText(size.files == 1 ? tr("1 file, %1").arg(bytes) : tr("%1 files, %2").arg(countText(size.files), bytes));
    m_clear->setEnabled(size.files > 0);
    m_folderHint->setText(folder.empty() ? tr("Nothing is kept: there is no such folder.") : tr("Now: %1").arg(visible(fromPath(folder))));
}

void PreferencesDialog::takeFolder()
{
    const QString folder = m_folder->text().trimmed();
    if (!folder.isEmpty() && QDir::isRelativePath(folder)) {
        m_folderHint->setText(tr("\"%1\" is not a whole path; expected one from / on.").arg(visible(folder)));
        return;
    }
    PreferenceValues values = Preferences::instance().values();
    values.cacheFolder = folder.isEmpty() ? folder : QDir::cleanPath(folder);
    Preferences::instance().set(values);
}

void PreferencesDialog::browse()
{
    auto* dialog = new QFileDialog(this, tr("Where counts are kept"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_folder->setText(folder);
        takeFolder();
    });
    dialog->open();
}

void PreferencesDialog::clearCache()
{
    if (const std::filesystem::path folder = CountsCache::folderOfUser(); !folder.empty()) {
        CountsCache(folder).clear();
    }
    showUsed();
}

} // namespace rotascope

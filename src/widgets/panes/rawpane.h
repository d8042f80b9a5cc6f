// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace attune::widgets {

class DialogService;

/// JSON as the server wrote it, indented, as plain text. Shows at most MaxShown bytes, so that a huge answer cannot
/// stop the window; "Save…" writes all of it.
class RawPane : public QWidget {
    Q_OBJECT
public:
    RawPane(DialogService& dialogs, QWidget* parent = nullptr);

    /// `suggestion` is the file name that "Save…" offers. The text is prepared when it is first seen.
    void setJson(const QByteArray& json, const QString& suggestion);
    [[nodiscard]] const QByteArray& json() const { return m_json; }

    static constexpr qsizetype MaxShown = 1024 * 1024;
    static constexpr qsizetype MaxLine = 10'000;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void prepare();
    void onSave();
    void write(const QString& path);

    DialogService& m_dialogs;
    QByteArray m_json;
    QString m_suggestion;
    QPlainTextEdit* m_text;
    QLabel* m_note;
    QPushButton* m_save;
    bool m_prepared = true;
};

} // namespace attune::widgets

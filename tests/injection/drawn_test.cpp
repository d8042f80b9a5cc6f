// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "injectionfixture.h"
#include "support/waiting.h"

#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTcpSocket>

#include <algorithm>

// Whether the tests beside this one would see what they look for.
namespace attune::test {
namespace {

TEST(Injections, corpus_isLargeAndKeepsWhatNoEncodingKeeps) {
    const Canary canary;
    const auto texts = injections(canary);
    EXPECT_GE(texts.size(), 300U);
    EXPECT_TRUE(std::ranges::any_of(texts, [](const QString& text) { return !text.isValidUtf16(); }));
    EXPECT_TRUE(std::ranges::any_of(texts, [](const QString& text) { return text.contains(QChar(0)); }));
    EXPECT_TRUE(std::ranges::any_of(texts, [&](const QString& text) { return text.contains(canary.file()); }));
    EXPECT_GE(sendable(everySecond(texts)).size(), 300U);
}

TEST(Injections, labelThatTakesMarkup_opensTheFile) {
    Canary canary;
    EXPECT_EQ(canary.alarms(), QStringList());
    QLabel label(QStringLiteral("<img src=\"file://%1\">").arg(canary.file()));
    static_cast<void>(label.grab());
    EXPECT_EQ(canary.alarms(), QStringList{QStringLiteral("file canary.png")});
    EXPECT_EQ(problemsOf(label).size(), 1);
    label.setTextFormat(Qt::PlainText);
    static_cast<void>(label.grab());
    EXPECT_EQ(canary.alarms(), QStringList());
    EXPECT_EQ(problemsOf(label), QStringList());
}

TEST(Injections, connection_isSeen) {
    Canary canary;
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), canary.port());
    ASSERT_TRUE(waitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }));
    EXPECT_EQ(canary.alarms(), QStringList{QStringLiteral("connection")});
}

TEST(Injections, markup_isTakenForWhatItDraws) {
    EXPECT_EQ(drawn(QStringLiteral("a < b")).text, QStringLiteral("a < b"));
    EXPECT_EQ(drawn(QStringLiteral("<p style=\"white-space:pre-wrap\">&lt;b&gt;<br/>x</p>")).text,
              QStringLiteral("<b>\nx"));
    for (const char* markup :
         {"<b>x</b>", "<i>x</i>", "<font color=red>x</font>", "<a href='x'>x</a>", "<ul><li>x</ul>", "<h1>x</h1>",
          "<table><tr><td>x</table>", "<img src='x'>", "<p style='font-size:40pt'>x", "<big>x</big>"})
        EXPECT_FALSE(drawn(QString::fromLatin1(markup)).problems.isEmpty()) << markup;
}

TEST(Injections, charactersNobodySees_areSeen) {
    EXPECT_EQ(invisibleIn(u"ops.disk \U0001F525 ⟨U+202E⟩"), QStringList());
    for (const QString& text : {u"a\u202Eb"_qs, u"a\u001Bb"_qs, u"a\u009Bb"_qs, u"a\u200Bb"_qs, u"a\uFEFFb"_qs,
                                u"a\u2028b"_qs, u"a\nb"_qs, u"\U000E0041"_qs, QString(QChar(0xD800))})
        EXPECT_FALSE(invisibleIn(text).isEmpty()) << qPrintable(text);
    EXPECT_EQ(invisibleIn(u"a\nb", true), QStringList());
}

TEST(Injections, cellsAndKeys_areLookedAt) {
    QStandardItemModel model;
    model.appendRow(new QStandardItem(u"a\u202Eb"_qs));
    EXPECT_EQ(problemsOf(model).size(), 1);
    model.item(0, 0)->setText(u"ab"_qs);
    model.item(0, 0)->setToolTip(u"<b>ab</b>"_qs);
    EXPECT_EQ(problemsOf(model).size(), 1);
    QWidget window;
    QPushButton button(u"R&D"_qs, &window);
    EXPECT_EQ(keysIn(window), QStringList{u"Alt+D of QPushButton"_qs});
    button.setText(u"R&&D"_qs);
    EXPECT_EQ(keysIn(window), QStringList());
}

} // namespace
} // namespace attune::test

# SPDX-FileCopyrightText: 2026 The Attune Watch authors
# SPDX-License-Identifier: Apache-2.0
set(declared "struct Words {\n    Q_DECLARE_TR_FUNCTIONS(Words)\n};\n")
function(file_of out)
  string(CONCAT text "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE TS>\n<TS version=\"2.1\" language=\"de\">\n<context>\n"
    "    <name>Words</name>\n" ${ARGN} "</context>\n</TS>\n")
  set(${out} "${text}" PARENT_SCOPE)
endfunction()
function(message_of out source translation)
  set(${out} "    <message>\n        <source>${source}</source>\n        <translation>${translation}</translation>\n    </message>\n"
    PARENT_SCOPE)
endfunction()

message_of(rows "%1 rows" "%1 Zeilen")
message_of(open "&amp\;Open" "Ö&amp\;ffnen")
string(CONCAT counted "    <message numerus=\"yes\">\n        <source>%n in %1</source>\n        <translation>\n"
  "            <numerusform>eine in %1</numerusform>\n            <numerusform>%n in %1</numerusform>\n"
  "        </translation>\n    </message>\n")
file_of(translated "${rows}" "${open}" "${counted}")
good(resources/translations/attune_de.ts "${translated}")
good(src/widgets/a.cpp
  "${declared}auto x = Words::tr(\"%1 rows\") + Words::tr(\"&Open\") + Words::tr(\"%n in %1\", nullptr, n);\n")
good(src/tail/a.cpp "auto x = Words::tr(\"on the terminal\");\n")

bad(src/widgets/b.cpp "${declared}auto x = Words::tr(\"new\");\nstruct A {\n    void f() { tr(\"homeless\"); }\n};\n"
  "would not be found at run time: src/widgets/b.cpp:6" "not translated: “new”" "not translated: “homeless”")
message_of(old "old" "alt")
message_of(rows "%1 rows" "%2 Zeilen")
message_of(open "&amp\;Open" "Öffnen")
string(REPLACE "%n in %1</num" "%n</num" counted "${counted}")
file_of(translated "${rows}" "${open}" "${counted}" "${old}")
bad(resources/translations/attune_nl.ts "${translated}"
  "other places: “%1 rows”" "other keys: “&amp" "other places: “%n in %1”" "not used any more: “old”"
  "attune_nl.ts: not translated: “new”" "attune_nl.ts: not translated: “homeless”")

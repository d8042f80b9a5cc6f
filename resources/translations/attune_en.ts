<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ChainReview</name>
    <message numerus="yes">
        <source>The key of the certificate is too weak: %n bits</source>
        <translation>
            <numerusform>The key of the certificate is too weak: %n bit</numerusform>
            <numerusform>The key of the certificate is too weak: %n bits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The key of an authority of the certificate is too weak: %n bits</source>
        <translation>
            <numerusform>The key of an authority of the certificate is too weak: %n bit</numerusform>
            <numerusform>The key of an authority of the certificate is too weak: %n bits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LiveIndicator</name>
    <message numerus="yes">
        <source>Not yet up to date: %Ln from %1 or before that left “created” unnoticed.</source>
        <translation>
            <numerusform>Not yet up to date: %Ln from %1 or before that left “created” unnoticed.</numerusform>
            <numerusform>Not yet up to date: %Ln from %1 or before that left “created” unnoticed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused · %Ln held, %1</source>
        <translation>
            <numerusform>Paused · %Ln held, %1</numerusform>
            <numerusform>Paused · %Ln held, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>attune::app::WatchApplication</name>
    <message numerus="yes">
        <source>%n row(s), of which the filter shows %1</source>
        <translation>
            <numerusform>%n row, of which the filter shows %1</numerusform>
            <numerusform>%n rows, of which the filter shows %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %n row(s) are kept</source>
        <translation>
            <numerusform>at most %n row is kept</numerusform>
            <numerusform>at most %n rows are kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %n row(s) are kept complete</source>
        <translation>
            <numerusform>the newest %n row is kept complete</numerusform>
            <numerusform>the newest %n rows are kept complete</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>attune::models::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>attune::models::StatusFilterModel</name>
    <message numerus="yes">
        <source>%1: %n row(s)</source>
        <translation>
            <numerusform>%1: %n row</numerusform>
            <numerusform>%1: %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>attune::net::Authorities</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>attune::session::Session::Private</name>
    <message numerus="yes">
        <source>%n row(s) of a page</source>
        <translation>
            <numerusform>%n row of a page</numerusform>
            <numerusform>%n rows of a page</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>attune::session::StreamAttempt</name>
    <message numerus="yes">
        <source>no welcome within %n second(s)</source>
        <translation>
            <numerusform>no welcome within %n second</numerusform>
            <numerusform>no welcome within %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>attune::widgets::ConnectionFacts</name>
    <message numerus="yes">
        <source>%Ln found and repaired</source>
        <translation>
            <numerusform>%Ln found and repaired</numerusform>
            <numerusform>%Ln found and repaired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reconnect(s)</source>
        <translation>
            <numerusform>%Ln reconnect</numerusform>
            <numerusform>%Ln reconnects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln broken stream(s)</source>
        <translation>
            <numerusform>%Ln broken stream</numerusform>
            <numerusform>%Ln broken streams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contradiction(s)</source>
        <translation>
            <numerusform>%Ln contradiction</numerusform>
            <numerusform>%Ln contradictions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>attune::widgets::ExportDialog</name>
    <message numerus="yes">
        <source>&amp;All %Ln shown</source>
        <translation>
            <numerusform>&amp;All %Ln shown</numerusform>
            <numerusform>&amp;All %Ln shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln &amp;selected</source>
        <translation>
            <numerusform>The %Ln &amp;selected</numerusform>
            <numerusform>The %Ln &amp;selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>attune::widgets::NewRowsPill</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match</source>
        <translation>
            <numerusform>%Ln matches</numerusform>
            <numerusform>%Ln match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>attune::widgets::SearchWords</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>attune::widgets::StatusPicker</name>
    <message numerus="yes">
        <source>Status: %n chosen</source>
        <translation>
            <numerusform>Status: %n chosen</numerusform>
            <numerusform>Status: %n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>attune::widgets::WindowPicker</name>
    <message numerus="yes">
        <source>Last %n h</source>
        <translation>
            <numerusform>Last %n h</numerusform>
            <numerusform>Last %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n min</source>
        <translation>
            <numerusform>Last %n min</numerusform>
            <numerusform>Last %n min</numerusform>
        </translation>
    </message>
</context>
</TS>

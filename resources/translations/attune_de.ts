<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ChainReview</name>
    <message>
        <source>A check of the certificate failed for a reason without a name</source>
        <translation>Eine Prüfung des Zertifikats ist aus einem Grund ohne Namen fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>The key of the certificate is too weak: %n bits</source>
        <translation>
            <numerusform>Der Schlüssel des Zertifikats ist zu schwach: %n Bit</numerusform>
            <numerusform>Der Schlüssel des Zertifikats ist zu schwach: %n Bit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The key of an authority of the certificate is too weak: %n bits</source>
        <translation>
            <numerusform>Der Schlüssel einer Zertifizierungsstelle des Zertifikats ist zu schwach: %n Bit</numerusform>
            <numerusform>Der Schlüssel einer Zertifizierungsstelle des Zertifikats ist zu schwach: %n Bit</numerusform>
        </translation>
    </message>
    <message>
        <source>The signature of the certificate is too weak: %1</source>
        <translation>Die Signatur des Zertifikats ist zu schwach: %1</translation>
    </message>
    <message>
        <source>A check of the certificate failed: %1</source>
        <translation>Eine Prüfung des Zertifikats ist fehlgeschlagen: %1</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Rule ID</source>
        <translation>Regel-ID</translation>
    </message>
    <message>
        <source>Trace tag</source>
        <translation>Trace-Tag</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Since previous</source>
        <translation>Seit voriger</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
</context>
<context>
    <name>ConnectionState</name>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>Holt auf</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>Verzögert</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Certificate refused</source>
        <translation>Zertifikat abgelehnt</translation>
    </message>
    <message>
        <source>as this computer&apos;s</source>
        <translation>wie die dieses Rechners</translation>
    </message>
    <message>
        <source>%1 ahead of this computer&apos;s</source>
        <translation>geht %1 vor gegenüber diesem Rechner</translation>
    </message>
    <message>
        <source>%1 behind this computer&apos;s</source>
        <translation>geht %1 nach gegenüber diesem Rechner</translation>
    </message>
</context>
<context>
    <name>ConnectionWords</name>
    <message>
        <source>the server</source>
        <translation>dem Server</translation>
    </message>
    <message>
        <source>No enforcement matches these filters.</source>
        <translation>Kein Enforcement entspricht diesen Filtern.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt neu verbinden</translation>
    </message>
    <message>
        <source>Signed out.</source>
        <translation>Abgemeldet.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung mit %1 wird aufgebaut…</translation>
    </message>
    <message>
        <source>Reading the newest enforcements of %1…</source>
        <translation>Die neuesten Enforcements von %1 werden gelesen…</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>Keine Verbindung mit %1.</translation>
    </message>
    <message>
        <source>The certificate of %1 was refused.</source>
        <translation>Das Zertifikat von %1 wurde abgelehnt.</translation>
    </message>
    <message>
        <source>There are no enforcements. New ones appear here by themselves.</source>
        <translation>Es gibt keine Enforcements. Neue erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>Connection refused: the certificate of %1 was not accepted.</source>
        <translation>Verbindung verweigert: Das Zertifikat von %1 wurde nicht anerkannt.</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>De&amp;tails</translation>
    </message>
    <message>
        <source>What is shown was true at %1.</source>
        <translation>Das Gezeigte galt um %1.</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>A&amp;nmelden…</translation>
    </message>
    <message>
        <source>The connection to %1 is not encrypted: anyone on the way can read and change it.</source>
        <translation>Die Verbindung mit %1 ist unverschlüsselt: Jeder auf dem Weg kann mitlesen und etwas ändern.</translation>
    </message>
</context>
<context>
    <name>FieldReader</name>
    <message>
        <source>holds something that is not a status</source>
        <translation>enthält etwas, das kein Status ist</translation>
    </message>
    <message>
        <source>is not the id of an event</source>
        <translation>ist nicht die ID eines Ereignisses</translation>
    </message>
    <message>
        <source>is not a time such as 2026-06-01T20:16:21Z</source>
        <translation>ist keine Zeit wie 2026-06-01T20:16:21Z</translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation>ist kein Text</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>ist zu lang</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>ist weder true noch false</translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation>ist keine Zahl</translation>
    </message>
    <message>
        <source>is out of range; the nearest bound is used</source>
        <translation>liegt außerhalb der Grenzen; die nächste Grenze gilt</translation>
    </message>
    <message>
        <source>is not an object</source>
        <translation>ist kein Objekt</translation>
    </message>
    <message>
        <source>is not a list</source>
        <translation>ist keine Liste</translation>
    </message>
    <message>
        <source>… and more.</source>
        <translation>… und weitere.</translation>
    </message>
    <message>
        <source>there is no column “%1”</source>
        <translation>die Spalte „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>“%1” is there twice</source>
        <translation>„%1“ kommt zweimal vor</translation>
    </message>
    <message>
        <source>“%1” is no column to sort by</source>
        <translation>nach der Spalte „%1“ kann nicht sortiert werden</translation>
    </message>
    <message>
        <source>is neither ascending nor descending</source>
        <translation>ist weder ascending noch descending</translation>
    </message>
    <message>
        <source>none is visible; the first ones are used</source>
        <translation>keine ist sichtbar; die ersten werden gezeigt</translation>
    </message>
    <message>
        <source>there are too many columns to sort by</source>
        <translation>es sind zu viele Spalten, nach denen sortiert werden soll</translation>
    </message>
</context>
<context>
    <name>LiveIndicator</name>
    <message>
        <source>Data as of %1.</source>
        <translation>Stand der Daten: %1.</translation>
    </message>
    <message>
        <source>Complete: every enforcement of the server is loaded.</source>
        <translation>Vollständig: Alle Enforcements des Servers sind geladen.</translation>
    </message>
    <message>
        <source>Complete since %1.</source>
        <translation>Vollständig seit %1.</translation>
    </message>
    <message>
        <source>Older ones are being read: %L1 of %L2.</source>
        <translation>Ältere werden noch gelesen: %L1 von %L2.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet…</translation>
    </message>
    <message>
        <source>Connecting to %1.</source>
        <translation>Verbindung mit %1 wird aufgebaut.</translation>
    </message>
    <message>
        <source>Attempt %1.</source>
        <translation>Versuch %1.</translation>
    </message>
    <message>
        <source>Next try in %1.</source>
        <translation>Nächster Versuch in %1.</translation>
    </message>
    <message>
        <source>Catching up… %1 %</source>
        <translation>Holt auf… %1 %</translation>
    </message>
    <message>
        <source>Reading what was missed.</source>
        <translation>Versäumtes wird gelesen.</translation>
    </message>
    <message>
        <source>Live Updates</source>
        <translation>Live-Aktualisierung</translation>
    </message>
    <message>
        <source>Live since %1.</source>
        <translation>Live seit %1.</translation>
    </message>
    <message>
        <source>Every change arrives as it happens.</source>
        <translation>Jede Änderung kommt, sobald sie geschieht.</translation>
    </message>
    <message>
        <source>Last message %1 ago.</source>
        <translation>Letzte Nachricht vor %1.</translation>
    </message>
    <message>
        <source>Lag %1.</source>
        <translation>Verzögerung %1.</translation>
    </message>
    <message numerus="yes">
        <source>Not yet up to date: %Ln from %1 or before that left “created” unnoticed.</source>
        <translation>
            <numerusform>Noch nicht aktuell: %Ln von %1 oder früher, das den Status „created“ unbemerkt verlassen hat.</numerusform>
            <numerusform>Noch nicht aktuell: %Ln von %1 oder früher, die den Status „created“ unbemerkt verlassen haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Live Updates delayed</source>
        <translation>Live-Aktualisierung verzögert</translation>
    </message>
    <message>
        <source>Messages were lost or are late; the newest rows are read every 5 s instead.</source>
        <translation>Nachrichten gingen verloren oder kommen spät; ersatzweise werden alle 5 s die neuesten Zeilen gelesen.</translation>
    </message>
    <message>
        <source>Offline · retry in %1</source>
        <translation>Offline · neuer Versuch in %1</translation>
    </message>
    <message>
        <source>Offline · retrying…</source>
        <translation>Offline · neuer Versuch…</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Click for details and to retry now.</source>
        <translation>Klicken für Einzelheiten und um jetzt neu zu verbinden.</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Sign in to receive updates.</source>
        <translation>Melden Sie sich an, um Aktualisierungen zu erhalten.</translation>
    </message>
    <message>
        <source>Connection refused: certificate</source>
        <translation>Verbindung verweigert: Zertifikat</translation>
    </message>
    <message>
        <source>Nothing was sent. Check the address, or add the certificate authority of this server to the profile.</source>
        <translation>Es wurde nichts gesendet. Prüfen Sie die Adresse, oder nehmen Sie die Zertifizierungsstelle dieses Servers in das Profil auf.</translation>
    </message>
    <message numerus="yes">
        <source>Paused · %Ln held, %1</source>
        <translation>
            <numerusform>Pause · %Ln zurückgehalten, %1</numerusform>
            <numerusform>Pause · %Ln zurückgehalten, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the view is frozen: nothing is lost, updates are still received.</source>
        <translation>Nur die Ansicht steht still: Nichts geht verloren, Aktualisierungen werden weiter empfangen.</translation>
    </message>
    <message>
        <source>The view is frozen.</source>
        <translation>Die Ansicht steht still.</translation>
    </message>
    <message>
        <source>Space resumes and shows everything.</source>
        <translation>Die Leertaste setzt fort und zeigt alles.</translation>
    </message>
    <message>
        <source>The view is paused; Space resumes.</source>
        <translation>Die Ansicht ist angehalten; die Leertaste setzt fort.</translation>
    </message>
    <message>
        <source>This connection is not encrypted.</source>
        <translation>Diese Verbindung ist unverschlüsselt.</translation>
    </message>
    <message>
        <source>Catching up…</source>
        <translation>Holt auf…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>LogSink</name>
    <message>
        <source>the log file %1 cannot be written: %2</source>
        <translation>die Protokolldatei %1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>OverviewPane</name>
    <message>
        <source>none, or hidden from you</source>
        <translation>keine, oder für Sie nicht sichtbar</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>dauerte %1</translation>
    </message>
    <message>
        <source>open for %1</source>
        <translation>offen seit %1</translation>
    </message>
</context>
<context>
    <name>PrivateFile</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>The server did not answer when asked for %1.%2 What is shown may be old.</source>
        <translation>Keine Antwort des Servers zu %1.%2 Das Gezeigte kann veraltet sein.</translation>
    </message>
    <message>
        <source>You are signed out. Sign in to read %1.</source>
        <translation>Sie sind abgemeldet. Melden Sie sich an, um mehr zu %1 zu lesen.</translation>
    </message>
    <message>
        <source>You may not read %1.%2</source>
        <translation>Sie dürfen %1 nicht lesen.%2</translation>
    </message>
    <message>
        <source>There is no %1 on the server any more: it has been deleted.</source>
        <translation>%1 gibt es auf dem Server nicht mehr; es wurde gelöscht.</translation>
    </message>
    <message>
        <source>The server&apos;s answer about %1 could not be read.%2</source>
        <translation>Die Antwort des Servers zu %1 war nicht lesbar.%2</translation>
    </message>
    <message>
        <source>The server refused to show %1 (HTTP %2).%3</source>
        <translation>Der Server verweigert die Auskunft zu %1 (HTTP %2).%3</translation>
    </message>
    <message>
        <source>The server did not answer the request to %1.%2 It may or may not have happened.</source>
        <translation>Der Server hat auf die Anweisung „%1“ nicht geantwortet.%2 Ob sie ausgeführt wurde, ist offen.</translation>
    </message>
    <message>
        <source>You are signed out. Sign in to %1.</source>
        <translation>Sie sind abgemeldet. Melden Sie sich an für: %1.</translation>
    </message>
    <message>
        <source>You may not %1.%2</source>
        <translation>Ihnen ist nicht erlaubt: %1.%2</translation>
    </message>
    <message>
        <source>Could not %1: it has been deleted, or you may not see it.</source>
        <translation>Nicht möglich: %1. Es wurde gelöscht, oder Sie dürfen es nicht sehen.</translation>
    </message>
    <message>
        <source>Could not %1: it came too late.%2</source>
        <translation>Nicht mehr möglich: %1.%2</translation>
    </message>
    <message>
        <source>The answer to the request to %1 could not be read.%2</source>
        <translation>Die Antwort auf die Anweisung „%1“ war nicht lesbar.%2</translation>
    </message>
    <message>
        <source>The server refused to %1 (HTTP %2).%3</source>
        <translation>Der Server hat die Anweisung „%1“ abgelehnt (HTTP %2).%3</translation>
    </message>
</context>
<context>
    <name>Proxy</name>
    <message>
        <source>the proxy %1 asks for a login</source>
        <translation>der Proxy %1 verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>the proxy %1 does not accept its login or password</source>
        <translation>der Proxy %1 erkennt Login oder Passwort nicht an</translation>
    </message>
</context>
<context>
    <name>ReplyReader</name>
    <message>
        <source>no answer within %1 s</source>
        <translation>keine Antwort innerhalb von %1 s</translation>
    </message>
    <message>
        <source>the server wants to redirect to another address</source>
        <translation>der Server will an eine andere Adresse umleiten</translation>
    </message>
    <message>
        <source>the answer is only a part of what was asked for</source>
        <translation>die Antwort ist nur ein Teil des Gefragten</translation>
    </message>
    <message>
        <source>the answer is %1, not JSON</source>
        <translation>die Antwort ist %1, nicht JSON</translation>
    </message>
    <message>
        <source>of no type</source>
        <translation>ohne Typ</translation>
    </message>
</context>
<context>
    <name>RevocationLists</name>
    <message>
        <source>the revocation list number %1 in it cannot be read</source>
        <translation>die darin enthaltene Sperrliste Nummer %1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>no known authority has signed a revocation list in it</source>
        <translation>keine bekannte Zertifizierungsstelle hat eine darin enthaltene Sperrliste signiert</translation>
    </message>
    <message>
        <source>the revocation list of %1 in it is of a kind that is not supported</source>
        <translation>die darin enthaltene Sperrliste von %1 ist von einer Art, die nicht unterstützt wird</translation>
    </message>
    <message>
        <source>the revocation list of %1 in it does not say until when it holds</source>
        <translation>die darin enthaltene Sperrliste von %1 sagt nicht, bis wann sie gilt</translation>
    </message>
    <message>
        <source>The certificate cannot be compared with the revocation lists</source>
        <translation>Das Zertifikat kann nicht mit den Sperrlisten verglichen werden</translation>
    </message>
    <message>
        <source>The certificate of %1 was revoked on %2 by %3</source>
        <translation>Das Zertifikat von %1 wurde am %2 von %3 gesperrt</translation>
    </message>
    <message>
        <source>The revocation list of %1 has expired on %2; nobody can tell who was revoked since</source>
        <translation>Die Sperrliste von %1 ist am %2 abgelaufen; niemand weiß, was seither gesperrt wurde</translation>
    </message>
    <message>
        <source>The revocation list of %1 is not valid before %2</source>
        <translation>Die Sperrliste von %1 gilt nicht vor %2</translation>
    </message>
</context>
<context>
    <name>TrustRules</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 holds no certificate in PEM form</source>
        <translation>%1 enthält kein Zertifikat in PEM-Form</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>%1 ist nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>The certificate was refused</source>
        <translation>Das Zertifikat wurde abgelehnt</translation>
    </message>
    <message>
        <source>The server speaks only old versions of TLS, before TLS 1.2</source>
        <translation>Der Server spricht nur alte Fassungen von TLS, vor TLS 1.2</translation>
    </message>
    <message>
        <source>The key of the certificate is too weak</source>
        <translation>Der Schlüssel des Zertifikats ist zu schwach</translation>
    </message>
    <message>
        <source>The signature of the certificate is too weak</source>
        <translation>Die Signatur des Zertifikats ist zu schwach</translation>
    </message>
    <message>
        <source>The key exchange of the server is too weak (Diffie-Hellman)</source>
        <translation>Der Schlüsselaustausch des Servers ist zu schwach (Diffie-Hellman)</translation>
    </message>
</context>
<context>
    <name>attune::app::GuardedSignIn</name>
    <message>
        <source>Another window shows the profile %1 already; it comes to the front.</source>
        <translation>Ein anderes Fenster zeigt das Profil %1 bereits; es kommt nach vorn.</translation>
    </message>
</context>
<context>
    <name>attune::app::WatchApplication</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>there is no profile named %1</source>
        <translation>es gibt kein Profil namens %1</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), of which the filter shows %1</source>
        <translation>
            <numerusform>%n Zeile, davon zeigt der Filter %1</numerusform>
            <numerusform>%n Zeilen, davon zeigt der Filter %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %n row(s) are kept</source>
        <translation>
            <numerusform>höchstens %n Zeile wird behalten</numerusform>
            <numerusform>höchstens %n Zeilen werden behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %n row(s) are kept complete</source>
        <translation>
            <numerusform>die neueste %n Zeile wird vollständig gehalten</numerusform>
            <numerusform>die neuesten %n Zeilen werden vollständig gehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>Anmeldung fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>attune::core::Decoder</name>
    <message>
        <source>the answer holds no tokens</source>
        <translation>die Antwort enthält keine Tokens</translation>
    </message>
    <message>
        <source>%1 is not a positive 64-bit integer</source>
        <translation>%1 ist keine positive ganze Zahl mit 64 Bit</translation>
    </message>
    <message>
        <source>the answer is not the settings of an Attune API</source>
        <translation>die Antwort enthält nicht die Einstellungen einer Attune-API</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>the page has %1 bytes, more than %2</source>
        <translation>die Seite hat %1 Bytes, mehr als %2</translation>
    </message>
    <message>
        <source>the answer has no list of items</source>
        <translation>die Antwort hat keine Liste von Einträgen</translation>
    </message>
    <message>
        <source>the answer has %1 bytes, more than %2</source>
        <translation>die Antwort hat %1 Bytes, mehr als %2</translation>
    </message>
    <message>
        <source>the answer has no data object</source>
        <translation>die Antwort hat kein Objekt „data“</translation>
    </message>
    <message>
        <source>malformed JSON at byte %1</source>
        <translation>fehlerhaftes JSON bei Byte %1</translation>
    </message>
    <message>
        <source>more than %1 values</source>
        <translation>mehr als %1 Werte</translation>
    </message>
    <message>
        <source>a text of more than %1 bytes</source>
        <translation>ein Text von mehr als %1 Bytes</translation>
    </message>
    <message>
        <source>nested deeper than %1 levels</source>
        <translation>tiefer als %1 Stufen geschachtelt</translation>
    </message>
    <message>
        <source>%1 is not a time in RFC 3339 form</source>
        <translation>%1 ist keine Zeit in der Form von RFC 3339</translation>
    </message>
    <message>
        <source>%1 is not a text</source>
        <translation>%1 ist kein Text</translation>
    </message>
    <message>
        <source>%1: the server uses more different texts than can be kept</source>
        <translation>%1: Der Server verwendet mehr verschiedene Texte, als behalten werden können</translation>
    </message>
    <message>
        <source>the frame has %1 bytes, more than %2</source>
        <translation>der Frame hat %1 Bytes, mehr als %2</translation>
    </message>
    <message>
        <source>the frame has no type</source>
        <translation>der Frame hat keinen Typ</translation>
    </message>
    <message>
        <source>the notification has no entity_type</source>
        <translation>der Benachrichtigung fehlt entity_type</translation>
    </message>
    <message>
        <source>entity_id %1 and payload id %2 differ</source>
        <translation>entity_id %1 und payload id %2 weichen voneinander ab</translation>
    </message>
    <message>
        <source>the rule notification lacks rule_ref or active</source>
        <translation>der Benachrichtigung über eine Regel fehlt rule_ref oder active</translation>
    </message>
</context>
<context>
    <name>attune::core::Duration</name>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1.%2 s</source>
        <comment>seconds and tenths</comment>
        <translation>%1,%2 s</translation>
    </message>
</context>
<context>
    <name>attune::core::Expression</name>
    <message>
        <source>The expression is too long.</source>
        <translation>Der Ausdruck ist zu lang.</translation>
    </message>
    <message>
        <source>%1 cannot stand at character %2; put texts into quotes.</source>
        <translation>%1 kann an Stelle %2 nicht stehen; setzen Sie Texte in Anführungszeichen.</translation>
    </message>
    <message>
        <source>The quote at character %1 is not closed.</source>
        <translation>Das Anführungszeichen an Stelle %1 wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>a text, in quotes if it has spaces in it</source>
        <translation>ein Text, in Anführungszeichen, wenn er Leerzeichen enthält</translation>
    </message>
    <message>
        <source>a trace tag</source>
        <translation>ein Trace-Tag</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a time such as 2026-06-01T12:30 or -15min</source>
        <translation>eine Zeit wie 2026-06-01T12:30 oder -15min</translation>
    </message>
    <message>
        <source>a duration such as 500ms, 2s, 5min or 1h</source>
        <translation>eine Dauer wie 500ms, 2s, 5min oder 1h</translation>
    </message>
    <message>
        <source>%1: this parenthesis closes nothing.</source>
        <translation>%1: Diese Klammer schließt nichts.</translation>
    </message>
    <message>
        <source>%1: %2 must be joined by “and” or “or”.</source>
        <translation>%1: %2 muss mit „and“ oder „or“ verbunden werden.</translation>
    </message>
    <message>
        <source>%1: too many parentheses inside each other.</source>
        <translation>%1: zu viele Klammern ineinander.</translation>
    </message>
    <message>
        <source>The parenthesis at character %1 is not closed.</source>
        <translation>Die Klammer an Stelle %1 wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>Something is missing at the end: a comparison such as took &gt; 2s.</source>
        <translation>Am Ende fehlt etwas: ein Vergleich wie took &gt; 2s.</translation>
    </message>
    <message>
        <source>%1: %2 is no field. Fields are %3.</source>
        <translation>%1: %2 ist kein Feld. Felder sind %3.</translation>
    </message>
    <message>
        <source>%1: “in” is missing after “not”.</source>
        <translation>%1: Nach „not“ fehlt „in“.</translation>
    </message>
    <message>
        <source>%1: a list in parentheses is missing after “in”.</source>
        <translation>%1: Nach „in“ fehlt eine Liste in Klammern.</translation>
    </message>
    <message>
        <source>%1: the list is not closed; values are separated by commas.</source>
        <translation>%1: Die Liste wird nicht geschlossen; Werte werden durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>%1: %2 cannot be used with “%3”; use one of %4.</source>
        <translation>%1: %2 passt nicht zu „%3“; verwenden Sie eines von %4.</translation>
    </message>
    <message>
        <source>%1: after “%2” one of %3 is needed.</source>
        <translation>%1: Nach „%2“ ist eines von %3 nötig.</translation>
    </message>
    <message>
        <source>%1: a value is missing: %2.</source>
        <translation>%1: Es fehlt ein Wert: %2.</translation>
    </message>
    <message>
        <source>%1: %2 is not %3.</source>
        <translation>%1: %2 ist nicht %3.</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Am Ende</translation>
    </message>
    <message>
        <source>At character %1</source>
        <translation>An Stelle %1</translation>
    </message>
    <message>
        <source>%1: “missing” or “not missing” is needed after “is”.</source>
        <translation>%1: Nach „is“ muss „missing“ oder „not missing“ stehen.</translation>
    </message>
</context>
<context>
    <name>attune::core::RotatingFile</name>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>it is a symbolic link</source>
        <translation>es ist eine symbolische Verknüpfung</translation>
    </message>
    <message>
        <source>it is not an ordinary file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it belongs to another user</source>
        <translation>es gehört einem anderen Benutzer</translation>
    </message>
    <message>
        <source>it has another name as well</source>
        <translation>es hat noch einen anderen Namen</translation>
    </message>
</context>
<context>
    <name>attune::core::WholeFile</name>
    <message>
        <source>there is not enough room.</source>
        <translation>der Platz reicht nicht.</translation>
    </message>
    <message>
        <source>there is no permission to write there.</source>
        <translation>Sie dürfen dort nicht schreiben.</translation>
    </message>
    <message>
        <source>%1 is a symbolic link; choose a file.</source>
        <translation>%1 ist eine symbolische Verknüpfung; wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>%1 exists already and was left as it is.</source>
        <translation>%1 gibt es schon; nichts wurde verändert.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>attune::models::EnforcementTableModel</name>
    <message>
        <source>Rows cannot be sorted by this column.</source>
        <translation>Nach dieser Spalte kann nicht sortiert werden.</translation>
    </message>
</context>
<context>
    <name>attune::models::ExecutionModel</name>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Retry of %1</source>
        <translation>Wiederholung von %1</translation>
    </message>
</context>
<context>
    <name>attune::models::ExportJob</name>
    <message>
        <source>The table was emptied while its rows were written.</source>
        <translation>Die Tabelle wurde geleert, während ihre Zeilen geschrieben wurden.</translation>
    </message>
</context>
<context>
    <name>attune::models::JsonTreeModel</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>redacted by the server</source>
        <translation>vom Server geschwärzt</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n Schlüssel</numerusform>
            <numerusform>%n Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>boolean</source>
        <translation>Wahrheitswert</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>string</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>array</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>geheim</translation>
    </message>
</context>
<context>
    <name>attune::models::StatusFilterModel</name>
    <message numerus="yes">
        <source>%1: %n row(s)</source>
        <translation>
            <numerusform>%1: %n Zeile</numerusform>
            <numerusform>%1: %n Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>attune::net::ApiClient</name>
    <message>
        <source>the answer is larger than %1 bytes</source>
        <translation>die Antwort ist größer als %1 Bytes</translation>
    </message>
    <message>
        <source>no complete answer within %1 s</source>
        <translation>keine vollständige Antwort innerhalb von %1 s</translation>
    </message>
</context>
<context>
    <name>attune::net::Authorities</name>
    <message>
        <source>Expired on %1</source>
        <translation>Abgelaufen am %1</translation>
    </message>
    <message>
        <source>Not valid before %1</source>
        <translation>Nicht gültig vor dem %1</translation>
    </message>
    <message>
        <source>Expires on %1</source>
        <translation>Läuft ab am %1</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>attune::net::NotificationListener</name>
    <message>
        <source>a message comes in more than %1 pieces</source>
        <translation>eine Nachricht kommt in mehr als %1 Teilen</translation>
    </message>
    <message>
        <source>the server makes us answer faster than it reads</source>
        <translation>der Server lässt uns schneller antworten, als er liest</translation>
    </message>
    <message>
        <source>a binary frame</source>
        <translation>ein binärer Frame</translation>
    </message>
    <message>
        <source>the connection ended without a close frame</source>
        <translation>die Verbindung endete ohne Close-Frame</translation>
    </message>
</context>
<context>
    <name>attune::session::ConnectionMachine</name>
    <message>
        <source>The sign-in cannot be renewed: %1</source>
        <translation>Die Anmeldung kann nicht erneuert werden: %1</translation>
    </message>
    <message>
        <source>%1 (the API answers, the notifier does not)</source>
        <translation>%1 (die API antwortet, der Notifier nicht)</translation>
    </message>
    <message>
        <source>The server refuses the subscription: %1</source>
        <translation>Der Server lehnt das Abonnement ab: %1</translation>
    </message>
    <message>
        <source>the server closed the connection (code %1)</source>
        <translation>der Server hat die Verbindung geschlossen (Code %1)</translation>
    </message>
</context>
<context>
    <name>attune::session::HistoryReader</name>
    <message>
        <source>the newest enforcements are not read yet</source>
        <translation>die neuesten Enforcements sind noch nicht gelesen</translation>
    </message>
</context>
<context>
    <name>attune::session::KeychainStore</name>
    <message>
        <source>it was not unlocked</source>
        <translation>er wurde nicht entsperrt</translation>
    </message>
    <message>
        <source>it is locked, or denies the access</source>
        <translation>er ist gesperrt oder verweigert den Zugriff</translation>
    </message>
    <message>
        <source>this desktop has none</source>
        <translation>dieser Desktop hat keinen</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>er antwortet nicht</translation>
    </message>
    <message>
        <source>it is locked</source>
        <translation>er ist gesperrt</translation>
    </message>
</context>
<context>
    <name>attune::session::Profile</name>
    <message>
        <source>Enter the address of the server.</source>
        <translation>Geben Sie die Adresse des Servers ein.</translation>
    </message>
    <message>
        <source>This is not an address: %1</source>
        <translation>Das ist keine Adresse: %1</translation>
    </message>
    <message>
        <source>The address must start with %1:// or %2://.</source>
        <translation>Die Adresse muss mit %1:// oder %2:// beginnen.</translation>
    </message>
    <message>
        <source>Leave login and password out of the address.</source>
        <translation>Lassen Sie Login und Passwort aus der Adresse weg.</translation>
    </message>
    <message>
        <source>The address must not contain ? or #.</source>
        <translation>Die Adresse darf weder ? noch # enthalten.</translation>
    </message>
    <message>
        <source>%1 would carry your password unencrypted. Use https, or allow plain text for this profile.</source>
        <translation>%1 würde Ihr Passwort unverschlüsselt übertragen. Verwenden Sie https, oder erlauben Sie Klartext für dieses Profil.</translation>
    </message>
    <message>
        <source>A proxy is reached by http:// or socks5://.</source>
        <translation>Ein Proxy ist über http:// oder socks5:// erreichbar.</translation>
    </message>
    <message>
        <source>Say the port as well, such as %1:3128.</source>
        <translation>Geben Sie auch den Port an, etwa %1:3128.</translation>
    </message>
    <message>
        <source>A proxy has only a host and a port.</source>
        <translation>Ein Proxy hat nur einen Host und einen Port.</translation>
    </message>
    <message>
        <source>Give the profile a name.</source>
        <translation>Geben Sie dem Profil einen Namen.</translation>
    </message>
    <message>
        <source>Enter your login.</source>
        <translation>Geben Sie Ihr Login ein.</translation>
    </message>
    <message>
        <source>A login has at most %1 characters.</source>
        <translation>Ein Login hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>A login at a proxy has no colon.</source>
        <translation>Ein Login für einen Proxy enthält keinen Doppelpunkt.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei ist nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>attune::session::ProfileStore</name>
    <message>
        <source>unknown sign-in method %1</source>
        <translation>unbekannte Art der Anmeldung %1</translation>
    </message>
    <message>
        <source>a profile has no name</source>
        <translation>ein Profil hat keinen Namen</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 is not a list of profiles: %2</source>
        <translation>%1 ist keine Liste von Profilen: %2</translation>
    </message>
    <message>
        <source>A saved profile was skipped: %1</source>
        <translation>Ein gespeichertes Profil wurde übersprungen: %1</translation>
    </message>
    <message>
        <source>What is changed lasts until the program ends.</source>
        <translation>Was geändert wird, gilt, bis das Programm endet.</translation>
    </message>
</context>
<context>
    <name>attune::session::Requester</name>
    <message>
        <source>The server answered with status %1.</source>
        <translation>Der Server hat mit Status %1 geantwortet.</translation>
    </message>
    <message>
        <source>Signed out.</source>
        <translation>Abgemeldet.</translation>
    </message>
</context>
<context>
    <name>attune::session::SavedView</name>
    <message>
        <source>is neither comfortable nor compact</source>
        <translation>ist weder comfortable noch compact</translation>
    </message>
    <message>
        <source>View “%1”: %2</source>
        <translation>Ansicht „%1“: %2</translation>
    </message>
    <message>
        <source>A view without a name was left out.</source>
        <translation>Eine Ansicht ohne Namen wurde ausgelassen.</translation>
    </message>
    <message>
        <source>“%1” is there twice; the second is “%2” now.</source>
        <translation>„%1“ kommt zweimal vor; die zweite heißt jetzt „%2“.</translation>
    </message>
    <message>
        <source>This is not a file of views: %1 (at byte %2).</source>
        <translation>Das ist keine Datei mit Ansichten: %1 (bei Byte %2).</translation>
    </message>
    <message>
        <source>This is not a file of views.</source>
        <translation>Das ist keine Datei mit Ansichten.</translation>
    </message>
    <message>
        <source>The file was written by another version of the program; what is known is read.</source>
        <translation>Die Datei stammt von einer anderen Fassung des Programms; was bekannt ist, wird gelesen.</translation>
    </message>
    <message>
        <source>Only the first %1 views were read.</source>
        <translation>Nur die ersten %1 Ansichten wurden gelesen.</translation>
    </message>
    <message>
        <source>… and more.</source>
        <translation>… und weitere.</translation>
    </message>
</context>
<context>
    <name>attune::session::SavedViewStore</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 is too large to be a file of views.</source>
        <translation>%1 ist zu groß für eine Datei mit Ansichten.</translation>
    </message>
</context>
<context>
    <name>attune::session::Session</name>
    <message>
        <source>The computer was asleep</source>
        <translation>Der Rechner hat geschlafen</translation>
    </message>
</context>
<context>
    <name>attune::session::Session::Private</name>
    <message numerus="yes">
        <source>%n row(s) of a page</source>
        <translation>
            <numerusform>%n Zeile einer Seite</numerusform>
            <numerusform>%n Zeilen einer Seite</numerusform>
        </translation>
    </message>
    <message>
        <source>notification</source>
        <translation>Benachrichtigung</translation>
    </message>
    <message>
        <source>The permissions of this sign-in have changed</source>
        <translation>Die Berechtigungen dieser Anmeldung haben sich geändert</translation>
    </message>
    <message>
        <source>The keychain cannot be used: %1.</source>
        <translation>Der Schlüsselbund ist nicht verwendbar: %1.</translation>
    </message>
    <message>
        <source>The server leaves out many notifications. What they would tell is read every few seconds.</source>
        <translation>Der Server lässt viele Benachrichtigungen aus. Was sie sagen würden, wird alle paar Sekunden gelesen.</translation>
    </message>
    <message>
        <source>The last check against the server is overdue.</source>
        <translation>Der letzte Abgleich mit dem Server ist überfällig.</translation>
    </message>
    <message>
        <source>The server is busy and has asked not to be read for a while.</source>
        <translation>Der Server ist ausgelastet und hat darum gebeten, eine Weile nicht gelesen zu werden.</translation>
    </message>
    <message>
        <source>Checking enforcements that were unresolved</source>
        <translation>Unerledigte Enforcements werden geprüft</translation>
    </message>
    <message>
        <source>Reading the newest enforcements</source>
        <translation>Die neuesten Enforcements werden gelesen</translation>
    </message>
</context>
<context>
    <name>attune::session::Settings</name>
    <message>
        <source>is not one of the choices; the default is used</source>
        <translation>ist keine der Möglichkeiten; der Vorgabewert gilt</translation>
    </message>
    <message>
        <source>is not a number; the default is used</source>
        <translation>ist keine Zahl; der Vorgabewert gilt</translation>
    </message>
    <message>
        <source>is out of range; the nearest bound is used</source>
        <translation>liegt außerhalb der Grenzen; die nächste Grenze gilt</translation>
    </message>
    <message>
        <source>is neither true nor false; the default is used</source>
        <translation>ist weder true noch false; der Vorgabewert gilt</translation>
    </message>
    <message>
        <source>is not what is kept here; the default is used</source>
        <translation>gehört nicht hierher; der Vorgabewert gilt</translation>
    </message>
    <message>
        <source>%1 could not be read completely; defaults are used where it is damaged.</source>
        <translation>%1 konnte nicht vollständig gelesen werden; wo die Datei beschädigt ist, gelten Vorgabewerte.</translation>
    </message>
    <message>
        <source>%1 cannot be written; what is changed in the settings lasts until the program ends.</source>
        <translation>%1 kann nicht geschrieben werden; was an den Einstellungen geändert wird, gilt, bis das Programm endet.</translation>
    </message>
</context>
<context>
    <name>attune::session::SettingsFile</name>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1 is far too large; defaults are used.</source>
        <translation>%1 ist viel zu groß; es gelten Vorgabewerte.</translation>
    </message>
    <message>
        <source>%1: holds what is never kept here; the default is used</source>
        <translation>%1: enthält, was hier nie gespeichert wird; der Vorgabewert gilt</translation>
    </message>
</context>
<context>
    <name>attune::session::SignInFlow</name>
    <message>
        <source>This server offers no LDAP sign-in.</source>
        <translation>Dieser Server bietet keine Anmeldung über LDAP.</translation>
    </message>
    <message>
        <source>This server offers no sign-in by password.</source>
        <translation>Dieser Server bietet keine Anmeldung mit Passwort.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>%1 ist nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>%1 does not answer: %2</source>
        <translation>%1 antwortet nicht: %2</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2.</source>
        <translation>%1 ist nicht erreichbar: %2.</translation>
    </message>
    <message>
        <source>The certificate of %1 was refused: %2</source>
        <translation>Das Zertifikat von %1 wurde abgelehnt: %2</translation>
    </message>
    <message>
        <source>%1 redirects elsewhere. Enter the address it redirects to.</source>
        <translation>%1 leitet woandershin um. Geben Sie die Adresse ein, auf die umgeleitet wird.</translation>
    </message>
    <message>
        <source>This is a web page, not an Attune API (%1).</source>
        <translation>Das ist eine Webseite, keine Attune-API (%1).</translation>
    </message>
    <message>
        <source>This does not answer like an Attune API: %1</source>
        <translation>Das antwortet nicht wie eine Attune-API: %1</translation>
    </message>
    <message>
        <source>There is no Attune API at this address (status 404).</source>
        <translation>Unter dieser Adresse gibt es keine Attune-API (Status 404).</translation>
    </message>
    <message>
        <source>%1 answers with an error (status %2). %3</source>
        <translation>%1 antwortet mit einem Fehler (Status %2). %3</translation>
    </message>
    <message>
        <source>The sign-in of the last time has ended.</source>
        <translation>Die Anmeldung vom letzten Mal ist abgelaufen.</translation>
    </message>
    <message>
        <source>The server does not accept this token: it is unknown, revoked or expired.</source>
        <translation>Der Server erkennt dieses Token nicht an: Es ist unbekannt, widerrufen oder abgelaufen.</translation>
    </message>
    <message>
        <source>Login or password is wrong.</source>
        <translation>Login oder Passwort ist falsch.</translation>
    </message>
    <message>
        <source>This account is frozen. Ask an administrator.</source>
        <translation>Dieses Konto ist gesperrt. Wenden Sie sich an die Administration.</translation>
    </message>
    <message>
        <source>This server does not offer this way to sign in.</source>
        <translation>Dieser Server bietet diese Art der Anmeldung nicht.</translation>
    </message>
    <message>
        <source>The server does not accept these entries: %1</source>
        <translation>Der Server nimmt diese Eingaben nicht an: %1</translation>
    </message>
    <message>
        <source>Signing in failed (status %1). %2</source>
        <translation>Die Anmeldung ist fehlgeschlagen (Status %1). %2</translation>
    </message>
</context>
<context>
    <name>attune::session::SignInMemory</name>
    <message>
        <source>The keychain does not answer. It may wait to be unlocked.</source>
        <translation>Der Schlüsselbund antwortet nicht. Vielleicht wartet er darauf, entsperrt zu werden.</translation>
    </message>
    <message>
        <source>The password of the proxy is kept until the program ends. The keychain cannot be used: %1.</source>
        <translation>Das Passwort des Proxys wird bis zum Ende des Programms behalten. Der Schlüsselbund ist nicht verwendbar: %1.</translation>
    </message>
    <message>
        <source>The keychain still holds the password of a proxy. It cannot be used: %1.</source>
        <translation>Der Schlüsselbund enthält noch das Passwort eines Proxys. Er ist nicht verwendbar: %1.</translation>
    </message>
    <message>
        <source>This sign-in lasts until the program ends. The keychain cannot be used: %1.</source>
        <translation>Diese Anmeldung gilt bis zum Ende des Programms. Der Schlüsselbund ist nicht verwendbar: %1.</translation>
    </message>
    <message>
        <source>The keychain still holds the last sign-in. It cannot be used: %1.</source>
        <translation>Der Schlüsselbund enthält noch die letzte Anmeldung. Er ist nicht verwendbar: %1.</translation>
    </message>
</context>
<context>
    <name>attune::session::StreamAttempt</name>
    <message numerus="yes">
        <source>no welcome within %n second(s)</source>
        <translation>
            <numerusform>keine Begrüßung innerhalb von %n Sekunde</numerusform>
            <numerusform>keine Begrüßung innerhalb von %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>the subscription was not confirmed</source>
        <translation>das Abonnement wurde nicht bestätigt</translation>
    </message>
    <message>
        <source>the server does not answer</source>
        <translation>der Server antwortet nicht</translation>
    </message>
</context>
<context>
    <name>attune::session::SyncEngine</name>
    <message>
        <source>the server was restored or replaced</source>
        <translation>der Server wurde wiederhergestellt oder ersetzt</translation>
    </message>
    <message>
        <source>the list of the server is not in order</source>
        <translation>die Liste des Servers ist nicht geordnet</translation>
    </message>
</context>
<context>
    <name>attune::session::TokenKeeper</name>
    <message>
        <source>status %1</source>
        <translation>Status %1</translation>
    </message>
</context>
<context>
    <name>attune::session::WalkRunner</name>
    <message>
        <source>the list moved faster than it could be read</source>
        <translation>die Liste bewegte sich schneller, als sie gelesen werden konnte</translation>
    </message>
</context>
<context>
    <name>attune::widgets::AboutDialog</name>
    <message>
        <source>About Attune Watch</source>
        <translation>Über Attune Watch</translation>
    </message>
    <message>
        <source>Attune Watch %1</source>
        <translation>Attune Watch %1</translation>
    </message>
    <message>
        <source>A desktop monitor for the enforcements of an Attune server.</source>
        <translation>Ein Desktop-Monitor für die Enforcements eines Attune-Servers.</translation>
    </message>
    <message>
        <source>© 2026 The Attune Watch authors. Apache License 2.0.</source>
        <translation>© 2026 Die Autoren von Attune Watch. Apache-Lizenz 2.0.</translation>
    </message>
    <message>
        <source>It uses these libraries, under licences of their own:</source>
        <translation>Es verwendet diese Bibliotheken, unter ihren eigenen Lizenzen:</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the versions, for a bug report</source>
        <translation>Kopiert die Versionen, für eine Fehlermeldung</translation>
    </message>
</context>
<context>
    <name>attune::widgets::ActivityChart</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1 je %2</translation>
    </message>
</context>
<context>
    <name>attune::widgets::ActivityStrip</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Enforcements created over time, by status. Drag to show one range alone; Escape shows all again.</source>
        <translation>Erstellte Enforcements im Lauf der Zeit, nach Status. Ziehen zeigt nur einen Zeitraum, Esc wieder alles.</translation>
    </message>
</context>
<context>
    <name>attune::widgets::ActivityWords</name>
    <message>
        <source>created</source>
        <translation>created</translation>
    </message>
    <message>
        <source>processed</source>
        <translation>processed</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>disabled</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>took p50 %1, p95 %2</source>
        <translation>Dauer p50 %1, p95 %2</translation>
    </message>
</context>
<context>
    <name>attune::widgets::CellMenu</name>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Only &amp;this value</source>
        <translation>Nur &amp;diesen Wert</translation>
    </message>
    <message>
        <source>&amp;Exclude this value</source>
        <translation>Diesen Wert &amp;ausschließen</translation>
    </message>
    <message>
        <source>Copy &amp;value</source>
        <translation>&amp;Wert kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;row</source>
        <translation>&amp;Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Copy as c&amp;URL</source>
        <translation>Als c&amp;URL kopieren</translation>
    </message>
    <message>
        <source>Only &amp;those without a value</source>
        <translation>Nur &amp;die ohne Wert</translation>
    </message>
    <message>
        <source>&amp;Exclude those without a value</source>
        <translation>Die ohne Wert &amp;ausschließen</translation>
    </message>
</context>
<context>
    <name>attune::widgets::ColumnKeys</name>
    <message>
        <source>Move column &amp;left</source>
        <translation>Spalte nach &amp;links</translation>
    </message>
    <message>
        <source>Move column ri&amp;ght</source>
        <translation>Spalte nach &amp;rechts</translation>
    </message>
    <message>
        <source>&amp;Narrow column</source>
        <translation>Spalte s&amp;chmaler</translation>
    </message>
    <message>
        <source>&amp;Widen column</source>
        <translation>Spalte br&amp;eiter</translation>
    </message>
</context>
<context>
    <name>attune::widgets::ColumnMenu</name>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Fit all to contents</source>
        <translation>Alle an den &amp;Inhalt anpassen</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Sort by “%1”</source>
        <translation>Nach „%1“ &amp;sortieren</translation>
    </message>
    <message>
        <source>&amp;Then by “%1”</source>
        <translation>&amp;Dann nach „%1“</translation>
    </message>
</context>
<context>
    <name>attune::widgets::ConnectionFacts</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>State since</source>
        <translation>Zustand seit</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Letzte Nachricht</translation>
    </message>
    <message>
        <source>Complete since</source>
        <translation>Vollständig seit</translation>
    </message>
    <message>
        <source>Data as of</source>
        <translation>Stand der Daten</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Frames received</source>
        <translation>Empfangene Frames</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Anomalies</source>
        <translation>Auffälligkeiten</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>login at host</comment>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>%1, not encrypted</source>
        <translation>%1, unverschlüsselt</translation>
    </message>
    <message>
        <source>%1, %2 after it was sent</source>
        <comment>time, span</comment>
        <translation>%1, %2 nach dem Absenden</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>dem Anfang</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>%1, %2 about enforcements</source>
        <translation>%1, davon %2 über Enforcements</translation>
    </message>
    <message>
        <source>%1 malformed, %2 of unknown kind</source>
        <translation>%1 fehlerhaft, %2 von unbekannter Art</translation>
    </message>
    <message>
        <source>%1 in the last minute, %2 in all</source>
        <translation>%1 in der letzten Minute, %2 insgesamt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>gaps, reconnects</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found and repaired</source>
        <translation>
            <numerusform>%Ln gefunden und behoben</numerusform>
            <numerusform>%Ln gefunden und behoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reconnect(s)</source>
        <translation>
            <numerusform>%Ln neue Verbindung</numerusform>
            <numerusform>%Ln neue Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>broken streams, contradictions</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln broken stream(s)</source>
        <translation>
            <numerusform>%Ln Verbindung wider das Protokoll</numerusform>
            <numerusform>%Ln Verbindungen wider das Protokoll</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contradiction(s)</source>
        <translation>
            <numerusform>%Ln Widerspruch</numerusform>
            <numerusform>%Ln Widersprüche</numerusform>
        </translation>
    </message>
    <message>
        <source>Clock of the server</source>
        <translation>Uhr des Servers</translation>
    </message>
</context>
<context>
    <name>attune::widgets::ConnectionLists</name>
    <message>
        <source>Timeline of the connection</source>
        <translation>Zeitleiste der Verbindung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Frames and answers that were refused</source>
        <translation>Abgelehnte Frames und Antworten</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>attune::widgets::ConnectionPanel</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>&amp;Retry now</source>
        <translation>Jetzt neu &amp;verbinden</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>A&amp;bmelden</translation>
    </message>
    <message>
        <source>&amp;Diagnostics…</source>
        <translation>D&amp;iagnose…</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>An&amp;melden…</translation>
    </message>
</context>
<context>
    <name>attune::widgets::DelayHistogram</name>
    <message>
        <source>Delays of the event loop in milliseconds</source>
        <translation>Verzögerungen der Ereignisschleife in Millisekunden</translation>
    </message>
    <message>
        <source>%1 ms: %2</source>
        <comment>bound, count</comment>
        <translation>%1 ms: %2</translation>
    </message>
</context>
<context>
    <name>attune::widgets::DetailActions</name>
    <message>
        <source>&amp;Enforcement</source>
        <translation>&amp;Enforcement</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>&amp;Neu laden</translation>
    </message>
    <message>
        <source>Copy &amp;ID</source>
        <translation>&amp;ID kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Copy as c&amp;URL</source>
        <translation>Als c&amp;URL kopieren</translation>
    </message>
    <message>
        <source>A command line that reads this enforcement; the token is left to $ATTUNE_TOKEN</source>
        <translation>Eine Befehlszeile, die dieses Enforcement liest; das Token bleibt $ATTUNE_TOKEN überlassen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open &amp;Rule</source>
        <translation>&amp;Regel öffnen</translation>
    </message>
    <message>
        <source>Open &amp;Trigger</source>
        <translation>&amp;Trigger öffnen</translation>
    </message>
    <message>
        <source>Open E&amp;vent</source>
        <translation>&amp;Ereignis öffnen</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>&amp;Regel</translation>
    </message>
    <message>
        <source>&amp;Enable Rule…</source>
        <translation>Regel &amp;einschalten…</translation>
    </message>
    <message>
        <source>&amp;Disable Rule…</source>
        <translation>Regel &amp;ausschalten…</translation>
    </message>
    <message>
        <source>E&amp;xecution</source>
        <translation>&amp;Ausführung</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Previous in Table</source>
        <translation>&amp;Voriges in der Tabelle</translation>
    </message>
    <message>
        <source>&amp;Next in Table</source>
        <translation>&amp;Nächstes in der Tabelle</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>attune::widgets::Diagnostics</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>State since</source>
        <translation>Zustand seit</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Letzte Nachricht</translation>
    </message>
    <message>
        <source>Delay of the last notification</source>
        <translation>Verzögerung der letzten Benachrichtigung</translation>
    </message>
    <message>
        <source>Data as of</source>
        <translation>Stand der Daten</translation>
    </message>
    <message>
        <source>Complete since</source>
        <translation>Vollständig seit</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>dem Anfang</translation>
    </message>
    <message>
        <source>Counted since the start</source>
        <translation>Seit dem Start gezählt</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>Notifications about enforcements</source>
        <translation>Benachrichtigungen über Enforcements</translation>
    </message>
    <message>
        <source>Notifications a second</source>
        <translation>Benachrichtigungen je Sekunde</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>Of unknown kind</source>
        <translation>Von unbekannter Art</translation>
    </message>
    <message>
        <source>Streams that broke the protocol</source>
        <translation>Verbindungen wider das Protokoll</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>Gaps found and repaired</source>
        <translation>Gefundene und behobene Lücken</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>Neue Verbindungen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Requests in the last minute</source>
        <translation>Anfragen in der letzten Minute</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Attune Watch, state of %1</source>
        <translation>Attune Watch, Zustand von %1</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>In memory</source>
        <translation>Im Speicher</translation>
    </message>
    <message>
        <source>Settings that were changed</source>
        <translation>Geänderte Einstellungen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Clock of the server</source>
        <translation>Uhr des Servers</translation>
    </message>
</context>
<context>
    <name>attune::widgets::DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>For a report about a problem. Passwords and tokens have been taken out, but the name of the server and of rules are in it: read it before you pass it on.</source>
        <translation>Für die Meldung eines Problems. Passwörter und Tokens sind entfernt, aber die Namen des Servers und von Regeln stehen darin: Lesen Sie den Text, bevor Sie ihn weitergeben.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>Diagnose speichern</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>In %1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>attune::widgets::DialogService</name>
    <message>
        <source>%1 exists already. Replace it?</source>
        <translation>%1 gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>What is in it will be lost.</source>
        <translation>Der Inhalt geht verloren.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>attune::widgets::EnforcementView</name>
    <message>
        <source>No enforcements yet.</source>
        <translation>Noch keine Enforcements.</translation>
    </message>
    <message>
        <source>Enforcements</source>
        <translation>Enforcements</translation>
    </message>
</context>
<context>
    <name>attune::widgets::EnforcementWindow</name>
    <message>
        <source>Parts of the enforcement</source>
        <translation>Teile des Enforcements</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>Ausführungen</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Rohdaten</translation>
    </message>
    <message>
        <source>Executions (%1)</source>
        <translation>Ausführungen (%1)</translation>
    </message>
    <message>
        <source>Reading enforcement #%1…</source>
        <translation>Enforcement #%1 wird gelesen…</translation>
    </message>
    <message>
        <source>#%1  %2</source>
        <comment>number, rule</comment>
        <translation>#%1  %2</translation>
    </message>
    <message>
        <source>enforcement #%1</source>
        <translation>Enforcement #%1</translation>
    </message>
    <message>
        <source>&amp;Sign in…</source>
        <translation>Anmel&amp;den…</translation>
    </message>
    <message>
        <source>The event carried no payload.</source>
        <translation>Das Ereignis hatte keine Nutzdaten.</translation>
    </message>
    <message>
        <source>The rule has no conditions: every event of its trigger matches.</source>
        <translation>Die Regel hat keine Bedingungen: Jedes Ereignis ihres Triggers passt.</translation>
    </message>
    <message>
        <source>The action gets no parameters.</source>
        <translation>Die Aktion erhält keine Parameter.</translation>
    </message>
    <message>
        <source>Enforcement #%1 has been deleted from the server. This is what was known of it.</source>
        <translation>Enforcement #%1 wurde auf dem Server gelöscht. Dies war davon bekannt.</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
</context>
<context>
    <name>attune::widgets::EnforcementWindows</name>
    <message>
        <source>There is no enforcement below this one in the table.</source>
        <translation>Unter diesem gibt es kein Enforcement in der Tabelle.</translation>
    </message>
    <message>
        <source>There is no enforcement above this one in the table.</source>
        <translation>Über diesem gibt es kein Enforcement in der Tabelle.</translation>
    </message>
</context>
<context>
    <name>attune::widgets::EventEdit</name>
    <message>
        <source>Not an event ID: a whole number is needed. The field is ignored.</source>
        <translation>Keine Ereignis-ID: Nötig ist eine ganze Zahl. Das Feld wird nicht beachtet.</translation>
    </message>
</context>
<context>
    <name>attune::widgets::EventPane</name>
    <message>
        <source>Payload of the event</source>
        <translation>Nutzdaten des Ereignisses</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Trace tag</source>
        <translation>Trace-Tag</translation>
    </message>
    <message>
        <source>There is no event, or it is hidden from you.</source>
        <translation>Es gibt kein Ereignis, oder es ist für Sie nicht sichtbar.</translation>
    </message>
    <message>
        <source>It is not known yet which event this was.</source>
        <translation>Welches Ereignis das war, ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Reading event #%1…</source>
        <translation>Ereignis #%1 wird gelesen…</translation>
    </message>
    <message>
        <source>The event carried no payload.</source>
        <translation>Das Ereignis hatte keine Nutzdaten.</translation>
    </message>
    <message>
        <source>event #%1</source>
        <translation>Ereignis #%1</translation>
    </message>
    <message>
        <source>Event #%1 has been purged. Events are kept for a time of their own, often shorter than that of enforcements.</source>
        <translation>Ereignis #%1 wurde aufgeräumt. Ereignisse werden für eine eigene Zeit behalten, oft kürzer als Enforcements.</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
</context>
<context>
    <name>attune::widgets::ExecutionsPane</name>
    <message>
        <source>Show &amp;Result</source>
        <translation>&amp;Ergebnis zeigen</translation>
    </message>
    <message>
        <source>&amp;Cancel Execution…</source>
        <translation>Ausführung a&amp;bbrechen…</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>Ausführungen</translation>
    </message>
    <message>
        <source>Result of the execution</source>
        <translation>Ergebnis der Ausführung</translation>
    </message>
    <message>
        <source>executions</source>
        <translation>Ausführungen</translation>
    </message>
    <message>
        <source>This enforcement started no execution.</source>
        <translation>Dieses Enforcement hat keine Ausführung gestartet.</translation>
    </message>
    <message>
        <source>Reading executions…</source>
        <translation>Ausführungen werden gelesen…</translation>
    </message>
    <message>
        <source>Result of execution #%1</source>
        <translation>Ergebnis von Ausführung #%1</translation>
    </message>
    <message>
        <source>Reading the result…</source>
        <translation>Das Ergebnis wird gelesen…</translation>
    </message>
    <message>
        <source>The execution left no result.</source>
        <translation>Die Ausführung hat kein Ergebnis hinterlassen.</translation>
    </message>
    <message>
        <source>There is no result yet.</source>
        <translation>Es gibt noch kein Ergebnis.</translation>
    </message>
    <message>
        <source>execution #%1</source>
        <translation>Ausführung #%1</translation>
    </message>
    <message>
        <source>Cancel execution</source>
        <translation>Ausführung abbrechen</translation>
    </message>
    <message>
        <source>Cancel execution #%1 of %2?</source>
        <translation>Ausführung #%1 von %2 abbrechen?</translation>
    </message>
    <message>
        <source>A running action is interrupted. The children of a workflow are cancelled with it.</source>
        <translation>Eine laufende Aktion wird unterbrochen. Die Kinder eines Workflows werden mit ihm abgebrochen.</translation>
    </message>
    <message>
        <source>Cancelling execution #%1…</source>
        <translation>Ausführung #%1 wird abgebrochen…</translation>
    </message>
    <message>
        <source>cancel execution #%1</source>
        <translation>Ausführung #%1 abbrechen</translation>
    </message>
    <message>
        <source>Execution #%1 is cancelled.</source>
        <translation>Ausführung #%1 ist abgebrochen.</translation>
    </message>
    <message>
        <source>Execution #%1 is being cancelled; it ends when its worker lets go.</source>
        <translation>Ausführung #%1 wird abgebrochen; sie endet, wenn ihr Worker loslässt.</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
</context>
<context>
    <name>attune::widgets::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, für Tabellenprogramme</translation>
    </message>
    <message>
        <source>JSON, one array</source>
        <translation>JSON, eine Liste</translation>
    </message>
    <message>
        <source>JSON Lines, one object a line</source>
        <translation>JSON Lines, ein Objekt je Zeile</translation>
    </message>
    <message>
        <source>PDF, as the table looks</source>
        <translation>PDF, wie die Tabelle aussieht</translation>
    </message>
    <message>
        <source>Printer, as the table looks</source>
        <translation>Drucker, wie die Tabelle aussieht</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message numerus="yes">
        <source>&amp;All %Ln shown</source>
        <translation>
            <numerusform>&amp;Alle %Ln gezeigten</numerusform>
            <numerusform>&amp;Alle %Ln gezeigten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln &amp;selected</source>
        <translation>
            <numerusform>Die %Ln aus&amp;gewählte</numerusform>
            <numerusform>Die %Ln aus&amp;gewählten</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Every field as the server sent it, times in UTC. Each row as it is when it is read.</source>
        <translation>Jedes Feld, wie es der Server gesendet hat, Zeiten in UTC. Jede Zeile so, wie sie beim Lesen ist.</translation>
    </message>
    <message>
        <source>The columns that are visible, in their order.</source>
        <translation>Die sichtbaren Spalten in ihrer Reihenfolge.</translation>
    </message>
    <message>
        <source>The columns that are visible, in their order. Only the first %L1 rows: choose another format for all of them.</source>
        <translation>Die sichtbaren Spalten in ihrer Reihenfolge. Nur die ersten %L1 Zeilen: Wählen Sie ein anderes Format für alle.</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Wird gedruckt…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben…</translation>
    </message>
    <message>
        <source>Enforcements</source>
        <translation>Enforcements</translation>
    </message>
    <message>
        <source>Enforcements of %1</source>
        <comment>server</comment>
        <translation>Enforcements von %1</translation>
    </message>
    <message>
        <source>The first %L1 of %L2 rows</source>
        <translation>Die ersten %L1 von %L2 Zeilen</translation>
    </message>
</context>
<context>
    <name>attune::widgets::ExportWords</name>
    <message>
        <source>created in the last %1</source>
        <translation>erstellt in den letzten %1</translation>
    </message>
    <message>
        <source>created from %1</source>
        <translation>erstellt ab %1</translation>
    </message>
    <message>
        <source>created before %1</source>
        <translation>erstellt vor %1</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>Regel: %1</translation>
    </message>
    <message>
        <source>Trigger: %1</source>
        <translation>Trigger: %1</translation>
    </message>
    <message>
        <source>Event: %1</source>
        <translation>Ereignis: %1</translation>
    </message>
    <message>
        <source>Trace tag: %1</source>
        <translation>Trace-Tag: %1</translation>
    </message>
    <message>
        <source>Expression: %1</source>
        <translation>Ausdruck: %1</translation>
    </message>
    <message>
        <source>All enforcements that are loaded</source>
        <translation>Alle geladenen Enforcements</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Abgebrochen. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Printed. Rows: %1.</source>
        <translation>Gedruckt. Zeilen: %1.</translation>
    </message>
    <message>
        <source>Written to %1. Rows: %2.</source>
        <translation>In %1 geschrieben. Zeilen: %2.</translation>
    </message>
    <message>
        <source>Rows that had left the table before they were read: %1.</source>
        <translation>Zeilen, die die Tabelle verlassen hatten, bevor sie gelesen wurden: %1.</translation>
    </message>
</context>
<context>
    <name>attune::widgets::ExpressionLine</name>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Comparisons of id, event, rule, rule_id, trigger, pack, status, condition, created, resolved, received, took, age and tag, joined by and, or, not; “is missing” asks for what is not known</source>
        <translation>Vergleiche von id, event, rule, rule_id, trigger, pack, status, condition, created, resolved, received, took, age und tag, verbunden durch and, or, not; „is missing“ fragt nach dem, was nicht bekannt ist</translation>
    </message>
</context>
<context>
    <name>attune::widgets::FieldButtons</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>attune::widgets::FilterBar</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Part of the name; * and ? for patterns, = for an exact name, - to exclude</source>
        <translation>Teil des Namens; * und ? als Muster, = für den genauen Namen, - zum Ausschließen</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Event ID</source>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <source>Trace tag</source>
        <translation>Trace-Tag</translation>
    </message>
    <message>
        <source>The whole tag, letter by letter</source>
        <translation>Das ganze Tag, Buchstabe für Buchstabe</translation>
    </message>
    <message>
        <source>Filter by an expression (%1)</source>
        <translation>Nach einem Ausdruck filtern (%1)</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Time window</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter löschen</translation>
    </message>
</context>
<context>
    <name>attune::widgets::InfoWindow</name>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>eingeschaltet</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Trigger %1</source>
        <translation>Trigger %1</translation>
    </message>
    <message>
        <source>trigger %1</source>
        <translation>Trigger %1</translation>
    </message>
    <message>
        <source>Event %1</source>
        <translation>Ereignis %1</translation>
    </message>
    <message>
        <source>event %1</source>
        <translation>Ereignis %1</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Trace tag</source>
        <translation>Trace-Tag</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
</context>
<context>
    <name>attune::widgets::JsonPane</name>
    <message>
        <source>Copy &amp;Value</source>
        <translation>&amp;Wert kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>Search keys and values</source>
        <translation>Schlüssel und Werte durchsuchen</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>attune::widgets::LiveIndicator</name>
    <message>
        <source>Live Updates delayed</source>
        <translation>Live-Aktualisierung verzögert</translation>
    </message>
</context>
<context>
    <name>attune::widgets::MainActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Connect to a Server…</source>
        <translation>&amp;Mit einem Server verbinden…</translation>
    </message>
    <message>
        <source>Try the Built-in &amp;Demo</source>
        <translation>&amp;Eingebaute Demo ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>D&amp;rucken…</translation>
    </message>
    <message>
        <source>Sign &amp;Out</source>
        <translation>&amp;Abmelden</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Freeze the table; nothing is lost</source>
        <translation>Hält die Tabelle an; nichts geht verloren</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Enforcement</source>
        <translation>&amp;Enforcement</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Copy &amp;ID</source>
        <translation>&amp;ID kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Rows</source>
        <translation>&amp;Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Copy as c&amp;URL</source>
        <translation>Als c&amp;URL kopieren</translation>
    </message>
    <message>
        <source>A command line that reads the enforcement; the token is left to $ATTUNE_TOKEN</source>
        <translation>Eine Befehlszeile, die das Enforcement liest; das Token bleibt $ATTUNE_TOKEN überlassen</translation>
    </message>
    <message>
        <source>Read &amp;Newest Again</source>
        <translation>&amp;Neueste noch einmal lesen</translation>
    </message>
    <message>
        <source>Retry &amp;Connection Now</source>
        <translation>Jetzt neu &amp;verbinden</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Newest</source>
        <translation>&amp;Neueste</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tabelle</translation>
    </message>
    <message>
        <source>&amp;Filter by Rule</source>
        <translation>Nach &amp;Regel filtern</translation>
    </message>
    <message>
        <source>Filter by &amp;Expression</source>
        <translation>Nach &amp;Ausdruck filtern</translation>
    </message>
    <message>
        <source>&amp;Clear All Filters</source>
        <translation>Alle &amp;Filter löschen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Copy &amp;Diagnostics…</source>
        <translation>&amp;Diagnose kopieren…</translation>
    </message>
    <message>
        <source>&amp;About Attune Watch</source>
        <translation>Ü&amp;ber Attune Watch</translation>
    </message>
</context>
<context>
    <name>attune::widgets::MainWindow</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>Ver&amp;bindung</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>The first %L1 of %L2 selected rows were copied. File, Export writes all of them to a file.</source>
        <translation>Die ersten %L1 von %L2 ausgewählten Zeilen wurden kopiert. „Datei, Exportieren“ schreibt alle in eine Datei.</translation>
    </message>
    <message>
        <source>Attune Watch</source>
        <translation>Attune Watch</translation>
    </message>
    <message>
        <source>%1 — Attune Watch</source>
        <comment>profile</comment>
        <translation>%1 — Attune Watch</translation>
    </message>
</context>
<context>
    <name>attune::widgets::ManageViewsDialog</name>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Set to &amp;Current</source>
        <translation>Durch die &amp;jetzige ersetzen</translation>
    </message>
    <message>
        <source>Filter, columns, sort and density as they are now</source>
        <translation>Filter, Spalten, Sortierung und Dichte, wie sie jetzt sind</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>Nach u&amp;nten</translation>
    </message>
    <message>
        <source>D&amp;elete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>A view needs a name.</source>
        <translation>Eine Ansicht braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is a view “%1” already.</source>
        <translation>Es gibt schon eine Ansicht „%1“.</translation>
    </message>
    <message>
        <source>Delete view</source>
        <translation>Ansicht löschen</translation>
    </message>
    <message>
        <source>Delete the view “%1”?</source>
        <translation>Die Ansicht „%1“ löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>attune::widgets::NewRowsPill</name>
    <message>
        <source>Back to the newest rows (Home)</source>
        <translation>Zurück zu den neuesten Zeilen (Pos1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match</source>
        <translation>
            <numerusform>%Ln passt</numerusform>
            <numerusform>%Ln passen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>attune::widgets::NoticeBar</name>
    <message>
        <source>Put this message away</source>
        <translation>Diese Mitteilung ausblenden</translation>
    </message>
</context>
<context>
    <name>attune::widgets::OverviewPane</name>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>How the conditions of the rule combine, not whether they held</source>
        <translation>Wie die Bedingungen der Regel verknüpft sind, nicht, ob sie erfüllt waren</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Trace tag</source>
        <translation>Trace-Tag</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
</context>
<context>
    <name>attune::widgets::PageJob</name>
    <message>
        <source>All rows have left the table before they were read.</source>
        <translation>Alle Zeilen haben die Tabelle verlassen, bevor sie gelesen wurden.</translation>
    </message>
    <message>
        <source>The first page could not be begun.</source>
        <translation>Die erste Seite konnte nicht begonnen werden.</translation>
    </message>
    <message>
        <source>Page %1 could not be begun.</source>
        <translation>Seite %1 konnte nicht begonnen werden.</translation>
    </message>
</context>
<context>
    <name>attune::widgets::Paper</name>
    <message>
        <source>There is no such printer.</source>
        <translation>Diesen Drucker gibt es nicht.</translation>
    </message>
    <message>
        <source>The printer reported an error.</source>
        <translation>Der Drucker hat einen Fehler gemeldet.</translation>
    </message>
</context>
<context>
    <name>attune::widgets::PerformanceTab</name>
    <message>
        <source>%1 ms, 99 % within %2 ms, %3 ms at most</source>
        <comment>median, percentile, maximum</comment>
        <translation>%1 ms, 99 % innerhalb von %2 ms, höchstens %3 ms</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation>Übergaben</translation>
    </message>
    <message>
        <source>Received to painted</source>
        <translation>Vom Empfang bis zum Bild</translation>
    </message>
    <message>
        <source>Event loop delay</source>
        <translation>Verzögerung der Ereignisschleife</translation>
    </message>
    <message>
        <source>… in milliseconds</source>
        <translation>… in Millisekunden</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>%1 a second, %2 updates each, %3 at most</source>
        <translation>%1 je Sekunde, je %2 Aktualisierungen, höchstens %3</translation>
    </message>
    <message>
        <source>nothing new in sight</source>
        <translation>nichts Neues in Sicht</translation>
    </message>
    <message>
        <source>%1 kept, %2 shown</source>
        <translation>%1 behalten, %2 gezeigt</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 % of one core</source>
        <translation>%1 % eines Kerns</translation>
    </message>
</context>
<context>
    <name>attune::widgets::ProfileDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>&amp;Server address</source>
        <translation>&amp;Serveradresse</translation>
    </message>
    <message>
        <source>https://attune.example.com</source>
        <translation>https://attune.example.com</translation>
    </message>
    <message>
        <source>Base URL of the Attune API or of the web interface</source>
        <translation>Basisadresse der Attune-API oder der Weboberfläche</translation>
    </message>
    <message>
        <source>Anyone on the way can read the password and the data</source>
        <translation>Jeder auf dem Weg kann das Passwort und die Daten lesen</translation>
    </message>
    <message>
        <source>Sign in &amp;with</source>
        <translation>Anmelden m&amp;it</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>&amp;Login</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Used to sign in; a password is never stored</source>
        <translation>Dient zum Anmelden; ein Passwort wird nie gespeichert</translation>
    </message>
    <message>
        <source>&amp;Keep me signed in</source>
        <translation>Angemeldet &amp;bleiben</translation>
    </message>
    <message>
        <source>Profile &amp;name</source>
        <translation>Profil&amp;name</translation>
    </message>
    <message>
        <source>What this server is called in the window title and in the list of saved profiles</source>
        <translation>So heißt dieser Server im Fenstertitel und in der Liste der gespeicherten Profile</translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>&amp;Erweitert</translation>
    </message>
    <message>
        <source>N&amp;otifier address</source>
        <translation>Adresse des No&amp;tifiers</translation>
    </message>
    <message>
        <source>Only when the notifier is not reached through the server address</source>
        <translation>Nur, wenn der Notifier nicht über die Serveradresse erreichbar ist</translation>
    </message>
    <message>
        <source>&amp;CA file</source>
        <translation>&amp;CA-Datei</translation>
    </message>
    <message>
        <source>Certificate authorities to trust, a PEM file; whom revocation lists in it name is refused</source>
        <translation>Zertifizierungsstellen, denen vertraut wird, eine PEM-Datei; wen Sperrlisten darin nennen, der wird abgelehnt</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Trust only these authorities</source>
        <translation>N&amp;ur diesen Stellen vertrauen</translation>
    </message>
    <message>
        <source>Certificates from the authorities of the system are refused</source>
        <translation>Zertifikate der Zertifizierungsstellen des Systems werden abgelehnt</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>Pro&amp;xy</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Wie im System eingestellt</translation>
    </message>
    <message>
        <source>proxy.example.com:3128, socks5://host:1080, or direct for none</source>
        <translation>proxy.example.com:3128, socks5://host:1080 oder direct für keinen</translation>
    </message>
    <message>
        <source>Proxy lo&amp;gin</source>
        <translation>Proxy-Lo&amp;gin</translation>
    </message>
    <message>
        <source>Only if the proxy asks for one</source>
        <translation>Nur, wenn der Proxy eines verlangt</translation>
    </message>
    <message>
        <source>Proxy passwo&amp;rd</source>
        <translation>Proxy-Pass&amp;wort</translation>
    </message>
    <message>
        <source>Rests in the keychain of this desktop if you stay signed in, else it is kept until the program ends</source>
        <translation>Liegt im Schlüsselbund dieses Desktops, wenn Sie angemeldet bleiben, sonst bis zum Ende des Programms im Speicher</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung läuft</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>LDAP</source>
        <translation>LDAP</translation>
    </message>
    <message>
        <source>Integration token</source>
        <translation>Integrations-Token</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>Derived from the server address</source>
        <translation>Aus der Serveradresse abgeleitet</translation>
    </message>
    <message>
        <source>Keeps the token in the keychain of this desktop</source>
        <translation>Behält das Token im Schlüsselbund dieses Desktops</translation>
    </message>
    <message>
        <source>Keeps the sign-in, never the password, in the keychain of this desktop</source>
        <translation>Behält die Anmeldung, nie das Passwort, im Schlüsselbund dieses Desktops</translation>
    </message>
    <message>
        <source>As last time</source>
        <translation>Wie beim letzten Mal</translation>
    </message>
    <message>
        <source>Certificate authorities</source>
        <translation>Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Enter the integration token.</source>
        <translation>Geben Sie das Integrations-Token ein.</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation>Geben Sie das Passwort ein.</translation>
    </message>
    <message>
        <source>Connect without encr&amp;yption</source>
        <translation>&amp;Ohne Verschlüsselung verbinden</translation>
    </message>
    <message>
        <source>Those of the system</source>
        <translation>Die des Systems</translation>
    </message>
    <message>
        <source>S&amp;ign in</source>
        <translation>An&amp;melden</translation>
    </message>
    <message>
        <source>Tok&amp;en</source>
        <translation>To&amp;ken</translation>
    </message>
    <message>
        <source>Certificates of the CA file</source>
        <translation>Zertifikate der CA-Datei</translation>
    </message>
</context>
<context>
    <name>attune::widgets::RangePopup</name>
    <message>
        <source>Created &amp;from</source>
        <translation>Erstellt &amp;ab</translation>
    </message>
    <message>
        <source>Created &amp;before</source>
        <translation>Erstellt &amp;vor</translation>
    </message>
    <message>
        <source>&amp;Show this range</source>
        <translation>Diesen Zeitraum &amp;zeigen</translation>
    </message>
</context>
<context>
    <name>attune::widgets::RawPane</name>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>JSON as the server wrote it</source>
        <translation>JSON, wie es der Server geschrieben hat</translation>
    </message>
    <message>
        <source>Nothing was read from the server yet.</source>
        <translation>Vom Server wurde noch nichts gelesen.</translation>
    </message>
    <message>
        <source>Shown in part: all of it has %1. Save it to read the rest.</source>
        <translation>Nur ein Teil wird gezeigt: Das Ganze hat %1. Speichern Sie es, um den Rest zu lesen.</translation>
    </message>
    <message>
        <source>Save JSON</source>
        <translation>JSON speichern</translation>
    </message>
</context>
<context>
    <name>attune::widgets::RuleCommands</name>
    <message>
        <source>Enable rule</source>
        <translation>Regel einschalten</translation>
    </message>
    <message>
        <source>Disable rule</source>
        <translation>Regel ausschalten</translation>
    </message>
    <message>
        <source>Enable the rule %1?</source>
        <translation>Die Regel %1 einschalten?</translation>
    </message>
    <message>
        <source>Disable the rule %1?</source>
        <translation>Die Regel %1 ausschalten?</translation>
    </message>
    <message>
        <source>From then on its events start actions again, for everybody.</source>
        <translation>Von da an starten ihre Ereignisse wieder Aktionen, für alle.</translation>
    </message>
    <message>
        <source>It stops matching events, for everybody. Enforcements that the server has not processed yet become disabled.</source>
        <translation>Sie wird von keinem Ereignis mehr ausgelöst, für alle. Enforcements, die der Server noch nicht verarbeitet hat, werden „disabled“.</translation>
    </message>
    <message>
        <source>Enabling rule %1…</source>
        <translation>Regel %1 wird eingeschaltet…</translation>
    </message>
    <message>
        <source>Disabling rule %1…</source>
        <translation>Regel %1 wird ausgeschaltet…</translation>
    </message>
    <message>
        <source>enable rule %1</source>
        <translation>Regel %1 einschalten</translation>
    </message>
    <message>
        <source>disable rule %1</source>
        <translation>Regel %1 ausschalten</translation>
    </message>
    <message>
        <source>Rule %1 is enabled.</source>
        <translation>Regel %1 ist eingeschaltet.</translation>
    </message>
    <message>
        <source>Rule %1 is disabled.</source>
        <translation>Regel %1 ist ausgeschaltet.</translation>
    </message>
</context>
<context>
    <name>attune::widgets::SavedViewList</name>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>There are %1 views already; delete one before you save another.</source>
        <translation>Es gibt schon %1 Ansichten; löschen Sie eine, bevor Sie eine weitere speichern.</translation>
    </message>
    <message>
        <source>Import views</source>
        <translation>Ansichten importieren</translation>
    </message>
    <message>
        <source>There is room for %1 views; the others were left out.</source>
        <translation>Für %1 Ansichten ist Platz; die übrigen wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Export views</source>
        <translation>Ansichten exportieren</translation>
    </message>
    <message>
        <source>What is changed lasts until the program ends.</source>
        <translation>Was geändert wird, gilt, bis das Programm endet.</translation>
    </message>
</context>
<context>
    <name>attune::widgets::SearchWords</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln gefunden</numerusform>
            <numerusform>%Ln gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching all enforcements on the server</source>
        <translation>Alle Enforcements auf dem Server werden durchsucht</translation>
    </message>
    <message>
        <source>Searching the server for %1</source>
        <translation>Suche auf dem Server nach %1</translation>
    </message>
    <message>
        <source>%1: back to %2, %3</source>
        <comment>what is searched; time; so many found</comment>
        <translation>%1: zurück bis %2, %3</translation>
    </message>
    <message>
        <source>Searched back to %1: %2.</source>
        <translation>Zurück bis %1 gesucht: %2.</translation>
    </message>
    <message>
        <source>Search stopped at %1: %2.</source>
        <translation>Suche bei %1 angehalten: %2.</translation>
    </message>
    <message>
        <source>The search ended at %1: %2. %3</source>
        <translation>Die Suche endete bei %1: %2. %3</translation>
    </message>
    <message>
        <source>Searched back to where the filter begins: %1.</source>
        <translation>Zurück bis zum Beginn des Filters gesucht: %1.</translation>
    </message>
    <message>
        <source>Searched back to the oldest enforcement of the server: %1.</source>
        <translation>Zurück bis zum ältesten Enforcement des Servers gesucht: %1.</translation>
    </message>
    <message>
        <source>Searched back to %1: %2. The table holds no more rows.</source>
        <translation>Zurück bis %1 gesucht: %2. Mehr Zeilen fasst die Tabelle nicht.</translation>
    </message>
    <message>
        <source>Enforcements from before %1 are not loaded.</source>
        <translation>Enforcements von vor %1 sind nicht geladen.</translation>
    </message>
    <message>
        <source>Search older on server</source>
        <translation>Ältere auf dem Server suchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Some may be missing: the list of the server was not in order.</source>
        <translation>Einige fehlen vielleicht: Die Liste des Servers war nicht geordnet.</translation>
    </message>
    <message>
        <source>Search further</source>
        <translation>Weiter suchen</translation>
    </message>
</context>
<context>
    <name>attune::widgets::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Weitere</translation>
    </message>
</context>
<context>
    <name>attune::widgets::SignInFlow</name>
    <message>
        <source>Signing in to %1…</source>
        <translation>Anmeldung bei %1 läuft…</translation>
    </message>
    <message>
        <source>Signing in to %1 again in %2.</source>
        <translation>Nächster Versuch der Anmeldung bei %1 in %2.</translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation>Profil speichern</translation>
    </message>
    <message>
        <source>Remove profile</source>
        <translation>Profil entfernen</translation>
    </message>
    <message>
        <source>Remove the profile %1 from this machine?</source>
        <translation>Das Profil %1 von diesem Rechner entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>attune::widgets::SortMenu</name>
    <message>
        <source>&amp;Newest First</source>
        <translation>&amp;Neueste zuerst</translation>
    </message>
    <message>
        <source>&amp;Then By</source>
        <translation>&amp;Dann nach</translation>
    </message>
    <message>
        <source>&amp;Ascending</source>
        <translation>&amp;Aufsteigend</translation>
    </message>
    <message>
        <source>&amp;Descending</source>
        <translation>A&amp;bsteigend</translation>
    </message>
    <message>
        <source>%1 (%2, ascending)</source>
        <translation>%1 (%2, aufsteigend)</translation>
    </message>
    <message>
        <source>%1 (%2, descending)</source>
        <translation>%1 (%2, absteigend)</translation>
    </message>
    <message>
        <source>Sort &amp;By</source>
        <translation>S&amp;ortieren nach</translation>
    </message>
</context>
<context>
    <name>attune::widgets::StatusBar</name>
    <message>
        <source>Server and user</source>
        <translation>Server und Benutzer</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rate and latency</source>
        <translation>Rate und Verzögerung</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>unverschlüsselt</translation>
    </message>
    <message>
        <source>sign-in not kept</source>
        <translation>Anmeldung nicht behalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume: show everything that was held back (Space)</source>
        <translation>Fortsetzen: alles Zurückgehaltene zeigen (Leertaste)</translation>
    </message>
    <message>
        <source>Pause the view; updates are still received (Space)</source>
        <translation>Die Ansicht anhalten; Aktualisierungen werden weiter empfangen (Leertaste)</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Updates per second, and the time from their arrival to the screen</source>
        <translation>Aktualisierungen je Sekunde und die Zeit von ihrem Eintreffen bis auf den Bildschirm</translation>
    </message>
    <message>
        <source>Updates per second</source>
        <translation>Aktualisierungen je Sekunde</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 gezeigt</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>complete since %1</source>
        <translation>vollständig seit %1</translation>
    </message>
</context>
<context>
    <name>attune::widgets::StatusPicker</name>
    <message>
        <source>Show only these statuses</source>
        <translation>Nur diese Status zeigen</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message numerus="yes">
        <source>Status: %n chosen</source>
        <translation>
            <numerusform>Status: %n gewählt</numerusform>
            <numerusform>Status: %n gewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>attune::widgets::StatusPopup</name>
    <message>
        <source>Statuses to show</source>
        <translation>Zu zeigende Status</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>&amp;Only this</source>
        <translation>&amp;Nur diesen</translation>
    </message>
</context>
<context>
    <name>attune::widgets::StatusTally</name>
    <message>
        <source>Rows per status</source>
        <translation>Zeilen je Status</translation>
    </message>
    <message>
        <source>Rows per status under the other filters; a click shows only that one</source>
        <translation>Zeilen je Status unter den übrigen Filtern; ein Klick zeigt nur diesen</translation>
    </message>
</context>
<context>
    <name>attune::widgets::TablePages</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Attune Watch</source>
        <translation>Attune Watch</translation>
    </message>
</context>
<context>
    <name>attune::widgets::ViewSettings</name>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Like the &amp;System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>T&amp;imes</source>
        <translation>&amp;Zeiten</translation>
    </message>
    <message>
        <source>&amp;Local</source>
        <translation>&amp;Lokal</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>&amp;UTC</translation>
    </message>
    <message>
        <source>&amp;Relative</source>
        <translation>&amp;Relativ</translation>
    </message>
    <message>
        <source>&amp;Density</source>
        <translation>&amp;Dichte</translation>
    </message>
    <message>
        <source>&amp;Comfortable</source>
        <translation>&amp;Bequem</translation>
    </message>
    <message>
        <source>Com&amp;pact</source>
        <translation>&amp;Kompakt</translation>
    </message>
    <message>
        <source>&amp;Reduced Motion</source>
        <translation>&amp;Weniger Bewegung</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>&amp;Aktivität</translation>
    </message>
    <message>
        <source>The Newest %L1</source>
        <translation>Die neuesten %L1</translation>
    </message>
    <message>
        <source>&amp;Kept Complete</source>
        <translation>Vollständig &amp;gehalten</translation>
    </message>
</context>
<context>
    <name>attune::widgets::ViewsMenu</name>
    <message>
        <source>&amp;Saved Views</source>
        <translation>Gespeicherte Ansich&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Save Current View…</source>
        <translation>Diese Ansicht &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Manage Views…</source>
        <translation>Ansichten &amp;verwalten…</translation>
    </message>
    <message>
        <source>&amp;Import Views…</source>
        <translation>Ansichten &amp;importieren…</translation>
    </message>
    <message>
        <source>Import views</source>
        <translation>Ansichten importieren</translation>
    </message>
    <message>
        <source>Views (*.json);;All files (*)</source>
        <translation>Ansichten (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;Export Views…</source>
        <translation>Ansichten &amp;exportieren…</translation>
    </message>
    <message>
        <source>Export views</source>
        <translation>Ansichten exportieren</translation>
    </message>
    <message>
        <source>&amp;Update “%1”</source>
        <translation>„%1“ &amp;aktualisieren</translation>
    </message>
    <message>
        <source>Save current view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>Filter, columns, sort and density under the name:</source>
        <translation>Filter, Spalten, Sortierung und Dichte unter dem Namen:</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>There is a view “%1” already.</source>
        <translation>Es gibt schon eine Ansicht „%1“.</translation>
    </message>
    <message>
        <source>Shall it be what is seen now?</source>
        <translation>Soll sie zu dem werden, was jetzt zu sehen ist?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>attune::widgets::WelcomePage</name>
    <message>
        <source>Attune Watch</source>
        <translation>Attune Watch</translation>
    </message>
    <message>
        <source>Try the &amp;built-in demo</source>
        <translation>Eingebaute Demo aus&amp;probieren</translation>
    </message>
    <message>
        <source>A small Attune server on this machine, with a lively stream</source>
        <translation>Ein kleiner Attune-Server auf diesem Rechner, mit lebhaftem Strom</translation>
    </message>
    <message>
        <source>&amp;Connect to a server</source>
        <translation>&amp;Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>With a password, LDAP or an integration token</source>
        <translation>Mit Passwort, LDAP oder Integrations-Token</translation>
    </message>
    <message>
        <source>Saved &amp;profiles</source>
        <translation>Gespeicherte Pr&amp;ofile</translation>
    </message>
    <message>
        <source>Saved profiles</source>
        <translation>Gespeicherte Profile</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>A&amp;nmelden</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>En&amp;tfernen…</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>login at server</comment>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>profile name, login at server</comment>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>attune::widgets::WindowPicker</name>
    <message numerus="yes">
        <source>Last %n h</source>
        <translation>
            <numerusform>Letzte %n h</numerusform>
            <numerusform>Letzte %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n min</source>
        <translation>
            <numerusform>Letzte %n min</numerusform>
            <numerusform>Letzte %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>Letzte %1</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Ab %1</translation>
    </message>
    <message>
        <source>Before %1</source>
        <translation>Vor %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>When the enforcements were created</source>
        <translation>Wann die Enforcements erstellt wurden</translation>
    </message>
    <message>
        <source>All times</source>
        <translation>Alle Zeiten</translation>
    </message>
    <message>
        <source>Custom range…</source>
        <translation>Eigener Zeitraum…</translation>
    </message>
</context>
</TS>

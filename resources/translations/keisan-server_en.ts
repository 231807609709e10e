<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>LogText</name>
    <message numerus="yes">
        <source>… and %Ln like it</source>
        <translation>
            <numerusform>… and %Ln like it</numerusform>
            <numerusform>… and %Ln like it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaveLog</name>
    <message numerus="yes">
        <source>Saved %Ln line(s) to %1</source>
        <translation>
            <numerusform>Saved %Ln line to %1</numerusform>
            <numerusform>Saved %Ln lines to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save the %Ln line(s) that are shown</source>
        <translation>
            <numerusform>Save the %Ln line that is shown</numerusform>
            <numerusform>Save the %Ln lines that are shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save all %Ln line(s) of the log</source>
        <translation>
            <numerusform>Save the only line of the log</numerusform>
            <numerusform>Save all %Ln lines of the log</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keisan::server::ClientsModel</name>
    <message numerus="yes">
        <source>waits for %Ln client(s)</source>
        <translation>
            <numerusform>waits for %Ln client</numerusform>
            <numerusform>waits for %Ln clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keisan::server::ClientsPane</name>
    <message numerus="yes">
        <source>Disconnect %Ln client(s)?</source>
        <translation>
            <numerusform>Disconnect %Ln client?</numerusform>
            <numerusform>Disconnect %Ln clients?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keisan::server::DetailsPane</name>
    <message numerus="yes">
        <source>%Ln more like it came too fast to be shown one by one</source>
        <translation>
            <numerusform>%Ln more like it came too fast to be shown</numerusform>
            <numerusform>%Ln more like it came too fast to be shown one by one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln digit(s)):</source>
        <translation>
            <numerusform>%1 (%Ln digit):</numerusform>
            <numerusform>%1 (%Ln digits):</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln character(s)):</source>
        <translation>
            <numerusform>%1 (%Ln character):</numerusform>
            <numerusform>%1 (%Ln characters):</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln character(s), %2 bytes):</source>
        <translation>
            <numerusform>%1 (%Ln character, %2 bytes):</numerusform>
            <numerusform>%1 (%Ln characters, %2 bytes):</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keisan::server::ListeningBar</name>
    <message numerus="yes">
        <source>Stopping (%Ln answer(s) owed)</source>
        <translation>
            <numerusform>Stopping (%Ln answer owed)</numerusform>
            <numerusform>Stopping (%Ln answers owed)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keisan::server::LogPane</name>
    <message numerus="yes">
        <source>Paused: %Ln new line(s) wait</source>
        <translation>
            <numerusform>Paused: %Ln new line waits</numerusform>
            <numerusform>Paused: %Ln new lines wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▼ %Ln new line(s) (End)</source>
        <translation>
            <numerusform>▼ %Ln new line (End)</numerusform>
            <numerusform>▼ %Ln new lines (End)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keisan::server::Notices</name>
    <message numerus="yes">
        <source>One client at a time: %Ln client(s) wait.</source>
        <translation>
            <numerusform>One client at a time: %Ln client waits.</numerusform>
            <numerusform>One client at a time: %Ln clients wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keisan::server::ServerWindow</name>
    <message numerus="yes">
        <source>%Ln client(s) are connected. Quit?</source>
        <translation>
            <numerusform>%Ln client is connected. Quit?</numerusform>
            <numerusform>%Ln clients are connected. Quit?</numerusform>
        </translation>
    </message>
</context>
</TS>

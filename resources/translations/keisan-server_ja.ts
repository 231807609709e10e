<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>ClientText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 時間</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
</context>
<context>
    <name>LimitTable</name>
    <message>
        <source>Clients connected at once.</source>
        <translation>同時に接続できるクライアントの数。</translation>
    </message>
    <message>
        <source>Processor time of one evaluation.</source>
        <translation>1 回の計算に使える CPU 時間。</translation>
    </message>
    <message>
        <source>Memory of one evaluation.</source>
        <translation>1 回の計算に使えるメモリ。</translation>
    </message>
    <message>
        <source>Size of any one value while computing.</source>
        <translation>計算途中の 1 つの値の大きさ。</translation>
    </message>
    <message>
        <source>Bits of an integer while computing.</source>
        <translation>計算途中の整数のビット数。</translation>
    </message>
    <message>
        <source>Digits of an integer that is printed or read.</source>
        <translation>表示または読み取りできる整数の桁数。</translation>
    </message>
    <message>
        <source>Brackets within brackets.</source>
        <translation>括弧の入れ子の深さ。</translation>
    </message>
    <message>
        <source>Calls within calls.</source>
        <translation>呼び出しの入れ子の深さ。</translation>
    </message>
    <message>
        <source>Memory of a client&apos;s names and answers.</source>
        <translation>クライアント 1 つの名前と答えに使えるメモリ。</translation>
    </message>
    <message>
        <source>Names of a client.</source>
        <translation>クライアント 1 つが持てる名前の数。</translation>
    </message>
    <message>
        <source>What a client&apos;s evaluations may cost in all; 0 for no limit.</source>
        <translation>クライアント 1 つの計算コストの合計。0 なら無制限。</translation>
    </message>
    <message>
        <source>Length of a request.</source>
        <translation>要求の長さ。</translation>
    </message>
    <message>
        <source>Length of a reply.</source>
        <translation>応答の長さ。</translation>
    </message>
    <message>
        <source>Requests of a client that are kept before it must wait.</source>
        <translation>クライアントを待たせる前に保持する要求の量。</translation>
    </message>
    <message>
        <source>Replies that a client has not read before it must wait.</source>
        <translation>クライアントを待たせる前に保持する未読の応答の量。</translation>
    </message>
    <message>
        <source>not a number from %1 to %2: %3</source>
        <translation>%1 から %2 までの数ではありません: %3</translation>
    </message>
    <message>
        <source>Memory for all clients together: evaluations, names, answers, lines.</source>
        <translation>すべてのクライアントの計算、名前、答え、行を合わせたメモリ。</translation>
    </message>
</context>
<context>
    <name>LogEntry</name>
    <message>
        <source>Listening</source>
        <translation>待ち受け開始</translation>
    </message>
    <message>
        <source>Cannot listen</source>
        <translation>待ち受け不可</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Evaluated</source>
        <translation>計算</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Closed by client</source>
        <translation>クライアントが終了</translation>
    </message>
    <message>
        <source>Closed (EOF)</source>
        <translation>終了 (EOF)</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>接続切れ</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation>終了処理</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>応対開始</translation>
    </message>
    <message>
        <source>Room for clients</source>
        <translation>接続可能数</translation>
    </message>
    <message>
        <source>Not logged</source>
        <translation>記録なし</translation>
    </message>
</context>
<context>
    <name>LogFilter</name>
    <message>
        <source>After client: comes a client&apos;s number, as in client:7</source>
        <translation>client: の後にはクライアントの番号を書きます (例: client:7)</translation>
    </message>
    <message>
        <source>After event: comes one of %1</source>
        <translation>event: の後には次のどれかを書きます: %1</translation>
    </message>
    <message>
        <source>After took&gt; or took&lt; comes a time, as in took&gt;100 (milliseconds) or took&gt;2s</source>
        <translation>took&gt; や took&lt; の後には時間を書きます (例: took&gt;100 (ミリ秒)、took&gt;2s)</translation>
    </message>
</context>
<context>
    <name>LogText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln like it</source>
        <translation>
            <numerusform>… ほか %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Clients before it: %1</source>
        <translation>先に待つクライアント: %1</translation>
    </message>
    <message>
        <source>Requests: %1</source>
        <translation>要求数: %1</translation>
    </message>
</context>
<context>
    <name>SaveLog</name>
    <message>
        <source>Table, CSV (*.csv)</source>
        <translation>表、CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>%1 に書き込めません: %2</translation>
    </message>
    <message>
        <source>Text in the tutorial&apos;s words (*.txt)</source>
        <translation>チュートリアルと同じ文 (*.txt)</translation>
    </message>
    <message numerus="yes">
        <source>Saved %Ln line(s) to %1</source>
        <translation>
            <numerusform>%Ln 行を %1 に保存しました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save the %Ln line(s) that are shown</source>
        <translation>
            <numerusform>表示中の %Ln 行を保存</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save all %Ln line(s) of the log</source>
        <translation>
            <numerusform>ログの全 %Ln 行を保存</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keisan::server::ClientsModel</name>
    <message>
        <source>The client&apos;s number, as in the log</source>
        <translation>クライアントの番号 (ログと同じ)</translation>
    </message>
    <message>
        <source>#</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>接続時刻</translation>
    </message>
    <message>
        <source>Time since the last request</source>
        <translation>最後の要求からの時間</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>無通信</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Time spent on all its requests</source>
        <translation>すべての要求にかかった時間</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>計算時間</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>プレーン</translation>
    </message>
    <message>
        <source>structured</source>
        <translation>構造化</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>In</source>
        <translation>受信</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>What it calls itself; plain clients do not</source>
        <translation>クライアントが名乗った名前 (プレーンのクライアントは名乗りません)</translation>
    </message>
    <message>
        <source>Bytes received from it</source>
        <translation>受信したバイト数</translation>
    </message>
    <message>
        <source>Bytes sent to it</source>
        <translation>送信したバイト数</translation>
    </message>
    <message>
        <source>Work that its evaluations were charged</source>
        <translation>計算に要した仕事量</translation>
    </message>
    <message>
        <source>The evaluation that runs, and for how long</source>
        <translation>実行中の計算とその経過時間</translation>
    </message>
    <message numerus="yes">
        <source>waits for %Ln client(s)</source>
        <translation>
            <numerusform>先の %Ln 件を待っています</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s  %2</source>
        <translation>%1 秒  %2</translation>
    </message>
    <message>
        <source>Double click: only this client&apos;s lines in the log</source>
        <translation>ダブルクリック: このクライアントのログだけを表示</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 バイト</translation>
    </message>
</context>
<context>
    <name>keisan::server::ClientsPane</name>
    <message>
        <source>Show only this one</source>
        <translation>このクライアントだけ表示</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>&amp;Clients</source>
        <translation>クライアント(&amp;C)</translation>
    </message>
    <message>
        <source>Connected clients</source>
        <translation>接続中のクライアント</translation>
    </message>
    <message>
        <source>Choose a client first.</source>
        <translation>先にクライアントを選んでください。</translation>
    </message>
    <message>
        <source>Ends what the chosen clients are having evaluated; they stay connected</source>
        <translation>選んだクライアントの計算を中止します。接続は続きます</translation>
    </message>
    <message>
        <source>The chosen clients have no evaluation running.</source>
        <translation>選んだクライアントには実行中の計算がありません。</translation>
    </message>
    <message>
        <source>Ends the connections of the chosen clients (Del)</source>
        <translation>選んだクライアントの接続を切ります (Del)</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>切断</translation>
    </message>
    <message numerus="yes">
        <source>Disconnect %Ln client(s)?</source>
        <translation>
            <numerusform>%Ln 件のクライアントを切断しますか?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keisan::server::DetailsPane</name>
    <message>
        <source>Time: %1</source>
        <translation>時刻: %1</translation>
    </message>
    <message>
        <source>Event: %1</source>
        <translation>イベント: %1</translation>
    </message>
    <message>
        <source>Client: %1</source>
        <translation>クライアント: %1</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>アドレス: %1</translation>
    </message>
    <message>
        <source>Took: %1</source>
        <translation>所要時間: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln character(s)):</source>
        <translation>
            <numerusform>%1 (%Ln 文字):</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 bytes, no longer kept whole):</source>
        <translation>%1 (%2 バイト、全体はもう残っていません):</translation>
    </message>
    <message>
        <source>Details of the chosen line</source>
        <translation>選んだ行の詳細</translation>
    </message>
    <message>
        <source>Choose a line of the log to see all of it.</source>
        <translation>ログの行を選ぶと全体を表示します。</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>式</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答え</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more like it came too fast to be shown one by one</source>
        <translation>
            <numerusform>同じ種類のものがほかに %Ln 件あります (速すぎて 1 件ずつは表示できません)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln digit(s)):</source>
        <translation>
            <numerusform>%1 (%Ln 桁):</numerusform>
        </translation>
    </message>
    <message>
        <source>Cost: %1</source>
        <translation>コスト: %1</translation>
    </message>
    <message>
        <source>Type: %1</source>
        <translation>型: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln character(s), %2 bytes):</source>
        <translation>
            <numerusform>%1 (%Ln 文字、%2 バイト):</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keisan::server::FiguresBar</name>
    <message>
        <source>Click: the last 5 minutes as a graph</source>
        <translation>クリック: 最近 5 分間のグラフ</translation>
    </message>
    <message>
        <source>Time of an evaluation over the last 5 minutes: half of them took at most the first, 99 of 100 at most the second. Click: a graph</source>
        <translation>最近 5 分間の計算時間: 半分は一つ目の値以下、100 件中 99 件は二つ目の値以下。クリック: グラフ</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>毎秒</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Median, 99 %</source>
        <translation>中央値、99 %</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>稼働時間</translation>
    </message>
</context>
<context>
    <name>keisan::server::GraphView</name>
    <message>
        <source>Clients</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>毎秒の要求</translation>
    </message>
    <message>
        <source>Median time of an evaluation</source>
        <translation>計算時間の中央値</translation>
    </message>
    <message>
        <source>Errors a second</source>
        <translation>毎秒のエラー</translation>
    </message>
    <message>
        <source>5 minutes ago</source>
        <translation>5 分前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Graph of 5 minutes: %1</source>
        <translation>5 分間のグラフ: %1</translation>
    </message>
</context>
<context>
    <name>keisan::server::LimitsDialog</name>
    <message>
        <source>Limits</source>
        <translation>制限</translation>
    </message>
    <message>
        <source>Changes count at once, also for the clients that are connected, until this program ends.</source>
        <translation>変更は接続中のクライアントにもすぐに適用され、このプログラムを終了するまで有効です。</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>既定値 %1</translation>
    </message>
</context>
<context>
    <name>keisan::server::ListenProblemBar</name>
    <message>
        <source>Port %1 is in use by another program.</source>
        <translation>ポート %1 は別のプログラムが使用中です。</translation>
    </message>
    <message>
        <source>Port %1 needs an administrator&apos;s rights, as all ports below 1024.</source>
        <translation>ポート %1 には管理者の権限が必要です (1024 未満のポートはすべて)。</translation>
    </message>
    <message>
        <source>This user may not listen on port %1.</source>
        <translation>このユーザーはポート %1 で待ち受けできません。</translation>
    </message>
    <message>
        <source>This computer has no address %1 (any more).</source>
        <translation>このコンピューターにアドレス %1 は (もう) ありません。</translation>
    </message>
    <message>
        <source>Cannot listen on port %1: %2</source>
        <translation>ポート %1 で待ち受けできません: %2</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 を使う</translation>
    </message>
    <message>
        <source>Any free port</source>
        <translation>空いているポート</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>keisan::server::ListeningBar</name>
    <message>
        <source>Starting on %1</source>
        <translation>開始中 %1</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>待ち受け中 %1</translation>
    </message>
    <message>
        <source>Cannot listen</source>
        <translation>待ち受け不可</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the server first to change this.</source>
        <translation>変更するには、まずサーバーを停止してください。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy host and port</source>
        <translation>ホストとポートをコピー</translation>
    </message>
    <message>
        <source>Copies %1</source>
        <translation>%1 をコピーします</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>アドレス(&amp;A)</translation>
    </message>
    <message>
        <source>Address to listen on</source>
        <translation>待ち受けるアドレス</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>ポート(&amp;P)</translation>
    </message>
    <message>
        <source>Port to listen on</source>
        <translation>待ち受けるポート</translation>
    </message>
    <message>
        <source>any</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>0: any free port</source>
        <translation>0: 空いているポート</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>すぐに停止</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Listen for clients (F5)</source>
        <translation>クライアントを待ち受けます (F5)</translation>
    </message>
    <message>
        <source>No new clients; answers owed are sent first (F5). Again: at once.</source>
        <translation>新しい接続は受けず、残りの答えを送ってから停止します (F5)。もう一度: すぐに停止。</translation>
    </message>
    <message>
        <source> (this computer only)</source>
        <translation> (このコンピューターのみ)</translation>
    </message>
    <message>
        <source> (every IPv4 address)</source>
        <translation> (すべての IPv4 アドレス)</translation>
    </message>
    <message>
        <source> (every address)</source>
        <translation> (すべてのアドレス)</translation>
    </message>
    <message numerus="yes">
        <source>Stopping (%Ln answer(s) owed)</source>
        <translation>
            <numerusform>停止処理中 (未送信の答え %Ln 件)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keisan::server::LogFilterRow</name>
    <message>
        <source>All clients</source>
        <translation>すべてのクライアント</translation>
    </message>
    <message>
        <source>Client %1</source>
        <translation>クライアント %1</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Show lines: %1</source>
        <translation>表示する行: %1</translation>
    </message>
    <message>
        <source>Client: all</source>
        <translation>クライアント: すべて</translation>
    </message>
    <message>
        <source>Client: %1</source>
        <translation>クライアント: %1</translation>
    </message>
    <message>
        <source>Client: several</source>
        <translation>クライアント: 複数</translation>
    </message>
    <message>
        <source>Show one client only</source>
        <translation>一つのクライアントだけ表示</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>ログ(&amp;L)</translation>
    </message>
    <message>
        <source>Filter: zero   client:7   event:error   took&gt;100</source>
        <translation>絞り込み: zero   client:7   event:error   took&gt;100</translation>
    </message>
    <message>
        <source>Filter of the log</source>
        <translation>ログの絞り込み</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>追尾</translation>
    </message>
    <message>
        <source>Stay at the newest line (Ctrl+L). Scrolling up or choosing a line turns it off.</source>
        <translation>最新の行を表示し続けます (Ctrl+L)。上へスクロールするか行を選ぶとオフになります。</translation>
    </message>
</context>
<context>
    <name>keisan::server::LogModel</name>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>式</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答え</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>所要時間</translation>
    </message>
</context>
<context>
    <name>keisan::server::LogPane</name>
    <message>
        <source>Showing %1 of %2 lines</source>
        <translation>%2 行中 %1 行を表示</translation>
    </message>
    <message>
        <source>Log of the server</source>
        <translation>サーバーのログ</translation>
    </message>
    <message>
        <source>Log cleared.</source>
        <translation>ログを消去しました。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>コマンドをコピー</translation>
    </message>
    <message numerus="yes">
        <source>Paused: %Ln new line(s) wait</source>
        <translation>
            <numerusform>一時停止中: 新しい行が %Ln 行あります</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▼ %Ln new line(s) (End)</source>
        <translation>
            <numerusform>▼ 新着 %Ln 行 (End)</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only client %1</source>
        <translation>クライアント %1 だけを表示</translation>
    </message>
</context>
<context>
    <name>keisan::server::Notices</name>
    <message>
        <source>Everyone in this network can compute here.</source>
        <translation>このネットワークの誰もがここで計算できます。</translation>
    </message>
    <message>
        <source>Expressions and answers are not logged, only their length and time.</source>
        <translation>式と答えは記録せず、長さと時間だけを記録しています。</translation>
    </message>
    <message numerus="yes">
        <source>One client at a time: %Ln client(s) wait.</source>
        <translation>
            <numerusform>一度に一つのクライアント: %Ln 件が待機中です。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keisan::server::NowDelegate</name>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
</context>
<context>
    <name>keisan::server::ServerWindow</name>
    <message>
        <source>Copied %1</source>
        <translation>%1 をコピーしました</translation>
    </message>
    <message>
        <source>Keisan Server - listening on %1</source>
        <translation>Keisan サーバー - 待ち受け中 %1</translation>
    </message>
    <message>
        <source>Keisan Server</source>
        <translation>Keisan サーバー</translation>
    </message>
    <message>
        <source>Stopped. F5 starts.</source>
        <translation>停止しています。F5 で開始します。</translation>
    </message>
    <message>
        <source>Waiting for clients. Try:</source>
        <translation>クライアントを待っています。試すには:</translation>
    </message>
    <message>
        <source>the chosen lines</source>
        <translation>選んだ行</translation>
    </message>
    <message>
        <source>About Keisan</source>
        <translation>Keisan について</translation>
    </message>
    <message>
        <source>Keisan %1
A calculator that many people share over a network.</source>
        <translation>Keisan %1
ネットワークでみんなが使う電卓です。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) are connected. Quit?</source>
        <translation>
            <numerusform>%Ln 件のクライアントが接続しています。終了しますか?</numerusform>
        </translation>
    </message>
    <message>
        <source>Zoom %1 %</source>
        <translation>拡大率 %1 %</translation>
    </message>
    <message>
        <source>Not with --threads: clients of several threads have no order among them</source>
        <translation>--threads では使えません: 複数のスレッドのクライアントの間には順序がありません</translation>
    </message>
</context>
<context>
    <name>keisan::server::TrayIcon</name>
    <message>
        <source>Keisan Server</source>
        <translation>Keisan サーバー</translation>
    </message>
    <message>
        <source>The server goes on. Click here to see its window again.</source>
        <translation>サーバーは動き続けています。ここをクリックするとウィンドウを表示します。</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>ウィンドウを表示</translation>
    </message>
</context>
<context>
    <name>keisan::server::WindowActions</name>
    <message>
        <source>&amp;Save log…</source>
        <translation>ログを保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo clear</source>
        <translation>消去を元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Copy lines</source>
        <translation>行をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Filter the log</source>
        <translation>ログを絞り込む(&amp;F)</translation>
    </message>
    <message>
        <source>Show &amp;all lines</source>
        <translation>すべての行を表示(&amp;A)</translation>
    </message>
    <message>
        <source>C&amp;lear log</source>
        <translation>ログを消去(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Clients</source>
        <translation>クライアント(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>詳細(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Graph of 5 minutes</source>
        <translation>5 分間のグラフ(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>追尾(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Newest line</source>
        <translation>最新の行(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>Ne&amp;xt area</source>
        <translation>次の領域(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Start or stop listening</source>
        <translation>待ち受けの開始・停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>アドレスをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray when closed</source>
        <translation>閉じてもトレイで動かし続ける(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>キー一覧(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Keisan</source>
        <translation>Keisan について(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>システム(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>配色(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>サーバー(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Save &amp;all lines…</source>
        <translation>すべての行を保存(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Info</source>
        <translation>情報(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Warnings</source>
        <translation>警告(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Errors</source>
        <translation>エラー(&amp;E)</translation>
    </message>
    <message>
        <source>Stop e&amp;valuation</source>
        <translation>計算を中止(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>切断(&amp;D)</translation>
    </message>
    <message>
        <source>Serve &amp;one client at a time</source>
        <translation>一度に一つのクライアントだけに応答(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Limits…</source>
        <translation>制限(&amp;L)…</translation>
    </message>
    <message>
        <source>Log &amp;expressions</source>
        <translation>式を記録(&amp;E)</translation>
    </message>
    <message>
        <source>Le&amp;vels</source>
        <translation>レベル(&amp;V)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>拡大率(&amp;Z)</translation>
    </message>
</context>
<context>
    <name>keisan::widgets::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>キー一覧</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>機能</translation>
    </message>
</context>
</TS>

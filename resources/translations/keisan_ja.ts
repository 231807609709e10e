<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>keisan::client::AnswerPane</name>
    <message>
        <source>Copied: %1</source>
        <translation>コピーしました: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Not found in this answer</source>
        <translation>この答えにはありません</translation>
    </message>
    <message>
        <source>Choose an item of the history.</source>
        <translation>履歴の項目を選んでください。</translation>
    </message>
    <message>
        <source>Forms of the number</source>
        <translation>数の表し方</translation>
    </message>
    <message>
        <source>The whole answer</source>
        <translation>答えの全体</translation>
    </message>
    <message>
        <source>Enter: the next place</source>
        <translation>Enter: 次の箇所</translation>
    </message>
    <message>
        <source>Find in this answer</source>
        <translation>この答えの中を検索</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Only its two ends were kept. Send it again to see it whole.</source>
        <translation>両端だけが保存されています。再送信すると全体が見られます。</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 文字</translation>
    </message>
    <message>
        <source>Other bases of so many digits are the server&apos;s work.</source>
        <translation>これほど桁が多い数の基数変換はサーバーに任せます。</translation>
    </message>
    <message>
        <source>A float is the binary fraction nearest to what was written. Ints are exact; (%1).as_integer_ratio() shows the fraction.</source>
        <translation>float は書かれた値に最も近い二進小数です。int は正確です。(%1).as_integer_ratio() で分数がわかります。</translation>
    </message>
    <message>
        <source>Ask the server: %1</source>
        <translation>サーバーに尋ねる: %1</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>なぜ?</translation>
    </message>
    <message>
        <source>What the bits of this float really say</source>
        <translation>この float のビットが実際に表す値</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>%1 digits</source>
        <translation>%1 桁</translation>
    </message>
    <message>
        <source>64 bits</source>
        <translation>64 ビット</translation>
    </message>
    <message>
        <source>cost %1</source>
        <translation>コスト %1</translation>
    </message>
    <message>
        <source>Copied only the beginning: the whole answer was not kept</source>
        <translation>先頭だけコピーしました: 全体は保存されていません</translation>
    </message>
</context>
<context>
    <name>keisan::client::BitsPane</name>
    <message>
        <source>%1 bits</source>
        <translation>%1 ビット</translation>
    </message>
    <message>
        <source>Number of bits</source>
        <translation>ビット数</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>符号付き</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>ビット</translation>
    </message>
    <message>
        <source>Invert all bits</source>
        <translation>全ビット反転</translation>
    </message>
    <message>
        <source>Shift left by one</source>
        <translation>左へ 1 ビットシフト</translation>
    </message>
    <message>
        <source>Shift right by one</source>
        <translation>右へ 1 ビットシフト</translation>
    </message>
    <message>
        <source>Swap the bytes</source>
        <translation>バイト順を逆に</translation>
    </message>
    <message>
        <source>Choose an answer that is an int or a float.</source>
        <translation>int か float の答えを選んでください。</translation>
    </message>
    <message>
        <source>IEEE 754 double: 1 sign bit, 11 of the exponent, 52 of the mantissa</source>
        <translation>IEEE 754 倍精度: 符号 1、指数部 11、仮数部 52 ビット</translation>
    </message>
    <message>
        <source>Needs %1 bits: only its lowest %2 are shown</source>
        <translation>%1 ビット必要です。下位 %2 ビットだけを表示しています</translation>
    </message>
    <message>
        <source>%1 bits, two&apos;s complement</source>
        <translation>%1 ビット、2 の補数</translation>
    </message>
    <message>
        <source>Size that fits</source>
        <translation>収まる大きさ</translation>
    </message>
    <message>
        <source>Needs about %1 bits: too many to show</source>
        <translation>約 %1 ビット必要です: 多すぎて表示できません</translation>
    </message>
</context>
<context>
    <name>keisan::client::BitsView</name>
    <message>
        <source>sign</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>exponent</source>
        <translation>指数部</translation>
    </message>
    <message>
        <source>mantissa</source>
        <translation>仮数部</translation>
    </message>
    <message>
        <source>Bit %1 %2</source>
        <translation>ビット %1 %2</translation>
    </message>
    <message>
        <source>Bit %1 is %2</source>
        <translation>ビット %1 は %2</translation>
    </message>
</context>
<context>
    <name>keisan::client::CalculatorClient</name>
    <message>
        <source>the connection was reset to stop an evaluation</source>
        <translation>計算を中止するため接続をリセットしました</translation>
    </message>
    <message>
        <source>it sent a line without end</source>
        <translation>終わりのない行を送ってきました</translation>
    </message>
    <message>
        <source>it sent a line that answers nothing</source>
        <translation>どの式の答えでもない行を送ってきました</translation>
    </message>
    <message>
        <source>it sent a line that cannot be read</source>
        <translation>読めない行を送ってきました</translation>
    </message>
    <message>
        <source>%1 is not a calculator: %2</source>
        <translation>%1 は計算サーバーではありません: %2</translation>
    </message>
</context>
<context>
    <name>keisan::client::ClientWindow</name>
    <message>
        <source>Already connected</source>
        <translation>すでに接続しています</translation>
    </message>
    <message>
        <source>Type a server such as 127.0.0.1 or 127.0.0.1:10000.</source>
        <translation>127.0.0.1 や 127.0.0.1:10000 のようにサーバーを入力してください。</translation>
    </message>
    <message>
        <source>About Keisan</source>
        <translation>Keisan について</translation>
    </message>
    <message>
        <source>Keisan %1, a calculator that many people share over a network.</source>
        <translation>Keisan %1 は、ネットワークでみんなが使う電卓です。</translation>
    </message>
    <message>
        <source>Variables were lost with the connection: %1</source>
        <translation>接続とともに変数が失われました: %1</translation>
    </message>
</context>
<context>
    <name>keisan::client::CompletionModel</name>
    <message>
        <source>module</source>
        <translation>モジュール</translation>
    </message>
</context>
<context>
    <name>keisan::client::ConnectionBar</name>
    <message>
        <source>&amp;Server</source>
        <translation>サーバー(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>ポート(&amp;P)</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>切断</translation>
    </message>
</context>
<context>
    <name>keisan::client::ConnectionFaceText</name>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>Trying again now (try %1).</source>
        <translation>再接続しています (%1 回目)。</translation>
    </message>
    <message>
        <source>Again in %1 s (try %2).</source>
        <translation>%1 秒後に再接続します (%2 回目)。</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>接続が切れました</translation>
    </message>
    <message>
        <source>Connection lost: %1.</source>
        <translation>接続が切れました: %1。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>今すぐ再接続</translation>
    </message>
    <message>
        <source>Stop trying</source>
        <translation>再接続をやめる</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>%1 に接続中…</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>切断しました</translation>
    </message>
    <message>
        <source>The server ended the connection: %1.</source>
        <translation>サーバーが接続を終了しました: %1。</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>接続できません</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>Connected. The server has not answered yet: it may be serving another client.</source>
        <translation>接続済みですが、サーバーはまだ応答していません。ほかのクライアントに対応中かもしれません。</translation>
    </message>
</context>
<context>
    <name>keisan::client::ErrorWords</name>
    <message>
        <source>A number cannot be divided by zero.</source>
        <translation>0 で割ることはできません。</translation>
    </message>
    <message>
        <source>The expression is not written as Python reads it.</source>
        <translation>式が Python の書き方になっていません。</translation>
    </message>
    <message>
        <source>This name has no value yet.</source>
        <translation>この名前にはまだ値がありません。</translation>
    </message>
    <message>
        <source>This cannot be done with values of these types.</source>
        <translation>この型の値にはできない計算です。</translation>
    </message>
    <message>
        <source>The type is right, but not the value.</source>
        <translation>型は合っていますが、値が正しくありません。</translation>
    </message>
    <message>
        <source>The result is too large.</source>
        <translation>結果が大きすぎます。</translation>
    </message>
    <message>
        <source>There is no element at this place.</source>
        <translation>その位置に要素はありません。</translation>
    </message>
    <message>
        <source>The dictionary has no such key.</source>
        <translation>辞書にそのキーはありません。</translation>
    </message>
    <message>
        <source>A value of this type has no such attribute.</source>
        <translation>この型の値にその属性はありません。</translation>
    </message>
    <message>
        <source>This needs more memory than is allowed.</source>
        <translation>許容量を超えるメモリが必要です。</translation>
    </message>
    <message>
        <source>This is nested or calls itself too deeply.</source>
        <translation>入れ子または再帰が深すぎます。</translation>
    </message>
    <message>
        <source>This text cannot be converted.</source>
        <translation>この文字列は変換できません。</translation>
    </message>
</context>
<context>
    <name>keisan::client::ExpressionEdit</name>
    <message>
        <source>Not pasted: a line may have at most 1 MiB</source>
        <translation>貼り付けませんでした: 1 行は 1 MiB までです</translation>
    </message>
    <message>
        <source>%1 would be a tuple in Python: pasted without its separators. Ctrl+Z brings them back.</source>
        <translation>%1 は Python ではタプルになるため、区切りを除いて貼り付けました。Ctrl+Z で元に戻せます。</translation>
    </message>
</context>
<context>
    <name>keisan::client::FileDialogs</name>
    <message>
        <source>Save the expressions</source>
        <translation>式を保存</translation>
    </message>
    <message>
        <source>Save the answer</source>
        <translation>答えを保存</translation>
    </message>
    <message>
        <source>Run expressions from a file</source>
        <translation>ファイルの式を実行</translation>
    </message>
    <message>
        <source>Not opened: %1</source>
        <translation>開けませんでした: %1</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1 に保存しました</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>保存できませんでした: %1</translation>
    </message>
    <message>
        <source>Not saved: only the two ends of this answer were kept. Send it again.</source>
        <translation>保存しませんでした: この答えは両端しか残っていません。再送信してください。</translation>
    </message>
</context>
<context>
    <name>keisan::client::Heartbeat</name>
    <message>
        <source>%1 does not answer any more</source>
        <translation>%1 は応答しなくなりました</translation>
    </message>
</context>
<context>
    <name>keisan::client::HistoryActions</name>
    <message>
        <source>This answer has no form in %1</source>
        <translation>この答えは %1 では書けません</translation>
    </message>
</context>
<context>
    <name>keisan::client::HistoryDelegate</name>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再送信</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>keisan::client::HistoryModel</name>
    <message>
        <source>Answer %1</source>
        <translation>答え %1</translation>
    </message>
    <message>
        <source>Cancelled after %1</source>
        <translation>中止しました (%1)</translation>
    </message>
    <message>
        <source>Not answered: the connection was lost</source>
        <translation>答えがありません: 接続が切れました</translation>
    </message>
    <message>
        <source>%1 digits</source>
        <translation>%1 桁</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 文字</translation>
    </message>
    <message>
        <source>waits for the connection</source>
        <translation>接続を待っています</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 受信済み</translation>
    </message>
    <message>
        <source>waits for the server</source>
        <translation>サーバーを待っています</translation>
    </message>
    <message>
        <source>waiting (number %1 in line)</source>
        <translation>順番待ち (%1 番目)</translation>
    </message>
    <message>
        <source>computing</source>
        <translation>計算中</translation>
    </message>
    <message>
        <source>computing for %1</source>
        <translation>計算中 %1</translation>
    </message>
    <message>
        <source>Answer of %1, begins %2</source>
        <translation>%1 の答え、先頭は %2</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>エラー: %1</translation>
    </message>
    <message>
        <source>%1, not kept</source>
        <translation>%1、全体は保存していません</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>中止しています</translation>
    </message>
</context>
<context>
    <name>keisan::client::HistoryPanel</name>
    <message>
        <source>Removed. Ctrl+Z brings it back.</source>
        <translation>削除しました。Ctrl+Z で戻せます。</translation>
    </message>
    <message>
        <source>There is no answer to copy yet</source>
        <translation>コピーする答えがまだありません</translation>
    </message>
    <message>
        <source>Copied only the beginning: the whole answer was not kept</source>
        <translation>先頭だけコピーしました: 全体は保存されていません</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>履歴を検索</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>The history is cleared. Ctrl+Z brings it back.</source>
        <translation>履歴を消去しました。Ctrl+Z で元に戻せます。</translation>
    </message>
    <message>
        <source>Copied the last answer: %1</source>
        <translation>最後の答えをコピーしました: %1</translation>
    </message>
    <message>
        <source>Copied, items: %1</source>
        <translation>コピーしました: %1 件</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>コピーしました: %1</translation>
    </message>
    <message>
        <source>No item matches.</source>
        <translation>一致する項目はありません。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>検索を解除</translation>
    </message>
    <message>
        <source>This item has no answer</source>
        <translation>この項目には答えがありません</translation>
    </message>
    <message>
        <source>Only the two ends of this answer were kept: send it again</source>
        <translation>この答えは両端しか残っていません: 再送信してください</translation>
    </message>
    <message>
        <source>What is running cannot be removed: stop it first.</source>
        <translation>計算中の項目は削除できません。先に中止してください。</translation>
    </message>
</context>
<context>
    <name>keisan::client::HistoryStore</name>
    <message>
        <source>the history file %1 is in use</source>
        <translation>履歴ファイル %1 は使用中です</translation>
    </message>
    <message>
        <source>the history is not kept: %1: %2</source>
        <translation>履歴を保存できません: %1: %2</translation>
    </message>
</context>
<context>
    <name>keisan::client::InputAids</name>
    <message>
        <source>There is no value here to insert</source>
        <translation>挿入できる値がありません</translation>
    </message>
</context>
<context>
    <name>keisan::client::InputHint</name>
    <message>
        <source>^ is XOR in Python; the power is **</source>
        <translation>Python では ^ は XOR です。べき乗は ** です</translation>
    </message>
    <message>
        <source>radians; for degrees write %1(radians(%2))</source>
        <translation>単位はラジアンです。度なら %1(radians(%2)) と書きます</translation>
    </message>
    <message>
        <source>a product needs its sign: write %1 * (</source>
        <translation>掛け算には記号が要ります: %1 * ( と書きます</translation>
    </message>
    <message>
        <source>a tuple; decimals need a point</source>
        <translation>タプルになります。小数点は . です</translation>
    </message>
</context>
<context>
    <name>keisan::client::InputPanel</name>
    <message>
        <source>Expression</source>
        <translation>式</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>計算</translation>
    </message>
    <message>
        <source>Evaluate (Enter)</source>
        <translation>計算 (Enter)</translation>
    </message>
    <message>
        <source>Type an expression first</source>
        <translation>先に式を入力してください</translation>
    </message>
    <message>
        <source>Not connected: F5 connects. Your text is kept.</source>
        <translation>接続していません。F5 で接続します。入力はそのまま残ります。</translation>
    </message>
</context>
<context>
    <name>keisan::client::LivePreview</name>
    <message>
        <source>no preview while an evaluation runs</source>
        <translation>計算中はプレビューしません</translation>
    </message>
    <message>
        <source>Enter to compute</source>
        <translation>Enter で計算します</translation>
    </message>
    <message>
        <source>selection = %1</source>
        <translation>選択範囲 = %1</translation>
    </message>
</context>
<context>
    <name>keisan::client::NumberForm</name>
    <message>
        <source>exactly</source>
        <translation>正確な値</translation>
    </message>
    <message>
        <source>next above</source>
        <translation>次に大きい値</translation>
    </message>
    <message>
        <source>next below</source>
        <translation>次に小さい値</translation>
    </message>
    <message>
        <source>nearest small fraction</source>
        <translation>最も近い簡単な分数</translation>
    </message>
    <message>
        <source>%1 less than the float</source>
        <translation>float より %1 小さい</translation>
    </message>
    <message>
        <source>%1 more than the float</source>
        <translation>float より %1 大きい</translation>
    </message>
</context>
<context>
    <name>keisan::client::PasteBar</name>
    <message>
        <source>Pasted lines: %1</source>
        <translation>貼り付けた行: %1</translation>
    </message>
    <message>
        <source>Run one after the other</source>
        <translation>順に実行</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>1 行にまとめる</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>keisan::client::StatusLine</name>
    <message>
        <source>Answers: %1</source>
        <translation>答え: %1</translation>
    </message>
    <message>
        <source>How answers are written</source>
        <translation>答えの表記</translation>
    </message>
    <message>
        <source>grouping on</source>
        <translation>桁区切りあり</translation>
    </message>
    <message>
        <source>grouping off</source>
        <translation>桁区切りなし</translation>
    </message>
    <message>
        <source>Digits in groups (Ctrl+G)</source>
        <translation>桁を区切る (Ctrl+G)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Back to 100 % (Ctrl+0)</source>
        <translation>100 % に戻す (Ctrl+0)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
</context>
<context>
    <name>keisan::client::VariablesModel</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>型</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
</context>
<context>
    <name>keisan::client::VariablesPane</name>
    <message>
        <source>No variables. Try x = 3.</source>
        <translation>変数はありません。x = 3 を試してみてください。</translation>
    </message>
    <message>
        <source>This server speaks the plain protocol, which does not tell the variables.</source>
        <translation>このサーバーのプレーンプロトコルでは、変数の一覧は得られません。</translation>
    </message>
    <message>
        <source>Not connected: variables live on the server.</source>
        <translation>接続していません。変数はサーバーにあります。</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>変数</translation>
    </message>
</context>
<context>
    <name>keisan::client::Welcome</name>
    <message>
        <source>Type an expression and press Enter.</source>
        <translation>式を入力して Enter を押してください。</translation>
    </message>
    <message>
        <source>Up: last expression     Ctrl+Space: names     F1: all keys</source>
        <translation>↑: 前の式     Ctrl+Space: 名前     F1: キー一覧</translation>
    </message>
</context>
<context>
    <name>keisan::client::WindowActions</name>
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
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>接続(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>Go to the &amp;history</source>
        <translation>履歴へ移動(&amp;H)</translation>
    </message>
    <message>
        <source>History: page up</source>
        <translation>履歴: 前のページ</translation>
    </message>
    <message>
        <source>History: page down</source>
        <translation>履歴: 次のページ</translation>
    </message>
    <message>
        <source>History: first item</source>
        <translation>履歴: 最初の項目</translation>
    </message>
    <message>
        <source>History: last item</source>
        <translation>履歴: 最後の項目</translation>
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
        <source>Zoom 100 %</source>
        <translation>拡大率 100 %</translation>
    </message>
    <message>
        <source>Always on &amp;top</source>
        <translation>常に最前面に表示(&amp;T)</translation>
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
        <source>&amp;Connect, or try again now</source>
        <translation>接続、または今すぐ再接続(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>切断(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Stop all that is running</source>
        <translation>実行中をすべて中止(&amp;S)</translation>
    </message>
    <message>
        <source>Go to the server&apos;s &amp;address</source>
        <translation>サーバー欄へ移動(&amp;A)</translation>
    </message>
    <message>
        <source>List of &amp;keys</source>
        <translation>キー一覧(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Keisan</source>
        <translation>Keisan について(&amp;A)</translation>
    </message>
    <message>
        <source>Evaluate and clear the input; in the history: insert the expression</source>
        <translation>計算して入力を消す。履歴では式を挿入</translation>
    </message>
    <message>
        <source>Evaluate and keep the text; in the history: insert the answer</source>
        <translation>計算して入力を残す。履歴では答えを挿入</translation>
    </message>
    <message>
        <source>Older expression with the same beginning</source>
        <translation>同じ書き出しの前の式</translation>
    </message>
    <message>
        <source>Newer expression, at last what was being typed</source>
        <translation>同じ書き出しの次の式、最後は入力中の式</translation>
    </message>
    <message>
        <source>Clear the input; when it is empty: stop what is running</source>
        <translation>入力を消す。空なら計算を中止</translation>
    </message>
    <message>
        <source>Copy what is selected; nothing selected: the last answer</source>
        <translation>選択部分をコピー。選択がなければ最後の答え</translation>
    </message>
    <message>
        <source>Paste, full-width characters and separators made plain</source>
        <translation>貼り付け (全角文字と桁区切りは直します)</translation>
    </message>
    <message>
        <source>In the history: remove the chosen items</source>
        <translation>履歴で: 選んだ項目を削除</translation>
    </message>
    <message>
        <source>&amp;Save the expressions…</source>
        <translation>式を保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Run expressions from a file…</source>
        <translation>ファイルの式を実行(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Paste as it is</source>
        <translation>そのまま貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>答え(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Bits</source>
        <translation>ビット(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Keypad</source>
        <translation>キーパッド(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Wire: every line sent and received</source>
        <translation>通信: 送受信したすべての行(&amp;W)</translation>
    </message>
    <message>
        <source>Digits in &amp;groups</source>
        <translation>桁区切り(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Written as</source>
        <translation>表記(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Search the history, or in the answer</source>
        <translation>履歴または答えの中を検索(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Clear the history</source>
        <translation>履歴を消去(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Keep the history for the next time</source>
        <translation>履歴を次回のために残す(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;An operator goes on from the last answer</source>
        <translation>演算子で始めると前の答えから続ける(&amp;A)</translation>
    </message>
    <message>
        <source>Go to the &amp;next area</source>
        <translation>次の領域へ移動(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Show the whole answer</source>
        <translation>答え全体を表示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Decimal, as Python writes it</source>
        <translation>10 進 (Python の表記)(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Hexadecimal</source>
        <translation>16 進(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Octal</source>
        <translation>8 進(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Binary</source>
        <translation>2 進(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Scientific, and back</source>
        <translation>指数表記、もう一度で戻る(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Engineering, and back</source>
        <translation>工学表記、もう一度で戻る(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Expression</source>
        <translation>式(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Both: expression = answer</source>
        <translation>両方: 式 = 答え(&amp;B)</translation>
    </message>
    <message>
        <source>As &amp;shown</source>
        <translation>表示どおり(&amp;S)</translation>
    </message>
    <message>
        <source>As a &amp;Markdown table</source>
        <translation>Markdown の表(&amp;M)</translation>
    </message>
    <message>
        <source>As a &amp;Python session</source>
        <translation>Python の対話形式(&amp;P)</translation>
    </message>
    <message>
        <source>Sa&amp;ve the answer…</source>
        <translation>答えを保存(&amp;V)…</translation>
    </message>
    <message>
        <source>Insert the e&amp;xpression</source>
        <translation>式を挿入(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Insert the answer</source>
        <translation>答えを挿入(&amp;I)</translation>
    </message>
    <message>
        <source>Se&amp;nd again</source>
        <translation>再送信(&amp;N)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>中止(&amp;T)</translation>
    </message>
    <message>
        <source>N&amp;ote…</source>
        <translation>メモ(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Remove from the history</source>
        <translation>履歴から削除(&amp;R)</translation>
    </message>
    <message>
        <source>Menu %1</source>
        <translation>メニュー: %1</translation>
    </message>
    <message>
        <source>Pre&amp;view while typing</source>
        <translation>入力中にプレビュー(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Variables</source>
        <translation>変数(&amp;V)</translation>
    </message>
    <message>
        <source>Put the previewed value in place of the text</source>
        <translation>入力をプレビューの値に置き換える</translation>
    </message>
    <message>
        <source>List the names that begin like this</source>
        <translation>この文字で始まる名前を一覧する</translation>
    </message>
    <message>
        <source>Take the name from the list, or do what the advice says; else the next control</source>
        <translation>一覧の名前を取り入れる、または助言のとおりに直す。なければ次の項目へ</translation>
    </message>
</context>
<context>
    <name>keisan::client::WindowPanes</name>
    <message>
        <source>Answer</source>
        <translation>答え</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>ビット</translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation>キーパッド</translation>
    </message>
    <message>
        <source>Wire</source>
        <translation>通信</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>変数</translation>
    </message>
</context>
<context>
    <name>keisan::client::WireModel</name>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>バイト数</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>→ sent</source>
        <translation>→ 送信</translation>
    </message>
    <message>
        <source>← received</source>
        <translation>← 受信</translation>
    </message>
</context>
<context>
    <name>keisan::client::WirePane</name>
    <message>
        <source>Lines on the wire</source>
        <translation>通信した行</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
</context>
<context>
    <name>keisan::client::functionHelp</name>
    <message>
        <source>(m, e) with x == m * 2**e and 0.5 &lt;= abs(m) &lt; 1.</source>
        <translation>x == m * 2**e、0.5 &lt;= abs(m) &lt; 1 となる (m, e)</translation>
    </message>
    <message>
        <source>(r, phi): the absolute value and the angle of z.</source>
        <translation>(r, phi): z の絶対値と偏角</translation>
    </message>
    <message>
        <source>(x//y, x%y).</source>
        <translation>(x//y, x%y) の組</translation>
    </message>
    <message>
        <source>1 * 2 * ... * n.</source>
        <translation>階乗 1 * 2 * ... * n</translation>
    </message>
    <message>
        <source>1 - erf(x), exact for large x.</source>
        <translation>1 - erf(x)、大きな x でも正確</translation>
    </message>
    <message>
        <source>2 pi: 6.28318...</source>
        <translation>円周率の 2 倍 6.28318...</translation>
    </message>
    <message>
        <source>2 to the power of x.</source>
        <translation>2 の x 乗</translation>
    </message>
    <message>
        <source>A complex number whose imaginary part is a nan.</source>
        <translation>虚部が nan の複素数</translation>
    </message>
    <message>
        <source>A complex number with an infinite imaginary part.</source>
        <translation>虚部が無限大の複素数</translation>
    </message>
    <message>
        <source>A dict of the pairs and the named values.</source>
        <translation>組と名前付きの値から作る辞書</translation>
    </message>
    <message>
        <source>A list of the elements.</source>
        <translation>要素のリスト</translation>
    </message>
    <message>
        <source>A number or text as a float.</source>
        <translation>数または文字列を浮動小数点数にする</translation>
    </message>
    <message>
        <source>A number or text as an integer.</source>
        <translation>数または文字列を整数にする</translation>
    </message>
    <message>
        <source>A set of the elements.</source>
        <translation>要素の集合</translation>
    </message>
    <message>
        <source>A set that can be a key.</source>
        <translation>キーにできる集合</translation>
    </message>
    <message>
        <source>A sorted list of the elements.</source>
        <translation>要素を並べ替えたリスト</translation>
    </message>
    <message>
        <source>A tuple of the elements.</source>
        <translation>要素のタプル</translation>
    </message>
    <message>
        <source>A value as it is printed.</source>
        <translation>表示される形の文字列</translation>
    </message>
    <message>
        <source>A value as it is written in an expression.</source>
        <translation>式に書く形の文字列</translation>
    </message>
    <message>
        <source>A value as text, in the layout of the format specification.</source>
        <translation>書式指定に従った文字列</translation>
    </message>
    <message>
        <source>An angle in degrees as radians.</source>
        <translation>度をラジアンにする</translation>
    </message>
    <message>
        <source>An angle in radians as degrees.</source>
        <translation>ラジアンを度にする</translation>
    </message>
    <message>
        <source>An integer in binary notation.</source>
        <translation>整数の 2 進表記</translation>
    </message>
    <message>
        <source>An integer in hexadecimal notation.</source>
        <translation>整数の 16 進表記</translation>
    </message>
    <message>
        <source>An integer in octal notation.</source>
        <translation>整数の 8 進表記</translation>
    </message>
    <message>
        <source>Infinity, a float.</source>
        <translation>無限大 (浮動小数点数)</translation>
    </message>
    <message>
        <source>Not a number, a float.</source>
        <translation>非数 (浮動小数点数)</translation>
    </message>
    <message>
        <source>Pairs of a count and an element.</source>
        <translation>番号と要素の組</translation>
    </message>
    <message>
        <source>The Unicode number of a character.</source>
        <translation>文字の Unicode 番号</translation>
    </message>
    <message>
        <source>The absolute value of a number.</source>
        <translation>数の絶対値</translation>
    </message>
    <message>
        <source>The absolute value of x as a float.</source>
        <translation>x の絶対値 (浮動小数点数)</translation>
    </message>
    <message>
        <source>The angle of the point (x, y), in radians.</source>
        <translation>点 (x, y) の偏角 (ラジアン)</translation>
    </message>
    <message>
        <source>The angle of z, from -pi to pi.</source>
        <translation>z の偏角、-pi から pi</translation>
    </message>
    <message>
        <source>The angle, in radians, whose cosine is x.</source>
        <translation>余弦が x となる角 (ラジアン)</translation>
    </message>
    <message>
        <source>The angle, in radians, whose sine is x.</source>
        <translation>正弦が x となる角 (ラジアン)</translation>
    </message>
    <message>
        <source>The angle, in radians, whose tangent is x.</source>
        <translation>正接が x となる角 (ラジアン)</translation>
    </message>
    <message>
        <source>The arc cosine of z.</source>
        <translation>z の逆余弦</translation>
    </message>
    <message>
        <source>The arc sine of z.</source>
        <translation>z の逆正弦</translation>
    </message>
    <message>
        <source>The arc tangent of z.</source>
        <translation>z の逆正接</translation>
    </message>
    <message>
        <source>The base of the natural logarithm: 2.71828...</source>
        <translation>自然対数の底 2.71828...</translation>
    </message>
    <message>
        <source>The character with this Unicode number.</source>
        <translation>この Unicode 番号の文字</translation>
    </message>
    <message>
        <source>The complex number with this absolute value and angle.</source>
        <translation>この絶対値と偏角の複素数</translation>
    </message>
    <message>
        <source>The cosine of x radians.</source>
        <translation>x ラジアンの余弦</translation>
    </message>
    <message>
        <source>The cosine of z.</source>
        <translation>z の余弦</translation>
    </message>
    <message>
        <source>The cube root of x.</source>
        <translation>x の立方根</translation>
    </message>
    <message>
        <source>The difference of x and the nearest multiple of y.</source>
        <translation>x と最も近い y の倍数との差</translation>
    </message>
    <message>
        <source>The distance between two points.</source>
        <translation>2 点間の距離</translation>
    </message>
    <message>
        <source>The elements for which the function is true.</source>
        <translation>関数が真となる要素</translation>
    </message>
    <message>
        <source>The elements from last to first.</source>
        <translation>要素を逆順に</translation>
    </message>
    <message>
        <source>The error function at x.</source>
        <translation>x の誤差関数</translation>
    </message>
    <message>
        <source>The exact sum of the numbers, rounded once to a float.</source>
        <translation>正確な和を一度だけ丸めた浮動小数点数</translation>
    </message>
    <message>
        <source>The float that many steps after x towards y.</source>
        <translation>x から y に向かって何個目かの浮動小数点数</translation>
    </message>
    <message>
        <source>The fractional and the whole part of x.</source>
        <translation>x の小数部と整数部</translation>
    </message>
    <message>
        <source>The function&apos;s results for each element.</source>
        <translation>各要素に関数を適用した結果</translation>
    </message>
    <message>
        <source>The gamma function: gamma(n + 1) is factorial(n).</source>
        <translation>ガンマ関数: gamma(n + 1) は factorial(n)</translation>
    </message>
    <message>
        <source>The greatest common divisor of the integers.</source>
        <translation>整数の最大公約数</translation>
    </message>
    <message>
        <source>The hyperbolic cosine of x.</source>
        <translation>x の双曲線余弦</translation>
    </message>
    <message>
        <source>The hyperbolic cosine of z.</source>
        <translation>z の双曲線余弦</translation>
    </message>
    <message>
        <source>The hyperbolic sine of x.</source>
        <translation>x の双曲線正弦</translation>
    </message>
    <message>
        <source>The hyperbolic sine of z.</source>
        <translation>z の双曲線正弦</translation>
    </message>
    <message>
        <source>The hyperbolic tangent of x.</source>
        <translation>x の双曲線正接</translation>
    </message>
    <message>
        <source>The hyperbolic tangent of z.</source>
        <translation>z の双曲線正接</translation>
    </message>
    <message>
        <source>The integers from start up to stop, by step.</source>
        <translation>start から stop の手前まで step おきの整数</translation>
    </message>
    <message>
        <source>The inverse hyperbolic cosine of x.</source>
        <translation>x の逆双曲線余弦</translation>
    </message>
    <message>
        <source>The inverse hyperbolic cosine of z.</source>
        <translation>z の逆双曲線余弦</translation>
    </message>
    <message>
        <source>The inverse hyperbolic sine of x.</source>
        <translation>x の逆双曲線正弦</translation>
    </message>
    <message>
        <source>The inverse hyperbolic sine of z.</source>
        <translation>z の逆双曲線正弦</translation>
    </message>
    <message>
        <source>The inverse hyperbolic tangent of x.</source>
        <translation>x の逆双曲線正接</translation>
    </message>
    <message>
        <source>The inverse hyperbolic tangent of z.</source>
        <translation>z の逆双曲線正接</translation>
    </message>
    <message>
        <source>The largest element or argument.</source>
        <translation>最大の要素または引数</translation>
    </message>
    <message>
        <source>The largest integer that is not above x.</source>
        <translation>x を超えない最大の整数</translation>
    </message>
    <message>
        <source>The least common multiple of the integers.</source>
        <translation>整数の最小公倍数</translation>
    </message>
    <message>
        <source>The length of a vector: sqrt(x*x + y*y + ...).</source>
        <translation>ベクトルの長さ: sqrt(x*x + y*y + ...)</translation>
    </message>
    <message>
        <source>The logarithm of x to base 10.</source>
        <translation>x の常用対数 (底 10)</translation>
    </message>
    <message>
        <source>The logarithm of x to base 2.</source>
        <translation>x の 2 を底とする対数</translation>
    </message>
    <message>
        <source>The logarithm of x to the base; the natural one without.</source>
        <translation>base を底とする x の対数、省略すると自然対数</translation>
    </message>
    <message>
        <source>The logarithm of z to base 10.</source>
        <translation>z の常用対数 (底 10)</translation>
    </message>
    <message>
        <source>The logarithm of z to the base; the natural one without.</source>
        <translation>base を底とする z の対数、省略すると自然対数</translation>
    </message>
    <message>
        <source>The natural logarithm of abs(gamma(x)).</source>
        <translation>abs(gamma(x)) の自然対数</translation>
    </message>
    <message>
        <source>The nearest number with so many digits after the point; halves to even.</source>
        <translation>小数点以下を指定の桁数に丸めた数、ちょうど半分なら偶数の方へ</translation>
    </message>
    <message>
        <source>The number of elements.</source>
        <translation>要素の数</translation>
    </message>
    <message>
        <source>The number of ways to choose k of n things.</source>
        <translation>n 個から k 個を選ぶ組み合わせの数</translation>
    </message>
    <message>
        <source>The number of ways to line up k of n things.</source>
        <translation>n 個から k 個を選んで並べる順列の数</translation>
    </message>
    <message>
        <source>The product of the numbers.</source>
        <translation>数の積</translation>
    </message>
    <message>
        <source>The ratio of a circle&apos;s circumference to its diameter: 3.14159...</source>
        <translation>円周率 3.14159...</translation>
    </message>
    <message>
        <source>The rest of x/y with the sign of x.</source>
        <translation>x/y の余り、符号は x と同じ</translation>
    </message>
    <message>
        <source>The sine of x radians.</source>
        <translation>x ラジアンの正弦</translation>
    </message>
    <message>
        <source>The sine of z.</source>
        <translation>z の正弦</translation>
    </message>
    <message>
        <source>The size of x with the sign of y.</source>
        <translation>大きさが x、符号が y の数</translation>
    </message>
    <message>
        <source>The smallest element or argument.</source>
        <translation>最小の要素または引数</translation>
    </message>
    <message>
        <source>The smallest integer that is not below x.</source>
        <translation>x 以上の最小の整数</translation>
    </message>
    <message>
        <source>The square root of x.</source>
        <translation>x の平方根</translation>
    </message>
    <message>
        <source>The square root of z.</source>
        <translation>z の平方根</translation>
    </message>
    <message>
        <source>The sum of the elements.</source>
        <translation>要素の和</translation>
    </message>
    <message>
        <source>The sum of the products of the pairs.</source>
        <translation>組ごとの積の和</translation>
    </message>
    <message>
        <source>The tangent of x radians.</source>
        <translation>x ラジアンの正接</translation>
    </message>
    <message>
        <source>The tangent of z.</source>
        <translation>z の正接</translation>
    </message>
    <message>
        <source>The value of the last bit of the float x.</source>
        <translation>浮動小数点数 x の最後のビットの値</translation>
    </message>
    <message>
        <source>The whole part of the square root of n.</source>
        <translation>n の平方根の整数部</translation>
    </message>
    <message>
        <source>True or False.</source>
        <translation>True または False</translation>
    </message>
    <message>
        <source>Tuples of the first, second... elements.</source>
        <translation>1 番目、2 番目… の要素の組</translation>
    </message>
    <message>
        <source>Whether a and b are nearly equal.</source>
        <translation>a と b がほぼ等しいか</translation>
    </message>
    <message>
        <source>Whether a part of z is a nan.</source>
        <translation>z の実部か虚部が nan か</translation>
    </message>
    <message>
        <source>Whether a part of z is infinite.</source>
        <translation>z の実部か虚部が無限大か</translation>
    </message>
    <message>
        <source>Whether both parts of z are finite.</source>
        <translation>z の実部も虚部も有限か</translation>
    </message>
    <message>
        <source>Whether every element is true.</source>
        <translation>すべての要素が真か</translation>
    </message>
    <message>
        <source>Whether some element is true.</source>
        <translation>真の要素があるか</translation>
    </message>
    <message>
        <source>Whether x is a nan (not a number).</source>
        <translation>x が nan (非数) か</translation>
    </message>
    <message>
        <source>Whether x is infinite.</source>
        <translation>x が無限大か</translation>
    </message>
    <message>
        <source>Whether x is neither infinite nor a nan.</source>
        <translation>x が無限大でも nan でもないか</translation>
    </message>
    <message>
        <source>base**exp, or base**exp % mod.</source>
        <translation>base**exp、または base**exp % mod</translation>
    </message>
    <message>
        <source>e to the power of x.</source>
        <translation>e の x 乗</translation>
    </message>
    <message>
        <source>e to the power of z.</source>
        <translation>e の z 乗</translation>
    </message>
    <message>
        <source>exp(x) - 1, exact for small x.</source>
        <translation>exp(x) - 1、小さな x でも正確</translation>
    </message>
    <message>
        <source>log(1 + x), exact for small x.</source>
        <translation>log(1 + x)、小さな x でも正確</translation>
    </message>
    <message>
        <source>real + imag*1j, or the complex number in a text.</source>
        <translation>real + imag*1j、または文字列の表す複素数</translation>
    </message>
    <message>
        <source>repr with escapes for what is not ASCII.</source>
        <translation>ASCII 以外をエスケープした repr</translation>
    </message>
    <message>
        <source>x * 2**i.</source>
        <translation>x * 2**i</translation>
    </message>
    <message>
        <source>x to the power of y, as floats.</source>
        <translation>x の y 乗 (浮動小数点数)</translation>
    </message>
    <message>
        <source>x without its fraction, as an integer.</source>
        <translation>x の小数部を切り捨てた整数</translation>
    </message>
    <message>
        <source>x*y + z, rounded once.</source>
        <translation>x*y + z を一度だけ丸めた値</translation>
    </message>
</context>
<context>
    <name>keisan::client::modeWords</name>
    <message>
        <source>Server: %1 %2</source>
        <translation>サーバー: %1 %2</translation>
    </message>
    <message>
        <source>Connected since %1</source>
        <translation>%1 から接続</translation>
    </message>
    <message>
        <source>Latency: %1</source>
        <translation>応答時間: %1</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>プレーン</translation>
    </message>
    <message>
        <source>The server speaks the plain protocol: one line there, one line back. There is no preview, no list of variables, and the place of an error is known only where this program finds it itself. To stop an evaluation the connection is reset and made again.</source>
        <translation>サーバーとはプレーンプロトコルで通信します。1 行送ると 1 行返ります。プレビューと変数の一覧はなく、エラーの位置はこのプログラムが自分で見つけたときだけ分かります。計算を中止するには、接続をリセットしてつなぎ直します。</translation>
    </message>
    <message>
        <source>structured %1</source>
        <translation>構造化 %1</translation>
    </message>
    <message>
        <source>structured</source>
        <translation>構造化</translation>
    </message>
    <message>
        <source>The server speaks the structured protocol: it tells types, the place of an error, variables and previews, and stops an evaluation without losing the connection. The time is how long a ping takes there and back, asked for every 10 seconds.</source>
        <translation>サーバーとは構造化プロトコルで通信します。型、エラーの位置、変数、プレビューが伝わり、接続を保ったまま計算を中止できます。時間は 10 秒ごとの ping の往復時間です。</translation>
    </message>
</context>
<context>
    <name>keisan::client::words</name>
    <message>
        <source>connection refused: no server listens on %1 (start one with keisan-server)</source>
        <translation>接続を拒否されました: %1 で待ち受けているサーバーがありません (keisan-server で起動できます)</translation>
    </message>
    <message>
        <source>the server at %1 closed the connection</source>
        <translation>%1 のサーバーが接続を閉じました</translation>
    </message>
    <message>
        <source>host not found: there is no computer named %1</source>
        <translation>ホストが見つかりません: %1 という名前のコンピューターはありません</translation>
    </message>
    <message>
        <source>connecting to %1 is not permitted</source>
        <translation>%1 への接続は許可されていません</translation>
    </message>
    <message>
        <source>this computer has no sockets left; close a program and try again</source>
        <translation>このコンピューターのソケットが足りません。他のプログラムを閉じてやり直してください</translation>
    </message>
    <message>
        <source>%1 does not answer: is the address right, and is the server started?</source>
        <translation>%1 から応答がありません: アドレスは正しく、サーバーは起動していますか?</translation>
    </message>
    <message>
        <source>the network connection to %1 broke</source>
        <translation>%1 へのネットワーク接続が切れました</translation>
    </message>
    <message>
        <source>no connection can be made from here to %1</source>
        <translation>ここから %1 へは接続できません</translation>
    </message>
    <message>
        <source>this computer cannot reach addresses like %1</source>
        <translation>このコンピューターからは %1 のようなアドレスに届きません</translation>
    </message>
    <message>
        <source>the connection to %1 failed</source>
        <translation>%1 への接続に失敗しました</translation>
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

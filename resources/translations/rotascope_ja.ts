<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
<context>
    <name>AngleUnit</name>
    <message>
        <source>degrees</source>
        <translation>度</translation>
    </message>
    <message>
        <source>radians</source>
        <translation>ラジアン</translation>
    </message>
    <message>
        <source>turns</source>
        <translation>回転</translation>
    </message>
</context>
<context>
    <name>AnimationFile</name>
    <message>
        <source>%1: cannot be written: the picture cannot be made</source>
        <translation>%1：書き込めません。画像を作成できません</translation>
    </message>
    <message>
        <source>%1: frames of %2 × %3 pixels are too large; expected at most %4 × %4</source>
        <translation>%1：%2 × %3 ピクセルのフレームは大きすぎます。%4 × %4 以下が必要です</translation>
    </message>
    <message>
        <source>%1: the kind of file is not known; expected a name that ends in .webp or .png</source>
        <translation>%1：ファイルの種類が分かりません。.webp または .png で終わる名前が必要です</translation>
    </message>
    <message>
        <source>%1: this build of Rotascope writes no animated files, because libwebp was not there when it was built; expected a name that ends in .png, for a picture of each frame</source>
        <translation>%1：この Rotascope はビルド時に libwebp がなかったため、アニメーションファイルを書き出しません。フレームごとの画像にするため、.png で終わる名前が必要です</translation>
    </message>
</context>
<context>
    <name>ChartCursors</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>A|B</source>
        <translation>A|B</translation>
    </message>
    <message>
        <source>Cursors A and B</source>
        <translation>カーソル A と B</translation>
    </message>
    <message>
        <source>Two cursors, to compare two places: drag them, or press A and B in the chart</source>
        <translation>2 か所を比べるための 2 つのカーソル：ドラッグするか、グラフ上で A と B を押します</translation>
    </message>
    <message>
        <source>Δ %1</source>
        <translation>Δ %1</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>%1 PNG pictures, numbered (*.png)</source>
        <translation>番号付きの PNG 画像 %1 枚 (*.png)</translation>
    </message>
    <message>
        <source>%1 is there already; choose another name</source>
        <translation>%1 はすでにあります。別の名前を選んでください</translation>
    </message>
    <message>
        <source>%1 is there already; choose that name to replace it</source>
        <translation>%1 はすでにあります。置き換えるにはその名前を選んでください</translation>
    </message>
    <message>
        <source>%1 tables are pinned already; remove one first</source>
        <translation>すでに %1 個の表がピン留めされています。先に 1 つ外してください</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, by hand</source>
        <translation>%1、手動</translation>
    </message>
    <message>
        <source>&amp;About Rotascope</source>
        <translation>Rotascope について(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Columns of the table</source>
        <translation>表の列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy picture of a view</source>
        <translation>ビューの画像をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy selected dimensions</source>
        <translation>選択した次元をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Engines…</source>
        <translation>エンジン(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Export scaling table…</source>
        <translation>スケーリング表をエクスポート(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>コマンドを検索(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Follow changes of the file</source>
        <translation>ファイルの変更に追従(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>用語集(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>キーボードショートカット(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>マニュアル(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Next worst dimension</source>
        <translation>次に擾乱が大きい次元(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Pin this table</source>
        <translation>この表をピン留め(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Previous worst dimension</source>
        <translation>前に擾乱が大きい次元(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>セッションを保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Take a pinned table</source>
        <translation>ピン留めした表を使う(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Tours</source>
        <translation>ツアー(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;What&apos;s this?</source>
        <translation>これは何？(&amp;W)</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Rotascope %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Shows how an extension of a RoPE model&apos;s context disturbs the distribution of each dimension&apos;s rotary angles, and lets you choose interpolation or extrapolation for each.&lt;/p&gt;&lt;p&gt;The method: &lt;i&gt;Extending Context Window of Large Language Models from a Distributional Perspective&lt;/i&gt;, EMNLP 2024.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Rotascope %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;RoPE モデルの文脈長の拡張が各次元の回転角の分布をどう乱すかを示し、次元ごとに補間か外挿かを選べるようにします。&lt;/p&gt;&lt;p&gt;手法：&lt;i&gt;Extending Context Window of Large Language Models from a Distributional Perspective&lt;/i&gt;, EMNLP 2024.&lt;/p&gt;&lt;p&gt;GNU General Public License バージョン 3 以降によるフリーソフトウェアです。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>+, −</source>
        <translation>+、−</translation>
    </message>
    <message>
        <source>0, Home</source>
        <translation>0、Home</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>ファイル…</translation>
    </message>
    <message>
        <source>A recording, a model&apos;s config.json or a GGUF model, with as many dimensions</source>
        <translation>記録、モデルの config.json、または GGUF モデル。次元の数が同じもの</translation>
    </message>
    <message>
        <source>A, B</source>
        <translation>A、B</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Qt について(&amp;Q)</translation>
    </message>
    <message>
        <source>About Rotascope</source>
        <translation>Rotascope について</translation>
    </message>
    <message>
        <source>Add &amp;scene</source>
        <translation>シーンを追加(&amp;S)</translation>
    </message>
    <message>
        <source>Added scene %1: %2. The panel Scenes lists it.</source>
        <translation>シーン %1 を追加しました：%2。パネル「シーン」の一覧にあります。</translation>
    </message>
    <message>
        <source>Animated WebP, %1 s (*.webp)</source>
        <translation>アニメーション WebP、%1 秒 (*.webp)</translation>
    </message>
    <message>
        <source>Attention factor %1.</source>
        <translation>アテンション係数 %1。</translation>
    </message>
    <message>
        <source>C&amp;olumns of the comparison</source>
        <translation>比較の列(&amp;O)</translation>
    </message>
    <message>
        <source>Chooses the bar&apos;s dimension</source>
        <translation>棒の次元を選択します</translation>
    </message>
    <message>
        <source>Close compariso&amp;n</source>
        <translation>比較を閉じる(&amp;N)</translation>
    </message>
    <message>
        <source>Closes the window and ends the program</source>
        <translation>ウィンドウを閉じてプログラムを終了します</translation>
    </message>
    <message>
        <source>Co&amp;mpare with</source>
        <translation>比較対象(&amp;M)</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比較対象</translation>
    </message>
    <message>
        <source>Compares a pinned table no longer</source>
        <translation>ピン留めした表との比較をやめます</translation>
    </message>
    <message>
        <source>Copied rows: %1</source>
        <translation>コピーした行：%1</translation>
    </message>
    <message>
        <source>Copied the picture of %1</source>
        <translation>%1 の画像をコピーしました</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>画像としてコピー</translation>
    </message>
    <message>
        <source>Current table: %1, changed by hand</source>
        <translation>現在の表：%1、手動で変更</translation>
    </message>
    <message>
        <source>Current table: %1</source>
        <translation>現在の表：%1</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Dimensions set by hand: %1.</source>
        <translation>手動設定の次元：%1。</translation>
    </message>
    <message>
        <source>Done: %1. The comparison of methods shows it.</source>
        <translation>行ったこと：%1。手法の比較に表示されます。</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>行ったこと：%1</translation>
    </message>
    <message>
        <source>Drawing %1 pictures…</source>
        <translation>%1 枚の画像を描いています…</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>どこでも</translation>
    </message>
    <message>
        <source>Explains what is clicked next; its key, what has the focus</source>
        <translation>次にクリックしたものを説明します。キーで呼び出すと、フォーカスのあるものを説明します</translation>
    </message>
    <message>
        <source>Export &amp;handout…</source>
        <translation>配布資料をエクスポート(&amp;H)…</translation>
    </message>
    <message>
        <source>Exported tables and factor lists (%1);;All files (*)</source>
        <translation>エクスポートした表と係数のリスト (%1);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Fills the screen with one view at a time, in large letters, and goes through the scenes; Escape ends it</source>
        <translation>画面いっぱいに 1 つのビューを大きな文字で表示し、シーンを順に進みます。Esc で終わります</translation>
    </message>
    <message>
        <source>Finds any command of the menus by its words</source>
        <translation>メニューのコマンドを言葉で検索します</translation>
    </message>
    <message>
        <source>Gives a pinned table another name</source>
        <translation>ピン留めした表に別の名前を付けます</translation>
    </message>
    <message>
        <source>Goes on by a tenth of what is shown</source>
        <translation>表示範囲の 10 分の 1 だけ進みます</translation>
    </message>
    <message>
        <source>Goes to another dimension</source>
        <translation>別の次元に移動します</translation>
    </message>
    <message>
        <source>Goes to another table</source>
        <translation>別の表に移動します</translation>
    </message>
    <message>
        <source>Goes to the next dimension in the order of disturbance</source>
        <translation>擾乱の大きい順で次の次元に移動します</translation>
    </message>
    <message>
        <source>Goes to the previous dimension in the order of disturbance</source>
        <translation>擾乱の大きい順で前の次元に移動します</translation>
    </message>
    <message>
        <source>Hides both cursors</source>
        <translation>両方のカーソルを隠します</translation>
    </message>
    <message>
        <source>In the comparison of methods</source>
        <translation>手法の比較で</translation>
    </message>
    <message>
        <source>In the distribution and the disturbance</source>
        <translation>分布と擾乱で</translation>
    </message>
    <message>
        <source>In the landscape: moves the current dimension to the next factor</source>
        <translation>ランドスケープで：現在の次元を次の係数に動かします</translation>
    </message>
    <message>
        <source>In the overview and the landscape</source>
        <translation>概観とランドスケープで</translation>
    </message>
    <message>
        <source>In the table of dimensions</source>
        <translation>次元の表で</translation>
    </message>
    <message>
        <source>Interpolates the selected dimensions if the current one is extrapolated, else extrapolates them</source>
        <translation>現在の次元が外挿なら選択した次元を補間し、そうでなければ外挿します</translation>
    </message>
    <message>
        <source>Its numbers are not there yet; a view is computed while it is seen</source>
        <translation>数値はまだありません。ビューは表示されている間に計算されます</translation>
    </message>
    <message>
        <source>Keeps what is seen now, the view, the dimension and the zoom, as a scene of a talk</source>
        <translation>今見えているもの（ビュー、次元、ズーム）を発表のシーンとして残します</translation>
    </message>
    <message>
        <source>Language, units, digits, colours, engine and threads, for all that you open</source>
        <translation>言語、単位、桁数、色、エンジン、スレッド数。開くものすべてに適用されます</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>左、右</translation>
    </message>
    <message>
        <source>Lets the method choose the factors of the selected dimensions</source>
        <translation>選択した次元の係数を手法に選ばせます</translation>
    </message>
    <message>
        <source>Made again: %1</source>
        <translation>やり直しました：%1</translation>
    </message>
    <message>
        <source>Made by %1 for L = %2 to L′ = %3.</source>
        <translation>作成：%1、L = %2 から L′ = %3 へ。</translation>
    </message>
    <message>
        <source>Makes a pinned table the current one</source>
        <translation>ピン留めした表を現在の表にします</translation>
    </message>
    <message>
        <source>Makes the change that was taken back last</source>
        <translation>取り消した変更をもう一度行います</translation>
    </message>
    <message>
        <source>Moves the keyboard back to the panel before</source>
        <translation>キーボードのフォーカスを前のパネルに戻します</translation>
    </message>
    <message>
        <source>Moves the keyboard on to the next panel that is seen</source>
        <translation>キーボードのフォーカスを、表示されている次のパネルに移します</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名前：</translation>
    </message>
    <message>
        <source>Ne&amp;xt scene</source>
        <translation>次のシーン(&amp;X)</translation>
    </message>
    <message>
        <source>Nex&amp;t panel</source>
        <translation>次のパネル(&amp;T)</translation>
    </message>
    <message>
        <source>Nothing in it turns</source>
        <translation>この中で回転するものはありません</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近使ったファイル(&amp;R)</translation>
    </message>
    <message>
        <source>Open a scaling table</source>
        <translation>スケーリング表を開く</translation>
    </message>
    <message>
        <source>Open scaling &amp;table…</source>
        <translation>スケーリング表を開く(&amp;T)…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Opens a recording (.h5), a model&apos;s config.json, a GGUF model, a session, or an exported table with its model</source>
        <translation>記録 (.h5)、モデルの config.json、GGUF モデル、セッション、またはエクスポートした表をそのモデルとともに開きます</translation>
    </message>
    <message>
        <source>Opens a second source, and shows how its angles differ from those of the one that is open</source>
        <translation>第二のソースを開き、その角度が現在開いているソースとどう異なるかを表示します</translation>
    </message>
    <message>
        <source>Opens the manual at the list of all terms</source>
        <translation>マニュアルの用語一覧を開きます</translation>
    </message>
    <message>
        <source>Opens the manual at the page of what has the focus</source>
        <translation>フォーカスのある部分のページでマニュアルを開きます</translation>
    </message>
    <message>
        <source>Opens the manual at which methods to try first, and how well that is known</source>
        <translation>最初に試す手法と、それがどこまで分かっているかのページでマニュアルを開きます</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>PNG, %1 × %2 pixels (*.png)</source>
        <translation>PNG、%1 × %2 ピクセル (*.png)</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Page Up、Page Down</translation>
    </message>
    <message>
        <source>Pr&amp;esent</source>
        <translation>発表を開始(&amp;E)</translation>
    </message>
    <message>
        <source>Pre&amp;vious panel</source>
        <translation>前のパネル(&amp;V)</translation>
    </message>
    <message>
        <source>Preference&amp;s…</source>
        <translation>環境設定(&amp;S)…</translation>
    </message>
    <message>
        <source>Previo&amp;us scene</source>
        <translation>前のシーン(&amp;U)</translation>
    </message>
    <message>
        <source>Puts a cursor at the bar, to compare two of them</source>
        <translation>棒にカーソルを置きます。2 つを比べられます</translation>
    </message>
    <message>
        <source>Puts a picture of one view, with how it was made, on the clipboard</source>
        <translation>1 つのビューの画像を、作成条件とともにクリップボードに入れます</translation>
    </message>
    <message>
        <source>Puts the selected rows of the table on the clipboard, for a spreadsheet</source>
        <translation>表の選択した行を、表計算ソフト用にクリップボードに入れます</translation>
    </message>
    <message>
        <source>Re&amp;load</source>
        <translation>再読み込み(&amp;L)</translation>
    </message>
    <message>
        <source>Re&amp;name a pinned table</source>
        <translation>ピン留めした表の名前を変更(&amp;N)</translation>
    </message>
    <message>
        <source>Reads the file that is open again whenever it changes, as while it is being written</source>
        <translation>開いているファイルを、書き込み中など変更されるたびに読み直します</translation>
    </message>
    <message>
        <source>Reads the file that is open again; all that was chosen stays</source>
        <translation>開いているファイルを読み直します。選択した内容はすべて残ります</translation>
    </message>
    <message>
        <source>Reads the next bar</source>
        <translation>次の棒を読みます</translation>
    </message>
    <message>
        <source>Recordings and models (*.h5 *.hdf5 *.json *.gguf);;All files (*)</source>
        <translation>記録とモデル (*.h5 *.hdf5 *.json *.gguf);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Recordings, models, tables, sessions and scores (*.h5 *.hdf5 *.json *.gguf *.rotascope %1);;All files (*)</source>
        <translation>記録、モデル、表、セッション、スコア (*.h5 *.hdf5 *.json *.gguf *.rotascope %1);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Remo&amp;ve a pinned table</source>
        <translation>ピン留めした表を外す(&amp;V)</translation>
    </message>
    <message>
        <source>Removes a pinned table</source>
        <translation>ピン留めした表を外します</translation>
    </message>
    <message>
        <source>Rename pinned table %1</source>
        <translation>ピン留めした表 %1 の名前を変更</translation>
    </message>
    <message>
        <source>Renames a pinned table</source>
        <translation>ピン留めした表の名前を変更します</translation>
    </message>
    <message>
        <source>Replaces the current table by one that was exported, or by a list of LongRoPE&apos;s factors</source>
        <translation>現在の表を、エクスポートした表または LongRoPE の係数のリストに置き換えます</translation>
    </message>
    <message>
        <source>Reset &amp;layout</source>
        <translation>レイアウトを初期化(&amp;L)</translation>
    </message>
    <message>
        <source>Save &amp;data of a view</source>
        <translation>ビューのデータを保存(&amp;D)</translation>
    </message>
    <message>
        <source>Save &amp;picture of the window…</source>
        <translation>ウィンドウの画像を保存(&amp;P)…</translation>
    </message>
    <message>
        <source>Save an&amp;imation of a view</source>
        <translation>ビューのアニメーションを保存(&amp;I)</translation>
    </message>
    <message>
        <source>Save animation</source>
        <translation>アニメーションを保存</translation>
    </message>
    <message>
        <source>Save animation…</source>
        <translation>アニメーションを保存…</translation>
    </message>
    <message>
        <source>Save data as CSV…</source>
        <translation>データを CSV で保存…</translation>
    </message>
    <message>
        <source>Save data</source>
        <translation>データを保存</translation>
    </message>
    <message>
        <source>Save picture of a &amp;view</source>
        <translation>ビューの画像を保存(&amp;V)</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>画像を保存</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>画像を保存…</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>名前を付けてセッションを保存(&amp;A)…</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>セッションを保存</translation>
    </message>
    <message>
        <source>Saves a view while the position runs from 0 to L′, as an animated WebP file or as numbered pictures</source>
        <translation>位置が 0 から L′ まで進む間のビューを、アニメーション WebP ファイルまたは番号付きの画像として保存します</translation>
    </message>
    <message>
        <source>Saves one view, with how it was made, as SVG, PDF or PNG</source>
        <translation>1 つのビューを、作成条件とともに SVG、PDF、PNG で保存します</translation>
    </message>
    <message>
        <source>Saves the numbers that one view shows as CSV</source>
        <translation>1 つのビューが示す数値を CSV で保存します</translation>
    </message>
    <message>
        <source>Saves the session under another name</source>
        <translation>セッションを別の名前で保存します</translation>
    </message>
    <message>
        <source>Saves what is open and all that was chosen, so that you can go on later</source>
        <translation>開いているものと選んだ内容をすべて保存し、あとで続けられるようにします</translation>
    </message>
    <message>
        <source>Saves what the window shows as a PNG file</source>
        <translation>ウィンドウの表示を PNG ファイルとして保存します</translation>
    </message>
    <message>
        <source>Says which engines can compute here, and why others cannot</source>
        <translation>ここで計算できるエンジンと、ほかのエンジンが使えない理由を表示します</translation>
    </message>
    <message>
        <source>Score a model &amp;under tables…</source>
        <translation>表のもとでモデルのスコアを取る(&amp;U)…</translation>
    </message>
    <message>
        <source>Scores a real model under the current and the pinned tables with Python, or shows the command that does</source>
        <translation>実際のモデルのスコアを、現在の表とピン留めした表のもとで Python で取るか、そのコマンドを表示します</translation>
    </message>
    <message>
        <source>Selected dimensions: &amp;automatic</source>
        <translation>選択した次元：自動(&amp;A)</translation>
    </message>
    <message>
        <source>Selected dimensions: &amp;extrapolation</source>
        <translation>選択した次元：外挿(&amp;E)</translation>
    </message>
    <message>
        <source>Selected dimensions: &amp;flip</source>
        <translation>選択した次元：切り替え(&amp;F)</translation>
    </message>
    <message>
        <source>Selected dimensions: &amp;interpolation</source>
        <translation>選択した次元：補間(&amp;I)</translation>
    </message>
    <message>
        <source>Sessions (*.rotascope)</source>
        <translation>セッション (*.rotascope)</translation>
    </message>
    <message>
        <source>Sets the current table aside as A, B, C …, to compare it with what you choose next</source>
        <translation>現在の表を A、B、C … として取り置き、次に選ぶものと比べます</translation>
    </message>
    <message>
        <source>Sets the selected dimensions to factor 1</source>
        <translation>選択した次元の係数を 1 にします</translation>
    </message>
    <message>
        <source>Sets the selected dimensions to factor s = L′/L</source>
        <translation>選択した次元の係数を s = L′/L にします</translation>
    </message>
    <message>
        <source>Shows all keys on one page</source>
        <translation>すべてのキーを 1 ページに表示します</translation>
    </message>
    <message>
        <source>Shows all views, in the places and sizes that they have at first</source>
        <translation>すべてのビューを最初の位置と大きさで表示します</translation>
    </message>
    <message>
        <source>Shows and hides columns of the table of dimensions</source>
        <translation>次元の表の列を表示または非表示にします</translation>
    </message>
    <message>
        <source>Shows and hides second readings in the comparison of methods</source>
        <translation>手法の比較で第二の指標を表示または非表示にします</translation>
    </message>
    <message>
        <source>Shows everything</source>
        <translation>全体を表示します</translation>
    </message>
    <message>
        <source>Shows recent files, samples and all models whose RoPE is known</source>
        <translation>最近のファイル、サンプル、RoPE がわかっているすべてのモデルを表示します</translation>
    </message>
    <message>
        <source>Shows the current table as a file for an engine or a script, and saves it</source>
        <translation>現在の表をエンジンやスクリプト用のファイルとして表示し、保存します</translation>
    </message>
    <message>
        <source>Shows the method in the charts</source>
        <translation>手法をグラフに表示します</translation>
    </message>
    <message>
        <source>Shows the next scene of the talk; in the list of scenes Page Down does the same</source>
        <translation>発表の次のシーンを表示します。シーンの一覧では Page Down も同じです</translation>
    </message>
    <message>
        <source>Shows the scene before; in the list of scenes Page Up does the same</source>
        <translation>前のシーンを表示します。シーンの一覧では Page Up も同じです</translation>
    </message>
    <message>
        <source>Shows the second source no longer</source>
        <translation>第二のソースの表示をやめます</translation>
    </message>
    <message>
        <source>So&amp;rt the comparison by</source>
        <translation>比較の並べ替え(&amp;R)</translation>
    </message>
    <message>
        <source>Sorts the comparison of methods; once more: the other way round</source>
        <translation>手法の比較を並べ替えます。もう一度選ぶと逆の順になります</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Start pa&amp;ge</source>
        <translation>スタートページ(&amp;G)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>元に戻しました：%1</translation>
    </message>
    <message>
        <source>Takes a guided tour, in a window of its own: your work stays as it is</source>
        <translation>ガイドツアーを専用のウィンドウで行います。自分の作業はそのまま残ります</translation>
    </message>
    <message>
        <source>Takes back the last change</source>
        <translation>直前の変更を取り消します</translation>
    </message>
    <message>
        <source>Takes the table</source>
        <translation>その表を使います</translation>
    </message>
    <message>
        <source>The export waits for the table, which is being computed.</source>
        <translation>エクスポートは計算中の表を待っています。</translation>
    </message>
    <message>
        <source>The file is no longer read again by itself.</source>
        <translation>ファイルは自動では読み直されなくなりました。</translation>
    </message>
    <message>
        <source>The file is read again whenever it changes.</source>
        <translation>ファイルが変わるたびに読み直されます。</translation>
    </message>
    <message>
        <source>The files that were opened last</source>
        <translation>最近開いたファイル</translation>
    </message>
    <message>
        <source>The scoring waits for the table, which is being computed.</source>
        <translation>スコアの計測は、計算中の表を待っています。</translation>
    </message>
    <message>
        <source>The table is pinned as soon as it is computed.</source>
        <translation>表は計算が済み次第ピン留めされます。</translation>
    </message>
    <message>
        <source>There is nothing to export: the table that is set could not be computed. %1</source>
        <translation>エクスポートするものがありません。設定された表を計算できませんでした。%1</translation>
    </message>
    <message>
        <source>There is nothing to pin: the table that is set could not be computed. %1</source>
        <translation>ピン留めするものがありません。設定された表を計算できませんでした。%1</translation>
    </message>
    <message>
        <source>There is nothing to score: the table that is set could not be computed. %1</source>
        <translation>スコアを取るものがありません。設定された表を計算できませんでした。%1</translation>
    </message>
    <message>
        <source>Up, Down, Page Up, Page Down, Home, End</source>
        <translation>上、下、Page Up、Page Down、Home、End</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>上、下</translation>
    </message>
    <message>
        <source>Version and licence of Qt, which draws the window</source>
        <translation>ウィンドウを描画する Qt のバージョンとライセンス</translation>
    </message>
    <message>
        <source>Version, method and licence</source>
        <translation>バージョン、手法、ライセンス</translation>
    </message>
    <message>
        <source>What is open has no RoPE</source>
        <translation>開いているものに RoPE がありません</translation>
    </message>
    <message>
        <source>Whi&amp;ch method?</source>
        <translation>どの手法？(&amp;C)</translation>
    </message>
    <message>
        <source>Writes all scenes, with their pictures and notes, as a PDF or HTML document</source>
        <translation>すべてのシーンを、画像とメモとともに PDF または HTML の文書として書き出します</translation>
    </message>
    <message>
        <source>Zooms in and out</source>
        <translation>拡大、縮小します</translation>
    </message>
    <message>
        <source>close comparison</source>
        <translation>比較を閉じる</translation>
    </message>
    <message>
        <source>method</source>
        <translation>手法</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>pin table %1</source>
        <translation>表 %1 のピン留め</translation>
    </message>
    <message>
        <source>remove pinned table %1</source>
        <translation>ピン留めした表 %1 の取り外し</translation>
    </message>
    <message>
        <source>rename pinned table %1</source>
        <translation>ピン留めした表 %1 の名前の変更</translation>
    </message>
    <message>
        <source>take pinned table %1</source>
        <translation>ピン留めした表 %1 の使用</translation>
    </message>
</context>
<context>
    <name>ComparisonOrder</name>
    <message>
        <source>interpolated components</source>
        <translation>補間された成分</translation>
    </message>
    <message>
        <source>usual order</source>
        <translation>通常の順</translation>
    </message>
</context>
<context>
    <name>EngineChoice</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>自動(&amp;A)</translation>
    </message>
    <message>
        <source>All requests go to this engine</source>
        <translation>すべての要求をこのエンジンに渡します</translation>
    </message>
    <message>
        <source>Each request goes to the engine that is expected to answer first</source>
        <translation>それぞれの要求を、最初に答えると見込まれるエンジンに渡します</translation>
    </message>
    <message>
        <source>is being looked for</source>
        <translation>検索中</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>利用できません</translation>
    </message>
</context>
<context>
    <name>ErrorsVerdict</name>
    <message>
        <source>%1 of %2 dimensions are off by more than float32 rounds, none by more than rounding cosine and sine to bfloat16 explains.</source>
        <translation>%2 次元のうち %1 次元のずれが float32 の丸めを超えていますが、余弦と正弦の bfloat16 への丸めで説明できる範囲を超えるものはありません。</translation>
    </message>
    <message>
        <source>%1 of %2 dimensions are off by more than rounding cosine and sine to bfloat16 explains, dimension %3 by up to %4 rad: positions or frequencies of little precision, or another table than the file says.</source>
        <translation>%2 次元のうち %1 次元のずれが、余弦と正弦の bfloat16 への丸めで説明できる範囲を超えています。次元 %3 は最大 %4 rad です。位置または周波数の精度が低いか、ファイルの記述と異なる表が使われています。</translation>
    </message>
    <message>
        <source>All angles are as exact as float32 lets them be.</source>
        <translation>すべての角度が float32 で可能な限り正確です。</translation>
    </message>
    <message>
        <source>At all positions the angles of dimension %1 are as exact as float32 lets them be.</source>
        <translation>すべての位置で、次元 %1 の角度は float32 で可能な限り正確です。</translation>
    </message>
    <message>
        <source>Dimension %1 is off by more than rounding explains from position %2 on, by up to %3 rad at positions %4 to %5.</source>
        <translation>次元 %1 のずれは、位置 %2 から先で丸めでは説明できません。最大は位置 %4 から %5 の %3 rad です。</translation>
    </message>
    <message>
        <source>Dimension %1 is off by up to %2 rad, at positions %3 to %4: more than float32 rounds, no more than rounding cosine and sine to bfloat16 explains.</source>
        <translation>次元 %1 のずれは最大 %2 rad で、位置 %3 から %4 にあります。float32 の丸めを超えますが、余弦と正弦の bfloat16 への丸めで説明できます。</translation>
    </message>
    <message>
        <source>The angles fit this table as exactly as cosine and sine in bfloat16 let them.</source>
        <translation>角度は、余弦と正弦が bfloat16 である限りの正確さで、この表に合っています。</translation>
    </message>
    <message>
        <source>The angles fit this table as exactly as float32 lets them.</source>
        <translation>角度は、float32 で可能な限り正確に、この表に合っています。</translation>
    </message>
    <message>
        <source>The model did not apply this table: %1 of %2 dimensions are off by more than rounding explains, dimension %3 by up to %4 rad.</source>
        <translation>モデルはこの表を適用しませんでした。%2 次元のうち %1 次元のずれが丸めでは説明できません。次元 %3 は最大 %4 rad です。</translation>
    </message>
</context>
<context>
    <name>FigureCaption</name>
    <message>
        <source>, RoPE %1</source>
        <translation>、RoPE %1</translation>
    </message>
    <message>
        <source>L = %1</source>
        <translation>L = %1</translation>
    </message>
    <message>
        <source>L′ = %1</source>
        <translation>L′ = %1</translation>
    </message>
    <message>
        <source>b = %1</source>
        <translation>b = %1</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>拡張前：%1</translation>
    </message>
    <message>
        <source>compared with %1 (L = %2, %3)</source>
        <translation>比較対象：%1（L = %2、%3）</translation>
    </message>
    <message>
        <source>method %1</source>
        <translation>手法 %1</translation>
    </message>
    <message>
        <source>weights: %1</source>
        <translation>重み：%1</translation>
    </message>
    <message>
        <source>ε = %1</source>
        <translation>ε = %1</translation>
    </message>
</context>
<context>
    <name>FigureFile</name>
    <message>
        <source>%1: the kind of file is not known; expected a name that ends in .svg, .pdf, .png or .csv</source>
        <translation>%1：ファイルの種類がわかりません。.svg、.pdf、.png、.csv のいずれかで終わる名前が必要です</translation>
    </message>
</context>
<context>
    <name>IntervalText</name>
    <message>
        <source>Head %1 · slope %2</source>
        <translation>ヘッド %1 · 傾き %2</translation>
    </message>
    <message>
        <source>angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>bias, as the distance that had it in training; the last part is all beyond L</source>
        <translation>バイアス（学習でそれを持った距離）。最後の部分は L を超えるすべて</translation>
    </message>
    <message>
        <source>bucket of the distance</source>
        <translation>距離のバケット</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>チャネル</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>チャネル</translation>
    </message>
    <message>
        <source>dimension (rotary pair)</source>
        <translation>次元（回転ペア）</translation>
    </message>
    <message>
        <source>dimension</source>
        <translation>次元</translation>
    </message>
    <message>
        <source>dimensions</source>
        <translation>次元</translation>
    </message>
    <message>
        <source>head</source>
        <translation>ヘッド</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>ヘッド</translation>
    </message>
    <message>
        <source>row of the table; the last part is all rows beyond L</source>
        <translation>表の行。最後の部分は L を超えるすべての行</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>the computation could not be finished</source>
        <translation>計算を終えられませんでした</translation>
    </message>
</context>
<context>
    <name>LintText</name>
    <message>
        <source>%1 engines differ</source>
        <translation>%1 個のエンジンが異なります</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>エラー %1 件</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>警告 %1 件</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>1 engine differs</source>
        <translation>1 個のエンジンが異なります</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>エラー 1 件</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>警告 1 件</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>対処：%1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>as stated</source>
        <translation>記述どおり</translation>
    </message>
    <message>
        <source>differently</source>
        <translation>異なる</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>無視</translation>
    </message>
    <message>
        <source>read</source>
        <translation>コードを確認</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>run</source>
        <translation>実行して確認</translation>
    </message>
</context>
<context>
    <name>LiveCertificate</name>
    <message>
        <source>The certificate could not be computed: %1</source>
        <translation>証明を計算できませんでした：%1</translation>
    </message>
</context>
<context>
    <name>LiveLandscape</name>
    <message>
        <source>The landscape could not be computed: %1</source>
        <translation>ランドスケープを計算できませんでした：%1</translation>
    </message>
</context>
<context>
    <name>LiveSweep</name>
    <message>
        <source>The length sweep could not be computed: %1</source>
        <translation>長さスイープを計算できませんでした：%1</translation>
    </message>
</context>
<context>
    <name>MapColors</name>
    <message>
        <source>Cividis: blue to yellow, nearly the same to all eyes</source>
        <translation>Cividis：青から黄、誰の目にもほぼ同じ</translation>
    </message>
    <message>
        <source>Grey: black to white</source>
        <translation>グレー：黒から白</translation>
    </message>
    <message>
        <source>Viridis: violet to yellow</source>
        <translation>Viridis：紫から黄</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
</context>
<context>
    <name>PaceText</name>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 時間</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>残り %1</translation>
    </message>
    <message>
        <source>%1 million rows/s</source>
        <translation>%1 百万行/秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 行/秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>PictureFile</name>
    <message>
        <source>%1: cannot be written: the picture cannot be made</source>
        <translation>%1：書き込めません。画像を作成できません</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: greatest %2, least %3</source>
        <translation>%1：最大 %2、最小 %3</translation>
    </message>
    <message>
        <source>One in %1 of %2 places:</source>
        <translation>%2 か所のうち %1 か所ごとに 1 つ：</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>%1 (%2 that of linear interpolation)</source>
        <translation>%1（線形補間の %2）</translation>
    </message>
    <message>
        <source>%1 (s = %2)</source>
        <translation>%1 (s = %2)</translation>
    </message>
    <message>
        <source>%1 (the other way round %2)</source>
        <translation>%1（逆向き %2）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比較対象</translation>
    </message>
    <message>
        <source>Context extension of %1</source>
        <translation>%1 の文脈長の拡張</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>次元</translation>
    </message>
    <message>
        <source>Interpolated components</source>
        <translation>補間された成分</translation>
    </message>
    <message>
        <source>Mean difference</source>
        <translation>平均の差</translation>
    </message>
    <message>
        <source>Mean disturbance</source>
        <translation>平均擾乱</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>手法</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Pre-training length L</source>
        <translation>事前学習長 L</translation>
    </message>
    <message>
        <source>RoPE</source>
        <translation>RoPE</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>ソース</translation>
    </message>
    <message>
        <source>Target length L′</source>
        <translation>目標長 L′</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>22 documents in 4,096 tokens, each a sequence that begins at position 0: the view Track shows where. No position is above 701.</source>
        <translation>4,096 トークンに 22 の文書があり、それぞれが位置 0 から始まる系列です。ビュー「軌跡」でその場所が分かります。701 を超える位置はありません。</translation>
    </message>
    <message>
        <source>29 of 64 dimensions never complete a turn: doubled to 16,384 they meet angles that pre-training never saw, unless they are interpolated.</source>
        <translation>64 次元のうち 29 次元は 1 回転しません。16,384 に倍増すると、補間しない限り事前学習になかった角度に出会います。</translation>
    </message>
    <message>
        <source>A model that runs here: the view Laboratory shows that it finds 28 % of the keys in texts of twice its length, and 98.5 % once its seven slowest dimensions are interpolated.</source>
        <translation>ここで動くモデルです。ビュー「実験室」は、2 倍の長さのテキストで 28 % のキーを見つけ、最も遅い 7 つの次元を補間すると 98.5 % を見つけることを示します。</translation>
    </message>
    <message>
        <source>A model that was trained with a scaling of its own, by factors from 1 to 8: what is extended further is that model, with its L of 131,072.</source>
        <translation>1 から 8 の係数による独自のスケーリングで学習されたモデルです。さらに拡張するのは、L が 131,072 のこのモデルです。</translation>
    </message>
    <message>
        <source>Cosine and sine were rounded to bfloat16: the view Angle errors shows all 64 dimensions off by more than float32 rounds.</source>
        <translation>コサインとサインが bfloat16 に丸められています。ビュー「角度誤差」では、64 次元すべてが float32 の丸めを超えてずれています。</translation>
    </message>
    <message>
        <source>Doubled to 8,192, dimension 12 is disturbed most: its angles form a comb of 106 teeth, and interpolation puts half of them between the teeth.</source>
        <translation>8,192 に倍増すると、次元 12 の擾乱が最大です。角度が 106 本の歯の櫛をなし、補間すると半分が歯の間に入ります。</translation>
    </message>
    <message>
        <source>Gemma 3 1B at 4,096 of its positions</source>
        <translation>Gemma 3 1B、その 4,096 の位置</translation>
    </message>
    <message>
        <source>LLaMA-2 7B at 4,096 positions</source>
        <translation>LLaMA-2 7B、4,096 位置</translation>
    </message>
    <message>
        <source>LLaMA-2 7B in bfloat16</source>
        <translation>bfloat16 の LLaMA-2 7B</translation>
    </message>
    <message>
        <source>LLaMA-2 7B on packed documents</source>
        <translation>文書を詰め込んだ LLaMA-2 7B</translation>
    </message>
    <message>
        <source>LLaMA-3 8B at 8,192 positions</source>
        <translation>LLaMA-3 8B、8,192 位置</translation>
    </message>
    <message>
        <source>Llama 3.1 8B at 8,192 of its positions</source>
        <translation>Llama 3.1 8B、その 8,192 の位置</translation>
    </message>
    <message>
        <source>The laboratory&apos;s small model</source>
        <translation>実験室の小さなモデル</translation>
    </message>
    <message>
        <source>Two RoPEs, &quot;global&quot; and &quot;local&quot;, each with frequencies and a table of its own: choose one under Source.</source>
        <translation>「global」と「local」の 2 つの RoPE があり、それぞれ独自の周波数と表を持ちます。「ソース」で一方を選びます。</translation>
    </message>
</context>
<context>
    <name>StaleMark</name>
    <message>
        <source>computing…</source>
        <translation>計算中…</translation>
    </message>
    <message>
        <source>not current: no result for these settings</source>
        <translation>最新ではありません：この設定の結果がありません</translation>
    </message>
    <message>
        <source>not current</source>
        <translation>最新ではありません</translation>
    </message>
</context>
<context>
    <name>TableSettings</name>
    <message>
        <source>%1 was %2, here it is %3</source>
        <translation>%1 は %2 でしたが、ここでは %3 です</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>L′</source>
        <translation>L′</translation>
    </message>
    <message>
        <source>b</source>
        <translation>b</translation>
    </message>
    <message>
        <source>disturbance was measured in another way</source>
        <translation>擾乱の測り方が異なります</translation>
    </message>
    <message>
        <source>it was made for %1</source>
        <translation>%1 用に作成されました</translation>
    </message>
    <message>
        <source>what is before was counted from other tokens of the recording</source>
        <translation>拡張前が記録の別のトークンから数えられています</translation>
    </message>
</context>
<context>
    <name>TablesBeside</name>
    <message>
        <source>The second source: %1, L = %2</source>
        <translation>第二のソース：%1、L = %2</translation>
    </message>
</context>
<context>
    <name>TourCheck</name>
    <message>
        <source>%1: all %2 steps can be reached</source>
        <translation>%1：全 %2 ステップに到達できます</translation>
    </message>
    <message>
        <source>%1: it cannot begin. %2</source>
        <translation>%1：開始できません。%2</translation>
    </message>
    <message>
        <source>%1: step %2, &quot;%3&quot;, cannot be reached. %4</source>
        <translation>%1：ステップ %2「%3」に到達できません。%4</translation>
    </message>
    <message>
        <source>It did not come to an end within %1 minutes.</source>
        <translation>%1 分以内に終わりませんでした。</translation>
    </message>
    <message>
        <source>What it points to cannot be seen.</source>
        <translation>指し示すものが見えません。</translation>
    </message>
</context>
<context>
    <name>TourList</name>
    <message>
        <source>%1 (go on at step %2)</source>
        <translation>%1（ステップ %2 から再開）</translation>
    </message>
</context>
<context>
    <name>TourMenu</name>
    <message>
        <source>A tour from a file…</source>
        <translation>ファイルからのツアー…</translation>
    </message>
    <message>
        <source>Guided tours (*.json);;All files (*)</source>
        <translation>ガイドツアー (*.json);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Makes a tour of what you do next in this window; you write the words</source>
        <translation>このウィンドウで次に行うことからツアーを作ります。文章はあなたが書きます</translation>
    </message>
    <message>
        <source>Open a tour</source>
        <translation>ツアーを開く</translation>
    </message>
    <message>
        <source>Opens a tour that you or someone else has written</source>
        <translation>自分やほかの人が書いたツアーを開きます</translation>
    </message>
    <message>
        <source>Record a tour…</source>
        <translation>ツアーを記録…</translation>
    </message>
</context>
<context>
    <name>TourStates</name>
    <message>
        <source>Dimensions are set by hand: %1.</source>
        <translation>手動設定の次元があります：%1 個。</translation>
    </message>
    <message>
        <source>No dimension is set by hand.</source>
        <translation>手動設定の次元がありません。</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>モデルが開かれていません。</translation>
    </message>
    <message>
        <source>Tables are pinned: %1, fewer than %2.</source>
        <translation>ピン留めした表は %1 個で、%2 個より少ないです。</translation>
    </message>
    <message>
        <source>The current dimension is %1, not %2.</source>
        <translation>現在の次元は %1 で、%2 ではありません。</translation>
    </message>
    <message>
        <source>The mean disturbance is %1, not below %2.</source>
        <translation>平均擾乱は %1 で、%2 未満ではありません。</translation>
    </message>
    <message>
        <source>The method is %1, not %2.</source>
        <translation>手法は %1 で、%2 ではありません。</translation>
    </message>
    <message>
        <source>The source is %1, not %2.</source>
        <translation>ソースは %1 で、%2 ではありません。</translation>
    </message>
    <message>
        <source>The target length is %1, not %2.</source>
        <translation>目標長は %1 で、%2 ではありません。</translation>
    </message>
    <message>
        <source>The view %1 cannot be seen.</source>
        <translation>ビュー %1 が見えません。</translation>
    </message>
    <message>
        <source>There is no result yet for what is set.</source>
        <translation>設定した内容の結果がまだありません。</translation>
    </message>
</context>
<context>
    <name>UserSettings</name>
    <message>
        <source>%1 cannot be written: the layout of the window and recent files are not kept.</source>
        <translation>%1 に書き込めません。ウィンドウのレイアウトと最近のファイルは保存されません。</translation>
    </message>
    <message>
        <source>%1 is damaged: the layout of the window and recent files begin anew.</source>
        <translation>%1 は壊れています。ウィンドウのレイアウトと最近のファイルは初期状態から始まります。</translation>
    </message>
    <message>
        <source>%1 is locked, by %1.lock: the layout of the window and recent files are not kept.</source>
        <translation>%1 は %1.lock によりロックされています。ウィンドウのレイアウトと最近のファイルは保存されません。</translation>
    </message>
    <message>
        <source>%1 is not a regular file: the layout of the window and recent files are not kept.</source>
        <translation>%1 は通常のファイルではありません。ウィンドウのレイアウトと最近のファイルは保存されません。</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>All dimensions with their disturbance and their choice</source>
        <translation>すべての次元とその擾乱、選択</translation>
    </message>
    <message>
        <source>All dimensions</source>
        <translation>すべての次元</translation>
    </message>
    <message>
        <source>Angle errors</source>
        <translation>角度誤差</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲線</translation>
    </message>
    <message>
        <source>Dimensions as hands that turn while the position runs, and the angles that they have visited</source>
        <translation>位置が進むにつれて回る針としての次元と、それらが通った角度</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>次元</translation>
    </message>
    <message>
        <source>Disturbance</source>
        <translation>擾乱</translation>
    </message>
    <message>
        <source>Every value of a recording: position, sequence and the angle of each dimension</source>
        <translation>記録のすべての値：位置、系列、各次元の角度</translation>
    </message>
    <message>
        <source>Everything that each table can be judged by, and two of these against each other</source>
        <translation>各表を判断するすべての指標と、そのうち 2 つの対比</translation>
    </message>
    <message>
        <source>Factor and wavelength of every dimension, and the decay with the distance</source>
        <translation>各次元の係数と波長、距離による減衰</translation>
    </message>
    <message>
        <source>How far the recorded angles of every dimension are from the ideal ones</source>
        <translation>各次元の記録された角度が理想の角度からどれだけ離れているか</translation>
    </message>
    <message>
        <source>How the recorded angles of one or several dimensions run along the recording</source>
        <translation>1 つまたは複数の次元の記録された角度が、記録に沿ってどう進むか</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>実験室</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>ランドスケープ</translation>
    </message>
    <message>
        <source>Length sweep</source>
        <translation>長さスイープ</translation>
    </message>
    <message>
        <source>Measures and scores</source>
        <translation>尺度とスコア</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概観</translation>
    </message>
    <message>
        <source>Rotary clock</source>
        <translation>回転時計</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>シーン</translation>
    </message>
    <message>
        <source>Second readings</source>
        <translation>第二の指標</translation>
    </message>
    <message>
        <source>Source and parameters</source>
        <translation>ソースとパラメーター</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>構造</translation>
    </message>
    <message>
        <source>The angle distributions of all dimensions before and after the extension, and the difference</source>
        <translation>拡張前と拡張後の全次元の角度分布と、その差</translation>
    </message>
    <message>
        <source>The distribution of every dimension at once, small and on one scale</source>
        <translation>全次元の分布を、小さく、同じ目盛りで一度に表示</translation>
    </message>
    <message>
        <source>The disturbance of every dimension under hundreds of factors</source>
        <translation>数百通りの係数での各次元の擾乱</translation>
    </message>
    <message>
        <source>The disturbance of every dimension, and the mean of every method</source>
        <translation>各次元の擾乱と各手法の平均</translation>
    </message>
    <message>
        <source>The groups, datasets and attributes of the recording&apos;s file</source>
        <translation>記録ファイルのグループ、データセット、属性</translation>
    </message>
    <message>
        <source>The model or recording that is open, and everything that the analysis depends on</source>
        <translation>開いているモデルまたは記録と、解析が依存するすべての項目</translation>
    </message>
    <message>
        <source>The points of a talk: view, dimension and zoom under a name, with a note, which sessions keep</source>
        <translation>発表の各場面：名前を付けたビュー、次元、ズームとメモ。セッションに保存されます</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>軌跡</translation>
    </message>
    <message>
        <source>What every table costs at every context length</source>
        <translation>各表があらゆる文脈長でもたらす擾乱</translation>
    </message>
    <message>
        <source>What is proved of the tables: the least disturbance, and the margin of every dimension</source>
        <translation>表について証明されること：最小の擾乱と、各次元の余裕</translation>
    </message>
    <message>
        <source>Whether a small language model that runs under the table still finds a key in a long text</source>
        <translation>その表のもとで動く小さな言語モデルが、長いテキストのキーをまだ見つけるか</translation>
    </message>
    <message>
        <source>Which measure of a table foretells what a model scores under it</source>
        <translation>表のどの尺度が、その表のもとでのモデルのスコアを予告するか</translation>
    </message>
    <message>
        <source>Your own words about what is open, which sessions keep</source>
        <translation>開いているものについての自分の言葉。セッションに保存されます</translation>
    </message>
</context>
<context>
    <name>rotascope::AnimationWriter</name>
    <message>
        <source>%1: cannot be written</source>
        <translation>%1：書き込めません</translation>
    </message>
</context>
<context>
    <name>rotascope::CachedChart</name>
    <message>
        <source>%1, by %2</source>
        <translation>%2 に対する %1</translation>
    </message>
</context>
<context>
    <name>rotascope::CellGrids</name>
    <message>
        <source>Arrow keys: go to another cell. Return: choose it.</source>
        <translation>矢印キー：別のセルへ移動。Return：選択。</translation>
    </message>
</context>
<context>
    <name>rotascope::CertificateView</name>
    <message>
        <source>%1 (as set)</source>
        <translation>%1（現在の設定）</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 ほか %2 個</translation>
    </message>
    <message>
        <source>%1 not least</source>
        <translation>最小でない%1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 のうち %1</translation>
    </message>
    <message>
        <source>%1 that change</source>
        <translation>変わる%1</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明</translation>
    </message>
    <message>
        <source>Choice under another b or ε</source>
        <translation>別の b または ε での選択</translation>
    </message>
    <message>
        <source>Factors between these can have less, as the current ones have.</source>
        <translation>これらの間の係数は、現在の表のように、さらに小さくなることがあります。</translation>
    </message>
    <message>
        <source>Margin of each %1</source>
        <translation>各%1の余裕</translation>
    </message>
    <message>
        <source>No table of %1 factors from %2 to %3 has less than %4.</source>
        <translation>%2 から %3 までの %1 個の係数によるどの表も、%4 を下回りません。</translation>
    </message>
    <message>
        <source>No table of the factors 1 and %1 has a mean disturbance below %2: the disturbance of one %3 does not depend on the factor of another, so the least sum is the sum of the least.</source>
        <translation>係数 1 と %1 によるどの表も、平均擾乱は %2 を下回りません。どの%3の擾乱も他のものの係数に依存しないため、最小の和は最小値の和です。</translation>
    </message>
    <message>
        <source>Open a recording or choose a model to see what can be proved of its tables.</source>
        <translation>記録を開くかモデルを選ぶと、その表について証明できることが表示されます。</translation>
    </message>
    <message>
        <source>Sum of each table</source>
        <translation>各表の和</translation>
    </message>
    <message>
        <source>The current table has %1; in %2 of %3 %4 another of the two factors would disturb less.</source>
        <translation>現在の表は %1 です。%3 の%4のうち %2 では、この 2 つの係数のうち別のほうが擾乱が小さくなります。</translation>
    </message>
    <message>
        <source>The current table has no more.</source>
        <translation>現在の表もこれを上回りません。</translation>
    </message>
    <message>
        <source>The current table has other factors as well, and %1.</source>
        <translation>現在の表にはほかの係数もあり、%1 です。</translation>
    </message>
    <message>
        <source>The least of each %1, and by how much it wins</source>
        <translation>各%1の最小と、その余裕</translation>
    </message>
    <message>
        <source>Two for each dimension that is interpolated: a dimension is a pair of components</source>
        <translation>補間される次元ごとに 2 つ：次元は成分のペアです</translation>
    </message>
    <message>
        <source>above the least</source>
        <translation>最小との差</translation>
    </message>
    <message>
        <source>b or ε</source>
        <translation>b または ε</translation>
    </message>
    <message>
        <source>best factor</source>
        <translation>最良の係数</translation>
    </message>
    <message>
        <source>dimension</source>
        <translation>次元</translation>
    </message>
    <message>
        <source>extrapolation</source>
        <translation>外挿</translation>
    </message>
    <message>
        <source>interpolated components</source>
        <translation>補間された成分</translation>
    </message>
    <message>
        <source>interpolated</source>
        <translation>補間</translation>
    </message>
    <message>
        <source>interpolation</source>
        <translation>補間</translation>
    </message>
    <message>
        <source>least</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>余裕</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>和</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>with it</source>
        <translation>そのときの擾乱</translation>
    </message>
</context>
<context>
    <name>rotascope::ClockDials</name>
    <message>
        <source>, where nothing was seen before</source>
        <translation>、拡張前は未見</translation>
    </message>
    <message>
        <source>; key at %1</source>
        <translation>；キーは %1</translation>
    </message>
    <message>
        <source>Dimension %1, %2: hand at %3</source>
        <translation>次元 %1、%2：針は %3</translation>
    </message>
</context>
<context>
    <name>rotascope::ClockView</name>
    <message>
        <source>%1 positions/s</source>
        <translation>%1 位置/秒</translation>
    </message>
    <message>
        <source>%1: nothing turns, so there is no clock to show.</source>
        <translation>%1：何も回転しないので、表示する時計はありません。</translation>
    </message>
    <message>
        <source>A second hand, so many positions behind: both turn, the angle between them stays</source>
        <translation>この数の位置だけ後ろの 2 本目の針。両方が回り、間の角度は変わりません</translation>
    </message>
    <message>
        <source>Distance of the key</source>
        <translation>キーの距離</translation>
    </message>
    <message>
        <source>How fast the position runs</source>
        <translation>位置が進む速さ</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>One position back</source>
        <translation>1 位置戻る</translation>
    </message>
    <message>
        <source>One position on</source>
        <translation>1 位置進む</translation>
    </message>
    <message>
        <source>Open a recording or choose a model to see its dimensions turn.</source>
        <translation>記録を開くかモデルを選ぶと、その次元が回ります。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Rotary angles as hands of clocks</source>
        <translation>時計の針としての回転角</translation>
    </message>
    <message>
        <source>Rotary angles of the positions 0 … %1</source>
        <translation>位置 0 … %1 の回転角</translation>
    </message>
    <message>
        <source>Rotary clock</source>
        <translation>回転時計</translation>
    </message>
    <message>
        <source>Space: play and pause. Left and Right: a position. Page Up and Page Down: a tenth. Up and Down: speed.</source>
        <translation>Space：再生と一時停止。左右：1 位置。Page Up と Page Down：10 分の 1。上下：速さ。</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速さ</translation>
    </message>
    <message>
        <source>Table of the hands</source>
        <translation>針の表</translation>
    </message>
    <message>
        <source>The distance of the key is &quot;%1&quot;; expected a whole number of positions from 0 to %2, such as 4096 or 4k.</source>
        <translation>キーの距離が「%1」です。0 から %2 までの位置の数（整数、例：4096、4k）が必要です。</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>未見</translation>
    </message>
    <message>
        <source>Which dimensions are shown</source>
        <translation>表示する次元</translation>
    </message>
    <message>
        <source>Whose factors the hands turn with</source>
        <translation>針がどの表の係数で回るか</translation>
    </message>
    <message>
        <source>all in %1 s</source>
        <translation>全体を %1 秒で</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>around the current one</source>
        <translation>現在の前後</translation>
    </message>
    <message>
        <source>evenly spread</source>
        <translation>均等に選ぶ</translation>
    </message>
    <message>
        <source>key at distance </source>
        <translation>キーの距離 </translation>
    </message>
    <message>
        <source>most disturbed</source>
        <translation>擾乱が大きい</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>キーなし</translation>
    </message>
    <message>
        <source>position %1 of %2, beyond L</source>
        <translation>位置 %1 / %2、L を超える</translation>
    </message>
    <message>
        <source>position %1 of %2</source>
        <translation>位置 %1 / %2</translation>
    </message>
    <message>
        <source>the current one</source>
        <translation>現在の次元</translation>
    </message>
</context>
<context>
    <name>rotascope::CommandPalette</name>
    <message>
        <source>Commands that were found</source>
        <translation>見つかったコマンド</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>何をしますか？</translation>
    </message>
    <message>
        <source>Words of the command</source>
        <translation>コマンドの言葉</translation>
    </message>
</context>
<context>
    <name>rotascope::ComputingIndicator</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Computing… table %1 of %2</source>
        <translation>計算中… 表 %1 / %2</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>計算中…</translation>
    </message>
    <message>
        <source>Stops, and goes back to the settings of the result that is shown</source>
        <translation>停止し、表示中の結果の設定に戻ります</translation>
    </message>
</context>
<context>
    <name>rotascope::CountingPreview</name>
    <message>
        <source>Angles counted so far</source>
        <translation>これまでに数えた角度</translation>
    </message>
    <message>
        <source>The angles of dimension %1 counted so far, from 0 to a whole turn</source>
        <translation>これまでに数えた次元 %1 の角度（0 から 1 回転まで）</translation>
    </message>
    <message>
        <source>dimension %1: %2 of %3 intervals have angles</source>
        <translation>次元 %1：%3 区間のうち %2 区間に角度があります</translation>
    </message>
</context>
<context>
    <name>rotascope::CurvesView</name>
    <message>
        <source>%1: all heads and layers share one factor, which makes no curve.</source>
        <translation>%1：すべてのヘッドと層が 1 つの係数を共有するため、曲線はありません。</translation>
    </message>
    <message>
        <source>%1: nothing turns, so there is no wavelength and no decay.</source>
        <translation>%1：何も回転しないので、波長も減衰もありません。</translation>
    </message>
    <message>
        <source>B(m)</source>
        <translation>B(m)</translation>
    </message>
    <message>
        <source>Current table</source>
        <translation>現在の表</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲線</translation>
    </message>
    <message>
        <source>Decay B(m) = Σ cos(m θᵢ/fᵢ) with the distance m</source>
        <translation>距離 m による減衰 B(m) = Σ cos(m θᵢ/fᵢ)</translation>
    </message>
    <message>
        <source>Factor fᵢ of every dimension</source>
        <translation>各次元の係数 fᵢ</translation>
    </message>
    <message>
        <source>How much closer a similar key is to a query than any other key, at this distance. From the reach on, where B is first negative, it no longer is.</source>
        <translation>この距離で、クエリに似たキーがほかのキーよりどれだけ近いか。B が最初に負になる到達距離から先は、近くありません。</translation>
    </message>
    <message>
        <source>L = %1</source>
        <translation>L = %1</translation>
    </message>
    <message>
        <source>L′ = %1</source>
        <translation>L′ = %1</translation>
    </message>
    <message>
        <source>Open a recording or choose a model to see its curves.</source>
        <translation>記録を開くかモデルを選ぶと、その曲線が表示されます。</translation>
    </message>
    <message>
        <source>The positions that one turn takes. Above L, a dimension made no whole turn in pre-training.</source>
        <translation>1 回転にかかる位置の数。L より上では、次元は事前学習で 1 回転していません。</translation>
    </message>
    <message>
        <source>Wavelength of every dimension</source>
        <translation>各次元の波長</translation>
    </message>
    <message>
        <source>What every table divides the frequency of a dimension by: 1 extrapolates, s = L′/L interpolates.</source>
        <translation>各表が次元の周波数を割る数：1 は外挿、s = L′/L は補間です。</translation>
    </message>
    <message>
        <source>What the curves are of</source>
        <translation>曲線が示すもの</translation>
    </message>
    <message>
        <source>chosen %1</source>
        <translation>選択 %1</translation>
    </message>
    <message>
        <source>critical dimension %1 (pair %2)</source>
        <translation>臨界次元 %1（ペア %2）</translation>
    </message>
    <message>
        <source>decay</source>
        <translation>減衰</translation>
    </message>
    <message>
        <source>dimension %1</source>
        <translation>次元 %1</translation>
    </message>
    <message>
        <source>distance %1</source>
        <translation>距離 %1</translation>
    </message>
    <message>
        <source>distance m (positions)</source>
        <translation>距離 m（位置）</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>係数</translation>
    </message>
    <message>
        <source>reach %1</source>
        <translation>到達距離 %1</translation>
    </message>
    <message>
        <source>reach before %1</source>
        <translation>拡張前の到達距離 %1</translation>
    </message>
    <message>
        <source>wavelength (positions)</source>
        <translation>波長（位置）</translation>
    </message>
    <message>
        <source>wavelength</source>
        <translation>波長</translation>
    </message>
</context>
<context>
    <name>rotascope::DimensionModel</name>
    <message>
        <source>%1 of the angles within L′ fall into intervals that pre-training never saw.</source>
        <translation>L′ 内の角度の %1 が、事前学習になかった区間に入ります。</translation>
    </message>
    <message>
        <source>%1, automatic</source>
        <translation>%1、自動</translation>
    </message>
    <message>
        <source>%1, nearly tied</source>
        <translation>%1、ほぼ同等</translation>
    </message>
    <message>
        <source>%1, set by hand</source>
        <translation>%1、手動設定</translation>
    </message>
    <message>
        <source>Automatic: as the method %1 says.</source>
        <translation>自動：手法「%1」のとおり。</translation>
    </message>
    <message>
        <source>By how much the better of extrapolation and interpolation disturbs less than the other</source>
        <translation>外挿と補間のうち良いほうの擾乱が、もう一方よりどれだけ小さいか</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>チャネル</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>D %1</source>
        <translation>D %1</translation>
    </message>
    <message>
        <source>D chosen</source>
        <translation>D 選択</translation>
    </message>
    <message>
        <source>D extrap.</source>
        <translation>D 外挿</translation>
    </message>
    <message>
        <source>D interp.</source>
        <translation>D 補間</translation>
    </message>
    <message>
        <source>D other</source>
        <translation>D 第二</translation>
    </message>
    <message>
        <source>Dim</source>
        <translation>次元</translation>
    </message>
    <message>
        <source>Disturbance if this dimension is extrapolated (factor 1)</source>
        <translation>この次元を外挿（係数 1）したときの擾乱</translation>
    </message>
    <message>
        <source>Disturbance if this dimension is interpolated (factor s = L′/L)</source>
        <translation>この次元を補間（係数 s = L′/L）したときの擾乱</translation>
    </message>
    <message>
        <source>Disturbance with the chosen factor</source>
        <translation>選択した係数での擾乱</translation>
    </message>
    <message>
        <source>Disturbance with the pinned table %1, less that with the chosen factor</source>
        <translation>ピン留めした表 %1 での擾乱から、選択した係数での擾乱を引いたもの</translation>
    </message>
    <message>
        <source>Disturbance with the pinned table %1</source>
        <translation>ピン留めした表 %1 での擾乱</translation>
    </message>
    <message>
        <source>E extrapolation, I interpolation, A automatic (as the method says). Click, or press E, I, A or Space</source>
        <translation>E 外挿、I 補間、A 自動（手法のとおり）。クリックするか、E、I、A、Space を押します</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>係数</translation>
    </message>
    <message>
        <source>Far</source>
        <translation>遠方</translation>
    </message>
    <message>
        <source>Freq. ratio</source>
        <translation>周波数比</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>ヘッド</translation>
    </message>
    <message>
        <source>How far angles of far distances lie from those seen in pre-training (chord, 0 to 2)</source>
        <translation>遠い距離の角度が、事前学習で見た角度からどれだけ離れているか（弦、0 から 2）</translation>
    </message>
    <message>
        <source>How far the chosen factor moves the angles of neighbours (chord, 0 to 2)</source>
        <translation>選んだ係数が隣の角度をどれだけ動かすか（弦、0 から 2）</translation>
    </message>
    <message>
        <source>How much the angles of %1 differ from those before, by the same measure</source>
        <translation>%1 の角度が拡張前の角度とどれだけ異なるか（同じ尺度）</translation>
    </message>
    <message>
        <source>M-RoPE: turned by the height</source>
        <translation>M-RoPE：高さで回る</translation>
    </message>
    <message>
        <source>M-RoPE: turned by the position in time</source>
        <translation>M-RoPE：時間の位置で回る</translation>
    </message>
    <message>
        <source>M-RoPE: turned by the width</source>
        <translation>M-RoPE：幅で回る</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>余裕</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>近傍</translation>
    </message>
    <message>
        <source>Positions for one full turn, 2π / inv_freq</source>
        <translation>1 回転にかかる位置の数、2π / inv_freq</translation>
    </message>
    <message>
        <source>Set by hand.</source>
        <translation>手動設定。</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>傾き</translation>
    </message>
    <message>
        <source>The attention head, 0-based</source>
        <translation>アテンションヘッド、0 から数えます</translation>
    </message>
    <message>
        <source>The bias for each position of distance</source>
        <translation>距離 1 位置ごとのバイアス</translation>
    </message>
    <message>
        <source>The dimension: a rotary pair, 0-based</source>
        <translation>次元：回転ペア、0 から数えます</translation>
    </message>
    <message>
        <source>The frequency of %1, divided by that of this source</source>
        <translation>%1 の周波数を、このソースの周波数で割ったもの</translation>
    </message>
    <message>
        <source>The one factor that all heads and layers share</source>
        <translation>すべてのヘッドと層に共通の 1 つの係数</translation>
    </message>
    <message>
        <source>The share within L′ that falls into intervals which pre-training never saw, with the chosen factor</source>
        <translation>選んだ係数で、L′ のうち、事前学習で見たことのない区間に入る割合</translation>
    </message>
    <message>
        <source>Turns completed within the pre-training length</source>
        <translation>事前学習長の中で回る回数</translation>
    </message>
    <message>
        <source>Turns completed within the target length, with the chosen factor</source>
        <translation>選んだ係数で、目標の長さのうちに完了する回転数</translation>
    </message>
    <message>
        <source>Turns in L</source>
        <translation>L 内の回転数</translation>
    </message>
    <message>
        <source>Turns in L′</source>
        <translation>L′ での回転</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>未見</translation>
    </message>
    <message>
        <source>Wavelength %1 positions. The other way round the difference is %2. %3 of its angles fall into intervals without one before.</source>
        <translation>波長 %1 位置。逆向きの差は %2 です。その角度の %3 が、拡張前に角度が 1 つもない区間に入ります。</translation>
    </message>
    <message>
        <source>Wavelength</source>
        <translation>波長</translation>
    </message>
    <message>
        <source>What positions or distances are divided by. Double-click or press F2 to type another</source>
        <translation>位置や距離を割る数。別の値を入力するには、ダブルクリックするか F2 を押します</translation>
    </message>
    <message>
        <source>What the frequency is divided by. Double-click or press F2 to type another</source>
        <translation>周波数を割る数。ダブルクリックするか F2 を押すと別の数を入力できます</translation>
    </message>
    <message>
        <source>What the slope is divided by. Double-click or press F2 to type another</source>
        <translation>傾きを割る数。別の値を入力するには、ダブルクリックするか F2 を押します</translation>
    </message>
    <message>
        <source>Δ %1</source>
        <translation>Δ %1</translation>
    </message>
    <message>
        <source>≈ The two disturbances nearly tie: they differ by at most 10 %.</source>
        <translation>≈ 2 つの擾乱はほぼ同等です。差は 10 % 以下です。</translation>
    </message>
</context>
<context>
    <name>rotascope::DimensionTable</name>
    <message>
        <source>Bold: set by hand.</source>
        <translation>太字：手動設定。</translation>
    </message>
    <message>
        <source>D of pinned tables</source>
        <translation>ピン留めした表の D</translation>
    </message>
    <message>
        <source>D of the second source</source>
        <translation>第二のソースの D</translation>
    </message>
    <message>
        <source>Dimensions, L = %1 to L′ = %2</source>
        <translation>次元、L = %1 から L′ = %2</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>次元</translation>
    </message>
    <message>
        <source>Frequency ratio of the second source</source>
        <translation>第二のソースの周波数比</translation>
    </message>
    <message>
        <source>The factor of dimension %1 is &quot;%2&quot;; expected a number from %3 to %4, or ∞, which freezes it.</source>
        <translation>次元 %1 の係数が「%2」です。%3 から %4 までの数、または凍結を表す ∞ が必要です。</translation>
    </message>
    <message>
        <source>Δ of pinned tables</source>
        <translation>ピン留めした表の Δ</translation>
    </message>
</context>
<context>
    <name>rotascope::DistributionView</name>
    <message>
        <source> (factor %1)</source>
        <translation>（係数 %1）</translation>
    </message>
    <message>
        <source> · unseen before</source>
        <translation> · 拡張前は未見</translation>
    </message>
    <message>
        <source>%1 samples per interval</source>
        <translation>区間あたり %1 サンプル</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ～ %2</translation>
    </message>
    <message>
        <source>%1 · L = %2</source>
        <translation>%1 · L = %2</translation>
    </message>
    <message>
        <source>A %1 · B %2 · Δ %3</source>
        <translation>A %1 · B %2 · Δ %3</translation>
    </message>
    <message>
        <source>After: %1 of %2 positions</source>
        <translation>拡張後：%2 位置中 %1 まで</translation>
    </message>
    <message>
        <source>Angle distribution of the current dimension</source>
        <translation>現在の次元の角度分布</translation>
    </message>
    <message>
        <source>Angle distribution</source>
        <translation>角度分布</translation>
    </message>
    <message>
        <source>Before: %1 · b = %2 intervals · %3</source>
        <translation>拡張前：%1 · b = %2 区間 · %3</translation>
    </message>
    <message>
        <source>Dimension %1 · wavelength %2 positions · %3 turns within L = %4</source>
        <translation>次元 %1 · 波長 %2 位置 · L = %4 内で %3 回転</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Intervals without a single angle before the extension: what the model never saw in pre-training.</source>
        <translation>拡張前に角度が 1 つもない区間：モデルが事前学習で見たことのないもの。</translation>
    </message>
    <message>
        <source>Never seen:&amp;nbsp; %1 &amp;nbsp; %2 &amp;nbsp; %3%4</source>
        <translation>未見：&amp;nbsp; %1 &amp;nbsp; %2 &amp;nbsp; %3%4</translation>
    </message>
    <message>
        <source>Open a recording or choose a model to see its angles.</source>
        <translation>記録を開くかモデルを選ぶと、その角度が表示されます。</translation>
    </message>
    <message>
        <source>Rings</source>
        <translation>リング</translation>
    </message>
    <message>
        <source>Shows the same curves as rings around the circle</source>
        <translation>同じ曲線を円周上のリングとして表示します</translation>
    </message>
    <message>
        <source>The share of the angles within L′ that fall into intervals without a single angle before the extension</source>
        <translation>L′ 内の角度のうち、拡張前に角度が 1 つもなかった区間に入る割合</translation>
    </message>
    <message>
        <source>Unit of the angle</source>
        <translation>角度の単位</translation>
    </message>
    <message>
        <source>Unseen angles:&amp;nbsp; %1 &amp;nbsp; %2 &amp;nbsp; %3%4</source>
        <translation>未見の角度：&amp;nbsp; %1 &amp;nbsp; %2 &amp;nbsp; %3%4</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>未見</translation>
    </message>
    <message>
        <source>Why the dimension is disturbed: the pattern that its angles make, and how much each way changes it</source>
        <translation>次元の擾乱の理由：角度がなすパターンと、それぞれの方法がそれをどれだけ変えるか</translation>
    </message>
    <message>
        <source>longest bar: %1 of the angles</source>
        <translation>最も長い棒：角度の %1</translation>
    </message>
    <message>
        <source>rotary angle (%1)</source>
        <translation>回転角（%1）</translation>
    </message>
    <message>
        <source>share of the angles</source>
        <translation>角度の割合</translation>
    </message>
    <message>
        <source>share of what is counted</source>
        <translation>数えたものの割合</translation>
    </message>
</context>
<context>
    <name>rotascope::DisturbanceView</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>A dimension %1 · B dimension %2</source>
        <translation>A 次元 %1 · B 次元 %2</translation>
    </message>
    <message>
        <source>Dimension %1 · %2 turns in L</source>
        <translation>次元 %1 · L 内で %2 回転</translation>
    </message>
    <message>
        <source>Disturbance of each %1, L = %2 to L′ = %3</source>
        <translation>各%1の擾乱、L = %2 から L′ = %3</translation>
    </message>
    <message>
        <source>Disturbance of each dimension</source>
        <translation>各次元の擾乱</translation>
    </message>
    <message>
        <source>Disturbance</source>
        <translation>擾乱</translation>
    </message>
    <message>
        <source>Mean: %1</source>
        <translation>平均：%1</translation>
    </message>
    <message>
        <source>Open a recording or choose a model to see how an extension disturbs it.</source>
        <translation>記録を開くかモデルを選ぶと、拡張がそれをどう乱すかが表示されます。</translation>
    </message>
    <message>
        <source>Scale of the disturbance axis</source>
        <translation>擾乱の軸の目盛り</translation>
    </message>
    <message>
        <source>disturbance</source>
        <translation>擾乱</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>線形</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>対数</translation>
    </message>
</context>
<context>
    <name>rotascope::DropTarget</name>
    <message numerus="yes">
        <source>%n files were dropped; expected one.</source>
        <translation>
            <numerusform>%n 個のファイルがドロップされました。1 個だけドロップしてください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rotascope::EngineIndicator</name>
    <message>
        <source> · median %1, 95 % ≤ %2 ms</source>
        <translation> · 中央値 %1, 95 % ≤ %2 ms</translation>
    </message>
    <message>
        <source>%1 (%2) · %3 ms</source>
        <translation>%1 (%2) · %3 ms</translation>
    </message>
    <message>
        <source>Dimensions recounted for this result: %1.</source>
        <translation>この結果のために数え直した次元：%1。</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>Time of the last recomputation; median and 95th percentile of the last %1.
%2
Click to choose the engine.</source>
        <translation>前回の再計算の時間。直近 %1 回の中央値と 95 パーセンタイル。
%2
クリックするとエンジンを選べます。</translation>
    </message>
</context>
<context>
    <name>rotascope::EngineMenu</name>
    <message>
        <source>En&amp;gine</source>
        <translation>エンジン(&amp;G)</translation>
    </message>
</context>
<context>
    <name>rotascope::EnginesDialog</name>
    <message>
        <source>
chosen by %1: %2</source>
        <translation>
%1 が選択：%2</translation>
    </message>
    <message>
        <source>Engines count angles and compute disturbances. All give the same results, to the bit.</source>
        <translation>エンジンは角度を数え、擾乱を計算します。結果はどれもビット単位で同じです。</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>is being looked for: %1</source>
        <translation>検索中：%1</translation>
    </message>
    <message>
        <source>not available: %1</source>
        <translation>利用できません：%1</translation>
    </message>
    <message>
        <source>works: %1</source>
        <translation>動作中：%1</translation>
    </message>
</context>
<context>
    <name>rotascope::ErrorsView</name>
    <message>
        <source>99 % are below</source>
        <translation>99 % がこれ以下</translation>
    </message>
    <message>
        <source>Angle errors</source>
        <translation>角度誤差</translation>
    </message>
    <message>
        <source>By position</source>
        <translation>位置ごと</translation>
    </message>
    <message>
        <source>Current table</source>
        <translation>現在の表</translation>
    </message>
    <message>
        <source>Dimension %1 · %2 angles</source>
        <translation>次元 %1 · 角度 %2 個</translation>
    </message>
    <message>
        <source>Dimension %1: recorded minus ideal</source>
        <translation>次元 %1：記録 - 理想</translation>
    </message>
    <message>
        <source>Each dimension</source>
        <translation>次元ごと</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>測定</translation>
    </message>
    <message>
        <source>Measuring, %1, %2</source>
        <translation>測定中、%1、%2</translation>
    </message>
    <message>
        <source>Measuring, %1</source>
        <translation>測定中、%1</translation>
    </message>
    <message>
        <source>Model&apos;s table</source>
        <translation>モデルの表</translation>
    </message>
    <message>
        <source>Open a recording to see how far the angles that the model applied are from the ideal ones.</source>
        <translation>記録を開くと、モデルが適用した角度が理想からどれだけ離れているかが表示されます。</translation>
    </message>
    <message>
        <source>Positions %1 to %2 · %3 angles</source>
        <translation>位置 %1 から %2 · 角度 %3 個</translation>
    </message>
    <message>
        <source>Recorded minus ideal angle of dimension %1 by position</source>
        <translation>次元 %1 の、記録された角度 - 理想の角度（位置ごと）</translation>
    </message>
    <message>
        <source>Recorded minus ideal angle of each dimension</source>
        <translation>各次元の記録された角度と理想の角度の差</translation>
    </message>
    <message>
        <source>Recorded minus ideal</source>
        <translation>記録された角度 - 理想の角度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The frequencies that recorded angles are measured against</source>
        <translation>記録された角度の測定の基準となる周波数</translation>
    </message>
    <message>
        <source>The greatest error</source>
        <translation>最大の誤差</translation>
    </message>
    <message>
        <source>The most that a model is off that computes in float32</source>
        <translation>float32 で計算するモデルの最大のずれ</translation>
    </message>
    <message>
        <source>The most that an angle is off whose cosine and sine were rounded to bfloat16</source>
        <translation>余弦と正弦を bfloat16 に丸めた角度の最大のずれ</translation>
    </message>
    <message>
        <source>The recording is read …</source>
        <translation>記録を読み込んでいます …</translation>
    </message>
    <message>
        <source>This recording has no positions or no angles, one by one. With both, this shows how far the angles are from the ideal ones.</source>
        <translation>この記録には位置または角度が 1 つずつ入っていません。両方があれば、角度が理想からどれだけ離れているかを表示します。</translation>
    </message>
    <message>
        <source>Unit of the angle</source>
        <translation>角度の単位</translation>
    </message>
    <message>
        <source>What the errors are shown of: each dimension, or the positions of the current one</source>
        <translation>誤差を示す対象：それぞれの次元、または現在の次元の位置</translation>
    </message>
    <message>
        <source>bfloat16 rounds</source>
        <translation>bfloat16 の丸め</translation>
    </message>
    <message>
        <source>dimension (rotary pair)</source>
        <translation>次元（回転ペア）</translation>
    </message>
    <message>
        <source>error (%1)</source>
        <translation>誤差（%1）</translation>
    </message>
    <message>
        <source>float32 rounds</source>
        <translation>float32 の丸め</translation>
    </message>
    <message>
        <source>half are below</source>
        <translation>半分がこれ以下</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>root mean square</source>
        <translation>二乗平均平方根</translation>
    </message>
</context>
<context>
    <name>rotascope::ExportDialog</name>
    <message>
        <source> It holds the table of %1 alone.</source>
        <translation>%1 の表だけが入ります。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 (*%2);;All files (*)</source>
        <translation>%1 (*%2);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>%1: cannot be opened</source>
        <translation>%1：開けません</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>使用先(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>形式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>名前を付けて保存(&amp;S)…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Also the table of %1: %2, L′ %3</source>
        <translation>%1 の表も入れる：%2、L′ %3</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Choose the file to merge into</source>
        <translation>統合先のファイルを選択</translation>
    </message>
    <message>
        <source>Choose the model to copy.</source>
        <translation>コピーするモデルを選んでください。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>ファイルの内容</translation>
    </message>
    <message>
        <source>Copied the command.</source>
        <translation>コマンドをコピーしました。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>コピーしました。</translation>
    </message>
    <message>
        <source>Copy co&amp;mmand</source>
        <translation>コマンドをコピー(&amp;M)</translation>
    </message>
    <message>
        <source>Export scaling table</source>
        <translation>スケーリング表をエクスポート</translation>
    </message>
    <message>
        <source>File to merge into a copy of</source>
        <translation>コピーして統合する元のファイル</translation>
    </message>
    <message>
        <source>GGUF model (*.gguf);;All files (*)</source>
        <translation>GGUF モデル (*.gguf);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Merge into a copy of</source>
        <translation>コピーして統合する元</translation>
    </message>
    <message>
        <source>Merge into no file</source>
        <translation>ファイルに統合しない</translation>
    </message>
    <message>
        <source>Model configuration (*.json);;All files (*)</source>
        <translation>モデルの設定 (*.json);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Nothing to show yet. This export is a copy of your model&apos;s GGUF file with the table in it.

Next to &quot;Merge into a copy of&quot;, click &quot;Choose…&quot; and open that file. It stays as it is. Where you have none, llama.cpp&apos;s convert_hf_to_gguf.py makes one of the model&apos;s folder.</source>
        <translation>まだ表示するものがありません。このエクスポートは、モデルの GGUF ファイルのコピーに表を入れたものです。

「コピーして統合する元」の横の「選択…」を押して、そのファイルを開いてください。元のファイルは変わりません。ない場合は、llama.cpp の convert_hf_to_gguf.py でモデルのフォルダーから作れます。</translation>
    </message>
    <message>
        <source>Preparing …</source>
        <translation>準備中 …</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 を読み込んでいます …</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>停止しました。何も書き込まれていません。</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>停止しています …</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <translation>次に：%1</translation>
    </message>
    <message>
        <source>There is nothing to show: the reason stands below.</source>
        <translation>表示するものがありません。理由は下にあります。</translation>
    </message>
    <message>
        <source>What engines do with it</source>
        <translation>エンジンによる扱い</translation>
    </message>
    <message>
        <source>What to do with it next</source>
        <translation>次にすること</translation>
    </message>
    <message>
        <source>Works with: %1</source>
        <translation>使えるもの：%1</translation>
    </message>
    <message>
        <source>Writing %1 … %2</source>
        <translation>%1 を書き込んでいます … %2</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>書き込みました：%1</translation>
    </message>
    <message>
        <source>no engine: a file for programs and people</source>
        <translation>エンジンなし：プログラムや人のためのファイル</translation>
    </message>
    <message>
        <source>none: only the members that change</source>
        <translation>なし：変更されるメンバーのみ</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>未選択</translation>
    </message>
    <message>
        <source>the export cannot be made</source>
        <translation>エクスポートを作成できません</translation>
    </message>
</context>
<context>
    <name>rotascope::ExportWriter</name>
    <message>
        <source>%1: cannot be written</source>
        <translation>%1：書き込めません</translation>
    </message>
</context>
<context>
    <name>rotascope::FigureMenu</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>並べ替え</translation>
    </message>
</context>
<context>
    <name>rotascope::FileFollower</name>
    <message>
        <source>%1 What is shown is as it was read before.</source>
        <translation>%1 表示されているのは以前に読み込んだ内容です。</translation>
    </message>
    <message>
        <source>%1 is no longer there. What is shown is as it was read.</source>
        <translation>%1 はもうありません。表示されているのは読み込んだときの内容です。</translation>
    </message>
    <message>
        <source>%1 was changed since it was read.</source>
        <translation>%1 は読み込んだ後に変更されました。</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>追従</translation>
    </message>
    <message>
        <source>Open anew</source>
        <translation>新しく開く</translation>
    </message>
    <message>
        <source>Opens the file as if for the first time</source>
        <translation>初めてのときと同じようにファイルを開きます</translation>
    </message>
    <message>
        <source>Reads the file again now and whenever it changes</source>
        <translation>今すぐ、そして変更されるたびにファイルを読み直します</translation>
    </message>
    <message>
        <source>Reads the file again; all that was chosen stays</source>
        <translation>ファイルを読み直します。選択した内容はすべて残ります</translation>
    </message>
    <message>
        <source>Reads the table again, as a step that can be undone</source>
        <translation>表を読み直します。元に戻せる操作です</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>再読み込み</translation>
    </message>
    <message>
        <source>The table %1 was changed since it was read.</source>
        <translation>表 %1 は読み込んだ後に変更されました。</translation>
    </message>
    <message>
        <source>Tries again to read the file; all that was chosen stays</source>
        <translation>ファイルの読み込みをもう一度試します。選択した内容はすべて残ります</translation>
    </message>
</context>
<context>
    <name>rotascope::FilePlaces</name>
    <message>
        <source>Saved %1</source>
        <translation>保存しました：%1</translation>
    </message>
</context>
<context>
    <name>rotascope::HandoutWriter</name>
    <message>
        <source>%1: cannot be written</source>
        <translation>%1：書き込めません</translation>
    </message>
</context>
<context>
    <name>rotascope::Headless</name>
    <message>
        <source>options</source>
        <translation>オプション</translation>
    </message>
</context>
<context>
    <name>rotascope::Heatmap</name>
    <message>
        <source>%1 (averaged)</source>
        <translation>%1（平均）</translation>
    </message>
    <message>
        <source>Up and down choose a row, left and right move its point.</source>
        <translation>上下キーで行を選び、左右キーでその点を動かします。</translation>
    </message>
    <message>
        <source>Up and down choose a row.</source>
        <translation>上下キーで行を選びます。</translation>
    </message>
    <message>
        <source>greatest: %1
least: %2</source>
        <translation>最大：%1
最小：%2</translation>
    </message>
</context>
<context>
    <name>rotascope::Help</name>
    <message>
        <source>More in the manual</source>
        <translation>マニュアルで詳しく見る</translation>
    </message>
</context>
<context>
    <name>rotascope::LaboratoryView</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中 %1</translation>
    </message>
    <message>
        <source>%1 prompts of each length and %2 short texts. ±: standard error. ▲ ▼: more or less than before the last change.</source>
        <translation>各長さのプロンプト %1 個と短いテキスト %2 個。±：標準誤差。▲ ▼：最後の変更の前より多い、または少ない。</translation>
    </message>
    <message>
        <source>%1 ± %2 %</source>
        <translation>%1 ± %2 %</translation>
    </message>
    <message>
        <source>%1 · %2 tokens, key at %3 of the text</source>
        <translation>%1 · %2 トークン、キーはテキストの %3</translation>
    </message>
    <message>
        <source>%1–%2 %</source>
        <translation>%1–%2 %</translation>
    </message>
    <message>
        <source>A first answer from %1 prompts of each length; %2 follow.</source>
        <translation>各長さのプロンプト %1 個による最初の答えです。%2 個が続きます。</translation>
    </message>
    <message>
        <source>All prompts</source>
        <translation>すべてのプロンプト</translation>
    </message>
    <message>
        <source>Before the last change</source>
        <translation>最後の変更の前</translation>
    </message>
    <message>
        <source>Current table</source>
        <translation>現在の表</translation>
    </message>
    <message>
        <source>Does a table work? The laboratory runs a small language model under it, asks for a key that is hidden in a long text, and shows how often it is found. Large models do not run here, so open the small one: every other view then shows it as well, and the table that you change is its table.</source>
        <translation>表は役に立つでしょうか。実験室は小さな言語モデルをその表のもとで動かし、長いテキストに隠されたキーを尋ね、どれだけ見つかるかを示します。大きなモデルはここでは動かないので、小さなモデルを開いてください。他のすべてのビューもそのモデルを示し、変えるのはその表になります。</translation>
    </message>
    <message>
        <source>How many of the keys in prompts of L′ tokens the model finds, with the standard error</source>
        <translation>L′ トークンのプロンプトのキーのうち、モデルが見つけるものの割合と標準誤差</translation>
    </message>
    <message>
        <source>How many prompts of L′ tokens were asked so far</source>
        <translation>これまでに尋ねた L′ トークンのプロンプトの数</translation>
    </message>
    <message>
        <source>Keys found, L = %1 to L′ = %2, in % of the prompts</source>
        <translation>見つかったキー、L = %1 から L′ = %2、プロンプトの %</translation>
    </message>
    <message>
        <source>Keys found, by the depth of the key and the length of the prompt</source>
        <translation>見つかったキー、キーの深さとプロンプトの長さごと</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>実験室</translation>
    </message>
    <message>
        <source>Mean loss of texts of L tokens under the same table, in nats a word: what the table costs short texts</source>
        <translation>同じ表での L トークンのテキストの平均損失、1 語あたりのナット：短いテキストに対する表の代償</translation>
    </message>
    <message>
        <source>Mean loss of the key&apos;s digits, in nats: it moves while no key, or each of them, is found</source>
        <translation>キーの数字の平均損失、ナット：キーが 1 つも見つからないとき、またはすべて見つかるときも動きます</translation>
    </message>
    <message>
        <source>Mean loss of the words at positions beyond L, without the answer, in nats a word</source>
        <translation>L を超える位置の語の平均損失（答えを除く）、1 語あたりのナット</translation>
    </message>
    <message>
        <source>Mean loss of the words at positions up to L in prompts of L′ tokens, in nats a word</source>
        <translation>L′ トークンのプロンプトで L までの位置の語の平均損失、1 語あたりのナット</translation>
    </message>
    <message>
        <source>One prompt, and where the model looks, L = %1 to L′ = %2</source>
        <translation>1 つのプロンプトとモデルの注目先、L = %1 から L′ = %2</translation>
    </message>
    <message>
        <source>One prompt</source>
        <translation>1 つのプロンプト</translation>
    </message>
    <message>
        <source>Open the laboratory&apos;s model</source>
        <translation>実験室のモデルを開く</translation>
    </message>
    <message>
        <source>Opens the small model that comes with Rotascope, in the place of what is open</source>
        <translation>Rotascope に付属する小さなモデルを、開いているものの代わりに開きます</translation>
    </message>
    <message>
        <source>The current table, the one before the last change, and four methods</source>
        <translation>現在の表、最後の変更の前の表、4 つの手法</translation>
    </message>
    <message>
        <source>The laboratory&apos;s model is not installed. Expected: %1</source>
        <translation>実験室のモデルがインストールされていません。必要なもの：%1</translation>
    </message>
    <message>
        <source>The mean disturbance of all dimensions</source>
        <translation>すべての次元の平均擾乱</translation>
    </message>
    <message>
        <source>The model cannot be run: %1</source>
        <translation>モデルを動かせません：%1</translation>
    </message>
    <message>
        <source>What the laboratory shows</source>
        <translation>実験室が示すもの</translation>
    </message>
    <message>
        <source>What the model does under each table</source>
        <translation>それぞれの表のもとでモデルがすること</translation>
    </message>
    <message>
        <source>answer loss, all depths</source>
        <translation>答えの損失、すべての深さ</translation>
    </message>
    <message>
        <source>answer loss</source>
        <translation>答えの損失</translation>
    </message>
    <message>
        <source>before the last change</source>
        <translation>最後の変更の前</translation>
    </message>
    <message>
        <source>depth of the key</source>
        <translation>キーの深さ</translation>
    </message>
    <message>
        <source>disturbance</source>
        <translation>擾乱</translation>
    </message>
    <message>
        <source>key found</source>
        <translation>見つかったキー</translation>
    </message>
    <message>
        <source>loss beyond L</source>
        <translation>L を超えた損失</translation>
    </message>
    <message>
        <source>loss within L</source>
        <translation>L までの損失</translation>
    </message>
    <message>
        <source>prompts</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>short texts</source>
        <translation>短いテキスト</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>tokens of the prompt</source>
        <translation>プロンプトのトークン</translation>
    </message>
</context>
<context>
    <name>rotascope::LandscapeView</name>
    <message>
        <source>Current table</source>
        <translation>現在の表</translation>
    </message>
    <message>
        <source>Dimension %1 · factor %2</source>
        <translation>次元 %1 · 係数 %2</translation>
    </message>
    <message>
        <source>Disturbance by factor</source>
        <translation>係数ごとの擾乱</translation>
    </message>
    <message>
        <source>Disturbance of every %1 under every factor</source>
        <translation>各係数での各%1の擾乱</translation>
    </message>
    <message>
        <source>Disturbance</source>
        <translation>擾乱</translation>
    </message>
    <message>
        <source>Drag its points to change their factors</source>
        <translation>点をドラッグすると係数が変わります</translation>
    </message>
    <message>
        <source>How much lower the mean disturbance could be with the best of these factors, as a share of the current table&apos;s. More factors find deeper minima, because the surface is jagged.</source>
        <translation>これらの係数のうち最良のものを使ったときに平均擾乱がどれだけ下がるかを、現在の表の平均擾乱に対する割合で示します。面がぎざぎざなので、係数が多いほど深い最小が見つかります。</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>ランドスケープ</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Optimality gap %1 % with %2 factors</source>
        <translation>最適性ギャップ %1 %（係数 %2 個）</translation>
    </message>
    <message>
        <source>Optimality gap –</source>
        <translation>最適性ギャップ –</translation>
    </message>
    <message>
        <source>Optimality gap …</source>
        <translation>最適性ギャップ …</translation>
    </message>
    <message>
        <source>Sets every dimension to the factor that disturbs it least</source>
        <translation>すべての次元を、擾乱が最も小さい係数にします</translation>
    </message>
    <message>
        <source>Sets the selected dimensions to the factor that disturbs them least</source>
        <translation>選択した次元を、擾乱が最も小さい係数にします</translation>
    </message>
    <message>
        <source>The factor that disturbs a dimension least</source>
        <translation>次元の擾乱が最も小さい係数</translation>
    </message>
    <message>
        <source>The gap is a share of the current table&apos;s mean disturbance, and that is not positive.</source>
        <translation>ギャップは現在の表の平均擾乱に対する割合ですが、それが正ではありません。</translation>
    </message>
    <message>
        <source>Use &amp;all minima</source>
        <translation>すべて最小にする(&amp;A)</translation>
    </message>
    <message>
        <source>Use &amp;minimum</source>
        <translation>最小を使う(&amp;M)</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>係数 %1</translation>
    </message>
    <message>
        <source>dimension %1: factor %2</source>
        <translation>次元 %1：係数 %2</translation>
    </message>
    <message>
        <source>dimension %1: minimum</source>
        <translation>次元 %1：最小</translation>
    </message>
    <message>
        <source>factor (divides the frequency)</source>
        <translation>係数（周波数を割る数）</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>係数</translation>
    </message>
    <message numerus="yes">
        <source>minima of %n dimensions</source>
        <translation>
            <numerusform>%n 個の次元の最小</numerusform>
        </translation>
    </message>
    <message>
        <source>s = %1</source>
        <translation>s = %1</translation>
    </message>
    <message>
        <source>≤ %1 (0 and less too)</source>
        <translation>≤ %1（0 以下も含む）</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation>≤ %1</translation>
    </message>
</context>
<context>
    <name>rotascope::LengthGroup</name>
    <message>
        <source>%1 is &quot;%2&quot;; expected a whole number of positions, such as 16384, 16k or 1M (1k = 1024, 1M = 1024k).</source>
        <translation>%1 が「%2」です。位置の数（整数、例：16384、16k、1M。1k = 1024、1M = 1024k）が必要です。</translation>
    </message>
    <message>
        <source>&amp;Pre-training L</source>
        <translation>事前学習長 L(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Target L′</source>
        <translation>目標長 L′(&amp;T)</translation>
    </message>
    <message>
        <source>Back to what the source states</source>
        <translation>ソースに記された値に戻します</translation>
    </message>
    <message>
        <source>Context lengths</source>
        <translation>文脈長</translation>
    </message>
    <message>
        <source>L: the context length of pre-training (original_max_position_embeddings)</source>
        <translation>L：事前学習の文脈長 (original_max_position_embeddings)</translation>
    </message>
    <message>
        <source>L′ = %1 L</source>
        <translation>L′ = %1 L</translation>
    </message>
    <message>
        <source>L′, from L to 64 L; each mark doubles it</source>
        <translation>L′、L から 64 L まで。目盛りごとに 2 倍になります</translation>
    </message>
    <message>
        <source>L′: the context length to extend to</source>
        <translation>L′：拡張後の文脈長</translation>
    </message>
    <message>
        <source>Pre-training L</source>
        <translation>事前学習長 L</translation>
    </message>
    <message>
        <source>Reset the pre-training length</source>
        <translation>事前学習長をリセット</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Target L′</source>
        <translation>目標長 L′</translation>
    </message>
    <message>
        <source>Target length %1 times L</source>
        <translation>目標長を L の %1 倍に</translation>
    </message>
    <message>
        <source>Target length</source>
        <translation>目標長</translation>
    </message>
    <message>
        <source>changed; the source states %1</source>
        <translation>変更済み。ソースの値は %1</translation>
    </message>
    <message>
        <source>from the source</source>
        <translation>ソースの値</translation>
    </message>
    <message>
        <source>not stated by the source</source>
        <translation>ソースに記述なし</translation>
    </message>
    <message>
        <source>pre-training length</source>
        <translation>事前学習長</translation>
    </message>
    <message>
        <source>s = L′/L = %1</source>
        <translation>s = L′/L = %1</translation>
    </message>
    <message>
        <source>target length</source>
        <translation>目標長</translation>
    </message>
    <message>
        <source>the window of its layers</source>
        <translation>層のウィンドウ</translation>
    </message>
    <message>
        <source>⚠ the file does not say: set it</source>
        <translation>⚠ ファイルに記述がありません。設定してください</translation>
    </message>
</context>
<context>
    <name>rotascope::LengthSweepView</name>
    <message>
        <source>%1 positions</source>
        <translation>%1 位置</translation>
    </message>
    <message>
        <source>Current table</source>
        <translation>現在の表</translation>
    </message>
    <message>
        <source>Each table is the one made for L′. Up to L it is compared with the unextended model at the same length, beyond L with what the model saw in pre-training.</source>
        <translation>どの表も L′ 用に作られたものです。L までは同じ長さの拡張していないモデルと、L を超えるとモデルが事前学習で見たものと比べます。</translation>
    </message>
    <message>
        <source>L = %1</source>
        <translation>L = %1</translation>
    </message>
    <message>
        <source>L = L′ = %1</source>
        <translation>L = L′ = %1</translation>
    </message>
    <message>
        <source>Length sweep</source>
        <translation>長さスイープ</translation>
    </message>
    <message>
        <source>L′ = %1</source>
        <translation>L′ = %1</translation>
    </message>
    <message>
        <source>Mean disturbance at every context length</source>
        <translation>各文脈長での平均擾乱</translation>
    </message>
    <message>
        <source>Open a recording or choose a model to see what its extension costs at every length.</source>
        <translation>記録を開くかモデルを選ぶと、拡張が各長さでもたらす擾乱が表示されます。</translation>
    </message>
    <message>
        <source>Scale of the disturbance axis</source>
        <translation>擾乱の軸の目盛り</translation>
    </message>
    <message>
        <source>context length (positions)</source>
        <translation>文脈長（位置）</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>線形</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>対数</translation>
    </message>
</context>
<context>
    <name>rotascope::LineChart</name>
    <message>
        <source>Left and right: move the cursor. Return: choose its place.</source>
        <translation>左右：カーソルを移動。Return：その位置を選択。</translation>
    </message>
</context>
<context>
    <name>rotascope::LinkList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>rotascope::LintDialog</name>
    <message>
        <source>What engines do with %1</source>
        <translation>エンジンによる %1 の扱い</translation>
    </message>
</context>
<context>
    <name>rotascope::LiveReadings</name>
    <message>
        <source>The second readings could not be computed: %1</source>
        <translation>第二の指標を計算できませんでした：%1</translation>
    </message>
</context>
<context>
    <name>rotascope::LongTable</name>
    <message>
        <source>%1, not valid</source>
        <translation>%1、無効</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>rotascope::LossGuard</name>
    <message>
        <source>%1 has work that was not saved: %2. Discard it before %3?</source>
        <translation>%1 に保存していない作業があります：%2。%3前に破棄しますか？</translation>
    </message>
    <message numerus="yes">
        <source>%n dimensions of %1 were set by hand. Discard them before %2?</source>
        <translation>
            <numerusform>%1 の %n 個の次元が手動設定されています。%2前に破棄しますか？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dimensions set by hand</source>
        <translation>
            <numerusform>手動設定の次元 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pinned tables</source>
        <translation>
            <numerusform>ピン留めした表 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>破棄(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>エクスポート(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>セッションを保存(&amp;S)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>1 dimension of %1 was set by hand. Discard it before %2?</source>
        <translation>%1 の 1 個の次元が手動設定されています。%2前に破棄しますか？</translation>
    </message>
    <message>
        <source>1 dimension set by hand</source>
        <translation>手動設定の次元 1 個</translation>
    </message>
    <message>
        <source>1 pinned table</source>
        <translation>ピン留めした表 1 個</translation>
    </message>
    <message>
        <source>Rotascope</source>
        <translation>Rotascope</translation>
    </message>
    <message>
        <source>This work is in no session and no export. What is discarded cannot be brought back.</source>
        <translation>この作業はセッションにもエクスポートにも入っていません。破棄すると元に戻せません。</translation>
    </message>
    <message>
        <source>changed settings (%1)</source>
        <translation>変更された設定（%1）</translation>
    </message>
    <message>
        <source>changed settings</source>
        <translation>変更された設定</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>scenes</source>
        <translation>シーン</translation>
    </message>
</context>
<context>
    <name>rotascope::MainWindow</name>
    <message>
        <source>%1 is opened</source>
        <translation>%1 を開く</translation>
    </message>
    <message>
        <source>%1: is a table for %2, which is not found here; expected that model to be opened first</source>
        <translation>%1：%2 用の表ですが、それがここに見つかりません。先にそのモデルを開く必要があります</translation>
    </message>
    <message>
        <source>%1: is a table that does not say for which model; expected that model to be opened first</source>
        <translation>%1：どのモデル用かが記されていない表です。先にそのモデルを開く必要があります</translation>
    </message>
    <message>
        <source>%1[*] - Rotascope</source>
        <translation>%1[*] - Rotascope</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>停止して閉じる(&amp;S)</translation>
    </message>
    <message>
        <source>A model is being scored: %1. Stop that before the window closes?</source>
        <translation>モデルのスコアを取っています：%1。ウィンドウを閉じる前に停止しますか？</translation>
    </message>
    <message>
        <source>Read %1 again</source>
        <translation>%1 を読み直しました</translation>
    </message>
    <message>
        <source>Rotascope did not end as it should last time. This is your work as it was last kept.</source>
        <translation>Rotascope は前回正しく終了しませんでした。これは最後に保存された状態です。</translation>
    </message>
    <message>
        <source>Rotascope</source>
        <translation>Rotascope</translation>
    </message>
    <message>
        <source>Show its structure</source>
        <translation>その構造を表示</translation>
    </message>
    <message>
        <source>Use its settings</source>
        <translation>その設定を使う</translation>
    </message>
    <message>
        <source>What is measured stays in the file, and the same run goes on with what is missing.</source>
        <translation>測ったものはファイルに残り、同じ実行は足りないものから続きます。</translation>
    </message>
    <message>
        <source>all of the recording</source>
        <translation>記録全体</translation>
    </message>
    <message>
        <source>compare with %1</source>
        <translation>%1 との比較</translation>
    </message>
    <message>
        <source>count %1</source>
        <translation>%1 を数える</translation>
    </message>
    <message>
        <source>the window closes</source>
        <translation>ウィンドウを閉じる</translation>
    </message>
    <message>
        <source>what %1 had before another program changed it</source>
        <translation>別のプログラムが変更する前の %1 の内容</translation>
    </message>
</context>
<context>
    <name>rotascope::ManualWindow</name>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>Find in the page</source>
        <translation>ページ内を検索</translation>
    </message>
    <message>
        <source>Finds the sections that have all words (Ctrl+Shift+F)</source>
        <translation>すべての語を含むセクションを検索します (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>最初のページ</translation>
    </message>
    <message>
        <source>Forward ▶</source>
        <translation>進む ▶</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>No section has all these words.</source>
        <translation>これらの語をすべて含むセクションはありません。</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>マニュアルのページ</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Rotascope manual</source>
        <translation>Rotascope マニュアル</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>マニュアルを検索</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>検索結果</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>◀ Back</source>
        <translation>◀ 戻る</translation>
    </message>
</context>
<context>
    <name>rotascope::MeasureGroup</name>
    <message>
        <source>%1 samples per interval</source>
        <translation>区間あたり %1 サンプル</translation>
    </message>
    <message>
        <source>&amp;Divergence</source>
        <translation>ダイバージェンス(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Epsilon ε</source>
        <translation>イプシロン ε(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Intervals b</source>
        <translation>区間 b(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>尺度(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>重み(&amp;W)</translation>
    </message>
    <message>
        <source>A number for each dimension, from a text file or a JSON list.</source>
        <translation>各次元に 1 つずつの数。テキストファイルか JSON のリストから読みます。</translation>
    </message>
    <message>
        <source>Added to every frequency, so that empty intervals stay finite</source>
        <translation>各頻度に加えます。空の区間でも有限の値になります</translation>
    </message>
    <message>
        <source>As much as the model uses each dimension: of a recording that was made with usage.</source>
        <translation>モデルが各次元をどれだけ使うかに応じます。使用量とともに作られた記録で使えます。</translation>
    </message>
    <message>
        <source>Attention sees distances of queries and keys: each as often as it occurs in a context. Long ones are rare. What this predicts was not measured.</source>
        <translation>アテンションはクエリとキーの距離を見ます。それぞれを、文脈に現れる回数だけ数えます。長い距離はまれです。これが何を予測するかは測られていません。</translation>
    </message>
    <message>
        <source>Disturbance</source>
        <translation>擾乱</translation>
    </message>
    <message>
        <source>Epsilon is &quot;%1&quot;; expected a number greater than 0, at most 1.</source>
        <translation>イプシロンが「%1」です。0 より大きく 1 以下の数が必要です。</translation>
    </message>
    <message>
        <source>Every dimension counts alike, as in the paper.</source>
        <translation>論文のとおり、すべての次元を同じ重みで数えます。</translation>
    </message>
    <message>
        <source>Every position once, as in the paper. Recorded ones, if &quot;Before&quot; says so. On the laboratory&apos;s small models this predicted little without fine-tuning, and well after 100 steps of it.</source>
        <translation>論文のとおり、各位置を 1 回。「拡張前」がそうなら、記録された位置。実験室の小さなモデルでは、ファインチューニングなしではほとんど予測せず、100 ステップの後にはよく予測しました。</translation>
    </message>
    <message>
        <source>Layers whose usage counts, such as 0-3,8. Recorded: %1. Empty: all of them.</source>
        <translation>使用量を数える層。例：0-3,8。記録された層：%1。空欄ならすべてです。</translation>
    </message>
    <message>
        <source>Layers whose usage counts</source>
        <translation>使用量を数える層</translation>
    </message>
    <message>
        <source>No distributions: how far a table moves the next 8 neighbours, and how far it takes angles from those of training. On the laboratory&apos;s small models this predicted best what they still retrieve without being trained again.</source>
        <translation>分布は使いません。表が隣の 8 個をどれだけ動かすか、角度を学習時のものからどれだけ遠ざけるかを測ります。実験室の小さなモデルでは、再学習なしにまだ取り出せるものを最もよく予測しました。</translation>
    </message>
    <message>
        <source>The distances within the sequences of the recording, which never see each other. What this predicts was not measured.</source>
        <translation>記録の系列の中の距離。系列どうしは互いを見ません。これが何を予測するかは測られていません。</translation>
    </message>
    <message>
        <source>The number of intervals b</source>
        <translation>区間数 b</translation>
    </message>
    <message>
        <source>The same, but no query sees further than the layers&apos; sliding window. What this predicts was not measured: the layers of the laboratory&apos;s small models have none.</source>
        <translation>同じですが、どのクエリも層のスライディングウィンドウより遠くを見ません。これが何を予測するかは測られていません。実験室の小さなモデルの層にはウィンドウがありません。</translation>
    </message>
    <message>
        <source>The weight of far is &quot;%1&quot;; expected a number from 0 to %2.</source>
        <translation>far の重みが「%1」です。0 から %2 の数が必要です。</translation>
    </message>
    <message>
        <source>Weights of the dimensions</source>
        <translation>次元の重み</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>すべての層</translation>
    </message>
    <message>
        <source>b: the circle is cut into so many equal intervals</source>
        <translation>b：円をこの数の等しい区間に分けます</translation>
    </message>
    <message>
        <source>distances in the window</source>
        <translation>ウィンドウ内の距離</translation>
    </message>
    <message>
        <source>distances</source>
        <translation>距離</translation>
    </message>
    <message>
        <source>divergence</source>
        <translation>ダイバージェンス</translation>
    </message>
    <message>
        <source>epsilon</source>
        <translation>イプシロン</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>均等</translation>
    </message>
    <message>
        <source>from a file…</source>
        <translation>ファイルから…</translation>
    </message>
    <message>
        <source>intervals</source>
        <translation>区間</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>尺度</translation>
    </message>
    <message>
        <source>near and far</source>
        <translation>近傍と遠方</translation>
    </message>
    <message>
        <source>positions</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>recorded distances</source>
        <translation>記録された距離</translation>
    </message>
    <message>
        <source>recorded usage</source>
        <translation>記録された使用量</translation>
    </message>
    <message>
        <source>w: tables are judged by near + w · far. 3 was chosen on the tables of one small model, at twice its length.</source>
        <translation>w：表を near + w · far で評価します。3 は、1 つの小さなモデルの、2 倍の長さでの表で選ばれました。</translation>
    </message>
    <message>
        <source>weight of far</source>
        <translation>far の重み</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>⚠ %1: few</source>
        <translation>⚠ %1：少なすぎます</translation>
    </message>
</context>
<context>
    <name>rotascope::MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>メッセージを閉じる</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>rotascope::MethodComparison</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 cannot be shown: %2</source>
        <translation>%1 は表示できません：%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: not available, %2</source>
        <translation>%1：利用できません、%2</translation>
    </message>
    <message>
        <source>Click: back to the usual order</source>
        <translation>クリック：通常の順に戻す</translation>
    </message>
    <message>
        <source>Click: show it in the charts. Double click: choose it.</source>
        <translation>クリック：グラフに表示。ダブルクリック：選択。</translation>
    </message>
    <message>
        <source>Click: sort, the greatest first</source>
        <translation>クリック：大きい順に並べ替え</translation>
    </message>
    <message>
        <source>Click: sort, the least first</source>
        <translation>クリック：小さい順に並べ替え</translation>
    </message>
    <message>
        <source>Click: the usual order, the current table first</source>
        <translation>クリック：通常の順。現在の表が最初です</translation>
    </message>
    <message>
        <source>Current table</source>
        <translation>現在の表</translation>
    </message>
    <message>
        <source>Double click: take it. F2: rename it. Delete: remove it.</source>
        <translation>ダブルクリック：使用。F2：名前を変更。Delete：取り外し。</translation>
    </message>
    <message>
        <source>How many components have the factor s. A dimension is a pair of components: %1 dimensions are %2 components</source>
        <translation>係数 s を持つ成分の数。次元は成分のペアで、%1 次元は %2 成分です</translation>
    </message>
    <message>
        <source>How many have the factor s: %1</source>
        <translation>係数 s を持つものの数：%1</translation>
    </message>
    <message>
        <source>Interpolated: %1. Vs PI: against linear interpolation. Bars end at four times linear interpolation.</source>
        <translation>補間：%1の数。対 PI：線形補間との比。棒は線形補間の 4 倍までです。</translation>
    </message>
    <message>
        <source>Interpolated: components, two a dimension. Vs PI: against linear interpolation. Bars end at four times linear interpolation.</source>
        <translation>補間：成分の数、次元ごとに 2 つ。対 PI：線形補間との比。棒は線形補間の 4 倍までです。</translation>
    </message>
    <message>
        <source>Mean disturbance of each method, L = %1 to L′ = %2</source>
        <translation>各手法の平均擾乱、L = %1 から L′ = %2</translation>
    </message>
    <message>
        <source>Mean disturbance of the current table, the pinned tables and every method</source>
        <translation>現在の表、ピン留めした表、各手法の平均擾乱</translation>
    </message>
    <message>
        <source>Mean disturbance</source>
        <translation>平均擾乱</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>手法</translation>
    </message>
    <message>
        <source>No methods to compare yet.</source>
        <translation>比べる手法がまだありません。</translation>
    </message>
    <message>
        <source>The bar is cut: it would be %1 times as long.</source>
        <translation>棒は途中で切れています。実際の長さは %1 倍です。</translation>
    </message>
    <message>
        <source>Up and down go to a method, Space shows it in the charts, Return chooses it. F2 renames a pinned table, Delete removes it. The View menu has its columns and what it is sorted by.</source>
        <translation>上下キーで手法に移り、Space でグラフに表示し、Return で選びます。ピン留めした表は F2 で名前を変え、Delete で削除します。列と並べ替えは表示メニューにあります。</translation>
    </message>
    <message>
        <source>What is chosen now, dimension by dimension.</source>
        <translation>今、次元ごとに選ばれているもの。</translation>
    </message>
    <message>
        <source>interpolated %1 components</source>
        <translation>補間 %1 成分</translation>
    </message>
    <message>
        <source>interpolated %1</source>
        <translation>補間 %1</translation>
    </message>
    <message>
        <source>interpolated</source>
        <translation>補間</translation>
    </message>
    <message>
        <source>mean %1 ×10⁻³</source>
        <translation>平均 %1 ×10⁻³</translation>
    </message>
    <message>
        <source>mean ×10⁻³</source>
        <translation>平均 ×10⁻³</translation>
    </message>
    <message>
        <source>not available for this source</source>
        <translation>このソースでは利用できません</translation>
    </message>
    <message>
        <source>shown in the charts</source>
        <translation>グラフに表示中</translation>
    </message>
    <message>
        <source>vs PI %1</source>
        <translation>対 PI %1</translation>
    </message>
    <message>
        <source>vs PI</source>
        <translation>対 PI</translation>
    </message>
</context>
<context>
    <name>rotascope::MultiplesView</name>
    <message>
        <source>%1 · factor %2</source>
        <translation>%1・係数 %2</translation>
    </message>
    <message>
        <source>All %1: before (filled) and chosen (line)</source>
        <translation>すべての%1：拡張前（塗り）と選択（線）</translation>
    </message>
    <message>
        <source>All dimensions: before (filled) and chosen (line)</source>
        <translation>すべての次元：拡張前（塗り）と選択（線）</translation>
    </message>
    <message>
        <source>All dimensions</source>
        <translation>すべての次元</translation>
    </message>
    <message>
        <source>Dimension %1 · factor %2</source>
        <translation>次元 %1 · 係数 %2</translation>
    </message>
    <message>
        <source>Open a recording or choose a model to see the distributions of all dimensions.</source>
        <translation>記録を開くかモデルを選ぶと、すべての次元の分布が表示されます。</translation>
    </message>
    <message>
        <source>Order of the plots</source>
        <translation>グラフの順序</translation>
    </message>
    <message>
        <source>Top of each plot: twice the density of what is spread evenly. The line has the colour of the choice.</source>
        <translation>各グラフの上端：均等に広がっている場合の密度の 2 倍。線は選択の色です。</translation>
    </message>
    <message>
        <source>by dimension</source>
        <translation>次元順</translation>
    </message>
    <message>
        <source>most disturbed first</source>
        <translation>擾乱の大きい順</translation>
    </message>
</context>
<context>
    <name>rotascope::NotesPanel</name>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>What you found, and what is still to do. Sessions keep it.</source>
        <translation>わかったこと、これからすること。セッションに保存されます。</translation>
    </message>
</context>
<context>
    <name>rotascope::OpeningIndicator</name>
    <message>
        <source>%p %</source>
        <translation>%p %</translation>
    </message>
    <message>
        <source>counting angles</source>
        <translation>角度を数えています</translation>
    </message>
    <message>
        <source>opening, %1</source>
        <translation>開いています、%1</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>開いています</translation>
    </message>
</context>
<context>
    <name>rotascope::OtherGroup</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>比較対象(&amp;W)</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>カウント元</translation>
    </message>
    <message>
        <source>L = %1, %2</source>
        <translation>L = %1、%2</translation>
    </message>
    <message>
        <source>Opens a second source, and shows how its angles differ from those of the one that is open; a file can be dropped here, too</source>
        <translation>第二のソースを開き、その角度が開いているものとどう違うかを示します。ファイルをここにドロップすることもできます</translation>
    </message>
    <message>
        <source>RoPE</source>
        <translation>RoPE</translation>
    </message>
    <message>
        <source>Second source</source>
        <translation>第二のソース</translation>
    </message>
    <message>
        <source>Shows the second source no longer</source>
        <translation>第二のソースの表示をやめます</translation>
    </message>
    <message>
        <source>What the distribution of the second source is counted from</source>
        <translation>第二のソースの分布を何から数えるか</translation>
    </message>
    <message>
        <source>differs by %1 × 10⁻³ on average, most in dimension %2</source>
        <translation>差は平均 %1 × 10⁻³、最大は次元 %2</translation>
    </message>
    <message>
        <source>frequencies × %1 to %2</source>
        <translation>周波数 × %1 ～ %2</translation>
    </message>
    <message>
        <source>frequencies × %1</source>
        <translation>周波数 × %1</translation>
    </message>
    <message>
        <source>second source: %1</source>
        <translation>第二のソース：%1</translation>
    </message>
</context>
<context>
    <name>rotascope::OverviewView</name>
    <message>
        <source>%1 × even</source>
        <translation>均等の %1 倍</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1、%2 から %3</translation>
    </message>
    <message>
        <source>A density of 1 is that of angles that are spread evenly over the circle. Difference: chosen minus before.</source>
        <translation>密度 1 は、角度が円周に均等に広がっている場合の値です。差：選択から拡張前を引いたもの。</translation>
    </message>
    <message>
        <source>A density of 1 is that of values that are spread evenly. Difference: chosen minus before.</source>
        <translation>密度 1 は、値が均等に広がっている場合の値です。差：選択から拡張前を引いたもの。</translation>
    </message>
    <message>
        <source>Angle densities of all dimensions, L = %1 to L′ = %2</source>
        <translation>全次元の角度の密度、L = %1 から L′ = %2</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>拡張前</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Densities of all %1, L = %2 to L′ = %3</source>
        <translation>すべての%1の密度、L = %2 から L′ = %3</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Dimension %1, %2 to %3</source>
        <translation>次元 %1、%2 ～ %3</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概観</translation>
    </message>
    <message>
        <source>after</source>
        <translation>拡張後</translation>
    </message>
    <message>
        <source>angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>before</source>
        <translation>拡張前</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>バイアス</translation>
    </message>
    <message>
        <source>bucket</source>
        <translation>バケット</translation>
    </message>
    <message>
        <source>even</source>
        <translation>均等</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>turns within L</source>
        <translation>L 内の回転数</translation>
    </message>
    <message>
        <source>unseen</source>
        <translation>未見</translation>
    </message>
    <message>
        <source>≥ 3 ×</source>
        <translation>≥ 3 ×</translation>
    </message>
</context>
<context>
    <name>rotascope::PlotRole</name>
    <message>
        <source>Before</source>
        <translation>拡張前</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Extrapolation</source>
        <translation>外挿</translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation>補間</translation>
    </message>
</context>
<context>
    <name>rotascope::PreferencesDialog</name>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>%1 files, %2</source>
        <translation>%1 ファイル、%2</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>選択(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Digits</source>
        <translation>桁数(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>エンジン(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>フォルダー(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Remove them</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Unit of angles</source>
        <translation>角度の単位(&amp;U)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole path; expected one from / on.</source>
        <translation>「%1」は完全なパスではありません。/ から始まるパスが必要です。</translation>
    </message>
    <message>
        <source>1 file, %1</source>
        <translation>1 ファイル、%1</translation>
    </message>
    <message>
        <source>At m&amp;ost</source>
        <translation>最大(&amp;O)</translation>
    </message>
    <message>
        <source>Choose the folder of counts</source>
        <translation>カウントのフォルダーを選択</translation>
    </message>
    <message>
        <source>Colours of &amp;maps</source>
        <translation>マップの色(&amp;M)</translation>
    </message>
    <message>
        <source>Counts of large recordings, kept so that each is read once</source>
        <translation>大きな記録のカウント（一度読めば済むように保存されます）</translation>
    </message>
    <message>
        <source>Every change is in force at once, another language at the next start. Numbers in files stay as they are, whatever is chosen here.</source>
        <translation>変更はすぐに有効になります。言語だけは次回の起動からです。何を選んでも、ファイルの数値は変わりません。</translation>
    </message>
    <message>
        <source>How many threads of the processor count angles at most</source>
        <translation>角度を数えるスレッドの最大数</translation>
    </message>
    <message>
        <source>Kept now</source>
        <translation>現在の保存量</translation>
    </message>
    <message>
        <source>Nothing is kept: there is no such folder.</source>
        <translation>何も保存されません。そのフォルダーがありません。</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>現在：%1</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>環境設定</translation>
    </message>
    <message>
        <source>ROTASCOPE_CACHE: %1</source>
        <translation>ROTASCOPE_CACHE：%1</translation>
    </message>
    <message>
        <source>Remove all counts that are kept</source>
        <translation>保存されたカウントをすべて削除</translation>
    </message>
    <message>
        <source>Rotascope will be in %1 when you start it again.</source>
        <translation>次回の起動から %1 で表示されます。</translation>
    </message>
    <message>
        <source>Significant digits of disturbances and factors in sentences; columns have some more</source>
        <translation>文中の擾乱と係数の有効桁数。列ではもう少し多くなります</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>スレッド数(&amp;H)</translation>
    </message>
    <message>
        <source>What computes</source>
        <translation>計算</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Where counts are kept</source>
        <translation>カウントの保存場所</translation>
    </message>
    <message>
        <source>all cores (%1)</source>
        <translation>すべてのコア（%1）</translation>
    </message>
    <message>
        <source>as the desktop (%1)</source>
        <translation>デスクトップに合わせる（%1）</translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation>デスクトップに合わせる</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>nothing is kept</source>
        <translation>保存しない</translation>
    </message>
    <message>
        <source>the desktop&apos;s folder for such files</source>
        <translation>デスクトップのキャッシュ用フォルダー</translation>
    </message>
</context>
<context>
    <name>rotascope::Presentation</name>
    <message>
        <source>Not in a presentation: %1 · Esc: end</source>
        <translation>発表中は使えません：%1 · Esc：終了</translation>
    </message>
    <message>
        <source>Page Down: on · Page Up: back · P: pointer · D: draw · C: clear · B: black · Esc: end</source>
        <translation>Page Down：次へ · Page Up：戻る · P：ポインター · D：描画 · C：消去 · B：黒い画面 · Esc：終了</translation>
    </message>
</context>
<context>
    <name>rotascope::PresetSearch</name>
    <message>
        <source>Base</source>
        <translation>ベース</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>ファミリー</translation>
    </message>
    <message>
        <source>Find a model: its family, a part of its name, its base</source>
        <translation>モデルを検索：ファミリー、名前の一部、ベース</translation>
    </message>
    <message>
        <source>Find a model</source>
        <translation>モデルを検索</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Models whose RoPE is known</source>
        <translation>RoPE がわかっているモデル</translation>
    </message>
    <message>
        <source>No model here has all of that. Open its config.json or GGUF file instead.</source>
        <translation>すべてに合うモデルはここにありません。代わりにその config.json か GGUF ファイルを開いてください。</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>出典：%1</translation>
    </message>
    <message>
        <source>The context length of pre-training, in positions</source>
        <translation>事前学習の文脈長（位置の数）</translation>
    </message>
    <message>
        <source>rope_theta, the base of the frequencies</source>
        <translation>rope_theta、周波数のベース</translation>
    </message>
</context>
<context>
    <name>rotascope::PromptPage</name>
    <message>
        <source> of %1</source>
        <translation> / %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 トークン</translation>
    </message>
    <message>
        <source>Current table</source>
        <translation>現在の表</translation>
    </message>
    <message>
        <source>Heads, and how much of their attention is on the key</source>
        <translation>ヘッドと、そのアテンションのうちキーに向かう割合</translation>
    </message>
    <message>
        <source>The key is %1. The model answers %2: right. It gives the digits at least %3 %. The colour is where the chosen head looks while it writes them.</source>
        <translation>キーは %1 です。モデルの答えは %2：正解。どの数字にも少なくとも %3 % を与えます。色は、選んだヘッドが数字を書くときに見ている場所です。</translation>
    </message>
    <message>
        <source>The key is %1. The model answers %2: wrong. It gives one of the right digits only %3 %. The colour is where the chosen head looks while it writes them.</source>
        <translation>キーは %1 です。モデルの答えは %2：不正解。正しい数字の 1 つに %3 % しか与えません。色は、選んだヘッドが数字を書くときに見ている場所です。</translation>
    </message>
    <message>
        <source>The prompt and the model&apos;s answer</source>
        <translation>プロンプトとモデルの答え</translation>
    </message>
    <message>
        <source>The share of its attention that a head gives to the digit that the model has to write next, mean over the five</source>
        <translation>ヘッドのアテンションのうち、モデルが次に書くべき数字に向かう割合、5 桁の平均</translation>
    </message>
    <message>
        <source>The table that the model runs under</source>
        <translation>モデルが動く表</translation>
    </message>
    <message>
        <source>Tokens of the prompt</source>
        <translation>プロンプトのトークン数</translation>
    </message>
    <message>
        <source>Which prompt: the greater, the later its key stands in the text</source>
        <translation>どのプロンプトか：大きいほど、キーはテキストの後の方にあります</translation>
    </message>
    <message>
        <source>head</source>
        <translation>ヘッド</translation>
    </message>
    <message>
        <source>layer %1, head %2</source>
        <translation>層 %1、ヘッド %2</translation>
    </message>
    <message>
        <source>on the key</source>
        <translation>キーへ</translation>
    </message>
    <message>
        <source>prompt </source>
        <translation>プロンプト </translation>
    </message>
</context>
<context>
    <name>rotascope::PythonSearch</name>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1 を起動できません：%2</translation>
    </message>
    <message>
        <source>%1 gave no answer</source>
        <translation>%1 から応答がありません</translation>
    </message>
    <message>
        <source>%1 has no rotascope_evaluate: %2</source>
        <translation>%1 に rotascope_evaluate がありません：%2</translation>
    </message>
    <message>
        <source>%1 has rotascope_evaluate, but not what it needs: %2</source>
        <translation>%1 には rotascope_evaluate がありますが、それに必要なものがありません：%2</translation>
    </message>
    <message>
        <source>there is no Python on PATH</source>
        <translation>PATH に Python がありません</translation>
    </message>
</context>
<context>
    <name>rotascope::ReadingsModel</name>
    <message>
        <source>Current table</source>
        <translation>現在の表</translation>
    </message>
    <message>
        <source>Dimensions that do not complete a turn within L′</source>
        <translation>L′ 内で 1 回転に満たない次元</translation>
    </message>
    <message>
        <source>How far angles of far distances lie from those seen in pre-training (chord, 0 to 2)</source>
        <translation>遠い距離の角度が、事前学習で見た角度からどれだけ離れているか（弦、0 から 2）</translation>
    </message>
    <message>
        <source>How far the table moves the angles of neighbours (chord, 0 to 2): what it costs short texts</source>
        <translation>表が隣の角度をどれだけ動かすか（弦、0 から 2）：短いテキストでの代償</translation>
    </message>
    <message>
        <source>The current table, the pinned tables, and the table of every method that has one</source>
        <translation>現在の表、ピン留めした表、そして表のある各手法の表</translation>
    </message>
    <message>
        <source>The dimension that is disturbed most</source>
        <translation>擾乱が最も大きい次元</translation>
    </message>
    <message>
        <source>The distance from which on similar keys are no longer preferred, in positions</source>
        <translation>似たキーが優先されなくなる距離（位置の数）</translation>
    </message>
    <message>
        <source>The greatest disturbance of a single dimension</source>
        <translation>1 つの次元の最大の擾乱</translation>
    </message>
    <message>
        <source>The mean disturbance of all dimensions: what the paper&apos;s rule keeps small</source>
        <translation>全次元の平均擾乱：論文の規則が小さく保つもの</translation>
    </message>
    <message>
        <source>The share of angles that lie in intervals which pre-training never visited</source>
        <translation>事前学習で一度も通らなかった区間に入る角度の割合</translation>
    </message>
    <message>
        <source>at dimension</source>
        <translation>最大の次元</translation>
    </message>
    <message>
        <source>far</source>
        <translation>遠方</translation>
    </message>
    <message>
        <source>greatest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>mean disturbance</source>
        <translation>平均擾乱</translation>
    </message>
    <message>
        <source>near</source>
        <translation>近傍</translation>
    </message>
    <message>
        <source>no full turn</source>
        <translation>1 回転未満</translation>
    </message>
    <message>
        <source>reach</source>
        <translation>到達距離</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>unseen</source>
        <translation>未見</translation>
    </message>
</context>
<context>
    <name>rotascope::ReadingsView</name>
    <message>
        <source>A table that is good in one reading may be bad in another: near is what it costs short texts, far and unseen what it leaves unknown in long ones. None of them enters the mean disturbance.</source>
        <translation>ある指標で良い表が、別の指標では悪いこともあります。近傍は短いテキストでの代償、遠方と未見は長いテキストで未知のまま残るものです。どれも平均擾乱には入りません。</translation>
    </message>
    <message>
        <source>Open a recording or choose a model to see what its tables can be judged by.</source>
        <translation>記録を開くかモデルを選ぶと、その表を判断する指標が表示されます。</translation>
    </message>
    <message>
        <source>Second readings of every table</source>
        <translation>各表の第二の指標</translation>
    </message>
    <message>
        <source>Second readings</source>
        <translation>第二の指標</translation>
    </message>
    <message>
        <source>Tables by two of their readings</source>
        <translation>2 つの指標による表の比較</translation>
    </message>
    <message>
        <source>What each table can be judged by, L = %1 to L′ = %2</source>
        <translation>各表を判断する指標、L = %1 から L′ = %2</translation>
    </message>
    <message>
        <source>What the plot shows from bottom to top</source>
        <translation>グラフの下から上に示すもの</translation>
    </message>
    <message>
        <source>What the plot shows from left to right</source>
        <translation>グラフの左から右に示すもの</translation>
    </message>
</context>
<context>
    <name>rotascope::RecentList</name>
    <message numerus="yes">
        <source>&amp;Forget %n missing</source>
        <translation>
            <numerusform>存在しない %n 件を取り除く(&amp;F)</numerusform>
        </translation>
    </message>
    <message>
        <source>None yet. What you open is listed here.</source>
        <translation>まだありません。開いたものがここに並びます。</translation>
    </message>
    <message>
        <source>Recent files and sessions</source>
        <translation>最近のファイルとセッション</translation>
    </message>
    <message>
        <source>Removes from the list what is not there any more; the key Delete removes any</source>
        <translation>もう存在しないものを一覧から取り除きます。Delete キーではどれでも取り除けます</translation>
    </message>
    <message>
        <source>not there any more: %1</source>
        <translation>もう存在しません：%1</translation>
    </message>
</context>
<context>
    <name>rotascope::RingChart</name>
    <message>
        <source>Left and right: move the cursor.</source>
        <translation>左右：カーソルを移動。</translation>
    </message>
</context>
<context>
    <name>rotascope::SamplesView</name>
    <message>
        <source>%1 in row %2: %3</source>
        <translation>行 %2 の %1：%3</translation>
    </message>
    <message>
        <source>%1 of %2 tokens, %3 dimensions</source>
        <translation>%2 トークン中 %1、%3 次元</translation>
    </message>
    <message>
        <source>%1 rows with %2 columns are selected; at most %3 cells can be copied at a time.</source>
        <translation>%1 行 %2 列が選択されています。一度にコピーできるのは %3 セルまでです。</translation>
    </message>
    <message>
        <source>%1 tokens, %2 dimensions</source>
        <translation>%1 トークン、%2 次元</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole number from 0 on.</source>
        <translation>「%1」は 0 以上の整数ではありません。</translation>
    </message>
    <message>
        <source>A row, from 0; a position, of which the next row is shown; a sequence, from 0 (Ctrl+G)</source>
        <translation>行は 0 から。位置はそれを持つ次の行を表示。系列は 0 から (Ctrl+G)</translation>
    </message>
    <message>
        <source>Analyse these alone</source>
        <translation>これらだけを解析</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>コピーしました。</translation>
    </message>
    <message>
        <source>Counts what was before the extension from these tokens alone, as Positions and Sequences under Source do</source>
        <translation>拡張前の分布を、これらのトークンだけから数えます。「ソース」の「位置」と「系列」と同じです</translation>
    </message>
    <message>
        <source>Go to position</source>
        <translation>位置に移動</translation>
    </message>
    <message>
        <source>Go to row</source>
        <translation>行に移動</translation>
    </message>
    <message>
        <source>Go to sequence</source>
        <translation>系列に移動</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Ideal angle and error</source>
        <translation>理想の角度と誤差</translation>
    </message>
    <message>
        <source>Looking for the position … %1</source>
        <translation>位置を検索中 … %1</translation>
    </message>
    <message>
        <source>Looking for these rows … %1</source>
        <translation>これらの行を探しています… %1</translation>
    </message>
    <message>
        <source>No row has this position.</source>
        <translation>この位置を持つ行はありません。</translation>
    </message>
    <message>
        <source>No row that is shown has this position.</source>
        <translation>表示中の行に、この位置を持つものはありません。</translation>
    </message>
    <message>
        <source>Number of the row, position or sequence</source>
        <translation>行の番号、位置、または系列</translation>
    </message>
    <message>
        <source>Open a recording to see the position and the angles of every token, as the model applied them.</source>
        <translation>記録を開くと、モデルが適用したとおりに、すべてのトークンの位置と角度が表示されます。</translation>
    </message>
    <message>
        <source>Position times inverse frequency, and the recorded angle minus that</source>
        <translation>位置と逆周波数の積と、記録された角度からそれを引いたもの</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Recorded values</source>
        <translation>記録された値</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Shows only the tokens at these positions: FROM:TO, TO not included, such as 0:4096 or 4096:</source>
        <translation>これらの位置のトークンだけを表示します。FROM:TO の形で、TO は含みません。例：0:4096、4096:</translation>
    </message>
    <message>
        <source>Shows only the tokens of these sequences of the recording, from 0 on, such as 0,2-5</source>
        <translation>記録のこれらの系列のトークンだけを表示します。系列は 0 から数えます。例：0,2-5</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped. The rows shown are the same as before.</source>
        <translation>停止しました。表示中の行は以前のままです。</translation>
    </message>
    <message>
        <source>The filter hides row %1 and all after it.</source>
        <translation>フィルターは行 %1 とそれ以降のすべての行を隠しています。</translation>
    </message>
    <message>
        <source>The filter hides row %1; this is the next one.</source>
        <translation>フィルターは行 %1 を隠しています。これはその次の行です。</translation>
    </message>
    <message>
        <source>The filter hides sequence %1.</source>
        <translation>フィルターは系列 %1 を隠しています。</translation>
    </message>
    <message>
        <source>The last row is %1.</source>
        <translation>最後の行は %1 です。</translation>
    </message>
    <message>
        <source>The last sequence is %1.</source>
        <translation>最後の系列は %1 です。</translation>
    </message>
    <message>
        <source>This recording has counts alone. One with values shows the position and the angles of every token here.</source>
        <translation>この記録にはカウントだけがあります。値のある記録では、すべてのトークンの位置と角度がここに表示されます。</translation>
    </message>
    <message>
        <source>Unit of the angle</source>
        <translation>角度の単位</translation>
    </message>
    <message>
        <source>What to go to</source>
        <translation>移動先の種類</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>angle %1 (%2)</source>
        <translation>角度 %1 (%2)</translation>
    </message>
    <message>
        <source>error %1 (%2)</source>
        <translation>誤差 %1 (%2)</translation>
    </message>
    <message>
        <source>ideal %1 (%2)</source>
        <translation>理想 %1 (%2)</translation>
    </message>
    <message>
        <source>position %1</source>
        <translation>位置 %1</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>turns</source>
        <translation>回転</translation>
    </message>
</context>
<context>
    <name>rotascope::ScatterPlot</name>
    <message>
        <source>Left and right: go to the next point. Return: choose it.</source>
        <translation>左右：次の点に移動。Return：その点を選択。</translation>
    </message>
</context>
<context>
    <name>rotascope::SceneDirector</name>
    <message>
        <source>%1 · dimension %2</source>
        <translation>%1 · 次元 %2</translation>
    </message>
    <message>
        <source>Curves: decay</source>
        <translation>曲線：減衰</translation>
    </message>
    <message>
        <source>Curves: factors</source>
        <translation>曲線：係数</translation>
    </message>
    <message>
        <source>Curves: wavelengths</source>
        <translation>曲線：波長</translation>
    </message>
    <message>
        <source>Drawing the scenes…</source>
        <translation>シーンを描いています…</translation>
    </message>
    <message>
        <source>Export handout</source>
        <translation>配布資料をエクスポート</translation>
    </message>
    <message>
        <source>HTML, one file with its pictures (*.html)</source>
        <translation>HTML、画像を含む 1 つのファイル (*.html)</translation>
    </message>
    <message>
        <source>PDF, a page for each scene (*.pdf)</source>
        <translation>PDF、シーンごとに 1 ページ (*.pdf)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>rotascope::SceneList</name>
    <message>
        <source>add scene</source>
        <translation>シーンの追加</translation>
    </message>
    <message>
        <source>change scene</source>
        <translation>シーンの変更</translation>
    </message>
    <message>
        <source>move scene</source>
        <translation>シーンの移動</translation>
    </message>
    <message>
        <source>note of scene</source>
        <translation>シーンのメモ</translation>
    </message>
    <message>
        <source>remove scene</source>
        <translation>シーンの削除</translation>
    </message>
</context>
<context>
    <name>rotascope::ScenesPanel</name>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Keeps what is seen now as a scene, behind the one that is chosen</source>
        <translation>今見えているものを、選択中のシーンの後にシーンとして残します</translation>
    </message>
    <message>
        <source>Lets the scene show what is seen now; its name and note stay</source>
        <translation>今見えているものをシーンに入れます。名前とメモは残ります</translation>
    </message>
    <message>
        <source>Look at something and press Add: the view, the dimension and the zoom become a scene.</source>
        <translation>何かを見てから「追加」を押すと、ビュー、次元、ズームがシーンになります。</translation>
    </message>
    <message>
        <source>Moves the scene down</source>
        <translation>シーンを下に移動します</translation>
    </message>
    <message>
        <source>Moves the scene up</source>
        <translation>シーンを上に移動します</translation>
    </message>
    <message>
        <source>Note of the scene</source>
        <translation>シーンのメモ</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>シーン</translation>
    </message>
    <message>
        <source>Takes the scene out of the list</source>
        <translation>シーンを一覧から取り除きます</translation>
    </message>
    <message>
        <source>The view that the scene is about</source>
        <translation>シーンの対象となるビュー</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>View of the scene</source>
        <translation>シーンのビュー</translation>
    </message>
    <message>
        <source>What you say about it. The handout has it below the picture.</source>
        <translation>それについて話すこと。配布資料では画像の下に入ります。</translation>
    </message>
</context>
<context>
    <name>rotascope::ScoreRun</name>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1 を起動できません：%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1、残り %2</translation>
    </message>
    <message>
        <source>The model is being loaded …</source>
        <translation>モデルを読み込んでいます…</translation>
    </message>
    <message>
        <source>The run failed and did not say why.</source>
        <translation>実行は失敗し、理由を示しませんでした。</translation>
    </message>
    <message>
        <source>The run failed: %1</source>
        <translation>実行は失敗しました：%1</translation>
    </message>
    <message>
        <source>The run is being stopped …</source>
        <translation>実行を停止しています…</translation>
    </message>
    <message>
        <source>The run is done. Its scores are in %1.</source>
        <translation>実行が終わりました。スコアは %1 にあります。</translation>
    </message>
    <message>
        <source>The run was stopped before it had measured anything.</source>
        <translation>実行は、何も測らないうちに停止されました。</translation>
    </message>
    <message>
        <source>The run was stopped. What it measured is in %1; the same run goes on with what is missing.</source>
        <translation>実行は停止されました。測ったものは %1 にあります。同じ実行は足りないものから続きます。</translation>
    </message>
</context>
<context>
    <name>rotascope::ScoreRunDialog</name>
    <message>
        <source>%1: the folder cannot be made: %2</source>
        <translation>%1：フォルダーを作れません：%2</translation>
    </message>
    <message>
        <source>&amp;Copy command</source>
        <translation>コマンドをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Folder…</source>
        <translation>フォルダー(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Lengths</source>
        <translation>長さ(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>モデル(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Prompts of each length</source>
        <translation>各長さのプロンプト(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>実行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>テキスト(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Under</source>
        <translation>表(&amp;U)</translation>
    </message>
    <message>
        <source>A Python with the package rotascope_evaluate is looked for …</source>
        <translation>パッケージ rotascope_evaluate のある Python を探しています…</translation>
    </message>
    <message>
        <source>A long text</source>
        <translation>長いテキスト</translation>
    </message>
    <message>
        <source>Choose the Python that has it. Or install it in a terminal, then choose ~/rotascope-python/bin/python3:
%1</source>
        <translation>それのある Python を選んでください。または端末で次のとおりインストールし、~/rotascope-python/bin/python3 を選んでください：
%1</translation>
    </message>
    <message>
        <source>Choose the Python that has the package rotascope_evaluate</source>
        <translation>パッケージ rotascope_evaluate のある Python を選ぶ</translation>
    </message>
    <message>
        <source>Choose the file for the scores</source>
        <translation>スコアのファイルを選ぶ</translation>
    </message>
    <message>
        <source>Choose the model&apos;s folder</source>
        <translation>モデルのフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Choose the text</source>
        <translation>テキストを選ぶ</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Expected whole paths of files, from / on.</source>
        <translation>/ から始まる、ファイルの完全なパスが必要です。</translation>
    </message>
    <message>
        <source>How many prompts of each length have a key hidden in them that the model is asked for</source>
        <translation>各長さで、モデルに尋ねるキーを隠したプロンプトの数</translation>
    </message>
    <message>
        <source>How much is measured</source>
        <translation>測り終えた分</translation>
    </message>
    <message>
        <source>Install it with pip, as the manual says, or choose the Python that has it.</source>
        <translation>マニュアルのとおりに pip でインストールするか、それのある Python を選んでください。</translation>
    </message>
    <message>
        <source>It runs with %1, which has rotascope_evaluate %2.</source>
        <translation>%1 で実行します。rotascope_evaluate %2 があります。</translation>
    </message>
    <message>
        <source>No Python with the package rotascope_evaluate was found: %1.</source>
        <translation>パッケージ rotascope_evaluate のある Python が見つかりません：%1。</translation>
    </message>
    <message>
        <source>No Python with the package rotascope_evaluate was found</source>
        <translation>パッケージ rotascope_evaluate のある Python が見つかりません</translation>
    </message>
    <message>
        <source>Score a model</source>
        <translation>モデルのスコアを取る</translation>
    </message>
    <message>
        <source>Scores &amp;into</source>
        <translation>スコアの保存先(&amp;I)</translation>
    </message>
    <message>
        <source>Scores (*.json)</source>
        <translation>スコア (*.json)</translation>
    </message>
    <message>
        <source>Scores into</source>
        <translation>スコアの保存先</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>実行を停止</translation>
    </message>
    <message>
        <source>Texts (*.txt);;All files (*)</source>
        <translation>テキスト (*.txt);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>The Python that has rotascope_evaluate</source>
        <translation>rotascope_evaluate のある Python</translation>
    </message>
    <message>
        <source>The command above can be copied all the same.</source>
        <translation>上のコマンドはそれでもコピーできます。</translation>
    </message>
    <message>
        <source>The command that scores the model</source>
        <translation>モデルのスコアを取るコマンド</translation>
    </message>
    <message>
        <source>The model&apos;s folder</source>
        <translation>モデルのフォルダー</translation>
    </message>
    <message>
        <source>The model&apos;s own frequencies</source>
        <translation>モデル自身の周波数</translation>
    </message>
    <message>
        <source>The run goes on when this is closed.</source>
        <translation>これを閉じても実行は続きます。</translation>
    </message>
    <message>
        <source>The tables are written and the command is copied.</source>
        <translation>表を書き込み、コマンドをコピーしました。</translation>
    </message>
    <message>
        <source>The tables are written into %1 first.</source>
        <translation>先に表を %1 に書き込みます。</translation>
    </message>
    <message>
        <source>Tokens of a prompt: one number, or several with commas between them</source>
        <translation>プロンプトのトークン数：数を 1 つ、またはコンマで区切っていくつか</translation>
    </message>
    <message>
        <source>What is measured stays in the file; the same run goes on with what is missing</source>
        <translation>測ったものはファイルに残り、同じ実行は足りないものから続きます</translation>
    </message>
    <message>
        <source>Writes the tables into their files and puts the command on the clipboard</source>
        <translation>表をファイルに書き込み、コマンドをクリップボードに入れます</translation>
    </message>
    <message>
        <source>Writes the tables into their files and runs the command in the background</source>
        <translation>表をファイルに書き込み、コマンドを裏で実行します</translation>
    </message>
    <message>
        <source>a folder, or a name of the Hugging Face hub: Qwen/Qwen3-8B</source>
        <translation>フォルダー、または Hugging Face ハブの名前：Qwen/Qwen3-8B</translation>
    </message>
    <message>
        <source>none; of a long text the loss is measured as well</source>
        <translation>なし。長いテキストでは損失も測ります</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>the tables cannot be written</source>
        <translation>表を書き込めません</translation>
    </message>
</context>
<context>
    <name>rotascope::ScoresView</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 ステップ</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ～ %2</translation>
    </message>
    <message>
        <source>%1, as shipped</source>
        <translation>%1、付属の行</translation>
    </message>
    <message>
        <source>%1, mean over the dimensions</source>
        <translation>%1、次元についての平均</translation>
    </message>
    <message>
        <source>%1: %2, %3 tokens</source>
        <translation>%1：%2、%3 トークン</translation>
    </message>
    <message numerus="yes">
        <source>%n scores below 0 are not drawn.</source>
        <translation>
            <numerusform>0 より下の %n 個のスコアは描かれません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tables: too few for a rank correlation, or all are equal. %1.</source>
        <translation>
            <numerusform>%n 個の表：順位相関には少なすぎるか、すべて等しくなっています。%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Current table</source>
        <translation>現在の表</translation>
    </message>
    <message>
        <source>Measures and scores</source>
        <translation>尺度とスコア</translation>
    </message>
    <message>
        <source>Measures of tables and what %1 scored under them</source>
        <translation>表の尺度と、そのもとでの %1 のスコア</translation>
    </message>
    <message>
        <source>No scores come with this installation. Open a file of scores, as rotascope-cli evaluate -o or rotascope_evaluate writes it.</source>
        <translation>このインストールにはスコアが付属していません。rotascope-cli evaluate -o または rotascope_evaluate が書き出すスコアのファイルを開いてください。</translation>
    </message>
    <message>
        <source>Open its model</source>
        <translation>そのモデルを開く</translation>
    </message>
    <message>
        <source>Opens the laboratory&apos;s model that has these scores, in the place of what is open; then a click on a point takes its table</source>
        <translation>このスコアを持つ実験室のモデルを、開いているものの代わりに開きます。その後、点をクリックするとその表を採用します</translation>
    </message>
    <message numerus="yes">
        <source>Rank correlation of %1 with what went wrong: %2, in 95 of 100 cases within %3; %n tables, %4. 1: it puts all tables into the order of their scores. A click takes a table.</source>
        <translation>
            <numerusform>%1 と、うまくいかなかったこととの順位相関：%2、100 回のうち 95 回は %3。表 %n 個、%4。1：すべての表をスコアの順に並べます。クリックで表を採用します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rank correlation of each measure with what went wrong</source>
        <translation>それぞれの尺度と、うまくいかなかったこととの順位相関</translation>
    </message>
    <message>
        <source>Run: %1</source>
        <translation>実行：%1</translation>
    </message>
    <message>
        <source>Score a model…</source>
        <translation>モデルのスコアを取る…</translation>
    </message>
    <message>
        <source>Scores a real model under the current and the pinned tables with Python, or shows the command that does</source>
        <translation>実際のモデルのスコアを、現在の表とピン留めした表のもとで Python で取るか、そのコマンドを表示します</translation>
    </message>
    <message>
        <source>Tables by a measure and by their score</source>
        <translation>尺度とスコアで並べた表</translation>
    </message>
    <message>
        <source>The table is for another model. Expected its model to be open: %1</source>
        <translation>この表は別のモデルのものです。そのモデルを開いておく必要があります：%1</translation>
    </message>
    <message>
        <source>The tables are measured …</source>
        <translation>表を測っています…</translation>
    </message>
    <message>
        <source>Which score</source>
        <translation>どのスコアか</translation>
    </message>
    <message>
        <source>Whose scores</source>
        <translation>誰のスコアか</translation>
    </message>
    <message>
        <source>as trained</source>
        <translation>学習したまま</translation>
    </message>
    <message>
        <source>b = %1</source>
        <translation>b = %1</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>尺度</translation>
    </message>
    <message>
        <source>take the table %1</source>
        <translation>表 %1 を採用</translation>
    </message>
    <message>
        <source>tried here: %1 of %2 dimensions changed</source>
        <translation>ここで試した表：%2 個の次元のうち %1 個を変更</translation>
    </message>
</context>
<context>
    <name>rotascope::SessionConflict</name>
    <message>
        <source>%1 was changed by another program at %2. Overwrite it?</source>
        <translation>%1 は %2 に別のプログラムによって変更されました。上書きしますか？</translation>
    </message>
    <message>
        <source>%1 was changed by another program. What is open here is not in it.</source>
        <translation>%1 は別のプログラムによって変更されました。ここで開いている内容はその中にありません。</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>上書き(&amp;O)</translation>
    </message>
    <message>
        <source>Opens the session as it is in the file now</source>
        <translation>いまファイルにあるとおりにセッションを開きます</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>再読み込み</translation>
    </message>
    <message>
        <source>Rotascope</source>
        <translation>Rotascope</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>名前を付けて保存(&amp;A)…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>Saves what is open here in another file</source>
        <translation>ここで開いている内容を別のファイルに保存します</translation>
    </message>
    <message>
        <source>What was saved there is lost if you overwrite it.</source>
        <translation>上書きすると、そこに保存された内容は失われます。</translation>
    </message>
</context>
<context>
    <name>rotascope::SessionKeeper</name>
    <message>
        <source>%1: cannot be written</source>
        <translation>%1：書き込めません</translation>
    </message>
</context>
<context>
    <name>rotascope::SettingsChange</name>
    <message>
        <source>compared methods</source>
        <translation>比較する手法</translation>
    </message>
    <message>
        <source>divergence</source>
        <translation>ダイバージェンス</translation>
    </message>
    <message>
        <source>intervals</source>
        <translation>区間</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>尺度</translation>
    </message>
    <message>
        <source>method</source>
        <translation>手法</translation>
    </message>
    <message>
        <source>pre-training length</source>
        <translation>事前学習長</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>second source</source>
        <translation>第二のソース</translation>
    </message>
    <message>
        <source>target length</source>
        <translation>目標長</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>what is before</source>
        <translation>拡張前の内容</translation>
    </message>
</context>
<context>
    <name>rotascope::SettingsGroup</name>
    <message>
        <source>%1 is &quot;%2&quot;; expected a whole number.</source>
        <translation>%1 が「%2」です。整数が必要です。</translation>
    </message>
</context>
<context>
    <name>rotascope::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
</context>
<context>
    <name>rotascope::SmallMultiples</name>
    <message>
        <source>Arrow keys: go to another plot.</source>
        <translation>矢印キー：別のグラフに移動。</translation>
    </message>
</context>
<context>
    <name>rotascope::SourceGroup</name>
    <message>
        <source>%1 buckets up to the distance %2</source>
        <translation>%1 個のバケット、距離 %2 まで</translation>
    </message>
    <message>
        <source>%1 dimensions (rotary_dim %2)</source>
        <translation>%1 次元 (rotary_dim %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n heads</source>
        <translation>
            <numerusform>%n 個のヘッド</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models have &quot;%1&quot; in their names: %2</source>
        <translation>
            <numerusform>%n 個のモデルの名前に「%1」が含まれます：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Before</source>
        <translation>拡張前(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>ファイルを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A model whose RoPE is known; type a part of its name to find it</source>
        <translation>RoPE がわかっているモデル。名前の一部を入力すると見つかります</translation>
    </message>
    <message>
        <source>A recording (.h5), a model&apos;s config.json or a GGUF model</source>
        <translation>記録 (.h5)、モデルの config.json、または GGUF モデル</translation>
    </message>
    <message>
        <source>All engines agree…</source>
        <translation>すべてのエンジンが一致…</translation>
    </message>
    <message>
        <source>Counts only the tokens at these positions: FROM:TO, TO not included, such as 0:4096 or 4096:</source>
        <translation>これらの位置のトークンだけを数えます。FROM:TO の形で、TO は含みません。例：0:4096、4096:</translation>
    </message>
    <message>
        <source>Counts only the tokens of these sequences of the recording, from 0 on, such as 0,2-5</source>
        <translation>記録のこれらの系列のトークンだけを数えます。系列は 0 から数えます。例：0,2-5</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>拡張の起点</translation>
    </message>
    <message>
        <source>M-RoPE: %1 by time, %2 by height, %3 by width</source>
        <translation>M-RoPE：時間 %1、高さ %2、幅 %3</translation>
    </message>
    <message>
        <source>Model whose RoPE is known</source>
        <translation>RoPE がわかっているモデル</translation>
    </message>
    <message>
        <source>No model in the list has &quot;%1&quot; in its name; choose one of the list, or open the model&apos;s file.</source>
        <translation>名前に「%1」を含むモデルは一覧にありません。一覧から選ぶか、モデルのファイルを開いてください。</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>RoPE</source>
        <translation>RoPE</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>出典：%1</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>ソース</translation>
    </message>
    <message>
        <source>What each engine really does with this file, and the traps in it</source>
        <translation>各エンジンがこのファイルを実際にどう扱うかと、その落とし穴</translation>
    </message>
    <message>
        <source>What the distribution before the extension is counted from</source>
        <translation>拡張前の分布を何から数えるか</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>before</source>
        <translation>拡張前</translation>
    </message>
    <message>
        <source>distances 0 … L-1</source>
        <translation>距離 0 … L-1</translation>
    </message>
    <message>
        <source>or a model…</source>
        <translation>またはモデル…</translation>
    </message>
    <message>
        <source>sliding window of %1 positions</source>
        <translation>%1 位置のスライディングウィンドウ</translation>
    </message>
    <message>
        <source>states %1, left out here</source>
        <translation>%1 と記述、ここでは除外</translation>
    </message>
    <message>
        <source>trained with %1, which stays</source>
        <translation>%1 で学習済み、そのまま</translation>
    </message>
</context>
<context>
    <name>rotascope::SourceLoader</name>
    <message>
        <source>%1: has %2 dimensions now; expected %3 as before</source>
        <translation>%1：次元が %2 になりました。以前と同じ %3 が必要です</translation>
    </message>
    <message>
        <source>All of the recording is counted: %1</source>
        <translation>記録全体を数えます：%1</translation>
    </message>
    <message>
        <source>The comparison is left out: %1</source>
        <translation>比較は省きます：%1</translation>
    </message>
    <message>
        <source>the source could not be opened</source>
        <translation>ソースを開けませんでした</translation>
    </message>
</context>
<context>
    <name>rotascope::StartPage</name>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>ファイルを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>A recording (.h5), a model&apos;s config.json, a GGUF model, a session, or an exported table with its model</source>
        <translation>記録 (.h5)、モデルの config.json、GGUF モデル、セッション、またはエクスポートした表とそのモデル</translation>
    </message>
    <message>
        <source>Back to %1 (Esc)</source>
        <translation>%1 に戻る (Esc)</translation>
    </message>
    <message>
        <source>How a longer context disturbs the rotary angles of a model, dimension by dimension</source>
        <translation>文脈を長くするとモデルの回転角がどう乱れるかを次元ごとに示します</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Rotascope</source>
        <translation>Rotascope</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Tours</source>
        <translation>ツアー</translation>
    </message>
    <message>
        <source>or drop one anywhere in the window: a recording, a config.json, a GGUF model, a session, an exported table</source>
        <translation>または、ウィンドウのどこにでもドロップ：記録、config.json、GGUF モデル、セッション、エクスポートした表</translation>
    </message>
</context>
<context>
    <name>rotascope::StatusBar</name>
    <message>
        <source> · %1 differs by %2 × 10⁻³</source>
        <translation> · %1 との差 %2 × 10⁻³</translation>
    </message>
    <message>
        <source>Mean disturbance %1 × 10⁻³ · %2</source>
        <translation>平均擾乱 %1 × 10⁻³ · %2</translation>
    </message>
    <message>
        <source>No result for what is set: %1</source>
        <translation>この設定の結果がありません：%1</translation>
    </message>
</context>
<context>
    <name>rotascope::StepChart</name>
    <message>
        <source>Left and right: move the cursor. Return: choose. Plus and minus: zoom. Home: show everything. A and B: put a cursor there, to compare two places. Escape: hide both.</source>
        <translation>左右：カーソルを移動。Return：選択。プラスとマイナス：拡大縮小。Home：全体を表示。A と B：比べるためのカーソルをそこに置く。Escape：両方を隠す。</translation>
    </message>
    <message>
        <source>zoomed in · double click shows all</source>
        <translation>拡大中 · ダブルクリックで全体を表示</translation>
    </message>
</context>
<context>
    <name>rotascope::StructureDialog</name>
    <message>
        <source>Structure of %1</source>
        <translation>%1 の構造</translation>
    </message>
</context>
<context>
    <name>rotascope::StructureLoader</name>
    <message>
        <source>the file could not be listed</source>
        <translation>ファイルの内容を一覧にできませんでした</translation>
    </message>
</context>
<context>
    <name>rotascope::StructureModel</name>
    <message>
        <source>name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>storage or value</source>
        <translation>格納方法または値</translation>
    </message>
    <message>
        <source>type</source>
        <translation>型</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>種類</translation>
    </message>
</context>
<context>
    <name>rotascope::StructureOutline</name>
    <message>
        <source>%1: %2 entries, %3 bytes</source>
        <translation>%1：%2 項目、%3 バイト</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>すべて折りたたむ</translation>
    </message>
    <message>
        <source>Copy all as text</source>
        <translation>すべてをテキストでコピー</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>すべて展開</translation>
    </message>
    <message>
        <source>Structure of the file</source>
        <translation>ファイルの構造</translation>
    </message>
    <message>
        <source>The file is listed …</source>
        <translation>ファイルの内容を一覧にしています …</translation>
    </message>
</context>
<context>
    <name>rotascope::StructureView</name>
    <message>
        <source>Open a recording to see its groups, datasets and attributes.</source>
        <translation>記録を開くと、そのグループ、データセット、属性が表示されます。</translation>
    </message>
</context>
<context>
    <name>rotascope::TableGroup</name>
    <message>
        <source>%1 set by hand</source>
        <translation>手動設定 %1 個</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>手法(&amp;M)</translation>
    </message>
    <message>
        <source>+ c · &amp;near, c</source>
        <translation>+ c · 近傍、c(&amp;N)</translation>
    </message>
    <message>
        <source>All automatic</source>
        <translation>すべて自動</translation>
    </message>
    <message>
        <source>Clear manual choices</source>
        <translation>手動の選択を消去します</translation>
    </message>
    <message>
        <source>FIRST:END, such as 20:40, END not included: the dimensions that are interpolated. Empty: the run that gains most.</source>
        <translation>FIRST:END（END は含まない）、たとえば 20:40：補間する次元。空：最も得をする並び。</translation>
    </message>
    <message>
        <source>How many dimensions are clipped, the last ones. Empty: all that complete no turn within L.</source>
        <translation>最後からいくつの次元を切り詰めるか。空：L のうちに 1 回転しないものすべて。</translation>
    </message>
    <message>
        <source>Interpolate a dimension if D(extrapolation) &gt; D(interpolation) + t</source>
        <translation>D(外挿) &gt; D(補間) + t なら次元を補間します</translation>
    </message>
    <message>
        <source>Interpolate exactly so many components (n-hat in the paper): two for each dimension</source>
        <translation>ちょうどこの数の成分（論文の n-hat）を補間します。次元ごとに 2 つです</translation>
    </message>
    <message>
        <source>Not available: %1</source>
        <translation>利用できません：%1</translation>
    </message>
    <message>
        <source>Number of interpolated components</source>
        <translation>補間する成分の数</translation>
    </message>
    <message>
        <source>Opens the manual at which methods to try first, and how well that is known</source>
        <translation>最初に試す手法と、それがどこまで分かっているかのページでマニュアルを開きます</translation>
    </message>
    <message>
        <source>Scaling table</source>
        <translation>スケーリング表</translation>
    </message>
    <message>
        <source>The method that automatic dimensions follow</source>
        <translation>自動の次元が従う手法</translation>
    </message>
    <message>
        <source>The number of clipped dimensions is &quot;%1&quot;; expected a whole number.</source>
        <translation>切り詰める次元の数が「%1」です。整数が必要です。</translation>
    </message>
    <message>
        <source>The threshold t is &quot;%1&quot;; expected a number.</source>
        <translation>しきい値 t が「%1」です。数が必要です。</translation>
    </message>
    <message>
        <source>Value of the threshold t</source>
        <translation>しきい値 t の値</translation>
    </message>
    <message>
        <source>Which dimensions the method acts on. Only Band, CoPE and HardClip take them.</source>
        <translation>この方法がはたらく次元。Band（帯）、CoPE、HardClip だけが受け取ります。</translation>
    </message>
    <message>
        <source>Which one?</source>
        <translation>どれを選ぶ？</translation>
    </message>
    <message>
        <source>all automatic</source>
        <translation>すべて自動</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>c is &quot;%1&quot;; expected a number, 0 or more.</source>
        <translation>c が「%1」です。0 以上の数が必要です。</translation>
    </message>
    <message>
        <source>c: each dimension&apos;s threshold is t + c · near, so that interpolating has to win by more where it moves neighbours more. 0: as in the paper; 0.01 is a good start.</source>
        <translation>c：各次元のしきい値は t + c · 近傍です。隣を大きく動かす次元ほど、補間がより大きく勝る必要があります。0：論文のとおり。0.01 から始めるとよいでしょう。</translation>
    </message>
    <message>
        <source>components</source>
        <translation>成分</translation>
    </message>
    <message>
        <source>dimensions of the method</source>
        <translation>手法の次元</translation>
    </message>
    <message>
        <source>dimensions</source>
        <translation>次元</translation>
    </message>
    <message>
        <source>extrapolates</source>
        <translation>外挿します</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>interpolates %1 components:
%2 of %3 dimensions</source>
        <translation>%1 成分を補間：
%3 次元のうち %2 次元</translation>
    </message>
    <message>
        <source>interpolates %1 of %2 heads</source>
        <translation>%2 ヘッドのうち %1 を補間</translation>
    </message>
    <message>
        <source>interpolates</source>
        <translation>補間します</translation>
    </message>
    <message>
        <source>method</source>
        <translation>手法</translation>
    </message>
    <message>
        <source>near-weighted threshold</source>
        <translation>近傍を加味したしきい値</translation>
    </message>
    <message>
        <source>same as %1 ≤ t &lt; %2</source>
        <translation>%1 ≤ t &lt; %2 と同じ</translation>
    </message>
    <message>
        <source>the source states no scaling of its own, or the extension starts from it</source>
        <translation>ソースに独自のスケーリングの記述がないか、拡張がそこから始まっています</translation>
    </message>
    <message>
        <source>threshold t</source>
        <translation>しきい値 t</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>しきい値</translation>
    </message>
    <message>
        <source>with what is set by hand</source>
        <translation>手動設定したものを含む</translation>
    </message>
</context>
<context>
    <name>rotascope::TableLoader</name>
    <message>
        <source>%1 was made under other settings: %2.</source>
        <translation>%1 は別の設定で作られました：%2。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: cannot be opened</source>
        <translation>%1：開けません</translation>
    </message>
    <message>
        <source>%1: open the model that the table is for first</source>
        <translation>%1：先に、この表の対象のモデルを開いてください</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>settings of %1</source>
        <translation>%1 の設定</translation>
    </message>
    <message>
        <source>table %1</source>
        <translation>表 %1</translation>
    </message>
</context>
<context>
    <name>rotascope::TourCard</name>
    <message>
        <source>%1 · step %2 of %3</source>
        <translation>%1 · ステップ %2 / %3</translation>
    </message>
    <message>
        <source>%1. %2. %3</source>
        <translation>%1。%2。%3</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Does what the step asks for (F9)</source>
        <translation>ステップが求めることを行います (F9)</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Goes back to your own work. The tour goes on here next time</source>
        <translation>自分の作業に戻ります。次回はここから続きます</translation>
    </message>
    <message>
        <source>Goes to the first step</source>
        <translation>最初のステップに移ります</translation>
    </message>
    <message>
        <source>Goes to the next step; shows this one first if it is not done (F8)</source>
        <translation>次のステップに進みます。済んでいなければ先に実演します (F8)</translation>
    </message>
    <message>
        <source>Goes to the step before (Shift+F8)</source>
        <translation>前のステップに戻ります (Shift+F8)</translation>
    </message>
    <message>
        <source>Guess first. Then try it yourself, or press Show me.</source>
        <translation>まず予想してください。それから自分で試すか、「実演する」を押してください。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>抜ける</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>お待ちください …</translation>
    </message>
    <message>
        <source>Opens the manual where it says more about this step</source>
        <translation>このステップについて詳しく述べたマニュアルのページを開きます</translation>
    </message>
    <message>
        <source>Read more</source>
        <translation>詳しく読む</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>実演する</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>最初から</translation>
    </message>
    <message>
        <source>This step was not reached. %1</source>
        <translation>このステップに到達しませんでした。%1</translation>
    </message>
    <message>
        <source>Try it yourself, or press Show me.</source>
        <translation>自分で試すか、「実演する」を押してください。</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>✓ Done</source>
        <translation>✓ 済み</translation>
    </message>
</context>
<context>
    <name>rotascope::TourGuide</name>
    <message>
        <source>Tour</source>
        <translation>ツアー</translation>
    </message>
</context>
<context>
    <name>rotascope::TourRecorder</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A tour opens presets alone, so that it works on every machine: open one and record again.</source>
        <translation>ツアーはどのマシンでも動くよう、プリセットだけを開きます。プリセットを開いて、もう一度記録してください。</translation>
    </message>
    <message>
        <source>Discard the steps that were recorded?</source>
        <translation>記録したステップを破棄しますか？</translation>
    </message>
    <message>
        <source>Do something in the window: it becomes this step.</source>
        <translation>ウィンドウで何かを行うと、このステップになります。</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>行ったこと：%1</translation>
    </message>
    <message>
        <source>Guided tours (*.json)</source>
        <translation>ガイドツアー (*.json)</translation>
    </message>
    <message>
        <source>L′ = %1</source>
        <translation>L′ = %1</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>次のステップ</translation>
    </message>
    <message>
        <source>Record a tour</source>
        <translation>ツアーを記録</translation>
    </message>
    <message>
        <source>Save tour</source>
        <translation>ツアーを保存</translation>
    </message>
    <message>
        <source>Save tour…</source>
        <translation>ツアーを保存…</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>ステップ %1</translation>
    </message>
    <message>
        <source>Text of the step</source>
        <translation>ステップのテキスト</translation>
    </message>
    <message>
        <source>Title of the step</source>
        <translation>ステップのタイトル</translation>
    </message>
    <message>
        <source>Title of the tour</source>
        <translation>ツアーのタイトル</translation>
    </message>
    <message>
        <source>What one learns</source>
        <translation>学べること</translation>
    </message>
    <message>
        <source>What the reader is to do and to look for</source>
        <translation>読者が行うこと、注目すること</translation>
    </message>
    <message>
        <source>command %1</source>
        <translation>コマンド %1</translation>
    </message>
    <message>
        <source>dimension %1</source>
        <translation>次元 %1</translation>
    </message>
    <message>
        <source>dimensions by hand: %1</source>
        <translation>手動設定した次元：%1 個</translation>
    </message>
    <message>
        <source>method %1</source>
        <translation>手法 %1</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>%1 を開く</translation>
    </message>
    <message>
        <source>view %1</source>
        <translation>ビュー %1</translation>
    </message>
</context>
<context>
    <name>rotascope::TourRunner</name>
    <message>
        <source>No model is open.</source>
        <translation>モデルが開かれていません。</translation>
    </message>
    <message>
        <source>The command %1 cannot be run by a tour.</source>
        <translation>コマンド %1 はツアーでは実行できません。</translation>
    </message>
    <message>
        <source>The command %1 cannot be run now.</source>
        <translation>コマンド %1 は今は実行できません。</translation>
    </message>
    <message>
        <source>The control %1 cannot be set to that.</source>
        <translation>コントロール %1 をその値にはできません。</translation>
    </message>
    <message>
        <source>The control %1 cannot be used now.</source>
        <translation>コントロール %1 は今は使えません。</translation>
    </message>
    <message>
        <source>The manual has no place %1.</source>
        <translation>マニュアルに %1 という箇所がありません。</translation>
    </message>
    <message>
        <source>The target length cannot be %1 here.</source>
        <translation>ここでは目標長を %1 にできません。</translation>
    </message>
    <message>
        <source>There is no control %1.</source>
        <translation>コントロール %1 がありません。</translation>
    </message>
    <message>
        <source>There is no dimension %1.</source>
        <translation>次元 %1 がありません。</translation>
    </message>
    <message>
        <source>There is no view %1.</source>
        <translation>ビュー %1 がありません。</translation>
    </message>
    <message>
        <source>Unknown command: %1.</source>
        <translation>不明なコマンド：%1。</translation>
    </message>
    <message>
        <source>target length</source>
        <translation>目標長</translation>
    </message>
</context>
<context>
    <name>rotascope::TrackPlot</name>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 %2～%3</translation>
    </message>
    <message>
        <source>Left and Right move, plus and minus zoom, Home shows everything. Shift with Left and Right selects a range. Up and Down choose a dimension.</source>
        <translation>左右：移動。プラスとマイナス：拡大縮小。Home：全体を表示。Shift と左右：範囲を選択。上下：次元を選択。</translation>
    </message>
    <message>
        <source>selected: %1 to %2</source>
        <translation>選択範囲: %1～%2</translation>
    </message>
</context>
<context>
    <name>rotascope::TrackView</name>
    <message>
        <source> · %1 in each column of pixels</source>
        <translation> · ピクセル列あたり %1</translation>
    </message>
    <message>
        <source>%1 along the positions</source>
        <translation>位置に沿った%1</translation>
    </message>
    <message>
        <source>%1 along the rows</source>
        <translation>行に沿った%1</translation>
    </message>
    <message>
        <source>%1 of them would have to turn elsewhere to be spread as the whole.</source>
        <translation>全体と同じ分布になるには、そのうち %1 が別の方向を向く必要があります。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ～ %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>16 evenly spread</source>
        <translation>均等に選んだ 16 個</translation>
    </message>
    <message>
        <source>4 around current</source>
        <translation>現在の前後の 4 個</translation>
    </message>
    <message>
        <source>4 evenly spread</source>
        <translation>均等に選んだ 4 個</translation>
    </message>
    <message>
        <source>4 most disturbed</source>
        <translation>擾乱が大きい 4 個</translation>
    </message>
    <message>
        <source>Along the rows of the recording, in their order, or along the positions: all rows of the same position together</source>
        <translation>記録の行に順に沿うか、位置に沿うか（同じ位置の行はすべてまとめます）</translation>
    </message>
    <message>
        <source>Along what they are shown</source>
        <translation>何に沿って表示するか</translation>
    </message>
    <message>
        <source>Angles along the recording</source>
        <translation>記録に沿った角度</translation>
    </message>
    <message>
        <source>Dimension %1 · position %2</source>
        <translation>次元 %1 · 位置 %2</translation>
    </message>
    <message>
        <source>Dimension %1 · row %2</source>
        <translation>次元 %1 · 行 %2</translation>
    </message>
    <message>
        <source>Dimension %1</source>
        <translation>次元 %1</translation>
    </message>
    <message>
        <source>Dimensions %1</source>
        <translation>次元 %1</translation>
    </message>
    <message>
        <source>Directions of the selected range and of the whole recording</source>
        <translation>選択範囲と記録全体の方向</translation>
    </message>
    <message>
        <source>Open a recording to see how its angles run along the tokens.</source>
        <translation>記録を開くと、その角度がトークンに沿ってどう進むかが表示されます。</translation>
    </message>
    <message>
        <source>Positions %1 … %2 of %3</source>
        <translation>位置 %1 … %2 / %3</translation>
    </message>
    <message>
        <source>Positions %1 … %2: %3 angles of dimension %4.</source>
        <translation>位置 %1 … %2：次元 %4 の角度 %3 個。</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>読み込む</translation>
    </message>
    <message>
        <source>Reading, %1, %2</source>
        <translation>読み込み中、%1、%2</translation>
    </message>
    <message>
        <source>Reading, %1</source>
        <translation>読み込み中、%1</translation>
    </message>
    <message>
        <source>Recorded angles along the recording</source>
        <translation>記録に沿って並ぶ、記録された角度</translation>
    </message>
    <message>
        <source>Rows %1 … %2 of %3</source>
        <translation>行 %1 … %2 / %3</translation>
    </message>
    <message>
        <source>Rows %1 … %2, positions %3 to %4: %5 angles of dimension %6.</source>
        <translation>行 %1 … %2、位置 %3 ～ %4：次元 %6 の角度 %5 個。</translation>
    </message>
    <message>
        <source>Rows %1 … %2: %3 angles of dimension %4.</source>
        <translation>行 %1 … %2：次元 %4 の角度 %3 個。</translation>
    </message>
    <message>
        <source>Select range</source>
        <translation>範囲を選択</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>選択範囲</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全体を表示</translation>
    </message>
    <message>
        <source>Shows the whole recording again (Home)</source>
        <translation>記録全体をもう一度表示します (Home)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The recording is read …</source>
        <translation>記録を読み込んでいます …</translation>
    </message>
    <message>
        <source>This recording has no angles, one by one. With them, this shows how they run along the recording.</source>
        <translation>この記録には角度が 1 つずつ入っていません。あれば、記録に沿ってどう進むかを表示します。</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>軌跡</translation>
    </message>
    <message>
        <source>Unit of the angle</source>
        <translation>角度の単位</translation>
    </message>
    <message>
        <source>Which dimensions are shown</source>
        <translation>表示する次元</translation>
    </message>
    <message>
        <source>While this is on, dragging selects a range, whose distribution is shown beside that of the whole recording. Shift and dragging does the same at any time; Esc drops the range</source>
        <translation>オンの間は、ドラッグすると範囲が選択され、その分布が記録全体の分布と並べて表示されます。Shift を押しながらのドラッグでは、いつでも同じことができます。Esc で選択を解除します</translation>
    </message>
    <message>
        <source>Whole recording</source>
        <translation>記録全体</translation>
    </message>
    <message>
        <source>along positions %1</source>
        <translation>位置（軸 %1）に沿って</translation>
    </message>
    <message>
        <source>along positions</source>
        <translation>位置に沿って</translation>
    </message>
    <message>
        <source>along rows</source>
        <translation>行に沿って</translation>
    </message>
    <message>
        <source>angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>current dimension</source>
        <translation>現在の次元</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>rotary angle (%1)</source>
        <translation>回転角（%1）</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>share of the angles</source>
        <translation>角度の割合</translation>
    </message>
</context>
<context>
    <name>rotascope::Workspace</name>
    <message numerus="yes">
        <source>%n dimensions: %1</source>
        <translation>
            <numerusform>%n 個の次元：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>RoPE %1</source>
        <translation>RoPE %1</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>back to the last result</source>
        <translation>前回の結果に戻す</translation>
    </message>
    <message>
        <source>dimension %1: %2</source>
        <translation>次元 %1：%2</translation>
    </message>
    <message>
        <source>factor %1</source>
        <translation>係数 %1</translation>
    </message>
    <message>
        <source>start from %1</source>
        <translation>%1 からの開始</translation>
    </message>
</context>
</TS>

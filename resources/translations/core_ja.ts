<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
<context>
    <name>Sentence</name>
    <message>
        <source> by yarn_log_multiplier {1}</source>
        <translation>、yarn_log_multiplier {1} による</translation>
    </message>
    <message>
        <source>&quot;dimensions&quot; is missing, or no list; expected an object for each dimension</source>
        <translation>&quot;dimensions&quot; がないか、リストではありません。次元ごとにオブジェクトが必要です</translation>
    </message>
    <message>
        <source>&quot;words&quot; is not a list of words; expected 1 to {1} texts without spaces, of at most {2} bytes</source>
        <translation>&quot;words&quot; は語のリストではありません。空白のない {2} バイト以下のテキストが 1 ～ {1} 個必要です</translation>
    </message>
    <message>
        <source>&quot;{1}&quot; ({2})</source>
        <translation>「{1}」（{2}）</translation>
    </message>
    <message>
        <source>, L = {1}, max_position_embeddings = {2}</source>
        <translation>、L = {1}、max_position_embeddings = {2}</translation>
    </message>
    <message>
        <source>, and on top {1}</source>
        <translation>、さらに {1}</translation>
    </message>
    <message>
        <source>, and the softmax&apos;s scale x {1}</source>
        <translation>、softmax のスケール × {1}</translation>
    </message>
    <message>
        <source>, attention magnitude {1}</source>
        <translation>、アテンション係数 {1}</translation>
    </message>
    <message>
        <source>, factor {1}, original_context_length {2}</source>
        <translation>、factor {1}、original_context_length {2}</translation>
    </message>
    <message>
        <source>, ramp at {1}</source>
        <translation>、ランプの基準 {1}</translation>
    </message>
    <message>
        <source>, scaled as the others</source>
        <translation>、スケーリングは他と同じ</translation>
    </message>
    <message>
        <source>, unscaled</source>
        <translation>、スケーリングなし</translation>
    </message>
    <message>
        <source>, which its code fills in</source>
        <translation>（コードが補う値）</translation>
    </message>
    <message>
        <source>--hf-overrides: {1}</source>
        <translation>--hf-overrides：{1}</translation>
    </message>
    <message>
        <source>--into does not go with --format {1}: it is not merged into a file</source>
        <translation>--into は --format {1} と併用できません。この形式はファイルに統合されません</translation>
    </message>
    <message>
        <source>--yarn-orig-ctx is less than 1; expected a number of positions</source>
        <translation>--yarn-orig-ctx が 1 未満です。位置の数が必要です</translation>
    </message>
    <message>
        <source>/positions: is missing; expected the positions of the tokens</source>
        <translation>/positions：ありません。トークンの位置が必要です</translation>
    </message>
    <message>
        <source>/ropes/{1}/angles: is missing; expected the angles of the tokens</source>
        <translation>/ropes/{1}/angles：ありません。トークンの角度が必要です</translation>
    </message>
    <message>
        <source>0.33 without max_trained_positions multiplies the base by 1: unscaled, and no position beyond {1}</source>
        <translation>0.33 は max_trained_positions がないとベースに 1 を掛けます：スケーリングなしで、{1} を超える位置は扱えません</translation>
    </message>
    <message>
        <source>1 to {1} rows, one for each axis, with a count for each position</source>
        <translation>1 から {1} 行（軸ごとに 1 行、位置ごとのカウント）</translation>
    </message>
    <message>
        <source>1 turn takes {1} positions: the angles form a comb of {2} teeth that drifts.</source>
        <translation>1 回転に {1} 位置かかります。角度は {2} 本の歯の櫛になり、少しずつずれていきます。</translation>
    </message>
    <message>
        <source>4.57.6 does not know the model type {1}</source>
        <translation>4.57.6 はモデルタイプ {1} を知りません</translation>
    </message>
    <message>
        <source>; in layers with a sliding window {1}</source>
        <translation>。スライディングウィンドウの層では {1}</translation>
    </message>
    <message>
        <source>; it serves factor x max_position_embeddings = {1} positions</source>
        <translation>。提供するのは factor × max_position_embeddings = {1} 位置です</translation>
    </message>
    <message>
        <source>; it serves max_position_embeddings = {1} positions (max_model_len), not {2}</source>
        <translation>。提供するのは max_position_embeddings = {1} 位置（max_model_len）で、{2} ではありません</translation>
    </message>
    <message>
        <source>; it serves max_position_embeddings = {1} positions, not {2}</source>
        <translation>。提供するのは max_position_embeddings = {1} 位置で、{2} ではありません</translation>
    </message>
    <message>
        <source>; layers with a sliding window of {1}: {2}</source>
        <translation>。{1} のスライディングウィンドウの層：{2}</translation>
    </message>
    <message>
        <source>; no effect up to {1} positions, then more with every longer sequence</source>
        <translation>。{1} 位置までは効果がなく、その先は系列が長いほど強くなります</translation>
    </message>
    <message>
        <source>; rope.freq_base_swa {1}</source>
        <translation>。rope.freq_base_swa {1}</translation>
    </message>
    <message>
        <source>; rope_freqs: {1}</source>
        <translation>。rope_freqs：{1}</translation>
    </message>
    <message>
        <source>; short_factor up to {1} positions, long_factor beyond, switched while it runs</source>
        <translation>。{1} 位置までは short_factor、その先は long_factor で、実行中に切り替わります</translation>
    </message>
    <message>
        <source>; versions before 0.33 (September 2026) have {1}</source>
        <translation>。0.33 より前のバージョン（2026 年 9 月）では {1}</translation>
    </message>
    <message>
        <source>; versions before 4.43 refuse it</source>
        <translation>。4.43 より前のバージョンは拒否します</translation>
    </message>
    <message>
        <source>A copy of a GGUF model that llama.cpp loads with the table and the new context length.</source>
        <translation>GGUF モデルのコピー。llama.cpp が表と新しい文脈長とともに読み込みます。</translation>
    </message>
    <message>
        <source>A dataset for each quantity, and how the table was made.</source>
        <translation>量ごとのデータセットと、表の作成方法。</translation>
    </message>
    <message>
        <source>A function that applies the table to a loaded Transformers model, in memory.</source>
        <translation>読み込んだ Transformers のモデルに、メモリー上で表を適用する関数。</translation>
    </message>
    <message>
        <source>A power of a factor from s to 2 s that grows up to a critical dimension, then the factor itself; both found by a search.</source>
        <translation>臨界次元までは s から 2 s の係数のべき乗で大きくなり、その先は係数そのもの。どちらも探索で求めます。</translation>
    </message>
    <message>
        <source>A small GGUF file with the tensor rope_freqs.weight alone, for tools that put it into a model.</source>
        <translation>テンソル rope_freqs.weight だけの小さな GGUF ファイル。モデルに組み込むツール向けです。</translation>
    </message>
    <message>
        <source>A table of your own, as it was exported.</source>
        <translation>エクスポートした自分の表。</translation>
    </message>
    <message>
        <source>ALiBi adds a bias for the distance: it is compared within the range that it had in training, head by head; the last interval is all beyond. The slope has no part in that, so heads with the same factor are equal. That far keys weigh little is not seen.</source>
        <translation>ALiBi は距離に応じたバイアスを加えます。これを、学習のときの範囲の中で、ヘッドごとに比べます。最後の区間は、その範囲を超えるすべてです。傾きは関係しないので、係数が同じヘッドは等しくなります。遠いキーの重みが小さいことは考慮されません。</translation>
    </message>
    <message>
        <source>Add these members to the model&apos;s config.json, in the place of its rope_scaling or rope_parameters. Or choose that file under &quot;Merge into a copy of&quot;: then the whole file is written.</source>
        <translation>これらのメンバーをモデルの config.json に加え、そこにある rope_scaling や rope_parameters と置き換えてください。または、「コピーして統合する元」でそのファイルを選ぶと、ファイル全体が書かれます。</translation>
    </message>
    <message>
        <source>Add these members to {1} in the model&apos;s config.json, in the place of its rope_scaling or rope_parameters. Or choose that file under &quot;Merge into a copy of&quot;: then the whole file is written.</source>
        <translation>これらのメンバーをモデルの config.json の {1} に加え、そこにある rope_scaling や rope_parameters と置き換えてください。または、「コピーして統合する元」でそのファイルを選ぶと、ファイル全体が書かれます。</translation>
    </message>
    <message>
        <source>As MrRoPE-Uni, but the steps between grow with the dimension (arXiv 2601.22181).</source>
        <translation>MrRoPE-Uni と同じですが、間のステップは次元とともに大きくなります（arXiv 2601.22181）。</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>帯</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV の表</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>メモリーを割り当てられません</translation>
    </message>
    <message>
        <source>Choose {1} intervals or fewer.</source>
        <translation>区間数を {1} 以下にしてください。</translation>
    </message>
    <message>
        <source>Circular Wasserstein-1</source>
        <translation>円周 Wasserstein-1</translation>
    </message>
    <message>
        <source>CoPE</source>
        <translation>CoPE</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>カスタム</translation>
    </message>
    <message>
        <source>Dimensions that never complete a turn within L are frozen: they turn no more (p-RoPE, arXiv 2410.06205).</source>
        <translation>L 内で 1 回転に満たない次元は凍結され、もう回転しません（p-RoPE、arXiv 2410.06205）。</translation>
    </message>
    <message>
        <source>Dimensions that never complete a turn within L are slowed down along a cosine, the last of them to a stop.</source>
        <translation>L 内で 1 回転に満たない次元は余弦に沿って遅くなり、最後の次元は停止します。</translation>
    </message>
    <message>
        <source>Dimensions with less than one turn within L are interpolated, those with more than four kept, a ramp in the turns between.</source>
        <translation>L 内の回転数が 1 未満の次元は補間し、4 を超える次元は保ち、その間は回転数に応じたランプにします。</translation>
    </message>
    <message>
        <source>Dimensions with more than 16 turns within L are kept, those with about one or less are interpolated, NTK-aware between.</source>
        <translation>L 内の回転数が 16 を超える次元は保ち、約 1 以下の次元は補間し、その間は NTK-aware にします。</translation>
    </message>
    <message>
        <source>Dimensions with more than 32 turns within L are kept, those with less than one are interpolated, a ramp between.</source>
        <translation>L 内の回転数が 32 を超える次元は保ち、1 未満の次元は補間し、その間はランプにします。</translation>
    </message>
    <message>
        <source>Dimensions with more than 32 turns within L are kept, those with less than one interpolated, equal steps in log s between.</source>
        <translation>L 内の回転数が 32 を超える次元は保ち、1 未満の次元は補間し、その間は log s の等間隔のステップにします。</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>ディスクの割り当て量を超えました</translation>
    </message>
    <message>
        <source>Distributional</source>
        <translation>分布法</translation>
    </message>
    <message>
        <source>Dynamic NTK</source>
        <translation>動的 NTK</translation>
    </message>
    <message>
        <source>Each dimension has the factor from 1 to 1.5 s that disturbs its angle distribution least, found by a search.</source>
        <translation>各次元の係数は、1 から 1.5 s のうち角度分布の擾乱が最小になるもので、探索で求めます。</translation>
    </message>
    <message>
        <source>Each dimension is interpolated or extrapolated, whichever disturbs its angle distribution less.</source>
        <translation>各次元を補間するか外挿するかを、角度分布の擾乱が小さい方に決めます。</translation>
    </message>
    <message>
        <source>Epsilon {1} is not small against the share of an interval, 1/b = {2}: differences are flattened, and the divergence may be negative. Choose a smaller one, such as 1e-12.</source>
        <translation>ε = {1} は区間の割合 1/b = {2} に比べて小さくありません。差が平らになり、ダイバージェンスが負になることがあります。1e-12 のような、より小さい値を選んでください。</translation>
    </message>
    <message>
        <source>Every dimension keeps its frequency.</source>
        <translation>どの次元も周波数を保ちます。</translation>
    </message>
    <message>
        <source>Every dimension with both disturbances, and how the table was made.</source>
        <translation>すべての次元と 2 つの擾乱、表の作成方法。</translation>
    </message>
    <message>
        <source>ExLlamaV2 reads llama3 in rope_scaling under rope_type, and linear, longrope and yarn under type</source>
        <translation>ExLlamaV2 は rope_scaling の中で、llama3 を rope_type、linear、longrope、yarn を type から読みます</translation>
    </message>
    <message>
        <source>Extended from the RoPE as if no scaling were stated: {1}.</source>
        <translation>スケーリングが書かれていないものとして RoPE から拡張します：{1}。</translation>
    </message>
    <message>
        <source>Extended from the trained model: its own scaling ({1}, {2}) is part of &quot;before&quot; and stays; factors here come on top of it, and exports hold the product.</source>
        <translation>学習済みモデルからの拡張です。モデル自身のスケーリング（{1}、{2}）は「拡張前」に含まれ、そのまま残ります。ここでの係数はその上に掛かり、エクスポートには両者の積が入ります。</translation>
    </message>
    <message>
        <source>Extended from the unscaled RoPE, without the model&apos;s own factors ({1}).</source>
        <translation>スケーリングなしの RoPE からの拡張で、モデル自身の係数は含みません（{1}）。</translation>
    </message>
    <message>
        <source>Extended from the unscaled RoPE, without the model&apos;s own factors.</source>
        <translation>スケーリングなしの RoPE からの拡張で、モデル自身の係数は含みません。</translation>
    </message>
    <message>
        <source>Extended from the unscaled RoPE.</source>
        <translation>スケーリングなしの RoPE からの拡張です。</translation>
    </message>
    <message>
        <source>Extended from the unscaled RoPE: the {1} scaling that the source states is not part of &quot;before&quot;; the method own applies it.</source>
        <translation>スケーリングなしの RoPE からの拡張です。ソースが述べる {1} スケーリングは「拡張前」に含まれません。手法 own がそれを適用します。</translation>
    </message>
    <message>
        <source>Extrapolation moves {1} of the angles to other intervals ({2} to empty ones), interpolation {3} ({4} to empty ones).</source>
        <translation>外挿は角度の {1} を他の区間へ移し（うち空の区間へ {2}）、補間は {3} を移します（うち空の区間へ {4}）。</translation>
    </message>
    <message>
        <source>Extrapolation moves {1} of the angles to other intervals ({2} to empty ones), interpolation {3}.</source>
        <translation>外挿は角度の {1} を他の区間へ移し（うち空の区間へ {2}）、補間は {3} を移します。</translation>
    </message>
    <message>
        <source>Extrapolation moves {1} of the angles to other intervals, interpolation {2} ({3} to empty ones).</source>
        <translation>外挿は角度の {1} を他の区間へ移し、補間は {2} を移します（うち空の区間へ {3}）。</translation>
    </message>
    <message>
        <source>Extrapolation moves {1} of the angles to other intervals, interpolation {2}.</source>
        <translation>外挿は角度の {1} を他の区間へ移し、補間は {2} を移します。</translation>
    </message>
    <message>
        <source>Extrapolation moves {1} of what is counted to other intervals ({2} to empty ones), interpolation {3} ({4} to empty ones).</source>
        <translation>外挿は、数えたもののうち {1} を別の区間に移します（{2} は空の区間へ）。補間は {3} を移します（{4} は空の区間へ）。</translation>
    </message>
    <message>
        <source>Extrapolation</source>
        <translation>外挿</translation>
    </message>
    <message>
        <source>FACTORS is not a list; expected one factor a dimension</source>
        <translation>FACTORS がリストではありません。次元ごとに 1 つの係数が必要です</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>ファイル名が長すぎます</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>ファイルが大きすぎます</translation>
    </message>
    <message>
        <source>GGUF model</source>
        <translation>GGUF モデル</translation>
    </message>
    <message>
        <source>GGUF tensor alone</source>
        <translation>GGUF テンソルのみ</translation>
    </message>
    <message>
        <source>GGUF version {1}; expected 2 or 3</source>
        <translation>GGUF のバージョン {1} です。2 または 3 が必要です</translation>
    </message>
    <message>
        <source>Groups deeper than {1} are not looked into.</source>
        <translation>{1} 階層より深いグループは調べません。</translation>
    </message>
    <message>
        <source>HDF5 itself fails, as it does where memory is short; try again</source>
        <translation>メモリー不足のときのように HDF5 自体が失敗しました。もう一度試してください</translation>
    </message>
    <message>
        <source>HDF5 table</source>
        <translation>HDF5 の表</translation>
    </message>
    <message>
        <source>HardClip</source>
        <translation>HardClip</translation>
    </message>
    <message>
        <source>Hellinger</source>
        <translation>Hellinger</translation>
    </message>
    <message>
        <source>How far angles lie from the nearest that pre-training saw</source>
        <translation>角度が、事前学習で見た最も近い角度からどれだけ離れているか</translation>
    </message>
    <message>
        <source>How far the angles of the next 8 neighbours move</source>
        <translation>隣の 8 位置の角度がどれだけ動くか</translation>
    </message>
    <message>
        <source>In the file, write the model&apos;s name or folder in the place of MODEL.</source>
        <translation>ファイルの中の MODEL の所に、モデルの名前またはフォルダーを書きます。</translation>
    </message>
    <message>
        <source>In the file, write your model&apos;s GGUF file in the place of MODEL.gguf.</source>
        <translation>ファイルの中の MODEL.gguf の所に、自分のモデルの GGUF ファイルを書きます。</translation>
    </message>
    <message>
        <source>In the place of MODEL write the folder that the model is in.</source>
        <translation>MODEL の所に、モデルのあるフォルダーを書きます。</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>入出力エラー</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>フォルダーです</translation>
    </message>
    <message>
        <source>It also has KoboldCpp&apos;s command, or says why there is none.</source>
        <translation>KoboldCpp のコマンド、またはそれがない理由も書かれています。</translation>
    </message>
    <message>
        <source>It makes {1} turns within L, and its angles fill the circle evenly.</source>
        <translation>L 内で {1} 回転し、角度は円を均等に満たします。</translation>
    </message>
    <message>
        <source>It makes {1} turns within L: parts of the circle get more angles than others.</source>
        <translation>L 内で {1} 回転します。円の一部には他より多くの角度が入ります。</translation>
    </message>
    <message>
        <source>It makes {1} turns within L: {2} of the circle is never seen.</source>
        <translation>L 内で {1} 回転します。円の {2} は一度も見られません。</translation>
    </message>
    <message>
        <source>It never turns: its angle is 0 at every position.</source>
        <translation>回転しません。どの位置でも角度は 0 です。</translation>
    </message>
    <message>
        <source>Its angles form a comb of {1} teeth, which share {2} intervals: some hold more teeth than others. Which ones depends on the number of intervals.</source>
        <translation>角度は {1} 本の歯の櫛になり、{2} 区間がそれを分け合います。他より多くの歯が入る区間があり、どの区間かは区間数によって変わります。</translation>
    </message>
    <message>
        <source>JSON table</source>
        <translation>JSON の表</translation>
    </message>
    <message>
        <source>Jensen-Shannon</source>
        <translation>Jensen-Shannon</translation>
    </message>
    <message>
        <source>KL(after ‖ before)</source>
        <translation>KL(拡張後 ‖ 拡張前)</translation>
    </message>
    <message>
        <source>KL(before ‖ after)</source>
        <translation>KL(拡張前 ‖ 拡張後)</translation>
    </message>
    <message>
        <source>Learned positions have a row for each position: rows are compared. The last interval is all rows beyond L, which training never saw. Interpolation reads between the rows, at m/s.</source>
        <translation>学習された位置には、位置ごとに行があり、その行を比べます。最後の区間は、学習で見たことのない、L を超えるすべての行です。補間は、行と行の間、m/s を読みます。</translation>
    </message>
    <message>
        <source>Linear (PI)</source>
        <translation>線形（PI）</translation>
    </message>
    <message>
        <source>Linear, with the frequencies that the rotated part of the head would have if all of it were rotated (Gemma 4).</source>
        <translation>線形。ただし周波数は、ヘッド全体が回転した場合に回転部分が持つはずのもの（Gemma 4）。</translation>
    </message>
    <message>
        <source>Llama 3</source>
        <translation>Llama 3</translation>
    </message>
    <message>
        <source>LongRoPE2</source>
        <translation>LongRoPE2</translation>
    </message>
    <message>
        <source>LongRoPE</source>
        <translation>LongRoPE</translation>
    </message>
    <message>
        <source>Monotone</source>
        <translation>単調</translation>
    </message>
    <message>
        <source>MrRoPE-Pro</source>
        <translation>MrRoPE-Pro</translation>
    </message>
    <message>
        <source>MrRoPE-Uni</source>
        <translation>MrRoPE-Uni</translation>
    </message>
    <message>
        <source>NTK-aware with a base that grows with the sequence: base * (f l/L - (f - 1))^(d/(d-2)), here at l = L′.</source>
        <translation>系列とともにベースが大きくなる NTK-aware：base * (f l/L - (f - 1))^(d/(d-2))。ここでは l = L′。</translation>
    </message>
    <message>
        <source>NTK-aware</source>
        <translation>NTK-aware</translation>
    </message>
    <message>
        <source>NTK-by-parts</source>
        <translation>NTK-by-parts</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>デバイスに空き領域がありません</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>そのようなファイルやフォルダーはありません</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>フォルダーではありません</translation>
    </message>
    <message>
        <source>Nothing is extended, but every wavelength is rounded to whole positions (arXiv 2403.00071).</source>
        <translation>何も拡張しませんが、波長はすべて整数の位置数に丸めます（arXiv 2403.00071）。</translation>
    </message>
    <message>
        <source>NumPy (numpy.load)</source>
        <translation>NumPy（numpy.load）</translation>
    </message>
    <message>
        <source>NumPy array</source>
        <translation>NumPy 配列</translation>
    </message>
    <message>
        <source>One line a dimension, with both disturbances and how the table was made.</source>
        <translation>次元ごとに 1 行、2 つの擾乱と表の作成方法。</translation>
    </message>
    <message>
        <source>One record with a column for each quantity, and how the table was made.</source>
        <translation>量ごとに列を持つ 1 つのレコードと、表の作成方法。</translation>
    </message>
    <message>
        <source>One run of neighbouring dimensions is interpolated, the run that lowers the mean disturbance most; all others are kept.</source>
        <translation>隣り合う次元の 1 つの並びだけを補間します。平均擾乱が最も下がる並びを選び、他はすべて保ちます。</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>許可されていない操作です</translation>
    </message>
    <message>
        <source>Optimal</source>
        <translation>最適</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>モデル固有</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>権限がありません</translation>
    </message>
    <message>
        <source>Position interpolation: every frequency is divided by s = L′/L (arXiv 2306.15595).</source>
        <translation>位置補間：すべての周波数を s = L′/L で割ります（arXiv 2306.15595）。</translation>
    </message>
    <message>
        <source>Proportional</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Put it beside your script.</source>
        <translation>スクリプトと同じ場所に置いてください。</translation>
    </message>
    <message>
        <source>Put it in the place of the model&apos;s own config.json; keep that.</source>
        <translation>モデル自身の config.json と置き換えてください。元のファイルは残しておいてください。</translation>
    </message>
    <message>
        <source>Python snippet</source>
        <translation>Python スニペット</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>読み取り専用のファイルシステムです</translation>
    </message>
    <message>
        <source>Resonance YaRN</source>
        <translation>Resonance YaRN</translation>
    </message>
    <message>
        <source>Resonance</source>
        <translation>Resonance</translation>
    </message>
    <message>
        <source>RoPE &quot;{1}&quot; has other attributes</source>
        <translation>RoPE「{1}」の属性が異なります</translation>
    </message>
    <message>
        <source>RoPE &quot;{1}&quot; has other frequencies</source>
        <translation>RoPE「{1}」の周波数が異なります</translation>
    </message>
    <message>
        <source>RoPE &quot;{1}&quot; has the usage of another number of heads than {2}</source>
        <translation>RoPE「{1}」の使用量は、{2} とヘッド数が異なります</translation>
    </message>
    <message>
        <source>RoPE &quot;{1}&quot; is used by other layers</source>
        <translation>RoPE「{1}」は別の層で使われています</translation>
    </message>
    <message>
        <source>SGLang</source>
        <translation>SGLang</translation>
    </message>
    <message>
        <source>Sinusoidal positions are added to the embedding: their angles are counted as those of a RoPE are.</source>
        <translation>正弦波の位置は埋め込みに加えられます。その角度は RoPE の角度と同じように数えます。</translation>
    </message>
    <message>
        <source>T5 buckets</source>
        <translation>T5 のバケット</translation>
    </message>
    <message>
        <source>T5 has a bias for each bucket of distances: an interval is a bucket, as a decoder has them. All distances from {1} on share the last one.</source>
        <translation>T5 には、距離のバケットごとにバイアスがあります。1 つの区間が、デコーダーの 1 つのバケットです。{1} 以上の距離はすべて最後のバケットに入ります。</translation>
    </message>
    <message>
        <source>The base grows to base * s^(d/(d-2)): fast dimensions are kept, the slowest is interpolated.</source>
        <translation>ベースが base * s^(d/(d-2)) に大きくなります。速い次元は保たれ、最も遅い次元は補間されます。</translation>
    </message>
    <message>
        <source>The chosen part of the recording</source>
        <translation>記録の選択した部分</translation>
    </message>
    <message>
        <source>The command that runs llama.cpp with the table on the model as it is, and KoboldCpp&apos;s flags; only for tables that flags say.</source>
        <translation>元のモデルに表を適用して llama.cpp を実行するコマンドと、KoboldCpp のフラグ。フラグで表せる表に限ります。</translation>
    </message>
    <message>
        <source>The command that serves the model with the table, and the complete --hf-overrides argument, quoted for a shell.</source>
        <translation>表を適用してモデルを提供するコマンドと、シェル用に引用符を付けた完全な --hf-overrides 引数。</translation>
    </message>
    <message>
        <source>The factors that the model&apos;s configuration lists: short_factor up to L, long_factor beyond.</source>
        <translation>モデルの設定に書かれた係数：L までは short_factor、その先は long_factor。</translation>
    </message>
    <message>
        <source>The file does not state the length of pre-training: set L (--pretraining-length).</source>
        <translation>ファイルに事前学習の長さがありません。L を設定してください（--pretraining-length）。</translation>
    </message>
    <message>
        <source>The file does not state the length of pre-training: {1}, or {2} if that is the length after its linear scaling: set L (--pretraining-length).</source>
        <translation>ファイルに事前学習の長さがありません。{1} か、それが線形スケーリング後の長さなら {2} です。L を設定してください（--pretraining-length）。</translation>
    </message>
    <message>
        <source>The layers of this RoPE attend within a sliding window of {1} positions, whatever the length of a text, and so see no distance beyond it: L is that window, L′ one that is widened. While the window stays, the RoPE needs no table.</source>
        <translation>この RoPE の層は、テキストの長さによらず {1} 位置のスライディングウィンドウ内でアテンションを計算するため、それを超える距離を見ません。L はそのウィンドウ、L′ は広げたウィンドウです。ウィンドウが変わらない限り、この RoPE に表は必要ありません。</translation>
    </message>
    <message>
        <source>The layers of this RoPE attend within a sliding window of {1} positions, whatever the length of a text, and so see no distance beyond it: expected L = {2}, not {3}.</source>
        <translation>この RoPE の層は、テキストの長さによらず {1} 位置のスライディングウィンドウ内でアテンションを計算するため、それを超える距離を見ません。{3} ではなく L = {2} が必要です。</translation>
    </message>
    <message>
        <source>The list ends after {1} entries; the file has more.</source>
        <translation>リストは {1} 項目で終わります。ファイルにはまだ続きがあります。</translation>
    </message>
    <message>
        <source>The recording</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>The share of angles that pre-training never saw</source>
        <translation>事前学習で一度も現れなかった角度の割合</translation>
    </message>
    <message>
        <source>The table of least mean disturbance among all whose factors never fall from one dimension to the next, from 1 to 1.5 s.</source>
        <translation>係数が次元とともに減らない（1 から 1.5 s）すべての表のうち、平均擾乱が最小の表。</translation>
    </message>
    <message>
        <source>There are too few angles.</source>
        <translation>角度が少なすぎます。</translation>
    </message>
    <message>
        <source>They cover {1} of the circle within L, {2} within L′.</source>
        <translation>歯は L 内で円の {1}、L′ 内で {2} を覆います。</translation>
    </message>
    <message>
        <source>They go over the circle {1} times within L, {2} times within L′, so that parts of it get more angles than others.</source>
        <translation>歯は L 内で円を {1} 周、L′ 内で {2} 周するため、円の一部には他より多くの角度が入ります。</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>開いているファイルが多すぎます</translation>
    </message>
    <message>
        <source>Total variation</source>
        <translation>全変動</translation>
    </message>
    <message>
        <source>Training had distances up to {1}, L′ has them up to {2}.</source>
        <translation>学習の距離は {1} まで、L′ の距離は {2} までです。</translation>
    </message>
    <message>
        <source>Training had the rows up to {1}, L′ asks for rows up to {2}.</source>
        <translation>学習の行は {1} まで、L′ は {2} までの行を必要とします。</translation>
    </message>
    <message>
        <source>Transformers 4 and 5, with PyTorch</source>
        <translation>Transformers 4 と 5（PyTorch）</translation>
    </message>
    <message>
        <source>Transformers 4, mlx-lm, ExLlamaV3</source>
        <translation>Transformers 4、mlx-lm、ExLlamaV3</translation>
    </message>
    <message>
        <source>Transformers 4</source>
        <translation>Transformers 4</translation>
    </message>
    <message>
        <source>Transformers 5, vLLM, SGLang</source>
        <translation>Transformers 5、vLLM、SGLang</translation>
    </message>
    <message>
        <source>Transformers 5</source>
        <translation>Transformers 5</translation>
    </message>
    <message>
        <source>Transformers configuration (older form)</source>
        <translation>Transformers の設定（旧形式）</translation>
    </message>
    <message>
        <source>Transformers configuration</source>
        <translation>Transformers の設定</translation>
    </message>
    <message>
        <source>Transformers reads attention_factor and passes over this one; older vLLM and SGLang read this one alone</source>
        <translation>Transformers は attention_factor を読み、これを無視します。古い vLLM と SGLang はこれだけを読みます</translation>
    </message>
    <message>
        <source>Transformers, in memory</source>
        <translation>Transformers（メモリー上）</translation>
    </message>
    <message>
        <source>What the model&apos;s configuration states, with the factor that it states, at L′.</source>
        <translation>モデルの設定が述べるスケーリングを、述べられた係数で、L′ に適用します。</translation>
    </message>
    <message>
        <source>Without training at L′, three small models found more with components than with t = 0: begin with about {1} here.</source>
        <translation>L′ での学習なしでは、三つの小さなモデルは t = 0 より成分数の指定でより多く見つけました。ここでは {1} 前後から始めてください。</translation>
    </message>
    <message>
        <source>YaRN, and every wavelength rounded to whole positions (arXiv 2403.00071).</source>
        <translation>YaRN に加えて、波長をすべて整数の位置数に丸めます（arXiv 2403.00071）。</translation>
    </message>
    <message>
        <source>YaRN</source>
        <translation>YaRN</translation>
    </message>
    <message>
        <source>[layers, heads, dimensions] for the {1} of the attribute &quot;layers&quot;, 1 to {2} heads and {3} dimensions</source>
        <translation>属性「layers」の {1} 層、1 から {2} ヘッド、{3} 次元の [layers, heads, dimensions]</translation>
    </message>
    <message>
        <source>a GGUF file with a scaling table</source>
        <translation>スケーリング表を含む GGUF ファイル</translation>
    </message>
    <message>
        <source>a GGUF model</source>
        <translation>GGUF モデル</translation>
    </message>
    <message>
        <source>a Hugging Face config.json</source>
        <translation>Hugging Face の config.json</translation>
    </message>
    <message>
        <source>a Phi-3 without it on top gets 4096 from Transformers</source>
        <translation>トップレベルにこれがない Phi-3 は、Transformers から 4096 を与えられます</translation>
    </message>
    <message>
        <source>a big-endian GGUF file; expected a little-endian one</source>
        <translation>ビッグエンディアンの GGUF ファイルです。リトルエンディアンのものが必要です</translation>
    </message>
    <message>
        <source>a configuration that Rotascope exported</source>
        <translation>Rotascope がエクスポートした設定</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>a divisor of num_attention_heads</source>
        <translation>num_attention_heads の約数</translation>
    </message>
    <message>
        <source>a file of groups and datasets (HDF5)</source>
        <translation>グループとデータセットのファイル（HDF5）</translation>
    </message>
    <message>
        <source>a file of scores</source>
        <translation>スコアのファイル</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>a guided tour</source>
        <translation>ガイドツアー</translation>
    </message>
    <message>
        <source>a landscape of {1} factors; expected 3 to {2}</source>
        <translation>{1} 個の係数のランドスケープです。3 から {2} 個が必要です</translation>
    </message>
    <message>
        <source>a link that leads nowhere; expected the name of a file to write</source>
        <translation>どこにもつながらないリンクです。書き込むファイルの名前が必要です</translation>
    </message>
    <message>
        <source>a list of weights</source>
        <translation>重みのリスト</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>リスト</translation>
    </message>
    <message>
        <source>a llama3 ramp: wavelengths up to {1} kept, from {2} on divided by {3} (so L = {4} if low_freq_factor is 1, with high_freq_factor {5})</source>
        <translation>llama3 のランプ：波長 {1} までは保ち、{2} からは {3} で割る（low_freq_factor が 1 なら L = {4}、high_freq_factor は {5}）</translation>
    </message>
    <message>
        <source>a model of type {1} takes no table: {2}</source>
        <translation>タイプ {1} のモデルは表を受け付けません：{2}</translation>
    </message>
    <message>
        <source>a model&apos;s config.json or a GGUF model</source>
        <translation>モデルの config.json または GGUF モデル</translation>
    </message>
    <message>
        <source>a model&apos;s vocabulary.json</source>
        <translation>モデルの vocabulary.json</translation>
    </message>
    <message>
        <source>a number from {1} to {2}</source>
        <translation>{1} ～ {2} の数</translation>
    </message>
    <message>
        <source>a number, or interpolated_components</source>
        <translation>数、または interpolated_components</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>a parameter is missing; some versions fill in a default of their own</source>
        <translation>パラメーターが足りません。独自の既定値で補うバージョンもあります</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>パイプ</translation>
    </message>
    <message>
        <source>a recording (HDF5)</source>
        <translation>記録（HDF5）</translation>
    </message>
    <message>
        <source>a recording of {1} tokens; expected 1 to {2}</source>
        <translation>{1} トークンの記録です。1 から {2} が必要です</translation>
    </message>
    <message>
        <source>a search needs disturbances; expected an analysis</source>
        <translation>探索には擾乱が必要です。解析の中で使ってください</translation>
    </message>
    <message>
        <source>a session that Rotascope saved</source>
        <translation>Rotascope が保存したセッション</translation>
    </message>
    <message>
        <source>a small model&apos;s weights as safetensors</source>
        <translation>safetensors 形式の小さなモデルの重み</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>ソケット</translation>
    </message>
    <message>
        <source>a sweep over {1} lengths; expected 4 to {2}</source>
        <translation>{1} 個の長さのスイープです。4 から {2} 個が必要です</translation>
    </message>
    <message>
        <source>a table that Rotascope exported</source>
        <translation>Rotascope がエクスポートした表</translation>
    </message>
    <message>
        <source>a tensor that it did not ask for</source>
        <translation>要求していないテンソルがあります</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>a whole number from 1 to {1}</source>
        <translation>1 ～ {1} の整数</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a window is of distances; expected the measure window or recorded-distances with it, not {1}</source>
        <translation>ウィンドウは距離のものです。{1} ではなく、尺度 window または recorded-distances が必要です</translation>
    </message>
    <message>
        <source>a word is in &quot;words&quot; twice</source>
        <translation>&quot;words&quot; に同じ語が 2 回あります</translation>
    </message>
    <message>
        <source>a {1} takes no rope_scaling, but an object for each kind of layers; expected the format {2}</source>
        <translation>{1} は rope_scaling ではなく、層の種類ごとのオブジェクトを受け付けます。形式{2}が必要です</translation>
    </message>
    <message>
        <source>add it to the command</source>
        <translation>コマンドに追加してください</translation>
    </message>
    <message>
        <source>alibi is true; expected a model with rotary position embeddings</source>
        <translation>alibi が true です。回転位置埋め込みのモデルが必要です</translation>
    </message>
    <message>
        <source>all positions</source>
        <translation>すべての位置</translation>
    </message>
    <message>
        <source>all weights are 0; expected one that is not</source>
        <translation>すべての重みが 0 です。0 でない重みが必要です</translation>
    </message>
    <message>
        <source>all</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>an even number</source>
        <translation>偶数</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>オブジェクト</translation>
    </message>
    <message>
        <source>an original length of 4096, because none is stated</source>
        <translation>元の長さは、述べられていないため 4096 になります</translation>
    </message>
    <message>
        <source>as stated</source>
        <translation>記載どおり</translation>
    </message>
    <message>
        <source>as yarn; Transformers does not know the type</source>
        <translation>yarn として読みます。Transformers はこのタイプを知りません</translation>
    </message>
    <message>
        <source>at least {1}</source>
        <translation>{1} 以上</translation>
    </message>
    <message>
        <source>at most {1}</source>
        <translation>{1} 以下</translation>
    </message>
    <message>
        <source>attention_factor and mscale have no effect there</source>
        <translation>attention_factor と mscale は効果がありません</translation>
    </message>
    <message>
        <source>attention_factor is not read; attn_factor and mscale are</source>
        <translation>attention_factor は読まず、attn_factor と mscale を読みます</translation>
    </message>
    <message>
        <source>attention_factor is not read</source>
        <translation>attention_factor は読みません</translation>
    </message>
    <message>
        <source>attention_factor is {1}; expected a finite number greater than 0</source>
        <translation>attention_factor が {1} です。0 より大きい有限の数が必要です</translation>
    </message>
    <message>
        <source>attribute &quot;attention_factor&quot; is {1}; expected a finite number greater than 0</source>
        <translation>属性「attention_factor」が {1} です。0 より大きい有限の数が必要です</translation>
    </message>
    <message>
        <source>attribute &quot;format&quot; is {1}; expected &quot;{2}&quot;</source>
        <translation>属性「format」が {1} です。&quot;{2}&quot; が必要です</translation>
    </message>
    <message>
        <source>attribute &quot;layers&quot; has the value {1}; expected layers from 0 on</source>
        <translation>属性「layers」に値 {1} があります。0 以上の層が必要です</translation>
    </message>
    <message>
        <source>attribute &quot;rotary_dim&quot; is {1}; expected an even number</source>
        <translation>属性「rotary_dim」が {1} です。偶数が必要です</translation>
    </message>
    <message>
        <source>attribute &quot;tokens&quot; is {1}; expected {2} to {3}</source>
        <translation>属性「tokens」が {1} です。{2} から {3} が必要です</translation>
    </message>
    <message>
        <source>attribute &quot;version&quot; is {1}; expected 1 to {2}</source>
        <translation>属性「version」が {1} です。1 から {2} が必要です</translation>
    </message>
    <message>
        <source>attribute &quot;{1}&quot; is {2}; expected 1 to {3}</source>
        <translation>属性「{1}」が {2} です。1 から {3} が必要です</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>axis holds {1} values; expected one of 0, 1, 2 for each of the {2} dimensions</source>
        <translation>axis に {1} 個の値があります。{2} 個の次元ごとに 0、1、2 のいずれかが必要です</translation>
    </message>
    <message>
        <source>band needs disturbances to choose its dimensions; expected an analysis</source>
        <translation>band は次元を選ぶために擾乱が必要です。解析の中で使ってください</translation>
    </message>
    <message>
        <source>base {1}</source>
        <translation>ベース {1}</translation>
    </message>
    <message>
        <source>beta_fast and beta_slow are not written: 32 and 1</source>
        <translation>beta_fast と beta_slow は書かれず、32 と 1 になります</translation>
    </message>
    <message>
        <source>both type and rope_type are stated and differ: Transformers takes rope_type, mlx-lm type; ExLlamaV2 refuses the model</source>
        <translation>type と rope_type の両方があり、異なります。Transformers は rope_type、mlx-lm は type を採り、ExLlamaV2 はモデルを拒否します</translation>
    </message>
    <message>
        <source>both type and rope_type are stated; ExLlamaV2 refuses the model</source>
        <translation>type と rope_type の両方があります。ExLlamaV2 はモデルを拒否します</translation>
    </message>
    <message>
        <source>cannot be listed: {1}</source>
        <translation>一覧にできません：{1}</translation>
    </message>
    <message>
        <source>cannot be loaded: is not a shared library of this system</source>
        <translation>読み込めません：このシステムの共有ライブラリーではありません</translation>
    </message>
    <message>
        <source>cannot be loaded: {1}</source>
        <translation>読み込めません：{1}</translation>
    </message>
    <message>
        <source>cannot be looked up: {1}</source>
        <translation>調べられません：{1}</translation>
    </message>
    <message>
        <source>cannot be opened: {1}</source>
        <translation>開けません：{1}</translation>
    </message>
    <message>
        <source>cannot be read: HDF5 fails on its structure, or within the memory that the program may have (ulimit -v); expected a file that was not changed since it was written, or more memory</source>
        <translation>読めません：HDF5 がファイルの構造で、またはプログラムが使えるメモリー（ulimit -v）の中で失敗しました。書き込み後に変更されていないファイルか、より多くのメモリーが必要です</translation>
    </message>
    <message>
        <source>cannot be read: it became shorter while it was read</source>
        <translation>読めません：読んでいる間に短くなりました</translation>
    </message>
    <message>
        <source>cannot be read: it is too short</source>
        <translation>読めません：短すぎます</translation>
    </message>
    <message>
        <source>cannot be read: the disk does not answer, or the program was stopped for long; try again</source>
        <translation>読めません：ディスクが応答しないか、プログラムが長く停止していました。もう一度試してください</translation>
    </message>
    <message>
        <source>cannot be read: the process that reads it was ended, as the system does where memory is short; try again</source>
        <translation>読めません：メモリー不足のときにシステムがするように、読み取りプロセスが終了させられました。もう一度試してください</translation>
    </message>
    <message>
        <source>cannot be read: {1}</source>
        <translation>読めません：{1}</translation>
    </message>
    <message>
        <source>cannot be read; expected a file with 64-bit addresses</source>
        <translation>読めません。64 ビットアドレスのファイルが必要です</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>読めません</translation>
    </message>
    <message>
        <source>cannot be written: it is a folder; expected the name of a file</source>
        <translation>書き込めません：フォルダーです。ファイルの名前が必要です</translation>
    </message>
    <message>
        <source>cannot be written: there is not enough memory</source>
        <translation>書き込めません：メモリーが足りません</translation>
    </message>
    <message>
        <source>cannot be written: {1}; expected a file in a writable folder</source>
        <translation>書き込めません：{1}。書き込めるフォルダーのファイルが必要です</translation>
    </message>
    <message>
        <source>cannot be written: {1}</source>
        <translation>書き込めません：{1}</translation>
    </message>
    <message>
        <source>check the spelling and the rope_type</source>
        <translation>綴りと rope_type を確認してください</translation>
    </message>
    <message>
        <source>choices are given for {1} dimensions; the source has {2}</source>
        <translation>{1} 次元の選択が与えられていますが、ソースは {2} 次元です</translation>
    </message>
    <message>
        <source>choices: expected a list of at most {1}</source>
        <translation>choices：最大 {1} 個のリストが必要です</translation>
    </message>
    <message>
        <source>choices[{1}]: expected null, &quot;extrapolation&quot;, &quot;interpolation&quot; or a factor</source>
        <translation>choices[{1}]：null、&quot;extrapolation&quot;、&quot;interpolation&quot;、または係数が必要です</translation>
    </message>
    <message>
        <source>choose the context for the texts that come</source>
        <translation>扱うテキストに合わせてコンテキストを選んでください</translation>
    </message>
    <message>
        <source>compare texts of one length, or load the model anew for short ones</source>
        <translation>同じ長さのテキストを比べるか、短いテキストにはモデルを読み込み直してください</translation>
    </message>
    <message>
        <source>convert the unscaled model and export the table into a copy of that, in the format {1}</source>
        <translation>スケーリングなしのモデルを変換し、形式{1}で、そのコピーに表をエクスポートしてください</translation>
    </message>
    <message>
        <source>counts every distance beyond a window as one and the same, or lets it grow more slowly</source>
        <translation>ウィンドウを超える距離をすべて同じ距離と数えるか、よりゆっくり増やします</translation>
    </message>
    <message>
        <source>counts near distances one by one and those beyond a window in groups</source>
        <translation>近い距離は 1 つずつ、ウィンドウを超える距離はまとめて数えます</translation>
    </message>
    <message>
        <source>custom needs a table of your own, which is not given</source>
        <translation>custom には自分の表が必要ですが、与えられていません</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>カスタム</translation>
    </message>
    <message>
        <source>d_model is {1}; expected an even number of components</source>
        <translation>d_model が {1} です。偶数の成分が必要です</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>データセット</translation>
    </message>
    <message>
        <source>differently</source>
        <translation>異なる</translation>
    </message>
    <message>
        <source>digest is {1}; expected up to 16 hexadecimal digits</source>
        <translation>digest が {1} です。16 桁までの 16 進数が必要です</translation>
    </message>
    <message>
        <source>dimension {1} follows axis {2}; expected 0 to {3}, a column of /positions</source>
        <translation>次元 {1} は軸 {2} に従っています。0 から {3}、/positions の列が必要です</translation>
    </message>
    <message>
        <source>dimension {1} is frozen in the file alone</source>
        <translation>次元 {1} はファイルでだけ凍結されています</translation>
    </message>
    <message>
        <source>dimension {1} is frozen in the table, and not in the file</source>
        <translation>次元 {1} は表で凍結されていますが、ファイルではされていません</translation>
    </message>
    <message>
        <source>dimension {1}; expected {2}</source>
        <translation>次元が {1} です。{2} が必要です</translation>
    </message>
    <message>
        <source>dimensions[{1}]: expected an object whose &quot;index&quot; is {2}</source>
        <translation>dimensions[{1}]：&quot;index&quot; が {2} のオブジェクトが必要です</translation>
    </message>
    <message>
        <source>distances 0 … L-1 within a window of {1}</source>
        <translation>ウィンドウ {1} 内の距離 0 … L-1</translation>
    </message>
    <message>
        <source>distances 0 … L-1</source>
        <translation>距離 0 … L-1</translation>
    </message>
    <message>
        <source>disturbance is {1}; expected a number</source>
        <translation>擾乱が {1} です。数が必要です</translation>
    </message>
    <message>
        <source>divergence &quot;{1}&quot; is not known; expected one of {2}</source>
        <translation>ダイバージェンス「{1}」は知られていません。次のいずれかが必要です：{2}</translation>
    </message>
    <message>
        <source>divides the angles by the file&apos;s factors</source>
        <translation>ファイルの係数で角度を割ります</translation>
    </message>
    <message>
        <source>do not count on them</source>
        <translation>効果を当てにしないでください</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>存在しません</translation>
    </message>
    <message>
        <source>does not go with {1}: {2}; expected recordings of the same model</source>
        <translation>{1} と合いません：{2}。同じモデルの記録が必要です</translation>
    </message>
    <message>
        <source>does not say where its sequences begin; expected a range of positions alone</source>
        <translation>系列の始まる場所が書かれていません。位置の範囲だけを指定してください</translation>
    </message>
    <message>
        <source>engine &quot;cuda&quot; is not available: {1}</source>
        <translation>エンジン「cuda」は利用できません：{1}</translation>
    </message>
    <message>
        <source>engine &quot;{1}&quot; is not known; expected one of auto, cpu, cuda</source>
        <translation>エンジン「{1}」は知られていません。auto、cpu、cuda のいずれかが必要です</translation>
    </message>
    <message>
        <source>epsilon is {1}; expected more than 0, at most 1</source>
        <translation>ε が {1} です。0 より大きく 1 以下の値が必要です</translation>
    </message>
    <message>
        <source>error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>expected a list of numbers, one for each dimension</source>
        <translation>次元ごとに 1 つの数のリストが必要です</translation>
    </message>
    <message>
        <source>expected a view, a control, a command or a dimension, one of them</source>
        <translation>ビュー、コントロール、コマンド、次元のうち 1 つが必要です</translation>
    </message>
    <message>
        <source>expected an object</source>
        <translation>オブジェクトが必要です</translation>
    </message>
    <message>
        <source>expected one of {1}</source>
        <translation>次のいずれかが必要です：{1}</translation>
    </message>
    <message>
        <source>expected the attributes format = &quot;{1}&quot;, version = {2} and attention_factor</source>
        <translation>属性 format = &quot;{1}&quot;、version = {2} と attention_factor が必要です</translation>
    </message>
    <message>
        <source>extrapolation</source>
        <translation>外挿</translation>
    </message>
    <message>
        <source>factor {1}</source>
        <translation>係数 {1}</translation>
    </message>
    <message>
        <source>factors has {1} numbers; expected one for each of the {2} in inv_freq</source>
        <translation>factors には {1} 個の数があります。inv_freq の {2} 個それぞれに 1 個が必要です</translation>
    </message>
    <message>
        <source>factors {1} to {2}</source>
        <translation>係数 {1} から {2}</translation>
    </message>
    <message>
        <source>flags can say one scale and one base for all dimensions, or yarn as llama.cpp computes it from the base, and this table is neither; the format {1} can: it writes every factor into a copy of the model</source>
        <translation>フラグで表せるのは、全次元に共通のスケールとベース、または llama.cpp がベースから計算する yarn だけで、この表はどちらでもありません。形式{1}なら、すべての係数をモデルのコピーに書き込めます</translation>
    </message>
    <message>
        <source>folds positions into chunks, so that no distance is greater than a chunk</source>
        <translation>位置をチャンクに折りたたみ、どの距離もチャンクより大きくならないようにします</translation>
    </message>
    <message>
        <source>for the type su it needs original_max_position_embeddings beside the lists</source>
        <translation>タイプ su には、リストの横に original_max_position_embeddings が必要です</translation>
    </message>
    <message>
        <source>for {1} state rope_scaling, with rope_theta beside it: export in the format {2}, in the window by choosing the engine under &quot;For&quot;. {3}</source>
        <translation>{1} には、rope_theta と並べて rope_scaling を書いてください。形式{2}でエクスポートします（ウィンドウでは「使用先」でエンジンを選びます）。{3}</translation>
    </message>
    <message>
        <source>format &quot;{1}&quot; is not known; expected one of {2}</source>
        <translation>形式「{1}」は知られていません。次のいずれかが必要です：{2}</translation>
    </message>
    <message>
        <source>format {1} alone holds one table; expected the table of one RoPE, or the format {2}, merged into the model&apos;s config.json</source>
        <translation>形式 {1} だけでは 1 つの表しか入りません。1 つの RoPE の表か、モデルの config.json に統合した形式{2}が必要です</translation>
    </message>
    <message>
        <source>format {1} holds one table; expected the table of one RoPE, or the format {2}, merged into the model&apos;s config.json</source>
        <translation>形式 {1} には 1 つの表しか入りません。1 つの RoPE の表か、モデルの config.json に統合した形式{2}が必要です</translation>
    </message>
    <message>
        <source>format {1} is for a RoPE: no engine has a switch that extends {2}; expected one of {3}</source>
        <translation>形式 {1} は RoPE のためのものです。{2} を拡張する設定はどのエンジンにもありません。次のいずれかが必要です：{3}</translation>
    </message>
    <message>
        <source>format {1} is not merged into such a file</source>
        <translation>形式 {1} はこのようなファイルに統合できません</translation>
    </message>
    <message>
        <source>format {1} needs the model file to make a patched copy of (--into model.gguf)</source>
        <translation>形式 {1} には、コピーを作る元のモデルファイルが必要です（--into model.gguf）</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>凍結</translation>
    </message>
    <message>
        <source>general.alignment is {1}; expected a power of 2, at most {2}</source>
        <translation>general.alignment が {1} です。{2} 以下の 2 のべき乗が必要です</translation>
    </message>
    <message>
        <source>general.architecture is missing; expected a GGUF model</source>
        <translation>general.architecture がありません。GGUF モデルが必要です</translation>
    </message>
    <message>
        <source>give one factor for each pair of rotated components</source>
        <translation>回転する成分の組ごとに 1 つの係数を与えてください</translation>
    </message>
    <message>
        <source>give the length that the model was trained with: --pretraining-length</source>
        <translation>モデルが学習した長さを与えてください：--pretraining-length</translation>
    </message>
    <message>
        <source>given by the user</source>
        <translation>利用者の指定</translation>
    </message>
    <message>
        <source>gives groups of dimensions distances of their own, each scaled to what the group has learned</source>
        <translation>次元のグループごとに、学習した範囲に合わせた独自の距離を与えます</translation>
    </message>
    <message>
        <source>group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>h5py, MATLAB, Julia, R</source>
        <translation>h5py、MATLAB、Julia、R</translation>
    </message>
    <message>
        <source>has an unreadable shape: {1}</source>
        <translation>形状が読めません：{1}</translation>
    </message>
    <message>
        <source>has an unusable type or shape: {1}</source>
        <translation>型または形状が使えません：{1}</translation>
    </message>
    <message>
        <source>has angles without positions; expected sequences alone</source>
        <translation>位置のない角度が記録されています。系列だけを指定してください</translation>
    </message>
    <message>
        <source>has another type or shape; expected a list of at most {1} integers</source>
        <translation>型または形状が異なります。最大 {1} 個の整数のリストが必要です</translation>
    </message>
    <message>
        <source>has another type or shape; expected one integer</source>
        <translation>型または形状が異なります。1 つの整数が必要です</translation>
    </message>
    <message>
        <source>has another type or shape; expected one number</source>
        <translation>型または形状が異なります。1 つの数が必要です</translation>
    </message>
    <message>
        <source>has another type; expected {1}</source>
        <translation>型が異なります。{1} が必要です</translation>
    </message>
    <message>
        <source>has chunks of {1} x {2}; expected chunks of at most {3} MiB</source>
        <translation>チャンクが {1} × {2} です。最大 {3} MiB のチャンクが必要です</translation>
    </message>
    <message>
        <source>has counts alone, which do not tell its tokens apart; expected no choice of positions or sequences</source>
        <translation>カウントだけがあり、トークンを区別できません。位置も系列も選べません</translation>
    </message>
    <message>
        <source>has more than {1} dimensions; expected at most as many in all RoPEs together</source>
        <translation>次元が {1} を超えています。すべての RoPE を合わせてその数以下が必要です</translation>
    </message>
    <message>
        <source>has no RoPE {1}; expected 0 to {2}</source>
        <translation>RoPE {1} はありません。0 から {2} が必要です</translation>
    </message>
    <message>
        <source>has no angles one by one; expected a recording of values, not of counts alone</source>
        <translation>個々の角度がありません。カウントだけでなく値の記録が必要です</translation>
    </message>
    <message>
        <source>has no angles; expected angles</source>
        <translation>角度がありません。角度が必要です</translation>
    </message>
    <message>
        <source>has no angles; expected positions and angles</source>
        <translation>角度がありません。位置と角度が必要です</translation>
    </message>
    <message>
        <source>has no groups; expected one for each RoPE, such as &quot;main&quot;</source>
        <translation>グループがありません。&quot;main&quot; のように RoPE ごとに 1 つ必要です</translation>
    </message>
    <message>
        <source>has no positions; expected positions and angles</source>
        <translation>位置がありません。位置と角度が必要です</translation>
    </message>
    <message>
        <source>has no sequence {1}; expected 0 to {2}</source>
        <translation>系列 {1} はありません。0 から {2} が必要です</translation>
    </message>
    <message>
        <source>has no sequence {1}; expected 0, the only one</source>
        <translation>系列 {1} はありません。系列は 0 だけです</translation>
    </message>
    <message>
        <source>has no token with {1}; expected some of the positions {2} to {3}</source>
        <translation>{1} に当たるトークンがありません。位置 {2} から {3} の中から選んでください</translation>
    </message>
    <message>
        <source>has no token with {1}; its sequences have none</source>
        <translation>{1} に当たるトークンがありません。その系列は空です</translation>
    </message>
    <message>
        <source>has no usage of its dimensions; expected a recording that was made with usage, or weights from a file</source>
        <translation>次元の使用量がありません。使用量とともに作られた記録か、ファイルの重みが必要です</translation>
    </message>
    <message>
        <source>has positions up to {1}; expected 0 to {2}, which a file of counts can hold</source>
        <translation>{1} までの位置があります。数のファイルに入る 0 から {2} が必要です</translation>
    </message>
    <message>
        <source>has the RoPE &quot;{1}&quot; in place of &quot;{2}&quot;</source>
        <translation>RoPE「{2}」ではなく「{1}」があります</translation>
    </message>
    <message>
        <source>has the shape {1} x {2}, more than the file can hold; expected a file that was written to its end</source>
        <translation>形状が {1} × {2} で、ファイルに収まる大きさを超えています。最後まで書き込まれたファイルが必要です</translation>
    </message>
    <message>
        <source>has unreadable chunks: {1}</source>
        <translation>チャンクが読めません：{1}</translation>
    </message>
    <message>
        <source>has unreadable filters: {1}</source>
        <translation>フィルターが読めません：{1}</translation>
    </message>
    <message>
        <source>has version {1} of the recording format; this program reads versions up to {2}. Use a newer program, or record again</source>
        <translation>記録形式のバージョン {1} です。このプログラムが読めるのはバージョン {2} までです。新しいプログラムを使うか、もう一度記録してください</translation>
    </message>
    <message>
        <source>has {1} RoPEs with more than {2} dimensions in all; expected one for each kind of layer</source>
        <translation>RoPE が {1} 個あり、次元の合計が {2} を超えています。層の種類ごとに 1 つ必要です</translation>
    </message>
    <message>
        <source>has {1} RoPEs, not {2}</source>
        <translation>RoPE が {2} 個ではなく {1} 個あります</translation>
    </message>
    <message>
        <source>has {1} bytes; expected at most {2}</source>
        <translation>{1} バイトあります。最大 {2} バイトが必要です</translation>
    </message>
    <message>
        <source>has {1} chunks, more than the file can hold; expected a file that was written to its end</source>
        <translation>チャンクが {1} 個あり、ファイルに収まる数を超えています。最後まで書き込まれたファイルが必要です</translation>
    </message>
    <message>
        <source>has {1} columns; expected one for each of the {2} values of inv_freq</source>
        <translation>列が {1} 本あります。inv_freq の {2} 個の値ごとに 1 本必要です</translation>
    </message>
    <message>
        <source>has {1} dimensions; expected {2}</source>
        <translation>次元数が {1} です。{2} が必要です</translation>
    </message>
    <message>
        <source>has {1} members; expected at most {2}</source>
        <translation>メンバーが {1} 個あります。最大 {2} 個が必要です</translation>
    </message>
    <message>
        <source>has {1} pairs of distance 0; expected at least {2}, as its attribute &quot;tokens&quot; says, and {3} at most in all</source>
        <translation>距離 0 の組が {1} 個あります。属性「tokens」のとおり {2} 個以上、全体で {3} 個以下が必要です</translation>
    </message>
    <message>
        <source>has {1} position axes, not {2}</source>
        <translation>位置の軸が {2} 本ではなく {1} 本あります</translation>
    </message>
    <message>
        <source>has {1} position axes; expected 1 to {2}</source>
        <translation>位置の軸が {1} 本あります。1 から {2} 本が必要です</translation>
    </message>
    <message>
        <source>has {1} rows of {2}; expected {3}</source>
        <translation>{2} 列の行が {1} 行あります。{3} が必要です</translation>
    </message>
    <message>
        <source>has {1} rows; expected at most {2} along positions</source>
        <translation>{1} 行あります。位置に沿って表示できるのは {2} 行までです</translation>
    </message>
    <message>
        <source>has {1} rows; expected {2}, as many as the recording has tokens</source>
        <translation>{1} 行あります。記録のトークン数と同じ {2} 行が必要です</translation>
    </message>
    <message>
        <source>has {1} values; expected 1 to {2}, of a model with one position axis</source>
        <translation>値が {1} 個あります。位置の軸が 1 本のモデルで、1 から {2} 個が必要です</translation>
    </message>
    <message>
        <source>has {1} values; expected 2 to {2}, one more than there are sequences</source>
        <translation>値が {1} 個あります。系列の数より 1 つ多く、2 から {2} 個が必要です</translation>
    </message>
    <message>
        <source>has {1} values; expected at most 65536</source>
        <translation>値が {1} 個あります。最大 65536 個が必要です</translation>
    </message>
    <message>
        <source>has {1} values; expected one for each of the {2} dimensions</source>
        <translation>値が {1} 個あります。{2} 個の次元ごとに 1 つ必要です</translation>
    </message>
    <message>
        <source>has {1} values; expected rotary_dim/2 = {2}, at most {3}</source>
        <translation>値が {1} 個あります。rotary_dim/2 = {2}、最大 {3} 個が必要です</translation>
    </message>
    <message>
        <source>has {1}; expected a model with rotary position embeddings</source>
        <translation>{1} を持ちます。回転位置埋め込みのあるモデルが必要です</translation>
    </message>
    <message>
        <source>head_dim is missing and {1} is {2}; expected head_dim, or at least 1 head</source>
        <translation>head_dim がなく、{1} が {2} です。head_dim か、1 つ以上のヘッドが必要です</translation>
    </message>
    <message>
        <source>head_dim is missing; expected head_dim, or hidden_size and num_attention_heads</source>
        <translation>head_dim がありません。head_dim か、hidden_size と num_attention_heads が必要です</translation>
    </message>
    <message>
        <source>holds no tokens; expected at least one row</source>
        <translation>トークンがありません。1 行以上が必要です</translation>
    </message>
    <message>
        <source>id is {1}, which is not that of its factors; expected {2}</source>
        <translation>id は {1} で、係数のものではありません。{2} が必要です</translation>
    </message>
    <message>
        <source>id is {1}; expected up to 64 letters, digits and &quot;-&quot;</source>
        <translation>id は {1} ですが、64 字までの英数字と &quot;-&quot; が必要です</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>無視</translation>
    </message>
    <message>
        <source>interpolation</source>
        <translation>補間</translation>
    </message>
    <message>
        <source>inv_freq has {1} values; expected rotary_dim/2 = {2}</source>
        <translation>inv_freq に {1} 個の値があります。rotary_dim/2 = {2} が必要です</translation>
    </message>
    <message>
        <source>inv_freq[{1}] is not rope_theta^(-2i/d), from which llama.cpp starts</source>
        <translation>inv_freq[{1}] が、llama.cpp の出発点である rope_theta^(-2i/d) と異なります</translation>
    </message>
    <message>
        <source>inv_freq[{1}] is not rope_theta^(-{2}/{3}); a Transformers configuration with rope_type longrope cannot state it</source>
        <translation>inv_freq[{1}] が rope_theta^(-{2}/{3}) と異なるため、rope_type が longrope の Transformers の設定では表せません</translation>
    </message>
    <message>
        <source>inv_freq[{1}] is {2}; expected a finite frequency, not negative, in rad per position</source>
        <translation>inv_freq[{1}] が {2} です。有限で負でない周波数（rad/位置）が必要です</translation>
    </message>
    <message>
        <source>is a soft link; expected the data itself, in this file</source>
        <translation>ソフトリンクです。このファイルの中のデータ自体が必要です</translation>
    </message>
    <message>
        <source>is a virtual dataset; expected the data itself, in this file</source>
        <translation>仮想データセットです。このファイルの中のデータ自体が必要です</translation>
    </message>
    <message>
        <source>is an external link; expected the data itself, in this file</source>
        <translation>外部リンクです。このファイルの中のデータ自体が必要です</translation>
    </message>
    <message>
        <source>is chunked; expected a dataset in one piece</source>
        <translation>チャンクに分かれています。ひと続きのデータセットが必要です</translation>
    </message>
    <message>
        <source>is cut short, or damaged: its table of segments is not there</source>
        <translation>途中で切れているか壊れています：セグメント表がありません</translation>
    </message>
    <message>
        <source>is cut short: has {1} bytes; expected at least {2}</source>
        <translation>途中で切れています：{1} バイトあります。{2} バイト以上が必要です</translation>
    </message>
    <message>
        <source>is damaged: HDF5 does not come to an end on its structure; expected a file that was written to its end and not changed since</source>
        <translation>壊れています：HDF5 の処理がファイルの構造で終わりません。最後まで書き込まれ、その後変更されていないファイルが必要です</translation>
    </message>
    <message>
        <source>is damaged: HDF5 itself fails on its structure; expected a file that was written to its end and not changed since</source>
        <translation>壊れています：HDF5 自体がファイルの構造で失敗します。最後まで書き込まれ、その後変更されていないファイルが必要です</translation>
    </message>
    <message>
        <source>is damaged: its contents are not those that were built; install it again</source>
        <translation>壊れています：内容がビルドされたものと異なります。インストールし直してください</translation>
    </message>
    <message>
        <source>is empty; expected {1}</source>
        <translation>空です。{1} が必要です</translation>
    </message>
    <message>
        <source>is in nomic_bert&apos;s own form, whose code reads no rope_parameters: the table would be dropped; expected a config.json with rope_parameters, as Transformers saves it, or the format {1}</source>
        <translation>nomic_bert 独自の形式で、そのコードは rope_parameters を読まないため、表が失われます。Transformers が保存する rope_parameters のある config.json か、形式{1}が必要です</translation>
    </message>
    <message>
        <source>is missing, and no RoPE has angles; expected one of them, or counts of them</source>
        <translation>ありません。また、どの RoPE にも角度がありません。そのいずれか、またはそのカウントが必要です</translation>
    </message>
    <message>
        <source>is missing; expected a group</source>
        <translation>ありません。グループが必要です</translation>
    </message>
    <message>
        <source>is missing; expected float64 [D]</source>
        <translation>ありません。float64 [D] が必要です</translation>
    </message>
    <message>
        <source>is no guided tour; expected the member &quot;schema&quot; to be {1}</source>
        <translation>ガイドツアーではありません。項目 &quot;schema&quot; は {1} である必要があります</translation>
    </message>
    <message>
        <source>is not a Rotascope engine: it has no engine&apos;s mark</source>
        <translation>Rotascope のエンジンではありません：エンジンの印がありません</translation>
    </message>
    <message>
        <source>is not a Rotascope engine</source>
        <translation>Rotascope のエンジンではありません</translation>
    </message>
    <message>
        <source>is not a dataset; expected the data themselves</source>
        <translation>データセットではありません。データ自体が必要です</translation>
    </message>
    <message>
        <source>is not a file</source>
        <translation>ファイルではありません</translation>
    </message>
    <message>
        <source>is not a group; expected a group</source>
        <translation>グループではありません。グループが必要です</translation>
    </message>
    <message>
        <source>is not a recording, which alone has tokens to choose from; expected no choice of positions or sequences</source>
        <translation>記録ではありません。トークンを選べるのは記録だけです。位置も系列も選べません</translation>
    </message>
    <message>
        <source>is not a text; expected one string</source>
        <translation>テキストではありません。1 つの文字列が必要です</translation>
    </message>
    <message>
        <source>is not an HDF5 file; expected {1}</source>
        <translation>HDF5 ファイルではありません。{1} が必要です</translation>
    </message>
    <message>
        <source>is not an object</source>
        <translation>オブジェクトではありません</translation>
    </message>
    <message>
        <source>is not usable; expected UTF-8 text of at most {1} bytes</source>
        <translation>使えません。最大 {1} バイトの UTF-8 テキストが必要です</translation>
    </message>
    <message>
        <source>is of the model &quot;{1}&quot;, not of &quot;{2}&quot;</source>
        <translation>モデル「{2}」ではなく「{1}」のものです</translation>
    </message>
    <message>
        <source>is relative to the current folder; expected an absolute path</source>
        <translation>現在のフォルダーからの相対パスです。絶対パスが必要です</translation>
    </message>
    <message>
        <source>is too large</source>
        <translation>大きすぎます</translation>
    </message>
    <message>
        <source>is {1}, not a regular file; expected the name of a file to write</source>
        <translation>通常のファイルではなく{1}です。書き込むファイルの名前が必要です</translation>
    </message>
    <message>
        <source>is {1}, not a regular file</source>
        <translation>通常のファイルではなく{1}です</translation>
    </message>
    <message>
        <source>is {1}; expected the name of another file</source>
        <translation>{1}です。別のファイルの名前が必要です</translation>
    </message>
    <message>
        <source>it does not know the rope_type dynamic</source>
        <translation>rope_type dynamic を知りません</translation>
    </message>
    <message>
        <source>it does not know the rope_type su</source>
        <translation>rope_type su を知りません</translation>
    </message>
    <message>
        <source>it does not know the rope_type {1}</source>
        <translation>rope_type {1} を知りません</translation>
    </message>
    <message>
        <source>it does not know the scaling that Transformers&apos; class fills in: unscaled</source>
        <translation>Transformers のクラスが補うスケーリングを知らないため、スケーリングなしです</translation>
    </message>
    <message>
        <source>it does not know the type {1}: unscaled</source>
        <translation>タイプ {1} を知らないため、スケーリングなしです</translation>
    </message>
    <message>
        <source>it does not know the type {1}</source>
        <translation>タイプ {1} を知りません</translation>
    </message>
    <message>
        <source>it has {1} words; expected {2}, vocab_size in config.json</source>
        <translation>{1} 個の語があります。config.json の vocab_size である {2} 個が必要です</translation>
    </message>
    <message>
        <source>it is &quot;{1}&quot;, which llama.cpp stops at</source>
        <translation>&quot;{1}&quot; です。llama.cpp はこれで停止します</translation>
    </message>
    <message>
        <source>it is cut off: it has {1} of {2} bytes; expected the whole file: copy it again</source>
        <translation>途中で切れています：{2} バイトのうち {1} バイトしかありません。ファイル全体が必要です。コピーし直してください</translation>
    </message>
    <message>
        <source>it is damaged, or a newer HDF5 wrote it; h5repack --high=1 FILE COPY, of that version, makes a copy that every version reads</source>
        <translation>壊れているか、より新しい HDF5 で書き込まれています。そのバージョンの h5repack --high=1 FILE COPY で、どのバージョンでも読めるコピーを作れます</translation>
    </message>
    <message>
        <source>it is damaged; expected a file that was written to its end and not changed since</source>
        <translation>壊れています。最後まで書き込まれ、その後変更されていないファイルが必要です</translation>
    </message>
    <message>
        <source>it is longrope, but there are no factors: the conversion has dropped the table, and the model runs unscaled</source>
        <translation>longrope ですが係数がありません。変換で表が失われ、モデルはスケーリングなしで動きます</translation>
    </message>
    <message>
        <source>it is not stated: the ramp is made at context_length = {1}</source>
        <translation>書かれていません。ランプは context_length = {1} を基準に作られます</translation>
    </message>
    <message>
        <source>it is null, which Transformers stops at (KeyError: None)</source>
        <translation>null です。Transformers はこれで停止します（KeyError: None）</translation>
    </message>
    <message>
        <source>it is {1}, but max_position_embeddings / original_max_position_embeddings = {2}: Transformers 5 and vLLM take the factor or the ratio, some versions of Transformers 4 and ExLlamaV3 the ratio</source>
        <translation>{1} ですが、max_position_embeddings / original_max_position_embeddings = {2} です。Transformers 5 と vLLM は係数または比を、Transformers 4 の一部のバージョンと ExLlamaV3 は比を採ります</translation>
    </message>
    <message>
        <source>it is {1}, but max_position_embeddings / original_max_position_embeddings = {2}: Transformers 5 and vLLM take the factor, some versions of Transformers 4 and ExLlamaV3 the ratio</source>
        <translation>{1} ですが、max_position_embeddings / original_max_position_embeddings = {2} です。Transformers 5 と vLLM は係数を、Transformers 4 の一部のバージョンと ExLlamaV3 は比を採ります</translation>
    </message>
    <message>
        <source>it is {1}, but most engines derive sqrt(1 + ln(max/original) / ln(original)) = {2} from the lengths and do not read it</source>
        <translation>{1} ですが、多くのエンジンはこれを読まず、長さから sqrt(1 + ln(max/original) / ln(original)) = {2} を求めます</translation>
    </message>
    <message>
        <source>it is {1}, but rope_type is default: the model is not scaled, while vLLM multiplies its length</source>
        <translation>{1} ですが rope_type が default です。モデルはスケーリングされませんが、vLLM はその長さに掛けます</translation>
    </message>
    <message>
        <source>it is {1}, longer than max_position_embeddings = {2}, which is what engines read: the model is served, and measured here, for the latter</source>
        <translation>{1} で、エンジンが読む max_position_embeddings = {2} より長い値です。モデルは後者の長さで提供され、ここでもその長さで測ります</translation>
    </message>
    <message>
        <source>it is {1}: vLLM serves so many positions (max_model_len), not factor x original = {2}</source>
        <translation>{1} です。vLLM が提供するのはこの位置数（max_model_len）で、factor × original = {2} ではありません</translation>
    </message>
    <message>
        <source>it knows the type {1}, Transformers does not</source>
        <translation>タイプ {1} を知っていますが、Transformers は知りません</translation>
    </message>
    <message>
        <source>it needs original_max_position_embeddings on top, or a factor</source>
        <translation>トップレベルの original_max_position_embeddings、または factor が必要です</translation>
    </message>
    <message>
        <source>it needs original_max_position_embeddings on top</source>
        <translation>トップレベルに original_max_position_embeddings が必要です</translation>
    </message>
    <message>
        <source>it needs original_max_position_embeddings within rope_scaling</source>
        <translation>rope_scaling の中に original_max_position_embeddings が必要です</translation>
    </message>
    <message>
        <source>it needs rope_parameters</source>
        <translation>rope_parameters が必要です</translation>
    </message>
    <message>
        <source>it reads alpha alone, the same at every length</source>
        <translation>alpha だけを読み、どの長さでも同じです</translation>
    </message>
    <message>
        <source>it reads alpha, not factor: unscaled</source>
        <translation>factor ではなく alpha を読むため、スケーリングなしです</translation>
    </message>
    <message>
        <source>it reads llama3 under rope_type, and linear, longrope and yarn under type: unscaled</source>
        <translation>llama3 は rope_type から、linear、longrope、yarn は type から読むため、スケーリングなしです</translation>
    </message>
    <message>
        <source>it refuses to load lists of another length than d/2</source>
        <translation>d/2 と異なる長さのリストは読み込みを拒否します</translation>
    </message>
    <message>
        <source>it stops where both type and rope_type are stated</source>
        <translation>type と rope_type の両方があると停止します</translation>
    </message>
    <message>
        <source>it takes more memory than there is, or than files of its size are given</source>
        <translation>今あるメモリー、またはこの大きさのファイルに与えられるメモリーでは足りません</translation>
    </message>
    <message>
        <source>it takes type, not rope_type</source>
        <translation>rope_type ではなく type を採ります</translation>
    </message>
    <message>
        <source>its --ropeconfig knows no attention factor</source>
        <translation>--ropeconfig ではアテンション係数を指定できません</translation>
    </message>
    <message>
        <source>its --ropeconfig knows no yarn</source>
        <translation>--ropeconfig では yarn を指定できません</translation>
    </message>
    <message>
        <source>its OLMo takes type and factor, and nothing else beside them</source>
        <translation>OLMo のコードは type と factor だけを受け付け、他のものがあると拒否します</translation>
    </message>
    <message>
        <source>its Phi builder reads the lists only where max and original lengths differ</source>
        <translation>Phi のビルダーは、max と original の長さが異なる場合だけリストを読みます</translation>
    </message>
    <message>
        <source>its Phi-3 needs the key type, not rope_type</source>
        <translation>Phi-3 のコードには rope_type ではなくキー type が必要です</translation>
    </message>
    <message>
        <source>its Phi-3 takes type, short_factor and long_factor, and nothing else beside them</source>
        <translation>Phi-3 のコードは type、short_factor、long_factor だけを受け付け、他のものがあると拒否します</translation>
    </message>
    <message>
        <source>its angles were counted in {1} intervals, which do not tell {2}; expected a number that divides it, such as 360 or 720</source>
        <translation>角度は {1} 区間で数えられており、{2} 区間は分かりません。360 や 720 のような、その約数が必要です</translation>
    </message>
    <message>
        <source>its attributes cannot be listed; expected at most {1}</source>
        <translation>属性を一覧にできません。最大 {1} 個が必要です</translation>
    </message>
    <message>
        <source>its class reads neither rotary_emb_base nor rotary_scaling_factor: unscaled, with base 1000; {1}</source>
        <translation>クラスは rotary_emb_base も rotary_scaling_factor も読まないため、ベース 1000 でスケーリングなしです。{1}</translation>
    </message>
    <message>
        <source>its class stops at a scaling that is not in rope_parameters for each kind of layers (KeyError)</source>
        <translation>スケーリングが層の種類ごとの rope_parameters にないと、クラスが停止します（KeyError）</translation>
    </message>
    <message>
        <source>its code for latent attention takes every scaling for yarn and does not read the lists</source>
        <translation>潜在アテンションのコードはどのスケーリングも yarn とみなし、リストを読みません</translation>
    </message>
    <message>
        <source>its code makes sines and cosines of its own, whatever the configuration says</source>
        <translation>そのコードは、設定によらず独自に正弦と余弦を作ります</translation>
    </message>
    <message>
        <source>its code stops at the rope_type longrope</source>
        <translation>そのコードは rope_type longrope で停止します</translation>
    </message>
    <message>
        <source>its converter writes no rope_freqs for {1}: unscaled</source>
        <translation>コンバーターは {1} に rope_freqs を書かないため、スケーリングなしです</translation>
    </message>
    <message>
        <source>its converter writes no scaling: unscaled</source>
        <translation>コンバーターはスケーリングを書かないため、スケーリングなしです</translation>
    </message>
    <message>
        <source>its data_offsets are {1}; expected a range within the {2} bytes of data</source>
        <translation>data_offsets は {1} です。{2} バイトのデータの中の範囲が必要です</translation>
    </message>
    <message>
        <source>its distances are not known, because not every sequence has the positions p, p + 1, p + 2 and so on; expected /distance_counts</source>
        <translation>位置 p、p + 1、p + 2 … が揃っていない系列があるため、距離が分かりません。/distance_counts が必要です</translation>
    </message>
    <message>
        <source>its driver has not answered yet</source>
        <translation>ドライバーがまだ応答していません</translation>
    </message>
    <message>
        <source>its dtype is not a text; expected one of {1}</source>
        <translation>dtype がテキストではありません。次のいずれかが必要です：{1}</translation>
    </message>
    <message>
        <source>its dtype is {1}; expected one of {2}</source>
        <translation>dtype は {1} です。次のいずれかが必要です：{2}</translation>
    </message>
    <message>
        <source>its header has {1} members; expected at most {2} tensors</source>
        <translation>ヘッダーには {1} 個のメンバーがあります。テンソルは {2} 個以下である必要があります</translation>
    </message>
    <message>
        <source>its header is longer than 64 MiB; expected a model, whose header has some MiB</source>
        <translation>ヘッダーが 64 MiB を超えています。ヘッダーが数 MiB のモデルが必要です</translation>
    </message>
    <message>
        <source>its header is {1}</source>
        <translation>ヘッダー：{1}</translation>
    </message>
    <message>
        <source>its key is {1}; expected 1 to 65535 bytes of UTF-8</source>
        <translation>キーが {1} です。1 から 65535 バイトの UTF-8 が必要です</translation>
    </message>
    <message>
        <source>its layers with a sliding window have a RoPE of their own, and llama.cpp applies the tensor to all layers; expected a model with one RoPE</source>
        <translation>スライディングウィンドウの層は独自の RoPE を持ち、llama.cpp はテンソルをすべての層に適用します。RoPE が 1 つのモデルが必要です</translation>
    </message>
    <message>
        <source>its longrope does not take positions of several axes</source>
        <translation>longrope のコードは複数の軸の位置を受け付けません</translation>
    </message>
    <message>
        <source>its longrope turns the halves of a head against each other, and this model neighbouring components</source>
        <translation>longrope のコードはヘッドの前半と後半を組にして回転しますが、このモデルは隣り合う成分を組にします</translation>
    </message>
    <message>
        <source>its name is not UTF-8, so that no session can name it; rename the file</source>
        <translation>名前が UTF-8 ではないため、セッションに書けません。ファイル名を変更してください</translation>
    </message>
    <message>
        <source>its name is {1}; expected 1 to 63 bytes of UTF-8</source>
        <translation>名前が {1} です。1 から 63 バイトの UTF-8 が必要です</translation>
    </message>
    <message>
        <source>its schema is {1}; expected {2}</source>
        <translation>スキーマは {1} です。{2} が必要です</translation>
    </message>
    <message>
        <source>its shape is {1}, which does not fit the {2} bytes that its data_offsets give it</source>
        <translation>形状は {1} で、data_offsets が示す {2} バイトに合いません</translation>
    </message>
    <message>
        <source>its shape or data_offsets are not lists of whole numbers; expected at most {1} axes and two offsets</source>
        <translation>shape または data_offsets が整数のリストではありません。{1} 個以下の軸と 2 個のオフセットが必要です</translation>
    </message>
    <message>
        <source>its source is not at {1} and not at {2}; put the file back, or open it from where it is now</source>
        <translation>ソースが {1} にも {2} にもありません。ファイルを戻すか、今の場所から開いてください</translation>
    </message>
    <message>
        <source>its source is not at {1}; put the file back, or open it from where it is now</source>
        <translation>ソースが {1} にありません。ファイルを戻すか、今の場所から開いてください</translation>
    </message>
    <message>
        <source>its trained model cannot be computed: {1}</source>
        <translation>学習済みモデルを計算できません：{1}</translation>
    </message>
    <message>
        <source>keep it if the model is to be extended beyond the factors that it was trained with; else remove the type</source>
        <translation>学習時の係数を超えてモデルを拡張するなら残し、そうでなければタイプを削除してください</translation>
    </message>
    <message>
        <source>keep one of them</source>
        <translation>どちらか一方だけを残してください</translation>
    </message>
    <message>
        <source>keep rope_type (type for ExLlamaV2 and for Phi-3 in mlx-lm)</source>
        <translation>rope_type を残してください（ExLlamaV2 と、mlx-lm の Phi-3 では type）</translation>
    </message>
    <message>
        <source>keep the model on one side of the switch, or state the same list twice</source>
        <translation>モデルを切り替え点の片側だけで使うか、同じリストを 2 回書いてください</translation>
    </message>
    <message>
        <source>keeps its data in another file; expected the data itself, in this file</source>
        <translation>データを別のファイルに置いています。このファイルの中のデータ自体が必要です</translation>
    </message>
    <message>
        <source>larger than 64 MiB; expected {1}</source>
        <translation>64 MiB を超えています。{1} が必要です</translation>
    </message>
    <message>
        <source>leads nowhere; expected a file that is not damaged</source>
        <translation>どこにもつながりません。壊れていないファイルが必要です</translation>
    </message>
    <message>
        <source>learned positions</source>
        <translation>学習された位置</translation>
    </message>
    <message>
        <source>least work to turn P into Q around the circle, in turns</source>
        <translation>円に沿って P を Q に変える最小の仕事量。単位は回転</translation>
    </message>
    <message>
        <source>leave it out, and switch it on where the engine has it</source>
        <translation>これを取り除き、それを持つエンジンの側で有効にしてください</translation>
    </message>
    <message>
        <source>leave the whole object out, or state &quot;default&quot;</source>
        <translation>オブジェクト全体を省くか、&quot;default&quot; と書いてください</translation>
    </message>
    <message>
        <source>leaves chunks at its edges unfiltered; expected all chunks filtered alike</source>
        <translation>端のチャンクがフィルターなしです。すべてのチャンクに同じフィルターが必要です</translation>
    </message>
    <message>
        <source>less than 1 %</source>
        <translation>1 % 未満</translation>
    </message>
    <message>
        <source>letter is {1}; expected A to {2}</source>
        <translation>letter が {1} です。A から {2} が必要です</translation>
    </message>
    <message>
        <source>link</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>llama-server and llama-cli serve no more than {1} positions unless {2} is added, with the file&apos;s general.architecture in the place of ARCHITECTURE</source>
        <translation>{2} を加えない限り、llama-server と llama-cli は {1} 位置までしか扱いません。ARCHITECTURE にはファイルの general.architecture を入れます</translation>
    </message>
    <message>
        <source>llama-server and llama-cli serve no more than {1} positions unless {2} is added</source>
        <translation>{2} を加えない限り、llama-server と llama-cli は {1} 位置までしか扱いません</translation>
    </message>
    <message>
        <source>llama.cpp and programs built on it</source>
        <translation>llama.cpp と、それを使うプログラム</translation>
    </message>
    <message>
        <source>llama.cpp does not read for the architecture {1}: {2}</source>
        <translation>llama.cpp はアーキテクチャ {1} では次を読みません：{2}</translation>
    </message>
    <message>
        <source>llama.cpp flags</source>
        <translation>llama.cpp のフラグ</translation>
    </message>
    <message>
        <source>llama.cpp loads it for the architecture {1} but does not use it: the model runs unscaled</source>
        <translation>llama.cpp はアーキテクチャ {1} で読み込みますが使いません。モデルはスケーリングなしで動きます</translation>
    </message>
    <message>
        <source>llama.cpp&apos;s converter writes scaling.type = longrope without the factors for {1}: the table is silently dropped</source>
        <translation>llama.cpp のコンバーターは {1} に係数なしで scaling.type = longrope を書きます。表は警告なしに失われます</translation>
    </message>
    <message>
        <source>llama.cpp, KoboldCpp: the file as it is</source>
        <translation>llama.cpp、KoboldCpp：元のファイルのまま</translation>
    </message>
    <message>
        <source>llama.cpp; KoboldCpp where one scale and one base say the table</source>
        <translation>llama.cpp。KoboldCpp は一つのスケールと一つのベースで表せる表のみ</translation>
    </message>
    <message>
        <source>llama.cpp</source>
        <translation>llama.cpp</translation>
    </message>
    <message>
        <source>llama3 needs low_freq_factor and high_freq_factor, which this source does not state</source>
        <translation>llama3 には low_freq_factor と high_freq_factor が必要ですが、このソースにはありません</translation>
    </message>
    <message>
        <source>long_factor at every length</source>
        <translation>どの長さでも long_factor</translation>
    </message>
    <message>
        <source>long_factor for a whole batch as soon as one of its sequences is longer than {1}</source>
        <translation>バッチの系列の 1 つでも {1} より長いと、バッチ全体に long_factor</translation>
    </message>
    <message>
        <source>long_factor for all sequences if max_model_len is over {1}</source>
        <translation>max_model_len が {1} を超えると、すべての系列に long_factor</translation>
    </message>
    <message>
        <source>long_factor for all sequences if the context is over {1}</source>
        <translation>コンテキストが {1} を超えると、すべての系列に long_factor</translation>
    </message>
    <message>
        <source>long_factor if its max_seq_len is over {1}</source>
        <translation>max_seq_len が {1} を超えると long_factor</translation>
    </message>
    <message>
        <source>long_factor is not a list of numbers; expected one factor a dimension</source>
        <translation>long_factor が数のリストではありません。次元ごとに 1 つの係数が必要です</translation>
    </message>
    <message>
        <source>longrope needs it and it is missing or empty</source>
        <translation>longrope に必要ですが、ないか空です</translation>
    </message>
    <message>
        <source>longrope needs original_max_position_embeddings</source>
        <translation>longrope には original_max_position_embeddings が必要です</translation>
    </message>
    <message>
        <source>longrope needs short_factor and long_factor, which this source does not state</source>
        <translation>longrope には short_factor と long_factor が必要ですが、このソースにはありません</translation>
    </message>
    <message>
        <source>longrope needs short_factor and long_factor</source>
        <translation>longrope には short_factor と long_factor が必要です</translation>
    </message>
    <message>
        <source>longrope&apos;s attention factor needs L of at least 2 positions</source>
        <translation>longrope のアテンション係数には、2 位置以上の L が必要です</translation>
    </message>
    <message>
        <source>make max_position_embeddings = factor x original_max_position_embeddings</source>
        <translation>max_position_embeddings = factor × original_max_position_embeddings としてください</translation>
    </message>
    <message>
        <source>make original_max_position_embeddings = max_position_embeddings (they then have 1), and state short_mscale and long_mscale for vLLM and SGLang if it is to be another</source>
        <translation>original_max_position_embeddings = max_position_embeddings とし（そうすれば 1 になります）、別の値にする場合は vLLM と SGLang 向けに short_mscale と long_mscale を書いてください</translation>
    </message>
    <message>
        <source>max / original = {1} in place of the factor</source>
        <translation>係数の代わりに max / original = {1}</translation>
    </message>
    <message>
        <source>max_position_embeddings is missing; expected the number of positions</source>
        <translation>max_position_embeddings がありません。位置の数が必要です</translation>
    </message>
    <message>
        <source>method &quot;{1}&quot; has no table: {2}</source>
        <translation>手法「{1}」には表がありません：{2}</translation>
    </message>
    <message>
        <source>method &quot;{1}&quot; is not known; expected one of {2}</source>
        <translation>手法「{1}」は知られていません。次のいずれかが必要です：{2}</translation>
    </message>
    <message>
        <source>method &quot;{1}&quot; was not analysed</source>
        <translation>手法「{1}」は解析されていません</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>mlx-lm</source>
        <translation>mlx-lm</translation>
    </message>
    <message>
        <source>model &quot;{1}&quot; is not among the presets; expected an id that `rotascope-cli models` lists, or the model&apos;s own config.json</source>
        <translation>モデル「{1}」はプリセットにありません。`rotascope-cli models` が一覧する ID か、モデル自身の config.json が必要です</translation>
    </message>
    <message>
        <source>monotone needs disturbances to search; expected an analysis</source>
        <translation>monotone は探索のために擾乱が必要です。解析の中で使ってください</translation>
    </message>
    <message>
        <source>mrope_section adds up to {1}; expected rotary_dim/2 = {2}</source>
        <translation>mrope_section の合計が {1} です。rotary_dim/2 = {2} が必要です</translation>
    </message>
    <message>
        <source>mrope_section has {1} values; expected 3 (time, height, width)</source>
        <translation>mrope_section に {1} 個の値があります。3 個（時間、高さ、幅）が必要です</translation>
    </message>
    <message>
        <source>mscale and mscale_all_dim are read for DeepSeek alone</source>
        <translation>mscale と mscale_all_dim は DeepSeek でだけ読まれます</translation>
    </message>
    <message>
        <source>near + w far, with w = 3 or as --far-weight says</source>
        <translation>近距離 + w 遠距離（w は 3、または --far-weight の値）</translation>
    </message>
    <message>
        <source>near + {1} far</source>
        <translation>近傍 + {1} × 遠方</translation>
    </message>
    <message>
        <source>near and far compare angles, and {1} has none; expected another measure, and no near threshold</source>
        <translation>near と far は角度を比べますが、{1} には角度がありません。別の尺度が必要で、near のしきい値は使えません</translation>
    </message>
    <message>
        <source>newer versions alone, and without factor</source>
        <translation>新しいバージョンだけで、factor なし</translation>
    </message>
    <message>
        <source>no --hf-overrides with a quoted argument; expected a command that Rotascope exported</source>
        <translation>引用符付きの引数を持つ --hf-overrides がありません。Rotascope がエクスポートしたコマンドが必要です</translation>
    </message>
    <message>
        <source>no FACTORS and ATTENTION_FACTOR; expected a snippet that Rotascope exported</source>
        <translation>FACTORS と ATTENTION_FACTOR がありません。Rotascope がエクスポートしたスニペットが必要です</translation>
    </message>
    <message>
        <source>no NVIDIA driver was found</source>
        <translation>NVIDIA のドライバーが見つかりません</translation>
    </message>
    <message>
        <source>no RoPE named &quot;{1}&quot;, which the table is for; it has {2}</source>
        <translation>表の対象である RoPE「{1}」がありません。あるのは {2} です</translation>
    </message>
    <message>
        <source>no RoPE named &quot;{1}&quot;; expected one of {2}</source>
        <translation>RoPE「{1}」がありません。次のいずれかが必要です：{2}</translation>
    </message>
    <message>
        <source>no dimensions; expected a table that Rotascope exported as CSV</source>
        <translation>次元がありません。Rotascope が CSV としてエクスポートした表が必要です</translation>
    </message>
    <message>
        <source>no file for the scores is named</source>
        <translation>スコアのファイルの指定がありません</translation>
    </message>
    <message>
        <source>no long_factor; expected a configuration that Rotascope exported</source>
        <translation>long_factor がありません。Rotascope がエクスポートした設定が必要です</translation>
    </message>
    <message>
        <source>no model is named; expected a folder, or a name of the Hugging Face hub as Qwen/Qwen3-8B</source>
        <translation>モデルの指定がありません。フォルダー、または Qwen/Qwen3-8B のような Hugging Face ハブの名前が必要です</translation>
    </message>
    <message>
        <source>no numbers; expected a list of factors</source>
        <translation>数がありません。係数のリストが必要です</translation>
    </message>
    <message>
        <source>no numbers; {1}</source>
        <translation>数がありません。{1}</translation>
    </message>
    <message>
        <source>no such file</source>
        <translation>そのようなファイルはありません</translation>
    </message>
    <message>
        <source>no table in comments; expected flags that Rotascope exported</source>
        <translation>コメントに表がありません。Rotascope がエクスポートしたフラグが必要です</translation>
    </message>
    <message>
        <source>no tensor {1}; expected a GGUF file with a scaling table</source>
        <translation>テンソル {1} がありません。スケーリング表を含む GGUF ファイルが必要です</translation>
    </message>
    <message>
        <source>no usage was recorded of layer {1}; expected layers of {2}</source>
        <translation>層 {1} の使用量は記録されていません。{2} の層が必要です</translation>
    </message>
    <message>
        <source>no usage was recorded of the layers {1}; expected layers of {2}</source>
        <translation>層 {1} の使用量は記録されていません。{2} の層が必要です</translation>
    </message>
    <message>
        <source>no {1} in a command; expected flags that Rotascope exported</source>
        <translation>コマンドに {1} がありません。Rotascope がエクスポートしたフラグが必要です</translation>
    </message>
    <message>
        <source>no</source>
        <translation>0</translation>
    </message>
    <message>
        <source>none, linear, yarn or longrope</source>
        <translation>none、linear、yarn、longrope のいずれかにしてください</translation>
    </message>
    <message>
        <source>none</source>
        <translation>0 %</translation>
    </message>
    <message>
        <source>not a GGUF file</source>
        <translation>GGUF ファイルではありません</translation>
    </message>
    <message>
        <source>not a JSON object; expected {1} ({2})</source>
        <translation>JSON オブジェクトではありません。{1} が必要です（{2}）</translation>
    </message>
    <message>
        <source>not a JSON object; expected {1}</source>
        <translation>JSON オブジェクトではありません。{1} が必要です</translation>
    </message>
    <message>
        <source>not a NumPy file of version 1; expected a table that Rotascope exported</source>
        <translation>バージョン 1 の NumPy ファイルではありません。Rotascope がエクスポートした表が必要です</translation>
    </message>
    <message>
        <source>not a list of numbers; expected one factor a dimension, or such a list for each layer ({1})</source>
        <translation>数のリストではありません。次元ごとに 1 つの係数、または層ごとにそのリストが必要です（{1}）</translation>
    </message>
    <message>
        <source>not a list of numbers; expected one factor a dimension, or such a list for each layer</source>
        <translation>数のリストではありません。次元ごとに 1 つの係数、または層ごとにそのリストが必要です</translation>
    </message>
    <message>
        <source>not a safetensors file: it has {1} bytes</source>
        <translation>safetensors ファイルではありません：{1} バイトです</translation>
    </message>
    <message>
        <source>not a uint32</source>
        <translation>uint32 ではない値</translation>
    </message>
    <message>
        <source>not dynamic: NTK for factor x max_position_embeddings = {1} positions, at every length</source>
        <translation>dynamic ではありません：factor × max_position_embeddings = {1} 位置用の NTK で、どの長さでも同じです</translation>
    </message>
    <message>
        <source>not dynamic: NTK for the full length, at every length</source>
        <translation>dynamic ではありません：全長用の NTK で、どの長さでも同じです</translation>
    </message>
    <message>
        <source>not dynamic: NTK with alpha, at every length</source>
        <translation>dynamic ではありません：alpha による NTK で、どの長さでも同じです</translation>
    </message>
    <message>
        <source>not read by {1}: the model silently runs unscaled there, with a default rope_theta</source>
        <translation>{1} はこれを読まず、警告なしに、スケーリングなし、既定の rope_theta でモデルを実行します</translation>
    </message>
    <message>
        <source>not read by {1}: the model silently runs unscaled there</source>
        <translation>{1} はこれを読まず、警告なしに、スケーリングなしでモデルを実行します</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>記載なし</translation>
    </message>
    <message>
        <source>not the header of a Rotascope table; expected &quot;{1}&quot;</source>
        <translation>Rotascope の表のヘッダーではありません。&quot;{1}&quot; が必要です</translation>
    </message>
    <message>
        <source>note</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>ntk-by-parts needs rope_theta, which this source does not state</source>
        <translation>ntk-by-parts には rope_theta が必要ですが、このソースにはありません</translation>
    </message>
    <message>
        <source>one dimension</source>
        <translation>1 次元</translation>
    </message>
    <message>
        <source>one of the schema &quot;{1}&quot;</source>
        <translation>スキーマ &quot;{1}&quot; のもの</translation>
    </message>
    <message>
        <source>one of {1} parts of a model; expected a model in one file (llama-gguf-split --merge makes one)</source>
        <translation>{1} 個に分かれたモデルの 1 つです。1 ファイルのモデルが必要です（llama-gguf-split --merge で作れます）</translation>
    </message>
    <message>
        <source>one</source>
        <translation>1</translation>
    </message>
    <message>
        <source>only its Phi builders read lists, and none reads {1}: unscaled</source>
        <translation>リストを読むのは Phi のビルダーだけで、{1} を読むものはないため、スケーリングなしです</translation>
    </message>
    <message>
        <source>only one of the long and the short factors is there</source>
        <translation>長い係数と短い係数の一方だけがあります</translation>
    </message>
    <message>
        <source>only where its max_seq_len is over the original length, and with that in the ramp</source>
        <translation>max_seq_len が元の長さを超える場合だけで、ランプにもその長さを使います</translation>
    </message>
    <message>
        <source>optimal needs disturbances to search; expected an analysis</source>
        <translation>optimal は探索のために擾乱が必要です。解析の中で使ってください</translation>
    </message>
    <message>
        <source>original_max_position_embeddings is read on top only: long_factor beyond {1} positions</source>
        <translation>original_max_position_embeddings はトップレベルだけで読まれ、{1} 位置を超えると long_factor になります</translation>
    </message>
    <message>
        <source>own needs a scaling that the source states; it states none</source>
        <translation>own にはソースが述べるスケーリングが必要ですが、ありません</translation>
    </message>
    <message>
        <source>partial_rotary_factor is {1}; expected more than 0, at most 1</source>
        <translation>partial_rotary_factor が {1} です。0 より大きく 1 以下の値が必要です</translation>
    </message>
    <message>
        <source>pins: expected a list of at most {1} objects</source>
        <translation>pins：最大 {1} 個のオブジェクトのリストが必要です</translation>
    </message>
    <message>
        <source>position_embedding_type is &quot;{1}&quot;, so that no layer rotates; expected a model with rotary position embeddings</source>
        <translation>position_embedding_type が &quot;{1}&quot; のため、どの層も回転しません。回転位置埋め込みのモデルが必要です</translation>
    </message>
    <message>
        <source>position_embedding_type is missing, so that no layer rotates; expected a model with rotary position embeddings</source>
        <translation>position_embedding_type がないため、どの層も回転しません。回転位置埋め込みのモデルが必要です</translation>
    </message>
    <message>
        <source>positions 0 … L-1</source>
        <translation>位置 0 … L-1</translation>
    </message>
    <message>
        <source>positions beyond {1} lie in more than {2} places; expected fewer, or positions that follow each other</source>
        <translation>{1} を超える位置が {2} より多くの場所に散らばっています。もっと少ないか、連続した位置が必要です</translation>
    </message>
    <message>
        <source>positions from {1} on</source>
        <translation>位置 {1} 以降</translation>
    </message>
    <message>
        <source>positions {1} to {2}</source>
        <translation>位置 {1} から {2}</translation>
    </message>
    <message>
        <source>programs in any language</source>
        <translation>あらゆる言語のプログラム</translation>
    </message>
    <message>
        <source>proportional needs head_dim and rope_theta, which this source does not state</source>
        <translation>proportional には head_dim と rope_theta が必要ですが、このソースにはありません</translation>
    </message>
    <message>
        <source>reading it takes more memory than there is, or than files of its size are given; expected fewer groups, attributes and chunks</source>
        <translation>読み取りに、今あるメモリー、またはこの大きさのファイルに与えられるメモリーでは足りません。グループ、属性、チャンクを減らす必要があります</translation>
    </message>
    <message>
        <source>recorded angles are of positions, not of distances; expected --before positions or recorded-positions</source>
        <translation>記録された角度は距離ではなく位置のものです。--before positions または recorded-positions が必要です</translation>
    </message>
    <message>
        <source>recorded angles</source>
        <translation>記録された角度</translation>
    </message>
    <message>
        <source>recorded distances are of the whole recording, not of {1}; expected positions to be counted, or all tokens</source>
        <translation>記録された距離は記録全体のもので、{1} のものではありません。位置を数えるか、すべてのトークンを選んでください</translation>
    </message>
    <message>
        <source>recorded distances within a window of {1}</source>
        <translation>ウィンドウ {1} 内の記録された距離</translation>
    </message>
    <message>
        <source>recorded distances</source>
        <translation>記録された距離</translation>
    </message>
    <message>
        <source>recorded positions</source>
        <translation>記録された位置</translation>
    </message>
    <message>
        <source>recorded usage of layers {1}</source>
        <translation>層 {1} の記録された使用量</translation>
    </message>
    <message>
        <source>recorded usage</source>
        <translation>記録された使用量</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>relative_attention_max_distance is {1}; expected more than half the buckets, {2}</source>
        <translation>relative_attention_max_distance が {1} です。バケットの半分、{2} より大きい必要があります</translation>
    </message>
    <message>
        <source>relative_attention_num_buckets is {1}; expected an even number, 2 to 65536</source>
        <translation>relative_attention_num_buckets が {1} です。2 から 65536 の偶数が必要です</translation>
    </message>
    <message>
        <source>remove it; this architecture takes no factors</source>
        <translation>削除してください。このアーキテクチャは係数を受け付けません</translation>
    </message>
    <message>
        <source>remove it</source>
        <translation>削除してください</translation>
    </message>
    <message>
        <source>remove the type and export the table into a copy of the model, in the format {1}</source>
        <translation>タイプを削除し、形式{1}で、モデルのコピーに表をエクスポートしてください</translation>
    </message>
    <message>
        <source>rope.freq_base is {1}; the table was made for {2}</source>
        <translation>rope.freq_base が {1} ですが、表は {2} 用に作られています</translation>
    </message>
    <message>
        <source>rope_parameters and rope_scaling are both stated and differ: Transformers and mlx-lm take rope_scaling whole, llama.cpp&apos;s converter rope_parameters</source>
        <translation>rope_parameters と rope_scaling の両方があり、異なります。Transformers と mlx-lm は rope_scaling 全体を、llama.cpp のコンバーターは rope_parameters を採ります</translation>
    </message>
    <message>
        <source>rope_parameters for config.json, alone or merged into a model&apos;s config.json.</source>
        <translation>config.json 用の rope_parameters。単独、またはモデルの config.json に統合します。</translation>
    </message>
    <message>
        <source>rope_parameters is not read: unscaled, and with its default rope_theta in place of {1}</source>
        <translation>rope_parameters を読まないため、スケーリングなしで、{1} の代わりに既定の rope_theta を使います</translation>
    </message>
    <message>
        <source>rope_parameters is not read: unscaled</source>
        <translation>rope_parameters を読まないため、スケーリングなしです</translation>
    </message>
    <message>
        <source>rope_scaling does nothing in a {1}; expected the format {2}</source>
        <translation>{1} では rope_scaling に効果がありません。形式{2}が必要です</translation>
    </message>
    <message>
        <source>rope_scaling for config.json, as it was before rope_parameters; alone or merged into a model&apos;s config.json.</source>
        <translation>rope_parameters より前の、config.json 用の rope_scaling。単独、またはモデルの config.json に統合します。</translation>
    </message>
    <message>
        <source>rope_theta is a list, one for each layer; expected the format {1}</source>
        <translation>rope_theta が層ごとのリストです。形式{1}が必要です</translation>
    </message>
    <message>
        <source>rope_theta is a list; expected layer_types, which name the kind of each layer</source>
        <translation>rope_theta がリストです。各層の種類を示す layer_types が必要です</translation>
    </message>
    <message>
        <source>rope_theta is missing; expected a model with rotary position embeddings (rope_theta on top or in rope_parameters)</source>
        <translation>rope_theta がありません。回転位置埋め込みのモデルが必要です（rope_theta はトップレベルか rope_parameters の中）</translation>
    </message>
    <message>
        <source>rope_theta is not known; a configuration needs it</source>
        <translation>rope_theta が分かりません。設定に必要です</translation>
    </message>
    <message>
        <source>rope_theta is not known</source>
        <translation>rope_theta が分かりません</translation>
    </message>
    <message>
        <source>rope_theta is {1}; the table was made for {2}</source>
        <translation>rope_theta が {1} ですが、表は {2} 用に作られています</translation>
    </message>
    <message>
        <source>rope_type &quot;{1}&quot; is none that Transformers knows; expected one of {2}</source>
        <translation>rope_type「{1}」は Transformers が知るものではありません。次のいずれかが必要です：{2}</translation>
    </message>
    <message>
        <source>rope_type &quot;{1}&quot; is not known; expected one of {2}</source>
        <translation>rope_type「{1}」は知られていません。次のいずれかが必要です：{2}</translation>
    </message>
    <message>
        <source>rope_type {1} does not read: {2}</source>
        <translation>rope_type {1} では次が読まれません：{2}</translation>
    </message>
    <message>
        <source>rope_type {1}, rope_theta {2}, {3} dimensions</source>
        <translation>rope_type {1}、rope_theta {2}、{3} 次元</translation>
    </message>
    <message>
        <source>ropes: expected a list of 1 to {1} objects</source>
        <translation>ropes：1 から {1} 個のオブジェクトのリストが必要です</translation>
    </message>
    <message>
        <source>ropes[{1}]: expected an object</source>
        <translation>ropes[{1}]：オブジェクトが必要です</translation>
    </message>
    <message>
        <source>rotary_emb_fraction is 0 or missing, so that no layer rotates; expected a model with rotary position embeddings</source>
        <translation>rotary_emb_fraction が 0 またはないため、どの層も回転しません。回転位置埋め込みのモデルが必要です</translation>
    </message>
    <message>
        <source>rotary_emb_fraction is {1}, which is {2} of the {3} components of a head; expected a whole, even number of them</source>
        <translation>rotary_emb_fraction が {1} で、ヘッドの {3} 成分のうち {2} にあたります。偶数の整数個が必要です</translation>
    </message>
    <message>
        <source>rotary_scaling_factor is not read: unscaled, and no position beyond {1}</source>
        <translation>rotary_scaling_factor を読まないため、スケーリングなしで、{1} を超える位置は扱えません</translation>
    </message>
    <message>
        <source>row {1} adds up to {2}; expected {3}, as its attribute &quot;tokens&quot; says</source>
        <translation>行 {1} の合計が {2} です。属性「tokens」のとおり {3} が必要です</translation>
    </message>
    <message>
        <source>row {1} has a value that is no angle; expected angles in [0, 2 pi), in rad</source>
        <translation>行 {1} に角度ではない値があります。[0, 2 pi) の角度 (rad) が必要です</translation>
    </message>
    <message>
        <source>row {1} has position {2}; expected 0 to {3}</source>
        <translation>行 {1} の位置は {2} です。0 から {3} が必要です</translation>
    </message>
    <message>
        <source>row {1} is position {2}; expected 0 to {3}</source>
        <translation>行 {1} の位置が {2} です。0 から {3} が必要です</translation>
    </message>
    <message>
        <source>row {1}, axis {2} is position {3}; expected 0 to {4}</source>
        <translation>行 {1}、軸 {2} の位置が {3} です。0 から {4} が必要です</translation>
    </message>
    <message>
        <source>row {1}, column {2} is {3}; expected counts from 0 on, {4} at most in all</source>
        <translation>行 {1}、列 {2} が {3} です。0 以上、全体で {4} 以下のカウントが必要です</translation>
    </message>
    <message>
        <source>row {1}, dimension {2} is {3}; expected an angle in [0, 2 pi), in rad</source>
        <translation>行 {1}、次元 {2} が {3} です。[0, 2 pi) の角度（rad）が必要です</translation>
    </message>
    <message>
        <source>rows {1} to {2}, columns {3} to {4}</source>
        <translation>行 {1} から {2}、列 {3} から {4}</translation>
    </message>
    <message>
        <source>rows {1} to {2}</source>
        <translation>行 {1} から {2}</translation>
    </message>
    <message>
        <source>runs from {1} to {2} and is not ascending; expected 0 to {3}, the number of tokens, not decreasing</source>
        <translation>{1} から {2} に及び、昇順ではありません。0 からトークン数の {3} まで、減らずに並ぶ必要があります</translation>
    </message>
    <message>
        <source>runs from {1} to {2}; expected 0 to {3}, the number of tokens, not decreasing</source>
        <translation>{1} から {2} に及んでいます。0 からトークン数の {3} まで、減らずに並ぶ必要があります</translation>
    </message>
    <message>
        <source>scale {1}, base {2}, attention magnitude {3}</source>
        <translation>スケール {1}、ベース {2}、アテンション係数 {3}</translation>
    </message>
    <message>
        <source>scenes: expected a list of at most {1} objects</source>
        <translation>scenes：{1} 個以下のオブジェクトのリストが必要です</translation>
    </message>
    <message>
        <source>sequence {1}</source>
        <translation>系列 {1}</translation>
    </message>
    <message>
        <source>sequences {1}</source>
        <translation>系列 {1}</translation>
    </message>
    <message>
        <source>short_factor and long_factor differ: Transformers switches at {1} positions while it generates, with keys of the other list in its cache; vLLM, ExLlama and llama.cpp take one of them for everything, as the configured length says</source>
        <translation>short_factor と long_factor が異なります。Transformers は生成中に {1} 位置で切り替え、キャッシュには別のリストのキーが残ります。vLLM、ExLlama、llama.cpp は設定された長さに応じて、すべてに一方を使います</translation>
    </message>
    <message>
        <source>short_factor and long_factor differ; expected a single table: put the list that is meant into a file of its own</source>
        <translation>short_factor と long_factor が異なります。1 つの表が必要です。使うリストを単独のファイルに入れてください</translation>
    </message>
    <message>
        <source>short_factor at every length</source>
        <translation>どの長さでも short_factor</translation>
    </message>
    <message>
        <source>short_factor, then long_factor</source>
        <translation>short_factor、次に long_factor</translation>
    </message>
    <message>
        <source>sinusoidal positions</source>
        <translation>正弦波の位置</translation>
    </message>
    <message>
        <source>some versions take max / original = {1} in place of the factor</source>
        <translation>係数の代わりに max / original = {1} を採るバージョンがあります</translation>
    </message>
    <message>
        <source>source is missing; expected an object</source>
        <translation>source がありません。オブジェクトが必要です</translation>
    </message>
    <message>
        <source>sources of 2025</source>
        <translation>2025 年のソース</translation>
    </message>
    <message>
        <source>sources of 2026</source>
        <translation>2026 年のソース</translation>
    </message>
    <message>
        <source>spreadsheets, pandas, R</source>
        <translation>表計算、pandas、R</translation>
    </message>
    <message>
        <source>state a rope_scaling of type dynamic for those engines</source>
        <translation>それらのエンジンには、タイプ dynamic の rope_scaling を書いてください</translation>
    </message>
    <message>
        <source>state a type that the engine in use knows</source>
        <translation>使うエンジンが知るタイプを書いてください</translation>
    </message>
    <message>
        <source>state attention_factor, and attn_factor beside it only for an engine that needs it</source>
        <translation>attention_factor を書き、attn_factor は必要なエンジンのためだけに添えてください</translation>
    </message>
    <message>
        <source>state it on top as well</source>
        <translation>トップレベルにも書いてください</translation>
    </message>
    <message>
        <source>state it</source>
        <translation>書いてください</translation>
    </message>
    <message>
        <source>state max_position_embeddings = {1}, or pass --max-model-len</source>
        <translation>max_position_embeddings = {1} と書くか、--max-model-len を渡してください</translation>
    </message>
    <message>
        <source>state original_max_position_embeddings, or give the length: --pretraining-length</source>
        <translation>original_max_position_embeddings を書くか、長さを与えてください：--pretraining-length</translation>
    </message>
    <message>
        <source>state rope_theta beside rope_parameters, too</source>
        <translation>rope_parameters と並べて rope_theta も書いてください</translation>
    </message>
    <message>
        <source>state the factor, or remove the type</source>
        <translation>factor を書くか、タイプを削除してください</translation>
    </message>
    <message>
        <source>state the length of pre-training</source>
        <translation>事前学習の長さを書いてください</translation>
    </message>
    <message>
        <source>state the length that the model was pre-trained with</source>
        <translation>モデルが事前学習した長さを書いてください</translation>
    </message>
    <message>
        <source>state the rope_type that is meant</source>
        <translation>意図する rope_type を書いてください</translation>
    </message>
    <message>
        <source>state them where another engine than Transformers reads the file</source>
        <translation>Transformers 以外のエンジンがファイルを読むなら、書いてください</translation>
    </message>
    <message>
        <source>state {1} factors</source>
        <translation>{1} 個の係数を書いてください</translation>
    </message>
    <message>
        <source>states no scaling of its own, so that its trained model is the unscaled RoPE</source>
        <translation>自身のスケーリングがないため、学習済みモデルはスケーリングなしの RoPE と同じです</translation>
    </message>
    <message>
        <source>steps: expected a list of 1 to {1} objects</source>
        <translation>steps：1 から {1} 個のオブジェクトのリストが必要です</translation>
    </message>
    <message>
        <source>table is missing; expected an object</source>
        <translation>table がありません。オブジェクトが必要です</translation>
    </message>
    <message>
        <source>table is {1}; expected the id of one in tables</source>
        <translation>table は {1} です。tables にある表の id が必要です</translation>
    </message>
    <message>
        <source>take another engine: a {1} has no older form</source>
        <translation>別のエンジンを使ってください。{1} には旧形式がありません</translation>
    </message>
    <message>
        <source>take another engine: the older form has no place for several RoPEs</source>
        <translation>別のエンジンを使ってください。旧形式には複数の RoPE を書く場所がありません</translation>
    </message>
    <message>
        <source>take the angles alone from this program</source>
        <translation>このプログラムからは角度だけを採ってください</translation>
    </message>
    <message>
        <source>takes more memory than there is, or than files of its size are given</source>
        <translation>今あるメモリー、またはこの大きさのファイルに与えられるメモリーでは足りません</translation>
    </message>
    <message>
        <source>tensor {1} begins at byte {2} of the data, and the one before it ends at {3}; expected neither a gap nor an overlap</source>
        <translation>テンソル {1} はデータの {2} バイト目から始まり、その前のものは {3} で終わります。隙間も重なりもあってはなりません</translation>
    </message>
    <message>
        <source>tensor {1} has the dtype {2}; expected one of F32, F16, BF16</source>
        <translation>テンソル {1} の dtype は {2} です。F32、F16、BF16 のいずれかが必要です</translation>
    </message>
    <message>
        <source>tensor {1} has the shape {2}; expected {3}</source>
        <translation>テンソル {1} の形状は {2} です。{3} が必要です</translation>
    </message>
    <message>
        <source>tensor {1} has {2} factors; expected {3}, half of rope.dimension_count</source>
        <translation>テンソル {1} に {2} 個の係数があります。rope.dimension_count の半分の {3} 個が必要です</translation>
    </message>
    <message>
        <source>tensor {1} has {2} values; expected at most {3}</source>
        <translation>テンソル {1} に {2} 個の値があります。最大 {3} 個が必要です</translation>
    </message>
    <message>
        <source>tensor {1} is missing; expected one of shape {2}</source>
        <translation>テンソル {1} がありません。形状 {2} のものが必要です</translation>
    </message>
    <message>
        <source>tensor {1} is not a list of float32</source>
        <translation>テンソル {1} が float32 のリストではありません</translation>
    </message>
    <message>
        <source>tensor {1}: the factor of dimension {2} is {3}; expected a number greater than 0</source>
        <translation>テンソル {1}：次元 {2} の係数が {3} です。0 より大きい数が必要です</translation>
    </message>
    <message>
        <source>tensor {1}: value {2} is not a finite number</source>
        <translation>テンソル {1}：値 {2} は有限の数ではありません</translation>
    </message>
    <message>
        <source>tensor {1}: {2}</source>
        <translation>テンソル {1}：{2}</translation>
    </message>
    <message>
        <source>that of a safetensors file</source>
        <translation>safetensors ファイルのヘッダー</translation>
    </message>
    <message>
        <source>the HDF5 file cannot be made, as where memory is short; try again</source>
        <translation>メモリー不足のときのように、HDF5 ファイルを作れません。もう一度試してください</translation>
    </message>
    <message>
        <source>the NumPy header is not that of a table that Rotascope exported</source>
        <translation>NumPy のヘッダーが、Rotascope がエクスポートした表のものではありません</translation>
    </message>
    <message>
        <source>the RoPE &quot;{1}&quot; was asked for, but {2} is a preset, which has a single one; expected a file</source>
        <translation>RoPE「{1}」が指定されましたが、{2} はプリセットで、RoPE は 1 つだけです。ファイルが必要です</translation>
    </message>
    <message>
        <source>the architecture is {1}, whose RoPE takes no factors in llama.cpp: it would refuse or ignore the tensor; expected one of {2}, {3}</source>
        <translation>アーキテクチャ {1} の RoPE は llama.cpp で係数を受け付けず、テンソルは拒否または無視されます。{2}、{3} のいずれかが必要です</translation>
    </message>
    <message>
        <source>the architecture {1} has no rotary position embeddings</source>
        <translation>アーキテクチャ {1} には回転位置埋め込みがありません</translation>
    </message>
    <message>
        <source>the architecture {1} with rope.scaling.type {2} does not ask for this tensor: llama.cpp refuses the model (&quot;wrong number of tensors&quot;) or ignores it</source>
        <translation>アーキテクチャ {1} で rope.scaling.type が {2} の場合、このテンソルは要求されません。llama.cpp はモデルを拒否するか（&quot;wrong number of tensors&quot;）、テンソルを無視します</translation>
    </message>
    <message>
        <source>the attention factor is {1}, and beside yarn llama.cpp has {2} whatever --yarn-attn-factor says</source>
        <translation>アテンション係数が {1} ですが、yarn 以外では --yarn-attn-factor によらず llama.cpp は {2} を使います</translation>
    </message>
    <message>
        <source>the band is &quot;{1}&quot;; expected FIRST:END, END not included, such as 20:40</source>
        <translation>帯が &quot;{1}&quot; です。FIRST:END（END は含まない）、たとえば 20:40 が必要です</translation>
    </message>
    <message>
        <source>the band is {1}; the source has {2} dimensions</source>
        <translation>帯が {1} です。ソースには {2} 次元あります</translation>
    </message>
    <message>
        <source>the chosen positions are scattered over more than {1} places; expected sequences in which they follow each other</source>
        <translation>選んだ位置が {1} か所を超えて散らばっています。位置が連続する系列が必要です</translation>
    </message>
    <message>
        <source>the comment &quot;# {1}:&quot; is missing; expected flags that Rotascope exported</source>
        <translation>コメント &quot;# {1}:&quot; がありません。Rotascope がエクスポートしたフラグが必要です</translation>
    </message>
    <message>
        <source>the comments base and tensor do not fit the factors; expected them as they were exported</source>
        <translation>コメント base と tensor が係数に合いません。エクスポートしたままのものが必要です</translation>
    </message>
    <message>
        <source>the converter writes nothing of {1}: unscaled</source>
        <translation>コンバーターは {1} を何も書かないため、スケーリングなしです</translation>
    </message>
    <message>
        <source>the converter writes the type without the factors: unscaled, silently</source>
        <translation>コンバーターは係数なしでタイプだけを書くため、警告なしにスケーリングなしです</translation>
    </message>
    <message>
        <source>the custom table</source>
        <translation>自分の表</translation>
    </message>
    <message>
        <source>the data have {1} bytes; the header promises {2} dimensions and {3} bytes of provenance</source>
        <translation>データが {1} バイトあります。ヘッダーには {2} 次元と {3} バイトの来歴とあります</translation>
    </message>
    <message>
        <source>the data of the tensors {1} and {2} overlap</source>
        <translation>テンソル {1} と {2} のデータが重なっています</translation>
    </message>
    <message>
        <source>the digest cannot be written</source>
        <translation>ダイジェストを書き込めません</translation>
    </message>
    <message>
        <source>the divergence wasserstein goes round the circle, and {1} does not; expected another one</source>
        <translation>ダイバージェンス wasserstein は円を一周しますが、{1} は一周しません。別のものが必要です</translation>
    </message>
    <message>
        <source>the encoding is &quot;{1}&quot;; expected one of {2}</source>
        <translation>符号化が &quot;{1}&quot; です。次のいずれかが必要です：{2}</translation>
    </message>
    <message>
        <source>the factor of dimension {1} is {2}; expected a number greater than 0</source>
        <translation>次元 {1} の係数が {2} です。0 より大きい数が必要です</translation>
    </message>
    <message>
        <source>the factor of dimension {1} is {2}; expected {3}</source>
        <translation>次元 {1} の係数が {2} です。{3} が必要です</translation>
    </message>
    <message>
        <source>the factor of dimension {1}</source>
        <translation>次元 {1} の係数</translation>
    </message>
    <message>
        <source>the factors of layer {1} are not those of layer 0; expected the same in every layer, because engines read one table for all of them</source>
        <translation>層 {1} の係数が層 0 のものと異なります。エンジンはすべての層で 1 つの表を読むため、どの層も同じ係数が必要です</translation>
    </message>
    <message>
        <source>the file does not state the length of pre-training: {1}, or {2} if max_position_embeddings is the length after the scaling by {3}</source>
        <translation>ファイルに事前学習の長さがありません。{1} か、max_position_embeddings が {3} 倍のスケーリング後の長さなら {2} です</translation>
    </message>
    <message>
        <source>the file ends within it, or a length in it is wrong</source>
        <translation>ファイルが途中で終わっているか、その中の長さが誤っています</translation>
    </message>
    <message>
        <source>the file ends within it, or its length is wrong</source>
        <translation>ファイルが途中で終わっているか、長さが誤っています</translation>
    </message>
    <message>
        <source>the file ends within its header</source>
        <translation>ファイルがヘッダーの途中で終わっています</translation>
    </message>
    <message>
        <source>the file ends within its value, or its length is wrong</source>
        <translation>ファイルが値の途中で終わっているか、長さが誤っています</translation>
    </message>
    <message>
        <source>the file ends within the first 24 bytes of its header</source>
        <translation>ファイルがヘッダーの最初の 24 バイトの途中で終わっています</translation>
    </message>
    <message>
        <source>the file leaves fields to the configuration class of {1}; Transformers takes {2}</source>
        <translation>ファイルは {1} の設定クラスに項目を任せています。Transformers は {2} を採ります</translation>
    </message>
    <message>
        <source>the file states yarn, which its --ropeconfig leaves on</source>
        <translation>ファイルに yarn があり、--ropeconfig では無効にできません</translation>
    </message>
    <message>
        <source>the file that is analysed</source>
        <translation>解析中のファイル</translation>
    </message>
    <message>
        <source>the file&apos;s name has a zero byte</source>
        <translation>ファイル名にゼロバイトがあります</translation>
    </message>
    <message>
        <source>the flags and the factors differ: the file was changed after it was exported</source>
        <translation>フラグと係数が異なります。ファイルはエクスポート後に変更されています</translation>
    </message>
    <message>
        <source>the header promises {1} {2}, more than the file holds</source>
        <translation>ヘッダーには {2} が {1} 個とありますが、ファイルに収まる数を超えています</translation>
    </message>
    <message>
        <source>the header promises {1} {2}; expected at most {3}</source>
        <translation>ヘッダーには {2} が {1} 個とあります。最大 {3} 個が必要です</translation>
    </message>
    <message>
        <source>the header would have {1} bytes; expected at most {2}: not a safetensors file, or not a whole one</source>
        <translation>ヘッダーが {1} バイトあることになります。{2} 以下である必要があります：safetensors ファイルではないか、全体がありません</translation>
    </message>
    <message>
        <source>the key {1} is there twice</source>
        <translation>キー {1} が 2 回あります</translation>
    </message>
    <message>
        <source>the layers are &quot;{1}&quot;; expected numbers from 0 on and ranges of them, such as 0-3,8</source>
        <translation>層が「{1}」です。0 以上の番号とその範囲が必要です。例：0-3,8</translation>
    </message>
    <message>
        <source>the length of the prompts is {1}; expected {2} to {3} tokens</source>
        <translation>プロンプトの長さは {1} です。{2} ～ {3} トークンが必要です</translation>
    </message>
    <message>
        <source>the lengths are not whole numbers from 1 on; expected tokens, as 8192, 16384</source>
        <translation>長さが 1 以上の整数ではありません。8192, 16384 のようなトークン数が必要です</translation>
    </message>
    <message>
        <source>the lists do not fit the model</source>
        <translation>リストがモデルに合いません</translation>
    </message>
    <message>
        <source>the long and the short factors differ: the long ones are for every sequence if the context is over {1}, else the short ones</source>
        <translation>長い係数と短い係数が異なります。コンテキストが {1} を超えるとすべての系列に長い係数、それ以外は短い係数が使われます</translation>
    </message>
    <message>
        <source>the long or the short factors are missing</source>
        <translation>長い係数または短い係数がありません</translation>
    </message>
    <message>
        <source>the measure &quot;window&quot; needs one: {1} states none; expected --window W</source>
        <translation>尺度「window」にはウィンドウが必要ですが、{1} にはありません。--window W が必要です</translation>
    </message>
    <message>
        <source>the measure is &quot;{1}&quot;; expected one of {2}</source>
        <translation>尺度が「{1}」です。次のいずれかが必要です：{2}</translation>
    </message>
    <message>
        <source>the measure near-far compares with the positions 0 … L-1; expected no other kind of before, and no distances</source>
        <translation>尺度 near-far は位置 0 … L-1 と比べます。拡張前に別の種類や距離は使えません</translation>
    </message>
    <message>
        <source>the model does not know the word {1}</source>
        <translation>モデルは語 {1} を知りません</translation>
    </message>
    <message>
        <source>the model has a RoPE for some layers; a configuration with one table would be wrong for the others: expected the format {1}, merged into the model&apos;s config.json</source>
        <translation>モデルには一部の層のための RoPE があり、表が 1 つの設定は他の層に合いません。モデルの config.json に統合した形式{1}が必要です</translation>
    </message>
    <message>
        <source>the model has {1} RoPEs, and flags are for the layers with full attention alone; expected that one: --rope full_attention</source>
        <translation>モデルには RoPE が {1} 個あり、フラグは全体アテンションの層だけに効きます。その RoPE が必要です：--rope full_attention</translation>
    </message>
    <message>
        <source>the model has {1} RoPEs, each for some layers; a configuration with one table would be wrong for the others: expected the format {2}, merged into the model&apos;s config.json</source>
        <translation>モデルにはそれぞれ一部の層のための RoPE が {1} 個あり、表が 1 つの設定は他の層に合いません。モデルの config.json に統合した形式{2}が必要です</translation>
    </message>
    <message>
        <source>the model is meant for dual chunk attention, which folds positions into chunks (it was trained with {1} positions); engines without it turn by whole positions up to {2}. No table of factors says what it does, so it is not measured here</source>
        <translation>モデルは、位置をチャンクに折りたたむデュアルチャンクアテンション用です（{1} 位置で学習されました）。それを持たないエンジンは、{2} までの位置そのもので回します。その働きは係数の表では表せないため、ここでは測られません</translation>
    </message>
    <message>
        <source>the model is meant for dual chunk attention, which folds positions into chunks; engines without it turn by whole positions up to {1}. No table of factors says what it does, so it is not measured here</source>
        <translation>モデルは、位置をチャンクに折りたたむデュアルチャンクアテンション用です。それを持たないエンジンは、{1} までの位置そのもので回します。その働きは係数の表では表せないため、ここでは測られません</translation>
    </message>
    <message>
        <source>the model rotates {1} components of a head; the table is for {2} ({3} factors)</source>
        <translation>モデルはヘッドの {1} 成分を回転しますが、表は {2} 成分（{3} 個の係数）用です</translation>
    </message>
    <message>
        <source>the model states mscale_all_dim (yarn_log_multiplier), by which llama.cpp changes the magnitude or the softmax whenever there is a scale</source>
        <translation>モデルに mscale_all_dim（yarn_log_multiplier）があり、スケールがあると llama.cpp はそれでアテンション係数または softmax を変えます</translation>
    </message>
    <message>
        <source>the model&apos;s config.json</source>
        <translation>モデルの config.json</translation>
    </message>
    <message>
        <source>the model&apos;s dimensions share several position axes (M-RoPE), which must be stated beside the factors; expected the format {1} or {2}, merged into the model&apos;s config.json</source>
        <translation>モデルの次元は複数の位置の軸を分け合い（M-RoPE）、係数とともに書く必要があります。モデルの config.json に統合した形式{1}または{2}が必要です</translation>
    </message>
    <message>
        <source>the model&apos;s file that is copied, and stays as it is</source>
        <translation>そのまま残すコピー元のモデルのファイル</translation>
    </message>
    <message>
        <source>the model&apos;s folder is &quot;{1}&quot;; expected its whole path, from / on</source>
        <translation>モデルのフォルダーが &quot;{1}&quot; です。/ から始まる完全なパスが必要です</translation>
    </message>
    <message>
        <source>the model&apos;s own code (trust_remote_code) grows the base for sequences beyond max_trained_positions = {1}, and keeps the base of the longest one for all that follow; engines that do not run that code leave the RoPE unscaled</source>
        <translation>モデル自身のコード（trust_remote_code）は、max_trained_positions = {1} を超える系列でベースを大きくし、最長の系列のベースを以後ずっと使います。そのコードを実行しないエンジンは RoPE をスケーリングしません</translation>
    </message>
    <message>
        <source>the model&apos;s own code grows the base for sequences beyond {1} positions; engines that do not run that code leave the RoPE unscaled</source>
        <translation>モデル自身のコードは {1} 位置を超える系列でベースを大きくします。そのコードを実行しないエンジンは RoPE をスケーリングしません</translation>
    </message>
    <message>
        <source>the model&apos;s own code scales cos and sin by the position (xPos), which is not measured here; vLLM refuses it</source>
        <translation>モデル自身のコードは cos と sin を位置でスケーリングします（xPos）。これはここでは測りません。vLLM は拒否します</translation>
    </message>
    <message>
        <source>the model&apos;s vocabulary.json</source>
        <translation>モデルの vocabulary.json</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>the name of attribute {1} is not usable</source>
        <translation>属性 {1} の名前が使えません</translation>
    </message>
    <message>
        <source>the name of member {1} is not usable; expected UTF-8 without a slash</source>
        <translation>メンバー {1} の名前が使えません。スラッシュのない UTF-8 が必要です</translation>
    </message>
    <message>
        <source>the near threshold c is {1}; expected a number that is not negative</source>
        <translation>近傍のしきい値 c が {1} です。負でない数が必要です</translation>
    </message>
    <message>
        <source>the number of clipped dimensions is {1}; the source has {2} dimensions</source>
        <translation>切り詰める次元の数が {1} です。ソースには {2} 次元あります</translation>
    </message>
    <message>
        <source>the number of intervals b is {1}; expected {2} to {3}</source>
        <translation>区間数 b が {1} です。{2} から {3} が必要です</translation>
    </message>
    <message>
        <source>the number of intervals b is {1}; expected {2}, one for each bucket</source>
        <translation>区間の数 b が {1} です。バケットごとに 1 つ、{2} が必要です</translation>
    </message>
    <message>
        <source>the older form has no place for a table of {1} alone; expected the format {2}</source>
        <translation>旧形式には {1} だけの表を書く場所がありません。形式{2}が必要です</translation>
    </message>
    <message>
        <source>the original length is read on top only, else it is 8192</source>
        <translation>元の長さはトップレベルだけで読まれ、なければ 8192 になります</translation>
    </message>
    <message>
        <source>the original length is read on top only, else it is {1}</source>
        <translation>元の長さはトップレベルだけで読まれ、なければ {1} になります</translation>
    </message>
    <message>
        <source>the pinned table {1}</source>
        <translation>ピン留めした表 {1}</translation>
    </message>
    <message>
        <source>the places of the pinned tables are not in order, or not below {1}</source>
        <translation>ピン留めした表の位置が順序どおりでないか、{1} 未満ではありません</translation>
    </message>
    <message>
        <source>the positions are &quot;{1}&quot;; expected FROM:TO, with TO greater than FROM and not included, such as 0:4096 or 4096:</source>
        <translation>位置が「{1}」です。FROM:TO (TO は FROM より大きく、含まれません) が必要です。例：0:4096、4096:</translation>
    </message>
    <message>
        <source>the pre-training length L is {1}; expected 1 to {2} positions</source>
        <translation>事前学習長 L が {1} です。1 から {2} 位置が必要です</translation>
    </message>
    <message>
        <source>the pre-training length of {1} is {2}; expected 1 to {3} positions</source>
        <translation>{1} の事前学習長は {2} です。1 から {3} 位置が必要です</translation>
    </message>
    <message>
        <source>the process that writes it was ended, as the system does where memory is short; try again</source>
        <translation>メモリー不足のときにシステムがするように、書き込みプロセスが終了させられました。もう一度試してください</translation>
    </message>
    <message>
        <source>the prompt is number {1}; expected 0 to {2}</source>
        <translation>プロンプトの番号は {1} です。0 ～ {2} が必要です</translation>
    </message>
    <message>
        <source>the rope.scaling.type is not known</source>
        <translation>rope.scaling.type が知られていません</translation>
    </message>
    <message>
        <source>the rope_type proportional came with version 5</source>
        <translation>rope_type proportional はバージョン 5 からです</translation>
    </message>
    <message>
        <source>the scaling is the same at every length: short texts are disturbed as well</source>
        <translation>スケーリングがどの長さでも同じで、短いテキストも擾乱を受けます</translation>
    </message>
    <message>
        <source>the scaling of {1} ({2}) is derived from max_position_embeddings, which the table for {3} changes; state its original_max_position_embeddings first</source>
        <translation>{1} のスケーリング（{2}）は max_position_embeddings から導かれますが、{3} の表がそれを変えます。先にその original_max_position_embeddings を書いてください</translation>
    </message>
    <message>
        <source>the sequences are &quot;{1}&quot;; expected numbers from 0 on and ranges of them, such as 0,2-5</source>
        <translation>系列が「{1}」です。0 以上の番号とその範囲が必要です。例：0,2-5</translation>
    </message>
    <message>
        <source>the source {1} has its {2} as counts alone, which do not tell tokens apart; expected another kind of before, or all tokens</source>
        <translation>ソース {1} の{2}はカウントだけで、トークンを区別できません。別の「拡張前」か、すべてのトークンを選んでください</translation>
    </message>
    <message>
        <source>the source {1} has no recorded distances</source>
        <translation>ソース {1} には記録された距離がありません</translation>
    </message>
    <message>
        <source>the source {1} has no {2}</source>
        <translation>ソース {1} には{2}がありません</translation>
    </message>
    <message>
        <source>the table cannot be said in flags: {1}</source>
        <translation>この表はフラグでは表せません：{1}</translation>
    </message>
    <message>
        <source>the table has {1} factors; expected one for each of the model&apos;s {2} dimensions</source>
        <translation>表には {1} 個の係数があります。モデルの {2} 個の次元それぞれに 1 個が必要です</translation>
    </message>
    <message>
        <source>the table of your own has {1} factors; expected rotary_dim/2 = {2}</source>
        <translation>自分の表に {1} 個の係数があります。rotary_dim/2 = {2} が必要です</translation>
    </message>
    <message>
        <source>the table was made for {1}, and the RoPE that is analysed is {2}; expected a table of its own</source>
        <translation>表は {1} 用に作られていますが、解析中の RoPE は {2} です。その RoPE の表が必要です</translation>
    </message>
    <message>
        <source>the table {1} is there twice</source>
        <translation>表 {1} が 2 回あります</translation>
    </message>
    <message>
        <source>the table&apos;s attention factor is {1}, and the rope_scaling of a {2} has no place for one in Transformers 4; expected the format {3}, or a method without an attention factor</source>
        <translation>表のアテンション係数は {1} ですが、Transformers 4 では {2} の rope_scaling にそれを書く場所がありません。形式{3}か、アテンション係数のない手法が必要です</translation>
    </message>
    <message>
        <source>the table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>the tables are for {1}, {2}, and the RoPE that is analysed is {3}; expected a file with one table, or one for it</source>
        <translation>表は {1}、{2} 用ですが、解析中の RoPE は {3} です。表が 1 つのファイルか、その RoPE の表が必要です</translation>
    </message>
    <message>
        <source>the target length L′ is {1}, which has more than 2^61 pairs of a query and a key; expected at most 2147483647 positions, or a smaller window</source>
        <translation>目標長 L′ が {1} で、クエリとキーの組が 2^61 を超えます。最大 2147483647 位置か、より小さいウィンドウが必要です</translation>
    </message>
    <message>
        <source>the target length L′ is {1}; a GGUF model has at most 2^32 - 1 positions</source>
        <translation>目標長 L′ が {1} です。GGUF モデルは最大 2^32 - 1 位置です</translation>
    </message>
    <message>
        <source>the target length L′ is {1}; expected L = {2} to {3} positions</source>
        <translation>目標長 L′ が {1} です。L = {2} から {3} 位置が必要です</translation>
    </message>
    <message>
        <source>the tensor {1} is there twice</source>
        <translation>テンソル {1} が 2 回あります</translation>
    </message>
    <message>
        <source>the threshold t is not finite; expected a number</source>
        <translation>しきい値 t が有限ではありません。数が必要です</translation>
    </message>
    <message>
        <source>the trained model</source>
        <translation>学習済みモデル</translation>
    </message>
    <message>
        <source>the type is null, which it stops at (KeyError: None)</source>
        <translation>タイプが null で、これで停止します（KeyError: None）</translation>
    </message>
    <message>
        <source>the unscaled RoPE</source>
        <translation>スケーリングなしの RoPE</translation>
    </message>
    <message>
        <source>the weight of dimension {1} is {2}; expected 0 to {3}</source>
        <translation>次元 {1} の重みが {2} です。0 から {3} が必要です</translation>
    </message>
    <message>
        <source>the weight of far is negative; expected 0 or more</source>
        <translation>遠距離の重みが負です。0 以上でなければなりません</translation>
    </message>
    <message>
        <source>the weight of far is {1}; expected 0 to {2}</source>
        <translation>遠方の重みが {1} です。0 から {2} が必要です</translation>
    </message>
    <message>
        <source>the window is {1}; expected 1 to {2} positions, or 0 for none</source>
        <translation>ウィンドウが {1} です。1 から {2} 位置、またはなしを表す 0 が必要です</translation>
    </message>
    <message>
        <source>there are {1} intervals; expected {2} to {3}</source>
        <translation>区間は {1} 個です。{2} ～ {3} 個が必要です</translation>
    </message>
    <message>
        <source>there are {1} prompts at {2} depths; expected 1 to {3} prompts, and no more depths than prompts</source>
        <translation>プロンプトは {1} 個、深さは {2} 個です。プロンプトは 1 ～ {3} 個で、深さはそれ以下である必要があります</translation>
    </message>
    <message>
        <source>there are {1} short texts of {2} tokens; expected at most {3} of at least {4}</source>
        <translation>{2} トークンの短いテキストが {1} 個あります。{4} トークン以上のものが {3} 個以下である必要があります</translation>
    </message>
    <message>
        <source>there are {1} weights; expected one for each of the {2} dimensions</source>
        <translation>重みが {1} 個あります。{2} 個の次元ごとに 1 つ必要です</translation>
    </message>
    <message>
        <source>there is no measure {1}; expected one of {2}</source>
        <translation>尺度 {1} はありません。次のいずれかが必要です：{2}</translation>
    </message>
    <message>
        <source>there is no such file, and no preset of this name; expected a recording, a config.json, a GGUF model or an id that `rotascope-cli models` lists</source>
        <translation>そのようなファイルも、この名前のプリセットもありません。記録、config.json、GGUF モデル、または `rotascope-cli models` が示す id が必要です</translation>
    </message>
    <message>
        <source>there is not enough memory to count the angles</source>
        <translation>角度を数えるメモリーが足りません</translation>
    </message>
    <message>
        <source>there is not enough memory to count the distances</source>
        <translation>距離を数えるメモリーが足りません</translation>
    </message>
    <message>
        <source>there is not enough memory to count the positions</source>
        <translation>位置を数えるメモリーが足りません</translation>
    </message>
    <message>
        <source>there is not enough memory to read it</source>
        <translation>読み取るメモリーが足りません</translation>
    </message>
    <message>
        <source>there is not enough memory to read the angles</source>
        <translation>角度を読み取るメモリーが足りません</translation>
    </message>
    <message>
        <source>there is not enough memory to read the usage</source>
        <translation>使用量を読み取るメモリーが足りません</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>メモリーが足りません</translation>
    </message>
    <message>
        <source>there is nothing to measure; choose prompts or a text</source>
        <translation>測るものがありません。プロンプトまたはテキストを選んでください</translation>
    </message>
    <message>
        <source>there is nothing to score; choose a table, or the model&apos;s own frequencies</source>
        <translation>スコアを取るものがありません。表、またはモデル自身の周波数を選んでください</translation>
    </message>
    <message>
        <source>this architecture</source>
        <translation>このアーキテクチャ</translation>
    </message>
    <message>
        <source>this installation has no CUDA engine ({1})</source>
        <translation>このインストールには CUDA エンジンがありません（{1}）</translation>
    </message>
    <message>
        <source>three</source>
        <translation>3</translation>
    </message>
    <message>
        <source>tools for GGUF files</source>
        <translation>GGUF ファイル用のツール</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true または false</translation>
    </message>
    <message>
        <source>truncate is not read: the correction range is rounded</source>
        <translation>truncate を読まず、補正範囲は丸められます</translation>
    </message>
    <message>
        <source>truncate is not written: the correction range is rounded</source>
        <translation>truncate は書かれず、補正範囲は丸められます</translation>
    </message>
    <message>
        <source>two</source>
        <translation>2</translation>
    </message>
    <message>
        <source>type</source>
        <translation>型</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>原因は不明です</translation>
    </message>
    <message>
        <source>unscaled: it loads the factors, but this architecture does not use them</source>
        <translation>スケーリングなし：係数を読み込みますが、このアーキテクチャでは使いません</translation>
    </message>
    <message>
        <source>unscaled: the factors of longrope are not in the file</source>
        <translation>スケーリングなし：longrope の係数がファイルにありません</translation>
    </message>
    <message>
        <source>unscaled</source>
        <translation>スケーリングなし</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>使えない値</translation>
    </message>
    <message>
        <source>use an engine that has it (vLLM did), or the trained length</source>
        <translation>それを持つエンジン（以前の vLLM）を使うか、学習した長さにしてください</translation>
    </message>
    <message>
        <source>use the unscaled configuration where the texts fit in {1} positions</source>
        <translation>テキストが {1} 位置に収まるなら、スケーリングなしの設定を使ってください</translation>
    </message>
    <message>
        <source>use {1}</source>
        <translation>{1} を使ってください</translation>
    </message>
    <message>
        <source>uses filter {1}; expected no filters but shuffle and then deflate (gzip)</source>
        <translation>フィルター {1} を使っています。フィルターなし、または shuffle と deflate（gzip）の順だけが使えます</translation>
    </message>
    <message>
        <source>vLLM cannot run this model with a table: {1}</source>
        <translation>vLLM はこのモデルを表とともに実行できません：{1}</translation>
    </message>
    <message>
        <source>vLLM command</source>
        <translation>vLLM のコマンド</translation>
    </message>
    <message>
        <source>vLLM</source>
        <translation>vLLM</translation>
    </message>
    <message>
        <source>value {1} is {2}; expected finite numbers from 0 on</source>
        <translation>値 {1} が {2} です。0 以上の有限の数が必要です</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>was built for &quot;{1}&quot;; expected &quot;{2}&quot;: install both from one build</source>
        <translation>&quot;{1}&quot; 用にビルドされています。&quot;{2}&quot; が必要です。両方を同じビルドからインストールしてください</translation>
    </message>
    <message>
        <source>was changed after it was opened; expected a file that stays as it is: open it again</source>
        <translation>開いた後に変更されました。変わらないファイルが必要です。もう一度開いてください</translation>
    </message>
    <message>
        <source>was never written, or not whole; expected {1} bytes of data</source>
        <translation>書き込まれていないか、途中までです。{1} バイトのデータが必要です</translation>
    </message>
    <message>
        <source>where llama_4_scaling_beta is stated it has no magnitude</source>
        <translation>llama_4_scaling_beta があるとアテンション係数を使いません</translation>
    </message>
    <message>
        <source>with trust_remote_code the model&apos;s own code grows the base beyond {1} positions</source>
        <translation>trust_remote_code では、モデル自身のコードが {1} 位置を超えるとベースを大きくします</translation>
    </message>
    <message>
        <source>write both</source>
        <translation>両方を書いてください</translation>
    </message>
    <message>
        <source>yarn needs original_max_position_embeddings</source>
        <translation>yarn には original_max_position_embeddings が必要です</translation>
    </message>
    <message>
        <source>yarn needs rope_theta, which this source does not state</source>
        <translation>yarn には rope_theta が必要ですが、このソースにはありません</translation>
    </message>
    <message>
        <source>{1} %</source>
        <translation>{1} %</translation>
    </message>
    <message>
        <source>{1} (axis {2})</source>
        <translation>{1}（軸 {2}）</translation>
    </message>
    <message>
        <source>{1} (differently: see below)</source>
        <translation>{1}（異なる動作：下記を参照）</translation>
    </message>
    <message>
        <source>{1} ({2} names this file)</source>
        <translation>{1}（{2} がこのファイルを指定しています）</translation>
    </message>
    <message>
        <source>{1} and the tensor differ: the file was changed after it was exported</source>
        <translation>{1} とテンソルが異なります。ファイルはエクスポート後に変更されています</translation>
    </message>
    <message>
        <source>{1} and the tensor {2} are both applied: the angles are divided by the product of both</source>
        <translation>{1} とテンソル {2} の両方が適用され、角度は両者の積で割られます</translation>
    </message>
    <message>
        <source>{1} begins at byte {2} of the data; expected a multiple of the alignment {3}</source>
        <translation>{1} がデータの {2} バイト目から始まっています。アラインメント {3} の倍数が必要です</translation>
    </message>
    <message>
        <source>{1} bytes at its end belong to no tensor</source>
        <translation>終わりの {1} バイトはどのテンソルのものでもありません</translation>
    </message>
    <message>
        <source>{1} cannot be found: {2}</source>
        <translation>{1} が見つかりません：{2}</translation>
    </message>
    <message>
        <source>{1} cannot be uncompressed; expected a file that is not damaged</source>
        <translation>{1} を展開できません。壊れていないファイルが必要です</translation>
    </message>
    <message>
        <source>{1} covers {2} of the {3} positions of pre-training</source>
        <translation>{1}が事前学習の {3} 位置のうち {2} 位置を覆っています</translation>
    </message>
    <message>
        <source>{1} depends on distances alone; expected the measure distances or window, not {2}</source>
        <translation>{1} は距離だけで決まります。{2} ではなく、尺度 distances か window が必要です</translation>
    </message>
    <message>
        <source>{1} dimensions</source>
        <translation>{1} 次元</translation>
    </message>
    <message>
        <source>{1} divides frequencies, and {2} has none; expected a method that only needs factors</source>
        <translation>{1} は周波数を割りますが、{2} には周波数がありません。係数だけを必要とする手法が必要です</translation>
    </message>
    <message>
        <source>{1} does not do this</source>
        <translation>{1} はこれを計算できません</translation>
    </message>
    <message>
        <source>{1} factors; expected 1 to 65536, one a dimension</source>
        <translation>係数が {1} 個です。次元ごとに 1 つ、1 から 65536 個が必要です</translation>
    </message>
    <message>
        <source>{1} factors; expected d/2 = head_dim / 2 = {2} / 2 = {3}</source>
        <translation>係数が {1} 個です。d/2 = head_dim / 2 = {2} / 2 = {3} が必要です</translation>
    </message>
    <message>
        <source>{1} factors; expected d/2 = int(head_dim x partial_rotary_factor) / 2 = {2} / 2 = {3}</source>
        <translation>係数が {1} 個です。d/2 = int(head_dim × partial_rotary_factor) / 2 = {2} / 2 = {3} が必要です</translation>
    </message>
    <message>
        <source>{1} factors; the source has {2} dimensions</source>
        <translation>係数が {1} 個ですが、ソースは {2} 次元です</translation>
    </message>
    <message>
        <source>{1} failed and is off until restart: {2}</source>
        <translation>{1} は失敗したので、再起動するまで使いません：{2}</translation>
    </message>
    <message>
        <source>{1} fields; expected {2}</source>
        <translation>フィールドが {1} 個あります。{2} 個が必要です</translation>
    </message>
    <message>
        <source>{1} gives dimension {2} the factor {3}, which no frequency can be divided by</source>
        <translation>{1} が次元 {2} に係数 {3} を与えましたが、どの周波数もこれで割れません</translation>
    </message>
    <message>
        <source>{1} goes up to position {2}, beyond L = {3}</source>
        <translation>{1}が位置 {2} まで続き、L = {3} を超えています</translation>
    </message>
    <message>
        <source>{1} had not enough memory for the request at once; it was computed in smaller tiles.</source>
        <translation>{1} のメモリが要求全体には足りなかったので、小さなタイルに分けて計算しました。</translation>
    </message>
    <message>
        <source>{1} has a name of {2} bytes; expected at most {3}</source>
        <translation>{1} に {2} バイトの名前があります。最大 {3} バイトが必要です</translation>
    </message>
    <message>
        <source>{1} has a number of elements that no file can hold</source>
        <translation>{1} の要素数が、どのファイルにも収まらない数です</translation>
    </message>
    <message>
        <source>{1} has no English text; expected a member &quot;en&quot;</source>
        <translation>{1} に英語のテキストがありません。項目 &quot;en&quot; が必要です</translation>
    </message>
    <message>
        <source>{1} has no room for this program now, and is tried again from time to time: {2}</source>
        <translation>{1} には今このプログラムのための空きがありません。ときどき改めて試します：{2}</translation>
    </message>
    <message>
        <source>{1} has not enough memory for the request, not even in small tiles: {2}</source>
        <translation>{1} のメモリが、小さなタイルに分けても要求には足りません：{2}</translation>
    </message>
    <message>
        <source>{1} has the angles of 1 token without their positions; pre-training has {2} positions</source>
        <translation>{1}には 1 トークンの角度だけがあり、位置がありません。事前学習には {2} 位置あります</translation>
    </message>
    <message>
        <source>{1} has the angles of {2} tokens without their positions; pre-training has {3} positions</source>
        <translation>{1}には {2} トークンの角度だけがあり、位置がありません。事前学習には {3} 位置あります</translation>
    </message>
    <message>
        <source>{1} has the type {2}; expected 0 to 12</source>
        <translation>{1} のタイプが {2} です。0 から 12 が必要です</translation>
    </message>
    <message>
        <source>{1} has {2} bytes; expected 1 to {3}</source>
        <translation>{1} は {2} バイトですが、1 から {3} が必要です</translation>
    </message>
    <message>
        <source>{1} has {2} bytes; expected at most {3}</source>
        <translation>{1} が {2} バイトあります。最大 {3} バイトが必要です</translation>
    </message>
    <message>
        <source>{1} has {2} dimensions; expected at most 4</source>
        <translation>{1} の次元数が {2} です。最大 4 が必要です</translation>
    </message>
    <message>
        <source>{1} has {2} elements a row; its type {3} needs a multiple of {4}</source>
        <translation>{1} の 1 行に {2} 要素あります。タイプ {3} には {4} の倍数が必要です</translation>
    </message>
    <message>
        <source>{1} has {2} factors; the source has {3} dimensions</source>
        <translation>{1}に {2} 個の係数がありますが、ソースは {3} 次元です</translation>
    </message>
    <message>
        <source>{1} has {2} numbers; expected one</source>
        <translation>{1} に {2} 個の数があります。1 個が必要です</translation>
    </message>
    <message>
        <source>{1} has {2} rotary dimensions, and {3} has {4}; expected two RoPEs with as many</source>
        <translation>{1} の回転次元は {2}、{3} は {4} です。同じ数の RoPE が必要です</translation>
    </message>
    <message>
        <source>{1} has {2} values; expected at most {3}</source>
        <translation>{1} に {2} 個の値があります。最大 {3} 個が必要です</translation>
    </message>
    <message>
        <source>{1} has {2} values; longrope needs rotary_dim/2 = {3}</source>
        <translation>{1} に {2} 個の値があります。longrope には rotary_dim/2 = {3} が必要です</translation>
    </message>
    <message>
        <source>{1} has {2}, and {3} has {4}; expected two sources with the same encoding</source>
        <translation>{1} は {2}、{3} は {4} です。符号化が同じ 2 つのソースが必要です</translation>
    </message>
    <message>
        <source>{1} have a chunk of a wrong size; expected a file that is not damaged</source>
        <translation>{1} のチャンクの大きさが誤っています。壊れていないファイルが必要です</translation>
    </message>
    <message>
        <source>{1} have a row for each position; expected the measure positions, not {2}</source>
        <translation>{1} には位置ごとに行があります。{2} ではなく、尺度 positions が必要です</translation>
    </message>
    <message>
        <source>{1} interpolated components asked for; expected an even number from 0 to d = {2} (two components a dimension)</source>
        <translation>補間する成分が {1} 個と指定されています。0 から d = {2} の偶数が必要です（次元ごとに 2 成分）</translation>
    </message>
    <message>
        <source>{1} intervals; expected {2} to {3}</source>
        <translation>区間数が {1} です。{2} から {3} が必要です</translation>
    </message>
    <message>
        <source>{1} is a list of elements of the type {2}; expected numbers, truth values or strings</source>
        <translation>{1} はタイプ {2} の要素のリストです。数、真偽値、文字列が必要です</translation>
    </message>
    <message>
        <source>{1} is a list of {2} elements, more than the file holds</source>
        <translation>{1} は {2} 要素のリストで、ファイルに収まる数を超えています</translation>
    </message>
    <message>
        <source>{1} is missing; expected a number greater than {2}, at most 1e12</source>
        <translation>{1} がありません。{2} より大きく 1e12 以下の数が必要です</translation>
    </message>
    <message>
        <source>{1} is missing; expected a number</source>
        <translation>{1} がありません。数値が必要です</translation>
    </message>
    <message>
        <source>{1} is missing; expected a text</source>
        <translation>{1} がありません。テキストが必要です</translation>
    </message>
    <message>
        <source>{1} is missing; expected a whole number</source>
        <translation>{1} がありません。整数が必要です</translation>
    </message>
    <message>
        <source>{1} is missing; expected {2}</source>
        <translation>{1} がありません。{2} が必要です</translation>
    </message>
    <message>
        <source>{1} is missing</source>
        <translation>{1} がありません</translation>
    </message>
    <message>
        <source>{1} is neither true nor false</source>
        <translation>{1} が true でも false でもありません</translation>
    </message>
    <message>
        <source>{1} is not a finite number</source>
        <translation>{1} が有限の数ではありません</translation>
    </message>
    <message>
        <source>{1} is not a list of 1 to {2} numbers from {3} to {4}</source>
        <translation>{1} が、{3} ～ {4} の数 1 ～ {2} 個のリストではありません</translation>
    </message>
    <message>
        <source>{1} is not a list of float64</source>
        <translation>{1} が float64 のリストではありません</translation>
    </message>
    <message>
        <source>{1} is not a list of numbers; expected one factor a dimension, as in layer 0</source>
        <translation>{1} が数のリストではありません。層 0 と同じく、次元ごとに 1 つの係数が必要です</translation>
    </message>
    <message>
        <source>{1} is not a list</source>
        <translation>{1} がリストではありません</translation>
    </message>
    <message>
        <source>{1} is not a member; expected one of {2}</source>
        <translation>{1} という項目はありません。次のいずれかが必要です：{2}</translation>
    </message>
    <message>
        <source>{1} is not a number; expected a list of factors</source>
        <translation>{1} が数ではありません。係数のリストが必要です</translation>
    </message>
    <message>
        <source>{1} is not a number; {2}</source>
        <translation>{1} が数ではありません。{2}</translation>
    </message>
    <message>
        <source>{1} is not a number</source>
        <translation>{1} が数ではありません</translation>
    </message>
    <message>
        <source>{1} is not a string</source>
        <translation>{1} が文字列ではありません</translation>
    </message>
    <message>
        <source>{1} is not a table of factors: it {2} ({3})</source>
        <translation>{1} は係数の表ではありません：{2}（{3}）</translation>
    </message>
    <message>
        <source>{1} is not a text of at most {2} bytes</source>
        <translation>{1} が {2} バイト以下のテキストではありません</translation>
    </message>
    <message>
        <source>{1} is not a whole number from {2} to {3}</source>
        <translation>{1} が {2} ～ {3} の整数ではありません</translation>
    </message>
    <message>
        <source>{1} is not an integer</source>
        <translation>{1} が整数ではありません</translation>
    </message>
    <message>
        <source>{1} is not what the laboratory can compute; expected {2}</source>
        <translation>{1} は実験室が計算できるものではありません。{2} が必要です</translation>
    </message>
    <message>
        <source>{1} is stated without a factor: llama.cpp runs factor 1, so that nothing is scaled</source>
        <translation>{1} に factor がありません。llama.cpp は factor 1 で実行し、何もスケーリングされません</translation>
    </message>
    <message>
        <source>{1} is {2}; expected 0 to {3}</source>
        <translation>{1} が {2} です。0 から {3} が必要です</translation>
    </message>
    <message>
        <source>{1} is {2}; expected 1 to {3} components</source>
        <translation>{1} が {2} です。1 から {3} 成分が必要です</translation>
    </message>
    <message>
        <source>{1} is {2}; expected 1 to {3} positions</source>
        <translation>{1} が {2} です。1 から {3} 位置が必要です</translation>
    </message>
    <message>
        <source>{1} is {2}; expected 1 to {3}</source>
        <translation>{1} が {2} です。1 から {3} が必要です</translation>
    </message>
    <message>
        <source>{1} is {2}; expected UTF-8</source>
        <translation>{1} が {2} です。UTF-8 が必要です</translation>
    </message>
    <message>
        <source>{1} is {2}; expected a base greater than 1, at most {3}</source>
        <translation>{1} が {2} です。1 より大きく {3} 以下のベースが必要です</translation>
    </message>
    <message>
        <source>{1} is {2}; expected a finite number greater than 0</source>
        <translation>{1} が {2} です。0 より大きい有限の数が必要です</translation>
    </message>
    <message>
        <source>{1} is {2}; expected a list of at most {3} numbers</source>
        <translation>{1} が {2} です。最大 {3} 個の数のリストが必要です</translation>
    </message>
    <message>
        <source>{1} is {2}; expected a number greater than {3}, at most 1e12</source>
        <translation>{1} が {2} です。{3} より大きく 1e12 以下の数が必要です</translation>
    </message>
    <message>
        <source>{1} is {2}; expected a string</source>
        <translation>{1} が {2} です。文字列が必要です</translation>
    </message>
    <message>
        <source>{1} is {2}; expected an even number greater than 0</source>
        <translation>{1} が {2} です。0 より大きい偶数が必要です</translation>
    </message>
    <message>
        <source>{1} is {2}; expected an even number: of an odd one classes of Transformers make {3} frequencies as of {4} components and turn {5} (GLM, Phi-3, GPT-NeoX), or stop (Llama, Phi, StableLM)</source>
        <translation>{1} が {2} です。偶数が必要です。奇数の場合、Transformers のクラスは {4} 成分として {3} 個の周波数を作って {5} 成分を回転するか（GLM、Phi-3、GPT-NeoX）、停止します（Llama、Phi、StableLM）</translation>
    </message>
    <message>
        <source>{1} is {2}; expected an object</source>
        <translation>{1} が {2} です。オブジェクトが必要です</translation>
    </message>
    <message>
        <source>{1} is {2}; expected at most {3} = {4}</source>
        <translation>{1} が {2} です。最大 {3} = {4} が必要です</translation>
    </message>
    <message>
        <source>{1} is {2}; expected at most {3}</source>
        <translation>{1} が {2} です。最大 {3} が必要です</translation>
    </message>
    <message>
        <source>{1} is {2}; expected one of {3}</source>
        <translation>{1} が {2} です。次のいずれかが必要です：{3}</translation>
    </message>
    <message>
        <source>{1} is {2}; expected true or false</source>
        <translation>{1} が {2} です。true または false が必要です</translation>
    </message>
    <message>
        <source>{1} is {2}; expected {3} or more</source>
        <translation>{1} が {2} です。{3} 以上が必要です</translation>
    </message>
    <message>
        <source>{1} is {2}; expected {3} to {4}</source>
        <translation>{1} が {2} です。{3} から {4} が必要です</translation>
    </message>
    <message>
        <source>{1} is {2}; expected {3}, or dimensions such as {4}</source>
        <translation>{1} は {2} ですが、{3} か、{4} のような次元が必要です</translation>
    </message>
    <message>
        <source>{1} is {2}; expected {3}</source>
        <translation>{1} が {2} です。{3} が必要です</translation>
    </message>
    <message>
        <source>{1} needs factor, which this source does not state</source>
        <translation>{1} には factor が必要ですが、このソースにはありません</translation>
    </message>
    <message>
        <source>{1} needs max_position_embeddings, which this source does not state</source>
        <translation>{1} には max_position_embeddings が必要ですが、このソースにはありません</translation>
    </message>
    <message>
        <source>{1} needs rope_theta, which this source does not state</source>
        <translation>{1} には rope_theta が必要ですが、このソースにはありません</translation>
    </message>
    <message>
        <source>{1} needs the length of pre-training; Transformers takes max_position_embeddings = {2} for it, other engines 1024, 4096 or 8192, or they refuse the model</source>
        <translation>{1} には事前学習の長さが必要です。Transformers は max_position_embeddings = {2} を代わりに使い、他のエンジンは 1024、4096、8192 を使うか、モデルを拒否します</translation>
    </message>
    <message>
        <source>{1} needs {2} bytes from byte {3} of the data on; the file has {4} bytes of data: it is cut off or damaged</source>
        <translation>{1} にはデータの {3} バイト目から {2} バイト必要ですが、ファイルのデータは {4} バイトです。途中で切れているか壊れています</translation>
    </message>
    <message>
        <source>{1} of distances below {2}</source>
        <translation>{2} 未満の距離の {1}</translation>
    </message>
    <message>
        <source>{1} of distances</source>
        <translation>距離の {1}</translation>
    </message>
    <message>
        <source>{1} on top of the factors in the file</source>
        <translation>ファイルの係数に重ねた {1}</translation>
    </message>
    <message>
        <source>{1} or {2} dimensions</source>
        <translation>{1} 次元または {2} 次元</translation>
    </message>
    <message>
        <source>{1} rows from {2} on and {3} dimensions from {4} on were asked for; expected some of {5} rows and {6} dimensions</source>
        <translation>{2} からの {1} 行と {4} からの {3} 次元が要求されました。{5} 行と {6} 次元の一部が必要です</translation>
    </message>
    <message>
        <source>{1} rows were asked for at a time; expected at most {2} with so many dimensions</source>
        <translation>一度に {1} 行が要求されました。この次元数では最大 {2} 行が必要です</translation>
    </message>
    <message>
        <source>{1} rows, one for each axis, with a count for each position</source>
        <translation>{1} 行（軸ごとに 1 行、位置ごとのカウント）</translation>
    </message>
    <message>
        <source>{1} rows, one for each value of inv_freq, of {2}</source>
        <translation>inv_freq の値ごとに 1 行、{2} 列の {1} 行</translation>
    </message>
    <message>
        <source>{1} samples per interval, expected {2} or more: differences are mostly noise.</source>
        <translation>区間あたり {1} サンプルです。{2} 以上必要で、差のほとんどは雑音です。</translation>
    </message>
    <message>
        <source>{1} to {2}, or inf (frozen)</source>
        <translation>{1} から {2}、または inf（凍結）</translation>
    </message>
    <message>
        <source>{1} turns take {2} positions: the angles form a comb of {3} teeth that drifts.</source>
        <translation>{1} 回転に {2} 位置かかります。角度は {3} 本の歯の櫛になり、少しずつずれていきます。</translation>
    </message>
    <message>
        <source>{1} was changed since the session was saved: it has {2} bytes where it had {3}</source>
        <translation>セッションの保存後に {1} が変更されました。{3} バイトだったものが {2} バイトになっています</translation>
    </message>
    <message>
        <source>{1} was changed since the session was saved: its size is the same, its content is not</source>
        <translation>セッションの保存後に {1} が変更されました。大きさは同じですが、内容が異なります</translation>
    </message>
    <message>
        <source>{1} were never written; expected a recording that was finished</source>
        <translation>{1} が書き込まれていません。最後まで行われた記録が必要です</translation>
    </message>
    <message>
        <source>{1} were written without their filters; expected all chunks filtered alike</source>
        <translation>{1} がフィルターなしで書き込まれています。すべてのチャンクに同じフィルターが必要です</translation>
    </message>
    <message>
        <source>{1} would not apply the table: {2}; expected another format</source>
        <translation>{1} は表を適用しません：{2}。別の形式が必要です</translation>
    </message>
    <message>
        <source>{1}&apos;s factor of dimension {2} is {3}; expected {4}</source>
        <translation>{1}の次元 {2} の係数が {3} です。{4} が必要です</translation>
    </message>
    <message>
        <source>{1}, attention magnitude {2} from the lengths&apos; ratio; attention_factor is not read (Transformers: {3})</source>
        <translation>{1}、長さの比から求めたアテンション係数 {2}。attention_factor は読みません（Transformers：{3}）</translation>
    </message>
    <message>
        <source>{1}, attention magnitude {2}</source>
        <translation>{1}、アテンション係数 {2}</translation>
    </message>
    <message>
        <source>{1}, factor {2}</source>
        <translation>{1}、factor {2}</translation>
    </message>
    <message>
        <source>{1}, no RoPE: no engine has a switch that extends them</source>
        <translation>{1}。RoPE ではありません。これを拡張する設定はどのエンジンにもありません</translation>
    </message>
    <message>
        <source>{1}, rope.scaling.type {2}, rope.freq_base {3}, {4} dimensions, context_length = {5}</source>
        <translation>{1}、rope.scaling.type {2}、rope.freq_base {3}、{4} 次元、context_length = {5}</translation>
    </message>
    <message>
        <source>{1}, {2}</source>
        <translation>{1}、{2}</translation>
    </message>
    <message>
        <source>{1}. Flags can say the tables of these methods: {2}</source>
        <translation>{1}。フラグで表せるのは次の手法の表です：{2}</translation>
    </message>
    <message>
        <source>{1}. The request was computed on the CPU.</source>
        <translation>{1}。要求は CPU で計算しました。</translation>
    </message>
    <message>
        <source>{1}. The request was finished on the CPU.</source>
        <translation>{1}。要求は CPU で最後まで計算しました。</translation>
    </message>
    <message>
        <source>{1}.context_length is missing; expected the number of positions</source>
        <translation>{1}.context_length がありません。位置の数が必要です</translation>
    </message>
    <message>
        <source>{1}.rope.dimension_count is missing; expected a model with rotary position embeddings</source>
        <translation>{1}.rope.dimension_count がありません。回転位置埋め込みのモデルが必要です</translation>
    </message>
    <message>
        <source>{1}.rope.scaling.finetuned is false, so that llama.cpp does not rotate at all; expected a model with rotary position embeddings</source>
        <translation>{1}.rope.scaling.finetuned が false のため、llama.cpp はまったく回転しません。回転位置埋め込みのモデルが必要です</translation>
    </message>
    <message>
        <source>{1}.{2} is {3}; expected 0 to {4}</source>
        <translation>{1}.{2} が {3} です。0 から {4} が必要です</translation>
    </message>
    <message>
        <source>{1}: attention magnitude {2} (Transformers: {3})</source>
        <translation>{1}：アテンション係数 {2}（Transformers：{3}）</translation>
    </message>
    <message>
        <source>{1}: expected a list of at most {2} objects</source>
        <translation>{1}：{2} 個までのオブジェクトのリストが必要です</translation>
    </message>
    <message>
        <source>{1}: expected a text</source>
        <translation>{1}：テキストが必要です</translation>
    </message>
    <message>
        <source>{1}: the disturbance is against what was recorded, not against pre-training.</source>
        <translation>{1}。擾乱は事前学習ではなく、記録されたものに対する値です。</translation>
    </message>
    <message>
        <source>{1}: unscaled</source>
        <translation>{1}：スケーリングなし</translation>
    </message>
    <message>
        <source>{1}: {2} is no text in a language of the window; expected one of {3}</source>
        <translation>{1}：{2} はウィンドウの言語のテキストではありません。次のいずれかが必要です：{3}</translation>
    </message>
    <message>
        <source>{1}: {2} is not a text</source>
        <translation>{1}：{2} はテキストではありません</translation>
    </message>
    <message>
        <source>{1}; differently, see below: {2}</source>
        <translation>{1}。異なる動作（下記を参照）：{2}</translation>
    </message>
    <message>
        <source>{1}; expected one of {2}</source>
        <translation>{1}。次のいずれかが必要です：{2}</translation>
    </message>
    <message>
        <source>{1}; expected {2}</source>
        <translation>{1}。{2} が必要です</translation>
    </message>
    <message>
        <source>{1}; it has no class of its own</source>
        <translation>{1}。独自のクラスはありません</translation>
    </message>
    <message>
        <source>{1}; some other engines know it</source>
        <translation>{1}。他のエンジンには知っているものがあります</translation>
    </message>
    <message>
        <source>{1}; what it does is not measured here, no export holds it, and engines without it refuse the type or run the model unscaled</source>
        <translation>{1}。その働きはここでは測られず、どのエクスポートにも入りません。それを持たないエンジンはこの型を拒むか、モデルをスケーリングなしで動かします</translation>
    </message>
    <message>
        <source>{1}; {2} of its factors are others, the first of dimension {3}</source>
        <translation>{1}。係数のうち {2} 個は異なり、最初は次元 {3} です</translation>
    </message>
    <message>
        <source>{1}[{2}] is {3}; expected a number from {4} to {5}</source>
        <translation>{1}[{2}] が {3} です。{4} から {5} の数が必要です</translation>
    </message>
    <message>
        <source>{1}[{2}] is {3}; expected a whole number from {4} to {5}</source>
        <translation>{1}[{2}] が {3} です。{4} から {5} の整数が必要です</translation>
    </message>
    <message>
        <source>½ KL(P ‖ M) + ½ KL(Q ‖ M), M = ½(P+Q)</source>
        <translation>½ KL(P ‖ M) + ½ KL(Q ‖ M)、M = ½(P+Q)</translation>
    </message>
    <message>
        <source>½ Σ |P - Q|</source>
        <translation>½ Σ |P - Q|</translation>
    </message>
    <message>
        <source>Σ P ln((P+ε)/(Q+ε))</source>
        <translation>Σ P ln((P+ε)/(Q+ε))</translation>
    </message>
    <message>
        <source>Σ Q ln((Q+ε)/(P+ε))</source>
        <translation>Σ Q ln((Q+ε)/(P+ε))</translation>
    </message>
    <message>
        <source>√(½ Σ (√P - √Q)²)</source>
        <translation>√(½ Σ (√P - √Q)²)</translation>
    </message>
</context>
</TS>

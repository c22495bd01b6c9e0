<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko">
<context>
    <name>Sentence</name>
    <message>
        <source> by yarn_log_multiplier {1}</source>
        <translation>, yarn_log_multiplier {1}에 따름</translation>
    </message>
    <message>
        <source>&quot;dimensions&quot; is missing, or no list; expected an object for each dimension</source>
        <translation>&quot;dimensions&quot;가 없거나 목록이 아닙니다. 차원마다 객체가 필요합니다</translation>
    </message>
    <message>
        <source>&quot;words&quot; is not a list of words; expected 1 to {1} texts without spaces, of at most {2} bytes</source>
        <translation>&quot;words&quot;는 단어 목록이 아닙니다. 공백이 없고 {2}바이트 이하인 텍스트 1~{1}개가 필요합니다</translation>
    </message>
    <message>
        <source>&quot;{1}&quot; ({2})</source>
        <translation>&quot;{1}&quot;({2})</translation>
    </message>
    <message>
        <source>, L = {1}, max_position_embeddings = {2}</source>
        <translation>, L = {1}, max_position_embeddings = {2}</translation>
    </message>
    <message>
        <source>, and on top {1}</source>
        <translation>, 그 위에 {1}</translation>
    </message>
    <message>
        <source>, and the softmax&apos;s scale x {1}</source>
        <translation>, softmax 스케일 × {1}</translation>
    </message>
    <message>
        <source>, attention magnitude {1}</source>
        <translation>, 어텐션 계수 {1}</translation>
    </message>
    <message>
        <source>, factor {1}, original_context_length {2}</source>
        <translation>, factor {1}, original_context_length {2}</translation>
    </message>
    <message>
        <source>, ramp at {1}</source>
        <translation>, 램프 기준 {1}</translation>
    </message>
    <message>
        <source>, scaled as the others</source>
        <translation>, 스케일링은 다른 것과 같음</translation>
    </message>
    <message>
        <source>, unscaled</source>
        <translation>, 스케일링 없음</translation>
    </message>
    <message>
        <source>, which its code fills in</source>
        <translation>(코드가 채우는 값)</translation>
    </message>
    <message>
        <source>--hf-overrides: {1}</source>
        <translation>--hf-overrides: {1}</translation>
    </message>
    <message>
        <source>--into does not go with --format {1}: it is not merged into a file</source>
        <translation>--into는 --format {1}과(와) 함께 쓸 수 없습니다. 이 형식은 파일에 병합되지 않습니다</translation>
    </message>
    <message>
        <source>--yarn-orig-ctx is less than 1; expected a number of positions</source>
        <translation>--yarn-orig-ctx가 1보다 작습니다. 위치 수가 필요합니다</translation>
    </message>
    <message>
        <source>/positions: is missing; expected the positions of the tokens</source>
        <translation>/positions: 없습니다. 토큰의 위치가 필요합니다</translation>
    </message>
    <message>
        <source>/ropes/{1}/angles: is missing; expected the angles of the tokens</source>
        <translation>/ropes/{1}/angles: 없습니다. 토큰의 각도가 필요합니다</translation>
    </message>
    <message>
        <source>0.33 without max_trained_positions multiplies the base by 1: unscaled, and no position beyond {1}</source>
        <translation>0.33은 max_trained_positions가 없으면 베이스에 1을 곱합니다: 스케일링 없이, {1}을(를) 넘는 위치는 다루지 못합니다</translation>
    </message>
    <message>
        <source>1 to {1} rows, one for each axis, with a count for each position</source>
        <translation>1에서 {1}개 행(축마다 하나, 위치마다 개수)</translation>
    </message>
    <message>
        <source>1 turn takes {1} positions: the angles form a comb of {2} teeth that drifts.</source>
        <translation>1회전에 {1} 위치가 걸립니다. 각도는 빗살 {2}개의 빗을 이루며 조금씩 밀려납니다.</translation>
    </message>
    <message>
        <source>4.57.6 does not know the model type {1}</source>
        <translation>4.57.6은 모델 유형 {1}을(를) 모릅니다</translation>
    </message>
    <message>
        <source>; in layers with a sliding window {1}</source>
        <translation>. 슬라이딩 윈도 레이어에서는 {1}</translation>
    </message>
    <message>
        <source>; it serves factor x max_position_embeddings = {1} positions</source>
        <translation>. factor × max_position_embeddings = {1} 위치를 서비스합니다</translation>
    </message>
    <message>
        <source>; it serves max_position_embeddings = {1} positions (max_model_len), not {2}</source>
        <translation>. {2}이(가) 아니라 max_position_embeddings = {1} 위치(max_model_len)를 서비스합니다</translation>
    </message>
    <message>
        <source>; it serves max_position_embeddings = {1} positions, not {2}</source>
        <translation>. {2}이(가) 아니라 max_position_embeddings = {1} 위치를 서비스합니다</translation>
    </message>
    <message>
        <source>; layers with a sliding window of {1}: {2}</source>
        <translation>. 크기 {1}의 슬라이딩 윈도 레이어: {2}</translation>
    </message>
    <message>
        <source>; no effect up to {1} positions, then more with every longer sequence</source>
        <translation>. {1} 위치까지는 효과가 없고, 그 뒤로는 시퀀스가 길수록 강해집니다</translation>
    </message>
    <message>
        <source>; rope.freq_base_swa {1}</source>
        <translation>. rope.freq_base_swa {1}</translation>
    </message>
    <message>
        <source>; rope_freqs: {1}</source>
        <translation>. rope_freqs: {1}</translation>
    </message>
    <message>
        <source>; short_factor up to {1} positions, long_factor beyond, switched while it runs</source>
        <translation>. {1} 위치까지는 short_factor, 그 뒤로는 long_factor이며 실행 중에 바뀝니다</translation>
    </message>
    <message>
        <source>; versions before 0.33 (September 2026) have {1}</source>
        <translation>. 0.33 이전 버전(2026년 9월)에서는 {1}</translation>
    </message>
    <message>
        <source>; versions before 4.43 refuse it</source>
        <translation>. 4.43 이전 버전은 거부합니다</translation>
    </message>
    <message>
        <source>A copy of a GGUF model that llama.cpp loads with the table and the new context length.</source>
        <translation>GGUF 모델의 사본입니다. llama.cpp가 표와 새 컨텍스트 길이로 불러옵니다.</translation>
    </message>
    <message>
        <source>A dataset for each quantity, and how the table was made.</source>
        <translation>양마다 하나의 데이터세트와 표를 만든 방법입니다.</translation>
    </message>
    <message>
        <source>A function that applies the table to a loaded Transformers model, in memory.</source>
        <translation>불러온 Transformers 모델에 메모리에서 표를 적용하는 함수입니다.</translation>
    </message>
    <message>
        <source>A power of a factor from s to 2 s that grows up to a critical dimension, then the factor itself; both found by a search.</source>
        <translation>임계 차원까지는 s에서 2 s 사이 계수의 거듭제곱으로 커지고, 그 뒤로는 계수 자체입니다. 둘 다 탐색으로 찾습니다.</translation>
    </message>
    <message>
        <source>A small GGUF file with the tensor rope_freqs.weight alone, for tools that put it into a model.</source>
        <translation>텐서 rope_freqs.weight만 담은 작은 GGUF 파일입니다. 모델에 넣는 도구를 위한 것입니다.</translation>
    </message>
    <message>
        <source>A table of your own, as it was exported.</source>
        <translation>내보냈던 사용자 자신의 표입니다.</translation>
    </message>
    <message>
        <source>ALiBi adds a bias for the distance: it is compared within the range that it had in training, head by head; the last interval is all beyond. The slope has no part in that, so heads with the same factor are equal. That far keys weigh little is not seen.</source>
        <translation>ALiBi는 거리에 따른 편향을 더합니다. 이것을 학습 때의 범위 안에서 헤드마다 비교합니다. 마지막 구간은 그 범위를 넘는 모든 것입니다. 기울기는 관계가 없으므로 계수가 같은 헤드는 서로 같습니다. 먼 키의 가중치가 작다는 것은 고려되지 않습니다.</translation>
    </message>
    <message>
        <source>Add these members to the model&apos;s config.json, in the place of its rope_scaling or rope_parameters. Or choose that file under &quot;Merge into a copy of&quot;: then the whole file is written.</source>
        <translation>이 멤버를 모델의 config.json에 더하고, 거기 있는 rope_scaling이나 rope_parameters를 대신하게 하십시오. 또는 &quot;사본에 병합할 파일&quot;에서 그 파일을 고르면 파일 전체가 쓰입니다.</translation>
    </message>
    <message>
        <source>Add these members to {1} in the model&apos;s config.json, in the place of its rope_scaling or rope_parameters. Or choose that file under &quot;Merge into a copy of&quot;: then the whole file is written.</source>
        <translation>이 멤버를 모델의 config.json의 {1}에 더하고, 거기 있는 rope_scaling이나 rope_parameters를 대신하게 하십시오. 또는 &quot;사본에 병합할 파일&quot;에서 그 파일을 고르면 파일 전체가 쓰입니다.</translation>
    </message>
    <message>
        <source>As MrRoPE-Uni, but the steps between grow with the dimension (arXiv 2601.22181).</source>
        <translation>MrRoPE-Uni와 같지만 사이의 단계가 차원과 함께 커집니다(arXiv 2601.22181).</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>띠</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 표</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>메모리를 할당할 수 없습니다</translation>
    </message>
    <message>
        <source>Choose {1} intervals or fewer.</source>
        <translation>구간 수를 {1} 이하로 하십시오.</translation>
    </message>
    <message>
        <source>Circular Wasserstein-1</source>
        <translation>원형 Wasserstein-1</translation>
    </message>
    <message>
        <source>CoPE</source>
        <translation>CoPE</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>사용자 지정</translation>
    </message>
    <message>
        <source>Dimensions that never complete a turn within L are frozen: they turn no more (p-RoPE, arXiv 2410.06205).</source>
        <translation>L 안에서 한 바퀴를 돌지 못하는 차원은 동결되어 더 돌지 않습니다(p-RoPE, arXiv 2410.06205).</translation>
    </message>
    <message>
        <source>Dimensions that never complete a turn within L are slowed down along a cosine, the last of them to a stop.</source>
        <translation>L 안에서 한 바퀴를 돌지 못하는 차원은 코사인을 따라 느려지고, 마지막 차원은 멈춥니다.</translation>
    </message>
    <message>
        <source>Dimensions with less than one turn within L are interpolated, those with more than four kept, a ramp in the turns between.</source>
        <translation>L 안의 회전수가 1보다 작은 차원은 보간하고, 4보다 큰 차원은 유지하며, 그 사이는 회전수에 따른 램프입니다.</translation>
    </message>
    <message>
        <source>Dimensions with more than 16 turns within L are kept, those with about one or less are interpolated, NTK-aware between.</source>
        <translation>L 안의 회전수가 16보다 큰 차원은 유지하고, 약 1 이하인 차원은 보간하며, 그 사이는 NTK-aware입니다.</translation>
    </message>
    <message>
        <source>Dimensions with more than 32 turns within L are kept, those with less than one are interpolated, a ramp between.</source>
        <translation>L 안의 회전수가 32보다 큰 차원은 유지하고, 1보다 작은 차원은 보간하며, 그 사이는 램프입니다.</translation>
    </message>
    <message>
        <source>Dimensions with more than 32 turns within L are kept, those with less than one interpolated, equal steps in log s between.</source>
        <translation>L 안의 회전수가 32보다 큰 차원은 유지하고, 1보다 작은 차원은 보간하며, 그 사이는 log s의 같은 간격 단계입니다.</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>디스크 할당량을 초과했습니다</translation>
    </message>
    <message>
        <source>Distributional</source>
        <translation>분포 방법</translation>
    </message>
    <message>
        <source>Dynamic NTK</source>
        <translation>동적 NTK</translation>
    </message>
    <message>
        <source>Each dimension has the factor from 1 to 1.5 s that disturbs its angle distribution least, found by a search.</source>
        <translation>각 차원의 계수는 1에서 1.5 s 사이에서 각도 분포를 가장 적게 교란하는 값이며, 탐색으로 찾습니다.</translation>
    </message>
    <message>
        <source>Each dimension is interpolated or extrapolated, whichever disturbs its angle distribution less.</source>
        <translation>각 차원을 보간하거나 외삽합니다. 각도 분포를 덜 교란하는 쪽을 고릅니다.</translation>
    </message>
    <message>
        <source>Epsilon {1} is not small against the share of an interval, 1/b = {2}: differences are flattened, and the divergence may be negative. Choose a smaller one, such as 1e-12.</source>
        <translation>ε = {1}은(는) 구간의 비율 1/b = {2}에 비해 작지 않습니다. 차이가 평평해지고 발산이 음수가 될 수 있습니다. 1e-12처럼 더 작은 값을 고르십시오.</translation>
    </message>
    <message>
        <source>Every dimension keeps its frequency.</source>
        <translation>모든 차원이 주파수를 유지합니다.</translation>
    </message>
    <message>
        <source>Every dimension with both disturbances, and how the table was made.</source>
        <translation>모든 차원과 두 가지 교란, 표를 만든 방법입니다.</translation>
    </message>
    <message>
        <source>ExLlamaV2 reads llama3 in rope_scaling under rope_type, and linear, longrope and yarn under type</source>
        <translation>ExLlamaV2는 rope_scaling에서 llama3를 rope_type으로, linear, longrope, yarn을 type으로 읽습니다</translation>
    </message>
    <message>
        <source>Extended from the RoPE as if no scaling were stated: {1}.</source>
        <translation>스케일링이 적혀 있지 않은 것으로 보고 RoPE에서 확장합니다: {1}.</translation>
    </message>
    <message>
        <source>Extended from the trained model: its own scaling ({1}, {2}) is part of &quot;before&quot; and stays; factors here come on top of it, and exports hold the product.</source>
        <translation>학습된 모델에서 확장합니다. 모델 자체의 스케일링({1}, {2})은 &quot;확장 전&quot;에 포함되어 그대로 남습니다. 여기의 계수는 그 위에 곱해지고, 내보낸 파일에는 그 곱이 들어갑니다.</translation>
    </message>
    <message>
        <source>Extended from the unscaled RoPE, without the model&apos;s own factors ({1}).</source>
        <translation>스케일링 없는 RoPE에서 확장하며, 모델 자체의 계수는 포함하지 않습니다({1}).</translation>
    </message>
    <message>
        <source>Extended from the unscaled RoPE, without the model&apos;s own factors.</source>
        <translation>스케일링 없는 RoPE에서 확장하며, 모델 자체의 계수는 포함하지 않습니다.</translation>
    </message>
    <message>
        <source>Extended from the unscaled RoPE.</source>
        <translation>스케일링 없는 RoPE에서 확장합니다.</translation>
    </message>
    <message>
        <source>Extended from the unscaled RoPE: the {1} scaling that the source states is not part of &quot;before&quot;; the method own applies it.</source>
        <translation>스케일링 없는 RoPE에서 확장합니다. 소스가 명시한 {1} 스케일링은 &quot;확장 전&quot;에 포함되지 않으며, 방법 own이 그것을 적용합니다.</translation>
    </message>
    <message>
        <source>Extrapolation moves {1} of the angles to other intervals ({2} to empty ones), interpolation {3} ({4} to empty ones).</source>
        <translation>다른 구간으로 옮겨지는 각도의 비율은 외삽에서 {1}(그중 빈 구간으로 {2}), 보간에서 {3}(그중 빈 구간으로 {4})입니다.</translation>
    </message>
    <message>
        <source>Extrapolation moves {1} of the angles to other intervals ({2} to empty ones), interpolation {3}.</source>
        <translation>다른 구간으로 옮겨지는 각도의 비율은 외삽에서 {1}(그중 빈 구간으로 {2}), 보간에서 {3}입니다.</translation>
    </message>
    <message>
        <source>Extrapolation moves {1} of the angles to other intervals, interpolation {2} ({3} to empty ones).</source>
        <translation>다른 구간으로 옮겨지는 각도의 비율은 외삽에서 {1}, 보간에서 {2}(그중 빈 구간으로 {3})입니다.</translation>
    </message>
    <message>
        <source>Extrapolation moves {1} of the angles to other intervals, interpolation {2}.</source>
        <translation>다른 구간으로 옮겨지는 각도의 비율은 외삽에서 {1}, 보간에서 {2}입니다.</translation>
    </message>
    <message>
        <source>Extrapolation moves {1} of what is counted to other intervals ({2} to empty ones), interpolation {3} ({4} to empty ones).</source>
        <translation>외삽은 센 것 중 {1} 을 다른 구간으로 옮기고({2} 은 빈 구간으로), 보간은 {3} 을 옮깁니다({4} 은 빈 구간으로).</translation>
    </message>
    <message>
        <source>Extrapolation</source>
        <translation>외삽</translation>
    </message>
    <message>
        <source>FACTORS is not a list; expected one factor a dimension</source>
        <translation>FACTORS가 목록이 아닙니다. 차원마다 계수 하나가 필요합니다</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>파일 이름이 너무 깁니다</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>파일이 너무 큽니다</translation>
    </message>
    <message>
        <source>GGUF model</source>
        <translation>GGUF 모델</translation>
    </message>
    <message>
        <source>GGUF tensor alone</source>
        <translation>GGUF 텐서만</translation>
    </message>
    <message>
        <source>GGUF version {1}; expected 2 or 3</source>
        <translation>GGUF 버전 {1}입니다. 2 또는 3이 필요합니다</translation>
    </message>
    <message>
        <source>Groups deeper than {1} are not looked into.</source>
        <translation>{1}단계보다 깊은 그룹은 살펴보지 않습니다.</translation>
    </message>
    <message>
        <source>HDF5 itself fails, as it does where memory is short; try again</source>
        <translation>메모리가 부족할 때처럼 HDF5 자체가 실패했습니다. 다시 시도하십시오</translation>
    </message>
    <message>
        <source>HDF5 table</source>
        <translation>HDF5 표</translation>
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
        <translation>각도가 사전 학습에서 본 가장 가까운 각도에서 얼마나 떨어져 있는지</translation>
    </message>
    <message>
        <source>How far the angles of the next 8 neighbours move</source>
        <translation>이웃한 8개 위치의 각도가 얼마나 움직이는지</translation>
    </message>
    <message>
        <source>In the file, write the model&apos;s name or folder in the place of MODEL.</source>
        <translation>파일 안의 MODEL 자리에 모델의 이름이나 폴더를 씁니다.</translation>
    </message>
    <message>
        <source>In the file, write your model&apos;s GGUF file in the place of MODEL.gguf.</source>
        <translation>파일 안의 MODEL.gguf 자리에 자신의 모델의 GGUF 파일을 씁니다.</translation>
    </message>
    <message>
        <source>In the place of MODEL write the folder that the model is in.</source>
        <translation>MODEL 자리에 모델이 있는 폴더를 씁니다.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>입출력 오류</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>폴더입니다</translation>
    </message>
    <message>
        <source>It also has KoboldCpp&apos;s command, or says why there is none.</source>
        <translation>KoboldCpp의 명령, 또는 그것이 없는 이유도 적혀 있습니다.</translation>
    </message>
    <message>
        <source>It makes {1} turns within L, and its angles fill the circle evenly.</source>
        <translation>L 안에서 {1}회전하며, 각도가 원을 고르게 채웁니다.</translation>
    </message>
    <message>
        <source>It makes {1} turns within L: parts of the circle get more angles than others.</source>
        <translation>L 안에서 {1}회전합니다. 원의 일부에는 다른 곳보다 많은 각도가 들어갑니다.</translation>
    </message>
    <message>
        <source>It makes {1} turns within L: {2} of the circle is never seen.</source>
        <translation>L 안에서 {1}회전합니다. 원에서 한 번도 나타나지 않는 부분은 {2}입니다.</translation>
    </message>
    <message>
        <source>It never turns: its angle is 0 at every position.</source>
        <translation>회전하지 않습니다. 모든 위치에서 각도가 0입니다.</translation>
    </message>
    <message>
        <source>Its angles form a comb of {1} teeth, which share {2} intervals: some hold more teeth than others. Which ones depends on the number of intervals.</source>
        <translation>각도는 빗살 {1}개의 빗을 이루고, {2}개 구간이 이를 나누어 가집니다. 다른 구간보다 많은 빗살이 들어가는 구간이 있으며, 어느 구간인지는 구간 수에 따라 달라집니다.</translation>
    </message>
    <message>
        <source>JSON table</source>
        <translation>JSON 표</translation>
    </message>
    <message>
        <source>Jensen-Shannon</source>
        <translation>Jensen-Shannon</translation>
    </message>
    <message>
        <source>KL(after ‖ before)</source>
        <translation>KL(확장 후 ‖ 확장 전)</translation>
    </message>
    <message>
        <source>KL(before ‖ after)</source>
        <translation>KL(확장 전 ‖ 확장 후)</translation>
    </message>
    <message>
        <source>Learned positions have a row for each position: rows are compared. The last interval is all rows beyond L, which training never saw. Interpolation reads between the rows, at m/s.</source>
        <translation>학습된 위치에는 위치마다 행이 있으며, 그 행을 비교합니다. 마지막 구간은 학습에서 본 적이 없는, L을 넘는 모든 행입니다. 보간은 행과 행 사이, m/s를 읽습니다.</translation>
    </message>
    <message>
        <source>Linear (PI)</source>
        <translation>선형(PI)</translation>
    </message>
    <message>
        <source>Linear, with the frequencies that the rotated part of the head would have if all of it were rotated (Gemma 4).</source>
        <translation>선형이지만 주파수는 헤드 전체가 회전했을 때 회전 부분이 가질 값입니다(Gemma 4).</translation>
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
        <translation>단조</translation>
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
        <translation>시퀀스와 함께 베이스가 커지는 NTK-aware: base * (f l/L - (f - 1))^(d/(d-2)), 여기서는 l = L′.</translation>
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
        <translation>장치에 남은 공간이 없습니다</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>그런 파일이나 폴더가 없습니다</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>폴더가 아닙니다</translation>
    </message>
    <message>
        <source>Nothing is extended, but every wavelength is rounded to whole positions (arXiv 2403.00071).</source>
        <translation>아무것도 확장하지 않지만 모든 파장을 정수 위치로 반올림합니다(arXiv 2403.00071).</translation>
    </message>
    <message>
        <source>NumPy (numpy.load)</source>
        <translation>NumPy(numpy.load)</translation>
    </message>
    <message>
        <source>NumPy array</source>
        <translation>NumPy 배열</translation>
    </message>
    <message>
        <source>One line a dimension, with both disturbances and how the table was made.</source>
        <translation>차원마다 한 줄, 두 가지 교란과 표를 만든 방법입니다.</translation>
    </message>
    <message>
        <source>One record with a column for each quantity, and how the table was made.</source>
        <translation>양마다 열이 있는 레코드 하나와 표를 만든 방법입니다.</translation>
    </message>
    <message>
        <source>One run of neighbouring dimensions is interpolated, the run that lowers the mean disturbance most; all others are kept.</source>
        <translation>이웃한 차원의 한 구역만 보간합니다. 평균 교란을 가장 많이 낮추는 구역이며, 나머지는 모두 유지합니다.</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>허용되지 않는 작업입니다</translation>
    </message>
    <message>
        <source>Optimal</source>
        <translation>최적</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>모델 고유</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>권한이 없습니다</translation>
    </message>
    <message>
        <source>Position interpolation: every frequency is divided by s = L′/L (arXiv 2306.15595).</source>
        <translation>위치 보간: 모든 주파수를 s = L′/L로 나눕니다(arXiv 2306.15595).</translation>
    </message>
    <message>
        <source>Proportional</source>
        <translation>비례</translation>
    </message>
    <message>
        <source>Put it beside your script.</source>
        <translation>스크립트 옆에 두십시오.</translation>
    </message>
    <message>
        <source>Put it in the place of the model&apos;s own config.json; keep that.</source>
        <translation>모델 자체의 config.json 자리에 두십시오. 원래 파일은 보관하십시오.</translation>
    </message>
    <message>
        <source>Python snippet</source>
        <translation>Python 스니펫</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>읽기 전용 파일 시스템입니다</translation>
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
        <translation>RoPE &quot;{1}&quot;의 속성이 다릅니다</translation>
    </message>
    <message>
        <source>RoPE &quot;{1}&quot; has other frequencies</source>
        <translation>RoPE &quot;{1}&quot;의 주파수가 다릅니다</translation>
    </message>
    <message>
        <source>RoPE &quot;{1}&quot; has the usage of another number of heads than {2}</source>
        <translation>RoPE &quot;{1}&quot;의 사용량은 {2}과(와) 헤드 수가 다릅니다</translation>
    </message>
    <message>
        <source>RoPE &quot;{1}&quot; is used by other layers</source>
        <translation>RoPE &quot;{1}&quot;은(는) 다른 레이어에서 쓰입니다</translation>
    </message>
    <message>
        <source>SGLang</source>
        <translation>SGLang</translation>
    </message>
    <message>
        <source>Sinusoidal positions are added to the embedding: their angles are counted as those of a RoPE are.</source>
        <translation>사인파 위치는 임베딩에 더해집니다. 그 각도는 RoPE의 각도와 같은 방법으로 셉니다.</translation>
    </message>
    <message>
        <source>T5 buckets</source>
        <translation>T5 버킷</translation>
    </message>
    <message>
        <source>T5 has a bias for each bucket of distances: an interval is a bucket, as a decoder has them. All distances from {1} on share the last one.</source>
        <translation>T5에는 거리의 버킷마다 편향이 있습니다. 한 구간이 디코더의 한 버킷입니다. {1} 이상의 거리는 모두 마지막 버킷에 들어갑니다.</translation>
    </message>
    <message>
        <source>The base grows to base * s^(d/(d-2)): fast dimensions are kept, the slowest is interpolated.</source>
        <translation>베이스가 base * s^(d/(d-2))로 커집니다. 빠른 차원은 유지되고 가장 느린 차원은 보간됩니다.</translation>
    </message>
    <message>
        <source>The chosen part of the recording</source>
        <translation>기록의 선택한 부분</translation>
    </message>
    <message>
        <source>The command that runs llama.cpp with the table on the model as it is, and KoboldCpp&apos;s flags; only for tables that flags say.</source>
        <translation>모델은 그대로 두고 표를 적용해 llama.cpp를 실행하는 명령과 KoboldCpp의 플래그입니다. 플래그로 나타낼 수 있는 표에만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The command that serves the model with the table, and the complete --hf-overrides argument, quoted for a shell.</source>
        <translation>표를 적용해 모델을 서비스하는 명령과, 셸에 맞게 따옴표를 붙인 전체 --hf-overrides 인수입니다.</translation>
    </message>
    <message>
        <source>The factors that the model&apos;s configuration lists: short_factor up to L, long_factor beyond.</source>
        <translation>모델 설정에 적힌 계수입니다. L까지는 short_factor, 그 뒤로는 long_factor입니다.</translation>
    </message>
    <message>
        <source>The file does not state the length of pre-training: set L (--pretraining-length).</source>
        <translation>파일에 사전 학습 길이가 없습니다. L을 설정하십시오(--pretraining-length).</translation>
    </message>
    <message>
        <source>The file does not state the length of pre-training: {1}, or {2} if that is the length after its linear scaling: set L (--pretraining-length).</source>
        <translation>파일에 사전 학습 길이가 없습니다. {1}이거나, 그것이 선형 스케일링 후의 길이라면 {2}입니다. L을 설정하십시오(--pretraining-length).</translation>
    </message>
    <message>
        <source>The layers of this RoPE attend within a sliding window of {1} positions, whatever the length of a text, and so see no distance beyond it: L is that window, L′ one that is widened. While the window stays, the RoPE needs no table.</source>
        <translation>이 RoPE의 레이어는 텍스트 길이와 상관없이 {1} 위치의 슬라이딩 윈도 안에서 어텐션을 계산하므로 그보다 먼 거리를 보지 않습니다. L은 그 윈도이고 L′는 넓힌 윈도입니다. 윈도가 그대로인 한 이 RoPE에는 표가 필요 없습니다.</translation>
    </message>
    <message>
        <source>The layers of this RoPE attend within a sliding window of {1} positions, whatever the length of a text, and so see no distance beyond it: expected L = {2}, not {3}.</source>
        <translation>이 RoPE의 레이어는 텍스트 길이와 상관없이 {1} 위치의 슬라이딩 윈도 안에서 어텐션을 계산하므로 그보다 먼 거리를 보지 않습니다. {3}이(가) 아니라 L = {2}이(가) 필요합니다.</translation>
    </message>
    <message>
        <source>The list ends after {1} entries; the file has more.</source>
        <translation>목록은 {1}개 항목에서 끝납니다. 파일에는 더 있습니다.</translation>
    </message>
    <message>
        <source>The recording</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>The share of angles that pre-training never saw</source>
        <translation>사전 학습에서 한 번도 나타나지 않은 각도의 비율</translation>
    </message>
    <message>
        <source>The table of least mean disturbance among all whose factors never fall from one dimension to the next, from 1 to 1.5 s.</source>
        <translation>계수가 차원을 따라 줄지 않는(1에서 1.5 s) 모든 표 가운데 평균 교란이 가장 작은 표입니다.</translation>
    </message>
    <message>
        <source>There are too few angles.</source>
        <translation>각도가 너무 적습니다.</translation>
    </message>
    <message>
        <source>They cover {1} of the circle within L, {2} within L′.</source>
        <translation>빗살이 덮는 원의 비율은 L 안에서 {1}, L′ 안에서 {2}입니다.</translation>
    </message>
    <message>
        <source>They go over the circle {1} times within L, {2} times within L′, so that parts of it get more angles than others.</source>
        <translation>빗살은 L 안에서 원을 {1}바퀴, L′ 안에서 {2}바퀴 돌기 때문에 원의 일부에는 다른 곳보다 많은 각도가 들어갑니다.</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>열린 파일이 너무 많습니다</translation>
    </message>
    <message>
        <source>Total variation</source>
        <translation>총변동</translation>
    </message>
    <message>
        <source>Training had distances up to {1}, L′ has them up to {2}.</source>
        <translation>학습의 거리는 {1}까지, L′의 거리는 {2}까지입니다.</translation>
    </message>
    <message>
        <source>Training had the rows up to {1}, L′ asks for rows up to {2}.</source>
        <translation>학습의 행은 {1}까지이고, L′는 {2}까지의 행이 필요합니다.</translation>
    </message>
    <message>
        <source>Transformers 4 and 5, with PyTorch</source>
        <translation>Transformers 4와 5(PyTorch)</translation>
    </message>
    <message>
        <source>Transformers 4, mlx-lm, ExLlamaV3</source>
        <translation>Transformers 4, mlx-lm, ExLlamaV3</translation>
    </message>
    <message>
        <source>Transformers 4</source>
        <translation>Transformers 4</translation>
    </message>
    <message>
        <source>Transformers 5, vLLM, SGLang</source>
        <translation>Transformers 5, vLLM, SGLang</translation>
    </message>
    <message>
        <source>Transformers 5</source>
        <translation>Transformers 5</translation>
    </message>
    <message>
        <source>Transformers configuration (older form)</source>
        <translation>Transformers 설정(이전 형식)</translation>
    </message>
    <message>
        <source>Transformers configuration</source>
        <translation>Transformers 설정</translation>
    </message>
    <message>
        <source>Transformers reads attention_factor and passes over this one; older vLLM and SGLang read this one alone</source>
        <translation>Transformers는 attention_factor를 읽고 이것은 무시합니다. 이전 vLLM과 SGLang은 이것만 읽습니다</translation>
    </message>
    <message>
        <source>Transformers, in memory</source>
        <translation>Transformers(메모리에서)</translation>
    </message>
    <message>
        <source>What the model&apos;s configuration states, with the factor that it states, at L′.</source>
        <translation>모델 설정이 명시한 스케일링을 명시된 계수로 L′에서 적용합니다.</translation>
    </message>
    <message>
        <source>Without training at L′, three small models found more with components than with t = 0: begin with about {1} here.</source>
        <translation>L′에서 학습하지 않을 때, 세 개의 작은 모델은 t = 0보다 성분 수로 더 많이 찾았습니다. 여기서는 {1} 정도에서 시작하십시오.</translation>
    </message>
    <message>
        <source>YaRN, and every wavelength rounded to whole positions (arXiv 2403.00071).</source>
        <translation>YaRN이며, 모든 파장을 정수 위치로 반올림합니다(arXiv 2403.00071).</translation>
    </message>
    <message>
        <source>YaRN</source>
        <translation>YaRN</translation>
    </message>
    <message>
        <source>[layers, heads, dimensions] for the {1} of the attribute &quot;layers&quot;, 1 to {2} heads and {3} dimensions</source>
        <translation>속성 &quot;layers&quot;의 레이어 {1}개, 헤드 1에서 {2}개, 차원 {3}개의 [layers, heads, dimensions]</translation>
    </message>
    <message>
        <source>a GGUF file with a scaling table</source>
        <translation>스케일링 표가 있는 GGUF 파일</translation>
    </message>
    <message>
        <source>a GGUF model</source>
        <translation>GGUF 모델</translation>
    </message>
    <message>
        <source>a Hugging Face config.json</source>
        <translation>Hugging Face config.json</translation>
    </message>
    <message>
        <source>a Phi-3 without it on top gets 4096 from Transformers</source>
        <translation>최상위에 이것이 없는 Phi-3은 Transformers에서 4096을 받습니다</translation>
    </message>
    <message>
        <source>a big-endian GGUF file; expected a little-endian one</source>
        <translation>빅 엔디언 GGUF 파일입니다. 리틀 엔디언 파일이 필요합니다</translation>
    </message>
    <message>
        <source>a configuration that Rotascope exported</source>
        <translation>Rotascope가 내보낸 설정</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>a divisor of num_attention_heads</source>
        <translation>num_attention_heads의 약수</translation>
    </message>
    <message>
        <source>a file of groups and datasets (HDF5)</source>
        <translation>그룹과 데이터세트의 파일(HDF5)</translation>
    </message>
    <message>
        <source>a file of scores</source>
        <translation>점수 파일</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>a guided tour</source>
        <translation>가이드 투어</translation>
    </message>
    <message>
        <source>a landscape of {1} factors; expected 3 to {2}</source>
        <translation>계수 {1}개의 지형입니다. 3에서 {2}개가 필요합니다</translation>
    </message>
    <message>
        <source>a link that leads nowhere; expected the name of a file to write</source>
        <translation>끊어진 링크입니다. 쓸 파일의 이름이 필요합니다</translation>
    </message>
    <message>
        <source>a list of weights</source>
        <translation>가중치 목록</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>a llama3 ramp: wavelengths up to {1} kept, from {2} on divided by {3} (so L = {4} if low_freq_factor is 1, with high_freq_factor {5})</source>
        <translation>llama3 램프: 파장 {1}까지는 유지하고 {2}부터는 {3}(으)로 나눔(low_freq_factor가 1이면 L = {4}, high_freq_factor는 {5})</translation>
    </message>
    <message>
        <source>a model of type {1} takes no table: {2}</source>
        <translation>{1} 유형의 모델은 표를 받지 않습니다: {2}</translation>
    </message>
    <message>
        <source>a model&apos;s config.json or a GGUF model</source>
        <translation>모델의 config.json 또는 GGUF 모델</translation>
    </message>
    <message>
        <source>a model&apos;s vocabulary.json</source>
        <translation>모델의 vocabulary.json</translation>
    </message>
    <message>
        <source>a number from {1} to {2}</source>
        <translation>{1}~{2}의 수</translation>
    </message>
    <message>
        <source>a number, or interpolated_components</source>
        <translation>수 또는 interpolated_components</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>a parameter is missing; some versions fill in a default of their own</source>
        <translation>매개변수가 없습니다. 자체 기본값으로 채우는 버전도 있습니다</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>파이프</translation>
    </message>
    <message>
        <source>a recording (HDF5)</source>
        <translation>기록(HDF5)</translation>
    </message>
    <message>
        <source>a recording of {1} tokens; expected 1 to {2}</source>
        <translation>토큰 {1}개의 기록입니다. 1에서 {2}개가 필요합니다</translation>
    </message>
    <message>
        <source>a search needs disturbances; expected an analysis</source>
        <translation>탐색에는 교란이 필요합니다. 분석 안에서 사용하십시오</translation>
    </message>
    <message>
        <source>a session that Rotascope saved</source>
        <translation>Rotascope가 저장한 세션</translation>
    </message>
    <message>
        <source>a small model&apos;s weights as safetensors</source>
        <translation>safetensors 형식의 작은 모델 가중치</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>소켓</translation>
    </message>
    <message>
        <source>a sweep over {1} lengths; expected 4 to {2}</source>
        <translation>길이 {1}개의 스윕입니다. 4에서 {2}개가 필요합니다</translation>
    </message>
    <message>
        <source>a table that Rotascope exported</source>
        <translation>Rotascope가 내보낸 표</translation>
    </message>
    <message>
        <source>a tensor that it did not ask for</source>
        <translation>요청하지 않은 텐서가 있습니다</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>a whole number from 1 to {1}</source>
        <translation>1~{1}의 정수</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>정수</translation>
    </message>
    <message>
        <source>a window is of distances; expected the measure window or recorded-distances with it, not {1}</source>
        <translation>윈도는 거리에 대한 것입니다. {1}이(가) 아니라 척도 window 또는 recorded-distances가 필요합니다</translation>
    </message>
    <message>
        <source>a word is in &quot;words&quot; twice</source>
        <translation>&quot;words&quot;에 같은 단어가 두 번 있습니다</translation>
    </message>
    <message>
        <source>a {1} takes no rope_scaling, but an object for each kind of layers; expected the format {2}</source>
        <translation>{1}은(는) rope_scaling이 아니라 레이어 종류마다 객체를 받습니다. 형식 {2}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>add it to the command</source>
        <translation>명령에 추가하십시오</translation>
    </message>
    <message>
        <source>alibi is true; expected a model with rotary position embeddings</source>
        <translation>alibi가 true입니다. 회전 위치 임베딩을 쓰는 모델이 필요합니다</translation>
    </message>
    <message>
        <source>all positions</source>
        <translation>모든 위치</translation>
    </message>
    <message>
        <source>all weights are 0; expected one that is not</source>
        <translation>모든 가중치가 0입니다. 0이 아닌 것이 필요합니다</translation>
    </message>
    <message>
        <source>all</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>an even number</source>
        <translation>짝수</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>an original length of 4096, because none is stated</source>
        <translation>명시되지 않아 원래 길이가 4096이 됩니다</translation>
    </message>
    <message>
        <source>as stated</source>
        <translation>명시된 대로</translation>
    </message>
    <message>
        <source>as yarn; Transformers does not know the type</source>
        <translation>yarn으로 읽습니다. Transformers는 이 유형을 모릅니다</translation>
    </message>
    <message>
        <source>at least {1}</source>
        <translation>{1} 이상</translation>
    </message>
    <message>
        <source>at most {1}</source>
        <translation>{1} 이하</translation>
    </message>
    <message>
        <source>attention_factor and mscale have no effect there</source>
        <translation>attention_factor와 mscale은 효과가 없습니다</translation>
    </message>
    <message>
        <source>attention_factor is not read; attn_factor and mscale are</source>
        <translation>attention_factor는 읽지 않고 attn_factor와 mscale을 읽습니다</translation>
    </message>
    <message>
        <source>attention_factor is not read</source>
        <translation>attention_factor는 읽지 않습니다</translation>
    </message>
    <message>
        <source>attention_factor is {1}; expected a finite number greater than 0</source>
        <translation>attention_factor가 {1}입니다. 0보다 큰 유한한 수가 필요합니다</translation>
    </message>
    <message>
        <source>attribute &quot;attention_factor&quot; is {1}; expected a finite number greater than 0</source>
        <translation>속성 &quot;attention_factor&quot;가 {1}입니다. 0보다 큰 유한한 수가 필요합니다</translation>
    </message>
    <message>
        <source>attribute &quot;format&quot; is {1}; expected &quot;{2}&quot;</source>
        <translation>속성 &quot;format&quot;이 {1}입니다. &quot;{2}&quot;이(가) 필요합니다</translation>
    </message>
    <message>
        <source>attribute &quot;layers&quot; has the value {1}; expected layers from 0 on</source>
        <translation>속성 &quot;layers&quot;에 값 {1}이(가) 있습니다. 0 이상의 레이어가 필요합니다</translation>
    </message>
    <message>
        <source>attribute &quot;rotary_dim&quot; is {1}; expected an even number</source>
        <translation>속성 &quot;rotary_dim&quot;이 {1}입니다. 짝수가 필요합니다</translation>
    </message>
    <message>
        <source>attribute &quot;tokens&quot; is {1}; expected {2} to {3}</source>
        <translation>속성 &quot;tokens&quot;가 {1}입니다. {2}에서 {3} 사이가 필요합니다</translation>
    </message>
    <message>
        <source>attribute &quot;version&quot; is {1}; expected 1 to {2}</source>
        <translation>속성 &quot;version&quot;이 {1}입니다. 1에서 {2} 사이가 필요합니다</translation>
    </message>
    <message>
        <source>attribute &quot;{1}&quot; is {2}; expected 1 to {3}</source>
        <translation>속성 &quot;{1}&quot;이(가) {2}입니다. 1에서 {3} 사이가 필요합니다</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>속성</translation>
    </message>
    <message>
        <source>axis holds {1} values; expected one of 0, 1, 2 for each of the {2} dimensions</source>
        <translation>axis에 값이 {1}개 있습니다. {2}개 차원마다 0, 1, 2 중 하나가 필요합니다</translation>
    </message>
    <message>
        <source>band needs disturbances to choose its dimensions; expected an analysis</source>
        <translation>band는 차원을 고르기 위해 교란이 필요합니다. 분석 안에서 사용하십시오</translation>
    </message>
    <message>
        <source>base {1}</source>
        <translation>베이스 {1}</translation>
    </message>
    <message>
        <source>beta_fast and beta_slow are not written: 32 and 1</source>
        <translation>beta_fast와 beta_slow는 쓰이지 않고 32와 1이 됩니다</translation>
    </message>
    <message>
        <source>both type and rope_type are stated and differ: Transformers takes rope_type, mlx-lm type; ExLlamaV2 refuses the model</source>
        <translation>type과 rope_type이 모두 있고 서로 다릅니다. Transformers는 rope_type, mlx-lm은 type을 쓰고, ExLlamaV2는 모델을 거부합니다</translation>
    </message>
    <message>
        <source>both type and rope_type are stated; ExLlamaV2 refuses the model</source>
        <translation>type과 rope_type이 모두 있습니다. ExLlamaV2는 모델을 거부합니다</translation>
    </message>
    <message>
        <source>cannot be listed: {1}</source>
        <translation>목록을 만들 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>cannot be loaded: is not a shared library of this system</source>
        <translation>불러올 수 없습니다: 이 시스템의 공유 라이브러리가 아닙니다</translation>
    </message>
    <message>
        <source>cannot be loaded: {1}</source>
        <translation>불러올 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>cannot be looked up: {1}</source>
        <translation>찾아볼 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>cannot be opened: {1}</source>
        <translation>열 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>cannot be read: HDF5 fails on its structure, or within the memory that the program may have (ulimit -v); expected a file that was not changed since it was written, or more memory</source>
        <translation>읽을 수 없습니다: HDF5가 파일의 구조에서, 또는 프로그램이 쓸 수 있는 메모리(ulimit -v) 안에서 실패했습니다. 쓴 뒤 바뀌지 않은 파일이나 더 많은 메모리가 필요합니다</translation>
    </message>
    <message>
        <source>cannot be read: it became shorter while it was read</source>
        <translation>읽을 수 없습니다: 읽는 동안 짧아졌습니다</translation>
    </message>
    <message>
        <source>cannot be read: it is too short</source>
        <translation>읽을 수 없습니다: 너무 짧습니다</translation>
    </message>
    <message>
        <source>cannot be read: the disk does not answer, or the program was stopped for long; try again</source>
        <translation>읽을 수 없습니다: 디스크가 응답하지 않거나 프로그램이 오래 멈춰 있었습니다. 다시 시도하십시오</translation>
    </message>
    <message>
        <source>cannot be read: the process that reads it was ended, as the system does where memory is short; try again</source>
        <translation>읽을 수 없습니다: 메모리가 부족할 때 시스템이 하듯이 읽는 프로세스가 종료되었습니다. 다시 시도하십시오</translation>
    </message>
    <message>
        <source>cannot be read: {1}</source>
        <translation>읽을 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>cannot be read; expected a file with 64-bit addresses</source>
        <translation>읽을 수 없습니다. 64비트 주소의 파일이 필요합니다</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>읽을 수 없습니다</translation>
    </message>
    <message>
        <source>cannot be written: it is a folder; expected the name of a file</source>
        <translation>쓸 수 없습니다: 폴더입니다. 파일 이름이 필요합니다</translation>
    </message>
    <message>
        <source>cannot be written: there is not enough memory</source>
        <translation>쓸 수 없습니다: 메모리가 부족합니다</translation>
    </message>
    <message>
        <source>cannot be written: {1}; expected a file in a writable folder</source>
        <translation>쓸 수 없습니다: {1}. 쓸 수 있는 폴더의 파일이 필요합니다</translation>
    </message>
    <message>
        <source>cannot be written: {1}</source>
        <translation>쓸 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>check the spelling and the rope_type</source>
        <translation>철자와 rope_type을 확인하십시오</translation>
    </message>
    <message>
        <source>choices are given for {1} dimensions; the source has {2}</source>
        <translation>{1}개 차원의 선택이 주어졌지만 소스에는 {2}개가 있습니다</translation>
    </message>
    <message>
        <source>choices: expected a list of at most {1}</source>
        <translation>choices: 최대 {1}개의 목록이 필요합니다</translation>
    </message>
    <message>
        <source>choices[{1}]: expected null, &quot;extrapolation&quot;, &quot;interpolation&quot; or a factor</source>
        <translation>choices[{1}]: null, &quot;extrapolation&quot;, &quot;interpolation&quot; 또는 계수가 필요합니다</translation>
    </message>
    <message>
        <source>choose the context for the texts that come</source>
        <translation>들어올 텍스트에 맞게 컨텍스트를 고르십시오</translation>
    </message>
    <message>
        <source>compare texts of one length, or load the model anew for short ones</source>
        <translation>같은 길이의 텍스트를 비교하거나, 짧은 텍스트에는 모델을 다시 불러오십시오</translation>
    </message>
    <message>
        <source>convert the unscaled model and export the table into a copy of that, in the format {1}</source>
        <translation>스케일링 없는 모델을 변환하고 형식 {1}로 그 사본에 표를 내보내십시오</translation>
    </message>
    <message>
        <source>counts every distance beyond a window as one and the same, or lets it grow more slowly</source>
        <translation>윈도를 넘는 거리를 모두 같은 거리로 세거나 더 천천히 늘립니다</translation>
    </message>
    <message>
        <source>counts near distances one by one and those beyond a window in groups</source>
        <translation>가까운 거리는 하나씩, 윈도를 넘는 거리는 묶어서 셉니다</translation>
    </message>
    <message>
        <source>custom needs a table of your own, which is not given</source>
        <translation>custom에는 사용자 자신의 표가 필요한데 주어지지 않았습니다</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>사용자 지정</translation>
    </message>
    <message>
        <source>d_model is {1}; expected an even number of components</source>
        <translation>d_model이 {1}입니다. 짝수 개의 성분이 필요합니다</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>데이터세트</translation>
    </message>
    <message>
        <source>differently</source>
        <translation>다르게</translation>
    </message>
    <message>
        <source>digest is {1}; expected up to 16 hexadecimal digits</source>
        <translation>digest가 {1}입니다. 16자리까지의 16진수가 필요합니다</translation>
    </message>
    <message>
        <source>dimension {1} follows axis {2}; expected 0 to {3}, a column of /positions</source>
        <translation>차원 {1}이(가) 축 {2}을(를) 따릅니다. 0에서 {3}, /positions의 열이 필요합니다</translation>
    </message>
    <message>
        <source>dimension {1} is frozen in the file alone</source>
        <translation>차원 {1}은(는) 파일에서만 동결되어 있습니다</translation>
    </message>
    <message>
        <source>dimension {1} is frozen in the table, and not in the file</source>
        <translation>차원 {1}은(는) 표에서 동결되었지만 파일에서는 아닙니다</translation>
    </message>
    <message>
        <source>dimension {1}; expected {2}</source>
        <translation>차원이 {1}입니다. {2}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>dimensions[{1}]: expected an object whose &quot;index&quot; is {2}</source>
        <translation>dimensions[{1}]: &quot;index&quot;가 {2}인 객체가 필요합니다</translation>
    </message>
    <message>
        <source>distances 0 … L-1 within a window of {1}</source>
        <translation>윈도 {1} 안의 거리 0 … L-1</translation>
    </message>
    <message>
        <source>distances 0 … L-1</source>
        <translation>거리 0 … L-1</translation>
    </message>
    <message>
        <source>disturbance is {1}; expected a number</source>
        <translation>교란이 {1}입니다. 수가 필요합니다</translation>
    </message>
    <message>
        <source>divergence &quot;{1}&quot; is not known; expected one of {2}</source>
        <translation>발산 &quot;{1}&quot;을(를) 알 수 없습니다. 다음 중 하나가 필요합니다: {2}</translation>
    </message>
    <message>
        <source>divides the angles by the file&apos;s factors</source>
        <translation>파일의 계수로 각도를 나눕니다</translation>
    </message>
    <message>
        <source>do not count on them</source>
        <translation>효과를 기대하지 마십시오</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>존재하지 않습니다</translation>
    </message>
    <message>
        <source>does not go with {1}: {2}; expected recordings of the same model</source>
        <translation>{1}과(와) 맞지 않음: {2}. 같은 모델의 기록이 필요합니다</translation>
    </message>
    <message>
        <source>does not say where its sequences begin; expected a range of positions alone</source>
        <translation>시퀀스가 어디서 시작하는지 적혀 있지 않습니다. 위치 범위만 지정하십시오</translation>
    </message>
    <message>
        <source>engine &quot;cuda&quot; is not available: {1}</source>
        <translation>엔진 &quot;cuda&quot;는 사용할 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>engine &quot;{1}&quot; is not known; expected one of auto, cpu, cuda</source>
        <translation>엔진 &quot;{1}&quot;을(를) 알 수 없습니다. auto, cpu, cuda 중 하나가 필요합니다</translation>
    </message>
    <message>
        <source>epsilon is {1}; expected more than 0, at most 1</source>
        <translation>ε이 {1}입니다. 0보다 크고 1 이하인 값이 필요합니다</translation>
    </message>
    <message>
        <source>error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>expected a list of numbers, one for each dimension</source>
        <translation>차원마다 하나씩 수의 목록이 필요합니다</translation>
    </message>
    <message>
        <source>expected a view, a control, a command or a dimension, one of them</source>
        <translation>뷰, 컨트롤, 명령, 차원 가운데 하나가 필요합니다</translation>
    </message>
    <message>
        <source>expected an object</source>
        <translation>객체가 필요합니다</translation>
    </message>
    <message>
        <source>expected one of {1}</source>
        <translation>다음 중 하나가 필요합니다: {1}</translation>
    </message>
    <message>
        <source>expected the attributes format = &quot;{1}&quot;, version = {2} and attention_factor</source>
        <translation>속성 format = &quot;{1}&quot;, version = {2}, attention_factor가 필요합니다</translation>
    </message>
    <message>
        <source>extrapolation</source>
        <translation>외삽</translation>
    </message>
    <message>
        <source>factor {1}</source>
        <translation>계수 {1}</translation>
    </message>
    <message>
        <source>factors has {1} numbers; expected one for each of the {2} in inv_freq</source>
        <translation>factors에 수가 {1}개 있습니다. inv_freq의 {2}개마다 하나씩 필요합니다</translation>
    </message>
    <message>
        <source>factors {1} to {2}</source>
        <translation>계수 {1}에서 {2}</translation>
    </message>
    <message>
        <source>flags can say one scale and one base for all dimensions, or yarn as llama.cpp computes it from the base, and this table is neither; the format {1} can: it writes every factor into a copy of the model</source>
        <translation>플래그로는 모든 차원에 같은 스케일과 베이스, 또는 llama.cpp가 베이스에서 계산하는 yarn만 나타낼 수 있으며, 이 표는 어느 쪽도 아닙니다. 형식 {1}은(는) 모든 계수를 모델의 사본에 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>folds positions into chunks, so that no distance is greater than a chunk</source>
        <translation>위치를 청크로 접어 어떤 거리도 청크보다 커지지 않게 합니다</translation>
    </message>
    <message>
        <source>for the type su it needs original_max_position_embeddings beside the lists</source>
        <translation>유형 su에는 목록 옆에 original_max_position_embeddings가 필요합니다</translation>
    </message>
    <message>
        <source>for {1} state rope_scaling, with rope_theta beside it: export in the format {2}, in the window by choosing the engine under &quot;For&quot;. {3}</source>
        <translation>{1}에는 rope_theta와 나란히 rope_scaling을 적으십시오. 형식 {2}로 내보냅니다(창에서는 &quot;대상&quot;에서 엔진을 고릅니다). {3}</translation>
    </message>
    <message>
        <source>format &quot;{1}&quot; is not known; expected one of {2}</source>
        <translation>형식 &quot;{1}&quot;을(를) 알 수 없습니다. 다음 중 하나가 필요합니다: {2}</translation>
    </message>
    <message>
        <source>format {1} alone holds one table; expected the table of one RoPE, or the format {2}, merged into the model&apos;s config.json</source>
        <translation>형식 {1} 단독으로는 표 하나만 담습니다. RoPE 하나의 표 또는 모델의 config.json에 병합한 형식 {2}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>format {1} holds one table; expected the table of one RoPE, or the format {2}, merged into the model&apos;s config.json</source>
        <translation>형식 {1}은(는) 표 하나만 담습니다. RoPE 하나의 표 또는 모델의 config.json에 병합한 형식 {2}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>format {1} is for a RoPE: no engine has a switch that extends {2}; expected one of {3}</source>
        <translation>형식 {1} 은 RoPE를 위한 것입니다. {2} 을 확장하는 설정은 어느 엔진에도 없습니다. 다음 중 하나가 필요합니다: {3}</translation>
    </message>
    <message>
        <source>format {1} is not merged into such a file</source>
        <translation>형식 {1}은(는) 이런 파일에 병합되지 않습니다</translation>
    </message>
    <message>
        <source>format {1} needs the model file to make a patched copy of (--into model.gguf)</source>
        <translation>형식 {1}에는 사본을 만들 모델 파일이 필요합니다(--into model.gguf)</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>동결</translation>
    </message>
    <message>
        <source>general.alignment is {1}; expected a power of 2, at most {2}</source>
        <translation>general.alignment가 {1}입니다. {2} 이하인 2의 거듭제곱이 필요합니다</translation>
    </message>
    <message>
        <source>general.architecture is missing; expected a GGUF model</source>
        <translation>general.architecture가 없습니다. GGUF 모델이 필요합니다</translation>
    </message>
    <message>
        <source>give one factor for each pair of rotated components</source>
        <translation>회전하는 성분 쌍마다 계수 하나를 주십시오</translation>
    </message>
    <message>
        <source>give the length that the model was trained with: --pretraining-length</source>
        <translation>모델이 학습한 길이를 주십시오: --pretraining-length</translation>
    </message>
    <message>
        <source>given by the user</source>
        <translation>사용자 지정</translation>
    </message>
    <message>
        <source>gives groups of dimensions distances of their own, each scaled to what the group has learned</source>
        <translation>차원의 묶음마다 그 묶음이 학습한 범위에 맞춘 저마다의 거리를 줍니다</translation>
    </message>
    <message>
        <source>group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>h5py, MATLAB, Julia, R</source>
        <translation>h5py, MATLAB, Julia, R</translation>
    </message>
    <message>
        <source>has an unreadable shape: {1}</source>
        <translation>형상을 읽을 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>has an unusable type or shape: {1}</source>
        <translation>자료형이나 형상을 쓸 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>has angles without positions; expected sequences alone</source>
        <translation>위치 없이 각도만 있습니다. 시퀀스만 지정하십시오</translation>
    </message>
    <message>
        <source>has another type or shape; expected a list of at most {1} integers</source>
        <translation>자료형이나 형상이 다릅니다. 최대 {1}개의 정수 목록이 필요합니다</translation>
    </message>
    <message>
        <source>has another type or shape; expected one integer</source>
        <translation>자료형이나 형상이 다릅니다. 정수 하나가 필요합니다</translation>
    </message>
    <message>
        <source>has another type or shape; expected one number</source>
        <translation>자료형이나 형상이 다릅니다. 수 하나가 필요합니다</translation>
    </message>
    <message>
        <source>has another type; expected {1}</source>
        <translation>자료형이 다릅니다. {1}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>has chunks of {1} x {2}; expected chunks of at most {3} MiB</source>
        <translation>청크가 {1} × {2}입니다. 최대 {3} MiB의 청크가 필요합니다</translation>
    </message>
    <message>
        <source>has counts alone, which do not tell its tokens apart; expected no choice of positions or sequences</source>
        <translation>카운트만 있어 토큰을 구별할 수 없습니다. 위치나 시퀀스를 고를 수 없습니다</translation>
    </message>
    <message>
        <source>has more than {1} dimensions; expected at most as many in all RoPEs together</source>
        <translation>차원이 {1}개를 넘습니다. 모든 RoPE를 합쳐 그 수 이하가 필요합니다</translation>
    </message>
    <message>
        <source>has no RoPE {1}; expected 0 to {2}</source>
        <translation>RoPE {1}은(는) 없습니다. 0에서 {2} 사이가 필요합니다</translation>
    </message>
    <message>
        <source>has no angles one by one; expected a recording of values, not of counts alone</source>
        <translation>각도가 하나씩 들어 있지 않습니다. 개수만이 아니라 값의 기록이 필요합니다</translation>
    </message>
    <message>
        <source>has no angles; expected angles</source>
        <translation>각도가 없습니다. 각도가 필요합니다</translation>
    </message>
    <message>
        <source>has no angles; expected positions and angles</source>
        <translation>각도가 없습니다. 위치와 각도가 필요합니다</translation>
    </message>
    <message>
        <source>has no groups; expected one for each RoPE, such as &quot;main&quot;</source>
        <translation>그룹이 없습니다. &quot;main&quot;처럼 RoPE마다 하나가 필요합니다</translation>
    </message>
    <message>
        <source>has no positions; expected positions and angles</source>
        <translation>위치가 없습니다. 위치와 각도가 필요합니다</translation>
    </message>
    <message>
        <source>has no sequence {1}; expected 0 to {2}</source>
        <translation>시퀀스 {1}: 없습니다. 0~{2}이어야 합니다</translation>
    </message>
    <message>
        <source>has no sequence {1}; expected 0, the only one</source>
        <translation>시퀀스 {1}: 없습니다. 시퀀스는 0 하나뿐입니다</translation>
    </message>
    <message>
        <source>has no token with {1}; expected some of the positions {2} to {3}</source>
        <translation>{1}: 해당하는 토큰이 없습니다. 위치 {2}~{3} 가운데에서 고르십시오</translation>
    </message>
    <message>
        <source>has no token with {1}; its sequences have none</source>
        <translation>{1}: 해당하는 토큰이 없습니다. 그 시퀀스가 비어 있습니다</translation>
    </message>
    <message>
        <source>has no usage of its dimensions; expected a recording that was made with usage, or weights from a file</source>
        <translation>차원의 사용량이 없습니다. 사용량과 함께 만든 기록이나 파일의 가중치가 필요합니다</translation>
    </message>
    <message>
        <source>has positions up to {1}; expected 0 to {2}, which a file of counts can hold</source>
        <translation>{1}까지의 위치가 있습니다. 센 수의 파일이 담을 수 있는 0에서 {2} 사이가 필요합니다</translation>
    </message>
    <message>
        <source>has the RoPE &quot;{1}&quot; in place of &quot;{2}&quot;</source>
        <translation>RoPE &quot;{2}&quot; 대신 &quot;{1}&quot;이(가) 있습니다</translation>
    </message>
    <message>
        <source>has the shape {1} x {2}, more than the file can hold; expected a file that was written to its end</source>
        <translation>형상이 {1} × {2}(으)로 파일에 담길 수 있는 것보다 큽니다. 끝까지 쓴 파일이 필요합니다</translation>
    </message>
    <message>
        <source>has unreadable chunks: {1}</source>
        <translation>청크를 읽을 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>has unreadable filters: {1}</source>
        <translation>필터를 읽을 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>has version {1} of the recording format; this program reads versions up to {2}. Use a newer program, or record again</source>
        <translation>기록 형식의 버전이 {1}입니다. 이 프로그램은 버전 {2}까지 읽습니다. 더 새로운 프로그램을 쓰거나 다시 기록하십시오</translation>
    </message>
    <message>
        <source>has {1} RoPEs with more than {2} dimensions in all; expected one for each kind of layer</source>
        <translation>RoPE가 {1}개이고 차원이 모두 {2}개를 넘습니다. 레이어 종류마다 하나가 필요합니다</translation>
    </message>
    <message>
        <source>has {1} RoPEs, not {2}</source>
        <translation>RoPE가 {2}개가 아니라 {1}개 있습니다</translation>
    </message>
    <message>
        <source>has {1} bytes; expected at most {2}</source>
        <translation>{1}바이트입니다. 최대 {2}바이트가 필요합니다</translation>
    </message>
    <message>
        <source>has {1} chunks, more than the file can hold; expected a file that was written to its end</source>
        <translation>청크가 {1}개로 파일에 담길 수 있는 것보다 많습니다. 끝까지 쓴 파일이 필요합니다</translation>
    </message>
    <message>
        <source>has {1} columns; expected one for each of the {2} values of inv_freq</source>
        <translation>열이 {1}개 있습니다. inv_freq의 값 {2}개마다 하나가 필요합니다</translation>
    </message>
    <message>
        <source>has {1} dimensions; expected {2}</source>
        <translation>차원 수가 {1}입니다. {2}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>has {1} members; expected at most {2}</source>
        <translation>구성원이 {1}개 있습니다. 최대 {2}개가 필요합니다</translation>
    </message>
    <message>
        <source>has {1} pairs of distance 0; expected at least {2}, as its attribute &quot;tokens&quot; says, and {3} at most in all</source>
        <translation>거리 0의 쌍이 {1}개 있습니다. 속성 &quot;tokens&quot;에 따라 {2}개 이상, 모두 {3}개 이하가 필요합니다</translation>
    </message>
    <message>
        <source>has {1} position axes, not {2}</source>
        <translation>위치 축이 {2}개가 아니라 {1}개 있습니다</translation>
    </message>
    <message>
        <source>has {1} position axes; expected 1 to {2}</source>
        <translation>위치 축이 {1}개 있습니다. 1에서 {2}개가 필요합니다</translation>
    </message>
    <message>
        <source>has {1} rows of {2}; expected {3}</source>
        <translation>열 {2}개인 행이 {1}개 있습니다. {3}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>has {1} rows; expected at most {2} along positions</source>
        <translation>행이 {1}개입니다. 위치를 따라서는 {2}개까지 볼 수 있습니다</translation>
    </message>
    <message>
        <source>has {1} rows; expected {2}, as many as the recording has tokens</source>
        <translation>행이 {1}개 있습니다. 기록의 토큰 수와 같은 {2}개가 필요합니다</translation>
    </message>
    <message>
        <source>has {1} values; expected 1 to {2}, of a model with one position axis</source>
        <translation>값이 {1}개 있습니다. 위치 축이 하나인 모델에서 1에서 {2}개가 필요합니다</translation>
    </message>
    <message>
        <source>has {1} values; expected 2 to {2}, one more than there are sequences</source>
        <translation>값이 {1}개 있습니다. 시퀀스 수보다 하나 많은 2에서 {2}개가 필요합니다</translation>
    </message>
    <message>
        <source>has {1} values; expected at most 65536</source>
        <translation>값이 {1}개 있습니다. 최대 65536개가 필요합니다</translation>
    </message>
    <message>
        <source>has {1} values; expected one for each of the {2} dimensions</source>
        <translation>값이 {1}개 있습니다. {2}개 차원마다 하나가 필요합니다</translation>
    </message>
    <message>
        <source>has {1} values; expected rotary_dim/2 = {2}, at most {3}</source>
        <translation>값이 {1}개 있습니다. rotary_dim/2 = {2}, 최대 {3}개가 필요합니다</translation>
    </message>
    <message>
        <source>has {1}; expected a model with rotary position embeddings</source>
        <translation>{1} 이 있습니다. 회전 위치 임베딩이 있는 모델이 필요합니다</translation>
    </message>
    <message>
        <source>head_dim is missing and {1} is {2}; expected head_dim, or at least 1 head</source>
        <translation>head_dim이 없고 {1}이(가) {2}입니다. head_dim 또는 1개 이상의 헤드가 필요합니다</translation>
    </message>
    <message>
        <source>head_dim is missing; expected head_dim, or hidden_size and num_attention_heads</source>
        <translation>head_dim이 없습니다. head_dim 또는 hidden_size와 num_attention_heads가 필요합니다</translation>
    </message>
    <message>
        <source>holds no tokens; expected at least one row</source>
        <translation>토큰이 없습니다. 행이 1개 이상 필요합니다</translation>
    </message>
    <message>
        <source>id is {1}, which is not that of its factors; expected {2}</source>
        <translation>id가 {1}이며, 그 계수의 것이 아닙니다. {2}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>id is {1}; expected up to 64 letters, digits and &quot;-&quot;</source>
        <translation>id가 {1}입니다. 64자까지의 영문자, 숫자, &quot;-&quot;가 필요합니다</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>무시됨</translation>
    </message>
    <message>
        <source>interpolation</source>
        <translation>보간</translation>
    </message>
    <message>
        <source>inv_freq has {1} values; expected rotary_dim/2 = {2}</source>
        <translation>inv_freq에 값이 {1}개 있습니다. rotary_dim/2 = {2}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>inv_freq[{1}] is not rope_theta^(-2i/d), from which llama.cpp starts</source>
        <translation>inv_freq[{1}]이(가) llama.cpp가 시작하는 rope_theta^(-2i/d)와 다릅니다</translation>
    </message>
    <message>
        <source>inv_freq[{1}] is not rope_theta^(-{2}/{3}); a Transformers configuration with rope_type longrope cannot state it</source>
        <translation>inv_freq[{1}]이(가) rope_theta^(-{2}/{3})와 다르므로 rope_type이 longrope인 Transformers 설정으로 나타낼 수 없습니다</translation>
    </message>
    <message>
        <source>inv_freq[{1}] is {2}; expected a finite frequency, not negative, in rad per position</source>
        <translation>inv_freq[{1}]이(가) {2}입니다. 유한하고 음수가 아닌 주파수(rad/위치)가 필요합니다</translation>
    </message>
    <message>
        <source>is a soft link; expected the data itself, in this file</source>
        <translation>소프트 링크입니다. 이 파일 안의 데이터 자체가 필요합니다</translation>
    </message>
    <message>
        <source>is a virtual dataset; expected the data itself, in this file</source>
        <translation>가상 데이터세트입니다. 이 파일 안의 데이터 자체가 필요합니다</translation>
    </message>
    <message>
        <source>is an external link; expected the data itself, in this file</source>
        <translation>외부 링크입니다. 이 파일 안의 데이터 자체가 필요합니다</translation>
    </message>
    <message>
        <source>is chunked; expected a dataset in one piece</source>
        <translation>청크로 나뉘어 있습니다. 한 덩어리의 데이터세트가 필요합니다</translation>
    </message>
    <message>
        <source>is cut short, or damaged: its table of segments is not there</source>
        <translation>중간에 잘렸거나 손상되었습니다: 세그먼트 표가 없습니다</translation>
    </message>
    <message>
        <source>is cut short: has {1} bytes; expected at least {2}</source>
        <translation>중간에 잘렸습니다: {1}바이트입니다. {2}바이트 이상이 필요합니다</translation>
    </message>
    <message>
        <source>is damaged: HDF5 does not come to an end on its structure; expected a file that was written to its end and not changed since</source>
        <translation>손상되었습니다: HDF5가 파일의 구조에서 끝나지 않습니다. 끝까지 쓰고 그 뒤 바뀌지 않은 파일이 필요합니다</translation>
    </message>
    <message>
        <source>is damaged: HDF5 itself fails on its structure; expected a file that was written to its end and not changed since</source>
        <translation>손상되었습니다: HDF5 자체가 파일의 구조에서 실패합니다. 끝까지 쓰고 그 뒤 바뀌지 않은 파일이 필요합니다</translation>
    </message>
    <message>
        <source>is damaged: its contents are not those that were built; install it again</source>
        <translation>손상되었습니다: 내용이 빌드된 것과 다릅니다. 다시 설치하십시오</translation>
    </message>
    <message>
        <source>is empty; expected {1}</source>
        <translation>비어 있습니다. 필요한 것: {1}</translation>
    </message>
    <message>
        <source>is in nomic_bert&apos;s own form, whose code reads no rope_parameters: the table would be dropped; expected a config.json with rope_parameters, as Transformers saves it, or the format {1}</source>
        <translation>nomic_bert 고유의 형식이며 그 코드는 rope_parameters를 읽지 않으므로 표가 사라집니다. Transformers가 저장하는 rope_parameters가 있는 config.json 또는 형식 {1}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>is missing, and no RoPE has angles; expected one of them, or counts of them</source>
        <translation>없습니다. 또 각도가 있는 RoPE도 없습니다. 그중 하나 또는 그 개수가 필요합니다</translation>
    </message>
    <message>
        <source>is missing; expected a group</source>
        <translation>없습니다. 그룹이 필요합니다</translation>
    </message>
    <message>
        <source>is missing; expected float64 [D]</source>
        <translation>없습니다. float64 [D]가 필요합니다</translation>
    </message>
    <message>
        <source>is no guided tour; expected the member &quot;schema&quot; to be {1}</source>
        <translation>가이드 투어가 아닙니다. 항목 &quot;schema&quot;가 {1}이어야 합니다</translation>
    </message>
    <message>
        <source>is not a Rotascope engine: it has no engine&apos;s mark</source>
        <translation>Rotascope 엔진이 아닙니다: 엔진 표시가 없습니다</translation>
    </message>
    <message>
        <source>is not a Rotascope engine</source>
        <translation>Rotascope 엔진이 아닙니다</translation>
    </message>
    <message>
        <source>is not a dataset; expected the data themselves</source>
        <translation>데이터세트가 아닙니다. 데이터 자체가 필요합니다</translation>
    </message>
    <message>
        <source>is not a file</source>
        <translation>파일이 아닙니다</translation>
    </message>
    <message>
        <source>is not a group; expected a group</source>
        <translation>그룹이 아닙니다. 그룹이 필요합니다</translation>
    </message>
    <message>
        <source>is not a recording, which alone has tokens to choose from; expected no choice of positions or sequences</source>
        <translation>기록이 아닙니다. 토큰은 기록에서만 고를 수 있습니다. 위치나 시퀀스를 고를 수 없습니다</translation>
    </message>
    <message>
        <source>is not a text; expected one string</source>
        <translation>텍스트가 아닙니다. 문자열 하나가 필요합니다</translation>
    </message>
    <message>
        <source>is not an HDF5 file; expected {1}</source>
        <translation>HDF5 파일이 아닙니다. 필요한 것: {1}</translation>
    </message>
    <message>
        <source>is not an object</source>
        <translation>객체가 아닙니다</translation>
    </message>
    <message>
        <source>is not usable; expected UTF-8 text of at most {1} bytes</source>
        <translation>쓸 수 없습니다. 최대 {1}바이트의 UTF-8 텍스트가 필요합니다</translation>
    </message>
    <message>
        <source>is of the model &quot;{1}&quot;, not of &quot;{2}&quot;</source>
        <translation>모델 &quot;{2}&quot;이(가) 아니라 &quot;{1}&quot;의 것입니다</translation>
    </message>
    <message>
        <source>is relative to the current folder; expected an absolute path</source>
        <translation>현재 폴더에 대한 상대 경로입니다. 절대 경로가 필요합니다</translation>
    </message>
    <message>
        <source>is too large</source>
        <translation>너무 큽니다</translation>
    </message>
    <message>
        <source>is {1}, not a regular file; expected the name of a file to write</source>
        <translation>일반 파일이 아니라 {1}입니다. 쓸 파일의 이름이 필요합니다</translation>
    </message>
    <message>
        <source>is {1}, not a regular file</source>
        <translation>일반 파일이 아니라 {1}입니다</translation>
    </message>
    <message>
        <source>is {1}; expected the name of another file</source>
        <translation>{1}입니다. 다른 파일의 이름이 필요합니다</translation>
    </message>
    <message>
        <source>it does not know the rope_type dynamic</source>
        <translation>rope_type dynamic을 모릅니다</translation>
    </message>
    <message>
        <source>it does not know the rope_type su</source>
        <translation>rope_type su를 모릅니다</translation>
    </message>
    <message>
        <source>it does not know the rope_type {1}</source>
        <translation>rope_type {1}을(를) 모릅니다</translation>
    </message>
    <message>
        <source>it does not know the scaling that Transformers&apos; class fills in: unscaled</source>
        <translation>Transformers의 클래스가 채우는 스케일링을 모르므로 스케일링이 없습니다</translation>
    </message>
    <message>
        <source>it does not know the type {1}: unscaled</source>
        <translation>유형 {1}을(를) 모르므로 스케일링이 없습니다</translation>
    </message>
    <message>
        <source>it does not know the type {1}</source>
        <translation>유형 {1}을(를) 모릅니다</translation>
    </message>
    <message>
        <source>it has {1} words; expected {2}, vocab_size in config.json</source>
        <translation>단어가 {1}개 있습니다. config.json의 vocab_size인 {2}개가 필요합니다</translation>
    </message>
    <message>
        <source>it is &quot;{1}&quot;, which llama.cpp stops at</source>
        <translation>&quot;{1}&quot;입니다. llama.cpp는 여기서 멈춥니다</translation>
    </message>
    <message>
        <source>it is cut off: it has {1} of {2} bytes; expected the whole file: copy it again</source>
        <translation>중간에 잘렸습니다: {2}바이트 가운데 {1}바이트만 있습니다. 파일 전체가 필요합니다. 다시 복사하십시오</translation>
    </message>
    <message>
        <source>it is damaged, or a newer HDF5 wrote it; h5repack --high=1 FILE COPY, of that version, makes a copy that every version reads</source>
        <translation>손상되었거나 더 새로운 HDF5로 쓴 것입니다. 그 버전의 h5repack --high=1 FILE COPY로 모든 버전이 읽는 사본을 만들 수 있습니다</translation>
    </message>
    <message>
        <source>it is damaged; expected a file that was written to its end and not changed since</source>
        <translation>손상되었습니다. 끝까지 쓰고 그 뒤 바뀌지 않은 파일이 필요합니다</translation>
    </message>
    <message>
        <source>it is longrope, but there are no factors: the conversion has dropped the table, and the model runs unscaled</source>
        <translation>longrope이지만 계수가 없습니다. 변환에서 표가 사라졌고 모델은 스케일링 없이 실행됩니다</translation>
    </message>
    <message>
        <source>it is not stated: the ramp is made at context_length = {1}</source>
        <translation>명시되지 않았습니다. 램프는 context_length = {1}에서 만들어집니다</translation>
    </message>
    <message>
        <source>it is null, which Transformers stops at (KeyError: None)</source>
        <translation>null입니다. Transformers는 여기서 멈춥니다(KeyError: None)</translation>
    </message>
    <message>
        <source>it is {1}, but max_position_embeddings / original_max_position_embeddings = {2}: Transformers 5 and vLLM take the factor or the ratio, some versions of Transformers 4 and ExLlamaV3 the ratio</source>
        <translation>{1}이지만 max_position_embeddings / original_max_position_embeddings = {2}입니다. Transformers 5와 vLLM은 계수나 비를, Transformers 4의 일부 버전과 ExLlamaV3은 비를 씁니다</translation>
    </message>
    <message>
        <source>it is {1}, but max_position_embeddings / original_max_position_embeddings = {2}: Transformers 5 and vLLM take the factor, some versions of Transformers 4 and ExLlamaV3 the ratio</source>
        <translation>{1}이지만 max_position_embeddings / original_max_position_embeddings = {2}입니다. Transformers 5와 vLLM은 계수를, Transformers 4의 일부 버전과 ExLlamaV3은 비를 씁니다</translation>
    </message>
    <message>
        <source>it is {1}, but most engines derive sqrt(1 + ln(max/original) / ln(original)) = {2} from the lengths and do not read it</source>
        <translation>{1}이지만 대부분의 엔진은 이것을 읽지 않고 길이에서 sqrt(1 + ln(max/original) / ln(original)) = {2}을(를) 구합니다</translation>
    </message>
    <message>
        <source>it is {1}, but rope_type is default: the model is not scaled, while vLLM multiplies its length</source>
        <translation>{1}이지만 rope_type이 default입니다. 모델은 스케일링되지 않지만 vLLM은 그 길이에 곱합니다</translation>
    </message>
    <message>
        <source>it is {1}, longer than max_position_embeddings = {2}, which is what engines read: the model is served, and measured here, for the latter</source>
        <translation>{1}(으)로, 엔진이 읽는 max_position_embeddings = {2}보다 깁니다. 모델은 뒤의 길이로 서비스되고 여기서도 그 길이로 잽니다</translation>
    </message>
    <message>
        <source>it is {1}: vLLM serves so many positions (max_model_len), not factor x original = {2}</source>
        <translation>{1}입니다. vLLM은 factor × original = {2}이(가) 아니라 이 위치 수(max_model_len)를 서비스합니다</translation>
    </message>
    <message>
        <source>it knows the type {1}, Transformers does not</source>
        <translation>유형 {1}을(를) 알지만 Transformers는 모릅니다</translation>
    </message>
    <message>
        <source>it needs original_max_position_embeddings on top, or a factor</source>
        <translation>최상위의 original_max_position_embeddings 또는 factor가 필요합니다</translation>
    </message>
    <message>
        <source>it needs original_max_position_embeddings on top</source>
        <translation>최상위에 original_max_position_embeddings가 필요합니다</translation>
    </message>
    <message>
        <source>it needs original_max_position_embeddings within rope_scaling</source>
        <translation>rope_scaling 안에 original_max_position_embeddings가 필요합니다</translation>
    </message>
    <message>
        <source>it needs rope_parameters</source>
        <translation>rope_parameters가 필요합니다</translation>
    </message>
    <message>
        <source>it reads alpha alone, the same at every length</source>
        <translation>alpha만 읽으며 모든 길이에서 같습니다</translation>
    </message>
    <message>
        <source>it reads alpha, not factor: unscaled</source>
        <translation>factor가 아니라 alpha를 읽으므로 스케일링이 없습니다</translation>
    </message>
    <message>
        <source>it reads llama3 under rope_type, and linear, longrope and yarn under type: unscaled</source>
        <translation>llama3은 rope_type에서, linear, longrope, yarn은 type에서 읽으므로 스케일링이 없습니다</translation>
    </message>
    <message>
        <source>it refuses to load lists of another length than d/2</source>
        <translation>길이가 d/2와 다른 목록은 불러오기를 거부합니다</translation>
    </message>
    <message>
        <source>it stops where both type and rope_type are stated</source>
        <translation>type과 rope_type이 모두 있으면 멈춥니다</translation>
    </message>
    <message>
        <source>it takes more memory than there is, or than files of its size are given</source>
        <translation>지금 있는 메모리 또는 이 크기의 파일에 주어지는 메모리로는 부족합니다</translation>
    </message>
    <message>
        <source>it takes type, not rope_type</source>
        <translation>rope_type이 아니라 type을 씁니다</translation>
    </message>
    <message>
        <source>its --ropeconfig knows no attention factor</source>
        <translation>--ropeconfig로는 어텐션 계수를 지정할 수 없습니다</translation>
    </message>
    <message>
        <source>its --ropeconfig knows no yarn</source>
        <translation>--ropeconfig로는 yarn을 지정할 수 없습니다</translation>
    </message>
    <message>
        <source>its OLMo takes type and factor, and nothing else beside them</source>
        <translation>OLMo 코드는 type과 factor만 받고 그 밖의 것이 있으면 거부합니다</translation>
    </message>
    <message>
        <source>its Phi builder reads the lists only where max and original lengths differ</source>
        <translation>Phi 빌더는 max와 original의 길이가 다를 때만 목록을 읽습니다</translation>
    </message>
    <message>
        <source>its Phi-3 needs the key type, not rope_type</source>
        <translation>Phi-3 코드에는 rope_type이 아니라 키 type이 필요합니다</translation>
    </message>
    <message>
        <source>its Phi-3 takes type, short_factor and long_factor, and nothing else beside them</source>
        <translation>Phi-3 코드는 type, short_factor, long_factor만 받고 그 밖의 것이 있으면 거부합니다</translation>
    </message>
    <message>
        <source>its angles were counted in {1} intervals, which do not tell {2}; expected a number that divides it, such as 360 or 720</source>
        <translation>각도를 {1}개 구간으로 세었으므로 {2}개 구간은 알 수 없습니다. 360이나 720처럼 그 약수가 필요합니다</translation>
    </message>
    <message>
        <source>its attributes cannot be listed; expected at most {1}</source>
        <translation>속성의 목록을 만들 수 없습니다. 최대 {1}개가 필요합니다</translation>
    </message>
    <message>
        <source>its class reads neither rotary_emb_base nor rotary_scaling_factor: unscaled, with base 1000; {1}</source>
        <translation>클래스가 rotary_emb_base도 rotary_scaling_factor도 읽지 않으므로 베이스 1000으로 스케일링이 없습니다. {1}</translation>
    </message>
    <message>
        <source>its class stops at a scaling that is not in rope_parameters for each kind of layers (KeyError)</source>
        <translation>스케일링이 레이어 종류별 rope_parameters에 없으면 클래스가 멈춥니다(KeyError)</translation>
    </message>
    <message>
        <source>its code for latent attention takes every scaling for yarn and does not read the lists</source>
        <translation>잠재 어텐션 코드는 모든 스케일링을 yarn으로 보고 목록을 읽지 않습니다</translation>
    </message>
    <message>
        <source>its code makes sines and cosines of its own, whatever the configuration says</source>
        <translation>그 코드는 설정과 상관없이 자체적으로 사인과 코사인을 만듭니다</translation>
    </message>
    <message>
        <source>its code stops at the rope_type longrope</source>
        <translation>그 코드는 rope_type longrope에서 멈춥니다</translation>
    </message>
    <message>
        <source>its converter writes no rope_freqs for {1}: unscaled</source>
        <translation>변환기가 {1}에 rope_freqs를 쓰지 않으므로 스케일링이 없습니다</translation>
    </message>
    <message>
        <source>its converter writes no scaling: unscaled</source>
        <translation>변환기가 스케일링을 쓰지 않으므로 스케일링이 없습니다</translation>
    </message>
    <message>
        <source>its data_offsets are {1}; expected a range within the {2} bytes of data</source>
        <translation>data_offsets가 {1}입니다. {2}바이트의 데이터 안의 범위가 필요합니다</translation>
    </message>
    <message>
        <source>its distances are not known, because not every sequence has the positions p, p + 1, p + 2 and so on; expected /distance_counts</source>
        <translation>위치 p, p + 1, p + 2 …가 이어지지 않는 시퀀스가 있어 거리를 알 수 없습니다. /distance_counts가 필요합니다</translation>
    </message>
    <message>
        <source>its driver has not answered yet</source>
        <translation>드라이버가 아직 응답하지 않았습니다</translation>
    </message>
    <message>
        <source>its dtype is not a text; expected one of {1}</source>
        <translation>dtype이 텍스트가 아닙니다. 다음 중 하나가 필요합니다: {1}</translation>
    </message>
    <message>
        <source>its dtype is {1}; expected one of {2}</source>
        <translation>dtype이 {1}입니다. 다음 중 하나가 필요합니다: {2}</translation>
    </message>
    <message>
        <source>its header has {1} members; expected at most {2} tensors</source>
        <translation>헤더에 멤버가 {1}개 있습니다. 텐서는 {2}개 이하여야 합니다</translation>
    </message>
    <message>
        <source>its header is longer than 64 MiB; expected a model, whose header has some MiB</source>
        <translation>헤더가 64 MiB보다 깁니다. 헤더가 몇 MiB인 모델이 필요합니다</translation>
    </message>
    <message>
        <source>its header is {1}</source>
        <translation>헤더: {1}</translation>
    </message>
    <message>
        <source>its key is {1}; expected 1 to 65535 bytes of UTF-8</source>
        <translation>키가 {1}입니다. 1에서 65535바이트의 UTF-8이 필요합니다</translation>
    </message>
    <message>
        <source>its layers with a sliding window have a RoPE of their own, and llama.cpp applies the tensor to all layers; expected a model with one RoPE</source>
        <translation>슬라이딩 윈도 레이어에는 자체 RoPE가 있고 llama.cpp는 텐서를 모든 레이어에 적용합니다. RoPE가 하나인 모델이 필요합니다</translation>
    </message>
    <message>
        <source>its longrope does not take positions of several axes</source>
        <translation>longrope 코드는 여러 축의 위치를 받지 않습니다</translation>
    </message>
    <message>
        <source>its longrope turns the halves of a head against each other, and this model neighbouring components</source>
        <translation>longrope 코드는 헤드의 앞뒤 절반을 짝지어 회전하지만 이 모델은 이웃한 성분을 짝짓습니다</translation>
    </message>
    <message>
        <source>its name is not UTF-8, so that no session can name it; rename the file</source>
        <translation>이름이 UTF-8이 아니어서 세션에 적을 수 없습니다. 파일 이름을 바꾸십시오</translation>
    </message>
    <message>
        <source>its name is {1}; expected 1 to 63 bytes of UTF-8</source>
        <translation>이름이 {1}입니다. 1에서 63바이트의 UTF-8이 필요합니다</translation>
    </message>
    <message>
        <source>its schema is {1}; expected {2}</source>
        <translation>스키마가 {1}입니다. {2}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>its shape is {1}, which does not fit the {2} bytes that its data_offsets give it</source>
        <translation>형상이 {1}이며, data_offsets가 주는 {2}바이트에 맞지 않습니다</translation>
    </message>
    <message>
        <source>its shape or data_offsets are not lists of whole numbers; expected at most {1} axes and two offsets</source>
        <translation>shape 또는 data_offsets가 정수 목록이 아닙니다. 축 {1}개 이하와 오프셋 두 개가 필요합니다</translation>
    </message>
    <message>
        <source>its source is not at {1} and not at {2}; put the file back, or open it from where it is now</source>
        <translation>소스가 {1}에도 {2}에도 없습니다. 파일을 되돌려 놓거나 지금 있는 곳에서 여십시오</translation>
    </message>
    <message>
        <source>its source is not at {1}; put the file back, or open it from where it is now</source>
        <translation>소스가 {1}에 없습니다. 파일을 되돌려 놓거나 지금 있는 곳에서 여십시오</translation>
    </message>
    <message>
        <source>its trained model cannot be computed: {1}</source>
        <translation>학습된 모델을 계산할 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>keep it if the model is to be extended beyond the factors that it was trained with; else remove the type</source>
        <translation>모델을 학습한 계수 이상으로 확장할 것이면 두고, 아니면 유형을 제거하십시오</translation>
    </message>
    <message>
        <source>keep one of them</source>
        <translation>둘 중 하나만 남기십시오</translation>
    </message>
    <message>
        <source>keep rope_type (type for ExLlamaV2 and for Phi-3 in mlx-lm)</source>
        <translation>rope_type을 남기십시오(ExLlamaV2와 mlx-lm의 Phi-3에서는 type)</translation>
    </message>
    <message>
        <source>keep the model on one side of the switch, or state the same list twice</source>
        <translation>모델을 전환점의 한쪽에서만 쓰거나 같은 목록을 두 번 적으십시오</translation>
    </message>
    <message>
        <source>keeps its data in another file; expected the data itself, in this file</source>
        <translation>데이터를 다른 파일에 두고 있습니다. 이 파일 안의 데이터 자체가 필요합니다</translation>
    </message>
    <message>
        <source>larger than 64 MiB; expected {1}</source>
        <translation>64 MiB보다 큽니다. 필요한 것: {1}</translation>
    </message>
    <message>
        <source>leads nowhere; expected a file that is not damaged</source>
        <translation>아무 데도 이어지지 않습니다. 손상되지 않은 파일이 필요합니다</translation>
    </message>
    <message>
        <source>learned positions</source>
        <translation>학습된 위치</translation>
    </message>
    <message>
        <source>least work to turn P into Q around the circle, in turns</source>
        <translation>원을 따라 P를 Q로 바꾸는 최소 작업량, 단위는 회전</translation>
    </message>
    <message>
        <source>leave it out, and switch it on where the engine has it</source>
        <translation>이것을 빼고, 그것이 있는 엔진에서 켜십시오</translation>
    </message>
    <message>
        <source>leave the whole object out, or state &quot;default&quot;</source>
        <translation>객체 전체를 빼거나 &quot;default&quot;라고 적으십시오</translation>
    </message>
    <message>
        <source>leaves chunks at its edges unfiltered; expected all chunks filtered alike</source>
        <translation>가장자리의 청크에 필터가 없습니다. 모든 청크에 같은 필터가 필요합니다</translation>
    </message>
    <message>
        <source>less than 1 %</source>
        <translation>1 % 미만</translation>
    </message>
    <message>
        <source>letter is {1}; expected A to {2}</source>
        <translation>letter가 {1}입니다. A에서 {2} 사이가 필요합니다</translation>
    </message>
    <message>
        <source>link</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>llama-server and llama-cli serve no more than {1} positions unless {2} is added, with the file&apos;s general.architecture in the place of ARCHITECTURE</source>
        <translation>{2}을(를) 더하지 않으면 llama-server와 llama-cli는 {1} 위치까지만 다룹니다. ARCHITECTURE 자리에는 파일의 general.architecture를 넣습니다</translation>
    </message>
    <message>
        <source>llama-server and llama-cli serve no more than {1} positions unless {2} is added</source>
        <translation>{2}을(를) 더하지 않으면 llama-server와 llama-cli는 {1} 위치까지만 다룹니다</translation>
    </message>
    <message>
        <source>llama.cpp and programs built on it</source>
        <translation>llama.cpp와 이를 기반으로 한 프로그램</translation>
    </message>
    <message>
        <source>llama.cpp does not read for the architecture {1}: {2}</source>
        <translation>llama.cpp는 아키텍처 {1}에서 다음을 읽지 않습니다: {2}</translation>
    </message>
    <message>
        <source>llama.cpp flags</source>
        <translation>llama.cpp 플래그</translation>
    </message>
    <message>
        <source>llama.cpp loads it for the architecture {1} but does not use it: the model runs unscaled</source>
        <translation>llama.cpp는 아키텍처 {1}에서 불러오지만 쓰지 않습니다. 모델은 스케일링 없이 실행됩니다</translation>
    </message>
    <message>
        <source>llama.cpp&apos;s converter writes scaling.type = longrope without the factors for {1}: the table is silently dropped</source>
        <translation>llama.cpp의 변환기는 {1}에 계수 없이 scaling.type = longrope를 씁니다. 표는 경고 없이 사라집니다</translation>
    </message>
    <message>
        <source>llama.cpp, KoboldCpp: the file as it is</source>
        <translation>llama.cpp, KoboldCpp: 파일은 그대로</translation>
    </message>
    <message>
        <source>llama.cpp; KoboldCpp where one scale and one base say the table</source>
        <translation>llama.cpp. KoboldCpp는 하나의 스케일과 하나의 베이스로 나타낼 수 있는 표만</translation>
    </message>
    <message>
        <source>llama.cpp</source>
        <translation>llama.cpp</translation>
    </message>
    <message>
        <source>llama3 needs low_freq_factor and high_freq_factor, which this source does not state</source>
        <translation>llama3에는 low_freq_factor와 high_freq_factor가 필요한데 이 소스에는 없습니다</translation>
    </message>
    <message>
        <source>long_factor at every length</source>
        <translation>모든 길이에서 long_factor</translation>
    </message>
    <message>
        <source>long_factor for a whole batch as soon as one of its sequences is longer than {1}</source>
        <translation>배치의 시퀀스 하나라도 {1}보다 길면 배치 전체에 long_factor</translation>
    </message>
    <message>
        <source>long_factor for all sequences if max_model_len is over {1}</source>
        <translation>max_model_len이 {1}을(를) 넘으면 모든 시퀀스에 long_factor</translation>
    </message>
    <message>
        <source>long_factor for all sequences if the context is over {1}</source>
        <translation>컨텍스트가 {1}을(를) 넘으면 모든 시퀀스에 long_factor</translation>
    </message>
    <message>
        <source>long_factor if its max_seq_len is over {1}</source>
        <translation>max_seq_len이 {1}을(를) 넘으면 long_factor</translation>
    </message>
    <message>
        <source>long_factor is not a list of numbers; expected one factor a dimension</source>
        <translation>long_factor가 수의 목록이 아닙니다. 차원마다 계수 하나가 필요합니다</translation>
    </message>
    <message>
        <source>longrope needs it and it is missing or empty</source>
        <translation>longrope에 필요한데 없거나 비어 있습니다</translation>
    </message>
    <message>
        <source>longrope needs original_max_position_embeddings</source>
        <translation>longrope에는 original_max_position_embeddings가 필요합니다</translation>
    </message>
    <message>
        <source>longrope needs short_factor and long_factor, which this source does not state</source>
        <translation>longrope에는 short_factor와 long_factor가 필요한데 이 소스에는 없습니다</translation>
    </message>
    <message>
        <source>longrope needs short_factor and long_factor</source>
        <translation>longrope에는 short_factor와 long_factor가 필요합니다</translation>
    </message>
    <message>
        <source>longrope&apos;s attention factor needs L of at least 2 positions</source>
        <translation>longrope의 어텐션 계수에는 2 위치 이상의 L이 필요합니다</translation>
    </message>
    <message>
        <source>make max_position_embeddings = factor x original_max_position_embeddings</source>
        <translation>max_position_embeddings = factor × original_max_position_embeddings로 하십시오</translation>
    </message>
    <message>
        <source>make original_max_position_embeddings = max_position_embeddings (they then have 1), and state short_mscale and long_mscale for vLLM and SGLang if it is to be another</source>
        <translation>original_max_position_embeddings = max_position_embeddings로 하고(그러면 1이 됩니다), 다른 값이어야 하면 vLLM과 SGLang을 위해 short_mscale과 long_mscale을 적으십시오</translation>
    </message>
    <message>
        <source>max / original = {1} in place of the factor</source>
        <translation>계수 대신 max / original = {1}</translation>
    </message>
    <message>
        <source>max_position_embeddings is missing; expected the number of positions</source>
        <translation>max_position_embeddings가 없습니다. 위치 수가 필요합니다</translation>
    </message>
    <message>
        <source>method &quot;{1}&quot; has no table: {2}</source>
        <translation>방법 &quot;{1}&quot;에는 표가 없습니다: {2}</translation>
    </message>
    <message>
        <source>method &quot;{1}&quot; is not known; expected one of {2}</source>
        <translation>방법 &quot;{1}&quot;을(를) 알 수 없습니다. 다음 중 하나가 필요합니다: {2}</translation>
    </message>
    <message>
        <source>method &quot;{1}&quot; was not analysed</source>
        <translation>방법 &quot;{1}&quot;은(는) 분석되지 않았습니다</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>mlx-lm</source>
        <translation>mlx-lm</translation>
    </message>
    <message>
        <source>model &quot;{1}&quot; is not among the presets; expected an id that `rotascope-cli models` lists, or the model&apos;s own config.json</source>
        <translation>모델 &quot;{1}&quot;은(는) 프리셋에 없습니다. `rotascope-cli models`가 나열하는 ID 또는 모델 자체의 config.json이 필요합니다</translation>
    </message>
    <message>
        <source>monotone needs disturbances to search; expected an analysis</source>
        <translation>monotone은 탐색을 위해 교란이 필요합니다. 분석 안에서 사용하십시오</translation>
    </message>
    <message>
        <source>mrope_section adds up to {1}; expected rotary_dim/2 = {2}</source>
        <translation>mrope_section의 합이 {1}입니다. rotary_dim/2 = {2}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>mrope_section has {1} values; expected 3 (time, height, width)</source>
        <translation>mrope_section에 값이 {1}개 있습니다. 3개(시간, 높이, 너비)가 필요합니다</translation>
    </message>
    <message>
        <source>mscale and mscale_all_dim are read for DeepSeek alone</source>
        <translation>mscale과 mscale_all_dim은 DeepSeek에서만 읽힙니다</translation>
    </message>
    <message>
        <source>near + w far, with w = 3 or as --far-weight says</source>
        <translation>근거리 + w 원거리 (w는 3, 또는 --far-weight의 값)</translation>
    </message>
    <message>
        <source>near + {1} far</source>
        <translation>근거리 + {1} × 원거리</translation>
    </message>
    <message>
        <source>near and far compare angles, and {1} has none; expected another measure, and no near threshold</source>
        <translation>near와 far는 각도를 비교하지만 {1} 에는 각도가 없습니다. 다른 척도가 필요하며, near 임계값은 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>newer versions alone, and without factor</source>
        <translation>새 버전에서만, factor 없이</translation>
    </message>
    <message>
        <source>no --hf-overrides with a quoted argument; expected a command that Rotascope exported</source>
        <translation>따옴표로 묶인 인수가 있는 --hf-overrides가 없습니다. Rotascope가 내보낸 명령이 필요합니다</translation>
    </message>
    <message>
        <source>no FACTORS and ATTENTION_FACTOR; expected a snippet that Rotascope exported</source>
        <translation>FACTORS와 ATTENTION_FACTOR가 없습니다. Rotascope가 내보낸 스니펫이 필요합니다</translation>
    </message>
    <message>
        <source>no NVIDIA driver was found</source>
        <translation>NVIDIA 드라이버를 찾을 수 없습니다</translation>
    </message>
    <message>
        <source>no RoPE named &quot;{1}&quot;, which the table is for; it has {2}</source>
        <translation>표의 대상인 RoPE &quot;{1}&quot;이(가) 없습니다. 있는 것은 {2}입니다</translation>
    </message>
    <message>
        <source>no RoPE named &quot;{1}&quot;; expected one of {2}</source>
        <translation>RoPE &quot;{1}&quot;이(가) 없습니다. 다음 중 하나가 필요합니다: {2}</translation>
    </message>
    <message>
        <source>no dimensions; expected a table that Rotascope exported as CSV</source>
        <translation>차원이 없습니다. Rotascope가 CSV로 내보낸 표가 필요합니다</translation>
    </message>
    <message>
        <source>no file for the scores is named</source>
        <translation>점수를 쓸 파일이 지정되지 않았습니다</translation>
    </message>
    <message>
        <source>no long_factor; expected a configuration that Rotascope exported</source>
        <translation>long_factor가 없습니다. Rotascope가 내보낸 설정이 필요합니다</translation>
    </message>
    <message>
        <source>no model is named; expected a folder, or a name of the Hugging Face hub as Qwen/Qwen3-8B</source>
        <translation>모델이 지정되지 않았습니다. 폴더, 또는 Qwen/Qwen3-8B 같은 Hugging Face 허브의 이름이 필요합니다</translation>
    </message>
    <message>
        <source>no numbers; expected a list of factors</source>
        <translation>수가 없습니다. 계수 목록이 필요합니다</translation>
    </message>
    <message>
        <source>no numbers; {1}</source>
        <translation>수가 없습니다. {1}</translation>
    </message>
    <message>
        <source>no such file</source>
        <translation>그런 파일이 없습니다</translation>
    </message>
    <message>
        <source>no table in comments; expected flags that Rotascope exported</source>
        <translation>주석에 표가 없습니다. Rotascope가 내보낸 플래그가 필요합니다</translation>
    </message>
    <message>
        <source>no tensor {1}; expected a GGUF file with a scaling table</source>
        <translation>텐서 {1}이(가) 없습니다. 스케일링 표가 있는 GGUF 파일이 필요합니다</translation>
    </message>
    <message>
        <source>no usage was recorded of layer {1}; expected layers of {2}</source>
        <translation>레이어 {1}의 사용량은 기록되지 않았습니다. {2} 가운데 레이어가 필요합니다</translation>
    </message>
    <message>
        <source>no usage was recorded of the layers {1}; expected layers of {2}</source>
        <translation>레이어 {1}의 사용량은 기록되지 않았습니다. {2} 가운데 레이어가 필요합니다</translation>
    </message>
    <message>
        <source>no {1} in a command; expected flags that Rotascope exported</source>
        <translation>명령에 {1}이(가) 없습니다. Rotascope가 내보낸 플래그가 필요합니다</translation>
    </message>
    <message>
        <source>no</source>
        <translation>0</translation>
    </message>
    <message>
        <source>none, linear, yarn or longrope</source>
        <translation>none, linear, yarn, longrope 중 하나로 하십시오</translation>
    </message>
    <message>
        <source>none</source>
        <translation>0 %</translation>
    </message>
    <message>
        <source>not a GGUF file</source>
        <translation>GGUF 파일이 아닙니다</translation>
    </message>
    <message>
        <source>not a JSON object; expected {1} ({2})</source>
        <translation>JSON 객체가 아닙니다. 필요한 것: {1}({2})</translation>
    </message>
    <message>
        <source>not a JSON object; expected {1}</source>
        <translation>JSON 객체가 아닙니다. 필요한 것: {1}</translation>
    </message>
    <message>
        <source>not a NumPy file of version 1; expected a table that Rotascope exported</source>
        <translation>버전 1의 NumPy 파일이 아닙니다. Rotascope가 내보낸 표가 필요합니다</translation>
    </message>
    <message>
        <source>not a list of numbers; expected one factor a dimension, or such a list for each layer ({1})</source>
        <translation>수의 목록이 아닙니다. 차원마다 계수 하나 또는 레이어마다 그런 목록이 필요합니다({1})</translation>
    </message>
    <message>
        <source>not a list of numbers; expected one factor a dimension, or such a list for each layer</source>
        <translation>수의 목록이 아닙니다. 차원마다 계수 하나 또는 레이어마다 그런 목록이 필요합니다</translation>
    </message>
    <message>
        <source>not a safetensors file: it has {1} bytes</source>
        <translation>safetensors 파일이 아닙니다: {1}바이트입니다</translation>
    </message>
    <message>
        <source>not a uint32</source>
        <translation>uint32가 아닌 값</translation>
    </message>
    <message>
        <source>not dynamic: NTK for factor x max_position_embeddings = {1} positions, at every length</source>
        <translation>dynamic이 아닙니다: factor × max_position_embeddings = {1} 위치를 위한 NTK이며 모든 길이에서 같습니다</translation>
    </message>
    <message>
        <source>not dynamic: NTK for the full length, at every length</source>
        <translation>dynamic이 아닙니다: 전체 길이를 위한 NTK이며 모든 길이에서 같습니다</translation>
    </message>
    <message>
        <source>not dynamic: NTK with alpha, at every length</source>
        <translation>dynamic이 아닙니다: alpha를 쓰는 NTK이며 모든 길이에서 같습니다</translation>
    </message>
    <message>
        <source>not read by {1}: the model silently runs unscaled there, with a default rope_theta</source>
        <translation>{1}은(는) 이것을 읽지 않고, 경고 없이 스케일링 없이 기본 rope_theta로 모델을 실행합니다</translation>
    </message>
    <message>
        <source>not read by {1}: the model silently runs unscaled there</source>
        <translation>{1}은(는) 이것을 읽지 않고, 경고 없이 스케일링 없이 모델을 실행합니다</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>명시되지 않음</translation>
    </message>
    <message>
        <source>not the header of a Rotascope table; expected &quot;{1}&quot;</source>
        <translation>Rotascope 표의 헤더가 아닙니다. &quot;{1}&quot;이(가) 필요합니다</translation>
    </message>
    <message>
        <source>note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>ntk-by-parts needs rope_theta, which this source does not state</source>
        <translation>ntk-by-parts에는 rope_theta가 필요한데 이 소스에는 없습니다</translation>
    </message>
    <message>
        <source>one dimension</source>
        <translation>1차원</translation>
    </message>
    <message>
        <source>one of the schema &quot;{1}&quot;</source>
        <translation>스키마 &quot;{1}&quot;의 것</translation>
    </message>
    <message>
        <source>one of {1} parts of a model; expected a model in one file (llama-gguf-split --merge makes one)</source>
        <translation>{1}개로 나뉜 모델의 하나입니다. 파일 하나로 된 모델이 필요합니다(llama-gguf-split --merge로 만듭니다)</translation>
    </message>
    <message>
        <source>one</source>
        <translation>1</translation>
    </message>
    <message>
        <source>only its Phi builders read lists, and none reads {1}: unscaled</source>
        <translation>목록을 읽는 것은 Phi 빌더뿐이고 {1}을(를) 읽는 것은 없으므로 스케일링이 없습니다</translation>
    </message>
    <message>
        <source>only one of the long and the short factors is there</source>
        <translation>긴 계수와 짧은 계수 가운데 하나만 있습니다</translation>
    </message>
    <message>
        <source>only where its max_seq_len is over the original length, and with that in the ramp</source>
        <translation>max_seq_len이 원래 길이를 넘을 때만이며 램프에도 그 길이를 씁니다</translation>
    </message>
    <message>
        <source>optimal needs disturbances to search; expected an analysis</source>
        <translation>optimal은 탐색을 위해 교란이 필요합니다. 분석 안에서 사용하십시오</translation>
    </message>
    <message>
        <source>original_max_position_embeddings is read on top only: long_factor beyond {1} positions</source>
        <translation>original_max_position_embeddings는 최상위에서만 읽히며 {1} 위치를 넘으면 long_factor가 됩니다</translation>
    </message>
    <message>
        <source>own needs a scaling that the source states; it states none</source>
        <translation>own에는 소스가 명시한 스케일링이 필요한데 없습니다</translation>
    </message>
    <message>
        <source>partial_rotary_factor is {1}; expected more than 0, at most 1</source>
        <translation>partial_rotary_factor가 {1}입니다. 0보다 크고 1 이하인 값이 필요합니다</translation>
    </message>
    <message>
        <source>pins: expected a list of at most {1} objects</source>
        <translation>pins: 최대 {1}개의 객체 목록이 필요합니다</translation>
    </message>
    <message>
        <source>position_embedding_type is &quot;{1}&quot;, so that no layer rotates; expected a model with rotary position embeddings</source>
        <translation>position_embedding_type이 &quot;{1}&quot;이어서 어느 레이어도 회전하지 않습니다. 회전 위치 임베딩을 쓰는 모델이 필요합니다</translation>
    </message>
    <message>
        <source>position_embedding_type is missing, so that no layer rotates; expected a model with rotary position embeddings</source>
        <translation>position_embedding_type이 없어서 어느 레이어도 회전하지 않습니다. 회전 위치 임베딩을 쓰는 모델이 필요합니다</translation>
    </message>
    <message>
        <source>positions 0 … L-1</source>
        <translation>위치 0 … L-1</translation>
    </message>
    <message>
        <source>positions beyond {1} lie in more than {2} places; expected fewer, or positions that follow each other</source>
        <translation>{1}을(를) 넘는 위치가 {2}곳보다 많은 곳에 흩어져 있습니다. 더 적거나 이어진 위치가 필요합니다</translation>
    </message>
    <message>
        <source>positions from {1} on</source>
        <translation>위치 {1} 이후</translation>
    </message>
    <message>
        <source>positions {1} to {2}</source>
        <translation>위치 {1}~{2}</translation>
    </message>
    <message>
        <source>programs in any language</source>
        <translation>모든 언어의 프로그램</translation>
    </message>
    <message>
        <source>proportional needs head_dim and rope_theta, which this source does not state</source>
        <translation>proportional에는 head_dim과 rope_theta가 필요한데 이 소스에는 없습니다</translation>
    </message>
    <message>
        <source>reading it takes more memory than there is, or than files of its size are given; expected fewer groups, attributes and chunks</source>
        <translation>읽는 데 지금 있는 메모리 또는 이 크기의 파일에 주어지는 메모리로는 부족합니다. 그룹, 속성, 청크를 줄여야 합니다</translation>
    </message>
    <message>
        <source>recorded angles are of positions, not of distances; expected --before positions or recorded-positions</source>
        <translation>기록된 각도는 거리가 아니라 위치의 것입니다. --before positions 또는 recorded-positions가 필요합니다</translation>
    </message>
    <message>
        <source>recorded angles</source>
        <translation>기록된 각도</translation>
    </message>
    <message>
        <source>recorded distances are of the whole recording, not of {1}; expected positions to be counted, or all tokens</source>
        <translation>기록된 거리는 기록 전체의 것입니다({1}의 것이 아닙니다). 위치를 세거나 모든 토큰을 고르십시오</translation>
    </message>
    <message>
        <source>recorded distances within a window of {1}</source>
        <translation>윈도 {1} 안의 기록된 거리</translation>
    </message>
    <message>
        <source>recorded distances</source>
        <translation>기록된 거리</translation>
    </message>
    <message>
        <source>recorded positions</source>
        <translation>기록된 위치</translation>
    </message>
    <message>
        <source>recorded usage of layers {1}</source>
        <translation>레이어 {1}의 기록된 사용량</translation>
    </message>
    <message>
        <source>recorded usage</source>
        <translation>기록된 사용량</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>relative_attention_max_distance is {1}; expected more than half the buckets, {2}</source>
        <translation>relative_attention_max_distance가 {1}입니다. 버킷의 절반인 {2}보다 커야 합니다</translation>
    </message>
    <message>
        <source>relative_attention_num_buckets is {1}; expected an even number, 2 to 65536</source>
        <translation>relative_attention_num_buckets가 {1}입니다. 2에서 65536까지의 짝수가 필요합니다</translation>
    </message>
    <message>
        <source>remove it; this architecture takes no factors</source>
        <translation>제거하십시오. 이 아키텍처는 계수를 받지 않습니다</translation>
    </message>
    <message>
        <source>remove it</source>
        <translation>제거하십시오</translation>
    </message>
    <message>
        <source>remove the type and export the table into a copy of the model, in the format {1}</source>
        <translation>유형을 제거하고 형식 {1}로 모델의 사본에 표를 내보내십시오</translation>
    </message>
    <message>
        <source>rope.freq_base is {1}; the table was made for {2}</source>
        <translation>rope.freq_base가 {1}인데 표는 {2}에 맞게 만들어졌습니다</translation>
    </message>
    <message>
        <source>rope_parameters and rope_scaling are both stated and differ: Transformers and mlx-lm take rope_scaling whole, llama.cpp&apos;s converter rope_parameters</source>
        <translation>rope_parameters와 rope_scaling이 모두 있고 서로 다릅니다. Transformers와 mlx-lm은 rope_scaling 전체를, llama.cpp의 변환기는 rope_parameters를 씁니다</translation>
    </message>
    <message>
        <source>rope_parameters for config.json, alone or merged into a model&apos;s config.json.</source>
        <translation>config.json을 위한 rope_parameters입니다. 단독으로 또는 모델의 config.json에 병합합니다.</translation>
    </message>
    <message>
        <source>rope_parameters is not read: unscaled, and with its default rope_theta in place of {1}</source>
        <translation>rope_parameters를 읽지 않으므로 스케일링이 없고 {1} 대신 기본 rope_theta를 씁니다</translation>
    </message>
    <message>
        <source>rope_parameters is not read: unscaled</source>
        <translation>rope_parameters를 읽지 않으므로 스케일링이 없습니다</translation>
    </message>
    <message>
        <source>rope_scaling does nothing in a {1}; expected the format {2}</source>
        <translation>{1}에서는 rope_scaling에 효과가 없습니다. 형식 {2}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>rope_scaling for config.json, as it was before rope_parameters; alone or merged into a model&apos;s config.json.</source>
        <translation>rope_parameters 이전의 config.json을 위한 rope_scaling입니다. 단독으로 또는 모델의 config.json에 병합합니다.</translation>
    </message>
    <message>
        <source>rope_theta is a list, one for each layer; expected the format {1}</source>
        <translation>rope_theta가 레이어마다의 목록입니다. 형식 {1}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>rope_theta is a list; expected layer_types, which name the kind of each layer</source>
        <translation>rope_theta가 목록입니다. 각 레이어의 종류를 나타내는 layer_types가 필요합니다</translation>
    </message>
    <message>
        <source>rope_theta is missing; expected a model with rotary position embeddings (rope_theta on top or in rope_parameters)</source>
        <translation>rope_theta가 없습니다. 회전 위치 임베딩을 쓰는 모델이 필요합니다(rope_theta는 최상위 또는 rope_parameters 안)</translation>
    </message>
    <message>
        <source>rope_theta is not known; a configuration needs it</source>
        <translation>rope_theta를 알 수 없습니다. 설정에 필요합니다</translation>
    </message>
    <message>
        <source>rope_theta is not known</source>
        <translation>rope_theta를 알 수 없습니다</translation>
    </message>
    <message>
        <source>rope_theta is {1}; the table was made for {2}</source>
        <translation>rope_theta가 {1}인데 표는 {2}에 맞게 만들어졌습니다</translation>
    </message>
    <message>
        <source>rope_type &quot;{1}&quot; is none that Transformers knows; expected one of {2}</source>
        <translation>rope_type &quot;{1}&quot;은(는) Transformers가 아는 것이 아닙니다. 다음 중 하나가 필요합니다: {2}</translation>
    </message>
    <message>
        <source>rope_type &quot;{1}&quot; is not known; expected one of {2}</source>
        <translation>rope_type &quot;{1}&quot;을(를) 알 수 없습니다. 다음 중 하나가 필요합니다: {2}</translation>
    </message>
    <message>
        <source>rope_type {1} does not read: {2}</source>
        <translation>rope_type {1}에서는 다음이 읽히지 않습니다: {2}</translation>
    </message>
    <message>
        <source>rope_type {1}, rope_theta {2}, {3} dimensions</source>
        <translation>rope_type {1}, rope_theta {2}, {3}개 차원</translation>
    </message>
    <message>
        <source>ropes: expected a list of 1 to {1} objects</source>
        <translation>ropes: 1에서 {1}개의 객체 목록이 필요합니다</translation>
    </message>
    <message>
        <source>ropes[{1}]: expected an object</source>
        <translation>ropes[{1}]: 객체가 필요합니다</translation>
    </message>
    <message>
        <source>rotary_emb_fraction is 0 or missing, so that no layer rotates; expected a model with rotary position embeddings</source>
        <translation>rotary_emb_fraction이 0이거나 없어서 어느 레이어도 회전하지 않습니다. 회전 위치 임베딩을 쓰는 모델이 필요합니다</translation>
    </message>
    <message>
        <source>rotary_emb_fraction is {1}, which is {2} of the {3} components of a head; expected a whole, even number of them</source>
        <translation>rotary_emb_fraction이 {1}(으)로, 헤드의 {3}개 성분 가운데 {2}에 해당합니다. 짝수인 정수 개가 필요합니다</translation>
    </message>
    <message>
        <source>rotary_scaling_factor is not read: unscaled, and no position beyond {1}</source>
        <translation>rotary_scaling_factor를 읽지 않으므로 스케일링이 없고 {1}을(를) 넘는 위치는 다루지 못합니다</translation>
    </message>
    <message>
        <source>row {1} adds up to {2}; expected {3}, as its attribute &quot;tokens&quot; says</source>
        <translation>행 {1}의 합이 {2}입니다. 속성 &quot;tokens&quot;에 따라 {3}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>row {1} has a value that is no angle; expected angles in [0, 2 pi), in rad</source>
        <translation>행 {1}: 각도가 아닌 값이 있습니다. [0, 2 pi) 범위의 각도(rad)여야 합니다</translation>
    </message>
    <message>
        <source>row {1} has position {2}; expected 0 to {3}</source>
        <translation>행 {1}: 위치가 {2}입니다. 0~{3}이어야 합니다</translation>
    </message>
    <message>
        <source>row {1} is position {2}; expected 0 to {3}</source>
        <translation>행 {1}의 위치가 {2}입니다. 0에서 {3} 사이가 필요합니다</translation>
    </message>
    <message>
        <source>row {1}, axis {2} is position {3}; expected 0 to {4}</source>
        <translation>행 {1}, 축 {2}의 위치가 {3}입니다. 0에서 {4} 사이가 필요합니다</translation>
    </message>
    <message>
        <source>row {1}, column {2} is {3}; expected counts from 0 on, {4} at most in all</source>
        <translation>행 {1}, 열 {2}이(가) {3}입니다. 0 이상, 모두 {4} 이하인 개수가 필요합니다</translation>
    </message>
    <message>
        <source>row {1}, dimension {2} is {3}; expected an angle in [0, 2 pi), in rad</source>
        <translation>행 {1}, 차원 {2}이(가) {3}입니다. [0, 2 pi)의 각도(rad)가 필요합니다</translation>
    </message>
    <message>
        <source>rows {1} to {2}, columns {3} to {4}</source>
        <translation>행 {1}에서 {2}, 열 {3}에서 {4}</translation>
    </message>
    <message>
        <source>rows {1} to {2}</source>
        <translation>행 {1}에서 {2}</translation>
    </message>
    <message>
        <source>runs from {1} to {2} and is not ascending; expected 0 to {3}, the number of tokens, not decreasing</source>
        <translation>{1}에서 {2}까지이며 오름차순이 아닙니다. 0에서 토큰 수인 {3}까지 줄지 않아야 합니다</translation>
    </message>
    <message>
        <source>runs from {1} to {2}; expected 0 to {3}, the number of tokens, not decreasing</source>
        <translation>{1}에서 {2}까지입니다. 0에서 토큰 수인 {3}까지 줄지 않아야 합니다</translation>
    </message>
    <message>
        <source>scale {1}, base {2}, attention magnitude {3}</source>
        <translation>스케일 {1}, 베이스 {2}, 어텐션 계수 {3}</translation>
    </message>
    <message>
        <source>scenes: expected a list of at most {1} objects</source>
        <translation>scenes: 최대 {1}개 객체의 목록이 필요합니다</translation>
    </message>
    <message>
        <source>sequence {1}</source>
        <translation>시퀀스 {1}</translation>
    </message>
    <message>
        <source>sequences {1}</source>
        <translation>시퀀스 {1}</translation>
    </message>
    <message>
        <source>short_factor and long_factor differ: Transformers switches at {1} positions while it generates, with keys of the other list in its cache; vLLM, ExLlama and llama.cpp take one of them for everything, as the configured length says</source>
        <translation>short_factor와 long_factor가 다릅니다. Transformers는 생성하는 동안 {1} 위치에서 바꾸며 캐시에는 다른 목록의 키가 남습니다. vLLM, ExLlama, llama.cpp는 설정된 길이에 따라 모두에 하나를 씁니다</translation>
    </message>
    <message>
        <source>short_factor and long_factor differ; expected a single table: put the list that is meant into a file of its own</source>
        <translation>short_factor와 long_factor가 다릅니다. 표 하나가 필요합니다. 쓰려는 목록을 따로 파일에 넣으십시오</translation>
    </message>
    <message>
        <source>short_factor at every length</source>
        <translation>모든 길이에서 short_factor</translation>
    </message>
    <message>
        <source>short_factor, then long_factor</source>
        <translation>short_factor, 그다음 long_factor</translation>
    </message>
    <message>
        <source>sinusoidal positions</source>
        <translation>사인파 위치</translation>
    </message>
    <message>
        <source>some versions take max / original = {1} in place of the factor</source>
        <translation>계수 대신 max / original = {1}을(를) 쓰는 버전이 있습니다</translation>
    </message>
    <message>
        <source>source is missing; expected an object</source>
        <translation>source가 없습니다. 객체가 필요합니다</translation>
    </message>
    <message>
        <source>sources of 2025</source>
        <translation>2025년 소스</translation>
    </message>
    <message>
        <source>sources of 2026</source>
        <translation>2026년 소스</translation>
    </message>
    <message>
        <source>spreadsheets, pandas, R</source>
        <translation>스프레드시트, pandas, R</translation>
    </message>
    <message>
        <source>state a rope_scaling of type dynamic for those engines</source>
        <translation>그 엔진에는 유형이 dynamic인 rope_scaling을 적으십시오</translation>
    </message>
    <message>
        <source>state a type that the engine in use knows</source>
        <translation>쓰는 엔진이 아는 유형을 적으십시오</translation>
    </message>
    <message>
        <source>state attention_factor, and attn_factor beside it only for an engine that needs it</source>
        <translation>attention_factor를 적고, attn_factor는 필요한 엔진을 위해서만 덧붙이십시오</translation>
    </message>
    <message>
        <source>state it on top as well</source>
        <translation>최상위에도 적으십시오</translation>
    </message>
    <message>
        <source>state it</source>
        <translation>적으십시오</translation>
    </message>
    <message>
        <source>state max_position_embeddings = {1}, or pass --max-model-len</source>
        <translation>max_position_embeddings = {1}(으)로 적거나 --max-model-len을 넘기십시오</translation>
    </message>
    <message>
        <source>state original_max_position_embeddings, or give the length: --pretraining-length</source>
        <translation>original_max_position_embeddings를 적거나 길이를 주십시오: --pretraining-length</translation>
    </message>
    <message>
        <source>state rope_theta beside rope_parameters, too</source>
        <translation>rope_parameters와 나란히 rope_theta도 적으십시오</translation>
    </message>
    <message>
        <source>state the factor, or remove the type</source>
        <translation>factor를 적거나 유형을 제거하십시오</translation>
    </message>
    <message>
        <source>state the length of pre-training</source>
        <translation>사전 학습 길이를 적으십시오</translation>
    </message>
    <message>
        <source>state the length that the model was pre-trained with</source>
        <translation>모델이 사전 학습한 길이를 적으십시오</translation>
    </message>
    <message>
        <source>state the rope_type that is meant</source>
        <translation>의도한 rope_type을 적으십시오</translation>
    </message>
    <message>
        <source>state them where another engine than Transformers reads the file</source>
        <translation>Transformers가 아닌 엔진이 파일을 읽는다면 적으십시오</translation>
    </message>
    <message>
        <source>state {1} factors</source>
        <translation>계수 {1}개를 적으십시오</translation>
    </message>
    <message>
        <source>states no scaling of its own, so that its trained model is the unscaled RoPE</source>
        <translation>자체 스케일링이 없으므로 학습된 모델은 스케일링 없는 RoPE입니다</translation>
    </message>
    <message>
        <source>steps: expected a list of 1 to {1} objects</source>
        <translation>steps: 1개에서 {1}개까지의 객체 목록이 필요합니다</translation>
    </message>
    <message>
        <source>table is missing; expected an object</source>
        <translation>table이 없습니다. 객체가 필요합니다</translation>
    </message>
    <message>
        <source>table is {1}; expected the id of one in tables</source>
        <translation>table이 {1}입니다. tables에 있는 표의 id가 필요합니다</translation>
    </message>
    <message>
        <source>take another engine: a {1} has no older form</source>
        <translation>다른 엔진을 쓰십시오. {1}에는 이전 형식이 없습니다</translation>
    </message>
    <message>
        <source>take another engine: the older form has no place for several RoPEs</source>
        <translation>다른 엔진을 쓰십시오. 이전 형식에는 여러 RoPE를 적을 자리가 없습니다</translation>
    </message>
    <message>
        <source>take the angles alone from this program</source>
        <translation>이 프로그램에서는 각도만 쓰십시오</translation>
    </message>
    <message>
        <source>takes more memory than there is, or than files of its size are given</source>
        <translation>지금 있는 메모리 또는 이 크기의 파일에 주어지는 메모리로는 부족합니다</translation>
    </message>
    <message>
        <source>tensor {1} begins at byte {2} of the data, and the one before it ends at {3}; expected neither a gap nor an overlap</source>
        <translation>텐서 {1}은(는) 데이터의 {2}바이트에서 시작하고, 그 앞의 것은 {3}에서 끝납니다. 틈도 겹침도 없어야 합니다</translation>
    </message>
    <message>
        <source>tensor {1} has the dtype {2}; expected one of F32, F16, BF16</source>
        <translation>텐서 {1}의 dtype이 {2}입니다. F32, F16, BF16 중 하나가 필요합니다</translation>
    </message>
    <message>
        <source>tensor {1} has the shape {2}; expected {3}</source>
        <translation>텐서 {1}의 형상이 {2}입니다. {3}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>tensor {1} has {2} factors; expected {3}, half of rope.dimension_count</source>
        <translation>텐서 {1}에 계수가 {2}개 있습니다. rope.dimension_count의 절반인 {3}개가 필요합니다</translation>
    </message>
    <message>
        <source>tensor {1} has {2} values; expected at most {3}</source>
        <translation>텐서 {1}에 값이 {2}개 있습니다. 최대 {3}개가 필요합니다</translation>
    </message>
    <message>
        <source>tensor {1} is missing; expected one of shape {2}</source>
        <translation>텐서 {1}이(가) 없습니다. 형상 {2}인 것이 필요합니다</translation>
    </message>
    <message>
        <source>tensor {1} is not a list of float32</source>
        <translation>텐서 {1}이(가) float32의 목록이 아닙니다</translation>
    </message>
    <message>
        <source>tensor {1}: the factor of dimension {2} is {3}; expected a number greater than 0</source>
        <translation>텐서 {1}: 차원 {2}의 계수가 {3}입니다. 0보다 큰 수가 필요합니다</translation>
    </message>
    <message>
        <source>tensor {1}: value {2} is not a finite number</source>
        <translation>텐서 {1}: 값 {2}은(는) 유한한 수가 아닙니다</translation>
    </message>
    <message>
        <source>tensor {1}: {2}</source>
        <translation>텐서 {1}: {2}</translation>
    </message>
    <message>
        <source>that of a safetensors file</source>
        <translation>safetensors 파일의 헤더</translation>
    </message>
    <message>
        <source>the HDF5 file cannot be made, as where memory is short; try again</source>
        <translation>메모리가 부족할 때처럼 HDF5 파일을 만들 수 없습니다. 다시 시도하십시오</translation>
    </message>
    <message>
        <source>the NumPy header is not that of a table that Rotascope exported</source>
        <translation>NumPy 헤더가 Rotascope가 내보낸 표의 것이 아닙니다</translation>
    </message>
    <message>
        <source>the RoPE &quot;{1}&quot; was asked for, but {2} is a preset, which has a single one; expected a file</source>
        <translation>RoPE &quot;{1}&quot;: 지정되었지만 {2}: 프리셋이며 RoPE가 하나뿐입니다. 파일이어야 합니다</translation>
    </message>
    <message>
        <source>the architecture is {1}, whose RoPE takes no factors in llama.cpp: it would refuse or ignore the tensor; expected one of {2}, {3}</source>
        <translation>아키텍처 {1}의 RoPE는 llama.cpp에서 계수를 받지 않아 텐서를 거부하거나 무시합니다. {2}, {3} 중 하나가 필요합니다</translation>
    </message>
    <message>
        <source>the architecture {1} has no rotary position embeddings</source>
        <translation>아키텍처 {1}에는 회전 위치 임베딩이 없습니다</translation>
    </message>
    <message>
        <source>the architecture {1} with rope.scaling.type {2} does not ask for this tensor: llama.cpp refuses the model (&quot;wrong number of tensors&quot;) or ignores it</source>
        <translation>아키텍처 {1}에서 rope.scaling.type이 {2}이면 이 텐서를 요청하지 않습니다. llama.cpp는 모델을 거부하거나(&quot;wrong number of tensors&quot;) 텐서를 무시합니다</translation>
    </message>
    <message>
        <source>the attention factor is {1}, and beside yarn llama.cpp has {2} whatever --yarn-attn-factor says</source>
        <translation>어텐션 계수가 {1}이지만 yarn이 아니면 --yarn-attn-factor와 상관없이 llama.cpp는 {2}을(를) 씁니다</translation>
    </message>
    <message>
        <source>the band is &quot;{1}&quot;; expected FIRST:END, END not included, such as 20:40</source>
        <translation>띠가 &quot;{1}&quot;입니다. FIRST:END(END 제외), 예를 들어 20:40이 필요합니다</translation>
    </message>
    <message>
        <source>the band is {1}; the source has {2} dimensions</source>
        <translation>띠가 {1}입니다. 소스에는 차원이 {2}개 있습니다</translation>
    </message>
    <message>
        <source>the chosen positions are scattered over more than {1} places; expected sequences in which they follow each other</source>
        <translation>고른 위치가 {1}곳 넘게 흩어져 있습니다. 위치가 이어지는 시퀀스여야 합니다</translation>
    </message>
    <message>
        <source>the comment &quot;# {1}:&quot; is missing; expected flags that Rotascope exported</source>
        <translation>주석 &quot;# {1}:&quot;이(가) 없습니다. Rotascope가 내보낸 플래그가 필요합니다</translation>
    </message>
    <message>
        <source>the comments base and tensor do not fit the factors; expected them as they were exported</source>
        <translation>주석 base와 tensor가 계수와 맞지 않습니다. 내보낸 그대로의 것이 필요합니다</translation>
    </message>
    <message>
        <source>the converter writes nothing of {1}: unscaled</source>
        <translation>변환기가 {1}에 대해 아무것도 쓰지 않으므로 스케일링이 없습니다</translation>
    </message>
    <message>
        <source>the converter writes the type without the factors: unscaled, silently</source>
        <translation>변환기가 계수 없이 유형만 쓰므로 경고 없이 스케일링이 없습니다</translation>
    </message>
    <message>
        <source>the custom table</source>
        <translation>사용자 지정 표</translation>
    </message>
    <message>
        <source>the data have {1} bytes; the header promises {2} dimensions and {3} bytes of provenance</source>
        <translation>데이터가 {1}바이트입니다. 헤더에는 차원 {2}개와 이력 {3}바이트라고 되어 있습니다</translation>
    </message>
    <message>
        <source>the data of the tensors {1} and {2} overlap</source>
        <translation>텐서 {1}과(와) {2}의 데이터가 겹칩니다</translation>
    </message>
    <message>
        <source>the digest cannot be written</source>
        <translation>다이제스트를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>the divergence wasserstein goes round the circle, and {1} does not; expected another one</source>
        <translation>발산 wasserstein은 원을 돌지만 {1} 은 돌지 않습니다. 다른 것이 필요합니다</translation>
    </message>
    <message>
        <source>the encoding is &quot;{1}&quot;; expected one of {2}</source>
        <translation>부호화가 &quot;{1}&quot;입니다. 다음 중 하나가 필요합니다: {2}</translation>
    </message>
    <message>
        <source>the factor of dimension {1} is {2}; expected a number greater than 0</source>
        <translation>차원 {1}의 계수가 {2}입니다. 0보다 큰 수가 필요합니다</translation>
    </message>
    <message>
        <source>the factor of dimension {1} is {2}; expected {3}</source>
        <translation>차원 {1}의 계수가 {2}입니다. {3}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>the factor of dimension {1}</source>
        <translation>차원 {1}의 계수</translation>
    </message>
    <message>
        <source>the factors of layer {1} are not those of layer 0; expected the same in every layer, because engines read one table for all of them</source>
        <translation>레이어 {1}의 계수가 레이어 0의 것과 다릅니다. 엔진은 모든 레이어에 표 하나를 읽으므로 모든 레이어가 같아야 합니다</translation>
    </message>
    <message>
        <source>the file does not state the length of pre-training: {1}, or {2} if max_position_embeddings is the length after the scaling by {3}</source>
        <translation>파일에 사전 학습 길이가 없습니다. {1}이거나, max_position_embeddings가 {3}배 스케일링 후의 길이라면 {2}입니다</translation>
    </message>
    <message>
        <source>the file ends within it, or a length in it is wrong</source>
        <translation>그 안에서 파일이 끝나거나 그 안의 길이가 틀렸습니다</translation>
    </message>
    <message>
        <source>the file ends within it, or its length is wrong</source>
        <translation>그 안에서 파일이 끝나거나 그 길이가 틀렸습니다</translation>
    </message>
    <message>
        <source>the file ends within its header</source>
        <translation>파일이 헤더 안에서 끝납니다</translation>
    </message>
    <message>
        <source>the file ends within its value, or its length is wrong</source>
        <translation>파일이 값 안에서 끝나거나 그 길이가 틀렸습니다</translation>
    </message>
    <message>
        <source>the file ends within the first 24 bytes of its header</source>
        <translation>파일이 헤더의 첫 24바이트 안에서 끝납니다</translation>
    </message>
    <message>
        <source>the file leaves fields to the configuration class of {1}; Transformers takes {2}</source>
        <translation>파일이 {1}의 설정 클래스에 항목을 맡깁니다. Transformers는 {2}을(를) 씁니다</translation>
    </message>
    <message>
        <source>the file states yarn, which its --ropeconfig leaves on</source>
        <translation>파일에 yarn이 있으며 --ropeconfig로는 끌 수 없습니다</translation>
    </message>
    <message>
        <source>the file that is analysed</source>
        <translation>분석 중인 파일</translation>
    </message>
    <message>
        <source>the file&apos;s name has a zero byte</source>
        <translation>파일 이름에 0바이트가 있습니다</translation>
    </message>
    <message>
        <source>the flags and the factors differ: the file was changed after it was exported</source>
        <translation>플래그와 계수가 다릅니다. 파일이 내보낸 뒤 바뀌었습니다</translation>
    </message>
    <message>
        <source>the header promises {1} {2}, more than the file holds</source>
        <translation>헤더에는 {2}이(가) {1}개라고 되어 있지만 파일에 담길 수 있는 것보다 많습니다</translation>
    </message>
    <message>
        <source>the header promises {1} {2}; expected at most {3}</source>
        <translation>헤더에는 {2}이(가) {1}개라고 되어 있습니다. 최대 {3}개가 필요합니다</translation>
    </message>
    <message>
        <source>the header would have {1} bytes; expected at most {2}: not a safetensors file, or not a whole one</source>
        <translation>헤더가 {1}바이트가 됩니다. {2} 이하여야 합니다: safetensors 파일이 아니거나, 전체가 아닙니다</translation>
    </message>
    <message>
        <source>the key {1} is there twice</source>
        <translation>키 {1}이(가) 두 번 있습니다</translation>
    </message>
    <message>
        <source>the layers are &quot;{1}&quot;; expected numbers from 0 on and ranges of them, such as 0-3,8</source>
        <translation>레이어가 &quot;{1}&quot;입니다. 0 이상의 번호와 그 범위여야 합니다. 예: 0-3,8</translation>
    </message>
    <message>
        <source>the length of the prompts is {1}; expected {2} to {3} tokens</source>
        <translation>프롬프트의 길이가 {1}입니다. {2}~{3}토큰이 필요합니다</translation>
    </message>
    <message>
        <source>the lengths are not whole numbers from 1 on; expected tokens, as 8192, 16384</source>
        <translation>길이가 1 이상의 정수가 아닙니다. 8192, 16384 같은 토큰 수가 필요합니다</translation>
    </message>
    <message>
        <source>the lists do not fit the model</source>
        <translation>목록이 모델과 맞지 않습니다</translation>
    </message>
    <message>
        <source>the long and the short factors differ: the long ones are for every sequence if the context is over {1}, else the short ones</source>
        <translation>긴 계수와 짧은 계수가 다릅니다. 컨텍스트가 {1}을(를) 넘으면 모든 시퀀스에 긴 계수를, 아니면 짧은 계수를 씁니다</translation>
    </message>
    <message>
        <source>the long or the short factors are missing</source>
        <translation>긴 계수 또는 짧은 계수가 없습니다</translation>
    </message>
    <message>
        <source>the measure &quot;window&quot; needs one: {1} states none; expected --window W</source>
        <translation>척도 &quot;window&quot;에는 윈도가 필요한데 {1}에는 없습니다. --window W가 필요합니다</translation>
    </message>
    <message>
        <source>the measure is &quot;{1}&quot;; expected one of {2}</source>
        <translation>척도가 &quot;{1}&quot;입니다. 다음 중 하나가 필요합니다: {2}</translation>
    </message>
    <message>
        <source>the measure near-far compares with the positions 0 … L-1; expected no other kind of before, and no distances</source>
        <translation>척도 near-far는 위치 0 … L-1과 비교합니다. 확장 전에 다른 종류나 거리는 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>the model does not know the word {1}</source>
        <translation>모델이 단어 {1}을(를) 알지 못합니다</translation>
    </message>
    <message>
        <source>the model has a RoPE for some layers; a configuration with one table would be wrong for the others: expected the format {1}, merged into the model&apos;s config.json</source>
        <translation>모델에는 일부 레이어를 위한 RoPE가 있어 표가 하나인 설정은 다른 레이어에 맞지 않습니다. 모델의 config.json에 병합한 형식 {1}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>the model has {1} RoPEs, and flags are for the layers with full attention alone; expected that one: --rope full_attention</source>
        <translation>모델에는 RoPE가 {1}개 있고 플래그는 전체 어텐션 레이어에만 적용됩니다. 그 RoPE가 필요합니다: --rope full_attention</translation>
    </message>
    <message>
        <source>the model has {1} RoPEs, each for some layers; a configuration with one table would be wrong for the others: expected the format {2}, merged into the model&apos;s config.json</source>
        <translation>모델에는 각각 일부 레이어를 위한 RoPE가 {1}개 있어 표가 하나인 설정은 다른 레이어에 맞지 않습니다. 모델의 config.json에 병합한 형식 {2}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>the model is meant for dual chunk attention, which folds positions into chunks (it was trained with {1} positions); engines without it turn by whole positions up to {2}. No table of factors says what it does, so it is not measured here</source>
        <translation>이 모델은 위치를 청크로 접는 듀얼 청크 어텐션용입니다({1}개 위치로 학습됨). 그것이 없는 엔진은 {2}까지의 위치 그대로 돌립니다. 그 작용은 계수의 표로 나타낼 수 없으므로 여기서는 측정하지 않습니다</translation>
    </message>
    <message>
        <source>the model is meant for dual chunk attention, which folds positions into chunks; engines without it turn by whole positions up to {1}. No table of factors says what it does, so it is not measured here</source>
        <translation>이 모델은 위치를 청크로 접는 듀얼 청크 어텐션용입니다. 그것이 없는 엔진은 {1}까지의 위치 그대로 돌립니다. 그 작용은 계수의 표로 나타낼 수 없으므로 여기서는 측정하지 않습니다</translation>
    </message>
    <message>
        <source>the model rotates {1} components of a head; the table is for {2} ({3} factors)</source>
        <translation>모델은 헤드의 성분 {1}개를 회전하지만 표는 {2}개(계수 {3}개)를 위한 것입니다</translation>
    </message>
    <message>
        <source>the model states mscale_all_dim (yarn_log_multiplier), by which llama.cpp changes the magnitude or the softmax whenever there is a scale</source>
        <translation>모델에 mscale_all_dim(yarn_log_multiplier)이 있어 스케일이 있으면 llama.cpp가 그것으로 어텐션 계수나 softmax를 바꿉니다</translation>
    </message>
    <message>
        <source>the model&apos;s config.json</source>
        <translation>모델의 config.json</translation>
    </message>
    <message>
        <source>the model&apos;s dimensions share several position axes (M-RoPE), which must be stated beside the factors; expected the format {1} or {2}, merged into the model&apos;s config.json</source>
        <translation>모델의 차원이 여러 위치 축을 나누어 쓰며(M-RoPE) 계수와 함께 적어야 합니다. 모델의 config.json에 병합한 형식 {1} 또는 {2}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>the model&apos;s file that is copied, and stays as it is</source>
        <translation>그대로 두는 복사 원본 모델 파일</translation>
    </message>
    <message>
        <source>the model&apos;s folder is &quot;{1}&quot;; expected its whole path, from / on</source>
        <translation>모델의 폴더가 &quot;{1}&quot;입니다. /로 시작하는 전체 경로가 필요합니다</translation>
    </message>
    <message>
        <source>the model&apos;s own code (trust_remote_code) grows the base for sequences beyond max_trained_positions = {1}, and keeps the base of the longest one for all that follow; engines that do not run that code leave the RoPE unscaled</source>
        <translation>모델 자체의 코드(trust_remote_code)는 max_trained_positions = {1}을(를) 넘는 시퀀스에서 베이스를 키우고 가장 긴 시퀀스의 베이스를 그 뒤로도 계속 씁니다. 그 코드를 실행하지 않는 엔진은 RoPE를 스케일링하지 않습니다</translation>
    </message>
    <message>
        <source>the model&apos;s own code grows the base for sequences beyond {1} positions; engines that do not run that code leave the RoPE unscaled</source>
        <translation>모델 자체의 코드는 {1} 위치를 넘는 시퀀스에서 베이스를 키웁니다. 그 코드를 실행하지 않는 엔진은 RoPE를 스케일링하지 않습니다</translation>
    </message>
    <message>
        <source>the model&apos;s own code scales cos and sin by the position (xPos), which is not measured here; vLLM refuses it</source>
        <translation>모델 자체의 코드는 cos과 sin을 위치로 스케일링합니다(xPos). 이것은 여기서 재지 않습니다. vLLM은 거부합니다</translation>
    </message>
    <message>
        <source>the model&apos;s vocabulary.json</source>
        <translation>모델의 vocabulary.json</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>the name of attribute {1} is not usable</source>
        <translation>속성 {1}의 이름을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>the name of member {1} is not usable; expected UTF-8 without a slash</source>
        <translation>구성원 {1}의 이름을 쓸 수 없습니다. 슬래시가 없는 UTF-8이 필요합니다</translation>
    </message>
    <message>
        <source>the near threshold c is {1}; expected a number that is not negative</source>
        <translation>근거리 임계값 c가 {1}입니다. 음수가 아닌 수가 필요합니다</translation>
    </message>
    <message>
        <source>the number of clipped dimensions is {1}; the source has {2} dimensions</source>
        <translation>잘라 내는 차원의 수가 {1}입니다. 소스에는 차원이 {2}개 있습니다</translation>
    </message>
    <message>
        <source>the number of intervals b is {1}; expected {2} to {3}</source>
        <translation>구간 수 b가 {1}입니다. {2}에서 {3} 사이가 필요합니다</translation>
    </message>
    <message>
        <source>the number of intervals b is {1}; expected {2}, one for each bucket</source>
        <translation>구간의 수 b가 {1}입니다. 버킷마다 하나씩, {2} 이 필요합니다</translation>
    </message>
    <message>
        <source>the older form has no place for a table of {1} alone; expected the format {2}</source>
        <translation>이전 형식에는 {1}만의 표를 적을 자리가 없습니다. 형식 {2}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>the original length is read on top only, else it is 8192</source>
        <translation>원래 길이는 최상위에서만 읽히며 없으면 8192가 됩니다</translation>
    </message>
    <message>
        <source>the original length is read on top only, else it is {1}</source>
        <translation>원래 길이는 최상위에서만 읽히며 없으면 {1}이(가) 됩니다</translation>
    </message>
    <message>
        <source>the pinned table {1}</source>
        <translation>고정한 표 {1}</translation>
    </message>
    <message>
        <source>the places of the pinned tables are not in order, or not below {1}</source>
        <translation>고정한 표의 자리가 순서대로가 아니거나 {1} 미만이 아닙니다</translation>
    </message>
    <message>
        <source>the positions are &quot;{1}&quot;; expected FROM:TO, with TO greater than FROM and not included, such as 0:4096 or 4096:</source>
        <translation>위치가 &quot;{1}&quot;입니다. FROM:TO(TO는 FROM보다 크고 포함되지 않음)여야 합니다. 예: 0:4096, 4096:</translation>
    </message>
    <message>
        <source>the pre-training length L is {1}; expected 1 to {2} positions</source>
        <translation>사전 학습 길이 L이 {1}입니다. 1에서 {2} 위치가 필요합니다</translation>
    </message>
    <message>
        <source>the pre-training length of {1} is {2}; expected 1 to {3} positions</source>
        <translation>{1}: 사전 학습 길이가 {2}입니다. 위치 1~{3}이어야 합니다</translation>
    </message>
    <message>
        <source>the process that writes it was ended, as the system does where memory is short; try again</source>
        <translation>메모리가 부족할 때 시스템이 하듯이 쓰는 프로세스가 종료되었습니다. 다시 시도하십시오</translation>
    </message>
    <message>
        <source>the prompt is number {1}; expected 0 to {2}</source>
        <translation>프롬프트의 번호가 {1}입니다. 0~{2}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>the rope.scaling.type is not known</source>
        <translation>rope.scaling.type을 알 수 없습니다</translation>
    </message>
    <message>
        <source>the rope_type proportional came with version 5</source>
        <translation>rope_type proportional은 버전 5부터 있습니다</translation>
    </message>
    <message>
        <source>the scaling is the same at every length: short texts are disturbed as well</source>
        <translation>스케일링이 모든 길이에서 같아 짧은 텍스트도 교란됩니다</translation>
    </message>
    <message>
        <source>the scaling of {1} ({2}) is derived from max_position_embeddings, which the table for {3} changes; state its original_max_position_embeddings first</source>
        <translation>{1}의 스케일링({2})은 max_position_embeddings에서 나오는데 {3}의 표가 그것을 바꿉니다. 먼저 그 original_max_position_embeddings를 적으십시오</translation>
    </message>
    <message>
        <source>the sequences are &quot;{1}&quot;; expected numbers from 0 on and ranges of them, such as 0,2-5</source>
        <translation>시퀀스가 &quot;{1}&quot;입니다. 0 이상의 번호와 그 범위여야 합니다. 예: 0,2-5</translation>
    </message>
    <message>
        <source>the source {1} has its {2} as counts alone, which do not tell tokens apart; expected another kind of before, or all tokens</source>
        <translation>소스 {1}: {2}, 카운트만 있어 토큰을 구별할 수 없습니다. 다른 &quot;확장 전&quot;이나 모든 토큰을 고르십시오</translation>
    </message>
    <message>
        <source>the source {1} has no recorded distances</source>
        <translation>소스 {1}에는 기록된 거리가 없습니다</translation>
    </message>
    <message>
        <source>the source {1} has no {2}</source>
        <translation>소스 {1}에는 {2}이(가) 없습니다</translation>
    </message>
    <message>
        <source>the table cannot be said in flags: {1}</source>
        <translation>이 표는 플래그로 나타낼 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>the table has {1} factors; expected one for each of the model&apos;s {2} dimensions</source>
        <translation>표에 계수가 {1}개 있습니다. 모델의 {2}개 차원마다 하나씩 필요합니다</translation>
    </message>
    <message>
        <source>the table of your own has {1} factors; expected rotary_dim/2 = {2}</source>
        <translation>사용자 자신의 표에 계수가 {1}개 있습니다. rotary_dim/2 = {2}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>the table was made for {1}, and the RoPE that is analysed is {2}; expected a table of its own</source>
        <translation>표는 {1}에 맞게 만들어졌지만 분석 중인 RoPE는 {2}입니다. 그 RoPE의 표가 필요합니다</translation>
    </message>
    <message>
        <source>the table {1} is there twice</source>
        <translation>표 {1}이(가) 두 번 있습니다</translation>
    </message>
    <message>
        <source>the table&apos;s attention factor is {1}, and the rope_scaling of a {2} has no place for one in Transformers 4; expected the format {3}, or a method without an attention factor</source>
        <translation>표의 어텐션 계수가 {1}인데 Transformers 4에서는 {2}의 rope_scaling에 그것을 적을 자리가 없습니다. 형식 {3} 또는 어텐션 계수가 없는 방법이 필요합니다</translation>
    </message>
    <message>
        <source>the table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>the tables are for {1}, {2}, and the RoPE that is analysed is {3}; expected a file with one table, or one for it</source>
        <translation>표는 {1}, {2}에 대한 것이지만 분석 중인 RoPE는 {3}입니다. 표가 하나인 파일이나 그 RoPE의 표가 필요합니다</translation>
    </message>
    <message>
        <source>the target length L′ is {1}, which has more than 2^61 pairs of a query and a key; expected at most 2147483647 positions, or a smaller window</source>
        <translation>목표 길이 L′가 {1}(으)로 쿼리와 키의 쌍이 2^61개를 넘습니다. 최대 2147483647 위치 또는 더 작은 윈도가 필요합니다</translation>
    </message>
    <message>
        <source>the target length L′ is {1}; a GGUF model has at most 2^32 - 1 positions</source>
        <translation>목표 길이 L′가 {1}입니다. GGUF 모델은 최대 2^32 - 1 위치입니다</translation>
    </message>
    <message>
        <source>the target length L′ is {1}; expected L = {2} to {3} positions</source>
        <translation>목표 길이 L′가 {1}입니다. L = {2}에서 {3} 위치가 필요합니다</translation>
    </message>
    <message>
        <source>the tensor {1} is there twice</source>
        <translation>텐서 {1}이(가) 두 번 있습니다</translation>
    </message>
    <message>
        <source>the threshold t is not finite; expected a number</source>
        <translation>임계값 t가 유한하지 않습니다. 수가 필요합니다</translation>
    </message>
    <message>
        <source>the trained model</source>
        <translation>학습된 모델</translation>
    </message>
    <message>
        <source>the type is null, which it stops at (KeyError: None)</source>
        <translation>유형이 null이며 여기서 멈춥니다(KeyError: None)</translation>
    </message>
    <message>
        <source>the unscaled RoPE</source>
        <translation>스케일링 없는 RoPE</translation>
    </message>
    <message>
        <source>the weight of dimension {1} is {2}; expected 0 to {3}</source>
        <translation>차원 {1}의 가중치가 {2}입니다. 0에서 {3} 사이가 필요합니다</translation>
    </message>
    <message>
        <source>the weight of far is negative; expected 0 or more</source>
        <translation>원거리의 가중치가 음수입니다. 0 이상이어야 합니다</translation>
    </message>
    <message>
        <source>the weight of far is {1}; expected 0 to {2}</source>
        <translation>원거리의 가중치가 {1}입니다. 0에서 {2} 사이가 필요합니다</translation>
    </message>
    <message>
        <source>the window is {1}; expected 1 to {2} positions, or 0 for none</source>
        <translation>윈도가 {1}입니다. 1에서 {2} 위치 또는 없음을 뜻하는 0이 필요합니다</translation>
    </message>
    <message>
        <source>there are {1} intervals; expected {2} to {3}</source>
        <translation>구간이 {1}개입니다. {2}~{3}개가 필요합니다</translation>
    </message>
    <message>
        <source>there are {1} prompts at {2} depths; expected 1 to {3} prompts, and no more depths than prompts</source>
        <translation>프롬프트가 {1}개, 깊이가 {2}개입니다. 프롬프트는 1~{3}개이고, 깊이는 그보다 많지 않아야 합니다</translation>
    </message>
    <message>
        <source>there are {1} short texts of {2} tokens; expected at most {3} of at least {4}</source>
        <translation>{2}토큰의 짧은 텍스트가 {1}개 있습니다. {4}토큰 이상인 것이 {3}개 이하여야 합니다</translation>
    </message>
    <message>
        <source>there are {1} weights; expected one for each of the {2} dimensions</source>
        <translation>가중치가 {1}개 있습니다. {2}개 차원마다 하나가 필요합니다</translation>
    </message>
    <message>
        <source>there is no measure {1}; expected one of {2}</source>
        <translation>척도 {1}은(는) 없습니다. 다음 중 하나가 필요합니다: {2}</translation>
    </message>
    <message>
        <source>there is no such file, and no preset of this name; expected a recording, a config.json, a GGUF model or an id that `rotascope-cli models` lists</source>
        <translation>그런 파일도 이 이름의 프리셋도 없습니다. 기록, config.json, GGUF 모델 또는 `rotascope-cli models`가 보여 주는 id여야 합니다</translation>
    </message>
    <message>
        <source>there is not enough memory to count the angles</source>
        <translation>각도를 셀 메모리가 부족합니다</translation>
    </message>
    <message>
        <source>there is not enough memory to count the distances</source>
        <translation>거리를 셀 메모리가 부족합니다</translation>
    </message>
    <message>
        <source>there is not enough memory to count the positions</source>
        <translation>위치를 셀 메모리가 부족합니다</translation>
    </message>
    <message>
        <source>there is not enough memory to read it</source>
        <translation>읽을 메모리가 부족합니다</translation>
    </message>
    <message>
        <source>there is not enough memory to read the angles</source>
        <translation>각도를 읽을 메모리가 부족합니다</translation>
    </message>
    <message>
        <source>there is not enough memory to read the usage</source>
        <translation>사용량을 읽을 메모리가 부족합니다</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>메모리가 부족합니다</translation>
    </message>
    <message>
        <source>there is nothing to measure; choose prompts or a text</source>
        <translation>측정할 것이 없습니다. 프롬프트나 텍스트를 고르십시오</translation>
    </message>
    <message>
        <source>there is nothing to score; choose a table, or the model&apos;s own frequencies</source>
        <translation>점수를 매길 것이 없습니다. 표나 모델 자체의 주파수를 고르십시오</translation>
    </message>
    <message>
        <source>this architecture</source>
        <translation>이 아키텍처</translation>
    </message>
    <message>
        <source>this installation has no CUDA engine ({1})</source>
        <translation>이 설치에는 CUDA 엔진이 없습니다({1})</translation>
    </message>
    <message>
        <source>three</source>
        <translation>3</translation>
    </message>
    <message>
        <source>tools for GGUF files</source>
        <translation>GGUF 파일용 도구</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 또는 false</translation>
    </message>
    <message>
        <source>truncate is not read: the correction range is rounded</source>
        <translation>truncate를 읽지 않고 보정 범위를 반올림합니다</translation>
    </message>
    <message>
        <source>truncate is not written: the correction range is rounded</source>
        <translation>truncate는 쓰이지 않고 보정 범위를 반올림합니다</translation>
    </message>
    <message>
        <source>two</source>
        <translation>2</translation>
    </message>
    <message>
        <source>type</source>
        <translation>자료형</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>이유를 알 수 없습니다</translation>
    </message>
    <message>
        <source>unscaled: it loads the factors, but this architecture does not use them</source>
        <translation>스케일링 없음: 계수를 불러오지만 이 아키텍처에서는 쓰지 않습니다</translation>
    </message>
    <message>
        <source>unscaled: the factors of longrope are not in the file</source>
        <translation>스케일링 없음: longrope의 계수가 파일에 없습니다</translation>
    </message>
    <message>
        <source>unscaled</source>
        <translation>스케일링 없음</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>쓸 수 없는 값</translation>
    </message>
    <message>
        <source>use an engine that has it (vLLM did), or the trained length</source>
        <translation>그것이 있는 엔진(예전의 vLLM)을 쓰거나 학습한 길이를 쓰십시오</translation>
    </message>
    <message>
        <source>use the unscaled configuration where the texts fit in {1} positions</source>
        <translation>텍스트가 {1} 위치에 들어가면 스케일링 없는 설정을 쓰십시오</translation>
    </message>
    <message>
        <source>use {1}</source>
        <translation>{1}을(를) 쓰십시오</translation>
    </message>
    <message>
        <source>uses filter {1}; expected no filters but shuffle and then deflate (gzip)</source>
        <translation>필터 {1}을(를) 씁니다. 필터가 없거나 shuffle 다음 deflate(gzip)만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>vLLM cannot run this model with a table: {1}</source>
        <translation>vLLM은 이 모델을 표와 함께 실행할 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>vLLM command</source>
        <translation>vLLM 명령</translation>
    </message>
    <message>
        <source>vLLM</source>
        <translation>vLLM</translation>
    </message>
    <message>
        <source>value {1} is {2}; expected finite numbers from 0 on</source>
        <translation>값 {1}이(가) {2}입니다. 0 이상의 유한한 수가 필요합니다</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>was built for &quot;{1}&quot;; expected &quot;{2}&quot;: install both from one build</source>
        <translation>&quot;{1}&quot;에 맞게 빌드되었습니다. &quot;{2}&quot;이(가) 필요합니다. 둘 다 같은 빌드에서 설치하십시오</translation>
    </message>
    <message>
        <source>was changed after it was opened; expected a file that stays as it is: open it again</source>
        <translation>연 뒤에 바뀌었습니다. 바뀌지 않는 파일이 필요합니다. 다시 여십시오</translation>
    </message>
    <message>
        <source>was never written, or not whole; expected {1} bytes of data</source>
        <translation>쓰인 적이 없거나 일부만 쓰였습니다. 데이터 {1}바이트가 필요합니다</translation>
    </message>
    <message>
        <source>where llama_4_scaling_beta is stated it has no magnitude</source>
        <translation>llama_4_scaling_beta가 있으면 어텐션 계수가 없습니다</translation>
    </message>
    <message>
        <source>with trust_remote_code the model&apos;s own code grows the base beyond {1} positions</source>
        <translation>trust_remote_code에서는 모델 자체의 코드가 {1} 위치를 넘으면 베이스를 키웁니다</translation>
    </message>
    <message>
        <source>write both</source>
        <translation>둘 다 적으십시오</translation>
    </message>
    <message>
        <source>yarn needs original_max_position_embeddings</source>
        <translation>yarn에는 original_max_position_embeddings가 필요합니다</translation>
    </message>
    <message>
        <source>yarn needs rope_theta, which this source does not state</source>
        <translation>yarn에는 rope_theta가 필요한데 이 소스에는 없습니다</translation>
    </message>
    <message>
        <source>{1} %</source>
        <translation>{1} %</translation>
    </message>
    <message>
        <source>{1} (axis {2})</source>
        <translation>{1}(축 {2})</translation>
    </message>
    <message>
        <source>{1} (differently: see below)</source>
        <translation>{1}(다르게 동작: 아래 참조)</translation>
    </message>
    <message>
        <source>{1} ({2} names this file)</source>
        <translation>{1}({2}이(가) 이 파일을 지정합니다)</translation>
    </message>
    <message>
        <source>{1} and the tensor differ: the file was changed after it was exported</source>
        <translation>{1}과(와) 텐서가 다릅니다. 파일이 내보낸 뒤 바뀌었습니다</translation>
    </message>
    <message>
        <source>{1} and the tensor {2} are both applied: the angles are divided by the product of both</source>
        <translation>{1}과(와) 텐서 {2}이(가) 모두 적용되어 각도를 둘의 곱으로 나눕니다</translation>
    </message>
    <message>
        <source>{1} begins at byte {2} of the data; expected a multiple of the alignment {3}</source>
        <translation>{1}이(가) 데이터의 {2}바이트에서 시작합니다. 정렬 {3}의 배수가 필요합니다</translation>
    </message>
    <message>
        <source>{1} bytes at its end belong to no tensor</source>
        <translation>끝의 {1}바이트는 어느 텐서의 것도 아닙니다</translation>
    </message>
    <message>
        <source>{1} cannot be found: {2}</source>
        <translation>{1}을(를) 찾을 수 없습니다: {2}</translation>
    </message>
    <message>
        <source>{1} cannot be uncompressed; expected a file that is not damaged</source>
        <translation>{1}을(를) 압축 해제할 수 없습니다. 손상되지 않은 파일이 필요합니다</translation>
    </message>
    <message>
        <source>{1} covers {2} of the {3} positions of pre-training</source>
        <translation>{1}이 사전 학습의 {3}개 위치 가운데 {2}개를 덮습니다</translation>
    </message>
    <message>
        <source>{1} depends on distances alone; expected the measure distances or window, not {2}</source>
        <translation>{1} 은 거리에만 달려 있습니다. {2} 이 아니라 척도 distances나 window가 필요합니다</translation>
    </message>
    <message>
        <source>{1} dimensions</source>
        <translation>{1}차원</translation>
    </message>
    <message>
        <source>{1} divides frequencies, and {2} has none; expected a method that only needs factors</source>
        <translation>{1} 은 주파수를 나누지만 {2} 에는 주파수가 없습니다. 계수만 필요한 방법이 필요합니다</translation>
    </message>
    <message>
        <source>{1} does not do this</source>
        <translation>{1}은(는) 이 계산을 하지 못합니다</translation>
    </message>
    <message>
        <source>{1} factors; expected 1 to 65536, one a dimension</source>
        <translation>계수가 {1}개입니다. 차원마다 하나씩 1에서 65536개가 필요합니다</translation>
    </message>
    <message>
        <source>{1} factors; expected d/2 = head_dim / 2 = {2} / 2 = {3}</source>
        <translation>계수가 {1}개입니다. d/2 = head_dim / 2 = {2} / 2 = {3}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>{1} factors; expected d/2 = int(head_dim x partial_rotary_factor) / 2 = {2} / 2 = {3}</source>
        <translation>계수가 {1}개입니다. d/2 = int(head_dim × partial_rotary_factor) / 2 = {2} / 2 = {3}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>{1} factors; the source has {2} dimensions</source>
        <translation>계수가 {1}개인데 소스에는 차원이 {2}개 있습니다</translation>
    </message>
    <message>
        <source>{1} failed and is off until restart: {2}</source>
        <translation>{1}이(가) 실패하여 다시 시작할 때까지 쓰지 않습니다: {2}</translation>
    </message>
    <message>
        <source>{1} fields; expected {2}</source>
        <translation>필드가 {1}개 있습니다. {2}개가 필요합니다</translation>
    </message>
    <message>
        <source>{1} gives dimension {2} the factor {3}, which no frequency can be divided by</source>
        <translation>{1}이(가) 차원 {2}에 계수 {3}을(를) 주었지만 어떤 주파수도 이것으로 나눌 수 없습니다</translation>
    </message>
    <message>
        <source>{1} goes up to position {2}, beyond L = {3}</source>
        <translation>{1}이 위치 {2}까지 이어져 L = {3}을(를) 넘습니다</translation>
    </message>
    <message>
        <source>{1} had not enough memory for the request at once; it was computed in smaller tiles.</source>
        <translation>{1}의 메모리가 요청 전체에는 모자라서 더 작은 타일로 나누어 계산했습니다.</translation>
    </message>
    <message>
        <source>{1} has a name of {2} bytes; expected at most {3}</source>
        <translation>{1}에 {2}바이트인 이름이 있습니다. 최대 {3}바이트가 필요합니다</translation>
    </message>
    <message>
        <source>{1} has a number of elements that no file can hold</source>
        <translation>{1}의 원소 수가 어떤 파일에도 담길 수 없습니다</translation>
    </message>
    <message>
        <source>{1} has no English text; expected a member &quot;en&quot;</source>
        <translation>{1}에 영어 텍스트가 없습니다. 항목 &quot;en&quot;이 필요합니다</translation>
    </message>
    <message>
        <source>{1} has no room for this program now, and is tried again from time to time: {2}</source>
        <translation>{1}에는 지금 이 프로그램을 위한 자리가 없습니다. 가끔 다시 시도합니다: {2}</translation>
    </message>
    <message>
        <source>{1} has not enough memory for the request, not even in small tiles: {2}</source>
        <translation>{1}의 메모리가 작은 타일로 나누어도 요청에 모자랍니다: {2}</translation>
    </message>
    <message>
        <source>{1} has the angles of 1 token without their positions; pre-training has {2} positions</source>
        <translation>{1}에 토큰 1개의 각도만 있고 위치가 없습니다. 사전 학습에는 {2}개 위치가 있습니다</translation>
    </message>
    <message>
        <source>{1} has the angles of {2} tokens without their positions; pre-training has {3} positions</source>
        <translation>{1}에 토큰 {2}개의 각도만 있고 위치가 없습니다. 사전 학습에는 {3}개 위치가 있습니다</translation>
    </message>
    <message>
        <source>{1} has the type {2}; expected 0 to 12</source>
        <translation>{1}의 유형이 {2}입니다. 0에서 12 사이가 필요합니다</translation>
    </message>
    <message>
        <source>{1} has {2} bytes; expected 1 to {3}</source>
        <translation>{1}이(가) {2}바이트입니다. 1에서 {3}까지가 필요합니다</translation>
    </message>
    <message>
        <source>{1} has {2} bytes; expected at most {3}</source>
        <translation>{1}이(가) {2}바이트입니다. 최대 {3}바이트가 필요합니다</translation>
    </message>
    <message>
        <source>{1} has {2} dimensions; expected at most 4</source>
        <translation>{1}의 차원 수가 {2}입니다. 최대 4가 필요합니다</translation>
    </message>
    <message>
        <source>{1} has {2} elements a row; its type {3} needs a multiple of {4}</source>
        <translation>{1}의 행 하나에 원소가 {2}개 있습니다. 유형 {3}에는 {4}의 배수가 필요합니다</translation>
    </message>
    <message>
        <source>{1} has {2} factors; the source has {3} dimensions</source>
        <translation>{1}에 계수가 {2}개 있는데 소스에는 차원이 {3}개 있습니다</translation>
    </message>
    <message>
        <source>{1} has {2} numbers; expected one</source>
        <translation>{1}에 수가 {2}개 있습니다. 하나가 필요합니다</translation>
    </message>
    <message>
        <source>{1} has {2} rotary dimensions, and {3} has {4}; expected two RoPEs with as many</source>
        <translation>{1}: 회전 차원 {2}개, {3}: {4}개. 차원 수가 같은 두 RoPE여야 합니다</translation>
    </message>
    <message>
        <source>{1} has {2} values; expected at most {3}</source>
        <translation>{1}에 값이 {2}개 있습니다. 최대 {3}개가 필요합니다</translation>
    </message>
    <message>
        <source>{1} has {2} values; longrope needs rotary_dim/2 = {3}</source>
        <translation>{1}에 값이 {2}개 있습니다. longrope에는 rotary_dim/2 = {3}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>{1} has {2}, and {3} has {4}; expected two sources with the same encoding</source>
        <translation>{1} 은 {2}, {3} 은 {4}입니다. 부호화가 같은 두 소스가 필요합니다</translation>
    </message>
    <message>
        <source>{1} have a chunk of a wrong size; expected a file that is not damaged</source>
        <translation>{1}의 청크 크기가 틀렸습니다. 손상되지 않은 파일이 필요합니다</translation>
    </message>
    <message>
        <source>{1} have a row for each position; expected the measure positions, not {2}</source>
        <translation>{1} 에는 위치마다 행이 있습니다. {2} 이 아니라 척도 positions가 필요합니다</translation>
    </message>
    <message>
        <source>{1} interpolated components asked for; expected an even number from 0 to d = {2} (two components a dimension)</source>
        <translation>보간할 성분을 {1}개로 지정했습니다. 0에서 d = {2}까지의 짝수가 필요합니다(차원마다 성분 두 개)</translation>
    </message>
    <message>
        <source>{1} intervals; expected {2} to {3}</source>
        <translation>구간 수가 {1}입니다. {2}에서 {3} 사이가 필요합니다</translation>
    </message>
    <message>
        <source>{1} is a list of elements of the type {2}; expected numbers, truth values or strings</source>
        <translation>{1}은(는) 유형 {2}인 원소의 목록입니다. 수, 참거짓 값, 문자열이 필요합니다</translation>
    </message>
    <message>
        <source>{1} is a list of {2} elements, more than the file holds</source>
        <translation>{1}은(는) 원소 {2}개의 목록으로 파일에 담길 수 있는 것보다 많습니다</translation>
    </message>
    <message>
        <source>{1} is missing; expected a number greater than {2}, at most 1e12</source>
        <translation>{1}이(가) 없습니다. {2}보다 크고 1e12 이하인 수가 필요합니다</translation>
    </message>
    <message>
        <source>{1} is missing; expected a number</source>
        <translation>{1}이(가) 없습니다. 숫자가 필요합니다</translation>
    </message>
    <message>
        <source>{1} is missing; expected a text</source>
        <translation>{1}이(가) 없습니다. 텍스트가 필요합니다</translation>
    </message>
    <message>
        <source>{1} is missing; expected a whole number</source>
        <translation>{1} 이 없습니다. 정수가 필요합니다</translation>
    </message>
    <message>
        <source>{1} is missing; expected {2}</source>
        <translation>{1}이(가) 없습니다. 필요한 것: {2}</translation>
    </message>
    <message>
        <source>{1} is missing</source>
        <translation>{1}이(가) 없습니다</translation>
    </message>
    <message>
        <source>{1} is neither true nor false</source>
        <translation>{1}이(가) true도 false도 아닙니다</translation>
    </message>
    <message>
        <source>{1} is not a finite number</source>
        <translation>{1}이(가) 유한한 수가 아닙니다</translation>
    </message>
    <message>
        <source>{1} is not a list of 1 to {2} numbers from {3} to {4}</source>
        <translation>{1}이(가) {3}~{4}의 수 1~{2}개로 된 목록이 아닙니다</translation>
    </message>
    <message>
        <source>{1} is not a list of float64</source>
        <translation>{1}이(가) float64의 목록이 아닙니다</translation>
    </message>
    <message>
        <source>{1} is not a list of numbers; expected one factor a dimension, as in layer 0</source>
        <translation>{1}이(가) 수의 목록이 아닙니다. 레이어 0처럼 차원마다 계수 하나가 필요합니다</translation>
    </message>
    <message>
        <source>{1} is not a list</source>
        <translation>{1}이(가) 목록이 아닙니다</translation>
    </message>
    <message>
        <source>{1} is not a member; expected one of {2}</source>
        <translation>{1}은(는) 항목이 아닙니다. 다음 중 하나가 필요합니다: {2}</translation>
    </message>
    <message>
        <source>{1} is not a number; expected a list of factors</source>
        <translation>{1}이(가) 수가 아닙니다. 계수 목록이 필요합니다</translation>
    </message>
    <message>
        <source>{1} is not a number; {2}</source>
        <translation>{1}이(가) 수가 아닙니다. {2}</translation>
    </message>
    <message>
        <source>{1} is not a number</source>
        <translation>{1}이(가) 수가 아닙니다</translation>
    </message>
    <message>
        <source>{1} is not a string</source>
        <translation>{1}이(가) 문자열이 아닙니다</translation>
    </message>
    <message>
        <source>{1} is not a table of factors: it {2} ({3})</source>
        <translation>{1}: 계수의 표가 아닙니다. {2} ({3})</translation>
    </message>
    <message>
        <source>{1} is not a text of at most {2} bytes</source>
        <translation>{1}이(가) {2}바이트 이하의 텍스트가 아닙니다</translation>
    </message>
    <message>
        <source>{1} is not a whole number from {2} to {3}</source>
        <translation>{1}이(가) {2}~{3}의 정수가 아닙니다</translation>
    </message>
    <message>
        <source>{1} is not an integer</source>
        <translation>{1}이(가) 정수가 아닙니다</translation>
    </message>
    <message>
        <source>{1} is not what the laboratory can compute; expected {2}</source>
        <translation>{1}은(는) 실험실이 계산할 수 있는 것이 아닙니다. {2}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>{1} is stated without a factor: llama.cpp runs factor 1, so that nothing is scaled</source>
        <translation>{1}에 factor가 없습니다. llama.cpp는 factor 1로 실행하므로 아무것도 스케일링되지 않습니다</translation>
    </message>
    <message>
        <source>{1} is {2}; expected 0 to {3}</source>
        <translation>{1}이(가) {2}입니다. 0에서 {3} 사이가 필요합니다</translation>
    </message>
    <message>
        <source>{1} is {2}; expected 1 to {3} components</source>
        <translation>{1}이(가) {2}입니다. 1에서 {3}개 성분이 필요합니다</translation>
    </message>
    <message>
        <source>{1} is {2}; expected 1 to {3} positions</source>
        <translation>{1}이(가) {2}입니다. 1에서 {3} 위치가 필요합니다</translation>
    </message>
    <message>
        <source>{1} is {2}; expected 1 to {3}</source>
        <translation>{1} 이 {2}입니다. 1에서 {3}까지가 필요합니다</translation>
    </message>
    <message>
        <source>{1} is {2}; expected UTF-8</source>
        <translation>{1}이(가) {2}입니다. UTF-8이 필요합니다</translation>
    </message>
    <message>
        <source>{1} is {2}; expected a base greater than 1, at most {3}</source>
        <translation>{1}이(가) {2}입니다. 1보다 크고 {3} 이하인 베이스가 필요합니다</translation>
    </message>
    <message>
        <source>{1} is {2}; expected a finite number greater than 0</source>
        <translation>{1}이(가) {2}입니다. 0보다 큰 유한한 수가 필요합니다</translation>
    </message>
    <message>
        <source>{1} is {2}; expected a list of at most {3} numbers</source>
        <translation>{1}이(가) {2}입니다. 최대 {3}개인 수의 목록이 필요합니다</translation>
    </message>
    <message>
        <source>{1} is {2}; expected a number greater than {3}, at most 1e12</source>
        <translation>{1}이(가) {2}입니다. {3}보다 크고 1e12 이하인 수가 필요합니다</translation>
    </message>
    <message>
        <source>{1} is {2}; expected a string</source>
        <translation>{1}이(가) {2}입니다. 문자열이 필요합니다</translation>
    </message>
    <message>
        <source>{1} is {2}; expected an even number greater than 0</source>
        <translation>{1}이(가) {2}입니다. 0보다 큰 짝수가 필요합니다</translation>
    </message>
    <message>
        <source>{1} is {2}; expected an even number: of an odd one classes of Transformers make {3} frequencies as of {4} components and turn {5} (GLM, Phi-3, GPT-NeoX), or stop (Llama, Phi, StableLM)</source>
        <translation>{1}이(가) {2}입니다. 짝수가 필요합니다. 홀수이면 Transformers의 클래스는 성분 {4}개로 보아 주파수 {3}개를 만들고 성분 {5}개를 회전하거나(GLM, Phi-3, GPT-NeoX) 멈춥니다(Llama, Phi, StableLM)</translation>
    </message>
    <message>
        <source>{1} is {2}; expected an object</source>
        <translation>{1}이(가) {2}입니다. 객체가 필요합니다</translation>
    </message>
    <message>
        <source>{1} is {2}; expected at most {3} = {4}</source>
        <translation>{1}이(가) {2}입니다. 최대 {3} = {4}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>{1} is {2}; expected at most {3}</source>
        <translation>{1}이(가) {2}입니다. 최대 {3}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>{1} is {2}; expected one of {3}</source>
        <translation>{1}이(가) {2}입니다. 다음 중 하나가 필요합니다: {3}</translation>
    </message>
    <message>
        <source>{1} is {2}; expected true or false</source>
        <translation>{1}이(가) {2}입니다. true 또는 false가 필요합니다</translation>
    </message>
    <message>
        <source>{1} is {2}; expected {3} or more</source>
        <translation>{1} 이 {2}입니다. {3} 이상이 필요합니다</translation>
    </message>
    <message>
        <source>{1} is {2}; expected {3} to {4}</source>
        <translation>{1}이(가) {2}입니다. {3}에서 {4} 사이가 필요합니다</translation>
    </message>
    <message>
        <source>{1} is {2}; expected {3}, or dimensions such as {4}</source>
        <translation>{1}이(가) {2}입니다. {3} 또는 {4} 같은 차원이 필요합니다</translation>
    </message>
    <message>
        <source>{1} is {2}; expected {3}</source>
        <translation>{1}의 값이 {2}입니다. 필요한 것: {3}</translation>
    </message>
    <message>
        <source>{1} needs factor, which this source does not state</source>
        <translation>{1}에는 factor가 필요한데 이 소스에는 없습니다</translation>
    </message>
    <message>
        <source>{1} needs max_position_embeddings, which this source does not state</source>
        <translation>{1}에는 max_position_embeddings가 필요한데 이 소스에는 없습니다</translation>
    </message>
    <message>
        <source>{1} needs rope_theta, which this source does not state</source>
        <translation>{1}에는 rope_theta가 필요한데 이 소스에는 없습니다</translation>
    </message>
    <message>
        <source>{1} needs the length of pre-training; Transformers takes max_position_embeddings = {2} for it, other engines 1024, 4096 or 8192, or they refuse the model</source>
        <translation>{1}에는 사전 학습 길이가 필요합니다. Transformers는 max_position_embeddings = {2}을(를) 대신 쓰고, 다른 엔진은 1024, 4096, 8192를 쓰거나 모델을 거부합니다</translation>
    </message>
    <message>
        <source>{1} needs {2} bytes from byte {3} of the data on; the file has {4} bytes of data: it is cut off or damaged</source>
        <translation>{1}에는 데이터의 {3}바이트부터 {2}바이트가 필요한데 파일의 데이터는 {4}바이트입니다. 중간에 잘렸거나 손상되었습니다</translation>
    </message>
    <message>
        <source>{1} of distances below {2}</source>
        <translation>{2} 미만 거리의 {1}</translation>
    </message>
    <message>
        <source>{1} of distances</source>
        <translation>거리의 {1}</translation>
    </message>
    <message>
        <source>{1} on top of the factors in the file</source>
        <translation>파일의 계수 위에 {1}</translation>
    </message>
    <message>
        <source>{1} or {2} dimensions</source>
        <translation>{1}차원 또는 {2}차원</translation>
    </message>
    <message>
        <source>{1} rows from {2} on and {3} dimensions from {4} on were asked for; expected some of {5} rows and {6} dimensions</source>
        <translation>{2}부터 행 {1}개와 {4}부터 차원 {3}개를 요청했습니다. 행 {5}개와 차원 {6}개의 일부가 필요합니다</translation>
    </message>
    <message>
        <source>{1} rows were asked for at a time; expected at most {2} with so many dimensions</source>
        <translation>한 번에 행 {1}개를 요청했습니다. 이 차원 수에서는 최대 {2}개가 필요합니다</translation>
    </message>
    <message>
        <source>{1} rows, one for each axis, with a count for each position</source>
        <translation>{1}개 행(축마다 하나, 위치마다 개수)</translation>
    </message>
    <message>
        <source>{1} rows, one for each value of inv_freq, of {2}</source>
        <translation>inv_freq의 값마다 하나, 열 {2}개인 {1}개 행</translation>
    </message>
    <message>
        <source>{1} samples per interval, expected {2} or more: differences are mostly noise.</source>
        <translation>구간당 샘플이 {1}개입니다. {2}개 이상이 필요하며 차이는 대부분 잡음입니다.</translation>
    </message>
    <message>
        <source>{1} to {2}, or inf (frozen)</source>
        <translation>{1}에서 {2} 또는 inf(동결)</translation>
    </message>
    <message>
        <source>{1} turns take {2} positions: the angles form a comb of {3} teeth that drifts.</source>
        <translation>{1}회전에 {2} 위치가 걸립니다. 각도는 빗살 {3}개의 빗을 이루며 조금씩 밀려납니다.</translation>
    </message>
    <message>
        <source>{1} was changed since the session was saved: it has {2} bytes where it had {3}</source>
        <translation>세션을 저장한 뒤 {1}이(가) 바뀌었습니다. {3}바이트였는데 {2}바이트입니다</translation>
    </message>
    <message>
        <source>{1} was changed since the session was saved: its size is the same, its content is not</source>
        <translation>세션을 저장한 뒤 {1}이(가) 바뀌었습니다. 크기는 같지만 내용이 다릅니다</translation>
    </message>
    <message>
        <source>{1} were never written; expected a recording that was finished</source>
        <translation>{1}이(가) 쓰인 적이 없습니다. 끝까지 마친 기록이 필요합니다</translation>
    </message>
    <message>
        <source>{1} were written without their filters; expected all chunks filtered alike</source>
        <translation>{1}이(가) 필터 없이 쓰였습니다. 모든 청크에 같은 필터가 필요합니다</translation>
    </message>
    <message>
        <source>{1} would not apply the table: {2}; expected another format</source>
        <translation>{1}은(는) 표를 적용하지 않습니다: {2}. 다른 형식이 필요합니다</translation>
    </message>
    <message>
        <source>{1}&apos;s factor of dimension {2} is {3}; expected {4}</source>
        <translation>{1}의 차원 {2}의 계수가 {3}입니다. {4}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>{1}, attention magnitude {2} from the lengths&apos; ratio; attention_factor is not read (Transformers: {3})</source>
        <translation>{1}, 길이의 비에서 구한 어텐션 계수 {2}. attention_factor는 읽지 않습니다(Transformers: {3})</translation>
    </message>
    <message>
        <source>{1}, attention magnitude {2}</source>
        <translation>{1}, 어텐션 계수 {2}</translation>
    </message>
    <message>
        <source>{1}, factor {2}</source>
        <translation>{1}, factor {2}</translation>
    </message>
    <message>
        <source>{1}, no RoPE: no engine has a switch that extends them</source>
        <translation>{1}. RoPE가 아닙니다. 이를 확장하는 설정은 어느 엔진에도 없습니다</translation>
    </message>
    <message>
        <source>{1}, rope.scaling.type {2}, rope.freq_base {3}, {4} dimensions, context_length = {5}</source>
        <translation>{1}, rope.scaling.type {2}, rope.freq_base {3}, {4}개 차원, context_length = {5}</translation>
    </message>
    <message>
        <source>{1}, {2}</source>
        <translation>{1}, {2}</translation>
    </message>
    <message>
        <source>{1}. Flags can say the tables of these methods: {2}</source>
        <translation>{1}. 플래그로는 다음 방법의 표를 나타낼 수 있습니다: {2}</translation>
    </message>
    <message>
        <source>{1}. The request was computed on the CPU.</source>
        <translation>{1}. 요청은 CPU에서 계산했습니다.</translation>
    </message>
    <message>
        <source>{1}. The request was finished on the CPU.</source>
        <translation>{1}. 요청은 CPU에서 끝까지 계산했습니다.</translation>
    </message>
    <message>
        <source>{1}.context_length is missing; expected the number of positions</source>
        <translation>{1}.context_length가 없습니다. 위치 수가 필요합니다</translation>
    </message>
    <message>
        <source>{1}.rope.dimension_count is missing; expected a model with rotary position embeddings</source>
        <translation>{1}.rope.dimension_count가 없습니다. 회전 위치 임베딩을 쓰는 모델이 필요합니다</translation>
    </message>
    <message>
        <source>{1}.rope.scaling.finetuned is false, so that llama.cpp does not rotate at all; expected a model with rotary position embeddings</source>
        <translation>{1}.rope.scaling.finetuned가 false이므로 llama.cpp는 전혀 회전하지 않습니다. 회전 위치 임베딩을 쓰는 모델이 필요합니다</translation>
    </message>
    <message>
        <source>{1}.{2} is {3}; expected 0 to {4}</source>
        <translation>{1}.{2}이(가) {3}입니다. 0에서 {4} 사이가 필요합니다</translation>
    </message>
    <message>
        <source>{1}: attention magnitude {2} (Transformers: {3})</source>
        <translation>{1}: 어텐션 계수 {2}(Transformers: {3})</translation>
    </message>
    <message>
        <source>{1}: expected a list of at most {2} objects</source>
        <translation>{1}: {2}개까지의 객체 목록이 필요합니다</translation>
    </message>
    <message>
        <source>{1}: expected a text</source>
        <translation>{1}: 텍스트가 필요합니다</translation>
    </message>
    <message>
        <source>{1}: the disturbance is against what was recorded, not against pre-training.</source>
        <translation>{1}. 교란은 사전 학습이 아니라 기록된 것에 대한 값입니다.</translation>
    </message>
    <message>
        <source>{1}: unscaled</source>
        <translation>{1}: 스케일링 없음</translation>
    </message>
    <message>
        <source>{1}: {2} is no text in a language of the window; expected one of {3}</source>
        <translation>{1}: {2}은(는) 창의 언어로 된 텍스트가 아닙니다. 다음 중 하나가 필요합니다: {3}</translation>
    </message>
    <message>
        <source>{1}: {2} is not a text</source>
        <translation>{1}: {2}은(는) 텍스트가 아닙니다</translation>
    </message>
    <message>
        <source>{1}; differently, see below: {2}</source>
        <translation>{1}. 다르게 동작(아래 참조): {2}</translation>
    </message>
    <message>
        <source>{1}; expected one of {2}</source>
        <translation>{1}. 다음 중 하나여야 합니다: {2}</translation>
    </message>
    <message>
        <source>{1}; expected {2}</source>
        <translation>{1}. 필요한 것: {2}</translation>
    </message>
    <message>
        <source>{1}; it has no class of its own</source>
        <translation>{1}. 자체 클래스는 없습니다</translation>
    </message>
    <message>
        <source>{1}; some other engines know it</source>
        <translation>{1}. 다른 엔진 중에는 아는 것이 있습니다</translation>
    </message>
    <message>
        <source>{1}; what it does is not measured here, no export holds it, and engines without it refuse the type or run the model unscaled</source>
        <translation>{1}. 그 작용은 여기서 측정하지 않고 어떤 내보내기에도 들어가지 않습니다. 그것이 없는 엔진은 이 유형을 거부하거나 모델을 스케일링 없이 실행합니다</translation>
    </message>
    <message>
        <source>{1}; {2} of its factors are others, the first of dimension {3}</source>
        <translation>{1}. 계수 가운데 {2}개는 다르며 첫째는 차원 {3}입니다</translation>
    </message>
    <message>
        <source>{1}[{2}] is {3}; expected a number from {4} to {5}</source>
        <translation>{1}[{2}]이(가) {3}입니다. {4}에서 {5}까지의 수가 필요합니다</translation>
    </message>
    <message>
        <source>{1}[{2}] is {3}; expected a whole number from {4} to {5}</source>
        <translation>{1}[{2}]이(가) {3}입니다. {4}에서 {5}까지의 정수가 필요합니다</translation>
    </message>
    <message>
        <source>½ KL(P ‖ M) + ½ KL(Q ‖ M), M = ½(P+Q)</source>
        <translation>½ KL(P ‖ M) + ½ KL(Q ‖ M), M = ½(P+Q)</translation>
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

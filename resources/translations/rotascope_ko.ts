<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko">
<context>
    <name>AngleUnit</name>
    <message>
        <source>degrees</source>
        <translation>도</translation>
    </message>
    <message>
        <source>radians</source>
        <translation>라디안</translation>
    </message>
    <message>
        <source>turns</source>
        <translation>회전</translation>
    </message>
</context>
<context>
    <name>AnimationFile</name>
    <message>
        <source>%1: cannot be written: the picture cannot be made</source>
        <translation>%1: 쓸 수 없음: 그림을 만들 수 없습니다</translation>
    </message>
    <message>
        <source>%1: frames of %2 × %3 pixels are too large; expected at most %4 × %4</source>
        <translation>%1: %2 × %3 픽셀 프레임은 너무 큽니다. 최대 %4 × %4가 필요합니다</translation>
    </message>
    <message>
        <source>%1: the kind of file is not known; expected a name that ends in .webp or .png</source>
        <translation>%1: 파일의 종류를 알 수 없습니다. .webp나 .png로 끝나는 이름이 필요합니다</translation>
    </message>
    <message>
        <source>%1: this build of Rotascope writes no animated files, because libwebp was not there when it was built; expected a name that ends in .png, for a picture of each frame</source>
        <translation>%1: 이 Rotascope는 빌드할 때 libwebp가 없어서 애니메이션 파일을 쓰지 않습니다. 프레임마다 그림을 쓰려면 .png로 끝나는 이름이 필요합니다</translation>
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
        <translation>커서 A와 B</translation>
    </message>
    <message>
        <source>Two cursors, to compare two places: drag them, or press A and B in the chart</source>
        <translation>두 곳을 비교하는 두 커서: 끌어 옮기거나 그래프에서 A와 B를 누릅니다</translation>
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
        <translation>번호 붙은 PNG 그림 %1장 (*.png)</translation>
    </message>
    <message>
        <source>%1 is there already; choose another name</source>
        <translation>%1: 이미 있습니다. 다른 이름을 선택하십시오</translation>
    </message>
    <message>
        <source>%1 is there already; choose that name to replace it</source>
        <translation>%1: 이미 있습니다. 바꾸려면 그 이름을 선택하십시오</translation>
    </message>
    <message>
        <source>%1 tables are pinned already; remove one first</source>
        <translation>이미 표 %1개가 고정되어 있습니다. 먼저 하나를 제거하십시오</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, by hand</source>
        <translation>%1, 수동</translation>
    </message>
    <message>
        <source>&amp;About Rotascope</source>
        <translation>Rotascope 정보(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Columns of the table</source>
        <translation>표의 열(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy picture of a view</source>
        <translation>뷰 그림 복사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy selected dimensions</source>
        <translation>선택한 차원 복사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Engines…</source>
        <translation>엔진(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Export scaling table…</source>
        <translation>스케일링 표 내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>명령 찾기(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Follow changes of the file</source>
        <translation>파일 변경 따라가기(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>용어집(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>키보드 단축키(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>매뉴얼(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Next worst dimension</source>
        <translation>다음으로 교란이 큰 차원(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Pin this table</source>
        <translation>이 표 고정(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Previous worst dimension</source>
        <translation>이전의 교란이 큰 차원(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>세션 저장(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Take a pinned table</source>
        <translation>고정한 표 사용(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Tours</source>
        <translation>투어(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;What&apos;s this?</source>
        <translation>이것은 무엇입니까?(&amp;W)</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Rotascope %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Shows how an extension of a RoPE model&apos;s context disturbs the distribution of each dimension&apos;s rotary angles, and lets you choose interpolation or extrapolation for each.&lt;/p&gt;&lt;p&gt;The method: &lt;i&gt;Extending Context Window of Large Language Models from a Distributional Perspective&lt;/i&gt;, EMNLP 2024.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Rotascope %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;RoPE 모델의 컨텍스트 확장이 각 차원의 회전각 분포를 어떻게 교란하는지 보여 주고, 차원마다 보간과 외삽 중에서 선택할 수 있게 합니다.&lt;/p&gt;&lt;p&gt;방법: &lt;i&gt;Extending Context Window of Large Language Models from a Distributional Perspective&lt;/i&gt;, EMNLP 2024.&lt;/p&gt;&lt;p&gt;GNU General Public License 버전 3 이상에 따른 자유 소프트웨어입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>+, −</source>
        <translation>+, −</translation>
    </message>
    <message>
        <source>0, Home</source>
        <translation>0, Home</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>파일…</translation>
    </message>
    <message>
        <source>A recording, a model&apos;s config.json or a GGUF model, with as many dimensions</source>
        <translation>기록, 모델의 config.json, 또는 GGUF 모델. 차원의 수가 같은 것</translation>
    </message>
    <message>
        <source>A, B</source>
        <translation>A, B</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Qt 정보(&amp;Q)</translation>
    </message>
    <message>
        <source>About Rotascope</source>
        <translation>Rotascope 정보</translation>
    </message>
    <message>
        <source>Add &amp;scene</source>
        <translation>장면 추가(&amp;S)</translation>
    </message>
    <message>
        <source>Added scene %1: %2. The panel Scenes lists it.</source>
        <translation>장면 %1 추가: %2. 장면 패널의 목록에 있습니다.</translation>
    </message>
    <message>
        <source>Animated WebP, %1 s (*.webp)</source>
        <translation>애니메이션 WebP, %1초 (*.webp)</translation>
    </message>
    <message>
        <source>Attention factor %1.</source>
        <translation>어텐션 계수 %1.</translation>
    </message>
    <message>
        <source>C&amp;olumns of the comparison</source>
        <translation>비교의 열(&amp;O)</translation>
    </message>
    <message>
        <source>Chooses the bar&apos;s dimension</source>
        <translation>막대의 차원을 선택합니다</translation>
    </message>
    <message>
        <source>Close compariso&amp;n</source>
        <translation>비교 닫기(&amp;N)</translation>
    </message>
    <message>
        <source>Closes the window and ends the program</source>
        <translation>창을 닫고 프로그램을 끝냅니다</translation>
    </message>
    <message>
        <source>Co&amp;mpare with</source>
        <translation>비교 대상(&amp;M)</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>비교 대상</translation>
    </message>
    <message>
        <source>Compares a pinned table no longer</source>
        <translation>고정한 표를 더 이상 비교하지 않습니다</translation>
    </message>
    <message>
        <source>Copied rows: %1</source>
        <translation>복사한 행: %1</translation>
    </message>
    <message>
        <source>Copied the picture of %1</source>
        <translation>%1의 그림을 복사했습니다</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>그림으로 복사</translation>
    </message>
    <message>
        <source>Current table: %1, changed by hand</source>
        <translation>현재 표: %1, 수동으로 변경</translation>
    </message>
    <message>
        <source>Current table: %1</source>
        <translation>현재 표: %1</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Dimensions set by hand: %1.</source>
        <translation>수동 설정한 차원: %1.</translation>
    </message>
    <message>
        <source>Done: %1. The comparison of methods shows it.</source>
        <translation>한 일: %1. 방법 비교에 표시됩니다.</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>한 일: %1</translation>
    </message>
    <message>
        <source>Drawing %1 pictures…</source>
        <translation>그림 %1장을 그리는 중…</translation>
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
        <translation>어디서나</translation>
    </message>
    <message>
        <source>Explains what is clicked next; its key, what has the focus</source>
        <translation>다음에 클릭하는 것을 설명합니다. 키로 부르면 포커스가 있는 것을 설명합니다</translation>
    </message>
    <message>
        <source>Export &amp;handout…</source>
        <translation>유인물 내보내기(&amp;H)…</translation>
    </message>
    <message>
        <source>Exported tables and factor lists (%1);;All files (*)</source>
        <translation>내보낸 표와 계수 목록 (%1);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Fills the screen with one view at a time, in large letters, and goes through the scenes; Escape ends it</source>
        <translation>화면 가득 한 뷰씩 큰 글자로 보여 주며 장면을 차례로 넘깁니다. Esc로 끝냅니다</translation>
    </message>
    <message>
        <source>Finds any command of the menus by its words</source>
        <translation>메뉴의 명령을 단어로 찾습니다</translation>
    </message>
    <message>
        <source>Gives a pinned table another name</source>
        <translation>고정한 표에 다른 이름을 붙입니다</translation>
    </message>
    <message>
        <source>Goes on by a tenth of what is shown</source>
        <translation>보이는 범위의 10분의 1만큼 이동합니다</translation>
    </message>
    <message>
        <source>Goes to another dimension</source>
        <translation>다른 차원으로 이동합니다</translation>
    </message>
    <message>
        <source>Goes to another table</source>
        <translation>다른 표로 이동합니다</translation>
    </message>
    <message>
        <source>Goes to the next dimension in the order of disturbance</source>
        <translation>교란이 큰 순서로 다음 차원으로 이동합니다</translation>
    </message>
    <message>
        <source>Goes to the previous dimension in the order of disturbance</source>
        <translation>교란이 큰 순서로 이전 차원으로 이동합니다</translation>
    </message>
    <message>
        <source>Hides both cursors</source>
        <translation>두 커서를 숨깁니다</translation>
    </message>
    <message>
        <source>In the comparison of methods</source>
        <translation>방법 비교에서</translation>
    </message>
    <message>
        <source>In the distribution and the disturbance</source>
        <translation>분포와 교란에서</translation>
    </message>
    <message>
        <source>In the landscape: moves the current dimension to the next factor</source>
        <translation>지형에서: 현재 차원을 다음 계수로 옮깁니다</translation>
    </message>
    <message>
        <source>In the overview and the landscape</source>
        <translation>개요와 지형에서</translation>
    </message>
    <message>
        <source>In the table of dimensions</source>
        <translation>차원 표에서</translation>
    </message>
    <message>
        <source>Interpolates the selected dimensions if the current one is extrapolated, else extrapolates them</source>
        <translation>현재 차원이 외삽이면 선택한 차원을 보간하고, 아니면 외삽합니다</translation>
    </message>
    <message>
        <source>Its numbers are not there yet; a view is computed while it is seen</source>
        <translation>수치가 아직 없습니다. 뷰는 보이는 동안 계산됩니다</translation>
    </message>
    <message>
        <source>Keeps what is seen now, the view, the dimension and the zoom, as a scene of a talk</source>
        <translation>지금 보이는 것(뷰, 차원, 확대)을 발표의 장면으로 보관합니다</translation>
    </message>
    <message>
        <source>Language, units, digits, colours, engine and threads, for all that you open</source>
        <translation>언어, 단위, 자릿수, 색, 엔진, 스레드 수. 여는 모든 것에 적용됩니다</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>왼쪽, 오른쪽</translation>
    </message>
    <message>
        <source>Lets the method choose the factors of the selected dimensions</source>
        <translation>선택한 차원의 계수를 방법이 고르게 합니다</translation>
    </message>
    <message>
        <source>Made again: %1</source>
        <translation>다시 실행: %1</translation>
    </message>
    <message>
        <source>Made by %1 for L = %2 to L′ = %3.</source>
        <translation>만든 방법: %1, L = %2에서 L′ = %3(으)로.</translation>
    </message>
    <message>
        <source>Makes a pinned table the current one</source>
        <translation>고정한 표를 현재 표로 만듭니다</translation>
    </message>
    <message>
        <source>Makes the change that was taken back last</source>
        <translation>마지막으로 취소한 변경을 다시 적용합니다</translation>
    </message>
    <message>
        <source>Moves the keyboard back to the panel before</source>
        <translation>키보드 포커스를 이전 패널로 되돌립니다</translation>
    </message>
    <message>
        <source>Moves the keyboard on to the next panel that is seen</source>
        <translation>키보드 포커스를 보이는 다음 패널로 옮깁니다</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>이름:</translation>
    </message>
    <message>
        <source>Ne&amp;xt scene</source>
        <translation>다음 장면(&amp;X)</translation>
    </message>
    <message>
        <source>Nex&amp;t panel</source>
        <translation>다음 패널(&amp;T)</translation>
    </message>
    <message>
        <source>Nothing in it turns</source>
        <translation>여기에는 회전하는 것이 없습니다</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>최근 파일 열기(&amp;R)</translation>
    </message>
    <message>
        <source>Open a scaling table</source>
        <translation>스케일링 표 열기</translation>
    </message>
    <message>
        <source>Open scaling &amp;table…</source>
        <translation>스케일링 표 열기(&amp;T)…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Opens a recording (.h5), a model&apos;s config.json, a GGUF model, a session, or an exported table with its model</source>
        <translation>기록(.h5), 모델의 config.json, GGUF 모델, 세션, 또는 내보낸 표를 그 모델과 함께 엽니다</translation>
    </message>
    <message>
        <source>Opens a second source, and shows how its angles differ from those of the one that is open</source>
        <translation>두 번째 소스를 열고, 그 각도가 지금 열려 있는 소스와 어떻게 다른지 보여 줍니다</translation>
    </message>
    <message>
        <source>Opens the manual at the list of all terms</source>
        <translation>매뉴얼의 용어 목록을 엽니다</translation>
    </message>
    <message>
        <source>Opens the manual at the page of what has the focus</source>
        <translation>포커스가 있는 부분의 페이지에서 매뉴얼을 엽니다</translation>
    </message>
    <message>
        <source>Opens the manual at which methods to try first, and how well that is known</source>
        <translation>먼저 시도할 방법과 그것이 얼마나 알려져 있는지에 대한 페이지에서 매뉴얼을 엽니다</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>PNG, %1 × %2 pixels (*.png)</source>
        <translation>PNG, %1 × %2픽셀 (*.png)</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Page Up, Page Down</translation>
    </message>
    <message>
        <source>Pr&amp;esent</source>
        <translation>발표 시작(&amp;E)</translation>
    </message>
    <message>
        <source>Pre&amp;vious panel</source>
        <translation>이전 패널(&amp;V)</translation>
    </message>
    <message>
        <source>Preference&amp;s…</source>
        <translation>환경 설정(&amp;S)…</translation>
    </message>
    <message>
        <source>Previo&amp;us scene</source>
        <translation>이전 장면(&amp;U)</translation>
    </message>
    <message>
        <source>Puts a cursor at the bar, to compare two of them</source>
        <translation>막대에 커서를 놓아 둘을 비교합니다</translation>
    </message>
    <message>
        <source>Puts a picture of one view, with how it was made, on the clipboard</source>
        <translation>한 뷰의 그림을 만든 조건과 함께 클립보드에 넣습니다</translation>
    </message>
    <message>
        <source>Puts the selected rows of the table on the clipboard, for a spreadsheet</source>
        <translation>표에서 선택한 행을 스프레드시트용으로 클립보드에 넣습니다</translation>
    </message>
    <message>
        <source>Re&amp;load</source>
        <translation>다시 읽기(&amp;L)</translation>
    </message>
    <message>
        <source>Re&amp;name a pinned table</source>
        <translation>고정한 표 이름 바꾸기(&amp;N)</translation>
    </message>
    <message>
        <source>Reads the file that is open again whenever it changes, as while it is being written</source>
        <translation>열려 있는 파일을 쓰는 중일 때처럼 바뀔 때마다 다시 읽습니다</translation>
    </message>
    <message>
        <source>Reads the file that is open again; all that was chosen stays</source>
        <translation>열려 있는 파일을 다시 읽습니다. 선택한 내용은 모두 남습니다</translation>
    </message>
    <message>
        <source>Reads the next bar</source>
        <translation>다음 막대를 읽습니다</translation>
    </message>
    <message>
        <source>Recordings and models (*.h5 *.hdf5 *.json *.gguf);;All files (*)</source>
        <translation>기록과 모델 (*.h5 *.hdf5 *.json *.gguf);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Recordings, models, tables, sessions and scores (*.h5 *.hdf5 *.json *.gguf *.rotascope %1);;All files (*)</source>
        <translation>기록, 모델, 표, 세션, 점수 (*.h5 *.hdf5 *.json *.gguf *.rotascope %1);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Remo&amp;ve a pinned table</source>
        <translation>고정한 표 제거(&amp;V)</translation>
    </message>
    <message>
        <source>Removes a pinned table</source>
        <translation>고정한 표를 제거합니다</translation>
    </message>
    <message>
        <source>Rename pinned table %1</source>
        <translation>고정한 표 %1 이름 바꾸기</translation>
    </message>
    <message>
        <source>Renames a pinned table</source>
        <translation>고정한 표의 이름을 바꿉니다</translation>
    </message>
    <message>
        <source>Replaces the current table by one that was exported, or by a list of LongRoPE&apos;s factors</source>
        <translation>현재 표를 내보낸 표나 LongRoPE 계수 목록으로 바꿉니다</translation>
    </message>
    <message>
        <source>Reset &amp;layout</source>
        <translation>레이아웃 초기화(&amp;L)</translation>
    </message>
    <message>
        <source>Save &amp;data of a view</source>
        <translation>뷰 데이터 저장(&amp;D)</translation>
    </message>
    <message>
        <source>Save &amp;picture of the window…</source>
        <translation>창 그림 저장(&amp;P)…</translation>
    </message>
    <message>
        <source>Save an&amp;imation of a view</source>
        <translation>뷰 애니메이션 저장(&amp;I)</translation>
    </message>
    <message>
        <source>Save animation</source>
        <translation>애니메이션 저장</translation>
    </message>
    <message>
        <source>Save animation…</source>
        <translation>애니메이션 저장…</translation>
    </message>
    <message>
        <source>Save data as CSV…</source>
        <translation>데이터를 CSV로 저장…</translation>
    </message>
    <message>
        <source>Save data</source>
        <translation>데이터 저장</translation>
    </message>
    <message>
        <source>Save picture of a &amp;view</source>
        <translation>뷰 그림 저장(&amp;V)</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>그림 저장…</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>다른 이름으로 세션 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>세션 저장</translation>
    </message>
    <message>
        <source>Saves a view while the position runs from 0 to L′, as an animated WebP file or as numbered pictures</source>
        <translation>위치가 0에서 L′까지 진행하는 동안의 뷰를 애니메이션 WebP 파일이나 번호 붙은 그림으로 저장합니다</translation>
    </message>
    <message>
        <source>Saves one view, with how it was made, as SVG, PDF or PNG</source>
        <translation>한 뷰를 만든 조건과 함께 SVG, PDF, PNG로 저장합니다</translation>
    </message>
    <message>
        <source>Saves the numbers that one view shows as CSV</source>
        <translation>한 뷰에 보이는 수치를 CSV로 저장합니다</translation>
    </message>
    <message>
        <source>Saves the session under another name</source>
        <translation>세션을 다른 이름으로 저장합니다</translation>
    </message>
    <message>
        <source>Saves what is open and all that was chosen, so that you can go on later</source>
        <translation>열려 있는 것과 선택한 내용을 모두 저장하여 나중에 이어서 작업할 수 있게 합니다</translation>
    </message>
    <message>
        <source>Saves what the window shows as a PNG file</source>
        <translation>창에 보이는 내용을 PNG 파일로 저장합니다</translation>
    </message>
    <message>
        <source>Says which engines can compute here, and why others cannot</source>
        <translation>여기서 계산할 수 있는 엔진과 다른 엔진을 쓸 수 없는 이유를 보여 줍니다</translation>
    </message>
    <message>
        <source>Score a model &amp;under tables…</source>
        <translation>표로 모델의 점수 매기기(&amp;U)…</translation>
    </message>
    <message>
        <source>Scores a real model under the current and the pinned tables with Python, or shows the command that does</source>
        <translation>실제 모델의 점수를 현재 표와 고정한 표로 Python에서 매기거나, 그 명령을 보여 줍니다</translation>
    </message>
    <message>
        <source>Selected dimensions: &amp;automatic</source>
        <translation>선택한 차원: 자동(&amp;A)</translation>
    </message>
    <message>
        <source>Selected dimensions: &amp;extrapolation</source>
        <translation>선택한 차원: 외삽(&amp;E)</translation>
    </message>
    <message>
        <source>Selected dimensions: &amp;flip</source>
        <translation>선택한 차원: 전환(&amp;F)</translation>
    </message>
    <message>
        <source>Selected dimensions: &amp;interpolation</source>
        <translation>선택한 차원: 보간(&amp;I)</translation>
    </message>
    <message>
        <source>Sessions (*.rotascope)</source>
        <translation>세션 (*.rotascope)</translation>
    </message>
    <message>
        <source>Sets the current table aside as A, B, C …, to compare it with what you choose next</source>
        <translation>현재 표를 A, B, C …로 따로 두어 다음에 선택하는 것과 비교합니다</translation>
    </message>
    <message>
        <source>Sets the selected dimensions to factor 1</source>
        <translation>선택한 차원의 계수를 1로 설정합니다</translation>
    </message>
    <message>
        <source>Sets the selected dimensions to factor s = L′/L</source>
        <translation>선택한 차원의 계수를 s = L′/L로 설정합니다</translation>
    </message>
    <message>
        <source>Shows all keys on one page</source>
        <translation>모든 키를 한 페이지에 보여 줍니다</translation>
    </message>
    <message>
        <source>Shows all views, in the places and sizes that they have at first</source>
        <translation>모든 뷰를 처음의 위치와 크기로 보여 줍니다</translation>
    </message>
    <message>
        <source>Shows and hides columns of the table of dimensions</source>
        <translation>차원 표의 열을 보이거나 숨깁니다</translation>
    </message>
    <message>
        <source>Shows and hides second readings in the comparison of methods</source>
        <translation>방법 비교에서 둘째 지표를 보이거나 숨깁니다</translation>
    </message>
    <message>
        <source>Shows everything</source>
        <translation>전체를 보여 줍니다</translation>
    </message>
    <message>
        <source>Shows recent files, samples and all models whose RoPE is known</source>
        <translation>최근 파일, 샘플, RoPE가 알려진 모든 모델을 보여 줍니다</translation>
    </message>
    <message>
        <source>Shows the current table as a file for an engine or a script, and saves it</source>
        <translation>현재 표를 엔진이나 스크립트용 파일로 보여 주고 저장합니다</translation>
    </message>
    <message>
        <source>Shows the method in the charts</source>
        <translation>방법을 그래프에 보여 줍니다</translation>
    </message>
    <message>
        <source>Shows the next scene of the talk; in the list of scenes Page Down does the same</source>
        <translation>발표의 다음 장면을 보여 줍니다. 장면 목록에서는 Page Down도 같습니다</translation>
    </message>
    <message>
        <source>Shows the scene before; in the list of scenes Page Up does the same</source>
        <translation>이전 장면을 보여 줍니다. 장면 목록에서는 Page Up도 같습니다</translation>
    </message>
    <message>
        <source>Shows the second source no longer</source>
        <translation>두 번째 소스를 더 이상 보여 주지 않습니다</translation>
    </message>
    <message>
        <source>So&amp;rt the comparison by</source>
        <translation>비교 정렬 기준(&amp;R)</translation>
    </message>
    <message>
        <source>Sorts the comparison of methods; once more: the other way round</source>
        <translation>방법 비교를 정렬합니다. 한 번 더 고르면 반대 순서가 됩니다</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Start pa&amp;ge</source>
        <translation>시작 페이지(&amp;G)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>실행 취소: %1</translation>
    </message>
    <message>
        <source>Takes a guided tour, in a window of its own: your work stays as it is</source>
        <translation>가이드 투어를 전용 창에서 합니다. 자신의 작업은 그대로 남습니다</translation>
    </message>
    <message>
        <source>Takes back the last change</source>
        <translation>마지막 변경을 취소합니다</translation>
    </message>
    <message>
        <source>Takes the table</source>
        <translation>그 표를 사용합니다</translation>
    </message>
    <message>
        <source>The export waits for the table, which is being computed.</source>
        <translation>내보내기가 계산 중인 표를 기다리고 있습니다.</translation>
    </message>
    <message>
        <source>The file is no longer read again by itself.</source>
        <translation>파일을 더 이상 자동으로 다시 읽지 않습니다.</translation>
    </message>
    <message>
        <source>The file is read again whenever it changes.</source>
        <translation>파일이 바뀔 때마다 다시 읽습니다.</translation>
    </message>
    <message>
        <source>The files that were opened last</source>
        <translation>최근에 연 파일</translation>
    </message>
    <message>
        <source>The scoring waits for the table, which is being computed.</source>
        <translation>점수 매기기는 계산 중인 표를 기다립니다.</translation>
    </message>
    <message>
        <source>The table is pinned as soon as it is computed.</source>
        <translation>표는 계산이 끝나는 대로 고정됩니다.</translation>
    </message>
    <message>
        <source>There is nothing to export: the table that is set could not be computed. %1</source>
        <translation>내보낼 것이 없습니다. 설정한 표를 계산할 수 없었습니다. %1</translation>
    </message>
    <message>
        <source>There is nothing to pin: the table that is set could not be computed. %1</source>
        <translation>고정할 것이 없습니다. 설정한 표를 계산할 수 없었습니다. %1</translation>
    </message>
    <message>
        <source>There is nothing to score: the table that is set could not be computed. %1</source>
        <translation>점수를 매길 것이 없습니다. 설정한 표를 계산할 수 없었습니다. %1</translation>
    </message>
    <message>
        <source>Up, Down, Page Up, Page Down, Home, End</source>
        <translation>위, 아래, Page Up, Page Down, Home, End</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>위, 아래</translation>
    </message>
    <message>
        <source>Version and licence of Qt, which draws the window</source>
        <translation>창을 그리는 Qt의 버전과 라이선스</translation>
    </message>
    <message>
        <source>Version, method and licence</source>
        <translation>버전, 방법, 라이선스</translation>
    </message>
    <message>
        <source>What is open has no RoPE</source>
        <translation>열려 있는 것에 RoPE가 없습니다</translation>
    </message>
    <message>
        <source>Whi&amp;ch method?</source>
        <translation>어떤 방법?(&amp;C)</translation>
    </message>
    <message>
        <source>Writes all scenes, with their pictures and notes, as a PDF or HTML document</source>
        <translation>모든 장면을 그림, 메모와 함께 PDF나 HTML 문서로 씁니다</translation>
    </message>
    <message>
        <source>Zooms in and out</source>
        <translation>확대하거나 축소합니다</translation>
    </message>
    <message>
        <source>close comparison</source>
        <translation>비교 닫기</translation>
    </message>
    <message>
        <source>method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>pin table %1</source>
        <translation>표 %1 고정</translation>
    </message>
    <message>
        <source>remove pinned table %1</source>
        <translation>고정한 표 %1 제거</translation>
    </message>
    <message>
        <source>rename pinned table %1</source>
        <translation>고정한 표 %1 이름 바꾸기</translation>
    </message>
    <message>
        <source>take pinned table %1</source>
        <translation>고정한 표 %1 사용</translation>
    </message>
</context>
<context>
    <name>ComparisonOrder</name>
    <message>
        <source>interpolated components</source>
        <translation>보간된 성분</translation>
    </message>
    <message>
        <source>usual order</source>
        <translation>보통 순서</translation>
    </message>
</context>
<context>
    <name>EngineChoice</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>자동(&amp;A)</translation>
    </message>
    <message>
        <source>All requests go to this engine</source>
        <translation>모든 요청을 이 엔진에 보냅니다</translation>
    </message>
    <message>
        <source>Each request goes to the engine that is expected to answer first</source>
        <translation>각 요청을 가장 먼저 답할 것으로 예상되는 엔진에 보냅니다</translation>
    </message>
    <message>
        <source>is being looked for</source>
        <translation>찾는 중</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>사용할 수 없음</translation>
    </message>
</context>
<context>
    <name>ErrorsVerdict</name>
    <message>
        <source>%1 of %2 dimensions are off by more than float32 rounds, none by more than rounding cosine and sine to bfloat16 explains.</source>
        <translation>%2개 차원 중 %1개가 float32 반올림보다 더 벗어났지만, 코사인과 사인의 bfloat16 반올림으로 설명되는 것보다 더 벗어난 차원은 없습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 dimensions are off by more than rounding cosine and sine to bfloat16 explains, dimension %3 by up to %4 rad: positions or frequencies of little precision, or another table than the file says.</source>
        <translation>%2개 차원 중 %1개가 코사인과 사인의 bfloat16 반올림으로 설명되는 것보다 더 벗어났습니다. 차원 %3은(는) 최대 %4 rad입니다. 위치나 주파수의 정밀도가 낮거나, 파일에 적힌 것과 다른 표입니다.</translation>
    </message>
    <message>
        <source>All angles are as exact as float32 lets them be.</source>
        <translation>모든 각도가 float32로 가능한 만큼 정확합니다.</translation>
    </message>
    <message>
        <source>At all positions the angles of dimension %1 are as exact as float32 lets them be.</source>
        <translation>모든 위치에서 차원 %1의 각도는 float32가 허용하는 만큼 정확합니다.</translation>
    </message>
    <message>
        <source>Dimension %1 is off by more than rounding explains from position %2 on, by up to %3 rad at positions %4 to %5.</source>
        <translation>차원 %1은(는) 위치 %2부터 반올림으로 설명되지 않게 벗어납니다. 최대는 위치 %4에서 %5의 %3 rad입니다.</translation>
    </message>
    <message>
        <source>Dimension %1 is off by up to %2 rad, at positions %3 to %4: more than float32 rounds, no more than rounding cosine and sine to bfloat16 explains.</source>
        <translation>차원 %1은(는) 위치 %3에서 %4까지 최대 %2 rad 벗어납니다. float32 반올림을 넘지만, 코사인과 사인을 bfloat16으로 반올림한 것으로 설명됩니다.</translation>
    </message>
    <message>
        <source>The angles fit this table as exactly as cosine and sine in bfloat16 let them.</source>
        <translation>각도는 코사인과 사인이 bfloat16인 만큼 정확하게 이 표에 맞습니다.</translation>
    </message>
    <message>
        <source>The angles fit this table as exactly as float32 lets them.</source>
        <translation>각도는 float32가 허용하는 만큼 정확하게 이 표에 맞습니다.</translation>
    </message>
    <message>
        <source>The model did not apply this table: %1 of %2 dimensions are off by more than rounding explains, dimension %3 by up to %4 rad.</source>
        <translation>모델은 이 표를 적용하지 않았습니다. %2개 차원 중 %1개가 반올림으로 설명되지 않게 벗어나며, 차원 %3은(는) 최대 %4 rad입니다.</translation>
    </message>
</context>
<context>
    <name>FigureCaption</name>
    <message>
        <source>, RoPE %1</source>
        <translation>, RoPE %1</translation>
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
        <translation>확장 전: %1</translation>
    </message>
    <message>
        <source>compared with %1 (L = %2, %3)</source>
        <translation>비교 대상: %1 (L = %2, %3)</translation>
    </message>
    <message>
        <source>method %1</source>
        <translation>방법 %1</translation>
    </message>
    <message>
        <source>weights: %1</source>
        <translation>가중치: %1</translation>
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
        <translation>%1: 파일의 종류를 알 수 없습니다. .svg, .pdf, .png, .csv 중 하나로 끝나는 이름이 필요합니다</translation>
    </message>
</context>
<context>
    <name>IntervalText</name>
    <message>
        <source>Head %1 · slope %2</source>
        <translation>헤드 %1 · 기울기 %2</translation>
    </message>
    <message>
        <source>angle</source>
        <translation>각도</translation>
    </message>
    <message>
        <source>bias, as the distance that had it in training; the last part is all beyond L</source>
        <translation>편향(학습에서 그것을 가진 거리). 마지막 부분은 L을 넘는 모든 것</translation>
    </message>
    <message>
        <source>bucket of the distance</source>
        <translation>거리의 버킷</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>채널</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>채널</translation>
    </message>
    <message>
        <source>dimension (rotary pair)</source>
        <translation>차원 (회전 쌍)</translation>
    </message>
    <message>
        <source>dimension</source>
        <translation>차원</translation>
    </message>
    <message>
        <source>dimensions</source>
        <translation>차원</translation>
    </message>
    <message>
        <source>head</source>
        <translation>헤드</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>헤드</translation>
    </message>
    <message>
        <source>row of the table; the last part is all rows beyond L</source>
        <translation>표의 행. 마지막 부분은 L을 넘는 모든 행</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>the computation could not be finished</source>
        <translation>계산을 끝낼 수 없었습니다</translation>
    </message>
</context>
<context>
    <name>LintText</name>
    <message>
        <source>%1 engines differ</source>
        <translation>엔진 %1개가 다름</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>오류 %1건</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>경고 %1건</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>1 engine differs</source>
        <translation>엔진 1개가 다름</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>오류 1건</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>경고 1건</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>해결: %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>as stated</source>
        <translation>명시된 대로</translation>
    </message>
    <message>
        <source>differently</source>
        <translation>다름</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>무시</translation>
    </message>
    <message>
        <source>read</source>
        <translation>코드를 읽어 확인</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거부</translation>
    </message>
    <message>
        <source>run</source>
        <translation>실행하여 확인</translation>
    </message>
</context>
<context>
    <name>LiveCertificate</name>
    <message>
        <source>The certificate could not be computed: %1</source>
        <translation>증명을 계산할 수 없었습니다: %1</translation>
    </message>
</context>
<context>
    <name>LiveLandscape</name>
    <message>
        <source>The landscape could not be computed: %1</source>
        <translation>지형을 계산할 수 없었습니다: %1</translation>
    </message>
</context>
<context>
    <name>LiveSweep</name>
    <message>
        <source>The length sweep could not be computed: %1</source>
        <translation>길이 스윕을 계산할 수 없었습니다: %1</translation>
    </message>
</context>
<context>
    <name>MapColors</name>
    <message>
        <source>Cividis: blue to yellow, nearly the same to all eyes</source>
        <translation>Cividis: 파랑에서 노랑, 누구의 눈에도 거의 같음</translation>
    </message>
    <message>
        <source>Grey: black to white</source>
        <translation>회색: 검정에서 하양</translation>
    </message>
    <message>
        <source>Viridis: violet to yellow</source>
        <translation>Viridis: 보라에서 노랑</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
</context>
<context>
    <name>PaceText</name>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>%1 million rows/s</source>
        <translation>%1백만 행/초</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1행/초</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>PictureFile</name>
    <message>
        <source>%1: cannot be written: the picture cannot be made</source>
        <translation>%1: 쓸 수 없음: 그림을 만들 수 없습니다</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: greatest %2, least %3</source>
        <translation>%1: 최대 %2, 최소 %3</translation>
    </message>
    <message>
        <source>One in %1 of %2 places:</source>
        <translation>%2곳 중 %1곳마다 하나:</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>%1 (%2 that of linear interpolation)</source>
        <translation>%1 (선형 보간의 %2)</translation>
    </message>
    <message>
        <source>%1 (s = %2)</source>
        <translation>%1 (s = %2)</translation>
    </message>
    <message>
        <source>%1 (the other way round %2)</source>
        <translation>%1 (반대 방향 %2)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>비교 대상</translation>
    </message>
    <message>
        <source>Context extension of %1</source>
        <translation>%1의 컨텍스트 확장</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>차원</translation>
    </message>
    <message>
        <source>Interpolated components</source>
        <translation>보간된 성분</translation>
    </message>
    <message>
        <source>Mean difference</source>
        <translation>평균 차이</translation>
    </message>
    <message>
        <source>Mean disturbance</source>
        <translation>평균 교란</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Pre-training length L</source>
        <translation>사전 학습 길이 L</translation>
    </message>
    <message>
        <source>RoPE</source>
        <translation>RoPE</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>소스</translation>
    </message>
    <message>
        <source>Target length L′</source>
        <translation>목표 길이 L′</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>22 documents in 4,096 tokens, each a sequence that begins at position 0: the view Track shows where. No position is above 701.</source>
        <translation>4,096개 토큰에 문서 22개가 있고, 각각 위치 0에서 시작하는 시퀀스입니다. 궤적 보기에서 그 자리를 볼 수 있습니다. 701을 넘는 위치는 없습니다.</translation>
    </message>
    <message>
        <source>29 of 64 dimensions never complete a turn: doubled to 16,384 they meet angles that pre-training never saw, unless they are interpolated.</source>
        <translation>64개 차원 중 29개는 한 바퀴도 돌지 않습니다. 16,384로 두 배가 되면, 보간하지 않는 한 사전 학습에서 본 적 없는 각도를 만납니다.</translation>
    </message>
    <message>
        <source>A model that runs here: the view Laboratory shows that it finds 28 % of the keys in texts of twice its length, and 98.5 % once its seven slowest dimensions are interpolated.</source>
        <translation>여기서 실행되는 모델입니다. 실험실 뷰는 두 배 길이의 텍스트에서 키의 28 %를 찾고, 가장 느린 일곱 차원을 보간하면 98.5 %를 찾는 것을 보여 줍니다.</translation>
    </message>
    <message>
        <source>A model that was trained with a scaling of its own, by factors from 1 to 8: what is extended further is that model, with its L of 131,072.</source>
        <translation>1에서 8까지의 계수로 된 자체 스케일링으로 학습된 모델입니다. 더 확장하는 것은 L이 131,072인 바로 이 모델입니다.</translation>
    </message>
    <message>
        <source>Cosine and sine were rounded to bfloat16: the view Angle errors shows all 64 dimensions off by more than float32 rounds.</source>
        <translation>코사인과 사인이 bfloat16으로 반올림되었습니다. 각도 오차 보기에서 64개 차원 모두가 float32 반올림보다 더 어긋나 있습니다.</translation>
    </message>
    <message>
        <source>Doubled to 8,192, dimension 12 is disturbed most: its angles form a comb of 106 teeth, and interpolation puts half of them between the teeth.</source>
        <translation>8,192로 두 배가 되면 차원 12의 교란이 가장 큽니다. 각도가 빗살 106개의 빗을 이루고, 보간하면 그 절반이 빗살 사이에 놓입니다.</translation>
    </message>
    <message>
        <source>Gemma 3 1B at 4,096 of its positions</source>
        <translation>Gemma 3 1B, 그 위치 4,096개</translation>
    </message>
    <message>
        <source>LLaMA-2 7B at 4,096 positions</source>
        <translation>LLaMA-2 7B, 위치 4,096개</translation>
    </message>
    <message>
        <source>LLaMA-2 7B in bfloat16</source>
        <translation>bfloat16의 LLaMA-2 7B</translation>
    </message>
    <message>
        <source>LLaMA-2 7B on packed documents</source>
        <translation>문서를 이어 붙인 LLaMA-2 7B</translation>
    </message>
    <message>
        <source>LLaMA-3 8B at 8,192 positions</source>
        <translation>LLaMA-3 8B, 위치 8,192개</translation>
    </message>
    <message>
        <source>Llama 3.1 8B at 8,192 of its positions</source>
        <translation>Llama 3.1 8B, 그 위치 8,192개</translation>
    </message>
    <message>
        <source>The laboratory&apos;s small model</source>
        <translation>실험실의 작은 모델</translation>
    </message>
    <message>
        <source>Two RoPEs, &quot;global&quot; and &quot;local&quot;, each with frequencies and a table of its own: choose one under Source.</source>
        <translation>&quot;global&quot;과 &quot;local&quot; 두 RoPE가 있고, 각각 자체 주파수와 표가 있습니다. 소스에서 하나를 고릅니다.</translation>
    </message>
</context>
<context>
    <name>StaleMark</name>
    <message>
        <source>computing…</source>
        <translation>계산 중…</translation>
    </message>
    <message>
        <source>not current: no result for these settings</source>
        <translation>최신이 아님: 이 설정의 결과가 없습니다</translation>
    </message>
    <message>
        <source>not current</source>
        <translation>최신이 아님</translation>
    </message>
</context>
<context>
    <name>TableSettings</name>
    <message>
        <source>%1 was %2, here it is %3</source>
        <translation>%1: 그때는 %2, 여기서는 %3</translation>
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
        <translation>교란을 다른 방식으로 측정했습니다</translation>
    </message>
    <message>
        <source>it was made for %1</source>
        <translation>%1용으로 만들어졌습니다</translation>
    </message>
    <message>
        <source>what is before was counted from other tokens of the recording</source>
        <translation>확장 전을 기록의 다른 토큰으로 세었습니다</translation>
    </message>
</context>
<context>
    <name>TablesBeside</name>
    <message>
        <source>The second source: %1, L = %2</source>
        <translation>두 번째 소스: %1, L = %2</translation>
    </message>
</context>
<context>
    <name>TourCheck</name>
    <message>
        <source>%1: all %2 steps can be reached</source>
        <translation>%1: 모든 단계(%2개)에 도달할 수 있습니다</translation>
    </message>
    <message>
        <source>%1: it cannot begin. %2</source>
        <translation>%1: 시작할 수 없습니다. %2</translation>
    </message>
    <message>
        <source>%1: step %2, &quot;%3&quot;, cannot be reached. %4</source>
        <translation>%1: 단계 %2 &quot;%3&quot;에 도달할 수 없습니다. %4</translation>
    </message>
    <message>
        <source>It did not come to an end within %1 minutes.</source>
        <translation>%1분 안에 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>What it points to cannot be seen.</source>
        <translation>가리키는 것이 보이지 않습니다.</translation>
    </message>
</context>
<context>
    <name>TourList</name>
    <message>
        <source>%1 (go on at step %2)</source>
        <translation>%1 (단계 %2부터 계속)</translation>
    </message>
</context>
<context>
    <name>TourMenu</name>
    <message>
        <source>A tour from a file…</source>
        <translation>파일에서 투어 열기…</translation>
    </message>
    <message>
        <source>Guided tours (*.json);;All files (*)</source>
        <translation>가이드 투어 (*.json);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Makes a tour of what you do next in this window; you write the words</source>
        <translation>이 창에서 다음에 하는 일로 투어를 만듭니다. 글은 여러분이 씁니다</translation>
    </message>
    <message>
        <source>Open a tour</source>
        <translation>투어 열기</translation>
    </message>
    <message>
        <source>Opens a tour that you or someone else has written</source>
        <translation>자신이나 다른 사람이 쓴 투어를 엽니다</translation>
    </message>
    <message>
        <source>Record a tour…</source>
        <translation>투어 기록…</translation>
    </message>
</context>
<context>
    <name>TourStates</name>
    <message>
        <source>Dimensions are set by hand: %1.</source>
        <translation>수동 설정된 차원이 있습니다: %1개.</translation>
    </message>
    <message>
        <source>No dimension is set by hand.</source>
        <translation>수동 설정된 차원이 없습니다.</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>열려 있는 모델이 없습니다.</translation>
    </message>
    <message>
        <source>Tables are pinned: %1, fewer than %2.</source>
        <translation>고정한 표가 %1개로, %2개보다 적습니다.</translation>
    </message>
    <message>
        <source>The current dimension is %1, not %2.</source>
        <translation>현재 차원은 %1이고 %2이(가) 아닙니다.</translation>
    </message>
    <message>
        <source>The mean disturbance is %1, not below %2.</source>
        <translation>평균 교란은 %1이고 %2 미만이 아닙니다.</translation>
    </message>
    <message>
        <source>The method is %1, not %2.</source>
        <translation>방법은 %1이고 %2이(가) 아닙니다.</translation>
    </message>
    <message>
        <source>The source is %1, not %2.</source>
        <translation>소스는 %1이고 %2이(가) 아닙니다.</translation>
    </message>
    <message>
        <source>The target length is %1, not %2.</source>
        <translation>목표 길이는 %1이고 %2이(가) 아닙니다.</translation>
    </message>
    <message>
        <source>The view %1 cannot be seen.</source>
        <translation>뷰 %1이(가) 보이지 않습니다.</translation>
    </message>
    <message>
        <source>There is no result yet for what is set.</source>
        <translation>설정한 내용의 결과가 아직 없습니다.</translation>
    </message>
</context>
<context>
    <name>UserSettings</name>
    <message>
        <source>%1 cannot be written: the layout of the window and recent files are not kept.</source>
        <translation>%1: 쓸 수 없습니다. 창 레이아웃과 최근 파일이 보존되지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is damaged: the layout of the window and recent files begin anew.</source>
        <translation>%1: 손상되었습니다. 창 레이아웃과 최근 파일이 처음 상태에서 시작합니다.</translation>
    </message>
    <message>
        <source>%1 is locked, by %1.lock: the layout of the window and recent files are not kept.</source>
        <translation>%1: %1.lock 때문에 잠겨 있습니다. 창 레이아웃과 최근 파일이 보존되지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is not a regular file: the layout of the window and recent files are not kept.</source>
        <translation>%1: 일반 파일이 아닙니다. 창 레이아웃과 최근 파일이 보존되지 않습니다.</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>All dimensions with their disturbance and their choice</source>
        <translation>모든 차원과 그 교란, 선택</translation>
    </message>
    <message>
        <source>All dimensions</source>
        <translation>모든 차원</translation>
    </message>
    <message>
        <source>Angle errors</source>
        <translation>각도 오차</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>증명</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Dimensions as hands that turn while the position runs, and the angles that they have visited</source>
        <translation>위치가 진행함에 따라 도는 바늘로 나타낸 차원과 지나온 각도</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>차원</translation>
    </message>
    <message>
        <source>Disturbance</source>
        <translation>교란</translation>
    </message>
    <message>
        <source>Every value of a recording: position, sequence and the angle of each dimension</source>
        <translation>기록의 모든 값: 위치, 시퀀스, 각 차원의 각도</translation>
    </message>
    <message>
        <source>Everything that each table can be judged by, and two of these against each other</source>
        <translation>각 표를 판단하는 모든 지표와, 그중 두 가지의 대비</translation>
    </message>
    <message>
        <source>Factor and wavelength of every dimension, and the decay with the distance</source>
        <translation>각 차원의 계수와 파장, 거리에 따른 감쇠</translation>
    </message>
    <message>
        <source>How far the recorded angles of every dimension are from the ideal ones</source>
        <translation>각 차원의 기록된 각도가 이상적인 각도에서 얼마나 벗어났는지</translation>
    </message>
    <message>
        <source>How the recorded angles of one or several dimensions run along the recording</source>
        <translation>하나 또는 여러 차원의 기록된 각도가 기록을 따라 어떻게 진행하는지</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>실험실</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>지형</translation>
    </message>
    <message>
        <source>Length sweep</source>
        <translation>길이 스윕</translation>
    </message>
    <message>
        <source>Measures and scores</source>
        <translation>척도와 점수</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Rotary clock</source>
        <translation>회전 시계</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>장면</translation>
    </message>
    <message>
        <source>Second readings</source>
        <translation>두 번째 지표</translation>
    </message>
    <message>
        <source>Source and parameters</source>
        <translation>소스와 매개변수</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>구조</translation>
    </message>
    <message>
        <source>The angle distributions of all dimensions before and after the extension, and the difference</source>
        <translation>확장 전과 후의 모든 차원의 각도 분포와 그 차이</translation>
    </message>
    <message>
        <source>The distribution of every dimension at once, small and on one scale</source>
        <translation>모든 차원의 분포를 작게, 같은 눈금으로 한 번에 표시</translation>
    </message>
    <message>
        <source>The disturbance of every dimension under hundreds of factors</source>
        <translation>수백 가지 계수에서의 각 차원의 교란</translation>
    </message>
    <message>
        <source>The disturbance of every dimension, and the mean of every method</source>
        <translation>각 차원의 교란과 각 방법의 평균</translation>
    </message>
    <message>
        <source>The groups, datasets and attributes of the recording&apos;s file</source>
        <translation>기록 파일의 그룹, 데이터셋, 속성</translation>
    </message>
    <message>
        <source>The model or recording that is open, and everything that the analysis depends on</source>
        <translation>열려 있는 모델이나 기록과 분석이 의존하는 모든 항목</translation>
    </message>
    <message>
        <source>The points of a talk: view, dimension and zoom under a name, with a note, which sessions keep</source>
        <translation>발표의 지점들: 이름을 붙인 뷰, 차원, 확대와 메모. 세션에 보관됩니다</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>궤적</translation>
    </message>
    <message>
        <source>What every table costs at every context length</source>
        <translation>각 표가 모든 컨텍스트 길이에서 일으키는 교란</translation>
    </message>
    <message>
        <source>What is proved of the tables: the least disturbance, and the margin of every dimension</source>
        <translation>표에 대해 증명되는 것: 최소 교란과 각 차원의 여유</translation>
    </message>
    <message>
        <source>Whether a small language model that runs under the table still finds a key in a long text</source>
        <translation>그 표로 실행되는 작은 언어 모델이 긴 텍스트에서 여전히 키를 찾는지</translation>
    </message>
    <message>
        <source>Which measure of a table foretells what a model scores under it</source>
        <translation>표의 어느 척도가 그 표로 모델이 얻는 점수를 예고하는지</translation>
    </message>
    <message>
        <source>Your own words about what is open, which sessions keep</source>
        <translation>열려 있는 것에 대한 자신의 글. 세션에 보존됩니다</translation>
    </message>
</context>
<context>
    <name>rotascope::AnimationWriter</name>
    <message>
        <source>%1: cannot be written</source>
        <translation>%1: 쓸 수 없습니다</translation>
    </message>
</context>
<context>
    <name>rotascope::CachedChart</name>
    <message>
        <source>%1, by %2</source>
        <translation>%2에 대한 %1</translation>
    </message>
</context>
<context>
    <name>rotascope::CellGrids</name>
    <message>
        <source>Arrow keys: go to another cell. Return: choose it.</source>
        <translation>화살표 키: 다른 셀로 이동. Return: 선택.</translation>
    </message>
</context>
<context>
    <name>rotascope::CertificateView</name>
    <message>
        <source>%1 (as set)</source>
        <translation>%1 (현재 설정)</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 외 %2개</translation>
    </message>
    <message>
        <source>%1 not least</source>
        <translation>최소가 아닌 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>%1 that change</source>
        <translation>바뀌는 %1</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>증명</translation>
    </message>
    <message>
        <source>Choice under another b or ε</source>
        <translation>다른 b 또는 ε에서의 선택</translation>
    </message>
    <message>
        <source>Factors between these can have less, as the current ones have.</source>
        <translation>이들 사이의 계수는 현재 표처럼 더 작을 수 있습니다.</translation>
    </message>
    <message>
        <source>Margin of each %1</source>
        <translation>각 %1의 여유</translation>
    </message>
    <message>
        <source>No table of %1 factors from %2 to %3 has less than %4.</source>
        <translation>%2에서 %3까지의 계수 %1개로 만든 어떤 표도 %4보다 작지 않습니다.</translation>
    </message>
    <message>
        <source>No table of the factors 1 and %1 has a mean disturbance below %2: the disturbance of one %3 does not depend on the factor of another, so the least sum is the sum of the least.</source>
        <translation>계수 1과 %1(으)로 만든 어떤 표도 평균 교란이 %2보다 작지 않습니다. 어느 %3의 교란도 다른 것의 계수에 의존하지 않으므로, 최소의 합은 최솟값의 합입니다.</translation>
    </message>
    <message>
        <source>Open a recording or choose a model to see what can be proved of its tables.</source>
        <translation>기록을 열거나 모델을 선택하면 그 표에 대해 증명할 수 있는 것을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Sum of each table</source>
        <translation>각 표의 합</translation>
    </message>
    <message>
        <source>The current table has %1; in %2 of %3 %4 another of the two factors would disturb less.</source>
        <translation>현재 표는 %1입니다. %3개 %4 중 %2개에서는 이 두 계수 중 다른 것이 교란이 더 작습니다.</translation>
    </message>
    <message>
        <source>The current table has no more.</source>
        <translation>현재 표도 이보다 크지 않습니다.</translation>
    </message>
    <message>
        <source>The current table has other factors as well, and %1.</source>
        <translation>현재 표에는 다른 계수도 있고, %1입니다.</translation>
    </message>
    <message>
        <source>The least of each %1, and by how much it wins</source>
        <translation>각 %1의 최소와 그 여유</translation>
    </message>
    <message>
        <source>Two for each dimension that is interpolated: a dimension is a pair of components</source>
        <translation>보간되는 차원마다 둘: 차원은 성분의 쌍입니다</translation>
    </message>
    <message>
        <source>above the least</source>
        <translation>최소와의 차이</translation>
    </message>
    <message>
        <source>b or ε</source>
        <translation>b 또는 ε</translation>
    </message>
    <message>
        <source>best factor</source>
        <translation>가장 좋은 계수</translation>
    </message>
    <message>
        <source>dimension</source>
        <translation>차원</translation>
    </message>
    <message>
        <source>extrapolation</source>
        <translation>외삽</translation>
    </message>
    <message>
        <source>interpolated components</source>
        <translation>보간된 성분</translation>
    </message>
    <message>
        <source>interpolated</source>
        <translation>보간</translation>
    </message>
    <message>
        <source>interpolation</source>
        <translation>보간</translation>
    </message>
    <message>
        <source>least</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>여유</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>합</translation>
    </message>
    <message>
        <source>table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>with it</source>
        <translation>그때의 교란</translation>
    </message>
</context>
<context>
    <name>rotascope::ClockDials</name>
    <message>
        <source>, where nothing was seen before</source>
        <translation>, 확장 전 미관측</translation>
    </message>
    <message>
        <source>; key at %1</source>
        <translation>; 키는 %1</translation>
    </message>
    <message>
        <source>Dimension %1, %2: hand at %3</source>
        <translation>차원 %1, %2: 바늘은 %3</translation>
    </message>
</context>
<context>
    <name>rotascope::ClockView</name>
    <message>
        <source>%1 positions/s</source>
        <translation>위치 %1/초</translation>
    </message>
    <message>
        <source>%1: nothing turns, so there is no clock to show.</source>
        <translation>%1: 아무것도 회전하지 않으므로 보여 줄 시계가 없습니다.</translation>
    </message>
    <message>
        <source>A second hand, so many positions behind: both turn, the angle between them stays</source>
        <translation>이만큼의 위치 뒤에 있는 두 번째 바늘. 둘 다 돌고 사이의 각도는 그대로입니다</translation>
    </message>
    <message>
        <source>Distance of the key</source>
        <translation>키의 거리</translation>
    </message>
    <message>
        <source>How fast the position runs</source>
        <translation>위치가 진행하는 속도</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>One position back</source>
        <translation>위치 하나 뒤로</translation>
    </message>
    <message>
        <source>One position on</source>
        <translation>위치 하나 앞으로</translation>
    </message>
    <message>
        <source>Open a recording or choose a model to see its dimensions turn.</source>
        <translation>기록을 열거나 모델을 선택하면 그 차원이 도는 모습을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Rotary angles as hands of clocks</source>
        <translation>시곗바늘로 나타낸 회전각</translation>
    </message>
    <message>
        <source>Rotary angles of the positions 0 … %1</source>
        <translation>위치 0 … %1의 회전각</translation>
    </message>
    <message>
        <source>Rotary clock</source>
        <translation>회전 시계</translation>
    </message>
    <message>
        <source>Space: play and pause. Left and Right: a position. Page Up and Page Down: a tenth. Up and Down: speed.</source>
        <translation>Space: 재생과 일시 정지. 왼쪽과 오른쪽: 위치 하나. Page Up과 Page Down: 10분의 1. 위와 아래: 속도.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Table of the hands</source>
        <translation>바늘의 표</translation>
    </message>
    <message>
        <source>The distance of the key is &quot;%1&quot;; expected a whole number of positions from 0 to %2, such as 4096 or 4k.</source>
        <translation>키의 거리가 &quot;%1&quot;입니다. 0부터 %2까지의 위치 수(정수, 예: 4096, 4k)가 필요합니다.</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>미관측</translation>
    </message>
    <message>
        <source>Which dimensions are shown</source>
        <translation>표시할 차원</translation>
    </message>
    <message>
        <source>Whose factors the hands turn with</source>
        <translation>바늘이 어느 표의 계수로 도는지</translation>
    </message>
    <message>
        <source>all in %1 s</source>
        <translation>전체를 %1초에</translation>
    </message>
    <message>
        <source>all</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>around the current one</source>
        <translation>현재 차원 주변</translation>
    </message>
    <message>
        <source>evenly spread</source>
        <translation>고르게 배치</translation>
    </message>
    <message>
        <source>key at distance </source>
        <translation>키 거리 </translation>
    </message>
    <message>
        <source>most disturbed</source>
        <translation>교란이 큰 순</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>키 없음</translation>
    </message>
    <message>
        <source>position %1 of %2, beyond L</source>
        <translation>위치 %1 / %2, L 초과</translation>
    </message>
    <message>
        <source>position %1 of %2</source>
        <translation>위치 %1 / %2</translation>
    </message>
    <message>
        <source>the current one</source>
        <translation>현재 차원</translation>
    </message>
</context>
<context>
    <name>rotascope::CommandPalette</name>
    <message>
        <source>Commands that were found</source>
        <translation>찾은 명령</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>무엇을 하시겠습니까?</translation>
    </message>
    <message>
        <source>Words of the command</source>
        <translation>명령의 단어</translation>
    </message>
</context>
<context>
    <name>rotascope::ComputingIndicator</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Computing… table %1 of %2</source>
        <translation>계산 중… 표 %1 / %2</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>계산 중…</translation>
    </message>
    <message>
        <source>Stops, and goes back to the settings of the result that is shown</source>
        <translation>중지하고, 표시된 결과의 설정으로 돌아갑니다</translation>
    </message>
</context>
<context>
    <name>rotascope::CountingPreview</name>
    <message>
        <source>Angles counted so far</source>
        <translation>지금까지 센 각도</translation>
    </message>
    <message>
        <source>The angles of dimension %1 counted so far, from 0 to a whole turn</source>
        <translation>지금까지 센 차원 %1의 각도, 0부터 한 회전까지</translation>
    </message>
    <message>
        <source>dimension %1: %2 of %3 intervals have angles</source>
        <translation>차원 %1: 구간 %3개 중 %2개에 각도가 있음</translation>
    </message>
</context>
<context>
    <name>rotascope::CurvesView</name>
    <message>
        <source>%1: all heads and layers share one factor, which makes no curve.</source>
        <translation>%1: 모든 헤드와 레이어가 계수 하나를 함께 쓰므로 곡선이 없습니다.</translation>
    </message>
    <message>
        <source>%1: nothing turns, so there is no wavelength and no decay.</source>
        <translation>%1: 아무것도 회전하지 않으므로 파장도 감쇠도 없습니다.</translation>
    </message>
    <message>
        <source>B(m)</source>
        <translation>B(m)</translation>
    </message>
    <message>
        <source>Current table</source>
        <translation>현재 표</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Decay B(m) = Σ cos(m θᵢ/fᵢ) with the distance m</source>
        <translation>거리 m에 따른 감쇠 B(m) = Σ cos(m θᵢ/fᵢ)</translation>
    </message>
    <message>
        <source>Factor fᵢ of every dimension</source>
        <translation>각 차원의 계수 fᵢ</translation>
    </message>
    <message>
        <source>How much closer a similar key is to a query than any other key, at this distance. From the reach on, where B is first negative, it no longer is.</source>
        <translation>이 거리에서 쿼리와 비슷한 키가 다른 키보다 얼마나 더 가까운지. B가 처음 음수가 되는 도달 거리부터는 더 가깝지 않습니다.</translation>
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
        <translation>기록을 열거나 모델을 선택하면 그 곡선을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The positions that one turn takes. Above L, a dimension made no whole turn in pre-training.</source>
        <translation>한 바퀴에 걸리는 위치의 수. L보다 위에서는 차원이 사전 학습에서 한 바퀴를 돌지 않았습니다.</translation>
    </message>
    <message>
        <source>Wavelength of every dimension</source>
        <translation>각 차원의 파장</translation>
    </message>
    <message>
        <source>What every table divides the frequency of a dimension by: 1 extrapolates, s = L′/L interpolates.</source>
        <translation>각 표가 차원의 주파수를 나누는 수: 1은 외삽, s = L′/L은 보간입니다.</translation>
    </message>
    <message>
        <source>What the curves are of</source>
        <translation>곡선이 나타내는 것</translation>
    </message>
    <message>
        <source>chosen %1</source>
        <translation>선택 %1</translation>
    </message>
    <message>
        <source>critical dimension %1 (pair %2)</source>
        <translation>임계 차원 %1 (쌍 %2)</translation>
    </message>
    <message>
        <source>decay</source>
        <translation>감쇠</translation>
    </message>
    <message>
        <source>dimension %1</source>
        <translation>차원 %1</translation>
    </message>
    <message>
        <source>distance %1</source>
        <translation>거리 %1</translation>
    </message>
    <message>
        <source>distance m (positions)</source>
        <translation>거리 m (위치)</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>계수</translation>
    </message>
    <message>
        <source>reach %1</source>
        <translation>도달 거리 %1</translation>
    </message>
    <message>
        <source>reach before %1</source>
        <translation>확장 전 도달 거리 %1</translation>
    </message>
    <message>
        <source>wavelength (positions)</source>
        <translation>파장 (위치)</translation>
    </message>
    <message>
        <source>wavelength</source>
        <translation>파장</translation>
    </message>
</context>
<context>
    <name>rotascope::DimensionModel</name>
    <message>
        <source>%1 of the angles within L′ fall into intervals that pre-training never saw.</source>
        <translation>L′ 안의 각도 중 %1이(가) 사전 학습에서 본 적 없는 구간에 들어갑니다.</translation>
    </message>
    <message>
        <source>%1, automatic</source>
        <translation>%1, 자동</translation>
    </message>
    <message>
        <source>%1, nearly tied</source>
        <translation>%1, 거의 동률</translation>
    </message>
    <message>
        <source>%1, set by hand</source>
        <translation>%1, 수동 설정</translation>
    </message>
    <message>
        <source>Automatic: as the method %1 says.</source>
        <translation>자동: 방법 &quot;%1&quot;에 따름.</translation>
    </message>
    <message>
        <source>By how much the better of extrapolation and interpolation disturbs less than the other</source>
        <translation>외삽과 보간 가운데 나은 쪽의 교란이 다른 쪽보다 얼마나 작은지</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>채널</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>D %1</source>
        <translation>D %1</translation>
    </message>
    <message>
        <source>D chosen</source>
        <translation>D 선택</translation>
    </message>
    <message>
        <source>D extrap.</source>
        <translation>D 외삽</translation>
    </message>
    <message>
        <source>D interp.</source>
        <translation>D 보간</translation>
    </message>
    <message>
        <source>D other</source>
        <translation>D 두 번째</translation>
    </message>
    <message>
        <source>Dim</source>
        <translation>차원</translation>
    </message>
    <message>
        <source>Disturbance if this dimension is extrapolated (factor 1)</source>
        <translation>이 차원을 외삽(계수 1)할 때의 교란</translation>
    </message>
    <message>
        <source>Disturbance if this dimension is interpolated (factor s = L′/L)</source>
        <translation>이 차원을 보간(계수 s = L′/L)할 때의 교란</translation>
    </message>
    <message>
        <source>Disturbance with the chosen factor</source>
        <translation>선택한 계수에서의 교란</translation>
    </message>
    <message>
        <source>Disturbance with the pinned table %1, less that with the chosen factor</source>
        <translation>고정한 표 %1에서의 교란에서 선택한 계수에서의 교란을 뺀 값</translation>
    </message>
    <message>
        <source>Disturbance with the pinned table %1</source>
        <translation>고정한 표 %1에서의 교란</translation>
    </message>
    <message>
        <source>E extrapolation, I interpolation, A automatic (as the method says). Click, or press E, I, A or Space</source>
        <translation>E 외삽, I 보간, A 자동(방법에 따름). 클릭하거나 E, I, A, Space를 누르십시오</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>계수</translation>
    </message>
    <message>
        <source>Far</source>
        <translation>원거리</translation>
    </message>
    <message>
        <source>Freq. ratio</source>
        <translation>주파수 비</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>헤드</translation>
    </message>
    <message>
        <source>How far angles of far distances lie from those seen in pre-training (chord, 0 to 2)</source>
        <translation>먼 거리의 각도가 사전 학습에서 본 각도에서 얼마나 떨어져 있는지(현, 0에서 2)</translation>
    </message>
    <message>
        <source>How far the chosen factor moves the angles of neighbours (chord, 0 to 2)</source>
        <translation>선택한 계수가 이웃의 각도를 얼마나 옮기는지(현, 0에서 2)</translation>
    </message>
    <message>
        <source>How much the angles of %1 differ from those before, by the same measure</source>
        <translation>%1의 각도가 확장 전의 각도와 얼마나 다른지 (같은 척도)</translation>
    </message>
    <message>
        <source>M-RoPE: turned by the height</source>
        <translation>M-RoPE: 높이로 회전</translation>
    </message>
    <message>
        <source>M-RoPE: turned by the position in time</source>
        <translation>M-RoPE: 시간의 위치로 회전</translation>
    </message>
    <message>
        <source>M-RoPE: turned by the width</source>
        <translation>M-RoPE: 너비로 회전</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>여유</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>근거리</translation>
    </message>
    <message>
        <source>Positions for one full turn, 2π / inv_freq</source>
        <translation>한 바퀴에 걸리는 위치의 수, 2π / inv_freq</translation>
    </message>
    <message>
        <source>Set by hand.</source>
        <translation>수동 설정.</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>The attention head, 0-based</source>
        <translation>어텐션 헤드, 0부터 셉니다</translation>
    </message>
    <message>
        <source>The bias for each position of distance</source>
        <translation>거리 한 위치마다의 편향</translation>
    </message>
    <message>
        <source>The dimension: a rotary pair, 0-based</source>
        <translation>차원: 회전 쌍, 0부터 셉니다</translation>
    </message>
    <message>
        <source>The frequency of %1, divided by that of this source</source>
        <translation>%1의 주파수를 이 소스의 주파수로 나눈 값</translation>
    </message>
    <message>
        <source>The one factor that all heads and layers share</source>
        <translation>모든 헤드와 레이어가 함께 쓰는 하나의 계수</translation>
    </message>
    <message>
        <source>The share within L′ that falls into intervals which pre-training never saw, with the chosen factor</source>
        <translation>선택한 계수로, L′ 중 사전 학습에서 본 적이 없는 구간에 들어가는 비율</translation>
    </message>
    <message>
        <source>Turns completed within the pre-training length</source>
        <translation>사전 학습 길이 안에서 도는 횟수</translation>
    </message>
    <message>
        <source>Turns completed within the target length, with the chosen factor</source>
        <translation>선택한 계수로, 목표 길이 안에서 마치는 회전수</translation>
    </message>
    <message>
        <source>Turns in L</source>
        <translation>L 내 회전수</translation>
    </message>
    <message>
        <source>Turns in L′</source>
        <translation>L′ 안 회전</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>미관측</translation>
    </message>
    <message>
        <source>Wavelength %1 positions. The other way round the difference is %2. %3 of its angles fall into intervals without one before.</source>
        <translation>파장 %1 위치. 반대 방향의 차이는 %2입니다. 그 각도 중 %3이(가) 확장 전에 각도가 하나도 없는 구간에 들어갑니다.</translation>
    </message>
    <message>
        <source>Wavelength</source>
        <translation>파장</translation>
    </message>
    <message>
        <source>What positions or distances are divided by. Double-click or press F2 to type another</source>
        <translation>위치나 거리를 나누는 수. 다른 값을 입력하려면 두 번 클릭하거나 F2를 누르십시오</translation>
    </message>
    <message>
        <source>What the frequency is divided by. Double-click or press F2 to type another</source>
        <translation>주파수를 나누는 수. 두 번 클릭하거나 F2를 누르면 다른 수를 입력할 수 있습니다</translation>
    </message>
    <message>
        <source>What the slope is divided by. Double-click or press F2 to type another</source>
        <translation>기울기를 나누는 수. 다른 값을 입력하려면 두 번 클릭하거나 F2를 누르십시오</translation>
    </message>
    <message>
        <source>Δ %1</source>
        <translation>Δ %1</translation>
    </message>
    <message>
        <source>≈ The two disturbances nearly tie: they differ by at most 10 %.</source>
        <translation>≈ 두 교란이 거의 동률입니다. 차이는 10 % 이하입니다.</translation>
    </message>
</context>
<context>
    <name>rotascope::DimensionTable</name>
    <message>
        <source>Bold: set by hand.</source>
        <translation>굵은 글씨: 수동 설정.</translation>
    </message>
    <message>
        <source>D of pinned tables</source>
        <translation>고정한 표의 D</translation>
    </message>
    <message>
        <source>D of the second source</source>
        <translation>두 번째 소스의 D</translation>
    </message>
    <message>
        <source>Dimensions, L = %1 to L′ = %2</source>
        <translation>차원, L = %1에서 L′ = %2</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>차원</translation>
    </message>
    <message>
        <source>Frequency ratio of the second source</source>
        <translation>두 번째 소스의 주파수 비</translation>
    </message>
    <message>
        <source>The factor of dimension %1 is &quot;%2&quot;; expected a number from %3 to %4, or ∞, which freezes it.</source>
        <translation>차원 %1의 계수가 &quot;%2&quot;입니다. %3에서 %4까지의 수, 또는 동결을 뜻하는 ∞이(가) 필요합니다.</translation>
    </message>
    <message>
        <source>Δ of pinned tables</source>
        <translation>고정한 표의 Δ</translation>
    </message>
</context>
<context>
    <name>rotascope::DistributionView</name>
    <message>
        <source> (factor %1)</source>
        <translation> (계수 %1)</translation>
    </message>
    <message>
        <source> · unseen before</source>
        <translation> · 확장 전 미관측</translation>
    </message>
    <message>
        <source>%1 samples per interval</source>
        <translation>구간당 샘플 %1개</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ~ %2</translation>
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
        <translation>확장 후: 위치 %2개 중 %1개</translation>
    </message>
    <message>
        <source>Angle distribution of the current dimension</source>
        <translation>현재 차원의 각도 분포</translation>
    </message>
    <message>
        <source>Angle distribution</source>
        <translation>각도 분포</translation>
    </message>
    <message>
        <source>Before: %1 · b = %2 intervals · %3</source>
        <translation>확장 전: %1 · b = 구간 %2개 · %3</translation>
    </message>
    <message>
        <source>Dimension %1 · wavelength %2 positions · %3 turns within L = %4</source>
        <translation>차원 %1 · 파장 %2 위치 · L = %4 내 %3회전</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>분포</translation>
    </message>
    <message>
        <source>Intervals without a single angle before the extension: what the model never saw in pre-training.</source>
        <translation>확장 전에 각도가 하나도 없는 구간: 모델이 사전 학습에서 본 적 없는 것.</translation>
    </message>
    <message>
        <source>Never seen:&amp;nbsp; %1 &amp;nbsp; %2 &amp;nbsp; %3%4</source>
        <translation>미관측:&amp;nbsp; %1 &amp;nbsp; %2 &amp;nbsp; %3%4</translation>
    </message>
    <message>
        <source>Open a recording or choose a model to see its angles.</source>
        <translation>기록을 열거나 모델을 선택하면 그 각도를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Rings</source>
        <translation>고리</translation>
    </message>
    <message>
        <source>Shows the same curves as rings around the circle</source>
        <translation>같은 곡선을 원둘레의 고리로 보여 줍니다</translation>
    </message>
    <message>
        <source>The share of the angles within L′ that fall into intervals without a single angle before the extension</source>
        <translation>L′ 안의 각도 중 확장 전에 각도가 하나도 없던 구간에 들어가는 비율</translation>
    </message>
    <message>
        <source>Unit of the angle</source>
        <translation>각도의 단위</translation>
    </message>
    <message>
        <source>Unseen angles:&amp;nbsp; %1 &amp;nbsp; %2 &amp;nbsp; %3%4</source>
        <translation>미관측 각도:&amp;nbsp; %1 &amp;nbsp; %2 &amp;nbsp; %3%4</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>미관측</translation>
    </message>
    <message>
        <source>Why the dimension is disturbed: the pattern that its angles make, and how much each way changes it</source>
        <translation>차원이 교란되는 이유: 각도가 이루는 패턴과 각 방법이 그것을 얼마나 바꾸는지</translation>
    </message>
    <message>
        <source>longest bar: %1 of the angles</source>
        <translation>가장 긴 막대: 각도의 %1</translation>
    </message>
    <message>
        <source>rotary angle (%1)</source>
        <translation>회전각 (%1)</translation>
    </message>
    <message>
        <source>share of the angles</source>
        <translation>각도의 비율</translation>
    </message>
    <message>
        <source>share of what is counted</source>
        <translation>센 것의 비율</translation>
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
        <translation>A 차원 %1 · B 차원 %2</translation>
    </message>
    <message>
        <source>Dimension %1 · %2 turns in L</source>
        <translation>차원 %1 · L 내 %2회전</translation>
    </message>
    <message>
        <source>Disturbance of each %1, L = %2 to L′ = %3</source>
        <translation>각 %1의 교란, L = %2에서 L′ = %3</translation>
    </message>
    <message>
        <source>Disturbance of each dimension</source>
        <translation>각 차원의 교란</translation>
    </message>
    <message>
        <source>Disturbance</source>
        <translation>교란</translation>
    </message>
    <message>
        <source>Mean: %1</source>
        <translation>평균: %1</translation>
    </message>
    <message>
        <source>Open a recording or choose a model to see how an extension disturbs it.</source>
        <translation>기록을 열거나 모델을 선택하면 확장이 그것을 어떻게 교란하는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Scale of the disturbance axis</source>
        <translation>교란 축의 눈금</translation>
    </message>
    <message>
        <source>disturbance</source>
        <translation>교란</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>로그</translation>
    </message>
</context>
<context>
    <name>rotascope::DropTarget</name>
    <message numerus="yes">
        <source>%n files were dropped; expected one.</source>
        <translation>
            <numerusform>파일 %n개를 놓았습니다. 하나만 놓으십시오.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rotascope::EngineIndicator</name>
    <message>
        <source> · median %1, 95 % ≤ %2 ms</source>
        <translation> · 중앙값 %1, 95 % ≤ %2 ms</translation>
    </message>
    <message>
        <source>%1 (%2) · %3 ms</source>
        <translation>%1 (%2) · %3 ms</translation>
    </message>
    <message>
        <source>Dimensions recounted for this result: %1.</source>
        <translation>이 결과를 위해 다시 센 차원: %1.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>엔진</translation>
    </message>
    <message>
        <source>Time of the last recomputation; median and 95th percentile of the last %1.
%2
Click to choose the engine.</source>
        <translation>마지막 재계산 시간. 최근 %1회의 중앙값과 95 백분위수.
%2
클릭하면 엔진을 선택할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>rotascope::EngineMenu</name>
    <message>
        <source>En&amp;gine</source>
        <translation>엔진(&amp;G)</translation>
    </message>
</context>
<context>
    <name>rotascope::EnginesDialog</name>
    <message>
        <source>
chosen by %1: %2</source>
        <translation>
%1 선택: %2</translation>
    </message>
    <message>
        <source>Engines count angles and compute disturbances. All give the same results, to the bit.</source>
        <translation>엔진은 각도를 세고 교란을 계산합니다. 결과는 모두 비트까지 같습니다.</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>엔진</translation>
    </message>
    <message>
        <source>is being looked for: %1</source>
        <translation>찾는 중: %1</translation>
    </message>
    <message>
        <source>not available: %1</source>
        <translation>사용할 수 없음: %1</translation>
    </message>
    <message>
        <source>works: %1</source>
        <translation>작동함: %1</translation>
    </message>
</context>
<context>
    <name>rotascope::ErrorsView</name>
    <message>
        <source>99 % are below</source>
        <translation>99 %가 이 아래</translation>
    </message>
    <message>
        <source>Angle errors</source>
        <translation>각도 오차</translation>
    </message>
    <message>
        <source>By position</source>
        <translation>위치별</translation>
    </message>
    <message>
        <source>Current table</source>
        <translation>현재 표</translation>
    </message>
    <message>
        <source>Dimension %1 · %2 angles</source>
        <translation>차원 %1 · 각도 %2개</translation>
    </message>
    <message>
        <source>Dimension %1: recorded minus ideal</source>
        <translation>차원 %1: 기록 - 이상</translation>
    </message>
    <message>
        <source>Each dimension</source>
        <translation>차원별</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>Measuring, %1, %2</source>
        <translation>측정 중, %1, %2</translation>
    </message>
    <message>
        <source>Measuring, %1</source>
        <translation>측정 중, %1</translation>
    </message>
    <message>
        <source>Model&apos;s table</source>
        <translation>모델의 표</translation>
    </message>
    <message>
        <source>Open a recording to see how far the angles that the model applied are from the ideal ones.</source>
        <translation>기록을 열면 모델이 적용한 각도가 이상적인 각도에서 얼마나 벗어났는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Positions %1 to %2 · %3 angles</source>
        <translation>위치 %1에서 %2 · 각도 %3개</translation>
    </message>
    <message>
        <source>Recorded minus ideal angle of dimension %1 by position</source>
        <translation>차원 %1의 기록된 각도 - 이상적인 각도 (위치별)</translation>
    </message>
    <message>
        <source>Recorded minus ideal angle of each dimension</source>
        <translation>각 차원의 기록된 각도와 이상적인 각도의 차이</translation>
    </message>
    <message>
        <source>Recorded minus ideal</source>
        <translation>기록된 각도 - 이상적인 각도</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>The frequencies that recorded angles are measured against</source>
        <translation>기록된 각도를 재는 기준이 되는 주파수</translation>
    </message>
    <message>
        <source>The greatest error</source>
        <translation>가장 큰 오차</translation>
    </message>
    <message>
        <source>The most that a model is off that computes in float32</source>
        <translation>float32로 계산하는 모델의 최대 오차</translation>
    </message>
    <message>
        <source>The most that an angle is off whose cosine and sine were rounded to bfloat16</source>
        <translation>코사인과 사인을 bfloat16으로 반올림한 각도의 최대 오차</translation>
    </message>
    <message>
        <source>The recording is read …</source>
        <translation>기록을 읽는 중 …</translation>
    </message>
    <message>
        <source>This recording has no positions or no angles, one by one. With both, this shows how far the angles are from the ideal ones.</source>
        <translation>이 기록에는 위치나 각도가 하나하나 들어 있지 않습니다. 둘 다 있으면 각도가 이상적인 각도에서 얼마나 벗어났는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Unit of the angle</source>
        <translation>각도의 단위</translation>
    </message>
    <message>
        <source>What the errors are shown of: each dimension, or the positions of the current one</source>
        <translation>오차를 보여 줄 대상: 각 차원, 또는 현재 차원의 위치</translation>
    </message>
    <message>
        <source>bfloat16 rounds</source>
        <translation>bfloat16 반올림</translation>
    </message>
    <message>
        <source>dimension (rotary pair)</source>
        <translation>차원 (회전 쌍)</translation>
    </message>
    <message>
        <source>error (%1)</source>
        <translation>오차 (%1)</translation>
    </message>
    <message>
        <source>float32 rounds</source>
        <translation>float32 반올림</translation>
    </message>
    <message>
        <source>half are below</source>
        <translation>절반이 이 아래</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>position</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>root mean square</source>
        <translation>제곱평균제곱근</translation>
    </message>
</context>
<context>
    <name>rotascope::ExportDialog</name>
    <message>
        <source> It holds the table of %1 alone.</source>
        <translation> %1의 표만 들어갑니다.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 (*%2);;All files (*)</source>
        <translation>%1 (*%2);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>%1: cannot be opened</source>
        <translation>%1: 열 수 없습니다</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>대상(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>형식(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>다른 이름으로 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Also the table of %1: %2, L′ %3</source>
        <translation>%1의 표도 포함: %2, L′ %3</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Choose the file to merge into</source>
        <translation>병합할 파일 선택</translation>
    </message>
    <message>
        <source>Choose the model to copy.</source>
        <translation>복사할 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>파일의 내용</translation>
    </message>
    <message>
        <source>Copied the command.</source>
        <translation>명령을 복사했습니다.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>복사했습니다.</translation>
    </message>
    <message>
        <source>Copy co&amp;mmand</source>
        <translation>명령 복사(&amp;M)</translation>
    </message>
    <message>
        <source>Export scaling table</source>
        <translation>스케일링 표 내보내기</translation>
    </message>
    <message>
        <source>File to merge into a copy of</source>
        <translation>사본에 병합할 파일</translation>
    </message>
    <message>
        <source>GGUF model (*.gguf);;All files (*)</source>
        <translation>GGUF 모델 (*.gguf);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Merge into a copy of</source>
        <translation>사본에 병합할 파일</translation>
    </message>
    <message>
        <source>Merge into no file</source>
        <translation>파일에 병합하지 않음</translation>
    </message>
    <message>
        <source>Model configuration (*.json);;All files (*)</source>
        <translation>모델 설정 (*.json);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Nothing to show yet. This export is a copy of your model&apos;s GGUF file with the table in it.

Next to &quot;Merge into a copy of&quot;, click &quot;Choose…&quot; and open that file. It stays as it is. Where you have none, llama.cpp&apos;s convert_hf_to_gguf.py makes one of the model&apos;s folder.</source>
        <translation>아직 표시할 것이 없습니다. 이 내보내기는 모델의 GGUF 파일 사본에 표를 넣은 것입니다.

&quot;사본에 병합할 파일&quot; 옆의 &quot;선택…&quot;을 눌러 그 파일을 여십시오. 원래 파일은 그대로입니다. 없으면 llama.cpp의 convert_hf_to_gguf.py로 모델 폴더에서 만들 수 있습니다.</translation>
    </message>
    <message>
        <source>Preparing …</source>
        <translation>준비 중 …</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 읽는 중 …</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>중지했습니다. 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>중지하는 중 …</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <translation>다음: %1</translation>
    </message>
    <message>
        <source>There is nothing to show: the reason stands below.</source>
        <translation>표시할 것이 없습니다. 이유는 아래에 있습니다.</translation>
    </message>
    <message>
        <source>What engines do with it</source>
        <translation>엔진이 다루는 방식</translation>
    </message>
    <message>
        <source>What to do with it next</source>
        <translation>다음에 할 일</translation>
    </message>
    <message>
        <source>Works with: %1</source>
        <translation>사용할 수 있는 곳: %1</translation>
    </message>
    <message>
        <source>Writing %1 … %2</source>
        <translation>%1 쓰는 중 … %2</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>저장됨: %1</translation>
    </message>
    <message>
        <source>no engine: a file for programs and people</source>
        <translation>엔진 없음: 프로그램과 사람을 위한 파일</translation>
    </message>
    <message>
        <source>none: only the members that change</source>
        <translation>없음: 바뀌는 멤버만</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>아직 선택하지 않음</translation>
    </message>
    <message>
        <source>the export cannot be made</source>
        <translation>내보낼 파일을 만들 수 없습니다</translation>
    </message>
</context>
<context>
    <name>rotascope::ExportWriter</name>
    <message>
        <source>%1: cannot be written</source>
        <translation>%1: 쓸 수 없습니다</translation>
    </message>
</context>
<context>
    <name>rotascope::FigureMenu</name>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>정렬 기준</translation>
    </message>
</context>
<context>
    <name>rotascope::FileFollower</name>
    <message>
        <source>%1 What is shown is as it was read before.</source>
        <translation>%1 표시된 것은 이전에 읽은 내용입니다.</translation>
    </message>
    <message>
        <source>%1 is no longer there. What is shown is as it was read.</source>
        <translation>%1: 파일이 더 이상 없습니다. 표시된 것은 읽었을 때의 내용입니다.</translation>
    </message>
    <message>
        <source>%1 was changed since it was read.</source>
        <translation>%1: 읽은 뒤에 파일이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>따라가기</translation>
    </message>
    <message>
        <source>Open anew</source>
        <translation>새로 열기</translation>
    </message>
    <message>
        <source>Opens the file as if for the first time</source>
        <translation>처음 여는 것처럼 파일을 엽니다</translation>
    </message>
    <message>
        <source>Reads the file again now and whenever it changes</source>
        <translation>지금, 그리고 바뀔 때마다 파일을 다시 읽습니다</translation>
    </message>
    <message>
        <source>Reads the file again; all that was chosen stays</source>
        <translation>파일을 다시 읽습니다. 선택한 내용은 모두 남습니다</translation>
    </message>
    <message>
        <source>Reads the table again, as a step that can be undone</source>
        <translation>표를 다시 읽습니다. 되돌릴 수 있습니다</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>The table %1 was changed since it was read.</source>
        <translation>표 %1: 읽은 뒤에 파일이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Tries again to read the file; all that was chosen stays</source>
        <translation>파일 읽기를 다시 시도합니다. 선택한 내용은 모두 남습니다</translation>
    </message>
</context>
<context>
    <name>rotascope::FilePlaces</name>
    <message>
        <source>Saved %1</source>
        <translation>저장됨: %1</translation>
    </message>
</context>
<context>
    <name>rotascope::HandoutWriter</name>
    <message>
        <source>%1: cannot be written</source>
        <translation>%1: 쓸 수 없습니다</translation>
    </message>
</context>
<context>
    <name>rotascope::Headless</name>
    <message>
        <source>options</source>
        <translation>옵션</translation>
    </message>
</context>
<context>
    <name>rotascope::Heatmap</name>
    <message>
        <source>%1 (averaged)</source>
        <translation>%1 (평균)</translation>
    </message>
    <message>
        <source>Up and down choose a row, left and right move its point.</source>
        <translation>위와 아래 키로 행을 선택하고, 왼쪽과 오른쪽 키로 그 점을 옮깁니다.</translation>
    </message>
    <message>
        <source>Up and down choose a row.</source>
        <translation>위와 아래 키로 행을 선택합니다.</translation>
    </message>
    <message>
        <source>greatest: %1
least: %2</source>
        <translation>최대: %1
최소: %2</translation>
    </message>
</context>
<context>
    <name>rotascope::Help</name>
    <message>
        <source>More in the manual</source>
        <translation>매뉴얼에서 더 보기</translation>
    </message>
</context>
<context>
    <name>rotascope::LaboratoryView</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>%1 prompts of each length and %2 short texts. ±: standard error. ▲ ▼: more or less than before the last change.</source>
        <translation>길이마다 프롬프트 %1개와 짧은 텍스트 %2개. ±: 표준 오차. ▲ ▼: 마지막 변경 전보다 많거나 적음.</translation>
    </message>
    <message>
        <source>%1 ± %2 %</source>
        <translation>%1 ± %2 %</translation>
    </message>
    <message>
        <source>%1 · %2 tokens, key at %3 of the text</source>
        <translation>%1 · %2토큰, 키는 텍스트의 %3</translation>
    </message>
    <message>
        <source>%1–%2 %</source>
        <translation>%1–%2 %</translation>
    </message>
    <message>
        <source>A first answer from %1 prompts of each length; %2 follow.</source>
        <translation>길이마다 프롬프트 %1개의 첫 답입니다. %2개가 뒤따릅니다.</translation>
    </message>
    <message>
        <source>All prompts</source>
        <translation>모든 프롬프트</translation>
    </message>
    <message>
        <source>Before the last change</source>
        <translation>마지막 변경 전</translation>
    </message>
    <message>
        <source>Current table</source>
        <translation>현재 표</translation>
    </message>
    <message>
        <source>Does a table work? The laboratory runs a small language model under it, asks for a key that is hidden in a long text, and shows how often it is found. Large models do not run here, so open the small one: every other view then shows it as well, and the table that you change is its table.</source>
        <translation>표가 쓸모 있을까요? 실험실은 작은 언어 모델을 그 표로 실행하고, 긴 텍스트에 숨은 키를 물어 얼마나 찾는지 보여 줍니다. 큰 모델은 여기서 실행되지 않으니 작은 모델을 여십시오. 다른 모든 뷰도 그 모델을 보여 주고, 바꾸는 것은 그 모델의 표입니다.</translation>
    </message>
    <message>
        <source>How many of the keys in prompts of L′ tokens the model finds, with the standard error</source>
        <translation>L′토큰 프롬프트의 키 중 모델이 찾는 비율과 표준 오차</translation>
    </message>
    <message>
        <source>How many prompts of L′ tokens were asked so far</source>
        <translation>지금까지 물은 L′토큰 프롬프트의 수</translation>
    </message>
    <message>
        <source>Keys found, L = %1 to L′ = %2, in % of the prompts</source>
        <translation>찾은 키, L = %1에서 L′ = %2, 프롬프트의 %</translation>
    </message>
    <message>
        <source>Keys found, by the depth of the key and the length of the prompt</source>
        <translation>찾은 키, 키의 깊이와 프롬프트의 길이별</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>실험실</translation>
    </message>
    <message>
        <source>Mean loss of texts of L tokens under the same table, in nats a word: what the table costs short texts</source>
        <translation>같은 표에서 L토큰 텍스트의 평균 손실, 단어당 나트: 표가 짧은 텍스트에서 치르는 대가</translation>
    </message>
    <message>
        <source>Mean loss of the key&apos;s digits, in nats: it moves while no key, or each of them, is found</source>
        <translation>키 숫자의 평균 손실, 나트: 키를 하나도 찾지 못하거나 모두 찾을 때도 움직입니다</translation>
    </message>
    <message>
        <source>Mean loss of the words at positions beyond L, without the answer, in nats a word</source>
        <translation>L을 넘는 위치의 단어의 평균 손실(답 제외), 단어당 나트</translation>
    </message>
    <message>
        <source>Mean loss of the words at positions up to L in prompts of L′ tokens, in nats a word</source>
        <translation>L′토큰 프롬프트에서 L까지의 위치에 있는 단어의 평균 손실, 단어당 나트</translation>
    </message>
    <message>
        <source>One prompt, and where the model looks, L = %1 to L′ = %2</source>
        <translation>프롬프트 하나와 모델이 보는 곳, L = %1에서 L′ = %2</translation>
    </message>
    <message>
        <source>One prompt</source>
        <translation>프롬프트 하나</translation>
    </message>
    <message>
        <source>Open the laboratory&apos;s model</source>
        <translation>실험실의 모델 열기</translation>
    </message>
    <message>
        <source>Opens the small model that comes with Rotascope, in the place of what is open</source>
        <translation>Rotascope에 딸린 작은 모델을 열려 있는 것 대신 엽니다</translation>
    </message>
    <message>
        <source>The current table, the one before the last change, and four methods</source>
        <translation>현재 표, 마지막 변경 전의 표, 네 가지 방법</translation>
    </message>
    <message>
        <source>The laboratory&apos;s model is not installed. Expected: %1</source>
        <translation>실험실의 모델이 설치되어 있지 않습니다. 필요한 것: %1</translation>
    </message>
    <message>
        <source>The mean disturbance of all dimensions</source>
        <translation>모든 차원의 평균 교란</translation>
    </message>
    <message>
        <source>The model cannot be run: %1</source>
        <translation>모델을 실행할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>What the laboratory shows</source>
        <translation>실험실이 보여 주는 것</translation>
    </message>
    <message>
        <source>What the model does under each table</source>
        <translation>표마다 모델이 하는 것</translation>
    </message>
    <message>
        <source>answer loss, all depths</source>
        <translation>답의 손실, 모든 깊이</translation>
    </message>
    <message>
        <source>answer loss</source>
        <translation>답의 손실</translation>
    </message>
    <message>
        <source>before the last change</source>
        <translation>마지막 변경 전</translation>
    </message>
    <message>
        <source>depth of the key</source>
        <translation>키의 깊이</translation>
    </message>
    <message>
        <source>disturbance</source>
        <translation>교란</translation>
    </message>
    <message>
        <source>key found</source>
        <translation>찾은 키</translation>
    </message>
    <message>
        <source>loss beyond L</source>
        <translation>L 밖의 손실</translation>
    </message>
    <message>
        <source>loss within L</source>
        <translation>L 안의 손실</translation>
    </message>
    <message>
        <source>prompts</source>
        <translation>프롬프트</translation>
    </message>
    <message>
        <source>short texts</source>
        <translation>짧은 텍스트</translation>
    </message>
    <message>
        <source>table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>tokens of the prompt</source>
        <translation>프롬프트의 토큰</translation>
    </message>
</context>
<context>
    <name>rotascope::LandscapeView</name>
    <message>
        <source>Current table</source>
        <translation>현재 표</translation>
    </message>
    <message>
        <source>Dimension %1 · factor %2</source>
        <translation>차원 %1 · 계수 %2</translation>
    </message>
    <message>
        <source>Disturbance by factor</source>
        <translation>계수별 교란</translation>
    </message>
    <message>
        <source>Disturbance of every %1 under every factor</source>
        <translation>각 계수에서의 각 %1의 교란</translation>
    </message>
    <message>
        <source>Disturbance</source>
        <translation>교란</translation>
    </message>
    <message>
        <source>Drag its points to change their factors</source>
        <translation>점을 끌면 계수가 바뀝니다</translation>
    </message>
    <message>
        <source>How much lower the mean disturbance could be with the best of these factors, as a share of the current table&apos;s. More factors find deeper minima, because the surface is jagged.</source>
        <translation>이 계수들 중 가장 좋은 것을 쓸 때 평균 교란이 얼마나 낮아지는지를 현재 표의 평균 교란에 대한 비율로 나타냅니다. 면이 들쭉날쭉하므로 계수가 많을수록 더 깊은 최소를 찾습니다.</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>지형</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>Optimality gap %1 % with %2 factors</source>
        <translation>최적성 갭 %1 % (계수 %2개)</translation>
    </message>
    <message>
        <source>Optimality gap –</source>
        <translation>최적성 갭 –</translation>
    </message>
    <message>
        <source>Optimality gap …</source>
        <translation>최적성 갭 …</translation>
    </message>
    <message>
        <source>Sets every dimension to the factor that disturbs it least</source>
        <translation>모든 차원을 교란이 가장 작은 계수로 설정합니다</translation>
    </message>
    <message>
        <source>Sets the selected dimensions to the factor that disturbs them least</source>
        <translation>선택한 차원을 교란이 가장 작은 계수로 설정합니다</translation>
    </message>
    <message>
        <source>The factor that disturbs a dimension least</source>
        <translation>차원의 교란이 가장 작은 계수</translation>
    </message>
    <message>
        <source>The gap is a share of the current table&apos;s mean disturbance, and that is not positive.</source>
        <translation>갭은 현재 표의 평균 교란에 대한 비율인데, 그 값이 양수가 아닙니다.</translation>
    </message>
    <message>
        <source>Use &amp;all minima</source>
        <translation>모두 최소로(&amp;A)</translation>
    </message>
    <message>
        <source>Use &amp;minimum</source>
        <translation>최소 사용(&amp;M)</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>계수 %1</translation>
    </message>
    <message>
        <source>dimension %1: factor %2</source>
        <translation>차원 %1: 계수 %2</translation>
    </message>
    <message>
        <source>dimension %1: minimum</source>
        <translation>차원 %1: 최소</translation>
    </message>
    <message>
        <source>factor (divides the frequency)</source>
        <translation>계수 (주파수를 나누는 수)</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>계수</translation>
    </message>
    <message numerus="yes">
        <source>minima of %n dimensions</source>
        <translation>
            <numerusform>차원 %n개의 최소</numerusform>
        </translation>
    </message>
    <message>
        <source>s = %1</source>
        <translation>s = %1</translation>
    </message>
    <message>
        <source>≤ %1 (0 and less too)</source>
        <translation>≤ %1 (0 이하도 포함)</translation>
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
        <translation>%1이(가) &quot;%2&quot;입니다. 위치 수(정수, 예: 16384, 16k, 1M. 1k = 1024, 1M = 1024k)가 필요합니다.</translation>
    </message>
    <message>
        <source>&amp;Pre-training L</source>
        <translation>사전 학습 길이 L(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Target L′</source>
        <translation>목표 길이 L′(&amp;T)</translation>
    </message>
    <message>
        <source>Back to what the source states</source>
        <translation>소스에 명시된 값으로 되돌립니다</translation>
    </message>
    <message>
        <source>Context lengths</source>
        <translation>컨텍스트 길이</translation>
    </message>
    <message>
        <source>L: the context length of pre-training (original_max_position_embeddings)</source>
        <translation>L: 사전 학습의 컨텍스트 길이 (original_max_position_embeddings)</translation>
    </message>
    <message>
        <source>L′ = %1 L</source>
        <translation>L′ = %1 L</translation>
    </message>
    <message>
        <source>L′, from L to 64 L; each mark doubles it</source>
        <translation>L′, L에서 64 L까지. 눈금마다 두 배가 됩니다</translation>
    </message>
    <message>
        <source>L′: the context length to extend to</source>
        <translation>L′: 확장할 컨텍스트 길이</translation>
    </message>
    <message>
        <source>Pre-training L</source>
        <translation>사전 학습 길이 L</translation>
    </message>
    <message>
        <source>Reset the pre-training length</source>
        <translation>사전 학습 길이 초기화</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Target L′</source>
        <translation>목표 길이 L′</translation>
    </message>
    <message>
        <source>Target length %1 times L</source>
        <translation>목표 길이를 L의 %1배로</translation>
    </message>
    <message>
        <source>Target length</source>
        <translation>목표 길이</translation>
    </message>
    <message>
        <source>changed; the source states %1</source>
        <translation>변경됨. 소스의 값은 %1</translation>
    </message>
    <message>
        <source>from the source</source>
        <translation>소스의 값</translation>
    </message>
    <message>
        <source>not stated by the source</source>
        <translation>소스에 명시되지 않음</translation>
    </message>
    <message>
        <source>pre-training length</source>
        <translation>사전 학습 길이</translation>
    </message>
    <message>
        <source>s = L′/L = %1</source>
        <translation>s = L′/L = %1</translation>
    </message>
    <message>
        <source>target length</source>
        <translation>목표 길이</translation>
    </message>
    <message>
        <source>the window of its layers</source>
        <translation>레이어의 윈도</translation>
    </message>
    <message>
        <source>⚠ the file does not say: set it</source>
        <translation>⚠ 파일에 명시되지 않았습니다. 설정하십시오</translation>
    </message>
</context>
<context>
    <name>rotascope::LengthSweepView</name>
    <message>
        <source>%1 positions</source>
        <translation>위치 %1개</translation>
    </message>
    <message>
        <source>Current table</source>
        <translation>현재 표</translation>
    </message>
    <message>
        <source>Each table is the one made for L′. Up to L it is compared with the unextended model at the same length, beyond L with what the model saw in pre-training.</source>
        <translation>모든 표는 L′용으로 만들어진 것입니다. L까지는 같은 길이의 확장하지 않은 모델과, L을 넘으면 모델이 사전 학습에서 본 것과 비교합니다.</translation>
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
        <translation>길이 스윕</translation>
    </message>
    <message>
        <source>L′ = %1</source>
        <translation>L′ = %1</translation>
    </message>
    <message>
        <source>Mean disturbance at every context length</source>
        <translation>각 컨텍스트 길이에서의 평균 교란</translation>
    </message>
    <message>
        <source>Open a recording or choose a model to see what its extension costs at every length.</source>
        <translation>기록을 열거나 모델을 선택하면 확장이 각 길이에서 일으키는 교란을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Scale of the disturbance axis</source>
        <translation>교란 축의 눈금</translation>
    </message>
    <message>
        <source>context length (positions)</source>
        <translation>컨텍스트 길이 (위치)</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>로그</translation>
    </message>
</context>
<context>
    <name>rotascope::LineChart</name>
    <message>
        <source>Left and right: move the cursor. Return: choose its place.</source>
        <translation>왼쪽과 오른쪽: 커서 이동. Return: 그 위치 선택.</translation>
    </message>
</context>
<context>
    <name>rotascope::LinkList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>rotascope::LintDialog</name>
    <message>
        <source>What engines do with %1</source>
        <translation>엔진이 %1을(를) 다루는 방식</translation>
    </message>
</context>
<context>
    <name>rotascope::LiveReadings</name>
    <message>
        <source>The second readings could not be computed: %1</source>
        <translation>두 번째 지표를 계산할 수 없었습니다: %1</translation>
    </message>
</context>
<context>
    <name>rotascope::LongTable</name>
    <message>
        <source>%1, not valid</source>
        <translation>%1, 유효하지 않음</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
</context>
<context>
    <name>rotascope::LossGuard</name>
    <message>
        <source>%1 has work that was not saved: %2. Discard it before %3?</source>
        <translation>%1에 저장하지 않은 작업이 있습니다: %2. %3 전에 버리시겠습니까?</translation>
    </message>
    <message numerus="yes">
        <source>%n dimensions of %1 were set by hand. Discard them before %2?</source>
        <translation>
            <numerusform>%1의 차원 %n개가 수동 설정되어 있습니다. %2 전에 버리시겠습니까?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dimensions set by hand</source>
        <translation>
            <numerusform>수동 설정한 차원 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pinned tables</source>
        <translation>
            <numerusform>고정한 표 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>버리기(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>세션 저장(&amp;S)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>1 dimension of %1 was set by hand. Discard it before %2?</source>
        <translation>%1의 차원 1개가 수동 설정되어 있습니다. %2 전에 버리시겠습니까?</translation>
    </message>
    <message>
        <source>1 dimension set by hand</source>
        <translation>수동 설정한 차원 1개</translation>
    </message>
    <message>
        <source>1 pinned table</source>
        <translation>고정한 표 1개</translation>
    </message>
    <message>
        <source>Rotascope</source>
        <translation>Rotascope</translation>
    </message>
    <message>
        <source>This work is in no session and no export. What is discarded cannot be brought back.</source>
        <translation>이 작업은 세션에도 내보낸 파일에도 없습니다. 버린 것은 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>changed settings (%1)</source>
        <translation>변경된 설정(%1)</translation>
    </message>
    <message>
        <source>changed settings</source>
        <translation>변경된 설정</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>scenes</source>
        <translation>장면</translation>
    </message>
</context>
<context>
    <name>rotascope::MainWindow</name>
    <message>
        <source>%1 is opened</source>
        <translation>%1을(를) 열기</translation>
    </message>
    <message>
        <source>%1: is a table for %2, which is not found here; expected that model to be opened first</source>
        <translation>%1: %2용 표인데, 그 모델을 여기서 찾을 수 없습니다. 먼저 그 모델을 열어야 합니다</translation>
    </message>
    <message>
        <source>%1: is a table that does not say for which model; expected that model to be opened first</source>
        <translation>%1: 어느 모델용인지 적혀 있지 않은 표입니다. 먼저 그 모델을 열어야 합니다</translation>
    </message>
    <message>
        <source>%1[*] - Rotascope</source>
        <translation>%1[*] - Rotascope</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>멈추고 닫기(&amp;S)</translation>
    </message>
    <message>
        <source>A model is being scored: %1. Stop that before the window closes?</source>
        <translation>모델의 점수를 매기고 있습니다: %1. 창을 닫기 전에 멈출까요?</translation>
    </message>
    <message>
        <source>Read %1 again</source>
        <translation>%1: 다시 읽었습니다</translation>
    </message>
    <message>
        <source>Rotascope did not end as it should last time. This is your work as it was last kept.</source>
        <translation>지난번에 Rotascope가 정상적으로 끝나지 않았습니다. 마지막으로 보존된 작업입니다.</translation>
    </message>
    <message>
        <source>Rotascope</source>
        <translation>Rotascope</translation>
    </message>
    <message>
        <source>Show its structure</source>
        <translation>그 구조 보기</translation>
    </message>
    <message>
        <source>Use its settings</source>
        <translation>그 설정 사용</translation>
    </message>
    <message>
        <source>What is measured stays in the file, and the same run goes on with what is missing.</source>
        <translation>측정한 것은 파일에 남고, 같은 실행은 빠진 것부터 이어집니다.</translation>
    </message>
    <message>
        <source>all of the recording</source>
        <translation>기록 전체</translation>
    </message>
    <message>
        <source>compare with %1</source>
        <translation>%1과(와) 비교</translation>
    </message>
    <message>
        <source>count %1</source>
        <translation>%1 세기</translation>
    </message>
    <message>
        <source>the window closes</source>
        <translation>창을 닫기</translation>
    </message>
    <message>
        <source>what %1 had before another program changed it</source>
        <translation>다른 프로그램이 바꾸기 전의 %1 내용</translation>
    </message>
</context>
<context>
    <name>rotascope::ManualWindow</name>
    <message>
        <source>Contents</source>
        <translation>목차</translation>
    </message>
    <message>
        <source>Find in the page</source>
        <translation>페이지에서 찾기</translation>
    </message>
    <message>
        <source>Finds the sections that have all words (Ctrl+Shift+F)</source>
        <translation>모든 단어가 있는 절을 찾습니다 (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>첫 페이지</translation>
    </message>
    <message>
        <source>Forward ▶</source>
        <translation>앞으로 ▶</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>No section has all these words.</source>
        <translation>이 단어가 모두 있는 절이 없습니다.</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>매뉴얼의 페이지</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Rotascope manual</source>
        <translation>Rotascope 매뉴얼</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>매뉴얼 검색</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>검색 결과</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>찾을 수 없음</translation>
    </message>
    <message>
        <source>◀ Back</source>
        <translation>◀ 뒤로</translation>
    </message>
</context>
<context>
    <name>rotascope::MeasureGroup</name>
    <message>
        <source>%1 samples per interval</source>
        <translation>구간당 샘플 %1개</translation>
    </message>
    <message>
        <source>&amp;Divergence</source>
        <translation>발산(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Epsilon ε</source>
        <translation>엡실론 ε(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Intervals b</source>
        <translation>구간 b(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>척도(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>가중치(&amp;W)</translation>
    </message>
    <message>
        <source>A number for each dimension, from a text file or a JSON list.</source>
        <translation>차원마다 하나씩의 수. 텍스트 파일이나 JSON 목록에서 읽습니다.</translation>
    </message>
    <message>
        <source>Added to every frequency, so that empty intervals stay finite</source>
        <translation>각 빈도에 더하여 빈 구간에서도 유한한 값이 되게 합니다</translation>
    </message>
    <message>
        <source>As much as the model uses each dimension: of a recording that was made with usage.</source>
        <translation>모델이 각 차원을 얼마나 쓰는지에 따릅니다. 사용량과 함께 만든 기록에서 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Attention sees distances of queries and keys: each as often as it occurs in a context. Long ones are rare. What this predicts was not measured.</source>
        <translation>어텐션은 쿼리와 키의 거리를 봅니다. 각각을 컨텍스트에 나타나는 횟수만큼 셉니다. 긴 거리는 드뭅니다. 이것이 무엇을 예측하는지는 측정하지 않았습니다.</translation>
    </message>
    <message>
        <source>Disturbance</source>
        <translation>교란</translation>
    </message>
    <message>
        <source>Epsilon is &quot;%1&quot;; expected a number greater than 0, at most 1.</source>
        <translation>엡실론이 &quot;%1&quot;입니다. 0보다 크고 1 이하인 수가 필요합니다.</translation>
    </message>
    <message>
        <source>Every dimension counts alike, as in the paper.</source>
        <translation>논문에서처럼 모든 차원을 같은 가중치로 셉니다.</translation>
    </message>
    <message>
        <source>Every position once, as in the paper. Recorded ones, if &quot;Before&quot; says so. On the laboratory&apos;s small models this predicted little without fine-tuning, and well after 100 steps of it.</source>
        <translation>논문대로 각 위치를 한 번. ‘확장 전’이 그렇다면 기록된 위치. 실험실의 작은 모델에서는 파인튜닝 없이는 거의 예측하지 못했고, 100단계 뒤에는 잘 예측했습니다.</translation>
    </message>
    <message>
        <source>Layers whose usage counts, such as 0-3,8. Recorded: %1. Empty: all of them.</source>
        <translation>사용량을 세는 레이어. 예: 0-3,8. 기록된 레이어: %1. 비어 있으면 모두입니다.</translation>
    </message>
    <message>
        <source>Layers whose usage counts</source>
        <translation>사용량을 세는 레이어</translation>
    </message>
    <message>
        <source>No distributions: how far a table moves the next 8 neighbours, and how far it takes angles from those of training. On the laboratory&apos;s small models this predicted best what they still retrieve without being trained again.</source>
        <translation>분포를 쓰지 않습니다. 표가 이웃 8개를 얼마나 옮기는지, 각도를 학습 때의 것에서 얼마나 멀리 보내는지를 봅니다. 실험실의 작은 모델에서는 다시 학습하지 않고도 찾아내는 것을 가장 잘 예측했습니다.</translation>
    </message>
    <message>
        <source>The distances within the sequences of the recording, which never see each other. What this predicts was not measured.</source>
        <translation>기록의 시퀀스 안의 거리. 시퀀스끼리는 서로를 보지 않습니다. 이것이 무엇을 예측하는지는 측정하지 않았습니다.</translation>
    </message>
    <message>
        <source>The number of intervals b</source>
        <translation>구간 수 b</translation>
    </message>
    <message>
        <source>The same, but no query sees further than the layers&apos; sliding window. What this predicts was not measured: the layers of the laboratory&apos;s small models have none.</source>
        <translation>같지만, 어떤 쿼리도 레이어의 슬라이딩 윈도보다 멀리 보지 않습니다. 이것이 무엇을 예측하는지는 측정하지 않았습니다. 실험실의 작은 모델의 레이어에는 윈도가 없습니다.</translation>
    </message>
    <message>
        <source>The weight of far is &quot;%1&quot;; expected a number from 0 to %2.</source>
        <translation>far의 가중치가 &quot;%1&quot;입니다. 0에서 %2까지의 수가 필요합니다.</translation>
    </message>
    <message>
        <source>Weights of the dimensions</source>
        <translation>차원의 가중치</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>모든 레이어</translation>
    </message>
    <message>
        <source>b: the circle is cut into so many equal intervals</source>
        <translation>b: 원을 이만큼의 같은 구간으로 나눕니다</translation>
    </message>
    <message>
        <source>distances in the window</source>
        <translation>윈도 안의 거리</translation>
    </message>
    <message>
        <source>distances</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>divergence</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>epsilon</source>
        <translation>엡실론</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>균등</translation>
    </message>
    <message>
        <source>from a file…</source>
        <translation>파일에서…</translation>
    </message>
    <message>
        <source>intervals</source>
        <translation>구간</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>척도</translation>
    </message>
    <message>
        <source>near and far</source>
        <translation>근거리와 원거리</translation>
    </message>
    <message>
        <source>positions</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>recorded distances</source>
        <translation>기록된 거리</translation>
    </message>
    <message>
        <source>recorded usage</source>
        <translation>기록된 사용량</translation>
    </message>
    <message>
        <source>w: tables are judged by near + w · far. 3 was chosen on the tables of one small model, at twice its length.</source>
        <translation>w: 표를 near + w · far로 평가합니다. 3은 작은 모델 하나의, 두 배 길이에서의 표로 골랐습니다.</translation>
    </message>
    <message>
        <source>weight of far</source>
        <translation>far의 가중치</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>⚠ %1: few</source>
        <translation>⚠ %1: 적음</translation>
    </message>
</context>
<context>
    <name>rotascope::MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>메시지 닫기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
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
        <translation>%1: 표시할 수 없음: %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: not available, %2</source>
        <translation>%1: 사용할 수 없음, %2</translation>
    </message>
    <message>
        <source>Click: back to the usual order</source>
        <translation>클릭: 보통 순서로 돌아가기</translation>
    </message>
    <message>
        <source>Click: show it in the charts. Double click: choose it.</source>
        <translation>클릭: 그래프에 표시. 두 번 클릭: 선택.</translation>
    </message>
    <message>
        <source>Click: sort, the greatest first</source>
        <translation>클릭: 큰 순서로 정렬</translation>
    </message>
    <message>
        <source>Click: sort, the least first</source>
        <translation>클릭: 작은 순서로 정렬</translation>
    </message>
    <message>
        <source>Click: the usual order, the current table first</source>
        <translation>클릭: 보통 순서, 현재 표가 처음입니다</translation>
    </message>
    <message>
        <source>Current table</source>
        <translation>현재 표</translation>
    </message>
    <message>
        <source>Double click: take it. F2: rename it. Delete: remove it.</source>
        <translation>두 번 클릭: 사용. F2: 이름 바꾸기. Delete: 제거.</translation>
    </message>
    <message>
        <source>How many components have the factor s. A dimension is a pair of components: %1 dimensions are %2 components</source>
        <translation>계수 s를 갖는 성분의 수. 차원은 성분의 쌍으로, %1차원은 성분 %2개입니다</translation>
    </message>
    <message>
        <source>How many have the factor s: %1</source>
        <translation>계수 s를 갖는 것의 수: %1</translation>
    </message>
    <message>
        <source>Interpolated: %1. Vs PI: against linear interpolation. Bars end at four times linear interpolation.</source>
        <translation>보간: %1의 수. PI 대비: 선형 보간과 비교. 막대는 선형 보간의 네 배까지입니다.</translation>
    </message>
    <message>
        <source>Interpolated: components, two a dimension. Vs PI: against linear interpolation. Bars end at four times linear interpolation.</source>
        <translation>보간: 성분의 수, 차원마다 두 개. PI 대비: 선형 보간과 비교. 막대는 선형 보간의 네 배까지입니다.</translation>
    </message>
    <message>
        <source>Mean disturbance of each method, L = %1 to L′ = %2</source>
        <translation>각 방법의 평균 교란, L = %1에서 L′ = %2</translation>
    </message>
    <message>
        <source>Mean disturbance of the current table, the pinned tables and every method</source>
        <translation>현재 표, 고정한 표, 각 방법의 평균 교란</translation>
    </message>
    <message>
        <source>Mean disturbance</source>
        <translation>평균 교란</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>No methods to compare yet.</source>
        <translation>아직 비교할 방법이 없습니다.</translation>
    </message>
    <message>
        <source>The bar is cut: it would be %1 times as long.</source>
        <translation>막대가 잘려 있습니다. 실제 길이는 %1배입니다.</translation>
    </message>
    <message>
        <source>Up and down go to a method, Space shows it in the charts, Return chooses it. F2 renames a pinned table, Delete removes it. The View menu has its columns and what it is sorted by.</source>
        <translation>위아래 키로 방법을 옮겨 다니고, Space로 차트에 보이고, Return으로 고릅니다. 고정한 표는 F2로 이름을 바꾸고 Delete로 제거합니다. 열과 정렬 기준은 보기 메뉴에 있습니다.</translation>
    </message>
    <message>
        <source>What is chosen now, dimension by dimension.</source>
        <translation>지금 차원마다 선택된 것.</translation>
    </message>
    <message>
        <source>interpolated %1 components</source>
        <translation>보간 성분 %1</translation>
    </message>
    <message>
        <source>interpolated %1</source>
        <translation>보간 %1</translation>
    </message>
    <message>
        <source>interpolated</source>
        <translation>보간</translation>
    </message>
    <message>
        <source>mean %1 ×10⁻³</source>
        <translation>평균 %1 ×10⁻³</translation>
    </message>
    <message>
        <source>mean ×10⁻³</source>
        <translation>평균 ×10⁻³</translation>
    </message>
    <message>
        <source>not available for this source</source>
        <translation>이 소스에서는 사용할 수 없음</translation>
    </message>
    <message>
        <source>shown in the charts</source>
        <translation>그래프에 표시됨</translation>
    </message>
    <message>
        <source>vs PI %1</source>
        <translation>PI 대비 %1</translation>
    </message>
    <message>
        <source>vs PI</source>
        <translation>PI 대비</translation>
    </message>
</context>
<context>
    <name>rotascope::MultiplesView</name>
    <message>
        <source>%1 · factor %2</source>
        <translation>%1 · 계수 %2</translation>
    </message>
    <message>
        <source>All %1: before (filled) and chosen (line)</source>
        <translation>모든 %1: 확장 전(채움)과 선택(선)</translation>
    </message>
    <message>
        <source>All dimensions: before (filled) and chosen (line)</source>
        <translation>모든 차원: 확장 전(채움)과 선택(선)</translation>
    </message>
    <message>
        <source>All dimensions</source>
        <translation>모든 차원</translation>
    </message>
    <message>
        <source>Dimension %1 · factor %2</source>
        <translation>차원 %1 · 계수 %2</translation>
    </message>
    <message>
        <source>Open a recording or choose a model to see the distributions of all dimensions.</source>
        <translation>기록을 열거나 모델을 선택하면 모든 차원의 분포를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Order of the plots</source>
        <translation>그래프의 순서</translation>
    </message>
    <message>
        <source>Top of each plot: twice the density of what is spread evenly. The line has the colour of the choice.</source>
        <translation>각 그래프의 위 끝: 고르게 퍼져 있을 때의 밀도의 두 배. 선은 선택의 색입니다.</translation>
    </message>
    <message>
        <source>by dimension</source>
        <translation>차원 순</translation>
    </message>
    <message>
        <source>most disturbed first</source>
        <translation>교란이 큰 순</translation>
    </message>
</context>
<context>
    <name>rotascope::NotesPanel</name>
    <message>
        <source>Notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>What you found, and what is still to do. Sessions keep it.</source>
        <translation>알아낸 것과 앞으로 할 일. 세션에 보존됩니다.</translation>
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
        <translation>각도를 세는 중</translation>
    </message>
    <message>
        <source>opening, %1</source>
        <translation>여는 중, %1</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>여는 중</translation>
    </message>
</context>
<context>
    <name>rotascope::OtherGroup</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>비교 대상(&amp;W)</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>세는 대상</translation>
    </message>
    <message>
        <source>L = %1, %2</source>
        <translation>L = %1, %2</translation>
    </message>
    <message>
        <source>Opens a second source, and shows how its angles differ from those of the one that is open; a file can be dropped here, too</source>
        <translation>두 번째 소스를 열어 그 각도가 열려 있는 것과 어떻게 다른지 보여 줍니다. 파일을 여기에 끌어다 놓아도 됩니다</translation>
    </message>
    <message>
        <source>RoPE</source>
        <translation>RoPE</translation>
    </message>
    <message>
        <source>Second source</source>
        <translation>두 번째 소스</translation>
    </message>
    <message>
        <source>Shows the second source no longer</source>
        <translation>두 번째 소스를 더 이상 보여 주지 않습니다</translation>
    </message>
    <message>
        <source>What the distribution of the second source is counted from</source>
        <translation>두 번째 소스의 분포를 무엇으로 세는지</translation>
    </message>
    <message>
        <source>differs by %1 × 10⁻³ on average, most in dimension %2</source>
        <translation>차이는 평균 %1 × 10⁻³, 가장 큰 차원은 %2</translation>
    </message>
    <message>
        <source>frequencies × %1 to %2</source>
        <translation>주파수 × %1 ~ %2</translation>
    </message>
    <message>
        <source>frequencies × %1</source>
        <translation>주파수 × %1</translation>
    </message>
    <message>
        <source>second source: %1</source>
        <translation>두 번째 소스: %1</translation>
    </message>
</context>
<context>
    <name>rotascope::OverviewView</name>
    <message>
        <source>%1 × even</source>
        <translation>균등의 %1배</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2에서 %3</translation>
    </message>
    <message>
        <source>A density of 1 is that of angles that are spread evenly over the circle. Difference: chosen minus before.</source>
        <translation>밀도 1은 각도가 원둘레에 고르게 퍼져 있을 때의 값입니다. 차이: 선택에서 확장 전을 뺀 값.</translation>
    </message>
    <message>
        <source>A density of 1 is that of values that are spread evenly. Difference: chosen minus before.</source>
        <translation>밀도 1은 값이 고르게 퍼져 있을 때의 값입니다. 차이: 선택에서 확장 전을 뺀 값.</translation>
    </message>
    <message>
        <source>Angle densities of all dimensions, L = %1 to L′ = %2</source>
        <translation>모든 차원의 각도 밀도, L = %1에서 L′ = %2</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>확장 전</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>Densities of all %1, L = %2 to L′ = %3</source>
        <translation>모든 %1의 밀도, L = %2에서 L′ = %3</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Dimension %1, %2 to %3</source>
        <translation>차원 %1, %2 ~ %3</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>after</source>
        <translation>확장 후</translation>
    </message>
    <message>
        <source>angle</source>
        <translation>각도</translation>
    </message>
    <message>
        <source>before</source>
        <translation>확장 전</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>bucket</source>
        <translation>버킷</translation>
    </message>
    <message>
        <source>even</source>
        <translation>균등</translation>
    </message>
    <message>
        <source>row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>turns within L</source>
        <translation>L 내 회전수</translation>
    </message>
    <message>
        <source>unseen</source>
        <translation>미관측</translation>
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
        <translation>확장 전</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>Extrapolation</source>
        <translation>외삽</translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation>보간</translation>
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
        <translation>파일 %1개, %2</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>선택(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Digits</source>
        <translation>자릿수(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>엔진(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>폴더(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Remove them</source>
        <translation>제거(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Unit of angles</source>
        <translation>각도의 단위(&amp;U)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole path; expected one from / on.</source>
        <translation>&quot;%1&quot;은(는) 전체 경로가 아닙니다. /(으)로 시작하는 경로가 필요합니다.</translation>
    </message>
    <message>
        <source>1 file, %1</source>
        <translation>파일 1개, %1</translation>
    </message>
    <message>
        <source>At m&amp;ost</source>
        <translation>최대(&amp;O)</translation>
    </message>
    <message>
        <source>Choose the folder of counts</source>
        <translation>센 결과의 폴더 선택</translation>
    </message>
    <message>
        <source>Colours of &amp;maps</source>
        <translation>맵의 색(&amp;M)</translation>
    </message>
    <message>
        <source>Counts of large recordings, kept so that each is read once</source>
        <translation>큰 기록을 센 결과 (한 번만 읽도록 보존합니다)</translation>
    </message>
    <message>
        <source>Every change is in force at once, another language at the next start. Numbers in files stay as they are, whatever is chosen here.</source>
        <translation>변경 사항은 바로 적용됩니다. 언어만 다음에 시작할 때 적용됩니다. 무엇을 선택하든 파일의 수치는 그대로입니다.</translation>
    </message>
    <message>
        <source>How many threads of the processor count angles at most</source>
        <translation>각도를 세는 스레드의 최대 수</translation>
    </message>
    <message>
        <source>Kept now</source>
        <translation>현재 보존량</translation>
    </message>
    <message>
        <source>Nothing is kept: there is no such folder.</source>
        <translation>아무것도 보존하지 않습니다. 그런 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>현재: %1</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>환경 설정</translation>
    </message>
    <message>
        <source>ROTASCOPE_CACHE: %1</source>
        <translation>ROTASCOPE_CACHE: %1</translation>
    </message>
    <message>
        <source>Remove all counts that are kept</source>
        <translation>보존한 결과를 모두 제거</translation>
    </message>
    <message>
        <source>Rotascope will be in %1 when you start it again.</source>
        <translation>다음에 시작하면 %1(으)로 표시됩니다.</translation>
    </message>
    <message>
        <source>Significant digits of disturbances and factors in sentences; columns have some more</source>
        <translation>문장 속의 교란과 계수의 유효 자릿수. 열에서는 조금 더 많습니다</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>스레드 수(&amp;H)</translation>
    </message>
    <message>
        <source>What computes</source>
        <translation>계산</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>Where counts are kept</source>
        <translation>센 결과를 보존할 곳</translation>
    </message>
    <message>
        <source>all cores (%1)</source>
        <translation>모든 코어(%1)</translation>
    </message>
    <message>
        <source>as the desktop (%1)</source>
        <translation>데스크톱에 맞춤(%1)</translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation>데스크톱에 맞춤</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>nothing is kept</source>
        <translation>보존하지 않음</translation>
    </message>
    <message>
        <source>the desktop&apos;s folder for such files</source>
        <translation>데스크톱의 캐시 폴더</translation>
    </message>
</context>
<context>
    <name>rotascope::Presentation</name>
    <message>
        <source>Not in a presentation: %1 · Esc: end</source>
        <translation>발표 중에는 사용할 수 없음: %1 · Esc: 끝</translation>
    </message>
    <message>
        <source>Page Down: on · Page Up: back · P: pointer · D: draw · C: clear · B: black · Esc: end</source>
        <translation>Page Down: 다음 · Page Up: 이전 · P: 포인터 · D: 그리기 · C: 지우기 · B: 검은 화면 · Esc: 끝</translation>
    </message>
</context>
<context>
    <name>rotascope::PresetSearch</name>
    <message>
        <source>Base</source>
        <translation>베이스</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>계열</translation>
    </message>
    <message>
        <source>Find a model: its family, a part of its name, its base</source>
        <translation>모델 찾기: 계열, 이름의 일부, 베이스</translation>
    </message>
    <message>
        <source>Find a model</source>
        <translation>모델 찾기</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Models whose RoPE is known</source>
        <translation>RoPE가 알려진 모델</translation>
    </message>
    <message>
        <source>No model here has all of that. Open its config.json or GGUF file instead.</source>
        <translation>모두에 맞는 모델이 여기 없습니다. 대신 그 config.json이나 GGUF 파일을 여십시오.</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>출처: %1</translation>
    </message>
    <message>
        <source>The context length of pre-training, in positions</source>
        <translation>사전 학습의 컨텍스트 길이 (위치의 수)</translation>
    </message>
    <message>
        <source>rope_theta, the base of the frequencies</source>
        <translation>rope_theta, 주파수의 베이스</translation>
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
        <translation>%1토큰</translation>
    </message>
    <message>
        <source>Current table</source>
        <translation>현재 표</translation>
    </message>
    <message>
        <source>Heads, and how much of their attention is on the key</source>
        <translation>헤드와, 그 어텐션 중 키로 가는 비율</translation>
    </message>
    <message>
        <source>The key is %1. The model answers %2: right. It gives the digits at least %3 %. The colour is where the chosen head looks while it writes them.</source>
        <translation>키는 %1입니다. 모델의 답은 %2: 맞음. 숫자마다 적어도 %3 %를 줍니다. 색은 선택한 헤드가 숫자를 쓰면서 보는 곳입니다.</translation>
    </message>
    <message>
        <source>The key is %1. The model answers %2: wrong. It gives one of the right digits only %3 %. The colour is where the chosen head looks while it writes them.</source>
        <translation>키는 %1입니다. 모델의 답은 %2: 틀림. 맞는 숫자 하나에 %3 %만 줍니다. 색은 선택한 헤드가 숫자를 쓰면서 보는 곳입니다.</translation>
    </message>
    <message>
        <source>The prompt and the model&apos;s answer</source>
        <translation>프롬프트와 모델의 답</translation>
    </message>
    <message>
        <source>The share of its attention that a head gives to the digit that the model has to write next, mean over the five</source>
        <translation>헤드의 어텐션 중 모델이 다음에 써야 할 숫자로 가는 비율, 다섯 자리의 평균</translation>
    </message>
    <message>
        <source>The table that the model runs under</source>
        <translation>모델이 실행되는 표</translation>
    </message>
    <message>
        <source>Tokens of the prompt</source>
        <translation>프롬프트의 토큰 수</translation>
    </message>
    <message>
        <source>Which prompt: the greater, the later its key stands in the text</source>
        <translation>어떤 프롬프트인지: 클수록 키가 텍스트의 뒤쪽에 있습니다</translation>
    </message>
    <message>
        <source>head</source>
        <translation>헤드</translation>
    </message>
    <message>
        <source>layer %1, head %2</source>
        <translation>레이어 %1, 헤드 %2</translation>
    </message>
    <message>
        <source>on the key</source>
        <translation>키로</translation>
    </message>
    <message>
        <source>prompt </source>
        <translation>프롬프트 </translation>
    </message>
</context>
<context>
    <name>rotascope::PythonSearch</name>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1을(를) 시작할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 gave no answer</source>
        <translation>%1에서 응답이 없습니다</translation>
    </message>
    <message>
        <source>%1 has no rotascope_evaluate: %2</source>
        <translation>%1에 rotascope_evaluate가 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 has rotascope_evaluate, but not what it needs: %2</source>
        <translation>%1에 rotascope_evaluate는 있지만 그것에 필요한 것이 없습니다: %2</translation>
    </message>
    <message>
        <source>there is no Python on PATH</source>
        <translation>PATH에 Python이 없습니다</translation>
    </message>
</context>
<context>
    <name>rotascope::ReadingsModel</name>
    <message>
        <source>Current table</source>
        <translation>현재 표</translation>
    </message>
    <message>
        <source>Dimensions that do not complete a turn within L′</source>
        <translation>L′ 안에서 한 바퀴를 돌지 못하는 차원</translation>
    </message>
    <message>
        <source>How far angles of far distances lie from those seen in pre-training (chord, 0 to 2)</source>
        <translation>먼 거리의 각도가 사전 학습에서 본 각도에서 얼마나 떨어져 있는지 (현, 0에서 2)</translation>
    </message>
    <message>
        <source>How far the table moves the angles of neighbours (chord, 0 to 2): what it costs short texts</source>
        <translation>표가 이웃의 각도를 얼마나 옮기는지 (현, 0에서 2): 짧은 텍스트에서 치르는 대가</translation>
    </message>
    <message>
        <source>The current table, the pinned tables, and the table of every method that has one</source>
        <translation>현재 표, 고정한 표, 그리고 표가 있는 각 방법의 표</translation>
    </message>
    <message>
        <source>The dimension that is disturbed most</source>
        <translation>교란이 가장 큰 차원</translation>
    </message>
    <message>
        <source>The distance from which on similar keys are no longer preferred, in positions</source>
        <translation>비슷한 키가 더 이상 우선되지 않는 거리 (위치의 수)</translation>
    </message>
    <message>
        <source>The greatest disturbance of a single dimension</source>
        <translation>한 차원의 가장 큰 교란</translation>
    </message>
    <message>
        <source>The mean disturbance of all dimensions: what the paper&apos;s rule keeps small</source>
        <translation>모든 차원의 평균 교란: 논문의 규칙이 작게 유지하는 것</translation>
    </message>
    <message>
        <source>The share of angles that lie in intervals which pre-training never visited</source>
        <translation>사전 학습에서 한 번도 지나지 않은 구간에 들어가는 각도의 비율</translation>
    </message>
    <message>
        <source>at dimension</source>
        <translation>최대 차원</translation>
    </message>
    <message>
        <source>far</source>
        <translation>원거리</translation>
    </message>
    <message>
        <source>greatest</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>mean disturbance</source>
        <translation>평균 교란</translation>
    </message>
    <message>
        <source>near</source>
        <translation>근거리</translation>
    </message>
    <message>
        <source>no full turn</source>
        <translation>한 바퀴 미만</translation>
    </message>
    <message>
        <source>reach</source>
        <translation>도달 거리</translation>
    </message>
    <message>
        <source>table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>unseen</source>
        <translation>미관측</translation>
    </message>
</context>
<context>
    <name>rotascope::ReadingsView</name>
    <message>
        <source>A table that is good in one reading may be bad in another: near is what it costs short texts, far and unseen what it leaves unknown in long ones. None of them enters the mean disturbance.</source>
        <translation>한 지표에서 좋은 표가 다른 지표에서는 나쁠 수 있습니다. 근거리는 짧은 텍스트에서 치르는 대가이고, 원거리와 미관측은 긴 텍스트에서 알려지지 않은 채 남는 것입니다. 어느 것도 평균 교란에 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>Open a recording or choose a model to see what its tables can be judged by.</source>
        <translation>기록을 열거나 모델을 선택하면 그 표를 판단하는 지표를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Second readings of every table</source>
        <translation>각 표의 두 번째 지표</translation>
    </message>
    <message>
        <source>Second readings</source>
        <translation>두 번째 지표</translation>
    </message>
    <message>
        <source>Tables by two of their readings</source>
        <translation>두 지표에 따른 표</translation>
    </message>
    <message>
        <source>What each table can be judged by, L = %1 to L′ = %2</source>
        <translation>각 표를 판단하는 지표, L = %1에서 L′ = %2</translation>
    </message>
    <message>
        <source>What the plot shows from bottom to top</source>
        <translation>그래프가 아래에서 위로 나타내는 것</translation>
    </message>
    <message>
        <source>What the plot shows from left to right</source>
        <translation>그래프가 왼쪽에서 오른쪽으로 나타내는 것</translation>
    </message>
</context>
<context>
    <name>rotascope::RecentList</name>
    <message numerus="yes">
        <source>&amp;Forget %n missing</source>
        <translation>
            <numerusform>없는 항목 %n개 제거(&amp;F)</numerusform>
        </translation>
    </message>
    <message>
        <source>None yet. What you open is listed here.</source>
        <translation>아직 없습니다. 여는 것이 여기에 나열됩니다.</translation>
    </message>
    <message>
        <source>Recent files and sessions</source>
        <translation>최근 파일과 세션</translation>
    </message>
    <message>
        <source>Removes from the list what is not there any more; the key Delete removes any</source>
        <translation>더 이상 없는 것을 목록에서 제거합니다. Delete 키로는 어느 것이든 제거합니다</translation>
    </message>
    <message>
        <source>not there any more: %1</source>
        <translation>더 이상 없음: %1</translation>
    </message>
</context>
<context>
    <name>rotascope::RingChart</name>
    <message>
        <source>Left and right: move the cursor.</source>
        <translation>왼쪽과 오른쪽: 커서 이동.</translation>
    </message>
</context>
<context>
    <name>rotascope::SamplesView</name>
    <message>
        <source>%1 in row %2: %3</source>
        <translation>행 %2의 %1: %3</translation>
    </message>
    <message>
        <source>%1 of %2 tokens, %3 dimensions</source>
        <translation>토큰 %2개 중 %1개, 차원 %3개</translation>
    </message>
    <message>
        <source>%1 rows with %2 columns are selected; at most %3 cells can be copied at a time.</source>
        <translation>%1행 %2열이 선택되어 있습니다. 한 번에 %3칸까지 복사할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 tokens, %2 dimensions</source>
        <translation>토큰 %1개, 차원 %2개</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole number from 0 on.</source>
        <translation>&quot;%1&quot;은(는) 0 이상의 정수가 아닙니다.</translation>
    </message>
    <message>
        <source>A row, from 0; a position, of which the next row is shown; a sequence, from 0 (Ctrl+G)</source>
        <translation>행은 0부터. 위치는 그 위치가 있는 다음 행을 표시. 시퀀스는 0부터 (Ctrl+G)</translation>
    </message>
    <message>
        <source>Analyse these alone</source>
        <translation>이것만 분석</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>복사했습니다.</translation>
    </message>
    <message>
        <source>Counts what was before the extension from these tokens alone, as Positions and Sequences under Source do</source>
        <translation>확장 전의 분포를 이 토큰만으로 셉니다. &quot;소스&quot;의 &quot;위치&quot;, &quot;시퀀스&quot;와 같습니다</translation>
    </message>
    <message>
        <source>Go to position</source>
        <translation>위치로 이동</translation>
    </message>
    <message>
        <source>Go to row</source>
        <translation>행으로 이동</translation>
    </message>
    <message>
        <source>Go to sequence</source>
        <translation>시퀀스로 이동</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Ideal angle and error</source>
        <translation>이상적인 각도와 오차</translation>
    </message>
    <message>
        <source>Looking for the position … %1</source>
        <translation>위치를 찾는 중 … %1</translation>
    </message>
    <message>
        <source>Looking for these rows … %1</source>
        <translation>이 행을 찾는 중… %1</translation>
    </message>
    <message>
        <source>No row has this position.</source>
        <translation>이 위치가 있는 행이 없습니다.</translation>
    </message>
    <message>
        <source>No row that is shown has this position.</source>
        <translation>보이는 행 중에 이 위치를 가진 행이 없습니다.</translation>
    </message>
    <message>
        <source>Number of the row, position or sequence</source>
        <translation>행 번호, 위치, 또는 시퀀스</translation>
    </message>
    <message>
        <source>Open a recording to see the position and the angles of every token, as the model applied them.</source>
        <translation>기록을 열면 모델이 적용한 그대로 모든 토큰의 위치와 각도를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Position times inverse frequency, and the recorded angle minus that</source>
        <translation>위치와 역주파수의 곱, 그리고 기록된 각도에서 그것을 뺀 값</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Recorded values</source>
        <translation>기록된 값</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>시퀀스</translation>
    </message>
    <message>
        <source>Shows only the tokens at these positions: FROM:TO, TO not included, such as 0:4096 or 4096:</source>
        <translation>이 위치의 토큰만 보여 줍니다. FROM:TO 형식이며 TO는 포함하지 않습니다. 예: 0:4096, 4096:</translation>
    </message>
    <message>
        <source>Shows only the tokens of these sequences of the recording, from 0 on, such as 0,2-5</source>
        <translation>기록의 이 시퀀스의 토큰만 보여 줍니다. 시퀀스는 0부터 셉니다. 예: 0,2-5</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stopped. The rows shown are the same as before.</source>
        <translation>중지했습니다. 보이는 행은 이전과 같습니다.</translation>
    </message>
    <message>
        <source>The filter hides row %1 and all after it.</source>
        <translation>필터가 %1행과 그 뒤의 모든 행을 숨깁니다.</translation>
    </message>
    <message>
        <source>The filter hides row %1; this is the next one.</source>
        <translation>필터가 %1행을 숨깁니다. 이것은 그다음 행입니다.</translation>
    </message>
    <message>
        <source>The filter hides sequence %1.</source>
        <translation>필터가 시퀀스 %1을(를) 숨깁니다.</translation>
    </message>
    <message>
        <source>The last row is %1.</source>
        <translation>마지막 행은 %1입니다.</translation>
    </message>
    <message>
        <source>The last sequence is %1.</source>
        <translation>마지막 시퀀스는 %1입니다.</translation>
    </message>
    <message>
        <source>This recording has counts alone. One with values shows the position and the angles of every token here.</source>
        <translation>이 기록에는 센 결과만 있습니다. 값이 있는 기록이면 모든 토큰의 위치와 각도가 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>Unit of the angle</source>
        <translation>각도의 단위</translation>
    </message>
    <message>
        <source>What to go to</source>
        <translation>이동할 대상</translation>
    </message>
    <message>
        <source>all</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>angle %1 (%2)</source>
        <translation>각도 %1 (%2)</translation>
    </message>
    <message>
        <source>error %1 (%2)</source>
        <translation>오차 %1 (%2)</translation>
    </message>
    <message>
        <source>ideal %1 (%2)</source>
        <translation>이상적 %1 (%2)</translation>
    </message>
    <message>
        <source>position %1</source>
        <translation>위치 %1</translation>
    </message>
    <message>
        <source>position</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>시퀀스</translation>
    </message>
    <message>
        <source>turns</source>
        <translation>회전</translation>
    </message>
</context>
<context>
    <name>rotascope::ScatterPlot</name>
    <message>
        <source>Left and right: go to the next point. Return: choose it.</source>
        <translation>왼쪽과 오른쪽: 다음 점으로 이동. Return: 그 점 선택.</translation>
    </message>
</context>
<context>
    <name>rotascope::SceneDirector</name>
    <message>
        <source>%1 · dimension %2</source>
        <translation>%1 · 차원 %2</translation>
    </message>
    <message>
        <source>Curves: decay</source>
        <translation>곡선: 감쇠</translation>
    </message>
    <message>
        <source>Curves: factors</source>
        <translation>곡선: 계수</translation>
    </message>
    <message>
        <source>Curves: wavelengths</source>
        <translation>곡선: 파장</translation>
    </message>
    <message>
        <source>Drawing the scenes…</source>
        <translation>장면을 그리는 중…</translation>
    </message>
    <message>
        <source>Export handout</source>
        <translation>유인물 내보내기</translation>
    </message>
    <message>
        <source>HTML, one file with its pictures (*.html)</source>
        <translation>HTML, 그림이 든 한 파일 (*.html)</translation>
    </message>
    <message>
        <source>PDF, a page for each scene (*.pdf)</source>
        <translation>PDF, 장면마다 한 쪽 (*.pdf)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
</context>
<context>
    <name>rotascope::SceneList</name>
    <message>
        <source>add scene</source>
        <translation>장면 추가</translation>
    </message>
    <message>
        <source>change scene</source>
        <translation>장면 변경</translation>
    </message>
    <message>
        <source>move scene</source>
        <translation>장면 이동</translation>
    </message>
    <message>
        <source>note of scene</source>
        <translation>장면 메모</translation>
    </message>
    <message>
        <source>remove scene</source>
        <translation>장면 제거</translation>
    </message>
</context>
<context>
    <name>rotascope::ScenesPanel</name>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Keeps what is seen now as a scene, behind the one that is chosen</source>
        <translation>지금 보이는 것을 선택한 장면 뒤에 장면으로 보관합니다</translation>
    </message>
    <message>
        <source>Lets the scene show what is seen now; its name and note stay</source>
        <translation>지금 보이는 것을 장면에 담습니다. 이름과 메모는 남습니다</translation>
    </message>
    <message>
        <source>Look at something and press Add: the view, the dimension and the zoom become a scene.</source>
        <translation>무언가를 보고 추가를 누르면 뷰, 차원, 확대가 장면이 됩니다.</translation>
    </message>
    <message>
        <source>Moves the scene down</source>
        <translation>장면을 아래로 옮깁니다</translation>
    </message>
    <message>
        <source>Moves the scene up</source>
        <translation>장면을 위로 옮깁니다</translation>
    </message>
    <message>
        <source>Note of the scene</source>
        <translation>장면의 메모</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>장면</translation>
    </message>
    <message>
        <source>Takes the scene out of the list</source>
        <translation>장면을 목록에서 뺍니다</translation>
    </message>
    <message>
        <source>The view that the scene is about</source>
        <translation>장면이 다루는 뷰</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>View of the scene</source>
        <translation>장면의 뷰</translation>
    </message>
    <message>
        <source>What you say about it. The handout has it below the picture.</source>
        <translation>그것에 대해 말할 것. 유인물에서는 그림 아래에 들어갑니다.</translation>
    </message>
</context>
<context>
    <name>rotascope::ScoreRun</name>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1을(를) 시작할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, %2 남음</translation>
    </message>
    <message>
        <source>The model is being loaded …</source>
        <translation>모델을 불러오는 중 …</translation>
    </message>
    <message>
        <source>The run failed and did not say why.</source>
        <translation>실행이 실패했고 이유를 알리지 않았습니다.</translation>
    </message>
    <message>
        <source>The run failed: %1</source>
        <translation>실행이 실패했습니다: %1</translation>
    </message>
    <message>
        <source>The run is being stopped …</source>
        <translation>실행을 멈추는 중 …</translation>
    </message>
    <message>
        <source>The run is done. Its scores are in %1.</source>
        <translation>실행이 끝났습니다. 점수는 %1에 있습니다.</translation>
    </message>
    <message>
        <source>The run was stopped before it had measured anything.</source>
        <translation>실행은 아무것도 측정하기 전에 멈췄습니다.</translation>
    </message>
    <message>
        <source>The run was stopped. What it measured is in %1; the same run goes on with what is missing.</source>
        <translation>실행을 멈췄습니다. 측정한 것은 %1에 있습니다. 같은 실행은 빠진 것부터 이어집니다.</translation>
    </message>
</context>
<context>
    <name>rotascope::ScoreRunDialog</name>
    <message>
        <source>%1: the folder cannot be made: %2</source>
        <translation>%1: 폴더를 만들 수 없습니다: %2</translation>
    </message>
    <message>
        <source>&amp;Copy command</source>
        <translation>명령 복사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Folder…</source>
        <translation>폴더(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Lengths</source>
        <translation>길이(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>모델(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Prompts of each length</source>
        <translation>길이마다 프롬프트(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>텍스트(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Under</source>
        <translation>표(&amp;U)</translation>
    </message>
    <message>
        <source>A Python with the package rotascope_evaluate is looked for …</source>
        <translation>rotascope_evaluate 패키지가 있는 Python을 찾는 중 …</translation>
    </message>
    <message>
        <source>A long text</source>
        <translation>긴 텍스트</translation>
    </message>
    <message>
        <source>Choose the Python that has it. Or install it in a terminal, then choose ~/rotascope-python/bin/python3:
%1</source>
        <translation>그것이 있는 Python을 고르십시오. 또는 터미널에서 다음과 같이 설치한 뒤 ~/rotascope-python/bin/python3을 고르십시오:
%1</translation>
    </message>
    <message>
        <source>Choose the Python that has the package rotascope_evaluate</source>
        <translation>rotascope_evaluate 패키지가 있는 Python 고르기</translation>
    </message>
    <message>
        <source>Choose the file for the scores</source>
        <translation>점수 파일 고르기</translation>
    </message>
    <message>
        <source>Choose the model&apos;s folder</source>
        <translation>모델의 폴더 고르기</translation>
    </message>
    <message>
        <source>Choose the text</source>
        <translation>텍스트 고르기</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Expected whole paths of files, from / on.</source>
        <translation>/로 시작하는 파일의 전체 경로가 필요합니다.</translation>
    </message>
    <message>
        <source>How many prompts of each length have a key hidden in them that the model is asked for</source>
        <translation>길이마다, 모델에게 묻는 키를 숨긴 프롬프트의 수</translation>
    </message>
    <message>
        <source>How much is measured</source>
        <translation>측정한 정도</translation>
    </message>
    <message>
        <source>Install it with pip, as the manual says, or choose the Python that has it.</source>
        <translation>설명서대로 pip로 설치하거나, 그것이 있는 Python을 고르십시오.</translation>
    </message>
    <message>
        <source>It runs with %1, which has rotascope_evaluate %2.</source>
        <translation>%1로 실행합니다. rotascope_evaluate %2이(가) 있습니다.</translation>
    </message>
    <message>
        <source>No Python with the package rotascope_evaluate was found: %1.</source>
        <translation>rotascope_evaluate 패키지가 있는 Python을 찾지 못했습니다: %1.</translation>
    </message>
    <message>
        <source>No Python with the package rotascope_evaluate was found</source>
        <translation>rotascope_evaluate 패키지가 있는 Python을 찾지 못했습니다</translation>
    </message>
    <message>
        <source>Score a model</source>
        <translation>모델의 점수 매기기</translation>
    </message>
    <message>
        <source>Scores &amp;into</source>
        <translation>점수를 쓸 곳(&amp;I)</translation>
    </message>
    <message>
        <source>Scores (*.json)</source>
        <translation>점수 (*.json)</translation>
    </message>
    <message>
        <source>Scores into</source>
        <translation>점수를 쓸 곳</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>실행 멈추기</translation>
    </message>
    <message>
        <source>Texts (*.txt);;All files (*)</source>
        <translation>텍스트 (*.txt);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>The Python that has rotascope_evaluate</source>
        <translation>rotascope_evaluate가 있는 Python</translation>
    </message>
    <message>
        <source>The command above can be copied all the same.</source>
        <translation>위의 명령은 그래도 복사할 수 있습니다.</translation>
    </message>
    <message>
        <source>The command that scores the model</source>
        <translation>모델의 점수를 매기는 명령</translation>
    </message>
    <message>
        <source>The model&apos;s folder</source>
        <translation>모델의 폴더</translation>
    </message>
    <message>
        <source>The model&apos;s own frequencies</source>
        <translation>모델 자체의 주파수</translation>
    </message>
    <message>
        <source>The run goes on when this is closed.</source>
        <translation>이것을 닫아도 실행은 계속됩니다.</translation>
    </message>
    <message>
        <source>The tables are written and the command is copied.</source>
        <translation>표를 쓰고 명령을 복사했습니다.</translation>
    </message>
    <message>
        <source>The tables are written into %1 first.</source>
        <translation>먼저 표를 %1에 씁니다.</translation>
    </message>
    <message>
        <source>Tokens of a prompt: one number, or several with commas between them</source>
        <translation>프롬프트의 토큰 수: 숫자 하나, 또는 쉼표로 나눈 여러 개</translation>
    </message>
    <message>
        <source>What is measured stays in the file; the same run goes on with what is missing</source>
        <translation>측정한 것은 파일에 남고, 같은 실행은 빠진 것부터 이어집니다</translation>
    </message>
    <message>
        <source>Writes the tables into their files and puts the command on the clipboard</source>
        <translation>표를 파일에 쓰고 명령을 클립보드에 넣습니다</translation>
    </message>
    <message>
        <source>Writes the tables into their files and runs the command in the background</source>
        <translation>표를 파일에 쓰고 명령을 뒤에서 실행합니다</translation>
    </message>
    <message>
        <source>a folder, or a name of the Hugging Face hub: Qwen/Qwen3-8B</source>
        <translation>폴더, 또는 Hugging Face 허브의 이름: Qwen/Qwen3-8B</translation>
    </message>
    <message>
        <source>none; of a long text the loss is measured as well</source>
        <translation>없음. 긴 텍스트에서는 손실도 측정합니다</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>the tables cannot be written</source>
        <translation>표를 쓸 수 없습니다</translation>
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
        <translation>%1스텝</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>%1, as shipped</source>
        <translation>%1, 딸린 행</translation>
    </message>
    <message>
        <source>%1, mean over the dimensions</source>
        <translation>%1, 차원 평균</translation>
    </message>
    <message>
        <source>%1: %2, %3 tokens</source>
        <translation>%1: %2, %3토큰</translation>
    </message>
    <message numerus="yes">
        <source>%n scores below 0 are not drawn.</source>
        <translation>
            <numerusform>0보다 작은 점수 %n개는 그리지 않습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tables: too few for a rank correlation, or all are equal. %1.</source>
        <translation>
            <numerusform>표 %n개: 순위 상관에는 너무 적거나 모두 같습니다. %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Current table</source>
        <translation>현재 표</translation>
    </message>
    <message>
        <source>Measures and scores</source>
        <translation>척도와 점수</translation>
    </message>
    <message>
        <source>Measures of tables and what %1 scored under them</source>
        <translation>표의 척도와 그 표로 %1이(가) 얻은 점수</translation>
    </message>
    <message>
        <source>No scores come with this installation. Open a file of scores, as rotascope-cli evaluate -o or rotascope_evaluate writes it.</source>
        <translation>이 설치에는 점수가 딸려 있지 않습니다. rotascope-cli evaluate -o 또는 rotascope_evaluate가 쓰는 점수 파일을 여십시오.</translation>
    </message>
    <message>
        <source>Open its model</source>
        <translation>그 모델 열기</translation>
    </message>
    <message>
        <source>Opens the laboratory&apos;s model that has these scores, in the place of what is open; then a click on a point takes its table</source>
        <translation>이 점수를 얻은 실험실의 모델을 열려 있는 것 대신 엽니다. 그다음 점을 클릭하면 그 표를 선택합니다</translation>
    </message>
    <message numerus="yes">
        <source>Rank correlation of %1 with what went wrong: %2, in 95 of 100 cases within %3; %n tables, %4. 1: it puts all tables into the order of their scores. A click takes a table.</source>
        <translation>
            <numerusform>%1과(와) 잘못된 정도의 순위 상관: %2, 100번 중 95번은 %3. 표 %n개, %4. 1: 모든 표를 점수 순으로 놓습니다. 클릭하면 표를 선택합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rank correlation of each measure with what went wrong</source>
        <translation>척도마다 잘못된 정도와의 순위 상관</translation>
    </message>
    <message>
        <source>Run: %1</source>
        <translation>실행: %1</translation>
    </message>
    <message>
        <source>Score a model…</source>
        <translation>모델의 점수 매기기…</translation>
    </message>
    <message>
        <source>Scores a real model under the current and the pinned tables with Python, or shows the command that does</source>
        <translation>실제 모델의 점수를 현재 표와 고정한 표로 Python에서 매기거나, 그 명령을 보여 줍니다</translation>
    </message>
    <message>
        <source>Tables by a measure and by their score</source>
        <translation>척도와 점수로 늘어놓은 표</translation>
    </message>
    <message>
        <source>The table is for another model. Expected its model to be open: %1</source>
        <translation>이 표는 다른 모델의 것입니다. 그 모델이 열려 있어야 합니다: %1</translation>
    </message>
    <message>
        <source>The tables are measured …</source>
        <translation>표를 측정하고 있습니다…</translation>
    </message>
    <message>
        <source>Which score</source>
        <translation>어떤 점수인지</translation>
    </message>
    <message>
        <source>Whose scores</source>
        <translation>누구의 점수인지</translation>
    </message>
    <message>
        <source>as trained</source>
        <translation>학습된 그대로</translation>
    </message>
    <message>
        <source>b = %1</source>
        <translation>b = %1</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>척도</translation>
    </message>
    <message>
        <source>take the table %1</source>
        <translation>표 %1 선택</translation>
    </message>
    <message>
        <source>tried here: %1 of %2 dimensions changed</source>
        <translation>여기서 시험한 표: 차원 %2개 중 %1개 변경</translation>
    </message>
</context>
<context>
    <name>rotascope::SessionConflict</name>
    <message>
        <source>%1 was changed by another program at %2. Overwrite it?</source>
        <translation>%1: %2에 다른 프로그램이 바꾸었습니다. 덮어쓰시겠습니까?</translation>
    </message>
    <message>
        <source>%1 was changed by another program. What is open here is not in it.</source>
        <translation>%1: 다른 프로그램이 바꾸었습니다. 여기에 열려 있는 내용은 그 안에 없습니다.</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>덮어쓰기(&amp;O)</translation>
    </message>
    <message>
        <source>Opens the session as it is in the file now</source>
        <translation>지금 파일에 있는 그대로 세션을 엽니다</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Rotascope</source>
        <translation>Rotascope</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>다른 이름으로 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Saves what is open here in another file</source>
        <translation>여기에 열려 있는 내용을 다른 파일에 저장합니다</translation>
    </message>
    <message>
        <source>What was saved there is lost if you overwrite it.</source>
        <translation>덮어쓰면 거기에 저장된 내용을 잃습니다.</translation>
    </message>
</context>
<context>
    <name>rotascope::SessionKeeper</name>
    <message>
        <source>%1: cannot be written</source>
        <translation>%1: 쓸 수 없습니다</translation>
    </message>
</context>
<context>
    <name>rotascope::SettingsChange</name>
    <message>
        <source>compared methods</source>
        <translation>비교하는 방법</translation>
    </message>
    <message>
        <source>divergence</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>intervals</source>
        <translation>구간</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>척도</translation>
    </message>
    <message>
        <source>method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>pre-training length</source>
        <translation>사전 학습 길이</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>second source</source>
        <translation>두 번째 소스</translation>
    </message>
    <message>
        <source>target length</source>
        <translation>목표 길이</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>what is before</source>
        <translation>확장 전 내용</translation>
    </message>
</context>
<context>
    <name>rotascope::SettingsGroup</name>
    <message>
        <source>%1 is &quot;%2&quot;; expected a whole number.</source>
        <translation>%1이(가) &quot;%2&quot;입니다. 정수가 필요합니다.</translation>
    </message>
</context>
<context>
    <name>rotascope::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
</context>
<context>
    <name>rotascope::SmallMultiples</name>
    <message>
        <source>Arrow keys: go to another plot.</source>
        <translation>화살표 키: 다른 그래프로 이동.</translation>
    </message>
</context>
<context>
    <name>rotascope::SourceGroup</name>
    <message>
        <source>%1 buckets up to the distance %2</source>
        <translation>버킷 %1개, 거리 %2까지</translation>
    </message>
    <message>
        <source>%1 dimensions (rotary_dim %2)</source>
        <translation>차원 %1개 (rotary_dim %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n heads</source>
        <translation>
            <numerusform>헤드 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models have &quot;%1&quot; in their names: %2</source>
        <translation>
            <numerusform>모델 %n개의 이름에 &quot;%1&quot;이(가) 있습니다: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Before</source>
        <translation>확장 전(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>파일 열기(&amp;O)…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>A model whose RoPE is known; type a part of its name to find it</source>
        <translation>RoPE가 알려진 모델. 이름의 일부를 입력하면 찾습니다</translation>
    </message>
    <message>
        <source>A recording (.h5), a model&apos;s config.json or a GGUF model</source>
        <translation>기록(.h5), 모델의 config.json, 또는 GGUF 모델</translation>
    </message>
    <message>
        <source>All engines agree…</source>
        <translation>모든 엔진이 일치…</translation>
    </message>
    <message>
        <source>Counts only the tokens at these positions: FROM:TO, TO not included, such as 0:4096 or 4096:</source>
        <translation>이 위치의 토큰만 셉니다. FROM:TO 형식이며 TO는 포함하지 않습니다. 예: 0:4096, 4096:</translation>
    </message>
    <message>
        <source>Counts only the tokens of these sequences of the recording, from 0 on, such as 0,2-5</source>
        <translation>기록의 이 시퀀스의 토큰만 셉니다. 시퀀스는 0부터 셉니다. 예: 0,2-5</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>확장 시작점</translation>
    </message>
    <message>
        <source>M-RoPE: %1 by time, %2 by height, %3 by width</source>
        <translation>M-RoPE: 시간 %1, 높이 %2, 너비 %3</translation>
    </message>
    <message>
        <source>Model whose RoPE is known</source>
        <translation>RoPE가 알려진 모델</translation>
    </message>
    <message>
        <source>No model in the list has &quot;%1&quot; in its name; choose one of the list, or open the model&apos;s file.</source>
        <translation>이름에 &quot;%1&quot;이(가) 있는 모델이 목록에 없습니다. 목록에서 선택하거나 모델의 파일을 여십시오.</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>RoPE</source>
        <translation>RoPE</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>시퀀스</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>출처: %1</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>소스</translation>
    </message>
    <message>
        <source>What each engine really does with this file, and the traps in it</source>
        <translation>각 엔진이 이 파일을 실제로 어떻게 다루는지와 그 함정</translation>
    </message>
    <message>
        <source>What the distribution before the extension is counted from</source>
        <translation>확장 전의 분포를 무엇으로 세는지</translation>
    </message>
    <message>
        <source>all</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>before</source>
        <translation>확장 전</translation>
    </message>
    <message>
        <source>distances 0 … L-1</source>
        <translation>거리 0 … L-1</translation>
    </message>
    <message>
        <source>or a model…</source>
        <translation>또는 모델…</translation>
    </message>
    <message>
        <source>sliding window of %1 positions</source>
        <translation>위치 %1개의 슬라이딩 윈도</translation>
    </message>
    <message>
        <source>states %1, left out here</source>
        <translation>%1 명시됨, 여기서는 제외</translation>
    </message>
    <message>
        <source>trained with %1, which stays</source>
        <translation>%1(으)로 학습됨, 유지</translation>
    </message>
</context>
<context>
    <name>rotascope::SourceLoader</name>
    <message>
        <source>%1: has %2 dimensions now; expected %3 as before</source>
        <translation>%1: 차원이 이제 %2개입니다. 이전처럼 %3개여야 합니다</translation>
    </message>
    <message>
        <source>All of the recording is counted: %1</source>
        <translation>기록 전체를 셉니다: %1</translation>
    </message>
    <message>
        <source>The comparison is left out: %1</source>
        <translation>비교는 뺍니다: %1</translation>
    </message>
    <message>
        <source>the source could not be opened</source>
        <translation>소스를 열 수 없었습니다</translation>
    </message>
</context>
<context>
    <name>rotascope::StartPage</name>
    <message>
        <source>&amp;Back</source>
        <translation>뒤로(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>파일 열기(&amp;O)…</translation>
    </message>
    <message>
        <source>A recording (.h5), a model&apos;s config.json, a GGUF model, a session, or an exported table with its model</source>
        <translation>기록(.h5), 모델의 config.json, GGUF 모델, 세션, 또는 내보낸 표와 그 모델</translation>
    </message>
    <message>
        <source>Back to %1 (Esc)</source>
        <translation>%1(으)로 돌아가기 (Esc)</translation>
    </message>
    <message>
        <source>How a longer context disturbs the rotary angles of a model, dimension by dimension</source>
        <translation>컨텍스트가 길어지면 모델의 회전각이 어떻게 교란되는지 차원마다 보여 줍니다</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>최근</translation>
    </message>
    <message>
        <source>Rotascope</source>
        <translation>Rotascope</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Tours</source>
        <translation>투어</translation>
    </message>
    <message>
        <source>or drop one anywhere in the window: a recording, a config.json, a GGUF model, a session, an exported table</source>
        <translation>또는 창의 아무 곳에나 놓기: 기록, config.json, GGUF 모델, 세션, 내보낸 표</translation>
    </message>
</context>
<context>
    <name>rotascope::StatusBar</name>
    <message>
        <source> · %1 differs by %2 × 10⁻³</source>
        <translation> · %1과(와)의 차이 %2 × 10⁻³</translation>
    </message>
    <message>
        <source>Mean disturbance %1 × 10⁻³ · %2</source>
        <translation>평균 교란 %1 × 10⁻³ · %2</translation>
    </message>
    <message>
        <source>No result for what is set: %1</source>
        <translation>이 설정의 결과가 없습니다: %1</translation>
    </message>
</context>
<context>
    <name>rotascope::StepChart</name>
    <message>
        <source>Left and right: move the cursor. Return: choose. Plus and minus: zoom. Home: show everything. A and B: put a cursor there, to compare two places. Escape: hide both.</source>
        <translation>왼쪽과 오른쪽: 커서 이동. Return: 선택. 더하기와 빼기: 확대와 축소. Home: 전체 표시. A와 B: 두 곳을 비교하는 커서를 놓기. Escape: 둘 다 숨기기.</translation>
    </message>
    <message>
        <source>zoomed in · double click shows all</source>
        <translation>확대됨 · 두 번 클릭하면 전체 표시</translation>
    </message>
</context>
<context>
    <name>rotascope::StructureDialog</name>
    <message>
        <source>Structure of %1</source>
        <translation>%1의 구조</translation>
    </message>
</context>
<context>
    <name>rotascope::StructureLoader</name>
    <message>
        <source>the file could not be listed</source>
        <translation>파일의 목록을 만들 수 없었습니다</translation>
    </message>
</context>
<context>
    <name>rotascope::StructureModel</name>
    <message>
        <source>name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>storage or value</source>
        <translation>저장 방식 또는 값</translation>
    </message>
    <message>
        <source>type</source>
        <translation>자료형</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>종류</translation>
    </message>
</context>
<context>
    <name>rotascope::StructureOutline</name>
    <message>
        <source>%1: %2 entries, %3 bytes</source>
        <translation>%1: 항목 %2개, %3바이트</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>모두 접기</translation>
    </message>
    <message>
        <source>Copy all as text</source>
        <translation>모두 텍스트로 복사</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>모두 펼치기</translation>
    </message>
    <message>
        <source>Structure of the file</source>
        <translation>파일의 구조</translation>
    </message>
    <message>
        <source>The file is listed …</source>
        <translation>파일의 목록을 만드는 중 …</translation>
    </message>
</context>
<context>
    <name>rotascope::StructureView</name>
    <message>
        <source>Open a recording to see its groups, datasets and attributes.</source>
        <translation>기록을 열면 그 그룹, 데이터셋, 속성을 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>rotascope::TableGroup</name>
    <message>
        <source>%1 set by hand</source>
        <translation>수동 설정 %1개</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>방법(&amp;M)</translation>
    </message>
    <message>
        <source>+ c · &amp;near, c</source>
        <translation>+ c · 근거리, c(&amp;N)</translation>
    </message>
    <message>
        <source>All automatic</source>
        <translation>모두 자동</translation>
    </message>
    <message>
        <source>Clear manual choices</source>
        <translation>수동 선택을 지웁니다</translation>
    </message>
    <message>
        <source>FIRST:END, such as 20:40, END not included: the dimensions that are interpolated. Empty: the run that gains most.</source>
        <translation>FIRST:END(END 제외), 예를 들어 20:40: 보간하는 차원. 비움: 이득이 가장 큰 구간.</translation>
    </message>
    <message>
        <source>How many dimensions are clipped, the last ones. Empty: all that complete no turn within L.</source>
        <translation>마지막에서 몇 개의 차원을 잘라 내는지. 비움: L 안에 한 바퀴를 돌지 못하는 모든 차원.</translation>
    </message>
    <message>
        <source>Interpolate a dimension if D(extrapolation) &gt; D(interpolation) + t</source>
        <translation>D(외삽) &gt; D(보간) + t이면 차원을 보간합니다</translation>
    </message>
    <message>
        <source>Interpolate exactly so many components (n-hat in the paper): two for each dimension</source>
        <translation>정확히 이만큼의 성분(논문의 n-hat)을 보간합니다. 차원마다 두 개입니다</translation>
    </message>
    <message>
        <source>Not available: %1</source>
        <translation>사용할 수 없음: %1</translation>
    </message>
    <message>
        <source>Number of interpolated components</source>
        <translation>보간할 성분의 수</translation>
    </message>
    <message>
        <source>Opens the manual at which methods to try first, and how well that is known</source>
        <translation>먼저 시도할 방법과 그것이 얼마나 알려져 있는지에 대한 페이지에서 매뉴얼을 엽니다</translation>
    </message>
    <message>
        <source>Scaling table</source>
        <translation>스케일링 표</translation>
    </message>
    <message>
        <source>The method that automatic dimensions follow</source>
        <translation>자동인 차원이 따르는 방법</translation>
    </message>
    <message>
        <source>The number of clipped dimensions is &quot;%1&quot;; expected a whole number.</source>
        <translation>잘라 내는 차원의 수가 &quot;%1&quot;입니다. 정수가 필요합니다.</translation>
    </message>
    <message>
        <source>The threshold t is &quot;%1&quot;; expected a number.</source>
        <translation>임계값 t가 &quot;%1&quot;입니다. 수가 필요합니다.</translation>
    </message>
    <message>
        <source>Value of the threshold t</source>
        <translation>임계값 t의 값</translation>
    </message>
    <message>
        <source>Which dimensions the method acts on. Only Band, CoPE and HardClip take them.</source>
        <translation>이 방법이 작용하는 차원. Band(띠), CoPE, HardClip만 받습니다.</translation>
    </message>
    <message>
        <source>Which one?</source>
        <translation>어느 것?</translation>
    </message>
    <message>
        <source>all automatic</source>
        <translation>모두 자동</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>c is &quot;%1&quot;; expected a number, 0 or more.</source>
        <translation>c가 &quot;%1&quot;입니다. 0 이상의 수가 필요합니다.</translation>
    </message>
    <message>
        <source>c: each dimension&apos;s threshold is t + c · near, so that interpolating has to win by more where it moves neighbours more. 0: as in the paper; 0.01 is a good start.</source>
        <translation>c: 각 차원의 임계값은 t + c · 근거리입니다. 이웃을 많이 옮기는 차원일수록 보간이 더 크게 앞서야 합니다. 0: 논문에서와 같음. 0.01에서 시작하는 것이 좋습니다.</translation>
    </message>
    <message>
        <source>components</source>
        <translation>성분</translation>
    </message>
    <message>
        <source>dimensions of the method</source>
        <translation>방법의 차원</translation>
    </message>
    <message>
        <source>dimensions</source>
        <translation>차원</translation>
    </message>
    <message>
        <source>extrapolates</source>
        <translation>외삽합니다</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1에서</translation>
    </message>
    <message>
        <source>interpolates %1 components:
%2 of %3 dimensions</source>
        <translation>성분 %1개를 보간:
차원 %3개 중 %2개</translation>
    </message>
    <message>
        <source>interpolates %1 of %2 heads</source>
        <translation>%2개 헤드 중 %1개를 보간</translation>
    </message>
    <message>
        <source>interpolates</source>
        <translation>보간합니다</translation>
    </message>
    <message>
        <source>method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>near-weighted threshold</source>
        <translation>근거리를 반영한 임계값</translation>
    </message>
    <message>
        <source>same as %1 ≤ t &lt; %2</source>
        <translation>%1 ≤ t &lt; %2와 같음</translation>
    </message>
    <message>
        <source>the source states no scaling of its own, or the extension starts from it</source>
        <translation>소스에 고유한 스케일링이 명시되지 않았거나, 확장이 거기에서 시작합니다</translation>
    </message>
    <message>
        <source>threshold t</source>
        <translation>임계값 t</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>임계값</translation>
    </message>
    <message>
        <source>with what is set by hand</source>
        <translation>수동 설정한 것 포함</translation>
    </message>
</context>
<context>
    <name>rotascope::TableLoader</name>
    <message>
        <source>%1 was made under other settings: %2.</source>
        <translation>%1: 다른 설정에서 만들어졌습니다: %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: cannot be opened</source>
        <translation>%1: 열 수 없습니다</translation>
    </message>
    <message>
        <source>%1: open the model that the table is for first</source>
        <translation>%1: 먼저 이 표의 대상 모델을 여십시오</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>settings of %1</source>
        <translation>%1의 설정</translation>
    </message>
    <message>
        <source>table %1</source>
        <translation>표 %1</translation>
    </message>
</context>
<context>
    <name>rotascope::TourCard</name>
    <message>
        <source>%1 · step %2 of %3</source>
        <translation>%1 · 단계 %2 / %3</translation>
    </message>
    <message>
        <source>%1. %2. %3</source>
        <translation>%1. %2. %3</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Does what the step asks for (F9)</source>
        <translation>단계가 요구하는 일을 합니다 (F9)</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>마침</translation>
    </message>
    <message>
        <source>Goes back to your own work. The tour goes on here next time</source>
        <translation>자신의 작업으로 돌아갑니다. 다음에는 여기서 이어집니다</translation>
    </message>
    <message>
        <source>Goes to the first step</source>
        <translation>첫 단계로 갑니다</translation>
    </message>
    <message>
        <source>Goes to the next step; shows this one first if it is not done (F8)</source>
        <translation>다음 단계로 갑니다. 아직 하지 않았으면 먼저 보여 줍니다 (F8)</translation>
    </message>
    <message>
        <source>Goes to the step before (Shift+F8)</source>
        <translation>앞 단계로 갑니다 (Shift+F8)</translation>
    </message>
    <message>
        <source>Guess first. Then try it yourself, or press Show me.</source>
        <translation>먼저 추측해 보세요. 그다음 직접 해 보거나 보여 주기를 누르세요.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>나가기</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>잠시만요 …</translation>
    </message>
    <message>
        <source>Opens the manual where it says more about this step</source>
        <translation>이 단계를 더 자세히 설명하는 매뉴얼을 엽니다</translation>
    </message>
    <message>
        <source>Read more</source>
        <translation>더 읽기</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>보여 주기</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>This step was not reached. %1</source>
        <translation>이 단계에 도달하지 못했습니다. %1</translation>
    </message>
    <message>
        <source>Try it yourself, or press Show me.</source>
        <translation>직접 해 보거나 보여 주기를 누르십시오.</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>✓ Done</source>
        <translation>✓ 완료</translation>
    </message>
</context>
<context>
    <name>rotascope::TourGuide</name>
    <message>
        <source>Tour</source>
        <translation>투어</translation>
    </message>
</context>
<context>
    <name>rotascope::TourRecorder</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>A tour opens presets alone, so that it works on every machine: open one and record again.</source>
        <translation>투어는 어느 컴퓨터에서나 되도록 프리셋만 엽니다. 프리셋을 열고 다시 기록하십시오.</translation>
    </message>
    <message>
        <source>Discard the steps that were recorded?</source>
        <translation>기록한 단계를 버리겠습니까?</translation>
    </message>
    <message>
        <source>Do something in the window: it becomes this step.</source>
        <translation>창에서 무언가를 하면 이 단계가 됩니다.</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>한 일: %1</translation>
    </message>
    <message>
        <source>Guided tours (*.json)</source>
        <translation>가이드 투어 (*.json)</translation>
    </message>
    <message>
        <source>L′ = %1</source>
        <translation>L′ = %1</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>다음 단계</translation>
    </message>
    <message>
        <source>Record a tour</source>
        <translation>투어 기록</translation>
    </message>
    <message>
        <source>Save tour</source>
        <translation>투어 저장</translation>
    </message>
    <message>
        <source>Save tour…</source>
        <translation>투어 저장…</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>단계 %1</translation>
    </message>
    <message>
        <source>Text of the step</source>
        <translation>단계의 텍스트</translation>
    </message>
    <message>
        <source>Title of the step</source>
        <translation>단계의 제목</translation>
    </message>
    <message>
        <source>Title of the tour</source>
        <translation>투어의 제목</translation>
    </message>
    <message>
        <source>What one learns</source>
        <translation>배우는 것</translation>
    </message>
    <message>
        <source>What the reader is to do and to look for</source>
        <translation>읽는 사람이 할 일과 살펴볼 것</translation>
    </message>
    <message>
        <source>command %1</source>
        <translation>명령 %1</translation>
    </message>
    <message>
        <source>dimension %1</source>
        <translation>차원 %1</translation>
    </message>
    <message>
        <source>dimensions by hand: %1</source>
        <translation>수동 설정한 차원: %1개</translation>
    </message>
    <message>
        <source>method %1</source>
        <translation>방법 %1</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>%1 열기</translation>
    </message>
    <message>
        <source>view %1</source>
        <translation>뷰 %1</translation>
    </message>
</context>
<context>
    <name>rotascope::TourRunner</name>
    <message>
        <source>No model is open.</source>
        <translation>열려 있는 모델이 없습니다.</translation>
    </message>
    <message>
        <source>The command %1 cannot be run by a tour.</source>
        <translation>명령 %1은(는) 투어에서 실행할 수 없습니다.</translation>
    </message>
    <message>
        <source>The command %1 cannot be run now.</source>
        <translation>명령 %1은(는) 지금 실행할 수 없습니다.</translation>
    </message>
    <message>
        <source>The control %1 cannot be set to that.</source>
        <translation>컨트롤 %1을(를) 그 값으로 설정할 수 없습니다.</translation>
    </message>
    <message>
        <source>The control %1 cannot be used now.</source>
        <translation>컨트롤 %1은(는) 지금 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>The manual has no place %1.</source>
        <translation>매뉴얼에 %1(이)라는 곳이 없습니다.</translation>
    </message>
    <message>
        <source>The target length cannot be %1 here.</source>
        <translation>여기서는 목표 길이가 %1일 수 없습니다.</translation>
    </message>
    <message>
        <source>There is no control %1.</source>
        <translation>컨트롤 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>There is no dimension %1.</source>
        <translation>차원 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>There is no view %1.</source>
        <translation>뷰 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Unknown command: %1.</source>
        <translation>알 수 없는 명령: %1.</translation>
    </message>
    <message>
        <source>target length</source>
        <translation>목표 길이</translation>
    </message>
</context>
<context>
    <name>rotascope::TrackPlot</name>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 %2~%3</translation>
    </message>
    <message>
        <source>Left and Right move, plus and minus zoom, Home shows everything. Shift with Left and Right selects a range. Up and Down choose a dimension.</source>
        <translation>왼쪽과 오른쪽: 이동. 더하기와 빼기: 확대와 축소. Home: 전체 표시. Shift와 왼쪽, 오른쪽: 범위 선택. 위와 아래: 차원 선택.</translation>
    </message>
    <message>
        <source>selected: %1 to %2</source>
        <translation>선택 범위: %1~%2</translation>
    </message>
</context>
<context>
    <name>rotascope::TrackView</name>
    <message>
        <source> · %1 in each column of pixels</source>
        <translation> · 픽셀 열당 %1</translation>
    </message>
    <message>
        <source>%1 along the positions</source>
        <translation>위치를 따라 본 %1</translation>
    </message>
    <message>
        <source>%1 along the rows</source>
        <translation>행을 따라 본 %1</translation>
    </message>
    <message>
        <source>%1 of them would have to turn elsewhere to be spread as the whole.</source>
        <translation>전체와 같은 분포가 되려면 그중 %1이(가) 다른 방향을 향해야 합니다.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ~ %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>16 evenly spread</source>
        <translation>고르게 배치한 16개</translation>
    </message>
    <message>
        <source>4 around current</source>
        <translation>현재 차원 주변 4개</translation>
    </message>
    <message>
        <source>4 evenly spread</source>
        <translation>고르게 배치한 4개</translation>
    </message>
    <message>
        <source>4 most disturbed</source>
        <translation>교란이 큰 4개</translation>
    </message>
    <message>
        <source>Along the rows of the recording, in their order, or along the positions: all rows of the same position together</source>
        <translation>기록의 행을 순서대로 따르거나 위치를 따름 (같은 위치의 행은 모두 함께)</translation>
    </message>
    <message>
        <source>Along what they are shown</source>
        <translation>무엇을 따라 표시하는지</translation>
    </message>
    <message>
        <source>Angles along the recording</source>
        <translation>기록을 따라 본 각도</translation>
    </message>
    <message>
        <source>Dimension %1 · position %2</source>
        <translation>차원 %1 · 위치 %2</translation>
    </message>
    <message>
        <source>Dimension %1 · row %2</source>
        <translation>차원 %1 · 행 %2</translation>
    </message>
    <message>
        <source>Dimension %1</source>
        <translation>차원 %1</translation>
    </message>
    <message>
        <source>Dimensions %1</source>
        <translation>차원 %1</translation>
    </message>
    <message>
        <source>Directions of the selected range and of the whole recording</source>
        <translation>선택 범위와 기록 전체의 방향</translation>
    </message>
    <message>
        <source>Open a recording to see how its angles run along the tokens.</source>
        <translation>기록을 열면 그 각도가 토큰을 따라 어떻게 진행하는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Positions %1 … %2 of %3</source>
        <translation>위치 %1 … %2 / %3</translation>
    </message>
    <message>
        <source>Positions %1 … %2: %3 angles of dimension %4.</source>
        <translation>위치 %1 … %2: 차원 %4의 각도 %3개.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>읽기</translation>
    </message>
    <message>
        <source>Reading, %1, %2</source>
        <translation>읽는 중, %1, %2</translation>
    </message>
    <message>
        <source>Reading, %1</source>
        <translation>읽는 중, %1</translation>
    </message>
    <message>
        <source>Recorded angles along the recording</source>
        <translation>기록을 따라 늘어선, 기록된 각도</translation>
    </message>
    <message>
        <source>Rows %1 … %2 of %3</source>
        <translation>행 %1 … %2 / %3</translation>
    </message>
    <message>
        <source>Rows %1 … %2, positions %3 to %4: %5 angles of dimension %6.</source>
        <translation>행 %1 … %2, 위치 %3 ~ %4: 차원 %6의 각도 %5개.</translation>
    </message>
    <message>
        <source>Rows %1 … %2: %3 angles of dimension %4.</source>
        <translation>행 %1 … %2: 차원 %4의 각도 %3개.</translation>
    </message>
    <message>
        <source>Select range</source>
        <translation>범위 선택</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>선택 범위</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>전체 표시</translation>
    </message>
    <message>
        <source>Shows the whole recording again (Home)</source>
        <translation>기록 전체를 다시 보여 줍니다 (Home)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>The recording is read …</source>
        <translation>기록을 읽는 중 …</translation>
    </message>
    <message>
        <source>This recording has no angles, one by one. With them, this shows how they run along the recording.</source>
        <translation>이 기록에는 각도가 하나하나 들어 있지 않습니다. 있으면 기록을 따라 어떻게 진행하는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>궤적</translation>
    </message>
    <message>
        <source>Unit of the angle</source>
        <translation>각도의 단위</translation>
    </message>
    <message>
        <source>Which dimensions are shown</source>
        <translation>표시할 차원</translation>
    </message>
    <message>
        <source>While this is on, dragging selects a range, whose distribution is shown beside that of the whole recording. Shift and dragging does the same at any time; Esc drops the range</source>
        <translation>켜져 있는 동안 끌면 범위가 선택되고, 그 분포가 기록 전체의 분포와 나란히 표시됩니다. Shift를 누른 채 끌면 언제든지 같은 일을 합니다. Esc는 선택을 해제합니다</translation>
    </message>
    <message>
        <source>Whole recording</source>
        <translation>기록 전체</translation>
    </message>
    <message>
        <source>along positions %1</source>
        <translation>위치(축 %1)를 따라</translation>
    </message>
    <message>
        <source>along positions</source>
        <translation>위치를 따라</translation>
    </message>
    <message>
        <source>along rows</source>
        <translation>행을 따라</translation>
    </message>
    <message>
        <source>angle</source>
        <translation>각도</translation>
    </message>
    <message>
        <source>current dimension</source>
        <translation>현재 차원</translation>
    </message>
    <message>
        <source>position</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>rotary angle (%1)</source>
        <translation>회전각 (%1)</translation>
    </message>
    <message>
        <source>row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>share of the angles</source>
        <translation>각도의 비율</translation>
    </message>
</context>
<context>
    <name>rotascope::Workspace</name>
    <message numerus="yes">
        <source>%n dimensions: %1</source>
        <translation>
            <numerusform>차원 %n개: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>RoPE %1</source>
        <translation>RoPE %1</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>back to the last result</source>
        <translation>마지막 결과로 되돌리기</translation>
    </message>
    <message>
        <source>dimension %1: %2</source>
        <translation>차원 %1: %2</translation>
    </message>
    <message>
        <source>factor %1</source>
        <translation>계수 %1</translation>
    </message>
    <message>
        <source>start from %1</source>
        <translation>%1에서 시작</translation>
    </message>
</context>
</TS>

/**
 * The words with which web pages speak of themselves, from traditional into simplified characters, character for character, so that places
 * in the text stay what they are. Only for comparing with patterns; no conversion of texts.
 */
export function simplified(text: string): string {
  if (!traditional.test(text)) return text;
  return text.replace(words, word => pairs.get(word) ?? word);
}

const pairs: ReadonlyMap<string, string> = new Map([
  ['檔案', '文件'],
  ['資訊', '信息'],
  ['連結', '链接'],
  ['鏈結', '链接'],
  ['閣下', '您的'],
  ...[
    ...'頁页網网訪访問问請请瀏浏覽览尋寻無无刪删關关閉闭該该連连結结欄栏點点內内資资訊讯處处對对誤误錯错沒没鏈链顯显開开過过遺遗遷迁數数據据記记錄录參参經经係系務务維维護护級级統统'.matchAll(
      /../gu,
    ),
  ].map(([pair]) => [pair[0]!, pair[1]!] as const),
]);
const traditional = /[頁網訪問請瀏覽尋無刪關閉該連結欄點內資訊處對誤錯沒鏈顯開過遺遷數據記錄參經係務維護級統檔閣]/;
const words = new RegExp([...pairs.keys()].join('|'), 'g');

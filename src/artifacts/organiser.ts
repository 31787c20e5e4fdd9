/**
 * The unit that runs the site, as the text of a footer names it: 主办单位 or 主办, else the holder of the copyright, else
 * 承办. Null when it names none.
 */
export function organiserIn(text: string): string | null {
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const name = tidy(match[1]!);
      const ended = name.length < match[1]!.length;
      if (isName(name) && (ended || !colonAfter.test(text.slice(match.index + match[0].length)))) return name;
    }
  }
  return null;
}

const word = String.raw`[\p{Script=Han}A-Za-z0-9·•—（）()-]`;
/** Joint organisers are joined by 、: 中共明湖市委、明湖市人民政府. */
const name = `((?:${word}|、){2,50})`;
const organ =
  '(?:人民政府|政府|市委|县委|区委|办公室|办公厅|委员会|委|局|厅|署|院|所|站|馆|处|中心|公司|学校|大学|医院|集团|协会|联合会|总工会|办事处|管委会)';
const gap = String.raw`[\s\u00a0\u3000]*`;
const colon = `${gap}[：:]${gap}`;
const holder = `版${gap}权${gap}(?:所${gap}有|归属?)`;

const patterns = [
  `主${gap}办${gap}(?:单${gap}位|方|机构)?(?:${colon}|(?<=单${gap}位)[\\s\\u00a0\\u3000]+)${name}`,
  `(?:网站)?(?:主管|开办)${gap}(?:单${gap}位|主体)?${colon}${name}`,
  `(?<=^|[\\s\\u00a0\\u3000|｜。：:])(?:本(?:网站|网|站)由?)?((?:${word}|、){4,40}?)主办(?![\\p{Script=Han}：:])`,
  `(?<=^|[\\s\\u00a0\\u3000|｜。：:])((?:${word}|、){2,40}${organ})${gap}主${gap}办(?!${gap}[：:]|\\p{Script=Han})`,
  `主${gap}办[\\s\\u00a0\\u3000|｜]+(${word}{2,40}${organ})(?!\\p{Script=Han})`,
  `${holder}(?:${gap}(?:[：:©@]|\\(c\\)|（c）|\\d{4}(?:${gap}[-–—~]${gap}\\d{4})?年?))*${gap}${name}`,
  `${name}${gap}(?:[©@]|\\(c\\)|\\d{4}(?:[-–—]\\d{4})?)?${gap}${holder}`,
  `(?:copyright|©|&copy;)[^\\p{Script=Han}]{0,80}${name}`,
  `(?<=^|[\\s\\u00a0\\u3000|｜])(${word}{2,40}${organ})${gap}(?:©|copyright)`,
  `承${gap}办${gap}(?:单${gap}位|方)?${colon}${name}`,
].map(pattern => new RegExp(pattern, 'giu'));

/** The unit whose address a footer gives right behind its name, for footers that say no more; null when there is none. */
export const unitWithAddressIn = (footer: string): string | null => addressed.exec(footer)?.[1] ?? null;

const addressed = new RegExp(
  `(?<=^|[\\s\\u00a0\\u3000|｜])(?<![：:]${gap})(${word}{2,40}${organ})(?<!公司)[\\s\\u00a0\\u3000]+(?:联系|办公|单位)?地${gap}址${colon}`,
  'iu',
);

/** Footers run on without a gap: the next label ends the name. */
const nextLabel =
  /(?:承办|协办|主管|指导|技术支持|支持单位|制作|维护|运行|运维|建设|联系|地址|电话|邮编|邮箱|传真|版权|版权所有|网站标识码|网站识别码|标识码|备案|值班|热线|投稿|建议|未经|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀渝贵黔云滇藏陕秦甘陇青宁新]ICP|ICP|Copyright|All).*$/iu;

function tidy(found: string): string {
  const cut = found.replace(nextLabel, match =>
    /^(?:建设|指导|维护|运行|建议|备案|制作|值班|热线|投稿|联系|主管)/.test(match) && !/[：:]/.test(match) ? match : '',
  );
  return cut.replace(/^[（(·•、—-]+|[（(·•、—-]+$/g, '');
}

/** What a colon follows is the next label: 版权所有 中文网址：… */
const colonAfter = /^\s{0,3}[：:]/;

/** A name of a unit, not a warning (翻录必究) and not a count (主办 58 件). */
const isName = (text: string): boolean =>
  (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 4 &&
  !/必究|转载|授权|所有|保留|声明|浏览|分辨率|由|本次|此次|活动|赛事|大赛|比赛|论坛|(?:联合|共同)$|^(?:本网|本站|网站首页|关于|联系我们|网站地图|网站声明|法律声明|隐私)/.test(
    text,
  );

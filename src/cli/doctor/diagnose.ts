import type { DatabaseFacts, Facts } from './facts.ts';

/** One thing looked at: in order, worth mending, or essential and not in order. */
export interface Diagnosis {
  readonly topic: string;
  readonly title: string;
  readonly state: 'ok' | 'advice' | 'missing';
  readonly message: string;
  /** What to do; empty when all is well. */
  readonly remedy: string;
}

type Said = Omit<Diagnosis, 'topic' | 'title'>;

const ok = (message: string): Said => ({ state: 'ok', message, remedy: '' });
const advice = (message: string, remedy: string): Said => ({ state: 'advice', message, remedy });
const missing = (message: string, remedy: string): Said => ({ state: 'missing', message, remedy });

const megabyte = 1_000_000;
/** Below the first a night's audit may fill the disk; below the second nothing can be relied on. */
const comfortableBytes = 2000 * megabyte;
const neededBytes = 200 * megabyte;

/** What the facts mean, in the order in which it is told. A pure function. */
export function diagnose(facts: Facts): readonly Diagnosis[] {
  return topics.map(({ topic, title, say }) => ({ topic, title, ...say(facts) }));
}

/** True when nothing essential is missing. */
export const isUsable = (diagnoses: readonly Diagnosis[]): boolean => diagnoses.every(({ state }) => state !== 'missing');

const topics: readonly { readonly topic: string; readonly title: string; readonly say: (facts: Facts) => Said }[] = [
  { topic: 'node', title: 'Node.js', say: nodeVersion },
  { topic: 'chinese', title: '中文编码与时区', say: chineseSupport },
  { topic: 'settings', title: '设置', say: settings },
  { topic: 'checks', title: '检查项', say: checks },
  { topic: 'browser', title: '浏览器', say: browser },
  { topic: 'fonts', title: '中文字体', say: fonts },
  { topic: 'calendar', title: '工作日历', say: calendar },
  {
    topic: 'database',
    title: '数据库',
    say: ({ database }) => (database === null ? missing('设置有误，找不到数据库', '请先改正设置。') : databaseState(database)),
  },
  { topic: 'disk', title: '磁盘空间', say: disk },
  { topic: 'clock', title: '时钟', say: clock },
  { topic: 'proxy', title: '代理', say: proxies },
  { topic: 'network', title: '网络', say: () => ok('本命令不访问任何外部网站；某个网站能否访问，请用 gongkai check <网址> 查看') },
];

function nodeVersion({ node }: Facts): Said {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  if (major >= 24 || (major === 22 && minor >= 19)) return ok(node);
  return missing(`${node}，版本过低`, '请升级到 22.19 或更新的版本（24 为宜），或用 scripts/gongkai 运行。');
}

function chineseSupport({ knowsChinese }: Facts): Said {
  if (knowsChinese) return ok('支持 GB18030 编码和北京时间');
  return missing('这个 Node.js 没有完整的国际化数据，读不出 GBK 网页', '请换用 nodejs.org 发布的 Node.js，或用 scripts/gongkai 运行。');
}

function settings({ settings }: Facts): Said {
  if (!settings.ok) return missing(settings.error, '请改正 gongkai.yaml 或环境变量。');
  const { folder, writable } = settings.value;
  if (!writable) return missing(`数据文件夹 ${folder} 不能写入`, '请检查文件夹的权限，或用 GONGKAI_DATA 换一个文件夹。');
  return ok(`有效，数据文件夹为 ${folder}`);
}

function checks({ checks }: Facts): Said {
  return checks.ok ? ok(`${checks.value} 项，全部有效`) : missing(checks.error, '请改正该文件，或重新安装程序。');
}

function browser({ browser: { found, missing: named, packaged } }: Facts): Said {
  if (named !== null) return missing(`GONGKAI_BROWSER 指定的 ${named} 不存在`, '请改为浏览器程序的完整路径，或删去这个环境变量。');
  // Rendering is not built yet: the sentence must not promise it.
  if (found !== null) return ok(`${found.path}${found.from === 'playwright' ? '（Playwright 自带）' : ''}（现在的版本还不用浏览器）`);
  if (packaged) return ok('npm 包 @sparticuz/chromium 自带的浏览器（现在的版本还不用浏览器）');
  return advice(
    '没有找到（现在的版本还不用浏览器，靠脚本显示的网页一律判为“无法判定”）',
    '请安装 Chromium、Chrome 或 Edge（Debian、Ubuntu 可用 apt install chromium），或用 GONGKAI_BROWSER 指定路径。',
  );
}

function fonts({ chineseFonts }: Facts): Said {
  if (chineseFonts === null) return advice('无法得知（本机没有 fc-list 命令）', '截图中的汉字若显示为方框，请安装中文字体。');
  if (chineseFonts > 0) return ok(`${chineseFonts} 种`);
  return advice('没有，截图中的汉字会显示为方框', '请安装中文字体（Debian、Ubuntu 可用 apt install fonts-noto-cjk）。');
}

function calendar({ calendars, settings, now }: Facts): Said {
  if (!calendars.ok) return missing(calendars.error, '请改正该文件。');
  const years = calendars.value;
  const thisYear = Number(now.slice(0, 4));
  const folder = settings.ok ? `${settings.value.folder}/calendars` : '数据文件夹下的 calendars';
  const known = `有 ${spansOf(years).join('、')} 年的`;
  const remedy = (year: number): string => `请按国务院办公厅的放假通知写好 ${year}.yaml，放入 ${folder}，或更新程序。`;
  if (!years.includes(thisYear)) return advice(`没有 ${thisYear} 年的（${known}），按工作日计算的期限不判定`, remedy(thisYear));
  // The notice for the next year comes in November.
  const isDue = Number(now.slice(5, 7)) >= 11 && !years.includes(thisYear + 1);
  return isDue ? advice(`${known}，还没有 ${thisYear + 1} 年的，跨年的期限不判定`, remedy(thisYear + 1)) : ok(known);
}

/** Rising years as they are told: 2007—2026. */
function spansOf(years: readonly number[]): readonly string[] {
  const starts = years.filter(year => !years.includes(year - 1));
  const ends = years.filter(year => !years.includes(year + 1));
  return starts.map((start, index) => (start === ends[index] ? `${start}` : `${start}—${ends[index]}`));
}

function databaseState(database: DatabaseFacts): Said {
  if (database.kind === 'postgres')
    return database.answered
      ? ok(`PostgreSQL 服务器 ${database.server} 可以连接（未登录查看）`)
      : missing(`PostgreSQL 服务器 ${database.server} 无法连接`, '请检查 DATABASE_URL，以及数据库服务器是否在运行。');
  const { file, writable, health } = database;
  if (health.state === 'damaged') return missing(`${file} 无法读取或已损坏（${health.detail}）`, '请从备份恢复，或移走该文件后重新运行。');
  if (!writable) return missing(`${file} 不能写入`, '请检查文件和文件夹的权限，或用 GONGKAI_DATA 换一个文件夹。');
  return ok(health.state === 'absent' ? `${file} 尚未建立，首次使用时自动建立` : `${file} 完好，可以写入`);
}

function disk({ freeBytes }: Facts): Said {
  if (freeBytes === null) return advice('无法得知剩余空间', '请自行确认数据文件夹所在磁盘有 2 GB 以上空间。');
  const said = `剩余 ${(freeBytes / (1000 * megabyte)).toFixed(1)} GB`;
  if (freeBytes < neededBytes) return missing(`${said}，不够使用`, '请清理磁盘，或用 GONGKAI_DATA 换一个文件夹。');
  return freeBytes < comfortableBytes ? advice(`${said}，偏少`, '请清理磁盘，留出 2 GB 以上。') : ok(said);
}

/** A clock behind the program's own files is certainly wrong, and dates are what the program judges by. */
function clock({ now, installedAt, timeZone }: Facts): Said {
  const dayOfMilliseconds = 86_400_000;
  const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' }).format(
    new Date(now),
  );
  if (Date.parse(now) + dayOfMilliseconds < Date.parse(installedAt))
    return missing(`现为 ${beijing}，比程序文件的日期还早`, '请校准系统时间。');
  return ok(timeZone === 'Asia/Shanghai' ? `${beijing}，北京时区` : `${beijing}（北京时间），本机时区为 ${timeZone}；判定一律按北京时间`);
}

function proxies({ proxies }: Facts): Said {
  if (!proxies.ok) return missing(proxies.error, '请改正该环境变量。');
  const set = Object.entries(proxies.value).map(([name, value]) => `${name}=${value}`);
  return ok(set.length > 0 ? set.join('，') : '未设置，直接连接');
}

import { describe, expect, test } from 'vitest';
import { startRawServer } from '../support/http-server.ts';
import { temporaryFolders } from '../temporary-folders.ts';
import { runProgram } from './run-program.ts';

const newFolder = temporaryFolders();

/** Clears the screen, names the window, turns the writing round, and does so in 8-bit controls too. */
const attack = '\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e\u200fgnp.exe\r\b\u0000';
const pages: Readonly<Record<string, string>> = {
  '/': `<title>${attack}</title><h1>${attack}</h1><a href="/gone">政府信息公开指南${attack}</a><a href="/error">公开年报${attack}</a><a href="/here#%1b[2J%c2%9b31m%e2%80%ae">x</a><a href="/moved">${attack}</a><a href="/${attack}">y</a>`,
  '/error': `<title>404 Not Found</title><p>您访问的${attack}页面不存在</p>`,
  '/here': `<h1>${attack}</h1>${'正文内容'.repeat(200)}`,
};

/** Its heads carry the same: reason, cookies, types, addresses. */
function startHostileSite() {
  return startRawServer(head => {
    const path = /^\S+ (\S+)/.exec(head)?.[1] ?? '';
    const bytes = (text: string) => Buffer.from(text, 'utf8');
    const headers = `Server: ${attack.replace(/[\r\0]/g, '')}\r\nSet-Cookie: a=\u001b[31m\r\nConnection: close\r\n`;
    if (path === '/moved') return bytes(`HTTP/1.1 302 \u001b[2J\r\n${headers}Location: /\u001b[31m\u009b?gone\r\n\r\n`);
    const body = pages[path];
    return bytes(
      `HTTP/1.1 ${body === undefined ? '404' : '200'} \u001b[2J\u001b[31m\r\n${headers}Content-Type: text/html; charset=utf-8\r\n\r\n${body ?? ''}`,
    );
  });
}

const obeyed = /[^\P{Cc}\n]|[\u2028\u2029\p{Bidi_Control}]/u;

describe('nothing that a server or a page says reaches the terminal as a command', () => {
  test.for([
    ['links', '/', 1],
    ['links --json', '/', 1],
    ['links', '/error', 2],
    ['check --no-browser', '/', null],
    ['check --no-browser --json', '/', null],
    ['inspect', '/', 0],
    ['inspect --json', '/', 0],
    ['inspect', '/error', 0],
    ['inspect', '/gone', null],
    ['inspect', '/moved', null],
  ] as const)('%s %s', async ([command, path, expected]) => {
    const { origin } = await startHostileSite();
    const { code, stdout, stderr } = await runProgram(newFolder(), [...command.split(' '), origin + path]);
    expect(stdout).not.toMatch(obeyed);
    expect(stderr).not.toMatch(obeyed);
    expect([0, 1, 2]).toContain(code);
    if (expected !== null) expect(code).toBe(expected);
    if (command.includes('--json')) expect(JSON.parse(stdout)).toBeTypeOf('object');
    expect(stdout + stderr).not.toContain('    at ');
  });
});

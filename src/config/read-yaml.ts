import { readFileSync } from 'node:fs';
import { type Document, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { type ErrorCode, GongkaiError } from '../model/errors.ts';
import { explainIssue } from './explain-issue.ts';
import { lineOf, writePath } from './yaml-place.ts';

/**
 * Reads one YAML file and checks it against a schema.
 * Throws GongkaiError: FILE_UNREADABLE when there is no such file or it is not UTF-8; else `code`, with one Chinese sentence that
 * names file, line, path, what is wrong and how to mend it. The first fault is told in full, the others are counted.
 */
export function readYaml<T>(file: string, schema: z.ZodType<T>, code: ErrorCode): T {
  const lines = new LineCounter();
  const document = parseDocument(readText(file), { lineCounter: lines, prettyErrors: false });

  const [syntax] = [...document.errors, ...document.warnings];
  if (syntax)
    throw new GongkaiError(code, `${file} 第 ${lines.linePos(syntax.pos[0]).line} 行：${explainSyntax(syntax)}。`, { cause: syntax });

  const result = schema.safeParse(toValue(document, file, code), { error: explainIssue });
  if (result.success) return result.data;

  const [issue, ...others] = result.error.issues;
  // A misspelt key is itself the place; its path is that of the map around it.
  const place = issue?.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : (issue?.path ?? []);
  const path = writePath(place);
  const more = others.length > 0 ? `（另有 ${others.length} 处错误）` : '';
  throw new GongkaiError(
    code,
    `${file} 第 ${lineOf(document, lines, place)} 行${path === '' ? '' : `“${path}”`}：${issue?.message ?? '内容有误'}${more}。`,
    { cause: result.error },
  );
}

function readText(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new GongkaiError('FILE_UNREADABLE', `无法读取文件 ${file}，请检查路径和读取权限。`, { cause });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new GongkaiError('FILE_UNREADABLE', `文件 ${file} 不是 UTF-8 编码，请用编辑器另存为 UTF-8 后重试。`, { cause });
  }
}

function toValue(document: Document.Parsed, file: string, code: ErrorCode): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    // An alias that leads nowhere, or so many of them that the file would grow without end.
    throw new GongkaiError(code, `${file}：引用（*名称）无法展开，请直接写出内容。`, { cause });
  }
}

function explainSyntax({ code, message }: YAMLError): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return '同一个键写了两次，请删去一个';
    case 'TAB_AS_INDENT':
      return '缩进用了制表符（Tab），请改用空格';
    case 'BAD_INDENT':
      return '缩进不对，请与同级的行对齐';
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return '键后面的冒号缺失或写法不对，请用半角冒号加空格（“键: 值”）';
    case 'MISSING_CHAR':
      return '缺少配对的引号、括号或冒号，请补上';
    case 'MULTIPLE_DOCS':
      return '一个文件只能有一份内容，请删去多余的“---”';
    default:
      return `YAML 写法有误（${message}），请改正`;
  }
}

import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkoutOn, currentNode, npm, oldNode } from './checkout.ts';

describe.skipIf(process.platform === 'win32')('set-up (shell scripts: Linux and macOS)', () => {
  test('an old Node is replaced by a fetched one, dependencies are installed, and the program runs', async () => {
    const { root, folder, run, npmCalls } = checkoutOn({ node: oldNode, npm });
    const { code, stdout, stderr } = await run(join(root, 'scripts/gongkai'), { args: ['units', 'a b'] });
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${JSON.stringify([folder, 'units', 'a b'])}\n` });
    expect(stderr).toMatch(/v20\.20\.2.*低于 22\.19[\s\S]*正在安装依赖/);
    expect(npmCalls()).toEqual([
      expect.stringMatching(/install --prefix .*\.node --no-save --no-package-lock node-\S+@24$/),
      expect.stringMatching(/ci --include=dev --ignore-scripts$/),
    ]);
  });

  test('a second run fetches nothing and says nothing', async () => {
    const { root, run, npmCalls } = checkoutOn({ node: oldNode, npm });
    await run(join(root, 'scripts/setup.sh'));
    const calls = npmCalls().length;
    const again = await run(join(root, 'scripts/gongkai'));
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(npmCalls()).toHaveLength(calls);
  });

  test('a Node that will do is used, and none is fetched', async () => {
    const { root, run, npmCalls } = checkoutOn({ node: currentNode, npm });
    const { code, stderr } = await run(join(root, 'scripts/setup.sh'));
    expect(code).toBe(0);
    expect(stderr).toContain(`运行环境已就绪：Node.js ${process.version}`);
    expect(npmCalls()).toEqual([expect.stringContaining(' ci ')]);
  });

  test('a changed lock is installed anew; one that npm has installed already is not', async () => {
    const { root, run, npmCalls } = checkoutOn({ node: currentNode, npm });
    await run(join(root, 'scripts/setup.sh'));
    const lock = '{"packages":{"":{},"node_modules/a":{"version":"1.0.0"}}}';
    writeFileSync(join(root, 'package-lock.json'), lock);
    await run(join(root, 'scripts/setup.sh'));
    expect(npmCalls()).toHaveLength(2);

    writeFileSync(join(root, 'package-lock.json'), lock.replace('1.0.0', '1.0.1'));
    writeFileSync(join(root, 'node_modules/.package-lock.json'), lock.replace('1.0.0', '1.0.1'));
    await run(join(root, 'scripts/setup.sh'));
    expect(npmCalls()).toHaveLength(2);
  });

  test('without npm it says what to install', async () => {
    const { root, run } = checkoutOn({ node: oldNode });
    expect(await run(join(root, 'scripts/gongkai'))).toMatchObject({
      code: 64,
      stdout: '',
      stderr: expect.stringMatching(/没有找到 npm.*请先安装/),
    });
  });

  test('without npm all goes well when nothing has to be fetched', async () => {
    const { root, folder, run } = checkoutOn({ node: currentNode, npm });
    await run(join(root, 'scripts/setup.sh'));
    rmSync(join(folder, 'bin/npm'));
    expect(await run(join(root, 'scripts/gongkai'))).toMatchObject({ code: 0, stderr: '' });
  });

  test('a failing npm ends it with a sentence, and the next run can mend it', async () => {
    const { root, run } = checkoutOn({ node: currentNode, npm: `[ "$1" = --version ] || [ -e "$LOG.works" ] || exit 1\n${npm}` });
    expect(await run(join(root, 'scripts/gongkai'))).toMatchObject({ code: 64, stderr: expect.stringContaining('依赖未能装全') });
    writeFileSync(join(root, '../npm.log.works'), '');
    expect(await run(join(root, 'scripts/gongkai'))).toMatchObject({ code: 0 });
  });

  test('two at once install once', async () => {
    const { root, run, npmCalls } = checkoutOn({ node: oldNode, npm });
    const both = await Promise.all([
      run(join(root, 'scripts/gongkai'), { args: ['1'] }),
      run(join(root, 'scripts/gongkai'), { args: ['2'] }),
    ]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(npmCalls()).toHaveLength(2);
  });

  test('the launcher works through symbolic links, from any folder, and passes the exit code on', async () => {
    const { root, folder, run } = checkoutOn({ node: currentNode, npm });
    symlinkSync(join(root, 'scripts/gongkai'), join(folder, 'first'));
    symlinkSync('first', join(folder, 'second'));
    expect(await run('./second', { args: ['x'] })).toMatchObject({ code: 0, stdout: `${JSON.stringify([folder, 'x'])}\n` });
    writeFileSync(join(root, 'src/cli/main.ts'), 'process.exitCode = 2 as number;');
    expect(await run('./second')).toMatchObject({ code: 2 });
  });

  test.for([{ HOME: '' }, { HOME: '/nonexistent' }])('npm gets a cache inside the checkout with %o', async env => {
    const { root, run, npmCalls } = checkoutOn({ node: currentNode, npm: `echo "cache $npm_config_cache" >>"$LOG"\n${npm}` });
    expect(await run(join(root, 'scripts/setup.sh'), { env })).toMatchObject({ code: 0 });
    expect(npmCalls()).toContain(`cache ${join(root, '.node/npm-cache')}`);
  });
});

/**
 * Who may import whom. Each rule says why, because the reader who meets it has just been stopped by it.
 */

/** Folders of src/ whose functions depend on their arguments alone. */
const pure = 'model|text|artifacts|checks|standing|assess|report';

/** Node's own modules through which a program reaches the world outside itself. */
const worldOutside =
  '^(node:)?(fs|net|tls|dns|dgram|http|http2|https|os|process|child_process|cluster|worker_threads|readline|repl|sqlite|perf_hooks|timers)(/|$)';

const packages = names => `node_modules/(${names})(/|$)`;
const network = 'undici|playwright|playwright-core|@sparticuz/chromium';
const database = 'kysely|better-sqlite3|pg|pg-boss|@electric-sql/pglite';
const edges = 'pino|commander|cli-progress|node-cron|@hono/node-server';

/** A folder may import itself, the folders named, and, unless it is pure, the log and what ships with the package; nothing else of what is ours. */
const folder = (name, mayImport, comment) => ({
  name: `${name}-knows-only-its-own`,
  severity: 'error',
  comment,
  from: { path: `^src/${name}/` },
  to: {
    path: '^(src|fixtures|test|scripts)/',
    pathNot: [`^src/(${[name, ...mayImport].join('|')})/`, ...(pure.split('|').includes(name) ? [] : ['^src/(log|package)[.]ts$'])],
  },
});

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Two modules that need each other are one module. (Types may: they are gone when the program runs.)',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'pure-stays-pure',
      severity: 'error',
      comment: 'Judging must be repeatable from stored snapshots alone: no disk, no network, no database, no log, no clock.',
      from: { path: `^src/(${pure})/` },
      to: { path: [worldOutside, packages(network), packages(database), packages(edges)] },
    },
    {
      name: 'model-needs-only-zod',
      severity: 'error',
      comment: 'Everybody imports the model. What it imports, everybody depends on.',
      from: { path: '^src/model/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: packages('zod') },
    },
    folder('model', [], 'The model is the vocabulary of all others and needs none of them.'),
    folder('text', ['model'], 'Helpers on words, dates and addresses know nothing of pages or units.'),
    folder('artifacts', ['model', 'text'], 'What a page shows is read before, and without, knowing what is asked of it.'),
    folder('checks', ['model', 'text', 'artifacts'], 'A check sees artifacts and nothing else, so that it can be tried on old snapshots.'),
    folder('standing', ['model', 'text'], 'How findings settle over time depends on findings alone.'),
    folder(
      'assess',
      ['model', 'text', 'standing'],
      'A frozen year must give the same number for ever: from findings and a scheme, nothing else.',
    ),
    folder(
      'report',
      ['model', 'text'],
      'A report is made from one JSON value, so that it can be made again from a file on a machine without a database.',
    ),
    folder('crawl', ['model', 'text', 'artifacts'], 'Looking must not know who judges or stores: what was seen is handed over as data.'),
    folder(
      'documents',
      ['model', 'text'],
      'What a document says is a function of its bytes. Who asks for it, and where the bytes come from, is not its business.',
    ),
    {
      name: 'documents-touch-nothing-but-bytes',
      severity: 'error',
      comment: 'Documents are hostile: the code that opens them gets bytes and a thread of its own, no disk, no network, no database.',
      from: { path: '^src/documents/' },
      to: { path: [worldOutside, packages(network), packages(database), packages(edges)], pathNot: '^(node:)?worker_threads$' },
    },
    folder('store', ['model', 'text'], 'The store keeps what it is given. Whoever needs it asks in the words of the program.'),
    folder(
      'config',
      ['model', 'text', 'checks', 'artifacts'],
      'Reading files and validating them needs the schemas and the compilers, never what uses them.',
    ),
    folder(
      'jobs',
      [pure.replace('|report', ''), 'crawl', 'documents', 'store', 'config'],
      'The order of the pipeline is known here. Who started it, and how its result is told, is not its business.',
    ),
    folder(
      'web',
      ['model', 'text', 'store', 'report', 'jobs'],
      'The dashboard shows what is stored and starts jobs. It neither crawls nor judges.',
    ),
    {
      name: 'only-store-speaks-sql',
      severity: 'error',
      comment:
        'Ask the Store in the words of the program, so that SQLite and PostgreSQL stay interchangeable. (The job queue brings its own tables.)',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: packages(database), pathNot: packages('pg-boss') },
    },
    {
      name: 'only-crawl-speaks-http',
      severity: 'error',
      comment:
        'Every request must pass the guard, robots.txt and the pacing. Listening on a port, as web/, cli/ and the hosts of the simulated city do, is not speaking; its guide only hands on what a browser asks to those hosts.',
      from: { path: '^(src|fixtures)/', pathNot: '^(src/crawl/|fixtures/city/(serve[.]ts|hosts/|guide/forward[.]ts))' },
      to: { path: [packages(network), '^(node:)?(tls|dns|http2|https)(/|$)'] },
    },
    {
      name: 'nobody-imports-the-entrances',
      severity: 'error',
      comment: 'The command line and the dashboard are entrances, not libraries. Move what both need to where it belongs.',
      from: { path: '^src/', pathNot: '^src/(cli|web)/' },
      to: { path: '^src/(cli|web)/' },
    },
    {
      name: 'only-the-command-line-knows-the-simulated-city',
      severity: 'error',
      comment: 'Minghu is a fixture. The demo serves it; the rest of the program must not know that it exists.',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^fixtures/' },
    },
    {
      name: 'date-fns-function-by-function',
      severity: 'error',
      comment: 'Loading the whole of date-fns takes seconds on a slow machine, at every command. Import date-fns/addDays and the like.',
      from: { path: '^(src|fixtures)/' },
      to: { path: 'node_modules/date-fns/index[.]' },
    },
    {
      name: 'shipped-code-needs-no-tests',
      severity: 'error',
      comment: 'Tests and scripts are not in the package.',
      from: { path: '^(src|fixtures)/' },
      to: { path: '^(test|scripts)/' },
    },
    {
      name: 'shipped-code-needs-shipped-packages',
      severity: 'error',
      comment:
        'A package used at run time belongs into dependencies, one that is only sometimes there into optionalDependencies. Types may come from anywhere.',
      from: { path: '^(src|fixtures)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only', 'npm-optional', 'npm-peer'] },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      comment: 'What cannot be found cannot be run. Mend the path, or add the package.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};

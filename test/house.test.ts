/**
 * The rules of the house that no compiler keeps: who may import whom, what the pure floors never mention, how long a file may be,
 * what every floor says about itself. Reads the sources as text; runs nothing of them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const IGNORED = new Set(['node_modules', '.git', '.cache', '.data', 'cdk.out', 'generated', 'dist', 'coverage']);

const filesUnder = (folder: string): string[] =>
  !existsSync(join(ROOT, folder))
    ? []
    : readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
        if (IGNORED.has(entry.name)) return [];
        const path = `${folder}/${entry.name}`;
        return entry.isDirectory() ? filesUnder(path) : [path];
      });
const isCode = (path: string) => /\.tsx?$/.test(path) && !/\.generated\.ts$/.test(path);
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const FLOORS = ['bin', 'functions', 'lib', 'workflows', 'test'] as const;
const everything = FLOORS.flatMap(filesUnder);
const code = everything.filter(isCode);
const sources = code.filter((path) => !path.startsWith('test/'));

/** Code without what it says about itself. Strings stay: a rule is broken in them as well. */
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

type Import = { readonly from: string; readonly to: string };
/** Every import and re-export: of a file of ours by its path from the root, of anything else by its name. */
const importsOf = (path: string): Import[] => {
  const text = withoutComments(read(path));
  const found = [...text.matchAll(/(?:from\s+|import\s+|import\(\s*)['"]([^'"]+)['"]/g)].map(([, name = '']) => name);
  return found.map((name) => ({
    from: path,
    to: name.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(path), name)) : name,
  }));
};
const imports = sources.flatMap(importsOf);
const inside = (folder: string) => (path: string) => path === folder || path.startsWith(`${folder}/`);

/** Section 1 of the architecture: what each floor may import. A name ending in `/` is a folder of ours or a scope. */
const MAY: readonly [floor: string, may: readonly string[]][] = [
  ['lib/domain', ['lib/domain/', 'zod', 'fraction.js']],
  ['lib/pathway', ['lib/pathway/', 'lib/domain/', 'zod']],
  // A version is the hash of what is in it, and an export is written in one way only.
  ['lib/app', ['lib/app/', 'lib/domain/', 'lib/pathway/', 'zod', 'node:crypto', 'json-stringify-pretty-compact']],
  ['lib/aws', ['lib/aws/', 'lib/app/', 'lib/domain/', '@aws-sdk/', 'node:crypto', 'node:zlib', 'zod']],
  ['lib/local', ['lib/local/', 'lib/pathway/asl.ts', '@aws-sdk/', 'node:', 'zod', 'jsonata', 'classic-level']],
  [
    'lib/cdk',
    [
      'lib/cdk/',
      'lib/aws/',
      'lib/pathway/',
      'lib/app/configuration.ts',
      'aws-cdk-lib',
      'constructs',
      'node:',
      'esbuild',
      'nunjucks',
      'sass',
    ],
  ],
  [
    'functions',
    [
      'functions/',
      'lib/domain/',
      'lib/pathway/',
      'lib/app/',
      'lib/aws/',
      'package.json',
      '@middy/core',
      'hono',
      'node:',
      'zod',
      'nunjucks/',
      '@viz-js/viz',
    ],
  ],
  ['bin', ['bin/', 'lib/', 'functions/', 'node:', 'zod', 'aws-cdk-lib', 'constructs', 'cli-progress']],
];

const allowed = (to: string, may: readonly string[]): boolean =>
  may.some((each) => to === each || to.startsWith(each.endsWith('/') || each.endsWith(':') ? each : `${each}/`));

describe('imports only go down', () => {
  test.each(MAY)('%s imports only what it may', (floor, may) => {
    const wrong = imports.filter(({ from, to }) => inside(floor)(from) && !allowed(to, may));
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test('every source belongs to a floor with a rule', () => {
    expect(sources.filter((path) => !MAY.some(([floor]) => inside(floor)(path)))).toEqual([]);
  });

  test('of AWS, the deployment knows only which actions the adapters need and how the indexes are laid out', () => {
    const known = ['lib/aws/env.ts', 'lib/aws/actions.ts', 'lib/aws/indexes.ts'];
    const wrong = imports.filter(({ from, to }) => inside('lib/cdk')(from) && inside('lib/aws')(to) && !known.includes(to));
    expect(wrong).toEqual([]);
  });

  test('the emulators know nothing of the product', () => {
    expect(
      imports.filter(({ from, to }) => inside('lib/local')(from) && /^(lib\/(app|aws|domain|cdk)|functions|bin)\//.test(to)),
    ).toEqual([]);
  });

  test('no circle of imports between files', () => {
    const next = new Map(sources.map((path) => [path, imports.filter(({ from }) => from === path).map(({ to }) => to)]));
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (path: string, way: readonly string[]): void => {
      if (state.get(path) === 'open') circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
      if (state.has(path)) return;
      state.set(path, 'open');
      for (const each of next.get(path) ?? []) if (next.has(each)) visit(each, [...way, path]);
      state.set(path, 'done');
    };
    // Types have no order of loading, so a circle made of types alone is no circle.
    for (const path of sources) {
      const lasting = withoutComments(read(path)).replace(/import type [\s\S]*?from\s+['"][^'"]+['"];?/g, '');
      next.set(
        path,
        (next.get(path) ?? []).filter((to) => lasting.includes(basename(to))),
      );
    }
    for (const path of sources) visit(path, []);
    expect(circles).toEqual([]);
  });
});

describe('the pure floors', () => {
  const pure = sources.filter((path) => inside('lib/domain')(path) || inside('lib/pathway')(path));
  test.each(['Date.now', 'new Date()', 'Math.random', 'process.', 'fetch(', 'setTimeout', 'console.'])(
    'never mention %s',
    (word) => {
      expect(pure.filter((path) => withoutComments(read(path)).includes(word))).toEqual([]);
    },
  );
});

describe('files', () => {
  test('workflows/ has no code', () => {
    expect(everything.filter((path) => inside('workflows')(path) && !/\.(json|md)$/.test(path))).toEqual([]);
  });

  test('have names that say something', () => {
    const empty = /(^|[-/])(utils?|helpers?|common|misc|manager)(\.|-|\/|$)/;
    expect(code.filter((path) => empty.test(path))).toEqual([]);
    // In a test, "the service" is the whole of what is running, and so a name for something.
    expect(sources.filter((path) => /(^|[-/])services?(\.|-|\/|$)/.test(path))).toEqual([]);
    expect(code.filter((path) => /(^|\/)index\.tsx?$/.test(path))).toEqual([]);
  });

  test('are kebab-case', () => {
    expect(code.filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.tsx?$/.test(basename(path)))).toEqual([]);
  });

  test('are no longer than 250 lines', () => {
    const long = sources.map((path) => [path, read(path).split('\n').length - 1] as const).filter(([, lines]) => lines > 250);
    expect(long).toEqual([]);
  });

  test('open with what they are', () => {
    expect(code.filter((path) => !/^(#!.*\n)?\/\*\*/.test(read(path)) && !inside('test')(path))).toEqual([]);
  });

  test('leave nothing for later, and name no place outside the repository', () => {
    const later = new RegExp(['TO', 'DO|FIX', 'ME|XX', 'X'].join(''));
    expect(code.filter((path) => later.test(read(path)))).toEqual([]);
    const place = new RegExp(['/wo', 'rk/(main|shared)'].join(''));
    expect(everything.filter((path) => /\.(tsx?|json|md)$/.test(path) && place.test(read(path)))).toEqual([]);
  });

  test('trust the compiler: nothing is silenced', () => {
    const silenced = new RegExp(['@ts-(ignore|', 'nocheck)'].join(''));
    expect(code.filter((path) => silenced.test(read(path)))).toEqual([]);
    // A test may show that something does not compile; a source may not rely on it.
    expect(sources.filter((path) => read(path).includes(['@ts-', 'expect-error'].join('')))).toEqual([]);
  });
});

describe('tests', () => {
  const tests = code.filter(inside('test'));
  const words = [
    ['vi', 'mock('].join('.'),
    ['', 'skip('].join('.'),
    ['', 'only('].join('.'),
    ['', 'todo('].join('.'),
    ['', 'skipIf('].join('.'),
  ];
  test.each(words)('never say %s', (word) => {
    expect(tests.filter((path) => withoutComments(read(path)).includes(word))).toEqual([]);
  });

  test('are typed and named like what they test, or stand in a room of their own', () => {
    const rooms = ['test/support/', 'test/journeys/', 'test/browser/', 'test/contracts/', 'test/house.test.ts', 'test/kill-nine'];
    const strays = tests
      .filter((path) => !rooms.some((room) => path.startsWith(room)))
      .filter((path) => {
        const mirrored = path
          .replace(/^test\//, '')
          .split('/')
          .slice(0, -1)
          .join('/')
          .replace(/\/(fixtures?|golden)$/, '');
        return mirrored !== '' && !existsSync(join(ROOT, mirrored)) && !existsSync(join(ROOT, 'lib', mirrored));
      });
    expect(strays).toEqual([]);
  });
});

describe('every floor opens with a page about itself', () => {
  const under = (folder: string) =>
    !existsSync(join(ROOT, folder))
      ? []
      : readdirSync(join(ROOT, folder), { withFileTypes: true })
          .filter((entry) => entry.isDirectory() && !IGNORED.has(entry.name))
          .map(({ name }) => `${folder}/${name}`);
  const floors = ['bin', 'functions', 'workflows', 'test', ...under('lib'), ...under('functions/web')];

  test('so that whoever opens it knows where they are', () => {
    expect(floors.filter((floor) => !existsSync(join(ROOT, floor, 'README.md')))).toEqual([]);
  });

  test('in about ten lines, under a title', () => {
    const pages = floors.map((floor) => `${floor}/README.md`).filter((file) => existsSync(join(ROOT, file)));
    expect(pages.filter((file) => !/^# \S/.test(read(file)))).toEqual([]);
    const opening = (file: string) => read(file).split(/^## /m)[0]?.trimEnd().split('\n').length ?? 0;
    expect(pages.filter((file) => opening(file) > 16)).toEqual([]);
  });
});

describe('words and things that must not drift apart', () => {
  const membersOf = (file: string, type: string): string[] => {
    const union = new RegExp(`export type ${type} =([\\s\\S]*?);`).exec(read(file))?.[1] ?? '';
    return [...union.matchAll(/'([a-z-]+)'/g)].map(([, member = '']) => member);
  };
  const domain = sources.filter(inside('lib/domain')).map(read).join('\n');

  test('every refusal can happen', () => {
    const codes = membersOf('lib/domain/refusal.ts', 'RefusalCode');
    expect(codes.length).toBeGreaterThan(10);
    const made = (each: string) => new RegExp(`refuse\\(\\s*'${each}'|[?:] '${each}'`).test(domain);
    expect(codes.filter((each) => !made(each))).toEqual([]);
  });

  test('every refusal of the domain is seen in a test', () => {
    const tested = code.filter(inside('test/domain')).map(read).join('\n');
    const codes = membersOf('lib/domain/refusal.ts', 'RefusalCode');
    expect(codes.filter((each) => !tested.includes(`'${each}'`))).toEqual([]);
  });

  test('every event has words in the history that people read', () => {
    const types = [...read('lib/domain/event.ts').matchAll(/readonly type: '([A-Za-z]+)'/g)].map(([, type = '']) => type);
    expect(types.length).toBeGreaterThan(15);
    const shown = sources.filter(inside('functions/web')).map(read).join('\n');
    expect(types.filter((type) => !new RegExp(`\\b${type}\\b`).test(shown))).toEqual([]);
  });

  test('every action of the permission table is somebody’s', () => {
    const actions = [...read('lib/domain/permission.ts').matchAll(/^ {2}'?([a-z-]+)'?: \{/gm)].map(([, action = '']) => action);
    const asked = code
      .filter((path) => inside('functions')(path) || inside('lib')(path))
      .filter((path) => path !== 'lib/domain/permission.ts');
    const text = asked.map(read).join('\n');
    expect(actions.length).toBeGreaterThan(15);
    expect(actions.filter((action) => !text.includes(`'${action}'`))).toEqual([]);
  });

  test('every dependency has its line of reason', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const reasons = existsSync(join(ROOT, 'docs/dependencies.md')) ? read('docs/dependencies.md') : '';
    const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(names.filter((name) => !name.startsWith('@types/') && !reasons.includes(name))).toEqual([]);
  });

  test('the lock file records no place to download from', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });
});

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import * as esbuild from 'esbuild';
import { condensed } from '../../../scripts/lib/condensed.mjs';
import { inRoot } from '../../../scripts/lib/root.mjs';
import { leavesOut } from '../../../scripts/lib/unused.mjs';

const server = `class Connection {
    constructor() {
    }
    get window() {
        return 1;
    }
    onHover(handler) {
        return this.register('hover', handler);
    }
    onCodeLens(handler) {
        if (handler) {
            return this.register('codeLens', handler);
        }
    }
    register(kind, handler) {
        return { kind, handler };
    }
    toString() { return 'Connection'; }
}
const handlers = {
        onRename: (handler) => new Connection().register('rename', (one, two) => {
            return handler(one, two);
        }),
        onLinks: (handler) => {
            return handler;
        },
        onColour: (handler) => new Connection().register('colour', handler),
};
`;
const moniker = `const MonikerFeature = (Base) => {
    return class extends Base {
        initialize(capabilities) {
            super.initialize(capabilities);
        }
        get moniker() {
            return { on: (handler) => this.connection.onRequest('moniker', handler) };
        }
    };
};
`;

describe('a package of the protocol', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glossator-smaller-'));
    await writeFile(join(folder, 'server.js'), server);
    await writeFile(join(folder, 'moniker.js'), moniker);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** What is left of a source for a program of this one line. */
  async function leftFor(program: string, source: string): Promise<string> {
    await writeFile(join(folder, 'main.ts'), program);
    const shorter = await leavesOut([folder], folder);
    return shorter(source);
  }

  it('keeps the methods that the program or the package calls, and loses the others', async () => {
    const left = await leftFor('connection.onHover(() => window); onRename(f);', server);
    assert.match(left, /onHover\(handler\)/);
    assert.match(left, /onRename: [\s\S]*return handler\(one, two\)/);
    assert.match(left, /register\(kind, handler\)[\s\S]*toString\(\)/);
    assert.doesNotMatch(left, /codeLens|onLinks|onColour/i);
    await esbuild.transform(left);
  });

  it('does not count a name in a comment as a call', async () => {
    const left = await leftFor('window; /* onHover */ // onRename', server);
    assert.doesNotMatch(left, /onHover|onRename/);
  });

  it('has a feature only where the program names what the feature adds', async () => {
    assert.equal(await leftFor('languages.moniker.on(f);', moniker), moniker);
    assert.equal(await leftFor('onHover(f);', moniker), 'const MonikerFeature = (Base) => Base;\n');
  });
});

describe('core’s sources in a bundle', () => {
  const bundled = async (entry: string, plugins: esbuild.Plugin[]) => {
    const { outputFiles } = await esbuild.build({
      entryPoints: [inRoot('server/src/core', entry)],
      bundle: true,
      format: 'esm',
      plugins,
      write: false,
    });
    return outputFiles[0].text;
  };

  it('have a named number where its name stood', async () => {
    const read = (code: string): readonly string[] =>
      code.match(/\b(TokenKind|TokenFlag|UnitClass)\.\w+/g) ?? [];
    assert.ok(read(await bundled('text/tokens.ts', [])).includes('TokenKind.word'));
    assert.deepEqual(read(await bundled('text/tokens.ts', [condensed])), []);
  });

  it('have the languages’ words, whatever stood between them', async () => {
    const load = async (plugins: esbuild.Plugin[]): Promise<Record<string, unknown>> => {
      const code = await bundled('languages/index.ts', plugins);
      return import(`data:text/javascript,${encodeURIComponent(code)}`);
    };
    const oneSpace = (_: string, value: unknown) =>
      typeof value === 'string' ? value.replace(/\s+/g, ' ') : value;
    const [before, now] = await Promise.all([load([]), load([condensed])]);
    assert.ok(JSON.stringify(now.languages).length > 50_000);
    assert.equal(JSON.stringify(now.languages), JSON.stringify(before.languages, oneSpace));
  });
});

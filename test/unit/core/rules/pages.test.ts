import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { severityOf } from '../../../../server/src/core/analysis/diagnose.ts';
import { defaultConfiguration } from '../../../../server/src/core/corpus/configuration.ts';
import { type Code, codes } from '../../../../server/src/core/rules/finding.ts';
import { rules } from '../../../../server/src/core/rules/index.ts';
import { ChunkedText } from '../../../../server/src/core/text/document.ts';
import { Positions } from '../../../../server/src/position.ts';
import { toDiagnostic } from '../../../../server/src/toProtocol.ts';
import { findingsOf } from './check.ts';

const folder = 'docs/rules/';

/** The file name that a diagnostic of the code links to. */
function pageOf(code: Code): string {
  const finding = { code, severity: 'info', start: 0, end: 0, message: '' } as const;
  const { codeDescription } = toDiagnostic(finding, {
    uri: 'file:///a.txt',
    positions: new Positions(new ChunkedText(''), 'utf-16'),
    relatedInformation: false,
    codeDescription: true,
    docs: '',
  });
  return codeDescription?.href ?? `${code.replace('/', '-')}.md`;
}

describe('the rules’ pages', () => {
  it('are one a code, under the name that diagnostics link to', () => {
    const pages = readdirSync(folder).filter((name) => name !== 'README.md');
    assert.deepEqual(pages.sort(), codes.map(pageOf).sort());
  });

  it('are all in the index, which has nothing else', () => {
    const index = readFileSync(`${folder}README.md`, 'utf8');
    const linked = [...index.matchAll(/\]\(([a-z-]+\.md)\)/g)].map(([, page]) => page);
    assert.deepEqual(linked.sort(), codes.map(pageOf).sort());
  });

  it('say the code, its title and how to silence it', () => {
    for (const code of codes) {
      const page = readFileSync(folder + pageOf(code), 'utf8');
      assert.ok(page.startsWith(`# ${code}\n`), code);
      assert.ok(page.includes(`{ "rules": { "${code}": "off" } }`), code);
      const severity = severityOf(code, defaultConfiguration);
      assert.ok(page.includes(`Default severity: ${severity}.`), code);
      const title = rules.find((rule) => rule.code === code)?.title;
      if (title) assert.ok(page.includes(`${title}.`), `${code}: ${title}`);
    }
  });
});

describe('the examples on the pages', () => {
  for (const rule of rules) {
    if (!/^number\/|^entity\/(?:spelling|inconsistent|abbreviation)/.test(rule.code)) continue;
    it(`${rule.code}: the first is reported, the second is not`, () => {
      const page = readFileSync(folder + pageOf(rule.code), 'utf8');
      const [bad, good] = [...page.matchAll(/```text\n(.*?)```/gs)].map(([, example]) => example);
      assert.notDeepEqual(findingsOf(rule, bad), []);
      assert.deepEqual(findingsOf(rule, good), []);
    });
  }
});

describe('the list of rules', () => {
  it('has no code twice, and all codes but those of files', () => {
    const listed = rules.map(({ code }) => code);
    assert.equal(new Set(listed).size, listed.length);
    const ofFiles = codes.filter((code) => /^(sidecar|registry|config)\//.test(code));
    assert.deepEqual([...listed, ...ofFiles].sort(), [...codes].sort());
  });
});

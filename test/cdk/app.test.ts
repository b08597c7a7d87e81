import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBundle } from '../../bin/app.ts';
import { ROOT } from '../../lib/cdk/bundle.ts';

let workflows: string;
beforeEach(() => {
  workflows = join(mkdtempSync(join(tmpdir(), 'ownway-app-')), 'workflows');
  cpSync(join(ROOT, 'workflows'), workflows, { recursive: true });
});
afterEach(() => rmSync(join(workflows, '..'), { recursive: true, force: true }));

type PathwayFile = { stages: { id: string; outcomes: Record<string, unknown> }[] };
const edit = (file: string, change: (json: PathwayFile) => void): void => {
  const path = join(workflows, file);
  const json = JSON.parse(readFileSync(path, 'utf8')) as PathwayFile;
  change(json);
  writeFileSync(path, JSON.stringify(json, null, 2));
};

describe('readBundle', () => {
  it('reads the repository’s own folder, and needs no council named while there is one', () => {
    expect(readBundle(workflows).council.id).toBe('larkshire');
    expect(readBundle(workflows, 'larkshire').version).toBe(readBundle(workflows).version);
  });

  it('names the place of an outcome that leads nowhere', () => {
    edit('pathways/adult-care.json', ({ stages }) => {
      const stage = stages.find(({ id }) => id === 'quality-check');
      if (stage) stage.outcomes.content = { stage: 'gone' };
    });
    expect(() => readBundle(workflows)).toThrow(
      /workflows\/pathways\/adult-care\.json, stages\/quality-check\/outcomes\/content: /,
    );
  });

  it('names the line of a file that is not JSON', () => {
    writeFileSync(join(workflows, 'pathways', 'adult-care.json'), '{\n  "id": "adult-care",\n');
    expect(() => readBundle(workflows)).toThrow(/workflows\/pathways\/adult-care\.json, line \d/);
  });

  it('names the councils there are when another is wanted', () => {
    expect(() => readBundle(workflows, 'nowhere')).toThrow(
      'There is no council “nowhere”. The files in workflows/councils/ are of: larkshire.',
    );
  });

  it('goes without the stage councils strip once what led to it leads past it', () => {
    edit('pathways/adult-care.json', ({ stages }) => {
      stages.splice(
        stages.findIndex(({ id }) => id === 'quality-check'),
        1,
      );
      for (const stage of stages)
        for (const [outcome, to] of Object.entries(stage.outcomes))
          if (JSON.stringify(to).includes('quality-check')) stage.outcomes[outcome] = { stage: 'plan-approval' };
    });
    expect(readBundle(workflows).pathways[0]?.stages.map(({ id }) => id)).not.toContain('quality-check');
  });
});

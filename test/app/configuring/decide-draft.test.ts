/** A draft from its beginning to its end: changes, undo, handing over, being overtaken. Publishing it is in `configure.test.ts`. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadFolder } from '../../../bin/workflows-folder.ts';
import {
  authorsOf,
  type DraftCommand,
  type DraftDecision,
  type DraftSetting,
  decideDraft,
  isDraftRefusal,
  MOST_CHANGES,
  startDraft,
} from '../../../lib/app/configuring/decide-draft.ts';
import { type Documents, versionOf } from '../../../lib/app/configuring/documents.ts';
import { type Draft, draftDocuments } from '../../../lib/app/configuring/draft.ts';
import { withIds } from '../../../lib/app/configuring/kept-ids.ts';
import type { Operation } from '../../../lib/app/configuring/operation.ts';

const { documents } = loadFolder(fileURLToPath(new URL('../../../workflows', import.meta.url)));
const WREN = { id: 'S-WREN', name: 'Wren Okonkwo' };
const BILAL = { id: 'S-BILAL', name: 'Bilal Castellane' };
let counted = 0;
const setting = (change: Partial<DraftSetting> = {}): DraftSetting => ({
  by: WREN,
  now: new Date('2026-11-22T09:00:00Z'),
  id: `N-${++counted}`,
  base: documents,
  ids: withIds({}, documents),
  live: { version: versionOf(documents), documents },
  ...change,
});

const FORM = 'forms/quality-check.json';
const retitled = (title: string): Operation => ({
  type: 'put-document',
  path: FORM,
  json: { ...(documents[FORM] as Record<string, unknown>), title },
});
const change = (title: string): DraftCommand & { type: 'change-draft' } => ({
  type: 'change-draft',
  operation: retitled(title),
  reason: 'Plainer words',
});
const done = (decided: DraftDecision): Draft => {
  if (isDraftRefusal(decided)) throw new Error(`${decided.refused}: ${decided.message}`);
  return decided;
};
const begun = (): Draft => done(startDraft('Fewer forms', setting()));
const having = (commands: readonly Exclude<DraftCommand, { type: 'start-draft' }>[], draft = begun()): Draft =>
  commands.reduce((sofar, command) => done(decideDraft(command, sofar, setting())), draft);
const titleNow = (draft: Draft) => ((draftDocuments(documents, draft) as Documents)[FORM] as { title: string }).title;

describe('changing', () => {
  test('every change is kept with who, when and why, and can be undone and done again', () => {
    const draft = having([change('One'), change('Two')]);
    expect(draft.changes.map(({ by, at, reason }) => [by.id, at, reason])).toEqual([
      ['S-WREN', '2026-11-22T09:00:00.000Z', 'Plainer words'],
      ['S-WREN', '2026-11-22T09:00:00.000Z', 'Plainer words'],
    ]);
    expect(titleNow(draft)).toBe('Two');
    const back = having([{ type: 'undo' }], draft);
    expect(titleNow(back)).toBe('One');
    expect(versionOf(draftDocuments(documents, having([{ type: 'undo' }], back)) as Documents)).toBe(versionOf(documents));
    expect(titleNow(having([{ type: 'redo' }], back))).toBe('Two');
    expect(having([change('Three')], back).undone).toEqual([]);
  });

  test('each save counts one revision, so that two people at once are noticed', () => {
    expect(having([change('One'), { type: 'undo' }, { type: 'redo' }]).revision).toBe(4);
  });

  test.each<[string, () => DraftDecision, string]>([
    ['no name', () => startDraft('  ', setting()), 'needs-title'],
    ['an empty new name', () => decideDraft({ type: 'rename-draft', title: '' }, begun(), setting()), 'needs-title'],
    ['nothing to undo', () => decideDraft({ type: 'undo' }, begun(), setting()), 'nothing-to-undo'],
    ['nothing to do again', () => decideDraft({ type: 'redo' }, begun(), setting()), 'nothing-to-undo'],
    [
      'what is so already',
      () =>
        decideDraft(
          { type: 'change-draft', operation: { type: 'put-document', path: FORM, json: documents[FORM] as never }, reason: '' },
          begun(),
          setting(),
        ),
      'nothing-changed',
    ],
    [
      'what cannot be done',
      () =>
        decideDraft(
          { type: 'change-draft', operation: { type: 'remove-document', path: 'forms/gone.json' }, reason: '' },
          begun(),
          setting(),
        ),
      'cannot-do',
    ],
    ['handing over nothing', () => decideDraft({ type: 'check-draft' }, begun(), setting()), 'nothing-changed'],
    [
      'more changes than one draft holds',
      () => {
        const [one] = having([change('One')]).changes;
        return decideDraft(change('Last'), { ...begun(), changes: Array(MOST_CHANGES).fill(one) }, setting());
      },
      'no-room',
    ],
  ])('is refused for %s', (_what, decide, refused) => {
    expect(decide()).toMatchObject({ refused, message: expect.stringMatching(/\.$/) });
  });
});

describe('handing over', () => {
  test('a draft with faults is not handed over, and every fault is told', () => {
    const faulty = having([
      { type: 'change-draft', operation: { type: 'remove-document', path: 'pathways/adult-care.json' }, reason: '' },
    ]);
    const decided = decideDraft({ type: 'check-draft' }, faulty, setting());
    expect(decided).toMatchObject({ refused: 'has-faults' });
    expect(isDraftRefusal(decided) && decided.faults?.length).toBeGreaterThan(0);
  });

  test('once handed over it stays as it is until it is taken back', () => {
    const handed = having([change('One'), { type: 'check-draft' }]);
    expect(handed).toMatchObject({ state: 'checked', checkedBy: WREN });
    expect(decideDraft(change('Two'), handed, setting())).toMatchObject({ refused: 'draft-is-handed-over' });
    const back = having([{ type: 'reopen-draft' }], handed);
    expect(back.state).toBe('open');
    expect(back.checkedBy).toBeUndefined();
    expect(titleNow(having([change('Two')], back))).toBe('Two');
  });

  test('everybody who had a hand in it is an author', () => {
    const mine = having([change('One')]);
    const theirs = done(decideDraft(change('Two'), mine, setting({ by: BILAL })));
    expect(authorsOf(mine)).toEqual([WREN]);
    expect(authorsOf(theirs)).toEqual([WREN, BILAL]);
  });
});

describe('being overtaken', () => {
  const OTHER = 'forms/arranging-support.json';
  const live = { ...documents, [OTHER]: { ...(documents[OTHER] as Record<string, unknown>), title: 'Arranging it' } };
  const overtaken = () => setting({ live: { version: versionOf(live), documents: live } });

  test('a draft on something that is no longer live is not handed over', () => {
    expect(decideDraft({ type: 'check-draft' }, having([change('One')]), overtaken())).toMatchObject({ refused: 'out-of-date' });
  });

  test('brought up to date it has its own changes and those of the other', () => {
    const draft = done(decideDraft({ type: 'bring-up-to-date' }, having([change('One')]), overtaken()));
    expect(draft.base).toBe(versionOf(live));
    const made = draftDocuments(live, draft) as Record<string, { title: string }>;
    expect([made[FORM]?.title, made[OTHER]?.title]).toEqual(['One', 'Arranging it']);
  });

  test('a change that fits no more is named and nothing is lost', () => {
    const draft = having([{ type: 'change-draft', operation: { type: 'remove-document', path: OTHER }, reason: 'Not needed' }]);
    const { [OTHER]: _gone, ...without } = documents;
    const decided = decideDraft(
      { type: 'bring-up-to-date' },
      draft,
      setting({ live: { version: versionOf(without), documents: without } }),
    );
    expect(decided).toMatchObject({ refused: 'out-of-date', message: expect.stringContaining('Not needed') });
  });

  test('one that was handed over is taken back by it', () => {
    const handed = having([change('One'), { type: 'check-draft' }]);
    const draft = done(decideDraft({ type: 'bring-up-to-date' }, handed, overtaken()));
    expect(draft).toMatchObject({ state: 'open', revision: handed.revision + 1 });
  });
});

test.each(['published', 'dropped'] as const)('a draft that is %s never changes again', (state) => {
  for (const command of [change('One'), { type: 'undo' }, { type: 'reopen-draft' }, { type: 'check-draft' }] as const)
    expect(decideDraft(command, { ...begun(), state }, setting())).toMatchObject({ refused: 'draft-is-done' });
});

describe('what would shut a draft for good is not taken in', () => {
  test.each<[string, DraftCommand & { type: 'change-draft' }]>([
    [
      'a document in no room there is',
      {
        type: 'change-draft',
        operation: { type: 'replace-documents', documents: { ...documents, 'letters/Evil Name.json': {} } as never },
        reason: '',
      },
    ],
    [
      'a path that leads out',
      { type: 'change-draft', operation: { type: 'put-document', path: '../secrets.json', json: {} }, reason: '' },
    ],
    ['a reason without end', { ...change('One'), reason: 'because '.repeat(100) }],
    ['an operation nobody knows', { type: 'change-draft', operation: { type: 'drop-table' } as never, reason: '' }],
  ])('%s', (_what, command) => {
    expect(decideDraft(command, begun(), setting())).toMatchObject({
      refused: 'cannot-do',
      message: expect.stringMatching(/\.$/),
    });
  });

  test('a draft that replaces everything is not put onto something newer: that would take it back', () => {
    const whole = {
      type: 'replace-documents',
      documents: { ...documents, [FORM]: { ...(documents[FORM] as object), title: 'All' } },
    } as never;
    const draft = having([{ type: 'change-draft', operation: whole, reason: '' }]);
    const live = { version: '0'.repeat(16), documents };
    expect(decideDraft({ type: 'bring-up-to-date' }, draft, setting({ live }))).toMatchObject({ refused: 'cannot-do' });
  });
});

test('whoever undid something had a hand in it as well', () => {
  const mine = having([change('One'), change('Two')]);
  expect(authorsOf(done(decideDraft({ type: 'undo' }, mine, setting({ by: BILAL }))))).toEqual([WREN, BILAL]);
});

test('an id never comes to mean something else, however long ago it was published', () => {
  const ids = { ...withIds({}, documents), 'questions/money.extra': 'text' };
  const file = 'questions/money.json';
  const bank = documents[file] as { questions: object[] };
  const added = { ...(bank.questions.find((each) => 'type' in each && each.type === 'money') as object), id: 'money.extra' };
  const operation = { type: 'put-document', path: file, json: { ...bank, questions: [...bank.questions, added] } } as const;
  const draft = having([{ type: 'change-draft', operation, reason: '' }]);
  const decided = decideDraft({ type: 'check-draft' }, draft, setting({ ids }));
  expect(isDraftRefusal(decided) && decided.faults?.map(({ code, where }) => [code, where])).toEqual([
    ['id-reused', 'money.extra'],
  ]);
});

test('the council’s own file cannot go', () => {
  const operation = { type: 'remove-document', path: 'councils/larkshire.json' } as const;
  const draft = having([{ type: 'change-draft', operation, reason: '' }]);
  const decided = decideDraft({ type: 'check-draft' }, draft, setting());
  expect(isDraftRefusal(decided) && decided.faults?.some(({ message }) => message.includes('larkshire'))).toBe(true);
});

/**
 * `ownway migrate`: where each open case would be on what is live, and asking for them to be moved there. The moving is done by the
 * service's own clock, a few cases a minute; this files the job and says how far it is.
 */
import { randomUUID } from 'node:crypto';
import type { MovePreview } from '../../lib/app/configuring/move-preview.ts';
import { type Command, type ExitCode, type Io, parse, WrongUse } from './command.ts';
import {
  ACTOR_DETAILS,
  actorFrom,
  CONNECTION_DETAILS,
  type Connection,
  type ConnectionValues,
  connect,
  connectionOptions,
} from './connection.ts';

const usage = 'migrate [--dry-run] [--title <words> --reason <words> --as <id>] [--undo <move>] [--json]';

const WORDS = {
  'needs-person': 'need a person',
  'better-left': 'better left',
  moves: 'move to another stage',
  'same-place': 'stay in their place',
  'on-it-already': 'are on it already',
} as const;

const words = ({ to, rows, counts, more, looked }: MovePreview): string =>
  [
    `${looked} open cases and version ${to}:`,
    ...Object.entries(WORDS).map(([kind, said]) => `  ${String(counts[kind as keyof typeof WORDS]).padStart(5)}  ${said}`),
    ...rows.flatMap(({ caseId, stage, next, verdict }) => {
      if (verdict.kind === 'on-it-already' || verdict.kind === 'same-place') return [];
      return [
        `  ${caseId} at ${stage?.title ?? 'support in place'}: ${WORDS[verdict.kind]}${next ? `, “${next.title}”` : ''}. ${verdict.why}`,
      ];
    }),
    ...(more ? ['There are more open cases than were looked at.'] : []),
  ].join('\n');

const everyPage = async (connection: Connection): Promise<MovePreview> => {
  const { previewMove } = await import('../../lib/app/configuring/move-preview.ts');
  const { previewPorts } = await import('../../functions/web/admin/move-ports.ts');
  const live = await connection.configurations.current();
  if (!live) throw new WrongUse('Nothing has been published there yet.');
  const first = await previewMove(previewPorts, live.bundle);
  const rows = [...first.rows];
  for (let page = 2; page <= first.pages; page++) rows.push(...(await previewMove(previewPorts, live.bundle, page)).rows);
  return { ...first, rows };
};

type Answered = { readonly refused: string; readonly message: string } | { readonly id: string };
const tell = (answer: Answered, io: Io): ExitCode => {
  if ('refused' in answer) {
    io.err(answer.message);
    return 1;
  }
  io.out(answer.id);
  return 0;
};

type Values = ConnectionValues & { readonly title?: string; readonly reason?: string; readonly undo?: string };
const ask = async (connection: Connection, values: Values, io: Io): Promise<ExitCode> => {
  const { title, reason, undo } = values;
  if (!reason || !(title || undo)) throw new WrongUse('Say --title and --reason, or --dry-run to look only.');
  const by = await actorFrom(connection, values);
  const { startMove, undoMove } = await import('../../lib/app/configuring/moving.ts');
  const { askPorts, startPorts } = await import('../../functions/web/admin/move-ports.ts');
  if (undo) return tell(await undoMove(askPorts, { id: undo, by, reason }), io);
  const live = await connection.publishing.live();
  const asked = { to: live?.version ?? '', title: title ?? '', reason, by, request: randomUUID() };
  return tell(await startMove(startPorts, asked), io);
};

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Say where each open case would be on what is live, and have them moved there.',
  usage,
  details: [
    '--dry-run          only look: every open case as same place, moves to, needs a person, or better left; nothing is changed',
    '--title, --reason  what the move is called, and why; prints its id. The service moves a few cases a minute',
    '--undo             puts back what a move has moved, within thirty days',
    '--json             with --dry-run: print the whole preview',
    ...ACTOR_DETAILS,
    ...CONNECTION_DETAILS,
    'Exit code 0: looked, or asked for. 1: refused, and why. 2: used wrongly, or nothing to reach.',
  ],
  examples: ['migrate --dry-run', 'migrate --title "No second look" --reason "It never changed a plan" --as S-WREN'],
  run: async (args, io) => {
    const own = {
      'dry-run': { type: 'boolean' },
      title: { type: 'string' },
      reason: { type: 'string' },
      undo: { type: 'string' },
      json: { type: 'boolean' },
    } as const;
    const { values } = parse({ args: [...args], options: { ...connectionOptions, ...own } });
    const connection = await connect(values);
    if (!values['dry-run']) return ask(connection, values, io);
    const preview = await everyPage(connection);
    io.out(values.json ? JSON.stringify(preview, null, 2) : words(preview));
    return 0;
  },
};

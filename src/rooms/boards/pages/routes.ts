import { NOT_PERMITTED } from '../../../platform/command/index.ts';
import { readId } from '../../../platform/http/ids.ts';
import { deskPaths } from '../../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isCivilDate } from '../../../rules/calendar/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import * as commands from '../commands.ts';
import { checkFounding, checkSeat, readFounding, readSeat } from '../forms.ts';
import { permits } from '../permits.ts';
import { NO_DAY } from '../refusals.ts';
import { boardPage, type Sent } from './board.tsx';
import { boardsList } from './list.tsx';
import { hrefTo, PATHS } from './parts.tsx';
import { portalPage } from './portal.tsx';

type Handler = (ports: Ports, context: StaffContext, on: On) => Promise<Reply>;

interface On {
  portalId: number;
  boardId: number;
  memberId: number;
}

const TABLE: readonly [
  name: string,
  method: 'GET' | 'POST',
  path: keyof typeof PATHS,
  permit: keyof typeof permits,
  Handler,
][] = [
  ['list', 'GET', 'list', 'boards.read', (ports, context) => boardsList(ports, context)],
  [
    'portal',
    'GET',
    'portal',
    'boards.read',
    (ports, context, { portalId }) => portalPage(ports, context, portalId),
  ],
  ['foundBoard', 'POST', 'portal', 'boards.write', found],
  ['board', 'GET', 'board', 'boards.read', (ports, context, on) => boardPage(ports, context, on)],
  ['addMember', 'POST', 'addMember', 'boards.write', seat],
  ['changeMember', 'POST', 'changeMember', 'boards.write', seat],
  ['endMember', 'POST', 'endMember', 'boards.write', leave],
  ['endBoard', 'POST', 'end', 'boards.write', end],
  ['showBoard', 'POST', 'show', 'boards.show', show],
  ['hideBoard', 'POST', 'hide', 'boards.show', hide],
];

export function deskRoutes(ports: Ports): AnyRoute[] {
  return TABLE.map(([name, method, path, permit, handle]) =>
    staffRoute({
      name: `boards.${name}`,
      method,
      path: deskPaths(PATHS[path]),
      permit: { permits, permit },
      handle: (context) => {
        const { id, board, member } = context.params;
        const on = { portalId: readId(id) ?? 0, boardId: readId(board) ?? 0, memberId: readId(member) ?? 0 };
        return handle(ports, context, on);
      },
    }),
  );
}

const seeOther = (to: string): Reply => ({ kind: 'redirect', to });

async function found(ports: Ports, context: StaffContext, { portalId }: On): Promise<Reply> {
  const { person, lang, form } = context;
  const parsed = checkFounding(readFounding(form));
  if ('errors' in parsed) return portalPage(ports, context, portalId, parsed.errors);
  try {
    const input = { ...parsed.value, portalId };
    const { boardId } = await ports.perform(person, commands.foundBoard, input);
    return seeOther(`${hrefTo(lang, 'board', { id: portalId, board: boardId })}?xong=lap`);
  } catch (error) {
    if (!(error instanceof Refusal) || error === NOT_PERMITTED) throw error;
    return portalPage(ports, context, portalId, { [error.field ?? 'code']: error.words });
  }
}

/** Does the work and shows the board again; a refusal stands where it was asked. */
async function onBoard(
  ports: Ports,
  context: StaffContext,
  on: On,
  sent: Omit<Sent, 'errors'>,
  done: string,
  work: () => Promise<unknown>,
): Promise<Reply> {
  try {
    await work();
    return seeOther(`${hrefTo(context.lang, 'board', { id: on.portalId, board: on.boardId })}?xong=${done}`);
  } catch (error) {
    if (!(error instanceof Refusal) || error === NOT_PERMITTED) throw error;
    return boardPage(ports, context, on, { ...sent, errors: { [error.field ?? 'noi-dung']: error.words } });
  }
}

async function seat(ports: Ports, context: StaffContext, on: On): Promise<Reply> {
  const isNew = on.memberId === 0;
  const sent = isNew ? { form: 'add' as const } : { form: 'change' as const, memberId: on.memberId };
  const parsed = checkSeat(readSeat(context.form));
  if ('errors' in parsed) return boardPage(ports, context, on, { ...sent, errors: parsed.errors });
  const input = { ...on, ...parsed.value };
  return onBoard(ports, context, on, sent, isNew ? 'them' : 'sua', () =>
    isNew
      ? ports.perform(context.person, commands.addMember, input)
      : ports.perform(context.person, commands.changeMember, input),
  );
}

async function leave(ports: Ports, context: StaffContext, on: On): Promise<Reply> {
  const sent = { form: 'leave' as const, memberId: on.memberId };
  const leftOn = context.form.get('leftOn') ?? '';
  if (!isCivilDate(leftOn)) return boardPage(ports, context, on, { ...sent, errors: { leftOn: NO_DAY } });
  return onBoard(ports, context, on, sent, 'thoi', () =>
    ports.perform(context.person, commands.endMember, { ...on, leftOn }),
  );
}

async function end(ports: Ports, context: StaffContext, on: On): Promise<Reply> {
  const sent = { form: 'end' as const };
  const endedOn = context.form.get('endedOn') ?? '';
  if (!isCivilDate(endedOn)) return boardPage(ports, context, on, { ...sent, errors: { endedOn: NO_DAY } });
  try {
    await ports.perform(context.person, commands.endBoard, { ...on, endedOn });
    return seeOther(`${hrefTo(context.lang, 'portal', { id: on.portalId })}?xong=ket-thuc`);
  } catch (error) {
    if (!(error instanceof Refusal) || error === NOT_PERMITTED) throw error;
    return boardPage(ports, context, on, { ...sent, errors: { endedOn: error.words } });
  }
}

function show(ports: Ports, context: StaffContext, on: On): Promise<Reply> {
  const changedAt = context.form.get('changedAt') ?? '';
  return onBoard(ports, context, on, { form: 'show' }, 'cong-bo', () =>
    ports.perform(context.person, commands.showBoard, { ...on, changedAt }),
  );
}

function hide(ports: Ports, context: StaffContext, on: On): Promise<Reply> {
  return onBoard(ports, context, on, { form: 'show' }, 'thoi-cong-bo', () =>
    ports.perform(context.person, commands.hideBoard, on),
  );
}

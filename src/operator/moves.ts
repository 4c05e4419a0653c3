import type { Command } from '../platform/command/index.ts';
import type { Queryable } from '../platform/db/index.ts';
import {
  approveEdition,
  checkEdition,
  MOVES,
  STATE_WORDS,
  type State,
  sendBackEdition,
  submitEdition,
  withdrawEdition,
} from '../rooms/publishing/index.ts';
import type { Lang, Words } from '../rules/lang.ts';
import { Refusal } from '../rules/refusal.ts';
import { type Call, type OperatorCommand, type OptionRule, sentence } from './command.ts';
import { readAll, withApp } from './installation.ts';
import { actingAs, idOf, oneOf, originOf } from './lookups.ts';
import { type EditionPlace, findLatestEdition, findPublishedEdition } from './store.ts';
import { TOOL_WORDS } from './words.ts';

type MoveCommand = Command<
  { portalId: number; editionId: number; reason?: string },
  { itemId: number; state: string }
>;

/** A step of the workflow as the tool offers it. */
interface MoveRule {
  /** As it is typed. */
  name: string;
  move: 'submit' | 'check' | 'approve' | 'sendBack' | 'withdraw';
  command: MoveCommand;
  words: Words;
  /** Options and person of the example; the people are those of the demo. */
  example: string;
  /** Who reads the reason, when one must be given. */
  reason?: Words;
}

const moved = (id: number, title: string, state: State): Words => ({
  vi: `Bài số ${id} (“${title}”): ${STATE_WORDS[state].vi}.`,
  en: `Item ${id} (“${title}”): ${STATE_WORDS[state].en}.`,
});

const OPTIONS = {
  item: { value: 'N', required: true, words: { vi: 'số của bài', en: 'number of the item' } },
  as: {
    value: 'USERNAME',
    required: true,
    words: {
      vi: 'người làm việc này; quyền và nguyên tắc bốn mắt như ở bàn làm việc',
      en: 'who does it; rights and four eyes hold as at the desk',
    },
  },
} as const satisfies Record<string, OptionRule>;

const LANGUAGE: OptionRule = {
  value: 'vi|en',
  words: { vi: 'bản tiếng nào (mặc định: vi)', en: 'which language of the item (default: vi)' },
};

/** A step of the workflow as a person: his rights and four eyes hold as at the desk. */
function moveCommand(rule: MoveRule): OperatorCommand {
  const { name, words, example, reason } = rule;
  return {
    name,
    words,
    options: {
      ...OPTIONS,
      ...(reason && { reason: { value: 'TEXT', required: true, words: reason } }),
      language: LANGUAGE,
    },
    example: `npm run portal -- ${name} --item 12 ${example}`,
    desk: '/tin-bai',
    run: (call) => makeMove(call, rule),
  };
}

function makeMove(call: Call, { move, command, reason }: MoveRule) {
  return withApp(call, async (app) => {
    const itemId = idOf(call, 'item');
    const language = oneOf(call, 'language', ['vi', 'en'], 'vi');
    const edition = await readAll(app, (tx) => findEditionFor(tx, move, itemId, language));
    if (!edition)
      throw new Refusal('item-unknown', TOOL_WORDS.unknownItem(String(itemId), move === 'withdraw'));
    const person = await actingAs(app, call, call.text('as'), edition.portal_id);
    await app.ports.perform(person, command, {
      portalId: edition.portal_id,
      editionId: edition.id,
      ...(reason && { reason: call.text('reason') }),
    });
    const state = MOVES[move].to;
    // what was taken down has a notice at its address
    const isSeen = state === 'published' || state === 'withdrawn';
    const address = isSeen ? addressOf(originOf(app, call, edition.host), itemId, language) : '';
    return {
      data: { itemId, editionId: edition.id, state, address: address || null },
      text: [sentence(call, moved(itemId, edition.title, state)), address].filter(Boolean).join('\n'),
    };
  });
}

/** What is public is taken down, though a later edition may be on its way; every other step is for the one on its way. */
async function findEditionFor(
  tx: Queryable,
  move: MoveRule['move'],
  itemId: number,
  language: Lang,
): Promise<EditionPlace | undefined> {
  return move === 'withdraw'
    ? findPublishedEdition(tx, itemId, language)
    : findLatestEdition(tx, itemId, language);
}

/** The short address, which leads on to the full one. */
function addressOf(origin: string, itemId: number, language: Lang): string {
  return `${origin}${language === 'en' ? '/en' : ''}/bai/${itemId}`;
}

export const submit = moveCommand({
  name: 'submit',
  move: 'submit',
  command: submitEdition,
  words: { vi: 'Gửi một bản thảo để soát, duyệt', en: 'Submit a draft for checking and approval' },
  example: '--as ltmhanhlaocai',
});
export const check = moveCommand({
  name: 'check',
  move: 'check',
  command: checkEdition,
  words: {
    vi: 'Soát một bản đã gửi, trình duyệt',
    en: 'Check a submitted edition and pass it on for approval',
  },
  example: '--as hvpaolaocai',
});
export const sendBack = moveCommand({
  name: 'send-back',
  move: 'sendBack',
  command: sendBackEdition,
  words: {
    vi: 'Trả một bản đang chờ soát, duyệt hoặc hẹn giờ về cho người viết',
    en: 'Send an edition that waits, or is scheduled, back to its writer',
  },
  example: '--as hvpaolaocai --reason "Thiếu ngày ban hành"',
  reason: { vi: 'lý do; người viết sẽ đọc', en: 'the reason; the writer reads it' },
});
export const approve = moveCommand({
  name: 'approve',
  move: 'approve',
  command: approveEdition as MoveCommand,
  words: { vi: 'Duyệt đăng một bản', en: 'Approve an edition, which publishes it' },
  example: '--as nttsuonglaocai',
});
export const withdraw = moveCommand({
  name: 'withdraw',
  move: 'withdraw',
  command: withdrawEdition,
  words: {
    vi: 'Gỡ bài đang đăng; ở địa chỉ của bài có lời báo kèm lý do',
    en: 'Take a published item down; a notice with the reason stands at its address',
  },
  example: '--as nttsuonglaocai --reason "Số liệu sai, sẽ đăng lại"',
  reason: { vi: 'lý do; hiện công khai ở địa chỉ của bài', en: 'the reason; shown in public at its address' },
});

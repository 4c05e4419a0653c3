import type { Command } from '../platform/command/index.ts';
import {
  approveEdition,
  checkEdition,
  MOVES,
  STATE_WORDS,
  type State,
  submitEdition,
} from '../rooms/publishing/index.ts';
import type { Words } from '../rules/lang.ts';
import { Refusal } from '../rules/refusal.ts';
import { type OperatorCommand, sentence } from './command.ts';
import { readAll, withApp } from './installation.ts';
import { actingAs, idOf, oneOf } from './lookups.ts';
import { findLatestEdition } from './store.ts';
import { TOOL_WORDS } from './words.ts';

type MoveCommand = Command<{ portalId: number; editionId: number }, { itemId: number; state: string }>;

const moved = (id: number, title: string, state: State): Words => ({
  vi: `Bài số ${id} (“${title}”): ${STATE_WORDS[state].vi}.`,
  en: `Item ${id} (“${title}”): ${STATE_WORDS[state].en}.`,
});

/** User names of the demo. */
const EXAMPLE_PEOPLE = { submit: 'ltmhanhlaocai', check: 'hvpaolaocai', approve: 'nttsuonglaocai' };

/** A step of the workflow as a person: his rights and four eyes hold as at the desk. */
function moveCommand(
  name: 'submit' | 'check' | 'approve',
  command: MoveCommand,
  words: Words,
): OperatorCommand {
  return {
    name,
    words,
    options: {
      item: { value: 'N', required: true, words: { vi: 'số của bài', en: 'number of the item' } },
      as: {
        value: 'USERNAME',
        required: true,
        words: {
          vi: 'người làm việc này; quyền và nguyên tắc bốn mắt như ở bàn làm việc',
          en: 'who does it; rights and four eyes hold as at the desk',
        },
      },
      language: {
        value: 'vi|en',
        words: { vi: 'bản tiếng nào (mặc định: vi)', en: 'which language of the item (default: vi)' },
      },
    },
    example: `npm run portal -- ${name} --item 12 --as ${EXAMPLE_PEOPLE[name]}`,
    desk: '/tin-bai',
    run: (call) =>
      withApp(call, async (app) => {
        const itemId = idOf(call, 'item');
        const language = oneOf(call, 'language', ['vi', 'en'], 'vi');
        const edition = await readAll(app, (tx) => findLatestEdition(tx, itemId, language));
        if (!edition) throw new Refusal('item-unknown', TOOL_WORDS.unknownItem(String(itemId)));
        const person = await actingAs(app, call, call.text('as'), edition.portal_id);
        await app.ports.perform(person, command, { portalId: edition.portal_id, editionId: edition.id });
        const state = MOVES[name].to;
        const address =
          state === 'published' ? addressOf(app.ports.settings.originOf(edition.host), itemId, language) : '';
        return {
          data: { itemId, editionId: edition.id, state, address: address || null },
          text: [sentence(call, moved(itemId, edition.title, state)), address].filter(Boolean).join('\n'),
        };
      }),
  };
}

/** The short address, which leads on to the full one. In the demo the port is known only to the server. */
function addressOf(origin: string, itemId: number, language: 'vi' | 'en'): string {
  return `${origin.replace(/:0$/, '')}${language === 'en' ? '/en' : ''}/bai/${itemId}`;
}

export const submit = moveCommand('submit', submitEdition, {
  vi: 'Gửi một bản thảo để soát, duyệt',
  en: 'Submit a draft for checking and approval',
});
export const check = moveCommand('check', checkEdition, {
  vi: 'Soát một bản đã gửi, trình duyệt',
  en: 'Check a submitted edition and pass it on for approval',
});
export const approve = moveCommand('approve', approveEdition as MoveCommand, {
  vi: 'Duyệt đăng một bản',
  en: 'Approve an edition, which publishes it',
});

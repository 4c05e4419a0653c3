import type { Command } from '../../../platform/command/index.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { Refusal } from '../../../rules/refusal.ts';
import {
  approveEdition,
  checkEdition,
  type Decided,
  type DecideEdition,
  discardEdition,
  recallEdition,
  sendBackEdition,
} from '../deciding.ts';
import { type MoveForm, readId, readLang, readMove } from '../forms.ts';
import { proposeItem } from '../proposing.ts';
import { findReadableItem, type LoadedItem, reading } from '../queries.ts';
import { submitEdition } from '../submitting.ts';
import { publishUrgent } from '../urgent-commands.ts';
import { withdrawEdition } from '../withdrawing.ts';
import { startEdition } from '../writing.ts';
import { showApproval } from './approval.tsx';
import { submitSaved } from './checking.tsx';
import { showItem } from './item.tsx';
import { paths, seeOther } from './parts.tsx';

const COMMANDS: Record<Exclude<MoveForm['move'], 'approve' | 'schedule'>, Command<DecideEdition, Decided>> = {
  submit: submitEdition,
  recall: recallEdition,
  check: checkEdition,
  sendBack: sendBackEdition,
  discard: discardEdition,
  withdraw: withdrawEdition,
  publishUrgent,
};

const TIME_MISSING = new Refusal(
  'time-missing',
  {
    vi: 'Ghi ngày và giờ đăng, ví dụ 21/11/2026 07:00.',
    en: 'Give date and time, for example 21 Nov 2026, 07:00.',
  },
  'publishAt',
);
const UNKNOWN_STEP = new Refusal('unknown-step', {
  vi: 'Không rõ bạn muốn làm bước nào. Hãy tải lại trang rồi bấm lại.',
  en: 'It is not clear which step you meant. Reload the page and press again.',
});

function load(ports: Ports, context: StaffContext): Promise<LoadedItem | undefined> {
  const { person, params } = context;
  return reading(ports, person, (tx) => findReadableItem(tx, person, readId(params.id)));
}

/** One step of the workflow, posted from the item's or the approval's page; a refusal shows that page again. */
export async function takeStep(ports: Ports, context: StaffContext): Promise<Reply> {
  const loaded = await load(ports, context);
  if (!loaded) return { kind: 'missing' };
  const { lang, person, form } = context;
  const step = readMove(form);
  try {
    if (!step) throw UNKNOWN_STEP;
    const input = { portalId: loaded.portal.id, editionId: step.editionId, reason: step.reason };
    if (step.move === 'submit')
      return submitSaved(ports, context, { itemId: loaded.item.id, editionId: step.editionId });
    if (step.move === 'approve') await ports.perform(person, approveEdition, input);
    else if (step.move === 'schedule') {
      if (!step.publishAt) throw TIME_MISSING;
      await ports.perform(person, approveEdition, { ...input, publishAt: step.publishAt });
    } else await ports.perform(person, COMMANDS[step.move], input);
    return seeOther(paths.item(lang, loaded.item.id), step.move);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const wasApproval = form.get('trang') === 'duyet' && step;
    return wasApproval
      ? showApproval(ports, withEdition(context, step.editionId), error)
      : showItem(ports, context, error);
  }
}

function withEdition(context: StaffContext, editionId: number): StaffContext {
  return { ...context, params: { ...context.params, editionId: String(editionId) } };
}

/** A new edition of what is published, or the first in the other language; opens its editor. */
export async function beginEdition(ports: Ports, context: StaffContext): Promise<Reply> {
  const loaded = await load(ports, context);
  if (!loaded) return { kind: 'missing' };
  const { lang, person, form } = context;
  const { item, portal } = loaded;
  try {
    const language = readLang(form.get('language')) ?? 'vi';
    const { editionId } = await ports.perform(person, startEdition, {
      portalId: portal.id,
      itemId: item.id,
      language,
    });
    return seeOther(paths.edit(lang, item.id, editionId), 'tao');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showItem(ports, context, error);
  }
}

/** Proposes a published item to another portal of the locality. */
export async function propose(ports: Ports, context: StaffContext): Promise<Reply> {
  const loaded = await load(ports, context);
  if (!loaded) return { kind: 'missing' };
  const { lang, person, form } = context;
  const { item, portal } = loaded;
  try {
    await ports.perform(person, proposeItem, {
      fromPortalId: portal.id,
      toPortalId: readId(form.get('toPortalId')) ?? 0,
      itemId: item.id,
      language: readLang(form.get('language')) ?? 'vi',
      note: (form.get('note') ?? '').slice(0, 2_000),
    });
    return seeOther(paths.item(lang, item.id), 'denghi');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showItem(ports, context, error);
  }
}

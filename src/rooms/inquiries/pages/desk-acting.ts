import { Readable } from 'node:stream';
import { readId } from '../../../platform/http/ids.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { draftAnswer, submitAnswer } from '../answering.ts';
import { readDraft } from '../desk-forms.ts';
import { findHandedFile } from '../desk-queries.ts';
import { orderForgetting } from '../forgetting.ts';
import { maskAnswer } from '../masking-rules.ts';
import type { OfInquiry } from '../moving.ts';
import { type Casefile, findCasefile } from '../queries.ts';
import { MOVES, type MoveName } from '../rules.ts';
import { showCase, type TypedOnCase } from './desk-case.tsx';
import { STEPS } from './desk-moves.ts';
import { paths, seeOther } from './desk-parts.tsx';

const UNKNOWN_STEP = new Refusal('unknown-step', {
  vi: 'Không rõ bạn muốn làm bước nào. Hãy tải lại trang rồi bấm lại.',
  en: 'It is not clear which step you meant. Reload the page and press again.',
});

const NOT_SURE = new Refusal(
  'not-sure',
  {
    vi: 'Hãy đánh dấu rằng bạn hiểu dữ liệu đã xóa không lấy lại được.',
    en: 'Tick that you understand: what is deleted cannot be brought back.',
  },
  'sure',
);

async function caseOf(ports: Ports, { person, params, lang }: StaffContext): Promise<Casefile | undefined> {
  const id = readId(params.id);
  return id === undefined ? undefined : findCasefile(ports, person, id, lang);
}

const actingOn = ({ row, actingFor }: Casefile): OfInquiry => ({
  portalId: actingFor,
  inquiryId: row.id,
});

/** One move, posted from the case; a refusal shows the case again with everything typed. */
export async function takeMove(ports: Ports, context: StaffContext): Promise<Reply> {
  const casefile = await caseOf(ports, context);
  if (!casefile) return { kind: 'missing' };
  const { form, lang, person } = context;
  const name = form.get('move') ?? '';
  const move = name in MOVES ? (name as MoveName) : undefined;
  const step = move && STEPS[move];
  if (!move || !step) return showCase(ports, context, { refusal: UNKNOWN_STEP });
  if (form.get('do') === 'part')
    return showCase(ports, context, { step: { move, form, refusal: undefined } });
  try {
    await step(ports, person, actingOn(casefile), form);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showCase(ports, context, { step: { move, form, refusal: error } });
  }
  return seeOther(paths.one(lang, casefile.row.id), move);
}

/** The draft: kept, handed on, masked, or shown with one more row. */
export async function saveDraft(ports: Ports, context: StaffContext): Promise<Reply> {
  const casefile = await caseOf(ports, context);
  if (!casefile) return { kind: 'missing' };
  const { form, lang, person } = context;
  const draft = readDraft(form);
  const wish = form.get('do');
  const again = (more: Partial<NonNullable<TypedOnCase['draft']>>) =>
    showCase(ports, context, {
      draft: { form: draft, refusal: undefined, moreRows: false, wasMasked: false, ...more },
    });
  if (wish === 'row') return again({ moreRows: true });
  if (wish === 'mask')
    return again({
      form: { ...draft, content: maskAnswer(draft.content, casefile.asker, casefile.row.language) },
      wasMasked: true,
    });
  const of = actingOn(casefile);
  let isSaved = false;
  try {
    await ports.perform(person, draftAnswer, { ...of, ...draft });
    isSaved = true;
    if (wish === 'submit') await ports.perform(person, submitAnswer, of);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return again({ refusal: error, form: { ...draft, from: isSaved ? draft.from + 1 : draft.from } });
  }
  return seeOther(paths.one(lang, of.inquiryId), wish === 'submit' ? 'submit' : 'draft');
}

/** A file, opened for who may read the inquiry: always saved, never shown by the browser. */
export async function sendFile(ports: Ports, context: StaffContext): Promise<Reply> {
  const { params, person } = context;
  const [id, fileId] = [readId(params.id), readId(params.fileId)];
  const file =
    id === undefined || fileId === undefined ? undefined : await findHandedFile(ports, person, id, fileId);
  if (!file) return { kind: 'missing' };
  const name = encodeURIComponent(file.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return {
    kind: 'stream',
    type: file.type,
    stream: Readable.from([file.bytes]),
    sizeBytes: file.bytes.length,
    headers: {
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="tep"; filename*=UTF-8''${name}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    },
  };
}

/** The order to delete the personal data of an inquiry that is over. */
export async function forgetOne(ports: Ports, context: StaffContext): Promise<Reply> {
  const casefile = await caseOf(ports, context);
  if (!casefile) return { kind: 'missing' };
  if (!context.form.has('sure')) return showCase(ports, context, { refusal: NOT_SURE });
  try {
    await ports.perform(context.person, orderForgetting, actingOn(casefile));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showCase(ports, context, { refusal: error });
  }
  return seeOther(paths.one(context.lang, casefile.row.id), 'forget');
}

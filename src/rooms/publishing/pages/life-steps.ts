import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isCivilDate } from '../../../rules/calendar/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { moveItemTo } from '../addressing.ts';
import { markCorrection, showOldWording } from '../correction-commands.ts';
import { setExpiry, setReview } from '../expiring.ts';
import { readId, readMoment } from '../forms.ts';
import { findReadableItem, type LoadedItem, reading } from '../queries.ts';
import { rescheduleEdition } from '../rescheduling.ts';
import { bringBackEdition, restoreEdition } from '../restoring.ts';
import { showItem } from './item.tsx';
import { showLife } from './life.tsx';
import { lifePaths, tryOr } from './life-parts.tsx';
import { paths, seeOther } from './parts.tsx';

const UNREADABLE_MOMENT = (field: string) =>
  new Refusal(
    'moment-unreadable',
    {
      vi: 'Ghi đủ ngày và giờ, ví dụ 21/11/2026 07:00.',
      en: 'Give date and time, for example 21 Nov 2026, 07:00.',
    },
    field,
  );
const UNREADABLE_DAY = new Refusal(
  'day-unreadable',
  {
    vi: 'Ghi đủ ngày, tháng, năm, ví dụ 31/12/2026.',
    en: 'Give day, month and year, for example 31 Dec 2026.',
  },
  'reviewOn',
);
const UNKNOWN_WORK = new Refusal('unknown-step', {
  vi: 'Không rõ bạn muốn làm việc nào. Hãy tải lại trang rồi bấm lại.',
  en: 'It is not clear what you meant. Reload the page and press again.',
});

type Work = (ports: Ports, context: StaffContext, loaded: LoadedItem) => Promise<Reply>;

function instantIn(form: URLSearchParams, field: string): Date | undefined {
  const typed = form.get(field) ?? '';
  const at = readMoment(typed);
  if (typed !== '' && !at) throw UNREADABLE_MOMENT(field);
  return at;
}

const editionIdIn = (form: URLSearchParams): number => readId(form.get('editionId')) ?? 0;

/** What can be posted from the page of an item's life, by the name of its form. */
const WORKS: Readonly<Record<string, Work>> = {
  async thoidang(ports, { lang, person, form }, { item, portal }) {
    const expiresAt = instantIn(form, 'expiresAt');
    const expiresAs = form.get('expiresAs') === 'archive' ? 'archive' : 'notice';
    await ports.perform(person, setExpiry, { portalId: portal.id, itemId: item.id, expiresAt, expiresAs });
    return seeOther(lifePaths.life(lang, item.id), 'thoidang');
  },
  async rasoat(ports, { lang, person, form }, { item, portal }) {
    const typed = form.get('reviewOn') ?? '';
    if (typed !== '' && !isCivilDate(typed)) throw UNREADABLE_DAY;
    await ports.perform(person, setReview, {
      ...{ portalId: portal.id, itemId: item.id, reviewOn: isCivilDate(typed) ? typed : undefined },
      note: form.get('note') ?? '',
    });
    return seeOther(lifePaths.life(lang, item.id), 'rasoat');
  },
  async chuyen(ports, { lang, person, form }, { item, portal }) {
    await ports.perform(person, moveItemTo, {
      ...{ portalId: portal.id, itemId: item.id, sectionId: readId(form.get('sectionId')) ?? 0 },
      words: (form.get('words') ?? '').slice(0, 300),
    });
    return seeOther(lifePaths.life(lang, item.id), 'chuyen');
  },
  async laylai(ports, { lang, person, form }, { item, portal }) {
    const { editionId } = await ports.perform(person, restoreEdition, {
      ...{ portalId: portal.id, editionId: editionIdIn(form) },
    });
    return seeOther(paths.edit(lang, item.id, editionId), 'tao');
  },
  async laylaithao(ports, { lang, person, form }, { item, portal }) {
    const editionId = editionIdIn(form);
    await ports.perform(person, bringBackEdition, { portalId: portal.id, editionId });
    return seeOther(paths.edit(lang, item.id, editionId), 'tao');
  },
};

/** What can be posted from the page of the item itself. */
const ITEM_WORKS: Readonly<Record<string, Work>> = {
  async dinhchinh(ports, { lang, person, form }, { item, portal }) {
    await ports.perform(person, markCorrection, {
      ...{ portalId: portal.id, editionId: editionIdIn(form), note: form.get('note') ?? '' },
    });
    return seeOther(paths.item(lang, item.id), 'dinhchinh');
  },
  async chucu(ports, { lang, person, form }, { item, portal }) {
    await ports.perform(person, showOldWording, {
      ...{ portalId: portal.id, editionId: editionIdIn(form), shows: form.get('shows') === '1' },
    });
    return seeOther(paths.item(lang, item.id), 'chucu');
  },
  async doigio(ports, { lang, person, form }, { item, portal }) {
    const publishAt = instantIn(form, 'publishAt');
    if (!publishAt) throw UNREADABLE_MOMENT('publishAt');
    await ports.perform(person, rescheduleEdition, {
      ...{ portalId: portal.id, editionId: editionIdIn(form), publishAt },
    });
    return seeOther(paths.item(lang, item.id), 'doigio');
  },
};

/** A form of the life of an item; a refusal shows the page it came from again. */
export async function changeLife(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, params, form } = context;
  const loaded = await reading(ports, person, (tx) => findReadableItem(tx, person, readId(params.id)));
  if (!loaded) return { kind: 'missing' };
  const name = form.get('viec') ?? '';
  const work = WORKS[name] ?? ITEM_WORKS[name];
  return tryOr(
    async () => {
      if (!work) throw UNKNOWN_WORK;
      return work(ports, context, loaded);
    },
    (refusal) => (name in ITEM_WORKS ? showItem(ports, context, refusal) : showLife(ports, context, refusal)),
  );
}

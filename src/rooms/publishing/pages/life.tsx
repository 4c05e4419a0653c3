import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import { Breadcrumb, DeskTitle } from '../../../ui/index.ts';
import { portalName } from '../../portals/index.ts';
import { findLife, type LifeRow } from '../expiry-store.ts';
import { readId } from '../forms.ts';
import { type Adoption, adoptionsOf } from '../life-queries.ts';
import { type ArchivedCopy, listCopiesOfItem } from '../life-store.ts';
import { lifeWords } from '../life-words.ts';
import { type ItemUses, usesOfItem } from '../links.ts';
import { permits } from '../permits.ts';
import { findReadableItem, type LoadedItem, reading } from '../queries.ts';
import { listEditionEvents } from '../store.ts';
import { publishingWords } from '../words.ts';
import { Copies, Discarded } from './life-copies.tsx';
import { AddressForm, ExpiryForm, ReviewForm } from './life-forms.tsx';
import { LifeDone, Uses } from './life-parts.tsx';
import { page, paths, RefusalSummary, SubHeading } from './parts.tsx';

export interface LifeView extends LoadedItem {
  life: LifeRow | undefined;
  uses: ItemUses;
  adoptions: Adoption[];
  copies: ArchivedCopy[];
  /** When each discarded edition was discarded. */
  discardedAt: Map<number, Date>;
  mayApprove: boolean;
  mayWrite: boolean;
}

/** The life of an item after its approval, on one page. */
export async function showLife(ports: Ports, context: StaffContext, refusal?: Refusal): Promise<Reply> {
  const { person, params, lang } = context;
  const found = await reading(ports, person, async (tx) => {
    const loaded = await findReadableItem(tx, person, readId(params.id));
    if (!loaded) return undefined;
    const { item, portal, editions } = loaded;
    const discardedAt = new Map<number, Date>();
    for (const { id } of editions.filter(({ state }) => state === 'discarded')) {
      const at = (await listEditionEvents(tx, id)).findLast(({ move }) => move === 'discard')?.at;
      if (at) discardedAt.set(id, at);
    }
    return {
      ...loaded,
      life: await findLife(tx, item.id),
      uses: await usesOfItem(tx, item),
      copies: await listCopiesOfItem(tx, item.id),
      discardedAt,
      mayApprove: isPermitted(person, permits, 'publishing.approve', portal.id),
      mayWrite: isPermitted(person, permits, 'publishing.write', portal.id),
    };
  });
  if (!found) return { kind: 'missing' };
  const adoptions = await adoptionsOf(ports, found.portal.locality_id, found.item.id, lang);
  return page(lifePage(ports, context, { ...found, adoptions }, refusal), refusal ? 422 : 200);
}

function lifePage(ports: Ports, context: StaffContext, view: LifeView, refusal: Refusal | undefined): string {
  const { lang } = context;
  const w = lifeWords[lang];
  const p = publishingWords(lang);
  const kept = view.editions.filter(({ state }) => state !== 'discarded');
  const latest = kept.find(({ language }) => language === lang) ?? kept[0] ?? view.editions[0];
  const title = latest?.title || p.untitled;
  return deskFrame(
    ports,
    context,
    { title: `${w.life}: ${title}`, portalName: portalName(view.portal, lang) },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: paths.list(lang), text: p.items },
          { href: paths.item(lang, view.item.id), text: title },
        ]}
        here={w.life}
      />
      <DeskTitle eyebrow={w.life} title={title}>
        <p class="note">{w.lifeLead}</p>
      </DeskTitle>
      <LifeDone context={context} />
      <RefusalSummary lang={lang} refusal={refusal} place="thoi-dang" />
      <SubHeading id="thoi-dang">{w.expiry}</SubHeading>
      <ExpiryForm context={context} view={view} refusal={refusal} />
      <SubHeading id="ra-soat">{w.review}</SubHeading>
      <ReviewForm context={context} view={view} refusal={refusal} />
      <SubHeading id="dia-chi">{w.address}</SubHeading>
      <AddressForm context={context} view={view} refusal={refusal} />
      <SubHeading id="dan-den">{w.uses}</SubHeading>
      <Uses lang={lang} uses={view.uses} adoptions={view.adoptions} />
      <SubHeading id="ban-luu">{w.copies}</SubHeading>
      <Copies context={context} view={view} />
      <Discarded context={context} view={view} />
    </>,
  );
}

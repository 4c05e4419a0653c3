import type { ComponentChildren } from 'preact';
import { deskFrame } from '../../../desk-frame.tsx';
import { deskPath } from '../../../platform/http/paths.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { portalsPermitted } from '../../../rules/access/index.ts';
import type { Lang, Words } from '../../../rules/lang.ts';
import { Callout, Chips, ErrorSummary, fieldsOf } from '../../../ui/index.ts';
import { permits, portalsToRead } from '../permits.ts';
import { staffingWords } from '../words.ts';

/** Addresses of this room, below the desk. */
export const PATHS = {
  register: '/phan-cong',
  csv: '/phan-cong/so.csv',
  decisions: '/phan-cong/quyet-dinh',
  decision: '/phan-cong/quyet-dinh/:decision',
  send: '/phan-cong/quyet-dinh/:decision/gui',
  reviews: '/phan-cong/ra-soat',
  review: '/phan-cong/ra-soat/:review',
  finishReview: '/phan-cong/ra-soat/:review/xong',
  handOvers: '/phan-cong/ban-giao',
  handOver: '/phan-cong/ban-giao/:handOver',
  confirmHandOver: '/phan-cong/ban-giao/:handOver/xac-nhan',
  finishHandOver: '/phan-cong/ban-giao/:handOver/xong',
  dropHandOver: '/phan-cong/ban-giao/:handOver/bo',
} as const;

export function hrefTo(lang: Lang, name: keyof typeof PATHS, id?: number): string {
  return deskPath(lang, PATHS[name].replace(/:\w+/, String(id ?? '')));
}

export type FieldErrors = Readonly<Record<string, Words>>;

export const fields = <Draft extends object>(lang: Lang, draft: Draft, errors: FieldErrors) =>
  fieldsOf(lang, draft, (name) => errors[name]?.[lang]);

export const seeOther = (to: string): Reply => ({ kind: 'redirect', to });

export interface PageShape {
  title: string;
  portalName?: string | undefined;
  errors?: FieldErrors;
  /** What was just done, in words. */
  notice?: string | undefined;
  /** The part of the room it belongs to, for the row of ways. */
  part?: 'register' | 'decisions' | 'reviews' | 'handOvers';
}

/** A finished page of this room; with errors it answers 422 and names each on top. */
export function page(
  ports: Ports,
  context: StaffContext,
  { title, portalName, errors = {}, notice, part }: PageShape,
  children: ComponentChildren,
): Reply {
  const { lang } = context;
  const w = staffingWords(lang);
  const list = Object.entries(errors).map(([field, words]) => ({ href: `#${field}`, text: words[lang] }));
  const html = deskFrame(
    ports,
    context,
    { title, ...(portalName ? { portalName } : {}) },
    <>
      {notice && list.length === 0 && <Callout tone="good" live title={notice} />}
      <ErrorSummary lang={lang} title={w.errors(list.length)} errors={list} />
      {part && <Ways context={context} part={part} />}
      {children}
    </>,
  );
  return { kind: 'page', html, status: list.length > 0 ? 422 : 200 };
}

/** The parts of the room this person may open. */
function Ways({ context, part }: { context: StaffContext; part: NonNullable<PageShape['part']> }) {
  const { lang, person } = context;
  const w = staffingWords(lang);
  const reads = portalsToRead(person).length > 0;
  const parts = reads
    ? (['register', 'decisions', 'reviews', 'handOvers'] as const)
    : (['handOvers'] as const);
  return (
    <Chips
      label={w.waysLabel}
      chips={parts.map((one) => ({ href: hrefTo(lang, one), text: w.ways[one], current: one === part }))}
    />
  );
}

/** Portals on which the person holds a permit of this room. */
export const permitted = ({ person }: StaffContext, permit: keyof typeof permits) =>
  portalsPermitted(person, permits, permit);

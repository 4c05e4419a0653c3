/** How a provision is called in the two languages. */
import { listDocumentKinds } from '../intake/index.ts';
import type { Lang } from '../lang.ts';
import type { Provision, ProvisionFinding, Structure } from './model.ts';
import { ordinalOf } from './ordinal.ts';
import {
  ATTACHED_KIND_WORDS,
  OCCURRENCE_WORDS,
  PROVISION_FINDING_WORDS,
  PROVISION_WORDS,
  UNNAMED_ATTACHMENT_WORDS,
} from './words.ts';

type Named = Pick<Structure, 'provisions'>;

/**
 * "điểm a khoản 6 Điều 11 Quy chế", in English "point a of clause 6 of Article 11 of the Regulation". Chapters and
 * parts are left out below an article, whose number counts through the document.
 */
export function provisionName(structure: Named, index: number, lang: Lang): string {
  const names: string[] = [];
  let at = index;
  let inArticle = false;
  let inClause = false;
  while (at !== -1) {
    const provision = structure.provisions[at];
    if (!provision) break;
    const isOuter = /^(?:part|chapter|section|subsection)$/u.test(provision.kind);
    // "khoản 1.1" already says "khoản 1".
    const isHolder = inClause && provision.kind === 'clause';
    if (!(inArticle && isOuter) && !isHolder) names.push(ownName(provision, lang));
    inArticle ||= provision.kind === 'article';
    inClause ||= provision.kind === 'clause';
    at = provision.parent;
  }
  return names.join(lang === 'vi' ? ' ' : ' of ') + occurrence(structure.provisions[index], lang);
}

function ownName({ kind, number, address }: Provision, lang: Lang): string {
  if (kind === 'attachment') return attachmentName(number, lang);
  if (kind === 'appendix') {
    const isForm = /-?mau-[a-z0-9-]+(?:~\d+)?$/u.test(address);
    return `${PROVISION_WORDS[isForm ? 'form' : 'appendix'][lang]} ${number}`.trim();
  }
  const shown = kind === 'part' && lang === 'en' ? partNumber(number) : number;
  return `${PROVISION_WORDS[kind][lang]} ${shown}`;
}

/** "Phần thứ hai" is Part 2; "II" stays. */
function partNumber(number: string): string {
  return /^\p{L}{2,}\s/u.test(number) ? String(ordinalOf(number) ?? number) : number;
}

function attachmentName(kind: string, lang: Lang): string {
  const known = Object.entries(ATTACHED_KIND_WORDS).find(([name]) => name === kind)?.[1];
  if (lang === 'vi') return kind || UNNAMED_ATTACHMENT_WORDS.vi;
  const en = known?.en ?? listDocumentKinds().find(({ name }) => name === kind)?.en;
  return `the ${en ?? UNNAMED_ATTACHMENT_WORDS.en}`;
}

function occurrence(provision: Provision | undefined, lang: Lang): string {
  const count = /~(\d+)$/u.exec(provision?.address ?? '')?.[1];
  return count ? OCCURRENCE_WORDS[lang](count) : '';
}

/** A finding with its sentence in both languages, beginning with the name of the place. */
export function findingFor(
  structure: Named,
  code: ProvisionFinding['code'],
  at: number,
  before: string,
): ProvisionFinding {
  const words = PROVISION_FINDING_WORDS[code];
  const sentence = (lang: Lang) => {
    const name = provisionName(structure, at, lang);
    return words[lang](name.charAt(0).toUpperCase() + name.slice(1), before);
  };
  return { code, address: structure.provisions[at]?.address ?? '', vi: sentence('vi'), en: sentence('en') };
}

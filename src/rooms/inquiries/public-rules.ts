import type { CivilDate } from '../../rules/calendar/index.ts';
import { daysBetween } from '../../rules/calendar/index.ts';
import type { Lang, Words } from '../../rules/lang.ts';
import {
  type AskerField,
  type AskerKind,
  askerFields,
  type Basis,
  clockCategoryOf,
  dutyFor,
  type FoundDuty,
  type InquiryRules,
  type Intake as IntakeLaw,
  inquiryRules,
  keepUntil,
  nationalOn,
  type PortalRole,
  type Profile,
  type ProfileSet,
} from '../../rules/profile/index.ts';
import { foldVietnamese, normVietnamese } from '../../rules/text/index.ts';
import { INTAKE_RULES, type Intake } from './intakes.ts';

/** The law of a portal on a day, as its forms need it. */
export interface AskLaw {
  own: Profile;
  rules: InquiryRules;
  on: CivilDate;
  role: PortalRole;
  profiles: ProfileSet;
}

export function askLaw(profiles: ProfileSet, own: Profile, on: CivilDate, role: PortalRole): AskLaw {
  return { own, rules: inquiryRules(own, nationalOn(profiles, own, on), on), on, role, profiles };
}

/** The intake of an address, where a text of the locality knows it. */
export function findIntake(law: AskLaw, lang: Lang, slug: string): IntakeLaw | undefined {
  return law.rules.intakes.find(({ kind }) => INTAKE_RULES[kind].slug[lang] === slug);
}

/**
 * Whether an intake is open on this portal. One that the text gives to the provincial board (LC Đ20.3) is open on the
 * main portal alone.
 */
export function isOpenHere({ portals }: IntakeLaw, role: PortalRole): boolean {
  return portals.includes(role);
}

/**
 * Which portal of the locality takes it in: remarks on the portal and on its regulation go to the board of the main one
 * wherever they are written (LC-126, TB-061, QN-064, LX-048, BG-083), everything else to the portal it is sent to.
 */
export function goesToMain(kind: Intake): boolean {
  return INTAKE_RULES[kind].fromUnits;
}

/**
 * What is asked of the asker. Only questions have fields a regulation demands (LC-056, LC-057); where no text names
 * any, a name may be given, so that one knows how to address him.
 */
export function askedFields(law: AskLaw, kind: Intake, asker: AskerKind): AskerField[] {
  const demanded = askerFields(law.own, asker, law.on);
  if (kind === 'question' && demanded.length > 0) return demanded;
  return [
    {
      code: 'name',
      label: NAME_LABELS[asker],
      required: false,
      basis: {
        profileCode: law.own.code,
        duty: [],
        via: 'own',
        ours: true,
        confirmed: true,
      },
    },
  ];
}

const NAME_LABELS: Readonly<Record<AskerKind, Words>> = {
  person: { vi: 'Họ và tên', en: 'Full name' },
  organisation: { vi: 'Tên tổ chức', en: 'Name of the organisation' },
};

/** The periods of an intake, each once, in the order of its classes; none where no text sets one. */
export function periodsOf({ own, on, role, profiles }: AskLaw, kind: Intake): FoundDuty[] {
  const { variants, reaction } = INTAKE_RULES[kind];
  const contentKind = clockCategoryOf(kind);
  if (!contentKind) return [];
  const timeline = [{ profileCode: own.code, validFrom: own.instrument.inForceFrom }];
  const found = [...(reaction ? [reaction] : []), ...variants].flatMap(
    (variant) =>
      dutyFor({
        ...{ profiles, timeline, contentKind, startEvent: 'received', bodyRole: role, on, variant },
      }) ?? [],
  );
  return [...new Map(found.map((one) => [one.duty.code, one])).values()];
}

/** How long at least an answer is kept, in days, and by which article (TB-031); undefined where no text says. */
export function keptAtLeast({ own, on }: AskLaw, kind: Intake): { days: number; basis: Basis } | undefined {
  const contentKind = clockCategoryOf(kind);
  const kept = contentKind && keepUntil(own, contentKind, on);
  return kept && { days: daysBetween(on, kept.until), basis: kept.basis };
}

// Similar questions -----------------------------------------------------------------------------------

/** Words that stand in every question and tell nothing about it, with their marks: "thẻ" is no "thế". */
const EMPTY_WORDS = new Set(
  (
    'là và của có cho tôi thì ở đâu như thế nào không được bao lâu gì xin hỏi về khi đến từ với các những này đó do một ' +
    'làm bị phải nên sẽ đã đang hay hoặc vì sao nếu mà trong ngoài trên dưới ai cần muốn ông bà anh chị em chúng mất ' +
    'a an the of to in on at for and or is are do does how what where when who why can i my we our it with from by be'
  ).split(' '),
);
const MOST_WORDS = 24;
/** Figures of four and more may be somebody's number: they are never searched for. */
const SHORT_FIGURE = /^\d{1,3}$/;

/** The words of a text that say what it is about: folded, each once, without figures that could be personal data. */
export function tellingWords(text: string): string[] {
  const words = normVietnamese(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = words.filter((word) =>
    /\d/.test(word) ? SHORT_FIGURE.test(word) : word.length > 1 && !EMPTY_WORDS.has(word),
  );
  return [...new Set(kept.map(foldVietnamese))].slice(0, MOST_WORDS);
}

/** From this share of common words on two questions are on the same matter. */
const LEAST_SHARE = 0.5;
/** One word in common is chance. */
const LEAST_COMMON = 2;

/**
 * How much two questions have in common, 0 to 1: the share of what is asked that the other speaks of, or the share of
 * the other's title that stands in what is asked, whichever is more. A long letter may be about a short title.
 */
export function likeness(words: readonly string[], other: { title: string; text: string }): number {
  const asked = new Set(words);
  const title = tellingWords(other.title);
  const text = new Set(foldVietnamese(`${other.title} ${other.text}`).match(/[\p{L}\p{N}]+/gu) ?? []);
  const spoken = words.filter((word) => text.has(word)).length;
  const named = title.filter((word) => asked.has(word)).length;
  if (spoken < LEAST_COMMON && named < LEAST_COMMON) return 0;
  return Math.max(spoken / words.length, named / Math.max(title.length, LEAST_COMMON));
}

export function isLike(share: number): boolean {
  return share >= LEAST_SHARE;
}

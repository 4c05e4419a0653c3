import type { Role } from '../../rules/access/index.ts';
import type { Words } from '../../rules/lang.ts';
import { type BoardPlace, type BoardRule, isInForce, type Profile } from '../../rules/profile/index.ts';
import { foldVietnamese } from '../../rules/text/index.ts';

/** Helpers of a board (Bắc Giang Đ13.3); any portal may set them up, whatever its regulation says. */
const ASSISTANTS: Words = { vi: 'Tổ giúp việc Ban Biên tập', en: 'Assistants of the editorial board' };
export const ASSISTANTS_CODE = 'assistants';
/** A council steers; its members hold no seat at the desk (Lào Cai Đ19.3). */
const COUNCIL_CODE = 'council';

/** Boards a portal can have, as its regulation names them, and the helpers. */
export function boardRules(
  profile: Profile,
  isMain: boolean,
  on: string,
): (BoardRule | { code: string; name: Words })[] {
  const own = profile.boards.filter(
    (rule) => rule.portal === (isMain ? 'main' : 'member') && isInForce(rule, on),
  );
  return own.some(({ code }) => code === ASSISTANTS_CODE)
    ? own
    : [...own, { code: ASSISTANTS_CODE, name: ASSISTANTS }];
}

export function ruleOf(profile: Profile, code: string, isMain: boolean, on: string): BoardRule | undefined {
  return profile.boards.find(
    (rule) => rule.code === code && rule.portal === (isMain ? 'main' : 'member') && isInForce(rule, on),
  );
}

/** Titles where the regulation has none for a place. */
const TITLES: Readonly<Record<BoardPlace, Words>> = {
  chair: { vi: 'Trưởng ban', en: 'Head' },
  standingDeputy: { vi: 'Phó Trưởng ban Thường trực', en: 'Standing deputy head' },
  deputy: { vi: 'Phó Trưởng ban', en: 'Deputy head' },
  secretary: { vi: 'Ủy viên, Thư ký', en: 'Member, secretary' },
  member: { vi: 'Ủy viên', en: 'Member' },
};

/** What the regulation calls somebody in this place; our word where it has none. */
export function titleOf(rule: BoardRule | undefined, place: BoardPlace, office = ''): Words {
  const line = lineFor(rule, place, office);
  return line && (place === 'member' || line.place === place) ? line.title : TITLES[place];
}

/** The seal by which somebody in this place signs (LC-095, TB-037, BG-033); undefined where the text is silent. */
export function sealOf(rule: BoardRule | undefined, place: BoardPlace, office = ''): Words | undefined {
  return lineFor(rule, place, office)?.seal;
}

function lineFor(rule: BoardRule | undefined, place: BoardPlace, office: string) {
  const lines = rule?.members.filter((line) => line.place === place) ?? [];
  return lines.find((line) => line.offices.length > 0 && holdsOne(line.offices, office)) ?? lines.at(-1);
}

/** "Ủy ban nhân dân" and "UBND" are one. */
const plain = (text: string) => foldVietnamese(text).replaceAll('uy ban nhan dan', 'ubnd');

function holdsOne(offices: readonly string[], office: string): boolean {
  return offices.some((one) => plain(office).startsWith(plain(one)));
}

/** A member as the rules see him. */
export interface Seat {
  id: number;
  place: BoardPlace;
  fullName: string;
  office: string;
  personId: number | null;
  /** Last day of the term. */
  toOn: string | null;
  /** Roles of the account on this portal today, and whether it is open. */
  roles: readonly Role[];
  isClosed: boolean;
}

export interface StandingBoard {
  id: number;
  code: string;
  seats: readonly Seat[];
  /** Whether the founding decision has its issuer and its file. */
  hasDecision: boolean;
  /** Undefined: the public is told nothing; else whether that is as the board is now. */
  shown: 'current' | 'old' | undefined;
}

export type FindingCode =
  | 'noBoard'
  | 'noPlace'
  | 'tooMany'
  | 'noOffice'
  | 'wrongOffice'
  | 'termOver'
  | 'noAccount'
  | 'closedAccount'
  | 'noRight'
  | 'rightWithoutSeat'
  | 'bareDecision'
  | 'notShown'
  | 'shownOld';

/** Something that is not as the regulation has it. It is shown and stops nobody. */
export interface BoardFinding {
  code: FindingCode;
  /** What the regulation demands must be mended; the rest is worth a look. */
  weight: 'must' | 'should';
  boardId?: number;
  /** The board, place or office it is about. */
  about: Words;
  who?: string;
  article?: string;
}

export interface BoardsOfPortal {
  rules: readonly BoardRule[];
  boards: readonly StandingBoard[];
  /** People of the portal who may approve as members of the board. */
  approvers: readonly { personId: number; fullName: string }[];
  todayOn: string;
}

const same = (text: string): Words => ({ vi: text, en: text });

/** Everything in which the boards of a portal differ from what the regulation and the rights say. */
export function findingsOf(portal: BoardsOfPortal): BoardFinding[] {
  const missing = portal.rules
    .filter((rule) => !rule.optional && !portal.boards.some(({ code }) => code === rule.code))
    .map((rule) => ({
      code: 'noBoard' as const,
      weight: 'must' as const,
      about: rule.name,
      article: rule.article,
    }));
  return [
    ...missing,
    ...portal.boards.flatMap((board) => {
      const rule = portal.rules.find(({ code }) => code === board.code);
      const found = [
        ...(rule ? compositionOf(board, rule) : []),
        ...seatsOf(board, portal.todayOn),
        ...standingOf(board, rule),
      ];
      return found.map((one) => ({ ...one, boardId: board.id }));
    }),
    ...strayRights(portal),
  ];
}

/** Who must sit there, and how many (LC Đ21.1, TB Đ7.1.b, LX Đ13.2, BG Đ9.3). */
function compositionOf({ seats }: StandingBoard, rule: BoardRule): BoardFinding[] {
  const base = { weight: 'must' as const, article: rule.article };
  return rule.members.flatMap((line): BoardFinding[] => {
    const inPlace = seats.filter(({ place }) => place === line.place);
    const fitting =
      line.offices.length === 0 ? inPlace : inPlace.filter(({ office }) => holdsOne(line.offices, office));
    const isOnly = rule.members.filter(({ place }) => place === line.place).length === 1;
    if (line.atMost !== undefined && isOnly && inPlace.length > line.atMost)
      return [{ ...base, code: 'tooMany', about: line.title }];
    if (line.atLeast === undefined || fitting.length >= line.atLeast) return [];
    if (inPlace.length === 0 || line.offices.length === 0)
      return [{ ...base, code: 'noPlace', about: line.title }];
    return isOnly
      ? inPlace.map((seat) => ({
          ...{ ...base, code: 'wrongOffice' as const, who: seat.fullName },
          about: line.holder ?? line.title,
        }))
      : [{ ...base, code: 'noOffice', about: line.holder ?? line.title }];
  });
}

/** Seats and rights in step: who sits has an account that may act, and nobody sits on after his term. */
function seatsOf({ code, seats }: StandingBoard, todayOn: string): BoardFinding[] {
  return seats.flatMap((seat): BoardFinding[] => {
    const { fullName, office } = seat;
    const one = { weight: 'should' as const, who: fullName, about: same(office) };
    const over: BoardFinding[] =
      seat.toOn !== null && seat.toOn < todayOn ? [{ ...one, weight: 'must', code: 'termOver' }] : [];
    if (code === COUNCIL_CODE) return over;
    if (seat.personId === null) return [...over, { ...one, code: 'noAccount' }];
    if (seat.isClosed) return [...over, { ...one, code: 'closedAccount' }];
    if (!seat.roles.some((role) => rolesFor(code, seat.place).includes(role)))
      return [...over, { ...one, code: 'noRight' }];
    return over;
  });
}

/** Rights that go with a seat: those who head a board approve, its members and helpers have a part in the work. */
function rolesFor(code: string, place: BoardPlace): readonly Role[] {
  if (code !== ASSISTANTS_CODE && place !== 'member' && place !== 'secretary') return ['boardMember', 'head'];
  return ['editor', 'checker', 'contentAdmin', 'boardMember', 'head'];
}

function standingOf({ hasDecision, shown }: StandingBoard, rule: BoardRule | undefined): BoardFinding[] {
  const about = rule?.name ?? ASSISTANTS;
  return [
    ...(hasDecision ? [] : [{ code: 'bareDecision' as const, weight: 'should' as const, about }]),
    ...(shown === 'current'
      ? []
      : [{ code: shown ? ('shownOld' as const) : ('notShown' as const), weight: 'should' as const, about }]),
  ];
}

/** Whoever may approve as a member and sits in no standing board: somebody who left and kept his right. */
function strayRights({ boards, approvers }: BoardsOfPortal): BoardFinding[] {
  const sitting = new Set(boards.flatMap(({ seats }) => seats.map(({ personId }) => personId)));
  if (boards.every(({ code }) => code === ASSISTANTS_CODE)) return [];
  return approvers
    .filter(({ personId }) => !sitting.has(personId))
    .map(({ fullName }) => ({
      ...{ code: 'rightWithoutSeat' as const, weight: 'must' as const, who: fullName },
      about: same(fullName),
    }));
}

/** Boards other than a council and helpers: those who answer for what a portal publishes. */
export function answersFor(code: string): boolean {
  return code !== ASSISTANTS_CODE && code !== COUNCIL_CODE;
}

import type { Words } from '../../rules/lang.ts';
import type { BoardPlace, BoardRule } from '../../rules/profile/index.ts';
import { titleOf } from './rules.ts';

/** What the public is told of a board. */
export interface Showing {
  code: string;
  name: Words;
  decision: { number: string; on: string; issuer: string | null };
  standingBody: string | null;
  members: { name: string; office: string; place: BoardPlace; title: Words }[];
}

interface ShownBoard {
  code: string;
  name_vi: string;
  name_en: string;
  standing_body: string | null;
  number: string;
  decided_on: string;
  issuer: string | null;
}

interface ShownMember {
  place: BoardPlace;
  full_name: string;
  office: string;
  is_shown: boolean;
  left_on: string | null;
}

/** The copy for the public: names and offices of those who are to be named, and the decision. */
export function showingOf(
  board: ShownBoard,
  members: readonly ShownMember[],
  rule: BoardRule | undefined,
): Showing {
  return {
    code: board.code,
    name: { vi: board.name_vi, en: board.name_en },
    decision: { number: board.number, on: board.decided_on, issuer: board.issuer },
    standingBody: board.standing_body,
    members: members
      .filter((one) => one.is_shown && one.left_on === null)
      .map(({ full_name: name, office, place }) => ({
        ...{ name, office, place, title: titleOf(rule, place, office) },
      })),
  };
}

/** Whether two copies tell the public the same. */
export function tellsTheSame(a: Showing, b: Showing): boolean {
  return canonical(a) === canonical(b);
}

/** Keys in one order, however the database gives them back. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

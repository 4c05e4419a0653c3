/**
 * What a reader follows, kept on his own device and nowhere else (QN-003, LX-004): sections (`m12`) and whole portals
 * (`c3`) in the order he wants them. No account, no name; the server reads it for the one page that shows it.
 */

/** The cookie that keeps what is followed, joined by full stops. */
export const FOLLOWING_COOKIE = 'theo-doi';
/** More than a page can show at a glance. */
export const MOST_FOLLOWED = 12;

export interface Followed {
  kind: 'section' | 'portal';
  id: number;
}

/** A thing that can be followed as it stands in the cookie and in forms: `m12` or `c3`. */
export function followedKey({ kind, id }: Followed): string {
  return `${kind === 'section' ? 'm' : 'c'}${id}`;
}

export function readFollowedKey(key: string | null | undefined): Followed | undefined {
  const [, letter, number] = /^([mc])([1-9]\d{0,14})$/.exec(key ?? '') ?? [];
  return letter ? { kind: letter === 'm' ? 'section' : 'portal', id: Number(number) } : undefined;
}

/** What a cookie says, each once, at most {@link MOST_FOLLOWED}; anything unknown is passed over. */
export function readFollowing(cookie: string | undefined): Followed[] {
  const keys = [...new Set((cookie ?? '').split('.'))];
  return keys.flatMap((key) => readFollowedKey(key) ?? []).slice(0, MOST_FOLLOWED);
}

export function followingCookie(followed: readonly Followed[]): string {
  return followed.map(followedKey).join('.');
}

export type FollowingChange = 'add' | 'drop' | 'up' | 'down';

/** The list with one of its entries added at the end, dropped, or moved a place; unchanged where that cannot be done. */
export function changeFollowing(
  list: readonly Followed[],
  change: FollowingChange,
  one: Followed,
): readonly Followed[] {
  const at = list.findIndex((other) => followedKey(other) === followedKey(one));
  if (change === 'add') return at >= 0 || list.length >= MOST_FOLLOWED ? list : [...list, one];
  if (at < 0) return list;
  const without = list.filter((_, i) => i !== at);
  if (change === 'drop') return without;
  return without.toSpliced(Math.max(0, change === 'up' ? at - 1 : at + 1), 0, one);
}

import type { Lang } from '../../rules/lang.ts';
import { en } from './words-en.ts';
import { type PublishingWords, vi } from './words-vi.ts';

export type { PublishingWords };

/** Every text of this room's pages, in a language. States and moves have theirs in rules.ts. */
export function publishingWords(lang: Lang): PublishingWords {
  return lang === 'vi' ? vi : en;
}

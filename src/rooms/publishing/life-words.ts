import type { Lang } from '../../rules/lang.ts';
import { en } from './life-words-en.ts';
import { type LifeWords, vi } from './life-words-vi.ts';

export type { LifeWords };

/** Every text of the life of an item on the desk. */
export const lifeWords: Record<Lang, LifeWords> = { vi, en };

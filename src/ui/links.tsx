import type { Lang } from '../rules/lang.ts';

/** A link as every list of links takes it. */
export interface LinkView {
  readonly href: string;
  readonly text: string;
  /** The page or section one is in. */
  readonly current?: boolean | undefined;
  /** Language of the text, where it differs from the page's. */
  readonly lang?: Lang | undefined;
  /** The target is another site: said in words for those who hear the page. */
  readonly external?: boolean | undefined;
}

/** A plain link; `aria-current` where it is the page itself. */
export function TextLink({ link, class: name }: { link: LinkView; class?: string | undefined }) {
  return (
    <a
      href={link.href}
      class={name}
      lang={link.lang}
      hreflang={link.lang}
      aria-current={link.current ? 'page' : undefined}
      rel={link.external ? 'external noopener' : undefined}
    >
      {link.text}
    </a>
  );
}

/** A moment: words for people, the machine's form beside it. */
export interface MomentView {
  /** `YYYY-MM-DD` or an instant with its offset. */
  readonly at: string;
  /** As written in the page's language, e.g. "14:05 thứ Năm 19/11/2026". */
  readonly text: string;
}

/** `<time>` that never breaks inside a date or number. */
export function Moment({ moment }: { moment: MomentView }) {
  return (
    <time class="num" dateTime={moment.at}>
      {moment.text}
    </time>
  );
}

/** A line of words parted by middle dots, empty ones left out. */
export function dotted(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

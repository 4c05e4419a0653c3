import type { ComponentChild, VNode } from 'preact';
import type { Lang } from '../rules/lang.ts';
import { Article } from './gallery/article.tsx';
import { AskWithErrors } from './gallery/ask.tsx';
import { Calculator } from './gallery/calculator.tsx';
import { CommuneHome } from './gallery/commune.tsx';
import { Compliance } from './gallery/compliance.tsx';
import { ApprovalQueue, Editor, MyTasks } from './gallery/desk.tsx';
import { SignedDocument } from './gallery/document.tsx';
import type { GalleryAddresses, SpecimenProps } from './gallery/faces.tsx';
import { EmptyList, SectionList } from './gallery/lists.tsx';
import { MAILS } from './gallery/mail.ts';
import { ProvinceHome } from './gallery/province.tsx';
import { FollowQuestion } from './gallery/question.tsx';
import { Maintenance, NotFound, Withdrawn } from './gallery/states.tsx';
import { renderPage } from './render.ts';

export type { GalleryAddresses } from './gallery/faces.tsx';

/** A page of the gallery, whole. */
export interface Specimen {
  readonly id: string;
  readonly html: string;
}

const PAGES: Readonly<Record<string, (props: SpecimenProps) => ComponentChild>> = {
  'trang-dau-tinh': ProvinceHome,
  'trang-dau-xa': CommuneHome,
  'danh-sach': SectionList,
  'danh-sach-trong': EmptyList,
  'bai-viet': Article,
  'van-ban': SignedDocument,
  'tuan-thu': Compliance,
  'theo-doi': FollowQuestion,
  'gui-cau-hoi': AskWithErrors,
  'thoi-han': Calculator,
  'khong-co-trang': NotFound,
  'da-go': Withdrawn,
  'bao-tri': Maintenance,
  'viec-cua-toi': MyTasks,
  duyet: ApprovalQueue,
  'soan-thao': Editor,
};

/** The ids of all specimens, in the order of the gallery. */
export const SPECIMEN_IDS: readonly string[] = Object.keys(PAGES);

/** The ids of all mails, in the order of the gallery. */
export const MAIL_IDS: readonly string[] = Object.keys(MAILS);

/** Every shape a mail can have. They bring their style in their elements, so no policy of a page fits them. */
export function listMailSpecimens(lang: Lang): (Specimen & { readonly text: string })[] {
  return Object.entries(MAILS).map(([id, compose]) => ({ id, ...compose(lang) }));
}

/** Every kind of page the design system can make, from invented view models: for `/dev` and for its own test. */
export function listSpecimens(lang: Lang, at: GalleryAddresses): Specimen[] {
  return Object.entries(PAGES).map(([id, Page]) => ({ id, html: renderPage(Page({ lang, at }) as VNode) }));
}

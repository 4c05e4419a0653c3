import type { ComponentChild, VNode } from 'preact';
import type { Lang } from '../rules/lang.ts';
import { ApprovalQueue, Editor, MyTasks } from './gallery/desk.tsx';
import { Compliance, SignedDocument } from './gallery/documents.tsx';
import type { GalleryAddresses } from './gallery/faces.tsx';
import { AskWithErrors, Calculator } from './gallery/forms.tsx';
import { CommuneHome, ProvinceHome } from './gallery/home.tsx';
import {
  Article,
  EmptyList,
  FollowQuestion,
  Maintenance,
  NotFound,
  SectionList,
  Withdrawn,
} from './gallery/reading.tsx';
import { renderPage } from './render.ts';

export type { GalleryAddresses } from './gallery/faces.tsx';

/** A page of the gallery, whole. */
export interface Specimen {
  readonly id: string;
  readonly html: string;
}

const PAGES: Readonly<Record<string, (props: { lang: Lang; at: GalleryAddresses }) => ComponentChild>> = {
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

/** Every kind of page the design system can make, from invented view models: for `/dev` and for its own test. */
export function listSpecimens(lang: Lang, at: GalleryAddresses): Specimen[] {
  return Object.entries(PAGES).map(([id, Page]) => ({ id, html: renderPage(Page({ lang, at }) as VNode) }));
}

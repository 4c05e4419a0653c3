import type { Words } from '../../rules/lang.ts';
import { type DutyVariant, type InquiryKind, inquiryKinds } from '../../rules/profile/index.ts';

/**
 * The doors an inquiry comes in by, kept apart because the law keeps them apart (LC Đ11.2 against Đ20.3; Luật Tiếp cận
 * thông tin). One engine handles all of them; what differs stands in this table and in the profile of the regulation.
 */
export const INTAKES = inquiryKinds;
export type Intake = InquiryKind;

export interface IntakeRules {
  /** Last part of its address. */
  slug: Words;
  name: Words;
  /** The classes a board chooses from, the usual one first. */
  variants: readonly DutyVariant[];
  /** A word owed to the asker before the answer, by a clock of its own: taking it in or refusing it meets it. */
  reaction?: DutyVariant;
  /** Read by the board alone, never public. */
  confidential: boolean;
  /** Whether the answer may become public. */
  publishes: boolean;
  /** Members of staff send it too, for their unit. */
  fromUnits: boolean;
}

export const INTAKE_RULES: Readonly<Record<Intake, IntakeRules>> = {
  question: {
    slug: { vi: 'cau-hoi', en: 'question' },
    name: { vi: 'Câu hỏi', en: 'Question' },
    variants: ['ownCompetence', 'interAgency', 'special'],
    confidential: false,
    publishes: true,
    fromUnits: false,
  },
  feedback: {
    slug: { vi: 'phan-anh-kien-nghi', en: 'feedback' },
    name: { vi: 'Phản ánh, kiến nghị về quy định hành chính', en: 'Feedback on administrative rules' },
    variants: [],
    confidential: false,
    publishes: true,
    fromUnits: false,
  },
  complaint: {
    slug: { vi: 'khieu-nai-to-cao', en: 'complaint' },
    name: { vi: 'Khiếu nại, tố cáo', en: 'Complaint or denunciation' },
    variants: [],
    confidential: true,
    publishes: false,
    fromUnits: false,
  },
  quality: {
    slug: { vi: 'gop-y-ve-cong', en: 'about-this-portal' },
    name: { vi: 'Góp ý về chất lượng cổng', en: 'Remark on this portal' },
    variants: [],
    confidential: false,
    publishes: false,
    fromUnits: true,
  },
  regulation: {
    slug: { vi: 'vuong-mac-ve-quy-che', en: 'about-the-regulation' },
    name: { vi: 'Vướng mắc về quy chế của cổng', en: 'Difficulty with the regulation of the portal' },
    variants: [],
    confidential: false,
    publishes: false,
    fromUnits: true,
  },
  information: {
    slug: { vi: 'yeu-cau-cung-cap-thong-tin', en: 'information-request' },
    name: { vi: 'Yêu cầu cung cấp thông tin', en: 'Request for information' },
    variants: ['simple', 'complex'],
    confidential: false,
    publishes: false,
    fromUnits: false,
  },
  personalData: {
    slug: { vi: 'du-lieu-ca-nhan', en: 'personal-data' },
    name: { vi: 'Yêu cầu về dữ liệu cá nhân', en: 'Request about personal data' },
    variants: ['access', 'restriction', 'deletion'],
    reaction: 'reaction',
    confidential: true,
    publishes: false,
    fromUnits: false,
  },
};

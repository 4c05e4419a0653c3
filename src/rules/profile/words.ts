import { articleText } from '../clock/words.ts';
import type { Words } from '../lang.ts';
import type { DutyStep } from './duties.ts';
import type { InquiryKind, Pace } from './kinds.ts';
import type { Duty, Profile } from './schema.ts';

/** What a text asks for when it names no number of days, as it goes into a sentence. */
export const paceWords: Record<Pace, Words> = {
  regularly: { vi: 'thường xuyên', en: 'regularly' },
  promptly: { vi: 'kịp thời', en: 'promptly' },
  immediately: { vi: 'ngay', en: 'immediately' },
  onChange: { vi: 'khi có phát sinh hoặc thay đổi', en: 'whenever something arises or changes' },
};

/** What the product calls an intake where no text of the locality names it. */
export const inquiryKindWords: Record<InquiryKind, Words> = {
  question: { vi: 'Hỏi đáp', en: 'Questions and answers' },
  feedback: {
    vi: 'Phản ánh, kiến nghị về quy định hành chính',
    en: 'Feedback and petitions on administrative regulations',
  },
  complaint: { vi: 'Khiếu nại, tố cáo', en: 'Complaints and denunciations' },
  quality: { vi: 'Góp ý về chất lượng cổng', en: 'Comments on the quality of the portal' },
  regulation: { vi: 'Vướng mắc về quy chế của cổng', en: 'Difficulties with the regulation of the portal' },
  information: { vi: 'Yêu cầu cung cấp thông tin', en: 'Requests for information' },
  personalData: { vi: 'Yêu cầu về dữ liệu cá nhân', en: 'Requests about personal data' },
};

function nameOf({ instrument }: Profile): Words {
  const { kind, number } = instrument;
  return { vi: `${kind.vi} ${number}`, en: `${kind.en} ${number}` };
}

function placeOf(profile: Profile, duty: Duty): Words {
  const { vi, en } = nameOf(profile);
  return {
    vi: articleText(duty.article, duty.source ?? vi, 'vi'),
    en: articleText(duty.article, duty.source ?? en, 'en'),
  };
}

/** The locality's own regulation has the number. */
export function ownStep(profile: Profile, duty: Duty): DutyStep {
  const place = placeOf(profile, duty);
  return {
    profileCode: profile.code,
    article: duty.article,
    words: { vi: `Áp dụng: ${place.vi}.`, en: `Basis: ${place.en}.` },
  };
}

const UPDATING: Words = { vi: 'cập nhật', en: 'updating' };
const DOING: Words = { vi: 'thực hiện', en: 'doing this' };

/** The locality's own regulation names no number, at most a pace. */
export function gapStep(profile: Profile, paced: Duty | undefined): DutyStep {
  const name = nameOf(profile);
  if (paced?.pace === undefined) {
    return {
      profileCode: profile.code,
      words: {
        vi: `${name.vi} không nêu thời hạn cho mục này.`,
        en: `${name.en} sets no time limit for this.`,
      },
    };
  }
  const place = placeOf(profile, paced);
  const pace = paceWords[paced.pace];
  const act = paced.satisfiedBy.includes('publication') ? UPDATING : DOING;
  return {
    profileCode: profile.code,
    article: paced.article,
    words: {
      vi: `${place.vi}: yêu cầu ${act.vi} ${pace.vi}, không nêu số ngày.`,
      en: `${place.en}: asks for ${act.en} ${pace.en} and names no number of days.`,
    },
  };
}

/** No local regulation was in force on the day. */
export function noRegulationStep(national: Profile): DutyStep {
  return {
    profileCode: national.code,
    words: {
      vi: 'Vào ngày này địa phương chưa có quy chế riêng.',
      en: 'The locality had no regulation of its own on that day.',
    },
  };
}

/** The national text that fills the gap. */
export function nationalStep(national: Profile, duty: Duty): DutyStep {
  const place = placeOf(national, duty);
  return {
    profileCode: national.code,
    article: duty.article,
    words: {
      vi: `Áp dụng quy định chung của Trung ương: ${place.vi}.`,
      en: `The national rule applies instead: ${place.en}.`,
    },
  };
}

import { readId } from '../../platform/http/ids.ts';
import { type CivilDate, isCivilDate } from '../../rules/calendar/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { ComposedCorrection, ComposedEntry } from './composing.ts';

/** Corrections that one form takes; more go into the next issue, or are written after saving. */
export const CORRECTION_FIELDS = 3;
const ABSTRACT_MOST = 1_000;
const CORRECTION_MOST = 10_000;

/** Names of the fields of one document, and of one correction. */
export const fieldNames = {
  abstract: (sendingId: number) => `abstract-${sendingId}`,
  correctsIssue: (at: number) => `corrects-${at}`,
  correctsPosition: (at: number) => `position-${at}`,
  correction: (at: number) => `correction-${at}`,
};

export interface ComposedForm {
  version: number;
  issuedOn: CivilDate;
  numbers: number;
  entries: ComposedEntry[];
  corrections: ComposedCorrection[];
}

/** @throws Refusal at the field that is wrong */
export function parseCompose(form: URLSearchParams): ComposedForm {
  const issuedOn = (form.get('issuedOn') ?? '').trim();
  if (!isCivilDate(issuedOn))
    throw new Refusal(
      'bad-day',
      { vi: 'Hãy ghi ngày, tháng, năm của số Công báo.', en: 'Give the day of the issue.' },
      'issuedOn',
    );
  const ids = [...new Set(form.getAll('sending').flatMap((one) => readId(one) ?? []))];
  return {
    ...{ issuedOn, numbers: readId(form.get('numbers')?.trim()) ?? 0 },
    version: readId(form.get('version')) ?? 0,
    entries: ids.map((sendingId) => ({
      sendingId,
      abstract: (form.get(fieldNames.abstract(sendingId)) ?? '').trim().slice(0, ABSTRACT_MOST),
    })),
    corrections: Array.from({ length: CORRECTION_FIELDS }, (_, at) => correctionAt(form, at)).flatMap(
      (one) => one ?? [],
    ),
  };
}

function correctionAt(form: URLSearchParams, at: number): ComposedCorrection | undefined {
  const issue = form.get(fieldNames.correctsIssue(at)) ?? '';
  const place = (form.get(fieldNames.correctsPosition(at)) ?? '').trim();
  const text = (form.get(fieldNames.correction(at)) ?? '').trim();
  if (issue === '' && place === '' && text === '') return undefined;
  if (text.length > CORRECTION_MOST)
    throw new Refusal(
      'correction-long',
      {
        vi: `Nội dung đính chính dài quá ${CORRECTION_MOST} ký tự.`,
        en: `A correction has at most ${CORRECTION_MOST} characters.`,
      },
      fieldNames.correction(at),
    );
  const issueId = readId(issue);
  const position = readId(place);
  if (issueId === undefined || position === undefined)
    throw new Refusal(
      'correction-place',
      {
        vi: 'Hãy chọn số Công báo có chỗ sai và ghi văn bản thứ mấy trong số ấy.',
        en: 'Choose the issue with the mistake and say which document of it.',
      },
      issueId === undefined ? fieldNames.correctsIssue(at) : fieldNames.correctsPosition(at),
    );
  return { issueId, position, text };
}

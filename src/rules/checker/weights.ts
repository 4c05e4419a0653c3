import type { CheckCode, Weight } from './codes.ts';

/**
 * What stands in the way of submitting where the regulation of the locality says nothing of its own:
 * - without title, text or a picture's description the public copy would be empty for somebody (WCAG 2.1, 1.1.1 and 2.4.4);
 * - state secrets: Luật 29/2018/QH14 Đ5; in doubt a mark is one;
 * - numbers of identity, bank, tax, insurance and what somebody suffers from: Luật 91/2025/QH15 on personal data. A telephone
 *   number or an address may be public with the person's consent, so they are only worth a look;
 * - another code table than Unicode: QĐ 72/2002/QĐ-TTg, TCVN 6909:2001;
 * - re-use without source: NĐ 72/2013/NĐ-CP Đ20.2.
 * Everything else is worth a look: a text with a vague link is poor, and may still have to go out today.
 */
const MUST: ReadonlySet<CheckCode> = new Set<CheckCode>([
  'title',
  'body',
  'picture-alt',
  'body-alt',
  'link-empty',
  'secrecy',
  'personal-identity',
  'personal-bank',
  'personal-tax',
  'personal-insurance',
  'personal-health',
  'legacy',
  'mojibake',
  're-use',
]);

/** The weight of a finding where no regulation gives it another. */
export function defaultWeight(code: CheckCode): Weight {
  return MUST.has(code) ? 'must' : 'should';
}

import { words } from './fields.ts';
import { periodOf } from './periods.ts';
import type { FormFacts, FormProblem } from './types.ts';

/** Goods that may not be advertised at all (Luật Quảng cáo 2012 Điều 7), as their names betray them. */
const FORBIDDEN = /thuốc lá|xì gà|cigar|tobacco|thuốc kê đơn|súng săn|kích dục|bình bú|vú ngậm/i;

const NOT_ALLOWED = words(
  'Mặt hàng này bị cấm quảng cáo (Luật Quảng cáo Điều 7) nên bài không nhận được.',
  'These goods may not be advertised (Law on Advertising, Article 7), so the item cannot be taken.',
);

/** What stands in the way of an advertisement (QN Đ14, BG Đ8: as the Law on Advertising has it). */
export function advertisementProblems(facts: FormFacts): FormProblem[] {
  const { goods, product = '', confirmation, period } = facts;
  const found: FormProblem[] = [];
  if (goods === 'forbidden') found.push({ field: 'goods', words: NOT_ALLOWED });
  if (FORBIDDEN.test(product)) found.push({ field: 'product', words: NOT_ALLOWED });
  if (goods === 'certified' && !confirmation) {
    found.push({
      field: 'confirmation',
      words: words('Ghi số giấy xác nhận nội dung quảng cáo.', 'Give the number of the confirmation.'),
    });
  }
  if (period && !periodOf(period)?.to) {
    found.push({
      field: 'period',
      words: words('Quảng cáo phải có ngày cuối.', 'An advertisement must have a last day.'),
    });
  }
  return found;
}

import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';

/** Who a unit of the body is and how to reach it: what its pages in the body's portal say first. */
export interface Unit {
  /** Who answers for it, as the page says it; empty where it is not said. */
  head: Words;
  address: Words;
  phone: string;
  email: string;
}

const MAX_LINE = 300;
const line = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, MAX_LINE);
const lines = ({ vi, en }: Words): Words => ({ vi: line(vi), en: line(en) || line(vi) });

/** A unit as it is kept. @throws Refusal naming the field */
export function checkUnit(unit: Unit): Unit {
  const kept = {
    head: lines(unit.head),
    address: lines(unit.address),
    phone: line(unit.phone),
    email: line(unit.email).toLowerCase(),
  };
  if (kept.address.vi === '') {
    throw new Refusal(
      'unit-address',
      { vi: 'Hãy ghi địa chỉ của đơn vị.', en: 'Give the address of the unit.' },
      'unitAddressVi',
    );
  }
  if (!/^[0-9 .()+-]{6,30}$/.test(kept.phone)) {
    throw new Refusal(
      'unit-phone',
      {
        vi: 'Hãy ghi số điện thoại của đơn vị, chỉ gồm chữ số và khoảng trống.',
        en: 'Give the telephone number of the unit: digits and spaces only.',
      },
      'unitPhone',
    );
  }
  if (kept.email !== '' && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(kept.email)) {
    throw new Refusal(
      'unit-email',
      {
        vi: 'Thư điện tử của đơn vị phải có dạng ten@coquan.gov.vn, hoặc để trống.',
        en: 'The e-mail of the unit must look like name@office.gov.vn, or be left empty.',
      },
      'unitEmail',
    );
  }
  return kept;
}

import type { Words } from '../lang.ts';
import type { PersonalDataKind } from './kinds.ts';

/** Each kind as it goes into a sentence, and between the brackets of what was masked. */
export const personalDataWords: Record<PersonalDataKind, Words> = {
  name: { vi: 'họ tên', en: 'name' },
  birthDate: { vi: 'ngày sinh', en: 'date of birth' },
  address: { vi: 'địa chỉ', en: 'address' },
  email: { vi: 'địa chỉ thư điện tử', en: 'e-mail address' },
  phone: { vi: 'số điện thoại', en: 'phone number' },
  identityCard: { vi: 'số căn cước', en: 'citizen identity number' },
  oldIdentityCard: { vi: 'số chứng minh nhân dân', en: 'identity card number' },
  passport: { vi: 'số hộ chiếu', en: 'passport number' },
  bankCard: { vi: 'số thẻ ngân hàng', en: 'bank card number' },
  bankAccount: { vi: 'số tài khoản', en: 'bank account number' },
  taxCode: { vi: 'mã số thuế', en: 'tax code' },
  socialInsurance: { vi: 'số bảo hiểm xã hội', en: 'social insurance number' },
};

/** What stands in the text where a datum stood. */
export function maskWords(kind: PersonalDataKind): Words {
  const { vi, en } = personalDataWords[kind];
  return { vi: `[${vi} đã che]`, en: `[${en} hidden]` };
}

/** A text in one of the forms in which legal documents reach a portal, with what a person reads in it. */
export interface LegalForm {
  name: string;
  text: string;
  lineWrapped?: boolean;
  number: string;
  kind: string;
  /** As the intake proposes it, in sentence case. */
  issuer: string;
  issuedOn: string;
  signer: string;
  /** Day of effect as the text prints or fixes it; undefined where it hangs on nothing in the text. */
  effectiveOn?: string;
  /** Every provision in order, by its address. */
  addresses: string;
  /** Every citation in order: role and what is printed. */
  cites: readonly string[];
  /** Findings of the numbering: code and address. */
  findings?: readonly string[];
}

const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------';

/** The head of a document on one column: organ, state, number, place and date. */
export function head(organ: string, number: string, placeAndDate: string): string {
  return `${organ}\n-------\n${STATE}\n${number}\n${placeAndDate}\n`;
}

/** "TM. ỦY BAN NHÂN DÂN" with an invented signer. */
export function signed(capacity: string, signer: string): string {
  return `\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n${capacity}\n${signer}\n`;
}

import type { Token } from './tokens.ts';

// What makes a sentence a question says nothing about what is asked; in texts of law it is rare, so that counting
// alone would take it for the weightiest of all words. With marks, because "ban", "chi", "tài" are words of the field.
const SINGLE = new Set(
  'nào gì sao đâu thế thì là có được không phải hay và của cho về ở tại bị tôi mình em những các một với từ trong theo nhưng nếu khi mà sẽ đã đang ạ à vậy rồi nhiêu như này đó để do'
    .normalize('NFC')
    .split(' '),
);
/** Without marks these are sure only in pairs. */
const PAIRS = new Set(
  'nhu_the the_nao bao_nhieu la_gi duoc_khong phai_khong hay_khong can_gi lam_sao vi_sao tai_sao o_dau bao_lau khong_a nhung_gi gom_nhung khi_nao ai_la nhu_nao lam_gi cho_toi toi_muon muon_hoi xin_hoi hop_nao ra_sao'.split(
    ' ',
  ),
);
const ENGLISH = new Set(
  'what how when where who which why is are does can may must the a an of to in on for and or my it be with by from at as'.split(
    ' ',
  ),
);

/** For each word whether it only asks. */
export function askingWords(tokens: readonly Pick<Token, 'form' | 'fold'>[]): boolean[] {
  const asks = tokens.map(({ form, fold }) => (form === fold ? ENGLISH.has(fold) : SINGLE.has(form)));
  tokens.slice(1).forEach(({ fold }, i) => {
    if (!PAIRS.has(`${tokens[i]?.fold}_${fold}`)) return;
    asks[i] = true;
    asks[i + 1] = true;
  });
  // a query of such words alone is about them
  return asks.every(Boolean) ? tokens.map(() => false) : asks;
}

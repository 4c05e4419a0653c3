// Abbreviations that mean one thing wherever they stand in the texts of administration. What has two meanings (TT:
// thông tư, thị trấn; CP: Chính phủ, cổ phần; TP: thành phố, tư pháp) is left as it is written.
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ubnd: 'ủy ban nhân dân',
  hđnd: 'hội đồng nhân dân',
  ubmttq: 'ủy ban mặt trận tổ quốc',
  mttq: 'mặt trận tổ quốc',
  ubtvqh: 'ủy ban thường vụ quốc hội',
  tand: 'tòa án nhân dân',
  vksnd: 'viện kiểm sát nhân dân',
  ttg: 'thủ tướng',
  nđ: 'nghị định',
  qđ: 'quyết định',
  nq: 'nghị quyết',
  ttlt: 'thông tư liên tịch',
  vbqppl: 'văn bản quy phạm pháp luật',
  qppl: 'quy phạm pháp luật',
  xhcn: 'xã hội chủ nghĩa',
  tthc: 'thủ tục hành chính',
  cchc: 'cải cách hành chính',
  dvc: 'dịch vụ công',
  dvctt: 'dịch vụ công trực tuyến',
  cntt: 'công nghệ thông tin',
  ttđt: 'thông tin điện tử',
  khcn: 'khoa học công nghệ',
  gtvt: 'giao thông vận tải',
  atgt: 'an toàn giao thông',
  gplx: 'giấy phép lái xe',
  attp: 'an toàn thực phẩm',
  vsattp: 'vệ sinh an toàn thực phẩm',
  pccc: 'phòng cháy chữa cháy',
  bhxh: 'bảo hiểm xã hội',
  bhyt: 'bảo hiểm y tế',
  bhtn: 'bảo hiểm thất nghiệp',
  gpmb: 'giải phóng mặt bằng',
  qsdđ: 'quyền sử dụng đất',
  gcn: 'giấy chứng nhận',
  gcnqsdđ: 'giấy chứng nhận quyền sử dụng đất',
  đkkd: 'đăng ký kinh doanh',
  tnhh: 'trách nhiệm hữu hạn',
  gtgt: 'giá trị gia tăng',
  tncn: 'thu nhập cá nhân',
  tndn: 'thu nhập doanh nghiệp',
  blhs: 'bộ luật hình sự',
  blds: 'bộ luật dân sự',
  cccd: 'căn cước công dân',
  cmnd: 'chứng minh nhân dân',
  thcs: 'trung học cơ sở',
  thpt: 'trung học phổ thông',
  cbcc: 'cán bộ công chức',
  ccvc: 'công chức viên chức',
  ktxh: 'kinh tế xã hội',
  ntm: 'nông thôn mới',
  lđtbxh: 'lao động thương binh xã hội',
  tnmt: 'tài nguyên môi trường',
};

const meaningOf = new Map(
  Object.entries(ABBREVIATIONS).map(([short, long]) => [short, long.normalize('NFC').split(' ')]),
);
/** Typed without marks, where that is no other word: "nd" may be nhân dân, so it is not among them. */
const plainMeaningOf = new Map(
  [...meaningOf].flatMap(([short, long]) =>
    short === 'nđ' ? [] : [[short.replaceAll('đ', 'd'), long] as const],
  ),
);

/** The words an abbreviation stands for; undefined when it is a word like any other. */
export function expansionOf(form: string, fold: string): readonly string[] | undefined {
  return meaningOf.get(form) ?? (form === fold ? plainMeaningOf.get(fold) : undefined);
}

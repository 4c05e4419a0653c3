/** What a person suffers from (Luật 91/2025/QH15: sensitive data; Lào Cai Đ3.7: hồ sơ y tế). Only beside a full name. */
import { foldKeepingPlace } from '../personal-data/index.ts';
import { personsIn } from './nearness.ts';

const ILLNESS =
  '(?:benh (?!vien|nhan|phong|binh)[a-z]+|ung thu|viem (?:phoi|gan|nao|mang nao|cau than|khop|da day)|hiv|aids|lao (?:phoi|hach|mang|xuong)|tam than|tram cam|dong kinh|suy than|suy tim|xo gan|tieu duong|dai thao duong|dot quy|tai bien|covid(?:-19)?|sars-cov-2|sot xuat huyet|soi|bach hau|dai|phong|giang mai|lau|ma tuy|tu ky|down|bai nao|bai liet|cao huyet ap|tang huyet ap|hen|u nao|tim bam sinh|thieu mau|tan mau|hoi chung [a-z]+|roi loan [a-z]+|khiem thi|khiem thinh|cau thi)';
const STATE = new RegExp(
  `(?<![a-z])(?:(?:da |dang |hien |khong may |chang may |vua |lai |deu )*(?:bi |mac |nhiem |duong tinh voi |am tinh voi |dieu tri |chua |phat hien |duoc chan doan |chan doan |co tien su |tien su |song chung voi |nghien |mang thai va |tu vong (?:vi|do) |mat vi |chet vi |phai chay |bi nhiem |bi mac |mac phai )(?:(?:can|chung|mac|nhiem|bi|benh) )*${ILLNESS}|hiv duong tinh|(?:chan doan|benh ly|ket qua)(?: la)? ?:? ${ILLNESS}|chay than nhan tao|(?:dang )?mang thai (?:\\d+|thang|tuan)|nhom mau (?:a|b|o|ab)(?![a-z])|(?:bi )?khuyet tat (?:nang|dac biet nang|nhe|van dong|tri tue|nghe|nhin|than kinh)|ket qua xet nghiem (?:hiv|ma tuy|duong tinh)|(?:mat|suy giam) (?:suc lao dong|kha nang lao dong) \\d+ ?%|nghien ma tuy|su dung trai phep chat ma tuy|duong tinh (?:voi )?(?:ma tuy|chat ma tuy))(?![a-z])`,
  'gi',
);
/** Those who speak of illness by their office, not of their own. */
const SPEAKS =
  /(?<![a-z])(?:giam doc|pho giam doc|chu tich|pho chu tich|truong (?:phong|khoa|tram|ban)|bac si|bs|bscki|bsckii|ts|ths|tien si|chuyen gia|cho biet|cho rang|khuyen cao|phat bieu|nhan manh|de nghi|yeu cau|thong tin|bo truong|trao|tham|trao tang|ky ban hanh|chi dao)(?![a-z])/;
/** A name further away belongs to something else. */
const NEAR_CHARS = 110;

/** Words that tell the illness of somebody who is named: offsets of the text, `to` exclusive. */
export function findHealth(text: string): { from: number; to: number }[] {
  const { plain, offsets } = foldKeepingPlace(text);
  const small = plain.toLowerCase();
  return [...small.matchAll(STATE)].flatMap(({ 0: words, index }) => {
    const sentence = sentenceAt(text, plain, offsets, index, index + words.length);
    if (personsIn(sentence.text).length === 0 || SPEAKS.test(sentence.plain)) return [];
    return [{ from: offsets[index] ?? 0, to: offsets[index + words.length] ?? text.length }];
  });
}

function sentenceAt(text: string, plain: string, offsets: readonly number[], from: number, to: number) {
  const head = plain.slice(Math.max(0, from - NEAR_CHARS), from);
  const cut = Math.max(...['. ', '; ', '! ', '? '].map((sign) => head.lastIndexOf(sign)));
  const start = Math.max(0, from - NEAR_CHARS) + (cut < 0 ? 0 : cut + 1);
  const tail = /[.;!?](?:\s|$)/.exec(plain.slice(to, to + NEAR_CHARS));
  const end = tail ? to + tail.index : Math.min(plain.length, to + NEAR_CHARS);
  return {
    text: text.slice(offsets[start] ?? 0, offsets[end] ?? text.length),
    plain: plain.slice(start, end).toLowerCase(),
  };
}

import type { Config } from '../platform/config/index.ts';
import type { OpenDatabase } from '../platform/db/index.ts';
import { createScanner } from '../platform/scan/index.ts';
import { countScans } from '../rooms/media/index.ts';
import type { Words } from '../rules/lang.ts';
import type { Finding } from './doctor-checks.ts';

const TITLE: Words = { vi: 'Quét mã độc', en: 'Malware scan' };
const WORDS = {
  none: (n: number): Words => ({
    vi: `chưa nối máy quét, ${n} tệp trong kho chưa được quét`,
    en: `no scanner is set, ${n} files of the libraries have not been scanned`,
  }),
  noneRemedy: {
    vi: 'Cài ClamAV (clamav-daemon), đặt CLAMD (ví dụ /run/clamav/clamd.ctl) rồi khởi động lại.',
    en: 'Install ClamAV (clamav-daemon), set CLAMD (such as /run/clamav/clamd.ctl) and restart.',
  },
  good: (words: string, waiting: number): Words => ({
    vi: `máy quét trả lời (${words}), ${waiting} tệp đang chờ quét`,
    en: `the scanner answers (${words}), ${waiting} files wait for it`,
  }),
  bad: (reason: string, waiting: number): Words => ({
    vi: `máy quét không trả lời (${reason}), ${waiting} tệp đang chờ quét và chưa cho người đọc xem`,
    en: `the scanner does not answer (${reason}), ${waiting} files wait for it and are not shown to readers`,
  }),
  badRemedy: {
    vi: 'Xem clamav-daemon có chạy không và CLAMD có đúng không. Tệp đang chờ được quét lại năm phút một lần.',
    en: 'See whether clamav-daemon runs and CLAMD is right. What waits is scanned again every five minutes.',
  },
  infected: (n: number): Words => ({
    vi: `${n} tệp có mã độc, đã đóng không cho ai mở`,
    en: `${n} files hold malware and are closed to everybody`,
  }),
  infectedRemedy: {
    vi: 'Tìm các tệp ấy trong Kho ảnh, tệp; báo người tải lên, gỡ khỏi bài và thay tệp sạch.',
    en: 'Find them under Pictures and files; tell whoever uploaded them, and put clean files in their place.',
  },
};

/** Whether the scanner answers, what waits for it, and what it found. */
export async function listScanFindings(
  { scannerPlace }: Pick<Config, 'scannerPlace'>,
  { database }: Pick<OpenDatabase, 'database'>,
): Promise<Finding[]> {
  const counts = await database.transaction({ as: 'system' }, countScans);
  const found: Finding[] = [];
  if (!scannerPlace) {
    const text = WORDS.none(counts.unscanned + counts.waiting);
    // files that wait from the time there was one are seen by no reader
    found.push({ state: counts.waiting > 0 ? 'warn' : 'note', title: TITLE, text, remedy: WORDS.noneRemedy });
  } else {
    const version = await createScanner(scannerPlace).version();
    found.push(
      version.kind === 'there'
        ? { state: 'good', title: TITLE, text: WORDS.good(version.words, counts.waiting) }
        : {
            ...{ state: 'bad', title: TITLE, remedy: WORDS.badRemedy },
            text: WORDS.bad(version.reason, counts.waiting),
          },
    );
  }
  if (counts.infected > 0)
    found.push({
      ...{ state: 'warn', title: TITLE, remedy: WORDS.infectedRemedy },
      text: WORDS.infected(counts.infected),
    });
  return found;
}
